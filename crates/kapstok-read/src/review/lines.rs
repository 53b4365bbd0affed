// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The table as lines of JSON: an object for each row, its keys being the titles.
//!
//! Beside it lines of decisions (`jsonl.rs`): those hold what was decided, these also what is still to be decided. A
//! file of either kind is told by the key `seal`, which only a row has. Invariant: what is written is read back as the
//! same rows.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::check::Row;
use super::grid::{Cell, Given, Grid, read_grid};
use super::jsonl::read_jsonl;
use super::problem::Problem;

/// A row, in the order of its titles.
struct Line(Vec<(String, Cell)>);

/// Writes a table; empty cells too, so that who fills it in sees what there is.
pub fn write_lines(grid: &Grid) -> String {
    let mut text = String::new();
    for (_, cells) in &grid.rows {
        let line = Line(grid.titles.iter().cloned().zip(cells.iter().cloned()).collect());
        // Texts by name always become JSON.
        text.push_str(&serde_json::to_string(&line).unwrap_or_default());
        text.push('\n');
    }
    text
}

/// Reads lines of either kind; blank ones are skipped.
pub fn read_lines(text: &str, given: Given<'_>) -> (Vec<Row>, Vec<Problem>) {
    match rows_of_lines(text) {
        Some((grid, mut problems)) => {
            let (rows, more) = read_grid(&grid, given);
            problems.extend(more);
            (rows, problems)
        }
        None => read_jsonl(text),
    }
}

/// The table of lines; `None` where they are lines of decisions. Rows have the number of their line.
pub fn rows_of_lines(text: &str) -> Option<(Grid, Vec<Problem>)> {
    let lines = (1..).zip(text.trim_start_matches('\u{feff}').lines());
    let lines: Vec<(usize, &str)> = lines.filter(|(_, line)| !line.trim().is_empty()).collect();
    let read: Vec<_> = lines.iter().map(|(row, line)| (*row, serde_json::from_str::<Line>(line))).collect();
    let is_row = |line: &Line| line.0.iter().any(|(title, _)| title == "seal");
    if !read.iter().any(|(_, line)| line.as_ref().is_ok_and(is_row)) {
        return None;
    }
    let (mut grid, mut problems) = (Grid::default(), Vec::new());
    for (row, line) in read {
        let line = match line {
            Ok(line) => line.0,
            Err(error) => {
                problems.push(Problem::unreadable(row, error));
                continue;
            }
        };
        let mut cells = vec![Cell::Empty; grid.titles.len()];
        for (title, cell) in line {
            match grid.titles.iter().position(|known| *known == title) {
                Some(at) => cells[at] = cell,
                None => {
                    grid.titles.push(title);
                    cells.push(cell);
                }
            }
        }
        grid.rows.push((row, cells));
    }
    Some((grid, problems))
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(title, cell)| (title, OneCell(cell))))
    }
}

struct OneCell<'a>(&'a Cell);

impl Serialize for OneCell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cell::Empty => serializer.serialize_str(""),
            Cell::Text(text) => serializer.serialize_str(text),
            Cell::Whole(number) => serializer.serialize_u32(*number),
        }
    }
}

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfLine;
        impl<'de> Visitor<'de> for OfLine {
            type Value = Line;

            fn expecting(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
                form.write_str("texts and whole numbers by title")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Line, A::Error> {
                let (mut cells, mut known) = (Vec::new(), BTreeSet::new());
                while let Some(title) = map.next_key::<String>()? {
                    if !known.insert(title.clone()) {
                        return Err(serde::de::Error::custom(format_args!("`{title}` twice")));
                    }
                    let cell = match map.next_value::<Value>()? {
                        Value::Nothing(()) => Cell::Empty,
                        Value::Text(text) if text.is_empty() => Cell::Empty,
                        Value::Text(text) => Cell::Text(text),
                        Value::Whole(number) => Cell::Whole(number),
                    };
                    cells.push((title, cell));
                }
                Ok(Line(cells))
            }
        }
        deserializer.deserialize_map(OfLine)
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Value {
    Text(String),
    Whole(u32),
    Nothing(()),
}
