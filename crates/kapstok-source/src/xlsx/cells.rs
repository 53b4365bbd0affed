// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The cells of a sheet, row by row: what the reader of tables and the reader of forms have in common.
//!
//! In: the part of a sheet. Out: each row with its cells, one call per row. Invariant: rows from top to bottom, cells from
//! left to right, each once. Not here: what a row is (a title, a figure, a measure), cells that were merged.

use std::fmt::Write;

use quick_xml::events::Event;

use super::strings::{Strings, unescape};
use super::styles::Styles;
use crate::limits::{Limits, check};
use crate::package::{OfficeError, Part, attribute, attributes, push_reference};
use crate::raw::{CellKind, trim};

/// A cell before it is known whether it is a title or a figure.
struct SheetCell {
    column: usize,
    start: usize,
    kind: CellKind,
}

/// The cells of one row: texts one behind the other.
#[derive(Default)]
pub(crate) struct SheetRow {
    text: String,
    cells: Vec<SheetCell>,
}

impl SheetRow {
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &str, CellKind)> {
        let ends = self.cells.iter().skip(1).map(|next| next.start).chain([self.text.len()]);
        self.cells.iter().zip(ends).map(|(cell, end)| (cell.column, &self.text[cell.start..end], cell.kind))
    }

    pub(crate) fn is_blank(&self) -> bool {
        trim(&self.text).is_empty()
    }

    /// One more than the column of the last cell.
    pub(super) fn n_columns(&self) -> usize {
        self.cells.last().map_or(0, |cell| cell.column + 1)
    }
}

/// Reads a sheet up to the end of its data; what stands behind that is still to come from `part`.
pub(crate) fn read_rows(
    part: &mut Part<'_>,
    strings: &Strings,
    styles: &Styles,
    limits: &Limits,
    mut take: impl FnMut(u32, &SheetRow) -> Result<(), OfficeError>,
) -> Result<(), OfficeError> {
    let (mut row, mut row_number, mut n_cells) = (SheetRow::default(), 0u32, 0usize);
    let mut in_data = false;
    let (mut buffer, mut found) = (Vec::new(), String::new());
    loop {
        match part.event(&mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "sheetData" => in_data = true,
            Event::Start(element) if in_data && element.local_name().as_ref() == "row" => {
                let number = match attribute(&element, "r") {
                    Some(text) => parse_row(&text).ok_or_else(|| OfficeError::Cell(text.to_string()))?,
                    None => row_number.saturating_add(1),
                };
                if number <= row_number {
                    return Err(OfficeError::Cell(number.to_string()));
                }
                row_number = number;
                row.text.clear();
                row.cells.clear();
            }
            Event::Start(element) if in_data && element.local_name().as_ref() == "c" => {
                n_cells += 1;
                // A cell of XML takes twice the time of any other, empty or not.
                check("cells", n_cells, limits.cells / 2)?;
                let after = row.cells.last().map_or(0, |cell| cell.column + 1);
                let [place, kind, style] = attributes(&element, ["r", "t", "s"]);
                let column = match place {
                    Some(text) => match parse_cell(&text) {
                        Some((column, row)) if row == row_number && column >= after => column,
                        _ => return Err(OfficeError::Cell(text.into_owned())),
                    },
                    None => after,
                };
                check("columns", column + 1, limits.columns)?;
                let written = Written::of(kind.as_deref().unwrap_or_default());
                let start = row.text.len();
                let style = style.and_then(|style| style.parse().ok()).unwrap_or(0);
                read_content(part, &mut buffer, &mut found, written)?;
                let kind = push_value(&found, written, (style, styles), strings, &mut row.text)?;
                check("cell-bytes", row.text.len() - start, limits.cell_bytes)?;
                check("text-bytes", row.text.len(), limits.text_bytes)?;
                row.cells.push(SheetCell { column, start, kind });
            }
            Event::End(element) if in_data && element.local_name().as_ref() == "row" => take(row_number, &row)?,
            Event::End(element) if in_data && element.local_name().as_ref() == "sheetData" => break,
            Event::Eof => return Err(OfficeError::Damaged("the sheet ends before its data do".to_owned())),
            _ => {}
        }
    }
    Ok(())
}

/// How the content of a cell is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    /// A number.
    Number,
    /// The number of a shared text.
    Shared,
    /// A text of its own.
    Inline,
    /// A text that a formula gave.
    Formula,
    /// 0 or 1.
    Bool,
    /// A day, as `2025-03-31T00:00:00`.
    Day,
    /// Errors (`#N/A`): they stand as they are written.
    Other,
}

