// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Figures of tables in one line: each cell with the head of its column, and what 1 in a cell stands for.
//!
//! In: cells of a row. Out: text as the document writes figures, without a word of any language. Not here: what a row
//! is worth (`table`).

use crate::number::Marks;
use crate::place::Place;
use crate::table::{Column, MoneyTable, RowMoney};

/// `2026: 800 / 2027: 900 (× 1.000 EUR)`; a column without a head gives its cell alone.
pub(super) fn cells(table: &MoneyTable, money: &[RowMoney], marks: &Marks) -> String {
    let cell = |cell: &RowMoney| match table.columns.get(cell.column).map(head).filter(|head| !head.is_empty()) {
        Some(head) => format!("{head}: {}", cell.place.quote()),
        None => cell.place.quote().to_owned(),
    };
    let cells = money.iter().map(cell).collect::<Vec<_>>().join(" / ");
    match &table.unit {
        Some(unit) => format!("{cells} (× {} {})", decimal(unit.times.into(), 0, marks), unit.currency),
        None => cells,
    }
}

/// What stands above a column.
pub(super) fn head(column: &Column) -> String {
    column.titles.iter().map(Place::quote).collect::<Vec<_>>().join(" ")
}

/// A whole number of last decimals, written as the document writes figures.
pub(super) fn decimal(figure: i128, decimals: u8, marks: &Marks) -> String {
    let scale = 10_i128.pow(u32::from(decimals).min(9));
    let whole = (figure.abs() / scale).to_string();
    let mut text = if figure < 0 { "-".to_owned() } else { String::new() };
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(marks.thousands);
        }
        text.push(digit);
    }
    if decimals > 0 {
        text.push(marks.decimal);
        text.push_str(&format!("{:0width$}", figure.abs() % scale, width = usize::from(decimals)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_written_as_the_document_writes_figures() {
        let dutch = Marks { thousands: '.', decimal: ',' };
        let cases =
            [(6542, 0, "6.542"), (-1_234_567, 0, "-1.234.567"), (5, 1, "0,5"), (-1205, 2, "-12,05"), (0, 0, "0")];
        for (figure, decimals, expected) in cases {
            assert_eq!(decimal(figure, decimals, &dutch), expected);
        }
    }
}
