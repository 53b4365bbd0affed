// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok agenda holes`: what comes together and nobody takes up, what was agreed and hangs in the air.

use std::io::Write;
use std::path::Path;

use kapstok_share::agenda::Seen;
use kapstok_share::agenda::hole_list::{document, hole_list, summary};
use kapstok_share::agenda::said::Said;
use kapstok_share::words::Words;

use crate::failure::Failure;
use crate::papers::{self, Beside};

/// Prints the holes of an area, or writes them as a list for a meeting.
///
/// # Errors
/// No build or area, a damaged log, a file that cannot be written.
pub(crate) fn holes(
    dir: &Path,
    area: &str,
    json: bool,
    to: Option<&Path>,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let beside = Beside::read(dir)?;
    let seen = beside.area(area, words)?;
    match to {
        Some(to) => papers::write(&document(&seen), to, words, out),
        None if json => crate::print_json(&hole_list(&seen), out),
        None => print(&seen, out).map_err(crate::standard_output),
    }
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
