// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Decisions on statements as the log has them, and back.
//!
//! In: what is agreed, or a decision. Out: decisions, or what the log takes. Invariant: what was said is kept as it was
//! said; words that were taken out of the log are not guessed. Not here: what follows from a decision (`kapstok-app`).

use std::collections::BTreeSet;

use kapstok_agenda::event::{DecisionAct, StatementDecision};
use kapstok_agenda::state::{Decided, State};
use kapstok_read::review::{Act, Day, Decision, Fields, Proposal};

/// Decisions in the log on the documents of these proposals, oldest first.
pub fn logged(state: &State, proposals: &[Proposal]) -> Vec<Decision> {
    let documents: BTreeSet<&str> = proposals.iter().map(|proposal| proposal.document.as_str()).collect();
    let mut found: Vec<&Decided> = documents.into_iter().flat_map(|document| state.decided(document)).collect();
    found.sort_by_key(|decided| decided.seq);
    let mut decisions: Vec<Decision> = Vec::new();
    for decided in found {
        match of_log(decided) {
            Some(decision) => decisions.push(decision),
            // What it said is gone, and so is what it replaced: an earlier decision does not hold again.
            None => decisions.retain(|it| it.key != decided.decision.key || it.reader != reader_of(decided)),
        }
    }
    decisions
}

/// What the log has of one reader on one statement, oldest first.
pub fn entries<'a>(state: &'a State, decision: &'a Decision) -> Vec<&'a Decided> {
    let mut found: Vec<&Decided> = state
        .decided(&decision.document)
        .filter(|it| it.decision.key == decision.key && it.by.as_deref() == Some(&decision.reader))
        .collect();
    found.sort_by_key(|decided| decided.seq);
    found
}

/// Whether an entry of the log is this decision, whatever the day of either. A remark that was taken out may have been
/// any; what else was taken out is not guessed.
pub fn is_of(decided: &Decided, decision: &Decision) -> bool {
    can_be(decided, decision, |known, made| known == made)
}

/// Whether the log has had this decision, and words or the name of it were taken out since: to write it again would bring
/// them back.
pub fn is_taken_out(state: &State, decision: &Decision) -> bool {
    let is_it = |it: &&Decided| {
        let is_lacking = [&it.decision.changes, &it.decision.reason, &it.decision.seen, &it.decision.note]
            .into_iter()
            .any(|words| *words == Some(None));
        let (is_own, is_nameless) = (it.by.as_deref() == Some(&decision.reader), it.by.is_none());
        it.decision.key == decision.key
            && (is_nameless || (is_own && is_lacking))
            && can_be(it, decision, |known, made| *known == Some(None) || known == made)
    };
    state.decided(&decision.document).any(|it| is_it(&it))
}

/// Words of the log: not there, taken out, or there.
type Said = Option<Option<String>>;

fn can_be(decided: &Decided, decision: &Decision, same: fn(&Said, &Said) -> bool) -> bool {
    let Some(made) = for_log(decision, decided.decision.page) else { return false };
    let known = &decided.decision;
    known.act == made.act
        && same(&known.seen, &made.seen)
        && same(&known.changes, &made.changes)
        && same(&known.reason, &made.reason)
        && (known.note == Some(None) || known.note == made.note)
        && (known.quote.is_none() || known.quote == made.quote)
}

/// Whose name was taken out stays one reader, and is none of those that have one.
fn reader_of(decided: &Decided) -> String {
    decided.by.clone().unwrap_or_else(|| format!("#{}", decided.seq))
}

/// A decision as the log has it; `None` where what it says was taken out.
fn of_log(decided: &Decided) -> Option<Decision> {
    let StatementDecision { document, key, read, act, quote, seen, changes, reason, note, .. } = &decided.decision;
    let words = |words: &Option<Option<String>>| words.clone().flatten().unwrap_or_default();
    let act = match act {
        // What was accepted or changed is what the rules said then.
        DecisionAct::Accept | DecisionAct::Change if *seen == Some(None) => return None,
        DecisionAct::Accept => Act::Accept,
        DecisionAct::Change => Act::Change(fields(changes.as_ref()?.as_deref()?)?),
        DecisionAct::Reject => Act::Reject(words(reason)),
    };
    Some(Decision {
        key: key.clone(),
        document: document.clone(),
        reader: reader_of(decided),
        day: Day::parse(&read.to_string())?,
        act,
        note: words(note),
        quote: quote.clone().unwrap_or_default(),
        seen: fields(&words(seen)).unwrap_or_default(),
    })
}

fn fields(text: &str) -> Option<Fields> {
    serde_json::from_str(text).ok()
}

/// A decision as the log takes it.
pub fn for_log(decision: &Decision, page: u32) -> Option<StatementDecision> {
    let words = |text: &str| (!text.is_empty()).then(|| Some(text.to_owned()));
    let object = |fields: &Fields| (!fields.is_empty()).then(|| serde_json::to_string(fields).ok());
    let (act, changes, reason) = match &decision.act {
        Act::Accept => (DecisionAct::Accept, None, None),
        Act::Change(changes) => (DecisionAct::Change, object(changes), None),
        Act::Reject(reason) => (DecisionAct::Reject, None, words(reason)),
    };
    Some(StatementDecision {
        document: decision.document.clone(),
        key: decision.key.clone(),
        page,
        read: kapstok_agenda::day::Day::parse(&decision.day.to_string())?,
        act,
        quote: Some(decision.quote.clone()),
        seen: object(&decision.seen),
        changes,
        reason,
        note: words(&decision.note),
    })
}

#[cfg(test)]
mod tests {
    use kapstok_agenda::event::{Event, What};

    use super::*;

    /// A statement, decided in each of the three ways, as the log gives it back.
    #[test]
    fn the_log_gives_back_what_was_decided_and_guesses_nothing_that_was_taken_out() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let proposal = Proposal {
            key: "0c".to_owned(),
            document: "d0".repeat(32),
            quote: "We will\nlook = at shops.".to_owned(),
            fields: [pair("commitment", "soft"), pair("actor", "a\nb = \"c\"")].into(),
            ..Proposal::default()
        };
        let acts = [
            Act::Accept,
            Act::Change([pair("commitment", ""), pair("unit", "shops=1")].into()),
            Act::Reject("no promise;\nonly a look".to_owned()),
        ];
        let Some(day) = Day::parse("2026-11-29") else { panic!() };
        let on = |act| Decision { note: "a note".to_owned(), ..Decision::on(&proposal, "reader-1", day, act) };
        let decisions = acts.map(on);
        let event = |what| Event {
            day: kapstok_agenda::day::Day::parse("2026-12-01").unwrap(),
            recorded: "2026-12-01T00:00:00Z".to_owned(),
            by: Some("reader-1".to_owned()),
            what,
        };
        let decided = |decision| What::StatementDecided(Box::new(for_log(decision, 4).unwrap()));
        let mut events = vec![event(What::Opened)];
        events.extend(decisions.iter().map(|decision| event(decided(decision))));
        assert_eq!(logged(&State::of(&events), std::slice::from_ref(&proposal)), decisions);

        let What::StatementDecided(change) = &mut events[2].what else { panic!() };
        change.changes = Some(None);
        let left = logged(&State::of(&events), std::slice::from_ref(&proposal));
        assert_eq!(left, [decisions[2].clone()], "what the change replaced does not hold again");

        let What::StatementDecided(accept) = &mut events[1].what else { panic!() };
        accept.seen = Some(None);
        events.truncate(2);
        assert!(logged(&State::of(&events), std::slice::from_ref(&proposal)).is_empty(), "accepted is what was seen");
    }
}
