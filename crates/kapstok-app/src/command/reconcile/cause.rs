// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What was added up below one larger area, and why it differs from the published total.
//!
//! Invariant: a cause explains no more than it can hold, and the surest that is enough is named.

use serde::Serialize;

use crate::build::store::Figure;

/// Why a sum differs from the published total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Cause {
    /// It does not.
    None,
    /// Within what the rounding of the cells allows.
    Rounding,
    /// Cells are withheld; the rest stays below the total.
    SecretCells,
    /// Cells have no figure for another reason; the rest stays below the total.
    MissingCells,
    /// Cells could not be brought onto the map.
    LostInRecoding,
    /// Cells were made from areas that were divided.
    Recoding,
    /// The two levels stand on maps of different years, and a border of this area moved between them.
    OtherMap,
    /// No smaller area lies in it.
    NoAreas,
    /// None of these: look at it.
    Unexplained,
}

impl Cause {
    /// Key of its words.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::None => "cause-none",
            Self::Rounding => "cause-rounding",
            Self::SecretCells => "cause-secret-cells",
            Self::MissingCells => "cause-missing-cells",
            Self::LostInRecoding => "cause-lost-in-recoding",
            Self::Recoding => "cause-recoding",
            Self::OtherMap => "cause-other-map",
            Self::NoAreas => "cause-no-areas",
            Self::Unexplained => "cause-unexplained",
        }
    }
}

/// What was added up below one larger area.
#[derive(Clone)]
pub(super) struct Sum {
    /// The figures, added up.
    pub(super) total: f64,
    /// Figures of the source that the total was made of: as often may rounding have moved it.
    pub(super) n_rounded: usize,
    /// The most that cells without a figure can hold; `None` once that is not known of one.
    pub(super) missing_allow: Option<f64>,
    /// What was estimated for parts of divided areas.
    pub(super) of_divided: f64,
    /// Whether its border lies elsewhere on the map of the smaller areas.
    pub(super) border_moved: bool,
    /// Smaller areas in it.
    pub(super) n_areas: usize,
    /// Cells without a figure.
    pub(super) n_missing: usize,
    /// Of those, withheld.
    pub(super) n_secret: usize,
    /// Of those, not brought onto the map.
    pub(super) n_lost: usize,
    /// Cells that were made from divided areas.
    pub(super) n_changed: usize,
}

impl Default for Sum {
    fn default() -> Self {
        Self {
            total: 0.0,
            n_rounded: 0,
            missing_allow: Some(0.0),
            of_divided: 0.0,
            border_moved: false,
            n_areas: 0,
            n_missing: 0,
            n_secret: 0,
            n_lost: 0,
            n_changed: 0,
        }
    }
}

impl Sum {
    /// Adds one cell; `most` is the most that it can be.
    pub(super) fn add(&mut self, figure: &Figure, most: Option<f64>) {
        self.n_areas += 1;
        match figure.value {
            Some(value) => {
                self.total += value;
                self.n_rounded += figure.rebased.map_or(1, |rebased| rebased.n_parts.max(1));
                self.of_divided += value * figure.rebased.map_or(0.0, |rebased| rebased.divided_share);
            }
            None => {
                self.n_missing += 1;
                self.missing_allow = self.missing_allow.zip(most).map(|(allow, most)| allow + most);
            }
        }
        match figure.reason.as_deref() {
            Some("secret") => self.n_secret += 1,
            Some("lost_in_recoding") => self.n_lost += 1,
            Some(_) | None => {}
        }
        if figure.rebased.is_some_and(|rebased| rebased.divided_share > 0.0) {
            self.n_changed += 1;
        }
    }
}

/// The first cause that is enough, the surest first. Missing cells explain a sum that is too low, never
/// one that is too high, and no more of it than they can hold. Parts of divided areas explain a sum that is
/// too high by no more than was estimated for them; how much they explain of one that is too low depends on
/// the parts that went elsewhere, so there any difference.
pub(super) fn cause(difference: f64, rounding_allows: f64, sum: &Sum) -> Cause {
    let allows = rounding_allows + 1e-6;
    let too_low = difference < 0.0;
    let missing_enough = too_low && sum.missing_allow.is_none_or(|most| -difference <= most + allows);
    match () {
        () if difference.abs() <= 1e-6 => Cause::None,
        () if difference.abs() <= allows => Cause::Rounding,
        () if missing_enough && sum.n_lost > 0 => Cause::LostInRecoding,
        () if missing_enough && sum.n_secret > 0 => Cause::SecretCells,
        () if missing_enough && sum.n_missing > 0 => Cause::MissingCells,
        () if sum.border_moved => Cause::OtherMap,
        () if sum.n_changed > 0 && (too_low || difference <= sum.of_divided + allows) => Cause::Recoding,
        () => Cause::Unexplained,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_has_the_first_cause_that_is_enough() {
        // Nothing is known of what the missing cells can hold, unless a case says so.
        let sum = |n_missing, n_secret, n_lost| Sum {
            n_areas: 10,
            n_missing,
            n_secret,
            n_lost,
            missing_allow: None,
            ..Sum::default()
        };
        let divided = |of_divided| Sum { n_changed: 1, of_divided, ..sum(0, 0, 0) };
        let holding = |most| Sum { missing_allow: Some(most), ..sum(1, 1, 0) };
        let cases = [
            (0.0, 25.0, sum(0, 0, 0), Cause::None),
            (-12.0, 25.0, sum(0, 0, 0), Cause::Rounding),
            (-40.0, 25.0, sum(1, 1, 0), Cause::SecretCells),
            (-40.0, 25.0, sum(1, 0, 0), Cause::MissingCells),
            (-40.0, 25.0, sum(2, 1, 1), Cause::LostInRecoding),
            (-40.0, 25.0, Sum { border_moved: true, ..divided(0.0) }, Cause::OtherMap),
            (-40.0, 25.0, divided(0.0), Cause::Recoding),
            (40.0, 25.0, divided(20.0), Cause::Recoding),
            (40.0, 25.0, divided(10.0), Cause::Unexplained), // Had none of the part lived here: 30 are left.
            (40.0, 25.0, sum(3, 3, 0), Cause::Unexplained),  // Withheld cells cannot make a sum too high.
            (-40.0, 25.0, holding(15.0), Cause::SecretCells),
            (-40.0, 25.0, holding(10.0), Cause::Unexplained), // An area of 10 residents hides no 15 people.
        ];
        for (difference, allows, sum, expected) in cases {
            assert_eq!(cause(difference, allows, &sum), expected, "difference {difference}");
        }
    }

    #[test]
    fn each_figure_of_the_source_may_have_been_rounded_once() {
        let figure = |value, n_parts| Figure {
            value,
            reason: None,
            rebased: Some(crate::build::store::FigureRebasing { divided_share: 0.5, n_parts }),
        };
        let mut sum = Sum::default();
        sum.add(&figure(Some(30.0), 3), Some(90.0));
        sum.add(&figure(None, 2), Some(40.0));
        assert_eq!((sum.n_rounded, sum.of_divided, sum.missing_allow), (3, 15.0, Some(40.0)));
        sum.add(&figure(None, 2), None);
        assert_eq!(sum.missing_allow, None);
    }
}
