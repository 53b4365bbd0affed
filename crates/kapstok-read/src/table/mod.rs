// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a table of money says: which rows are chapters and totals, what a cell is worth, and whether its sums hold.
//!
//! In: a document and the `[[tables]]` of a recipe. Out: [`MoneyTable`]s, with a [`Check`] for each declared sum.
//! **Invariants:** a difference is told and never mended; an empty cell is nothing, not nought; figures are exact, and
//! each keeps its place. Not here: how rows and columns are found on paper (`block/table.rs`), or amounts in sentences.

mod head;
mod identity;
mod mark;

use std::ops::Range;

use crate::block::{Block, Table, TableRow};
use crate::document::Document;
use crate::number::Figure;
use crate::place::Place;
use crate::recipe::{Labels, OtherRows, Recipe, TableRule};
use crate::token::{Token, tokens};

pub use head::{Column, ColumnKind, TableUnit};
pub use identity::{Check, Outcome, Rounding, Term, WhyNotChecked};
pub use mark::MarkForm;

/// A table that a recipe knows.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyTable {
    /// Position of its block in the document.
    pub block: usize,
    /// Id of its `[[tables]]`.
    pub rule: String,
    /// What 1 in a cell stands for; `None` where nothing says it.
    pub unit: Option<TableUnit>,
    /// How many decimals all figures are held with.
    pub decimals: u8,
    /// Columns beside the label.
    pub columns: Vec<Column>,
    /// Rows below the titles, from the top.
    pub rows: Vec<MoneyRow>,
    /// Each declared sum, in order of recipe, rows and columns.
    pub checks: Vec<Check>,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyRow {
    /// What it is.
    pub role: Role,
    /// Its mark, such as `e1` or `IV`.
    pub mark: Option<String>,
    /// Its label without the mark.
    pub name: String,
    /// Where the label stands.
    pub label: Place,
    /// Position of the chapter that it belongs to, of a row.
    pub chapter: Option<usize>,
    /// One per column.
    pub cells: Vec<Cell>,
    /// Words of the label, with bytes of its quote.
    pub tokens: Vec<Token>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The sum of rows.
    Chapter,
    /// A row.
    Row,
    /// The sum of it all.
    Total,
    /// In no sum: it is declared so, or no pattern knows it.
    Apart,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing, or a sign that stands for it.
    Nothing(Option<Place>),
    /// A figure, in units of the last decimal of the table.
    Figure(i128, Place),
    /// Something else, such as a word or a percentage.
    Other(Place),
}

/// Money of a row in one column.
#[derive(Clone, Debug, PartialEq)]
pub struct RowMoney {
    /// Position of the column.
    pub column: usize,
    /// Hundredths of the currency.
    pub cents: i128,
    /// The cell.
    pub place: Place,
}

impl Cell {
    /// Its place, where anything is printed.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Nothing(place) => place.as_ref(),
            Self::Figure(_, place) | Self::Other(place) => Some(place),
        }
    }

    /// Its figure.
    pub fn figure(&self) -> Option<i128> {
        if let Self::Figure(figure, _) = self { Some(*figure) } else { None }
    }
}

impl MoneyTable {
    /// What the figures of a row are worth; nothing where the unit of the table is not known.
    pub fn money(&self, row: usize) -> Vec<RowMoney> {
        let (Some(unit), Some(row)) = (&self.unit, self.rows.get(row)) else { return Vec::new() };
        let cells = row.cells.iter().enumerate().filter_map(|(column, cell)| {
            let Cell::Figure(figure, place) = cell else { return None };
            let cents = figure.checked_mul(i128::from(unit.times))?.checked_mul(100)?;
            let parts = 10_i128.pow(u32::from(self.decimals));
            (cents % parts == 0).then(|| RowMoney { column, cents: cents / parts, place: place.clone() })
        });
        cells.collect()
    }

    /// Positions of the rows of a chapter.
    pub fn rows_of(&self, chapter: usize) -> impl Iterator<Item = usize> {
        let belongs = move |(_, row): &(usize, &MoneyRow)| row.role == Role::Row && row.chapter == Some(chapter);
        self.rows.iter().enumerate().filter(belongs).map(|(index, _)| index)
    }
}

/// All tables of a document that the recipe knows, in reading order.
pub fn money_tables(document: &Document, recipe: &Recipe) -> Vec<MoneyTable> {
    let blocks = document.blocks.iter().enumerate();
    blocks.filter_map(|(index, block)| read(document, index, block.table.as_ref()?, recipe)).collect()
}

fn read(document: &Document, block: usize, table: &Table, recipe: &Recipe) -> Option<MoneyTable> {
    let beside = head::beside(document, block);
    recipe.tables.iter().find_map(|rule| {
        let known = |place: &Place| {
            let tokens = tokens(place.quote(), &document.words);
            rule.known_by.iter().any(|pattern| pattern.is_in(&tokens))
        };
        let inside = table.rows.iter().flat_map(places_of_row);
        if !inside.chain(beside.iter().copied()).any(known) {
            return None;
        }
        by_rule(document, block, table, rule, &beside)
    })
}

