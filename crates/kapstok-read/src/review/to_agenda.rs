// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What an accepted commitment or target becomes in an agenda: drafts, of which the app makes events of the log.
//!
//! In: standings. Out: [`PromiseDraft`]s and [`TargetDraft`]s. Invariant: only what all readers who decided accept
//! becomes a draft, with its quote and page; no draft names an indicator, and an area only where a person
//! picked it, for no document does so by code.
//! Not here: the log (`kapstok-agenda`), and the working out of a target per area.

use super::day::Day;
use super::merge::{Outcome, Standing};
use super::of_rows::nth;
use super::proposal::{Fields, Proposal};

/// A commitment for the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseDraft {
    /// Key of the statement.
    pub key: String,
    /// SHA-256 of the document.
    pub document: String,
    /// Its words; those of the promise.
    pub quote: String,
    /// Headings above it.
    pub section: Vec<String>,
    /// Page of the file.
    pub page: u32,
    /// Number printed on it.
    pub printed: Option<String>,
    /// How firm: `firm`, `soft`, or nothing for a target that no commitment goes with.
    pub commitment: Option<String>,
    /// Scales of areas that it speaks of; a person picks the areas.
    pub scales: Vec<String>,
    /// Codes of the areas that a person picked; no document names areas so.
    pub areas: Vec<String>,
    /// Domains; a promise has one, so a person picks where there are more.
    pub domains: Vec<String>,
    /// Who binds themselves.
    pub actor: Option<String>,
    /// By when.
    pub due: Due,
    /// The money that its words name, in order.
    pub money: Vec<MoneyDraft>,
    /// Readers who accept it.
    pub readers: Vec<String>,
    /// Where these words stand again in the agenda; see [`mark`].
    pub mark: String,
}

/// Money that the words of a promise name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyDraft {
    /// Which amount of the statement it is, from 1.
    pub nth: usize,
    /// How much, as the rules write it, or as a reader does.
    pub amount: String,
    /// Over which time, where that is said.
    pub period: Option<String>,
    /// Whether the rules say the same: then the words stand in the document.
    pub is_proposed: bool,
}

/// A target for the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetDraft {
    /// Key of the statement; the promise of the same key is what it belongs to.
    pub key: String,
    /// SHA-256 of the document.
    pub document: String,
    /// Its words.
    pub quote: String,
    /// Which target of the statement it is, from 1: stays the same when another of them becomes a fact.
    pub nth: usize,
    /// Page of the file.
    pub page: u32,
    /// Number printed on it.
    pub printed: Option<String>,
    /// How much can be held against it: `T1` to `T3`.
    pub grade: String,
    /// Aim or means: `outcome`, `parameter`.
    pub role: Option<String>,
    /// Domains.
    pub domains: Vec<String>,
    /// Areas, as of the promise: a target of an agenda is about one, so it becomes one for each.
    pub areas: Vec<String>,
    /// Who binds themselves.
    pub actor: Option<String>,
    /// How much, as the rules write it.
    pub quantity: Option<String>,
    /// Of what.
    pub unit: Option<String>,
    /// Which way, and whether to or by.
    pub direction: Option<String>,
    /// By when.
    pub due: Due,
    /// As of the promise.
    pub mark: String,
}

/// By when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// Nothing is said.
    Open,
    /// In this year, or at its end.
    Year(u16),
    /// By this day.
    Day(Day),
    /// What no day follows from; a person reads it.
    Other(String),
}

impl Due {
    /// Reads `2030`, `2030-06`, `2030-06-30`; and `P4Y` or `P18M`, which count from the day of the document, where that
    /// is known, and give a year.
    pub fn parse(text: &str, of_document: Option<Day>) -> Self {
        let year = || {
            let plain = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse().ok().filter(|year| plain && (1900..=2200).contains(year)).map(Self::Year)
        };
        let is_near = |day: &Day| (1900..=2200).contains(&day.year());
        let day = || Day::parse(text).or_else(|| Day::last_of_month(text)).filter(is_near).map(Self::Day);
        let length = || {
            let (number, months) = [("Y", 12_u16), ("M", 1)]
                .iter()
                .find_map(|(unit, months)| Some((text.strip_prefix('P')?.strip_suffix(unit)?, months)))?;
            let number: u16 = number.parse().ok().filter(|number| (1..=1200 / months).contains(number))?;
            Some(Self::Year(of_document?.year_after(number * months)))
        };
        match text {
            "" => Self::Open,
            text => year().or_else(day).or_else(length).unwrap_or_else(|| Self::Other(text.to_owned())),
        }
    }

    /// The year, for the field of a promise.
    pub fn year(&self) -> Option<u16> {
        match self {
            Self::Year(year) => Some(*year),
            Self::Day(day) => Some(day.year()),
            Self::Open | Self::Other(_) => None,
        }
    }

    /// The day, for the field of a target: the last one of a year.
    pub fn day(&self) -> Option<Day> {
        match self {
            Self::Year(year) => Day::parse(&format!("{year}-12-31")),
            Self::Day(day) => Some(*day),
            Self::Open | Self::Other(_) => None,
        }
    }
}

