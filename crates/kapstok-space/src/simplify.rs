// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Simpler borders without gaps, overlaps or crossings.
//!
//! In: a topology. Out: for any tolerance the same areas with fewer points.
//! The points of all arcs are taken away one by one, the one whose triangle with its neighbours is smallest
//! first (J. Visvalingam and M. Whyatt, *Line generalisation by repeated elimination of points*, 1993), and each
//! keeps the size of the map at which it went. Both sides of a border lose the same point.
//! Invariant: a point goes only if no other point lies in its triangle, so no line is drawn across another and
//! no ring turns inside out; a ring keeps three points; nodes stay. Ties go by place in the topology.
//! Not here: outlines that cross each other already; they may cross in other places afterwards.

mod standing;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use crate::topology::Grouped;
use crate::{Outline, Point, Topology, signed_area};
use standing::Standing;

/// A topology that can be made simpler at once, for any tolerance.
#[derive(Clone, Debug)]
pub struct Simplifier {
    topology: Topology,
    /// For each point of the topology the area of the triangle with which it goes; infinite where it never does.
    weights: Vec<f64>,
}

/// The areas at one tolerance.
#[derive(Clone, Debug)]
pub struct Simplified<'a> {
    topology: &'a Topology,
    points: Vec<Point>,
    arc_ends: Vec<u32>,
    is_left_out: Vec<bool>,
}

impl Simplifier {
    /// Finds out when each point goes.
    pub fn new(topology: Topology) -> Self {
        let weights = Elimination::new(&topology).run();
        Self { topology, weights }
    }

    /// The lines with all their points.
    pub fn topology(&self) -> &Topology {
        &self.topology
    }

    /// The areas without what is smaller than a square with sides of `tolerance`, in the unit of the map: bends
    /// of borders, and islands that are not the largest part of their area. At 0 nothing is left out.
    pub fn at(&self, tolerance: f64) -> Simplified<'_> {
        let least = tolerance * tolerance;
        let mut simplified = Simplified {
            topology: &self.topology,
            points: Vec::new(),
            arc_ends: Vec::with_capacity(self.topology.n_arcs()),
            is_left_out: self.small_islands(least),
        };
        for arc in 0..self.topology.n_arcs() {
            simplified.points.extend(self.arc(arc, least));
            simplified.arc_ends.push(simplified.points.len() as u32);
        }
        simplified
    }

    /// The points of an arc that do not go with a triangle smaller than `least`.
    pub(crate) fn arc(&self, arc: usize, least: f64) -> impl Iterator<Item = Point> {
        let range = self.topology.arc_range(arc);
        let points = self.topology.points()[range.clone()].iter().zip(&self.weights[range]);
        points.filter(move |(_, weight)| **weight >= least).map(|(point, _)| *point)
    }

    /// Polygons that share no line, have no hole, are smaller than `least` and not the largest of their area.
    fn small_islands(&self, least: f64) -> Vec<bool> {
        let topology = &self.topology;
        let mut is_left_out = Vec::new();
        for area in 0..topology.n_areas() {
            let outline = topology.outline(area);
            let sizes: Vec<f64> = outline.polygons().map(|polygon| signed_area(polygon.exterior()).abs()).collect();
            let largest = sizes.iter().copied().fold(0.0, f64::max);
            for (polygon, size) in topology.polygons(area).zip(&sizes) {
                let rings = topology.rings(polygon);
                let alone = |ring| topology.arcs_of(ring).iter().all(|arc| topology.areas_along(arc.arc()).len() == 1);
                is_left_out.push(*size < least && *size < largest && rings.len() == 1 && rings.clone().all(alone));
            }
            // A polygon that fell together when its points were brought elsewhere has no size.
            is_left_out.resize(topology.polygons(area).end, false);
        }
        is_left_out
    }
}

impl Simplified<'_> {
    /// The outline of an area.
    pub fn outline(&self, area: usize) -> Outline {
        self.topology.outline_by(area, |arc| self.arc(arc), |polygon| !self.is_left_out[polygon])
    }

    /// The points of an arc, both ends included; the same arcs as those of the topology.
    pub fn arc(&self, arc: usize) -> &[Point] {
        let start = if arc == 0 { 0 } else { self.arc_ends[arc - 1] as usize };
        &self.points[start..self.arc_ends[arc] as usize]
    }

    /// Points of all arcs.
    pub fn n_points(&self) -> usize {
        self.points.len()
    }
}

const NEVER: u32 = u32::MAX;

/// The taking away of points, one after the other.
struct Elimination<'a> {
    topology: &'a Topology,
    points: &'a [Point],
    arc_of: Vec<u32>,
    /// The points that still stand before and after each point of an arc; [`NEVER`] at its ends.
    beside: Vec<[u32; 2]>,
    /// Points that each ring still has, and the rings along each arc, as often as they run along it.
    n_in_ring: Vec<u32>,
    rings_along: Grouped,
    n_in_arc: Vec<u32>,
    standing: Standing,
    /// The triangle, the point, and how often its triangle had changed by then.
    queue: BinaryHeap<Reverse<(u64, u32, u32)>>,
    n_changes: Vec<u32>,
    /// Points that wait until another one, in their triangle, is gone.
    waiting: BTreeMap<u32, Vec<u32>>,
    weights: Vec<f64>,
}

