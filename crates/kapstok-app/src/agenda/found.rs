// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is wrong with a log, an event or a value, as problems with a code (K0650-K0669).
//!
//! In: errors of `kapstok_agenda`. Out: problems. The caller says the place: a log, a command line, a cell of a sheet.

use kapstok_agenda::entry::{Entry, EntryError, Field, Form, Noun};
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::log::{Head, LogError, Tail};
use kapstok_agenda::state::{Misfit, State};
use kapstok_table::{Place, Problem};

use super::LOG_FILE;

/// A line of the log.
fn line(number: usize) -> Place {
    Place { row: u32::try_from(number).ok(), ..Place::file(LOG_FILE) }
}

/// A log that is not as it was written.
pub(crate) fn damage(error: &LogError) -> Problem {
    Problem::error("K0650", line(error.line)).with("line", error.line).with("damage", error.damage.word())
}

/// Something behind the last finished act.
pub(crate) fn tail(head: &Head, tail: &Tail) -> Problem {
    let first = usize::try_from(head.events()).unwrap_or(usize::MAX).saturating_add(1);
    Problem::warning("K0667", line(first)).with("lines", tail.lines).with("from", tail.from)
}

/// A head that the log never had.
pub(crate) fn unknown_head(head: &str) -> Problem {
    Problem::error("K0657", Place::file(LOG_FILE)).with("found", head)
}

/// An event that does not fit what is known so far.
pub(crate) fn misfit(misfit: &Misfit, state: &State, event: &Event, place: Place) -> Problem {
    match misfit {
        Misfit::NotThere { id } => Problem::error("K0651", place).with("id", id),
        Misfit::Number { id } => Problem::error("K0652", place).with("id", id).with("nearest", state.next(id.noun())),
        Misfit::Apart { id } => Problem::error("K0653", place).with("id", id),
        Misfit::Version { name } => Problem::error("K0654", place).with("found", name),
        Misfit::Older { name, day } => Problem::error("K0668", place).with("found", name).with("day", day),
        Misfit::NoReason => {
            let what = match &event.what {
                What::Adopted(_) => "adopted",
                What::Withdrawn { .. } => "withdrawn",
                What::ChoiceChanged(_) => "choice-changed",
                What::StatementDecided(_) => "statement-decided",
                _ => "redacted",
            };
            Problem::error("K0655", place).with("event", what)
        }
        Misfit::Beginning => Problem::error("K0654", place).with("found", "1"),
    }
}

/// A thing that cannot be as it was said.
pub(crate) fn entry(error: &EntryError, place: Place) -> Problem {
    let at = |field: &str| Place { column: Some(field.to_owned()), ..place.clone() };
    match error {
        EntryError::NoField { noun, field } => no_field(*noun, field, at(field)),
        EntryError::Missing { noun, field } => {
            Problem::error("K0660", at(field)).with("noun", noun.word()).with("field", field)
        }
        EntryError::Form { noun, field } => match noun.field(field) {
            Some(known) => value(known, "", at(field)),
            None => no_field(*noun, field, at(field)),
        },
    }
}

/// A field that things of a kind do not have.
pub(crate) fn no_field(noun: Noun, field: &str, place: Place) -> Problem {
    let names = noun.fields().iter().map(|field| field.name);
    let nearest = kapstok_table::nearest(field, names.clone());
    let known = names.collect::<Vec<_>>().join(", ");
    let problem = Problem::error("K0658", place).with("noun", noun.word()).with("field", field);
    problem.with("nearest", nearest).with("known", known)
}

/// Something that cannot stand in a field.
pub(crate) fn value(field: &Field, found: &str, place: Place) -> Problem {
    let kinds = |nouns: &[Noun]| nouns.iter().map(|noun| noun.word()).collect::<Vec<_>>().join(", ");
    let (form, known) = match field.form {
        Form::Text => ("text", String::new()),
        Form::OneOf(words) => ("one-of", words.join(", ")),
        Form::Name => ("name", String::new()),
        Form::Names => ("names", String::new()),
        Form::Id(nouns) => ("id", kinds(nouns)),
        Form::Ids(nouns) => ("ids", kinds(nouns)),
        Form::Euros => ("euros", String::new()),
        Form::Posts => ("posts", String::new()),
        Form::Year => ("year", String::new()),
        Form::Day => ("day", String::new()),
        Form::Number => ("number", String::new()),
    };
    let problem = Problem::error("K0659", place).with("field", field.name).with("found", found);
    problem.with("form", form).with("known", known)
}

/// Words that cannot be taken out.
pub(crate) fn nothing_to_redact(seq: u64, field: &str, known: &str) -> Problem {
    Problem::error("K0661", Place::file(LOG_FILE)).with("event", seq).with("field", field).with("words", known)
}

/// An outcome that needs a reason.
pub(crate) fn no_why(outcome: &str) -> Problem {
    Problem::error("K0663", Place::file("kapstok agenda deliver")).with("outcome", outcome)
}

/// What a delivery can be of, and what was named instead.
pub(crate) fn not_delivered(id: &str) -> Problem {
    Problem::error("K0664", Place::file("kapstok agenda deliver")).with("id", id)
}

/// Whether an entry's words are all there: what was taken out cannot be said again.
pub(crate) fn removed_words(entry: &Entry, place: Place) -> Option<Problem> {
    State::has_removed_words(entry).then(|| Problem::error("K0665", place).with("id", entry.id()))
}