impl Written {
    fn of(kind: &str) -> Self {
        match kind {
            "" | "n" => Self::Number,
            "s" => Self::Shared,
            "inlineStr" => Self::Inline,
            "str" => Self::Formula,
            "b" => Self::Bool,
            "d" => Self::Day,
            _ => Self::Other,
        }
    }
}

/// Reads what is inside `<c>` up to its end.
fn read_content(
    part: &mut Part<'_>,
    buffer: &mut Vec<u8>,
    found: &mut String,
    written: Written,
) -> Result<(), OfficeError> {
    found.clear();
    let (mut in_value, mut in_phonetic, mut depth) = (false, false, 0usize);
    let value = if written == Written::Inline { "t" } else { "v" };
    loop {
        match part.event(buffer)? {
            Event::Start(element) => {
                depth += 1;
                match element.local_name().as_ref() {
                    "rPh" => in_phonetic = true,
                    name if name == value => in_value = !in_phonetic,
                    _ => {}
                }
            }
            Event::End(_) if depth == 0 => return Ok(()),
            Event::End(element) => {
                depth -= 1;
                match element.local_name().as_ref() {
                    "rPh" => in_phonetic = false,
                    name if name == value => in_value = false,
                    _ => {}
                }
            }
            Event::Text(part) if in_value => found.push_str(&part.xml10_content()),
            Event::CData(part) if in_value => found.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) if in_value => push_reference(&reference, found)?,
            Event::Eof => return Err(OfficeError::Damaged("the sheet ends inside a cell".to_owned())),
            _ => {}
        }
    }
}

/// Puts the text of a cell behind `text`.
fn push_value(
    found: &str,
    written: Written,
    (style, styles): (usize, &Styles),
    strings: &Strings,
    text: &mut String,
) -> Result<CellKind, OfficeError> {
    let plain = found.trim();
    Ok(match written {
        Written::Shared | Written::Number if plain.is_empty() => CellKind::Empty,
        Written::Shared => {
            let shared = plain.parse().ok().and_then(|index| strings.get(index));
            text.push_str(shared.ok_or_else(|| OfficeError::Damaged(format!("no shared text {plain}")))?);
            CellKind::Text
        }
        Written::Number => match plain.parse::<f64>() {
            Ok(number) if number.is_finite() => match styles.said(style, number) {
                Some(said) => {
                    text.push_str(&said);
                    CellKind::Text
                }
                // The shortest text that is this number: 17.399999999999999 was typed as 17.4.
                None => {
                    let _ = write!(text, "{number}");
                    CellKind::Number
                }
            },
            Ok(_) | Err(_) => {
                text.push_str(found);
                CellKind::Text
            }
        },
        Written::Bool => {
            text.push_str(if plain == "1" { "true" } else { "false" });
            CellKind::Bool
        }
        Written::Inline | Written::Formula => {
            text.push_str(&unescape(found));
            CellKind::Text
        }
        Written::Day => {
            text.push_str(plain.strip_suffix("T00:00:00").unwrap_or(plain));
            CellKind::Text
        }
        Written::Other => {
            text.push_str(found);
            CellKind::Text
        }
    })
}

/// The largest sheet that the form knows ends at XFD1048576.
const LAST_ROW: u32 = 1 << 20;

fn parse_row(text: &str) -> Option<u32> {
    let plain = text.len() <= 7 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|row| plain && (1..=LAST_ROW).contains(row))
}

/// `B7` as (column 1 from 0, row 7 from 1); `None` for what is no place on a sheet.
pub(crate) fn parse_cell(text: &str) -> Option<(usize, u32)> {
    let n_letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&n_letters) {
        return None;
    }
    let letters = text.bytes().take(n_letters).map(|byte| usize::from(byte.to_ascii_uppercase() - b'A') + 1);
    let column = letters.fold(0, |column, letter| column * 26 + letter) - 1;
    Some((column, parse_row(&text[n_letters..])?)).filter(|(column, _)| *column < 16_384)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_on_a_sheet_is_read_or_refused() {
        let cases = [
            ("A1", Some((0, 1))),
            ("Z9", Some((25, 9))),
            ("AA10", Some((26, 10))),
            ("AQ17342", Some((42, 17_342))),
            ("XFD1048576", Some((16_383, 1_048_576))),
            ("XFE1", None),
            ("A1048577", None),
            ("A0", None),
            ("1", None),
            ("A", None),
            ("AAAAAAAAAAAAAA1", None),
            ("A99999999999", None),
            ("A-1", None),
            ("", None),
            ("É1", None),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_cell(text), expected, "{text}");
        }
    }
}
