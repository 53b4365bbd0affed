// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Who touches whom.
//!
//! In: the shared lines of a level. Out: for each area its neighbours, rising.
//! Invariant: no area is its own neighbour; whoever has a neighbour is that one's neighbour.
//! Not here: areas that touch only where a point of one lies upon a side of the other (no point of the map
//! says so), water or bridges between them, weights.

use crate::Topology;
use crate::topology::Grouped;

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

#[cfg(test)]
mod tests {
    use super::{Contiguity, Touch};
    use crate::{Outline, Topology};

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
}
