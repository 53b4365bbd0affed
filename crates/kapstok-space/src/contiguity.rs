// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Who touches whom.
//!
//! In: the shared lines of a level, or its outlines and a distance. Out: for each area its neighbours, rising.
//! Invariant: no area is its own neighbour; whoever has a neighbour is that one's neighbour.
//! [`Contiguity::new`] is for maps on which neighbours have the same points, as statistics offices publish them;
//! it asks for equal points. [`Contiguity::within`] is for maps on which each area was made simpler on its own:
//! there a point of one lies upon a side of the other, or a little beside it. [`Contiguity::touching`] takes the first
//! where the map allows it, else the second.
//! Not here: bridges and ferries, weights; an area that lies wholly upon another one.

use std::collections::BTreeSet;

use crate::mend::is_clean;
use crate::outline::sides;
use crate::topology::Grouped;
use crate::{Bounds, BoundsIndex, Outline, Point, Topology};

/// What counts as touching.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// A point in common is enough.
    Queen,
    /// A piece of border in common.
    Rook,
}

/// The neighbours of each area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contiguity {
    neighbours: Grouped,
}

impl Contiguity {
    /// The neighbours of all areas.
    pub fn new(topology: &Topology, touch: Touch) -> Self {
        let n_areas = topology.n_areas();
        let neighbours = match touch {
            Touch::Rook => {
                let groups = (0..topology.n_arcs()).map(|arc| topology.areas_along(arc));
                neighbours(n_areas, groups)
            }
            Touch::Queen => {
                // Areas that meet in a point meet at a node or run along one arc, and an arc has nodes.
                let ends =
                    |&(arc_ref, area): &(crate::ArcRef, u32)| topology.nodes_of(arc_ref.arc()).map(|node| (node, area));
                let uses = topology.arcs_with_areas();
                let at_nodes = Grouped::new(topology.n_nodes(), uses.iter().flat_map(ends)).sorted_once();
                neighbours(n_areas, (0..topology.n_nodes()).map(|node| at_nodes.of(node)))
            }
        };
        Self { neighbours }
    }

    /// Who touches whom, in the way that the map allows: by equal points where it is clean, and within `distance`, in
    /// the unit of the map, where it is not ([`is_clean`]). Whether it was the first stands beside it.
    pub fn touching(outlines: &[Outline], topology: &Topology, distance: f64) -> (Self, bool) {
        match is_clean(topology, distance) {
            true => (Self::new(topology, Touch::Queen), true),
            false => (Self::within(outlines, distance), false),
        }
    }

    /// Who comes within a distance of whom, in the unit of the map; at 0 whoever has a point in common, also where
    /// it is a point of one of the two only. A point upon a slanting side seldom lies on it to the last bit, so a
    /// millimetre is a better question than 0. Some ten times the work of [`Contiguity::new`].
    pub fn within(outlines: &[Outline], distance: f64) -> Self {
        let mut lines: Vec<(u32, [Point; 2])> = Vec::new();
        for (area, outline) in outlines.iter().enumerate() {
            lines.extend(outline.rings().flat_map(sides).map(|side| (area as u32, side)));
        }
        let boxes: Vec<Option<Bounds>> = lines.iter().map(|&(_, side)| Bounds::around(side)).collect();
        let index = BoundsIndex::new(&boxes);
        let mut pairs = Vec::new();
        let mut known: BTreeSet<u32> = BTreeSet::new();
        for (at, &(area, side)) in lines.iter().enumerate() {
            if at > 0 && lines[at - 1].0 != area {
                known.clear();
            }
            let Some(around) = boxes[at].and_then(|bounds| bounds.widened(distance)) else { continue };
            for near in index.meeting(&around) {
                let (other, other_side) = lines[near as usize];
                if other > area && !known.contains(&other) && are_within(side, other_side, distance) {
                    known.insert(other);
                    pairs.extend([(area, other), (other, area)]);
                }
            }
        }
        Self { neighbours: Grouped::new(outlines.len(), pairs.iter().copied()).sorted_once() }
    }

