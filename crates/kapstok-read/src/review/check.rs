// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Decisions of a file held against the proposals: whether there is such a statement, and whether its words are the
//! same.
//!
//! Invariant: of one reader at most one decision on a statement stands, the last of the file; what is refused is told.

use std::collections::{BTreeMap, BTreeSet};

use super::decision::{Act, Decision};
use super::problem::Problem;
use super::proposal::{Proposal, Vocabulary};

/// A decision with the row of the file that it stood in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// From 1, titles counted.
    pub row: usize,
    /// What stood there.
    pub decision: Decision,
}

/// The decisions that count, in the order of the proposals and then of readers; and what is wrong with the others.
pub fn check(rows: Vec<Row>, proposals: &[Proposal], vocabulary: &Vocabulary) -> (Vec<Decision>, Vec<Problem>) {
    let documents: BTreeSet<&str> = proposals.iter().map(|proposal| proposal.document.as_str()).collect();
    let by_key: BTreeMap<&str, (usize, &Proposal)> =
        proposals.iter().enumerate().rev().map(|(at, it)| (it.key.as_str(), (at, it))).collect();
    let mut problems = Vec::new();
    let mut stand: BTreeMap<(usize, String), Row> = BTreeMap::new();
    for Row { row, decision } in rows {
        let proposal = match by_key.get(decision.key.as_str()) {
            _ if !documents.contains(decision.document.as_str()) => {
                problems.push(Problem::other_document(row, &decision.document));
                continue;
            }
            None => {
                problems.push(Problem::unknown(row, &decision.key));
                continue;
            }
            Some((_, proposal)) if proposal.document != decision.document => {
                problems.push(Problem::other_document(row, &decision.document));
                continue;
            }
            Some(proposal) => *proposal,
        };
        match held(row, decision, proposal.1, vocabulary) {
            Err(doubts) => problems.extend(doubts),
            Ok(decision) => {
                let place = (proposal.0, decision.reader.clone());
                if let Some(earlier) = stand.get(&place) {
                    problems.push(Problem::twice(row, earlier.row, &decision.reader));
                }
                stand.insert(place, Row { row, decision });
            }
        }
    }
    (stand.into_values().map(|row| row.decision).collect(), problems)
}

/// A decision in its one spelling, or everything that is wrong with it.
fn held(
    row: usize,
    decision: Decision,
    proposal: &Proposal,
    vocabulary: &Vocabulary,
) -> Result<Decision, Vec<Problem>> {
    let mut problems = Vec::new();
    // A spreadsheet breaks lines; words it leaves alone.
    if !decision.quote.split_whitespace().eq(proposal.quote.split_whitespace()) {
        problems.push(Problem::quote(row, &decision.quote, &proposal.quote));
    }
    if let Some((column, case)) = decision.lacks() {
        problems.push(Problem::incomplete(row, column, case));
    }
    if let Some((column, found)) = decision.unwritable() {
        problems.push(Problem::value(row, column, &found.escape_debug().to_string(), ""));
    }
    let mut act = decision.act;
    if let Act::Change(changes) = &mut act {
        for (field, value) in changes.iter_mut() {
            match vocabulary.spelled(field, value) {
                Some(spelled) => *value = spelled,
                None => {
                    let column = format!("change.{field}");
                    problems.push(Problem::value(row, &column, value, &vocabulary.allowed(field)));
                }
            }
        }
    }
    match problems.is_empty() {
        true => Ok(Decision { act, quote: proposal.quote.clone(), ..decision }),
        false => Err(problems),
    }
}
