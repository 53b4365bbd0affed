// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **What may leave a build?** The one gate below all outputs.
//!
//! An area with few residents shows no figure ([`gate`]). And what one output hides, another must not give away:
//! where a total and all its parts but one are shown, the one that is not can be worked out ([`subtraction`]).
//! A [`snapshot`] is a build from which all that was taken out: whatever leaves is made from one, also as [`files`] to
//! take along.
//!
//! *Useful for*: every page, file and answer that leaves `build/`.
//! *Not useful for*: counts of persons from records, which are protected before they become a table.
//!
//! **Invariant:** no parameter of a caller can show what the gate hides. Bytes in and bytes out: no file of a user
//! is read or written, but the rows of a workbook pass through a nameless temporary file, so that memory does not grow with
//! the country.

pub mod agenda;
pub mod ambition;
pub mod area_page;
pub mod burdened;
pub mod certain;
pub mod choice;
pub mod counted;
pub mod day;
pub mod document;
pub mod documents;
pub mod errors;
pub mod field_names;
pub mod files;
pub mod find;
pub mod five_lines;
pub mod gap;
pub mod gate;
pub mod manifest;
pub mod middle;
pub mod number;
pub mod numbered;
pub mod scale;
pub mod search;
pub mod snapshot;
pub mod strengths;
pub mod subtraction;
pub mod sure;
pub mod why;
pub mod words;
pub mod worry;
