// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A good choice for any number of areas: sets grow one after another, are mended, pulled out and grown again.
//!
//! In: a field, the number of starts and a seed. Out: the best choice that all starts found, if any. Invariant: numbers
//! of a start come from the seed, the start and the round alone, and starts are compared in order: threads change
//! nothing. Not here: any proof.

use kapstok_random::Draws;
use rayon::prelude::*;

use super::bound::Bound;
use super::choice::Choice;
use super::field::Field;
use super::grow::{Room, grown};
use super::piece::best_with;
use super::problem::SearchOptions;

/// Rounds of pulling out and growing again, of one start: at most so many, and two for each area.
const N_ROUNDS: usize = 300;
/// Steps in which a set that grew is put against the best around it.
const STEPS_CLOSER: u64 = 400;
/// Places that are looked at when a set grows again: of those where nothing is in the way, and of others.
const N_FRESH: usize = 6;
const N_PLACES: usize = 24;

/// The best choice found: areas of each set. It stops where `bound` is met.
pub(super) fn searched(field: &Field<'_>, options: &SearchOptions, bound: &Bound) -> Option<Vec<Vec<u32>>> {
    let seeds = seeds(field);
    let starts: Vec<Option<Choice<'_, '_>>> = (0..options.n_starts.max(1))
        .into_par_iter()
        .map(|start| Start { field, seeds: &seeds, options, start, bound }.run())
        .collect();
    let mut best: Option<Choice<'_, '_>> = None;
    for choice in starts.into_iter().flatten() {
        if best.as_ref().is_none_or(|best| choice.benefit > best.benefit) {
            best = Some(choice);
        }
    }
    best.map(Choice::into_sets)
}

/// An area, and the set that grows from it where nothing is taken.
struct Seed {
    area: u32,
    benefit: f64,
    areas: Vec<u32>,
}

/// Areas by the benefit of the set that grows from each, the highest first.
fn seeds(field: &Field<'_>) -> Vec<Seed> {
    let worth: Vec<f64> = (0..field.n_areas).map(|area| field.benefit(area)).collect();
    let room = Room { worth: &worth, taken: &|_| false, most: field.most_of_set, wanted: None };
    let grow =
        |area: usize| grown(field, area, &room).map(|(areas, benefit)| Seed { area: area as u32, benefit, areas });
    // Where a set may be as large as the map, growing from everywhere would be areas squared.
    let every = (field.n_areas as f64 * likely_size(field) / 2_000_000.0).ceil().max(1.0) as usize;
    let mut seeds: Vec<Seed> = (0..field.n_areas).into_par_iter().step_by(every).filter_map(grow).collect();
    seeds.sort_by(|one, other| other.benefit.total_cmp(&one.benefit).then(one.area.cmp(&other.area)));
    seeds
}

/// Areas that a set may have, about, squared: what growing it costs.
fn likely_size(field: &Field<'_>) -> f64 {
    let everybody: f64 = (0..field.n_areas).filter(|&area| field.may[area]).map(|area| field.residents(area)).sum();
    let size = field.most_of_set / (everybody / field.n_areas as f64).max(1e-9);
    let size = size.min(field.n_areas as f64);
    size * size.min(200.0) / 4.0
}

struct Start<'s, 'a> {
    field: &'s Field<'a>,
    seeds: &'s [Seed],
    options: &'s SearchOptions,
    start: u32,
    bound: &'s Bound,
}

impl<'s, 'a> Start<'s, 'a> {
    fn run(&self) -> Option<Choice<'s, 'a>> {
        let mut draws = Draws::new(self.options.seed, self.start, 0);
        let worth = self.worth(&mut draws);
        let mut choice = Choice::empty(self.field);
        self.fill(&mut choice, &worth, &mut draws);
        choice.mend();
        let mut best = choice.is_feasible().then(|| choice.clone());
        for round in 1..=self.n_rounds() {
            if best.as_ref().is_some_and(|best| best.benefit >= self.bound.highest) {
                break;
            }
            let mut draws = Draws::new(self.options.seed, self.start, round);
            let mut tried = choice.clone();
            if tried.n_sets() > 0 {
                let first = draws.below(tried.n_sets() as u32) as usize;
                tried.remove_with_near(first, draws.below(4) as usize);
            }
            let worth = self.worth(&mut draws);
            self.fill(&mut tried, &worth, &mut draws);
            tried.mend();
            if tried.rank() >= choice.rank() {
                choice = tried;
                if choice.is_feasible() && best.as_ref().is_none_or(|best| choice.benefit > best.benefit) {
                    best = Some(choice.clone());
                }
            }
        }
        best.map(|mut best| {
            best.polish();
            best
        })
    }

