// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Two areas side by side: every figure of the same period, with the difference in words.
//!
//! Invariant: figures of different periods, and counts of areas of different size, are not set against each other; it
//! says why. Where published margins overlap, it says that the difference may be chance.

use askama::Template;
use kapstok_share::area_page::in_reading_order;
use kapstok_share::manifest::IndicatorEntry;
use kapstok_share::snapshot::{AreaAt, Cell};

use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::Page;
use super::{Made, area_of};

#[derive(Template)]
#[template(path = "compare.html")]
struct CompareTemplate {
    frame: Frame,
    title: String,
    areas: [Head; 2],
    sentence: String,
    domains: Vec<(String, String, Vec<Row>)>,
    action: String,
}

struct Head {
    link: Link,
    place: String,
    residents: String,
    too_few: bool,
}

struct Row {
    label: Link,
    meta: String,
    values: [(String, bool, String); 2],
    difference: String,
    notes: Vec<String>,
}

/// Makes the page.
///
/// # Errors
/// No such area.
pub(super) fn page(view: View<'_>, one: &str, other: &str) -> Made {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let areas = [area_of(view, one)?, area_of(view, other)?];
    let names = areas.map(|area| v.name(snapshot, area));
    let title = v.f("page-compare-title", &[("one", names[0]), ("other", names[1])]);
    let mut domains: Vec<(String, String, Vec<Row>)> = Vec::new();
    let (mut n_higher, mut n_lower) = (0, 0);
    for indicator in in_reading_order(&snapshot.manifest().indicators) {
        let Some((row, order)) = row(view, areas, names, indicator) else { continue };
        match order {
            Some(std::cmp::Ordering::Greater) => n_higher += 1,
            Some(std::cmp::Ordering::Less) => n_lower += 1,
            _ => {}
        }
        match domains.iter_mut().find(|(id, ..)| *id == indicator.domain) {
            Some((_, _, rows)) => rows.push(row),
            None => domains.push((indicator.domain.clone(), v.domain(&indicator.domain), vec![row])),
        }
    }
    let head = |area: AreaAt| {
        let level = snapshot.level_of(area);
        Head {
            link: view.area_link(area),
            place: super::search::where_it_lies(view, area),
            residents: level.residents()[area.index].map_or_else(|| "–".to_owned(), |residents| v.number(residents, 0)),
            too_few: level.has_too_few_residents(area.index),
        }
    };
    let (higher, lower) = (v.count(n_higher), v.count(n_lower));
    let facts = [("one", names[0]), ("other", names[1]), ("higher", &higher), ("lower", &lower)];
    let page = Page::Compare(one.to_owned(), other.to_owned());
    let template = CompareTemplate {
        frame: view.frame(&page, &title, &snapshot.above(areas[0])),
        areas: areas.map(head),
        sentence: v.f("page-compare-sentence", &facts),
        domains,
        action: view.href(&page),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

/// The newest period in which both levels have a figure of both areas; else the newest that both levels have.
fn period<'a>(view: View<'a>, areas: [AreaAt; 2], indicator: &str) -> Option<&'a str> {
    let snapshot = &view.site.snapshot;
    let level = snapshot.level_of(areas[0]);
    let columns = snapshot.entry(level).columns.iter().filter(|column| column.indicator == indicator);
    let in_both = columns.filter_map(|column| {
        let (_, here) = snapshot.column(level, indicator, Some(&column.period))?;
        let (_, there) = snapshot.column(snapshot.level_of(areas[1]), indicator, Some(&column.period))?;
        let are_known = here.value(areas[0].index).is_some() && there.value(areas[1].index).is_some();
        Some((are_known, column.period.as_str()))
    });
    let in_both: Vec<(bool, &str)> = in_both.collect();
    let known = in_both.iter().rfind(|(are_known, _)| *are_known);
    known.or(in_both.last()).map(|(_, period)| *period)
}

