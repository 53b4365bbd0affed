// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What an attacker sees of an invented country, and what is promised against that.

use kapstok_share::snapshot::Snapshot;

use super::country::{Country, INDICATORS, MIN_RESIDENTS, YEARS};

/// What is shown of a country: per level, indicator and year.
pub(crate) struct Seen {
    pub(crate) cells: Vec<Vec<[Vec<Option<f64>>; 3]>>,
    pub(crate) gated: Vec<[Vec<bool>; 3]>,
}

/// All figures of a snapshot.
pub(crate) fn seen(country: &Country, snapshot: &Snapshot) -> Seen {
    let cells = (0..4).map(|level| {
        let of_level = &snapshot.levels()[level];
        let figures = |indicator: usize, year: usize| {
            let column = snapshot.column(of_level, INDICATORS[indicator].0, Some(&YEARS[year].to_string()));
            let value = |area| column.and_then(|(_, column)| column.value(area));
            (0..country.n_areas(level)).map(value).collect::<Vec<_>>()
        };
        (0..INDICATORS.len()).map(|indicator| [0, 1, 2].map(|year| figures(indicator, year))).collect()
    });
    Seen { cells: cells.collect(), gated: gated(country) }
}

/// What would be shown if small areas were hidden, and nothing beside them.
pub(crate) fn hidden_alone(country: &Country) -> Seen {
    let gated = gated(country);
    let cells = country.published.iter().zip(&gated).map(|(indicators, gated)| {
        let shown = |figures: &Vec<f64>, gated: &Vec<bool>| {
            let of = figures.iter().zip(gated);
            of.map(|(figure, gated)| Some(*figure).filter(|figure| !figure.is_nan() && !gated)).collect::<Vec<_>>()
        };
        indicators.iter().map(|years| [0, 1, 2].map(|year| shown(&years[year], &gated[year]))).collect()
    });
    Seen { cells: cells.collect(), gated: gated.clone() }
}

/// Which areas are small, per level and year.
pub(crate) fn gated(country: &Country) -> Vec<[Vec<bool>; 3]> {
    let is_few = |figure: f64| figure.is_nan() || figure < MIN_RESIDENTS;
    let of_level = |level: usize| {
        let residents = &country.published[level][0];
        // The count of the year, or of the nearest one that has any.
        let then = |year: usize, area: usize| match residents[year].iter().all(|it| it.is_nan()) {
            true => residents[0][area],
            false => residents[year][area],
        };
        let is_gated = |year: usize, area: usize| is_few(residents[2][area]) || then(year, area) < MIN_RESIDENTS;
        [0, 1, 2].map(|year| (0..country.n_areas(level)).map(|area| is_gated(year, area)).collect())
    };
    (0..4).map(of_level).collect()
}

/// Whether any figure of an area is withheld in a year.
pub(crate) fn is_hidden(country: &Country, seen: &Seen, level: usize, year: usize, area: usize) -> bool {
    (0..INDICATORS.len()).any(|indicator| {
        let is_published = !country.published[level][indicator][year][area].is_nan();
        is_published && seen.cells[level][indicator][year][area].is_none()
    })
}

/// Whether the source keeps a cell secret in all years: nobody knows such a figure. One that is secret in some years only
/// the attacker is taken to know.
pub(crate) fn is_kept(country: &Country, level: usize, indicator: usize, area: usize) -> bool {
    country.secret[level][indicator].iter().all(|year| year[area])
}

/// The weight of an area in a total: known to the attacker.
pub(crate) fn weight(country: &Country, level: usize, indicator: usize, year: usize, area: usize) -> f64 {
    match INDICATORS[indicator].1 {
        "count" | "km2" => 1.0,
        "per-km2" => country.exact[level][16][year][area],
        _ => country.exact[level][0][year][area],
    }
}

/// The room that is promised to a gated figure.
pub(crate) fn promised(country: &Country, level: usize, indicator: usize) -> f64 {
    match INDICATORS[indicator].1 {
        "count" => MIN_RESIDENTS / 2.0,
        "percent" => 10.0,
        // Land is not about people, and its own map tells it.
        "km2" => 0.0,
        _ => {
            let mut known: Vec<f64> =
                country.published[level][indicator].iter().flatten().copied().filter(|it| !it.is_nan()).collect();
            known.sort_by(f64::total_cmp);
            known.get(known.len() * 19 / 20).unwrap_or(&0.0) / 10.0 - known.get(known.len() / 20).unwrap_or(&0.0) / 10.0
        }
    }
}
