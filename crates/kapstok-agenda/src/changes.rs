// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What changed in the agenda of an area between two moments, and what came of each promise, year by year.
//!
//! In: two [`State`]s. Out: [`Change`]s with both texts. Invariant: nothing is left out because it looks small; what is
//! the same in both is not told.

use std::collections::BTreeSet;

use crate::entry::{Entry, Id, Noun, Value};
use crate::state::State;

/// One thing that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which thing.
    pub id: Id,
    /// What happened to it.
    pub what: ChangeKind,
}

/// What happened to a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It was not there before.
    Added,
    /// It is not there any more.
    Gone,
    /// Fields that say something else; `None` where nothing was or is said.
    Changed(Vec<FieldChange>),
}

/// A field that says something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Name of the field.
    pub field: &'static str,
    /// What stood there.
    pub before: Option<Value>,
    /// What stands there.
    pub after: Option<Value>,
}

/// What changed for an area between two moments, by name of the thing.
pub fn changes(before: &State, after: &State, area: &str) -> Vec<Change> {
    let of = |state: &State| -> BTreeSet<Id> { things_of(state, area).map(Entry::id).collect() };
    let mut made = Vec::new();
    for id in of(before).union(&of(after)) {
        let what = match (before.get(*id), after.get(*id)) {
            (None, Some(_)) => ChangeKind::Added,
            (Some(_), None) => ChangeKind::Gone,
            (Some(old), Some(new)) => match fields(old, new) {
                fields if fields.is_empty() => continue,
                fields => ChangeKind::Changed(fields),
            },
            (None, None) => continue,
        };
        made.push(Change { id: *id, what });
    }
    made
}

/// Fields of a thing that say something else.
pub fn fields(before: &Entry, after: &Entry) -> Vec<FieldChange> {
    let of = before.noun().fields().iter();
    let differs = of.filter(|field| before.value(field.name) != after.value(field.name));
    let change = |name: &'static str| FieldChange {
        field: name,
        before: before.value(name).cloned(),
        after: after.value(name).cloned(),
    };
    differs.map(|field| change(field.name)).collect()
}

/// Everything that is about an area, also what is about it through an action or a promise.
pub fn things_of<'a>(state: &'a State, area: &'a str) -> impl Iterator<Item = &'a Entry> {
    Noun::ALL.into_iter().flat_map(move |noun| state.all(noun)).filter(move |entry| is_of(state, entry, area))
}

fn is_of(state: &State, entry: &Entry, area: &str) -> bool {
    let through = |field| entry.one(field).and_then(|id| state.get(id)).is_some_and(|it| is_of(state, it, area));
    match entry.noun() {
        Noun::Delivery => through("of"),
        Noun::Confirmation => through("action"),
        Noun::Organisation => false,
        _ => entry.areas().any(|known| known == area),
    }
}

/// What was said of a promise or an action, by year: the last word of each year.
pub fn deliveries(state: &State, of: Id) -> Vec<&Entry> {
    let mut said: Vec<&Entry> = state.all(Noun::Delivery).filter(|it| it.one("of") == Some(of)).collect();
    said.sort_by_key(|it| (it.whole("year"), it.id()));
    let years: Vec<Option<u64>> = said.iter().map(|it| it.whole("year")).collect();
    let is_last = |at: &usize| years.get(at + 1) != Some(&years[*at]);
    (0..said.len()).filter(is_last).map(|at| said[at]).collect()
}
