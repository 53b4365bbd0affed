// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Reads one table of the recipe key by key and notes everything that is wrong with it.
//!
//! In: a TOML table with spans. Out: typed values, problems. Nothing stops at the first problem.
//! Invariant: a key that nobody asked for is a problem when the table is finished.

use std::ops::Range;

use kapstok_table::{Place, Problem};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::name::{Name, is_column_name};
use crate::nearest::nearest;
use crate::word::Word;

/// Where problems of one file go.
pub(crate) struct Findings<'f> {
    pub(crate) file: &'f str,
    pub(crate) problems: Vec<Problem>,
}

impl Findings<'_> {
    /// Notes an error at some bytes, to be given its facts by `with`.
    pub(crate) fn error(&mut self, code: &'static str, span: Range<usize>, facts: &[(&'static str, &str)]) {
        let problem = Problem::error(code, Place::span(self.file, span));
        self.problems.push(facts.iter().fold(problem, |problem, (name, value)| problem.with(name, value)));
    }
}

/// Why a value cannot be used.
pub(crate) enum Wrong {
    /// It is of another type than this.
    Type(&'static str),
    /// It is none of these words.
    Word(&'static [&'static str]),
    /// It is a number that cannot stand here; what can.
    Range(&'static str),
    /// It cannot name a column.
    ColumnName,
}

/// A type that a value of the recipe can be read as.
pub(crate) trait FromValue: Sized {
    /// Reads it; `each` is put in the place of `{}` in texts.
    fn from_value(value: &Spanned<DeValue<'_>>, each: Option<&str>) -> Result<Self, Wrong>;
}

/// One table being read.
pub(crate) struct Fields<'a, 'f> {
    table: &'a DeTable<'a>,
    span: Range<usize>,
    /// What the table is called in the file, such as `[[step]]`.
    what: &'static str,
    each: Option<&'a str>,
    asked: Vec<&'static str>,
    pub(crate) findings: &'a mut Findings<'f>,
}

impl<'a, 'f> Fields<'a, 'f> {
    pub(crate) fn new(
        table: &'a DeTable<'a>,
        span: Range<usize>,
        what: &'static str,
        each: Option<&'a str>,
        findings: &'a mut Findings<'f>,
    ) -> Self {
        Self { table, span, what, each, asked: Vec::new(), findings }
    }

    /// Bytes of the header.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Says that the key is read elsewhere.
    pub(crate) fn known(&mut self, key: &'static str) {
        self.asked.push(key);
    }

    /// The keys that were asked for.
    #[cfg(test)]
    pub(crate) fn asked(&self) -> &[&'static str] {
        &self.asked
    }

