// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Could the neighbours of an area be any other areas?
//!
//! In: deviations from the mean and weights. Out: for each area the share of permutations in which its neighbours would
//! add up to something at least as extreme; `None` for an island.
//! Invariant: same seed, same bits, on any number of threads and in any order of the areas.
//!
//! The figure of an area stays, and its `k` neighbours get the figures of `k` other areas, each set as likely. For
//! every replication one row of different *offsets* is drawn, from the numbers of the seed, area 0 and the
//! replication; all areas share the rows. All figures stand in a circle in order of size, and an area counts its offsets from its
//! own place on, so that it never meets itself and every area sees other figures. For each area alone
//! its permutations are independent draws; between areas they are not, which no probability here rests on.
//! A table that is shared is what makes this ten times as fast as draws of each area's own.

use kapstok_random::Draws;
use rayon::prelude::*;

use super::Permutations;
use super::moran::Permuted;
use crate::SpatialWeights;

/// Replications whose sums are made beside each other.
const BLOCK: usize = 256;

/// Probabilities by area, one-sided and folded; what is equal counts as extreme on both sides.
pub(super) fn pseudo_p(weights: &SpatialWeights, z: &[f64], permutations: Permutations) -> Vec<Option<f64>> {
    let n_areas = z.len();
    let mut order: Vec<u32> = (0..n_areas as u32).collect();
    order.sort_unstable_by(|&one, &other| z[one as usize].total_cmp(&z[other as usize]).then(one.cmp(&other)));
    let sorted: Vec<f64> = order.iter().map(|&area| z[area as usize]).collect();
    // Areas with one figure count from the same place, so that their order cannot matter.
    let mut places = vec![0_u32; n_areas];
    for (place, &area) in order.iter().enumerate() {
        let tied = place > 0 && sorted[place - 1] == sorted[place];
        places[area as usize] = if tied { places[order[place - 1] as usize] } else { place as u32 };
    }
    let circle: Vec<f64> = sorted.iter().chain(&sorted).copied().collect();
    let most = (0..n_areas).map(|area| weights.of(area).len()).max().unwrap_or(0);
    let offsets = Offsets::new(n_areas as u32 - 1, most, permutations);
    let largest = sorted[0].abs().max(sorted[n_areas - 1].abs());
    let of_area = |area: usize| {
        if weights.of(area).is_empty() {
            return None;
        }
        let mut row: Vec<(u32, f64)> = weights
            .of(area)
            .iter()
            .zip(weights.weights_of(area))
            .map(|(&other, &w)| (places[other as usize], w))
            .collect();
        row.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
        let equal = row.iter().all(|(_, weight)| *weight == row[0].1);
        // Equal weights change no order; without them there is less to do.
        let weights_of: Vec<f64> = if equal { Vec::new() } else { row.iter().map(|(_, weight)| *weight).collect() };
        let found: f64 = match equal {
            true => row.iter().map(|&(place, _)| sorted[place as usize]).sum(),
            false => row.iter().map(|&(place, weight)| weight * sorted[place as usize]).sum(),
        };
        let of_weights: f64 = if equal { row.len() as f64 } else { weights_of.iter().sum() };
        let others = &circle[places[area] as usize + 1..places[area] as usize + n_areas];
        // Sums of the same numbers in another order differ in the last digits; they are ties all the same.
        let room = 1e-12 * largest * of_weights;
        let [not_below, not_above] = offsets.counts(others, row.len(), &weights_of, [found - room, found + room]);
        Some(Permuted::folded(not_below, not_above, permutations.number).pseudo_p)
    };
    (0..n_areas).into_par_iter().with_min_len(64).map(of_area).collect()
}

/// For every replication a row of different numbers below `n_others`, kept column by column.
struct Offsets {
    columns: Vec<u32>,
    n_replications: usize,
}

impl Offsets {
    fn new(n_others: u32, n_columns: usize, permutations: Permutations) -> Self {
        let n_replications = permutations.number as usize;
        let mut columns = vec![0; n_columns * n_replications];
        let mut pool: Vec<u32> = (0..n_others).collect();
        let mut swaps: Vec<(usize, usize)> = Vec::with_capacity(n_columns);
        for replication in 0..permutations.number {
            let mut draws = Draws::new(permutations.seed, 0, replication);
            for column in 0..n_columns {
                let drawn = column + draws.below(n_others - column as u32) as usize;
                pool.swap(column, drawn);
                swaps.push((column, drawn));
                columns[column * n_replications + replication as usize] = pool[column];
            }
            // Back to where it was, so that a row depends on its own numbers only.
            while let Some((column, drawn)) = swaps.pop() {
                pool.swap(column, drawn);
            }
        }
        Self { columns, n_replications }
    }

    /// How many replications add up to at least, and to at most, something.
    fn counts(&self, others: &[f64], n_columns: usize, weights: &[f64], [low, high]: [f64; 2]) -> [u32; 2] {
        let mut counts = [0, 0];
        for start in (0..self.n_replications).step_by(BLOCK) {
            let n_block = BLOCK.min(self.n_replications - start);
            let mut sums = [0.0; BLOCK];
            for column in 0..n_columns {
                let at = column * self.n_replications + start;
                let drawn = self.columns[at..at + n_block].iter().map(|&offset| others[offset as usize]);
                match weights.get(column) {
                    None => sums.iter_mut().zip(drawn).for_each(|(sum, value)| *sum += value),
                    Some(weight) => sums.iter_mut().zip(drawn).for_each(|(sum, value)| *sum += weight * value),
                }
            }
            for sum in &sums[..n_block] {
                counts[0] += u32::from(*sum >= low);
                counts[1] += u32::from(*sum <= high);
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_hold_different_offsets_and_every_set_is_as_likely() {
        let offsets = Offsets::new(4, 2, Permutations { number: 12_000, seed: 5 });
        let mut found = std::collections::BTreeMap::new();
        for replication in 0..offsets.n_replications {
            let row = [offsets.columns[replication], offsets.columns[offsets.n_replications + replication]];
            assert_ne!(row[0], row[1]);
            *found.entry(row).or_insert(0_u32) += 1;
        }
        assert_eq!(found.len(), 12);
        assert!(found.values().all(|&n| n.abs_diff(1000) < 160), "{found:?}");
    }

    #[test]
    fn a_row_does_not_depend_on_how_many_rows_there_are() {
        let make = |number: u32| Offsets::new(50, 6, Permutations { number, seed: 8 });
        let (few, many) = (make(5), make(9));
        for column in 0..6 {
            assert_eq!(few.columns[5 * column..5 * column + 5], many.columns[9 * column..9 * column + 5]);
        }
    }
}
