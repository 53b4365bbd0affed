// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The nearest areas as neighbours.
//!
//! In: a point for each area, and how many neighbours it gets. Out: weights of 1.
//! Invariant: a rule for ties: of two centres at the same distance the area with the lower number. To be among the
//! nearest is not mutual. Not here: distances along roads or over a globe; the caller passes metres of a plane.

use super::SpatialWeights;
use crate::{Bounds, BoundsIndex, Point};

impl SpatialWeights {
    /// The `n_nearest` areas by the distance of their centres. An area without a centre is an island, and is nobody's
    /// neighbour; where there are not so many others, all are neighbours.
    pub fn nearest(centres: &[Option<Point>], n_nearest: usize) -> Self {
        let order = NearestCentres::new(centres);
        let mut weights = Self::empty();
        for centre in centres.iter().enumerate() {
            let (area, Some(centre)) = centre else {
                weights.push(std::iter::empty());
                continue;
            };
            let found = order.around(*centre, n_nearest.saturating_add(1));
            let others = found.into_iter().map(|(_, other)| other).filter(|&other| other as usize != area);
            let mut others: Vec<u32> = others.take(n_nearest).collect();
            others.sort_unstable();
            weights.push(others.into_iter().map(|other| (other, 1.0)));
        }
        weights
    }
}

/// Centres, for the question which are nearest to a point.
#[derive(Clone, Debug)]
pub(crate) struct NearestCentres {
    centres: Vec<Option<Point>>,
    index: BoundsIndex,
    whole: Option<Bounds>,
    n_centres: usize,
}

impl NearestCentres {
    pub(crate) fn new(centres: &[Option<Point>]) -> Self {
        let boxes: Vec<Option<Bounds>> =
            centres.iter().map(|centre| centre.and_then(|at| Bounds::around([at]))).collect();
        let whole = boxes.iter().flatten().copied().reduce(|one, other| one.union(&other));
        let n_centres = boxes.iter().flatten().count();
        Self { centres: centres.to_vec(), index: BoundsIndex::new(&boxes), whole, n_centres }
    }

    /// Areas along a curve through the map: what is near is mostly near in this list.
    pub(crate) fn along(&self) -> &[u32] {
        self.index.along()
    }

    /// The squared distance and number of the nearest areas, nearest first, equal distances by number; fewer than
    /// `n_wanted` only where there are no more.
    pub(crate) fn around(&self, point: Point, n_wanted: usize) -> Vec<(f64, u32)> {
        let Some(whole) = self.whole else { return Vec::new() };
        let n_wanted = n_wanted.min(self.n_centres);
        let [width, height] = [whole.max()[0] - whole.min()[0], whole.max()[1] - whole.min()[1]];
        // A square that would hold twice as many as are asked for, were they spread evenly.
        let mut reach = (width.max(height) * (n_wanted as f64 / self.n_centres as f64).sqrt()).max(f64::MIN_POSITIVE);
        loop {
            let square = Bounds::around([point]).and_then(|at| at.widened(reach));
            let within = square.map(|square| self.index.meeting(&square)).unwrap_or_default();
            let everything = within.len() == self.n_centres;
            let mut found: Vec<(f64, u32)> = within
                .into_iter()
                .filter_map(|area| Some((squared(point, self.centres[area as usize]?), area)))
                .collect();
            // Beyond the reach the square is no circle, and areas may lie nearer outside it.
            let n_sure = found.iter().filter(|&&(distance, _)| distance <= reach * reach).count();
            if everything || n_sure >= n_wanted {
                found.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
                found.truncate(n_wanted);
                return found;
            }
            reach *= 2.0;
        }
    }
}

fn squared(one: Point, other: Point) -> f64 {
    let (x, y) = (one[0] - other[0], one[1] - other[1]);
    x * x + y * y
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_nearest_are_those_that_a_look_at_all_finds(
            points in proptest::collection::vec(proptest::option::weighted(0.9, (0_u8..20, 0_u8..20)), 0..60), n in 0_usize..9
        ) {
            let centres: Vec<Option<Point>> =
                points.iter().map(|point| point.map(|(x, y)| [f64::from(x), f64::from(y)])).collect();
            let weights = SpatialWeights::nearest(&centres, n);
            for (area, centre) in centres.iter().enumerate() {
                let mut others: Vec<(f64, u32)> = Vec::new();
                if let Some(centre) = centre {
                    let all = centres.iter().enumerate().filter(|(other, _)| *other != area);
                    others.extend(all.filter_map(|(other, at)| Some((squared(*centre, (*at)?), other as u32))));
                }
                others.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
                let mut expected: Vec<u32> = others.into_iter().take(n).map(|(_, other)| other).collect();
                expected.sort_unstable();
                prop_assert_eq!(weights.of(area), expected);
            }
        }
    }
}
