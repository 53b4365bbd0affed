// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok hides`: what a figure hides, on the terminal.
//!
//! In: a snapshot, and what was typed: the id of an indicator or a pasted sentence. Out: text, or JSON. What is said:
//! `kapstok_share::scale`.

use std::io::Write;

use kapstok_share::find::find_area;
use kapstok_share::scale::distance::{Seen, distance};
use kapstok_share::scale::pasted::hides_typed;
use kapstok_share::scale::{Hides, said};
use kapstok_share::snapshot::Snapshot;
use kapstok_share::words::Words;
use serde::Serialize;

use crate::failure::Failure;
use crate::problems::Texts;

/// What a figure hides, with the view from a distance: as `--json` prints it.
#[derive(Serialize)]
pub(crate) struct Found {
    #[serde(flatten)]
    hides: Hides,
    /// What the area sees between two periods, and what its parts see, per indicator.
    distance: Vec<Seen>,
}

/// Looks below the figure that was typed.
///
/// # Errors
/// What is not understood, as K0710 to K0716.
pub(crate) fn find(
    snapshot: &Snapshot,
    what: &str,
    period: Option<&str>,
    level: Option<&str>,
    words: &Words,
) -> Result<Found, Failure> {
    let hides = hides_typed(snapshot, what, period, level, words.language)
        .map_err(|problem| Failure::Problems { problems: vec![*problem], texts: Texts::new() })?;
    let area = find_area(snapshot, &hides.area.code)?;
    let below = snapshot.level(&hides.level);
    let distance = below.map(|below| distance(snapshot, area, below, words.language)).unwrap_or_default();
    Ok(Found { hides, distance })
}

/// Prints it.
pub(crate) fn print(found: &Found, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let hides = &found.hides;
    if hides.invented {
        writeln!(out, "{}", words.say("invented", &[]))?;
    }
    for line in said::understood(hides, words) {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "\n{}\n", said::sentence(hides, words))?;
    let head = |keys: &[&str]| keys.iter().map(|key| words.say(key, &[])).collect::<Vec<_>>();
    let shares = said::share_lines(hides, words).into_iter().map(Vec::from).collect();
    writeln!(out, "{}", words.say("hides-shares", &[]))?;
    table(head(&["hides-col-between", "hides-col-variance", "hides-col-same", "hides-col-theil"]), shares, out)?;
    writeln!(out, "\n{}", words.say("hides-levels", &[]))?;
    let keys = [
        "hides-col-level",
        "hides-col-known",
        "hides-col-missing",
        "hides-col-from",
        "hides-col-to",
        "hides-col-fifth",
    ];
    table(head(&keys), said::level_lines(hides, words).into_iter().map(Vec::from).collect(), out)?;
    writeln!(out, "\n{}", said::rule(hides, words))?;
    let contrary: Vec<Vec<String>> = said::contrary_lines(hides, words).into_iter().map(Vec::from).collect();
    if !contrary.is_empty() {
        let keys = ["hides-col-area", "hides-col-figure", "hides-col-whole", "hides-col-whole-figure", "hides-col-way"];
        table(head(&keys), contrary, out)?;
    }
    if let Some(seen) = found.distance.iter().find(|seen| seen.indicator == hides.indicator) {
        writeln!(out, "\n{}", words.say("hides-distance", &[]))?;
        writeln!(out, "  {}", said::seen(seen, said::called(&hides.area), &hides.level, words))?;
    }
    if let Some(not_seen) = said::not_seen(hides, words) {
        writeln!(out, "\n{}", words.say("hides-distance", &[]))?;
        writeln!(out, "  {not_seen}")?;
    }
    Ok(())
}

/// Columns side by side, each as wide as its widest word.
pub(crate) fn table(head: Vec<String>, rows: Vec<Vec<String>>, out: &mut dyn Write) -> std::io::Result<()> {
    let width = |column: usize| {
        let cells = std::iter::once(&head).chain(&rows).filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    for row in std::iter::once(&head).chain(&rows) {
        let cells = row.iter().zip(&widths).enumerate().map(|(at, (cell, width))| match at {
            0 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        writeln!(out, "  {}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
    }
    Ok(())
}
