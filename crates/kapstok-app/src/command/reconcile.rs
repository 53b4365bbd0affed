// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok reconcile`: published totals beside ours, with the difference and its cause.
//!
//! For every count that is there at a level and in the municipality or country above: the sum of the smaller
//! areas against the published figure of the larger. What an analyst checks before trusting anything else.
//! Every larger area with a published figure has its line, also where nothing was there to add up.

mod cause;
mod workbook;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Serialize;

use crate::build::store::Store;
use crate::failure::Failure;
use cause::{Cause, Sum, cause};
use kapstok_share::gate::gated;
use kapstok_share::manifest::LevelEntry;
pub(crate) use workbook::{summarise, write};

/// One line: one count, one period, one larger area.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Line {
    level: String,
    area: String,
    name: String,
    indicator: String,
    period: String,
    summed_level: String,
    published: f64,
    /// `None` where no cell has a figure: nothing is not 0.
    ours: Option<f64>,
    difference: Option<f64>,
    /// How far rounding alone can bring them apart.
    rounding_allows: f64,
    /// The most that the cells without a figure can hold, where that is known.
    missing_allow: Option<f64>,
    n_areas: usize,
    n_missing: usize,
    n_secret: usize,
    n_lost: usize,
    n_changed: usize,
    cause: Cause,
}

/// All lines of the current build.
///
/// # Errors
/// No build, or a build that cannot be read.
pub(crate) fn reconcile(dir: &Path) -> Result<(Store, Vec<Line>), Failure> {
    let store = Store::current(dir)?;
    let mut lines = Vec::new();
    let levels = &store.manifest.levels;
    // Totals are published by municipality and country; a country without these names has all its levels held
    // against each other.
    let of_totals = |level: &LevelEntry| matches!(level.level.as_str(), "municipality" | "country");
    let any = levels.iter().any(of_totals);
    for (position, upper) in levels.iter().enumerate().filter(|(_, level)| !any || of_totals(level)) {
        for lower in &levels[position + 1..] {
            lines.extend(between(&store, upper, lower)?);
        }
    }
    Ok((store, lines))
}

/// Where the areas of a level lie among those of a larger one.
struct Membership {
    /// Per smaller area the position of the larger one; `None` where it lies in several, or in none.
    lies_in: Vec<Option<usize>>,
    /// Positions of larger areas of which a border moved between the maps of the two levels.
    border_moved: BTreeSet<usize>,
}

/// The two levels may stand on maps of different years. A smaller area whose larger one is gone from the newer
/// map is counted where the whole of that area went, as the shares of re-basing tell.
fn membership(store: &Store, upper: &LevelEntry, lower: &LevelEntry) -> Result<Membership, Failure> {
    let (above, below) = (store.areas(&upper.level)?, store.areas(&lower.level)?);
    let mut goes_to: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    if upper.boundary_year != lower.boundary_year && upper.rebased_from.contains(&lower.boundary_year) {
        for link in store.links(&upper.level, lower.boundary_year)? {
            if let Some(to) = above.index_of(&link.to) {
                goes_to.entry(link.from).or_default().push(to);
            }
        }
    }
    let border_moved = goes_to.values().filter(|targets| targets.len() > 1).flatten().copied().collect();
    let find = |code: &String| match (above.index_of(code), goes_to.get(code).map(Vec::as_slice)) {
        (Some(position), _) => Some(position),
        (None, Some([only])) => Some(*only),
        (None, _) => None,
    };
    let lies_in = match below.within.get(&upper.level) {
        Some(codes) => codes.iter().map(find).collect(),
        None => vec![None; lower.n_areas],
    };
    Ok(Membership { lies_in, border_moved })
}

fn between(store: &Store, upper: &LevelEntry, lower: &LevelEntry) -> Result<Vec<Line>, Failure> {
    let Membership { lies_in, border_moved } = membership(store, upper, lower)?;
    let upper_areas = store.areas(&upper.level)?;
    let gated = gated(&store.residents(upper)?, None, store.manifest.min_residents);
    let mut lines = Vec::new();
    for (upper_position, column) in upper.columns.iter().enumerate() {
        let counts = store.indicator(&column.indicator).is_some_and(|indicator| indicator.unit == "count");
        let beside = store.column(lower, &column.indicator, Some(&column.period));
        let beside = beside.filter(|(_, below)| counts && column.known > 0 && below.known > 0);
        let Some((lower_position, _)) = beside else { continue };
        let half_width = |level| store.indicator(&column.indicator).map_or(0.0, |it| it.half_width_at(level));
        let (below, above_width) = (half_width(&lower.level), half_width(&upper.level));
        let published = store.figures_with_reasons(&upper.level, upper_position)?;
        let figures = store.figures_with_reasons(&lower.level, lower_position)?;
        let most = most_of_a_cell(store, lower, &column.indicator, &column.period)?;
        let mut sums = vec![Sum::default(); upper.n_areas];
        for (area_index, (figure, above)) in figures.iter().zip(&lies_in).enumerate() {
            if let Some(above) = above {
                sums[*above].add(figure, most[area_index]);
            }
        }
        for (at, sum) in sums.iter_mut().enumerate() {
            // A total that was itself brought from another map was never published, and one of an area with
            // few residents does not leave the build.
            let Some(total) = published[at].value.filter(|_| published[at].rebased.is_none() && !gated[at]) else {
                continue;
            };
            sum.border_moved = border_moved.contains(&at);
            let ours = Some(sum.total).filter(|_| sum.n_missing < sum.n_areas);
            let difference = ours.map(|ours| ours - total);
            let rounding_allows = below * sum.n_rounded as f64 + above_width;
            lines.push(Line {
                level: upper.level.clone(),
                area: upper_areas.codes[at].clone(),
                name: upper_areas.names[at].clone(),
                indicator: column.indicator.clone(),
                period: column.period.clone(),
                summed_level: lower.level.clone(),
                published: total,
                ours,
                difference,
                rounding_allows,
                missing_allow: sum.missing_allow.filter(|_| sum.n_missing > 0),
                n_areas: sum.n_areas,
                n_missing: sum.n_missing,
                n_secret: sum.n_secret,
                n_lost: sum.n_lost,
                n_changed: sum.n_changed,
                cause: match (sum.n_areas, difference) {
                    (0, _) => Cause::NoAreas,
                    (_, difference) => cause(difference.unwrap_or(-total), rounding_allows, sum),
                },
            });
        }
    }
    Ok(lines)
}

/// Per area the most that a count of an indicator can be there: nobody counts more people of some kind, or
/// more households, than there are residents in that period, their own rounding aside. `None` where that is not
/// known, or says nothing.
fn most_of_a_cell(
    store: &Store,
    level: &LevelEntry,
    indicator: &str,
    period: &str,
) -> Result<Vec<Option<f64>>, Failure> {
    let of_people = ["residents", "adults", "children", "households"];
    let population = store.indicator(indicator).and_then(|indicator| indicator.population.as_deref());
    let residents = store.manifest.residents.as_deref();
    let column = residents.and_then(|id| Some((store.indicator(id)?, store.column(level, id, Some(period))?)));
    match column.filter(|_| population.is_some_and(|population| of_people.contains(&population))) {
        Some((meaning, (position, _))) => {
            let off_by = meaning.half_width_at(&level.level);
            let most = store.values(&level.level, position)?.into_iter();
            Ok(most.map(|residents| residents.map(|residents| residents + off_by)).collect())
        }
        None => Ok(vec![None; level.n_areas]),
    }
}
