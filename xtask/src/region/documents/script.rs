// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A document as it is written down: blocks, sentences, and what is true of each. The form is told in `programme.toml`.
//!
//! Invariant: a word that the form does not know is refused.

use serde::{Deserialize, Serialize};

/// A whole document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    pub(super) file: String,
    pub(super) language: String,
    pub(super) title: String,
    /// Stands at the foot of every page.
    pub(super) mark: String,
    /// Stands at the head of every page but a cover.
    #[serde(default)]
    pub(super) head: Option<String>,
    /// Pages before the one that is numbered 1.
    pub(super) pages_before_1: usize,
    /// Of running text, points.
    pub(super) size: f64,
    pub(super) hyphens: HyphenWords,
    pub(super) block: Vec<Block>,
}

/// Words that may be broken.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HyphenWords {
    pub(super) soft: Vec<String>,
    pub(super) hard: Vec<String>,
}

/// A block: what is set tells its kind.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Block {
    pub(super) title: Option<String>,
    pub(super) subtitle: Option<String>,
    pub(super) contents: Option<String>,
    pub(super) heading: Option<u8>,
    pub(super) text: String,
    /// Of the sentences that follow a heading.
    pub(super) domains: Vec<String>,
    pub(super) new_page: bool,
    pub(super) new_column: bool,
    pub(super) columns: Option<usize>,
    pub(super) kind: Option<Kind>,
    /// The mark of a footnote.
    pub(super) note: u32,
    pub(super) ask: Option<Ask>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) table: Option<Table>,
}

/// Kinds of text, as the truth calls them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub(super) enum Kind {
    #[serde(rename = "p")]
    Paragraph,
    #[serde(rename = "b")]
    Bullet,
    #[serde(rename = "n")]
    Numbered,
    #[serde(rename = "f")]
    Footnote,
}

/// What is asked, and what is planted as the answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ask {
    pub(super) number: u32,
    pub(super) verdict: Verdict,
    /// Key of the sentence that answers.
    #[serde(default)]
    pub(super) answer: Option<String>,
    pub(super) why: String,
}

/// What became of what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Verdict {
    TakenUp,
    Partly,
    Elsewhere,
    NotFound,
}

/// Where the nearest money of a statement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Rung {
    Sentence,
    Bullet,
    Heading,
    Chapter,
    AnnexRow,
    None,
}

/// A sentence with what is true of it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Sentence {
    pub(super) text: String,
    /// Other domains than those of its heading.
    pub(super) domains: Vec<String>,
    pub(super) commitment: Option<Strength>,
    pub(super) target: Vec<Target>,
    pub(super) money: Option<Money>,
    pub(super) area: Option<String>,
    pub(super) figure: Option<Figure>,
    pub(super) friends: Vec<Friend>,
    pub(super) mentions: Vec<String>,
    pub(super) key: Option<String>,
    pub(super) rung: Option<Rung>,
    pub(super) from: Option<String>,
    pub(super) earmarked: bool,
    pub(super) same: Option<String>,
    pub(super) note: Option<String>,
}

/// How much is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Strength {
    Firm,
    Soft,
}

/// An aim.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Target {
    #[serde(default)]
    pub(super) quantity: Option<f64>,
    pub(super) unit: String,
    pub(super) direction: String,
    #[serde(default)]
    pub(super) deadline: Option<String>,
    /// T3 quantity and deadline, T2 quantity, T1 deadline or direction only.
    pub(super) grade: Grade,
}

/// How far an aim can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(super) enum Grade {
    T1,
    T2,
    T3,
}

/// An amount.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Money {
    pub(super) eur: u64,
    #[serde(default)]
    pub(super) period: Option<String>,
}

/// A number that is no aim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Figure {
    Fact,
    Parameter,
}

/// A word that looks like an area and is none, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Friend {
    pub(super) word: String,
    pub(super) why: String,
}

/// The annex: cells as they are printed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub(super) unit: String,
    pub(super) columns: Vec<String>,
    pub(super) off_by_one: OffBy,
    pub(super) rows: Vec<Row>,
}

/// A total that was made wrong on purpose: printed less summed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OffBy {
    pub(super) column: String,
    pub(super) by: i64,
}

/// A row of the annex.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub(super) label: String,
    pub(super) level: RowLevel,
    pub(super) cells: Vec<String>,
}

/// What a row is the sum of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum RowLevel {
    /// The rows below it.
    Chapter,
    /// Nothing.
    Row,
    /// All chapters.
    Total,
}

impl Row {
    /// What is printed in its cells; nothing where a cell is empty.
    pub(super) fn figures(&self) -> Vec<Option<i64>> {
        self.cells.iter().map(|cell| cell.replace(['.', ','], "").parse().ok()).collect()
    }
}

pub(super) fn read(text: &str) -> Result<Script, String> {
    toml::from_str(text).map_err(|error| error.to_string())
}