impl<'a> Elimination<'a> {
    fn new(topology: &'a Topology) -> Self {
        let points = topology.points();
        let n_points = points.len();
        let (mut arc_of, mut beside) = (vec![0; n_points], vec![[NEVER; 2]; n_points]);
        let (mut stands, mut node_seen) = (Vec::with_capacity(n_points), vec![false; topology.n_nodes()]);
        for arc in 0..topology.n_arcs() {
            let range = topology.arc_range(arc);
            let (first, last) = (range.start, range.end - 1);
            for at in range {
                arc_of[at] = arc as u32;
                if at > first && at < last {
                    beside[at] = [at as u32 - 1, at as u32 + 1];
                    stands.push(at as u32);
                }
            }
            // A node stands once, whatever the number of arcs that end there.
            for (node, at) in topology.nodes_of(arc).into_iter().zip([first, last]) {
                if !std::mem::replace(&mut node_seen[node as usize], true) {
                    stands.push(at as u32);
                }
            }
        }
        let n_in_arc: Vec<u32> = (0..topology.n_arcs()).map(|arc| topology.arc_range(arc).len() as u32).collect();
        let uses: Vec<(u32, u32)> = (0..topology.n_rings())
            .flat_map(|ring| topology.arcs_of(ring).iter().map(move |arc| (arc.arc() as u32, ring as u32)))
            .collect();
        let mut n_in_ring = vec![0; topology.n_rings()];
        for &(arc, ring) in &uses {
            n_in_ring[ring as usize] += n_in_arc[arc as usize] - 1;
        }
        Self {
            topology,
            points,
            arc_of,
            beside,
            n_in_ring,
            rings_along: Grouped::new(topology.n_arcs(), uses.iter().copied()),
            n_in_arc,
            standing: Standing::new(points, stands),
            queue: BinaryHeap::with_capacity(n_points),
            n_changes: vec![0; n_points],
            waiting: BTreeMap::new(),
            weights: vec![f64::INFINITY; n_points],
        }
    }

    fn run(mut self) -> Vec<f64> {
        for at in 0..self.points.len() as u32 {
            self.enter(at, 0.0);
        }
        let mut reached = 0.0;
        while let Some(Reverse((triangle, at, n_changes))) = self.queue.pop() {
            let place = at as usize;
            if self.n_changes[place] != n_changes || self.ring_is_down_to_three(self.arc_of[place]) {
                continue;
            }
            let [before, after] = self.beside[place];
            let corners = [before, at, after].map(|corner| self.points[corner as usize]);
            if let Some(inside) = self.standing.one_in_triangle(self.points, corners) {
                self.waiting.entry(inside).or_default().push(at);
                continue;
            }
            reached = f64::max(reached, f64::from_bits(triangle));
            self.weights[place] = reached;
            self.take_away(at);
            let freed = self.waiting.remove(&at).unwrap_or_default();
            for changed in [before, after].into_iter().chain(freed) {
                self.enter(changed, reached);
            }
        }
        self.weights
    }

    /// Puts a point in the queue with its triangle of now; one that already went, or is an end, is not.
    fn enter(&mut self, at: u32, reached: f64) {
        let place = at as usize;
        let [before, after] = self.beside[place];
        if before == NEVER || self.weights[place] < f64::INFINITY {
            return;
        }
        let area = signed_area(&[before, at, after].map(|corner| self.points[corner as usize])).abs();
        self.n_changes[place] += 1;
        if area.is_finite() {
            self.queue.push(Reverse((area.max(reached).to_bits(), at, self.n_changes[place])));
        }
    }

    fn ring_is_down_to_three(&self, arc: u32) -> bool {
        let arc = arc as usize;
        let nodes = self.topology.nodes_of(arc);
        let rings = self.rings_along.of(arc);
        // A loop stands at both ends of its arc with the same point.
        (nodes[0] == nodes[1] && self.n_in_arc[arc] <= 4)
            || rings.iter().any(|&ring| {
                let n_uses = rings.iter().filter(|&&other| other == ring).count() as u32;
                self.n_in_ring[ring as usize] < 3 + n_uses
            })
    }

    fn take_away(&mut self, at: u32) {
        let [before, after] = self.beside[at as usize];
        self.standing.take_away(self.points, at);
        // The ends of an arc have no place of their own in a triangle, so they keep `NEVER`.
        if self.beside[before as usize][0] != NEVER {
            self.beside[before as usize][1] = after;
        }
        if self.beside[after as usize][0] != NEVER {
            self.beside[after as usize][0] = before;
        }
        let arc = self.arc_of[at as usize] as usize;
        self.n_in_arc[arc] -= 1;
        for &ring in self.rings_along.of(arc) {
            self.n_in_ring[ring as usize] -= 1;
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
