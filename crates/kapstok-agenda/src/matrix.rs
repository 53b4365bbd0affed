// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The coverage matrix: burdens, links and strengths of an area against organisations, with what each does and pays.
//!
//! In: a [`State`] and an area. Out: a [`Matrix`]. Invariant: an action on two things stands in two rows, its money is said to
//! be shared by them, and no sum over rows counts it twice.

use std::collections::BTreeSet;

use crate::day::Day;
use crate::entry::{Entry, Id, Noun, Value};
use crate::holes::organisations;
use crate::state::State;

/// Rows and columns with cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// Burdens, then links, then strengths, then `None`: actions that name nothing.
    pub rows: Vec<Option<Id>>,
    /// Organisations that have a part in any action, then `None` where an action has none.
    pub columns: Vec<Option<Id>>,
    /// `[n_rows][n_columns]`.
    pub cells: Vec<Vec<MatrixCell>>,
    /// What the whole area has in that year, each line of money once.
    pub total: Sum,
    /// The year of all money in it; `None` where there is none.
    pub year: Option<u16>,
}

/// Actions of an organisation on a burden or link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixCell {
    /// Actions, by number, with the part that the organisation has.
    pub actions: Vec<(Id, Role)>,
    /// Money of these actions that comes from this organisation.
    pub sum: Sum,
    /// Whether some of this money also stands in another row.
    pub is_shared: bool,
}

/// The part that an organisation has in an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// It answers for the action.
    Owner,
    /// It takes part.
    Partner,
    /// It pays.
    Funder,
}

impl Role {
    /// Its word in keys of the texts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Partner => "partner",
            Self::Funder => "funder",
        }
    }
}

/// Euros and posts that are known, and how many amounts are not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Cents that are known.
    pub cents: u64,
    /// Amounts of euros that nobody knows.
    pub euros_unknown: usize,
    /// Thousandths of a full-time post that are known.
    pub posts: u64,
    /// Numbers of posts that nobody knows.
    pub posts_unknown: usize,
}

