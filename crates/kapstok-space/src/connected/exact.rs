// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The best choice with its proof: prices make single sets compete for areas, what is left is tried out.
//!
//! In: a problem. Out: [`Sets`]. Invariant: the bound holds whatever the prices are and wherever steps ran out.
//!
//! 1. A local search gives a choice (`search.rs`).
//! 2. Each area gets a price, since only one set can have it, and each resident one where the budget is short
//!    (`prices.rs`). Then no choice exceeds the prices plus the best single sets after prices (Lagrange).
//! 3. A set that costs more against that bound than the bound lies above the choice is in no better choice. All other
//!    sets are listed (`piece.rs`) and combined (`packing.rs`): what is best among them is best of all.

use super::bound::bound_of;
use super::field::Field;
use super::packing::{Packed, Packing};
use super::piece::{Piece, all_pieces};
use super::prices::Prices;
use super::problem::{NoSets, Problem, SearchOptions, Sets};
use super::search::searched;

/// A difference of benefit that is none.
pub(super) const NO_BETTER: f64 = 1e-4;
/// Most sets that are listed for the last step.
const MOST_PIECES: usize = 200_000;

/// The best connected sets that were found, and what none can exceed.
///
/// Up to about 120 areas and four sets of five to twelve areas the answer is mostly proved best; beyond that it is the
/// best of a local search, with a bound.
///
/// # Errors
/// [`NoSets`].
/// # Source
/// Prices after Held and Karp (1971) and Polyak (1969); sets grow by taking and forbidding as in Avis and Fukuda,
/// *Reverse search for enumeration* (1996).
pub fn choose(problem: &Problem<'_>, options: &SearchOptions) -> Result<Sets, NoSets> {
    choose_in(&Field::new(problem)?, options)
}

pub(super) fn choose_in(field: &Field<'_>, options: &SearchOptions) -> Result<Sets, NoSets> {
    if field.is_hopeless() {
        return Err(NoSets::Infeasible);
    }
    let bound = bound_of(field);
    let mut best = searched(field, options, &bound);
    let (bound, price) = (bound.highest, bound.price);
    let mut lowest = low(field, &best);
    if best.is_some() && bound <= lowest + NO_BETTER {
        return Ok(sets(field, best.unwrap_or_default(), bound, 0, true));
    }
    if options.n_steps == 0 {
        return best.map(|best| sets(field, best, bound, 0, false)).ok_or(NoSets::NotFound { n_steps: 0 });
    }
    let mut prices = Prices::new(field, best.as_deref(), options.n_steps);
    prices.begin(best.as_deref(), price);
    prices.lower(lowest);
    let mut n_steps = prices.n_steps;
    if prices.no_choice {
        return Err(NoSets::Infeasible);
    }
    let bound = bound.min(prices.bound);
    // Sets seen on the way may already combine to something better.
    let seen = prices.seen();
    let packed = pack(field, &prices, seen, lowest, options.n_steps / 20);
    n_steps += packed.n_steps;
    if let Some(found) = packed.best {
        best = Some(found);
        lowest = low(field, &best);
    }
    let mut proved = best.is_some() && bound <= lowest + NO_BETTER;
    if !proved {
        let left = options.n_steps.saturating_sub(n_steps);
        let above = prices.above(lowest);
        let pieces = all_pieces(field, &prices.worth(), &above, MOST_PIECES, left / 2);
        n_steps += pieces.n_steps;
        if pieces.complete {
            let left = options.n_steps.saturating_sub(n_steps);
            let packed = pack(field, &prices, pieces.found, lowest, left);
            n_steps += packed.n_steps;
            best = packed.best.or(best);
            proved = packed.complete;
        }
    }
    match best {
        Some(best) => Ok(sets(field, best, bound, n_steps, proved)),
        None if proved => Err(NoSets::Infeasible),
        None => Err(NoSets::NotFound { n_steps }),
    }
}

fn low(field: &Field<'_>, best: &Option<Vec<Vec<u32>>>) -> f64 {
    best.as_ref().map_or(f64::NEG_INFINITY, |sets| sets.iter().map(|areas| field.benefit_of(areas)).sum())
}

fn pack(field: &Field<'_>, prices: &Prices<'_, '_>, pieces: Vec<Piece>, lowest: f64, max_steps: u64) -> Packed {
    Packing::new(field, prices, pieces, lowest, max_steps).run()
}

/// In the order that is promised, summed in that order.
fn sets(field: &Field<'_>, found: Vec<Vec<u32>>, bound: f64, n_steps: u64, proved: bool) -> Sets {
    let rising = |areas: Vec<u32>| {
        let mut areas: Vec<usize> = areas.into_iter().map(|area| area as usize).collect();
        areas.sort_unstable();
        areas
    };
    let mut sets: Vec<Vec<usize>> = found.into_iter().map(rising).collect();
    sets.sort();
    let objective: f64 = sets.iter().flatten().map(|&area| field.benefit(area)).sum();
    let bound = if proved { objective } else { bound.max(objective) };
    Sets { sets, objective, bound, n_steps, proved }
}
