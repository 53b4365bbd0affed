// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **What is agreed for an area, beside its figures**: holes, matrix, ledger, promises, as words and as documents.
//!
//! In: an [`Agenda`] (the log as it was read) and a snapshot. Out: sentences ([`said`]), facts for the rules ([`facts`]), and
//! [`Document`](crate::document::Document)s for Word, a workbook and print. Invariant: figures come from the snapshot, so
//! from behind the gate; population figures and what we did ourselves never stand in one table or picture. Not here: the
//! rules themselves (`kapstok-agenda`), pages, files.

pub mod annex;
pub mod area_report;
pub mod delivered;
pub mod facts;
pub mod hole_list;
pub mod ledger_table;
pub mod matrix_table;
pub mod plan_book;
pub mod said;
pub mod tables;
pub mod versions;

use kapstok_agenda::event::Event;
use kapstok_agenda::facts::Facts;
use kapstok_agenda::holes::{Hole, holes};
use kapstok_agenda::log::Head;
use kapstok_agenda::state::State;

use crate::snapshot::{AreaAt, Snapshot};
use crate::words::Words;

/// A log as it was read, with what is agreed now and what figures say where it asks.
#[derive(Clone, Debug)]
pub struct Agenda {
    /// All events, in their order.
    pub events: Vec<Event>,
    /// Where the log stands.
    pub head: Head,
    /// What is agreed now.
    pub state: State,
    /// What figures say.
    pub facts: Facts,
}

impl Agenda {
    /// Puts a log beside a snapshot.
    pub fn new(events: Vec<Event>, head: Head, snapshot: &Snapshot) -> Self {
        let state = State::of(&events);
        Self { events, head, state, facts: facts::facts(snapshot) }
    }

    /// Holes of an area.
    pub fn holes(&self, area: &str) -> Vec<Hole> {
        holes(&self.state, &self.facts, area)
    }

    /// The hash of the last event, as it is printed everywhere.
    pub fn hash(&self) -> String {
        self.head.hash().to_string()
    }
}

/// An area of an agenda, with what a document needs of it.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// The agenda.
    pub agenda: &'a Agenda,
    /// The figures.
    pub snapshot: &'a Snapshot,
    /// The area.
    pub area: AreaAt,
    /// The words of a language.
    pub words: &'a Words,
}

impl<'a> Seen<'a> {
    /// Code of the area.
    pub fn code(&self) -> &'a str {
        &self.snapshot.level_of(self.area).codes()[self.area.index]
    }

    /// Name of the area; its code where it has none.
    pub fn name(&self) -> &'a str {
        self.snapshot.name_of(self.area)
    }

    /// The day of the last event: that of a document, so that the same log gives the same bytes.
    pub fn day(&self) -> String {
        day(self.agenda)
    }

    /// What stands at the head of every page.
    pub fn head_line(&self) -> String {
        let name = format!("{} ({})", self.name(), self.code());
        match self.snapshot.manifest().invented {
            true => format!("{name} · {}", self.words.say("document-invented", &[])),
            false => name,
        }
    }

    /// What stands at the foot of every page: the hashes of log and data.
    pub fn foot_line(&self) -> String {
        foot_line(self.agenda, self.snapshot, self.words)
    }

    /// The same as a piece of a document, for who has it read aloud: the foot of a page is not.
    pub fn hashes(&self) -> crate::document::Block {
        crate::document::Block::Note(self.foot_line())
    }
}

fn day(agenda: &Agenda) -> String {
    agenda.events.iter().map(|event| event.day).max().map_or_else(|| "2000-01-01".to_owned(), |day| day.to_string())
}

fn foot_line(agenda: &Agenda, snapshot: &Snapshot, words: &Words) -> String {
    let facts = [("events", &*agenda.head.events().to_string()), ("head", &agenda.hash()), ("data", snapshot.id())];
    words.say("document-foot", &facts)
}
