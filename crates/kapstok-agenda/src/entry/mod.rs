// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One thing of an agenda as it is from a moment on: a kind, and a value for each field that is known.
//!
//! In: names and values. Out: an [`Entry`]. Invariant: every value has the form that the table of fields
//! ([`Noun::fields`]) gives it, and no needed field is missing; what an agenda refers to is checked where all of it is
//! known (`state.rs`).

mod form;
mod id;

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

pub use form::{ANSWERS, EVIDENCE, Field, Form, Needed, OUTCOMES, PROMISE_SOURCES, SIDES, STAGES};
pub use id::{Id, Noun};

use crate::day::Day;

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Words of people.
    Text(String),
    /// Words that were taken out of the log; what was there can no longer be read.
    Removed,
    /// A word, a name, a day, or a number as it is written.
    Word(String),
    /// Several names.
    Words(Vec<String>),
    /// One thing.
    Id(Id),
    /// Several things.
    Ids(Vec<Id>),
    /// Cents, thousandths of a post, a year.
    Whole(u64),
    /// Somebody should know it, and nobody does. Not the same as nothing.
    Unknown,
}

/// The longest text that a field takes, in bytes.
pub const LONGEST_TEXT: usize = 20_000;
/// The longest name that a field takes, in bytes.
pub const LONGEST_NAME: usize = 200;
/// The most names or things that one field takes.
pub const MOST: usize = 1_000;

/// A value that does not fit its field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// No such field.
    #[error("{} has no field `{field}`", noun.word())]
    NoField {
        /// The kind of thing.
        noun: Noun,
        /// The name.
        field: String,
    },
    /// A needed field is not there.
    #[error("{} without `{field}`", noun.word())]
    Missing {
        /// The kind of thing.
        noun: Noun,
        /// The field.
        field: &'static str,
    },
    /// Something else than the field takes.
    #[error("`{field}` of {} takes something else", noun.word())]
    Form {
        /// The kind of thing.
        noun: Noun,
        /// The field.
        field: &'static str,
    },
}

/// One thing as it is from a moment on. A copy shares its values, which never change: an event and the state after it are
/// of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    id: Id,
    values: Arc<BTreeMap<&'static str, Value>>,
}

