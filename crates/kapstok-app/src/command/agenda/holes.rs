// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok agenda holes`: what comes together and nobody takes up, what was agreed and hangs in the air.

use std::io::Write;
use std::path::Path;

use kapstok_agenda::holes::promises_without_area;
use kapstok_share::agenda::Seen;
use kapstok_share::agenda::hole_list::{Detail, document, hole_list, summary};
use kapstok_share::agenda::ledger_table::LedgerSaid;
use kapstok_share::agenda::said::Said;
use kapstok_share::words::Words;
use serde_json::json;

use crate::failure::Failure;
use crate::papers::{self, Beside};

/// Prints the holes of an area, or writes them as a list for a meeting.
///
/// # Errors
/// No build or area, a damaged log, a file that cannot be written.
pub(crate) fn holes(
    dir: &Path,
    area: Option<&str>,
    json: bool,
    to: Option<&Path>,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let beside = Beside::read(dir)?;
    let Some(area) = area else {
        if let Some(to) = to {
            return Err(Failure::NotFound {
                what: "area-empty",
                found: to.display().to_string(),
                nearest: String::new(),
            });
        }
        return everywhere(&beside, json, words, out);
    };
    let seen = beside.area(area, words)?;
    match to {
        // A workbook is sorted and filtered: there each hole has a row of its own.
        Some(to) => {
            let is_book = to.extension().is_some_and(|form| form.eq_ignore_ascii_case("xlsx"));
            let detail = if is_book { Detail::Holes } else { Detail::Kinds };
            papers::write(&document(&seen, detail), to, words, out)
        }
        None if json => crate::print_json(&hole_list(&seen), out),
        None => print(&seen, out).map_err(crate::standard_output),
    }
}

/// How many holes each area has, and the promises that reached none.
fn everywhere(beside: &Beside, json: bool, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let state = &beside.agenda.state;
    let nowhere = promises_without_area(state);
    let areas: Vec<(&str, usize)> =
        state.areas().into_iter().map(|area| (area, beside.agenda.holes(area).len())).collect();
    if json {
        let entry = |(area, n): &(&str, usize)| json!({ "area": area, "holes": n });
        let promises: Vec<String> = nowhere.iter().flat_map(|hole| &hole.about).map(ToString::to_string).collect();
        let report = json!({
            "areas": areas.iter().map(entry).collect::<Vec<_>>(),
            "promises_without_area": promises,
            "head": beside.agenda.hash(),
        });
        return crate::print_json(&report, out);
    }
    let said = Said { state, words };
    let names = LedgerSaid { agenda: &beside.agenda, snapshot: &beside.snapshot, words };
    let write = |out: &mut dyn Write| {
        for (area, n) in &areas {
            let facts = [("name", &*names.area(area)), ("code", area), ("n", &n.to_string())];
            writeln!(out, "{}", words.say("holes-of-area", &facts))?;
        }
        for hole in &nowhere {
            writeln!(out, "{}: {}", said.hole_kind(hole), said.hole_about(hole))?;
        }
        Ok(())
    };
    write(out).map_err(crate::standard_output)
}

fn print(seen: &Seen<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let words = seen.words;
    let said = Said { state: &seen.agenda.state, words };
    let holes = seen.agenda.holes(seen.code());
    writeln!(out, "{}", words.say("holes-title", &[("name", seen.name())]))?;
    writeln!(out, "{}", summary(seen, &holes))?;
    let mut kind = None;
    for hole in &holes {
        if kind != Some(hole.kind) {
            kind = Some(hole.kind);
            writeln!(out, "\n{}", said.hole_kind(hole))?;
        }
        let id = hole.about.first().map(|id| format!("{id} ")).unwrap_or_default();
        writeln!(out, "  {id}{}\n      {}", said.hole_about(hole), said.hole_why(hole))?;
    }
    writeln!(out, "\n{}", seen.foot_line())
}
