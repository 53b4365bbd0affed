// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How sure alpha is: statements drawn again and again.
//!
//! In: ratings, and where random numbers come from. Out: the bounds between which the middle share of the alphas of
//! such draws lies. Invariant: the same numbers give the same bounds; this crate draws none itself.

use super::agreement::{Alpha, NoAlpha, Ratings};

/// Bounds of alpha.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower bound.
    pub lower: f64,
    /// Upper bound.
    pub upper: f64,
    /// Draws that have an alpha.
    pub n_draws: usize,
    /// Draws in which nothing varied: they have none. Where they are many, the bounds say little.
    pub n_without: usize,
}

/// Bounds by the shares of the alphas of `n_draws` draws: as many statements as there are with two values or more, each
/// drawn from all of these.
///
/// * `confidence`: between 0 and 1, such as 0.95.
/// * `below`: a whole number below its argument, each as likely; the caller has a seed.
///
/// # Errors
/// [`NoAlpha`]: alpha itself is not defined, or that of no draw.
/// # Source
/// Efron and Tibshirani, *An introduction to the bootstrap* (1993), section 13.3; for alpha: Zapf, Castell, Morawietz
/// and Karch, *BMC Medical Research Methodology* 16:93 (2016), which draws statements too.
pub fn interval(
    ratings: &Ratings,
    confidence: f64,
    n_draws: usize,
    below: &mut dyn FnMut(u32) -> u32,
) -> Result<Interval, NoAlpha> {
    Alpha::of(ratings)?;
    let units = ratings.counts();
    let n = u32::try_from(units.len()).unwrap_or(u32::MAX);
    let mut found = Vec::with_capacity(n_draws);
    for _ in 0..n_draws {
        let drawn: Vec<_> = (0..n).filter_map(|_| units.get(below(n) as usize)).collect();
        found.extend(Alpha::of_counts(&drawn).map(|alpha| alpha.value));
    }
    found.sort_by(f64::total_cmp);
    let last = found.len().checked_sub(1).ok_or(NoAlpha::NoVariation)?;
    let outside = (((1.0 - confidence) / 2.0 * found.len() as f64) as usize).min(last / 2);
    let (lower, upper) = (found[outside], found[last - outside]);
    Ok(Interval { lower, upper, n_draws: found.len(), n_without: n_draws - found.len() })
}

#[cfg(test)]
mod tests {
    use super::super::agreement::tests::ratings;
    use super::*;

    /// Numbers that go round.
    fn round(start: u32) -> impl FnMut(u32) -> u32 {
        let mut state = u64::from(start);
        move |bound| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((state >> 33) % u64::from(bound)) as u32
        }
    }

    #[test]
    fn the_same_numbers_give_the_same_bounds_and_alpha_lies_between() {
        let ratings = ratings(&["aabbdcccedda", "babbbccceddd"]);
        let bounds = interval(&ratings, 0.95, 999, &mut round(7)).unwrap();
        assert_eq!(bounds, interval(&ratings, 0.95, 999, &mut round(7)).unwrap());
        let alpha = Alpha::of(&ratings).unwrap().value;
        assert!(bounds.lower < alpha && alpha < bounds.upper, "{bounds:?} {alpha}");
        let narrow = interval(&ratings, 0.5, 999, &mut round(7)).unwrap();
        assert!(bounds.lower <= narrow.lower && narrow.upper <= bounds.upper && bounds.n_draws == 999);
    }

    /// Each draw takes one statement twice: in the first nothing varies, in the second all differ,
    /// `1 - (4 / 4) / (8 / 12) = -0.5`. So half of the draws have no alpha, and all others have that.
    #[test]
    fn draws_without_an_alpha_are_counted_and_not_taken_for_agreement() {
        let ratings = ratings(&["ab", "ac"]);
        let mut at = 0;
        let mut turns = |_| {
            at += 1;
            (at - 1) / 2 % 2
        };
        let bounds = interval(&ratings, 0.95, 10, &mut turns).unwrap();
        assert_eq!(bounds, Interval { lower: -0.5, upper: -0.5, n_draws: 5, n_without: 5 });
    }
}
