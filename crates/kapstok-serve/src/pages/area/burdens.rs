// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Burdens that come together in an area: how many of how many, on what they rest, and what that says of people.
//!
//! In: what the recipes say of the area. Out: words and tiles; the same sentences as on the terminal.

use kapstok_score::bounds::Bounds;
use kapstok_score::counted::Against;
use kapstok_share::area_page::AreaPage;
use kapstok_share::counted::CountedLine;
use kapstok_share::number::{bounds, figure};
use kapstok_share::snapshot::AreaScores;

use super::super::frame::{Link, View};
use super::super::links::Page;

/// What one recipe says.
pub(super) struct Burdens {
    pub(super) sentence: String,
    pub(super) sure: Vec<String>,
    pub(super) tiles: Vec<Tile>,
    pub(super) one_source: Vec<String>,
    pub(super) rule: String,
    pub(super) people: Vec<String>,
    pub(super) method: Link,
}

/// One domain of a recipe.
pub(super) struct Tile {
    pub(super) domain: String,
    /// `is-in`, `is-out`, `is-unknown`.
    pub(super) class: &'static str,
    pub(super) words: String,
    pub(super) href: String,
}

/// What the recipes say.
pub(super) fn burdens(view: View<'_>, facts: &AreaPage) -> Vec<Burdens> {
    facts.burdens.iter().map(|scores| of_recipe(view, scores)).collect()
}

fn of_recipe(view: View<'_>, scores: &AreaScores) -> Burdens {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let (known, of) = (scores.n_known.to_string(), scores.n_domains.to_string());
    let domains: Vec<String> = scores.burdened.iter().map(|id| v.words.word("domain", id)).collect();
    let (n, n_sources) = (scores.n_burdens.to_string(), scores.sources.len().to_string());
    let sentence = match &scores.not_counted {
        Some(reason) => {
            let reason = v.s(&format!("not-counted-{reason}"));
            v.f("area-burdens-not-counted", &[("reason", &reason)])
        }
        None if scores.n_burdens == 0 => v.f("area-burdens-none", &[("known", &known), ("of", &of)]),
        None => {
            let domains = domains.join(", ");
            let facts = [("n", &*n), ("known", &known), ("of", &of), ("sources", &n_sources), ("domains", &domains)];
            v.f("area-burdens-line", &facts)
        }
    };
    let in_order = snapshot.method(&scores.recipe).map(|(recipe, _)| recipe.domains.as_slice()).unwrap_or_default();
    let tile = |id: &String| {
        let (class, key) = match (scores.burdened.contains(id), scores.known.contains(id)) {
            (true, _) => ("is-in", "page-tile-in"),
            (false, true) => ("is-out", "page-tile-out"),
            (false, false) => ("is-unknown", "page-tile-unknown"),
        };
        Tile { domain: v.domain(id), class, words: v.s(key), href: format!("#{id}") }
    };
    let label = |id: &String| snapshot.indicator(id).map_or(id.as_str(), |it| it.label.of(view.language)).to_owned();
    let as_one = scores.sources.iter().filter(|ids| ids.len() > 1);
    let as_one =
        as_one.map(|ids| v.f("page-one-source", &[("figures", &v.and(&ids.iter().map(label).collect::<Vec<_>>()))]));
    let fraction = scores.worst_fraction.map(|fraction| figure(fraction * 100.0, 1, view.language));
    Burdens {
        sentence,
        sure: scores.sure.iter().flat_map(|sure| kapstok_share::sure::lines(sure, &v.words)).collect(),
        tiles: if scores.not_counted.is_some() { Vec::new() } else { in_order.iter().map(tile).collect() },
        one_source: as_one.collect(),
        rule: fraction.map_or_else(String::new, |fraction| v.f("area-worst", &[("fraction", &fraction)])),
        people: people(view, scores),
        method: Link { href: view.href(&Page::Method(scores.recipe.clone())), text: v.s("page-how-counted") },
    }
}

/// What can be said of people: only bounds.
fn people(view: View<'_>, scores: &AreaScores) -> Vec<String> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    if let Some(reason) = &scores.bounds_why_not {
        return vec![v.f("area-bounds-not", &[("reason", &v.s(&format!("bounds-{reason}")))])];
    }
    if scores.bounds.is_empty() {
        return Vec::new();
    }
    let burden = |id: &String| {
        let meaning = snapshot.indicator(id);
        let label = meaning.map_or(id.as_str(), |it| it.label.of(view.language));
        match meaning.map(|it| it.direction.as_str()) {
            Some("higher-is-better") => v.f("the-opposite-of", &[("label", label)]),
            _ => label.to_owned(),
        }
    };
    let over: Vec<String> = scores.bounds_over.iter().map(burden).collect();
    let mut said = vec![v.f("area-bounds-over", &[("over", &over.join("; "))])];
    if scores.bounds_over.iter().any(|id| snapshot.indicator(id).is_some_and(|it| it.kind != "register")) {
        said.push(v.s("area-bounds-estimated"));
    }
    let k = scores.bounds_over.len().to_string();
    for (m, lower, upper) in &scores.bounds {
        let (lower, upper) = bounds(*lower, *upper, view.language);
        said.push(v.f("area-bounds", &[("m", &m.to_string()), ("k", &k), ("lower", &lower), ("upper", &upper)]));
    }
    said
}

/// Tables in which people with several things were counted, each with its lines.
pub(super) fn counted(view: View<'_>, lines: &[CountedLine]) -> Vec<(String, Vec<String>)> {
    let v = view.voice();
    let mut tables: Vec<(String, Vec<String>)> = Vec::new();
    for line in lines {
        let title = v.f("area-counted", &[("label", line.label.of(view.language)), ("period", &line.period)]);
        let share = figure(line.counted * 100.0, 1, view.language);
        let mut said =
            v.f("area-counted-line", &[("m", &line.m.to_string()), ("k", &line.k.to_string()), ("share", &share)]);
        if let Bounds::Between { lower, upper } = line.bounds {
            let (lower, upper) = bounds(lower, upper, view.language);
            said = format!("{said}; {}", v.f("area-counted-bounds", &[("lower", &lower), ("upper", &upper)]));
        }
        let key = match line.against {
            Against::Inside => "area-counted-inside",
            Against::Below => "area-counted-below",
            Against::Above => "area-counted-above",
            Against::NotComparable(_) => "area-counted-not-comparable",
        };
        said = format!("{said}: {}", v.s(key));
        match tables.last_mut().filter(|(known, _)| *known == title) {
            Some((_, lines)) => lines.push(said),
            None => tables.push((title, vec![said])),
        }
    }
    tables
}
