// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Ranks with a stated rule for ties.
//!
//! In: finite figures. Out: ranks in the same order, 1 for the first.
//! Invariant: a rank depends on the figures alone, never on the order in which areas stand.
//! Not here: missing figures (the caller takes them out), bands and percentiles.

/// Which end of the figures is 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The highest figure is 1.
    HighestFirst,
    /// The lowest figure is 1.
    LowestFirst,
}

/// What equal figures share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ties {
    /// The lowest number of their places.
    Min,
    /// The mean of their places; halves occur.
    Mean,
    /// The highest number of their places.
    Max,
}

/// Ranks finite figures, 1 for the first.
///
/// * `values`: `[n]`, finite; 0 and -0 are equal. Returns `[n]`, same order.
///
/// # Examples
/// ```
/// # use kapstok_score::rank::{ranks, Order, Ties};
/// assert_eq!(ranks(&[5.0, 9.0, 5.0], Order::HighestFirst, Ties::Mean), [2.5, 1.0, 2.5]);
/// ```
pub fn ranks(values: &[f64], order: Order, ties: Ties) -> Vec<f64> {
    let mut ranks = vec![0.0; values.len()];
    Ranker::new().ranks_into(values, order, ties, &mut ranks);
    ranks
}

/// Ranks many columns without asking for memory each time.
///
/// Each figure becomes a whole number of 22 bits by its place between the lowest and the highest, which
/// never turns an order around. The numbers are sorted by their lower and then by their upper half, with
/// counts and without comparisons, and figures that fell on one number are compared as they stand. So the
/// result is exact; the work grows with n where figures are spread out and with n log n at worst.
#[derive(Clone, Debug, Default)]
pub struct Ranker {
    /// `[n]`: the number of each figure.
    numbers: Vec<u32>,
    /// `[n]`, in order of the lower half: the upper half of the number, then the position.
    halfway: Vec<u32>,
    /// `[n]`: positions in order of number.
    sorted: Vec<u32>,
}

/// Bits that are sorted by at once; a number has twice as many.
const DIGIT_BITS: u32 = 11;
const N_DIGITS: usize = 1 << DIGIT_BITS;
const HIGHEST_NUMBER: u32 = (1 << (2 * DIGIT_BITS)) - 1;
/// Bits that are left for a position beside one digit.
const POSITION_BITS: u32 = 32 - DIGIT_BITS;

impl Ranker {
    /// A ranker without memory as yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// As [`ranks`], into `ranks`, `[n]`. Panics when the two lengths differ.
    pub fn ranks_into(&mut self, values: &[f64], order: Order, ties: Ties, ranks: &mut [f64]) {
        let rank = |start: usize, end: usize| match ties {
            Ties::Min => (start + 1) as f64,
            Ties::Mean => (start + 1 + end) as f64 / 2.0,
            Ties::Max => end as f64,
        };
        self.rank_by(values, order, rank, ranks);
    }

    /// Ranks as whole numbers, ties at the lowest of their places; `[n]`. Panics when the two lengths differ.
    pub fn lowest_places_into(&mut self, values: &[f64], order: Order, places: &mut [u32]) {
        self.rank_by(values, order, |start, _| start as u32 + 1, places);
    }

    /// Gives each group of equal figures, which take the places `start + 1 ..= end`, its rank.
    fn rank_by<R: Copy>(&mut self, values: &[f64], order: Order, rank: impl Fn(usize, usize) -> R, ranks: &mut [R]) {
        assert_eq!(values.len(), ranks.len(), "a rank for each figure");
        debug_assert!(values.iter().all(|value| value.is_finite()), "ranks are of finite figures");
        self.sort_by_number(values, order);
        let mut start = 0;
        while start < self.sorted.len() {
            let number = self.numbers[self.sorted[start] as usize];
            let same = self.sorted[start + 1..].iter().take_while(|next| self.numbers[**next as usize] == number);
            let end = start + 1 + same.count();
            if end == start + 1 {
                ranks[self.sorted[start] as usize] = rank(start, end);
            } else {
                // Equal figures have equal numbers, but not the other way around.
                let run = &mut self.sorted[start..end];
                run.sort_unstable_by_key(|position| sort_key(values[*position as usize], order));
                let equal = |one: &u32, other: &u32| values[*one as usize] == values[*other as usize];
                for group in run.chunk_by(equal) {
                    let rank = rank(start, start + group.len());
                    group.iter().for_each(|position| ranks[*position as usize] = rank);
                    start += group.len();
                }
            }
            start = end;
        }
    }

