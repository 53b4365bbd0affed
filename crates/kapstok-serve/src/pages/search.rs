// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What was found for a query; the nearest names where nothing was.

use askama::Template;
use kapstok_share::snapshot::AreaAt;

use super::frame::{Frame, Link, View};
use super::links::Page;

/// Results that are shown.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchTemplate {
    frame: Frame,
    title: String,
    sentence: String,
    results: Vec<(Link, String)>,
}

/// Makes the page.
pub(super) fn page(view: View<'_>, query: &str) -> String {
    let v = view.voice();
    let found = view.site.search().find(query, SHOWN);
    let shown = query.trim().chars().take(120).collect::<String>();
    let (n, n_shown) = (found.n_matched.to_string(), v.count(found.areas.len()));
    let facts = [("query", shown.as_str()), ("n", &n), ("shown", &n_shown)];
    let key = match (shown.is_empty(), found.n_matched, found.areas.len()) {
        (true, ..) => "page-search-empty",
        (_, 0, 0) => "page-search-nothing",
        (_, 0, _) => "page-search-nearest",
        (_, n, shown) if n > shown => "page-search-more",
        _ => "page-search-found",
    };
    let title = if shown.is_empty() { v.s("page-search-title-empty") } else { v.f("page-search-title", &facts) };
    let results = found.areas.into_iter().map(|area| (view.area_link(area), where_it_lies(view, area)));
    SearchTemplate {
        frame: view.frame(&Page::Search(query.to_owned()), &title, &[]),
        sentence: v.f(key, &facts),
        results: results.collect(),
        title,
    }
    .render()
    .unwrap_or_default()
}

/// `buurt in Oosterveld, gemeente Waterland · BU01010101`.
pub(super) fn where_it_lies(view: View<'_>, area: AreaAt) -> String {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let level = snapshot.level_of(area);
    let above = snapshot.above(area).into_iter().rev().filter(|it| snapshot.level_of(*it).name() != "country");
    let above: Vec<String> = above.map(|it| v.name(snapshot, it).to_owned()).collect();
    let (level_word, code) = (v.level(level.name()), &level.codes()[area.index]);
    match above.is_empty() {
        true => format!("{level_word} · {code}"),
        false => v.f("page-search-where", &[("level", &level_word), ("above", &above.join(", ")), ("code", code)]),
    }
}
