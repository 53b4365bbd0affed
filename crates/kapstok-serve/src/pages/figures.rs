// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! All indicators, by domain, strengths first: what each measures, of whom, and where its tables are.

use askama::Template;
use kapstok_share::area_page::in_reading_order;
use kapstok_share::manifest::IndicatorEntry;

use super::Made;
use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::Page;

#[derive(Template)]
#[template(path = "figures.html")]
struct FiguresTemplate {
    frame: Frame,
    title: String,
    domains: Vec<(String, String, Vec<Shown>)>,
}

struct Shown {
    label: String,
    explanation: String,
    kind: String,
    population: String,
    direction: String,
    levels: Vec<(Link, String)>,
}

/// Makes the page.
///
/// # Errors
/// None but of the form itself.
pub(super) fn page(view: View<'_>) -> Made {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let title = v.s("page-figures-title");
    let mut domains: Vec<(String, String, Vec<Shown>)> = Vec::new();
    for indicator in in_reading_order(&snapshot.manifest().indicators) {
        let shown = shown(view, indicator);
        if shown.levels.is_empty() {
            continue;
        }
        match domains.iter_mut().find(|(id, ..)| *id == indicator.domain) {
            Some((_, _, list)) => list.push(shown),
            None => domains.push((indicator.domain.clone(), v.domain(&indicator.domain), vec![shown])),
        }
    }
    let template = FiguresTemplate { frame: view.frame(&Page::Figures, &title, &[]), domains, title };
    template.render().map_err(|_| Wrong::Ours)
}

fn shown(view: View<'_>, indicator: &IndicatorEntry) -> Shown {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let level = |level: &kapstok_share::snapshot::Level| {
        let (entry, column) = snapshot.column(level, &indicator.id, None)?;
        let known = column.n_known();
        let facts = [("period", &*entry.period), ("number", &v.count(known)), ("of-all", &v.count(level.len()))];
        let href = view.href(&Page::table(&indicator.id, level.name(), None));
        (known > 0).then(|| (Link { href, text: v.levels(level.name()) }, v.f("page-figures-known", &facts)))
    };
    let population = indicator.population.as_ref();
    Shown {
        label: indicator.label.of(view.language).to_owned(),
        explanation: indicator.explanation.of(view.language).to_owned(),
        kind: v.s(&format!("kind-{}", indicator.kind)),
        population: population.map_or_else(String::new, |it| v.s(&format!("population-{it}"))),
        direction: v.s(&format!("direction-{}", indicator.direction)),
        levels: snapshot.levels().iter().filter(|level| level.len() > 1).filter_map(level).collect(),
    }
}
