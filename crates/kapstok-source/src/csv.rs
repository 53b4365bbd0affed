// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Text with separators: `;`, `,`, tab or `|`, quoted or not, LF or CRLF, one header row or more.
//!
//! In: decoded text. Out: a [`RawTable`] and all ragged rows at once. Fields are split here and not by a
//! library, because a quote that is never closed must not gather the rest of the file into one field;
//! a test holds the splitting against the `csv` crate. Not here: encodings (`encoding.rs`).

use std::borrow::Cow;

use kapstok_table::{Place, Problem};

use crate::limits::{LimitHit, Limits, check};
use crate::raw::{CellKind, RawBuilder, RawTable, join_titles, trim};

const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// What stops the splitting of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    Limit(LimitHit),
    /// A quote that is not closed within the longest field.
    OpenQuote {
        line: u32,
    },
}

/// Reads the whole text.
pub(crate) fn read(file: &str, text: &str, header_rows: u32, limits: &Limits) -> (Option<RawTable>, Vec<Problem>) {
    let mut problems = Vec::new();
    match read_records(file, text, header_rows, limits, &mut problems) {
        Ok(table) => (table, problems),
        Err(Stop::Limit(hit)) => (None, vec![hit.problem(Place::file(file))]),
        Err(Stop::OpenQuote { line }) => {
            (None, vec![Problem::error("K0312", Place { row: Some(line), ..Place::file(file) })])
        }
    }
}

fn read_records(
    file: &str,
    text: &str,
    header_rows: u32,
    limits: &Limits,
    problems: &mut Vec<Problem>,
) -> Result<Option<RawTable>, Stop> {
    let delimiter = sniff(text, limits);
    let mut records = Records { text, at: 0, line: 1, delimiter, limits };
    let mut header: Vec<Vec<String>> = Vec::new();
    while header.len() < header_rows as usize {
        let mut fields: Vec<String> = Vec::new();
        let Some(_) = records.next(|_, field| {
            check("columns", fields.len() + 1, limits.columns)?;
            fields.push(field.into_owned());
            Ok(())
        })?
        else {
            break;
        };
        if !fields.iter().all(|field| trim(field).is_empty()) {
            header.push(fields);
        }
    }
    if header.len() < header_rows as usize {
        problems.push(Problem::error("K0310", Place::file(file)));
        return Ok(None);
    }
    let mut builder = RawBuilder::new(file, None, limits);
    for (number, title) in (1..).zip(join_titles(&header)) {
        builder.add_column(&title, number).map_err(Stop::Limit)?;
    }
    let n_columns = builder.n_columns();
    let mut row: Vec<Cow<'_, str>> = Vec::with_capacity(n_columns);
    let mut n_ragged = 0usize;
    loop {
        row.clear();
        let Some(line) = records.next(|_, field| {
            check("columns", row.len() + 1, limits.columns)?;
            row.push(field);
            Ok(())
        })?
        else {
            break;
        };
        if row.iter().all(|field| field.is_empty()) && row.len() <= 1 {
            continue; // An empty line.
        }
        let n_fields = row.len() - row.iter().rev().take_while(|field| field.is_empty()).count();
        if row.len() < n_columns || n_fields > n_columns {
            n_ragged += 1;
            let place = Place { row: Some(line), ..Place::file(file) };
            if n_ragged <= 20 {
                let problem = Problem::error("K0307", place).with("expected", n_columns);
                problems.push(problem.with("found", row.len()));
            } else if let Some(last) = problems.last_mut() {
                last.count += 1;
            }
            continue;
        }
        builder.start_row(line).map_err(Stop::Limit)?;
        for (column, field) in row.iter().take(n_columns).enumerate() {
            builder.put(column, field, CellKind::Text).map_err(Stop::Limit)?;
        }
        builder.end_row();
    }
    Ok(Some(builder.finish()))
}

/// The separator that splits the first line that is not blank into the most fields; `;` when none does.
fn sniff(text: &str, limits: &Limits) -> u8 {
    let count = |delimiter: u8| {
        let mut records = Records { text, at: 0, line: 1, delimiter, limits };
        let mut n_fields = 0usize;
        let mut any = false;
        while let Ok(Some(_)) = records.next(|_, field| {
            n_fields += 1;
            any |= !trim(&field).is_empty();
            check("columns", n_fields, limits.columns)
        }) {
            if any {
                break;
            }
            n_fields = 0;
        }
        n_fields
    };
    let mut best = (DELIMITERS[0], 1);
    for delimiter in DELIMITERS {
        let n_fields = count(delimiter);
        if n_fields > best.1 {
            best = (delimiter, n_fields);
        }
    }
    best.0
}

