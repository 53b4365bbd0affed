// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok area`: what is known of one area. What is good first, then the rest; the burdens that come
//! together with what they rest on; what can be said of people; the sources.
//!
//! In: a build and an area. Out: [`AreaPage`], as facts (`--json`) or as a page (`page.rs`).
//! Invariant: no figure of a gated area is in it.

mod page;

use std::path::Path;

use serde::Serialize;

use crate::build::manifest::{IndicatorEntry, LevelEntry};
use crate::build::scores::AreaScores;
use crate::build::store::Store;
use crate::command::find::find_area;
use crate::counted::{CountedLine, counted_lines};
use crate::failure::Failure;
use crate::words::{Language, Words};

/// Whether bounds on every pair of burdens are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pairs {
    /// Only how many pairs there are, and those that must overlap.
    Counted,
    /// Every pair.
    All,
}

impl From<bool> for Pairs {
    fn from(all: bool) -> Self {
        if all { Self::All } else { Self::Counted }
    }
}

/// Everything about one area, as `--json` prints it.
#[derive(Serialize)]
pub(crate) struct AreaPage {
    invented: bool,
    area: String,
    name: String,
    level: String,
    boundary_year: u16,
    /// Strengths first, then what only describes, then burdens; by domain within.
    figures: Vec<FigureLine>,
    /// One for each recipe that counts burdens on this level.
    burdens: Vec<AreaScores>,
    counted: Vec<CountedLine>,
    sources: Vec<SourceLine>,
    #[serde(skip)]
    store: Store,
}

/// The newest figure of one indicator.
#[derive(Serialize)]
struct FigureLine {
    indicator: String,
    label: String,
    domain: String,
    direction: String,
    unit: String,
    kind: String,
    period: String,
    value: Option<f64>,
    /// Published margins.
    lower: Option<f64>,
    upper: Option<f64>,
    provisional: bool,
    /// Why there is none.
    reason: Option<String>,
    /// Whether it was brought from another map.
    rebased: bool,
    /// Number in `sources`, from 1.
    source: usize,
}

/// A file that figures came from.
#[derive(Serialize)]
struct SourceLine {
    source: String,
    publisher: String,
    title: String,
    table_id: Option<String>,
    attribution: String,
    licence: String,
    sha256: String,
}

/// Gathers what the current build knows of an area.
///
/// # Errors
/// No build; no such area.
pub(crate) fn area(dir: &Path, area: &str, words: &Words) -> Result<AreaPage, Failure> {
    let store = Store::current(dir)?;
    let (level, areas, area_index) = find_area(&store, area)?;
    let Some(entry) = store.level(&level).cloned() else { return Err(Failure::NoBuild { dir: dir.to_owned() }) };
    let code = areas.codes[area_index].clone();
    let (figures, sources) = figures(&store, &entry, area_index, words)?;
    Ok(AreaPage {
        invented: store.manifest.invented,
        name: areas.names[area_index].clone(),
        boundary_year: entry.boundary_year,
        figures,
        burdens: AreaScores::of(&store, &level, &code)?,
        counted: counted_lines(&store, &entry, area_index)?,
        sources,
        area: code,
        level,
        store,
    })
}

/// The newest figure of every indicator, and the files that they came from in that order.
fn figures(
    store: &Store,
    level: &LevelEntry,
    area_index: usize,
    words: &Words,
) -> Result<(Vec<FigureLine>, Vec<SourceLine>), Failure> {
    let order = |indicator: &IndicatorEntry| match indicator.direction.as_str() {
        "higher-is-better" => 0,
        "neither" => 1,
        _ => 2,
    };
    let mut indicators: Vec<&IndicatorEntry> = store.manifest.indicators.iter().collect();
    indicators.sort_by_key(|it| (order(it), &it.domain, &it.id));
    let origins = store.origins()?;
    let (mut lines, mut sources): (Vec<FigureLine>, Vec<SourceLine>) = (Vec::new(), Vec::new());
    for indicator in indicators {
        let Some((position, column)) = store.column(level, &indicator.id, None) else { continue };
        let Some(origin) = origins.get(column.origin) else { continue };
        let withheld = store.withheld(level, position)?[area_index];
        let found = store.figures_with_reasons(&level.level, position)?.into_iter().nth(area_index);
        let Some(found) = found else { continue };
        let interval = match indicator.kind.as_str() {
            "survey" if withheld.is_none() => store.intervals(&level.level, position)?[area_index],
            _ => None,
        };
        let known = |it: &SourceLine| it.sha256 == origin.sha256 && it.source == origin.source;
        let source = match sources.iter().position(known) {
            Some(at) => at + 1,
            None => {
                sources.push(SourceLine {
                    source: origin.source.clone(),
                    publisher: origin.publisher.clone(),
                    title: origin.title.clone(),
                    table_id: origin.table_id.clone(),
                    attribution: origin.attribution.clone(),
                    licence: origin.licence.clone(),
                    sha256: origin.sha256.clone(),
                });
                sources.len()
            }
        };
        lines.push(FigureLine {
            indicator: indicator.id.clone(),
            label: label_of(store, &indicator.id, words),
            domain: indicator.domain.clone(),
            direction: indicator.direction.clone(),
            unit: indicator.unit.clone(),
            kind: indicator.kind.clone(),
            period: column.period.clone(),
            value: found.value.filter(|_| withheld.is_none()),
            lower: interval.map(|(lower, _)| lower),
            upper: interval.map(|(_, upper)| upper),
            provisional: found.provisional && withheld.is_none(),
            reason: withheld.map(str::to_owned).or(found.reason),
            rebased: found.rebased.is_some(),
            source,
        });
    }
    Ok((lines, sources))
}

/// The label of an indicator; its id where the build does not know it.
fn label_of(store: &Store, id: &str, words: &Words) -> String {
    match (store.indicator(id), words.language) {
        (Some(indicator), Language::Nl) => indicator.label.nl.clone(),
        (Some(indicator), Language::En) => indicator.label.en.clone(),
        (None, _) => id.to_owned(),
    }
}
