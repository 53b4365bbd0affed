// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What pages need of a snapshot, worked out once: where the middle of each column lies, names to search, likeness.
//!
//! In: a snapshot. Out: [`Prepared`]. Columns and names are worked out at once; the likeness of a level with the
//! first page that shows it, and the five lines of an area with its first page. Invariant: made of the snapshot alone, so of nothing that the gate withholds.

use std::sync::OnceLock;

use kapstok_score::similar::Likeness;
use kapstok_share::manifest::ColumnEntry;
use kapstok_share::middle::Middle;
use kapstok_share::snapshot::{AreaAt, Level, Snapshot};
use kapstok_share::worry::{Worries, likeness, worries};

/// Everything that is worked out once.
#[derive(Debug)]
pub struct Prepared {
    /// Per level and column.
    middles: Vec<Vec<Option<Middle>>>,
    by_name: Vec<OnceLock<Vec<u32>>>,
    likeness: Vec<OnceLock<(Vec<String>, Likeness)>>,
    /// Per level and area.
    worries: Vec<Vec<OnceLock<Worries>>>,
}

impl Prepared {
    /// Works out columns and names.
    pub(crate) fn new(snapshot: &Snapshot) -> Self {
        let middles = |level: &Level| level.columns().iter().map(|column| Middle::of(column.values())).collect();
        Self {
            middles: snapshot.levels().iter().map(middles).collect(),
            by_name: snapshot.levels().iter().map(|_| OnceLock::new()).collect(),
            likeness: snapshot.levels().iter().map(|_| OnceLock::new()).collect(),
            worries: snapshot.levels().iter().map(|level| vec![OnceLock::new(); level.len()]).collect(),
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
        self.likeness[level.position()].get_or_init(|| likeness(snapshot, level))
    }

    /// What is known of an area for its five lines.
    pub(crate) fn worries(&self, snapshot: &Snapshot, area: AreaAt) -> &Worries {
        self.worries[area.level][area.index]
            .get_or_init(|| worries(snapshot, area, self.likeness(snapshot, snapshot.level_of(area))))
    }
}
