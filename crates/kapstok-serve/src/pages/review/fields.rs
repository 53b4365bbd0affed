// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the rules say of a statement, with a field beside each value to say something else.
//!
//! In: a proposal, and the values to begin with. Out: a row per field. Invariant: a field is asked for where the rules
//! say something of it, or where a decision often adds it.

use std::collections::BTreeSet;

use kapstok_read::review::{Fields, Form, Proposal};
use kapstok_share::documents::said;

use super::super::voice::Voice;
use super::form;
use crate::desk::review::ReviewDesk;

/// Asked for of every statement.
const ALWAYS: [&str; 7] = ["commitment", "actor", "framing", "scale", "domains", "areas", "deadline"];
/// The order of the others, each with its number: of one target all that is said of it, and so on.
const OF_TARGET: [&str; 6] = ["grade", "role", "quantity", "unit", "direction", "deadline"];
const OF_MONEY: [&str; 2] = ["amount", "period"];

/// What the rules call the way a target goes; another word that stands there stays.
const DIRECTIONS: [&str; 7] =
    ["increase_to", "increase_by", "decrease_to", "decrease_by", "at_least", "at_most", "achieve"];

/// A field.
pub(super) struct FieldRow {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) label: String,
    pub(super) rule: String,
    pub(super) doubt: String,
    pub(super) hint: String,
    pub(super) control: Control,
}

/// How it is filled in.
pub(super) enum Control {
    /// Anything.
    Text(String),
    /// One word, or none: word, name, whether it is chosen.
    One(Vec<(String, String, bool)>),
    /// Any of these.
    Some(Vec<(String, String, bool)>),
}

/// All fields of a statement.
pub(super) fn rows(v: &Voice, desk: &ReviewDesk, proposal: &Proposal, values: &Fields) -> Vec<FieldRow> {
    fields(proposal, values).into_iter().filter_map(|field| row(v, desk, proposal, values, field)).collect()
}

fn fields(proposal: &Proposal, values: &Fields) -> Vec<String> {
    if proposal.fields.contains_key("verdict") {
        return ["verdict", "answer"].map(str::to_owned).into();
    }
    let mut fields: Vec<String> = ALWAYS.map(str::to_owned).into();
    let nth = |name: &str, n: usize| if n == 1 { name.to_owned() } else { format!("{name}.{n}") };
    for (first, of) in [("grade", &OF_TARGET[..]), ("amount", &OF_MONEY[..])] {
        let numbers = (1..).take_while(|n| proposal.fields.contains_key(&nth(first, *n)));
        for field in numbers.flat_map(|n| of.iter().map(move |name| nth(name, n))) {
            // The term of the first target stands with what belongs to it.
            fields.retain(|known| *known != field);
            fields.push(field);
        }
    }
    // What the rules say beside these, and what the reader has said and the rules do not: a form without it takes it away.
    for field in proposal.fields.keys().chain(values.keys()) {
        if !fields.contains(field) {
            fields.push(field.clone());
        }
    }
    fields
}

fn row(v: &Voice, desk: &ReviewDesk, proposal: &Proposal, values: &Fields, field: String) -> Option<FieldRow> {
    let (base, number) = field.split_once('.').map_or((field.as_str(), None), |(base, n)| (base, Some(n)));
    let name = v.s(&format!("review-field-{base}"));
    let label = match number {
        Some(number) => format!("{name} ({number})"),
        None => name,
    };
    let in_words = |word: &str| said::field(&desk.rows.document, base, word, &v.words);
    let value = values.get(&field).map_or("", String::as_str);
    let said = proposal.fields.get(&field).map_or("", String::as_str);
    let form = form(desk, &field)?;
    let (rule, control) = match form {
        Form::Free if base == "direction" => {
            let more = [said, value].into_iter().filter(|word| !DIRECTIONS.contains(word));
            let words: BTreeSet<&str> = more.collect();
            let option = |word: &str| (word.to_owned(), in_words(word), word == value);
            let known = DIRECTIONS.into_iter().map(option);
            let none = (String::new(), v.s("review-nothing"), value.is_empty());
            let others = words.into_iter().filter(|word| !word.is_empty()).map(option);
            (in_words(said), Control::One(std::iter::once(none).chain(known).chain(others).collect()))
        }
        Form::Free => (said.to_owned(), Control::Text(value.to_owned())),
        Form::OneOf(words) => {
            let option = |word: &String| (word.clone(), in_words(word), word == value);
            let none = (String::new(), v.s("review-nothing"), value.is_empty());
            (in_words(said), Control::One(std::iter::once(none).chain(words.iter().map(option)).collect()))
        }
        Form::SomeOf(words) => {
            let is_in = |word: &str, list: &str| list.split(',').any(|part| part == word);
            let parts: Vec<String> = words.iter().filter(|word| is_in(word, said)).map(|word| in_words(word)).collect();
            let option = |word: &String| (word.clone(), in_words(word), is_in(word, value));
            (parts.join(", "), Control::Some(words.iter().map(option).collect()))
        }
    };
    let hint = match base {
        "areas" | "deadline" => v.s(&format!("review-hint-{base}")),
        _ => String::new(),
    };
    Some(FieldRow {
        id: format!("f-{}", field.replace('.', "-")),
        name: format!("f.{field}"),
        label,
        rule: if rule.is_empty() { v.s("review-nothing") } else { rule },
        doubt: if proposal.doubts.contains(base) { v.s("review-doubt") } else { String::new() },
        hint,
        control,
    })
}
