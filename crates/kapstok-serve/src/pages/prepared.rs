// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What pages need of a snapshot, worked out once: where the middle of each column lies, names to search, likeness.
//!
//! In: a snapshot. Out: [`Prepared`]. Columns and names are worked out at once; the likeness of a level with the
//! first page that shows it. Invariant: made of the snapshot alone, so of nothing that the gate withholds.

use std::sync::OnceLock;

use kapstok_score::similar::Likeness;
use kapstok_share::manifest::{ColumnEntry, IndicatorEntry};
use kapstok_share::middle::Middle;
use kapstok_share::snapshot::{Column, Level, Snapshot};

/// Everything that is worked out once.
#[derive(Debug)]
pub struct Prepared {
    /// Per level and column.
    middles: Vec<Vec<Option<Middle>>>,
    by_name: Vec<OnceLock<Vec<u32>>>,
    likeness: Vec<OnceLock<(Vec<String>, Likeness)>>,
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
