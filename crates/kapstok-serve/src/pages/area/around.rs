// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Other areas from the one of the page: beside it, like it, inside it.

use kapstok_share::snapshot::AreaAt;

use super::super::frame::{Link, View};
use super::super::links::Page;
use super::Beside;
use crate::level_map::compass_word;

/// How many similar areas are shown.
const SIMILAR: usize = 5;

/// An area that touches this one.
pub(super) struct Neighbour {
    pub(super) direction: String,
    pub(super) link: Link,
    /// Its municipality, where that is another one.
    pub(super) elsewhere: Option<String>,
}

/// Areas that are like this one.
#[derive(Default)]
pub(super) struct Similar {
    pub(super) lines: Vec<SimilarLine>,
    /// Over which figures, how the distance is made.
    pub(super) rule: String,
    pub(super) figures: Vec<String>,
}

/// One of them.
pub(super) struct SimilarLine {
    pub(super) link: Link,
    pub(super) place: Option<String>,
    pub(super) distance: String,
    pub(super) why: String,
    pub(super) compare: String,
}

/// Areas that touch this one, with the clock from the north.
pub(super) fn neighbours(view: View<'_>, area: AreaAt, beside: Beside) -> Vec<Neighbour> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let level = snapshot.level_of(area);
    let Some(around) = view.site.map(level).and_then(|map| map.around(level)) else { return Vec::new() };
    let neighbour = |(compass, index): (Option<_>, usize)| {
        let other = AreaAt { level: area.level, index };
        let place = super::beside(view, other).municipality;
        Neighbour {
            direction: compass
                .map_or_else(String::new, |compass| v.s(&format!("page-compass-{}", compass_word(compass)))),
            link: view.area_link(other),
            elsewhere: place
                .filter(|place| Some(*place) != beside.municipality)
                .map(|it| v.name(snapshot, it).to_owned()),
        }
    };
    around.neighbours(area.index).into_iter().map(neighbour).collect()
}

/// The areas of the level that are most like this one.
pub(super) fn similar(view: View<'_>, area: AreaAt) -> Similar {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let level = snapshot.level_of(area);
    let (ids, likeness) = view.site.prepared.likeness(snapshot, level);
    let label = |id: &String| snapshot.indicator(id).map_or(id.as_str(), |it| it.label.of(view.language)).to_owned();
    let near = likeness.nearest(area.index, SIMILAR);
    let code = &level.codes()[area.index];
    let line = |near: kapstok_score::similar::Near| {
        let other = AreaAt { level: area.level, index: near.area_index };
        let least: Vec<String> = near.least.iter().take(3).map(|(figure, _)| label(&ids[*figure])).collect();
        let place = super::beside(view, other).municipality;
        SimilarLine {
            link: view.area_link(other),
            place: place.map(|place| v.name(snapshot, place).to_owned()),
            distance: v.f(
                "page-similar-distance",
                &[("distance", &v.number(near.distance, 2)), ("shared", &near.n_shared.to_string())],
            ),
            why: v.f("page-similar-why", &[("figures", &v.and(&least))]),
            compare: view.href(&Page::compare(code, &level.codes()[near.area_index])),
        }
    };
    Similar {
        lines: near.into_iter().map(line).collect(),
        rule: v.f("page-similar-rule", &[("n", &ids.len().to_string()), ("levels", &v.levels(level.name()))]),
        figures: ids.iter().map(label).collect(),
    }
}

/// Areas of smaller levels inside this one: those of the next level that has any.
pub(super) fn inside(view: View<'_>, area: AreaAt) -> Vec<(String, Vec<Link>)> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let smaller = snapshot.levels().iter().skip(area.level + 1);
    let mut found = smaller.filter_map(|level| {
        let mut inside = snapshot.below(area, level);
        if inside.is_empty() && snapshot.level_of(area).name() == "country" && level.len() <= 1000 {
            inside = (0..level.len()).collect();
        }
        let link = |index: usize| view.area_link(AreaAt { level: level.position(), index });
        (!inside.is_empty()).then(|| (v.levels(level.name()), inside.into_iter().map(link).collect::<Vec<Link>>()))
    });
    let mut lists: Vec<(String, Vec<Link>)> = found.next().into_iter().collect();
    for (_, links) in &mut lists {
        links.sort_by(|one, other| one.text.cmp(&other.text));
    }
    lists
}
