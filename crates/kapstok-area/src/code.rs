// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Area codes: read from text once, checked once, trusted ever after.
//!
//! In: the text of a published table, through [`Hierarchy::parse`](crate::Hierarchy::parse).
//! Out: [`AreaCode`], the only name of an area.
//! A code is text: `01001020100` is another area than `1001020100`.
//! Not here: what a country's codes look like (`hierarchy.rs`); boundaries.

use std::fmt;
use std::sync::Arc;

/// The name of a level of areas, as the country file gives it: `municipality`, `neighbourhood`, `lsoa`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(Arc<str>);

impl Level {
    /// A level by its name. Whether a country has it is asked of its hierarchy.
    pub fn new(name: &str) -> Self {
        Self(name.into())
    }

    /// The name as written in the country file.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A code that its country's hierarchy accepted: `GM0363`, `BU0363KA05`, `E01000001`.
///
/// Invariant: trimmed, and of a shape that the hierarchy gives to exactly one of its levels.
/// Codes sort as text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaCode {
    text: Box<str>,
    level: Level,
}

impl AreaCode {
    /// Only a hierarchy makes codes: there is no other door.
    pub(crate) fn accepted(text: &str, level: Level) -> Self {
        Self { text: text.into(), level }
    }

    /// The code as published, without padding.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The level that the shape of the code gives.
    pub fn level(&self) -> &Level {
        &self.level
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// Why a text is not an area code of this country.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AreaCodeError {
    /// Nothing but blanks.
    #[error("empty area code")]
    Empty,
    /// Digits only where this country's codes of that length carry a prefix or leading zeros.
    #[error("`{found}` is a number: a spreadsheet dropped the prefix or the leading zeros of a code")]
    Number {
        /// The text as found.
        found: String,
    },
    /// Right prefix, wrong rest.
    #[error("`{found}` looks like a {level} but does not have the shape `{pattern}`")]
    Shape {
        /// The text as found.
        found: String,
        /// The level whose prefix it has.
        level: Level,
        /// The shape of that level: `#` a digit, `@` a capital, `*` either.
        pattern: String,
    },
    /// No level of this country has such codes.
    #[error("`{found}` has the form of no level of this country")]
    NoLevel {
        /// The text as found.
        found: String,
    },
}
