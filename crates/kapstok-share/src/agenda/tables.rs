// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Actions, targets, links and replies of an area as tables, for every report that shows them.

use std::collections::BTreeMap;

use kapstok_agenda::entry::{Entry, Id, Noun};
use kapstok_agenda::matrix::{Sum, furthest};
use kapstok_find::detectable::Sureness;

use super::Seen;
use super::said::Said;
use crate::day::day;
use crate::document::{Column, Content, Item, Table};
use crate::gap::detectable::{Detectable, detectable};
use crate::number::with_unit;

fn column(seen: &Seen<'_>, key: &str, width: u16) -> Column {
    Column { title: seen.words.say(key, &[]), width, content: Content::Words }
}

/// Words, or the hole that their place is.
fn or_hole(seen: &Seen<'_>, text: String, key: &str) -> Item {
    if text.is_empty() { Item::Hole(seen.words.say(key, &[])) } else { Item::Text(text) }
}

/// Actions: what, for which burden or link, who, with what, until when, and whether partners confirmed it.
pub fn actions(seen: &Seen<'_>, most: usize) -> (Table, usize) {
    let state = &seen.agenda.state;
    let said = Said { state, words: seen.words };
    let all: Vec<&Entry> = state.of_area(Noun::Action, seen.code()).collect();
    let row = |action: &&Entry| {
        let partners = [action.many("partners"), action.many("funders")].concat();
        let until = action.word("until").map(|until| day(until, seen.words)).unwrap_or_default();
        vec![
            Item::Text(format!("{} {}", action.id(), said.name(action.id()))),
            or_hole(seen, said.names(action.many("works_on")), "actions-no-burden"),
            or_hole(seen, said.names(action.many("owners")), "actions-no-owner"),
            Item::Text(said.names(&partners)),
            or_hole(seen, money_of(seen, action.id()), "actions-no-money"),
            if until.is_empty() { Item::Empty } else { Item::Text(until) },
        ]
    };
    let columns = vec![
        column(seen, "actions-column-action", 28),
        column(seen, "actions-column-works-on", 22),
        column(seen, "actions-column-owner", 15),
        column(seen, "actions-column-partners", 15),
        column(seen, "actions-column-money", 16),
        column(seen, "actions-column-until", 10),
    ];
    let rows = all.iter().take(most).map(row).collect();
    (Table { caption: seen.words.say("actions-caption", &[]), columns, rows }, all.len().saturating_sub(most))
}

/// Words that are too long for a short table end in dots.
pub fn shortened(text: &str, signs: usize) -> String {
    if text.chars().count() <= signs {
        return text.to_owned();
    }
    let cut: String = text.chars().take(signs.saturating_sub(1)).collect();
    let whole = cut.rfind(' ').filter(|at| *at * 2 > cut.len()).map_or(cut.as_str(), |at| &cut[..at]);
    format!("{}…", whole.trim_end())
}

/// Money of an action in one year, in the furthest stage that it has come to.
fn furthest_money(seen: &Seen<'_>, action: Id) -> String {
    let state = &seen.agenda.state;
    let said = Said { state, words: seen.words };
    let of_action = |id: &Id| state.get(*id).filter(|it| it.one("action") == Some(action));
    let of_year =
        |year: u16| -> Vec<&Entry> { furthest(state, seen.code(), year).iter().filter_map(of_action).collect() };
    let years =
        state.all(Noun::Capacity).filter(|it| it.one("action") == Some(action)).filter_map(|it| it.whole("year"));
    let mut years: Vec<u16> = years.filter_map(|year| u16::try_from(year).ok()).collect();
    years.sort_unstable();
    let now = state.newest_day().map_or(u16::MAX, kapstok_agenda::day::Day::year);
    let Some(year) = years.iter().rev().find(|year| **year <= now).or(years.first()).copied() else {
        return String::new();
    };
    let mut parts = Vec::new();
    for stage in kapstok_agenda::entry::STAGES {
        let mut sum = Sum::default();
        let here: Vec<&Entry> = of_year(year).into_iter().filter(|it| it.word("stage") == Some(stage)).collect();
        here.iter().for_each(|it| sum.add(it));
        if !here.is_empty() {
            parts.push(format!("{} {}", said.sum(&sum), said.word(stage)));
        }
    }
    format!("{year}: {}", parts.join(", "))
}

/// Money of an action, a line for each year and stage.
pub fn money_of(seen: &Seen<'_>, action: Id) -> String {
    let state = &seen.agenda.state;
    let said = Said { state, words: seen.words };
    let lines: Vec<&Entry> = state.all(Noun::Capacity).filter(|it| it.one("action") == Some(action)).collect();
    let mut years: Vec<u64> = lines.iter().filter_map(|it| it.whole("year")).collect();
    years.sort_unstable();
    years.dedup();
    let mut parts = Vec::new();
    for year in years {
        let mut of_year = Vec::new();
        for stage in kapstok_agenda::entry::STAGES {
            let mut sum = Sum::default();
            let of = |it: &&&Entry| it.whole("year") == Some(year) && it.word("stage") == Some(stage);
            let here: Vec<&&Entry> = lines.iter().filter(of).collect();
            here.iter().for_each(|it| sum.add(it));
            if !here.is_empty() {
                of_year.push(format!("{} {}", said.word(stage), said.sum(&sum)));
            }
        }
        parts.push(format!("{year}: {}", of_year.join(", ")));
    }
    parts.join("\n")
}

