// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Everything that a document says, each text once: sentences, headings, titles, notes and cells.
//!
//! In: a document. Out: [`Unit`]s in reading order, with their tokens. Words are counted over all of them; what is
//! promised stands in sentences. Not among them: running heads, and the list of contents, which repeats headings.

use crate::block::{Block, BlockKind};
use crate::document::Document;
use crate::place::Place;
use crate::recipe::Recipe;
use crate::sentence::sentences;
use crate::token::{Token, tokens};

/// A text with its place.
#[derive(Clone, Debug)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// Where it stands.
    pub place: Place,
    /// Position of its block in the document.
    pub block: usize,
    /// Words, numbers and signs; their bytes are those of the quote.
    pub tokens: Vec<Token>,
}

/// Kinds of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitKind {
    /// A sentence of running text or of an item; its number in the document.
    Sentence(u32),
    /// A heading.
    Heading,
    /// The title of the document.
    Title,
    /// A sentence of a footnote.
    Note,
    /// A label or a cell of a table.
    Cell,
}

/// All texts of a document, in reading order.
pub fn units(document: &Document, recipe: &Recipe) -> Vec<Unit> {
    let mut found = Vec::new();
    let mut rows = document.sentences.iter().peekable();
    for (index, block) in document.blocks.iter().enumerate() {
        let mut add = |kind: UnitKind, place: Place| {
            let tokens = tokens(place.quote(), &document.words);
            found.push(Unit { kind, place, block: index, tokens });
        };
        match &block.kind {
            BlockKind::Paragraph | BlockKind::Item => {
                while let Some(row) = rows.next_if(|row| row.block == index) {
                    add(UnitKind::Sentence(row.id), row.place.clone());
                }
            }
            BlockKind::Heading(_) => add(UnitKind::Heading, block.place.clone()),
            BlockKind::Title => add(UnitKind::Title, block.place.clone()),
            BlockKind::Footnote(_) => {
                let spans = sentences(block.normal.text(), recipe).into_iter();
                let places = spans.filter_map(|span| block.place(span, &document.pages, &document.words));
                places.for_each(|place| add(UnitKind::Note, place));
            }
            BlockKind::Table => cells(block).for_each(|place| add(UnitKind::Cell, place.clone())),
            BlockKind::Contents | BlockKind::RunningHead => {}
        }
    }
    found
}

/// Labels and cells of a table row by row; the whole of a table without columns.
fn cells(block: &Block) -> impl Iterator<Item = &Place> {
    let read = block.table.as_ref().filter(|table| table.columns > 0);
    let rows = read.into_iter().flat_map(|table| &table.rows);
    let of_rows = rows.flat_map(|row| row.label.iter().chain(row.cells.iter().flatten().map(|cell| &cell.place)));
    of_rows.chain(read.is_none().then_some(&block.place))
}
