// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is made once per snapshot: the catalogue, and for each level its lists and columns when they are first asked.
//!
//! In: a snapshot. Out: bytes that are the same for everybody. Invariant: there is one place for each column of the
//! snapshot and no more, so that what is kept is bounded by what there is.

use std::sync::{Arc, OnceLock};

use kapstok_share::search::SearchIndex;
use kapstok_share::snapshot::Snapshot;

use super::area::LevelSources;
use super::catalogue::{Addresses, catalogue};
use super::columns::RecipeColumn;
use super::downloads::Downloads;
use super::fields::{Field, fields};
use crate::level_map::LevelMap;
use crate::packed::Packed;

/// What is made once per snapshot.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) search: SearchIndex,
    pub(super) catalogue: Arc<Packed>,
    pub(super) levels: Vec<Ready>,
    pub(super) downloads: Downloads,
}

/// What is made once per level.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) areas: Slot,
    pub(super) columns: Vec<Slot>,
    pub(super) recipes: Vec<(RecipeColumn, Slot)>,
    pub(super) sources: LevelSources,
    /// None where the level has no map that can be read.
    pub(super) map: Option<LevelMap>,
    pub(super) fields: Vec<Field>,
}

/// A place for bytes that are made when they are first asked.
#[derive(Debug, Default)]
pub(super) struct Slot(OnceLock<Arc<Packed>>);

impl Slot {
    /// The bytes; made now if nobody asked before.
    pub(super) fn get(&self, make: impl FnOnce() -> Vec<u8>) -> &Arc<Packed> {
        self.0.get_or_init(|| Arc::new(Packed::new(make())))
    }
}

impl Prepared {
    /// Makes what every caller asks first, and places for the rest.
    pub(crate) fn new(snapshot: &Snapshot) -> Self {
        let ready = |level: &kapstok_share::snapshot::Level| Ready {
            areas: Slot::default(),
            columns: level.columns().iter().map(|_| Slot::default()).collect(),
            recipes: RecipeColumn::all(snapshot, level).into_iter().map(|column| (column, Slot::default())).collect(),
            sources: LevelSources::of(snapshot, level),
            map: LevelMap::of(level),
            fields: fields(snapshot, level),
        };
        let levels: Vec<Ready> = snapshot.levels().iter().map(ready).collect();
        Self {
            search: SearchIndex::new(snapshot),
            catalogue: Arc::new(Packed::new(catalogue(snapshot, &levels, Addresses::Server).to_string())),
            levels,
            downloads: Downloads::default(),
        }
    }

    /// The map of a level, by its position.
    pub(crate) fn map(&self, position: usize) -> Option<&LevelMap> {
        self.levels.get(position)?.map.as_ref()
    }

    /// Makes what takes long before anybody asks it; gives what the names of its tiles begin with.
    pub(crate) fn warm(&self, snapshot: &Snapshot) -> Vec<String> {
        let levels = snapshot.levels().iter().zip(&self.levels);
        levels.filter_map(|(level, ready)| ready.map.as_ref()?.warm(level)).collect()
    }
}
