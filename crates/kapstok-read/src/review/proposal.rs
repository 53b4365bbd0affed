// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the rules made of a statement, and what may stand in its fields.
//!
//! Invariant: a field that says nothing is not there; a list is its parts in order, parted by commas.

use std::collections::{BTreeMap, BTreeSet};

use super::day::Day;
use super::to_agenda::Due;

/// Values by the name of their field.
pub type Fields = BTreeMap<String, String>;

/// A statement with what the rules made of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Its key, hexadecimal: made of document and quote, so that another recipe gives the same key. No two are alike.
    pub key: String,
    /// SHA-256 of the document.
    pub document: String,
    /// The words as they stand there.
    pub quote: String,
    /// Headings above it, the highest first.
    pub section: Vec<String>,
    /// Page of the file, from 1.
    pub page: u32,
    /// Number printed on that page.
    pub printed: Option<String>,
    /// The sentences before it.
    pub before: String,
    /// The sentences after it.
    pub after: String,
    /// What the rules say, by field; a field of which they say nothing is not there.
    pub fields: Fields,
    /// Fields of which the rules are not sure.
    pub doubts: BTreeSet<String>,
}

/// What may stand in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Anything.
    Free,
    /// One of these words.
    OneOf(BTreeSet<String>),
    /// Any of these words, parted by commas; none twice.
    SomeOf(BTreeSet<String>),
}

/// What may stand in each field. A field that it does not name is no field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Forms by field.
    pub forms: BTreeMap<String, Form>,
}

impl Vocabulary {
    /// The fields of statements: words of the code are fixed, domains and scales are those of the recipe.
    pub fn of<'a>(domains: impl IntoIterator<Item = &'a str>, scales: impl IntoIterator<Item = &'a str>) -> Self {
        let one_of = |words: &[&str]| Form::OneOf(words.iter().map(|word| (*word).to_owned()).collect());
        let some_of = |words: &mut dyn Iterator<Item = &'a str>| Form::SomeOf(words.map(str::to_owned).collect());
        let free = ["actor", "quantity", "unit", "direction", "deadline", "amount", "period", "answer", "areas"];
        let mut forms: BTreeMap<String, Form> = free.map(|field| (field.to_owned(), Form::Free)).into();
        forms.insert("framing".to_owned(), one_of(&["area", "domains", "both", "neither"]));
        forms.insert("commitment".to_owned(), one_of(&["firm", "soft", "none"]));
        forms.insert("grade".to_owned(), one_of(&["T1", "T2", "T3"]));
        forms.insert("role".to_owned(), one_of(&["outcome", "parameter", "fact"]));
        forms.insert("verdict".to_owned(), one_of(&["taken-up", "partly", "elsewhere", "not-found"]));
        forms.insert("scale".to_owned(), some_of(&mut scales.into_iter()));
        forms.insert("domains".to_owned(), some_of(&mut domains.into_iter()));
        Self { forms }
    }

    /// The form of a field; `unit.2` has that of `unit`: the second of its kind in one statement.
    fn form(&self, field: &str) -> Option<&Form> {
        self.forms.get(base(field))
    }

    /// A value in its one spelling; `None` where the field or the value cannot be. No value at all always can.
    pub fn spelled(&self, field: &str, value: &str) -> Option<String> {
        match (self.form(field)?, value) {
            (_, "") => Some(String::new()),
            (Form::Free, value) => {
                let shown = value.chars().all(|sign| !sign.is_control());
                let fits = example(base(field)).is_none_or(|_| is_written(base(field), value.trim()));
                (shown && fits && !value.trim().is_empty()).then(|| value.to_owned())
            }
            (Form::OneOf(words), value) => words.contains(value.trim()).then(|| value.trim().to_owned()),
            (Form::SomeOf(words), value) => {
                let parts: BTreeSet<&str> = value.split(',').map(str::trim).collect();
                let known = parts.iter().all(|part| words.contains(*part));
                known.then(|| parts.into_iter().collect::<Vec<_>>().join(","))
            }
        }
    }

    /// The words that a field may hold, parted by commas; nothing where it may hold anything.
    pub fn allowed(&self, field: &str) -> String {
        match self.form(field) {
            Some(Form::OneOf(words) | Form::SomeOf(words)) => {
                words.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
            }
            Some(Form::Free) => example(base(field)).unwrap_or_default().to_owned(),
            None => String::new(),
        }
    }
}

/// `unit` of `unit.2`.
fn base(field: &str) -> &str {
    let nth = |n: &str| n.bytes().all(|byte| byte.is_ascii_digit()) && !matches!(n, "" | "1") && !n.starts_with('0');
    field.rsplit_once('.').filter(|(_, n)| nth(n)).map_or(field, |(base, _)| base)
}

/// How a field is written of which a figure or a day is taken; `None` of any other.
fn example(field: &str) -> Option<&'static str> {
    match field {
        "deadline" => Some("2030, 2030-06, 2030-06-30, P4Y, P18M"),
        "quantity" => Some("1500, 26.5"),
        "amount" => Some("EUR 1200000, EUR 100-120"),
        _ => None,
    }
}

fn is_written(field: &str, value: &str) -> bool {
    match field {
        // Any day will do: whether a term has a year is known where the day of the document is.
        "deadline" => !matches!(Due::parse(value, Day::parse("2000-01-01")), Due::Other(_)),
        "quantity" => is_number(value.strip_prefix('-').unwrap_or(value)),
        _ => value.split_once(' ').is_some_and(|(currency, amount)| {
            let known = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
            known && amount.split('-').count() <= 2 && amount.split('-').all(is_number)
        }),
    }
}

/// Digits, and decimals behind a point. Three decimals are none: in half of Europe `1.500` is more than a thousand.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, decimals)) => digits(whole) && digits(decimals) && decimals.len() != 3,
        None => digits(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_one_spelling_or_is_refused() {
        let vocabulary = Vocabulary::of(["housing", "work"], ["district", "region"]);
        let cases = [
            ("commitment", "firm", Some("firm")),
            ("commitment", " soft ", Some("soft")),
            ("commitment", "Firm", None),
            ("commitment", "", Some("")),
            ("domains", "work, housing", Some("housing,work")),
            ("domains", "work,work", Some("work")),
            ("domains", "work,", None),
            ("domains", "sport", None),
            ("unit", "homes a year", Some("homes a year")),
            ("unit", " ", None),
            ("unit", "a\u{0}", None),
            ("deadline", "2030", Some("2030")),
            ("deadline", "P4Y", Some("P4Y")),
            ("deadline.2", "some day", None),
            ("quantity", "-26.5", Some("-26.5")),
            ("quantity", "26,5", None),
            ("quantity", "1.500", None), // A thousand, or one and a half: nobody knows.
            ("amount", "EUR 100-120", Some("EUR 100-120")),
            ("amount.2", "700.000", None),
            ("colour", "red", None),
            ("grade.2", "T2", Some("T2")),
            ("grade.2", "T4", None),
            ("grade.1", "T2", None), // The first has no number.
            ("grade.02", "T2", None),
        ];
        for (field, value, expected) in cases {
            assert_eq!(vocabulary.spelled(field, value).as_deref(), expected, "{field}={value:?}");
        }
        assert_eq!(vocabulary.allowed("scale"), "district, region");
    }
}
