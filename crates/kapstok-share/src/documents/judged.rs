// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What persons decided about the statements and asks of a document, for pages and for programs.
//!
//! In: what is agreed, and what the rules propose. Out: [`Judged`] by key; answers with the verdict of persons
//! ([`answers`]); sentences ([`sentences`]). Invariant: where readers differ the rules stand, and that is said. Not here:
//! how decisions come into the log (`kapstok-app`).

use std::collections::BTreeMap;

use kapstok_agenda::state::State;
use kapstok_read::review::{Act, Decision, Outcome, Proposal, key_of_answer, merge, proposals};
use kapstok_read::row::{AnswerRow, DocumentRows, HeadRow};

use super::decided::logged;
use super::said;
use crate::day::day;
use crate::words::Words;

/// What persons made of one statement or answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// What they come to together.
    pub outcome: Outcome,
    /// The last decision of each reader, in the order of readers.
    pub decisions: Vec<Decision>,
}

/// The verdict where persons reject what the rules propose, and say nothing else.
pub const REJECTED: &str = "rejected";
/// In the place of a role that was taken out of the log.
const NAMELESS: &str = "nameless";

/// The role of who decided; `None` where it was taken out of the log.
pub fn role(decision: &Decision) -> Option<&str> {
    Some(decision.reader.as_str()).filter(|reader| !reader.starts_with('#'))
}

/// By key of the proposal; a statement on which nobody decided is not there.
pub type ByKey = BTreeMap<String, Judged>;

/// What persons made of the statements of a document.
pub fn statements(state: Option<&State>, rows: &DocumentRows) -> ByKey {
    state.map(|state| judged(state, &proposals(rows, &[]))).unwrap_or_default()
}

/// What an agreement says to asks, with the verdict of persons where they have one, and what they decided.
pub fn answers(state: Option<&State>, agreement: &DocumentRows, rules: &[AnswerRow]) -> (Vec<AnswerRow>, ByKey) {
    let Some(state) = state else { return (rules.to_vec(), ByKey::new()) };
    let mut of_asks = proposals(agreement, rules);
    of_asks.retain(|proposal| proposal.fields.contains_key("verdict"));
    let judged = judged(state, &of_asks);
    let decided = |rules: &AnswerRow| {
        let Some(judged) = judged.get(&key_of_answer(&agreement.document.sha256, rules)) else { return rules.clone() };
        let verdict = match &judged.outcome {
            Outcome::Accepted(fields) => fields.get("verdict").map(String::as_str),
            Outcome::Rejected => Some(REJECTED),
            Outcome::Undecided | Outcome::Differs(_) => None,
        };
        let Some(verdict) = verdict else { return rules.clone() };
        let readers: Vec<&str> = judged.decisions.iter().map(|it| role(it).unwrap_or(NAMELESS)).collect();
        AnswerRow { verdict: verdict.to_owned(), by: readers.join(", "), ..rules.clone() }
    };
    (rules.iter().map(decided).collect(), judged)
}

fn judged(state: &State, proposals: &[Proposal]) -> ByKey {
    let decisions = logged(state, proposals);
    let standings = merge(proposals, &decisions).standings;
    let judged = standings.into_iter().filter(|standing| !standing.decisions.is_empty()).map(|standing| {
        let decisions = standing.decisions.into_iter().cloned().collect();
        (standing.proposal.key.clone(), Judged { outcome: standing.outcome, decisions })
    });
    judged.collect()
}

/// What each reader decided, one sentence each; where they differ, that.
pub fn sentences(judged: &Judged, head: &HeadRow, words: &Words) -> Vec<String> {
    let one = |decision: &Decision| {
        let (on, act) = (day(&decision.day.to_string(), words), words.word("review-act", decision.act.word()));
        let facts = [("role", &*reader(decision, words)), ("act", &act), ("day", &on)];
        match &decision.act {
            Act::Reject(reason) if !reason.is_empty() => {
                words.say("documents-judged-more", &[&facts[..], &[("more", reason)]].concat())
            }
            Act::Change(changes) => {
                let changed = |(field, value): (&String, &String)| changed(field, value, head, words);
                let changes = changes.iter().map(changed).collect::<Vec<_>>().join("; ");
                words.say("documents-judged-more", &[&facts[..], &[("more", &changes)]].concat())
            }
            Act::Accept | Act::Reject(_) => words.say("documents-judged", &facts),
        }
    };
    let differ = matches!(judged.outcome, Outcome::Differs(_)).then(|| words.say("documents-judged-differs", &[]));
    judged.decisions.iter().map(one).chain(differ).collect()
}

/// A role; whose name was taken out of the log is called so.
fn reader(decision: &Decision, words: &Words) -> String {
    role(decision).map_or_else(|| words.say("documents-judged-nameless", &[]), str::to_owned)
}

/// A field and what a reader put into it.
fn changed(field: &str, value: &str, head: &HeadRow, words: &Words) -> String {
    let base = field.split_once('.').map_or(field, |(base, _)| base);
    let name = words.word("review-field", base);
    match value {
        "" => words.say("documents-judged-taken-away", &[("field", &name)]),
        value => {
            let parts: Vec<String> = match base {
                "domains" | "scale" => value.split(',').map(|part| said::field(head, base, part, words)).collect(),
                _ => vec![said::field(head, base, value, words)],
            };
            format!("{name}: {}", parts.join(", "))
        }
    }
}

/// How many of the statements of a document were decided, and how many of these were rejected or are disputed.
pub fn in_short(judged: &ByKey, words: &Words) -> String {
    let n = |is_meant: &dyn Fn(&Outcome) -> bool| {
        judged.values().filter(|judged| is_meant(&judged.outcome)).count().to_string()
    };
    let accepted = n(&|outcome| matches!(outcome, Outcome::Accepted(_)));
    let (rejected, differ) =
        (n(&|outcome| *outcome == Outcome::Rejected), n(&|outcome| matches!(outcome, Outcome::Differs(_))));
    let facts =
        [("n", &*judged.len().to_string()), ("accepted", &accepted), ("rejected", &rejected), ("differ", &differ)];
    match judged.is_empty() {
        true => words.say("documents-judged-none", &[]),
        false => words.say("documents-judged-n", &facts),
    }
}
