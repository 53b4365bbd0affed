// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What stands of each statement after the decisions of one reader or more.
//!
//! Invariant: readers who say different things are never made into one; the statement differs until they agree. A
//! decision on a statement that a later recipe no longer proposes is kept apart, never dropped.

use std::collections::{BTreeMap, BTreeSet};

use super::decision::{Decision, said};
use super::proposal::{Fields, Proposal};

/// Beside the fields: whether a reader takes it for a statement at all, `accept` or `reject`.
pub const ACT: &str = "act";

/// Who says which value; an empty one says that there is none.
pub type Sides = BTreeMap<String, Vec<String>>;

/// What the readers together make of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody decided.
    Undecided,
    /// All who decided say this.
    Accepted(Fields),
    /// All who decided reject it.
    Rejected,
    /// They differ: per field, and for [`ACT`], who says what.
    Differs(BTreeMap<String, Sides>),
}

/// A statement with what was decided of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// What the rules say now.
    pub proposal: &'a Proposal,
    /// The last decision of each reader, in the order of readers.
    pub decisions: Vec<&'a Decision>,
    /// What they come to.
    pub outcome: Outcome,
    /// Fields of which the rules now say something else than a reader saw. The decision holds.
    pub moved: BTreeSet<String>,
}

/// All statements, and what belongs to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged<'a> {
    /// In the order of the proposals.
    pub standings: Vec<Standing<'a>>,
    /// Decisions on statements that are not proposed now, in their order.
    pub apart: Vec<&'a Decision>,
}

/// Puts decisions to proposals. Of one reader the last decision on a statement counts.
pub fn merge<'a>(proposals: &'a [Proposal], decisions: &'a [Decision]) -> Merged<'a> {
    let keys: BTreeSet<&str> = proposals.iter().map(|proposal| proposal.key.as_str()).collect();
    let mut by_key: BTreeMap<&str, BTreeMap<&str, &Decision>> = BTreeMap::new();
    let mut apart = Vec::new();
    for decision in decisions {
        match keys.contains(decision.key.as_str()) {
            true => drop(by_key.entry(&decision.key).or_default().insert(&decision.reader, decision)),
            false => apart.push(decision),
        }
    }
    let standing = |proposal: &'a Proposal| {
        let decisions: Vec<&Decision> =
            by_key.get(proposal.key.as_str()).map(|of| of.values().copied().collect()).unwrap_or_default();
        let now = said(&proposal.fields);
        let moved = decisions.iter().flat_map(|decision| differing(&now, &decision.seen)).collect();
        Standing { proposal, outcome: outcome(&decisions), decisions, moved }
    };
    Merged { standings: proposals.iter().map(standing).collect(), apart }
}

/// Names of fields that do not say the same; saying nothing is the same as not being there.
fn differing(one: &Fields, other: &Fields) -> BTreeSet<String> {
    let names = one.keys().chain(other.keys());
    let value = |fields: &Fields, name: &String| fields.get(name).cloned().unwrap_or_default();
    names.filter(|name| value(one, name) != value(other, name)).cloned().collect()
}

fn outcome(decisions: &[&Decision]) -> Outcome {
    let outcomes: Vec<(&str, Option<Fields>)> =
        decisions.iter().map(|decision| (decision.reader.as_str(), decision.outcome())).collect();
    let Some((_, first)) = outcomes.first() else { return Outcome::Undecided };
    if outcomes.iter().all(|(_, outcome)| outcome == first) {
        return first.clone().map_or(Outcome::Rejected, Outcome::Accepted);
    }
    let mut sides: BTreeMap<String, Sides> = BTreeMap::new();
    let mut say = |name: &str, value: &str, reader: &str| {
        let of = sides.entry(name.to_owned()).or_default();
        of.entry(value.to_owned()).or_default().push(reader.to_owned());
    };
    let names: BTreeSet<&String> = outcomes.iter().filter_map(|(_, it)| it.as_ref()).flat_map(BTreeMap::keys).collect();
    for (reader, outcome) in &outcomes {
        say(ACT, if outcome.is_some() { "accept" } else { "reject" }, reader);
        for name in outcome.iter().flat_map(|_| &names) {
            say(name, outcome.as_ref().and_then(|it| it.get(*name)).map_or("", String::as_str), reader);
        }
    }
    sides.retain(|_, sides| sides.len() > 1);
    Outcome::Differs(sides)
}
