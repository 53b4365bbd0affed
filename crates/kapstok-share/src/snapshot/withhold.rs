// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Takes out of a build what may not leave it, before anything else can look at it.
//!
//! In: levels as they were read. Out: the same without gated cells, without what would give them away
//! ([`crate::subtraction`]), and without what is told of those cells beside them: scores, counts of a crosswalk, the
//! figure at which a domain was cut. Invariant: what is left says of a withheld cell that it is, and why; no more.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Column, Level};
use crate::gate::gated;
use crate::manifest::{ColumnEntry, IndicatorEntry, Manifest};
use crate::subtraction::{self, Country, Goes, LevelAreas, LevelFigures, Nature, Shown};

/// A figure of so many years before or after stands in for that of a total.
const YEARS_NEAR: u32 = 2;

/// Takes out of all levels what the gate hides, and what would give that away.
pub(super) fn withhold(manifest: &mut Manifest, levels: &mut [Level]) {
    let residents: Vec<Vec<Option<f64>>> = levels
        .iter()
        .map(|level| match newest_residents(manifest, level.position) {
            Some(position) => level.columns[position].figures(),
            None => vec![None; level.len()],
        })
        .collect();
    // All is decided on what was read, before anything is taken out.
    let shown = decide(manifest, levels, &residents);
    for ((level, columns), residents) in levels.iter_mut().zip(&shown).zip(&residents) {
        level.too_few = gated(residents, None, manifest.min_residents);
        let entries = &mut manifest.levels[level.position].columns;
        for ((column, entry), shown) in level.columns.iter_mut().zip(entries).zip(columns) {
            for (area_index, shown) in shown.iter().enumerate() {
                match shown {
                    Shown::Yes => {}
                    Shown::TooFewResidents => column.withhold(area_index, "too_few_residents"),
                    // Also where there is no figure: which of them have one is not told.
                    Shown::WithOthers => column.withhold(area_index, "withheld_with_others"),
                }
            }
            count_again(column, entry);
        }
        level.residents = match newest_residents(manifest, level.position) {
            Some(position) => level.columns[position].figures(),
            None => vec![None; level.codes.len()],
        };
    }
    for (position, shown) in shown.iter().enumerate() {
        withhold_scores(manifest, &mut levels[position], shown);
        withhold_links(manifest.min_residents, &mut levels[position], shown);
    }
}

fn newest_residents(manifest: &Manifest, level: usize) -> Option<usize> {
    let (position, _) = manifest.levels[level].column(manifest.residents.as_deref()?, None)?;
    Some(position)
}

/// A level as it was in one period.
struct Then {
    gated: Vec<bool>,
    residents: Vec<Option<f64>>,
    weights: Vec<f64>,
}

/// What an area weighs in a mean: its residents. Where nobody knows those, all that its siblings leave of the smallest
/// area above: the more it weighs, the better it is known.
fn weights(level: &Level, known: &[Option<f64>], residents: &[Vec<Option<f64>>], least: f64) -> Vec<f64> {
    let left = |area: usize| {
        let (above, of) =
            level.lies_in.iter().rfind(|(above, of)| of[area].is_some_and(|it| residents[*above][it].is_some()))?;
        let siblings = (0..known.len()).filter(|&it| of[it] == of[area]).filter_map(|it| known[it]);
        Some(residents[*above][of[area]?]? - siblings.sum::<f64>())
    };
    let unknown = |area: usize| left(area).unwrap_or(least).max(least);
    (0..known.len()).map(|area| known[area].unwrap_or_else(|| unknown(area)).max(1.0)).collect()
}

