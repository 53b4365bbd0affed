// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is known of one area: what is good first, then the rest; the burdens that come together with what they
//! rest on; what can be said of people; the sources.
//!
//! In: a snapshot and an area. Out: [`AreaPage`], as facts. Not here: how a terminal or a page shows it.

use serde::Serialize;

use crate::counted::{CountedLine, counted_lines};
use crate::manifest::{IndicatorEntry, OriginEntry};
use crate::numbered::Numbered;
use crate::snapshot::{AreaAt, AreaScores, Snapshot};
use crate::words::Language;

/// Everything about one area, as `--json` prints it.
#[derive(Serialize)]
pub struct AreaPage {
    /// Whether everything in it is invented.
    pub invented: bool,
    /// Code of the area.
    pub area: String,
    /// Name of the area; empty where none is known.
    pub name: String,
    /// Its level.
    pub level: String,
    /// The map of its code.
    pub boundary_year: u16,
    /// Strengths first, then what only describes, then burdens; by domain within.
    pub figures: Vec<FigureLine>,
    /// One for each recipe that counts burdens on this level.
    pub burdens: Vec<AreaScores>,
    /// Tables in which people with several things were counted.
    pub counted: Vec<CountedLine>,
    /// Files that the figures came from, numbered from 1.
    pub sources: Vec<SourceLine>,
}

/// The newest figure of one indicator.
#[derive(Debug, Serialize)]
pub struct FigureLine {
    /// Id of the indicator.
    pub indicator: String,
    /// Its label.
    pub label: String,
    /// The field of policy.
    pub domain: String,
    /// Which way is a burden.
    pub direction: String,
    /// What it counts or measures in.
    pub unit: String,
    /// Register, survey, model or derived.
    pub kind: String,
    /// What the figure is about.
    pub period: String,
    /// The figure.
    pub value: Option<f64>,
    /// Published margins.
    pub lower: Option<f64>,
    /// Upper published margin.
    pub upper: Option<f64>,
    /// Whether the publisher may still change it.
    pub provisional: bool,
    /// Why there is none.
    pub reason: Option<String>,
    /// Whether it was brought from another map.
    pub rebased: bool,
    /// Number in `sources`, from 1.
    pub source: usize,
}

/// A file that figures came from.
#[derive(Serialize)]
pub struct SourceLine {
    /// Id of the source.
    pub source: String,
    /// Who published it.
    pub publisher: String,
    /// Title as published.
    pub title: String,
    /// Id of the published table.
    pub table_id: Option<String>,
    /// What must stand beside the figures.
    pub attribution: String,
    /// Licence.
    pub licence: String,
    /// SHA-256 of the file.
    pub sha256: String,
}

/// Gathers what a snapshot knows of an area, with labels in a language.
pub fn area_page(snapshot: &Snapshot, area: AreaAt, language: Language) -> AreaPage {
    let level = snapshot.level_of(area);
    let (figures, sources) = figures(snapshot, area, language);
    AreaPage {
        invented: snapshot.manifest().invented,
        area: level.codes()[area.index].clone(),
        name: level.names()[area.index].clone(),
        level: level.name().to_owned(),
        boundary_year: level.boundary_year(),
        figures,
        burdens: snapshot.recipes(level).map(|(recipe, scores)| scores.area(recipe, area.index)).collect(),
        counted: counted_lines(snapshot, area),
        sources,
    }
}

/// Strengths first, then what only describes, then burdens; by domain within.
pub fn in_reading_order(indicators: &[IndicatorEntry]) -> Vec<&IndicatorEntry> {
    let order = |indicator: &IndicatorEntry| match indicator.direction.as_str() {
        "higher-is-better" => 0,
        "neither" => 1,
        _ => 2,
    };
    let mut indicators: Vec<&IndicatorEntry> = indicators.iter().collect();
    indicators.sort_by_key(|it| (order(it), &it.domain, &it.id));
    indicators
}

/// The newest figure of every indicator, and the files that they came from in that order.
fn figures(snapshot: &Snapshot, area: AreaAt, language: Language) -> (Vec<FigureLine>, Vec<SourceLine>) {
    let level = snapshot.level_of(area);
    let (mut lines, mut sources) = (Vec::new(), Numbered::default());
    for indicator in in_reading_order(&snapshot.manifest().indicators) {
        let Some((entry, column)) = snapshot.column(level, &indicator.id, None) else { continue };
        let Some(origin) = snapshot.origin(entry) else { continue };
        let cell = column.cell(area.index);
        let margins = cell.margins.filter(|_| indicator.kind == "survey");
        lines.push(FigureLine {
            indicator: indicator.id.clone(),
            label: indicator.label.of(language).to_owned(),
            domain: indicator.domain.clone(),
            direction: indicator.direction.clone(),
            unit: indicator.unit.clone(),
            kind: indicator.kind.clone(),
            period: entry.period.clone(),
            value: cell.value,
            lower: margins.map(|(lower, _)| lower),
            upper: margins.map(|(_, upper)| upper),
            provisional: cell.provisional,
            reason: cell.reason,
            rebased: cell.rebased.is_some(),
            source: sources.add(origin),
        });
    }
    (lines, sources.files().iter().map(|origin| source_line(origin)).collect())
}

fn source_line(origin: &OriginEntry) -> SourceLine {
    SourceLine {
        source: origin.source.clone(),
        publisher: origin.publisher.clone(),
        title: origin.title.clone(),
        table_id: origin.table_id.clone(),
        attribution: origin.attribution.clone(),
        licence: origin.licence.clone(),
        sha256: origin.sha256.clone(),
    }
}
