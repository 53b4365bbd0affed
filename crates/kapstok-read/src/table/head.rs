// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The head of a table: what its columns are about, and what 1 in a cell stands for.
//!
//! In: the rows above the first row of figures, and what stands beside the table. Out: [`Column`]s and the
//! [`TableUnit`] with the place that says it. A unit that nothing says is not guessed.

use crate::block::{BlockKind, Table, TableRow};
use crate::document::Document;
use crate::place::Place;
use crate::recipe::TableRule;
use crate::token::{Token, TokenKind, tokens};

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub titles: Vec<Place>,
    /// What it is about.
    pub kind: ColumnKind,
}

/// What a column is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// A year.
    Year(u16),
    /// Each year after the last.
    Structural,
    /// The sum of the others.
    Sum,
    /// Anything else, as it is written.
    Other(String),
}

/// What 1 in a cell stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableUnit {
    /// Three letters.
    pub currency: String,
    /// A thousand, a million.
    pub times: i64,
    /// What says so.
    pub place: Place,
}

/// Years that titles of columns are about.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2199;

/// Texts beside a table: the block before it, the one behind it, and the heading above it.
pub(super) fn beside(document: &Document, block: usize) -> Vec<&Place> {
    let text = |kind: &BlockKind| {
        matches!(kind, BlockKind::Paragraph | BlockKind::Footnote(_) | BlockKind::Title | BlockKind::Item)
    };
    let mut found: Vec<&Place> =
        super::near(document, block).filter(|block| text(&block.kind)).map(|block| &block.place).collect();
    // A section has one heading, which is its first block.
    let heading = document.sections[document.blocks[block].section].heading;
    found.extend(heading.and_then(|heading| document.blocks.get(heading)).map(|heading| &heading.place));
    found
}

/// The first row after those that hold nothing but years; 0 where none does.
pub(super) fn titles_end(table: &Table) -> usize {
    let is_title = |row: &TableRow| {
        let mut years = row.cells.iter().flatten().filter(|cell| year(cell.place.quote()).is_some());
        years.next().is_some()
            && row.cells.iter().flatten().filter_map(|cell| cell.figure).all(|figure| {
                figure.decimals == 0 && u16::try_from(figure.digits).is_ok_and(|year| YEARS.contains(&year))
            })
    };
    table.rows.iter().position(is_title).map_or(0, |title| title + 1)
}

pub(super) fn columns(document: &Document, titles: &[TableRow], n: usize, rule: &TableRule) -> Vec<Column> {
    let column = |index: usize| {
        let places: Vec<Place> =
            titles.iter().filter_map(|row| Some(row.cells.get(index)?.as_ref()?.place.clone())).collect();
        let words: Vec<Token> = places.iter().flat_map(|place| tokens(place.quote(), &document.words)).collect();
        let said = |patterns: &[crate::pattern::Pattern]| patterns.iter().any(|pattern| pattern.is_in(&words));
        let written = || places.iter().map(|place| place.quote()).collect::<Vec<_>>().join(" ");
        let kind = if said(&rule.sum_columns) {
            ColumnKind::Sum
        } else if said(&rule.structural) {
            ColumnKind::Structural
        } else {
            only_year(&words).map_or_else(|| ColumnKind::Other(written()), ColumnKind::Year)
        };
        Column { titles: places, kind }
    };
    (0..n).map(column).collect()
}

/// The year, where a title names one year and no other number.
fn only_year(words: &[Token]) -> Option<u16> {
    let mut numbers = words.iter().filter(|token| token.kind == TokenKind::Number);
    let first = numbers.next()?;
    let alone = numbers.next().is_none() && !words.iter().any(|token| token.kind == TokenKind::Word);
    year(&first.text).filter(|_| alone)
}

fn year(text: &str) -> Option<u16> {
    let year = text.trim().parse().ok().filter(|year| YEARS.contains(year))?;
    (text.trim().len() == 4).then_some(year)
}

/// The unit that the titles say, or else what stands beside the table.
pub(super) fn unit(document: &Document, titles: &[TableRow], beside: &[&Place], rule: &TableRule) -> Option<TableUnit> {
    let of_titles = titles.iter().flat_map(super::places_of_row);
    of_titles.chain(beside.iter().copied()).find_map(|place| {
        let words = tokens(place.quote(), &document.words);
        let unit = rule.units.iter().find(|unit| unit.said.iter().any(|said| said.is_in(&words)))?;
        Some(TableUnit { currency: unit.currency.clone(), times: unit.times, place: place.clone() })
    })
}