/// Splits text into records, as RFC 4180 says; a quote inside a field that is not quoted stands for itself.
struct Records<'a, 'l> {
    text: &'a str,
    at: usize,
    line: u32,
    delimiter: u8,
    limits: &'l Limits,
}

impl<'a> Records<'a, '_> {
    /// Gives each field of the next record to `take`; returns the line on which the record starts, `None`
    /// at the end of the text.
    fn next(&mut self, mut take: impl FnMut(usize, Cow<'a, str>) -> Result<(), LimitHit>) -> Result<Option<u32>, Stop> {
        let bytes = self.text.as_bytes();
        if self.at >= bytes.len() {
            return Ok(None);
        }
        let start_line = self.line;
        let mut n_fields = 0;
        loop {
            let field = self.field()?;
            take(n_fields, field).map_err(Stop::Limit)?;
            n_fields += 1;
            match bytes.get(self.at) {
                Some(byte) if *byte == self.delimiter => self.at += 1,
                Some(b'\r') if bytes.get(self.at + 1) == Some(&b'\n') => {
                    self.at += 2;
                    break;
                }
                Some(_) => {
                    self.at += 1;
                    break;
                }
                None => break,
            }
        }
        self.line += 1;
        Ok(Some(start_line))
    }

    /// One field; stops at the separator or line end behind it.
    fn field(&mut self) -> Result<Cow<'a, str>, Stop> {
        if self.text.as_bytes().get(self.at) == Some(&b'"') {
            return self.quoted();
        }
        let start = self.at;
        self.skip_to_separator(start)?;
        Ok(Cow::Borrowed(&self.text[start..self.at]))
    }

    fn skip_to_separator(&mut self, start: usize) -> Result<(), Stop> {
        let rest = &self.text.as_bytes()[self.at..];
        let ends = |byte: &u8| *byte == self.delimiter || *byte == b'\n' || *byte == b'\r';
        self.at += rest.iter().position(ends).unwrap_or(rest.len());
        check("cell-bytes", self.at - start, self.limits.cell_bytes).map_err(Stop::Limit)
    }

    fn quoted(&mut self) -> Result<Cow<'a, str>, Stop> {
        let bytes = self.text.as_bytes();
        let opened = self.line;
        let start = self.at + 1;
        let mut unquoted: Option<String> = None;
        let mut part = start;
        self.at = start;
        loop {
            // Only as far as the longest field: an open quote must not walk the whole file.
            let most = bytes.len().min(start + self.limits.cell_bytes + 2);
            let window = &bytes[self.at.min(most)..most];
            let Some(n) = window.iter().position(|byte| *byte == b'"') else {
                return Err(Stop::OpenQuote { line: opened });
            };
            self.line += u32::try_from(window[..n].iter().filter(|byte| **byte == b'\n').count()).unwrap_or(0);
            let quote = self.at + n;
            self.at = quote + 1;
            if bytes.get(self.at) == Some(&b'"') {
                unquoted.get_or_insert_default().push_str(&self.text[part..=quote]);
                self.at += 1;
                part = self.at;
                continue;
            }
            let last = &self.text[part..quote];
            // What stands between the closing quote and the separator belongs to the field as it is.
            let behind = self.at;
            self.skip_to_separator(behind)?;
            let behind = &self.text[behind..self.at];
            return Ok(match unquoted {
                None if behind.is_empty() => Cow::Borrowed(last),
                unquoted => Cow::Owned(unquoted.unwrap_or_default() + last + behind),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(text: &str) -> RawTable {
        let (table, problems) = read("a.csv", text, 1, &Limits::default());
        assert_eq!(problems, []);
        table.unwrap()
    }

    fn rows(table: &RawTable) -> Vec<Vec<&str>> {
        let row = |row| (0..table.n_columns()).map(|column| table.cell(row, column).text).collect();
        (0..table.n_rows()).map(row).collect()
    }

    #[test]
    fn the_separator_is_found_and_fields_come_out_as_they_stand() {
        let cases = [
            ("code;a\nGM0001;1,5\n", vec![vec!["GM0001", "1,5"]]),
            ("code,a\r\nGM0001,1.5\r\n", vec![vec!["GM0001", "1.5"]]),
            ("code\ta\nGM0001\t1 000", vec![vec!["GM0001", "1 000"]]),
            ("code|a\nGM0001|1", vec![vec!["GM0001", "1"]]),
            ("code;a\n\"GM0001    \";\"       .\"\n", vec![vec!["GM0001    ", "       ."]]),
            ("\"a;b\",c\n\"x, y\",\"say \"\"ja\"\"\"\n", vec![vec!["x, y", "say \"ja\""]]),
            ("code;a\n\"two\nlines\";1\n", vec![vec!["two\nlines", "1"]]),
            ("code;a;\nGM0001;1;\n", vec![vec!["GM0001", "1"]]), // A separator at the end of each line.
            ("code;a\n\nGM0001;\n\n", vec![vec!["GM0001", ""]]),
            ("\n\ncode;a\nGM0001;1", vec![vec!["GM0001", "1"]]),
            ("code\nGM0001\nGM0002\n", vec![vec!["GM0001"], vec!["GM0002"]]),
        ];
        for (text, expected) in cases {
            assert_eq!(rows(&table(text)), expected, "{text:?}");
        }
    }

    #[test]
    fn rows_are_numbered_by_their_line_in_the_file() {
        let table = table("code;a\n\n\"two\nlines\";1\nGM0002;2\n");
        assert_eq!((table.row_number(0), table.row_number(1)), (3, 5));
    }

    #[test]
    fn every_ragged_row_is_a_problem_and_the_others_stand() {
        let (table, problems) = read("a.csv", "code;a\nGM0001\nGM0002;2\nGM0003;3;4\n", 1, &Limits::default());
        let found: Vec<_> = problems.iter().map(|p| (p.code, p.place.row, p.fact("found"))).collect();
        assert_eq!(found, [("K0307", Some(2), Some("1")), ("K0307", Some(4), Some("3"))]);
        assert_eq!(rows(&table.unwrap()), [["GM0002", "2"]]);
    }

    #[test]
    fn an_open_quote_an_endless_field_and_a_million_columns_are_refused_with_a_code() {
        let long = "x".repeat(2 << 20);
        let cases = [
            ("code;a\n\"GM0001;1\nGM0002;2\n".to_owned(), "K0312"),
            (format!("code;a\nGM0001;\"{long}\n"), "K0312"),
            (format!("code;a\nGM0001;{long}\n"), "K0304"),
            (long, "K0304"),
            (";".repeat(1_000_000), "K0304"),
            ("   \n \n".to_owned(), "K0310"),
            (String::new(), "K0310"),
        ];
        for (text, code) in cases {
            let (table, problems) = read("a.csv", &text, 1, &Limits::default());
            assert!(table.is_none());
            assert_eq!(problems.iter().map(|p| p.code).collect::<Vec<_>>(), [code], "{:.20}", text);
        }
    }

    proptest! {
        #[test]
        fn fields_are_split_as_the_csv_crate_splits_them(text in "[ab;\"\r\n]{0,40}") {
            let limits = Limits::default();
            let mut records = Records { text: &text, at: 0, line: 1, delimiter: b';', limits: &limits };
            let mut ours: Vec<Vec<String>> = Vec::new();
            let mut open = false;
            loop {
                let mut row = Vec::new();
                match records.next(|_, field| { row.push(field.into_owned()); Ok(()) }) {
                    Ok(Some(_)) => ours.push(row),
                    Ok(None) => break,
                    Err(_) => { open = true; break; }
                }
            }
            // The csv crate takes an open quote as closed at the end, and skips empty lines.
            prop_assume!(!open);
            ours.retain(|row| row != &[""] );
            let mut theirs = csv::ReaderBuilder::new();
            let theirs = theirs.has_headers(false).flexible(true).delimiter(b';').from_reader(text.as_bytes()).into_records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
                .filter(|row| row != &[""]).collect::<Vec<_>>();
            prop_assert_eq!(ours, theirs);
        }
    }
}
