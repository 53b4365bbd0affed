// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The tables of a recipe, as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::domains::WrittenDomain;
use super::lexicon::{WrittenCompounds, WrittenEntry, WrittenScale};

/// A whole file.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Head {
    /// Version of this language: 1.
    pub read: Spanned<i64>,
    /// Its name, as rows carry it.
    pub id: Spanned<String>,
    /// The language of the documents, a BCP 47 code.
    pub language: Spanned<String>,
    /// For people.
    pub title: Titles,
    /// Words of the language.
    pub words: WordLists,
    /// Ends of sentences.
    #[serde(default)]
    pub sentences: Sentences,
    /// Hyphens at ends of lines.
    #[serde(default)]
    pub hyphens: Hyphens,
    /// The list of contents.
    #[serde(default)]
    pub contents: Contents,
    /// Sections.
    #[serde(default)]
    pub sections: Sections,
    /// Items of lists.
    #[serde(default)]
    pub bullets: Bullets,
    /// Running heads.
    #[serde(default)]
    pub running_heads: RunningHeads,
    /// Figures of tables.
    pub figures: Figures,
    /// Which words are mentions of what.
    #[serde(default)]
    pub lexicon: BTreeMap<String, WrittenEntry>,
    /// Scales of areas.
    #[serde(default)]
    pub scales: Vec<WrittenScale>,
    /// How compounds are linked.
    #[serde(default)]
    pub compounds: WrittenCompounds,
    /// Policy domains.
    #[serde(default)]
    pub domains: BTreeMap<String, WrittenDomain>,
    /// Tables of money.
    #[serde(default)]
    pub(super) tables: Vec<super::tables::Written>,
    /// What ties money to a statement.
    #[serde(default)]
    pub(super) ladder: super::ladder::Written,
    #[serde(default)]
    pub(super) quantities: super::quantities::Written,
    #[serde(default)]
    pub(super) amounts: super::amounts::Written,
    #[serde(default)]
    pub(super) deadlines: super::deadlines::Written,
    #[serde(default)]
    pub(super) facts: super::targets::WrittenFacts,
    #[serde(default)]
    pub(super) commitments: super::commitments::Written,
    #[serde(default)]
    pub(super) targets: super::targets::Written,
    /// What is asked, and how it is held against an agreement.
    #[serde(default)]
    pub answers: Option<super::answers::Written>,
}

/// A title in two languages.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Titles {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// Words of the language.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordLists {
    /// Words so common that a text without them is in another language, or garbled.
    pub common: Spanned<Vec<Spanned<String>>>,
}

/// Words with a full stop that is no end.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Sentences {
    /// It never is.
    #[serde(default)]
    pub never_end: Vec<Spanned<String>>,
    /// It is one before a capital.
    #[serde(default)]
    pub may_end: Vec<Spanned<String>>,
}

/// Hyphens at ends of lines.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hyphens {
    /// Words before which a hyphen stays and a space follows.
    #[serde(default)]
    pub conjunctions: Vec<Spanned<String>>,
    /// Words that a hyphen may have broken, beside those of the document itself.
    #[serde(default)]
    pub joined: Vec<Spanned<String>>,
}

/// The list of contents.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contents {
    /// Headings that it has.
    #[serde(default)]
    pub headings: Vec<Spanned<String>>,
}

/// Sections.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Sections {
    /// Name of what stands before the first heading.
    #[serde(default)]
    pub before_first: Option<String>,
}

/// Items of lists.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bullets {
    /// Signs before them; signs of private fonts are known without.
    #[serde(default)]
    pub signs: Vec<Spanned<char>>,
}

/// Running heads.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunningHeads {
    /// Lines at the edge of a page that are none of its text, with `#` for each number.
    #[serde(default)]
    pub shapes: Vec<Spanned<String>>,
}

/// Figures of tables.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Between thousands.
    pub thousands: char,
    /// Before decimals.
    pub decimal: char,
}