fn row(
    view: View<'_>,
    areas: [AreaAt; 2],
    names: [&str; 2],
    indicator: &IndicatorEntry,
) -> Option<(Row, Option<std::cmp::Ordering>)> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let common = period(view, areas, &indicator.id);
    // Without a common period each has its own newest one.
    let found = areas.map(|area| {
        let (entry, column) = snapshot.column(snapshot.level_of(area), &indicator.id, common)?;
        Some((entry.period.as_str(), column.cell(area.index)))
    });
    if found.iter().all(Option::is_none) {
        return None;
    }
    let shown = |found: &Option<(&str, Cell)>| match found {
        None => (v.s("page-compare-no-level"), true, String::new()),
        Some((period, cell)) => {
            let said = match (cell.value, &cell.reason) {
                (Some(value), _) => v.value(value, &indicator.unit),
                (None, reason) => reason.as_deref().map_or_else(String::new, |reason| v.reason(reason)),
            };
            let period = if common.is_none() { format!(" ({period})") } else { String::new() };
            let margins = margins(indicator, cell);
            let margins = margins.map_or_else(String::new, |(lower, upper)| {
                format!("{} – {}", v.number(lower, 1), v.value(upper, &indicator.unit))
            });
            (said + &period, cell.value.is_none(), margins)
        }
    };
    let cells = [found[0].as_ref().map(|(_, cell)| cell), found[1].as_ref().map(|(_, cell)| cell)];
    let (difference, order) = difference(view, areas, names, indicator, common, cells);
    let notes = notes(view, indicator, cells);
    let meta = format!("{} · {}", common.unwrap_or("–"), v.s(&format!("kind-{}", indicator.kind)));
    let level = snapshot.level_of(areas[0]);
    let label = Link {
        href: view.href(&Page::table(
            &indicator.id,
            if found[0].is_some() { level.name() } else { snapshot.level_of(areas[1]).name() },
            None,
        )),
        text: indicator.label.of(view.language).to_owned(),
    };
    Some((Row { label, meta, values: [shown(&found[0]), shown(&found[1])], difference, notes }, order))
}

fn difference(
    view: View<'_>,
    areas: [AreaAt; 2],
    names: [&str; 2],
    indicator: &IndicatorEntry,
    common: Option<&str>,
    cells: [Option<&Cell>; 2],
) -> (String, Option<std::cmp::Ordering>) {
    let v = view.voice();
    let (Some(one), Some(other)) = (cells[0], cells[1]) else { return (v.s("page-compare-not-level"), None) };
    if common.is_none() {
        return (v.s("page-compare-not-period"), None);
    }
    let (Some(one), Some(other)) = (one.value, other.value) else { return (v.s("page-compare-not-known"), None) };
    if indicator.unit == "count" || areas[0] == areas[1] {
        return (v.s("page-compare-not-count"), None);
    }
    // As printed: a difference that rounds away is none.
    let scale = if indicator.unit == "fraction" { 100.0 } else { 1.0 };
    let difference = (other - one) * scale;
    let rounded = (difference * 10.0).round() / 10.0;
    if rounded == 0.0 {
        return (v.s("page-compare-equal"), Some(std::cmp::Ordering::Equal));
    }
    let size = match indicator.unit.as_str() {
        "percent" | "fraction" => v.f("page-compare-points", &[("number", &v.number(rounded.abs(), 1))]),
        unit => v.value(rounded.abs(), unit),
    };
    let (key, order) = match rounded > 0.0 {
        true => ("page-compare-higher", std::cmp::Ordering::Greater),
        false => ("page-compare-lower", std::cmp::Ordering::Less),
    };
    (v.f(key, &[("other", names[1]), ("size", &size)]), Some(order))
}

fn margins(indicator: &IndicatorEntry, cell: &Cell) -> Option<(f64, f64)> {
    cell.margins.filter(|_| indicator.kind == "survey")
}

fn notes(view: View<'_>, indicator: &IndicatorEntry, cells: [Option<&Cell>; 2]) -> Vec<String> {
    let v = view.voice();
    let mut notes = Vec::new();
    let ranges = cells.map(|cell| cell.and_then(|cell| margins(indicator, cell)));
    if let [Some((lower, upper)), Some((lower_of_other, upper_of_other))] = ranges {
        let overlap = lower <= upper_of_other && lower_of_other <= upper;
        notes.push(v.s(if overlap { "page-compare-overlap" } else { "page-compare-apart" }));
    }
    if cells.iter().flatten().any(|cell| cell.rebased.is_some()) {
        notes.push(v.s("page-rebased"));
    }
    if cells.iter().flatten().any(|cell| cell.provisional) {
        notes.push(v.s("page-provisional"));
    }
    notes
}
