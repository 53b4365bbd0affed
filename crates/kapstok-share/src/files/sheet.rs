// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A table on its way out: fields, and rows that are made one by one.
//!
//! Invariant: every row has one item per field, of its kind or empty. Not here: how a form writes an item.

use std::borrow::Cow;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text: codes too.
    Text,
    /// A number.
    Number,
    /// A whole number.
    Integer,
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// One sentence on what it holds.
    pub(super) about: String,
}

impl Field {
    pub(super) fn new(name: impl Into<String>, kind: Kind, about: impl Into<String>) -> Self {
        Self { name: name.into(), kind, about: about.into() }
    }
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item<'a> {
    Text(Cow<'a, str>),
    Number(f64),
    Integer(i64),
    Empty,
}

/// A row.
pub(super) type Row<'a> = Vec<Item<'a>>;

/// A table.
pub(super) struct Sheet<'a> {
    /// Its name, without an extension.
    pub(super) name: String,
    pub(super) fields: Vec<Field>,
    pub(super) rows: Box<dyn Iterator<Item = Row<'a>> + 'a>,
}

/// Text; empty where there is none.
pub(super) fn text<'a>(text: impl Into<Cow<'a, str>>) -> Item<'a> {
    let text = text.into();
    if text.is_empty() { Item::Empty } else { Item::Text(text) }
}

/// A number; empty where there is none.
pub(super) fn number<'a>(number: Option<f64>) -> Item<'a> {
    number.filter(|it| it.is_finite()).map_or(Item::Empty, Item::Number)
}

/// A whole number.
pub(super) fn integer<'a>(number: usize) -> Item<'a> {
    i64::try_from(number).map_or(Item::Empty, Item::Integer)
}