impl Entry {
    /// Checks values against the fields of the kind.
    ///
    /// # Errors
    /// [`EntryError`]: an unknown field, a needed one that is missing, a value of another form.
    pub fn new<'a>(id: Id, values: impl IntoIterator<Item = (&'a str, Value)>) -> Result<Self, EntryError> {
        let noun = id.noun();
        let mut known = BTreeMap::new();
        for (name, value) in values {
            let field = noun.field(name).ok_or_else(|| EntryError::NoField { noun, field: name.to_owned() })?;
            if !fits(field.form, &value) {
                return Err(EntryError::Form { noun, field: field.name });
            }
            known.insert(field.name, value);
        }
        let is_missing = |field: &&Field| field.needed == Needed::Always && !known.contains_key(field.name);
        match noun.fields().iter().find(is_missing) {
            Some(field) => Err(EntryError::Missing { noun, field: field.name }),
            None => Ok(Self { id, values: Arc::new(known) }),
        }
    }

    /// Its name.
    pub fn id(&self) -> Id {
        self.id
    }

    /// What it is.
    pub fn noun(&self) -> Noun {
        self.id.noun()
    }

    /// What stands in a field.
    pub fn value(&self, field: &str) -> Option<&Value> {
        self.values.get(field)
    }

    /// All values that are known, by name of the field.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.values.iter().map(|(name, value)| (*name, value))
    }

    /// The words of a field; empty where there are none, or they were taken out.
    pub fn text(&self, field: &str) -> &str {
        match self.value(field) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    /// The word, name, day or number of a field.
    pub fn word(&self, field: &str) -> Option<&str> {
        match self.value(field)? {
            Value::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The names of a field; none where nothing is said.
    pub fn words(&self, field: &str) -> &[String] {
        match self.value(field) {
            Some(Value::Words(words)) => words,
            _ => &[],
        }
    }

    /// The thing of a field.
    pub fn one(&self, field: &str) -> Option<Id> {
        match self.value(field)? {
            Value::Id(id) => Some(*id),
            _ => None,
        }
    }

    /// The things of a field; none where nothing is said.
    pub fn many(&self, field: &str) -> &[Id] {
        match self.value(field) {
            Some(Value::Ids(ids)) => ids,
            _ => &[],
        }
    }

    /// Cents, thousandths or a year.
    pub fn whole(&self, field: &str) -> Option<u64> {
        match self.value(field)? {
            Value::Whole(number) => Some(*number),
            _ => None,
        }
    }

    /// A decimal number.
    pub fn number(&self, field: &str) -> Option<f64> {
        self.word(field)?.parse().ok()
    }

    /// The areas that it is about: `area`, or the `areas` of a promise.
    pub fn areas(&self) -> impl Iterator<Item = &str> {
        self.word("area").into_iter().chain(self.words("areas").iter().map(String::as_str))
    }

    /// Every thing that it names, with the field that names it.
    pub fn references(&self) -> impl Iterator<Item = (&'static str, Id)> {
        self.values().flat_map(|(field, value)| {
            let ids: &[Id] = match value {
                Value::Id(id) => std::slice::from_ref(id),
                Value::Ids(ids) => ids,
                _ => &[],
            };
            ids.iter().map(move |id| (field, *id))
        })
    }

    /// What it says, as 16 hexadecimal signs: a partner who confirms an action confirms this, and no later wording.
    ///
    /// `note` takes no part: a remark of the secretary changes nothing that was agreed.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        let mut take = |part: &str| {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        };
        take(self.noun().word());
        for (name, value) in self.values().filter(|(name, _)| *name != "note") {
            take(name);
            match value {
                Value::Text(text) | Value::Word(text) => take(text),
                Value::Words(words) => words.iter().for_each(|word| take(word)),
                Value::Id(id) => take(&id.to_string()),
                Value::Ids(ids) => ids.iter().for_each(|id| take(&id.to_string())),
                Value::Whole(number) => take(&number.to_string()),
                Value::Unknown | Value::Removed => take("\u{0}"),
            }
        }
        crate::log::hex(&hash.finalize()[..8])
    }
}

/// Whether a value has the form of a field.
fn fits(form: Form, value: &Value) -> bool {
    match (form, value) {
        (Form::Text, Value::Text(text)) => is_text(text),
        (Form::Text, Value::Removed) => true,
        (Form::OneOf(words), Value::Word(word)) => words.contains(&word.as_str()),
        (Form::Name, Value::Word(word)) => is_name(word),
        (Form::Names, Value::Words(words)) => words.len() <= MOST && words.iter().all(|word| is_name(word)),
        (Form::Id(nouns), Value::Id(id)) => nouns.contains(&id.noun()),
        (Form::Ids(nouns), Value::Ids(ids)) => ids.len() <= MOST && ids.iter().all(|id| nouns.contains(&id.noun())),
        (Form::Euros | Form::Posts, Value::Unknown) => true,
        // So that no sum of a million lines runs over.
        (Form::Euros | Form::Posts, Value::Whole(number)) => *number <= 1_000_000_000_000,
        (Form::Year, Value::Whole(year)) => (1900..=2200).contains(year),
        (Form::Day, Value::Word(day)) => Day::parse(day).is_some(),
        (Form::Number, Value::Word(number)) => is_number(number),
        _ => false,
    }
}

/// Words without signs that no page can show, and not without end.
fn is_text(text: &str) -> bool {
    let shown = |sign: char| !sign.is_control() || matches!(sign, '\n' | '\t');
    !text.trim().is_empty() && text.len() <= LONGEST_TEXT && text.chars().all(shown)
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.len() <= LONGEST_NAME && name.chars().all(|sign| !sign.is_control())
}

/// A decimal number as people would write it with a point: no exponent, no `inf`.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.len() <= 15 && part.bytes().all(|byte| byte.is_ascii_digit());
    plain(whole) && plain(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn word(text: &str) -> Value {
        Value::Word(text.to_owned())
    }

    #[test]
    fn what_does_not_fit_its_field_is_no_entry() {
        let base = || {
            vec![
                ("area", word("WK990101")),
                ("year", Value::Whole(2024)),
                ("stage", word("planned")),
                ("euros", Value::Whole(5_000_000)),
            ]
        };
        assert!(Entry::new(id("c1"), base()).is_ok());
        let cases: [(&str, Value); 10] = [
            ("stage", word("hoped")),
            ("euros", Value::Text("much".to_owned())),
            ("euros", Value::Whole(u64::MAX)),
            ("year", Value::Unknown),
            ("year", Value::Whole(24)),
            ("source", Value::Id(id("a1"))),
            ("area", word("")),
            ("note", Value::Text(" \n".to_owned())),
            ("note", Value::Text("a\u{0}".to_owned())),
            ("owner", word("x")),
        ];
        for (name, value) in cases {
            let values = base().into_iter().filter(|(known, _)| *known != name).chain([(name, value.clone())]);
            assert!(Entry::new(id("c1"), values).is_err(), "{name} {value:?}");
        }
        let without = base().into_iter().filter(|(name, _)| *name != "year");
        assert_eq!(Entry::new(id("c1"), without), Err(EntryError::Missing { noun: Noun::Capacity, field: "year" }));
    }

    #[test]
    fn a_number_is_written_as_people_write_one() {
        for (text, expected) in [
            ("12.5", true),
            ("-0.3", true),
            ("12", true),
            ("1e3", false),
            ("inf", false),
            ("12.", false),
            (".5", false),
            ("1,5", false),
            ("", false),
            ("9999999999999999", false),
        ] {
            assert_eq!(is_number(text), expected, "{text}");
        }
    }

    #[test]
    fn a_remark_changes_nothing_of_what_was_confirmed_and_another_owner_does() {
        let action = |owner: &str, note: &str| {
            let values = [
                ("area", word("WK990101")),
                ("name", Value::Text("Schuldhulp aan de keukentafel".to_owned())),
                ("owners", Value::Ids(vec![id(owner)])),
                ("note", Value::Text(note.to_owned())),
            ];
            Entry::new(id("a1"), values).unwrap().fingerprint()
        };
        assert_eq!(action("o1", "one"), action("o1", "two"));
        assert_ne!(action("o1", "one"), action("o2", "one"));
    }
}
