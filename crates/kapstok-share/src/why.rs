// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The whole story of one cell: what it says, of whom, from which file, by which steps.
//!
//! In: a snapshot, an area, an indicator. Out: [`Why`], as facts and as text. Not here: rows of parts in files that
//! may still be on disk (the command line looks them up).

use std::io::Write;

use kapstok_table::nearest;
use serde::Serialize;

use crate::errors::{FigureErrors, errors};
use crate::find::NotFound;
use crate::manifest::{CrosswalkEntry, OriginEntry, StepEntry};
use crate::number::{figure, with_unit};
use crate::snapshot::{AreaAt, Snapshot};
use crate::words::{Language, Words};

/// Everything about one cell, as `--json` prints it.
#[derive(Serialize)]
pub struct Why {
    /// Code of the area.
    pub area: String,
    /// Name of the area; empty where none is known.
    pub name: String,
    /// Its level.
    pub level: String,
    /// Id of the indicator.
    pub indicator: String,
    /// Its label.
    pub label: String,
    /// One sentence on what it measures.
    pub explanation: String,
    /// What it counts or measures in.
    pub unit: String,
    /// Register, survey, model or derived.
    pub kind: String,
    /// What it was modelled from.
    pub modelled_from: Vec<String>,
    /// Of whom it is a share.
    pub population: Option<String>,
    /// What the figure is about.
    pub period: String,
    /// Other periods of the same indicator.
    pub other_periods: Vec<String>,
    /// The figure.
    pub value: Option<f64>,
    /// `final` or `provisional`; none without a figure.
    pub status: Option<String>,
    /// Lower published margin.
    pub lower: Option<f64>,
    /// Upper published margin.
    pub upper: Option<f64>,
    /// Half of the step of the source's rounding: the counted figure lies within this of the value. Absent
    /// for a figure that was made of several areas.
    pub rounding_half_width: Option<f64>,
    /// What is known of each of the four errors.
    pub errors: FigureErrors,
    /// Why there is no figure.
    pub missing: Option<Missing>,
    /// The map of its code.
    pub boundary_year: u16,
    /// Where the column came from.
    pub origin: OriginEntry,
    /// Row of the file.
    pub row: Option<u32>,
    /// How it came from another map.
    pub rebased: Option<Rebased>,
    /// Files of the crosswalks on the way.
    pub crosswalks: Vec<CrosswalkEntry>,
    /// Whether everything in it is invented.
    pub invented: bool,
}

/// Why a cell has no figure.
#[derive(Serialize)]
pub struct Missing {
    /// The word of the reason.
    pub reason: String,
    /// What stood in the source.
    pub mark: String,
}

/// How a cell came from another map.
#[derive(Serialize)]
pub struct Rebased {
    /// The part of its residents that comes from areas whose boundaries changed.
    pub changed_share: f64,
    /// The part that comes from areas which were divided.
    pub divided_share: f64,
    /// The weakest evidence among its parts.
    pub evidence: String,
    /// The areas of the other map that it was made from.
    pub parts: Vec<Part>,
}

/// An area of the other map.
#[derive(Serialize)]
pub struct Part {
    /// Code of the area.
    pub area: String,
    /// The part of it that lies here, 0 ..= 1.
    pub share: f64,
    /// What the crosswalk counts in all of it.
    pub counted: Option<f64>,
    /// The weakest evidence among its parts.
    pub evidence: String,
    /// Its row in the file; `None` where the file has none, or is gone.
    pub row: Option<u32>,
    /// Whether it has a figure there; `None` where the file is gone.
    pub has_figure: Option<bool>,
}

