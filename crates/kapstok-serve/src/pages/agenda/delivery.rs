// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Promised and delivered, year by year: our own performance, and no figure of residents beside it.
//!
//! Nothing is overwritten: what was said of the same year before stands below what holds now, with its day; so does an
//! earlier wording of a promise.

use askama::Template;
use kapstok_agenda::changes::deliveries;
use kapstok_agenda::entry::{Entry, Id, Noun, OUTCOMES, Value};
use kapstok_agenda::event::What;
use kapstok_share::agenda::Seen;
use kapstok_share::agenda::delivered::{DeliveredLine, delivered};
use kapstok_share::agenda::said::Said;

use super::{Foot, agenda_link, day, foot, frame, seen, shape};
use crate::pages::Made;
use crate::pages::errors::Wrong;
use crate::pages::frame::{Frame, Link, View};
use crate::pages::links::Page;
use crate::pages::voice::Voice;

#[derive(Template)]
#[template(path = "agenda-delivery.html")]
struct DeliveryTemplate {
    frame: Frame,
    title: String,
    /// Sign and word of each outcome, and of nothing said.
    legend: Vec<(String, String)>,
    /// Per year how many of each outcome, in the order of the legend.
    counts: Vec<(u64, Vec<String>)>,
    parts: Vec<(String, Vec<Line>)>,
    back: Link,
    foot: Foot,
}

/// A promise or an action.
struct Line {
    id: String,
    words: String,
    source: String,
    earlier_words: Vec<String>,
    years: Vec<Year>,
}

/// What was said of a year.
struct Year {
    year: u64,
    shape: String,
    word: String,
    is_nothing: bool,
    why: String,
    earlier: Vec<String>,
}

/// Makes the page.
///
/// # Errors
/// No such area, or nothing agreed for it.
pub(in crate::pages) fn page(view: View<'_>, code: &str) -> Made {
    let v = view.voice();
    let seen = seen(view, code)?;
    let found = delivered(&seen);
    let said = Said { state: &seen.agenda.state, words: seen.words };
    let title = v.f("page-agenda-delivery-title", &[("name", seen.name())]);
    let outcomes = || OUTCOMES.iter().map(|outcome| Some(*outcome)).chain([None]);
    let word = |outcome: Option<&str>| outcome.map_or_else(|| v.s("delivered-nothing-said"), |it| said.word(it));
    let of_year = |year: u64| {
        let told: Vec<Option<String>> = found.lines.iter().map(|line| outcome(&seen, line.id, year)).collect();
        let count = |wanted: Option<&str>| told.iter().filter(|it| it.as_deref() == wanted).count();
        (year, outcomes().map(|wanted| v.count(count(wanted))).collect())
    };
    let lines = |noun: Noun| -> Vec<Line> {
        let of_noun = found.lines.iter().filter(|line| line.id.noun() == noun);
        of_noun.map(|line| in_words(v, &seen, line, &found.years)).collect()
    };
    let parts = [("page-agenda-delivery-promises", Noun::Promise), ("page-agenda-delivery-actions", Noun::Action)];
    let template = DeliveryTemplate {
        frame: frame(view, &Page::Delivery(seen.code().to_owned()), &title, &seen),
        legend: outcomes().map(|outcome| (shape::of_outcome(outcome), word(outcome))).collect(),
        counts: found.years.iter().map(|year| of_year(*year)).collect(),
        parts: parts.map(|(key, noun)| (v.s(key), lines(noun))).into_iter().filter(|it| !it.1.is_empty()).collect(),
        back: agenda_link(view, &seen),
        foot: foot(view, seen.agenda),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

fn outcome(seen: &Seen<'_>, of: Id, year: u64) -> Option<String> {
    let told = deliveries(&seen.agenda.state, of);
    told.iter().find(|it| it.whole("year") == Some(year))?.word("outcome").map(str::to_owned)
}

fn in_words(v: &Voice, seen: &Seen<'_>, line: &DeliveredLine, years: &[u64]) -> Line {
    let state = &seen.agenda.state;
    let year = |(year, said): (&u64, &Option<(String, String)>)| {
        let current = deliveries(state, line.id).into_iter().find(|it| it.whole("year") == Some(*year));
        let seq = current.and_then(|it| state.standing(it.id())).map_or(0, |standing| standing.seq);
        Year {
            year: *year,
            shape: shape::of_outcome(outcome(seen, line.id, *year).as_deref()),
            word: said.as_ref().map_or_else(|| v.s("delivered-nothing-said"), |(word, _)| word.clone()),
            is_nothing: said.is_none(),
            why: match current.and_then(|it| it.value("why")) {
                Some(Value::Removed) => v.s("agenda-removed"),
                _ => said.as_ref().map(|(_, why)| why.clone()).unwrap_or_default(),
            },
            earlier: earlier(v, seen, line.id, *year, seq),
        }
    };
    Line {
        id: line.id.to_string(),
        words: line.words.clone(),
        source: line.source.clone(),
        earlier_words: earlier_words(v, seen, line.id),
        years: years.iter().zip(&line.years).map(year).collect(),
    }
}

/// All that was said of a year but what holds now, oldest first.
fn earlier(v: &Voice, seen: &Seen<'_>, of: Id, year: u64, current: u64) -> Vec<String> {
    let said = Said { state: &seen.agenda.state, words: seen.words };
    let line = |(seq, event): (u64, &kapstok_agenda::event::Event)| {
        let What::Set(entry) = &event.what else { return None };
        let is_it = entry.noun() == Noun::Delivery && entry.one("of") == Some(of) && entry.whole("year") == Some(year);
        if !is_it || seq == current {
            return None;
        }
        let facts = [
            ("day", &*day(v, event.day)),
            ("word", &said.word(entry.word("outcome").unwrap_or_default())),
            ("why", &text(v, entry, "why")),
        ];
        Some(v.f("page-agenda-said-before", &facts).trim_end().to_owned())
    };
    (1..).zip(&seen.agenda.events).filter_map(line).collect()
}

/// Earlier wordings of a promise or an action, oldest first.
fn earlier_words(v: &Voice, seen: &Seen<'_>, of: Id) -> Vec<String> {
    let field = if of.noun() == Noun::Promise { "words" } else { "name" };
    let now = seen.agenda.state.get(of).and_then(|entry| entry.value(field));
    let mut found: Vec<String> = Vec::new();
    for event in &seen.agenda.events {
        let What::Set(entry) = &event.what else { continue };
        if entry.id() == of && entry.value(field) != now {
            let facts = [("day", &*day(v, event.day)), ("words", &text(v, entry, field))];
            found.push(v.f("page-agenda-worded-before", &facts));
        }
    }
    found
}

fn text(v: &Voice, entry: &Entry, field: &str) -> String {
    match entry.value(field) {
        Some(Value::Removed) => v.s("agenda-removed"),
        _ => entry.text(field).to_owned(),
    }
}
