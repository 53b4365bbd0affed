// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **A document for people**: headings, sentences, lists and tables in the order in which they are read.
//!
//! In: words and figures that already passed the gate. Out: one [`Document`], which becomes a file for Word, a workbook,
//! or pages in print. What it says is decided once; how it looks is the form's. Invariant: text is text: no form reads
//! markup, a formula or a link out of it. Not here: what a report says (`report`), PDF (`kapstok-report`).

mod docx;
mod workbook;

pub use docx::docx;
pub use workbook::workbook;

use crate::words::Language;

/// A document, whatever it will be written as.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its title, once, at the top.
    pub title: String,
    /// A line below the title; empty where there is none.
    pub subtitle: String,
    /// The language of its words.
    pub language: Language,
    /// The day that it is about (`2024-03-18`): it stands in the file's own properties, so the same input gives the same bytes.
    pub day: String,
    /// How the paper lies.
    pub paper: Paper,
    /// The name of the area on every page, and what else should be seen on each; empty where there is none.
    pub head: String,
    /// At the foot of every page: hashes of log and data. The number of the page is the form's.
    pub foot: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// How the paper lies. All paper is A4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// Upright.
    Portrait,
    /// On its side.
    Landscape,
}

/// One piece of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading of a section.
    Heading(Depth, String),
    /// Sentences.
    Paragraph(Vec<Run>),
    /// Sentences that matter most on the page: they stand out, by more than colour.
    Callout(Vec<Run>),
    /// Short lines, each its own.
    List(Vec<Vec<Run>>),
    /// Rows and columns.
    Table(Table),
    /// Sources, marks, reservations: smaller.
    Note(String),
    /// What follows starts on a new page.
    NewPage,
}

/// How deep a heading lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// A section.
    Section,
    /// A part of a section.
    Part,
}

/// Some words in one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they look.
    pub look: Look,
}

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As the words around them.
    Plain,
    /// Heavier.
    Strong,
}

impl Run {
    /// Words as the words around them.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Plain }
    }

    /// Heavier words.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Strong }
    }
}

/// Rows and columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it shows, above it; also the name of its sheet in a workbook.
    pub caption: String,
    /// Its columns; the first one names the row.
    pub columns: Vec<Column>,
    /// `[n_rows][n_columns]`; rows that are shorter end in empty cells.
    pub rows: Vec<Vec<Item>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its title.
    pub title: String,
    /// Width, in parts of the sum over all columns.
    pub width: u16,
    /// What stands in it.
    pub content: Content,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Words: on the left.
    Words,
    /// Numbers: on the right.
    Numbers,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Nothing is said: the form shows an empty cell.
    Empty,
    /// Words.
    Text(String),
    /// A number with how it is said in the document; a workbook takes the number.
    Number {
        /// The number.
        value: f64,
        /// As people of the language write it, with its unit.
        said: String,
    },
    /// Something is missing that should be there: hatched, with the word for it.
    Hole(String),
}

impl Item {
    /// How it is said.
    pub fn said(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Text(text) | Self::Hole(text) | Self::Number { said: text, .. } => text,
        }
    }
}
