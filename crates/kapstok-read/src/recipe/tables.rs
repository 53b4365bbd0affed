// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Tables of money, as a recipe declares them: how one is known, what its rows are, and which sums must hold in it.
//!
//! In: `[[tables]]`. Out: [`TableRule`]s. Not here: how rows and columns are found on paper (`block/table.rs`), and
//! what a table says (`table/`).

use serde::Deserialize;
use toml::Spanned;

use super::lint::{Lint, pattern, patterns};
use crate::pattern::Pattern;
use crate::table::MarkForm;

/// One `[[tables]]`, as it is written.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Written {
    id: Spanned<String>,
    known_by: Spanned<Vec<Spanned<String>>>,
    #[serde(default)]
    units: Vec<WrittenUnit>,
    #[serde(default)]
    structural: Vec<Spanned<String>>,
    #[serde(default)]
    sum_columns: Vec<Spanned<String>>,
    #[serde(default)]
    chapters: WrittenLabels,
    #[serde(default)]
    rows: WrittenLabels,
    #[serde(default)]
    totals: WrittenLabels,
    #[serde(default)]
    apart: WrittenLabels,
    #[serde(default)]
    other_rows: OtherRows,
    #[serde(default)]
    chapter_stands: ChapterStands,
    #[serde(default)]
    identities: Vec<Spanned<String>>,
    #[serde(default)]
    empty: Empty,
    #[serde(default)]
    nothing: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenUnit {
    said: Vec<Spanned<String>>,
    currency: Spanned<String>,
    times: Spanned<i64>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLabels {
    #[serde(default)]
    marks: Vec<Spanned<String>>,
    #[serde(default)]
    labels: Vec<Spanned<String>>,
}

/// What a row is whose label no pattern knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OtherRows {
    /// It belongs to no sum.
    #[default]
    Apart,
    /// A row of the chapter that it stands in.
    Rows,
}

/// Where a chapter stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChapterStands {
    /// Above its rows.
    #[default]
    Above,
    /// Below its rows, as subtotals do.
    Below,
}

/// How an empty cell counts in a sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Empty {
    /// As no figure: a sum of empty cells alone is no sum.
    #[default]
    Nothing,
    /// As nought.
    Nought,
}

/// A sum that must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Identity {
    /// Each chapter is the sum of its rows.
    ChapterIsRows,
    /// The total is the sum of the chapters.
    TotalIsChapters,
    /// The total is the sum of all rows.
    TotalIsRows,
    /// The column of sums is the sum of the years.
    SumColumnIsYears,
}

impl Identity {
    /// Each with the words of a recipe.
    pub const ALL: [(&'static str, Self); 4] = [
        ("chapter = rows", Self::ChapterIsRows),
        ("total = chapters", Self::TotalIsChapters),
        ("total = rows", Self::TotalIsRows),
        ("sum-column = years", Self::SumColumnIsYears),
    ];

    /// As a recipe writes it.
    pub fn text(self) -> &'static str {
        Self::ALL.iter().find(|(_, known)| *known == self).map_or("", |(text, _)| text)
    }
}

/// Which labels are of a kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels {
    /// By their mark.
    pub marks: Vec<MarkForm>,
    /// By their words.
    pub labels: Vec<Pattern>,
}

/// A unit, and the words that say it.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitRule {
    /// The words.
    pub said: Vec<Pattern>,
    /// Three letters.
    pub currency: String,
    /// What 1 in a cell stands for.
    pub times: i64,
}

/// A kind of table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRule {
    /// Its name.
    pub id: String,
    /// One of these stands in its head, its labels, or beside it.
    pub known_by: Vec<Pattern>,
    /// Units; the first that is said holds.
    pub units: Vec<UnitRule>,
    /// Titles of the column for each year after the last.
    pub structural: Vec<Pattern>,
    /// Titles of columns that are sums of the others.
    pub sum_columns: Vec<Pattern>,
    /// Chapters.
    pub chapters: Labels,
    /// Rows of chapters.
    pub rows: Labels,
    /// Totals.
    pub totals: Labels,
    /// Rows that belong to no sum.
    pub apart: Labels,
    /// What any other row is.
    pub other_rows: OtherRows,
    /// Where a chapter stands.
    pub chapter_stands: ChapterStands,
    /// Sums that must hold.
    pub identities: Vec<Identity>,
    /// How an empty cell counts.
    pub empty: Empty,
    /// What is printed in a cell without a figure.
    pub nothing: Vec<String>,
}

pub(super) fn compile(written: &[Written], lints: &mut Vec<Lint>) -> Vec<TableRule> {
    let mut seen: Vec<&str> = Vec::new();
    let mut rules = Vec::new();
    for table in written {
        if seen.contains(&table.id.get_ref().as_str()) {
            lints.push(Lint::new("K0819", Some(table.id.span()), table.id.get_ref()));
        }
        seen.push(table.id.get_ref());
        if table.id.get_ref().is_empty() || table.known_by.get_ref().is_empty() {
            lints.push(Lint::new("K0818", Some(table.known_by.span()), table.id.get_ref()));
        }
        rules.push(rule(table, lints));
    }
    rules
}

fn rule(table: &Written, lints: &mut Vec<Lint>) -> TableRule {
    let identities = table.identities.iter().filter_map(|written| {
        let known = Identity::ALL.iter().find(|(text, _)| text == written.get_ref());
        if known.is_none() {
            lints.push(Lint::new("K0818", Some(written.span()), written.get_ref()));
        }
        known.map(|(_, identity)| *identity)
    });
    let identities = identities.collect();
    TableRule {
        id: table.id.get_ref().clone(),
        known_by: patterns(table.known_by.get_ref(), lints),
        units: table.units.iter().filter_map(|unit| unit_rule(unit, lints)).collect(),
        structural: patterns(&table.structural, lints),
        sum_columns: patterns(&table.sum_columns, lints),
        chapters: labels(&table.chapters, lints),
        rows: labels(&table.rows, lints),
        totals: labels(&table.totals, lints),
        apart: labels(&table.apart, lints),
        other_rows: table.other_rows,
        chapter_stands: table.chapter_stands,
        identities,
        empty: table.empty,
        nothing: table.nothing.clone(),
    }
}

fn unit_rule(unit: &WrittenUnit, lints: &mut Vec<Lint>) -> Option<UnitRule> {
    let currency = unit.currency.get_ref();
    if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
        lints.push(Lint::new("K0818", Some(unit.currency.span()), currency));
        return None;
    }
    if !(1..=1_000_000_000_000).contains(unit.times.get_ref()) {
        lints.push(Lint::new("K0818", Some(unit.times.span()), unit.times.get_ref()));
        return None;
    }
    let said = unit.said.iter().filter_map(|said| pattern(said, lints)).collect();
    Some(UnitRule { said, currency: currency.clone(), times: *unit.times.get_ref() })
}

fn labels(written: &WrittenLabels, lints: &mut Vec<Lint>) -> Labels {
    let mark = |written: &Spanned<String>, lints: &mut Vec<Lint>| {
        let form = MarkForm::parse(written.get_ref());
        if form.is_none() {
            lints.push(Lint::new("K0818", Some(written.span()), written.get_ref()));
        }
        form
    };
    let marks = written.marks.iter().filter_map(|written| mark(written, lints)).collect();
    Labels { marks, labels: patterns(&written.labels, lints) }
}
