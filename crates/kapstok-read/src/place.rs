// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Where a statement stands: the provenance that every row carries.
//!
//! In: a span of the normalised text of a block. Out: [`Place`], or nothing. **Invariant:** a place has a quote that is
//! not empty and begins and ends with no space, and the text at its pieces normalises to that quote. It is checked
//! when the place is made, and nothing of a place can be changed. No quote, no row.

use std::ops::Range;
use std::sync::Arc;

use crate::file::Page;
use crate::text::{Join, Normal, Part, Piece, Words, normalise};

/// Of which file, read by what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// SHA-256 of the file.
    pub sha256: String,
    /// The reader.
    pub extractor: &'static str,
    /// Its version.
    pub version: &'static str,
    /// Id of the recipe.
    pub recipe: String,
    /// SHA-256 of the recipe's text.
    pub recipe_sha256: String,
}

/// Which text of a block a place is a span of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// The text of the block.
    Block,
    /// What stands before the columns of a row of its table.
    Label {
        /// Row, from 0.
        row: usize,
    },
    /// A cell of its table.
    Cell {
        /// Row, from 0.
        row: usize,
        /// Column beside the label, from 0.
        column: usize,
    },
    /// The title of a column of its table.
    Title {
        /// Column beside the label, from 0.
        column: usize,
    },
}

/// A place in a document, with what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    origin: Arc<Origin>,
    page: u32,
    printed: Option<String>,
    section: Arc<[Arc<str>]>,
    block: usize,
    at: At,
    span: Range<usize>,
    pieces: Vec<Piece>,
    quote: String,
}

impl Place {
    /// The document.
    pub fn origin(&self) -> &Arc<Origin> {
        &self.origin
    }

    /// Page of the file where it begins, from 1.
    pub fn page(&self) -> u32 {
        self.page
    }

    /// Number printed on that page.
    pub fn printed(&self) -> Option<&str> {
        self.printed.as_deref()
    }

    /// Headings above it, the highest first.
    pub fn section(&self) -> &[Arc<str>] {
        &self.section
    }

    /// Position of the block it lies in.
    pub fn block(&self) -> usize {
        self.block
    }

    /// Which text of that block.
    pub fn at(&self) -> At {
        self.at
    }

    /// Bytes of that text.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The same in the texts of pages.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The normalised text.
    pub fn quote(&self) -> &str {
        &self.quote
    }

    pub(crate) fn shared(&self) -> (&Arc<Origin>, &Arc<[Arc<str>]>) {
        (&self.origin, &self.section)
    }

    /// What the texts of the pages give at this place, normalised: equal to the quote.
    pub fn read_again(&self, pages: &[Page], words: &Words) -> Option<String> {
        read_again(&self.pieces, pages, words)
    }
}

fn read_again(pieces: &[Piece], pages: &[Page], words: &Words) -> Option<String> {
    let mut parts = parts(pieces, pages)?;
    if let Some(first) = parts.first_mut() {
        first.join = Join::Line;
    }
    Some(normalise(&parts, words).text().to_owned())
}

/// Pieces with their texts; `None` when one lies outside its page.
pub(crate) fn parts<'p>(pieces: &[Piece], pages: &'p [Page]) -> Option<Vec<Part<'p>>> {
    let part =
        |piece: &Piece| Some(Part { text: pages.get(piece.page)?.text.get(piece.range.clone())?, join: piece.join });
    pieces.iter().map(part).collect()
}

/// What places are made of: the text of a block, and where it comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ground<'a> {
    pub(crate) origin: &'a Arc<Origin>,
    pub(crate) section: &'a Arc<[Arc<str>]>,
    pub(crate) block: usize,
    pub(crate) at: At,
    pub(crate) normal: &'a Normal,
    pub(crate) pieces: &'a [Piece],
}

impl Ground<'_> {
    /// The place of a span without the spaces at its ends. `None` when nothing is left, when an end lies inside a sign
    /// of the page, and when the text at the place would not read as the span does.
    pub(crate) fn place(&self, span: Range<usize>, pages: &[Page], words: &Words) -> Option<Place> {
        let text = self.normal.text().get(span.clone())?;
        let quote = text.trim().to_owned();
        let start = span.start + text.len() - text.trim_start().len();
        let span = start..start + quote.len();
        let mut pieces: Vec<Piece> = Vec::new();
        for (part, range) in self.normal.source(&span) {
            let piece = self.pieces.get(part)?;
            let from = piece.range.start;
            pieces.push(Piece { range: from + range.start..from + range.end, ..piece.clone() });
        }
        let page = pages.get(pieces.first()?.page)?;
        if quote.is_empty() || read_again(&pieces, pages, words)? != quote {
            return None;
        }
        Some(Place {
            origin: Arc::clone(self.origin),
            page: page.number,
            printed: page.printed.clone(),
            section: Arc::clone(self.section),
            block: self.block,
            at: self.at,
            span,
            pieces,
            quote,
        })
    }
}
