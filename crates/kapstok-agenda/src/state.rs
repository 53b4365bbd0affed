// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is agreed at a moment: all events up to it, one after the other.
//!
//! In: events. Out: a [`State`]; and for an event to come, whether it fits ([`State::check`]). Invariant: the same events
//! give the same state; an event that was accepted once is never refused later. What was withdrawn is not in a state,
//! and stays in the log.

use std::collections::BTreeMap;

use crate::day::Day;
use crate::entry::{Entry, Id, Noun, Value};
use crate::event::{Adoption, ChoiceChange, DecisionAct, Event, StatementDecision, What};

/// A thing as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What it says.
    pub entry: Entry,
    /// Number of the event since which it says so.
    pub seq: u64,
    /// The day since which it says so.
    pub since: Day,
    /// The day since which it is there.
    pub first: Day,
}

/// A thing that is no longer part of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// What it said last.
    pub entry: Entry,
    /// The day since which it is gone.
    pub day: Day,
    /// Why; `None` where that was taken out.
    pub reason: Option<String>,
}

/// An adopted version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// What was adopted.
    pub adoption: Adoption,
    /// Number of its event.
    pub seq: u64,
    /// The day of it.
    pub day: Day,
    /// The role that adopted it.
    pub by: Option<String>,
}

/// A change of a choice by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandMade {
    /// What was changed.
    pub change: ChoiceChange,
    /// Number of its event.
    pub seq: u64,
    /// The day since which it holds.
    pub day: Day,
    /// The role that made it.
    pub by: Option<String>,
}

/// A decision on a statement of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What was decided.
    pub decision: StatementDecision,
    /// Number of its event.
    pub seq: u64,
    /// The day of it.
    pub day: Day,
    /// The role that reads.
    pub by: Option<String>,
}

/// What is agreed at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    things: BTreeMap<Id, Standing>,
    withdrawn: BTreeMap<Id, Withdrawn>,
    /// The highest number that was ever given to a thing of a kind.
    numbers: BTreeMap<Noun, u32>,
    versions: Vec<Version>,
    hand_made: Vec<HandMade>,
    decided: Vec<Decided>,
    events: u64,
}

/// An event that does not fit what is known so far.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// It names a thing that is not there.
    #[error("{id} is not there")]
    NotThere {
        /// The thing.
        id: Id,
    },
    /// Its thing has a number that does not follow.
    #[error("{id} does not follow")]
    Number {
        /// The thing.
        id: Id,
    },
    /// A link between two areas, or a thing with itself.
    #[error("{id} joins what does not belong together")]
    Apart {
        /// The thing.
        id: Id,
    },
    /// A version that is not the next one.
    #[error("{} is not the next version", name)]
    Version {
        /// Its name.
        name: String,
    },
    /// A version of a day before the one that it follows.
    #[error("{name} would be older than the version before it")]
    Older {
        /// Its name.
        name: String,
        /// The day of the version before it.
        day: Day,
    },
    /// A version after the first, or a withdrawal, without a reason.
    #[error("a reason is missing")]
    NoReason,
    /// It begins a log that has begun, or does not begin one that has not.
    #[error("not the beginning")]
    Beginning,
}

impl State {
    /// What is agreed after all events.
    pub fn of(events: &[Event]) -> Self {
        Self::after(events, events.len() as u64)
    }

    /// What was agreed after a number of events.
    pub fn after(events: &[Event], number: u64) -> Self {
        let mut state = Self::default();
        for event in events.iter().take(usize::try_from(number).unwrap_or(usize::MAX)) {
            state.apply(event);
        }
        state
    }

    /// What was agreed at the end of a day. Events that were written down later for an earlier day count.
    pub fn on(events: &[Event], day: Day) -> Self {
        let mut state = Self::default();
        for event in events {
            match event.day <= day {
                true => state.apply(event),
                false => state.events += 1,
            }
        }
        state
    }

