// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok space FILE --onto MAP`: figures of one map on the areas of another, by the land they have in common.
//!
//! In: two maps with columns. Out: a row per area of the second map: each figure, which part of the area is covered
//! by areas with a figure, and how many those are. Invariant: both maps are measured in one plane that keeps areas;
//! what is assumed stands in every row and on standard error; what is not placed is told.

use std::io::Write;
use std::path::Path;

use kapstok_space::areal::{Carried, CarryError, CommonAreas, equal_area};
use kapstok_space::{Crs, Outline, Point};
use kapstok_table::{Place, Problem};

use super::map::Map;
use super::output::{Cells, Output};
use super::{fail, opened, tell};
use crate::cli::Space;
use crate::failure::Failure;
use kapstok_share::number::figure;
use kapstok_share::words::Words;

/// What stands in every row, in the words of the columns.
const ASSUMED: &str = "evenly over each area";

/// Brings figures to another map.
///
/// # Errors
/// [`Failure::Problems`] for what the files or the options do not hold.
pub(super) fn onto(
    typed: &Space,
    map: &Map<'_>,
    file: &Path,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if typed.count.is_empty() && typed.share.is_empty() {
        return Err(fail(vec![Problem::error("K0795", Place::file(map.file()))]));
    }
    let raw = opened(file, words)?;
    let other = Map::new(&raw, typed.onto_code.as_deref(), &typed.missing).map_err(|problem| fail(vec![problem]))?;
    let (sources, targets) = in_one_plane(map, &other).map_err(|problem| fail(vec![problem]))?;
    let common = CommonAreas::new(&sources, &targets);
    if common.rows().is_empty() {
        return Err(fail(vec![not_on_each_other(&other, "land")]));
    }
    let of = other.n_areas().to_string();
    let facts = [("n", map.n_areas().to_string()), ("of", of), ("pairs", common.rows().len().to_string())];
    tell("space-onto", &facts, words);
    let output = carried(typed, map, &common, words)?;
    output.print(&other, out)
}

fn carried(typed: &Space, map: &Map<'_>, common: &CommonAreas, words: &Words) -> Result<Output, Failure> {
    let mut output = Output::default();
    let weights = typed.weight.as_ref().map(|title| map.numbers(title)).transpose().map_err(fail)?;
    let of_count = typed.count.iter().map(|title| (title, true));
    for (title, is_count) in of_count.chain(typed.share.iter().map(|title| (title, false))) {
        let values = map.numbers(title).map_err(fail)?;
        let carried = match is_count {
            true => common.counts(&values, typed.least),
            false => common.shares(&values, weights.as_deref(), typed.least),
        };
        let carried = carried.map_err(|error| fail(vec![not_carried(typed, map, error)]))?;
        told(typed, title, is_count, &values, &carried, words);
        output.add(title.clone(), Cells::Numbers(carried.values));
        output.add(format!("{title} covered"), Cells::Numbers(carried.covered.into_iter().map(Some).collect()));
        let n_sources = carried.n_sources.into_iter().map(|n| Some(f64::from(n)));
        output.add(format!("{title} areas"), Cells::Numbers(n_sources.collect()));
    }
    output.add("assumed", Cells::Texts(vec![Some(ASSUMED.to_owned()); common.n_targets()]));
    Ok(output)
}

fn told(typed: &Space, title: &str, is_count: bool, values: &[Option<f64>], carried: &Carried, words: &Words) {
    let in_words = |value: f64| figure(value, 3, words.language);
    let without = carried.values.iter().filter(|value| value.is_none()).count();
    let mut facts = vec![
        ("name", title.to_owned()),
        ("without", without.to_string()),
        ("of", carried.values.len().to_string()),
        ("least", in_words(typed.least)),
    ];
    if is_count {
        facts.push(("all", in_words(values.iter().flatten().sum())));
        facts.push(("lost", in_words(carried.not_placed.abs())));
        // Below nothing: areas of the second map overlap, and have more together than there is.
        let key = if carried.not_placed < 0.0 { "space-onto-count-overlap" } else { "space-onto-count" };
        return tell(key, &facts, words);
    }
    facts.push(("weight", typed.weight.clone().unwrap_or_else(|| "land".to_owned())));
    tell("space-onto-share", &facts, words);
}

/// The outlines of both maps where land can be measured: as they are where both have one system of metres, else in a
/// plane that keeps areas.
fn in_one_plane(map: &Map<'_>, other: &Map<'_>) -> Result<(Vec<Outline>, Vec<Outline>), Problem> {
    let same = map.srs() == other.srs();
    match (map.crs(), other.crs()) {
        (Some(Crs::Rd), Some(Crs::Rd)) => Ok((map.outlines.clone(), other.outlines.clone())),
        (Some(crs), Some(of_other)) => Ok((flattened(map, crs)?, flattened(other, of_other)?)),
        (None, None) if same => Ok((map.outlines.clone(), other.outlines.clone())),
        _ => Err(not_on_each_other(other, "crs")),
    }
}

fn flattened(map: &Map<'_>, crs: Crs) -> Result<Vec<Outline>, Problem> {
    let flat = |point: Point| crs.to_lon_lat(point).map(equal_area);
    let all: Option<Vec<Outline>> = map.outlines.iter().map(|outline| outline.try_map_points(flat)).collect();
    all.ok_or_else(|| not_on_each_other(map, "place"))
}

fn not_on_each_other(map: &Map<'_>, reason: &'static str) -> Problem {
    Problem::error("K0796", Place::file(map.file())).with("reason", reason)
}

fn not_carried(typed: &Space, map: &Map<'_>, error: CarryError) -> Problem {
    let row = match error {
        CarryError::Weight { source_area } => Some(map.row_number(source_area)),
        CarryError::Shape { .. } | CarryError::Least { .. } => None,
    };
    let place = Place { row, ..Place::file(map.file()) };
    Problem::error("K0797", place).with("found", typed.weight.clone().unwrap_or_default())
}
