// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Documents that were read, as pages show them: what was counted, and the whole text with its marks.
//!
//! In: rows of `kapstok-read`. Out: a shelf of documents ([`Documents`]), and what is said of one: counts
//! ([`tally`]), promises ([`promises`]), text ([`marked`]), two of them side by side ([`beside`]). Invariant: nothing
//! is read anew here, and each sum is of rows that are shown.
//! Not here: how a document is read; which files a workspace has (`kapstok-app`).

pub mod beside;
pub mod decided;
pub mod judged;
pub mod marked;
pub mod promises;
pub mod said;
pub mod tally;
#[cfg(test)]
mod tests;

use kapstok_read::row::{AnswerRow, DocumentRows};
use serde::{Deserialize, Serialize};

use crate::manifest::Both;

/// All documents of a workspace, in the order in which they are shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Documents {
    /// Hash of all that decides what was read of them; empty where nobody keeps that.
    #[serde(default)]
    pub made_of: String,
    /// Each has an id of its own.
    pub all: Vec<Shown>,
}

/// A document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// Part of its address.
    pub id: String,
    /// What people call it.
    pub title: Both,
    /// Whether it asks or promises.
    pub kind: Kind,
    /// What was read of it.
    pub rows: DocumentRows,
    /// What was found of its asks; for a document that promises nothing.
    pub answers: Vec<AnswersTo>,
}

/// What a document does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It promises: an agreement, a programme, a plan.
    Agreement,
    /// It asks: a manifesto, a motion, a petition.
    Ask,
}

/// What an agreement says to the asks of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswersTo {
    /// Id of the document that promises.
    pub agreement: String,
    /// One per ask.
    pub rows: Vec<AnswerRow>,
}

impl Documents {
    /// The document of an id.
    pub fn find(&self, id: &str) -> Option<&Shown> {
        self.all.iter().find(|document| document.id == id)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}
