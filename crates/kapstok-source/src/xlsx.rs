// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Spreadsheets (XLSX): one sheet, cell by cell, in the order of the file.
//!
//! Read from the XML itself, with every byte counted as it is unpacked. The usual reader was tried: it
//! reserves memory for as many strings as the file *says* it has, and a cell reference of many letters
//! overflows it (a panic, or in a release build silently another cell). A test holds the cells against it.
//! Invariant: cells come row by row from top to bottom, each once; a file that does otherwise is refused.
//! Not here: dates (a figure is no date; the number stays), formulas (their last value is taken).

mod parts;
mod strings;

use std::fmt::Write;

use kapstok_table::{Place, Problem};
use quick_xml::events::Event;

use crate::limits::{LimitHit, Limits, check};
use crate::raw::{CellKind, RawBuilder, RawTable, join_titles, trim};
use crate::read::ReadOptions;
use kapstok_table::nearest;
use parts::{Part, Workbook, attribute, attributes};
use strings::{Strings, push_reference, unescape};

/// Why a workbook is not read.
#[derive(Debug)]
pub(crate) enum XlsxError {
    /// Too large.
    Limit(LimitHit),
    /// Cut, damaged, or no workbook: what the reader found.
    Damaged(String),
    /// A cell at a place where no cell can be, or twice.
    Cell(String),
}

impl From<LimitHit> for XlsxError {
    fn from(hit: LimitHit) -> Self {
        Self::Limit(hit)
    }
}

impl XlsxError {
    fn problem(self, place: Place) -> Problem {
        match self {
            Self::Limit(hit) => hit.problem(place),
            Self::Damaged(found) => Problem::error("K0303", place).with("found", found),
            Self::Cell(found) => Problem::error("K0313", place).with("found", found),
        }
    }
}

/// Names of the sheets, in the order of the workbook.
pub(crate) fn sheets(bytes: &[u8], limits: &Limits) -> Vec<String> {
    let names = |workbook: Workbook<'_>| workbook.sheets.into_iter().map(|(name, _)| name).collect();
    Workbook::open(bytes, limits).map(names).unwrap_or_default()
}

/// Reads one sheet.
pub(crate) fn read(
    file: &str,
    bytes: &[u8],
    options: &ReadOptions,
    limits: &Limits,
) -> (Option<RawTable>, Vec<Problem>) {
    let mut place = Place::file(file);
    let mut workbook = match Workbook::open(bytes, limits) {
        Ok(workbook) => workbook,
        Err(error) => return (None, vec![error.problem(place)]),
    };
    let names = || workbook.sheets.iter().map(|(name, _)| name.as_str());
    let mut problems = Vec::new();
    let wanted = match &options.sheet {
        Some(wanted) => names().position(|name| trim(name) == trim(wanted)),
        None => {
            if workbook.sheets.len() > 1 {
                let known = names().collect::<Vec<_>>().join(", ");
                problems.push(Problem::note("K0314", place.clone()).with("known", known));
            }
            Some(0)
        }
    };
    let Some((name, path)) = wanted.and_then(|position| workbook.sheets.get(position)).cloned() else {
        let wanted = options.sheet.as_deref().unwrap_or_default();
        let nearest = nearest(wanted, names());
        let known = names().collect::<Vec<_>>().join(", ");
        let problem = Problem::error("K0308", place).with("found", wanted).with("nearest", nearest);
        return (None, vec![problem.with("known", known)]);
    };
    place.sheet = Some(name.clone());
    let read = Strings::read(&mut workbook, limits).and_then(|strings| {
        read_sheet(file, &name, workbook.part(&path, limits)?, &strings, options.header_rows, limits)
    });
    match read {
        Ok(Some(table)) => {
            if table.n_rows() == 0 {
                problems.push(Problem::warning("K0318", place));
            }
            (Some(table), problems)
        }
        Ok(None) => {
            problems.push(Problem::error("K0310", place));
            (None, problems)
        }
        Err(error) => {
            problems.push(error.problem(place));
            (None, problems)
        }
    }
}

/// A cell before it is known whether it is a title or a figure.
struct SheetCell {
    column: usize,
    start: usize,
    kind: CellKind,
}

/// The cells of one row: texts one behind the other.
#[derive(Default)]
struct SheetRow {
    text: String,
    cells: Vec<SheetCell>,
}

impl SheetRow {
    fn iter(&self) -> impl Iterator<Item = (usize, &str, CellKind)> {
        let ends = self.cells.iter().skip(1).map(|next| next.start).chain([self.text.len()]);
        self.cells.iter().zip(ends).map(|(cell, end)| (cell.column, &self.text[cell.start..end], cell.kind))
    }

    fn is_blank(&self) -> bool {
        trim(&self.text).is_empty()
    }
}

