// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The areas of the list on a map: what the bars show as a colour, what is in with a line around it.
//!
//! In: a [`Bench`] and the rows of its list. Out: a picture in which each area can be pointed at, and a legend for each
//! thing that it may show. Invariant: the picture shows nothing that is not on a row; the list is how a keyboard and a
//! screen reader get at it.

use super::Bench;
use super::candidates::Candidate;
use crate::pages::charts::map::{Piece, pieces};
use crate::pages::links::Bars;
use crate::pages::table::picture::CLASSES;

/// How wide the picture is, in its own steps.
const WIDTH: f64 = 460.0;

/// A map of the list.
pub(super) struct Picture {
    pub(super) map: String,
    /// Why there is none.
    pub(super) none: Option<String>,
    pub(super) legends: Vec<Legend>,
}

/// What the colours say.
pub(super) struct Legend {
    /// The word of the bars that it is for.
    pub(super) word: &'static str,
    pub(super) is_shown: bool,
    /// A class and its words.
    pub(super) lines: Vec<(&'static str, String)>,
}

/// Draws the rows of a list.
pub(super) fn picture(bench: &Bench<'_>, rows: &[Candidate], bars: Bars) -> Picture {
    let map = drawn(bench, rows);
    let none = map.is_none().then(|| {
        let v = bench.view.voice();
        v.f("page-no-map", &[("levels", &v.levels(&bench.entry.level))])
    });
    let legends = Bars::ALL.map(|(which, word)| Legend { word, is_shown: which == bars, lines: lines(bench, which) });
    Picture { map: map.unwrap_or_default(), none, legends: legends.into() }
}

fn drawn(bench: &Bench<'_>, rows: &[Candidate]) -> Option<String> {
    let (level, site) = (bench.level?, bench.view.site);
    let placed: Vec<(&Candidate, usize)> = rows.iter().filter_map(|row| Some((row, bench.at(row.at)?.index))).collect();
    let areas: Vec<usize> = placed.iter().map(|(_, index)| *index).collect();
    let rings = site.map(level)?.rings(level, &areas, WIDTH);
    let mut shapes: Vec<(bool, Piece)> = placed
        .iter()
        .zip(rings)
        .map(|((row, _), rings)| (row.is_in, Piece { rings, class: class(row), at: row.at }))
        .collect();
    // A line around an area is not hidden by its neighbours.
    shapes.sort_by_key(|(is_in, piece)| (*is_in, piece.at));
    let shapes: Vec<Piece> = shapes.into_iter().map(|(_, piece)| piece).collect();
    pieces(&shapes, "choropleth choose-picture", WIDTH)
}

/// The colour of what its bar shows, and whether it is in.
fn class(row: &Candidate) -> String {
    let colour = row.part.map_or("is-missing", |part| CLASSES[((part * 5.0) as usize).min(4)]);
    let is_in = if row.is_in { " is-in" } else { "" };
    format!("{colour}{is_in}")
}

fn lines(bench: &Bench<'_>, bars: Bars) -> Vec<(&'static str, String)> {
    let v = bench.view.voice();
    let longest = bench.longest();
    let mark = |fifth: usize| match bars {
        Bars::Counts => bench.people(longest * fifth as f64 / 5.0),
        Bars::Chance | Bars::Sure => v.number(20.0 * fifth as f64, 0),
    };
    let key = if bars == Bars::Counts { "workbench-class-people" } else { "workbench-class-percent" };
    let line = |class: usize| (CLASSES[class], v.f(key, &[("from", &mark(class)), ("to", &mark(class + 1))]));
    let has_any = bars == Bars::Counts || bench.entry.replications > 0;
    let classes = (0..CLASSES.len()).filter(|_| has_any).map(line);
    classes.chain([("is-missing", v.s("workbench-class-none")), ("is-in", v.s("workbench-class-in"))]).collect()
}
