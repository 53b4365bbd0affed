// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The first page: from a question to the right area.

use askama::Template;
use kapstok_share::snapshot::AreaAt;

use super::frame::{Frame, Link, View};
use super::links::Page;
use super::sources;

#[derive(Template)]
#[template(path = "start.html")]
struct StartTemplate {
    frame: Frame,
    is_empty: bool,
    counts: String,
    search_href: String,
    map: String,
    figures: String,
    thursday: Option<String>,
    example: Option<Link>,
    updated: String,
    sources: Vec<(String, String)>,
    sources_href: String,
    /// The largest areas, where there are few enough to list.
    largest: Option<(String, Vec<Link>)>,
}

/// Makes the page.
pub(super) fn page(view: View<'_>) -> String {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let manifest = snapshot.manifest();
    let count = |level: &kapstok_share::snapshot::Level| {
        let words = if level.len() == 1 { v.level(level.name()) } else { v.levels(level.name()) };
        format!("{} {words}", v.count(level.len()))
    };
    let counts: Vec<String> =
        snapshot.levels().iter().rev().filter(|level| level.name() != "country").map(count).collect();
    let n_indicators = manifest.indicators.len().to_string();
    let files = sources::files(snapshot);
    let newest = files.iter().map(|file| file.retrieved.as_str()).max().unwrap_or_default();
    let largest = snapshot
        .levels()
        .iter()
        .find(|level| level.name() != "country" && level.len() > 1)
        .filter(|it| it.len() <= 400);
    let title = manifest.title.of(view.language);
    let publisher = |file: &&sources::File| {
        let when = match file.retrieved.as_str() {
            "" => v.s("page-retrieved-unknown"),
            day => v.f("page-retrieved", &[("day", day)]),
        };
        (format!("{}: {}", file.publisher, file.title), when)
    };
    StartTemplate {
        frame: view.frame(&Page::Start, title, &[]),
        is_empty: snapshot.levels().iter().all(|level| level.is_empty()) || manifest.indicators.is_empty(),
        counts: v.f("page-start-counts", &[("areas", &v.and(&counts)), ("n", &n_indicators)]),
        search_href: view.href(&Page::Search(String::new())),
        map: view.href(&Page::Map),
        figures: view.href(&Page::Figures),
        thursday: manifest.invented.then(|| view.href(&Page::Thursday)),
        example: example(view).map(|area| view.area_link(area)),
        updated: match newest {
            "" => String::new(),
            day => v.f("page-start-updated", &[("day", day)]),
        },
        sources: files.iter().take(8).map(|file| publisher(&file)).collect(),
        sources_href: view.href(&Page::Sources),
        largest: largest.map(|level| {
            let link = |index| view.area_link(AreaAt { level: level.position(), index });
            let mut links: Vec<Link> = (0..level.len()).map(link).collect();
            links.sort_by(|one, other| one.text.cmp(&other.text));
            (v.levels(level.name()), links)
        }),
    }
    .render()
    .unwrap_or_default()
}

/// An area to begin with, in an invented region only: the first of the smallest level that has enough residents.
fn example(view: View<'_>) -> Option<AreaAt> {
    let snapshot = &view.site.snapshot;
    let level = snapshot.levels().last().filter(|_| snapshot.manifest().invented)?;
    let index = (0..level.len()).find(|index| !level.has_too_few_residents(*index))?;
    Some(AreaAt { level: level.position(), index })
}
