// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a figure hides: one sentence, one picture, the tables beside it, and a field for a sentence from a report.
//!
//! In: a view, and an area with an indicator, or a pasted sentence. Out: HTML. Invariant: the same words as
//! `kapstok hides`; a sentence that is not understood is a page that says what to type, and no error.

use std::collections::BTreeSet;

use askama::Template;
use kapstok_share::scale::distance::distance;
use kapstok_share::scale::pasted::hides_typed;
use kapstok_share::scale::{Asked, Hides, has_figures_below, hides, said};
use kapstok_share::snapshot::{AreaAt, Snapshot};
use kapstok_table::Problem;

use super::charts::strips::{Strips, svg};
use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::Page;
use super::{Made, area_of};

#[derive(Template)]
#[template(path = "hides.html")]
struct HidesTemplate {
    frame: Frame,
    title: String,
    typed: String,
    action: String,
    problem: Option<(String, String)>,
    found: Option<Found>,
}

struct Found {
    understood: Vec<String>,
    sentence: String,
    picture: String,
    picture_title: String,
    levels: Vec<[String; 6]>,
    shares: Vec<[String; 4]>,
    rule: String,
    contrary: Vec<Contrary>,
    domains: Vec<(String, Vec<String>)>,
    command: String,
    table: Link,
}

struct Contrary {
    area: Link,
    cells: [String; 4],
}

/// Makes the page of an area and an indicator.
///
/// # Errors
/// No such area or indicator; no figures below.
pub(super) fn page(view: View<'_>, code: &str, indicator: &str) -> Made {
    let snapshot = &view.site.snapshot;
    let area = area_of(view, code)?;
    let asked = Asked { area, indicator, period: None, level: None };
    let no_figure = |_| Wrong::NoFigure { found: indicator.chars().take(60).collect() };
    let found = hides(snapshot, asked, view.language).map_err(no_figure)?;
    let page = Page::Hides { area: code.to_owned(), indicator: indicator.to_owned() };
    rendered(view, &page, "", Ok((area, found)))
}

/// Makes the page of a sentence.
///
/// # Errors
/// None but of the form itself.
pub(super) fn pasted(view: View<'_>, sentence: &str) -> Made {
    let snapshot = &view.site.snapshot;
    let found = hides_typed(snapshot, sentence, None, None, view.language)
        .and_then(|found| Ok((snapshot.find(&found.area.code).ok_or_else(|| nowhere(sentence))?, found)));
    rendered(view, &Page::HidesPasted(sentence.to_owned()), sentence, found)
}

fn nowhere(sentence: &str) -> Box<Problem> {
    Box::new(Problem::error("K0710", kapstok_table::Place::default()).with("found", sentence).with("candidates", "-"))
}

/// Areas of a level and the indicators of which something lies below them: each has a page.
pub(crate) fn pages(snapshot: &Snapshot) -> Vec<Page> {
    let mut pages = Vec::new();
    for level in snapshot.levels() {
        for index in 0..level.len() {
            let area = AreaAt { level: level.position(), index };
            pages.extend(of_area(snapshot, area));
        }
    }
    pages
}

/// The pages of an area.
pub(super) fn of_area(snapshot: &Snapshot, area: AreaAt) -> Vec<Page> {
    let code = &snapshot.level_of(area).codes()[area.index];
    let below = &snapshot.levels()[area.level + 1..];
    let ids: BTreeSet<&str> =
        below.iter().flat_map(|level| &snapshot.entry(level).columns).map(|column| column.indicator.as_str()).collect();
    let indicators = snapshot.manifest().indicators.iter().filter(|it| ids.contains(it.id.as_str()));
    let has = indicators.filter(|it| it.direction != "neither" && has_figures_below(snapshot, area, it));
    has.map(|it| Page::Hides { area: code.clone(), indicator: it.id.clone() }).collect()
}

