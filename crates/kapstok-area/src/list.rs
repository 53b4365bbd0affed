// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The areas of one level on the map of one year, in the order in which every column holds them.
//!
//! Invariant: one level, one boundary year, codes sorted as text, each once.

use std::fmt;

use crate::code::{AreaCode, Level};

/// The year of the map that a code belongs to; never the year that a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BoundaryYear(pub u16);

impl fmt::Display for BoundaryYear {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

/// All areas of one level in one boundary year. An `area_index` is a position in this list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaList {
    level: Level,
    boundary_year: BoundaryYear,
    codes: Vec<AreaCode>,
    names: Vec<Box<str>>,
}

impl AreaList {
    /// Sorts by code and keeps each code once; the first name that is not empty stands.
    /// Areas of another level are left out: the caller reports them.
    pub fn new(level: Level, boundary_year: BoundaryYear, areas: impl IntoIterator<Item = (AreaCode, String)>) -> Self {
        let mut areas: Vec<(AreaCode, String)> = areas.into_iter().filter(|(code, _)| *code.level() == level).collect();
        areas.sort_by(|(left, left_name), (right, right_name)| {
            left.cmp(right).then(left_name.is_empty().cmp(&right_name.is_empty()))
        });
        areas.dedup_by(|later, kept| later.0 == kept.0);
        let (codes, names) = areas.into_iter().map(|(code, name)| (code, name.into_boxed_str())).unzip();
        Self { level, boundary_year, codes, names }
    }

    /// The level of every area in the list.
    pub fn level(&self) -> &Level {
        &self.level
    }

    /// The year of the map.
    pub fn boundary_year(&self) -> BoundaryYear {
        self.boundary_year
    }

    /// Codes in order, `[n_areas]`.
    pub fn codes(&self) -> &[AreaCode] {
        &self.codes
    }

    /// Number of areas.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether there is no area at all.
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// Where an area stands, if it is in the list.
    pub fn index_of(&self, code: &str) -> Option<usize> {
        self.codes.binary_search_by(|probe| probe.as_str().cmp(code)).ok()
    }

    /// The name of an area; empty when no source gave one.
    pub fn name(&self, area_index: usize) -> &str {
        self.names.get(area_index).map_or("", |name| name)
    }
}