    /// Takes the next event.
    pub fn apply(&mut self, event: &Event) {
        self.events += 1;
        let seq = self.events;
        match &event.what {
            What::Opened | What::Redacted { .. } => {}
            What::Set(entry) => {
                let id = entry.id();
                let number = self.numbers.entry(id.noun()).or_default();
                *number = id.number().max(*number);
                let first = self.things.get(&id).map_or(event.day, |before| before.first);
                self.withdrawn.remove(&id);
                self.things.insert(id, Standing { entry: entry.clone(), seq, since: event.day, first });
            }
            What::Withdrawn { id, reason } => {
                if let Some(Standing { entry, .. }) = self.things.remove(id) {
                    self.withdrawn.insert(*id, Withdrawn { entry, day: event.day, reason: reason.clone() });
                }
            }
            What::ChoiceChanged(change) => {
                self.hand_made.push(HandMade { change: change.clone(), seq, day: event.day, by: event.by.clone() });
            }
            What::StatementDecided(decision) => {
                let decision = StatementDecision::clone(decision);
                self.decided.push(Decided { decision, seq, day: event.day, by: event.by.clone() });
            }
            What::Adopted(adoption) => {
                let version = Version { adoption: adoption.clone(), seq, day: event.day, by: event.by.clone() };
                self.versions.push(version);
            }
        }
    }

    /// Whether an event fits behind those so far.
    ///
    /// # Errors
    /// [`Misfit`]: it names what is not there, a number is skipped, a reason is missing.
    pub fn check(&self, event: &Event) -> Result<(), Misfit> {
        if (self.events == 0) != (event.what == What::Opened) {
            return Err(Misfit::Beginning);
        }
        match &event.what {
            What::Opened => Ok(()),
            What::Set(entry) => self.check_entry(entry),
            What::Withdrawn { id, .. } if !self.things.contains_key(id) => Err(Misfit::NotThere { id: *id }),
            What::Withdrawn { reason, .. }
            | What::Redacted { reason, .. }
            | What::ChoiceChanged(ChoiceChange { reason, .. }) => match reason {
                Some(_) => Ok(()),
                None => Err(Misfit::NoReason),
            },
            What::StatementDecided(decision) => match (decision.act, &decision.reason, &decision.changes) {
                (DecisionAct::Reject, None, _) | (DecisionAct::Change, _, None) => Err(Misfit::NoReason),
                _ => Ok(()),
            },
            What::Adopted(adoption) => {
                let next = self.versions_of(&adoption.area).count() as u32 + 1;
                match adoption.version == next {
                    false => Err(Misfit::Version { name: adoption.name() }),
                    true if self.versions_of(&adoption.area).any(|earlier| earlier.day > event.day) => {
                        let day = self.versions_of(&adoption.area).map(|earlier| earlier.day).max();
                        Err(Misfit::Older { name: adoption.name(), day: day.unwrap_or(event.day) })
                    }
                    true if next > 1 && adoption.reason.as_ref().is_none_or(Option::is_none) => Err(Misfit::NoReason),
                    true => Ok(()),
                }
            }
        }
    }

    fn check_entry(&self, entry: &Entry) -> Result<(), Misfit> {
        let id = entry.id();
        if !self.things.contains_key(&id) && id.number() != self.next(id.noun()).number() {
            return Err(Misfit::Number { id });
        }
        // What names a thing that was withdrawn may be said again as it is; what is new may not name it.
        let known = |named: Id| {
            let before = self.get(id).is_some_and(|before| before.references().any(|(_, id)| id == named));
            before || self.things.contains_key(&named)
        };
        if let Some((_, named)) = entry.references().find(|(_, named)| !known(*named)) {
            return Err(Misfit::NotThere { id: named });
        }
        let area = entry.word("area");
        let end = |field| entry.one(field).and_then(|id| self.get(id));
        let apart = |end: Option<&Entry>| end.is_some_and(|end| end.word("area") != area);
        // Money and targets of an action count where the action is.
        if matches!(entry.noun(), Noun::Capacity | Noun::Target) && (apart(end("action")) || apart(end("burden"))) {
            return Err(Misfit::Apart { id });
        }
        let joins_nothing = entry.one("from") == entry.one("to") || apart(end("from")) || apart(end("to"));
        if entry.noun() == Noun::Link && joins_nothing {
            return Err(Misfit::Apart { id });
        }
        Ok(())
    }

