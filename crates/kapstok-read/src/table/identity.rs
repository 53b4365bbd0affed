// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sums that a table must keep: printed beside computed, and the difference.
//!
//! In: rows with their roles. Out: one [`Check`] per declared sum, row and column. **Invariant:** nothing is mended,
//! and what cannot be checked says why. Figures are whole numbers of the last decimal: no sum is rounded here.

use super::{Cell, Column, ColumnKind, MoneyRow, Role};
use crate::place::Place;
use crate::recipe::{ChapterStands, Empty, Identity, TableRule};

/// A sum of one cell, checked or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Which sum must hold.
    pub identity: Identity,
    /// The row of the cell that is the sum.
    pub row: usize,
    /// Its column.
    pub column: usize,
    /// What is printed there, where a figure is.
    pub printed: Option<Term>,
    /// The cells that add up to it.
    pub terms: Vec<Term>,
    /// Their sum; `None` where one of them is no figure, or all are empty.
    pub computed: Option<i128>,
    /// Whether they are the same.
    pub outcome: Outcome,
}

/// A figure in a sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Row.
    pub row: usize,
    /// Column.
    pub column: usize,
    /// Its figure, in units of the last decimal of the table.
    pub figure: i128,
    /// Where it is printed.
    pub place: Place,
}

/// What came of a check.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Printed and computed are the same.
    Holds,
    /// They are not.
    Differs {
        /// Printed minus computed.
        difference: i128,
        /// Whether rounding each figure can make such a difference.
        rounding: Rounding,
    },
    /// There was nothing to check.
    NotChecked(WhyNotChecked),
}

/// Whether rounding explains a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// Each figure rounded to the nearest unit can differ so much in all. That it does is not shown.
    Possible,
    /// It cannot.
    Impossible,
}

/// Why a sum was not checked.
#[derive(Clone, Debug, PartialEq)]
pub enum WhyNotChecked {
    /// Nothing is printed where the sum should stand, though there are figures to add.
    NotPrinted,
    /// There is no figure to add.
    NoTerms,
    /// This cell holds something that is no figure.
    NoFigure(Place),
}

/// Gives each row its chapter.
pub(super) fn give_chapters(rows: &mut [MoneyRow], stands: ChapterStands) {
    let mut chapter = None;
    let n = rows.len();
    for step in 0..n {
        let index = if stands == ChapterStands::Above { step } else { n - 1 - step };
        match rows[index].role {
            Role::Chapter => chapter = Some(index),
            Role::Row => rows[index].chapter = chapter,
            // No chapter goes on past a total.
            Role::Total => chapter = None,
            Role::Apart => {}
        }
    }
}

pub(super) fn checks(rows: &[MoneyRow], columns: &[Column], rule: &TableRule) -> Vec<Check> {
    let of_role = |role: Role| rows.iter().enumerate().filter(move |(_, row)| row.role == role).map(|(index, _)| index);
    let mut found = Vec::new();
    for identity in &rule.identities {
        match identity {
            Identity::ChapterIsRows => {
                for chapter in of_role(Role::Chapter) {
                    let terms: Vec<usize> =
                        of_role(Role::Row).filter(|row| rows[*row].chapter == Some(chapter)).collect();
                    by_column(rows, columns, *identity, chapter, &terms, rule.empty, &mut found);
                }
            }
            Identity::TotalIsChapters | Identity::TotalIsRows => {
                let role = if *identity == Identity::TotalIsRows { Role::Row } else { Role::Chapter };
                for total in of_role(Role::Total) {
                    // A second total is that of what stands between it and the first.
                    let after = of_role(Role::Total).take_while(|other| *other < total).last();
                    let inside = |row: &usize| *row < total && after.is_none_or(|after| *row > after);
                    let terms: Vec<usize> = of_role(role).filter(inside).collect();
                    by_column(rows, columns, *identity, total, &terms, rule.empty, &mut found);
                }
            }
            Identity::SumColumnIsYears => {
                let is = |kind: &ColumnKind| matches!(kind, ColumnKind::Year(_));
                let years: Vec<usize> = (0..columns.len()).filter(|column| is(&columns[*column].kind)).collect();
                let sums = (0..columns.len()).filter(|column| columns[*column].kind == ColumnKind::Sum);
                for (column, row) in sums.flat_map(|column| (0..rows.len()).map(move |row| (column, row))) {
                    let terms = years.iter().map(|year| (row, *year));
                    found.extend(check(rows, *identity, (row, column), terms, rule.empty));
                }
            }
        }
    }
    found
}

fn by_column(
    rows: &[MoneyRow],
    columns: &[Column],
    identity: Identity,
    row: usize,
    terms: &[usize],
    empty: Empty,
    found: &mut Vec<Check>,
) {
    for column in 0..columns.len() {
        found.extend(check(rows, identity, (row, column), terms.iter().map(|term| (*term, column)), empty));
    }
}

/// `None` where nothing is printed and there is nothing to add: then there is no sum at all.
fn check(
    rows: &[MoneyRow],
    identity: Identity,
    (row, column): (usize, usize),
    cells: impl Iterator<Item = (usize, usize)>,
    empty: Empty,
) -> Option<Check> {
    let cell = |row: usize, column: usize| rows[row].cells.get(column);
    let term = |row: usize, column: usize| match cell(row, column) {
        Some(Cell::Figure(figure, place)) => Some(Term { row, column, figure: *figure, place: place.clone() }),
        _ => None,
    };
    let printed = term(row, column);
    let (mut terms, mut no_figure, mut n_empty) = (Vec::new(), None, 0);
    for (row, column) in cells {
        match cell(row, column) {
            Some(Cell::Other(place)) => no_figure = no_figure.or_else(|| Some(place.clone())),
            Some(Cell::Nothing(_)) | None => n_empty += 1,
            Some(Cell::Figure(..)) => terms.extend(term(row, column)),
        }
    }
    if let Some(Cell::Other(place)) = cell(row, column) {
        no_figure = Some(place.clone());
    }
    let counted = !terms.is_empty() || (empty == Empty::Nought && n_empty > 0);
    let computed = (counted && no_figure.is_none()).then(|| terms.iter().map(|term| term.figure).sum());
    let outcome = match (no_figure, &printed, computed) {
        (Some(place), _, _) => Outcome::NotChecked(WhyNotChecked::NoFigure(place)),
        (None, Some(printed), Some(computed)) => compare(printed.figure, computed, terms.len()),
        (None, Some(_), None) => Outcome::NotChecked(WhyNotChecked::NoTerms),
        (None, None, Some(_)) if !terms.is_empty() => Outcome::NotChecked(WhyNotChecked::NotPrinted),
        (None, None, _) => return None,
    };
    Some(Check { identity, row, column, printed, terms, computed, outcome })
}

/// Each of n terms and the sum may be half a unit off, so n + 1 halves in all.
fn compare(printed: i128, computed: i128, n_terms: usize) -> Outcome {
    let difference = printed - computed;
    if difference == 0 {
        return Outcome::Holds;
    }
    let halves = difference.unsigned_abs().saturating_mul(2);
    let rounding = if halves <= n_terms as u128 + 1 { Rounding::Possible } else { Rounding::Impossible };
    Outcome::Differs { difference, rounding }
}