    /// The value of a key as it stands.
    pub(crate) fn raw(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// A key that may be left out.
    pub(crate) fn optional<T: FromValue>(&mut self, key: &'static str) -> Option<T> {
        let value = self.raw(key)?;
        match T::from_value(value, self.each) {
            Ok(read) => Some(read),
            Err(wrong) => {
                self.wrong(key, value, &wrong);
                None
            }
        }
    }

    /// A key that must be there.
    pub(crate) fn required<T: FromValue>(&mut self, key: &'static str) -> Option<T> {
        if self.table.get(key).is_none() {
            self.asked.push(key);
            self.findings.error("K0202", self.span.clone(), &[("key", key), ("table", self.what)]);
            return None;
        }
        self.optional(key)
    }

    /// A number within a range (`contains` decides, `expected` names it in a problem).
    pub(crate) fn number(&mut self, key: &'static str, value: Option<f64>, expected: &'static str, fits: bool) -> Option<f64> {
        let number = value?;
        if fits {
            return Some(number);
        }
        let span = self.table.get(key).map_or_else(|| self.span(), Spanned::span);
        self.findings.error("K0207", span, &[("key", key), ("found", &number.to_string()), ("expected", expected)]);
        None
    }

    /// Ends the table: keys that nobody asked for are unknown.
    pub(crate) fn finish(self) {
        for (key, _) in self.table.iter() {
            let found: &str = key.get_ref();
            if !self.asked.contains(&found) {
                let meant = nearest(found, self.asked.iter().copied()).unwrap_or("");
                let facts = [("found", found), ("table", self.what), ("nearest", meant)];
                self.findings.error("K0204", key.span(), &facts);
            }
        }
    }

    fn wrong(&mut self, key: &'static str, value: &Spanned<DeValue<'_>>, wrong: &Wrong) {
        let (span, found) = (value.span(), shown(value.get_ref()));
        match wrong {
            Wrong::Type(expected) => {
                self.findings.error("K0203", span, &[("key", key), ("found", &found), ("expected", expected)]);
            }
            Wrong::Range(expected) => {
                self.findings.error("K0207", span, &[("key", key), ("found", &found), ("expected", expected)]);
            }
            Wrong::ColumnName => self.findings.error("K0208", span, &[("key", key), ("found", &found)]),
            Wrong::Word(words) => {
                let meant = nearest(&found, words.iter().copied()).unwrap_or("");
                let all = words.join(", ");
                self.findings.error("K0206", span, &[("key", key), ("found", &found), ("nearest", meant), ("all", &all)]);
            }
        }
    }
}

/// A value as a problem shows it.
fn shown(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(integer) => integer.to_string(),
        DeValue::Float(float) => float.to_string(),
        DeValue::Boolean(boolean) => boolean.to_string(),
        DeValue::Datetime(datetime) => datetime.to_string(),
        DeValue::Array(_) => "[…]".to_owned(),
        DeValue::Table(_) => "{…}".to_owned(),
    }
}

fn text_of(value: &DeValue<'_>, each: Option<&str>) -> Result<String, Wrong> {
    let text = value.as_str().ok_or(Wrong::Type("text"))?;
    let text = each.map_or_else(|| text.to_owned(), |each| text.replace("{}", each));
    if text.is_empty() { Err(Wrong::Type("text")) } else { Ok(text) }
}

impl FromValue for Name {
    fn from_value(value: &Spanned<DeValue<'_>>, each: Option<&str>) -> Result<Self, Wrong> {
        Ok(Self::new(text_of(value.get_ref(), each)?, value.span()))
    }
}

impl FromValue for String {
    fn from_value(value: &Spanned<DeValue<'_>>, each: Option<&str>) -> Result<Self, Wrong> {
        text_of(value.get_ref(), each)
    }
}

impl FromValue for bool {
    fn from_value(value: &Spanned<DeValue<'_>>, _: Option<&str>) -> Result<Self, Wrong> {
        value.get_ref().as_bool().ok_or(Wrong::Type("true-or-false"))
    }
}

/// Finite numbers only: `inf` and `nan` of TOML are no numbers of a recipe.
impl FromValue for f64 {
    fn from_value(value: &Spanned<DeValue<'_>>, _: Option<&str>) -> Result<Self, Wrong> {
        let number: f64 = match value.get_ref() {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().parse().ok(),
            DeValue::Float(float) => float.as_str().parse().ok(),
            _ => None,
        }
        .ok_or(Wrong::Type("number"))?;
        if number.is_finite() { Ok(number) } else { Err(Wrong::Type("number")) }
    }
}

impl FromValue for u32 {
    fn from_value(value: &Spanned<DeValue<'_>>, _: Option<&str>) -> Result<Self, Wrong> {
        match value.get_ref() {
            DeValue::Integer(integer) => {
                u32::from_str_radix(integer.as_str(), integer.radix()).map_err(|_| Wrong::Range("whole"))
            }
            _ => Err(Wrong::Type("whole-number")),
        }
    }
}

impl<W: Word> FromValue for W {
    fn from_value(value: &Spanned<DeValue<'_>>, each: Option<&str>) -> Result<Self, Wrong> {
        W::parse(&text_of(value.get_ref(), each)?).ok_or(Wrong::Word(W::WORDS))
    }
}

impl<T: FromValue> FromValue for Vec<T> {
    fn from_value(value: &Spanned<DeValue<'_>>, each: Option<&str>) -> Result<Self, Wrong> {
        let array = value.get_ref().as_array().ok_or(Wrong::Type("list"))?;
        array.iter().map(|item| T::from_value(item, each)).collect()
    }
}

/// A name that a new column gets.
pub(crate) struct NewName(pub(crate) Name);

impl FromValue for NewName {
    fn from_value(value: &Spanned<DeValue<'_>>, each: Option<&str>) -> Result<Self, Wrong> {
        let name = Name::from_value(value, each)?;
        if is_column_name(name.as_str()) { Ok(Self(name)) } else { Err(Wrong::ColumnName) }
    }
}
