// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **What does this document ask or promise, where, with which money?** Bytes in, rows with their places out.
//!
//! ```
//! use kapstok_read::{Document, Limits, Recipe, extract};
//!
//! let recipe = r#"
//! read = 1
//! id = "example"
//! language = "en"
//! title = { nl = "Voorbeeld", en = "Example" }
//! words = { common = ["the", "of", "and", "to", "in"] }
//! sentences = { never-end = ["no."] }
//! figures = { thousands = ",", decimal = "." }
//! "#;
//! let (recipe, lints) = Recipe::parse(recipe);
//! assert!(lints.is_empty());
//! let file = extract(b"# Safety\n\nWe act on motion no. 3 of the\ncouncil. Streets get light.", &Limits::default())?;
//! let document = Document::of(file, &recipe.expect("a recipe"));
//! let second = &document.sentences[1].place;
//! assert_eq!((second.quote(), &*second.section()[0]), ("Streets get light.", "Safety"));
//! // No quote without its place: what stands there gives the same words again.
//! assert_eq!(second.read_again(&document.pages, &document.words).as_deref(), Some("Streets get light."));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The way through it: [`mod@file`] (what stands in the file), [`text`] (as text that can be searched), [`block`]
//! (headings, items, tables, notes), [`sentence`], [`mod@unit`] (each text once, as [`mod@token`]s); [`pattern`] finds words in it; [`recipe`] holds the words of a language, [`place`] the provenance
//! of each row, and [`document`] all of it together.
//!
//! *Useful for*: agreements, programmes, manifestos and plans with a text layer. *Not useful for*: scans (they are told
//! apart, not recognised), forms, and judging what a promise is worth.
//!
//! **Invariant:** no quote, no row; and no word of any language in the code.

pub mod amount;
pub mod answer;
pub mod block;
pub mod claims;
pub mod commitment;
pub mod compare;
pub mod count;
pub mod deadline;
pub mod document;
pub mod double;
pub mod error;
pub mod eval;
pub mod file;
pub mod framing;
pub mod ladder;
pub mod lexicon;
mod limits;
pub mod money;
pub mod number;
pub mod pattern;
pub mod place;
pub mod reading;
pub mod recipe;
pub mod review;
pub mod row;
pub mod sentence;
mod span;
pub mod table;
pub mod target;
pub mod text;
pub mod token;
pub mod unit;
mod work;

pub use document::{Coverage, Document, Section, Sentence};
pub use error::{ReadError, ReadWarning};
pub use file::extract;
pub use limits::Limits;
pub use place::{At, Origin, Place};
pub use reading::{Reading, Statement};
pub use recipe::Recipe;
pub use unit::{Unit, UnitKind, units};