impl Sum {
    /// Adds a line of money.
    pub fn add(&mut self, capacity: &Entry) {
        match capacity.value("euros") {
            Some(Value::Whole(cents)) => self.cents += cents,
            Some(Value::Unknown) => self.euros_unknown += 1,
            _ => {}
        }
        match capacity.value("posts") {
            Some(Value::Whole(posts)) => self.posts += posts,
            Some(Value::Unknown) => self.posts_unknown += 1,
            _ => {}
        }
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The year whose money is shown: the newest that is not after the last change of the agenda; else the first.
pub fn year_shown(state: &State, area: &str) -> Option<u16> {
    let year = |it: &Entry| it.whole("year").and_then(|year| u16::try_from(year).ok());
    let mut years: Vec<u16> = state.of_area(Noun::Capacity, area).filter_map(year).collect();
    years.sort_unstable();
    let now = state.newest_day().map_or(u16::MAX, Day::year);
    years.iter().rev().find(|year| **year <= now).or(years.first()).copied()
}

/// Money of one year, each sum in the furthest stage that it has come to: stages of one sum, and years, are never added up.
pub fn furthest(state: &State, area: &str, year: u16) -> Vec<Id> {
    let mut lines: Vec<Id> = Vec::new();
    let of_year = |it: &&Entry| it.whole("year") == Some(u64::from(year));
    let all: Vec<&Entry> = state.of_area(Noun::Capacity, area).filter(of_year).collect();
    for capacity in &all {
        let same = |other: &&&Entry| {
            ["action", "promise", "source"].iter().all(|field| other.value(field) == capacity.value(field))
        };
        if !all.iter().filter(same).any(|other| stage(other) > stage(capacity)) {
            lines.push(capacity.id());
        }
    }
    lines
}

/// How far money has come, as a number that grows.
pub(crate) fn stage(capacity: &Entry) -> usize {
    let word = capacity.word("stage").unwrap_or_default();
    crate::entry::STAGES.iter().position(|known| *known == word).unwrap_or(0)
}

/// The matrix of an area, with the money of one year ([`year_shown`]).
///
/// Where money of one action and source stands in several stages, the furthest one counts.
pub fn matrix(state: &State, area: &str) -> Matrix {
    let year = year_shown(state, area);
    let burdens = |side: &'static str| {
        state.of_area(Noun::Burden, area).filter(move |it| it.word("side") == Some(side)).map(Entry::id)
    };
    let links = state.of_area(Noun::Link, area).map(Entry::id);
    let mut rows: Vec<Option<Id>> = burdens("burden").chain(links).chain(burdens("strength")).map(Some).collect();
    let actions: Vec<&Entry> = state.of_area(Noun::Action, area).collect();
    let subjects = |action: &Entry| -> Vec<Option<Id>> {
        let known = action.many("works_on").iter().copied().map(Some).filter(|id| rows.contains(id));
        let known: Vec<Option<Id>> = known.collect();
        if known.is_empty() { vec![None] } else { known }
    };
    let subjects: Vec<Vec<Option<Id>>> = actions.iter().map(|action| subjects(action)).collect();
    if subjects.iter().any(|of| of.contains(&None)) {
        rows.push(None);
    }
    let known = |action: &&Entry| organisations(action).filter(|id| state.get(*id).is_some()).collect::<Vec<Id>>();
    let part: Vec<Vec<Id>> = actions.iter().map(known).collect();
    let mut columns: BTreeSet<Id> = part.iter().flatten().copied().collect();
    let lines: Vec<&Entry> = year
        .map(|year| furthest(state, area, year))
        .unwrap_or_default()
        .into_iter()
        .filter_map(|id| state.get(id))
        .collect();
    let of_action = |id: Id| lines.iter().copied().filter(move |line| line.one("action") == Some(id));
    columns.extend(actions.iter().flat_map(|it| of_action(it.id())).filter_map(|line| source(state, line)));
    let mut columns: Vec<Option<Id>> = columns.into_iter().map(Some).collect();
    let is_nobody =
        |at: usize| part[at].is_empty() || of_action(actions[at].id()).any(|line| source(state, line).is_none());
    if columns.is_empty() || (0..actions.len()).any(is_nobody) {
        columns.push(None);
    }
    let mut cells = vec![vec![MatrixCell::default(); columns.len()]; rows.len()];
    for (at, action) in actions.iter().enumerate() {
        for subject in &subjects[at] {
            let Some(row) = rows.iter().position(|known| known == subject) else { continue };
            for (column, organisation) in columns.iter().enumerate() {
                let cell = &mut cells[row][column];
                let role = organisation.map_or(part[at].is_empty().then_some(Role::Owner), |it| role(action, it));
                let mut money = of_action(action.id()).filter(|line| source(state, line) == *organisation).peekable();
                if role.is_none() && money.peek().is_none() {
                    continue;
                }
                cell.actions.push((action.id(), role.unwrap_or(Role::Funder)));
                cell.is_shared |= money.peek().is_some() && subjects[at].len() > 1;
                money.for_each(|line| cell.sum.add(line));
            }
        }
    }
    let mut total = Sum::default();
    lines.iter().for_each(|line| total.add(line));
    Matrix { rows, columns, cells, total, year }
}

/// Who pays a line of money, as far as it is still there.
pub(crate) fn source(state: &State, capacity: &Entry) -> Option<Id> {
    capacity.one("source").filter(|id| state.get(*id).is_some())
}

fn role(action: &Entry, organisation: Id) -> Option<Role> {
    let roles = [("owners", Role::Owner), ("partners", Role::Partner), ("funders", Role::Funder)];
    roles.into_iter().find(|(field, _)| action.many(field).contains(&organisation)).map(|(_, role)| role)
}
