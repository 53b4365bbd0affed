// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Spreadsheets (XLSX): one sheet, cell by cell, in the order of the file.
//!
//! Read from the XML itself, with every byte counted as it is unpacked. The usual reader was tried: it
//! reserves memory for as many strings as the file *says* it has, and a cell reference of many letters
//! overflows it (a panic, or in a release build silently another cell). A test holds the cells against it.
//! Invariant: cells come row by row from top to bottom, each once; a file that does otherwise is refused.
//! Not here: dates (a figure is no date; the number stays; forms that people fill in are read by `grid`), formulas
//! (their last value is taken).

mod cells;
mod parts;
mod strings;
mod styles;

use kapstok_table::{Place, Problem, nearest};

use crate::limits::Limits;
use crate::package::{OfficeError, Part};
use crate::raw::{RawBuilder, RawTable, join_titles, trim};
use crate::read::ReadOptions;

pub(crate) use cells::{SheetRow, parse_cell, read_rows};
pub(crate) use parts::Workbook;
pub(crate) use strings::Strings;
pub(crate) use styles::Styles;

/// Names of the sheets, in the order of the workbook.
pub(crate) fn sheets(bytes: &[u8], limits: &Limits) -> Vec<String> {
    let names = |workbook: Workbook<'_>| workbook.sheets.into_iter().map(|sheet| sheet.name).collect();
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
    let names = || workbook.sheets.iter().map(|sheet| sheet.name.as_str());
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
    let Some(sheet) = wanted.and_then(|position| workbook.sheets.get(position)).cloned() else {
        let wanted = options.sheet.as_deref().unwrap_or_default();
        let nearest = nearest(wanted, names());
        let known = names().collect::<Vec<_>>().join(", ");
        let problem = Problem::error("K0308", place).with("found", wanted).with("nearest", nearest);
        return (None, vec![problem.with("known", known)]);
    };
    place.sheet = Some(sheet.name.clone());
    let read = Strings::read(&mut workbook, limits).and_then(|strings| {
        read_sheet(file, &sheet.name, workbook.part(&sheet.path, limits)?, &strings, options.header_rows, limits)
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
    fn take(&mut self, row_number: u32, row: &SheetRow) -> Result<(), OfficeError> {
        if row.is_blank() {
            return Ok(());
        }
        let Some(builder) = &mut self.builder else {
            let mut titles = vec![String::new(); row.n_columns()];
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
) -> Result<Option<RawTable>, OfficeError> {
    let mut rows = Rows {
        file: file.to_owned(),
        sheet: sheet.to_owned(),
        header_rows: header_rows as usize,
        limits,
        header: Vec::new(),
        builder: None,
    };
    read_rows(&mut part, strings, &Styles::default(), limits, |number, row| rows.take(number, row))?;
    Ok(rows.builder.map(RawBuilder::finish))
}
