// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One cell, one field: words, names, numbers, days, a word of a few.
//!
//! In: a cell of a row. Out: what it says of a field of a thing, or a problem at that cell. Invariant: a blank cell says nothing;
//! what cannot be read is told and not guessed. Not here: amounts (`money.rs`).

use kapstok_table::Problem;

use super::amount::{AmountError, number};
use super::choice::{choice, spellings};
use super::column::Column;
use super::draft::Said;
use super::fold::{says_none, says_unknown};
use super::moment::{MomentError, day};
use super::rows::{Filled, Reader, RowView};
use crate::entry::Value;

impl Reader<'_, '_> {
    /// Words of people.
    pub(super) fn text(&mut self, view: &RowView<'_>, column: Column, at: usize, field: &'static str) {
        let Some(cell) = view.cell(column) else { return };
        let said = match says_none(&cell.text) {
            true => Said::Nothing(cell.text.clone()),
            false => Said::Value(Value::Text(cell.text.clone())),
        };
        self.draft.say(at, field, said, &view.place(Some(&cell)));
    }

    /// A name that a build knows.
    pub(super) fn name(&mut self, view: &RowView<'_>, column: Column, at: usize, field: &'static str) {
        let Some(cell) = view.cell(column) else { return };
        let said = match says_none(&cell.text) {
            true => Said::Nothing(cell.text.clone()),
            false => Said::Value(Value::Word(cell.text.replace('\n', " "))),
        };
        self.draft.say(at, field, said, &view.place(Some(&cell)));
    }

    /// A domain or an indicator.
    pub(super) fn tie(&mut self, view: &RowView<'_>, column: Column, at: usize, field: &'static str) {
        let Some(cell) = view.cell(column) else { return };
        let names = if field == "domain" { self.options.domains } else { self.options.indicators };
        let said = match names.get(&cell.text) {
            Some(code) => Said::Value(Value::Word(code.to_owned())),
            None if self.in_use.contains(&cell.text) => Said::Value(Value::Word(cell.text.clone())),
            None if says_none(&cell.text) => Said::Nothing(cell.text.clone()),
            None if says_unknown(&cell.text) => return,
            None => {
                let problem = Problem::warning("K0625", view.place(Some(&cell))).with("found", &cell.text);
                return self.problem(problem.with("field", field));
            }
        };
        self.draft.say(at, field, said, &view.place(Some(&cell)));
    }

    pub(super) fn choice(&mut self, view: &RowView<'_>, column: Column, at: usize, field: &'static str) {
        let Some(cell) = view.cell(column).filter(|cell| !says_none(&cell.text) && !says_unknown(&cell.text)) else {
            return;
        };
        match choice(field, &cell.text) {
            Some(word) => {
                self.draft.say(at, field, Said::Value(Value::Word(word.to_owned())), &view.place(Some(&cell)))
            }
            None => self.tell_choice(view, &cell, field),
        }
    }

    pub(super) fn tell_choice(&mut self, view: &RowView<'_>, cell: &Filled<'_>, field: &'static str) {
        let problem = Problem::error("K0623", view.place(Some(cell))).with("found", &cell.text);
        self.problem(problem.with("known", spellings(field)));
    }

    pub(super) fn number(&mut self, view: &RowView<'_>, column: Column, at: usize, field: &'static str) {
        let Some(cell) = view.cell(column) else { return };
        let place = view.place(Some(&cell));
        match number(&cell.text, view.table.language) {
            Ok(Some(number)) => self.draft.say(at, field, Said::Value(Value::Word(number)), &place),
            Ok(None) if says_none(&cell.text) => self.draft.say(at, field, Said::Nothing(cell.text), &place),
            Ok(None) => {}
            Err(AmountError::Ambiguous) => self.problem(Problem::error("K0617", place).with("found", &cell.text)),
            Err(_) => self.problem(Problem::error("K0637", place).with("found", &cell.text)),
        }
    }

    pub(super) fn day(&mut self, view: &RowView<'_>, column: Column, at: usize, field: &'static str) {
        let Some(cell) = view.cell(column) else { return };
        let place = view.place(Some(&cell));
        match day(&cell.text, view.table.language) {
            Ok(Some(day)) => self.draft.say(at, field, Said::Value(Value::Word(day.to_string())), &place),
            Ok(None) if says_none(&cell.text) => self.draft.say(at, field, Said::Nothing(cell.text), &place),
            Ok(None) => {}
            Err(_) => self.problem(Problem::error("K0621", place).with("found", &cell.text)),
        }
    }

    pub(super) fn year_of(&mut self, view: &RowView<'_>, column: Column, at: usize, field: &'static str) {
        let Some(cell) = view.cell(column) else { return };
        if let Some(year) = self.year(view, &cell) {
            self.draft.say(at, field, Said::Value(Value::Whole(year.into())), &view.place(Some(&cell)));
        }
    }

    /// A year, or a problem.
    pub(super) fn year(&mut self, view: &RowView<'_>, cell: &Filled<'_>) -> Option<u16> {
        let place = view.place(Some(cell));
        match super::moment::year(&cell.text) {
            Ok(year) => return year,
            Err(MomentError::Range) => self.problem(Problem::error("K0620", place).with("found", &cell.text)),
            Err(_) => self.problem(Problem::error("K0619", place).with("found", &cell.text)),
        }
        None
    }
}
