// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The area that was typed, as an agenda knows it.
//!
//! In: a code or a name. Out: a code. An area that something is agreed for is taken as it is, also when no map has it any
//! more; otherwise the current build says which area was meant, and without a build a code is taken as it stands.

use std::path::Path;

use kapstok_agenda::state::State;
use kapstok_share::find::find_area;
use kapstok_share::snapshot::Snapshot;

use crate::build::snapshot;
use crate::build::store::Store;
use crate::failure::Failure;

/// The code of the area that was typed.
///
/// # Errors
/// [`Failure::NotFound`] with the nearest area; a build that cannot be read.
pub(crate) fn code_of(dir: &Path, typed: &str, state: &State) -> Result<String, Failure> {
    let typed = typed.trim();
    if state.areas().contains(&typed) {
        return Ok(typed.to_owned());
    }
    match Store::current(dir) {
        Ok(store) => code_in(&snapshot::load(&store)?, typed),
        Err(Failure::NoBuild { .. }) if typed.is_empty() => {
            Err(Failure::NotFound { what: "area-empty", found: String::new(), nearest: String::new() })
        }
        Err(Failure::NoBuild { .. }) => Ok(typed.to_owned()),
        Err(other) => Err(other),
    }
}

/// The code of the area that was typed, in a build.
///
/// # Errors
/// [`Failure::NotFound`] with the nearest area.
pub(crate) fn code_in(snapshot: &Snapshot, typed: &str) -> Result<String, Failure> {
    let at = find_area(snapshot, typed)?;
    Ok(snapshot.level_of(at).codes()[at.index].clone())
}

/// The name of an area in the current build; empty where there is none.
pub(crate) fn name_of(dir: &Path, code: &str) -> String {
    let Ok(store) = Store::current(dir) else { return String::new() };
    let named = |level: &str| {
        let areas = store.areas(level).ok()?;
        Some(areas.names[areas.index_of(code)?].clone())
    };
    store.manifest.levels.iter().find_map(|level| named(&level.level)).unwrap_or_default()
}
