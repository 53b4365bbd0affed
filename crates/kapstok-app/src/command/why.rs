// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok why AREA INDICATOR`: the whole story of one cell.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use crate::build::manifest::{ColumnEntry, CrosswalkEntry, LevelEntry, OriginEntry, StepEntry};
use crate::build::store::{Store, StoredCell};
use crate::command::find::find_area;
use crate::failure::Failure;
use crate::gather;
use crate::number::with_unit;
use crate::words::{Language, Words};
use kapstok_table::nearest;

/// Everything about one cell, as `--json` prints it.
#[derive(Serialize)]
pub(crate) struct Why {
    area: String,
    name: String,
    level: String,
    indicator: String,
    label: String,
    explanation: String,
    unit: String,
    kind: String,
    modelled_from: Vec<String>,
    population: Option<String>,
    period: String,
    other_periods: Vec<String>,
    value: Option<f64>,
    status: Option<String>,
    lower: Option<f64>,
    upper: Option<f64>,
    /// Half of the step of the source's rounding: the counted figure lies within this of the value. Absent
    /// for a figure that was made of several areas.
    rounding_half_width: Option<f64>,
    missing: Option<Missing>,
    boundary_year: u16,
    origin: OriginEntry,
    row: Option<i64>,
    rebased: Option<Rebased>,
    /// Files of the crosswalks on the way.
    crosswalks: Vec<CrosswalkEntry>,
    invented: bool,
}

#[derive(Serialize)]
struct Missing {
    reason: String,
    mark: String,
}

#[derive(Serialize)]
struct Rebased {
    changed_share: f64,
    divided_share: f64,
    evidence: String,
    parts: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    area: String,
    /// The part of it that lies here, 0 ..= 1.
    share: f64,
    /// What the crosswalk counts in all of it.
    counted: Option<f64>,
    evidence: String,
    /// Its row in the file; `None` where the file has none, or is gone.
    row: Option<u32>,
    /// Whether it has a figure there; `None` where the file is gone.
    has_figure: Option<bool>,
}

/// Finds a cell in the current build.
///
/// # Errors
/// No build; no such area, indicator or period (with the nearest name).
pub(crate) fn why(
    dir: &Path,
    area: &str,
    indicator: &str,
    period: Option<&str>,
    language: Language,
) -> Result<Why, Failure> {
    let store = Store::current(dir)?;
    let (level, areas, area_index) = find_area(&store, area)?;
    let indicator = indicator.trim();
    let ids = || store.manifest.indicators.iter().map(|entry| entry.id.as_str());
    let not_found = |what, found: &str, nearest| Failure::NotFound { what, found: found.to_owned(), nearest };
    if indicator.is_empty() {
        let first = store.manifest.indicators.first().map(|entry| entry.id.clone());
        return Err(not_found("indicator-empty", "", first.unwrap_or_default()));
    }
    let Some(meaning) = store.indicator(indicator) else {
        return Err(not_found("indicator", indicator, nearest(indicator, ids()).to_owned()));
    };
    let entry = store.level(&level).ok_or_else(|| not_found("level", &level, String::new()))?;
    let periods: Vec<&str> = entry
        .columns
        .iter()
        .filter(|column| column.indicator == indicator)
        .map(|column| column.period.as_str())
        .collect();
    let Some((position, column)) = store.column(entry, indicator, period) else {
        let has = |level: &&LevelEntry| level.columns.iter().any(|column| column.indicator == indicator);
        return Err(match period {
            Some(period) if !periods.is_empty() => not_found("period", period, periods.join(", ")),
            _ => Failure::NotAtLevel {
                indicator: indicator.to_owned(),
                levels: store.manifest.levels.iter().filter(has).map(|level| level.level.clone()).collect(),
                level,
            },
        });
    };
    let mut cell: StoredCell = store.cell(&level, position, area_index)?;
    if let Some(withheld) = store.withheld(entry, position)?[area_index] {
        cell = StoredCell {
            value: None,
            status: None,
            interval: None,
            mark: None,
            reason: Some(withheld.to_owned()),
            ..cell
        };
    }
    let made_of_parts = cell.rebased.as_ref().is_some_and(|it| it.divided_share > 0.0 || it.n_parts > 1);
    let origins = store.origins()?;
    let origin = origins.get(column.origin).cloned();
    let origin = origin.ok_or_else(|| Failure::store(&store.dir, format!("no origin {}", column.origin)))?;
    let parts = match origin.boundary_year == entry.boundary_year {
        true => Vec::new(),
        false => parts_of(dir, &store, &level, column, &origin, &areas.codes[area_index])?,
    };
    let on_the_way = |id: &str| {
        origin.steps.iter().any(|step| match step {
            StepEntry::Rebased { route, .. } => route.iter().any(|hop| hop.split(' ').next() == Some(id)),
            _ => false,
        })
    };
    let crosswalks = store.manifest.crosswalks.iter().filter(|it| on_the_way(&it.id)).cloned().collect();
    let both = |text: &crate::build::manifest::Both| match language {
        Language::Nl => text.nl.clone(),
        Language::En => text.en.clone(),
    };
    Ok(Why {
        area: areas.codes[area_index].clone(),
        name: areas.names[area_index].clone(),
        indicator: indicator.to_owned(),
        label: both(&meaning.label),
        explanation: both(&meaning.explanation),
        unit: meaning.unit.clone(),
        kind: meaning.kind.clone(),
        modelled_from: meaning.modelled_from.clone(),
        population: meaning.population.clone(),
        period: column.period.clone(),
        other_periods: periods.into_iter().filter(|period| *period != column.period).map(str::to_owned).collect(),
        value: cell.value,
        status: cell.status,
        lower: cell.interval.map(|(lower, _)| lower),
        upper: cell.interval.map(|(_, upper)| upper),
        rounding_half_width: Some(meaning.half_width_at(&level)).filter(|half| *half > 0.0 && !made_of_parts),
        missing: cell.reason.map(|reason| Missing { reason, mark: cell.mark.unwrap_or_default() }),
        boundary_year: entry.boundary_year,
        origin,
        row: cell.row,
        rebased: cell.rebased.map(|it| Rebased {
            changed_share: it.changed_share,
            divided_share: it.divided_share,
            evidence: it.evidence,
            parts,
        }),
        crosswalks,
        level,
        invented: store.manifest.invented,
    })
}

