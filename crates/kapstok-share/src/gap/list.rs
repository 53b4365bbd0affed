// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A list of chosen areas, as somebody typed it: which areas are meant, and what is wrong with it.
//!
//! In: the text of a file. Out: areas of one level, and problems. Any bytes may come. The column of codes is the one in which
//! most rows are codes that the build knows; a first row without a code is a title. Invariant: an area with too few residents
//! takes no part, and is told.

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
    let rows: Vec<Vec<&str>> = text.trim_start_matches('\u{feff}').lines().map(fields).collect();
    let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let is_known = |row: &&Vec<&str>, column: usize| row.get(column).is_some_and(|it| snapshot.find(it).is_some());
    let n_known = |column: usize| rows.iter().filter(|row| is_known(row, column)).count();
    let column = (0..n_columns).rev().max_by_key(|column| n_known(*column)).unwrap_or(0);
    let mut problems = Vec::new();
    let mut found: Vec<AreaAt> = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let Some(typed) = row.get(column).filter(|typed| !typed.is_empty()) else { continue };
        let place = Place { row: Some(number as u32 + 1), ..Place::file(name) };
        match find_area(snapshot, typed) {
            Ok(area) if found.contains(&area) => problems.push(Problem::note("K0721", place).with("found", typed)),
            Ok(area) => found.push(area),
            // A first row that is no code is the title of the column.
            Err(_) if number == 0 && !typed.bytes().any(|byte| byte.is_ascii_digit()) => {}
            Err(NotFound::Unknown { nearest, .. }) => {
                problems.push(Problem::error("K0720", place).with("found", typed).with("nearest", nearest));
            }
            Err(NotFound::NotAtLevel { .. }) => {}
        }
    }
    // The level of most of them.
    let count = |level: usize| found.iter().filter(|area| area.level == level).count();
    let Some(level) = (0..snapshot.levels().len()).max_by_key(|level| count(*level)).filter(|level| count(*level) > 0)
    else {
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

/// The fields of a row: parted by the first of semicolon, tab or comma that it has.
fn fields(row: &str) -> Vec<&str> {
    let apart = [';', '\t', ','].into_iter().find(|sign| row.contains(*sign)).unwrap_or(';');
    row.split(apart).map(|field| field.trim().trim_matches('"').trim()).collect()
}
