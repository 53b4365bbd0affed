// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Two or three areas side by side: every figure of the same period, with the difference in words.
//!
//! Invariant: figures of different periods, and counts of areas of different size, are not set against each other; it
//! says why. Where published margins overlap, it says that the difference may be chance. With three areas the second and the third are
//! each held against the first.

use std::cmp::Ordering;

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
    areas: Vec<Head>,
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
    values: Vec<(String, bool, String)>,
    /// Of each area but the first: the difference with the first, and what is to be known of it.
    differences: Vec<(String, Vec<String>)>,
}

#[derive(Template)]
#[template(path = "compare-pick.html")]
struct PickTemplate {
    frame: Frame,
    title: String,
    sentence: String,
    action: String,
    /// Code, name, where it lies.
    named: Vec<(String, String, String)>,
}

/// Makes the page.
///
/// # Errors
/// No such area.
pub(super) fn page(view: View<'_>, codes: &[String]) -> Made {
    let areas: Vec<AreaAt> = codes.iter().map(|code| area_of(view, code)).collect::<Result<_, _>>()?;
    let page = Page::Compare(codes.to_vec());
    if !Page::is_side_by_side(codes) {
        return pick(view, &page, &areas);
    }
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let names: Vec<&str> = areas.iter().map(|area| v.name(snapshot, *area)).collect();
    let title = match names[..] {
        [one, other, third] => v.f("page-compare-title-three", &[("one", one), ("other", other), ("third", third)]),
        _ => v.f("page-compare-title", &[("one", names[0]), ("other", names[1])]),
    };
    let mut domains: Vec<(String, String, Vec<Row>)> = Vec::new();
    let mut n = vec![(0, 0); areas.len() - 1];
    for indicator in in_reading_order(&snapshot.manifest().indicators) {
        let Some((row, orders)) = row(view, &areas, &names, indicator) else { continue };
        for ((n_higher, n_lower), order) in n.iter_mut().zip(orders) {
            *n_higher += usize::from(order == Some(Ordering::Greater));
            *n_lower += usize::from(order == Some(Ordering::Less));
        }
        match domains.iter_mut().find(|(id, ..)| *id == indicator.domain) {
            Some((_, _, rows)) => rows.push(row),
            None => domains.push((indicator.domain.clone(), v.domain(&indicator.domain), vec![row])),
        }
    }
    let head = |area: &AreaAt| {
        let level = snapshot.level_of(*area);
        Head {
            link: view.area_link(*area),
            place: super::search::where_it_lies(view, *area),
            residents: level.residents()[area.index].map_or_else(|| "–".to_owned(), |residents| v.number(residents, 0)),
            too_few: level.has_too_few_residents(area.index),
        }
    };
    let sentence = |((n_higher, n_lower), other): (&(usize, usize), &&str)| {
        let (higher, lower) = (v.count(*n_higher), v.count(*n_lower));
        let facts = [("one", names[0]), ("other", *other), ("higher", &higher), ("lower", &lower)];
        v.f("page-compare-sentence", &facts)
    };
    let sentences: Vec<String> = n.iter().zip(&names[1..]).map(sentence).collect();
    let template = CompareTemplate {
        frame: view.frame(&page, &title, &snapshot.above(areas[0])),
        areas: areas.iter().map(head).collect(),
        sentence: format!("{} {}", sentences.join(" "), v.s("page-compare-not-always")),
        domains,
        action: view.href(&page),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

/// The form by which areas are chosen, with those that were named.
fn pick(view: View<'_>, page: &Page, areas: &[AreaAt]) -> Made {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let title = v.s("page-compare-pick-title");
    let named = |area: &AreaAt| {
        let code = snapshot.level_of(*area).codes()[area.index].clone();
        (code, v.name(snapshot, *area).to_owned(), super::search::where_it_lies(view, *area))
    };
    let template = PickTemplate {
        frame: view.frame(page, &title, &[]),
        sentence: match areas.len() {
            0 => v.s("page-compare-pick"),
            1 => v.s("page-compare-pick-one"),
            n => v.f("page-compare-pick-many", &[("number", &v.count(n))]),
        },
        action: view.href(&Page::Compare(Vec::new())),
        named: areas.iter().map(named).collect(),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

/// The newest period in which all levels have a figure of their area; else the newest that all levels have.
fn period<'a>(view: View<'a>, areas: &[AreaAt], indicator: &str) -> Option<&'a str> {
    let snapshot = &view.site.snapshot;
    let level = snapshot.level_of(areas[0]);
    let columns = snapshot.entry(level).columns.iter().filter(|column| column.indicator == indicator);
    let in_all = columns.filter_map(|column| {
        let known = |area: &AreaAt| {
            let (_, found) = snapshot.column(snapshot.level_of(*area), indicator, Some(&column.period))?;
            Some(found.value(area.index).is_some())
        };
        let known: Vec<bool> = areas.iter().map(known).collect::<Option<_>>()?;
        Some((known.into_iter().all(|it| it), column.period.as_str()))
    });
    let in_all: Vec<(bool, &str)> = in_all.collect();
    let known = in_all.iter().rfind(|(are_known, _)| *are_known);
    known.or(in_all.last()).map(|(_, period)| *period)
}

type Orders = Vec<Option<Ordering>>;

fn row(view: View<'_>, areas: &[AreaAt], names: &[&str], indicator: &IndicatorEntry) -> Option<(Row, Orders)> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let common = period(view, areas, &indicator.id);
    // Without a common period each has its own newest one.
    let found = |area: &AreaAt| {
        let (entry, column) = snapshot.column(snapshot.level_of(*area), &indicator.id, common)?;
        Some((entry.period.as_str(), column.cell(area.index)))
    };
    let found: Vec<Option<(&str, Cell)>> = areas.iter().map(found).collect();
    let first = found.iter().position(Option::is_some)?;
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
    let cell = |at: usize| found[at].as_ref().map(|(_, cell)| cell);
    let of_other = |other: usize| {
        let cells = [cell(0), cell(other)];
        let areas = [areas[0], areas[other]];
        let (said, order) = difference(view, areas, names[other], indicator, common, cells);
        ((said, notes(view, indicator, cells)), order)
    };
    let (differences, orders) = (1..areas.len()).map(of_other).unzip();
    let meta = format!("{} · {}", common.unwrap_or("–"), v.s(&format!("kind-{}", indicator.kind)));
    let label = Link {
        href: view.href(&Page::table(&indicator.id, snapshot.level_of(areas[first]).name(), None)),
        text: indicator.label.of(view.language).to_owned(),
    };
    Some((Row { label, meta, values: found.iter().map(shown).collect(), differences }, orders))
}

fn difference(
    view: View<'_>,
    areas: [AreaAt; 2],
    other_name: &str,
    indicator: &IndicatorEntry,
    common: Option<&str>,
    cells: [Option<&Cell>; 2],
) -> (String, Option<Ordering>) {
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
        return (v.s("page-compare-equal"), Some(Ordering::Equal));
    }
    let size = match indicator.unit.as_str() {
        "percent" | "fraction" => v.f("page-compare-points", &[("number", &v.number(rounded.abs(), 1))]),
        unit => v.value(rounded.abs(), unit),
    };
    let (key, order) = match rounded > 0.0 {
        true => ("page-compare-higher", Ordering::Greater),
        false => ("page-compare-lower", Ordering::Less),
    };
    (v.f(key, &[("other", other_name), ("size", &size)]), Some(order))
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
