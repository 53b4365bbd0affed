// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Where a statement stands: the provenance that every row carries.
//!
//! **Invariant:** a [`Place`] has a quote that is not empty, and the text at its pieces normalises to that quote. No
//! quote, no row: only a block makes places.

use std::ops::Range;
use std::sync::Arc;

use crate::file::Page;
use crate::text::{Join, Part, Piece, Words, normalise};

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

/// A place in a document, with what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The document.
    pub origin: Arc<Origin>,
    /// Page of the file where it begins, from 1.
    pub page: u32,
    /// Number printed on that page.
    pub printed: Option<String>,
    /// Headings above it, the highest first.
    pub section: Arc<[String]>,
    /// The block it lies in.
    pub block: u32,
    /// Bytes of the block's normalised text.
    pub span: Range<usize>,
    /// The same in the texts of pages.
    pub pieces: Vec<Piece>,
    /// The normalised text.
    pub quote: String,
}

impl Place {
    /// What the texts of the pages give at this place, normalised: equal to the quote, or the place is wrong.
    pub fn read_again(&self, pages: &[Page], words: &Words) -> Option<String> {
        let part = |piece: &Piece| {
            Some(Part { text: pages.get(piece.page)?.text.get(piece.range.clone())?, join: piece.join })
        };
        let mut parts: Vec<Part<'_>> = self.pieces.iter().map(part).collect::<Option<_>>()?;
        if let Some(first) = parts.first_mut() {
            first.join = Join::Line;
        }
        Some(normalise(&parts, words).text().to_owned())
    }
}
