// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Lines to blocks: headings, items, paragraphs, tables, footnotes; running heads out; joined across pages.
//!
//! In: pages. Out: blocks in reading order, each with its normalised text, its section and its place. Each line of a
//! page goes to exactly one block. Not here: sentences.

mod contents;
mod flow;
mod heading;
mod look;
mod note;
mod running;
mod table;

use crate::place::Place;
use crate::text::{Normal, Piece};

pub(crate) use flow::{Draft, drafts};
pub(crate) use running::shape;
pub(crate) use table::Draft as TableDraft;
pub use table::{Table, TableCell, TableRow};

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The title of the document, or what stands on its first page in that look.
    Title,
    /// A heading; 1 the highest.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// A footnote, with its mark.
    Footnote(String),
    /// The list of contents.
    Contents,
    /// A running head or foot, or the number of a page.
    RunningHead,
}

/// A block.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, with all its text.
    pub place: Place,
    /// Position of its section.
    pub section: usize,
    /// Rows and columns, of a table.
    pub table: Option<Table>,
    pub(crate) normal: Normal,
    pub(crate) pieces: Vec<Piece>,
}

impl Block {
    /// The place of a span of its text; `None` where there is no text.
    pub fn place(&self, span: std::ops::Range<usize>, pages: &[crate::file::Page]) -> Option<Place> {
        place_of(&self.normal, &self.pieces, span, &self.place, pages)
    }
}

/// The place of a span of normalised text in a block that `of` is the place of.
pub(crate) fn place_of(
    normal: &Normal,
    pieces: &[Piece],
    span: std::ops::Range<usize>,
    of: &Place,
    pages: &[crate::file::Page],
) -> Option<Place> {
    let quote = normal.text().get(span.clone())?.to_owned();
    let mut found: Vec<Piece> = Vec::new();
    for (part, range) in normal.source(&span) {
        let piece = pieces.get(part)?;
        let start = piece.range.start;
        found.push(Piece { range: start + range.start..start + range.end, ..piece.clone() });
    }
    let page = pages.get(found.first()?.page)?;
    if quote.trim().is_empty() {
        return None;
    }
    Some(Place { page: page.number, printed: page.printed.clone(), span, pieces: found, quote, ..of.clone() })
}
