// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What pages need of a snapshot, worked out once: where the middle of each column lies, names to search, likeness.
//!
//! In: a snapshot. Out: [`Prepared`]. Columns and names are worked out at once; the likeness of a level with the
//! first page that shows it. Invariant: made of the snapshot alone, so of nothing that the gate withholds.

use std::sync::OnceLock;

use kapstok_score::similar::Likeness;
use kapstok_share::manifest::{ColumnEntry, IndicatorEntry};
use kapstok_share::snapshot::{Column, Level, Snapshot};

/// Everything that is worked out once.
#[derive(Debug)]
pub struct Prepared {
    /// Per level and column.
    middles: Vec<Vec<Option<Middle>>>,
    by_name: Vec<OnceLock<Vec<u32>>>,
    likeness: Vec<OnceLock<(Vec<String>, Likeness)>>,
}

/// How the figures of a column lie: of all areas with a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Middle {
    pub(crate) n_known: usize,
    /// One in a hundred lies below.
    pub(crate) low: f64,
    pub(crate) lower_quartile: f64,
    pub(crate) median: f64,
    pub(crate) upper_quartile: f64,
    /// One in a hundred lies above.
    pub(crate) high: f64,
}

impl Prepared {
    /// Works out columns and names.
    pub(crate) fn new(snapshot: &Snapshot) -> Self {
        let middles = |level: &Level| level.columns().iter().map(|column| Middle::of(column.values())).collect();
        Self {
            middles: snapshot.levels().iter().map(middles).collect(),
            by_name: snapshot.levels().iter().map(|_| OnceLock::new()).collect(),
            likeness: snapshot.levels().iter().map(|_| OnceLock::new()).collect(),
        }
    }

    /// How the figures of a column lie.
    pub(crate) fn middle(&self, snapshot: &Snapshot, level: &Level, entry: &ColumnEntry) -> Option<Middle> {
        let position = snapshot.entry(level).column(&entry.indicator, Some(&entry.period))?.0;
        self.middles[level.position()][position]
    }

    /// The place of each area when they stand by name, ties by code.
    pub(crate) fn by_name(&self, level: &Level) -> &[u32] {
        self.by_name[level.position()].get_or_init(|| {
            let mut areas: Vec<usize> = (0..level.len()).collect();
            areas.sort_by_cached_key(|index| level.names()[*index].to_lowercase());
            let mut places = vec![0; areas.len()];
            areas.iter().enumerate().for_each(|(place, index)| places[*index] = place as u32);
            places
        })
    }

    /// Which areas of a level are like each other, and over which indicators.
    pub(crate) fn likeness(&self, snapshot: &Snapshot, level: &Level) -> &(Vec<String>, Likeness) {
        self.likeness[level.position()].get_or_init(|| {
            let compared = snapshot.manifest().indicators.iter().filter(|indicator| is_compared(indicator));
            let columns = compared.filter_map(|it| Some((it, snapshot.column(level, &it.id, None)?.1)));
            let columns: Vec<(&IndicatorEntry, &Column)> = columns.filter(|(_, column)| column.n_known() > 0).collect();
            let values: Vec<&[f64]> = columns.iter().map(|(_, column)| column.values()).collect();
            (columns.iter().map(|(indicator, _)| indicator.id.clone()).collect(), Likeness::new(&values))
        })
    }
}

/// Shares and rates that have a direction. Counts grow with the area, and no trait of people makes areas alike.
fn is_compared(indicator: &IndicatorEntry) -> bool {
    indicator.direction != "neither" && indicator.unit != "count" && indicator.protected.is_none()
}

impl Middle {
    fn of(values: &[f64]) -> Option<Self> {
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
    pub(crate) fn range(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// Where one of five classes with as many areas each ends and the next begins.
    pub(crate) fn breaks(values: &[f64]) -> Vec<f64> {
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
