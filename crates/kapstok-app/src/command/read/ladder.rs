// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok read ladder`: from a statement up to the money that is nearest, rung by rung; never yes or no.

use std::io::Write;
use std::path::Path;

use kapstok_read::Reading;
use kapstok_read::row::LadderRow;
use kapstok_share::words::Words;
use kapstok_table::{Place, Problem};

use super::said::{cited_row, short};
use super::source::open;
use crate::cli::With;
use crate::failure::Failure;
use crate::problems::Texts;

/// Which statements.
pub(super) struct Which<'a> {
    /// On this printed page.
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
    let on_page = |index: &usize| {
        let place = reading.place(&reading.statements[*index]);
        which.page.is_none_or(|page| place.printed() == Some(page))
    };
    let is_meant = |index: &usize| !which.by_area || !reading.statements[*index].framing.areas.is_empty();
    let on_this: Vec<usize> = (0..reading.statements.len()).filter(on_page).collect();
    if let (Some(page), true) = (which.page, on_this.is_empty()) {
        let problem = Problem::error("K0854", Place::file(&source.name)).with("found", page);
        return Err(Failure::Problems { problems: vec![problem], texts: Texts::new() });
    }
    let rows = reading.ladder_rows_of(on_this.into_iter().filter(is_meant));
    if with.json {
        return crate::print_json(&rows, out);
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
                writeln!(out, "    {name}: {} ({tie}{by}), {}", money.amount, cited_row(&money.place, words))?;
            }
        }
        writeln!(out, "    {}\n", words.say("read-lowest", &[("rung", &words.word("read-rung", &row.lowest))]))?;
    }
    Ok(())
}
