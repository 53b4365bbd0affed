// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A problem made ready for searching: checked once, links only where a set may cross them, no limit left open.
//!
//! In: a [`Problem`]. Out: a [`Field`]. Invariant: links run both ways, between areas that may be chosen and, where a
//! set stays within a municipality, within one *group*; without that rule all areas are one group.

use std::collections::BTreeMap;

use super::problem::{NOBODY, NoSets, Problem};

pub(super) struct Field<'a> {
    pub(super) problem: &'a Problem<'a>,
    pub(super) n_areas: usize,
    starts: Vec<usize>,
    links: Vec<u32>,
    /// Allowed, or must be in, and not larger than a set may be.
    pub(super) may: Vec<bool>,
    pub(super) must: Vec<usize>,
    pub(super) group: Vec<usize>,
    /// Fewest and most sets of each group.
    pub(super) lows: Vec<usize>,
    pub(super) highs: Vec<usize>,
    pub(super) floor: f64,
    /// Most residents of one set.
    pub(super) most_of_set: f64,
    /// Most residents in all.
    pub(super) most: f64,
}

impl<'a> Field<'a> {
    pub(super) fn new(problem: &'a Problem<'a>) -> Result<Self, NoSets> {
        check(problem)?;
        let n_areas = problem.benefit.len();
        let chosen = |area: usize| problem.allowed[area] || problem.must_be_in[area];
        let everybody: f64 = (0..n_areas).filter(|&area| chosen(area)).map(|area| problem.residents[area]).sum();
        let of_sets = problem.ceiling.map_or(f64::INFINITY, |most| (most + NOBODY / 2.0) * problem.max_sets as f64);
        let most = (problem.max_residents.unwrap_or(f64::INFINITY) + NOBODY / 2.0).min(of_sets).min(everybody + 1.0);
        let most_of_set = most.min(problem.ceiling.unwrap_or(f64::INFINITY) + NOBODY / 2.0);
        let may: Vec<bool> = (0..n_areas).map(|area| chosen(area) && problem.residents[area] <= most_of_set).collect();
        let (group, lows, highs) = groups(problem);
        let (starts, links) = links(problem, &may, &group);
        let must = (0..n_areas).filter(|&area| problem.must_be_in[area]).collect();
        let floor = problem.floor.unwrap_or(0.0) - NOBODY / 2.0;
        Ok(Self { problem, n_areas, starts, links, may, must, group, lows, highs, floor, most_of_set, most })
    }

    pub(super) fn of(&self, area: usize) -> &[u32] {
        &self.links[self.starts[area]..self.starts[area + 1]]
    }

    pub(super) fn n_groups(&self) -> usize {
        self.lows.len()
    }

    pub(super) fn residents(&self, area: usize) -> f64 {
        self.problem.residents[area]
    }

    pub(super) fn benefit(&self, area: usize) -> f64 {
        self.problem.benefit[area]
    }

    pub(super) fn residents_of(&self, areas: &[u32]) -> f64 {
        areas.iter().map(|&area| self.residents(area as usize)).sum()
    }

    pub(super) fn benefit_of(&self, areas: &[u32]) -> f64 {
        areas.iter().map(|&area| self.benefit(area as usize)).sum()
    }

    /// Whether what must be in, or the numbers of sets, cannot be, as simple sums show.
    pub(super) fn is_hopeless(&self) -> bool {
        let must: f64 = self.must.iter().map(|&area| self.residents(area)).sum();
        let lows: usize = self.lows.iter().sum();
        let highs = self.highs.iter().fold(0_usize, |sum, high| sum.saturating_add(*high));
        let fewest = self.problem.min_sets.max(lows);
        self.must.iter().any(|&area| !self.may[area])
            || must > self.most
            || fewest as f64 * self.floor > self.most
            || self.problem.min_sets > self.problem.max_sets
            || lows > self.problem.max_sets
            || highs < self.problem.min_sets
            || self.lows.iter().zip(&self.highs).any(|(low, high)| low > high)
            || (fewest > 0 && self.floor > self.most_of_set)
            || self.pieces_do_not_do(fewest)
    }

