// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A target that was worked out, on the terminal: what is asked, one line per rule, then places and areas.

use std::io::Write;

use kapstok_share::ambition::{AmbitionArea, Ambitions, PlaceSum, RuleLine};
use kapstok_share::number::{figure, grouped, percentage, with_unit};
use kapstok_share::words::Words;

use crate::command::hides::table;

/// Areas that are shown per rule; all of them are in the CSV file and in `--json`.
const SHOWN: usize = 10;

fn count(number: impl ToString, words: &Words) -> String {
    grouped(&number.to_string(), words.language)
}

/// A rule by its name.
pub(super) fn rule(word: &str, words: &Words) -> String {
    words.say(&format!("translate-rule-{word}"), &[])
}

/// Where a target was read.
pub(super) fn source([document, page, quote]: &[String; 3], words: &Words) -> String {
    let key = if page.is_empty() { "translate-source" } else { "translate-source-page" };
    words.say(key, &[("document", document), ("page", page), ("quote", quote)])
}

/// Prints all of it.
pub(super) fn ambitions(found: &Ambitions, ranking: bool, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    if found.invented {
        writeln!(out, "{}", words.say("invented", &[]))?;
    }
    let (anchor, deadline) = (found.anchor.to_string(), found.deadline.to_string());
    let facts = [("title", &*found.title), ("label", &found.label), ("anchor", &anchor), ("deadline", &deadline)];
    writeln!(out, "{}", words.say("translate-head", &facts))?;
    if let Some(from) = &found.source {
        writeln!(out, "{}", source(from, words))?;
    }
    asked(found, words, out)?;
    rules(found, words, out)?;
    for line in &found.moved {
        let (from, to) = (rule(line.from, words), rule(line.to, words));
        let numbers = [count(line.more, words), count(line.n_more, words), count(line.less, words)];
        let n_less = count(line.n_less, words);
        let facts = [("from", &*from), ("to", &to), ("more", &numbers[0]), ("n_more", &numbers[1])];
        let facts = [&facts[..], &[("less", &*numbers[2]), ("n_less", &n_less)]].concat();
        writeln!(out, "{}", words.say("translate-moved", &facts))?;
    }
    tenths(found, words, out)?;
    let name = |place: &PlaceSum| if place.name.is_empty() { place.id.clone() } else { place.name.clone() };
    places("translate-places", found, |line| &line.by_place, name, words, out)?;
    let domain = |place: &PlaceSum| words.word("domain", &place.id);
    places("translate-domains", found, |line| &line.by_domain, domain, words, out)?;
    for line in &found.rules {
        areas(found, line, ranking, words, out)?;
    }
    Ok(())
}

/// What is asked of all areas together, and who is not in it.
fn asked(found: &Ambitions, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let n = |number: u64| count(number, words);
    let (whole, people, end, asked) = (n(found.whole), n(found.whole_population), n(found.end), n(found.asked));
    let facts = [("whole", &*whole), ("population", &people), ("end", &end), ("asked", &asked), ("way", found.way)];
    writeln!(out, "{}", words.say("translate-asked", &facts))?;
    let by = found.published_by.unwrap_or("areas");
    let facts = [("by", by), ("persons", &*n(found.persons)), ("n", &*count(found.n_areas, words))];
    writeln!(out, "{}", words.say("translate-whole", &facts))?;
    if !found.absent.is_empty() {
        let facts = [("n", &*count(found.absent.len(), words)), ("left", &*n(found.left_out))];
        writeln!(out, "{}", words.say("translate-absent", &facts))?;
        let mut reasons: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
        for area in &found.absent {
            *reasons.entry(area.reason.unwrap_or(area.what)).or_default() += 1;
        }
        for (reason, number) in reasons {
            let said = match reason {
                "above-population" => words.say("translate-above-population", &[]),
                reason => words.word("reason", reason),
            };
            writeln!(out, "  {} {said}", count(number, words))?;
        }
    }
    let key = if found.n_with_trend == 0 { "translate-no-trend" } else { "translate-trend" };
    let (trend, now, expected) = (count(found.n_with_trend, words), n(found.persons_with_trend), n(found.expected));
    writeln!(out, "{}", words.say(key, &[("n", &*trend), ("now", &now), ("expected", &expected)]))?;
    if found.kind == "model" {
        writeln!(out, "{}", words.say("translate-modelled", &[]))?;
    }
    Ok(())
}

