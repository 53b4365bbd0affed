// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Areas that are like any set of areas: the rule of [`super::matching`], so prepared that it can be asked a thousand times.
//!
//! In: columns of figures. Out: per area those nearest to it ([`Alike`]), and from these the matches of a set. Invariant:
//! for as many areas as it was prepared for, the matches are those of [`super::matching::matched`], as long as
//! `per_area + 2` times their number is at most 400 (eighty areas with three others each). Of a larger set an area whose
//! nearest 400 are all taken or out has fewer others than the rule would find, or none.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::matching::{MatchOptions, Matched, deviation};

/// Most areas that are kept beside one.
const MOST: usize = 400;

/// The areas nearest to each.
#[derive(Clone, Debug)]
pub struct Alike {
    /// Distance and place, nearest first; ties by place.
    near: Vec<Vec<(f64, usize)>>,
    per_area: usize,
}

impl Alike {
    /// Looks for the areas nearest to each, for sets of `n_chosen` areas.
    ///
    /// * `columns`: `[n_figures][n_areas]`, not a number where there is no figure. An area takes part only where all are known.
    pub fn new(columns: &[&[f64]], n_areas: usize, n_chosen: usize, options: MatchOptions) -> Self {
        let is_known = |area: &usize| !columns.is_empty() && columns.iter().all(|column| !column[*area].is_nan());
        let known: Vec<usize> = (0..n_areas).filter(is_known).collect();
        let scales: Vec<f64> = columns.iter().map(|column| deviation(column, known.iter().copied())).collect();
        let told: Vec<(&[f64], f64)> = columns
            .iter()
            .zip(scales)
            .filter(|(_, scale)| *scale > 0.0)
            .map(|(column, scale)| (*column, scale))
            .collect();
        // A set takes away its own areas and those of one choice beside it, and each of its areas so many others.
        let most = ((options.per_area + 2) * n_chosen).min(MOST);
        let mut near = vec![Vec::new(); n_areas];
        for &one in &known {
            let distance = |other: usize| {
                let squares: f64 = told
                    .iter()
                    .map(|(column, scale)| {
                        ((column[one] - column[other]) / scale) * ((column[one] - column[other]) / scale)
                    })
                    .sum();
                (squares / columns.len() as f64).sqrt()
            };
            let others = known.iter().filter(|other| **other != one).map(|other| (distance(*other), *other));
            let mut list: Vec<(f64, usize)> = others.filter(|(distance, _)| *distance <= options.caliper).collect();
            let order = |one: &(f64, usize), other: &(f64, usize)| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1));
            if list.len() > most {
                list.select_nth_unstable_by(most, order);
                list.truncate(most);
            }
            list.sort_unstable_by(order);
            near[one] = list;
        }
        Self { near, per_area: options.per_area }
    }

    /// Whether any area is near enough to an area.
    pub fn has_any(&self, area: usize) -> bool {
        self.near.get(area).is_some_and(|near| !near.is_empty())
    }

    /// The matches of a set, from all areas but itself and those that are `out`: nearest pair first, no area twice.
    pub fn of(&self, set: &[usize], out: &[usize]) -> Matched {
        let mut taken = vec![false; self.near.len()];
        set.iter().chain(out).for_each(|area| taken[*area] = true);
        let mut n_of = vec![0; set.len()];
        let mut next: BinaryHeap<Reverse<Pair>> =
            set.iter().enumerate().filter_map(|(at, one)| self.pair(*one, at, 0)).map(Reverse).collect();
        let mut pairs = Vec::new();
        while let Some(Reverse(pair)) = next.pop() {
            if !taken[pair.other] {
                taken[pair.other] = true;
                n_of[pair.at] += 1;
                pairs.push((pair.one, pair.other, pair.distance));
            }
            if n_of[pair.at] < self.per_area {
                next.extend(self.pair(pair.one, pair.at, pair.place + 1).map(Reverse));
            }
        }
        let mut alone: Vec<usize> = set.iter().zip(&n_of).filter(|(_, n)| **n == 0).map(|(area, _)| *area).collect();
        alone.sort_unstable();
        Matched { pairs, alone }
    }

    fn pair(&self, one: usize, at: usize, place: usize) -> Option<Pair> {
        let (distance, other) = *self.near[one].get(place)?;
        Some(Pair { distance, one, other, at, place })
    }
}

/// Two areas, the place of the first in its set, and that of the second among those near to it.
#[derive(Clone, Copy, Debug)]
struct Pair {
    distance: f64,
    one: usize,
    other: usize,
    at: usize,
    place: usize,
}

impl Ord for Pair {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.distance.total_cmp(&other.distance).then((self.one, self.other).cmp(&(other.one, other.other)))
    }
}

impl PartialOrd for Pair {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Pair {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Pair {}
