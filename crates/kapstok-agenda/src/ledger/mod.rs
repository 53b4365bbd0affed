// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **The ledger**: which money there is, by area, domain, source and year; what is unknown is counted, never left out.
//!
//! In: a [`State`]. Out: [`LedgerLine`]s, and the same total laid out by domain and by area ([`layout`]). Invariant: planned,
//! committed and spent are stages of one sum, and are never added up.

mod layout;

use std::collections::BTreeMap;

pub use layout::{Layout, LayoutLine, Reach, layout};

use crate::entry::{Entry, Id, Noun};
use crate::matrix::{Sum, source, stage};
use crate::state::State;

/// Money of one area, domain, source, year and stage.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerLine {
    /// Code of the area.
    pub area: String,
    /// What it is for.
    pub domain: For,
    /// Who pays; `None` where nobody is named.
    pub source: Option<Id>,
    /// The year.
    pub year: u16,
    /// How far it has come: one of [`STAGES`](crate::entry::STAGES).
    pub stage: &'static str,
    /// The domain or purpose that it must be used for, where it must.
    pub earmark: Option<String>,
    /// What there is.
    pub sum: Sum,
    /// The lines of the agenda that it is the sum of.
    pub of: Vec<Id>,
}

/// What money is for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum For {
    /// One domain.
    Domain(String),
    /// Several domains at once; it is not split by any rule of ours.
    Several,
    /// Nothing says so.
    Unknown,
}

/// Which part of the ledger is asked for. `None` is all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// One area.
    pub area: Option<&'a str>,
    /// One year.
    pub year: Option<u16>,
    /// One stage.
    pub stage: Option<&'a str>,
}

/// The ledger: by area, domain, source, year and stage, in that order.
pub fn ledger(state: &State, wanted: Wanted<'_>) -> Vec<LedgerLine> {
    let mut lines: BTreeMap<_, LedgerLine> = BTreeMap::new();
    for capacity in state.all(Noun::Capacity).filter(|it| is_wanted(it, wanted)) {
        let (area, year) = (capacity.word("area").unwrap_or_default(), year_of(capacity));
        let (domain, source, at) = (purpose(state, capacity), source(state, capacity), stage(capacity));
        let earmark = capacity.word("earmark").map(str::to_owned);
        let key = (area.to_owned(), domain.clone(), source, year, at, earmark.clone());
        let line = lines.entry(key).or_insert_with(|| LedgerLine {
            area: area.to_owned(),
            domain,
            source,
            year,
            stage: crate::entry::STAGES[at],
            earmark,
            sum: Sum::default(),
            of: Vec::new(),
        });
        line.sum.add(capacity);
        line.of.push(capacity.id());
    }
    lines.into_values().collect()
}

fn is_wanted(capacity: &Entry, wanted: Wanted<'_>) -> bool {
    wanted.area.is_none_or(|area| capacity.word("area") == Some(area))
        && wanted.year.is_none_or(|year| year_of(capacity) == year)
        && wanted.stage.is_none_or(|stage| capacity.word("stage") == Some(stage))
}

fn year_of(capacity: &Entry) -> u16 {
    capacity.whole("year").and_then(|year| u16::try_from(year).ok()).unwrap_or(0)
}

/// What a line of money is for: its own domain, or that of what its action works on.
fn purpose(state: &State, capacity: &Entry) -> For {
    match state.domains(capacity).as_slice() {
        [] => For::Unknown,
        [domain] => For::Domain((*domain).to_owned()),
        _ => For::Several,
    }
}
