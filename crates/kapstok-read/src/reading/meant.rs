// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Money that stands outside a sentence and is meant for it: by its name, or in a row of a budget that has its word.
//!
//! In: the ladder of a statement. Out: [`Sum`]s of each such place, as answers hold them against what was asked. Not
//! here: what stands in the sentence itself, and what only its policy or chapter shares.

use super::{Reading, rung_word};
use crate::amount::{Amount, Money, Role};
use crate::answer::Sum;
use crate::ladder::{Earmark, Ladder, Rung, Source, Step, Tie};
use crate::money::Timing;
use crate::row::RungRow;
use crate::table::{ColumnKind, MoneyTable, RowMoney};

/// An amount of a text.
pub(super) fn sum(amount: &Amount) -> Sum {
    let (Money::One(hundredths) | Money::Range(hundredths, _)) = amount.value;
    let (currency, timing) = (amount.currency.clone(), Timing::of(amount.period.as_ref()));
    Sum { hundredths, currency, timing, span: amount.span.clone() }
}

/// Whether money is meant for the statement itself. A row of its own chapter that has a word of it pays for it.
pub(super) fn is_meant(step: &Step) -> bool {
    let by_word = matches!((&step.tie, &step.source), (Tie::Word { .. }, Source::Row { .. }));
    step.tie.earmark() == Earmark::Earmarked || by_word
}

impl Reading<'_> {
    /// Sums of all that is meant for a statement and stands outside its sentence.
    pub(super) fn meant(&self, ladder: &Ladder) -> Vec<Sum> {
        let steps = ladder.steps.iter().filter(|step| is_meant(step) && step.tie != Tie::Same);
        let sums = steps.flat_map(|step| match &step.source {
            Source::Text { amounts, .. } => {
                let money = amounts.iter().filter(|(amount, _)| amount.role == Role::Money);
                money.map(|(amount, _)| Sum { span: 0..0, ..sum(amount) }).collect()
            }
            Source::Row { table, money, .. } => {
                self.tables.get(*table).map(|table| of_row(table, money)).unwrap_or_default()
            }
        });
        sums.collect()
    }
}

impl Reading<'_> {
    /// Where no money stands in the sentence: the nearest, and the nearest that is meant for it, as data.
    pub(super) fn nearest(&self, ladder: &Ladder) -> Vec<RungRow> {
        if ladder.lowest() == Rung::Sentence {
            return Vec::new();
        }
        let nearest = ladder.steps.first().filter(|step| !is_meant(step));
        let meant = ladder.steps.iter().find(|step| is_meant(step));
        let row = |step: &Step| RungRow { rung: rung_word(step.rung).to_owned(), money: self.rung_money(step) };
        nearest.into_iter().chain(meant).map(row).collect()
    }
}

/// What a row pays in all its years, and each year: as the column without end says, else as in its last year.
fn of_row(table: &MoneyTable, money: &[RowMoney]) -> Vec<Sum> {
    let Some(unit) = &table.unit else { return Vec::new() };
    let kind = |cell: &RowMoney| table.columns.get(cell.column).map(|column| &column.kind);
    let years: Vec<i128> =
        money.iter().filter(|cell| matches!(kind(cell), Some(ColumnKind::Year(_)))).map(|cell| cell.cents).collect();
    let of = |is: &ColumnKind| money.iter().rfind(|cell| kind(cell) == Some(is)).map(|cell| cell.cents);
    let in_all = of(&ColumnKind::Sum).or((!years.is_empty()).then(|| years.iter().sum()));
    let each_year = of(&ColumnKind::Structural).or(years.last().copied());
    let made =
        |hundredths: i128, timing: Timing| Sum { hundredths, currency: unit.currency.clone(), timing, span: 0..0 };
    let in_all = in_all.map(|sum| made(sum, Timing::InAll(None)));
    in_all.into_iter().chain(each_year.map(|sum| made(sum, Timing::EachYear))).collect()
}
