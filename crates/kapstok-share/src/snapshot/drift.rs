// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How far areas move in a year, from what may leave a build.
//!
//! In: all years of an indicator at a level. Out: [`Drift`], worked out once. The rule stands in `kapstok_score::sure`.
//! Invariant: made of figures that are shown, so of nothing that the gate withholds.

use std::sync::OnceLock;

use kapstok_score::sure::{Drift, drift};
use kapstok_table::Period;

use super::{Level, Snapshot};
use crate::manifest::Manifest;

/// Per level and indicator of the manifest.
#[derive(Debug)]
pub(super) struct Drifts(Vec<Vec<OnceLock<Option<Drift>>>>);

impl Drifts {
    /// None is known yet.
    pub(super) fn new(manifest: &Manifest) -> Self {
        Self(manifest.levels.iter().map(|_| vec![OnceLock::new(); manifest.indicators.len()]).collect())
    }
}

impl Snapshot {
    /// How far areas of a level move in a year; `None` where fewer than thirty changes are known.
    pub fn drift(&self, level: &Level, indicator: &str) -> Option<Drift> {
        let position = self.manifest.indicators.iter().position(|it| it.id == indicator)?;
        let kept = self.drifts.0.get(level.position())?.get(position)?;
        *kept.get_or_init(|| {
            let entries = self.entry(level).columns.iter().zip(level.columns());
            let of_indicator = entries.filter(|(entry, _)| entry.indicator == indicator);
            let mut years: Vec<(f64, Vec<Option<f64>>)> = of_indicator
                .filter_map(|(entry, column)| {
                    let year = f64::from(Period::parse(&entry.period)?.year());
                    Some((year, (0..level.len()).map(|index| column.value(index)).collect()))
                })
                .collect();
            years.sort_by(|one, other| one.0.total_cmp(&other.0));
            drift(&years)
        })
    }
}
