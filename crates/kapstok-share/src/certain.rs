// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How sure one figure on a map is: whether its interval holds what it is held against, and how likely a chance is.
//!
//! In: a figure, its interval or its chance, and what it is held against. Out: a [`Verdict`]; the class of a chance.
//! Invariants: without an interval nothing is sure; an interval that touches what it is held against holds it. The map
//! that moves says the same (`atlas/src/certain.ts`), with the same cases in its test.

/// What came of holding a figure against something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The whole interval lies above.
    Higher,
    /// The whole interval lies below.
    Lower,
    /// It belongs to the worst part, and so do as many draws as an interval holds.
    In,
    /// It does not belong to the worst part, nor do as many draws as an interval holds.
    Out,
    /// The interval holds what it is held against, or the draws do not say the same.
    Unsure,
    /// Nobody says between what it lies.
    Unknown,
}

impl Verdict {
    /// Its word in the keys of the texts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::In => "in",
            Self::Out => "out",
            Self::Unsure => "unsure",
            Self::Unknown => "unknown",
        }
    }
}

/// Half a draw in a million, for rounding.
const TOLERANCE: f64 = 1e-6;

/// Where a chance gets another word: very unlikely, unlikely, about as likely as not, likely, very likely.
///
/// # Source
/// Mastrandrea and others 2010, Guidance note for lead authors of the IPCC fifth assessment report on consistent treatment
/// of uncertainties, table 1.
pub const CHANCE_BOUNDS: [f64; 4] = [0.1, 0.33, 0.66, 0.9];

/// Holds a figure with its interval against another figure.
pub fn of_interval(interval: Option<(f64, f64)>, against: Option<f64>) -> Verdict {
    // Not a number is no margin.
    let interval = interval.filter(|(lower, upper)| lower.is_finite() && upper.is_finite());
    match (interval, against) {
        (Some((lower, _)), Some(against)) if lower > against => Verdict::Higher,
        (Some((_, upper)), Some(against)) if upper < against => Verdict::Lower,
        (Some(_), Some(_)) => Verdict::Unsure,
        (None, _) | (_, None) => Verdict::Unknown,
    }
}

/// Holds what was counted against the part of the draws in which it was so; `level` is the part that an interval holds.
pub fn of_chance(is_in: bool, chance: Option<f64>, level: f64) -> Verdict {
    let rest = (1.0 - level) / 2.0 + TOLERANCE;
    match (is_in, chance) {
        (_, None) => Verdict::Unknown,
        (true, Some(chance)) if chance >= 1.0 - rest => Verdict::In,
        (false, Some(chance)) if chance <= rest => Verdict::Out,
        (true | false, Some(_)) => Verdict::Unsure,
    }
}

/// The class of a chance, 0 ..= 4.
pub fn chance_class(chance: f64) -> usize {
    CHANCE_BOUNDS.iter().filter(|bound| chance >= **bound).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_that_touches_what_it_is_held_against_holds_it() {
        // The same cases as in `atlas/tests/unit/certain.test.ts`.
        let cases = [
            (Some((10.0, 14.0)), Some(9.9), Verdict::Higher),
            (Some((10.0, 14.0)), Some(10.0), Verdict::Unsure),
            (Some((10.0, 14.0)), Some(12.0), Verdict::Unsure),
            (Some((10.0, 14.0)), Some(14.0), Verdict::Unsure),
            (Some((10.0, 14.0)), Some(14.1), Verdict::Lower),
            (Some((1.0, 1.0)), Some(1.0), Verdict::Unsure),
            (None, Some(1.0), Verdict::Unknown),
            (Some((1.0, 2.0)), None, Verdict::Unknown),
            (Some((f64::NAN, 2.0)), Some(3.0), Verdict::Unknown),
            (Some((f64::NAN, f64::NAN)), Some(3.0), Verdict::Unknown),
        ];
        for (interval, against, expected) in cases {
            assert_eq!(of_interval(interval, against), expected, "{interval:?} {against:?}");
        }
    }

    #[test]
    fn what_was_counted_is_sure_only_where_the_draws_say_the_same() {
        let cases = [
            (true, Some(0.975), Verdict::In),
            (true, Some(0.974), Verdict::Unsure),
            // Counted among the worst, and nearly never drawn there: sure of nothing.
            (true, Some(0.01), Verdict::Unsure),
            (false, Some(0.025), Verdict::Out),
            (false, Some(0.026), Verdict::Unsure),
            (false, Some(0.99), Verdict::Unsure),
            (false, None, Verdict::Unknown),
        ];
        for (is_in, chance, expected) in cases {
            assert_eq!(of_chance(is_in, chance, 0.95), expected, "{is_in} {chance:?}");
        }
    }

    #[test]
    fn a_chance_on_a_bound_is_in_the_class_above_it() {
        let classes = [0.0, 0.099, 0.1, 0.33, 0.659, 0.66, 0.9, 1.0].map(chance_class);
        assert_eq!(classes, [0, 0, 1, 2, 2, 3, 4, 4]);
    }
}
