// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok area`: the page of one area on the terminal.
//!
//! In: a snapshot and the page of an area. Out: text. What is on the page: `kapstok_share::area_page`.

use std::io::Write;
use std::path::Path;

use kapstok_score::bounds::Bounds;
use kapstok_score::counted::Against;
use kapstok_share::area_page::{AreaPage, FigureLine};
use kapstok_share::counted::CountedLine;
use kapstok_share::number::{bounds, figure, with_unit};
use kapstok_share::snapshot::{AreaScores, Snapshot};
use kapstok_share::words::Words;
use kapstok_table::Dependence;

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

/// Prints the page of an area.
pub(crate) fn print(
    page: &AreaPage,
    snapshot: &Snapshot,
    dir: &Path,
    pairs: Pairs,
    words: &Words,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    if page.invented {
        writeln!(out, "{}", words.say("invented", &[]))?;
    }
    let year = page.boundary_year.to_string();
    let level = words.say("level-year", &[("level", &page.level), ("year", &year)]);
    writeln!(out, "{} ({}), {level}\n", page.name, page.area)?;
    writeln!(out, "{}", words.say("area-figures", &[]))?;
    print_figures(&page.figures, words, out)?;
    for scores in &page.burdens {
        print_burdens(snapshot, scores, words, out)?;
        print_pairs(snapshot, scores, pairs, words, out)?;
    }
    print_counted(&page.counted, words, out)?;
    writeln!(out, "\n{}", words.say("area-sources", &[]))?;
    for (position, it) in page.sources.iter().enumerate() {
        let table = it.table_id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        let (number, publisher, title) = (position + 1, &it.publisher, &it.title);
        writeln!(out, "  [{number}] {publisher}: {title}{table}; {}; {}", it.attribution, it.licence)?;
    }
    writeln!(out, "\n{}", words.say("area-next", &[("dir", &dir.display().to_string()), ("area", &page.area)]))
}

fn print_figures(lines: &[FigureLine], words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let width = lines.iter().map(|line| line.label.chars().count()).max().unwrap_or(0);
    for line in lines {
        let value = match (line.value, &line.reason) {
            (Some(value), _) => with_unit(value, &line.unit, words.language),
            (None, Some(reason)) => words.say(&format!("reason-{}", reason.replace('_', "-")), &[]),
            (None, None) => String::new(),
        };
        let kind = words.say(&format!("kind-{}", line.kind), &[]);
        let moved = if line.rebased { "*" } else { "" };
        let period = format!("{}{}", line.period, if line.provisional { "p" } else { "" });
        let margins = match (line.lower, line.upper) {
            (Some(lower), Some(upper)) => {
                let bound = |bound| figure(bound, 1, words.language);
                format!(" {} – {}", bound(lower), bound(upper))
            }
            _ => String::new(),
        };
        let (label, source) = (&line.label, line.source);
        writeln!(out, "  {label:<width$} {value:>24}{moved:<1} {period:<9} {kind}{margins} [{source}]")?;
    }
    if lines.iter().any(|line| line.lower.is_some()) {
        writeln!(out, "  {}", words.say("area-margins", &[]))?;
    }
    if lines.iter().any(|line| line.provisional) {
        writeln!(out, "  p {}", words.say("area-provisional", &[]))?;
    }
    if lines.iter().any(|line| line.rebased) {
        writeln!(out, "  * {}", words.say("area-rebased", &[]))?;
    }
    Ok(())
}

fn print_burdens(snapshot: &Snapshot, scores: &AreaScores, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
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
            print_sources_as_one(snapshot, scores, words, out)?;
        }
    }
    for line in scores.sure.iter().flat_map(|sure| kapstok_share::sure::lines(sure, words)) {
        writeln!(out, "  {line}")?;
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
            let over: Vec<String> = scores.bounds_over.iter().map(|id| burden_in_words(snapshot, id, words)).collect();
            let estimated = |id: &String| snapshot.indicator(id).is_some_and(|it| it.kind != "register");
            if !scores.bounds.is_empty() {
                writeln!(out, "  {}", words.say("area-bounds-over", &[("over", &over.join("; "))]))?;
            }
            if scores.bounds_over.iter().any(estimated) && !scores.bounds.is_empty() {
                writeln!(out, "  {}", words.say("area-bounds-estimated", &[]))?;
            }
            for (m, lower, upper) in &scores.bounds {
                let (lower, upper) = bounds(*lower, *upper, words.language);
                let k = scores.bounds_over.len().to_string();
                let said = [("m", m.to_string()), ("k", k), ("lower", lower), ("upper", upper)];
                let said: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
                writeln!(out, "  {}", words.say("area-bounds", &said))?;
            }
            Ok(())
        }
    }
}

/// Figures that count as one source, and why.
fn print_sources_as_one(
    snapshot: &Snapshot,
    scores: &AreaScores,
    words: &Words,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    for ids in scores.sources.iter().filter(|ids| ids.len() > 1) {
        let labels: Vec<String> = ids.iter().map(|id| label_of(snapshot, id, words)).collect();
        let mut reasons: Vec<String> = Vec::new();
        for (position, one) in ids.iter().enumerate() {
            for other in &ids[position + 1..] {
                let (Some(one), Some(other)) = (snapshot.indicator(one), snapshot.indicator(other)) else { continue };
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
    snapshot: &Snapshot,
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
        let (lower, upper) = bounds(*lower, *upper, words.language);
        let facts = [
            ("one", &*burden_in_words(snapshot, one, words)),
            ("other", &burden_in_words(snapshot, other, words)),
            ("lower", &lower),
            ("upper", &upper),
        ];
        writeln!(out, "    {}", words.say("area-pair", &facts))?;
    }
    Ok(())
}

/// What was counted, beside what the shares alone allow.
fn print_counted(lines: &[CountedLine], words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    for (position, line) in lines.iter().enumerate() {
        if position == 0 || lines[position - 1].label.en != line.label.en {
            let label = line.label.of(words.language);
            writeln!(out, "\n{}", words.say("area-counted", &[("label", label), ("period", &line.period)]))?;
        }
        let percent = |share: f64| figure(share * 100.0, 1, words.language);
        let (m, k, counted) = (line.m.to_string(), line.k.to_string(), percent(line.counted));
        let mut said = words.say("area-counted-line", &[("m", &m), ("k", &k), ("share", &counted)]);
        if let Bounds::Between { lower, upper } = line.bounds {
            let (lower, upper) = bounds(lower, upper, words.language);
            let facts = [("lower", &*lower), ("upper", &upper)];
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
fn burden_in_words(snapshot: &Snapshot, id: &str, words: &Words) -> String {
    let label = label_of(snapshot, id, words);
    match snapshot.indicator(id).map(|indicator| indicator.direction.as_str()) {
        Some("higher-is-better") => words.say("the-opposite-of", &[("label", &label)]),
        _ => label,
    }
}

/// The label of an indicator; its id where the build does not know it.
fn label_of(snapshot: &Snapshot, id: &str, words: &Words) -> String {
    snapshot.indicator(id).map_or(id, |indicator| indicator.label.of(words.language)).to_owned()
}
