// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Intervals held against the truth: the same recipe, run on the figures that were drawn before anything was published.
//!
//! In: a build of the region, its truth. Out: how often the interval of a score, a rank and a number of burdens holds the
//! true one, and how often what was given so much chance was so. Only the errors of figures are drawn: a truth has one
//! method.

use std::path::Path;

use kapstok_recipe::sure::{Sure, SureChoices};
use kapstok_score::burdens::Burdened;
use kapstok_score::sure::{Ground, InputErrors, Replicator, sure};
use kapstok_score::{Figures, Inputs};

use super::{Held, Truth, YEAR, counts};
use crate::build::store::Store;
use crate::compute;
use crate::failure::Failure;
use crate::workspace::Workspace;

/// How often intervals hold what is true.
#[derive(Clone, Debug, Default)]
pub(crate) struct SureHeld {
    /// The part of the draws that each interval holds.
    pub(crate) level: f64,
    /// Draws.
    pub(crate) replications: u32,
    /// Areas that lack a figure without a rule for it.
    pub(crate) n_not_compared: usize,
    /// Of the score by which areas are ordered.
    pub(crate) score: Held,
    /// Of the rank.
    pub(crate) rank: Held,
    /// Of the number of burdens.
    pub(crate) burdens: Held,
    /// Chances of standing in the worst part of a domain, by what was given.
    pub(crate) chances: Vec<Chances>,
}

/// What was given about as much chance, and how often it was so.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Chances {
    /// Cases.
    pub(crate) n: usize,
    /// Their mean chance.
    pub(crate) mean: f64,
    /// How many were so.
    pub(crate) so: usize,
}

/// Ends of the groups of chances.
const ENDS: [f64; 6] = [0.01, 0.2, 0.4, 0.6, 0.8, 0.99];

/// Runs the test on the first recipe with `[sure]`; `None` where there is none.
///
/// # Errors
/// Files that cannot be read; a plan that cannot run on the true figures.
pub(super) fn sure_held(dir: &Path, store: &Store, truth: &Truth) -> Result<Option<SureHeld>, Failure> {
    let (mut workspace, mut problems) = Workspace::open(dir)?;
    let recipes = compute::read_recipes(&mut workspace, &mut problems)?;
    let found = recipes.iter().find_map(|it| Some((&it.recipe, it.recipe.head.sure.as_ref()?)));
    let Some((recipe, section)) = found else { return Ok(None) };
    let Some(prepared) = compute::prepare(&workspace, recipe, store, &mut problems)? else { return Ok(None) };
    let compute::Prepared { level, plan, inputs, taking_part } = &prepared;
    let section = Sure { sensitivity: 0, choices: SureChoices::default(), ..section.clone() };
    let failed = |error: &dyn std::fmt::Display| Failure::store(&store.dir, error.to_string());
    let errors = crate::sure::errors(store, level, plan, &section)?;
    let ground = Ground { plan, inputs, errors, taking_part, sure: &section };
    let outcome = sure(&ground, &|| {}).map_err(|error| failed(&error))?;
    let rows = ground.errors.iter().zip(&plan.inputs).map(|(errors, input)| {
        let figures = &inputs.figures[&input.name];
        (0..figures.len()).map(|area| figures.get(area).is_some() || errors.draws_secret(area)).collect::<Vec<bool>>()
    });
    // What an input lacks without a rule is missing in every draw, and the truth has it: those are two recipes.
    let known: Vec<Vec<bool>> = rows.collect();
    let comparable = |area: usize| known.iter().all(|known| known[area]);
    // A figure of an earlier year stands for this one, and is drawn as if it had moved: the truth is that of this year.
    let counted = counts(&dir.join("truth").join("geteld.csv"), YEAR)?;
    let mut figures = inputs.figures.clone();
    for input in &plan.inputs {
        let share = |area: &String| truth.share(&input.column, counted.get(area)?);
        figures.insert(input.name.clone(), inputs.areas.iter().map(share).collect::<Figures>());
    }
    let true_inputs = Inputs { figures, ..inputs.clone() };
    let none = vec![InputErrors::default(); plan.inputs.len()];
    let ground = Ground { plan, inputs: &true_inputs, errors: none, taking_part, sure: &section };
    let replicator = Replicator::new(&ground).map_err(|error| failed(&error))?;
    let is_true = replicator.base();
    let mut held = SureHeld {
        level: section.level,
        replications: section.replications,
        chances: vec![Chances::default(); ENDS.len() + 1],
        ..SureHeld::default()
    };
    for (area, it) in outcome.areas.iter().enumerate() {
        if !comparable(area) {
            held.n_not_compared += usize::from(it.n_counted > 0);
            continue;
        }
        if let (Some(score), Some(truth)) = (it.score, is_true.order[area]) {
            held.score.add((score.lower..=score.upper).contains(&truth));
        }
        if let (Some(rank), Some(truth)) = (it.rank, is_true.ranks[area]) {
            held.rank.add((rank.lower..=rank.upper).contains(&truth));
        }
        if let (Some(burdens), Some(truth)) = (it.burdens, is_true.n_burdens[area]) {
            held.burdens.add((burdens.lower..=burdens.upper).contains(&truth));
        }
        for (chance, column) in it.chance_burdened.iter().zip(&is_true.burdened) {
            let (Some(chance), true) = (chance, column[area] != Burdened::Unknown) else { continue };
            let group = ENDS.iter().filter(|end| *chance >= **end).count();
            let chances = &mut held.chances[group];
            chances.n += 1;
            chances.mean += chance;
            chances.so += usize::from(column[area] == Burdened::Yes);
        }
    }
    held.chances.retain(|chances| chances.n > 0);
    held.chances.iter_mut().for_each(|chances| chances.mean /= chances.n as f64);
    Ok(Some(held))
}
