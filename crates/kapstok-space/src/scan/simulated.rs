// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The same map with cases put on it by chance, many times.
//!
//! In: residents, the number of cases, a seed. Out: the highest likelihood ratio on each simulated map.
//! Invariant: map `r` uses the numbers of the seed, area 0, `r`, and nothing else.
//!
//! All simulated maps are looked at together, circle by circle: for a circle there is a number of cases that the best so far
//! of no map would need more than, and only maps that reach it are looked at closely.

use kapstok_random::Draws;
use rayon::prelude::*;

use super::circles::{Circles, Ratio};
use super::{Part, ScanOptions};

/// Maps beside each other.
const LANES: usize = 128;

pub(super) struct Simulated {
    /// For every block of maps, the cases of each area in each map of it.
    blocks: Vec<Vec<[i32; LANES]>>,
    n_simulations: usize,
}

impl Simulated {
    pub(super) fn new(part: &Part, options: ScanOptions) -> Self {
        let n_simulations = options.n_simulations as usize;
        let places = Places::new(&part.residents);
        let block = |block: usize| {
            let mut cases = vec![[0; LANES]; part.areas.len()];
            let first = block * LANES;
            for (lane, simulation) in (first..n_simulations.min(first + LANES)).enumerate() {
                let mut draws = Draws::new(options.seed, 0, simulation as u32);
                for _ in 0..part.of_cases {
                    cases[places.draw(&mut draws)][lane] += 1;
                }
            }
            cases
        };
        Self { blocks: (0..n_simulations.div_ceil(LANES)).into_par_iter().map(block).collect(), n_simulations }
    }

    /// The cases of a map of the first block.
    #[cfg(test)]
    pub(super) fn cases(&self, lane: usize) -> Vec<f64> {
        self.blocks[0].iter().map(|lanes| f64::from(lanes[lane])).collect()
    }

    /// The highest logarithm of a ratio on each map, 0 where no circle has more cases than expected.
    pub(super) fn highest(&self, circles: &Circles<'_>, ratio: &Ratio) -> Vec<f64> {
        let none = || vec![[0.0; LANES]; self.blocks.len()];
        let look = |mut highest: Vec<[f64; LANES]>, chunk: usize| {
            let centres = circles.chunk(chunk);
            for (cases, highest) in self.blocks.iter().zip(&mut highest) {
                for (_, steps) in &centres {
                    look_at(cases, steps, ratio, highest);
                }
            }
            highest
        };
        let higher = |mut one: Vec<[f64; LANES]>, other: Vec<[f64; LANES]>| {
            one.iter_mut().flatten().zip(other.iter().flatten()).for_each(|(one, other)| *one = one.max(*other));
            one
        };
        let chunks = (0..circles.n_chunks()).into_par_iter().with_min_len(32);
        let highest = chunks.fold(none, look).reduce(none, higher);
        highest.into_iter().flatten().take(self.n_simulations).collect()
    }
}

/// Raises the highest ratios of a block of maps by the circles of one centre.
fn look_at(cases: &[[i32; LANES]], steps: &[super::circles::Step], ratio: &Ratio, highest: &mut [f64; LANES]) {
    let mut lowest = highest.iter().copied().fold(f64::INFINITY, f64::min);
    let mut within = [0_i32; LANES];
    let mut enough = 1;
    for step in steps {
        let row = &cases[step.area as usize];
        let mut most = i32::MIN;
        for (sum, more) in within.iter_mut().zip(row) {
            *sum += more;
            most = most.max(*sum);
        }
        if !step.is_circle || most < enough {
            continue;
        }
        // A larger circle never needs fewer cases for the same ratio, so this only goes up.
        while f64::from(enough) <= step.expected || ratio.logarithm(enough, step) <= lowest {
            enough += 1;
            if enough > most {
                break;
            }
        }
        if enough > most {
            continue;
        }
        for (sum, highest) in within.iter().zip(highest.iter_mut()) {
            if *sum >= enough {
                *highest = highest.max(ratio.logarithm(*sum, step));
            }
        }
        lowest = highest.iter().copied().fold(f64::INFINITY, f64::min);
    }
}

/// Areas to be drawn in proportion to residents, by two numbers each.
///
/// # Source
/// Walker, *An efficient method for generating discrete random variables with general distributions* (1977); tables as
/// Vose (1991) fills them.
struct Places {
    /// Of 2^32: how often the place itself is taken, and which one else.
    own: Vec<u64>,
    other: Vec<u32>,
}

impl Places {
    fn new(residents: &[f64]) -> Self {
        let n = residents.len();
        let sum: f64 = residents.iter().sum();
        let mut parts: Vec<f64> = residents.iter().map(|residents| residents / sum * n as f64).collect();
        let (mut small, mut large): (Vec<u32>, Vec<u32>) =
            (0..n as u32).partition(|&place| parts[place as usize] < 1.0);
        let (mut own, mut other) = (vec![1 << 32; n], (0..n as u32).collect::<Vec<_>>());
        while let (Some(&low), Some(&high)) = (small.last(), large.last()) {
            small.pop();
            own[low as usize] = (parts[low as usize] * (1_u64 << 32) as f64) as u64;
            other[low as usize] = high;
            parts[high as usize] -= 1.0 - parts[low as usize];
            if parts[high as usize] < 1.0 {
                large.pop();
                small.push(high);
            }
        }
        // What rounding left over is nearly a whole; nobody without residents may get it.
        for low in small {
            if residents[low as usize] == 0.0 {
                own[low as usize] = 0;
                other[low as usize] = (0..n as u32)
                    .max_by(|&one, &two| residents[one as usize].total_cmp(&residents[two as usize]))
                    .unwrap_or(low);
            }
        }
        Self { own, other }
    }

    fn draw(&self, draws: &mut Draws) -> usize {
        let place = draws.below(self.own.len() as u32) as usize;
        if u64::from(draws.word()) < self.own[place] { place } else { self.other[place] as usize }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_drawn_in_proportion_to_residents() {
        let places = Places::new(&[0.0, 1.0, 5.0, 2.0, 0.0, 2.0]);
        let mut found = [0_u32; 6];
        let mut draws = Draws::new(1, 2, 3);
        for _ in 0..100_000 {
            found[places.draw(&mut draws)] += 1;
        }
        for (found, expected) in found.into_iter().zip([0, 10_000, 50_000, 20_000, 0, 20_000]) {
            assert!(found.abs_diff(expected) < 650, "{found} for {expected}");
        }
        assert_eq!([found[0], found[4]], [0, 0]);
    }
}
