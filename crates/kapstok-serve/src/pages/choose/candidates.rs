// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The list of areas that may be chosen: a box to tick, figures, a bar.
//!
//! In: a [`Bench`]. Out: rows by what each adds to the objective, those without a figure last, ties by code.

use kapstok_share::choice::CandidateEntry;
use kapstok_share::sure::chance;

use super::Bench;
use crate::pages::links::{Bars, Page};

/// Rows that a page has. Areas behind them are left out, unless they are in, or the rule says something of them.
const ROWS: usize = 600;

/// A row.
pub(super) struct Candidate {
    /// Its position among the areas of the choice, which makes its ids.
    pub(super) at: usize,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) municipality: String,
    pub(super) href: Option<String>,
    pub(super) is_in: bool,
    pub(super) is_of_rule: bool,
    /// Code of its municipality, whether the rule may choose it, and `in` or `out` where the rule puts it.
    pub(super) of: String,
    pub(super) is_allowed: bool,
    pub(super) ruled: &'static str,
    /// What the rule says of it.
    pub(super) note: Option<String>,
    pub(super) residents: String,
    pub(super) counts: String,
    pub(super) chance: String,
    pub(super) sure: String,
    /// A domain with its people, and whether the area is among the worst there.
    pub(super) burdens: Vec<(String, bool)>,
    /// How long its bar is, 0 ..= 1; `None` where there is nothing to show.
    pub(super) part: Option<f64>,
    /// The same in hundredths.
    pub(super) bar: Option<String>,
    /// What the script reads: residents, counts, people by domain, what it touches, chance.
    pub(super) raw: [String; 5],
}

/// Makes the rows, and says how many areas are left out.
pub(super) fn candidates(bench: &Bench<'_>, bars: Bars) -> (Vec<Candidate>, usize) {
    let areas = &bench.entry.areas;
    let mut order: Vec<usize> = (0..areas.len()).collect();
    order.sort_by(|one, other| match (areas[*one].counts, areas[*other].counts) {
        (Some(one), Some(other)) => other.total_cmp(&one),
        (one, other) => one.is_none().cmp(&other.is_none()),
    });
    let is_shown = |(place, area): &(usize, usize)| {
        *place < ROWS || bench.chosen[*area] || bench.of_rule[*area] || areas[*area].ruled.is_some()
    };
    let shown: Vec<usize> = order.into_iter().enumerate().filter(is_shown).map(|(_, area)| area).collect();
    let longest = bench.longest();
    let rows: Vec<Candidate> = shown.iter().map(|area| row(bench, bars, longest, *area)).collect();
    let n_left_out = areas.len() - rows.len();
    (rows, n_left_out)
}

fn row(bench: &Bench<'_>, bars: Bars, longest: f64, area: usize) -> Candidate {
    let (v, candidate) = (bench.view.voice(), &bench.entry.areas[area]);
    let language = bench.view.language;
    let none = why_not(bench, area);
    let people = |people: Option<f64>| people.map_or_else(|| none.clone(), |it| bench.people(it));
    let sure = candidate.chance.map(|it| if bench.of_rule[area] { it } else { 1.0 - it });
    let part = |part: Option<f64>| part.map_or_else(|| "–".to_owned(), |it| chance(it, language));
    let bar = match bars {
        Bars::Counts => candidate.counts.filter(|_| longest > 0.0).map(|it| it / longest),
        Bars::Chance => candidate.chance,
        Bars::Sure => sure,
    };
    let bar = bar.map(|it| it.clamp(0.0, 1.0));
    let note = match &candidate.ruled {
        Some(ruled) if ruled.inside => Some("workbench-note-in"),
        Some(_) => Some("workbench-note-out"),
        None => (!candidate.allowed).then_some("workbench-note-not-allowed"),
    };
    Candidate {
        at: area,
        code: candidate.area.clone(),
        name: bench.name(area).to_owned(),
        municipality: bench.municipality(&candidate.municipality),
        href: bench.at(area).map(|_| bench.view.href(&Page::area(&candidate.area))),
        is_in: bench.chosen[area],
        is_of_rule: bench.of_rule[area],
        of: candidate.municipality.clone(),
        is_allowed: candidate.allowed,
        ruled: match &candidate.ruled {
            Some(ruled) if ruled.inside => "in",
            Some(_) => "out",
            None => "",
        },
        note: note.map(|key| v.s(key)),
        residents: people(candidate.residents),
        counts: people(candidate.counts),
        chance: part(candidate.chance),
        sure: part(sure),
        burdens: burdens(bench, area),
        part: bar,
        bar: bar.map(|it| format!("{:.1}", 100.0 * it)),
        raw: raw(candidate),
    }
}

/// A dash, with the reason behind it where it is known.
fn why_not(bench: &Bench<'_>, area: usize) -> String {
    let too_few =
        bench.at(area).is_some_and(|at| bench.view.site.snapshot.level_of(at).has_too_few_residents(at.index));
    if too_few { format!("– ({})", bench.view.voice().reason("too-few-residents")) } else { "–".to_owned() }
}

fn burdens(bench: &Bench<'_>, area: usize) -> Vec<(String, bool)> {
    let (v, entry) = (bench.view.voice(), bench.entry);
    let scores = bench.level.and_then(|level| {
        let of_recipe = |(recipe, _): &(&kapstok_share::manifest::RecipeEntry, _)| recipe.id == entry.recipe;
        let (recipe, scores) = bench.view.site.snapshot.recipes(level).find(of_recipe)?;
        Some(scores.area(recipe, bench.at(area)?.index))
    });
    let burdened = scores.map(|scores| scores.burdened).unwrap_or_default();
    let of_domain = |(id, people): (&String, &Option<f64>)| {
        let people = people.map_or_else(|| "–".to_owned(), |it| bench.people(it));
        (format!("{} {people}", v.words.word("domain", id)), burdened.contains(id))
    };
    entry.domains.iter().zip(&entry.areas[area].people).map(of_domain).collect()
}

fn raw(candidate: &CandidateEntry) -> [String; 5] {
    let number = |number: Option<f64>| number.map_or_else(String::new, |it| it.to_string());
    let list = |parts: Vec<String>| parts.join(" ");
    let people = candidate.people.iter().map(|it| it.map_or_else(|| "-".to_owned(), |it| it.to_string()));
    [
        number(candidate.residents),
        number(candidate.counts),
        list(people.collect()),
        list(candidate.touches.iter().map(usize::to_string).collect()),
        number(candidate.chance),
    ]
}
