// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Asks and what was found of them, as data.
//!
//! In: nothing; these are forms. Out: [`AnswerRow`], with a [`CandidateRow`] per place that comes near. **Invariant:**
//! each
//! has a quote and its place. Not here: how an answer is found (`answer/`).

use serde::{Deserialize, Serialize};

use super::{PlaceRow, RungRow};

/// An ask, and what was found of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerRow {
    /// Stays the same as long as the words of the ask do.
    pub key: String,
    /// From 1.
    pub ask: u32,
    /// `taken-up`, `partly`, `elsewhere`, `not-found`; of persons also `rejected`.
    pub verdict: String,
    /// `rules`, or the role of the person who decided.
    pub by: String,
    /// Where it was asked.
    pub asked: PlaceRow,
    /// The heading or sentence that makes it an ask.
    pub lead_in: Option<PlaceRow>,
    /// Which candidate the verdict is about.
    pub chosen: Option<usize>,
    /// Sentences and sentences of notes that were searched, and cells that were not.
    pub searched: [usize; 3],
    /// What comes nearest, the best first.
    pub candidates: Vec<CandidateRow>,
}

/// What comes near to an ask.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CandidateRow {
    /// Key of the statement; a footnote is none.
    pub key: Option<String>,
    /// 0 to 1.
    pub score: f64,
    /// Words that both have.
    pub words: Vec<String>,
    /// Words of the ask that this has not.
    pub unmet: Vec<String>,
    /// What keeps it from being the whole answer.
    pub remarks: Vec<RemarkRow>,
    /// What the verdict would be with this as the answer.
    pub verdict: String,
    /// The lowest rung of its ladder with money.
    pub rung: Option<String>,
    /// The lowest rung with money that is meant for it by name.
    pub earmarked: Option<String>,
    /// Where no money stands in it: the nearest of its ladder, and the nearest that is meant for it.
    #[serde(default)]
    pub money: Vec<RungRow>,
    /// Where it stands.
    pub place: PlaceRow,
}

impl CandidateRow {
    /// Whether the rules find nothing missing: no word of the ask, and no remark. Only then may it be called whole.
    pub fn is_whole(&self) -> bool {
        self.verdict == "taken-up" && self.unmet.is_empty() && self.remarks.is_empty()
    }
}

/// What keeps a candidate from being the whole answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemarkRow {
    /// `no-money`, `less-money`, `other-money` (over another kind of time), `no-term`, `later-term`, `other-term` (a
    /// length of time beside a year), `no-number`, `other-number`, `fewer-places`, `no-action`, `other-place`,
    /// `other-scale`, `no-area`, `other-domain`, `denied` (this denies what is asked), `given` (the ask wants it gone,
    /// and this gives it), `opposite`.
    pub what: String,
    /// As the ask has it.
    pub asked: Option<String>,
    /// As it stands here.
    pub given: Option<String>,
}
