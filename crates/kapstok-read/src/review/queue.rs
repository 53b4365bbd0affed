// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! In which order statements are looked at: undecided ones first, and what is most in doubt before the rest.
//!
//! Invariant: who reads blind sees nothing of what others decided, not in the order either.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::merge::{Outcome, Standing};
use super::proposal::Fields;

/// Through whose eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looked<'a> {
    /// Who sees all decisions.
    Open,
    /// This reader, who sees only their own.
    Blind(&'a str),
}

/// Where a statement stands in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Nobody decided; for who reads blind, not they.
    Undecided,
    /// Readers differ.
    Differs,
    /// Decided.
    Decided,
}

/// A statement in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its position among the proposals.
    pub at: usize,
    /// Where it stands.
    pub place: Place,
    /// Fields in doubt: the rules are not sure, readers differ, or the rules now say something else.
    pub doubts: BTreeSet<String>,
}

/// Which statements; an empty filter is all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A heading that it stands below.
    pub heading: Option<String>,
    /// Page of the file.
    pub page: Option<u32>,
    /// Where it stands in the queue.
    pub place: Option<Place>,
    /// Values that the rules gave; of a list, one of its parts.
    pub fields: Fields,
    /// Words in the quote, in any case of letters.
    pub words: Option<String>,
}

impl Filter {
    fn takes(&self, standing: &Standing<'_>, place: Place) -> bool {
        let proposal = standing.proposal;
        let has = |(field, value): (&String, &String)| {
            let found = proposal.fields.get(field).map_or("", String::as_str);
            found == value || found.split(',').any(|part| part == value)
        };
        self.heading.as_ref().is_none_or(|heading| proposal.section.contains(heading))
            && self.page.is_none_or(|page| proposal.page == page)
            && self.place.is_none_or(|wanted| wanted == place)
            && self.fields.iter().all(has)
            && self.words.as_ref().is_none_or(|words| proposal.quote.to_lowercase().contains(&words.to_lowercase()))
    }
}

/// The statements that pass, by place, then by number of fields in doubt, most first, then as they stand.
pub fn queue(standings: &[Standing<'_>], looked: Looked<'_>, filter: &Filter) -> Vec<Waiting> {
    let waiting = |(at, standing): (usize, &Standing<'_>)| {
        let mut doubts = standing.proposal.doubts.clone();
        let place = match (looked, &standing.outcome) {
            (Looked::Blind(reader), _) => match standing.decisions.iter().any(|it| it.reader == reader) {
                true => Place::Decided,
                false => Place::Undecided,
            },
            (Looked::Open, Outcome::Undecided) => Place::Undecided,
            (Looked::Open, Outcome::Accepted(_) | Outcome::Rejected) => {
                doubts.extend(standing.moved.iter().cloned());
                Place::Decided
            }
            (Looked::Open, Outcome::Differs(sides)) => {
                doubts.extend(standing.moved.iter().chain(sides.keys()).cloned());
                Place::Differs
            }
        };
        filter.takes(standing, place).then_some(Waiting { at, place, doubts })
    };
    let mut queue: Vec<Waiting> = standings.iter().enumerate().filter_map(waiting).collect();
    queue.sort_by_key(|it| (it.place, Reverse(it.doubts.len()), it.at));
    queue
}
