// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The figure of an area as a part of a group: how many it is about, and how far chance moves it.
//!
//! In: columns of a snapshot. Out: [`Part`]s. A register knows everybody, and still chance moves it: had the year come out a
//! little otherwise, other people would have been counted. Invariant: of a modelled figure, and of a survey without margins,
//! no chance is known here.

use kapstok_find::gap::Part;

use crate::manifest::IndicatorEntry;
use crate::snapshot::{Column, Level, Snapshot};

/// A margin of 95 % in standard errors, on both sides.
const MARGIN: f64 = 2.0 * 1.959_963_985;

/// How many the figures of a column are about, `[n_areas]`; and whether that is known or residents stand in.
#[derive(Clone, Debug)]
pub struct Weights {
    /// `None` where it is not known.
    pub of: Vec<Option<f64>>,
    /// The count that was taken: an indicator, or `None` for residents.
    pub by: Option<String>,
    /// Whether each figure is a share of just so many.
    pub is_denominator: bool,
}

/// The weights of an indicator in a period: its own count in that period, else its newest, else residents.
pub fn weights(snapshot: &Snapshot, level: &Level, indicator: &IndicatorEntry, period: &str) -> Weights {
    match counts(snapshot, level, indicator, period) {
        Some((count, column)) => Weights {
            of: (0..level.len()).map(|index| above_zero(column.value(index))).collect(),
            by: Some(count.to_owned()),
            is_denominator: is_counted(indicator),
        },
        None => Weights {
            of: level.residents().iter().map(|residents| above_zero(*residents)).collect(),
            by: None,
            is_denominator: indicator.population.as_deref() == Some("residents"),
        },
    }
}

/// The figure of one area, as [`part`] has it, without the weights of all others.
pub fn part_alone(
    snapshot: &Snapshot,
    level: &Level,
    indicator: &IndicatorEntry,
    (period, column): (&str, &Column),
    area: usize,
) -> Option<Part> {
    let (weight, is_denominator) = match counts(snapshot, level, indicator, period) {
        Some((_, counts)) => (counts.value(area), is_counted(indicator)),
        None => (level.residents()[area], indicator.population.as_deref() == Some("residents")),
    };
    made(indicator, level, column, (above_zero(weight)?, is_denominator), area)
}

/// The count that a figure is weighted by: of the period, else the newest; `None` where residents stand in.
fn counts<'a>(
    snapshot: &'a Snapshot,
    level: &'a Level,
    indicator: &'a IndicatorEntry,
    period: &str,
) -> Option<(&'a str, &'a Column)> {
    let count = indicator.weighted_by.as_deref()?;
    let known = |found: &(_, &Column)| found.1.n_known() > 0;
    let of_period = snapshot.column(level, count, Some(period)).filter(known);
    of_period.or_else(|| snapshot.column(level, count, None)).map(|(_, column)| (count, column))
}

fn above_zero(value: Option<f64>) -> Option<f64> {
    value.filter(|value| *value > 0.0)
}

/// Whether the count that a figure is weighted by is that of the people whom it is a share of. Of a part of them (pupils, a
/// labour force) the weight is a stand-in: it says who weighs more, not how many were counted.
pub(crate) fn is_counted(indicator: &IndicatorEntry) -> bool {
    matches!(indicator.population.as_deref(), Some("residents" | "adults" | "households" | "children" | "dwellings"))
}

/// The whole of a share: 100 of a percentage, 1 of a fraction; `None` for what is no share.
pub fn whole(indicator: &IndicatorEntry) -> Option<f64> {
    match indicator.unit.as_str() {
        "percent" => Some(100.0),
        "fraction" => Some(1.0),
        _ => None,
    }
}

/// The standard error of one figure: by its margins, or by chance among so many persons; with that of rounding.
///
/// A share: `p (1 - p) / n` with `p = (count + 1/2) / (n + 1)`, so that nobody of forty is not taken for never. A rate per
/// thousand: as a count of Poisson, `(count + 1/2)`. Rounding by h either way adds `h^2 / 3`.
pub fn error(
    indicator: &IndicatorEntry,
    level: &Level,
    value: f64,
    margins: Option<(f64, f64)>,
    n: Option<f64>,
) -> Option<f64> {
    let half = indicator.half_width_at(level.name());
    let rounded = half * half / 3.0;
    let variance = match (indicator.kind.as_str(), margins) {
        ("model", _) => return None,
        (_, Some((lower, upper))) if upper > lower => ((upper - lower) / MARGIN) * ((upper - lower) / MARGIN),
        ("register" | "derived", _) => chance(indicator, value, n?)?,
        _ => return None,
    };
    Some((variance + rounded).sqrt())
}

/// The variance of a count of people as a draw of `n`; `None` of what is no share of people and no rate.
pub fn chance(indicator: &IndicatorEntry, value: f64, n: f64) -> Option<f64> {
    (indicator.population.is_some() || whole(indicator).is_none()).then(|| chance_of(indicator, value, n))?
}

/// The same, where somebody states that the figure is a part of those `n`, whatever the indicator says of its people.
pub fn chance_of(indicator: &IndicatorEntry, value: f64, n: f64) -> Option<f64> {
    match (whole(indicator), indicator.unit.as_str()) {
        (Some(whole), _) => {
            let p = (value / whole * n + 0.5) / (n + 1.0);
            Some(whole * whole * p * (1.0 - p).max(0.0) / n)
        }
        (_, "per-thousand") => Some(1e6 * (value / 1000.0 * n + 0.5) / (n * n)),
        _ => None,
    }
}

/// The figures of areas that have one and a weight; with how many lack it.
pub fn parts(
    indicator: &IndicatorEntry,
    level: &Level,
    column: &Column,
    weights: &Weights,
    areas: &[usize],
) -> (Vec<Part>, usize) {
    let part = |area: &usize| part(indicator, level, column, weights, *area);
    let parts: Vec<Part> = areas.iter().filter_map(part).collect();
    let n_missing = areas.len() - parts.len();
    (parts, n_missing)
}

/// The figure of one area.
pub fn part(
    indicator: &IndicatorEntry,
    level: &Level,
    column: &Column,
    weights: &Weights,
    area: usize,
) -> Option<Part> {
    made(indicator, level, column, (weights.of[area]?, weights.is_denominator), area)
}

fn made(
    indicator: &IndicatorEntry,
    level: &Level,
    column: &Column,
    (weight, is_denominator): (f64, bool),
    area: usize,
) -> Option<Part> {
    let value = column.value(area)?;
    let margins = column.margins().map(|margins| margins[area]).filter(|(lower, _)| !lower.is_nan());
    let n = is_denominator.then_some(weight);
    Some(Part { value, weight, error: error(indicator, level, value, margins, n) })
}
