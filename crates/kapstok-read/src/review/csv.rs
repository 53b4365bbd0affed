// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The table as CSV that a spreadsheet may open, change and save.
//!
//! Written: UTF-8 with a mark, `;` or `,`, lines ending in CR LF. Read: UTF-8, UTF-16 or the old character set of
//! Windows; `;`, `,` or tab, by the titles. Invariant: no text begins as a formula does, nor is one a number, a day or
//! a share to a spreadsheet that was none: such a text stands behind an apostrophe, which is taken off again.

use super::check::Row;
use super::grid::{Cell, Given, Grid, read_grid};
use super::problem::Problem;

/// What parts two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `,`: where the decimal sign is a point.
    Comma,
    /// `;`: where the decimal sign is a comma, as in Dutch.
    Semicolon,
}

/// What a cell that a spreadsheet takes for a formula begins with; the list of the tables of figures.
const FORMULA: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '|', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Longer texts that begin with a digit are taken for nothing else.
const LONGEST_NUMBER: usize = 40;

/// Writes a table.
pub fn write_csv(grid: &Grid, separator: Separator) -> String {
    let separator = if separator == Separator::Comma { ',' } else { ';' };
    let mut text = "\u{feff}".to_owned();
    let mut put = |cells: &mut dyn Iterator<Item = String>| {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                text.push(separator);
            }
            text.push_str(&quoted(&cell));
        }
        text.push_str("\r\n");
    };
    put(&mut grid.titles.iter().map(|title| guarded(title)));
    for (_, cells) in &grid.rows {
        put(&mut cells.iter().map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => guarded(text),
            Cell::Whole(number) => number.to_string(),
        }));
    }
    text
}

/// Quoted wherever a reader with another separator, or one that trims, would take it for something else.
fn quoted(cell: &str) -> String {
    let is_plain = !cell.contains(['"', ',', ';', '\t', '\r', '\n']) && cell.trim() == cell;
    if is_plain { cell.to_owned() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
}

fn guarded(text: &str) -> String {
    if is_at_risk(text) { format!("'{text}") } else { text.to_owned() }
}

fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_at_risk(rest)).unwrap_or(text)
}

/// Whether a spreadsheet would make something else of a text; also where apostrophes stand before it already, so that
/// each is told from ours.
fn is_at_risk(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    let is_count = |text: &str| text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = text.starts_with(|sign: char| sign.is_ascii_digit()) && text.len() <= LONGEST_NUMBER;
    text.starts_with(FORMULA) || (is_number && !(is_count(text) && (text == "0" || !text.starts_with('0'))))
}

/// Reads decisions from the bytes of a file.
pub fn read_csv(bytes: &[u8], given: Given<'_>) -> (Vec<Row>, Vec<Problem>) {
    match grid_of_csv(bytes) {
        Ok((grid, mut problems)) => {
            let (rows, more) = read_grid(&grid, given);
            problems.extend(more);
            (rows, problems)
        }
        Err(problem) => (Vec::new(), vec![problem]),
    }
}

/// The table of a file, its texts without the apostrophes before them.
///
/// # Errors
/// A quotation mark that is never closed: then no row can be told from the next.
pub fn grid_of_csv(bytes: &[u8]) -> Result<(Grid, Vec<Problem>), Problem> {
    let (text, used, is_broken) = encoding_rs::UTF_8.decode(bytes);
    let text = match is_broken && used == encoding_rs::UTF_8 {
        true => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
        false => text,
    };
    grid(&text)
}

