// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **How does a document look in print?** Pages as accessible PDF, ready to hand out and to keep.
//!
//! A [`Document`] goes in; a file comes out that is PDF/UA-1 (it can be read aloud) and PDF/A-2a (it can be archived)
//! at once. One sheet, `pages.typ`, says how everything looks; what the document says reaches it as values, never as
//! markup, so no text of a user is ever run. A sign that the fonts do not have stands as □ ([`signs`]).
//!
//! ```
//! use kapstok_report::print;
//! use kapstok_share::document::{Block, Document, Paper, Run};
//! use kapstok_share::words::Language;
//!
//! let document = Document {
//!     title: "Agenda of Havenkant".to_owned(),
//!     subtitle: String::new(),
//!     language: Language::En,
//!     day: "2024-03-18".to_owned(),
//!     paper: Paper::Portrait,
//!     head: "Havenkant".to_owned(),
//!     foot: String::new(),
//!     blocks: vec![Block::Paragraph(vec![Run::plain("Nobody decided this yet.")])],
//! };
//! let printed = print(&document)?;
//! assert!(printed.bytes.starts_with(b"%PDF-1.7"));
//! assert_eq!(printed.n_pages, 1);
//! # Ok::<(), kapstok_report::PrintError>(())
//! ```
//!
//! *Useful for*: agendas, dossiers and reports on paper.
//! *Not useful for*: deciding what a report says (`kapstok-share`), or screens.
//!
//! Heads and feet are not read aloud, as everywhere in print, but the head of the first page is: it may say that all is
//! invented. What stands in the foot must be said in the text too, once.
//!
//! **Invariant:** the same document gives the same bytes. No clock, no file, no network, no font of the machine.

mod document;
mod press;
pub mod signs;

use kapstok_share::document::Document;

/// Pages in print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub n_pages: usize,
}

/// Why a document cannot be printed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PrintError {
    /// It has no title; readers of the file could not name it.
    #[error("the document has no title")]
    NoTitle,
    /// Its day is not a day.
    #[error("`{found}` is not a day: it must look like 2024-03-18")]
    Day {
        /// What stood there.
        found: String,
    },
    /// A row has more cells than the table has columns: what stands there would be lost.
    #[error("table `{caption}`, row {row}: {found} cells where there are {n_columns} columns")]
    LongRow {
        /// The table.
        caption: String,
        /// Which row, 1 for the first.
        row: usize,
        /// How many cells it has.
        found: usize,
        /// How many columns there are.
        n_columns: usize,
    },
    /// The pages could not be set, or break a rule of PDF/UA or PDF/A. It is a mistake of this crate.
    #[error("the pages could not be set: {found}")]
    Setting {
        /// What typst says, each on its own line.
        found: String,
    },
}

/// Sets a document in pages.
///
/// # Errors
/// [`PrintError`] when the document has no title or no day, or has a row that is too long.
pub fn print(document: &Document) -> Result<Printed, PrintError> {
    let page = document::page(document)?;
    press::press(&page)
}

/// Sets a document in pages: only the file.
///
/// # Errors
/// As [`print()`].
pub fn pdf(document: &Document) -> Result<Vec<u8>, PrintError> {
    print(document).map(|printed| printed.bytes)
}
