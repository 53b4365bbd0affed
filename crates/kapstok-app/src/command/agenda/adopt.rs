// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok agenda adopt`: the agenda of an area becomes a version that everything later is held against.
//!
//! Invariant: a version says on which build and which recipes it rests, and holds the figures of that moment for every
//! indicator that a burden or a target of the area names. Nothing later changes them.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use kapstok_agenda::entry::Noun;
use kapstok_agenda::event::{Adoption, Baseline, What};
use kapstok_agenda::state::State;
use kapstok_share::find::find_area;
use kapstok_share::snapshot::Snapshot;
use kapstok_share::words::Words;

use crate::agenda::area;
use crate::build::snapshot;
use crate::cli::SaidArguments;
use crate::failure::Failure;

/// Adopts the agenda of an area.
///
/// # Errors
/// [`Failure::NoBuild`]; no such area; K0655 for a later version without a reason.
pub(crate) fn adopt(
    dir: &Path,
    typed: &str,
    reason: Option<&str>,
    choice: Option<String>,
    said: &SaidArguments,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let said = super::who(said)?;
    let reason = reason.map(|reason| super::plain("reason", reason)).transpose()?;
    let choice = choice.map(|choice| super::plain("choice", &choice)).transpose()?;
    let snapshot = snapshot::current(dir)?;
    let mut writer = super::open(dir, words)?;
    let state = writer.state();
    let code = match state.areas().contains(&typed.trim()) {
        true => typed.trim().to_owned(),
        false => area::code_in(&snapshot, typed)?,
    };
    let version = u32::try_from(state.versions_of(&code).count()).unwrap_or(u32::MAX).saturating_add(1);
    let mut recipes: Vec<(&str, &str)> =
        snapshot.manifest().recipes.iter().map(|recipe| (recipe.id.as_str(), recipe.sha256.as_str())).collect();
    recipes.sort_unstable();
    let adoption = Adoption {
        version,
        reason: reason.map(Some),
        data: Some(snapshot.id().to_owned()),
        recipes: recipes.into_iter().map(|(_, sha256)| sha256.to_owned()).collect(),
        choice,
        baseline: baseline(&snapshot, state, &code),
        area: code,
    };
    super::record(&mut writer, What::Adopted(adoption), &said, words, out)
}

/// The newest figure of every indicator that a burden or a target of an area names; none where the build has none.
fn baseline(snapshot: &Snapshot, state: &State, area: &str) -> Vec<Baseline> {
    let named = [Noun::Burden, Noun::Target].into_iter().flat_map(|noun| state.of_area(noun, area));
    let indicators: BTreeSet<&str> = named.filter_map(|entry| entry.word("indicator")).collect();
    let at = find_area(snapshot, area).ok();
    let figure = |indicator: &&str| {
        let column = at.and_then(|at| snapshot.column(snapshot.level_of(at), indicator, None));
        Baseline {
            indicator: (*indicator).to_owned(),
            period: column.map(|(entry, _)| entry.period.clone()).unwrap_or_default(),
            value: column.zip(at).and_then(|((_, column), at)| column.value(at.index)).map(|value| value.to_string()),
        }
    };
    indicators.iter().map(figure).collect()
}