fn rules(found: &Ambitions, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "\n{}", words.say("translate-rules", &[]))?;
    let head = ["rule", "figure", "sum", "miss", "areas", "above-most", "not-seen", "trend-enough"];
    let head = head.map(|column| words.say(&format!("translate-col-{column}"), &[])).to_vec();
    let row = |line: &RuleLine| {
        let figure = line.figure.map_or_else(|| "-".to_owned(), |it| percentage(it, words.language) + " %");
        let numbers = [line.n_asked, line.n_above_most, line.n_not_seen, line.n_trend_enough];
        let mut row = vec![rule(line.rule, words), figure, count(line.sum, words), count(line.miss, words)];
        row.extend(numbers.map(|number| count(number, words)));
        row
    };
    table(head, found.rules.iter().map(row).collect(), out)?;
    for line in &found.rules {
        writeln!(out, "  {}", words.say(&format!("translate-means-{}", line.rule), &[("way", found.way)]))?;
    }
    writeln!(out)
}

/// Persons per tenth, one column per rule.
fn tenths(found: &Ambitions, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "\n{}", words.say("translate-tenths", &[]))?;
    let rows = (0..10_usize).map(|tenth| -> Vec<String> {
        let cut = |line: &RuleLine| count(line.by_tenth.get(tenth).copied().unwrap_or(0), words);
        std::iter::once((tenth + 1).to_string()).chain(found.rules.iter().map(cut)).collect()
    });
    table(rule_heads("translate-col-tenth", found, words), rows.collect(), out)
}

/// Persons per larger area or domain, one column per rule.
fn places(
    key: &str,
    found: &Ambitions,
    of: fn(&RuleLine) -> &Vec<PlaceSum>,
    name: impl Fn(&PlaceSum) -> String,
    words: &Words,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let Some(first) = found.rules.first().map(of).filter(|places| !places.is_empty()) else { return Ok(()) };
    writeln!(out, "\n{}", words.say(key, &[]))?;
    let row = |(at, place): (usize, &PlaceSum)| -> Vec<String> {
        let cut = |line: &RuleLine| count(of(line).get(at).map_or(0, |it| it.cut), words);
        std::iter::once(name(place)).chain(found.rules.iter().map(cut)).collect()
    };
    let rows = first.iter().enumerate().take(2 * SHOWN).map(row).collect();
    table(rule_heads("translate-col-place", found, words), rows, out)
}

fn rule_heads(first: &str, found: &Ambitions, words: &Words) -> Vec<String> {
    let rules = found.rules.iter().map(|line| rule(line.rule, words));
    std::iter::once(words.say(first, &[])).chain(rules).collect()
}

/// Some areas of a rule: those that are asked most where the workspace asked for ranks, else the first by code.
fn areas(found: &Ambitions, line: &RuleLine, ranking: bool, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let mut asked: Vec<&AmbitionArea> = line.areas.iter().filter(|area| area.cut > 0).collect();
    if ranking {
        asked.sort_by_key(|area| std::cmp::Reverse(area.cut));
    }
    let order = if ranking { "most" } else { "code" };
    let (n, shown) = (count(asked.len(), words), SHOWN.min(asked.len()).to_string());
    let facts = [("rule", &*rule(line.rule, words)), ("n", &n), ("shown", &shown), ("order", order)];
    writeln!(out, "\n{}", words.say("translate-areas", &facts))?;
    let head = ["area", "now", "end", "cut", "per-year", "value", "beyond-trend", "note"];
    let head = head.map(|column| words.say(&format!("translate-col-{column}"), &[])).to_vec();
    let row = |area: &&AmbitionArea| {
        let name = if area.name.is_empty() { &area.area } else { &area.name };
        let value = area.value_at_end.map_or_else(String::new, |it| with_unit(it, &found.unit, words.language));
        let beyond = area.beyond_trend.map_or_else(|| "-".to_owned(), |it| count(it.max(0), words));
        let note = area.unreachable.map_or_else(String::new, |it| words.say(&format!("translate-{it}"), &[]));
        let per_year = figure(area.per_year, 1, words.language);
        let numbers = [area.persons, area.end, area.cut].map(|number| count(number, words));
        let [now, end, cut] = numbers;
        vec![name.clone(), now, end, cut, per_year, value, beyond, note]
    };
    table(head, asked.iter().take(SHOWN).map(row).collect(), out)
}
