// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Random numbers of the region: one seed, one stream per purpose.
//!
//! Invariant: what one part draws never changes what another part draws, so that a new figure does not
//! move the persons. Nothing of the platform's maths is used: the same bytes everywhere.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The seed of the whole region: the day of the essay.
pub(super) const SEED: u64 = 20_220_207;

/// What a stream of numbers is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub(super) enum Purpose {
    /// Streets and boundaries.
    Geography = 1,
    /// How much disadvantage lies in an area.
    Areas = 2,
    /// Households and persons of the first year.
    People = 3,
    /// What moves between two years.
    Moves = 4,
    /// What happens to persons within a year.
    Years = 5,
    /// Recorded crimes.
    Crimes = 6,
    /// Who is asked in the survey.
    Survey = 7,
    /// What the model of health misses.
    Model = 8,
    /// What is particular to a place in one trait.
    Places = 9,
    /// Salts of the log of the agenda.
    Agenda = 10,
}

/// A stream of random numbers.
pub(super) struct Draw {
    rng: ChaCha8Rng,
    quantiles: Vec<f64>,
}

const N_QUANTILES: usize = 4097;

impl Draw {
    pub(super) fn new(purpose: Purpose) -> Self {
        let mut seed = [0_u8; 32];
        seed[..8].copy_from_slice(&SEED.to_le_bytes());
        let mut rng = ChaCha8Rng::from_seed(seed);
        rng.set_stream(purpose as u64);
        let quantiles =
            (0..N_QUANTILES).map(|step| normal_quantile((step as f64 + 0.5) / N_QUANTILES as f64)).collect();
        Self { rng, quantiles }
    }

    /// Uniform on 0 .. 1.
    pub(super) fn uniform(&mut self) -> f64 {
        (self.rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True with this probability.
    pub(super) fn chance(&mut self, probability: f64) -> bool {
        self.uniform() < probability
    }

    /// Uniform on 0 .. n.
    pub(super) fn below(&mut self, n: usize) -> usize {
        ((u64::from(self.rng.next_u32()) * n as u64) >> 32) as usize
    }

    /// Sixteen bytes.
    pub(super) fn sixteen_bytes(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.rng.next_u64().to_le_bytes());
        bytes[8..].copy_from_slice(&self.rng.next_u64().to_le_bytes());
        bytes
    }

    /// Standard normal, by its quantiles: the tails end at 3.7 standard deviations.
    pub(super) fn normal(&mut self) -> f64 {
        let bits = self.rng.next_u32();
        let (step, rest) = ((bits >> 20) as usize, f64::from(bits & 0xF_FFFF) / f64::from(1 << 20));
        self.quantiles[step] + rest * (self.quantiles[step + 1] - self.quantiles[step])
    }

    /// Poisson, by multiplying uniform numbers; for means up to a few hundred.
    pub(super) fn poisson(&mut self, mean: f64) -> u32 {
        let floor = libm::exp(-mean);
        let (mut product, mut n) = (self.uniform(), 0);
        while product > floor {
            product *= self.uniform();
            n += 1;
        }
        n
    }
}

/// The normal quantile by Newton's steps on the distribution function.
pub(super) fn normal_quantile(probability: f64) -> f64 {
    let distribution = |x: f64| 0.5 * libm::erfc(-x / std::f64::consts::SQRT_2);
    let density = |x: f64| libm::exp(-x * x / 2.0) / libm::sqrt(2.0 * std::f64::consts::PI);
    // From the middle outwards every step stays on the side of the answer.
    let mut x: f64 = 0.0;
    for _ in 0..60 {
        let step = (distribution(x) - probability) / density(x);
        x -= step.clamp(-0.5, 0.5);
        if step.abs() < 1e-14 {
            break;
        }
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quantiles_are_those_of_printed_tables() {
        for (probability, expected) in [(0.5, 0.0), (0.975, 1.959_964), (0.05, -1.644_854), (0.999, 3.090_232)] {
            assert!((normal_quantile(probability) - expected).abs() < 1e-6, "{probability}");
        }
    }

    #[test]
    fn two_purposes_draw_different_numbers_and_one_purpose_the_same() {
        let first = |purpose| Draw::new(purpose).uniform();
        assert_eq!(first(Purpose::People), first(Purpose::People));
        assert_ne!(first(Purpose::People), first(Purpose::Years));
    }
}