    /// Leaves the positions of the figures in order of their numbers.
    fn sort_by_number(&mut self, values: &[f64], order: Order) {
        let (lowest, scale) = spread(values);
        // Between 2^52 and 2^53 a number has no bits behind the point: its last bits are the whole number.
        const WHOLE: f64 = (1_u64 << 52) as f64;
        let flip = match order {
            Order::LowestFirst => 0,
            Order::HighestFirst => HIGHEST_NUMBER,
        };
        let number = |value: &f64| (((value - lowest) * scale + WHOLE).to_bits() as u32 & HIGHEST_NUMBER) ^ flip;
        self.numbers.clear();
        self.numbers.extend(values.iter().map(number));
        if values.len() >> POSITION_BITS > 0 {
            // More figures than two million: positions do not fit beside a digit.
            self.sorted.clear();
            self.sorted.extend(0..values.len() as u32);
            self.sorted.sort_by_key(|position| self.numbers[*position as usize]);
            return;
        }
        let (mut low, mut high) = ([0; N_DIGITS], [0; N_DIGITS]);
        for &number in &self.numbers {
            low[low_digit(number)] += 1;
            high[high_digit(number)] += 1;
        }
        starts(&mut low);
        starts(&mut high);
        self.halfway.resize(values.len(), 0);
        self.sorted.resize(values.len(), 0);
        for (position, &number) in (0..).zip(&self.numbers) {
            let slot = &mut low[low_digit(number)];
            self.halfway[*slot as usize] = (high_digit(number) as u32) << POSITION_BITS | position;
            *slot += 1;
        }
        for &item in &self.halfway {
            let slot = &mut high[(item >> POSITION_BITS) as usize];
            self.sorted[*slot as usize] = item & ((1 << POSITION_BITS) - 1);
            *slot += 1;
        }
    }
}

/// The lowest figure, and what spreads the figures over the numbers. The scale is 0 where no finite one can:
/// then all fall on one number, and are compared as they stand.
fn spread(values: &[f64]) -> (f64, f64) {
    const LANES: usize = 8;
    let Some(&first) = values.first() else { return (0.0, 0.0) };
    let (mut low, mut high) = ([first; LANES], [first; LANES]);
    let chunks = values.chunks_exact(LANES);
    let rest = chunks.remainder();
    for chunk in chunks {
        for lane in 0..LANES {
            low[lane] = if chunk[lane] < low[lane] { chunk[lane] } else { low[lane] };
            high[lane] = if chunk[lane] > high[lane] { chunk[lane] } else { high[lane] };
        }
    }
    let lowest = low.iter().chain(rest).copied().fold(first, f64::min);
    let highest = high.iter().chain(rest).copied().fold(first, f64::max);
    let scale = f64::from(HIGHEST_NUMBER) / (highest - lowest);
    (lowest, if scale.is_finite() { scale } else { 0.0 })
}

/// The lower half of a number.
fn low_digit(number: u32) -> usize {
    number as usize % N_DIGITS
}

/// The upper half of a number.
fn high_digit(number: u32) -> usize {
    (number >> DIGIT_BITS) as usize % N_DIGITS
}

/// Counts per digit become the place where each digit starts.
fn starts(counts: &mut [u32; N_DIGITS]) {
    let mut next = 0;
    for count in counts {
        next += std::mem::replace(count, next);
    }
}

