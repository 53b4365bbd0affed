// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which land do the areas of two maps have in common, and what do figures of one map say of the other?
//!
//! In: outlines of both maps in one plane that keeps areas (metres of a national grid, or [`equal_area`]; not
//! degrees); figures of the *sources*, some of them missing. Out: [`CommonAreas`], a row for each source and target
//! with land in common; [`Carried`] figures for the *targets*. Invariant: a figure that is missing gives no number;
//! how much of each target known sources cover stands beside its figure. Same input, same bits, for any number of
//! threads and any order of the areas. Not here: which areas became which in another year by official lists
//! (`kapstok-area`); where within an area its people live.
//!
//! **Assumed everywhere here:** what a source counts lies evenly over it. A park and a block of flats in one source
//! count alike.

mod carry;
mod edges;
mod plane;
#[cfg(test)]
mod tests;

use rayon::prelude::*;

use crate::{Bounds, BoundsIndex, Outline};
use edges::{Edges, Sweep};

pub use carry::{Carried, CarryError};
pub use plane::equal_area;

/// Land in common below this part of the smaller of two areas is rounding and counts as none.
pub const LEAST_PART: f64 = 1e-9;

/// The land that a source and a target have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Common {
    /// The area of the first map, from 0.
    pub source: u32,
    /// The area of the second map, from 0.
    pub target: u32,
    /// Its size in the square of the maps' unit, above 0.
    pub area: f64,
    /// Which part of the source it is.
    pub of_source: f64,
    /// Which part of the target it is.
    pub of_target: f64,
}

/// The land that two maps have in common, by source and target.
#[derive(Clone, Debug, PartialEq)]
pub struct CommonAreas {
    rows: Vec<Common>,
    /// For each target the places of its rows, and the end of the last.
    starts: Vec<usize>,
    by_target: Vec<u32>,
    n_sources: usize,
}

impl CommonAreas {
    /// Of all areas of two maps in one plane.
    ///
    /// A ring that crosses itself encloses what its winding says, and polygons of one area that overlap count twice,
    /// as in [`Outline::area`].
    ///
    /// # Examples
    /// ```
    /// use kapstok_space::{Outline, areal::CommonAreas};
    ///
    /// let block = |x: f64, wide: f64| Outline::from_rings([[[[x, 0.0], [x + wide, 0.0], [x + wide, 1.0], [x, 1.0]]]]);
    /// let common = CommonAreas::new(&[block(0.0, 4.0)], &[block(-1.0, 2.0), block(1.0, 3.0)]);
    /// let parts: Vec<(f64, f64)> = common.rows().iter().map(|row| (row.of_source, row.of_target)).collect();
    /// assert_eq!(parts, [(0.25, 0.5), (0.75, 1.0)]);
    /// // 80 people on the first map: 20 in the one, 60 in the other.
    /// assert_eq!(common.counts(&[Some(80.0)], 0.5)?.values, [Some(20.0), Some(60.0)]);
    /// # Ok::<(), kapstok_space::areal::CarryError>(())
    /// ```
    pub fn new(sources: &[Outline], targets: &[Outline]) -> Self {
        let (of_sources, of_targets) = (Edges::of_all(sources), Edges::of_all(targets));
        let boxes: Vec<Option<Bounds>> = of_targets.iter().map(|edges| edges.bounds).collect();
        let index = BoundsIndex::new(&boxes);
        let of_source = |sweep: &mut Sweep, source: usize| -> Vec<Common> {
            let edges = &of_sources[source];
            let Some(bounds) = edges.bounds else { return Vec::new() };
            let with = |target: u32| {
                let other = &of_targets[target as usize];
                let area = sweep.common(edges, other);
                let is_land = area > LEAST_PART * edges.area.min(other.area);
                is_land.then(|| Common {
                    source: source as u32,
                    target,
                    area,
                    of_source: area / edges.area,
                    of_target: area / other.area,
                })
            };
            index.meeting(&bounds).into_iter().filter_map(with).collect()
        };
        let rows: Vec<Vec<Common>> =
            (0..sources.len()).into_par_iter().with_min_len(32).map_init(Sweep::default, of_source).collect();
        Self::from_rows(rows.concat(), sources.len(), targets.len())
    }

    fn from_rows(rows: Vec<Common>, n_sources: usize, n_targets: usize) -> Self {
        let mut starts = vec![0; n_targets + 1];
        rows.iter().for_each(|row| starts[row.target as usize + 1] += 1);
        for target in 0..n_targets {
            starts[target + 1] += starts[target];
        }
        let mut by_target: Vec<u32> = (0..rows.len() as u32).collect();
        // Rows stand by source, and a stable sort keeps that within each target.
        by_target.sort_by_key(|&row| rows[row as usize].target);
        Self { rows, starts, by_target, n_sources }
    }

    /// All rows, by source, then by target.
    pub fn rows(&self) -> &[Common] {
        &self.rows
    }

    /// The rows of a target, by source.
    pub fn of_target(&self, target: usize) -> impl ExactSizeIterator<Item = &Common> {
        self.by_target[self.starts[target]..self.starts[target + 1]].iter().map(|&row| &self.rows[row as usize])
    }

    /// How many areas the first map has.
    pub fn n_sources(&self) -> usize {
        self.n_sources
    }

    /// How many areas the second map has.
    pub fn n_targets(&self) -> usize {
        self.starts.len() - 1
    }
}
