// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! All areas of the municipality for one figure, with this one marked: picture, sentence, table.

use kapstok_share::area_page::FigureLine;
use kapstok_share::snapshot::AreaAt;

use super::super::charts::beeswarm::{Beeswarm, svg};
use super::super::frame::{Link, View};
use super::super::links::{Page, Table};
use super::{Beside, siblings};

/// Rows of the table in the page; more stand on the page of the indicator.
const ROWS: usize = 40;

/// What is shown.
pub(super) struct Swarm {
    pub(super) title: String,
    pub(super) picture: String,
    pub(super) sentence: String,
    pub(super) value_title: String,
    /// Each area with its figure or reason, and whether it is this one.
    pub(super) rows: Vec<(Link, String, bool)>,
    pub(super) all: Link,
}

/// Gathers it; `None` where fewer than three areas have a figure.
pub(super) fn swarm(view: View<'_>, area: AreaAt, beside: Beside, line: &FigureLine) -> Option<Swarm> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let level = snapshot.level_of(area);
    let (_, column) = snapshot.column(level, &line.indicator, Some(&line.period))?;
    if line.unit == "count" {
        return None;
    }
    let (siblings, within) = siblings(view, area, beside);
    let values: Vec<f64> = siblings.iter().filter_map(|index| column.value(*index)).collect();
    let mut sorted = values.clone();
    sorted.sort_unstable_by(f64::total_cmp);
    let value = |value: f64| v.value(value, &line.unit);
    let (low, high) = (value(*sorted.first()?), value(*sorted.last()?));
    let name = v.name(snapshot, area);
    let marked = line.value.map(|value| (value, name));
    let picture = svg(&Beeswarm { values: &values, marked, line: None, ends: (&low, &high) })?;
    let place = within.map_or_else(|| v.s("page-all-together"), |within| v.name(snapshot, within).to_owned());
    let middle = value(sorted[sorted.len() / 2]);
    let (levels, known, without) =
        (v.levels(level.name()), v.count(values.len()), v.count(siblings.len() - values.len()));
    let own = line.value.map_or_else(|| line.reason.as_deref().map(|it| v.reason(it)).unwrap_or_default(), value);
    let facts = [
        ("name", name),
        ("value", &own),
        ("levels", &levels),
        ("within", &place),
        ("low", &low),
        ("middle", &middle),
        ("high", &high),
        ("n-known", &known),
        ("without", &without),
    ];
    let row = |index: &usize| {
        let said = match (column.value(*index), column.status(*index).reason()) {
            (Some(figure), _) => value(figure),
            (None, reason) => reason.map_or_else(String::new, |reason| v.reason(reason)),
        };
        (view.area_link(AreaAt { level: area.level, index: *index }), said, *index == area.index)
    };
    let table = Table {
        indicator: line.indicator.clone(),
        level: level.name().to_owned(),
        period: view.links.period(&line.period).map(str::to_owned),
        within: within
            .map(|within| snapshot.level_of(within).codes()[within.index].clone())
            .filter(|_| view.links.has_server()),
        ..Table::default()
    };
    let (n, title) = (v.count(siblings.len()), [("label", &*line.label), ("levels", &levels), ("within", &place)]);
    Some(Swarm {
        title: v.f("page-swarm-title", &title),
        picture,
        sentence: v.f("page-swarm", &facts),
        value_title: format!("{}, {}", line.label, line.period),
        rows: if siblings.len() <= ROWS { siblings.iter().map(row).collect() } else { Vec::new() },
        all: Link {
            href: view.href(&Page::Table(table)),
            text: v.f("page-swarm-all", &[("number", &n), ("levels", &levels)]),
        },
    })
}
