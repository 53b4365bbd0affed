// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What happens to an agenda, one event after the other. Nothing is ever changed but by a later event.
//!
//! In: what a person did. Out: an [`Event`], which the [`log`](crate::log) chains to those before. Not here: whether an
//! event fits what is known so far (`state.rs`).

use crate::day::Day;
use crate::entry::{Entry, Id};

/// Something that happened, with who says so and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day since which it holds.
    pub day: Day,
    /// When it was written down (UTC, `2024-03-18T09:30:00Z`). Order is that of the log, not of clocks.
    pub recorded: String,
    /// The role that says it (`secretary`, `GGD`): `None` once that was taken out of the log.
    pub by: Option<String>,
    /// What happened.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The log begins.
    Opened,
    /// A thing is as this entry says, from now on.
    Set(Entry),
    /// A thing is no longer part of the agenda.
    Withdrawn {
        /// Which.
        id: Id,
        /// Why.
        reason: Words,
    },
    /// The agenda of an area was adopted: a version that everything later is held against.
    Adopted(Adoption),
    /// An area was put into a choice, or taken out of it, by hand.
    ChoiceChanged(ChoiceChange),
    /// A reader decided on a statement of a document.
    StatementDecided(Box<StatementDecision>),
    /// Words of an earlier event were taken out; that they stood there stays visible.
    Redacted {
        /// Which event.
        seq: u64,
        /// Which words of it: a field, `by` or `reason`.
        field: String,
        /// Why.
        reason: Words,
    },
}

/// Words that may have been taken out of the log since.
pub type Words = Option<String>;

/// A change by hand of what a rule chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceChange {
    /// Id of the rule.
    pub choice: String,
    /// SHA-256 of the text of the rule that it changes.
    pub rule: String,
    /// Code of the area.
    pub area: String,
    /// Whether it is in from now on, or out.
    pub inside: bool,
    /// Why.
    pub reason: Words,
}

/// What a reader says of a statement that the rules found in a document. Who reads is the role of the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementDecision {
    /// SHA-256 of the document.
    pub document: String,
    /// Key of the statement in it.
    pub key: String,
    /// Page of the file, from 1.
    pub page: u32,
    /// The day on which it was read; the event may be written down later.
    pub read: Day,
    /// What is done with it.
    pub act: DecisionAct,
    /// Its words, as they were judged.
    pub quote: Words,
    /// What the rules said of it at that moment, by field, as a JSON object; nothing where they said nothing.
    pub seen: Option<Words>,
    /// What the reader says instead, in the same form; an empty value takes one away.
    pub changes: Option<Words>,
    /// Why it is rejected.
    pub reason: Option<Words>,
    /// A remark.
    pub note: Option<Words>,
}

/// What a reader does with a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecisionAct {
    /// It is as the rules say.
    Accept,
    /// It is, with other values.
    Change,
    /// It is none.
    Reject,
}

impl DecisionAct {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Accept, Self::Change, Self::Reject];

    /// Its word in the log and in keys of the texts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Change => "change",
            Self::Reject => "reject",
        }
    }
}

impl StatementDecision {
    /// Its words by the name of their field, those that were taken out left out.
    pub fn words(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let quote = self.quote.as_deref().map(|quote| ("quote", quote));
        let others = [("seen", &self.seen), ("changes", &self.changes), ("reason", &self.reason), ("note", &self.note)];
        let others = others.into_iter().filter_map(|(name, words)| Some((name, words.as_ref()?.as_deref()?)));
        quote.into_iter().chain(others)
    }
}

/// A version of the agenda of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// Code of the area.
    pub area: String,
    /// Its number, from 1.
    pub version: u32,
    /// Why there is a new version; the first one needs none.
    pub reason: Option<Words>,
    /// Name of the build whose figures it rests on.
    pub data: Option<String>,
    /// Hashes of the recipes, in the order of their names.
    pub recipes: Vec<String>,
    /// Hash of the choice by which the area was chosen, where one was recorded.
    pub choice: Option<String>,
    /// Figures of that moment for every indicator that a target or a burden names: the frozen baseline.
    pub baseline: Vec<Baseline>,
}

/// A figure as it stood when a version was adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// Id of the indicator.
    pub indicator: String,
    /// What the figure is about.
    pub period: String,
    /// The figure as a decimal number; `None` where there was none.
    pub value: Option<String>,
}

impl Adoption {
    /// Its name: `WK990101-v2`.
    pub fn name(&self) -> String {
        format!("{}-v{}", self.area, self.version)
    }
}

impl What {
    /// Its word in the log and in keys of the texts.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Set(_) => "set",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Adopted(_) => "adopted",
            Self::ChoiceChanged(_) => "choice-changed",
            Self::StatementDecided(_) => "statement-decided",
            Self::Redacted { .. } => "redacted",
        }
    }
}