/// The areas of the other map that a new area was made from, each with its row in the file as far as the file
/// is still there. Their figures are not shown: how many residents they had is not known here.
fn parts_of(
    dir: &Path,
    store: &Store,
    level: &str,
    column: &ColumnEntry,
    origin: &OriginEntry,
    area: &str,
) -> Result<Vec<Part>, Failure> {
    let mut parts: Vec<Part> = store
        .links(level, origin.boundary_year)?
        .into_iter()
        .filter(|link| link.to == area)
        .map(|link| Part {
            area: link.from,
            share: link.share,
            counted: link.counted,
            evidence: link.evidence,
            row: None,
            has_figure: None,
        })
        .collect();
    let Some(published) = gather::published_column(dir, origin, level, &column.indicator, &column.period)? else {
        return Ok(parts);
    };
    for part in &mut parts {
        let at = published.areas().index_of(&part.area);
        part.row = at.and_then(|at| published.row(at));
        part.has_figure = Some(at.is_some_and(|at| published.value(at).is_some()));
    }
    Ok(parts)
}

impl Why {
    /// The value with its unit, or the reason that there is none.
    pub(crate) fn value_in_words(&self, words: &Words) -> String {
        match (&self.missing, self.value) {
            (Some(missing), _) => {
                let reason = words.say(&format!("reason-{}", missing.reason.replace('_', "-")), &[]);
                match missing.mark.as_str() {
                    "" => reason,
                    mark => format!("{reason} ({})", words.say("source-mark", &[("mark", mark)])),
                }
            }
            (None, Some(value)) => with_unit(value, &self.unit, words.language),
            (None, None) => String::new(),
        }
    }

