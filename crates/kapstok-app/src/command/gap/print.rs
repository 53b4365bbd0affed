// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Findings on the terminal: one block per indicator, one line per comparison.

use std::io::Write;

use kapstok_share::gap::detectable::Detectable;
use kapstok_share::gap::essay::{EssayLine, says, sentence, without_figure};
use kapstok_share::gap::{GapFindings, GapLine, MatchLine, TrendLine};
use kapstok_share::manifest::IndicatorEntry;
use kapstok_share::number::{difference, figure, with_unit};
use kapstok_share::snapshot::{AreaAt, Snapshot};
use kapstok_share::words::Words;

/// An interval as people read it.
fn range((lower, upper): (f64, f64), unit: &str, words: &Words) -> String {
    let of = |end| difference(end, unit, words.language);
    words.say("gap-range", &[("lower", &*of(lower)), ("upper", &*of(upper))])
}

fn outcome(word: &str, reason: Option<&String>, n_needed: Option<usize>, words: &Words) -> String {
    match reason {
        Some(reason) => {
            let needed = n_needed.map_or_else(String::new, |needed| needed.to_string());
            let said = words.say(&format!("gap-because-{reason}"), &[("needed", &needed)]);
            format!("{}: {said}", words.say("gap-outcome-cannot-be-compared", &[]))
        }
        None => words.say(&format!("gap-outcome-{word}"), &[]),
    }
}

/// Prints all that was found.
pub(super) fn gaps(found: &GapFindings, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    if found.invented {
        writeln!(out, "{}", words.say("invented", &[]))?;
    }
    let level = words.word("level", &found.level);
    let (chosen, all) = (found.n_chosen.to_string(), found.n_areas.to_string());
    writeln!(out, "{}\n", words.say("gap-head", &[("chosen", &chosen), ("all", &all), ("level", &level)]))?;
    let mut last = (String::new(), String::new());
    for line in &found.gaps {
        let this = (line.indicator.clone(), line.period.clone());
        if this != last {
            let kind = words.word("kind", &line.kind);
            let chosen = line.chosen.map_or_else(|| "-".to_owned(), |it| with_unit(it, &line.unit, words.language));
            let facts = [("label", &*line.label), ("period", &line.period), ("kind", &kind), ("chosen", &chosen)];
            writeln!(out, "{}", words.say("gap-figure", &facts))?;
            last = this;
        }
        one_gap(line, found.n_chosen, words, out)?;
    }
    for (id, reason) in &found.refused {
        let reason = words.say(&format!("gap-because-{reason}"), &[]);
        writeln!(out, "{}", words.say("gap-refused", &[("found", id), ("reason", &reason)]))?;
    }
    for (id, reason) in &found.not_matched_on {
        let reason = words.say(&format!("gap-because-{reason}"), &[]);
        writeln!(out, "{}", words.say("gap-not-matched-on", &[("found", id), ("reason", &reason)]))?;
    }
    if !found.slopes.is_empty() {
        writeln!(out, "\n{}", words.say("gap-slopes", &[("indicator", &found.slopes[0].ranked_by)]))?;
    }
    for line in &found.slopes {
        let slope = difference(line.slope, &line.unit, words.language);
        let range = range(line.interval, &line.unit, words);
        writeln!(out, "  {:<58} {:>8}  {range}", cut(&line.label), slope)?;
    }
    writeln!(out, "\n{}", words.say("gap-trends", &[]))?;
    let mut last = "";
    for line in &found.trends {
        trend(line, line.indicator != last, found.n_chosen, words, out)?;
        last = &line.indicator;
    }
    for made in &found.matches {
        one_match(made, "gap-matches", words, out)?;
    }
    for made in &found.trend_matches {
        one_match(made, "gap-matches-change", words, out)?;
    }
    writeln!(out, "\n{}", words.say("gap-foot", &[("seed", &found.seed.to_string())]))
}

/// A label that fits its column.
fn cut(label: &str) -> String {
    if label.chars().count() <= 58 { label.to_owned() } else { label.chars().take(57).collect::<String>() + "…" }
}