fn places_of_row(row: &TableRow) -> impl Iterator<Item = &Place> {
    row.label.iter().chain(row.cells.iter().flatten().map(|cell| &cell.place))
}

/// Reads a table by a rule; `None` where no row of it is one that the rule sums.
fn by_rule(
    document: &Document,
    block: usize,
    table: &Table,
    rule: &TableRule,
    beside: &[&Place],
) -> Option<MoneyTable> {
    let labels: Vec<Option<Label>> = table.rows.iter().map(|row| label(document, row.label.as_ref()?, rule)).collect();
    let named = |label: &Option<Label>| label.as_ref().is_some_and(|label| label.by_pattern);
    let of_years = head::titles_end(table);
    let first =
        labels.iter().position(named).map_or(of_years, |named| if of_years > 0 { named.min(of_years) } else { named });
    let (titles, body) = table.rows.split_at(first);
    let decimals = body.iter().flat_map(|row| row.cells.iter().flatten()).filter_map(|cell| cell.figure);
    let decimals = decimals.filter(|figure| !figure.percent).map(|figure| figure.decimals).max().unwrap_or(0);
    let columns = head::columns(document, titles, table.columns, rule);
    let mut rows = Vec::with_capacity(body.len());
    for (row, label) in body.iter().zip(&labels[first..]) {
        let (Some(place), Some(label)) = (&row.label, label) else { continue };
        let cells = row.cells.iter().map(|cell| match cell {
            None => Cell::Nothing(None),
            Some(cell) if rule.nothing.iter().any(|nothing| nothing == cell.place.quote()) => {
                Cell::Nothing(Some(cell.place.clone()))
            }
            Some(cell) => match cell.figure.and_then(|figure| whole(figure, decimals)) {
                Some(figure) => Cell::Figure(figure, cell.place.clone()),
                None => Cell::Other(cell.place.clone()),
            },
        });
        rows.push(MoneyRow {
            role: label.role,
            mark: label.mark.clone(),
            name: place.quote()[label.name.clone()].to_owned(),
            label: place.clone(),
            chapter: None,
            cells: cells.collect(),
            tokens: label.tokens.clone(),
        });
    }
    if !rows.iter().any(|row| matches!(row.role, Role::Chapter | Role::Row)) {
        return None;
    }
    identity::give_chapters(&mut rows, rule.chapter_stands);
    let unit = head::unit(document, titles, beside, rule);
    let checks = identity::checks(&rows, &columns, rule);
    Some(MoneyTable { block, rule: rule.id.clone(), unit, decimals, columns, rows, checks })
}

/// What a label says of its row.
struct Label {
    role: Role,
    by_pattern: bool,
    mark: Option<String>,
    /// Bytes of the label.
    name: Range<usize>,
    tokens: Vec<Token>,
}

fn label(document: &Document, place: &Place, rule: &TableRule) -> Option<Label> {
    let tokens = tokens(place.quote(), &document.words);
    let kinds = [
        (Role::Total, &rule.totals),
        (Role::Apart, &rule.apart),
        (Role::Chapter, &rule.chapters),
        (Role::Row, &rule.rows),
    ];
    let found = kinds.iter().find_map(|(role, labels)| Some((*role, is_of(place.quote(), &tokens, labels)?)));
    let other = if rule.other_rows == OtherRows::Rows { Role::Row } else { Role::Apart };
    let (role, mark) = found.unwrap_or((other, None));
    let rest = mark.map_or(place.quote(), |(_, rest)| rest);
    let end = place.quote().len();
    Some(Label {
        role,
        by_pattern: found.is_some(),
        mark: mark.map(|(mark, _)| mark.to_owned()),
        name: end - rest.len()..end,
        tokens,
    })
}

/// Whether a label is of a kind: its mark and the rest of it where the mark tells.
#[expect(clippy::option_option, reason = "of the kind or not; and with a mark or not")]
fn is_of<'l>(quote: &'l str, tokens: &[Token], labels: &Labels) -> Option<Option<(&'l str, &'l str)>> {
    let by_mark = labels.marks.iter().find_map(|form| form.read(quote));
    let by_words = labels.labels.iter().any(|pattern| pattern.is_in(tokens));
    by_mark.map(Some).or(by_words.then_some(None))
}

/// A figure in units of the last of so many decimals; percentages are of another kind.
fn whole(figure: Figure, decimals: u8) -> Option<i128> {
    let more = decimals.checked_sub(figure.decimals)?;
    (!figure.percent).then(|| i128::from(figure.digits) * 10_i128.pow(u32::from(more)))
}

/// The position of the table's block and what stands before and behind it.
fn near(document: &Document, block: usize) -> impl Iterator<Item = &Block> {
    let before = block.checked_sub(1).and_then(|index| document.blocks.get(index));
    before.into_iter().chain(document.blocks.get(block + 1))
}
