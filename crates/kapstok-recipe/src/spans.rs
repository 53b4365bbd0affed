// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Where every key and value of a file stands, by path, so that a problem found later has its caret.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One place of a path: a key, or a position in a list.
#[derive(Clone, Debug)]
pub enum At<'a> {
    /// A key of a table.
    Key(&'a str),
    /// A position in a list.
    Item(usize),
}

/// The spans of a value and of all that lies in it.
#[derive(Clone, Debug, Default)]
pub struct Spans {
    whole: Range<usize>,
    keys: BTreeMap<String, Spans>,
    items: Vec<Spans>,
}

impl Spans {
    /// Spans of a whole file; empty when it is not TOML.
    pub fn of_file(text: &str) -> Self {
        let Ok(table) = DeTable::parse(text) else { return Self::default() };
        Self::of_table(table.get_ref(), table.span())
    }

    fn of_table(table: &DeTable<'_>, whole: Range<usize>) -> Self {
        let keys = table.iter().map(|(key, value)| {
            let mut spans = Self::of_value(value);
            // A table or list made of headers has no bytes of its own worth pointing at: its key has.
            if matches!(value.get_ref(), DeValue::Table(_) | DeValue::Array(_)) && spans.whole.is_empty() {
                spans.whole = key.span();
            }
            (key.get_ref().to_string(), spans)
        });
        Self { whole, keys: keys.collect(), items: Vec::new() }
    }

    fn of_value(value: &Spanned<DeValue<'_>>) -> Self {
        match value.get_ref() {
            DeValue::Table(table) => Self::of_table(table, value.span()),
            DeValue::Array(items) => {
                Self { whole: value.span(), keys: BTreeMap::new(), items: items.iter().map(Self::of_value).collect() }
            }
            _ => Self { whole: value.span(), keys: BTreeMap::new(), items: Vec::new() },
        }
    }

    /// The span of the deepest part of a path that the file has.
    pub fn at(&self, path: &[At<'_>]) -> Range<usize> {
        let mut spans = self;
        for step in path {
            let next = match step {
                At::Key(key) => spans.keys.get(*key),
                At::Item(position) => spans.items.get(*position),
            };
            match next {
                Some(next) => spans = next,
                None => break,
            }
        }
        spans.whole.clone()
    }

    /// The span of the first value below a path that holds exactly this text in the file.
    pub(crate) fn of_text(&self, path: &[At<'_>], source: &str, text: &str) -> Range<usize> {
        let whole = self.at(path);
        let inside = self.find(path).and_then(|spans| spans.deepest(source, text));
        inside.unwrap_or(whole)
    }

    /// The span of a name in a step: as a text, as a key of its weights, or else the whole step.
    pub(crate) fn at_text_key(&self, path: &[At<'_>], name: &str) -> Range<usize> {
        let whole = self.at(path);
        let Some(spans) = self.find(path) else { return whole };
        if let Some(key) = spans.keys.get("weights").and_then(|weights| weights.keys.get(name)) {
            return key.whole.clone();
        }
        match name {
            name if !name.is_empty() => spans
                .keys
                .get("in")
                .or_else(|| spans.keys.get("weights"))
                .or_else(|| spans.keys.get("numerator"))
                .map_or(whole, |spans| spans.whole.clone()),
            _ => whole,
        }
    }

    fn find(&self, path: &[At<'_>]) -> Option<&Self> {
        path.iter().try_fold(self, |spans, step| match step {
            At::Key(key) => spans.keys.get(*key),
            At::Item(position) => spans.items.get(*position),
        })
    }

    fn deepest(&self, source: &str, text: &str) -> Option<Range<usize>> {
        let here = source.get(self.whole.clone()).map(|found| found.trim_matches(['"', '\'']));
        if self.keys.is_empty() && self.items.is_empty() {
            return (here == Some(text)).then(|| self.whole.clone());
        }
        if let Some(value) = self.keys.get(text) {
            return Some(value.whole.clone());
        }
        self.keys.values().chain(&self.items).find_map(|spans| spans.deepest(source, text))
    }
}
