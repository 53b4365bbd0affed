// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok area`: one area on the terminal. What is good first, then the rest; the burdens that come
//! together with what they rest on; what can be said of people; the sources.

use std::io::Write;
use std::path::Path;

use kapstok_score::bounds::Bounds;
use kapstok_score::counted::Against;

use crate::build::manifest::{ColumnEntry, IndicatorEntry, LevelEntry, OriginEntry};
use crate::build::scores::AreaScores;
use crate::build::store::Store;
use crate::command::why::find_area;
use crate::counted::{CountedLine, counted_lines};
use crate::failure::Failure;
use crate::number::{figure, with_unit};
use crate::words::{Language, Words};

/// One figure of the area, with the origin of its column.
struct Line<'a> {
    indicator: &'a IndicatorEntry,
    column: &'a ColumnEntry,
    value: Option<f64>,
    reason: Option<String>,
    rebased: bool,
}

/// Prints an area of the current build.
///
/// # Errors
/// No build; no such area.
pub(crate) fn area(dir: &Path, area: &str, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let store = Store::current(dir)?;
    let (level, areas, area_index) = find_area(&store, area)?;
    let Some(entry) = store.level(&level) else { return Err(Failure::NoBuild { dir: dir.to_owned() }) };
    let code = &areas.codes[area_index];
    let lines = lines(&store, entry, area_index)?;
    let origins = store.origins()?;
    let scores = AreaScores::of(&store, &level, code)?;
    let counted = counted_lines(&store, entry, area_index)?;
    print(&store, entry, (code, &areas.names[area_index]), &lines, &origins, &scores, &counted, dir, words, out)
        .map_err(crate::standard_output)
}

/// The newest figure of every indicator: strengths, then descriptions, then burdens; by domain within.
fn lines<'a>(store: &'a Store, level: &'a LevelEntry, area_index: usize) -> Result<Vec<Line<'a>>, Failure> {
    let mut lines = Vec::new();
    let gated = store.manifest.residents.is_some() && store.gated(level)?[area_index];
    for indicator in &store.manifest.indicators {
        let Some((position, column)) = store.column(level, &indicator.id, None) else { continue };
        let found = store.figures_with_reasons(&level.level, position)?.into_iter().nth(area_index);
        let Some(found) = found else { continue };
        let rebased = found.changed_share.is_some();
        let (value, reason) = match gated {
            true => (None, Some("too_few_residents".to_owned())),
            false => (found.value, found.reason),
        };
        lines.push(Line { indicator, column, value, reason, rebased });
    }
    let order = |line: &Line<'_>| match line.indicator.direction.as_str() {
        "higher-is-better" => 0,
        "neither" => 1,
        _ => 2,
    };
    lines.sort_by(|left, right| {
        (order(left), &left.indicator.domain, &left.indicator.id).cmp(&(
            order(right),
            &right.indicator.domain,
            &right.indicator.id,
        ))
    });
    Ok(lines)
}

#[expect(clippy::too_many_arguments, reason = "one page, printed once; a struct would only rename its parts")]
fn print(
    store: &Store,
    level: &LevelEntry,
    (code, name): (&str, &str),
    lines: &[Line<'_>],
    origins: &[OriginEntry],
    scores: &[AreaScores],
    counted: &[CountedLine],
    dir: &Path,
    words: &Words,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    if store.manifest.invented {
        writeln!(out, "{}", words.say("invented", &[]))?;
    }
    let year = level.boundary_year.to_string();
    writeln!(out, "{name} ({code}), {}\n", words.say("level-year", &[("level", &level.level), ("year", &year)]))?;
    writeln!(out, "{}", words.say("area-figures", &[]))?;
    let label = |line: &Line<'_>| match words.language {
        Language::Nl => line.indicator.label.nl.clone(),
        Language::En => line.indicator.label.en.clone(),
    };
    let width = lines.iter().map(|line| label(line).chars().count()).max().unwrap_or(0);
    // One number per file, in the order in which the figures come to it.
    let mut sources: Vec<&OriginEntry> = Vec::new();
    for line in lines {
        let Some(origin) = origins.get(line.column.origin) else { continue };
        let number =
            match sources.iter().position(|known| known.sha256 == origin.sha256 && known.source == origin.source) {
                Some(position) => position + 1,
                None => {
                    sources.push(origin);
                    sources.len()
                }
            };
        let label = label(line);
        let value = match (line.value, &line.reason) {
            (Some(value), _) => with_unit(value, &line.indicator.unit, words.language),
            (None, Some(reason)) => words.say(&format!("reason-{}", reason.replace('_', "-")), &[]),
            (None, None) => String::new(),
        };
        let kind = words.say(&format!("kind-{}", line.indicator.kind), &[]);
        let moved = if line.rebased { "*" } else { "" };
        writeln!(out, "  {label:<width$} {value:>24}{moved:<1} {:<8} {kind} [{number}]", line.column.period)?;
    }
    if lines.iter().any(|line| line.rebased) {
        writeln!(out, "  * {}", words.say("area-rebased", &[]))?;
    }
    for scores in scores {
        print_burdens(store, scores, words, out)?;
    }
    print_counted(counted, words, out)?;
    writeln!(out, "\n{}", words.say("area-sources", &[]))?;
    for (position, origin) in sources.iter().enumerate() {
        let table = origin.table_id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        let number = position + 1;
        writeln!(
            out,
            "  [{number}] {}: {}{table}; {}; {}",
            origin.publisher, origin.title, origin.attribution, origin.licence
        )?;
    }
    writeln!(out, "\n{}", words.say("area-next", &[("dir", &dir.display().to_string()), ("area", code)]))
}