/// A whole number that sorts as the figure does, in the stated order.
fn sort_key(value: f64, order: Order) -> u64 {
    // Adding 0 turns -0 into 0.
    let bits = (value + 0.0).to_bits();
    let ascending = if bits >> 63 == 1 { !bits } else { bits | (1 << 63) };
    match order {
        Order::LowestFirst => ascending,
        Order::HighestFirst => !ascending,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ties_share_a_place_by_the_stated_rule() {
        let values = [3.0, 1.0, 3.0, -0.0, 0.0, 7.0];
        // Highest first: 7, then the two 3s on 2 and 3, then 1, then the two zeros on 5 and 6.
        let cases = [
            (Order::HighestFirst, Ties::Min, [2.0, 4.0, 2.0, 5.0, 5.0, 1.0]),
            (Order::HighestFirst, Ties::Mean, [2.5, 4.0, 2.5, 5.5, 5.5, 1.0]),
            (Order::HighestFirst, Ties::Max, [3.0, 4.0, 3.0, 6.0, 6.0, 1.0]),
            (Order::LowestFirst, Ties::Min, [4.0, 3.0, 4.0, 1.0, 1.0, 6.0]),
        ];
        for (order, ties, expected) in cases {
            assert_eq!(ranks(&values, order, ties), expected, "{order:?} {ties:?}");
        }
        assert!(ranks(&[], Order::LowestFirst, Ties::Min).is_empty());
    }

    #[test]
    fn figures_are_told_apart_however_close_or_far_they_lie() {
        let cases: [(&[f64], &[f64]); 5] = [
            (&[-1.0, -2.0, 0.5, -1e-300], &[2.0, 1.0, 4.0, 3.0]),
            // The span of these is beyond the largest number.
            (&[f64::MAX, f64::MIN, 0.0], &[3.0, 1.0, 2.0]),
            // The span of these is the smallest number that there is.
            (&[f64::from_bits(1), 0.0, -0.0], &[3.0, 1.0, 1.0]),
            // One outlier puts all others into one bucket, and neighbours in the last bit on one number.
            (&[1.0, 1.0 + f64::EPSILON, 1e18, 1.0 - f64::EPSILON], &[2.0, 3.0, 4.0, 1.0]),
            (&[4.0, 4.0, 4.0], &[1.0, 1.0, 1.0]),
        ];
        for (values, expected) in cases {
            assert_eq!(ranks(values, Order::LowestFirst, Ties::Min), expected, "{values:?}");
        }
    }

    #[test]
    fn more_areas_than_fit_beside_a_digit_are_ranked_all_the_same() {
        // The numbers 0 to 999 over and over: 2,098 of each below 155, and 2,097 of each from there on.
        let values: Vec<f64> = (0..(1 << POSITION_BITS) + 3).map(|area| f64::from(area % 1000)).collect();
        let ranks = ranks(&values, Order::LowestFirst, Ties::Min);
        let first_of = |number: usize| (number.min(155) * 2098 + number.saturating_sub(155) * 2097 + 1) as f64;
        assert!((0..values.len()).all(|area| ranks[area] == first_of(area % 1000)));
    }

    /// The definition, word for word: the places are those behind all that come before.
    fn by_definition(values: &[f64], order: Order, ties: Ties) -> Vec<f64> {
        let rank = |value: &f64| {
            let before = |other: &&f64| match order {
                Order::HighestFirst => *other > value,
                Order::LowestFirst => *other < value,
            };
            let n_before = values.iter().filter(before).count() as f64;
            let n_equal = values.iter().filter(|other| *other == value).count() as f64;
            match ties {
                Ties::Min => n_before + 1.0,
                Ties::Mean => n_before + (n_equal + 1.0) / 2.0,
                Ties::Max => n_before + n_equal,
            }
        };
        values.iter().map(rank).collect()
    }

    fn figures() -> impl Strategy<Value = Vec<f64>> {
        let few = prop::sample::select(vec![0.0, -0.0, 1.0, 2.5, -3.0, 1e9]);
        let close = (0_u64..40).prop_map(|ulps| f64::from_bits(1.0_f64.to_bits() + ulps));
        prop_oneof![
            prop::collection::vec(few.clone(), 0..200),
            prop::collection::vec(-100.0..100.0_f64, 0..200),
            prop::collection::vec(prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL | prop::num::f64::ZERO, 0..200),
            prop::collection::vec(prop_oneof![few, close], 0..200),
        ]
    }

    proptest! {
        #[test]
        fn ranks_are_those_of_the_definition(values in figures()) {
            let mut ranker = Ranker::new();
            let mut found = vec![0.0; values.len()];
            for order in [Order::HighestFirst, Order::LowestFirst] {
                for ties in [Ties::Min, Ties::Mean, Ties::Max] {
                    ranker.ranks_into(&values, order, ties, &mut found);
                    prop_assert_eq!(&found, &by_definition(&values, order, ties), "{:?} {:?}", order, ties);
                }
            }
            let mut places = vec![0; values.len()];
            ranker.lowest_places_into(&values, Order::HighestFirst, &mut places);
            let places: Vec<f64> = places.into_iter().map(f64::from).collect();
            prop_assert_eq!(places, by_definition(&values, Order::HighestFirst, Ties::Min));
        }

        #[test]
        fn the_order_in_which_areas_stand_changes_no_rank(
            (values, shuffled) in figures().prop_flat_map(|values| {
                let positions: Vec<usize> = (0..values.len()).collect();
                (Just(values), Just(positions).prop_shuffle())
            })
        ) {
            let moved: Vec<f64> = shuffled.iter().map(|&position| values[position]).collect();
            let before = ranks(&values, Order::HighestFirst, Ties::Mean);
            let after = ranks(&moved, Order::HighestFirst, Ties::Mean);
            for (place, &position) in shuffled.iter().enumerate() {
                prop_assert_eq!(after[place], before[position]);
            }
        }
    }
}
