// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A person decides: proposals of the rules in, decisions of readers out, and what follows from them.
//!
//! The way through it: a [`Proposal`] is what the rules made of a statement ([`proposals`]); a [`Decision`] is what a reader says of
//! it. Decisions are written and read as lines of JSON ([`write_jsonl`]), as a table for a spreadsheet ([`Grid`], the
//! row model of a workbook too) and as CSV ([`write_csv`]); [`check`] holds what was read against the proposals.
//! [`queue`] says what to look at first, [`merge`] what stands, [`Alpha`] how far readers agree, and [`drafts`] what an
//! agenda gets.
//!
//! **Invariant:** a decision carries the quote that it is about and what the reader saw; the rules never change it
//! afterwards. Readers who differ stay different: nothing is averaged. Not here: files, clocks, words for people.

mod agreement;
mod check;
mod csv;
mod day;
mod decision;
mod draws;
mod grid;
mod jsonl;
mod lines;
mod merge;
mod of_rows;
mod problem;
mod proposal;
mod queue;
mod to_agenda;
mod unitise;

pub use agreement::{Alpha, NoAlpha, Ratings, confusion};
pub use check::{Row, check};
pub use csv::{Separator, grid_of_csv, read_csv, write_csv};
pub use day::Day;
pub use decision::{Act, Decision};
pub use draws::{Interval, interval};
pub use grid::{Cell, Given, Grid, read_grid};
pub use jsonl::{read_jsonl, write_jsonl};
pub use lines::{read_lines, rows_of_lines, write_lines};
pub use merge::{ACT, Merged, Outcome, Sides, Standing, merge};
pub use of_rows::{Kind, key_of_answer, proposals, vocabulary};
pub use problem::{Problem, Weight};
pub use proposal::{Fields, Form, Proposal, Vocabulary};
pub use queue::{Filter, Looked, Place, Waiting, queue};
pub use to_agenda::{Drafts, Due, MoneyDraft, PromiseDraft, TargetDraft, drafts, mark};
pub use unitise::{LONGEST_READ, NoUnitising, Unitising, unitising};