    /// The name of the next new thing of a kind.
    pub fn next(&self, noun: Noun) -> Id {
        Id::after(noun, self.numbers.get(&noun).copied().unwrap_or(0))
    }

    /// The newest day of all that stands or was adopted.
    pub fn newest_day(&self) -> Option<Day> {
        self.things.values().map(|it| it.since).chain(self.versions.iter().map(|it| it.day)).max()
    }

    /// How many events it was made of.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// A thing, if it is there.
    pub fn get(&self, id: Id) -> Option<&Entry> {
        self.things.get(&id).map(|standing| &standing.entry)
    }

    /// A thing with since when it stands, if it is there.
    pub fn standing(&self, id: Id) -> Option<&Standing> {
        self.things.get(&id)
    }

    /// A thing that is no longer part of the agenda.
    pub fn withdrawn(&self, id: Id) -> Option<&Withdrawn> {
        self.withdrawn.get(&id)
    }

    /// Things of a kind that were about an area and are no longer part of the agenda, by number.
    pub fn withdrawn_of<'a>(&'a self, noun: Noun, area: &'a str) -> impl Iterator<Item = &'a Withdrawn> {
        let of_kind = self.withdrawn.values().filter(move |it| it.entry.noun() == noun);
        of_kind.filter(move |it| it.entry.areas().any(|known| known == area))
    }

    /// All things of a kind, by number.
    pub fn all(&self, noun: Noun) -> impl Iterator<Item = &Entry> {
        self.things.iter().filter(move |(id, _)| id.noun() == noun).map(|(_, standing)| &standing.entry)
    }

    /// Things of a kind that are about an area, by number.
    pub fn of_area<'a>(&'a self, noun: Noun, area: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.all(noun).filter(move |entry| entry.areas().any(|known| known == area))
    }

    /// Codes of all areas that anything is agreed for, in order.
    pub fn areas(&self) -> Vec<&str> {
        let mut areas: Vec<&str> = self.things.values().flat_map(|standing| standing.entry.areas()).collect();
        areas.sort_unstable();
        areas.dedup();
        areas
    }

    /// The name that people gave a thing; empty where it has none, or it was taken out.
    pub fn name(&self, id: Id) -> &str {
        self.get(id).map_or("", |entry| match entry.noun() {
            Noun::Promise | Noun::Reply => entry.text("words"),
            _ => entry.text("name"),
        })
    }

    /// The domain of a burden, a target, money or an action: its own, or the one that all it is about share.
    pub fn domains<'a>(&'a self, entry: &'a Entry) -> Vec<&'a str> {
        if let Some(domain) = entry.word("domain") {
            return vec![domain];
        }
        let named = entry
            .references()
            .filter(|(field, _)| matches!(*field, "works_on" | "action" | "burden" | "from" | "to" | "of"));
        let mut domains: Vec<&str> = named.filter_map(|(_, id)| self.get(id)).flat_map(|it| self.domains(it)).collect();
        domains.sort_unstable();
        domains.dedup();
        domains
    }

    /// Changes by hand of a choice, oldest first; a later one of the same area replaces an earlier one, and both stay here.
    pub fn hand_made<'a>(&'a self, choice: &'a str) -> impl Iterator<Item = &'a HandMade> {
        self.hand_made.iter().filter(move |it| it.change.choice == choice)
    }

    /// Decisions on statements of a document, oldest first; of one role a later one on the same statement holds, and
    /// both stay here.
    pub fn decided<'a>(&'a self, document: &'a str) -> impl Iterator<Item = &'a Decided> {
        self.decided.iter().filter(move |it| it.decision.document == document)
    }

    /// Adopted versions, oldest first.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// Adopted versions of an area, oldest first.
    pub fn versions_of<'a>(&'a self, area: &'a str) -> impl Iterator<Item = &'a Version> {
        self.versions.iter().filter(move |version| version.adoption.area == area)
    }

    /// A version by its name, `WK990101-v2`.
    pub fn version(&self, name: &str) -> Option<&Version> {
        self.versions.iter().find(|version| version.adoption.name() == name)
    }

    /// Whether words of a thing were taken out.
    pub fn has_removed_words(entry: &Entry) -> bool {
        entry.values().any(|(_, value)| *value == Value::Removed)
    }
}
