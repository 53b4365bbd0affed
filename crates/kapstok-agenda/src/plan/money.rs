// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The money of a row: one line per year and stage, with euros, posts and who gives it; and which line is which.
//!
//! In: the amounts of a row. Out: capacity in the draft. Invariant: an amount in cells that were merged counts once; an amount
//! over several years is not shared out; an amount without a year is an error.

use std::collections::{BTreeMap, BTreeSet};

use kapstok_table::Problem;

use super::amount::{Amount, AmountError, Unit, amount};
use super::choice::choice;
use super::column::Column;
use super::draft::{Draft, Said};
use super::fold::{clean, says_none, says_unknown};
use super::rows::{Filled, Reader, RowView, Subjects};
use crate::entry::{Entry, Id, Noun, Value};

/// What one year and stage of a row hold: per unit the sum, or unknown.
type Sums = BTreeMap<(u16, &'static str), BTreeMap<Unit, Value>>;

impl Reader<'_, '_> {
    /// Reads the amounts of a row; how many lines they are.
    pub(super) fn money(&mut self, view: &RowView<'_>, subjects: &Subjects) -> usize {
        let own = subjects.id.filter(|id| id.noun() == Noun::Capacity);
        let sums = self.sums(view, own.is_some());
        if sums.is_empty() {
            return 0;
        }
        let source = self.source(view);
        let names_action = view.table.has(Column::Action) && own.is_none();
        if names_action && subjects.action.is_none() && subjects.promise.is_none() {
            self.problem(Problem::warning("K0639", view.place(None)));
        }
        let n_sums = sums.len();
        for ((year, stage), by_unit) in sums {
            let place = view.place(None);
            let at = match own.filter(|_| n_sums == 1) {
                Some(id) => self.draft.there(id, &subjects.area, &place),
                None => self.draft.push(Noun::Capacity, &subjects.area, None, &place),
            };
            for (unit, value) in by_unit {
                let field = if unit == Unit::Euros { "euros" } else { "posts" };
                self.draft.say(at, field, Said::Value(value), &place);
            }
            self.draft.say(at, "year", Said::Value(Value::Whole(year.into())), &place);
            self.draft.say(at, "stage", Said::Value(Value::Word(stage.to_owned())), &place);
            if let Some(source) = source {
                self.draft.say(at, "source", Said::Thing(source), &place);
            }
            if let Some(action) = subjects.action {
                self.draft.say(at, "action", Said::Thing(action), &place);
            }
            match view.cell(Column::MoneyPromise).and_then(|cell| self.draft.id_of(&cell.text, &[Noun::Promise])) {
                Some(id) => {
                    let promise = self.draft.there(id, "", &place);
                    self.draft.say(at, "promise", Said::Thing(promise), &place);
                }
                None => {
                    if let (Some(promise), None) = (subjects.promise, subjects.action) {
                        self.draft.say(at, "promise", Said::Thing(promise), &place);
                    }
                }
            }
            self.tie(view, Column::MoneyDomain, at, "domain");
            self.name(view, Column::Earmark, at, "earmark");
            self.text(view, Column::MoneyNote, at, "note");
        }
        n_sums
    }

    fn sums(&mut self, view: &RowView<'_>, is_own: bool) -> Sums {
        let mut sums = Sums::new();
        // The year and the stage of the row are read once, and only where an amount needs them.
        let mut year_of_row: Option<Option<u16>> = None;
        let mut stage_of_row: Option<Option<&'static str>> = None;
        let columns = [(Column::Euros, Unit::Euros), (Column::Posts, Unit::Posts)];
        for (column, unit) in columns {
            for cell in view.all(column) {
                let Some((unit, value)) = self.sum(view, &cell, unit) else { continue };
                if cell.carried {
                    self.tell_shared(view, &cell);
                    continue;
                }
                let year = match cell.column.title.year {
                    Some(year) => Some(year),
                    None => *year_of_row.get_or_insert_with(|| self.year_of_row(view)),
                };
                let stage = match cell.column.title.stage {
                    Some(stage) => Some(stage),
                    None => *stage_of_row.get_or_insert_with(|| self.stage_of_row(view)),
                };
                let (Some(year), Some(stage)) = (year, stage) else { continue };
                match sums.entry((year, stage)).or_default().entry(unit) {
                    std::collections::btree_map::Entry::Vacant(entry) => drop(entry.insert(value)),
                    std::collections::btree_map::Entry::Occupied(entry) if *entry.get() == value => {}
                    std::collections::btree_map::Entry::Occupied(_) => {
                        let problem = Problem::error("K0627", view.place(Some(&cell))).with("field", cell.column.title);
                        self.problem(problem.with("one", "…").with("other", &cell.text));
                    }
                }
            }
        }
        // A line of ours that has no sum yet is still a line.
        if sums.is_empty()
            && is_own
            && let (Some(year), Some(stage)) = (self.year_of_row(view), self.stage_of_row(view))
        {
            sums.insert((year, stage), BTreeMap::new());
        }
        sums
    }

    fn sum(&mut self, view: &RowView<'_>, cell: &Filled<'_>, unit: Unit) -> Option<(Unit, Value)> {
        let place = view.place(Some(cell));
        match amount(&cell.text, unit, view.table.language, cell.column.title.factor.unwrap_or(1)) {
            Ok(Amount::Nothing) => None,
            Ok(Amount::Unknown) => Some((unit, Value::Unknown)),
            Ok(Amount::Sum { unit, whole, about }) => {
                if about {
                    self.problem(Problem::warning("K0628", place).with("found", &cell.text));
                }
                Some((unit, Value::Whole(whole)))
            }
            Err(error) => {
                let code = match error {
                    AmountError::NotAnAmount => "K0616",
                    AmountError::Ambiguous => "K0617",
                    AmountError::OutOfRange => "K0618",
                };
                self.problem(Problem::error(code, place).with("found", &cell.text));
                None
            }
        }
    }

    /// A cell merged with the one above counts there; one merged with the year beside it is an amount of several years.
    fn tell_shared(&mut self, view: &RowView<'_>, cell: &Filled<'_>) {
        let rows = &view.table.rows;
        let at = rows.iter().position(|row| row.number == view.row.number).unwrap_or(0);
        let above = at.checked_sub(1).and_then(|at| rows[at].cells.get(cell.column.index));
        if cell.column.title.year.is_some() && above.is_none_or(|above| clean(&above.text) != cell.text) {
            self.problem(Problem::error("K0620", view.place(Some(cell))).with("found", &cell.text));
        }
    }

    fn year_of_row(&mut self, view: &RowView<'_>) -> Option<u16> {
        match view.cell(Column::Year) {
            Some(cell) if !says_none(&cell.text) => self.year(view, &cell),
            _ => {
                if self.options.year.is_none() {
                    self.problem(Problem::error("K0622", view.place(None)));
                }
                self.options.year
            }
        }
    }

    fn stage_of_row(&mut self, view: &RowView<'_>) -> Option<&'static str> {
        match view.cell(Column::Stage) {
            Some(cell) if !says_none(&cell.text) && !says_unknown(&cell.text) => {
                let word = choice("stage", &cell.text);
                if word.is_none() {
                    self.tell_choice(view, &cell, "stage");
                }
                word
            }
            _ => {
                self.problem(Problem::note("K0630", view.table.place(Some(view.row.number), None)));
                Some("planned")
            }
        }
    }

    /// Who gives the money of a row: the source of the money, or the only funder.
    fn source(&mut self, view: &RowView<'_>) -> Option<usize> {
        let cell = view.cell(Column::MoneySource).or_else(|| view.cell(Column::Funders))?;
        let place = view.place(Some(&cell));
        match self.draft.organisations(&cell.text, &place).as_slice() {
            [] => None,
            [one] => Some(*one),
            many => {
                let n = many.len();
                self.problem(Problem::warning("K0632", place).with("found", &cell.text).with("n", n));
                None
            }
        }
    }
}

/// What tells a line of money from others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    area: String,
    action: Option<Id>,
    promise: Option<Id>,
    year: Option<u64>,
    stage: String,
}

/// Finds for lines of money the ones that are there: first those that say the same, then in order; a line without
/// a source is the one with a source only where nothing else fits.
pub(super) fn match_lines(draft: &mut Draft<'_>) {
    let mut taken: BTreeSet<Id> = draft.wanted.iter().filter_map(|wanted| wanted.id).collect();
    let mut there: BTreeMap<Key, Vec<Id>> = BTreeMap::new();
    for entry in draft.state.all(Noun::Capacity) {
        let key = Key {
            area: entry.word("area").unwrap_or_default().to_owned(),
            action: entry.one("action"),
            promise: entry.one("promise"),
            year: entry.whole("year"),
            stage: entry.word("stage").unwrap_or_default().to_owned(),
        };
        there.entry(key).or_default().push(entry.id());
    }
    for step in [Likeness::Same, Likeness::SameSource, Likeness::NoSource] {
        for at in 0..draft.wanted.len() {
            if draft.wanted[at].noun != Noun::Capacity || draft.wanted[at].id.is_some() {
                continue;
            }
            let Some(key) = key(draft, at) else { continue };
            let lines = there.get(&key).map_or(&[][..], Vec::as_slice);
            let fits =
                |id: &&Id| !taken.contains(id) && draft.state.get(**id).is_some_and(|it| is_like(draft, at, it, step));
            if let Some(id) = lines.iter().find(fits).copied() {
                taken.insert(id);
                draft.wanted[at].id = Some(id);
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Likeness {
    Same,
    SameSource,
    NoSource,
}

fn key(draft: &Draft<'_>, at: usize) -> Option<Key> {
    let wanted = &draft.wanted[at];
    // A line of a new thing is new.
    let id = |field| match wanted.fields.get(field) {
        Some(Said::Thing(named)) => draft.wanted[*named].id.map(Some),
        _ => Some(None),
    };
    let year = match wanted.fields.get("year") {
        Some(Said::Value(Value::Whole(year))) => Some(*year),
        _ => None,
    };
    let stage = match wanted.fields.get("stage") {
        Some(Said::Value(Value::Word(stage))) => stage.clone(),
        _ => String::new(),
    };
    Some(Key { area: wanted.area.clone(), action: id("action")?, promise: id("promise")?, year, stage })
}

fn is_like(draft: &Draft<'_>, at: usize, there: &Entry, step: Likeness) -> bool {
    let wanted = &draft.wanted[at];
    let source = match wanted.fields.get("source") {
        Some(Said::Thing(named)) => match draft.wanted[*named].id {
            Some(id) => Some(id),
            None => return step == Likeness::NoSource && there.one("source").is_none(),
        },
        _ => None,
    };
    let says_same = |field: &str| match wanted.fields.get(field) {
        Some(Said::Value(value)) => there.value(field) == Some(value),
        _ => true,
    };
    match step {
        Likeness::Same => {
            there.one("source") == source && ["euros", "posts", "domain", "earmark", "note"].into_iter().all(says_same)
        }
        Likeness::SameSource => there.one("source") == source,
        Likeness::NoSource => there.one("source").is_none() || source.is_none(),
    }
}
