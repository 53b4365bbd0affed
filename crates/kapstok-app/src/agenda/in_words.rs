// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Things of an agenda in words: what stands in a field, what a thing is called, what happened.
//!
//! In: things and the state that they stand in. Out: lines of text. Invariant: unknown, taken out and not said are three
//! different words.

use kapstok_agenda::entry::{Entry, Id, Noun, Value};
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::matrix::Sum;
use kapstok_agenda::state::State;
use kapstok_share::agenda::said::Said;
use kapstok_share::words::Words;

/// The longest title of a thing in a line, in signs.
const LONGEST_TITLE: usize = 100;

/// What stands in a field; things by short name and title.
pub(crate) fn value(noun: Noun, field: &str, value: &Value, state: &State, words: &Words) -> String {
    match (value, noun.field(field)) {
        (Value::Id(id), _) => thing(*id, state, words),
        (Value::Ids(ids), _) => things(ids, state, words),
        (value, Some(field)) => Said { state, words }.value(field, value),
        (_, None) => String::new(),
    }
}

/// A word of a closed list, such as `late`.
pub(crate) fn one_of(word: &str, words: &Words) -> String {
    words.say(&format!("agenda-word-{word}"), &[])
}

/// The name of a field.
pub(crate) fn field(field: &str, words: &Words) -> String {
    words.word("agenda-field", field)
}

/// What stands in a field of a thing; `None` where nothing does.
pub(crate) fn of(entry: &Entry, field: &str, state: &State, words: &Words) -> Option<String> {
    Some(value(entry.noun(), field, entry.value(field)?, state, words))
}

/// A thing by its short name and what people call it: `b1 Debts`.
pub(crate) fn thing(id: Id, state: &State, words: &Words) -> String {
    match state.get(id) {
        Some(entry) => format!("{id} {}", title(entry, state, words)).trim_end().to_owned(),
        None => words.say("agenda-withdrawn-thing", &[("id", &id.to_string())]),
    }
}

/// What kind of thing it is: of a burden whether it is one, or a strength.
pub(crate) fn kind(entry: &Entry, words: &Words) -> String {
    match entry.word("side") {
        Some(side) => one_of(side, words),
        None => words.word("agenda-noun", entry.noun().word()),
    }
}

/// Several things.
pub(crate) fn things(ids: &[Id], state: &State, words: &Words) -> String {
    ids.iter().map(|id| thing(*id, state, words)).collect::<Vec<_>>().join(", ")
}

/// What a thing is about, in a line.
pub(crate) fn title(entry: &Entry, state: &State, words: &Words) -> String {
    let said = |field: &str| of(entry, field, state, words);
    let joined = |fields: &[&str]| fields.iter().filter_map(|it| said(it)).collect::<Vec<_>>().join(", ");
    match entry.noun() {
        Noun::Burden | Noun::Link | Noun::Organisation | Noun::Action | Noun::Target => in_a_line(said("name")),
        Noun::Promise | Noun::Reply => in_a_line(said("words")),
        Noun::Capacity => money(entry, state, words),
        Noun::Delivery => joined(&["of", "year", "outcome"]),
        Noun::Confirmation => joined(&["action", "organisation", "answer"]),
    }
}

fn in_a_line(text: Option<String>) -> String {
    let text = text.unwrap_or_default();
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST_TITLE {
        return line;
    }
    line.chars().take(LONGEST_TITLE).chain(['…']).collect()
}

/// Money and posts with their year and stage.
pub(crate) fn money(entry: &Entry, state: &State, words: &Words) -> String {
    let mut sum = Sum::default();
    sum.add(entry);
    let year = entry.whole("year").map(|year| year.to_string()).unwrap_or_default();
    let stage = entry.word("stage").map(|stage| one_of(stage, words)).unwrap_or_default();
    let amounts = Said { state, words }.sum(&sum);
    let amounts = if amounts.is_empty() { words.say("agenda-no-amount", &[]) } else { amounts };
    format!("{year}, {stage}: {amounts}")
}

/// What happened, in a line. `before` is what was agreed until then, `after` with it.
pub(crate) fn happened(event: &Event, before: &State, after: &State, words: &Words) -> String {
    let reason = |reason: &Option<String>| reason.clone().unwrap_or_else(|| words.say("agenda-removed", &[]));
    match &event.what {
        What::Opened => words.say("agenda-event-opened", &[]),
        What::Set(entry) => {
            let noun = kind(entry, words);
            let facts = [("noun", &*noun), ("thing", &*thing(entry.id(), after, words))];
            match before.get(entry.id()) {
                None => words.say("agenda-event-new", &facts),
                Some(_) => words.say("agenda-event-changed", &facts),
            }
        }
        What::Withdrawn { id, reason: why } => {
            let facts = [("thing", &*thing(*id, before, words)), ("reason", &reason(why))];
            words.say("agenda-event-withdrawn", &facts)
        }
        What::Adopted(adoption) => match &adoption.reason {
            None => words.say("agenda-event-adopted", &[("name", &adoption.name())]),
            Some(why) => {
                let facts = [("name", &*adoption.name()), ("reason", &reason(why))];
                words.say("agenda-event-adopted-again", &facts)
            }
        },
        What::ChoiceChanged(change) => {
            let facts = [("area", &*change.area), ("choice", &change.choice), ("reason", &reason(&change.reason))];
            words.say(if change.inside { "agenda-event-choice-in" } else { "agenda-event-choice-out" }, &facts)
        }
        What::StatementDecided(decision) => {
            let quote = in_a_line(Some(reason(&decision.quote)));
            let facts = [("quote", &*quote), ("page", &decision.page.to_string())];
            words.say(&format!("agenda-event-decided-{}", decision.act.word()), &facts)
        }
        What::Redacted { seq, field: name, reason: why } => {
            let facts = [("event", &*seq.to_string()), ("field", &field(name, words)), ("reason", &reason(why))];
            words.say("agenda-event-redacted", &facts)
        }
    }
}

/// The role that says something.
pub(crate) fn by(by: Option<&String>, words: &Words) -> String {
    by.cloned().unwrap_or_else(|| words.say("agenda-removed", &[]))
}
