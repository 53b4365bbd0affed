// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok agenda set`: one thing, field by field. The plain way; many things at once are a matter of `import`.
//!
//! In: a kind of thing and `field=value`. Out: one event. With `--id` what is not named stays as it was, and `field=` takes a
//! field away.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use kapstok_agenda::entry::{Entry, Id, Noun, Value};
use kapstok_agenda::event::What;
use kapstok_agenda::state::State;
use kapstok_share::words::Words;
use kapstok_table::{Place, Problem};

use crate::agenda::{area, found, stop, typed};
use crate::cli::SaidArguments;
use crate::failure::Failure;
use crate::problems::Texts;

/// Where a value was typed.
const HERE: &str = "kapstok agenda set";

/// Writes down what one thing says.
///
/// # Errors
/// Every field that cannot be as it was typed (K0658-K0660); an event that does not fit (K0651-K0653).
pub(crate) fn set(
    dir: &Path,
    noun: &str,
    fields: &[String],
    id: Option<&str>,
    said: &SaidArguments,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let said = super::who(said)?;
    let noun = Noun::ALL.into_iter().find(|known| known.word() == noun).unwrap_or(Noun::Burden);
    let id = id.map(super::thing).transpose()?;
    let mut writer = super::open(dir, words)?;
    let id = match id {
        Some(id) if id.noun() != noun => {
            return Err(Failure::NotFound { what: "thing", found: id.to_string(), nearest: String::new() });
        }
        Some(id) => id,
        None => writer.state().next(noun),
    };
    let entry = with(writer.state().get(id), id, fields, dir, writer.state())?;
    super::record(&mut writer, What::Set(entry), &said, words, out)
}

/// A thing as it was, or an empty one, with what was typed.
fn with(before: Option<&Entry>, id: Id, typed: &[String], dir: &Path, state: &State) -> Result<Entry, Failure> {
    let noun = id.noun();
    let stands = before.iter().flat_map(|entry| entry.values());
    let mut values: BTreeMap<&str, Value> = stands.map(|(field, value)| (field, value.clone())).collect();
    let mut problems: Vec<Problem> = Vec::new();
    for argument in typed {
        let (name, text) = argument.split_once('=').unwrap_or((argument, ""));
        let place = Place { column: Some(name.to_owned()), ..Place::file(HERE) };
        let Some(field) = noun.field(name) else {
            problems.push(found::no_field(noun, name, place));
            continue;
        };
        if text.trim().is_empty() && argument.contains('=') {
            values.remove(field.name);
            continue;
        }
        match typed::value(field.form, text) {
            Some(value) => drop(values.insert(field.name, with_code(field.name, value, dir, state)?)),
            None => problems.push(found::value(field, text, place)),
        }
    }
    if problems.is_empty() {
        match Entry::new(id, values) {
            Ok(entry) => return Ok(entry),
            Err(error) => problems.push(found::entry(&error, Place::file(HERE))),
        }
    }
    Err(Failure::Problems { problems, texts: Texts::new() })
}

/// Areas by their code, also where a name was typed.
fn with_code(field: &str, value: Value, dir: &Path, state: &State) -> Result<Value, Failure> {
    let code = |typed: &String| area::code_of(dir, typed, state);
    Ok(match (field, value) {
        ("area", Value::Word(typed)) => Value::Word(code(&typed)?),
        ("areas", Value::Words(typed)) => Value::Words(typed.iter().map(code).collect::<Result<_, _>>()?),
        (_, value) => value,
    })
}

/// The same thing with other values in some fields.
///
/// # Errors
/// A value that its field does not take (K0659).
pub(super) fn changed(entry: &Entry, with: &[(&str, Value)], place: Place) -> Result<Entry, Failure> {
    let kept = entry.values().filter(|(field, _)| with.iter().all(|(changed, _)| changed != field));
    let values = kept.map(|(field, value)| (field, value.clone()));
    let values = values.chain(with.iter().map(|(field, value)| (*field, value.clone())));
    Entry::new(entry.id(), values).map_err(|error| stop(found::entry(&error, place)))
}
