// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **Which numbers come out of a seed?** Random numbers that belong to an area and a replication, not to a moment or
//! a thread.
//!
//! In: a seed, an area, a replication. Out: the same row of numbers for them, always ([`Draws`]).
//!
//! *Useful for*: simulations and permutations that come out alike on any machine and any number of threads.
//! *Not useful for*: secrets (this is no cipher); what is drawn with the numbers stands with the method that asks.
//!
//! **Invariant:** no state is shared, so work may be divided over threads in any way; `libm` for `ln` and `cos`.
//! This crate does no input or output.

const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];

/// The function itself: ten rounds that turn a counter into four numbers, under a key.
///
/// # Source
/// Philox4x32-10 in Salmon, Moraes, Dror and Shaw, *Parallel random numbers: as easy as 1, 2, 3* (SC 2011).
pub fn philox4x32_10(mut counter: [u32; 4], mut key: [u32; 2]) -> [u32; 4] {
    for round in 0..10 {
        if round > 0 {
            key = [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])];
        }
        let product =
            [u64::from(MULTIPLIERS[0]) * u64::from(counter[0]), u64::from(MULTIPLIERS[1]) * u64::from(counter[2])];
        let high = product.map(|whole| (whole >> 32) as u32);
        let low = product.map(|whole| whole as u32);
        counter = [high[1] ^ counter[1] ^ key[0], low[1], high[0] ^ counter[3] ^ key[1], low[0]];
    }
    counter
}

/// The row of numbers of one area in one replication.
///
/// # Examples
/// ```
/// # use kapstok_random::Draws;
/// let (mut one, mut again) = (Draws::new(7, 0, 3), Draws::new(7, 0, 3));
/// assert_eq!(one.uniform(), again.uniform());
/// assert_ne!(one.uniform(), Draws::new(7, 0, 4).uniform());
/// ```
#[derive(Clone, Debug)]
pub struct Draws {
    key: [u32; 2],
    area: u32,
    replication: u32,
    /// How many blocks of four were made.
    n_blocks: u64,
    block: [u32; 4],
    /// Numbers of the block that were given out.
    n_given: usize,
}

impl Draws {
    /// The row of a seed, an area and a replication; area 0 where a draw is for all areas alike.
    pub fn new(seed: u64, area: u32, replication: u32) -> Self {
        Self { key: [seed as u32, (seed >> 32) as u32], area, replication, n_blocks: 0, block: [0; 4], n_given: 4 }
    }

    /// A whole number of 32 bits, each as likely as any other.
    pub fn word(&mut self) -> u32 {
        if self.n_given == self.block.len() {
            let counter = [self.n_blocks as u32, (self.n_blocks >> 32) as u32, self.area, self.replication];
            self.block = philox4x32_10(counter, self.key);
            self.n_blocks += 1;
            self.n_given = 0;
        }
        self.n_given += 1;
        self.block[self.n_given - 1]
    }

    /// A number from 0 up to but not 1, in steps of 2^-53.
    pub fn uniform(&mut self) -> f64 {
        let (high, low) = (self.word(), self.word());
        unit(high, low)
    }

    /// A whole number below `bound`, each as likely as any other; 0 where `bound` is 0 or 1.
    ///
    /// # Source
    /// Lemire, *Fast random integer generation in an interval* (ACM TOMACS 29, 2019): a product, and another draw
    /// for the few words that would make some numbers likelier.
    pub fn below(&mut self, bound: u32) -> u32 {
        below(&mut || self.word(), bound)
    }

    /// The same for two bounds, out of one word where their product is below 2^32.
    ///
    /// # Source
    /// Brackett-Rozinsky and Lemire, *Batched ranged random integer generation* (2024).
    pub fn pair_below(&mut self, bounds: [u32; 2]) -> [u32; 2] {
        pair_below(&mut || self.word(), bounds)
    }

    /// A number above 0 of the exponential distribution with mean 1.
    pub fn exponential(&mut self) -> f64 {
        -libm::log(self.above_zero())
    }

    /// A number of the normal distribution with mean 0 and deviation 1 (Box and Muller 1958, the cosine).
    pub fn normal(&mut self) -> f64 {
        let length = (-2.0 * libm::log(self.above_zero())).sqrt();
        length * libm::cos(std::f64::consts::TAU * self.uniform())
    }

    /// Above 0, at most 1: a logarithm of it exists.
    fn above_zero(&mut self) -> f64 {
        1.0 - self.uniform()
    }
}