    /// Prints the story.
    pub(crate) fn print(&self, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
        let line = |key: &str, value: &str| format!("  {:<16} {value}", words.say(key, &[]));
        if self.invented {
            writeln!(out, "{}", words.say("invented", &[]))?;
        }
        writeln!(
            out,
            "{} ({}), {}",
            self.name,
            self.area,
            words.say("level-year", &[("level", &self.level), ("year", &self.boundary_year.to_string())])
        )?;
        let provisional = match self.status.as_deref() {
            Some("provisional") => format!(" ({})", words.say("provisional", &[])),
            _ => String::new(),
        };
        writeln!(out, "{}, {}: {}{provisional}", self.label, self.period, self.value_in_words(words))?;
        writeln!(out, "  {}", self.explanation)?;
        if let (Some(lower), Some(upper)) = (self.lower, self.upper) {
            let between = format!(
                "{} – {}",
                with_unit(lower, &self.unit, words.language),
                with_unit(upper, &self.unit, words.language)
            );
            writeln!(out, "{}", line("why-interval", &between))?;
        }
        if let (Some(half), None) = (self.rounding_half_width, &self.missing) {
            let half = crate::number::figure(half, 3, words.language);
            writeln!(out, "{}", line("why-rounding", &format!("± {half}")))?;
        }
        let kind = words.say(&format!("kind-{}", self.kind), &[]);
        let kind = match self.modelled_from.is_empty() {
            true => kind,
            false => format!(
                "{kind}; {} {}",
                words.say("modelled-from", &[]),
                words.each("ingredient", self.modelled_from.iter().map(String::as_str))
            ),
        };
        writeln!(out, "{}", line("why-kind", &kind))?;
        if let Some(population) = &self.population {
            writeln!(out, "{}", line("why-population", &words.say(&format!("population-{population}"), &[])))?;
        }
        let origin = &self.origin;
        let table = origin.table_id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        writeln!(out, "{}", line("why-source", &format!("{}: {}{table}", origin.publisher, origin.title)))?;
        writeln!(out, "{}", line("why-file", &origin.file))?;
        writeln!(out, "{}", line("why-sha256", &origin.sha256))?;
        if let Some(sheet) = &origin.sheet {
            writeln!(out, "{}", line("why-sheet", sheet))?;
        }
        let row = self.row.map_or_else(|| words.say("no-one-row", &[]), |row| row.to_string());
        writeln!(out, "{}", line("why-row", &row))?;
        writeln!(out, "{}", line("why-column", &format!("{} ({})", origin.column, origin.column_number)))?;
        writeln!(out, "{}", line("why-licence", &origin.licence))?;
        writeln!(out, "{}", line("why-attribution", &origin.attribution))?;
        let retrieved = match origin.retrieved.as_str() {
            "" => words.say("not-known", &[]),
            day => day.to_owned(),
        };
        writeln!(out, "{}", line("why-retrieved", &retrieved))?;
        writeln!(out, "{}", line("why-map", &origin.boundary_year.to_string()))?;
        writeln!(out, "{}", line("why-steps", ""))?;
        writeln!(out, "    1. {}", words.say("step-read", &[("file", &origin.file)]))?;
        for (position, step) in origin.steps.iter().enumerate() {
            writeln!(out, "    {}. {}", position + 2, step_in_words(step, words))?;
        }
        if let Some(rebased) = &self.rebased {
            let percent = |share: f64| crate::number::figure(share * 100.0, 1, words.language);
            let (changed, divided) = (percent(rebased.changed_share), percent(rebased.divided_share));
            let evidence = words.say(&format!("evidence-{}", rebased.evidence), &[]);
            let facts = [("changed", &*changed), ("divided", &divided), ("evidence", &evidence)];
            writeln!(out, "       {}", words.say("rebased-share", &facts))?;
            for part in &rebased.parts {
                let share = crate::number::figure(part.share * 100.0, 2, words.language);
                let mut said = words.say("rebased-part", &[("area", &part.area), ("share", &share)]);
                if let Some(counted) = part.counted {
                    let counted = crate::number::figure(counted * part.share, 0, words.language);
                    said += &words.say("rebased-part-counted", &[("counted", &counted)]);
                }
                if let Some(row) = part.row {
                    said += &words.say("rebased-part-row", &[("row", &row.to_string())]);
                }
                if part.has_figure == Some(false) {
                    said += &words.say("rebased-part-no-figure", &[]);
                }
                writeln!(out, "       {said}")?;
            }
        }
        for crosswalk in &self.crosswalks {
            let facts = [("id", &*crosswalk.id), ("file", &crosswalk.file), ("sha256", &crosswalk.sha256)];
            writeln!(out, "       {}", words.say("crosswalk-file", &facts))?;
        }
        if self.missing.as_ref().is_some_and(|missing| missing.reason == "lost_in_recoding") {
            let key = if self.rebased.is_some() { "lost-part" } else { "lost-no-way" };
            writeln!(out, "       {}", words.say(key, &[("from", &origin.boundary_year.to_string())]))?;
        }
        if !self.other_periods.is_empty() {
            writeln!(out, "{}", line("why-other-periods", &self.other_periods.join(", ")))?;
        }
        Ok(())
    }
}

fn step_in_words(step: &StepEntry, words: &Words) -> String {
    match step {
        StepEntry::Filtered { column, kept } => words.say("step-filtered", &[("column", column), ("kept", kept)]),
        StepEntry::Scaled { factor } => {
            words.say("step-scaled", &[("factor", &crate::number::figure(*factor, 6, words.language))])
        }
        StepEntry::Rebased { from, to, route, rule } => {
            let (from, to) = (from.to_string(), to.to_string());
            if route.is_empty() {
                return words.say("step-same-codes", &[("from", &from), ("to", &to)]);
            }
            let way = route_in_words(route, words);
            words.say(
                "step-rebased",
                &[("from", &from), ("to", &to), ("way", &way), ("rule", &rule_in_words(rule, words))],
            )
        }
        StepEntry::Derived { by, from } => words.say("step-derived", &[("by", by), ("from", &from.join(", "))]),
    }
}

/// The tables of a route; one that is used backwards says so.
fn route_in_words(route: &[String], words: &Words) -> String {
    let one = |table: &String| match table.strip_suffix(" (inverse)") {
        Some(table) => format!("{table} ({})", words.say("way-inverse", &[])),
        None => table.clone(),
    };
    route.iter().map(one).collect::<Vec<_>>().join(" → ")
}

/// The rule of re-basing as a sentence has it.
fn rule_in_words(rule: &str, words: &Words) -> String {
    match rule.split_once(' ') {
        Some((_, denominator)) => words.say("rule-weighted-by", &[("denominator", denominator)]),
        None => words.say(&format!("rule-{rule}"), &[]),
    }
}
