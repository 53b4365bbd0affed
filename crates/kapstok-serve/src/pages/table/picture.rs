// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A column as a map with its legend: five classes of as many areas each, missing figures apart.

use kapstok_share::manifest::IndicatorEntry;
use kapstok_share::snapshot::{Column, Level};

use super::super::charts::histogram::{self, Histogram, class_of};
use super::super::charts::map::{Detail, Shape, svg};
use super::super::frame::View;
use super::super::voice::Voice;
use kapstok_share::middle::Middle;

/// Classes of the style sheet.
pub(crate) const CLASSES: [&str; 5] = ["class-1", "class-2", "class-3", "class-4", "class-5"];

/// A map, its legend and what they say.
#[derive(Default)]
pub(crate) struct Picture {
    pub(crate) map: String,
    pub(crate) histogram: String,
    /// Class, from where to where, number of areas.
    pub(crate) legend: Vec<(&'static str, String, String)>,
    /// Why there is no map.
    pub(crate) no_map: String,
}

/// Draws the chosen areas of a column. The classes are those of all areas, whichever are chosen.
pub(crate) fn of_column(
    view: View<'_>,
    level: &Level,
    column: &Column,
    indicator: &IndicatorEntry,
    chosen: &[usize],
) -> Picture {
    let v = view.voice();
    let breaks = Middle::breaks(column.values());
    // Fewer classes are spread over the colours.
    let class = |value: f64| CLASSES[(class_of(value, &breaks) * 4) / breaks.len().max(1)];
    let class_of_area = |index: usize| column.value(index).map_or("is-missing", class);
    let values: Vec<f64> = chosen.iter().filter_map(|index| column.value(*index)).collect();
    let value = |value: f64| v.value(value, &indicator.unit);
    let (low, high) =
        values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(*it), high.max(*it)));
    let mut sorted = values.clone();
    sorted.sort_unstable_by(f64::total_cmp);
    let (histogram, mut legend) = if sorted.len() < 2 {
        (String::new(), Vec::new())
    } else {
        let ends = (value(low), value(high));
        // A few areas far away do not make all others one bar.
        let range = (sorted[sorted.len() / 100], sorted[sorted.len() - 1 - sorted.len() / 100]);
        let histogram = Histogram { values: &values, range, breaks: &breaks, ends: (&ends.0, &ends.1) };
        let bounds = |class: usize| bounds_of(v, &breaks, class, &indicator.unit);
        let n_in = |class: usize| values.iter().filter(|value| class_of(**value, &breaks) == class).count();
        let line = |class: usize| (CLASSES[class * 4 / breaks.len().max(1)], bounds(class), v.count(n_in(class)));
        (histogram::svg(&histogram), (0..=breaks.len()).map(line).collect::<Vec<_>>())
    };
    let n_missing = chosen.len() - values.len();
    if n_missing > 0 {
        legend.push(("is-missing", v.s("page-class-missing"), v.count(n_missing)));
    }
    let (map, no_map) = drawn(view, level, chosen, class_of_area);
    Picture { map, histogram, legend, no_map }
}

/// From where to where a class goes, in words.
pub(crate) fn bounds_of(v: &Voice, breaks: &[f64], class: usize, unit: &str) -> String {
    let value = |value: f64| v.value(value, unit);
    let from = if class == 0 { None } else { breaks.get(class - 1) };
    match (from, breaks.get(class)) {
        (None, Some(to)) => v.f("page-class-below", &[("to", &value(*to))]),
        (Some(from), Some(to)) => v.f("page-class-between", &[("from", &value(*from)), ("to", &value(*to))]),
        (Some(from), None) => v.f("page-class-above", &[("from", &value(*from))]),
        (None, None) => v.s("page-class-all"),
    }
}

/// A map of areas by class, or why there is none.
pub(crate) fn drawn(
    view: View<'_>,
    level: &Level,
    chosen: &[usize],
    class: impl Fn(usize) -> &'static str,
) -> (String, String) {
    drawn_with(view, level, chosen, class, |_| None)
}

/// A map of areas by class, some with a pattern over it; or why there is none.
pub(crate) fn drawn_with(
    view: View<'_>,
    level: &Level,
    chosen: &[usize],
    class: impl Fn(usize) -> &'static str,
    pattern: impl Fn(usize) -> Option<&'static str>,
) -> (String, String) {
    let v = view.voice();
    let Some(map) = view.site.map(level) else {
        return (String::new(), v.f("page-no-map", &[("levels", &v.levels(level.name()))]));
    };
    let (name, detail, steps) = match chosen.len() {
        0..=800 => ("choropleth", Detail::Each, 460.0),
        // White borders would hide what is smaller than they are.
        801..=6_000 => ("choropleth dense", Detail::Merged, 460.0),
        // Most areas are two steps wide: finer ones would be seen by nobody.
        _ => ("choropleth dense", Detail::Merged, 280.0),
    };
    let rings = map.rings(level, chosen, steps);
    let mut shapes = Vec::with_capacity(chosen.len());
    for (index, rings) in chosen.iter().zip(rings) {
        shapes.extend(pattern(*index).map(|class| Shape { rings: rings.clone(), class }));
        shapes.push(Shape { rings, class: class(*index) });
    }
    match svg(&shapes, name, steps, detail) {
        Some(map) => (map, String::new()),
        None => (String::new(), v.f("page-no-map", &[("levels", &v.levels(level.name()))])),
    }
}
