// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The map: first what the server draws (burdens that come together, or what the address asks for), then a place for the
//! map that moves.
//!
//! The map that moves is a program of its own, built apart; where it is not in this program, the page says how to get
//! it, and nothing is missing but its movement. Views of a thing (values, how sure, chances) are links to the same
//! addresses as there. What is drawn: `map_page/subject.rs`; what is said of it: `map_page/told.rs`.

mod subject;
mod told;

use askama::Template;

use super::Made;
use super::assets::has_atlas;
use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::{Certainty, MapView, Page};
use super::table::picture::drawn_with;
use subject::Subject;
use told::Told;

/// Areas whose counts stand in the page, at most.
const ROWS: usize = 400;
/// Levels with more areas are drawn by the map that moves only.
const DRAWN: usize = 6_000;

#[derive(Template)]
#[template(path = "map.html")]
struct MapTemplate {
    frame: Frame,
    title: String,
    kicker: String,
    sentence: String,
    /// Views of the same: where each is, or why it is not there.
    views: Vec<Choice>,
    map: String,
    no_map: String,
    legend_title: String,
    /// Class, words, areas, residents.
    legend: Vec<(&'static str, String, String, String)>,
    /// What the view is made of.
    lines: Vec<String>,
    /// Title of each column behind the area.
    heads: Vec<(String, bool)>,
    rows: Vec<(Link, Vec<String>)>,
    method: Option<Link>,
    figures: String,
    has_patterns: bool,
    atlas: Option<Atlas>,
}

/// A view that may be chosen.
struct Choice {
    text: String,
    /// None where it is not there.
    href: Option<String>,
    is_here: bool,
    why_not: String,
}

/// What the map that moves must know.
struct Atlas {
    script: String,
    style: String,
    catalogue: String,
    words: String,
    area: String,
    compare: String,
    why: String,
    table: String,
    embed: String,
}

/// Makes the page.
///
/// # Errors
/// None but of the form itself.
pub(super) fn page(view: View<'_>, asked: &MapView) -> Made {
    let v = view.voice();
    let title = v.s("page-map-title");
    let mut template = MapTemplate {
        frame: view.frame(&Page::map(asked.clone()), &title, &[]),
        kicker: String::new(),
        sentence: v.s("page-map-nothing"),
        views: Vec::new(),
        map: String::new(),
        no_map: String::new(),
        legend_title: String::new(),
        legend: Vec::new(),
        lines: Vec::new(),
        heads: Vec::new(),
        rows: Vec::new(),
        method: None,
        figures: view.href(&Page::Figures),
        has_patterns: false,
        atlas: has_atlas().then(|| atlas(view)),
        title,
    };
    // The smallest areas that can be drawn, unless others are asked for.
    if let Some(subject) = Subject::of(&view.site.snapshot, asked, DRAWN) {
        fill(view, asked, &subject, &mut template);
    }
    template.render().map_err(|_| Wrong::Ours)
}

fn fill(view: View<'_>, asked: &MapView, subject: &Subject<'_>, template: &mut MapTemplate) {
    let v = view.voice();
    // A view that is not there is that of values, and the page says why.
    let certainty = subject.why_not(asked.certainty).map_or(asked.certainty, |_| Certainty::Value);
    let told = Told::new(view, subject, certainty);
    let all: Vec<usize> = (0..subject.level.len()).collect();
    (template.map, template.no_map) =
        drawn_with(view, subject.level, &all, |index| told.class(index), |index| told.pattern(index));
    template.has_patterns = certainty == Certainty::Interval;
    template.kicker = told.kicker();
    template.sentence = told.sentence();
    template.lines = told.lines();
    template.legend_title = told.legend_title();
    template.legend = told.legend();
    template.method = told
        .recipe()
        .map(|recipe| Link { href: view.href(&Page::Method(recipe.to_owned())), text: v.s("page-how-counted") });
    if view.links.has_server() {
        template.views = choices(view, asked, subject, certainty);
    }
    template.heads = told.heads();
    if subject.level.len() <= ROWS {
        let order = view.site.prepared.by_name(subject.level);
        let mut rows = all;
        rows.sort_unstable_by_key(|index| order[*index]);
        template.rows = rows.into_iter().map(|index| told.row(index)).collect();
    }
}

/// Links to the views of the same thing.
fn choices(view: View<'_>, asked: &MapView, subject: &Subject<'_>, here: Certainty) -> Vec<Choice> {
    let v = view.voice();
    let choice = |(certainty, word): (Certainty, &str)| {
        let text = v.s(&format!("atlas-view-{word}"));
        let why_not = subject.why_not(certainty).map_or_else(String::new, |why| {
            v.f("atlas-view-not", &[("view", &text), ("why", &v.s(&format!("atlas-view-not-{why}")))])
        });
        let there = MapView { show: asked.show.as_ref().map(|_| subject.show()), certainty, ..asked.clone() };
        let href = why_not.is_empty().then(|| view.href(&Page::map(there)));
        Choice { text, href, is_here: certainty == here, why_not }
    };
    Certainty::ALL.map(choice).into_iter().collect()
}

fn atlas(view: View<'_>) -> Atlas {
    let pattern = |page: Page| view.links.pattern(&page, view.language);
    Atlas {
        script: view.links.asset("atlas/atlas.js"),
        style: view.links.asset("atlas/atlas.css"),
        catalogue: view.links.catalogue(),
        words: view.links.asset(&format!("words.{}.ftl", view.language.tag())),
        area: pattern(Page::area("{code}")),
        compare: pattern(Page::compare("{code}", "{other}")),
        why: pattern(Page::why("{code}", "{indicator}", view.links.period("{period}"))),
        table: pattern(Page::table("{indicator}", "{level}", view.links.period("{period}"))),
        embed: view.links.embed(view.language),
    }
}
