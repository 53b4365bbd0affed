// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Lines to blocks: headings, items, paragraphs, tables, footnotes; running heads out; joined across pages.
//!
//! In: pages. Out: blocks in reading order, each with its normalised text, its section and its place. Each line of a
//! page goes to exactly one block. Not here: sentences.

mod caption;
mod contents;
mod flow;
mod heading;
mod list;
mod look;
mod note;
mod running;
mod table;

use std::ops::Range;

use crate::file::Page;
use crate::place::{At, Ground, Place, parts};
use crate::text::{Normal, Piece, Words, normalise};

pub(crate) use caption::set_captions;
pub(crate) use flow::{Draft, drafts};
pub(crate) use list::set_lead_ins;
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
    /// How deep an item lies: 0 for the outermost list, and for all that is no item.
    pub depth: u8,
    /// Position of the block that introduces the list of an item: the paragraph right before it that ends in a colon or
    /// otherwise leaves open what comes; in a list in a list, the item before it that does so.
    pub lead_in: Option<usize>,
    /// Rows and columns, of a table.
    pub table: Option<Table>,
    /// The lines it was made of: page and line, from 0. A line that shows a sign is in exactly one block.
    pub lines: Vec<(usize, usize)>,
    pub(crate) normal: Normal,
    pub(crate) pieces: Vec<Piece>,
}

impl Block {
    /// Its normalised text.
    pub fn text(&self) -> &str {
        self.normal.text()
    }

    /// The text that places at `at` are spans of; `None` where there is no such cell, or nothing in it.
    pub fn text_at(&self, at: At) -> Option<&str> {
        match at {
            At::Block => Some(self.text()),
            At::Label { .. } | At::Cell { .. } | At::Title { .. } => self.whole(at).map(Place::quote),
        }
    }

    /// The place of a span of its text, without the spaces at its ends. `None` where nothing is left, where an end
    /// lies inside a sign of the page, and where the pages would not give the same words again.
    pub fn place(&self, span: Range<usize>, pages: &[Page], words: &Words) -> Option<Place> {
        self.ground(At::Block, &self.normal, &self.pieces).place(span, pages, words)
    }

    /// The same of a span of any of its texts.
    pub fn place_at(&self, at: At, span: Range<usize>, pages: &[Page], words: &Words) -> Option<Place> {
        if at == At::Block {
            return self.place(span, pages, words);
        }
        let pieces = self.whole(at)?.pieces();
        let normal = normalise(&parts(pieces, pages)?, words);
        self.ground(at, &normal, pieces).place(span, pages, words)
    }

    /// The place of a whole cell, label or title.
    fn whole(&self, at: At) -> Option<&Place> {
        let table = self.table.as_ref()?;
        let rows = &table.rows;
        match at {
            At::Title { column } => table.titles.get(column)?.as_ref(),
            At::Block => None,
            At::Label { row } => rows.get(row)?.label.as_ref(),
            At::Cell { row, column } => Some(&rows.get(row)?.cells.get(column)?.as_ref()?.place),
        }
    }

    fn ground<'g>(&'g self, at: At, normal: &'g Normal, pieces: &'g [Piece]) -> Ground<'g> {
        let (origin, section) = self.place.shared();
        Ground { origin, section, block: self.place.block(), at, normal, pieces }
    }
}
