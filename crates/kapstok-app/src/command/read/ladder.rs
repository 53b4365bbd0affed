// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok read ladder`: from a statement up to the money that is nearest, rung by rung; never yes or no.

use std::io::Write;
use std::path::Path;

use kapstok_read::row::LadderRow;
use kapstok_read::{Reading, Statement};
use kapstok_share::documents::said::amount_near;
use kapstok_share::words::Words;
use kapstok_table::{Place, Problem};
use serde::Serialize;

use super::said::{cited_row, short};
use super::source::open;
use crate::cli::With;
use crate::failure::Failure;
use crate::problems::Texts;

/// What `--json` prints.
#[derive(Serialize)]
struct AsJson<'a> {
    document: &'a str,
    sha256: &'a str,
    recipe: &'a str,
    recipe_sha256: &'a str,
    /// Whose numbers `--page` means: `printed`, or `file` where the document prints none.
    pages: &'static str,
    ladders: &'a [LadderRow],
}

/// Which statements.
pub(super) struct Which<'a> {
    /// On this printed page; on this page of the file where none has a printed number.
    pub(super) page: Option<&'a str>,
    /// Only those framed by area.
    pub(super) by_area: bool,
}

/// Prints ladders.
pub(super) fn ladder(
    path: &Path,
    which: &Which<'_>,
    with: &With,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let source = open(path, with.recipe.as_ref(), words)?;
    let reading = Reading::of(&source.document, &source.recipe);
    let prints = source.document.pages.iter().any(|page| page.printed.is_some());
    let on_page = |one: &&Statement| {
        let place = reading.place(one);
        let is_it = |page| if prints { place.printed() == Some(page) } else { place.page().to_string() == page };
        which.page.is_none_or(is_it)
    };
    let on_this: Vec<&Statement> = reading.statements.iter().filter(on_page).collect();
    if let (Some(page), true) = (which.page, on_this.is_empty()) {
        let problem = Problem::error("K0854", Place::file(&source.name)).with("found", page);
        return Err(Failure::Problems { problems: vec![problem], texts: Texts::new() });
    }
    let is_meant = |one: &&Statement| !which.by_area || !one.framing.areas.is_empty();
    let rows = reading.ladder_rows(on_this.into_iter().filter(is_meant));
    if with.json {
        let origin = &source.document.origin;
        let all = AsJson {
            document: &source.name,
            sha256: &origin.sha256,
            recipe: &origin.recipe,
            recipe_sha256: &origin.recipe_sha256,
            pages: if prints { "printed" } else { "file" },
            ladders: &rows,
        };
        return crate::print_json(&all, out);
    }
    if which.page.is_some() && !prints {
        writeln!(out, "{}\n", words.say("read-pages-of-file", &[])).map_err(crate::standard_output)?;
    }
    if rows.is_empty() {
        return writeln!(out, "{}", words.say("read-ladder-none", &[])).map_err(crate::standard_output);
    }
    print(&rows, words, out).map_err(crate::standard_output)
}

fn print(rows: &[LadderRow], words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    for row in rows {
        writeln!(out, "{}\n  {}", cited_row(&row.place, words), short(&row.place.quote))?;
        for rung in &row.rungs {
            let name = words.word("read-rung", &rung.rung);
            if rung.money.is_empty() {
                writeln!(out, "    {name}: {}", words.say("read-no-money", &[]))?;
            }
            for money in &rung.money {
                let tie = words.word("read-tie", &money.tie);
                let by = if money.words.is_empty() { String::new() } else { format!(": {}", money.words.join(", ")) };
                writeln!(out, "    {name}: {} ({tie}{by}), {}", amount_near(money), cited_row(&money.place, words))?;
            }
        }
        if row.left_out > 0 {
            writeln!(out, "    {}", words.say("read-ladder-left-out", &[("n", &row.left_out.to_string())]))?;
        }
        writeln!(out, "    {}\n", words.say("read-lowest", &[("rung", &words.word("read-rung", &row.lowest))]))?;
    }
    Ok(())
}
