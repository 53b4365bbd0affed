// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A workbook: `readme`, `figures` (wide), `missing`, `burdens ...`, `dictionary`, `reasons`, `sources`.
//!
//! In: a level. Out: XLSX. Invariant: every text is written as text and every figure as a number: nothing in it is a
//! formula, and a code keeps its zeros. Rows go out as they are made; memory does not grow with the country. A sheet that
//! would have more rows than Excel knows ends with a row that says where the rest is.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::about::{burdens, citation, day, dictionary, readme, reasons, sources};
use super::sheet::{Field, Item, Kind, Sheet, text};
use super::{FileError, wide};
use crate::snapshot::{Level, Snapshot};
use crate::words::{Language, Words};

/// Signs that a sheet can hold in one cell.
const LONGEST_TEXT: usize = 32_767;

/// The last row that a sheet can have, the first being 0.
const LAST_ROW: u32 = 1_048_575;

/// Writes a level.
pub(super) fn write(snapshot: &Snapshot, level: &Level) -> Result<Vec<u8>, FileError> {
    let failed = FileError::writer("xlsx");
    book(snapshot, level).map_err(|error| failed(&error))
}

fn book(snapshot: &Snapshot, level: &Level) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = created(snapshot)?;
    let title = format!("{}: {}", snapshot.manifest().title.en, level.name());
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&created));
    let readme_sheet = book.add_worksheet_with_constant_memory()?.set_name("readme")?;
    let lines = format!("{}{}", readme(snapshot), citation(snapshot, level));
    readme_sheet.set_column_width(0, 120)?;
    for (row, line) in (0_u32..).zip(lines.lines()) {
        write_text(readme_sheet, row, 0, line)?;
    }
    let mut sheets =
        vec![Sheet { name: "figures".to_owned(), ..wide::sheet(snapshot, level) }, missing(snapshot, level)];
    sheets.extend(burdens(snapshot, level));
    sheets.extend([dictionary(snapshot, level), reasons(), sources(snapshot, level)]);
    let mut names: Vec<String> = vec!["readme".to_owned()];
    for sheet in sheets {
        let name = sheet_name(&sheet.name, &names);
        let tab = book.add_worksheet_with_constant_memory()?.set_name(&name)?;
        names.push(name.to_lowercase());
        write_sheet(tab, sheet, LAST_ROW)?;
    }
    book.save_to_buffer()
}

/// The day of the newest source: the same build gives the same bytes.
fn created(snapshot: &Snapshot) -> Result<ExcelDateTime, XlsxError> {
    let (year, month, day) = day(snapshot).map_or(super::FIRST_DAY, super::year_month_day);
    ExcelDateTime::from_ymd(year, month, day)
}

/// A name that a sheet can have: at most 31 signs, none of those that Excel keeps for itself, and no other's.
pub(crate) fn sheet_name(name: &str, taken: &[String]) -> String {
    let known = |sign| match sign {
        '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'' => '-',
        '\t' | '\n' | '\r' => ' ',
        sign => sign,
    };
    let all: String = cell_text(name).chars().map(known).collect();
    let plain = cut(&all, 31);
    let free = |name: &String| !taken.contains(&name.to_lowercase());
    let numbered = (2_usize..).map(|n| {
        let end = format!("~{n}");
        cut(&plain, 31 - end.len()) + &end
    });
    std::iter::once(plain.clone()).chain(numbered).find(free).unwrap_or(plain)
}

/// The start of a text, of at most `longest` signs as Excel counts them: an emoji is two.
fn cut(text: &str, longest: usize) -> String {
    let lengths = text.chars().scan(0, |length, sign| {
        *length += sign.len_utf16();
        Some((*length, sign))
    });
    lengths.take_while(|(length, _)| *length <= longest).map(|(_, sign)| sign).collect()
}

