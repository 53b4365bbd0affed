// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A group of areas held against another: difference and ratio, each with an interval, and one word.
//!
//! In: the figures of both groups. Out: [`Gap`]. Invariant: swapping the groups turns the sign of the difference and
//! nothing else.

use super::mean::{Mean, Part, Stands, mean};
use super::quantile::student;
use crate::Interval;

/// What a comparison comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The whole interval lies above zero.
    Higher,
    /// Zero lies in the interval: no difference was seen. That is not the same as none.
    Similar,
    /// The whole interval lies below zero.
    Lower,
    /// One of the groups has no figure, or nothing is known of its uncertainty.
    CannotBeCompared,
}

/// The difference between two groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// The mean of the group that is looked at.
    pub focus: Mean,
    /// The mean of the group beside it.
    pub rest: Mean,
    /// Focus minus rest.
    pub difference: f64,
    /// Around the difference; `None` where the uncertainty of a group is not known.
    pub interval: Option<Interval>,
    /// Focus over rest, where both are above 0.
    pub ratio: Option<f64>,
    /// Around the ratio.
    pub ratio_interval: Option<Interval>,
    /// In one word.
    pub outcome: Outcome,
}

/// Compares a group, which stands for itself or for others, with areas that stand for others, at a level of confidence;
/// `None` where one of them has no figure.
///
/// The interval is Welch's: `d -+ t(df) sqrt(v1 + v2)` with `df = (v1 + v2)^2 / (v1^2 / df1 + v2^2 / df2)`. That of the ratio is
/// made on logarithms, with `v1 / m1^2 + v2 / m2^2`.
///
/// # Examples
/// ```
/// # use kapstok_find::gap::{Outcome, Part, Stands, compare};
/// let group = |values: [f64; 3]| values.map(|value| Part { value, weight: 1.0, error: None });
/// let gap = compare(&group([11.0, 12.0, 13.0]), &group([1.0, 2.0, 3.0]), Stands::ForOthers, 0.95).unwrap();
/// assert_eq!((gap.difference.round(), gap.outcome), (10.0, Outcome::Higher));
/// ```
///
/// # Source
/// B. L. Welch, *Biometrika* 34 (1947), 28-35.
pub fn compare(focus: &[Part], rest: &[Part], stands: Stands, level: f64) -> Option<Gap> {
    let (focus, rest) = (mean(focus, stands)?, mean(rest, Stands::ForOthers)?);
    let difference = focus.value - rest.value;
    let spread = focus.variance.zip(rest.variance).map(|(one, other)| {
        let degrees = welch((one, focus.degrees), (other, rest.degrees));
        (one, other, student(0.5 + level / 2.0, degrees))
    });
    let interval = spread.map(|(one, other, times)| {
        let half = times * (one + other).sqrt();
        Interval::new(difference - half, difference + half, level)
    });
    let ratio = (focus.value > 0.0 && rest.value > 0.0).then(|| focus.value / rest.value);
    let ratio_interval = ratio.zip(spread).map(|(ratio, (one, other, times))| {
        let half = times * (one / (focus.value * focus.value) + other / (rest.value * rest.value)).sqrt();
        Interval::new(ratio * libm::exp(-half), ratio * libm::exp(half), level)
    });
    let outcome = match interval {
        None => Outcome::CannotBeCompared,
        Some(interval) if interval.lower > 0.0 => Outcome::Higher,
        Some(interval) if interval.upper < 0.0 => Outcome::Lower,
        Some(_) => Outcome::Similar,
    };
    Some(Gap { focus, rest, difference, interval, ratio, ratio_interval, outcome })
}

fn welch((one, degrees_one): (f64, f64), (other, degrees_other): (f64, f64)) -> f64 {
    let below = one * one / degrees_one + other * other / degrees_other;
    if below > 0.0 { (one + other) * (one + other) / below } else { f64::INFINITY }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn group(values: &[f64]) -> Vec<Part> {
        values.iter().map(|&value| Part { value, weight: 1.0, error: None }).collect()
    }

    #[test]
    fn an_interval_worked_by_hand() {
        // Means 4 and 2: 3, 4, 5 has s^2 = 1, v = 1/3, 2 degrees; 1,2,3 the same.
        // df = (2/3)^2 / (2 (1/9) / 2) = 4; t = 2.7764; half = 2.7764 * sqrt(2/3) = 2.2669.
        let gap = compare(&group(&[3.0, 4.0, 5.0]), &group(&[1.0, 2.0, 3.0]), Stands::ForOthers, 0.95).unwrap();
        let interval = gap.interval.unwrap();
        assert!((interval.lower - (2.0 - 2.2669)).abs() < 1e-4 && (interval.upper - 4.2669).abs() < 1e-4);
        assert_eq!(gap.outcome, Outcome::Similar);
        assert!((gap.difference - 2.0).abs() < 1e-12 && (gap.ratio.unwrap() - 2.0).abs() < 1e-12);
        // On logarithms: sqrt(1/3/16 + 1/3/4) = 0.32275, times 2.7764 = 0.89607.
        let ratio = gap.ratio_interval.unwrap();
        assert!((ratio.lower - 2.0 * libm::exp(-0.89607)).abs() < 1e-3 && ratio.covers(2.0));
    }

    #[test]
    fn one_area_without_a_margin_is_said_to_be_beyond_comparison() {
        let gap = compare(&group(&[9.0]), &group(&[1.0, 2.0]), Stands::ForOthers, 0.95).unwrap();
        assert_eq!((gap.outcome, gap.interval), (Outcome::CannotBeCompared, None));
        assert_eq!(compare(&[], &group(&[1.0]), Stands::ForOthers, 0.95), None);
        assert_eq!(compare(&group(&[1.0]), &[], Stands::ForOthers, 0.95), None);
    }

    proptest! {
        #[test]
        fn swapping_the_groups_turns_the_sign(
            one in prop::collection::vec((-50.0..50.0f64, 1.0..900.0f64), 2..9),
            other in prop::collection::vec((-50.0..50.0f64, 1.0..900.0f64), 2..9),
        ) {
            let parts = |of: &[(f64, f64)]| {
                of.iter().map(|&(value, weight)| Part { value, weight, error: None }).collect::<Vec<_>>()
            };
            let (there, back) = (
                compare(&parts(&one), &parts(&other), Stands::ForOthers, 0.9).unwrap(),
                compare(&parts(&other), &parts(&one), Stands::ForOthers, 0.9).unwrap(),
            );
            prop_assert_eq!(there.difference, -back.difference);
            let (there, back) = (there.interval.unwrap(), back.interval.unwrap());
            prop_assert!((there.lower + back.upper).abs() < 1e-9 && (there.upper + back.lower).abs() < 1e-9);
        }

        #[test]
        fn a_group_beside_itself_is_similar(
            one in prop::collection::vec((-50.0..50.0f64, 1.0..900.0f64), 2..9),
        ) {
            let parts: Vec<Part> = one.iter().map(|&(value, weight)| Part { value, weight, error: None }).collect();
            let gap = compare(&parts, &parts, Stands::ForOthers, 0.95).unwrap();
            prop_assert_eq!((gap.difference, gap.outcome), (0.0, Outcome::Similar));
        }
    }
}
