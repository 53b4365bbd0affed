// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok why AREA INDICATOR`: the whole story of one cell, with the rows of its parts where their file is there.

use std::path::Path;

use kapstok_share::find::find_area;
use kapstok_share::snapshot::Snapshot;
use kapstok_share::why::{Why, why};

use crate::failure::Failure;
use crate::gather;
use kapstok_share::words::Language;

/// Finds a cell in the current build of a workspace.
///
/// # Errors
/// No such area, indicator or period (with the nearest name); a source that cannot be read.
pub(crate) fn of_workspace(
    dir: &Path,
    snapshot: &Snapshot,
    area: &str,
    indicator: &str,
    period: Option<&str>,
    language: Language,
) -> Result<Why, Failure> {
    let area = find_area(snapshot, area)?;
    let mut why = why(snapshot, area, indicator, period, language)?;
    let Some(rebased) = &mut why.rebased else { return Ok(why) };
    let published = gather::published_column(dir, &why.origin, &why.level, &why.indicator, &why.period)?;
    let Some(published) = published else { return Ok(why) };
    for part in &mut rebased.parts {
        let at = published.areas().index_of(&part.area);
        part.row = at.and_then(|at| published.row(at));
        part.has_figure = Some(at.is_some_and(|at| published.value(at).is_some()));
    }
    Ok(why)
}
