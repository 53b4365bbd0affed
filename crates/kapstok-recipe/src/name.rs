// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A text of the recipe that knows where it stands, so that a problem can point at it.

use std::borrow::Cow;
use std::ops::Range;

use schemars::{JsonSchema, Schema, SchemaGenerator};

/// A text of the recipe with its place in the file. Two are equal when their texts are.
#[derive(Clone, Debug)]
pub struct Name {
    text: String,
    span: Range<usize>,
}

impl Name {
    /// A text at a place (bytes of the recipe file).
    pub fn new(text: impl Into<String>, span: Range<usize>) -> Self {
        Self { text: text.into(), span }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Bytes of the recipe file.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl JsonSchema for Name {
    fn schema_name() -> Cow<'static, str> {
        "Name".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "string", "minLength": 1 })
    }
}

/// Whether a text can name a column inside a recipe: a letter, then letters, digits and `_`.
pub(crate) fn is_column_name(text: &str) -> bool {
    text.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Whether a text can be the id of a recipe or of a domain: lower-case letters, digits, `-` and `_`.
pub(crate) fn is_id(text: &str) -> bool {
    text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_')
}