    /// The neighbours of an area, rising; none for an area that is not there.
    pub fn of(&self, area: usize) -> &[u32] {
        self.neighbours.of(area)
    }

    /// How many areas there are.
    pub fn n_areas(&self) -> usize {
        self.neighbours.n_groups()
    }

    /// How many pairs of areas touch.
    pub fn n_pairs(&self) -> usize {
        self.neighbours.n_members() / 2
    }

    /// Areas without a neighbour, rising.
    pub fn islands(&self) -> impl Iterator<Item = usize> {
        (0..self.n_areas()).filter(|&area| self.of(area).is_empty())
    }
}

/// Makes neighbours of all that stand in one group.
fn neighbours<'a>(n_areas: usize, groups: impl Iterator<Item = &'a [u32]>) -> Grouped {
    let mut pairs = Vec::new();
    for group in groups {
        for &one in group {
            pairs.extend(group.iter().filter(|&&other| other != one).map(|&other| (one, other)));
        }
    }
    Grouped::new(n_areas, pairs.iter().copied()).sorted_once()
}

/// Whether two lines come within a distance of each other.
pub(crate) fn are_within(one: [Point; 2], other: [Point; 2], distance: f64) -> bool {
    let side_of =
        |[a, b]: [Point; 2], point: Point| (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]);
    let parts = |line: [Point; 2], [c, d]: [Point; 2]| {
        let (first, second) = (side_of(line, c), side_of(line, d));
        (first < 0.0 && second > 0.0) || (first > 0.0 && second < 0.0)
    };
    // Lines that do not cross are nearest at an end of one of them.
    (parts(one, other) && parts(other, one))
        || other.iter().any(|&end| is_near(end, one, distance))
        || one.iter().any(|&end| is_near(end, other, distance))
}

/// Where along a line a point comes nearest to it: 0 at its beginning, 1 at its end.
pub(crate) fn near_part(point: Point, [a, b]: [Point; 2]) -> f64 {
    let (line, way) = ([b[0] - a[0], b[1] - a[1]], [point[0] - a[0], point[1] - a[1]]);
    let length = line[0] * line[0] + line[1] * line[1];
    ((way[0] * line[0] + way[1] * line[1]) / length).clamp(0.0, 1.0)
}

/// Whether a point comes within a distance of a line.
pub(crate) fn is_near(point: Point, [a, b]: [Point; 2], distance: f64) -> bool {
    let (line, way) = ([b[0] - a[0], b[1] - a[1]], [point[0] - a[0], point[1] - a[1]]);
    let part = near_part(point, [a, b]);
    let off = [way[0] - part * line[0], way[1] - part * line[1]];
    off[0] * off[0] + off[1] * off[1] <= distance * distance
}

#[cfg(test)]
mod tests {
    use super::{Contiguity, Touch};
    use crate::{Outline, Topology};
    use proptest::prelude::*;

    /// Squares of side 1 by their lower left corner.
    fn squares(corners: &[[f64; 2]]) -> Topology {
        let square =
            |&[x, y]: &[f64; 2]| Outline::from_rings([[[[x, y], [x + 1.0, y], [x + 1.0, y + 1.0], [x, y + 1.0]]]]);
        Topology::new(&corners.iter().map(square).collect::<Vec<_>>()).unwrap()
    }

    fn lists(topology: &Topology, touch: Touch) -> Vec<Vec<u32>> {
        let contiguity = Contiguity::new(topology, touch);
        (0..contiguity.n_areas()).map(|area| contiguity.of(area).to_vec()).collect()
    }

