// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What figures say where an agenda asks.
//!
//! In: a snapshot. Out: [`Facts`]. *Burdened domains* of an area: those of its recipe; of a larger area than the recipe
//! scores, the domains in whose worst part the areas lie in which at least half of its residents live. *Burdened residents* of a domain: the
//! share of its lead figure times residents, where that is a share of residents; else all residents of areas in the worst
//! part. Invariant: what is withheld is unknown, and never nought.

use std::collections::BTreeMap;

use kapstok_agenda::facts::{Basis, Burdened, Facts, IndicatorFacts, Kind, PlaceFacts};

use crate::manifest::RecipeEntry;
use crate::snapshot::{AreaAt, Level, RecipeScores, Snapshot, burden_title};

/// Reads the facts off a snapshot, by the first recipe that counts burdens.
pub fn facts(snapshot: &Snapshot) -> Facts {
    let indicator = |it: &crate::manifest::IndicatorEntry| {
        let kind = if it.kind == "model" { Kind::Modelled } else { Kind::Observed };
        (it.id.clone(), IndicatorFacts { domain: it.domain.clone(), kind })
    };
    let indicators = snapshot.manifest().indicators.iter().map(indicator).collect();
    let scored = snapshot.levels().iter().rev().find_map(|level| Some((level, snapshot.recipes(level).next()?)));
    let Some((level, (recipe, scores))) = scored else {
        return Facts { indicators, ..Facts::default() };
    };
    Facts {
        indicators,
        burdened_domains: burdened_domains(snapshot, level, recipe, scores),
        places: places(snapshot, level, recipe, scores),
    }
}

/// In which domains an area of the scored level stands in the worst part; `None` where it is not known.
fn is_in(scores: &RecipeScores, domain: &str, index: usize) -> Option<bool> {
    Some(scores.numbers(&burden_title(domain))?.get(index).copied().flatten()? == 1.0)
}

fn burdened_domains(
    snapshot: &Snapshot,
    scored: &Level,
    recipe: &RecipeEntry,
    scores: &RecipeScores,
) -> BTreeMap<String, Vec<String>> {
    let mut burdened = BTreeMap::new();
    for (index, code) in scored.codes().iter().enumerate() {
        let here = recipe.domains.iter().filter(|domain| is_in(scores, domain, index) == Some(true));
        burdened.insert(code.clone(), here.cloned().collect::<Vec<_>>());
    }
    for level in snapshot.levels().iter().filter(|level| level.position() < scored.position()) {
        for (index, code) in level.codes().iter().enumerate() {
            let inside = snapshot.below(AreaAt { level: level.position(), index }, scored);
            let residents = |areas: &[usize]| areas.iter().filter_map(|at| scored.residents()[*at]).sum::<f64>();
            let all = residents(&inside);
            let is_burdened = |domain: &&String| {
                let burdened: Vec<usize> =
                    inside.iter().copied().filter(|at| is_in(scores, domain, *at) == Some(true)).collect();
                all > 0.0 && residents(&burdened) * 2.0 >= all
            };
            let here: Vec<String> = recipe.domains.iter().filter(is_burdened).cloned().collect();
            burdened.insert(code.clone(), here);
        }
    }
    burdened
}

fn places(snapshot: &Snapshot, scored: &Level, recipe: &RecipeEntry, scores: &RecipeScores) -> Vec<PlaceFacts> {
    let place = |(index, code): (usize, &String)| {
        let above = snapshot.above(AreaAt { level: scored.position(), index });
        let larger = above.iter().map(|it| snapshot.level_of(*it).codes()[it.index].clone());
        let domains = recipe.domains.iter().enumerate();
        let burdened = domains.map(|(position, domain)| {
            let lead = recipe.leads.get(position).map_or("", String::as_str);
            (domain.clone(), burdened_residents(snapshot, scored, (recipe, scores), (domain, lead), index))
        });
        PlaceFacts { code: code.clone(), lies_in: larger.collect(), burdened: burdened.collect() }
    };
    scored.codes().iter().enumerate().map(place).collect()
}

fn burdened_residents(
    snapshot: &Snapshot,
    level: &Level,
    (recipe, scores): (&RecipeEntry, &RecipeScores),
    (domain, lead): (&str, &str),
    index: usize,
) -> Burdened {
    let residents = level.residents()[index];
    let is_share = snapshot.indicator(lead).filter(|it| {
        matches!(it.unit.as_str(), "percent" | "fraction") && it.population.as_deref() == Some("residents")
    });
    match is_share {
        Some(indicator) => {
            let period = recipe.inputs.iter().find(|(name, _)| name == lead).map(|(_, period)| period.as_str());
            let share = snapshot.column(level, lead, period).and_then(|(_, column)| column.value(index));
            let hundred = if indicator.unit == "percent" { 100.0 } else { 1.0 };
            // Of a share of people who are well, the others.
            let share = share.map(|share| match indicator.direction.as_str() {
                "higher-is-better" => 1.0 - share / hundred,
                _ => share / hundred,
            });
            Burdened { residents: share.zip(residents).map(|(share, all)| share * all), basis: Basis::Share }
        }
        None => {
            let known = is_in(scores, domain, index).zip(residents);
            let residents = known.map(|(is_in, all)| if is_in { all } else { 0.0 });
            Burdened { residents, basis: Basis::WorstFifth }
        }
    }
}
