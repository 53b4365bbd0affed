// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok read tables`: whether rows add up. What differs is told as it is printed, and never mended.

use std::io::Write;
use std::path::Path;

use kapstok_read::Reading;
use kapstok_read::row::{DocumentRows, MoneyTableRow};
use kapstok_share::words::Words;
use serde::Serialize;

use super::source::open;
use crate::cli::With;
use crate::failure::Failure;

/// What `--json` prints.
#[derive(Serialize)]
struct AsJson<'a> {
    document: &'a str,
    sha256: &'a str,
    recipe: &'a str,
    recipe_sha256: &'a str,
    tables: &'a [MoneyTableRow],
}

/// Checks the tables.
pub(super) fn tables(path: &Path, with: &With, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let source = open(path, with.recipe.as_ref(), words)?;
    let rows = Reading::of(&source.document, &source.recipe).rows();
    if with.json {
        let head = &rows.document;
        let all = AsJson {
            document: &source.name,
            sha256: &head.sha256,
            recipe: &head.recipe,
            recipe_sha256: &head.recipe_sha256,
            tables: &rows.tables,
        };
        return crate::print_json(&all, out);
    }
    print(&rows, words, out).map_err(crate::standard_output)
}

/// Prints them.
pub(super) fn print(rows: &DocumentRows, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let said = |key: &str, facts: &[(&str, String)]| {
        let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        words.say(key, &facts)
    };
    if rows.tables.is_empty() {
        return writeln!(out, "{}", words.say("read-no-tables", &[]));
    }
    for table in &rows.tables {
        let place = &table.place;
        let page = place.page.clone().unwrap_or_else(|| place.pdf_page.to_string());
        let [different, unchecked] = table.different_and_unchecked().map(|n| n.to_string());
        let facts = [("page", page), ("equal", table.equal.to_string()), ("different", different), ("open", unchecked)];
        writeln!(out, "{}", said("read-table", &facts))?;
        for check in &table.others {
            let facts = [
                ("row", check.row.clone()),
                ("column", check.column.clone()),
                ("printed", check.printed.clone().unwrap_or_else(|| "-".to_owned())),
                ("computed", check.computed.clone().unwrap_or_else(|| "-".to_owned())),
            ];
            writeln!(out, "  {}", said(&format!("read-check-{}", check.outcome), &facts))?;
        }
    }
    Ok(())
}
