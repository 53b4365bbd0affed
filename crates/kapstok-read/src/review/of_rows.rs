// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What of a document is for a person to decide: the statements that promise, aim, cost or name an area, and the
//! answers to asks.
//!
//! In: rows of a document, and answers to the asks of another. Out: [`Proposal`]s in reading order, asks behind them.
//! Invariant: each has its quote and place as the rows have them; a value is on one line. Not here: what a person says.

use super::proposal::{Fields, Proposal, Vocabulary};
use crate::reading::key;
use crate::row::{AnswerRow, DocumentRows, HeadRow, StatementRow};

/// What a proposal is about; it may be about several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Somebody binds themselves.
    Commitment,
    /// An aim, a parameter or a fact with a number.
    Target,
    /// Money.
    Money,
    /// It is framed by area.
    Area,
    /// An ask, and what answers it.
    Ask,
}

impl Kind {
    /// All, in the order in which pages name them.
    pub const ALL: [Self; 5] = [Self::Commitment, Self::Target, Self::Money, Self::Area, Self::Ask];

    /// In one word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Commitment => "commitment",
            Self::Target => "target",
            Self::Money => "money",
            Self::Area => "area",
            Self::Ask => "ask",
        }
    }

    /// Whether the rules say so of a proposal.
    pub fn is_of(self, proposal: &Proposal) -> bool {
        let has = |field: &str| proposal.fields.contains_key(field);
        match self {
            Self::Commitment => has("commitment"),
            Self::Target => has("grade"),
            Self::Money => has("amount"),
            Self::Area => matches!(proposal.fields.get("framing").map(String::as_str), Some("area" | "both")),
            Self::Ask => has("verdict"),
        }
    }
}

/// What may stand in the fields of a document.
pub fn vocabulary(head: &HeadRow) -> Vocabulary {
    let ids = |all: &'_ [crate::row::Named]| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    let (domains, scales) = (ids(&head.domains), ids(&head.scales));
    Vocabulary::of(domains.iter().map(String::as_str), scales.iter().map(String::as_str))
}

/// What is for a person to decide.
pub fn proposals(rows: &DocumentRows, answers: &[AnswerRow]) -> Vec<Proposal> {
    let is_meant = |one: &StatementRow| {
        one.commitment.is_some() || !one.targets.is_empty() || !one.money.is_empty() || !one.areas.is_empty()
    };
    let statements = rows.statements.iter().enumerate().filter(|(_, one)| is_meant(one));
    let mut all: Vec<Proposal> = statements.map(|(at, one)| of_statement(rows, at, one)).collect();
    all.extend(answers.iter().map(|answer| of_answer(answer, &rows.document.sha256)));
    all
}

fn of_statement(rows: &DocumentRows, at: usize, one: &StatementRow) -> Proposal {
    let place = &one.place;
    // What stands near it in the same section: elsewhere is another matter.
    let near = |at: Option<usize>| {
        let near = rows.statements.get(at?)?;
        (near.place.section == place.section).then(|| near.place.quote.clone())
    };
    Proposal {
        key: one.key.clone(),
        document: place.document.clone(),
        quote: place.quote.clone(),
        section: place.section.clone(),
        page: place.pdf_page,
        printed: place.page.clone(),
        before: near(at.checked_sub(1)).unwrap_or_default(),
        after: near(Some(at + 1)).unwrap_or_default(),
        fields: fields(one),
        doubts: doubts(one).map(str::to_owned).collect(),
    }
}

fn fields(one: &StatementRow) -> Fields {
    let mut fields = Fields::new();
    let mut say = |name: &str, value: Option<&str>| {
        let value = one_line(value.unwrap_or_default());
        if !value.is_empty() {
            fields.insert(name.to_owned(), value);
        }
    };
    let mut domains: Vec<&str> = one.domains.iter().map(|domain| domain.id.as_str()).collect();
    domains.sort_unstable();
    domains.dedup();
    say("framing", Some(&one.framing));
    say("scale", one.scale.as_deref());
    say("domains", Some(&domains.join(",")));
    if let Some(commitment) = &one.commitment {
        say("commitment", Some(&commitment.strength));
        say("actor", commitment.actor.as_deref());
    }
    for (n, target) in (1..).zip(&one.targets) {
        let mut say = |name: &str, value: Option<&str>| say(&nth(name, n), value);
        say("grade", Some(&target.grade));
        say("role", Some(&target.role));
        say("quantity", target.quantity.map(|quantity| quantity.to_string()).as_deref());
        say("unit", target.unit.as_deref());
        say("direction", target.direction.as_deref());
        say("deadline", target.deadline.as_deref());
    }
    for (n, money) in (1..).zip(&one.money) {
        let to = money.to.map(|to| format!("-{to}")).unwrap_or_default();
        say(&nth("amount", n), Some(&format!("{} {}{to}", money.currency, money.amount)));
        say(&nth("period", n), money.period.as_deref());
    }
    fields
}

/// `unit`, and `unit.2` of the second.
pub(super) fn nth(name: &str, n: usize) -> String {
    if n == 1 { name.to_owned() } else { format!("{name}.{n}") }
}

/// Fields of which the rules are not sure.
fn doubts(one: &StatementRow) -> impl Iterator<Item = &'static str> {
    let is_soft = one.commitment.as_ref().is_some_and(|commitment| commitment.strength == "soft");
    let takes_up = one.areas.iter().any(|area| area.refers_to.is_some());
    let is_rest = one.domains.iter().all(|domain| domain.by != "words");
    let is_bare = one.targets.iter().any(|target| target.quantity.is_none());
    let all = [(is_soft, "commitment"), (takes_up, "framing"), (is_rest, "domains"), (is_bare, "grade")];
    all.into_iter().filter_map(|(is_so, field)| is_so.then_some(field))
}

/// The key of what one agreement says to an ask.
///
/// * `agreement`: SHA-256 of the document that promises.
pub fn key_of_answer(agreement: &str, answer: &AnswerRow) -> String {
    key(agreement, "answer", &answer.key, 0)
}

/// An ask with what one agreement says of it: of another agreement it is another thing to decide.
fn of_answer(answer: &AnswerRow, agreement: &str) -> Proposal {
    let asked = &answer.asked;
    let chosen = answer.chosen.and_then(|chosen| answer.candidates.get(chosen));
    let mut fields = Fields::from([("verdict".to_owned(), answer.verdict.clone())]);
    if let Some(chosen) = chosen {
        fields.insert("answer".to_owned(), one_line(&chosen.place.quote));
    }
    let is_clear = matches!(answer.verdict.as_str(), "taken-up" | "not-found");
    Proposal {
        key: key_of_answer(agreement, answer),
        document: asked.document.clone(),
        quote: asked.quote.clone(),
        section: asked.section.clone(),
        page: asked.pdf_page,
        printed: asked.page.clone(),
        before: answer.lead_in.as_ref().map(|place| place.quote.clone()).unwrap_or_default(),
        after: String::new(),
        fields,
        doubts: (!is_clear).then(|| "verdict".to_owned()).into_iter().collect(),
    }
}

/// Words with one blank between them, and no sign that no page shows.
fn one_line(text: &str) -> String {
    let shown = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect::<String>();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}
