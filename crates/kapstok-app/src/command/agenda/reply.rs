// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok agenda reply` and `answer`: what a resident says, and what is answered in public.
//!
//! The role that is named is who wrote it down: a resident is not named in a log that nobody can change unseen.

use std::io::Write;
use std::path::Path;

use kapstok_agenda::entry::{Entry, Id, Noun, Value};
use kapstok_agenda::event::What;
use kapstok_share::words::Words;
use kapstok_table::{Place, Problem};

use super::set::changed;
use crate::agenda::{area, found, stop};
use crate::cli::SaidArguments;
use crate::failure::Failure;

/// Writes down what a resident says of an area.
///
/// # Errors
/// No such area; words that no page can show (K0662).
pub(crate) fn reply(
    dir: &Path,
    typed: &str,
    text: &str,
    about: Option<&str>,
    said: &SaidArguments,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let said = super::who(said)?;
    let text = super::plain("words", text)?;
    let mut writer = super::open(dir, words)?;
    let code = area::code_of(dir, typed, writer.state())?;
    let about = about.map(|about| super::plain("about", about)).transpose()?;
    let values = [("area", Value::Word(code)), ("words", Value::Text(text))];
    let values = values.into_iter().chain(about.map(|about| ("about", Value::Word(about))));
    let entry = Entry::new(writer.state().next(Noun::Reply), values);
    let entry = entry.map_err(|error| stop(found::entry(&error, Place::file("kapstok agenda reply"))))?;
    super::record(&mut writer, What::Set(entry), &said, words, out)
}

/// Writes down the public answer to a reply, with the day of it.
///
/// # Errors
/// K0651 where there is no such reply; K0665 where its words were taken out.
pub(crate) fn answer(
    dir: &Path,
    id: Id,
    text: &str,
    said: &SaidArguments,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let said = super::who(said)?;
    let text = super::plain("answer", text)?;
    let place = || Place::file("kapstok agenda answer");
    let mut writer = super::open(dir, words)?;
    let before = match writer.state().get(id) {
        Some(before) if id.noun() == Noun::Reply => before,
        _ => return Err(stop(Problem::error("K0651", place()).with("id", id))),
    };
    let with = [("answer", Value::Text(text)), ("answered", Value::Word(said.day.to_string()))];
    let entry = changed(before, &with, place())?;
    if let Some(problem) = found::removed_words(&entry, place()) {
        return Err(stop(problem));
    }
    super::record(&mut writer, What::Set(entry), &said, words, out)
}