/// Text as a cell can hold it: without the signs that XML cannot hold, which its readers leave out in different ways.
pub(crate) fn cell_text(text: &str) -> String {
    let clean = |sign: &char| match sign {
        '\t' | '\n' | '\r' => true,
        sign => !sign.is_control() && !matches!(sign, '\u{FFFE}' | '\u{FFFF}'),
    };
    cut(&text.chars().filter(clean).collect::<String>(), LONGEST_TEXT)
}

/// Writes a table; where it has more rows than fit, the last row says so in their place.
fn write_sheet(tab: &mut Worksheet, sheet: Sheet<'_>, last_row: u32) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    tab.set_freeze_panes(1, u16::from(sheet.fields.len() > 6) * 2)?;
    for (column, field) in (0_u16..).zip(&sheet.fields) {
        tab.write_string_with_format(0, column, &field.name, &bold)?;
    }
    let mut rows = sheet.rows.peekable();
    for row in 1..=last_row {
        let Some(items) = rows.next() else { break };
        if row == last_row && rows.peek().is_some() {
            let said = Language::ALL.map(|language| Words::new(language).say("files-cut", &[]));
            return write_text(tab, row, 0, &said.join(" / "));
        }
        for (column, item) in (0_u16..).zip(&items) {
            match item {
                Item::Empty => {}
                Item::Text(text) => write_text(tab, row, column, text)?,
                Item::Number(number) => drop(tab.write_number(row, column, *number)?),
                Item::Integer(number) => drop(tab.write_number(row, column, *number as f64)?),
            }
        }
    }
    Ok(())
}

fn write_text(tab: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    tab.write_string(row, column, cell_text(text)).map(|_| ())
}

/// Every missing figure of the wide table with its reason, for who filters on it.
fn missing<'a>(snapshot: &'a Snapshot, level: &'a Level) -> Sheet<'a> {
    let fields = [
        ("area", "Code of the area, as text."),
        ("name", "Name of the area."),
        ("indicator", "Id of the indicator."),
        ("period", "What the figure would be about."),
        ("reason", "Why there is none."),
        ("mark", "What stood in the source."),
    ];
    let fields = fields.into_iter().map(|(name, about)| Field::new(name, Kind::Text, about)).collect();
    let rows = wide::newest(snapshot, level).into_iter().flat_map(move |(indicator, entry, column)| {
        (0..level.len()).filter_map(move |area| {
            // What nobody measured is most of a table, and stands in `figures` as well.
            let cell = column.cell(area);
            let reason = cell.reason.filter(|reason| reason != "not_measured")?;
            Some(vec![
                text(level.codes()[area].as_str()),
                text(level.names()[area].as_str()),
                text(indicator.id.as_str()),
                text(entry.period.as_str()),
                text(reason),
                text(cell.mark),
            ])
        })
    });
    Sheet { name: "missing".to_owned(), fields, rows: Box::new(rows) }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Reader, Xlsx};

    use super::*;

    #[test]
    fn a_sheet_of_more_rows_than_fit_ends_with_a_row_that_says_so() {
        let rows_of = |n: usize| {
            let mut book = Workbook::new();
            let fields = vec![Field::new("area", Kind::Text, "")];
            let rows = Box::new((0..n).map(|at| vec![text(format!("a{at}"))]));
            write_sheet(book.add_worksheet(), Sheet { name: "missing".to_owned(), fields, rows }, 3).unwrap();
            let bytes = book.save_to_buffer().unwrap();
            let range = Xlsx::new(Cursor::new(bytes)).unwrap().worksheet_range_at(0).unwrap().unwrap();
            range.rows().map(|row| row[0].to_string()).collect::<Vec<_>>()
        };
        assert_eq!(rows_of(3), ["area", "a0", "a1", "a2"]);
        let cut = rows_of(5);
        assert_eq!(cut[..3], ["area", "a0", "a1"]);
        assert!(cut.len() == 4 && cut[3].contains("figures.csv"), "{cut:?}");
    }
}
