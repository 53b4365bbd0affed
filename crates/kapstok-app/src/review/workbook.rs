// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The table of decisions as a workbook, and back.
//!
//! In: a [`Grid`]. Out: the bytes of an XLSX with one sheet; or the [`Grid`] of the first sheet that has its titles.
//! Invariant: every text is written as text, so that none becomes a formula, a number or a day; a text that reading a
//! cell would change is written as spreadsheets themselves write it.

use kapstok_read::review::{Act, Cell, Grid};
use kapstok_share::words::Words;
use kapstok_source::{Limits, grids};
use kapstok_table::Problem;
use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

/// The widest a column is made, in signs.
const WIDEST: f64 = 60.0;

/// Writes a table.
///
/// # Errors
/// More than a workbook can hold: 32,767 signs in a cell.
pub(super) fn write(grid: &Grid, words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed date: the same document gives the same bytes.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title("kapstok read review").set_creation_datetime(&created));
    let bold = Format::new().set_bold();
    // `@` is text, also of what somebody types later: 1.5 stays 1.5, and no first of May.
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let sheet = book.add_worksheet().set_name(words.say("review-sheet", &[]))?;
    for (column, title) in (0_u16..).zip(&grid.titles) {
        sheet.set_column_width(column, width(grid, usize::from(column)))?;
        sheet.set_column_format(column, &text)?;
        sheet.write_string_with_format(0, column, title, &bold)?;
        if title == "act" {
            let acts = DataValidation::new().allow_list_strings(&[Act::ACCEPT, Act::CHANGE, Act::REJECT])?;
            let last = u32::try_from(grid.rows.len()).unwrap_or(u32::MAX - 1);
            sheet.add_data_validation(1, column, last.max(1), column, &acts)?;
        }
    }
    for (row, (_, cells)) in (1_u32..).zip(&grid.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(words) => drop(sheet.write_string_with_format(row, column, words, &text)?),
                Cell::Whole(number) => drop(sheet.write_number(row, column, *number)?),
            }
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    book.save_to_buffer()
}

/// The width of a column: that of its longest word or title, within bounds.
fn width(grid: &Grid, column: usize) -> f64 {
    let of_cell = |cell: Option<&Cell>| match cell {
        Some(Cell::Text(text)) => text.chars().count(),
        Some(Cell::Whole(_) | Cell::Empty) | None => 0,
    };
    let longest = grid.rows.iter().map(|(_, cells)| of_cell(cells.get(column))).max().unwrap_or(0);
    let title = grid.titles.get(column).map_or(0, |title| title.chars().count());
    (longest.max(title) as f64 + 2.0).min(WIDEST)
}

/// Reads a table.
///
/// # Errors
/// What is wrong with the file; K0871 where no sheet has the titles.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Grid, Vec<Problem>> {
    let (sheets, problems) = grids(name, bytes, &Limits::default());
    if !problems.is_empty() {
        return Err(problems);
    }
    let titles = |sheet: &kapstok_source::Grid| -> Vec<String> {
        let first = sheet.rows.first().map(|row| row.cells.iter().map(|cell| cell.text.trim().to_owned()).collect());
        first.unwrap_or_default()
    };
    let is_ours = |titles: &[String]| ["key", "act"].iter().all(|title| titles.iter().any(|known| known == title));
    let Some(sheet) = sheets.iter().find(|sheet| is_ours(&titles(sheet))) else {
        return Err(vec![super::file::no_table(name)]);
    };
    let cell = |cell: &kapstok_source::GridCell| match cell.text.as_str() {
        "" => Cell::Empty,
        text => Cell::Text(text.to_owned()),
    };
    let rows = sheet.rows.iter().skip(1);
    let rows = rows.map(|row| (row.number as usize, row.cells.iter().map(cell).collect()));
    Ok(Grid { titles: titles(sheet), rows: rows.collect() })
}
