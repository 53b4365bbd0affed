// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Changes that make a choice better: add an area, drop one, change one for another, hand one to another set.
//!
//! Invariant: what holds of a [`Choice`] holds after each change; the benefit only rises.

use super::choice::{Choice, FREE};
use super::piece::best_with;

/// Areas of a set, and beside it, that are tried against each other.
const N_TRIED: usize = 24;
/// Times that each set is put against the best in its place, and steps of each time.
const N_POLISHED: usize = 8;
const STEPS_POLISHED: u64 = 3_000;

impl Choice<'_, '_> {
    /// Changes areas one at a time as long as that helps.
    pub(super) fn mend(&mut self) {
        for _ in 0..200 {
            let mut changed = false;
            for set in 0..self.sets.len() {
                changed |= self.drop_bad(set) | self.add(set) | self.change_one(set);
            }
            if !(changed | self.move_budget()) {
                return;
            }
        }
    }

    /// Puts in the place of each set the best one that holds its area of the most benefit, as long as that helps.
    pub(super) fn polish(&mut self) {
        let worth: Vec<f64> = (0..self.field.n_areas).map(|area| self.field.benefit(area)).collect();
        for _ in 0..N_POLISHED {
            let mut changed = false;
            for set in 0..self.sets.len() {
                changed |= self.polish_one(set, &worth);
            }
            if !changed {
                return;
            }
            self.mend();
        }
    }

    fn polish_one(&mut self, set: usize, worth: &[f64]) -> bool {
        let field = self.field;
        let mut must = self.sets[set].iter().filter(|&&area| field.problem.must_be_in[area as usize]);
        let seed = match (must.next(), must.next()) {
            (Some(_), Some(_)) => return false,
            (Some(&area), None) => area,
            _ => self.loose(set)[self.sets[set].len() - 1],
        };
        let most = field.most_of_set.min(field.most - self.in_all + self.residents[set]);
        let free = |area: usize| self.is_free(area) || self.owner[area] == set as u32;
        let above = field.benefit_of(&self.sets[set]);
        let Some(piece) = best_with(field, worth, seed as usize, free, (most, above), STEPS_POLISHED) else {
            return false;
        };
        self.remove_set(set);
        self.add_set(piece.areas);
        true
    }

    fn put(&mut self, area: u32, set: usize) {
        let at = area as usize;
        let place = self.sets[set].partition_point(|&other| other < area);
        self.sets[set].insert(place, area);
        self.owner[at] = set as u32;
        self.residents[set] += self.field.residents(at);
        self.in_all += self.field.residents(at);
        self.benefit += self.field.benefit(at);
    }

    fn take(&mut self, area: u32, set: usize) {
        let at = area as usize;
        self.sets[set].retain(|&other| other != area);
        self.owner[at] = FREE;
        self.residents[set] -= self.field.residents(at);
        self.in_all -= self.field.residents(at);
        self.benefit -= self.field.benefit(at);
    }

    /// Neighbours of a set that no set owns, the most benefit first.
    fn beside(&self, set: usize) -> Vec<u32> {
        let around = self.sets[set].iter().flat_map(|&area| self.field.of(area as usize));
        let mut beside: Vec<u32> = around.copied().filter(|&other| self.is_free(other as usize)).collect();
        beside.sort_unstable();
        beside.dedup();
        let benefit = |area: u32| self.field.benefit(area as usize);
        beside.sort_by(|&one, &other| benefit(other).total_cmp(&benefit(one)).then(one.cmp(&other)));
        beside
    }

    /// Areas of a set that need not be in, the least benefit first.
    fn loose(&self, set: usize) -> Vec<u32> {
        let must = |area: &&u32| !self.field.problem.must_be_in[**area as usize];
        let mut loose: Vec<u32> = self.sets[set].iter().filter(must).copied().collect();
        let benefit = |area: u32| self.field.benefit(area as usize);
        loose.sort_by(|&one, &other| benefit(one).total_cmp(&benefit(other)).then(one.cmp(&other)));
        loose
    }

    /// Whether the set hangs together without one area, and with another.
    fn holds(&self, set: usize, without: u32, with: Option<u32>) -> bool {
        let mut areas: Vec<u32> = self.sets[set].iter().copied().filter(|&area| area != without).chain(with).collect();
        areas.sort_unstable();
        let Some(&first) = areas.first() else { return false };
        let mut seen = vec![false; areas.len()];
        seen[0] = true;
        let mut reached = vec![first];
        let mut at = 0;
        while at < reached.len() {
            for other in self.field.of(reached[at] as usize) {
                if let Ok(place) = areas.binary_search(other)
                    && !std::mem::replace(&mut seen[place], true)
                {
                    reached.push(*other);
                }
            }
            at += 1;
        }
        reached.len() == areas.len()
    }

