// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How large must a change be to be seen in an area of this size at all?
//!
//! In: a share and of how many persons it is, or how uncertain a figure is; how sure one wants to be. Out: the smallest
//! change that would be seen. The people of both periods are taken as draws from a larger set of people (a superpopulation),
//! independent of each other: that is careful, for many people are counted in both. Not here: why something changes.

use crate::gap::quantile::normal;

/// How sure one wants to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sureness {
    /// The chance to see a change where there is none: 0.05.
    pub alpha: f64,
    /// The chance to see a change of the size that is found: 0.8.
    pub power: f64,
    /// Whether only a change in one direction counts.
    pub sides: Sides,
}

/// In which directions a change counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// In the direction of the target.
    One,
    /// In both.
    Two,
}

impl Sureness {
    /// Five in a hundred, four in five, both directions.
    pub const USUAL: Self = Self { alpha: 0.05, power: 0.8, sides: Sides::Two };

    fn quantiles(self) -> (f64, f64) {
        let tail = if self.sides == Sides::Two { self.alpha / 2.0 } else { self.alpha };
        (normal(1.0 - tail), normal(self.power))
    }
}

/// In which direction a share is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To a smaller share.
    Down,
    /// To a larger share.
    Up,
}

/// The nearest share to which a change would be seen; `None` where even the end of the scale would not be, and where the share
/// stands at that end already.
///
/// The change `d` for which `d = z(alpha) sqrt(2 m (1 - m) / n + 2 e^2) + z(power) sqrt((p (1 - p) + q (1 - q)) / n + 2 e^2)`, with
/// `q` the share after it and `m` the middle of both.
///
/// * `share`: the share now, 0 ..= 1; `n`: of how many persons or households.
/// * `extra`: a further standard error of each figure (of a survey, or how far areas like this one go up and down by
///   themselves in a period, over the root of two), in the same unit; 0 for a register.
///
/// # Source
/// Fleiss, Levin and Paik, *Statistical methods for rates and proportions*, third edition (2003), formula 4.14 turned round.
///
/// # Examples
/// ```
/// # use kapstok_find::detectable::{Sureness, Way, smallest_seen};
/// let after = smallest_seen(0.30, 371.0, 0.0, Way::Down, Sureness::USUAL).unwrap();
/// assert_eq!(format!("{:.3}", after), "0.210");
/// ```
pub fn smallest_seen(share: f64, n: f64, extra: f64, way: Way, sureness: Sureness) -> Option<f64> {
    if !(0.0..=1.0).contains(&share) || n.is_nan() || n < 1.0 {
        return None;
    }
    let (sure, power) = sureness.quantiles();
    let end = if way == Way::Down { share } else { 1.0 - share };
    let after = |change: f64| if way == Way::Down { share - change } else { share + change };
    // Above zero where a change of this size is seen.
    let seen = |change: f64| {
        let (q, m) = (after(change), (share + after(change)) / 2.0);
        let none = 2.0 * m * (1.0 - m) / n + 2.0 * extra * extra;
        let some = (share * (1.0 - share) + q * (1.0 - q)) / n + 2.0 * extra * extra;
        change - sure * none.max(0.0).sqrt() - power * some.max(0.0).sqrt()
    };
    if end <= 0.0 || seen(end) < 0.0 {
        return None;
    }
    let (mut low, mut high) = (0.0, end);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if seen(middle) < 0.0 { low = middle } else { high = middle }
    }
    Some(after(high))
}

/// The smallest change of any figure with a known standard error: `(z(alpha) + z(power)) sqrt(2) e`.
pub fn smallest_change(error: f64, sureness: Sureness) -> f64 {
    let (sure, power) = sureness.quantiles();
    (sure + power) * std::f64::consts::SQRT_2 * error
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_of_a_published_table_come_back() {
        // Fleiss, table A.4 without correction: 0.50 against 0.40 needs 387 to 388 in each group (alpha 0.05, power 0.8).
        let after = smallest_seen(0.5, 387.34, 0.0, Way::Down, Sureness::USUAL).unwrap();
        assert!((after - 0.4).abs() < 1e-4, "{after}");
    }

    #[test]
    fn in_a_small_area_even_nobody_left_would_not_be_seen() {
        assert_eq!(smallest_seen(0.05, 60.0, 0.0, Way::Down, Sureness::USUAL), None);
        assert!(smallest_seen(0.05, 600.0, 0.0, Way::Down, Sureness::USUAL).is_some());
        assert_eq!(smallest_seen(0.05, 0.0, 0.0, Way::Down, Sureness::USUAL), None);
    }

    #[test]
    fn a_share_at_the_end_of_the_scale_cannot_change_further_and_so_not_be_seen_to() {
        assert_eq!(smallest_seen(0.0, 600.0, 0.0, Way::Down, Sureness::USUAL), None);
        assert_eq!(smallest_seen(1.0, 600.0, 0.0, Way::Up, Sureness::USUAL), None);
        assert!(smallest_seen(0.0, 600.0, 0.0, Way::Up, Sureness::USUAL).is_some());
    }

    #[test]
    fn a_figure_with_an_error_of_two_must_change_by_eight() {
        // (1.960 + 0.8416) * 1.4142 * 2 = 7.924.
        assert!((smallest_change(2.0, Sureness::USUAL) - 7.924).abs() < 1e-3);
    }

    proptest! {
        #[test]
        fn more_people_and_one_direction_see_smaller_changes(share in 0.2..0.8f64, n in 200.0..5000.0f64) {
            let seen = |n, sureness| smallest_seen(share, n, 0.0, Way::Down, sureness).map(|after| share - after);
            let usual = seen(n, Sureness::USUAL).unwrap_or(1.0);
            prop_assert!(seen(2.0 * n, Sureness::USUAL).unwrap_or(1.0) <= usual);
            let one_way = seen(n, Sureness { sides: Sides::One, ..Sureness::USUAL }).unwrap_or(1.0);
            prop_assert!(one_way <= usual);
            let unsure = smallest_seen(share, n, 0.01, Way::Down, Sureness::USUAL);
            prop_assert!(unsure.map_or(1.0, |it| share - it) >= usual);
        }
    }
}
