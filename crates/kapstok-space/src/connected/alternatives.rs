// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Other choices that are about as good, and really other.
//!
//! In: a problem and its best choice. Out: choices within a share of its benefit, which differ from it and from each
//! other in a share of the residents chosen. Invariant: each one passes [`feasible`] and both shares; never one that
//! does not. Not here: that there are no more; fewer than asked means that no more were found.

use kapstok_random::Draws;

use super::exact::choose_in;
use super::field::Field;
use super::problem::{NoSets, Problem, SearchOptions, Sets, feasible};

/// How many others, how good and how different.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AlternativeOptions {
    /// Most of them.
    pub n: usize,
    /// How far the benefit may lie below the best, as a share of it.
    pub within: f64,
    /// Residents who are in one of two choices but not in both, as a share of those who are in either: at least so much
    /// between any two.
    pub differ: f64,
    /// Steps and starts of each search, and the seed.
    pub search: SearchOptions,
}

/// Searches per alternative that was asked.
const TRIES: usize = 6;

/// Up to `n` other choices, the highest benefit first.
///
/// Each search forbids some areas of the best choice, or of an alternative that was found, rather those that add little
/// per resident; it blurs benefit a little, and what it finds is judged by the true benefit. What one search gives
/// depends on those before it, not on threads.
///
/// # Errors
/// [`NoSets`] where the problem cannot be read.
pub fn alternatives(problem: &Problem<'_>, best: &Sets, options: &AlternativeOptions) -> Result<Vec<Sets>, NoSets> {
    Field::new(problem)?;
    let least = best.objective - options.within * best.objective.abs();
    let mut found: Vec<Sets> = Vec::new();
    for round in 0..(options.n * TRIES) as u32 {
        if found.len() >= options.n {
            break;
        }
        let mut draws = Draws::new(options.search.seed, 0, round);
        let from = draws.below(found.len() as u32 + 1) as usize;
        let from = if from == 0 { best } else { &found[from - 1] };
        let (allowed, benefit) = otherwise(problem, from, options, &mut draws);
        let changed = Problem { benefit: &benefit, allowed: &allowed, ..problem.clone() };
        let search = SearchOptions { seed: options.search.seed.wrapping_add(u64::from(round)), ..options.search };
        let Ok(mut other) = choose_in(&Field::new(&changed)?, &search) else { continue };
        other.objective = other.sets.iter().flatten().map(|&area| problem.benefit[area]).sum();
        (other.bound, other.proved) = (best.bound.max(other.objective), false);
        let differs = |one: &Sets| difference(problem, &one.sets, &other.sets) >= options.differ;
        let good = other.objective >= least && feasible(problem, &other.sets).is_ok();
        if good && differs(best) && found.iter().all(differs) {
            found.push(other);
        }
    }
    found.sort_by(|one, other| other.objective.total_cmp(&one.objective).then_with(|| one.sets.cmp(&other.sets)));
    Ok(found)
}

/// What is allowed when some areas of a choice are not, and benefit that is blurred.
fn otherwise(
    problem: &Problem<'_>,
    from: &Sets,
    options: &AlternativeOptions,
    draws: &mut Draws,
) -> (Vec<bool>, Vec<f64>) {
    let mut allowed = problem.allowed.to_vec();
    let share = options.differ * (0.6 + 1.4 * draws.uniform());
    let chosen: Vec<usize> = from.sets.iter().flatten().copied().collect();
    let mut left: f64 = share * chosen.iter().map(|&area| problem.residents[area]).sum::<f64>();
    let mut order: Vec<(f64, usize)> = Vec::new();
    for area in chosen {
        let density = problem.benefit[area].max(0.0) / problem.residents[area].max(1.0);
        order.push((draws.exponential() * density * density, area));
    }
    order.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    for (_, area) in order {
        if left > 0.0 && !problem.must_be_in[area] {
            allowed[area] = false;
            left -= problem.residents[area];
        }
    }
    let blurred = |benefit: &f64| benefit + benefit.abs() * options.within * (draws.uniform() - 0.5);
    let benefit = problem.benefit.iter().map(blurred).collect();
    (allowed, benefit)
}

/// Residents in one choice but not in both, as a share of residents in either; without residents, areas are counted.
fn difference(problem: &Problem<'_>, one: &[Vec<usize>], other: &[Vec<usize>]) -> f64 {
    let mut times = vec![0_u8; problem.benefit.len()];
    one.iter().flatten().for_each(|&area| times[area] += 1);
    other.iter().flatten().for_each(|&area| times[area] += 1);
    let share = |weight: &dyn Fn(usize) -> f64| {
        let sum = |least: u8, most: u8| -> f64 {
            (0..times.len()).filter(|&area| (least..=most).contains(&times[area])).map(weight).sum()
        };
        sum(1, 1) / sum(1, 2)
    };
    let of_residents = share(&|area| problem.residents[area]);
    if of_residents.is_nan() { share(&|_| 1.0) } else { of_residents }
}
