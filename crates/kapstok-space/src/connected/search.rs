// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A good choice for any number of areas: sets grow one after another, are mended, pulled out and grown again.
//!
//! In: a field, the number of starts and a seed. Out: the best choice that all starts found, if any. Invariant: numbers
//! of a start come from the seed, the start and the round alone, and starts are compared in order: threads change
//! nothing. Not here: any proof.

use kapstok_random::Draws;
use rayon::prelude::*;

use super::choice::Choice;
use super::field::Field;
use super::grow::{Room, grown};
use super::problem::SearchOptions;

/// Rounds of pulling out and growing again, of one start.
const N_ROUNDS: u32 = 300;
/// Places that are looked at when a set grows again.
const N_PLACES: usize = 40;

/// The best choice found: areas of each set. It stops where `bound` is met.
pub(super) fn searched(field: &Field<'_>, options: &SearchOptions, bound: f64) -> Option<Vec<Vec<u32>>> {
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

/// Areas by the benefit of the set that grows from each, the highest first.
fn seeds(field: &Field<'_>) -> Vec<(u32, f64)> {
    let worth: Vec<f64> = (0..field.n_areas).map(|area| field.benefit(area)).collect();
    let room = Room { worth: &worth, taken: &|_| false, most: field.most_of_set, wanted: None };
    let grow = |area: usize| grown(field, area, &room).map(|(_, worth)| (area as u32, worth));
    // Where a set may be as large as the map, growing from everywhere would be areas squared.
    let every = (field.n_areas as f64 * likely_size(field) / 2_000_000.0).ceil().max(1.0) as usize;
    let mut seeds: Vec<(u32, f64)> = (0..field.n_areas).into_par_iter().step_by(every).filter_map(grow).collect();
    seeds.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
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
    seeds: &'s [(u32, f64)],
    options: &'s SearchOptions,
    start: u32,
    bound: f64,
}

impl<'s, 'a> Start<'s, 'a> {
    fn run(&self) -> Option<Choice<'s, 'a>> {
        let mut draws = Draws::new(self.options.seed, self.start, 0);
        let worth = self.worth(&mut draws);
        let mut choice = Choice::empty(self.field);
        self.fill(&mut choice, &worth, &mut draws);
        choice.mend();
        let mut best = choice.is_feasible().then(|| choice.clone());
        for round in 1..=N_ROUNDS {
            if best.as_ref().is_some_and(|best| best.benefit >= self.bound) {
                break;
            }
            let mut draws = Draws::new(self.options.seed, self.start, round);
            let mut tried = choice.clone();
            let n_sets = tried.n_sets();
            if n_sets > 0 {
                let n_out = 1 + draws.below(3.min(n_sets as u32)) as usize;
                for _ in 0..n_out {
                    tried.remove_set(draws.below(tried.n_sets() as u32) as usize);
                }
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
        best
    }

    /// Benefit, blurred and less a price of residents where the budget is smaller than full sets would be.
    fn worth(&self, draws: &mut Draws) -> Vec<f64> {
        let field = self.field;
        let blur = if self.start == 0 { 0.05 } else { 0.5 * draws.uniform() };
        let full = field.problem.max_sets as f64 * field.most_of_set;
        let short = 1.0 - (field.most / full).min(1.0);
        let (mut benefit, mut residents) = (0.0, 0.0);
        for area in (0..field.n_areas).filter(|&area| field.may[area]) {
            benefit += field.benefit(area).max(0.0);
            residents += field.residents(area);
        }
        let price = if residents > 0.0 { 2.0 * short * draws.uniform() * benefit / residents } else { 0.0 };
        // One word for four areas: nearness of chances does no harm here, their cost would.
        let mut word = 0_u32;
        let blurred = |area: usize| {
            word = if area % 4 == 0 { draws.word() } else { word.rotate_right(8) };
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
                let of_group = |seed: &&(u32, f64)| field.group[seed.0 as usize] == group;
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
        may: impl Fn(&&(u32, f64)) -> bool,
        draws: &mut Draws,
    ) -> bool {
        let skip = if self.start == 0 { 0 } else { 20 };
        let free = self.seeds.iter().filter(|seed| choice.may_seed(seed.0 as usize)).filter(|seed| may(seed));
        let mut places: Vec<u32> = Vec::new();
        for seed in free {
            if places.is_empty() || draws.below(100) >= skip {
                places.push(seed.0);
            }
            if places.len() >= N_PLACES {
                break;
            }
        }
        self.grow_into(choice, worth, &places, false)
    }

    fn grow_into(&self, choice: &mut Choice<'s, 'a>, worth: &[f64], places: &[u32], forced: bool) -> bool {
        let field = self.field;
        let most = choice.most_of_next();
        let taken = |area: usize| !choice.is_free(area);
        let wanted = forced.then_some(field.problem.must_be_in);
        let room = Room { worth, taken: &taken, most, wanted };
        let mut best: Option<(Vec<u32>, f64)> = None;
        for &place in places {
            if let Some((areas, worth)) = grown(field, place as usize, &room) {
                if best.as_ref().is_none_or(|(_, highest)| worth > *highest) {
                    best = Some((areas, worth));
                }
            }
        }
        let needed = forced || choice.n_sets() < field.problem.min_sets || choice.lacks_in_group(&best);
        match best {
            Some((areas, worth)) if worth > 0.0 || needed => {
                choice.add_set(areas);
                true
            }
            _ => false,
        }
    }
}
