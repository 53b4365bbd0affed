// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The method as it might have been: other weights, another scale, another mean, without one input, another part that
//! counts as worst.
//!
//! In: a plan, the choices of a recipe, numbers of draws. Out: another plan. Invariant: a plan of which nothing is
//! drawn is the plan itself.

use kapstok_recipe::steps::min_max::MinMax;
use kapstok_recipe::steps::rank::{Order, Rank, Ties};
use kapstok_recipe::steps::rank_fraction::{OneIs, RankFraction};
use kapstok_recipe::steps::weighted_mean::{Mean, WeightedMean};
use kapstok_recipe::steps::z_score::{Deviation, ZScore};
use kapstok_recipe::sure::{Scale, Sure};
use kapstok_recipe::{Plan, Step};

use super::Factor;
use super::draw::{Numbers, row};

/// A way to make the index, drawn.
#[derive(Clone, Debug)]
pub(super) struct Method {
    /// The plan.
    pub(super) plan: Plan,
    /// The part of the areas that counts as worst; `None` for that of the recipe.
    pub(super) worst_fraction: Option<f64>,
    /// The scale; `None` for that of the recipe.
    pub(super) scale: Option<Scale>,
    /// The mean; `None` for that of the recipe.
    pub(super) mean: Option<Mean>,
    /// Position of the input that is left out.
    pub(super) left_out: Option<usize>,
}

/// Which one of `n`, each as likely; `None` where the factor stands still or there is no choice.
fn pick(sure: &Sure, factor: Factor, numbers: &Numbers, n: usize) -> Option<usize> {
    let draw = numbers.of(factor).filter(|_| n > 0)?;
    let uniform = row(sure.seed, factor, 0, 0, draw).uniform();
    Some(((uniform * n as f64) as usize).min(n - 1))
}

/// The method of one draw.
pub(super) fn method(plan: &Plan, sure: &Sure, numbers: &Numbers) -> Method {
    let choices = &sure.choices;
    let scale = pick(sure, Factor::Scale, numbers, choices.scales.len()).map(|at| choices.scales[at]);
    let mean = pick(sure, Factor::Mean, numbers, choices.means.len()).map(|at| choices.means[at]);
    // None of them is one of the possibilities.
    let n_inputs = if choices.leave_one_out { plan.inputs.len() } else { 0 };
    let left_out = pick(sure, Factor::LeftOut, numbers, if n_inputs > 0 { n_inputs + 1 } else { 0 });
    let left_out = left_out.and_then(|at| at.checked_sub(1));
    let mut made = match left_out {
        Some(at) => plan.without(&plan.inputs[at].name),
        None => plan.clone(),
    };
    if let Some(scale) = scale {
        made.steps = made.steps.into_iter().flat_map(|step| rescaled(step, scale)).collect();
    }
    for step in &mut made.steps {
        let Step::WeightedMean(step) = step else { continue };
        if let Some(mean) = mean {
            step.mean = mean;
        }
        if let (Some(part), Some(draw)) = (choices.weights, numbers.of(Factor::Weights)) {
            reweigh(step, plan, part, sure.seed, draw);
        }
    }
    let worst_fraction = choices
        .worst_fraction
        .zip(numbers.of(Factor::WorstFraction))
        .map(|([low, high], draw)| low + (high - low) * row(sure.seed, Factor::WorstFraction, 0, 0, draw).uniform());
    Method { plan: made, worst_fraction, scale, mean, left_out }
}

/// Each weight within its part of itself; they keep their sum. A weight is drawn by its place in the recipe, whatever
/// was left out.
fn reweigh(step: &mut WeightedMean, plan: &Plan, part: f64, seed: u64, draw: u32) {
    let of_recipe = plan.steps.iter().enumerate().find_map(|(position, known)| match known {
        Step::WeightedMean(known) if known.out == step.out => Some((position, known)),
        _ => None,
    });
    let Some((position, of_recipe)) = of_recipe else { return };
    let before: f64 = step.weights.values().sum();
    for (place, name) in of_recipe.weights.keys().enumerate() {
        if let Some(weight) = step.weights.get_mut(name) {
            let uniform = row(seed, Factor::Weights, position, place as u32, draw).uniform();
            *weight *= 1.0 + part * (2.0 * uniform - 1.0);
        }
    }
    let after: f64 = step.weights.values().sum();
    if after != 0.0 && before != 0.0 {
        step.weights.values_mut().for_each(|weight| *weight *= before / after);
    }
}

/// A step that puts figures on a scale, on another one; every other step as it is.
fn rescaled(step: Step, scale: Scale) -> Vec<Step> {
    let (input, out, turned) = match &step {
        Step::ZScore(it) => (it.input.clone(), it.out.clone(), it.turned),
        Step::MinMax(it) => (it.input.clone(), it.out.clone(), it.low > it.high),
        _ => return vec![step],
    };
    match scale {
        Scale::ZScore => {
            let deviation = Deviation::Population;
            vec![Step::ZScore(ZScore { input, out, deviation, higher_is_worse: turned, turned })]
        }
        Scale::MinMax => {
            let (low, high) = if turned { (100.0, 1.0) } else { (1.0, 100.0) };
            vec![Step::MinMax(MinMax { input, out, low, high })]
        }
        Scale::Rank => {
            // No name of a recipe holds a blank.
            let places = format!("{out} place");
            let order = if turned { Order::HighestFirst } else { Order::LowestFirst };
            let rank = Rank { input, out: places.clone(), order, ties: Ties::Mean };
            let part = RankFraction { input: places, out, one_is: OneIs::Last, offset: 0.0, less: 0.0 };
            vec![Step::Rank(rank), Step::RankFraction(part)]
        }
    }
}
