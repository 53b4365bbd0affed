// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An invented country in which every area is large enough to be shown: for what is made of figures, not for the gate.
//!
//! In: figures by name. Out: a snapshot with one country and its neighbourhoods `B0000` on, each with 1,000 residents.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeMap;

use kapstok_share::manifest::{ColumnEntry, IndicatorEntry, LevelEntry};
use kapstok_share::snapshot::{Cell, RawBuild, RawColumn, RawLevel, Snapshot};

use super::country::Country;

/// The levels of it.
const LEVELS: [&str; 2] = ["country", "neighbourhood"];

/// What is put together.
pub(crate) struct Plain {
    pub(crate) raw: RawBuild,
    n: usize,
}

impl Plain {
    pub(crate) fn new(n: usize) -> Self {
        let mut raw = Country::new(0).raw();
        raw.manifest.indicators.retain(|it| it.id == "inwoners");
        raw.manifest.counted.clear();
        raw.manifest.recipes.clear();
        raw.methods.clear();
        let sizes = [1, n];
        let code = |level: usize, area: usize| format!("{}{area:04}", ["L", "B"][level]);
        let level = |at: usize| RawLevel {
            codes: (0..sizes[at]).map(|area| code(at, area)).collect(),
            names: (0..sizes[at]).map(|area| format!("{} {area}", LEVELS[at])).collect(),
            within: (0..at).map(|above| (LEVELS[above].to_owned(), vec![code(above, 0); sizes[at]])).collect(),
            columns: Vec::new(),
            outlines: None,
            links: BTreeMap::new(),
            scores: Vec::new(),
        };
        let entry = |at: usize| LevelEntry {
            level: LEVELS[at].to_owned(),
            boundary_year: 2024,
            n_areas: sizes[at],
            columns: Vec::new(),
            rebased_from: Vec::new(),
            map: false,
        };
        raw.levels = vec![level(0), level(1)];
        raw.manifest.levels = vec![entry(0), entry(1)];
        let mut plain = Self { raw, n };
        plain.figures("inwoners", "2024", Some(1000.0 * n as f64), |_| Some(1000.0));
        plain
    }

    /// An indicator, by its id and domain: a share of all residents from a register, of which more is a burden.
    pub(crate) fn indicator(&mut self, id: &str, domain: &str) -> &mut IndicatorEntry {
        let mut entry = self.raw.manifest.indicators[0].clone();
        entry.id = id.to_owned();
        (entry.label.nl, entry.label.en) = (id.to_owned(), id.to_owned());
        entry.domain = domain.to_owned();
        entry.unit = "percent".to_owned();
        entry.population = Some("residents".to_owned());
        (entry.rounding, entry.rounding_off_by) = (None, None);
        self.raw.manifest.indicators.push(entry);
        self.raw.manifest.indicators.last_mut().unwrap()
    }

    /// Figures of a period: of the country, and of each neighbourhood.
    pub(crate) fn figures(&mut self, id: &str, period: &str, country: Option<f64>, of: impl Fn(usize) -> Option<f64>) {
        let columns = [vec![country], (0..self.n).map(of).collect()];
        for (level, figures) in columns.into_iter().enumerate() {
            self.raw.manifest.levels[level].columns.push(ColumnEntry {
                indicator: id.to_owned(),
                period: period.to_owned(),
                origin: 0,
                known: figures.iter().flatten().count(),
                missing: BTreeMap::new(),
            });
            self.raw.levels[level].columns.push(RawColumn::new(figures.into_iter().map(cell)));
        }
    }

    pub(crate) fn snapshot(self) -> Snapshot {
        Snapshot::new(self.raw).unwrap()
    }
}

fn cell(value: Option<f64>) -> Cell {
    Cell {
        value,
        reason: value.is_none().then(|| "not_measured".to_owned()),
        mark: String::new(),
        provisional: false,
        margins: None,
        row: Some(1),
        rebased: None,
    }
}