/// What partners said of actions: the last answer of each.
pub fn confirmations(seen: &Seen<'_>) -> Table {
    let state = &seen.agenda.state;
    let said = Said { state, words: seen.words };
    let mut last: BTreeMap<(Id, Id), &Entry> = BTreeMap::new();
    for it in state.all(Noun::Confirmation) {
        let (Some(action), Some(organisation)) = (it.one("action"), it.one("organisation")) else { continue };
        if state.get(action).and_then(|action| action.word("area")) == Some(seen.code()) {
            last.insert((action, organisation), it);
        }
    }
    let row = |((action, organisation), it): (&(Id, Id), &&Entry)| {
        vec![
            Item::Text(format!("{action} {}", said.name(*action))),
            Item::Text(said.name(*organisation)),
            Item::Text(it.word("answer").map(|word| said.word(word)).unwrap_or_default()),
            Item::Text(said.answer(it)),
        ]
    };
    let columns = vec![
        column(seen, "confirmations-column-action", 30),
        column(seen, "confirmations-column-organisation", 24),
        column(seen, "confirmations-column-answer", 14),
        column(seen, "confirmations-column-words", 32),
    ];
    Table { caption: seen.words.say("confirmations-caption", &[]), columns, rows: last.iter().map(row).collect() }
}

/// Actions in short: what, for what, who, with what.
pub fn actions_in_short(seen: &Seen<'_>, most: usize, signs: usize) -> (Table, usize) {
    let state = &seen.agenda.state;
    let said = Said { state, words: seen.words };
    let all: Vec<&Entry> = state.of_area(Noun::Action, seen.code()).collect();
    let short = |ids: &[Id]| match ids {
        [] => String::new(),
        [one] => shortened(&said.title(*one), signs),
        [one, rest @ ..] => format!("{} (+{})", shortened(&said.title(*one), signs), rest.len()),
    };
    let row = |action: &&Entry| {
        vec![
            Item::Text(format!("{} {}", action.id(), shortened(&said.name(action.id()), signs))),
            or_hole(seen, short(action.many("works_on")), "actions-no-burden"),
            or_hole(seen, short(action.many("owners")), "actions-no-owner"),
            or_hole(seen, furthest_money(seen, action.id()), "actions-no-money"),
        ]
    };
    let columns = vec![
        column(seen, "actions-column-action", 34),
        column(seen, "actions-column-works-on", 28),
        column(seen, "actions-column-owner", 20),
        column(seen, "actions-column-money", 20),
    ];
    let rows = all.iter().take(most).map(row).collect();
    (Table { caption: seen.words.say("actions-caption", &[]), columns, rows }, all.len().saturating_sub(most))
}

