// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok columns FILE`: what a file holds, before anything is made of it.

use std::io::Write;
use std::path::Path;

use kapstok_area::Hierarchy;
use kapstok_source::{ColumnDescription, ColumnKind, Description, RawTable};

use crate::bare::read_typed;
use crate::failure::Failure;
use crate::problems::{self, Texts};
use crate::workspace::any_error;
use kapstok_share::number::figure;
use kapstok_share::words::Words;

/// Prints the form, and a line per column: number, title, type, filled cells, marks with counts, a sample.
/// Codes are recognised by the forms of all built-in countries, the first that fits.
///
/// # Errors
/// [`Failure::Problems`] when rows could not be read, after what could be.
pub(crate) fn columns(file: &Path, sheet: Option<String>, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let (raw, problems) = read_typed(file, sheet.as_deref())?;
    print(&describe(&raw), words, out).map_err(crate::standard_output)?;
    if any_error(&problems) {
        return Err(Failure::Problems { problems, texts: Texts::new() });
    }
    problems::print(&problems, &Texts::new(), words, &mut std::io::stderr()).map_err(crate::standard_output)
}

/// By the first country whose codes occur; else by the first that numbers without prefix may be codes of, the
/// Netherlands before others, since digits alone fit many.
fn describe(raw: &RawTable) -> Description {
    let mut countries: Vec<&str> = kapstok_area::BUILTIN_COUNTRIES.iter().map(|(id, _)| *id).collect();
    countries.sort_by_key(|id| *id != "nl");
    let (mut guessed, mut plain) = (None, None);
    for hierarchy in countries.into_iter().filter_map(Hierarchy::builtin) {
        let found = kapstok_source::describe(raw, &hierarchy);
        if found.columns.iter().any(|column| matches!(column.kind, ColumnKind::Codes(_))) {
            return found;
        }
        match found.columns.iter().any(|column| column.without_prefix.is_some()) {
            true => guessed = guessed.or(Some(found)),
            false => plain = plain.or(Some(found)),
        }
    }
    guessed.or(plain).unwrap_or(Description { form: None, n_rows: 0, has_geometry: false, columns: Vec::new() })
}

/// What the cells of a column are, and how many are otherwise.
fn kind_in_words(column: &ColumnDescription, words: &Words) -> String {
    let n_others = column.n_filled - column.n_numbers;
    match &column.kind {
        ColumnKind::Codes(levels) => {
            let levels = words.each("level", levels.iter().map(|level| level.as_str()));
            words.say("columns-code", &[("level", &levels)])
        }
        ColumnKind::Number if n_others > 0 => words.say("columns-number-partly", &[("n", &n_others.to_string())]),
        ColumnKind::Number => words.say("columns-number", &[]),
        ColumnKind::Digits => words.say("columns-digits", &[]),
        ColumnKind::Text if column.n_numbers * 2 >= column.n_filled => {
            words.say("columns-text-partly", &[("n", &column.n_numbers.to_string())])
        }
        ColumnKind::Text => words.say("columns-text", &[]),
        ColumnKind::Empty => words.say("columns-empty", &[]),
    }
}

fn print(description: &Description, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    match description.form {
        Some(form) => writeln!(out, "{}", words.say("columns-form", &[("form", form)]))?,
        None => writeln!(out, "{}", words.say("columns-form-unknown", &[]))?,
    }
    let (rows, n_columns) = (description.n_rows.to_string(), description.columns.len().to_string());
    writeln!(out, "{}", words.say("columns-rows", &[("rows", &rows), ("columns", &n_columns)]))?;
    for column in &description.columns {
        let kind = kind_in_words(column, words);
        let range = column
            .range
            .map(|(low, high)| format!("  {} – {}", figure(low, 3, words.language), figure(high, 3, words.language)));
        let marks: Vec<String> = column.marks.iter().map(|(mark, n)| format!("`{mark}` × {n}")).collect();
        let marks = if marks.is_empty() {
            String::new()
        } else {
            format!("  {} {}", words.say("columns-marks", &[]), marks.join(", "))
        };
        writeln!(
            out,
            "{:>4}  {:<40} {kind:<22} {:>7} {}{}{marks}  {}",
            column.number,
            column.title,
            column.n_filled,
            words.say("columns-filled", &[]),
            range.unwrap_or_default(),
            column.samples.join(" | "),
        )?;
        if let (ColumnKind::Number | ColumnKind::Digits, Some(code)) = (&column.kind, &column.without_prefix) {
            let key = if code.zeros_lost { "columns-zeros-lost" } else { "columns-without-prefix" };
            let facts = [("level", code.level.as_str()), ("prefix", &*code.prefix)];
            writeln!(out, "      hint: {}", words.say(key, &facts))?;
        }
    }
    Ok(())
}
