// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A list of chosen areas, as somebody typed it: which areas are meant, and what is wrong with it.
//!
//! In: the text of a file. Out: areas of one level, and problems. Any bytes may come. The column of codes is the one in which
//! most rows are codes that the build knows; a first row without a code is a title. Invariant: an area with too few residents
//! takes no part, and is told.

use std::collections::{BTreeMap, BTreeSet};

use kapstok_table::{Place, Problem};

use crate::find::{NotFound, find_area};
use crate::snapshot::{AreaAt, Snapshot};

/// Areas that were chosen together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Position of their level.
    pub level: usize,
    /// Their places there, in order.
    pub areas: Vec<usize>,
}

/// Reads a list. Without any area of it that is known: `None`, and the problems say why.
pub fn read_list(snapshot: &Snapshot, name: &str, text: &str) -> (Option<Chosen>, Vec<Problem>) {
    let rows: Vec<(u32, Vec<String>)> =
        rows(text.trim_start_matches('\u{feff}')).into_iter().map(|(line, row)| (line, fields(&row))).collect();
    let n_columns = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
    let is_known = |row: &[String], column: usize| row.get(column).is_some_and(|it| snapshot.find(it).is_some());
    let n_known = |column: usize| rows.iter().filter(|(_, row)| is_known(row, column)).count();
    let column = (0..n_columns).rev().max_by_key(|column| n_known(*column)).unwrap_or(0);
    let mut problems = Vec::new();
    let mut found: Vec<AreaAt> = Vec::new();
    for (line, row) in &rows {
        let Some(typed) = row.get(column).filter(|typed| !typed.is_empty()) else { continue };
        let place = Place { row: Some(*line), ..Place::file(name) };
        match find_area(snapshot, typed) {
            Ok(area) if found.contains(&area) => problems.push(Problem::note("K0721", place).with("found", typed)),
            Ok(area) => found.push(area),
            // A first row that is no code is the title of the column.
            Err(_) if *line == 1 && !typed.bytes().any(|byte| byte.is_ascii_digit()) => {}
            Err(NotFound::Unknown { nearest, .. }) => {
                problems.push(Problem::error("K0720", place).with("found", typed).with("nearest", nearest));
            }
            Err(NotFound::NotAtLevel { .. }) => {}
        }
    }
    let Some(level) = level_of_most(&found) else {
        problems.push(Problem::error("K0723", Place::file(name)));
        return (None, Problem::fold(problems));
    };
    let mut areas = Vec::new();
    for area in found {
        let code = &snapshot.level_of(area).codes()[area.index];
        if area.level != level {
            let (own, most) = (snapshot.level_of(area).name(), snapshot.levels()[level].name());
            let problem = Problem::error("K0722", Place::file(name)).with("found", code);
            problems.push(problem.with("level", own).with("expected", most));
        } else if snapshot.levels()[level].has_too_few_residents(area.index) {
            problems.push(Problem::warning("K0724", Place::file(name)).with("found", code));
        } else {
            areas.push(area.index);
        }
    }
    areas.sort_unstable();
    if areas.is_empty() {
        problems.push(Problem::error("K0723", Place::file(name)));
        return (None, Problem::fold(problems));
    }
    (Some(Chosen { level, areas }), Problem::fold(problems))
}

/// The level of most areas; of several, the smallest areas.
fn level_of_most(found: &[AreaAt]) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for area in found {
        *counts.entry(area.level).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, n)| *n).map(|(level, _)| level)
}

/// Areas that an address names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Those that take part; none where no area of a code does.
    pub chosen: Option<Chosen>,
    /// What no area is called.
    pub unknown: Vec<String>,
    /// Codes of areas of another level than most.
    pub other_level: Vec<String>,
}

/// The areas of some codes. Those with too few residents are left out before anything is looked at, and not told one by one:
/// an address that names one has the same answer as one that does not.
pub fn named(snapshot: &Snapshot, codes: &[String]) -> Named {
    let mut named = Named::default();
    let mut found: BTreeSet<AreaAt> = BTreeSet::new();
    for typed in codes {
        match snapshot.find(typed.trim()) {
            None => named.unknown.push(typed.clone()),
            Some(area) if snapshot.level_of(area).has_too_few_residents(area.index) => {}
            Some(area) => {
                found.insert(area);
            }
        }
    }
    let found: Vec<AreaAt> = found.into_iter().collect();
    let Some(level) = level_of_most(&found) else { return named };
    let (of_level, others): (Vec<AreaAt>, Vec<AreaAt>) = found.into_iter().partition(|area| area.level == level);
    named.other_level = others.iter().map(|it| snapshot.level_of(*it).codes()[it.index].clone()).collect();
    named.chosen = Some(Chosen { level, areas: of_level.into_iter().map(|area| area.index).collect() });
    named
}

/// The rows of a text, each with the number of its first line, from 1. A line that ends between quotes goes on; where quotes
/// do not close, every line is a row.
fn rows(text: &str) -> Vec<(u32, String)> {
    let mut rows: Vec<(u32, String)> = Vec::new();
    let mut is_open = false;
    for (line, number) in text.lines().zip(1..) {
        match rows.last_mut().filter(|_| is_open) {
            Some((_, row)) => {
                row.push('\n');
                row.push_str(line);
            }
            None => rows.push((number, line.to_owned())),
        }
        is_open ^= line.matches('"').count() % 2 == 1;
    }
    if is_open { text.lines().map(str::to_owned).zip(1..).map(|(row, line)| (line, row)).collect() } else { rows }
}

/// The fields of a row: parted by the first of semicolon, tab or comma that it has outside quotes.
fn fields(row: &str) -> Vec<String> {
    let bare = row.split('"').step_by(2);
    let apart = [';', '\t', ','].into_iter().find(|sign| bare.clone().any(|part| part.contains(*sign)));
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).delimiter(apart.map_or(b';', |sign| sign as u8)).buffer_capacity(256);
    let record = reader.from_reader(row.as_bytes()).records().next().and_then(Result::ok).unwrap_or_default();
    record.iter().map(|field| field.trim().trim_matches('"').trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_between_quotes_parts_no_fields_and_no_rows() {
        let cases = [
            ("BU01;Oost", vec!["BU01", "Oost"]),
            (r#""Oost, bij de haven",BU01"#, vec!["Oost, bij de haven", "BU01"]),
            (r#""Oost; haven",BU01"#, vec!["Oost; haven", "BU01"]),
            (r#""zegt ""Oost""";BU01"#, vec!["zegt \"Oost", "BU01"]),
            (" BU01 ", vec!["BU01"]),
            ("", vec![]),
        ];
        for (row, expected) in cases {
            assert_eq!(fields(row), expected, "{row}");
        }
        let text = "code;naam\nBU01;\"Oost\nhaven\"\nBU02;West";
        let lines: Vec<(u32, usize)> = rows(text).iter().map(|(line, row)| (*line, fields(row).len())).collect();
        assert_eq!(lines, [(1, 2), (2, 2), (4, 2)]);
        // Quotes that do not close take no row away.
        assert_eq!(rows("a;\"b\nc;d\ne;f").len(), 3);
    }
}
