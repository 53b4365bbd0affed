// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sets that are being made: what is taken, what is owed, and room for more.
//!
//! Invariant: each set hangs together, lies in one group, reaches the floor and stays under the ceiling, and all stay
//! within the budget, before and after each change. Whether what must be in is in, is only known at the end.
//! Not here: changes of single areas (`changes.rs`).

use std::collections::BTreeSet;

use super::field::Field;

pub(super) const FREE: u32 = u32::MAX;
/// How far, in steps over the map, sets are near to each other.
const N_STEPS_NEAR: usize = 4;

#[derive(Clone)]
pub(super) struct Choice<'s, 'a> {
    pub(super) field: &'s Field<'a>,
    pub(super) owner: Vec<u32>,
    pub(super) sets: Vec<Vec<u32>>,
    pub(super) residents: Vec<f64>,
    pub(super) in_all: f64,
    n_in_group: Vec<usize>,
    pub(super) benefit: f64,
}

impl<'s, 'a> Choice<'s, 'a> {
    pub(super) fn empty(field: &'s Field<'a>) -> Self {
        Self {
            field,
            owner: vec![FREE; field.n_areas],
            sets: Vec::new(),
            residents: Vec::new(),
            in_all: 0.0,
            n_in_group: vec![0; field.n_groups()],
            benefit: 0.0,
        }
    }

    pub(super) fn into_sets(self) -> Vec<Vec<u32>> {
        self.sets
    }

    pub(super) fn n_sets(&self) -> usize {
        self.sets.len()
    }

    pub(super) fn in_group(&self, group: usize) -> usize {
        self.n_in_group[group]
    }

    pub(super) fn is_free(&self, area: usize) -> bool {
        self.owner[area] == FREE
    }

    pub(super) fn is_full(&self) -> bool {
        self.sets.len() >= self.field.problem.max_sets
    }

    /// Whether a set may begin here.
    pub(super) fn may_seed(&self, area: usize) -> bool {
        let group = self.field.group[area];
        self.is_free(area) && self.n_in_group[group] < self.field.highs[group]
    }

    /// Most residents of one set more, so that sets that are still owed can have their floor.
    pub(super) fn most_of_next(&self) -> f64 {
        let owed = self.field.problem.min_sets.saturating_sub(self.sets.len() + 1) as f64 * self.field.floor.max(0.0);
        self.field.most_of_set.min(self.field.most - self.in_all - owed)
    }

    /// Whether the group of these areas is owed a set.
    pub(super) fn lacks_in_group(&self, grown: &Option<(Vec<u32>, f64)>) -> bool {
        grown.as_ref().is_some_and(|(areas, _)| {
            let group = self.field.group[areas[0] as usize];
            self.n_in_group[group] < self.field.lows[group]
        })
    }

    pub(super) fn add_set(&mut self, mut areas: Vec<u32>) {
        areas.sort_unstable();
        let residents = self.field.residents_of(&areas);
        self.in_all += residents;
        self.benefit += self.field.benefit_of(&areas);
        self.n_in_group[self.field.group[areas[0] as usize]] += 1;
        for &area in &areas {
            self.owner[area as usize] = self.sets.len() as u32;
        }
        self.sets.push(areas);
        self.residents.push(residents);
    }

    pub(super) fn remove_set(&mut self, set: usize) {
        let areas = self.sets.swap_remove(set);
        self.in_all -= self.residents.swap_remove(set);
        self.benefit -= self.field.benefit_of(&areas);
        self.n_in_group[self.field.group[areas[0] as usize]] -= 1;
        for &area in &areas {
            self.owner[area as usize] = FREE;
        }
        if set < self.sets.len() {
            for &area in &self.sets[set] {
                self.owner[area as usize] = set as u32;
            }
        }
        if self.sets.is_empty() {
            (self.in_all, self.benefit) = (0.0, 0.0); // What rounding left.
        }
    }

    /// Takes out a set and so many of those nearest to it, as steps over the map go.
    pub(super) fn remove_with_near(&mut self, set: usize, n_near: usize) {
        let mut out = vec![set];
        let mut seen: BTreeSet<u32> = self.sets[set].iter().copied().collect();
        let mut edge: Vec<u32> = self.sets[set].clone();
        for _ in 0..N_STEPS_NEAR {
            let around = edge.iter().flat_map(|&area| self.field.of(area as usize)).copied();
            edge = around.filter(|&other| seen.insert(other)).collect();
            for &area in &edge {
                let owner = self.owner[area as usize];
                if owner != FREE && out.len() <= n_near && !out.contains(&(owner as usize)) {
                    out.push(owner as usize);
                }
            }
        }
        out.sort_unstable();
        out.into_iter().rev().for_each(|set| self.remove_set(set));
    }

    /// How many rules are broken still: areas that must be in, and sets that are owed.
    fn n_owed(&self) -> usize {
        let field = self.field;
        let must = field.must.iter().filter(|&&area| self.is_free(area)).count();
        let groups = field.lows.iter().zip(&self.n_in_group).map(|(low, found)| low.saturating_sub(*found));
        must + groups.sum::<usize>() + field.problem.min_sets.saturating_sub(self.sets.len())
    }

    pub(super) fn is_feasible(&self) -> bool {
        self.n_owed() == 0
    }

    /// The fewer rules broken the better, then the higher the benefit.
    pub(super) fn rank(&self) -> (std::cmp::Reverse<usize>, Benefit) {
        (std::cmp::Reverse(self.n_owed()), Benefit(self.benefit))
    }
}

/// A benefit that can be put in order.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Benefit(f64);

impl Eq for Benefit {}

impl PartialOrd for Benefit {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Benefit {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}