fn one_gap(line: &GapLine, n_chosen: usize, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let against = words.say(&format!("gap-against-{}", line.against), &[]);
    let others = line.others.map_or_else(|| "-".to_owned(), |it| with_unit(it, &line.unit, words.language));
    let apart = line.difference.map_or_else(String::new, |it| difference(it, &line.unit, words.language));
    let interval = line.interval.map_or_else(String::new, |it| range(it, &line.unit, words));
    let ratio =
        line.ratio.map_or_else(String::new, |it| words.say("gap-times", &[("value", &figure(it, 2, words.language))]));
    let outcome = outcome(&line.outcome, line.reason.as_ref(), None, words);
    let n = line.n_others.0;
    let value = line.chosen.map_or_else(String::new, |it| with_unit(it, &line.unit, words.language));
    let facts = [("n", &*line.n_chosen.0.to_string()), ("value", &value)];
    // Where some of the chosen areas found no other like them, the mean is of those that did.
    let is_part = line.against == "matched" && line.n_chosen.0 < n_chosen && line.n_chosen.0 > 0;
    let outcome = if is_part { format!("{outcome}; {}", words.say("gap-part", &facts)) } else { outcome };
    writeln!(out, "  {against:<26} {n:>6} {others:>10} {apart:>7} {interval:<22} {ratio:>10}  {outcome}")
}

/// How well matched areas agree.
fn one_match(made: &MatchLine, key: &str, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let domain = if made.domain.is_empty() { String::new() } else { words.word("domain", &made.domain) };
    let (pairs, alone) = (made.n_pairs.to_string(), made.alone.len().to_string());
    let key = if made.domain.is_empty() { format!("{key}-named") } else { key.to_owned() };
    writeln!(out, "\n{}", words.say(&key, &[("domain", &domain), ("n", &pairs), ("alone", &alone)]))?;
    let number = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |it| figure(it, 2, words.language));
    for line in &made.balance {
        let (before, after) = (number(line.before), number(line.after));
        writeln!(out, "  {:<58} {before:>7} {after:>7} {:>7}", cut(&line.label), number(line.variance_ratio))?;
    }
    Ok(())
}

/// One line for each comparison, below the label; one for all of them where nothing can be said of any.
fn trend(line: &TrendLine, is_first: bool, n_chosen: usize, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let (label, periods) = (cut(&line.label), format!("{}–{}", line.periods.0, line.periods.1));
    let is_of_all = matches!(line.reason.as_deref(), Some("modelled" | "few-periods"));
    if is_of_all {
        let said = outcome(&line.outcome, line.reason.as_ref(), line.n_needed, words);
        return if is_first { writeln!(out, "  {label:<58} {periods:<9}  {said}") } else { Ok(()) };
    }
    if is_first {
        writeln!(out, "  {label:<58} {periods:<9}")?;
    }
    let against = words.say(&format!("gap-against-{}", line.against), &[]);
    let Some(corrected) = line.corrected else {
        let said = outcome(&line.outcome, line.reason.as_ref(), line.n_needed, words);
        return writeln!(out, "    {against:<26} {said}");
    };
    let (change, others) = line.change.unwrap_or_default();
    let of = |value| difference(value, &line.unit, words.language);
    let (change, others, apart) = (of(change), of(others), of(corrected.difference));
    let (interval, n) = (range(corrected.interval, &line.unit, words), line.n_areas.1);
    let mut said = words.say(&format!("gap-trend-{}", line.outcome), &[]);
    if line.n_areas.0 < n_chosen {
        said = format!("{said}; {}", words.say("gap-trend-part", &[("n", &line.n_areas.0.to_string())]));
    }
    writeln!(out, "    {against:<26} {n:>6} {change:>7} {others:>7} {apart:>7} {interval:<22} {said}")?;
    let said = line.false_alarms.filter(|_| line.outcome != "similar").map(|(alarms, sets)| {
        let share = figure(alarms as f64 / sets as f64 * 100.0, 1, words.language);
        words.say("gap-alarms", &[("share", &share), ("sets", &sets.to_string())])
    });
    match said {
        Some(said) => writeln!(out, "      {said}"),
        None => Ok(()),
    }
}

/// Prints how large a change must be.
pub(super) fn detectable(
    snapshot: &Snapshot,
    area: AreaAt,
    indicator: &IndicatorEntry,
    found: &Result<Detectable, &'static str>,
    words: &Words,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let name = &snapshot.level_of(area).names()[area.index];
    let label = indicator.label.of(words.language);
    for sentence in kapstok_share::gap::detectable::sentences(name, label, &indicator.unit, found, words) {
        writeln!(out, "{sentence}")?;
    }
    Ok(())
}

/// Prints what the figures say of the statements of the essay.
pub(super) fn essay(lines: &[EssayLine], words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    for line in lines {
        writeln!(out, "{}  {}", line.id, says(&line.id, words))?;
        if line.figures.is_empty() {
            writeln!(out, "    {}", without_figure(&line.id, words))?;
        }
        for found in &line.figures {
            writeln!(out, "    {}", sentence(found, words))?;
        }
    }
    Ok(())
}
