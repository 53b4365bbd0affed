// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Ranks with a stated rule for ties.

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
    let mut places: Vec<u32> = (0..values.len() as u32).collect();
    let key = |place: u32| sort_key(values[place as usize], order);
    places.sort_by_key(|&place| (key(place), place));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    while start < places.len() {
        let tied = places[start..].iter().take_while(|&&place| key(place) == key(places[start])).count();
        let (first, last) = ((start + 1) as f64, (start + tied) as f64);
        let rank = match ties {
            Ties::Min => first,
            Ties::Mean => (first + last) / 2.0,
            Ties::Max => last,
        };
        for &place in &places[start..start + tied] {
            ranks[place as usize] = rank;
        }
        start += tied;
    }
    ranks
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
    fn negative_figures_sort_below_positive_ones() {
        assert_eq!(ranks(&[-1.0, -2.0, 0.5, -1e-300], Order::LowestFirst, Ties::Min), [2.0, 1.0, 4.0, 3.0]);
    }
}
