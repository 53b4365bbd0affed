// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok columns FILE`: what a file holds, before anything is made of it.

use std::io::Write;
use std::path::Path;

use kapstok_area::Hierarchy;
use kapstok_source::ColumnKind;

use crate::bare::read_table;
use crate::failure::Failure;
use crate::number::figure;
use crate::words::Words;

/// Prints the form, and a line per column: number, title, type, filled cells, marks with counts, a sample.
/// Codes are recognised by the forms of all built-in countries, the first that fits.
pub(crate) fn columns(file: &Path, sheet: Option<String>, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let raw = read_table(file, sheet.as_deref())?;
    let mut described = None;
    for (country, _) in kapstok_area::BUILTIN_COUNTRIES {
        let Some(hierarchy) = Hierarchy::builtin(country) else { continue };
        let found = kapstok_source::describe(&raw, &hierarchy);
        let has_codes = found.columns.iter().any(|column| matches!(column.kind, ColumnKind::Codes(_)));
        if has_codes || described.is_none() {
            described = Some(found);
        }
        if has_codes {
            break;
        }
    }
    let Some(description) = described else { return Ok(()) };
    let print = |out: &mut dyn Write| -> std::io::Result<()> {
        match description.form {
            Some(form) => writeln!(out, "{}", words.say("columns-form", &[("form", form)]))?,
            None => writeln!(out, "{}", words.say("columns-form-unknown", &[]))?,
        }
        let (rows, n_columns) = (description.n_rows.to_string(), description.columns.len().to_string());
        writeln!(out, "{}", words.say("columns-rows", &[("rows", &rows), ("columns", &n_columns)]))?;
        for column in &description.columns {
            let kind = match &column.kind {
                ColumnKind::Codes(levels) => {
                    let levels = words.each("level", levels.iter().map(|level| level.as_str()));
                    words.say("columns-code", &[("level", &levels)])
                }
                ColumnKind::Number => words.say("columns-number", &[]),
                ColumnKind::Text => words.say("columns-text", &[]),
                ColumnKind::Empty => words.say("columns-empty", &[]),
            };
            let range = column.range.map(|(low, high)| {
                format!("  {} – {}", figure(low, 3, words.language), figure(high, 3, words.language))
            });
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
        }
        Ok(())
    };
    print(out).map_err(crate::standard_output)
}
