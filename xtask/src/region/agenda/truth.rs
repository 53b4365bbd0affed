// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The truth about the agenda: which holes were planted, what only looks like one, and what the money adds up to.
//!
//! Form: comma, one row of titles; what may hold a comma stands last and in quotes. Sums are made here from what the scripts
//! say each line of money is for, so that a ledger that finds it out by itself can be held against them.

use std::collections::BTreeMap;

use kapstok_agenda::entry::{Entry, Noun, STAGES, Value};

use super::Agenda;

/// `gaten.csv`, by area and kind.
pub(super) fn holes(agenda: &Agenda) -> String {
    let row = |hole: &super::Hole| {
        let area = hole.area.as_deref().unwrap_or_default();
        format!("{area},{},{},{},{},\"{}\"\n", hole.kind, hole.about, hole.domain, hole.why, hole.story)
    };
    table("gebied,soort,over,domein,waarom,verhaal", agenda.holes.iter().map(row))
}

/// `geen_gaten.csv`, by area and kind.
pub(super) fn near_misses(agenda: &Agenda) -> String {
    let row = |it: &super::NearMiss| {
        format!("{},{},{},\"{}\"\n", it.area.as_deref().unwrap_or_default(), it.kind, it.about, it.story)
    };
    table("gebied,soort,over,verhaal", agenda.near_misses.iter().map(row))
}

fn table(titles: &str, rows: impl Iterator<Item = String>) -> String {
    let mut rows: Vec<String> = rows.collect();
    rows.sort();
    format!("{titles}\n{}", rows.concat())
}

/// One sum of `geld.csv`.
#[derive(Default)]
struct Money {
    cents: u64,
    euros_unknown: u32,
    posts: u64,
    posts_unknown: u32,
    of: Vec<String>,
}

/// `geld.csv`: euros and posts by area, domain, source, year, stage and earmark.
pub(super) fn money(agenda: &Agenda) -> String {
    let mut sums: BTreeMap<_, Money> = BTreeMap::new();
    for line in agenda.played.state.all(Noun::Capacity) {
        let word = |field: &str| line.word(field).unwrap_or_default().to_owned();
        let purpose = agenda.played.purposes.get(&line.id()).cloned().unwrap_or_default();
        let stage = STAGES.iter().position(|stage| line.word("stage") == Some(stage)).unwrap_or(0);
        let key = (word("area"), purpose, line.one("source"), line.whole("year"), stage, word("earmark"));
        let sum = sums.entry(key).or_default();
        add(line, "euros", &mut sum.cents, &mut sum.euros_unknown);
        add(line, "posts", &mut sum.posts, &mut sum.posts_unknown);
        sum.of.push(line.id().to_string());
    }
    let mut text =
        "gebied,domein,bron,jaar,stadium,oormerk,euro,euro_onbekend,voltijdbanen,voltijdbanen_onbekend,regels\n"
            .to_owned();
    for ((area, purpose, source, year, stage, earmark), sum) in sums {
        let (source, year) = (source.map(|id| id.to_string()).unwrap_or_default(), year.unwrap_or(0));
        let euros = format!("{}.{:02}", sum.cents / 100, sum.cents % 100);
        let posts = format!("{}.{:03}", sum.posts / 1000, sum.posts % 1000);
        let (stage, of) = (STAGES[stage], sum.of.join(" "));
        text.push_str(&format!(
            "{area},{purpose},{source},{year},{stage},{earmark},{euros},{},{posts},{},{of}\n",
            sum.euros_unknown, sum.posts_unknown
        ));
    }
    text
}

fn add(line: &Entry, field: &str, known: &mut u64, unknown: &mut u32) {
    match line.value(field) {
        Some(Value::Whole(amount)) => *known += amount,
        Some(Value::Unknown) => *unknown += 1,
        _ => {}
    }
}
