// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Files of statements and decisions: lines of JSON, CSV, or a workbook, by the end of the name.
//!
//! In: a table, or a path. Out: a file, or its rows with what is wrong with them. Invariant: the same table comes back
//! from each of the three.

use std::path::Path;

use kapstok_read::review::{self, Given, Grid, Row, Separator, Weight};
use kapstok_share::words::{Language, Words};
use kapstok_table::{Place, Problem};

use super::workbook;
use crate::agenda::stop;
use crate::durable::replace_durably;
use crate::failure::Failure;
use crate::problems::Texts;

/// How a file holds the table.
enum Form {
    Lines,
    Csv,
    Workbook,
}

impl Form {
    fn of(path: &Path) -> Result<Self, Failure> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "jsonl" => Ok(Self::Lines),
            "csv" => Ok(Self::Csv),
            "xlsx" => Ok(Self::Workbook),
            _ => Err(stop(Problem::error("K0872", Place::file(&name(path))).with("found", name(path)))),
        }
    }
}

/// Writes a table.
///
/// # Errors
/// K0872: another ending; K0875 where a cell would be too long; what the system says of the file.
pub(crate) fn write(grid: &Grid, path: &Path, words: &Words) -> Result<(), Failure> {
    let bytes = match Form::of(path)? {
        Form::Lines => review::write_lines(grid).into_bytes(),
        Form::Csv => {
            let separator = if words.language == Language::Nl { Separator::Semicolon } else { Separator::Comma };
            review::write_csv(grid, separator).into_bytes()
        }
        Form::Workbook => {
            let too_much = |_| stop(Problem::error("K0875", Place::file(&name(path))));
            workbook::write(grid, words).map_err(too_much)?
        }
    };
    replace_durably(path, &bytes)
}

/// Reads decisions.
///
/// # Errors
/// What cannot be read at all; what is wrong with rows stands in the answer.
pub(crate) fn read(path: &Path, given: Given<'_>) -> Result<(Vec<Row>, Vec<Problem>), Failure> {
    let form = Form::of(path)?;
    let bytes = std::fs::read(path).map_err(|error| Failure::io(path, error))?;
    let (rows, problems) = match form {
        Form::Lines => match std::str::from_utf8(&bytes) {
            Ok(text) => review::read_lines(text, given),
            Err(_) => return Err(stop(no_table(&name(path)))),
        },
        Form::Csv => review::read_csv(&bytes, given),
        Form::Workbook => {
            let failed = |problems| Failure::Problems { problems, texts: Texts::new() };
            review::read_grid(&workbook::read(&name(path), &bytes).map_err(failed)?, given)
        }
    };
    Ok((rows, problems.into_iter().map(|problem| at_file(path, problem)).collect()))
}

/// A problem of a row, with the name of its file.
pub(crate) fn at_file(path: &Path, problem: review::Problem) -> Problem {
    let row = problem.row.and_then(|row| u32::try_from(row).ok());
    let place = Place { row, column: problem.column, ..Place::file(&name(path)) };
    let made = match problem.weight {
        Weight::Told => Problem::warning(problem.code, place),
        Weight::Refused => Problem::error(problem.code, place),
    };
    problem.facts.into_iter().fold(made, |made, (name, value)| made.with(name, value))
}

/// A file without a table of decisions.
pub(super) fn no_table(name: &str) -> Problem {
    Problem::error("K0871", Place::file(name)).with("found", name)
}

fn name(path: &Path) -> String {
    path.display().to_string()
}