    /// Adds what is beside a set and helps, the most benefit first.
    fn add(&mut self, set: usize) -> bool {
        let field = self.field;
        let mut added = false;
        for area in self.beside(set) {
            let at = area as usize;
            let residents = field.residents(at);
            let fits = self.residents[set] + residents <= field.most_of_set && self.in_all + residents <= field.most;
            if fits && (field.benefit(at) > 0.0 || field.problem.must_be_in[at]) {
                self.put(area, set);
                added = true;
            }
        }
        added
    }

    fn drop_bad(&mut self, set: usize) -> bool {
        let field = self.field;
        let bad = |area: &u32| field.benefit(*area as usize) < 0.0;
        let enough = |area: &u32| self.residents[set] - field.residents(*area as usize) >= field.floor;
        let loose = self.loose(set).into_iter().take_while(bad);
        let Some(area) = loose.filter(enough).find(|&area| self.holds(set, area, None)) else { return false };
        self.take(area, set);
        true
    }

    /// Gives up one area of a set for a neighbour of it, a free one or one that another set can miss and makes good.
    fn change_one(&mut self, set: usize) -> bool {
        let field = self.field;
        let loose: Vec<u32> = self.loose(set).into_iter().take(N_TRIED).collect();
        let beside: Vec<u32> = self.beside(set).into_iter().take(N_TRIED).collect();
        for &area in &loose {
            for &other in &beside {
                let (gain, more) = self.difference(area, other);
                if gain <= 1e-9 {
                    break;
                }
                let residents = self.residents[set] + more;
                let fits =
                    residents <= field.most_of_set && residents >= field.floor && self.in_all + more <= field.most;
                if fits && self.holds(set, area, Some(other)) {
                    self.take(area, set);
                    self.put(other, set);
                    return true;
                }
            }
        }
        self.shift_one(set)
    }

    fn difference(&self, area: u32, other: u32) -> (f64, f64) {
        let (area, other) = (area as usize, other as usize);
        let field = self.field;
        (field.benefit(other) - field.benefit(area), field.residents(other) - field.residents(area))
    }

    /// Hands an area to a set beside it, when a better one than it can then take its place in the set that gave it.
    fn shift_one(&mut self, set: usize) -> bool {
        let field = self.field;
        for area in self.loose(set).into_iter().take(N_TRIED) {
            let at = area as usize;
            let receiver = |other: &&u32| {
                let owner = self.owner[**other as usize];
                owner != FREE
                    && owner != set as u32
                    && self.residents[owner as usize] + field.residents(at) <= field.most_of_set
            };
            let Some(to) = field.of(at).iter().find(receiver).map(|&other| self.owner[other as usize] as usize) else {
                continue;
            };
            let fits = |other: &u32| {
                let more = field.residents(*other as usize);
                let residents = self.residents[set] - field.residents(at) + more;
                field.benefit(*other as usize) > 1e-9
                    && residents <= field.most_of_set
                    && residents >= field.floor
                    && self.in_all + more <= field.most
            };
            let taken = self
                .beside(set)
                .into_iter()
                .take(N_TRIED)
                .find(|other| fits(other) && self.holds(set, area, Some(*other)));
            if let Some(other) = taken {
                self.take(area, set);
                self.put(area, to);
                self.put(other, set);
                return true;
            }
        }
        false
    }

    /// Where the budget is short: drops an area of one set so that another set can have a better one.
    fn move_budget(&mut self) -> bool {
        let field = self.field;
        if self.in_all + self.field.most_of_set <= field.most || self.sets.len() < 2 {
            return false;
        }
        let mut least: Vec<(usize, u32)> = Vec::new();
        let mut most: Vec<(usize, u32)> = Vec::new();
        for set in 0..self.sets.len() {
            least.extend(self.loose(set).into_iter().take(4).map(|area| (set, area)));
            most.extend(self.beside(set).into_iter().take(4).map(|area| (set, area)));
        }
        for &(from, area) in &least {
            if self.residents[from] - field.residents(area as usize) < field.floor || !self.holds(from, area, None) {
                continue;
            }
            for &(to, other) in most.iter().filter(|(to, _)| *to != from) {
                let (gain, more) = self.difference(area, other);
                let residents = self.residents[to] + field.residents(other as usize);
                if gain > 1e-9 && self.in_all + more <= field.most && residents <= field.most_of_set {
                    self.take(area, from);
                    self.put(other, to);
                    return true;
                }
            }
        }
        false
    }
}