    /// Fewer where there is little to try, and where each round takes long because sets are large.
    fn n_rounds(&self) -> u32 {
        let field = self.field;
        let everybody: f64 = (0..field.n_areas).filter(|&area| field.may[area]).map(|area| field.residents(area)).sum();
        let size = (field.most_of_set / everybody.max(1.0) * field.n_areas as f64).min(field.n_areas as f64);
        let rounds = (N_ROUNDS as f64 * (40.0 / size.max(40.0))).ceil() as usize;
        rounds.min(20 + 2 * field.n_areas) as u32
    }

    /// Benefit, blurred and less a price of residents where the budget is smaller than full sets would be.
    fn worth(&self, draws: &mut Draws) -> Vec<f64> {
        let field = self.field;
        let blur = 0.3 * draws.uniform();
        // Where full sets fit the budget, a resident costs nothing.
        let full = field.problem.max_sets as f64 * field.most_of_set;
        let price = if full > field.most + 1.0 { self.bound.price * draws.uniform() } else { 0.0 };
        // One word for four areas: nearness of chances does no harm here, their cost would.
        let mut word = 0_u32;
        let blurred = |area: usize| {
            word = if area.is_multiple_of(4) { draws.word() } else { word.rotate_right(8) };
            let chance = f64::from(word & 0xFF) / 256.0 - 0.5;
            field.benefit(area) * (1.0 + blur * chance) - price * field.residents(area)
        };
        (0..field.n_areas).map(blurred).collect()
    }

    /// Grows sets until there are as many as there may be: what must be in first, then groups that lack a set.
    fn fill(&self, choice: &mut Choice<'s, 'a>, worth: &[f64], draws: &mut Draws) {
        let field = self.field;
        for &area in &field.must {
            if choice.may_seed(area) && !choice.is_full() {
                self.grow_into(choice, worth, &[area as u32], true);
            }
        }
        for group in 0..field.n_groups() {
            while choice.in_group(group) < field.lows[group] && !choice.is_full() {
                let of_group = |seed: &Seed| field.group[seed.area as usize] == group;
                if field.n_groups() == 1 || !self.grow_from(choice, worth, of_group, draws) {
                    break;
                }
            }
        }
        while !choice.is_full() {
            if !self.grow_from(choice, worth, |_| true, draws) {
                break;
            }
        }
    }

    /// Grows from the best of some good places that are free; whether a set was added.
    fn grow_from(
        &self,
        choice: &mut Choice<'s, 'a>,
        worth: &[f64],
        may: impl Fn(&Seed) -> bool,
        draws: &mut Draws,
    ) -> bool {
        // What grows from a seed whose set is still free is known; what grows from others is less, and must be seen.
        let (mut fresh, mut stale): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
        for seed in self.seeds.iter().filter(|seed| choice.may_seed(seed.area as usize) && may(seed)) {
            if seed.areas.iter().all(|&area| choice.is_free(area as usize)) {
                fresh.push(seed.area);
            } else {
                stale.push(seed.area);
            }
            if fresh.len() >= N_FRESH {
                break;
            }
        }
        for _ in 0..N_PLACES.min(stale.len()) {
            fresh.push(stale.swap_remove(draws.below(stale.len() as u32) as usize));
        }
        let places = fresh;
        self.grow_into(choice, worth, &places, false)
    }

    /// The best set that holds the area of the most worth of one that grew, as far as a few steps can tell.
    fn closer(&self, choice: &Choice<'s, 'a>, worth: &[f64], areas: Vec<u32>, sum: f64) -> (Vec<u32>, f64) {
        let of = |area: u32| worth[area as usize];
        let by_worth = |one: &&u32, other: &&u32| of(**one).total_cmp(&of(**other)).then(other.cmp(one));
        let Some(&seed) = areas.iter().max_by(by_worth) else { return (areas, sum) };
        let limits = (choice.most_of_next(), sum);
        let piece = best_with(self.field, worth, seed as usize, |area| choice.is_free(area), limits, STEPS_CLOSER);
        piece.map_or((areas, sum), |piece| (piece.areas, piece.worth))
    }

    fn grow_into(&self, choice: &mut Choice<'s, 'a>, worth: &[f64], places: &[u32], forced: bool) -> bool {
        let field = self.field;
        let most = choice.most_of_next();
        let taken = |area: usize| !choice.is_free(area);
        let wanted = forced.then_some(field.problem.must_be_in);
        let room = Room { worth, taken: &taken, most, wanted };
        let mut best: Option<(Vec<u32>, f64)> = None;
        for &place in places {
            if let Some((areas, worth)) = grown(field, place as usize, &room)
                && best.as_ref().is_none_or(|(_, highest)| worth > *highest)
            {
                best = Some((areas, worth));
            }
        }
        let needed = forced || choice.n_sets() < field.problem.min_sets || choice.lacks_in_group(&best);
        let best = best.map(|(areas, sum)| if forced { (areas, sum) } else { self.closer(choice, worth, areas, sum) });
        match best {
            Some((areas, worth)) if worth > 0.0 || needed => {
                choice.add_set(areas);
                true
            }
            _ => false,
        }
    }
}