/// How large a change must be to be seen, beside a target; `None` where the target names no indicator or value.
pub fn detectable_of(seen: &Seen<'_>, target: &Entry) -> Option<Result<Detectable, &'static str>> {
    let indicator = target.word("indicator").and_then(|id| seen.snapshot.indicator(id))?;
    let value = target.number("value")?;
    Some(detectable(seen.snapshot, seen.area, indicator, Some(value), Sureness::USUAL))
}

/// The same in a few words, for a table.
fn seen_from(seen: &Seen<'_>, target: &Entry) -> Item {
    let words = seen.words;
    let unit = target.word("indicator").and_then(|id| seen.snapshot.indicator(id)).map_or("", |it| it.unit.as_str());
    match detectable_of(seen, target) {
        None => Item::Empty,
        Some(Err("modelled")) => Item::Hole(words.say("targets-model", &[])),
        Some(Err(reason)) => Item::Text(words.say(&format!("gap-because-{reason}"), &[])),
        Some(Ok(found)) => match (found.seen_from, found.is_seen) {
            (None, _) => Item::Hole(words.say("targets-never-seen", &[])),
            (Some(from), Some(false)) => {
                Item::Hole(words.say("targets-not-seen", &[("value", &with_unit(from, unit, words.language))]))
            }
            (Some(from), _) => {
                Item::Text(words.say("targets-seen", &[("value", &with_unit(from, unit, words.language))]))
            }
        },
    }
}

/// Targets with their baseline and the figure of today. A modelled figure is no evidence of change, and says so.
pub fn targets(seen: &Seen<'_>) -> Table {
    let (state, snapshot, words) = (&seen.agenda.state, seen.snapshot, seen.words);
    let said = Said { state, words };
    let level = snapshot.level_of(seen.area);
    let row = |target: &Entry| {
        let indicator = target.word("indicator").and_then(|id| snapshot.indicator(id));
        let unit = indicator.map_or("", |it| it.unit.as_str());
        let own_unit = if unit.is_empty() { format!(" {}", target.text("unit")) } else { String::new() };
        let figure = |value: f64| format!("{}{}", with_unit(value, unit, words.language), own_unit.trim_end());
        let period = target.word("baseline_period").map(|period| format!(" ({period})")).unwrap_or_default();
        let baseline = target.number("baseline").map_or_else(String::new, |value| figure(value) + &period);
        let today = indicator.and_then(|it| snapshot.column(level, &it.id, None));
        let today = today.and_then(|(entry, column)| Some((column.value(seen.area.index)?, &entry.period)));
        let today = match (indicator, today) {
            (Some(it), _) if it.kind == "model" => Item::Hole(words.say("targets-model", &[])),
            (_, Some((value, period))) => Item::Text(format!("{} ({period})", figure(value))),
            (_, None) => Item::Empty,
        };
        // An indicator that is named and has no figures is another hole than none.
        let no_indicator =
            if target.word("indicator").is_some() { "targets-unknown-indicator" } else { "targets-no-indicator" };
        let of = target.one("action").or_else(|| target.one("burden"));
        vec![
            Item::Text(format!("{} {}", target.id(), said.name(target.id()))),
            Item::Text(of.map(|id| said.title(id)).unwrap_or_default()),
            or_hole(
                seen,
                indicator.map_or_else(String::new, |it| it.label.of(words.language).to_owned()),
                no_indicator,
            ),
            Item::Text(baseline),
            or_hole(seen, target.number("value").map_or_else(String::new, figure), "targets-no-value"),
            or_hole(seen, target.word("deadline").map(|by| day(by, words)).unwrap_or_default(), "targets-no-deadline"),
            today,
            seen_from(seen, target),
        ]
    };
    let columns = vec![
        column(seen, "targets-column-target", 20),
        column(seen, "targets-column-of", 18),
        column(seen, "targets-column-indicator", 18),
        column(seen, "targets-column-baseline", 13),
        column(seen, "targets-column-value", 10),
        column(seen, "targets-column-deadline", 11),
        column(seen, "targets-column-today", 14),
        column(seen, "targets-column-seen", 14),
    ];
    Table {
        caption: words.say("targets-caption", &[]),
        columns,
        rows: state.of_area(Noun::Target, seen.code()).map(row).collect(),
    }
}

/// Links with what is known of them, and who works on each.
pub fn links(seen: &Seen<'_>) -> Table {
    let state = &seen.agenda.state;
    let said = Said { state, words: seen.words };
    let row = |link: &Entry| {
        let on_it = state.of_area(Noun::Action, seen.code()).filter(|it| it.many("works_on").contains(&link.id()));
        let on_it: Vec<Id> = on_it.map(Entry::id).collect();
        vec![
            Item::Text(format!("{} {}", link.id(), said.ends(link))),
            Item::Text(said.name(link.id())),
            Item::Text(link.word("evidence").map(|word| said.word(word)).unwrap_or_default()),
            Item::Text(link.text("source").to_owned()),
            or_hole(seen, said.names(&on_it), "links-no-action"),
        ]
    };
    let columns = vec![
        column(seen, "links-column-link", 22),
        column(seen, "links-column-how", 26),
        column(seen, "links-column-evidence", 12),
        column(seen, "links-column-source", 24),
        column(seen, "links-column-actions", 22),
    ];
    Table {
        caption: seen.words.say("links-caption", &[]),
        columns,
        rows: state.of_area(Noun::Link, seen.code()).map(row).collect(),
    }
}

/// What residents said, and the public answer.
pub fn replies(seen: &Seen<'_>) -> Table {
    let state = &seen.agenda.state;
    let said = Said { state, words: seen.words };
    let row = |reply: &Entry| {
        let since =
            state.standing(reply.id()).map(|standing| day(&standing.first.to_string(), seen.words)).unwrap_or_default();
        let answered = reply.word("answered").map(|on| format!(" ({})", day(on, seen.words))).unwrap_or_default();
        let answer = reply.text("answer");
        let answer = if answer.is_empty() { String::new() } else { format!("{answer}{answered}") };
        vec![
            Item::Text(said.name(reply.id())),
            Item::Text(reply.word("about").unwrap_or_default().to_owned()),
            Item::Text(since),
            or_hole(seen, answer, "replies-no-answer"),
        ]
    };
    let columns = vec![
        column(seen, "replies-column-words", 40),
        column(seen, "replies-column-about", 16),
        column(seen, "replies-column-day", 12),
        column(seen, "replies-column-answer", 40),
    ];
    Table {
        caption: seen.words.say("replies-caption", &[]),
        columns,
        rows: state.of_area(Noun::Reply, seen.code()).map(row).collect(),
    }
}