fn rendered(view: View<'_>, page: &Page, typed: &str, found: Result<(AreaAt, Hides), Box<Problem>>) -> Made {
    let v = view.voice();
    let (above, problem, found) = match found {
        Ok((area, found)) => (view.site.snapshot.above(area), None, Some(shown(view, area, &found))),
        Err(_) if typed.is_empty() => (Vec::new(), None, None),
        Err(problem) => (Vec::new(), Some(in_words(view, &problem)), None),
    };
    let title = v.s("page-hides-title");
    let template = HidesTemplate {
        frame: view.frame(page, &title, &above),
        typed: typed.chars().take(400).collect(),
        action: view.href(&Page::HidesPasted(String::new())),
        title,
        problem,
        found,
    };
    template.render().map_err(|_| Wrong::Ours)
}

/// The sentence of a problem, and what to type.
fn in_words(view: View<'_>, problem: &Problem) -> (String, String) {
    let facts: Vec<(&str, &str)> = problem.facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let words = &view.voice().words;
    let hint =
        words.attribute(problem.code, "hint", &facts).filter(|hint| !hint.contains("`-`") && !hint.contains("``"));
    (words.say(problem.code, &facts), hint.unwrap_or_default())
}

fn shown(view: View<'_>, area: AreaAt, found: &Hides) -> Found {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let words = &v.words;
    let rows: Vec<(String, &[f64])> = found.levels.iter().map(|at| (v.levels(&at.level), at.dots.as_slice())).collect();
    let name = said::called(&found.area).to_owned();
    let written = |value: f64| v.value(value, &found.unit);
    let picture = svg(&Strips { rows: &rows, line: found.figure.map(|it| (it, name.as_str())), written: &written });
    let better_first = |is_worse: bool| {
        found.other_way.iter().flat_map(move |it| it.areas.iter().filter(move |it| it.is_worse == is_worse))
    };
    let contrary = better_first(false).chain(better_first(true)).zip(said::contrary_lines(found, words));
    // Of its own indicator every level is shown, of all others the smallest.
    let of_level = |level: &String| {
        let below = snapshot.level(level).map(|below| distance(snapshot, area, below, view.language));
        let is_shown = |indicator: &str| *level == found.level || indicator == found.indicator;
        let seen = below.unwrap_or_default().into_iter().filter(move |it| is_shown(&it.indicator));
        seen.map(|it| (level.clone(), it)).collect::<Vec<_>>()
    };
    let mut domains: Vec<(String, Vec<String>)> = Vec::new();
    // The figure of the page, where it shows no change, and why.
    if let (Some(not_seen), Some(indicator)) = (said::not_seen(found, words), snapshot.indicator(&found.indicator)) {
        domains.push((v.domain(&indicator.domain), vec![not_seen]));
    }
    for (level, it) in found.levels.iter().flat_map(|at| of_level(&at.level)) {
        let (domain, line) = (v.domain(&it.domain), said::seen(&it, &name, &level, words));
        match domains.iter_mut().find(|(known, _)| *known == domain) {
            Some((_, lines)) => lines.push(line),
            None => domains.push((domain, vec![line])),
        }
    }
    Found {
        understood: said::understood(found, words),
        sentence: said::sentence(found, words),
        picture: picture.unwrap_or_default(),
        picture_title: v
            .f("page-hides-picture", &[("label", &found.label), ("area", &name), ("period", &found.period)]),
        levels: said::level_lines(found, words),
        shares: said::share_lines(found, words),
        rule: said::rule(found, words),
        contrary: contrary
            .map(|(it, [area, figure, whole, whole_figure, way])| Contrary {
                area: Link { href: view.href(&Page::area(&it.area.code)), text: area },
                cells: [figure, whole, whole_figure, way],
            })
            .collect(),
        domains,
        command: format!("kapstok hides {} \"{} in {}\"", v.s("help-value-dir"), found.indicator, found.area.code),
        table: Link {
            href: view.href(&Page::table(&found.indicator, &found.level, None)),
            text: v.f("page-hides-table", &[("label", &found.label), ("levels", &v.levels(&found.level))]),
        },
    }
}
