// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What figures say where an agenda asks.
//!
//! In: a snapshot. Out: [`Facts`]. *Burdened domains* of an area: those of its recipe; of a larger area than the recipe
//! scores, the domains in whose worst part the areas lie in which at least half of its residents live. *Burdened residents* of a
//! domain: [`crate::burdened`]. Invariant: what is withheld is unknown, and never nought.

use std::collections::BTreeMap;

use kapstok_agenda::facts::{Basis, Burdened, Facts, IndicatorFacts, Kind, PlaceFacts};
use kapstok_find::choose::{Counted, Rests};

use crate::burdened::{Counting, Instead};
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
        places: places(Counting { snapshot, level, recipe, scores }),
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

fn places(counting: Counting<'_>) -> Vec<PlaceFacts> {
    let Counting { snapshot, level, recipe, .. } = counting;
    let domains: Vec<Counted> = recipe.domains.iter().map(|id| counting.domain(id, Instead::default())).collect();
    let place = |(index, code): (usize, &String)| {
        let above = snapshot.above(AreaAt { level: level.position(), index });
        let larger = above.iter().map(|it| snapshot.level_of(*it).codes()[it.index].clone());
        let burdened = recipe.domains.iter().zip(&domains).map(|(domain, counted)| {
            let basis = match counted.rests {
                Rests::ShareOfPeople => Basis::Share,
                Rests::ResidentsOfWorstPart => Basis::WorstFifth,
            };
            (domain.clone(), Burdened { residents: counted.people[index], basis })
        });
        PlaceFacts { code: code.clone(), lies_in: larger.collect(), burdened: burdened.collect() }
    };
    level.codes().iter().enumerate().map(place).collect()
}