/// Per level and column which cells are shown.
fn decide(manifest: &Manifest, levels: &[Level], residents: &[Vec<Option<f64>>]) -> Vec<Vec<Vec<Shown>>> {
    // Many columns are of one period: what is gated then is worked out once.
    let mut then: BTreeMap<(usize, &str), Then> = BTreeMap::new();
    for (position, entry) in manifest.levels.iter().enumerate() {
        for column in &entry.columns {
            then.entry((position, column.period.as_str())).or_insert_with(|| {
                let then = residents_then(manifest, &levels[position], &column.period);
                let gated = gated(&residents[position], then.as_deref(), manifest.min_residents);
                let then = then.into_iter().flatten().chain(std::iter::repeat(None)).zip(&residents[position]);
                let known: Vec<Option<f64>> = then.map(|(then, now)| then.or(*now)).collect();
                let weights = weights(&levels[position], &known, residents, manifest.min_residents);
                Then { gated, residents: known, weights }
            });
        }
    }
    let mut columns: Vec<subtraction::Column<'_>> = Vec::new();
    let mut place: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for entry in manifest.levels.iter().flat_map(|entry| &entry.columns) {
        let Some(indicator) = manifest.indicators.iter().position(|known| known.id == entry.indicator) else {
            continue;
        };
        let key = (entry.indicator.as_str(), entry.period.as_str());
        if place.contains_key(&key) {
            continue;
        }
        place.insert(key, columns.len());
        let nature = nature(manifest, &manifest.indicators[indicator]);
        // Of what we do not know it may be people or land that weighs: it has to hold for both.
        let ways: &[bool] = if nature == (Nature::Mean { goes: Goes::WithCounts }) { &[false, true] } else { &[false] };
        columns.extend(ways.iter().map(|weighs_alike| subtraction::Column {
            indicator,
            period: key.1,
            nature,
            weighs_alike: *weighs_alike,
            levels: levels.iter().map(|level| figures(manifest, level, key, &then)).collect(),
        }));
    }
    let of_levels = levels.iter().zip(residents);
    let of_levels = of_levels
        .map(|(level, residents)| LevelAreas { residents: residents.clone(), lies_in: level.lies_in.clone() })
        .collect();
    let position = |id: &String| manifest.indicators.iter().position(|known| known.id == *id);
    let sums = manifest.counted.iter().map(|table| table.classes.iter().filter_map(position).collect()).collect();
    let country = Country::new(manifest.min_residents, of_levels, columns, manifest.indicators.len(), sums);
    let withheld = subtraction::withhold(&country);
    let any_gated = then.values().any(|then| then.gated.contains(&true));
    let cells = |level: usize, entry: &ColumnEntry| {
        let gated = &then[&(level, entry.period.as_str())].gated;
        let column = place.get(&(entry.indicator.as_str(), entry.period.as_str())).map(|at| &country.columns[*at]);
        let shown = |area: usize| match (gated[area], column) {
            (true, _) => Shown::TooFewResidents,
            // A figure that means nothing to us is shown of no area, where any is small.
            (false, None) if any_gated => Shown::WithOthers,
            (false, None) => Shown::Yes,
            (false, Some(column)) => match withheld.is(column, level, area) {
                true => Shown::WithOthers,
                false => Shown::Yes,
            },
        };
        (0..gated.len()).map(shown).collect()
    };
    let of_level = |(level, entry): (usize, &crate::manifest::LevelEntry)| {
        entry.columns.iter().map(|column| cells(level, column)).collect()
    };
    manifest.levels.iter().enumerate().map(of_level).collect()
}

/// Figures of a level: of the period, else of one near it.
fn figures<'a>(
    manifest: &'a Manifest,
    level: &'a Level,
    (indicator, period): (&str, &str),
    then: &'a BTreeMap<(usize, &str), Then>,
) -> Option<LevelFigures<'a>> {
    let entries = manifest.levels[level.position].columns.iter().enumerate();
    let of_indicator = entries.filter(|(_, entry)| entry.indicator == indicator);
    let off = |other: &str| match other == period {
        true => Some(0),
        // Another period of the same year is another figure all the same.
        false => Some(year(other)?.abs_diff(year(period)?).max(1)),
    };
    let near = of_indicator.filter_map(|(at, entry)| Some((off(&entry.period)?, at, entry)));
    let (years_off, at, entry) = near.filter(|(off, ..)| *off <= YEARS_NEAR).min_by_key(|(off, at, _)| (*off, *at))?;
    let then = then.get(&(level.position, entry.period.as_str()))?;
    let meaning = manifest.indicator(indicator)?;
    Some(LevelFigures {
        figures: level.columns[at].values(),
        half_width: meaning.half_width_at(&level.name),
        secret: (0..level.len()).map(|area| level.columns[at].status(area).reason() == Some("secret")).collect(),
        gated: Cow::Borrowed(&then.gated),
        residents: Cow::Borrowed(&then.residents),
        weights: Cow::Borrowed(&then.weights),
        years_off,
    })
}

fn nature(manifest: &Manifest, indicator: &IndicatorEntry) -> Nature {
    // What was asked of some or worked out by a model is no number of residents over another.
    let goes = match (indicator.rounding, indicator.kind.as_str()) {
        (Some(_), _) => Goes::WithAll,
        (None, "survey" | "model") => Goes::WithUnrounded,
        (None, _) => Goes::WithCounts,
    };
    match indicator.unit.as_str() {
        "count" if manifest.residents.as_deref() == Some(&indicator.id) => Nature::Residents,
        "count" => Nature::Count,
        "km2" | "ha" => Nature::Extent,
        "percent" => Nature::Share { whole: 100.0, goes },
        "fraction" => Nature::Share { whole: 1.0, goes },
        "per-thousand" => Nature::Mean { goes },
        "euro" | "thousand-euro" | "km" | "points" => Nature::Mean { goes: Goes::WithAll },
        // Of a unit that we do not know, such as people per km2, another figure may make a count.
        _ => Nature::Mean { goes: Goes::WithCounts },
    }
}

