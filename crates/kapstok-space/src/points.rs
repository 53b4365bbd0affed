// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One number for each place on the map, however many outlines pass through it.
//!
//! In: outlines. Out: numbers from 0, in the order in which places are first met.
//! Invariant: two points have one number exactly if their coordinates have the same bits.
//! Not here: points that nearly fall together; a map with those is mended where it is read, not here.

use std::collections::HashMap;

use crate::{Outline, Point};

/// More points than one level can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the map has `{n_points}` points, more than {MOST_POINTS}")]
pub struct TooManyPoints {
    /// Points of all outlines together.
    pub n_points: usize,
}

/// So that the number of a point, doubled, still fits.
const MOST_POINTS: usize = 1 << 30;

/// The places of a map, numbered.
pub(crate) struct PointNumbers {
    /// By number.
    pub(crate) places: Vec<Point>,
    /// One for each point of each ring, in the order of the outlines.
    pub(crate) of_points: Vec<u32>,
}

/// Numbers the places of all outlines.
pub(crate) fn number_points(outlines: &[Outline]) -> Result<PointNumbers, TooManyPoints> {
    let n_points = outlines.iter().map(|outline| outline.points().len()).sum();
    if n_points > MOST_POINTS {
        return Err(TooManyPoints { n_points });
    }
    let mut numbers: HashMap<[u64; 2], u32> = HashMap::with_capacity(n_points / 2);
    let (mut places, mut of_points) = (Vec::with_capacity(n_points / 2), Vec::with_capacity(n_points));
    for &point in outlines.iter().flat_map(Outline::points) {
        let number = *numbers.entry(point.map(f64::to_bits)).or_insert_with(|| {
            places.push(point);
            places.len() as u32 - 1
        });
        of_points.push(number);
    }
    Ok(PointNumbers { places, of_points })
}