/// The numbers of [`Draws`], for who takes thousands of one row: many blocks are made beside each other, which takes less
/// time for each and is lost on who takes few.
///
/// # Examples
/// ```
/// # use kapstok_random::{Draws, LongDraws};
/// let (mut few, mut many) = (Draws::new(7, 0, 3), LongDraws::new(7, 0, 3));
/// assert!((0..1000).all(|_| few.below(6) == many.below(6)));
/// ```
#[derive(Clone, Debug)]
pub struct LongDraws {
    key: [u32; 2],
    area: u32,
    replication: u32,
    n_blocks: u64,
    words: [u32; 4 * BESIDE],
    n_given: usize,
}

/// Blocks that are made beside each other.
const BESIDE: usize = 16;

impl LongDraws {
    /// The row of a seed, an area and a replication, as [`Draws::new`].
    pub fn new(seed: u64, area: u32, replication: u32) -> Self {
        let key = [seed as u32, (seed >> 32) as u32];
        Self { key, area, replication, n_blocks: 0, words: [0; 4 * BESIDE], n_given: 4 * BESIDE }
    }

    /// As [`Draws::word`].
    #[inline]
    pub fn word(&mut self) -> u32 {
        if self.n_given == self.words.len() {
            self.fill();
        }
        self.n_given += 1;
        self.words[self.n_given - 1]
    }

    /// As [`Draws::below`].
    #[inline]
    pub fn below(&mut self, bound: u32) -> u32 {
        below(&mut || self.word(), bound)
    }

    /// As [`Draws::pair_below`].
    #[inline]
    pub fn pair_below(&mut self, bounds: [u32; 2]) -> [u32; 2] {
        pair_below(&mut || self.word(), bounds)
    }

    /// [`philox4x32_10`] of the next blocks, word by word of all of them.
    #[inline(never)]
    fn fill(&mut self) {
        let numbers: [u64; BESIDE] = std::array::from_fn(|at| self.n_blocks.wrapping_add(at as u64));
        let mut words = [
            numbers.map(|number| number as u32),
            numbers.map(|number| (number >> 32) as u32),
            [self.area; BESIDE],
            [self.replication; BESIDE],
        ];
        let mut key = self.key;
        for round in 0..10 {
            if round > 0 {
                key = [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])];
            }
            let [first, second, third, fourth] = &mut words;
            for at in 0..BESIDE {
                let product = [
                    u64::from(MULTIPLIERS[0]) * u64::from(first[at]),
                    u64::from(MULTIPLIERS[1]) * u64::from(third[at]),
                ];
                first[at] = (product[1] >> 32) as u32 ^ second[at] ^ key[0];
                second[at] = product[1] as u32;
                third[at] = (product[0] >> 32) as u32 ^ fourth[at] ^ key[1];
                fourth[at] = product[0] as u32;
            }
        }
        for (at, block) in self.words.chunks_exact_mut(4).enumerate() {
            block.iter_mut().zip(&words).for_each(|(word, words)| *word = words[at]);
        }
        self.n_blocks = self.n_blocks.wrapping_add(BESIDE as u64);
        self.n_given = 0;
    }
}

/// [`Draws::below`] of words.
#[inline]
fn below(word: &mut impl FnMut() -> u32, bound: u32) -> u32 {
    let mut product = u64::from(word()) * u64::from(bound);
    if (product as u32) < bound {
        let rejected = bound.wrapping_neg() % bound;
        while (product as u32) < rejected {
            product = u64::from(word()) * u64::from(bound);
        }
    }
    (product >> 32) as u32
}

/// [`Draws::pair_below`] of words.
#[inline]
fn pair_below(word: &mut impl FnMut() -> u32, bounds: [u32; 2]) -> [u32; 2] {
    let Some(of_both) = bounds[0].checked_mul(bounds[1]) else { return bounds.map(|bound| below(word, bound)) };
    loop {
        let first = u64::from(word()) * u64::from(bounds[0]);
        let second = u64::from(first as u32) * u64::from(bounds[1]);
        let rest = second as u32;
        if rest >= of_both || rest >= of_both.wrapping_neg() % of_both {
            return [(first >> 32) as u32, (second >> 32) as u32];
        }
    }
}