fn year(period: &str) -> Option<u32> {
    period.get(..4)?.parse().ok()
}

/// The count of residents that is nearest to a period; `None` without one.
fn residents_then(manifest: &Manifest, level: &Level, period: &str) -> Option<Vec<Option<f64>>> {
    let (id, asked) = (manifest.residents.as_deref()?, year(period)?);
    let columns = manifest.levels[level.position].columns.iter().enumerate();
    let counts = columns.filter(|(_, it)| it.indicator == id && it.known > 0);
    let nearest = counts.filter_map(|(position, it)| Some((asked.abs_diff(year(&it.period)?), position))).min();
    nearest.map(|(_, position)| level.columns[position].figures())
}

/// What the manifest counts is what is shown.
fn count_again(column: &Column, entry: &mut ColumnEntry) {
    entry.known = column.n_known();
    entry.missing.clear();
    for reason in (0..column.len()).filter_map(|area_index| column.status(area_index).reason()) {
        *entry.missing.entry(reason.to_owned()).or_default() += 1;
    }
}

/// Scores of an area say something of each figure that they were made from: they go with any of those.
fn withhold_scores(manifest: &mut Manifest, level: &mut Level, shown: &[Vec<Shown>]) {
    let entry = &manifest.levels[level.position];
    for scores in &mut level.scores {
        let recipe = &mut manifest.recipes[scores.recipe];
        let is_input = |column: &ColumnEntry| {
            recipe.inputs.iter().any(|(id, period)| *id == column.indicator && *period == column.period)
        };
        let inputs: Vec<&Vec<Shown>> =
            entry.columns.iter().zip(shown).filter(|(column, _)| is_input(column)).map(|(_, shown)| shown).collect();
        for area in 0..level.codes.len() {
            if level.too_few[area] || inputs.iter().any(|shown| shown[area] == Shown::TooFewResidents) {
                scores.withhold(area, "too-few-residents");
            } else if inputs.iter().any(|shown| shown[area] == Shown::WithOthers) {
                scores.withhold(area, "withheld-with-others");
            }
        }
        if manifest.ranking {
            scores.rank_again()
        } else {
            scores.without_ranks()
        }
        // A number of burdened areas less those that are shown is that of the withheld ones.
        for (domain, cut) in recipe.domains.iter().zip(&mut recipe.cuts) {
            let flags = scores.numbers(&super::burden_title(domain)).unwrap_or_default();
            cut.n_known = flags.iter().flatten().count();
            cut.n_in = flags.iter().flatten().filter(|flag| **flag == 1.0).count();
            // A domain is cut at the figure of some area: told only where that one is shown.
            let is_input = |(id, period): &(String, String)| {
                let at = entry.columns.iter().position(|it| it.indicator == *id && it.period == *period);
                at.is_some_and(|at| level.columns[at].values().iter().any(|value| Some(*value) == cut.threshold))
            };
            cut.threshold = cut.threshold.filter(|_| recipe.inputs.iter().any(is_input));
        }
    }
}

/// A crosswalk counts residents or addresses. Of one area of the other map all counts go together, for one and the shares
/// give the others: they are told where every area that they went to is open, and the area itself is, or, where it is
/// no more, had as many as are asked for.
fn withhold_links(min_residents: f64, level: &mut Level, shown: &[Vec<Shown>]) {
    let (codes, too_few) = (&level.codes, &level.too_few);
    let at = |code: &str| codes.binary_search_by(|known| known.as_str().cmp(code)).ok();
    let is_open = |at: usize| !too_few[at] && shown.iter().all(|column| column[at] == Shown::Yes);
    for links in level.links.values_mut() {
        let mut of: BTreeMap<&str, (f64, bool)> = BTreeMap::new();
        for link in links.iter() {
            let (n, all_open) = of.entry(&link.from).or_insert((0.0, true));
            *n += link.counted.unwrap_or(0.0);
            *all_open &= at(&link.to).is_some_and(is_open);
        }
        let is_told = |from: &str| match (of.get(from), at(from)) {
            (Some((_, true)), Some(at)) => is_open(at),
            (Some((n, true)), None) => *n >= min_residents,
            (Some((_, false)) | None, _) => false,
        };
        let told: Vec<bool> = links.iter().map(|link| is_told(&link.from)).collect();
        links.iter_mut().zip(told).filter(|(_, told)| !told).for_each(|(link, _)| link.counted = None);
    }
}
