// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the sheet `pages.typ` reads: a document as plain values, with only signs that can be printed.
//!
//! In: a [`Document`]. Out: a [`Page`], written as JSON by `press`. Invariant: every string in it went through
//! [`printable`]; headings never skip a depth; every row has a cell for each column. Not here: how it looks.

use kapstok_share::document::{Block, Column, Content, Depth, Document, Item, Look, Paper, Run, Table};
use kapstok_share::words::Words;
use serde::Serialize;

use crate::PrintError;
use crate::press::{in_fonts, is_day};
use crate::signs::printable;

/// Signs that fit on a line over the whole width of a table, for a page upright; taken low.
const SIGNS_PER_LINE: usize = 90;
/// A row that is likely higher than this many lines may be split over pages.
const MOST_LINES_TOGETHER: usize = 24;

/// A document as the sheet reads it.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Page {
    title: String,
    subtitle: String,
    language: &'static str,
    /// Year, month, day.
    day: (i32, u8, u8),
    landscape: bool,
    head: String,
    foot: String,
    /// `Page {page} of {pages}`.
    page_of: String,
    blocks: Vec<PageBlock>,
}

/// A piece of it.
#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum PageBlock {
    Heading { depth: u8, text: String },
    Paragraph { runs: Vec<PageRun> },
    Callout { runs: Vec<PageRun> },
    List { items: Vec<Vec<PageRun>> },
    Table { caption: String, columns: Vec<PageColumn>, rows: Vec<PageRow> },
    Note { text: String },
    NewPage,
}

#[derive(Debug, PartialEq, Serialize)]
struct PageRun {
    text: String,
    strong: bool,
}

#[derive(Debug, PartialEq, Serialize)]
struct PageColumn {
    title: String,
    width: u16,
    numbers: bool,
}

#[derive(Debug, PartialEq, Serialize)]
struct PageRow {
    /// Too high to be kept together.
    split: bool,
    cells: Vec<PageCell>,
}

#[derive(Debug, PartialEq, Serialize)]
struct PageCell {
    text: String,
    hole: bool,
}

/// A document as the sheet reads it.
pub(crate) fn page(document: &Document) -> Result<Page, PrintError> {
    let title = text(&document.title);
    if title.trim().is_empty() {
        return Err(PrintError::NoTitle);
    }
    let words = Words::new(document.language);
    let mut above = 0;
    let blocks = document.blocks.iter().filter_map(|piece| block(piece, &mut above).transpose());
    Ok(Page {
        title,
        subtitle: text(&document.subtitle),
        language: document.language.tag(),
        day: day(&document.day)?,
        landscape: document.paper == Paper::Landscape,
        head: text(&document.head),
        foot: text(&document.foot),
        page_of: words.say("print-page-of", &[("page", "{page}"), ("pages", "{pages}")]),
        blocks: blocks.collect::<Result<_, _>>()?,
    })
}

fn text(text: &str) -> String {
    printable(text, in_fonts)
}

/// Year, month and day of `2024-03-18`.
fn day(found: &str) -> Result<(i32, u8, u8), PrintError> {
    let wrong = || PrintError::Day { found: found.to_owned() };
    let mut parts = found.split('-');
    let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return Err(wrong());
    };
    let digits = |part: &str, n_digits: usize| part.len() == n_digits && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return Err(wrong());
    }
    match (year.parse(), month.parse(), day.parse()) {
        (Ok(year), Ok(month), Ok(day)) if is_day(year, month, day) => Ok((year, month, day)),
        _ => Err(wrong()),
    }
}

/// A piece as the sheet reads it; `None` where nothing would be seen. `above` is the depth of the heading before it.
fn block(block: &Block, above: &mut u8) -> Result<Option<PageBlock>, PrintError> {
    Ok(match block {
        Block::Heading(_, words) if words.trim().is_empty() => None,
        Block::Heading(depth, words) => {
            let depth = match depth {
                Depth::Section => 1,
                Depth::Part => 2,
            };
            // PDF/UA refuses a part without a section above it.
            *above = depth.min(*above + 1);
            Some(PageBlock::Heading { depth: *above, text: text(words) })
        }
        Block::Paragraph(words) => runs(words).map(|runs| PageBlock::Paragraph { runs }),
        Block::Callout(words) => runs(words).map(|runs| PageBlock::Callout { runs }),
        Block::List(lines) => {
            let items: Vec<_> = lines.iter().filter_map(|line| runs(line)).collect();
            (!items.is_empty()).then_some(PageBlock::List { items })
        }
        Block::Table(found) if found.columns.is_empty() => None,
        Block::Table(found) => Some(table(found)?),
        Block::Note(words) if words.trim().is_empty() => None,
        Block::Note(words) => Some(PageBlock::Note { text: text(words) }),
        Block::NewPage => Some(PageBlock::NewPage),
    })
}

/// Words as the sheet reads them; `None` where nothing is said.
fn runs(runs: &[Run]) -> Option<Vec<PageRun>> {
    let said = runs.iter().any(|run| !run.text.trim().is_empty());
    let page_run = |run: &Run| PageRun { text: text(&run.text), strong: run.look == Look::Strong };
    said.then(|| runs.iter().map(page_run).collect())
}

fn table(table: &Table) -> Result<PageBlock, PrintError> {
    let n_columns = table.columns.len();
    let whole: usize = table.columns.iter().map(|column| usize::from(column.width)).sum();
    let signs_per_line: Vec<usize> = table
        .columns
        .iter()
        .map(|column| (SIGNS_PER_LINE * usize::from(column.width)).checked_div(whole).unwrap_or(0).max(1))
        .collect();
    let mut rows = Vec::with_capacity(table.rows.len());
    for (row_index, row) in table.rows.iter().enumerate() {
        if row.len() > n_columns {
            let caption = table.caption.clone();
            return Err(PrintError::LongRow { caption, row: row_index + 1, found: row.len(), n_columns });
        }
        let cell = |item: &Item| PageCell { text: text(item.said()), hole: matches!(item, Item::Hole(_)) };
        let mut cells: Vec<PageCell> = row.iter().map(cell).collect();
        cells.resize_with(n_columns, || PageCell { text: String::new(), hole: false });
        let n_lines = |(cell, signs): (&PageCell, &usize)| {
            cell.text.lines().map(|line| line.chars().count().div_ceil(*signs).max(1)).sum::<usize>()
        };
        let highest = cells.iter().zip(&signs_per_line).map(n_lines).max().unwrap_or(0);
        rows.push(PageRow { split: highest > MOST_LINES_TOGETHER, cells });
    }
    let column = |column: &Column| PageColumn {
        title: text(&column.title),
        width: column.width.max(1),
        numbers: column.content == Content::Numbers,
    };
    Ok(PageBlock::Table { caption: text(&table.caption), columns: table.columns.iter().map(column).collect(), rows })
}