/// Finds a cell, and all that is said of it.
///
/// # Errors
/// [`NotFound`]: no such indicator or period (with the nearest name), or none at the level of the area.
pub fn why(
    snapshot: &Snapshot,
    area: AreaAt,
    indicator: &str,
    period: Option<&str>,
    language: Language,
) -> Result<Why, NotFound> {
    let (level, indicator) = (snapshot.level_of(area), indicator.trim());
    let indicators = &snapshot.manifest().indicators;
    let unknown = |what, found: &str, nearest| NotFound::Unknown { what, found: found.to_owned(), nearest };
    if indicator.is_empty() {
        let first = indicators.first().map(|entry| entry.id.clone());
        return Err(unknown("indicator-empty", "", first.unwrap_or_default()));
    }
    let Some(meaning) = snapshot.indicator(indicator) else {
        let ids = indicators.iter().map(|entry| entry.id.as_str());
        return Err(unknown("indicator", indicator, nearest(indicator, ids).to_owned()));
    };
    let columns = &snapshot.entry(level).columns;
    let of_indicator = columns.iter().filter(|column| column.indicator == indicator);
    let periods: Vec<&str> = of_indicator.map(|column| column.period.as_str()).collect();
    let found = snapshot.column(level, indicator, period);
    let Some((column, origin, cells)) =
        found.and_then(|(entry, column)| Some((entry, snapshot.origin(entry)?, column)))
    else {
        let levels = snapshot.manifest().levels.iter();
        let has = levels.filter(|level| level.columns.iter().any(|column| column.indicator == indicator));
        return Err(match period {
            Some(period) if !periods.is_empty() => unknown("period", period, periods.join(", ")),
            _ => NotFound::NotAtLevel {
                indicator: indicator.to_owned(),
                level: level.name().to_owned(),
                levels: has.map(|level| level.level.clone()).collect(),
            },
        });
    };
    let cell = cells.cell(area.index);
    let code = &level.codes()[area.index];
    let made_of_parts = cell.is_made_of_parts();
    let on_the_way = |id: &str| {
        origin.steps.iter().any(|step| match step {
            StepEntry::Rebased { route, .. } => route.iter().any(|hop| hop.split(' ').next() == Some(id)),
            _ => false,
        })
    };
    let parts = match origin.boundary_year == level.boundary_year() {
        true => Vec::new(),
        false => parts_of(snapshot, area, origin.boundary_year),
    };
    Ok(Why {
        area: code.clone(),
        name: level.names()[area.index].clone(),
        level: level.name().to_owned(),
        indicator: indicator.to_owned(),
        label: meaning.label.of(language).to_owned(),
        explanation: meaning.explanation.of(language).to_owned(),
        unit: meaning.unit.clone(),
        kind: meaning.kind.clone(),
        modelled_from: meaning.modelled_from.clone(),
        population: meaning.population.clone(),
        period: column.period.clone(),
        other_periods: periods.into_iter().filter(|period| *period != column.period).map(str::to_owned).collect(),
        value: cell.value,
        status: cell.value.map(|_| if cell.provisional { "provisional" } else { "final" }.to_owned()),
        lower: cell.margins.map(|(lower, _)| lower),
        upper: cell.margins.map(|(_, upper)| upper),
        rounding_half_width: Some(meaning.half_width_at(level.name())).filter(|half| *half > 0.0 && !made_of_parts),
        errors: errors(snapshot, level, meaning, (&column.period, &cell), area.index),
        missing: cell.reason.map(|reason| Missing { reason, mark: cell.mark }),
        boundary_year: level.boundary_year(),
        origin: origin.clone(),
        row: cell.row,
        rebased: cell.rebased.map(|it| Rebased {
            changed_share: it.changed_share,
            divided_share: it.divided_share,
            evidence: it.evidence.as_str().to_owned(),
            parts,
        }),
        crosswalks: snapshot.manifest().crosswalks.iter().filter(|it| on_the_way(&it.id)).cloned().collect(),
        invented: snapshot.manifest().invented,
    })
}

/// The areas of the other map that a new area was made from. Their figures are not shown: how many residents they
/// had is not known here.
fn parts_of(snapshot: &Snapshot, area: AreaAt, from: u16) -> Vec<Part> {
    let level = snapshot.level_of(area);
    let here = level.links(from).iter().filter(|link| link.to == level.codes()[area.index]);
    let part = |link: &crate::manifest::Link| Part {
        area: link.from.clone(),
        share: link.share,
        counted: link.counted,
        evidence: link.evidence.clone(),
        row: None,
        has_figure: None,
    };
    here.map(part).collect()
}

impl Why {
    /// The value with its unit, or the reason that there is none.
    pub fn value_in_words(&self, words: &Words) -> String {
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
    pub fn print(&self, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
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
        writeln!(out, "{}", line("errors-title", ""))?;
        for (name, said) in self.errors.lines(&self.unit, words) {
            writeln!(out, "    {name}: {said}")?;
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
            let percent = |share: f64| figure(share * 100.0, 1, words.language);
            let (changed, divided) = (percent(rebased.changed_share), percent(rebased.divided_share));
            let evidence = words.say(&format!("evidence-{}", rebased.evidence), &[]);
            let facts = [("changed", &*changed), ("divided", &divided), ("evidence", &evidence)];
            writeln!(out, "       {}", words.say("rebased-share", &facts))?;
            for part in &rebased.parts {
                let share = figure(part.share * 100.0, 2, words.language);
                let mut said = words.say("rebased-part", &[("area", &part.area), ("share", &share)]);
                if let Some(counted) = part.counted {
                    let counted = figure(counted * part.share, 0, words.language);
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

/// A step since the file, as a sentence.
pub fn step_in_words(step: &StepEntry, words: &Words) -> String {
    match step {
        StepEntry::Filtered { column, kept } => words.say("step-filtered", &[("column", column), ("kept", kept)]),
        StepEntry::Scaled { factor } => words.say("step-scaled", &[("factor", &figure(*factor, 6, words.language))]),
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
