// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a few sets add up to at most within what is left of a budget, when they may overlap.
//!
//! In: worth and residents of listed sets. Out: a [`Fillings`]. Invariant: never below the truth: residents are counted
//! in whole parts of the budget, of sets rounded down and of what is left rounded up.

/// Parts of the budget.
const N_PARTS: usize = 3_000;
/// Most sets for which it is worth making.
const MOST_SETS: usize = 24;

pub(super) struct Fillings {
    part: f64,
    /// By number of sets, from 0, then by parts of the budget.
    highest: Vec<Vec<f64>>,
}

impl Fillings {
    /// * `sets`: worth and residents of each;
    /// * `n_sets`: how many are chosen at most; nothing is made for many.
    pub(super) fn new(sets: impl Iterator<Item = (f64, f64)>, most: f64, n_sets: usize) -> Option<Self> {
        if n_sets > MOST_SETS || most <= 0.0 {
            return None;
        }
        let part = most / N_PARTS as f64;
        let mut best = vec![f64::NEG_INFINITY; N_PARTS + 1];
        for (worth, residents) in sets {
            let parts = ((residents / part) as usize).min(N_PARTS);
            best[parts] = best[parts].max(worth);
        }
        // A set that is no larger and worth more makes others needless.
        let mut useful: Vec<(usize, f64)> = Vec::new();
        for (parts, &worth) in best.iter().enumerate() {
            if worth > useful.last().map_or(0.0, |last| last.1) {
                useful.push((parts, worth));
            }
        }
        let mut highest = vec![vec![0.0; N_PARTS + 1]];
        for _ in 0..n_sets {
            let before = &highest[highest.len() - 1];
            let at = |parts: usize| {
                let fits = useful.iter().take_while(|set| set.0 <= parts);
                fits.map(|set| set.1 + before[parts - set.0]).fold(before[parts], f64::max)
            };
            let next = (0..=N_PARTS).map(at).collect();
            highest.push(next);
        }
        Some(Self { part, highest })
    }

    /// The most that `n_sets` more can be worth with `left` residents.
    pub(super) fn highest(&self, n_sets: usize, left: f64) -> f64 {
        let parts = ((left / self.part).ceil().max(0.0) as usize).min(N_PARTS);
        self.highest[n_sets.min(self.highest.len() - 1)][parts]
    }
}