fn print_burdens(store: &Store, scores: &AreaScores, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "\n{}", words.say("area-burdens", &[]))?;
    let facts = |n: usize| n.to_string();
    let (known, of) = (facts(scores.n_known), facts(scores.n_domains));
    match &scores.not_counted {
        Some(reason) => {
            let reason = words.say(&format!("not-counted-{reason}"), &[]);
            writeln!(out, "  {}", words.say("area-burdens-not-counted", &[("reason", &reason)]))?;
        }
        None if scores.n_burdens == 0 => {
            writeln!(out, "  {}", words.say("area-burdens-none", &[("known", &known), ("of", &of)]))?;
        }
        None => {
            let domains: Vec<String> = scores.burdened.iter().map(|id| domain_in_words(id, words)).collect();
            let said = [
                ("n", facts(scores.n_burdens)),
                ("known", known),
                ("of", of),
                ("sources", facts(scores.independent_sources)),
                ("domains", domains.join(", ")),
            ];
            let said: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
            writeln!(out, "  {}", words.say("area-burdens-line", &said))?;
        }
    }
    if let Some(fraction) = scores.worst_fraction {
        let fraction = figure(fraction * 100.0, 1, words.language);
        writeln!(out, "  {}", words.say("area-worst", &[("fraction", &fraction)]))?;
    }
    writeln!(out, "  {}", words.say("area-not-people", &[]))?;
    match &scores.bounds_why_not {
        Some(reason) => {
            let reason = words.say(&format!("bounds-{reason}"), &[]);
            writeln!(out, "  {}", words.say("area-bounds-not", &[("reason", &reason)]))
        }
        None => {
            let over: Vec<String> = scores.bounds_over.iter().map(|id| burden_in_words(store, id, words)).collect();
            let estimated = |id: &String| store.indicator(id).is_some_and(|it| it.kind != "register");
            if !scores.bounds.is_empty() {
                writeln!(out, "  {}", words.say("area-bounds-over", &[("over", &over.join("; "))]))?;
            }
            if scores.bounds_over.iter().any(estimated) && !scores.bounds.is_empty() {
                writeln!(out, "  {}", words.say("area-bounds-estimated", &[]))?;
            }
            for (m, lower, upper) in &scores.bounds {
                let percent = |share: f64| figure(share * 100.0, 1, words.language);
                let said = [
                    ("m", m.to_string()),
                    ("k", scores.bounds_over.len().to_string()),
                    ("lower", percent(*lower)),
                    ("upper", percent(*upper)),
                ];
                let said: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
                writeln!(out, "  {}", words.say("area-bounds", &said))?;
            }
            Ok(())
        }
    }
}

/// What was counted, beside what the shares alone allow.
fn print_counted(lines: &[CountedLine], words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    for (position, line) in lines.iter().enumerate() {
        if position == 0 || lines[position - 1].label.en != line.label.en {
            let label = match words.language {
                Language::Nl => &line.label.nl,
                Language::En => &line.label.en,
            };
            writeln!(out, "\n{}", words.say("area-counted", &[("label", label), ("period", &line.period)]))?;
        }
        let percent = |share: f64| figure(share * 100.0, 1, words.language);
        let (m, k, counted) = (line.m.to_string(), line.k.to_string(), percent(line.counted));
        let mut said = words.say("area-counted-line", &[("m", &m), ("k", &k), ("share", &counted)]);
        if let Bounds::Between { lower, upper } = line.bounds {
            let facts = [("lower", &*percent(lower)), ("upper", &percent(upper))];
            said = format!("{said}; {}", words.say("area-counted-bounds", &facts));
        }
        let key = match line.against {
            Against::Inside => "area-counted-inside",
            Against::Below => "area-counted-below",
            Against::Above => "area-counted-above",
            Against::NotComparable(_) => "area-counted-not-comparable",
        };
        writeln!(out, "  {said}: {}", words.say(key, &[]))?;
    }
    Ok(())
}

/// The name of a domain; its id where the texts have none.
fn domain_in_words(id: &str, words: &Words) -> String {
    let key = format!("domain-{id}");
    let said = words.say(&key, &[]);
    if said == key { id.to_owned() } else { said }
}

/// The burden that an indicator tells of: its label, or the opposite of it where higher is better.
fn burden_in_words(store: &Store, id: &str, words: &Words) -> String {
    let Some(indicator) = store.indicator(id) else { return id.to_owned() };
    let label = match words.language {
        Language::Nl => &indicator.label.nl,
        Language::En => &indicator.label.en,
    };
    match indicator.direction.as_str() {
        "higher-is-better" => words.say("the-opposite-of", &[("label", label)]),
        _ => label.clone(),
    }
}