    #[test]
    fn a_corner_makes_neighbours_for_the_queen_and_not_for_the_rook() {
        // 2 3
        // 0 1    and an island, 4.
        let topology = squares(&[[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [7.0, 7.0]]);
        assert_eq!(
            lists(&topology, Touch::Queen),
            [vec![1, 2, 3], vec![0, 2, 3], vec![0, 1, 3], vec![0, 1, 2], vec![]]
        );
        assert_eq!(lists(&topology, Touch::Rook), [vec![1, 2], vec![0, 3], vec![0, 3], vec![1, 2], vec![]]);
        let queen = Contiguity::new(&topology, Touch::Queen);
        assert_eq!((queen.n_pairs(), queen.islands().collect::<Vec<_>>()), (6, vec![4]));
    }

    #[test]
    fn an_enclave_and_what_surrounds_it_touch_though_no_ring_is_cut() {
        let inner = [[1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 2.0]];
        let around = [[0.0, 0.0], [3.0, 0.0], [3.0, 3.0], [0.0, 3.0]];
        // The hole begins at another point than the enclave and runs the other way.
        let hole = [[2.0, 2.0], [2.0, 1.0], [1.0, 1.0], [1.0, 2.0]];
        let outlines = [Outline::from_rings([vec![around, hole]]), Outline::from_rings([[inner]]), Outline::default()];
        let topology = Topology::new(&outlines).unwrap();
        for touch in [Touch::Queen, Touch::Rook] {
            assert_eq!(lists(&topology, touch), [vec![1], vec![0], vec![]]);
        }
    }

    #[test]
    fn a_point_upon_a_side_and_a_narrow_gap_are_seen_where_they_are_asked_for() {
        let square = |x: f64, y: f64, side: f64| {
            Outline::from_rings([[[[x, y], [x + side, y], [x + side, y + side], [x, y + side]]]])
        };
        // 1 has its corners upon a side of 0; 2 lies 0.01 beside it.
        let outlines = [square(0.0, 0.0, 4.0), square(4.0, 1.0, 1.0), square(4.01, 3.0, 1.0)];
        let list = |contiguity: Contiguity| (0..3).map(|area| contiguity.of(area).to_vec()).collect::<Vec<_>>();
        let topology = Topology::new(&outlines).unwrap();
        let none: [Vec<u32>; 3] = Default::default();
        assert_eq!(list(Contiguity::new(&topology, Touch::Queen)), none);
        assert_eq!(list(Contiguity::within(&outlines, 0.0)), [vec![1], vec![0], vec![]]);
        assert_eq!(list(Contiguity::within(&outlines, 0.02)), [vec![1, 2], vec![0], vec![0]]);
        assert_eq!(list(Contiguity::within(&outlines, 2.0)), [vec![1, 2], vec![0, 2], vec![0, 1]]);
        assert_eq!(list(Contiguity::within(&outlines, f64::NAN)), none);
    }

    proptest! {
        #[test]
        fn who_has_a_border_has_a_corner_and_who_has_a_corner_is_within_reach(
            rings in proptest::collection::vec(proptest::collection::vec((0_u8..5, 0_u8..5), 3..9), 1..9)
        ) {
            let outline = |ring: &Vec<(u8, u8)>| {
                Outline::from_rings([[ring.iter().map(|&(x, y)| [f64::from(x), f64::from(y)])]])
            };
            let outlines: Vec<Outline> = rings.iter().map(outline).collect();
            let topology = Topology::new(&outlines).unwrap();
            let rook = Contiguity::new(&topology, Touch::Rook);
            let queen = Contiguity::new(&topology, Touch::Queen);
            let within = Contiguity::within(&outlines, 0.0);
            for area in 0..outlines.len() {
                prop_assert!(rook.of(area).iter().all(|other| queen.of(area).contains(other)));
                prop_assert!(queen.of(area).iter().all(|other| within.of(area).contains(other)));
                // The queen by her own definition: a point in both.
                let shares = |other: usize| {
                    other != area && outlines[other].points().iter().any(|point| outlines[area].points().contains(point))
                };
                let expected: Vec<u32> = (0..outlines.len()).filter(|&other| shares(other)).map(|at| at as u32).collect();
                prop_assert_eq!(queen.of(area), expected);
            }
        }
    }
}