fn grid(text: &str) -> Result<(Grid, Vec<Problem>), Problem> {
    // Some spreadsheets write this before the titles; none shows it.
    let hint = text.split_inclusive('\n').next().filter(|line| line.to_lowercase().starts_with("sep="));
    let text = &text[hint.map_or(0, str::len)..];
    let titles_with = |separator: char| {
        let known = ["key", "quote", "act", "document", "seal"];
        let first = records(text, separator).next().and_then(Result::ok).unwrap_or_default();
        first.iter().filter(|title| known.contains(&title.trim())).count()
    };
    // The first of those that find the most.
    let separator = [',', ';', '\t'].into_iter().rev().max_by_key(|separator| titles_with(*separator)).unwrap_or(',');
    let (mut grid, mut problems) = (Grid::default(), Vec::new());
    for (number, cells) in (1..).zip(records(text, separator)) {
        let cells = cells.map_err(|found| Problem::unreadable(number, found))?;
        if number == 1 {
            grid.titles = cells.iter().map(|title| unguarded(title).to_owned()).collect();
            continue;
        }
        let full = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        if full > grid.titles.len() {
            problems.push(Problem::unreadable(number, format_args!("{full} > {}", grid.titles.len())));
            continue;
        }
        let cell = |cell: &String| match unguarded(cell) {
            "" => Cell::Empty,
            text => Cell::Text(text.to_owned()),
        };
        if full > 0 {
            grid.rows.push((number, cells.iter().map(cell).collect()));
        }
    }
    Ok((grid, problems))
}

/// The records of a text as RFC 4180 says; a quote inside a cell that is not quoted stands for itself. `Err` is the
/// start of a cell whose quote is never closed.
fn records(text: &str, separator: char) -> impl Iterator<Item = Result<Vec<String>, String>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut cells = Vec::new();
        loop {
            let mut cell = String::new();
            if let Some(quoted) = rest.strip_prefix('"') {
                let Some(after) = unquote(quoted, &mut cell) else {
                    let start = quoted.chars().take(40).collect();
                    rest = "";
                    return Some(Err(start));
                };
                rest = after;
            }
            let end = rest.find([separator, '\n', '\r']).unwrap_or(rest.len());
            cell.push_str(&rest[..end]);
            rest = &rest[end..];
            cells.push(cell);
            match rest.strip_prefix(separator) {
                Some(after) => rest = after,
                None => break,
            }
        }
        rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest);
        Some(Ok(cells))
    })
}

/// Takes the rest of a quoted cell, and gives what stands behind it.
fn unquote<'a>(mut rest: &'a str, cell: &mut String) -> Option<&'a str> {
    loop {
        let end = rest.find('"')?;
        cell.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(after) => {
                cell.push('"');
                rest = after;
            }
            None => return Some(rest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_make_something_else_of_stands_behind_an_apostrophe() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("-2", "'-2"),
            ("\t=1", "'\t=1"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("'=1", "''=1"),
            ("1.5", "'1.5"),   // The first of May in Dutch.
            ("3-4", "'3-4"),   // The third of April.
            ("007", "'007"),   // Seven.
            ("1e10", "'1e10"), // Ten thousand million.
            ("12 mei 2030", "'12 mei 2030"),
            ("2030", "2030"),
            ("0", "0"),
            ("'t Veld", "'t Veld"),
            (" =1", " =1"),
            ("P4Y", "P4Y"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(guarded(text), expected, "{text:?}");
            assert_eq!(unguarded(expected), text, "{expected:?} back");
        }
    }

    #[test]
    fn records_are_taken_apart_as_spreadsheets_write_them() {
        let read = |text: &str| records(text, ';').collect::<Result<Vec<_>, _>>();
        let cells = |rows: &[&[&str]]| {
            Ok(rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect::<Vec<Vec<_>>>())
        };
        assert_eq!(read("a;b\r\n\"c;\"\"d\"\"\n\";\r\n"), cells(&[&["a", "b"], &["c;\"d\"\n", ""]]));
        assert_eq!(read("a;b\n\nc"), cells(&[&["a", "b"], &[""], &["c"]]));
        assert_eq!(read("a\"b;\"c\"d"), cells(&[&["a\"b", "cd"]]));
        assert_eq!(read("a;\"b\nc"), Err("b\nc".to_owned()));
        assert_eq!(read(""), cells(&[]));
    }
}