    /// Whether the pieces of the map have too few residents for the sets that are asked, or hold what must be in in
    /// more places than there may be sets.
    fn pieces_do_not_do(&self, fewest: usize) -> bool {
        let (piece_of, residents, groups) = self.pieces();
        // A set without residents is an area at least.
        let most_sets = |piece: usize| {
            let by_floor = if self.floor > 0.0 { residents[piece] / self.floor } else { f64::INFINITY };
            by_floor.min(self.n_areas as f64).floor() as usize
        };
        let mut in_group = vec![0_usize; self.n_groups()];
        for (piece, group) in groups.iter().enumerate() {
            in_group[*group] += most_sets(piece);
        }
        let mut with_must: Vec<usize> = self.must.iter().map(|&area| piece_of[area]).collect();
        with_must.sort_unstable();
        with_must.dedup();
        in_group.iter().sum::<usize>() < fewest
            || in_group.iter().zip(&self.lows).any(|(most, low)| most < low)
            || with_must.len() > self.problem.max_sets
            || with_must.into_iter().any(|piece| most_sets(piece) == 0)
    }

    /// The piece of the map that each area lies in, and residents and group of each piece.
    fn pieces(&self) -> (Vec<usize>, Vec<f64>, Vec<usize>) {
        let mut piece_of = vec![usize::MAX; self.n_areas];
        let (mut residents, mut groups) = (Vec::new(), Vec::new());
        for first in (0..self.n_areas).filter(|&area| self.may[area]) {
            if piece_of[first] != usize::MAX {
                continue;
            }
            piece_of[first] = groups.len();
            let (mut reached, mut sum) = (vec![first], 0.0);
            while let Some(area) = reached.pop() {
                sum += self.residents(area);
                for &other in self.of(area) {
                    if piece_of[other as usize] == usize::MAX {
                        piece_of[other as usize] = groups.len();
                        reached.push(other as usize);
                    }
                }
            }
            residents.push(sum);
            groups.push(self.group[first]);
        }
        (piece_of, residents, groups)
    }
}

fn check(problem: &Problem<'_>) -> Result<(), NoSets> {
    let n_areas = problem.benefit.len();
    let lengths =
        [problem.residents.len(), problem.allowed.len(), problem.must_be_in.len(), problem.neighbours.n_areas()];
    if lengths.iter().any(|length| *length != n_areas) || problem.parent.len() != n_areas {
        return Err(NoSets::Shape);
    }
    let wrong = |area: &usize| {
        let (benefit, residents) = (problem.benefit[*area], problem.residents[*area]);
        !benefit.is_finite() || !residents.is_finite() || residents < 0.0
    };
    if let Some(area) = (0..n_areas).find(wrong) {
        return Err(NoSets::Figure { area });
    }
    let limits = [problem.floor, problem.ceiling, problem.max_residents];
    if limits.into_iter().flatten().any(|limit| limit.is_nan() || limit < 0.0) {
        return Err(NoSets::Limit);
    }
    let per_parent = problem.max_per_parent.is_some() || problem.min_per_parent.is_some();
    if per_parent && !problem.within_parent { Err(NoSets::PerParent) } else { Ok(()) }
}

/// The group of each area, and the fewest and most sets of each group.
fn groups(problem: &Problem<'_>) -> (Vec<usize>, Vec<usize>, Vec<usize>) {
    if !problem.within_parent {
        return (vec![0; problem.parent.len()], vec![problem.min_sets], vec![problem.max_sets]);
    }
    // A municipality that is asked for and has no area still counts: there can be no set in it.
    let known: BTreeMap<usize, usize> =
        problem.parent.iter().chain(problem.parents_with).map(|&parent| (parent, 0)).collect();
    let places: BTreeMap<usize, usize> = known.into_keys().zip(0..).collect();
    let mut lows = vec![0; places.len()];
    for parent in problem.parents_with {
        lows[places[parent]] = problem.min_per_parent.unwrap_or(0);
    }
    let high = problem.max_per_parent.unwrap_or(usize::MAX).min(problem.max_sets);
    let group = problem.parent.iter().map(|parent| places[parent]).collect();
    let highs = vec![high; places.len()];
    (group, lows, highs)
}

fn links(problem: &Problem<'_>, may: &[bool], group: &[usize]) -> (Vec<usize>, Vec<u32>) {
    let n_areas = may.len();
    let mut rows: Vec<Vec<u32>> = vec![Vec::new(); n_areas];
    for area in (0..n_areas).filter(|&area| may[area]) {
        for &other in problem.neighbours.of(area) {
            if may[other as usize] && group[other as usize] == group[area] {
                rows[area].push(other);
                rows[other as usize].push(area as u32);
            }
        }
    }
    let mut starts = vec![0];
    let mut links = Vec::new();
    for row in &mut rows {
        row.sort_unstable();
        row.dedup();
        links.extend_from_slice(row);
        starts.push(links.len());
    }
    (starts, links)
}
