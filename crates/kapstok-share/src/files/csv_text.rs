// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! CSV, for machines and for a Dutch spreadsheet.
//!
//! In: a table. Out: text. Invariant: for machines a text is what it is; for a spreadsheet no text begins as a formula
//! does, for opening a file must run nothing.

use std::borrow::Cow;

use super::FileError;
use super::sheet::{Item, Sheet};

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Comma, decimal point, UTF-8 without mark, line feed.
    Iso,
    /// Semicolon, decimal comma, UTF-8 with mark, carriage return and line feed.
    DutchSpreadsheet,
}

/// What a cell that a spreadsheet takes for a formula begins with; the wide ones are those of East Asian keyboards.
/// The atlas has the same list in `csv.ts`, with the same cases in its test.
const FORMULA: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '|', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Writes a table.
pub(super) fn write(sheet: Sheet<'_>, dialect: Dialect) -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    if dialect == Dialect::DutchSpreadsheet {
        bytes.extend_from_slice("\u{feff}".as_bytes());
    }
    write_to(sheet, dialect, &mut bytes)?;
    Ok(bytes)
}

/// Writes a table behind what is there.
pub(super) fn write_to(sheet: Sheet<'_>, dialect: Dialect, to: &mut dyn std::io::Write) -> Result<(), FileError> {
    let failed = FileError::writer("csv");
    let (delimiter, end) = match dialect {
        Dialect::Iso => (b',', csv::Terminator::Any(b'\n')),
        Dialect::DutchSpreadsheet => (b';', csv::Terminator::CRLF),
    };
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).terminator(end).from_writer(to);
    let titles = sheet.fields.iter().map(|field| plain(&field.name, dialect).into_owned());
    writer.write_record(titles).map_err(|error| failed(&error))?;
    for row in sheet.rows {
        for item in &row {
            writer.write_field(written(item, dialect).as_bytes()).map_err(|error| failed(&error))?;
        }
        writer.write_record(None::<&[u8]>).map_err(|error| failed(&error))?;
    }
    writer.flush().map_err(|error| failed(&error))
}

fn written<'a>(item: &'a Item<'_>, dialect: Dialect) -> Cow<'a, str> {
    match item {
        Item::Empty => Cow::Borrowed(""),
        Item::Integer(number) => Cow::Owned(number.to_string()),
        Item::Number(number) => {
            let text = if *number == 0.0 { "0".to_owned() } else { number.to_string() };
            Cow::Owned(match dialect {
                Dialect::Iso => text,
                Dialect::DutchSpreadsheet => text.replace('.', ","),
            })
        }
        Item::Text(text) => plain(text, dialect),
    }
}

/// A text that runs nowhere.
fn plain(text: &str, dialect: Dialect) -> Cow<'_, str> {
    match dialect == Dialect::DutchSpreadsheet && text.starts_with(FORMULA) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same cases as of `atlas/tests/unit/csv.test.ts`.
    #[test]
    fn a_text_that_a_spreadsheet_would_compute_stands_behind_an_apostrophe() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("+31", "'+31"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("\n=1", "'\n=1"),
            ("|calc", "'|calc"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("\u{ff0b}1", "'\u{ff0b}1"),
            ("\u{ff0d}1", "'\u{ff0d}1"),
            ("\u{ff20}A1", "'\u{ff20}A1"),
            ("", ""),
            ("Amberhoek", "Amberhoek"),
            ("'t Veld", "'t Veld"),
            (" =1", " =1"),
            ("a=b", "a=b"),
        ];
        for (text, expected) in cases {
            assert_eq!(plain(text, Dialect::DutchSpreadsheet), expected, "{text:?}");
            assert_eq!(plain(text, Dialect::Iso), text, "for machines {text:?} is what it is");
        }
    }
}