/// All drafts, in the order of the statements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts {
    /// Commitments, and targets without one: what was promised without a place is a promise too.
    pub promises: Vec<PromiseDraft>,
    /// Targets.
    pub targets: Vec<TargetDraft>,
}

/// Makes drafts of what is accepted. `of_document` is the day of the document, where it is known. A statement with
/// several targets gives them all: those after the first stand in `grade.2`, `unit.2` and so on. Facts are no targets.
pub fn drafts(standings: &[Standing<'_>], of_document: Option<Day>) -> Drafts {
    let mut drafts = Drafts::default();
    for standing in standings {
        let Outcome::Accepted(fields) = &standing.outcome else { continue };
        let said = |field: &str| fields.get(field).cloned();
        let commitment = said("commitment").filter(|word| word != "none");
        let of = |field: &str, n: usize| said(&nth(field, n));
        let targets: Vec<TargetDraft> = numbers(fields, "grade")
            .into_iter()
            .filter(|n| of("role", *n).as_deref() != Some("fact"))
            .filter_map(|n| Some(target(standing.proposal, fields, of("grade", n)?, n, of_document)))
            .collect();
        if commitment.is_none() && targets.is_empty() {
            continue;
        }
        let Proposal { key, document, quote, section, page, printed, .. } = standing.proposal.clone();
        drafts.promises.push(PromiseDraft {
            mark: mark(&key, &document),
            key,
            document,
            quote,
            section,
            page,
            printed,
            commitment,
            scales: list(fields, "scale"),
            areas: list(fields, "areas"),
            domains: list(fields, "domains"),
            actor: said("actor"),
            due: Due::parse(fields.get("deadline").map_or("", String::as_str), of_document),
            money: numbers(fields, "amount")
                .into_iter()
                .filter_map(|n| money(&standing.proposal.fields, fields, n))
                .collect(),
            readers: standing.decisions.iter().map(|decision| decision.reader.clone()).collect(),
        });
        drafts.targets.extend(targets);
    }
    drafts
}

fn target(proposal: &Proposal, fields: &Fields, grade: String, n: usize, of_document: Option<Day>) -> TargetDraft {
    let said = |field: &str| fields.get(&nth(field, n)).cloned();
    TargetDraft {
        key: proposal.key.clone(),
        document: proposal.document.clone(),
        quote: proposal.quote.clone(),
        nth: n,
        page: proposal.page,
        printed: proposal.printed.clone(),
        grade,
        role: said("role"),
        domains: list(fields, "domains"),
        areas: list(fields, "areas"),
        actor: fields.get("actor").cloned(),
        quantity: said("quantity"),
        unit: said("unit"),
        direction: said("direction"),
        due: Due::parse(said("deadline").as_deref().unwrap_or_default(), of_document),
        mark: mark(&proposal.key, &proposal.document),
    }
}

fn money(proposed: &Fields, fields: &Fields, n: usize) -> Option<MoneyDraft> {
    let of = |fields: &Fields| ["amount", "period"].map(|field| fields.get(&nth(field, n)).cloned());
    let is_proposed = of(proposed) == of(fields);
    let [amount, period] = of(fields);
    Some(MoneyDraft { nth: n, amount: amount?, period, is_proposed })
}

/// Which of a kind a statement has: `grade` is the first, `grade.2` the second. One that a reader took away does not take
/// away those behind it.
fn numbers(fields: &Fields, name: &str) -> Vec<usize> {
    let numbers = fields.keys().filter_map(|field| match field.strip_prefix(name)? {
        "" => Some(1),
        behind => behind.strip_prefix('.')?.parse().ok().filter(|n| *n > 1),
    });
    let mut numbers: Vec<usize> = numbers.collect();
    numbers.sort_unstable();
    numbers
}

fn list(fields: &Fields, field: &str) -> Vec<String> {
    let parts = fields.get(field).map_or("", String::as_str).split(',');
    parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Ends the source of a promise or the name of a target, so that the same statement is not entered twice.
pub fn mark(key: &str, document: &str) -> String {
    format!("[{}@{}]", key, document.get(..12).unwrap_or(document))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_becomes_a_year_or_a_day_or_is_left_to_a_person() {
        let document = Day::parse("2021-12-15");
        let cases = [
            ("2030", document, Some(2030), Some("2030-12-31")),
            ("2030-06-30", document, Some(2030), Some("2030-06-30")),
            ("P4Y", document, Some(2025), Some("2025-12-31")),
            ("P4Y", None, None, None), // From when, nobody said.
            ("P6M", document, Some(2022), Some("2022-12-31")),
            ("P0Y", document, None, None),
            ("P5000Y", document, None, None),
            ("2030-02", document, Some(2030), Some("2030-02-28")),
            ("2030-13", document, None, None),
            ("this term", document, None, None),
            ("2500", document, None, None),
            ("0203-06-30", document, None, None),
            ("+203", document, None, None),
            ("", document, None, None),
        ];
        for (text, of_document, year, day) in cases {
            let due = Due::parse(text, of_document);
            let found = (due.year(), due.day().map(|day| day.to_string()));
            assert_eq!(found, (year, day.map(str::to_owned)), "{text}");
        }
        assert_eq!(Due::parse("P4Y", None), Due::Other("P4Y".to_owned()));
        assert_eq!(Due::parse("", None), Due::Open);
    }
}
