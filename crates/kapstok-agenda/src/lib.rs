// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **What was agreed, linked, paid, delivered?** Events in, state out.
//!
//! ```
//! use kapstok_agenda::day::Day;
//! use kapstok_agenda::entry::{Entry, Id, Value};
//! use kapstok_agenda::event::{Event, What};
//! use kapstok_agenda::log::{Position, Salt, append, read};
//! use kapstok_agenda::state::State;
//!
//! let said = |what| Event {
//!     day: Day::parse("2024-03-18").unwrap(),
//!     recorded: "2024-03-18T09:30:00Z".to_owned(),
//!     by: Some("secretary".to_owned()),
//!     what,
//! };
//! let word = |text: &str| Value::Word(text.to_owned());
//! let debts = [("area", word("WK990101")), ("side", word("burden")), ("name", Value::Text("Debts".to_owned()))];
//! let debts = Entry::new(Id::parse("b1").unwrap(), debts)?;
//!
//! let events = [said(What::Opened), said(What::Set(debts))];
//! let (bytes, _) = append(&events, Position::start(), &mut || Salt([7; 16]));
//! let (again, head, tail) = read(&bytes)?;
//! assert_eq!((again.as_slice(), head.events(), tail), (events.as_slice(), 2, None));
//! assert_eq!(State::of(&again).name(Id::parse("b1").unwrap()), "Debts");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The way through it: [`entry`] (what can be said of a thing), [`event`] (what happens), [`log`] (how that is kept), [`state`]
//! (what is agreed now, or at any day), and what is read off it: [`holes`], [`matrix`], [`ledger`], [`changes`].
//!
//! *Useful for*: agendas of areas that one secretary keeps, and that must be provable for twenty years.
//! *Not useful for*: many writers at once; case files of persons, of which it knows nothing.
//!
//! **Invariant:** nothing agreed is ever overwritten: a later event says something else, and the earlier one stays.

pub mod changes;
pub mod day;
pub mod entry;
pub mod event;
pub mod facts;
pub mod holes;
pub mod ledger;
pub mod library;
pub mod log;
pub mod matrix;
pub mod plan;
pub mod state;
