// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a reader says of a statement.
//!
//! Invariant: a change says something, a rejection has a reason, and what the reader saw is kept with it, so that a
//! later recipe cannot make another thing of an old yes.

use std::collections::BTreeSet;

use super::day::Day;
use super::proposal::{Fields, Proposal};

/// What a reader does with a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// It is as the rules say.
    Accept,
    /// It is, with other values in these fields; an empty value takes one away.
    Change(Fields),
    /// It is no statement of this kind, and why.
    Reject(String),
}

impl Act {
    /// The word of [`Act::Accept`].
    pub const ACCEPT: &'static str = "accept";
    /// The word of [`Act::Change`].
    pub const CHANGE: &'static str = "change";
    /// The word of [`Act::Reject`].
    pub const REJECT: &'static str = "reject";

    /// Its word in files.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Accept => Self::ACCEPT,
            Self::Change(_) => Self::CHANGE,
            Self::Reject(_) => Self::REJECT,
        }
    }

    /// The words of all.
    pub(super) const WORDS: &'static str = "accept, change, reject";
}

/// A decision of one reader on one statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Key of the statement.
    pub key: String,
    /// SHA-256 of the document.
    pub document: String,
    /// Who reads: a role or a code, never needed to be a name.
    pub reader: String,
    /// The day of it.
    pub day: Day,
    /// What is done.
    pub act: Act,
    /// A remark; empty where there is none.
    pub note: String,
    /// The words that were judged.
    pub quote: String,
    /// What the rules proposed at that moment.
    pub seen: Fields,
}

/// The longest name of a reader, in bytes.
const LONGEST_READER: usize = 200;

impl Decision {
    /// A decision on a proposal as it is now.
    pub fn on(proposal: &Proposal, reader: &str, day: Day, act: Act) -> Self {
        Self {
            key: proposal.key.clone(),
            document: proposal.document.clone(),
            reader: reader.to_owned(),
            day,
            act,
            note: String::new(),
            quote: proposal.quote.clone(),
            seen: said(&proposal.fields),
        }
    }

    /// The statement as this reader has it; `None` where it is none.
    pub fn outcome(&self) -> Option<Fields> {
        let mut fields = said(&self.seen);
        match &self.act {
            Act::Accept => {}
            Act::Change(changes) => fields.extend(changes.clone()),
            Act::Reject(_) => return None,
        }
        fields.retain(|_, value| !value.is_empty());
        Some(fields)
    }

    /// The column and the case of what it lacks; `None` where it lacks nothing.
    pub(super) fn lacks(&self) -> Option<(&'static str, &'static str)> {
        match &self.act {
            Act::Reject(reason) if reason.trim().is_empty() => Some(("reason", "no-reason")),
            Act::Change(changes) if changes.is_empty() => Some(("act", "no-change")),
            _ => None,
        }
    }

    /// The column and the words that no file can hold; `None` where all can.
    pub(super) fn unwritable(&self) -> Option<(&'static str, &str)> {
        let reason = if let Act::Reject(reason) = &self.act { reason.as_str() } else { "" };
        let words = [("reason", reason), ("note", &*self.note)].into_iter();
        let shown = |text: &str| text.chars().all(|sign| !sign.is_control() || matches!(sign, '\n' | '\t'));
        words.chain([("reader", &*self.reader)]).find(|(column, text)| match *column {
            "reader" => !is_reader(text),
            _ => !shown(text),
        })
    }
}

/// A name on one line that a file gives back as it was.
pub(super) fn is_reader(text: &str) -> bool {
    let known = !text.is_empty() && text.trim() == text && text.len() <= LONGEST_READER;
    known && !text.chars().any(char::is_control)
}

/// Fields that say something.
pub(super) fn said(fields: &Fields) -> Fields {
    fields.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// All names of fields, of what was seen and of what was changed.
pub(super) fn names(decision: &Decision) -> BTreeSet<&str> {
    let changes = if let Act::Change(changes) = &decision.act { Some(changes.keys()) } else { None };
    decision.seen.keys().chain(changes.into_iter().flatten()).map(String::as_str).collect()
}