/// The upper 53 of 64 bits as a fraction.
fn unit(high: u32, low: u32) -> f64 {
    const STEP: f64 = 1.0 / (1_u64 << 53) as f64;
    ((u64::from(high) << 32 | u64::from(low)) >> 11) as f64 * STEP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn philox_gives_the_published_answers() {
        // File kat_vectors of Random123, the authors' own code: lines `philox4x32 10`.
        let cases = [
            ([0; 4], [0; 2], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
            ([u32::MAX; 4], [u32::MAX; 2], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
            (
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0],
                [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
            ),
        ];
        for (counter, key, expected) in cases {
            assert_eq!(philox4x32_10(counter, key), expected, "{counter:x?} {key:x?}");
        }
    }

    #[test]
    fn a_row_runs_through_the_blocks_of_its_own_counter() {
        // Seed 0x2 0000_0001 is the key (1, 2); the block number stands before area 5 and replication 6.
        let mut draws = Draws::new(0x2_0000_0001, 5, 6);
        let words: Vec<u32> = (0..8).map(|_| draws.word()).collect();
        assert_eq!(words[..4], philox4x32_10([0, 0, 5, 6], [1, 2]));
        assert_eq!(words[4..], philox4x32_10([1, 0, 5, 6], [1, 2]));
    }

    #[test]
    fn a_long_row_is_the_same_row_whatever_is_asked_of_it() {
        for (seed, area, replication) in [(0, 0, 0), (7, 3, 998), (u64::MAX, u32::MAX, 5)] {
            let (mut few, mut many) = (Draws::new(seed, area, replication), LongDraws::new(seed, area, replication));
            for bound in (1..60_000).step_by(7) {
                assert_eq!(few.word(), many.word());
                assert_eq!(few.below(bound), many.below(bound));
                assert_eq!(few.pair_below([bound + 1, bound]), many.pair_below([bound + 1, bound]), "{bound}");
            }
        }
    }

    #[test]
    fn uniform_numbers_run_from_zero_up_to_but_not_one() {
        assert_eq!(unit(0, 0), 0.0);
        assert_eq!(unit(0x8000_0000, 0), 0.5);
        assert_eq!(unit(u32::MAX, u32::MAX), 1.0 - f64::EPSILON / 2.0);
    }

    #[test]
    fn whole_numbers_below_a_bound_are_all_as_likely() {
        let mut draws = Draws::new(3, 0, 0);
        let mut found = [0_u32; 7];
        for _ in 0..70_000 {
            found[draws.below(7) as usize] += 1;
        }
        // Five standard errors of 10,000.
        assert!(found.iter().all(|&n| n.abs_diff(10_000) < 470), "{found:?}");
        assert_eq!([draws.below(0), draws.below(1)], [0, 0]);
        // One word in three is drawn again under this bound; a quarter is still a quarter.
        let bound = 0xAAAA_AAAA;
        let low = (0..40_000).filter(|_| draws.below(bound) < bound / 4).count();
        assert!(low.abs_diff(10_000) < 430, "{low}");
    }

    #[test]
    fn two_numbers_of_one_word_are_as_likely_as_any_two() {
        let mut draws = Draws::new(5, 0, 0);
        let mut found = [[0_u32; 3]; 5];
        for _ in 0..150_000 {
            let [one, other] = draws.pair_below([5, 3]);
            found[one as usize][other as usize] += 1;
        }
        assert!(found.iter().flatten().all(|&n| n.abs_diff(10_000) < 490), "{found:?}");
        // Many words are given back under these, and none may be out of bounds.
        let bounds = [50_000, 64_000];
        let low = (0..40_000).map(|_| draws.pair_below(bounds)).filter(|pair| pair[0] < 25_000 && pair[1] < 16_000);
        assert!(low.count().abs_diff(5_000) < 340);
        for bounds in [[0, 0], [1, 1], [0, 9], [1 << 20, 1 << 20]] {
            let pair = draws.pair_below(bounds);
            assert!(pair[0] <= bounds[0].saturating_sub(1) && pair[1] <= bounds[1].saturating_sub(1), "{bounds:?}");
        }
    }

    #[test]
    fn draws_have_the_shape_that_they_say() {
        const N: u32 = 100_000;
        // One number of each area: the rows of neighbouring areas must be as good as one row.
        let share = |draw: &dyn Fn(&mut Draws) -> bool| {
            (0..N).filter(|&area| draw(&mut Draws::new(20, area, 1))).count() as f64 / f64::from(N)
        };
        // Four standard errors of a share of one half are 0.0063.
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 0.0063, "{found} for {expected}");
        near(share(&|draws| draws.uniform() < 0.25), 0.25);
        near(share(&|draws| draws.uniform() < 0.9), 0.9);
        near(share(&|draws| draws.exponential() > 1.0), 0.367_879);
        near(share(&|draws| draws.exponential() > 3.0), 0.049_787);
        near(share(&|draws| draws.normal() < -1.0), 0.158_655);
        near(share(&|draws| draws.normal().abs() < 1.959_964), 0.95);
        near(share(&|draws| draws.normal() > 0.674_490), 0.25);
    }
}
