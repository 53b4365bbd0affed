// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok agenda deliver`: what came of a promise or an action in a year. A later word of the same year stands beside the
//! earlier one in the log; the last one counts.

use std::io::Write;
use std::path::Path;

use kapstok_agenda::entry::{Entry, Form, Id, Noun, Value};
use kapstok_agenda::event::What;
use kapstok_share::words::Words;
use kapstok_table::Place;

use crate::agenda::{found, stop, typed};
use crate::cli::SaidArguments;
use crate::failure::Failure;

/// The outcome that needs no reason.
const DONE: &str = "done";

/// Writes down what came of something in a year.
///
/// # Errors
/// K0663 without a reason; K0664 for a thing that nothing can come of; K0651 for one that is not there.
#[expect(clippy::too_many_arguments, reason = "what was typed, one by one")]
pub(crate) fn deliver(
    dir: &Path,
    of: Id,
    year: &str,
    outcome: &str,
    why: Option<&str>,
    said: &SaidArguments,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let said = super::who(said)?;
    if !matches!(of.noun(), Noun::Promise | Noun::Action) {
        return Err(stop(found::not_delivered(&of.to_string())));
    }
    let why = why.map(|why| super::plain("why", why)).transpose()?;
    if why.is_none() && outcome != DONE {
        return Err(stop(found::no_why(outcome)));
    }
    let place = || Place::file("kapstok agenda deliver");
    let year = match (typed::value(Form::Year, year), Noun::Delivery.field("year")) {
        (None, Some(field)) => return Err(stop(found::value(field, year, place()))),
        (value, _) => value,
    };
    let (year_said, is_without_why) = (year.clone(), why.is_none());
    let values = [("of", Some(Value::Id(of))), ("year", year), ("outcome", Some(Value::Word(outcome.to_owned())))];
    let values = values.into_iter().chain([("why", why.map(Value::Text))]);
    let mut writer = super::open(dir, words)?;
    let has_word = |it: &Entry| it.one("of") == Some(of) && it.value("year") == year_said.as_ref();
    if is_without_why && writer.state().all(Noun::Delivery).any(has_word) {
        return Err(stop(found::no_why(outcome)));
    }
    let known = values.filter_map(|(field, value)| Some((field, value?)));
    let entry = Entry::new(writer.state().next(Noun::Delivery), known);
    let entry = entry.map_err(|error| stop(found::entry(&error, place())))?;
    super::record(&mut writer, What::Set(entry), &said, words, out)
}
