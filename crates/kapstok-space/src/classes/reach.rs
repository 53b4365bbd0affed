// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which figures can be the last of a class at all?
//!
//! In: sums over different figures, and how many classes. Out: for each class a range of places in which it ends in
//! every best cut. Invariant: no best cut is left out, so whoever looks within the ranges alone finds what a search
//! of everything finds.
//!
//! Figures are taken together in blocks. Cuts between blocks only are cuts, so the best of those is no better than
//! the best of all. Cuts anywhere, of which each gives a whole block away for nothing, are no worse than cuts without
//! that gift. A place of which even the second is above the first ends no class of a best cut.

use std::ops::RangeInclusive;

use super::{Layer, Sums};

/// Fewer figures than this are searched whole.
const FEW: usize = 1000;

/// Where each class but the last may end.
pub(super) fn ranges(sums: &Sums, n_classes: usize) -> Vec<RangeInclusive<usize>> {
    let n = sums.values.len();
    let everything = (1..n_classes).map(|class| class - 1..=n - 1 - (n_classes - class)).collect();
    // The cube root of all makes blocks and what is left after them about as much work.
    let block = (1..).map(|power| 1_usize << power).find(|block| block.pow(3) >= n).unwrap_or(1);
    let blocks = in_blocks(&sums.before, block);
    let n_blocks = blocks.len() - 1;
    if n < FEW || n_blocks < n_classes {
        return everything;
    }
    let backwards = reversed(&blocks);
    let room = 1e-12 * sums.before[n][2];
    let most = of_blocks(&blocks, n_classes) + room;
    let (below, above) = (lower_bounds(&blocks, n_classes - 1), lower_bounds(&backwards, n_classes - 1));
    let mut found = Vec::with_capacity(n_classes - 1);
    for class in 1..n_classes {
        let (below, above) = (&below[class - 1], &above[n_classes - class - 1]);
        let before = |place: usize| place.checked_sub(1).map_or(0.0, |last| below[last]);
        let behind = |place: usize| n_blocks.checked_sub(place + 2).map_or(0.0, |last| above[last]);
        let may = |&place: &usize| before(place) + behind(place) <= most;
        // There is one, for the best cut has an end; were rounding to say otherwise, nothing is left out.
        let Some((first, last)) = (0..n_blocks).find(may).zip((0..n_blocks).rev().find(may)) else { return everything };
        found.push(first * block..=((last + 1) * block - 1).min(n - 1));
    }
    one_after_the_other(&mut found, n);
    found
}

/// A class ends after the one before it, and leaves a figure for the one behind it.
fn one_after_the_other(ranges: &mut [RangeInclusive<usize>], n: usize) {
    let mut least = 0;
    for range in ranges.iter_mut() {
        *range = least.max(*range.start())..=*range.end();
        least = range.start() + 1;
    }
    let mut most = n - 1;
    for range in ranges.iter_mut().rev() {
        most = (most - 1).min(*range.end());
        *range = *range.start()..=most;
    }
}

/// The sums before the first figure of each block, and those of all.
fn in_blocks(before: &[[f64; 3]], block: usize) -> Vec<[f64; 3]> {
    let mut blocks: Vec<[f64; 3]> = before[..before.len() - 1].iter().step_by(block).copied().collect();
    blocks.extend(before.last());
    blocks
}

/// The same counted from the highest figure down.
fn reversed(before: &[[f64; 3]]) -> Vec<[f64; 3]> {
    let all = before.last().copied().unwrap_or_default();
    before.iter().rev().map(|sums| [all[0] - sums[0], all[1] - sums[1], all[2] - sums[2]]).collect()
}

/// The least sum of squares with cuts between blocks only.
fn of_blocks(blocks: &[[f64; 3]], n_classes: usize) -> f64 {
    let last = blocks.len() - 2;
    let mut least: Vec<f64> = (0..=last).map(|place| super::squares(blocks, 0, place)).collect();
    for class in 1..n_classes {
        let mut layer = Layer::new(&least, blocks);
        layer.solve(class, last, class, last);
        least = layer.least;
    }
    least[last]
}

/// For one class and more: below what no cut of the figures up to each block can come.
fn lower_bounds(blocks: &[[f64; 3]], n_classes: usize) -> Vec<Vec<f64>> {
    let last = blocks.len() - 2;
    let mut bounds: Vec<Vec<f64>> = vec![(0..=last).map(|place| super::squares(blocks, 0, place)).collect()];
    for _ in 1..n_classes {
        let Some(before) = bounds.last() else { break };
        // A class that begins somewhere in a block has at least all blocks behind it; what came before, all in front.
        let given: Vec<f64> = std::iter::once(0.0).chain(before.iter().copied()).take(last + 1).collect();
        let mut layer = Layer::new(&given, blocks);
        layer.solve(1, last, 1, last);
        let mut bound = layer.least;
        // Or it lies within the last block as a whole.
        bound.iter_mut().zip(&given).for_each(|(bound, within)| *bound = bound.min(*within));
        bounds.push(bound);
    }
    bounds
}