/// What one row becomes: a title row, or a row of the table.
struct Rows<'l> {
    file: String,
    sheet: String,
    header_rows: usize,
    limits: &'l Limits,
    header: Vec<Vec<String>>,
    builder: Option<RawBuilder<'l>>,
}

impl Rows<'_> {
    fn take(&mut self, row_number: u32, row: &SheetRow) -> Result<(), XlsxError> {
        if row.is_blank() {
            return Ok(());
        }
        let Some(builder) = &mut self.builder else {
            let mut titles = vec![String::new(); row.cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0)];
            for (column, text, _) in row.iter() {
                titles[column] = text.to_owned();
            }
            self.header.push(titles);
            if self.header.len() == self.header_rows {
                let mut builder = RawBuilder::new(&self.file, Some(&self.sheet), self.limits);
                for (number, title) in (1..).zip(join_titles(&self.header)) {
                    builder.add_column(&title, number)?;
                }
                self.builder = Some(builder);
            }
            return Ok(());
        };
        builder.start_row(row_number)?;
        for (column, text, kind) in row.iter() {
            // A cell beyond the titles: its column gets no title.
            while builder.n_columns() <= column {
                let number = u32::try_from(builder.n_columns() + 1).unwrap_or(u32::MAX);
                builder.add_column("", number)?;
            }
            builder.put(column, text, kind)?;
        }
        builder.end_row();
        Ok(())
    }
}

fn read_sheet(
    file: &str,
    sheet: &str,
    mut part: Part<'_>,
    strings: &Strings,
    header_rows: u32,
    limits: &Limits,
) -> Result<Option<RawTable>, XlsxError> {
    let mut rows = Rows {
        file: file.to_owned(),
        sheet: sheet.to_owned(),
        header_rows: header_rows as usize,
        limits,
        header: Vec::new(),
        builder: None,
    };
    let (mut row, mut row_number, mut n_cells) = (SheetRow::default(), 0u32, 0usize);
    let mut in_data = false;
    let (mut buffer, mut found) = (Vec::new(), String::new());
    loop {
        match part.event(&mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "sheetData" => in_data = true,
            Event::Start(element) if in_data && element.local_name().as_ref() == "row" => {
                let number = match attribute(&element, "r") {
                    Some(text) => parse_row(&text).ok_or_else(|| XlsxError::Cell(text.to_string()))?,
                    None => row_number.saturating_add(1),
                };
                if number <= row_number {
                    return Err(XlsxError::Cell(number.to_string()));
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
                let [place, kind] = attributes(&element, ["r", "t"]);
                let column = match place {
                    Some(text) => match parse_cell(&text) {
                        Some((column, row)) if row == row_number && column >= after => column,
                        _ => return Err(XlsxError::Cell(text.into_owned())),
                    },
                    None => after,
                };
                check("columns", column + 1, limits.columns)?;
                let written = Written::of(kind.as_deref().unwrap_or_default());
                let start = row.text.len();
                let kind = read_cell(&mut part, &mut buffer, &mut found, written, strings, &mut row.text)?;
                check("cell-bytes", row.text.len() - start, limits.cell_bytes)?;
                check("text-bytes", row.text.len(), limits.text_bytes)?;
                row.cells.push(SheetCell { column, start, kind });
            }
            Event::End(element) if in_data && element.local_name().as_ref() == "row" => rows.take(row_number, &row)?,
            Event::End(element) if in_data && element.local_name().as_ref() == "sheetData" => break,
            Event::Eof => return Err(XlsxError::Damaged("the sheet ends before its data do".to_owned())),
            _ => {}
        }
    }
    Ok(rows.builder.map(RawBuilder::finish))
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
    /// Errors (`#N/A`) and dates: they stand as they are written.
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
            _ => Self::Other,
        }
    }
}

/// Reads what is inside `<c>` up to its end and puts the text behind `text`; `found` is for use within.
fn read_cell(
    part: &mut Part<'_>,
    buffer: &mut Vec<u8>,
    found: &mut String,
    written: Written,
    strings: &Strings,
    text: &mut String,
) -> Result<CellKind, XlsxError> {
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
            Event::End(_) if depth == 0 => break,
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
            Event::Eof => return Err(XlsxError::Damaged("the sheet ends inside a cell".to_owned())),
            _ => {}
        }
    }
    let plain = found.trim();
    Ok(match written {
        Written::Shared | Written::Number if plain.is_empty() => CellKind::Empty,
        Written::Shared => {
            let shared = plain.parse().ok().and_then(|index| strings.get(index));
            text.push_str(shared.ok_or_else(|| XlsxError::Damaged(format!("no shared text {plain}")))?);
            CellKind::Text
        }
        Written::Number => match plain.parse::<f64>() {
            // The shortest text that is this number: 17.399999999999999 was typed as 17.4.
            Ok(number) if number.is_finite() => {
                let _ = write!(text, "{number}");
                CellKind::Number
            }
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
fn parse_cell(text: &str) -> Option<(usize, u32)> {
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
