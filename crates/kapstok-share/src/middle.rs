// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Where the middle of a column lies, and its quarters.
//!
//! In: figures of a column, not a number where there is none. Out: [`Middle`]. Quantiles lie between the two nearest figures, in
//! proportion. Invariant: areas without a figure take no part.

/// How the figures of a column lie: of all areas with a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Middle {
    /// Areas with a figure.
    pub n_known: usize,
    /// One in a hundred lies below.
    pub low: f64,
    /// A quarter lies below.
    pub lower_quartile: f64,
    /// Half lies below.
    pub median: f64,
    /// A quarter lies above.
    pub upper_quartile: f64,
    /// One in a hundred lies above.
    pub high: f64,
}

impl Middle {
    /// The middle of figures; `None` where there is none.
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut known: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
        if known.is_empty() {
            return None;
        }
        known.sort_unstable_by(f64::total_cmp);
        let at = |part: f64| {
            let place = part * (known.len() - 1) as f64;
            let below = place as usize;
            let rest = place - below as f64;
            known[below] + rest * (known.get(below + 1).unwrap_or(&known[below]) - known[below])
        };
        Some(Self {
            n_known: known.len(),
            low: at(0.01),
            lower_quartile: at(0.25),
            median: at(0.5),
            upper_quartile: at(0.75),
            high: at(0.99),
        })
    }

    /// Ends of a picture.
    pub fn range(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// Where one of five classes with as many areas each ends and the next begins.
    pub fn breaks(values: &[f64]) -> Vec<f64> {
        let mut known: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
        known.sort_unstable_by(f64::total_cmp);
        let mut breaks: Vec<f64> = (1..5).filter_map(|fifth| known.get(known.len() * fifth / 5).copied()).collect();
        breaks.dedup();
        // A class without any area below it is none.
        breaks.retain(|bound| known.first().is_some_and(|lowest| lowest < bound));
        breaks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_a_column_is_that_of_the_areas_with_a_figure() {
        let middle = Middle::of(&[f64::NAN, 4.0, 1.0, 3.0, 2.0, 5.0]).unwrap();
        assert_eq!((middle.n_known, middle.lower_quartile, middle.median, middle.upper_quartile), (5, 2.0, 3.0, 4.0));
        assert_eq!(Middle::of(&[f64::NAN]), None);
    }

    #[test]
    fn classes_hold_as_many_areas_each_and_equal_areas_are_never_parted() {
        let values: Vec<f64> = (0..10).map(f64::from).collect();
        assert_eq!(Middle::breaks(&values), [2.0, 4.0, 6.0, 8.0]);
        assert_eq!(Middle::breaks(&[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 9.0]), [0.0; 0]);
        assert_eq!(Middle::breaks(&[0.0, 0.0, 0.0, 1.0, 2.0]), [1.0, 2.0]);
    }
}
