// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok area`: one area on the terminal. What is good first, then the rest; the burdens that come
//! together with what they rest on; what can be said of people; the sources.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use kapstok_score::bounds::Bounds;
use kapstok_score::counted::Against;
use kapstok_table::Dependence;

use crate::build::manifest::{ColumnEntry, IndicatorEntry, LevelEntry, OriginEntry};
use crate::build::scores::AreaScores;
use crate::build::store::Store;
use crate::command::find::find_area;
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
    provisional: bool,
    rebased: bool,
}

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

/// Prints an area of the current build.
///
/// # Errors
/// No build; no such area.
pub(crate) fn area(dir: &Path, area: &str, pairs: Pairs, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let store = Store::current(dir)?;
    let (level, areas, area_index) = find_area(&store, area)?;
    let Some(entry) = store.level(&level) else { return Err(Failure::NoBuild { dir: dir.to_owned() }) };
    let code = &areas.codes[area_index];
    let lines = lines(&store, entry, area_index)?;
    let origins = store.origins()?;
    let scores = AreaScores::of(&store, &level, code)?;
    let counted = counted_lines(&store, entry, area_index)?;
    let found = Found { lines, origins, scores, counted, pairs };
    print(&store, entry, (code, &areas.names[area_index]), &found, dir, words, out).map_err(crate::standard_output)
}

/// The newest figure of every indicator: strengths, then descriptions, then burdens; by domain within.
fn lines<'a>(store: &'a Store, level: &'a LevelEntry, area_index: usize) -> Result<Vec<Line<'a>>, Failure> {
    let mut lines = Vec::new();
    let mut gates = BTreeMap::new();
    for indicator in &store.manifest.indicators {
        let Some((position, column)) = store.column(level, &indicator.id, None) else { continue };
        let gated = match gates.get(&column.period) {
            Some(gated) => *gated,
            None => {
                let gated = store.gated(level, Some(&column.period))?[area_index];
                gates.insert(&column.period, gated);
                gated
            }
        };
        let found = store.figures_with_reasons(&level.level, position)?.into_iter().nth(area_index);
        let Some(found) = found else { continue };
        let rebased = found.rebased.is_some();
        let provisional = found.provisional && !gated;
        let (value, reason) = match gated {
            true => (None, Some("too_few_residents".to_owned())),
            false => (found.value, found.reason),
        };
        lines.push(Line { indicator, column, value, reason, provisional, rebased });
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

/// What the page is made of.
struct Found<'a> {
    lines: Vec<Line<'a>>,
    origins: Vec<OriginEntry>,
    scores: Vec<AreaScores>,
    counted: Vec<CountedLine>,
    pairs: Pairs,
}

fn print(
    store: &Store,
    level: &LevelEntry,
    (code, name): (&str, &str),
    found: &Found<'_>,
    dir: &Path,
    words: &Words,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let Found { lines, origins, scores, counted, pairs } = found;
    if store.manifest.invented {
        writeln!(out, "{}", words.say("invented", &[]))?;
    }
    let year = level.boundary_year.to_string();
    writeln!(out, "{name} ({code}), {}\n", words.say("level-year", &[("level", &level.level), ("year", &year)]))?;
    writeln!(out, "{}", words.say("area-figures", &[]))?;
    let label = |line: &Line<'_>| label_of(store, &line.indicator.id, words);
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
        let period = format!("{}{}", line.column.period, if line.provisional { "p" } else { "" });
        writeln!(out, "  {label:<width$} {value:>24}{moved:<1} {period:<9} {kind} [{number}]")?;
    }
    if lines.iter().any(|line| line.provisional) {
        writeln!(out, "  p {}", words.say("area-provisional", &[]))?;
    }
    if lines.iter().any(|line| line.rebased) {
        writeln!(out, "  * {}", words.say("area-rebased", &[]))?;
    }
    for scores in scores {
        print_burdens(store, scores, words, out)?;
        print_pairs(store, scores, *pairs, words, out)?;
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
                ("sources", facts(scores.sources.len())),
                ("domains", domains.join(", ")),
            ];
            let said: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
            writeln!(out, "  {}", words.say("area-burdens-line", &said))?;
            print_sources_as_one(store, scores, words, out)?;
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

/// Figures that count as one source, and why.
fn print_sources_as_one(store: &Store, scores: &AreaScores, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    for ids in scores.sources.iter().filter(|ids| ids.len() > 1) {
        let labels: Vec<String> = ids.iter().map(|id| label_of(store, id, words)).collect();
        let mut reasons: Vec<String> = Vec::new();
        for (position, one) in ids.iter().enumerate() {
            for other in &ids[position + 1..] {
                let (Some(one), Some(other)) = (store.indicator(one), store.indicator(other)) else { continue };
                let Some(tie) = one.ancestry().dependence(&other.ancestry()) else { continue };
                let said = match tie {
                    Dependence::SameMaker { maker } => words.say("tie-same-maker", &[("maker", &maker)]),
                    Dependence::ModelledFrom { from, .. } => {
                        words.say("tie-modelled-from", &[("from", &words.word("ingredient", &from))])
                    }
                    Dependence::CommonAncestors { ancestors } => {
                        let from = words.each("ingredient", ancestors.iter().map(AsRef::as_ref));
                        words.say("tie-common-ancestors", &[("from", &from)])
                    }
                };
                if !reasons.contains(&said) {
                    reasons.push(said);
                }
            }
        }
        let facts = [("figures", &*labels.join("; ")), ("why", &reasons.join("; "))];
        writeln!(out, "    {}", words.say("area-one-source", &facts))?;
    }
    Ok(())
}

/// What the shares say of people with both of two burdens. Most pairs need not overlap at all; those that must
/// are always printed.
fn print_pairs(
    store: &Store,
    scores: &AreaScores,
    pairs: Pairs,
    words: &Words,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    if scores.pairs.is_empty() {
        return Ok(());
    }
    let must = scores.pairs.iter().filter(|(.., lower, _)| *lower > 0.0).count();
    let facts = [("n", &*scores.pairs.len().to_string()), ("must", &must.to_string())];
    writeln!(out, "  {}", words.say("area-pairs", &facts))?;
    let shown = scores.pairs.iter().filter(|(.., lower, _)| pairs == Pairs::All || *lower > 0.0);
    for (one, other, lower, upper) in shown {
        let percent = |share: f64| figure(share * 100.0, 1, words.language);
        let facts = [
            ("one", &*burden_in_words(store, one, words)),
            ("other", &burden_in_words(store, other, words)),
            ("lower", &percent(*lower)),
            ("upper", &percent(*upper)),
        ];
        writeln!(out, "    {}", words.say("area-pair", &facts))?;
    }
    Ok(())
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

/// The label of an indicator; its id where the build does not know it.
fn label_of(store: &Store, id: &str, words: &Words) -> String {
    match (store.indicator(id), words.language) {
        (Some(indicator), Language::Nl) => indicator.label.nl.clone(),
        (Some(indicator), Language::En) => indicator.label.en.clone(),
        (None, _) => id.to_owned(),
    }
}

/// The burden that an indicator tells of: its label, or the opposite of it where higher is better.
fn burden_in_words(store: &Store, id: &str, words: &Words) -> String {
    let label = label_of(store, id, words);
    match store.indicator(id).map(|indicator| indicator.direction.as_str()) {
        Some("higher-is-better") => words.say("the-opposite-of", &[("label", &label)]),
        _ => label,
    }
}
