// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The outlines of one level as shared lines: a border between two areas exists once.
//!
//! In: the outline of each area. Out: arcs, and for each ring the arcs it runs along, forwards or backwards.
//! A ring is cut where the rings through a point change: at such a *node* some ring goes on to other points
//! than another one does. Between nodes all rings run together, so their line is one arc.
//! Invariant: the arcs of a ring, put one after the other, give the ring of the outline back, from another
//! first point perhaps. Each arc ends where the next begins.
//! Not here: points that lie upon a side of a neighbour without being a point of it, or nearly on its points.
//! There the two sides stay two arcs.
//!
//! Source: the cutting of rings follows M. Bostock, *How to infer topology* (2013), as TopoJSON does it.

use std::collections::HashMap;

pub use crate::points::TooManyPoints;
use crate::points::{PointNumbers, number_points};
use crate::{Outline, OutlineBuilder, Point};

/// An arc, and the way a ring runs along it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArcRef(u32);

impl ArcRef {
    fn new(arc: usize, backwards: bool) -> Self {
        Self((arc as u32) << 1 | u32::from(backwards))
    }

    /// The place of the arc among the arcs.
    pub fn arc(self) -> usize {
        (self.0 >> 1) as usize
    }

    /// Whether the ring runs from the last point of the arc to its first.
    pub fn is_backwards(self) -> bool {
        self.0 & 1 == 1
    }
}

/// All outlines of a level as shared arcs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topology {
    /// The points of the arcs, one arc after the other, both ends included.
    points: Vec<Point>,
    arc_ends: Vec<u32>,
    /// The node at which each arc begins and ends. A ring alone begins and ends at a node of its own.
    arc_nodes: Vec<[u32; 2]>,
    n_nodes: usize,
    ring_arcs: Vec<ArcRef>,
    ring_ends: Vec<u32>,
    polygon_ends: Vec<u32>,
    area_ends: Vec<u32>,
    /// Areas along each arc, rising, each once.
    arc_areas: Grouped,
}

/// Numbers by group, one group after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Grouped {
    starts: Vec<u32>,
    members: Vec<u32>,
}

impl Grouped {
    /// Puts `(group, member)` together by group; within a group the order stays.
    pub(crate) fn new(n_groups: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut starts = vec![0_u32; n_groups + 1];
        for (group, _) in pairs.clone() {
            starts[group as usize + 1] += 1;
        }
        for group in 0..n_groups {
            starts[group + 1] += starts[group];
        }
        let mut next = starts.clone();
        let mut members = vec![0; starts[n_groups] as usize];
        for (group, member) in pairs {
            let place = &mut next[group as usize];
            members[*place as usize] = member;
            *place += 1;
        }
        Self { starts, members }
    }

    /// Leaves each member once in its group, in rising order.
    pub(crate) fn sorted_once(mut self) -> Self {
        let mut kept = 0;
        for group in 0..self.n_groups() {
            let (start, end) = (self.starts[group] as usize, self.starts[group + 1] as usize);
            self.members[start..end].sort_unstable();
            self.starts[group] = kept as u32;
            let mut last = None;
            for place in start..end {
                let member = self.members[place];
                if last.replace(member) != Some(member) {
                    self.members[kept] = member;
                    kept += 1;
                }
            }
        }
        let n_groups = self.n_groups();
        self.starts[n_groups] = kept as u32;
        self.members.truncate(kept);
        self
    }

    pub(crate) fn n_groups(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    pub(crate) fn of(&self, group: usize) -> &[u32] {
        match self.starts.get(group..group + 2) {
            Some(bounds) => &self.members[bounds[0] as usize..bounds[1] as usize],
            None => &[],
        }
    }

    pub(crate) fn n_members(&self) -> usize {
        self.members.len()
    }
}

impl Topology {
    /// Finds what the outlines share. The outlines stand in the order of the areas; an empty one stays an area.
    ///
    /// # Errors
    /// [`TooManyPoints`] above 2^30 of them.
    pub fn new(outlines: &[Outline]) -> Result<Self, TooManyPoints> {
        let numbers = number_points(outlines)?;
        let is_node = nodes(outlines, &numbers);
        let mut cutter = Cutter::new(&numbers, &is_node);
        let mut topology = Self::default();
        let mut n_before = 0;
        for outline in outlines {
            for polygon in outline.polygons() {
                for ring in polygon.rings() {
                    cutter.ring(&numbers.of_points[n_before..n_before + ring.len()], &mut topology.ring_arcs);
                    topology.ring_ends.push(topology.ring_arcs.len() as u32);
                    n_before += ring.len();
                }
                topology.polygon_ends.push(topology.ring_ends.len() as u32);
            }
            topology.area_ends.push(topology.polygon_ends.len() as u32);
        }
        topology.n_nodes = cutter.n_nodes as usize;
        topology.points = cutter.points;
        topology.arc_ends = cutter.arc_ends;
        topology.arc_nodes = cutter.arc_nodes;
        let areas = topology.arcs_with_areas();
        let pairs = areas.iter().map(|&(arc_ref, area)| (arc_ref.arc() as u32, area));
        topology.arc_areas = Grouped::new(topology.n_arcs(), pairs).sorted_once();
        Ok(topology)
    }

    /// How many areas there are.
    pub fn n_areas(&self) -> usize {
        self.area_ends.len()
    }

    /// How many arcs there are.
    pub fn n_arcs(&self) -> usize {
        self.arc_ends.len()
    }

    /// The points of an arc, both ends included.
    pub fn arc(&self, arc: usize) -> &[Point] {
        &self.points[self.arc_range(arc)]
    }

    /// The areas along an arc, rising: two for a border, one for a coast or the edge of the map.
    pub fn areas_along(&self, arc: usize) -> &[u32] {
        self.arc_areas.of(arc)
    }

    /// The outline of an area, put together again. Empty for an area that is not there.
    pub fn outline(&self, area: usize) -> Outline {
        self.outline_by(area, |arc| self.arc(arc), |_| true)
    }

    /// The same lines with each point brought elsewhere, as for another coordinate system.
    #[must_use]
    pub fn map_points(&self, mut to: impl FnMut(Point) -> Point) -> Self {
        let points = self.points.iter().map(|&point| to(point)).collect();
        Self { points, ..self.clone() }
    }

    /// An outline from arcs of which the points come from elsewhere, of the polygons that are wanted.
    pub(crate) fn outline_by<'a>(
        &self,
        area: usize,
        arc: impl Fn(usize) -> &'a [Point],
        wanted: impl Fn(usize) -> bool,
    ) -> Outline {
        let mut builder = OutlineBuilder::default();
        for polygon in self.polygons(area).filter(|&polygon| wanted(polygon)) {
            builder.polygon();
            for ring in self.rings(polygon) {
                let along = |arc_ref: &ArcRef| Along::new(arc(arc_ref.arc()), arc_ref.is_backwards());
                builder.ring(self.arcs_of(ring).iter().flat_map(along));
            }
        }
        builder.finish()
    }

    /// Places of the points of an arc among all points.
    pub(crate) fn arc_range(&self, arc: usize) -> std::ops::Range<usize> {
        start(&self.arc_ends, arc)..self.arc_ends[arc] as usize
    }

    pub(crate) fn points(&self) -> &[Point] {
        &self.points
    }

    pub(crate) fn n_nodes(&self) -> usize {
        self.n_nodes
    }

    /// The nodes at which an arc begins and ends.
    pub(crate) fn nodes_of(&self, arc: usize) -> [u32; 2] {
        self.arc_nodes[arc]
    }

    pub(crate) fn n_rings(&self) -> usize {
        self.ring_ends.len()
    }

    /// The polygons of an area, as places among all polygons.
    pub(crate) fn polygons(&self, area: usize) -> std::ops::Range<usize> {
        match self.area_ends.get(area) {
            Some(&end) => start(&self.area_ends, area)..end as usize,
            None => 0..0,
        }
    }

    /// The rings of a polygon, the exterior first, as places among all rings.
    pub(crate) fn rings(&self, polygon: usize) -> std::ops::Range<usize> {
        start(&self.polygon_ends, polygon)..self.polygon_ends[polygon] as usize
    }

    /// The arcs of a ring.
    pub(crate) fn arcs_of(&self, ring: usize) -> &[ArcRef] {
        &self.ring_arcs[start(&self.ring_ends, ring)..self.ring_ends[ring] as usize]
    }

    /// Every use of an arc with the area that uses it, in the order of the areas.
    pub(crate) fn arcs_with_areas(&self) -> Vec<(ArcRef, u32)> {
        let mut all = Vec::with_capacity(self.ring_arcs.len());
        for area in 0..self.n_areas() {
            for ring in self.polygons(area).flat_map(|polygon| self.rings(polygon)) {
                all.extend(self.arcs_of(ring).iter().map(|&arc_ref| (arc_ref, area as u32)));
            }
        }
        all
    }
}

fn start(ends: &[u32], index: usize) -> usize {
    if index == 0 { 0 } else { ends[index - 1] as usize }
}

/// The points of an arc in the direction of a ring.
pub(crate) enum Along<'a, P> {
    Forwards(std::slice::Iter<'a, P>),
    Backwards(std::iter::Rev<std::slice::Iter<'a, P>>),
}

impl<'a, P> Along<'a, P> {
    pub(crate) fn new(points: &'a [P], backwards: bool) -> Self {
        if backwards { Self::Backwards(points.iter().rev()) } else { Self::Forwards(points.iter()) }
    }
}

impl<P: Copy> Iterator for Along<'_, P> {
    type Item = P;

    fn next(&mut self) -> Option<P> {
        match self {
            Self::Forwards(points) => points.next().copied(),
            Self::Backwards(points) => points.next().copied(),
        }
    }
}

/// Which places are nodes: a ring comes from, or goes on to, another place than an earlier ring did there.
fn nodes(outlines: &[Outline], numbers: &PointNumbers) -> Vec<bool> {
    const UNSEEN: [u32; 2] = [u32::MAX; 2];
    let mut beside = vec![UNSEEN; numbers.places.len()];
    let mut is_node = vec![false; numbers.places.len()];
    let mut n_before = 0;
    for ring in outlines.iter().flat_map(Outline::rings) {
        let ring = &numbers.of_points[n_before..n_before + ring.len()];
        n_before += ring.len();
        let mut previous = ring[ring.len() - 1];
        for (index, &place) in ring.iter().enumerate() {
            let next = ring[if index + 1 == ring.len() { 0 } else { index + 1 }];
            let pair = [previous.min(next), previous.max(next)];
            let seen = &mut beside[place as usize];
            if *seen == UNSEEN {
                *seen = pair;
            } else if *seen != pair {
                is_node[place as usize] = true;
            }
            previous = place;
        }
    }
    is_node
}

/// Cuts rings into arcs, and finds the arc where another ring cut it before.
struct Cutter<'a> {
    numbers: &'a PointNumbers,
    is_node: &'a [bool],
    /// By the first two places of an arc in either direction. They tell the arc: a place that is no node has
    /// one way on, so two lines that begin alike go on alike until a node.
    found: HashMap<[u32; 2], ArcRef>,
    /// The node of a place, once an arc ends there.
    node_numbers: HashMap<u32, u32>,
    n_nodes: u32,
    points: Vec<Point>,
    arc_ends: Vec<u32>,
    arc_nodes: Vec<[u32; 2]>,
    /// The ring that is cut, from the place where cutting begins, which stands at both ends.
    turned: Vec<u32>,
}

impl<'a> Cutter<'a> {
    fn new(numbers: &'a PointNumbers, is_node: &'a [bool]) -> Self {
        Self {
            numbers,
            is_node,
            found: HashMap::new(),
            node_numbers: HashMap::new(),
            n_nodes: 0,
            points: Vec::with_capacity(numbers.places.len()),
            arc_ends: Vec::new(),
            arc_nodes: Vec::new(),
            turned: Vec::new(),
        }
    }

    fn ring(&mut self, ring: &[u32], out: &mut Vec<ArcRef>) {
        let is_node = self.is_node;
        // Equal rings without a node begin at one place, whichever point comes first in each.
        let smallest = || ring.iter().enumerate().min_by_key(|(_, place)| **place).map_or(0, |(index, _)| index);
        let first = ring.iter().position(|&place| is_node[place as usize]).unwrap_or_else(smallest);
        let mut turned = std::mem::take(&mut self.turned);
        turned.clear();
        turned.extend_from_slice(&ring[first..]);
        turned.extend_from_slice(&ring[..=first]);
        let mut begin = 0;
        for end in 1..turned.len() {
            // Back at the first place ends an arc too: a ring may run around itself twice.
            if turned[end] == turned[0] || is_node[turned[end] as usize] {
                out.push(self.arc(&turned[begin..=end]));
                begin = end;
            }
        }
        self.turned = turned;
    }

    fn arc(&mut self, line: &[u32]) -> ArcRef {
        let (first, last) = (line[0], line[line.len() - 1]);
        if let Some(&known) = self.found.get(&[first, line[1]]) {
            return known;
        }
        let arc = self.arc_ends.len();
        self.found.insert([last, line[line.len() - 2]], ArcRef::new(arc, true));
        self.found.insert([first, line[1]], ArcRef::new(arc, false));
        self.points.extend(line.iter().map(|&place| self.numbers.places[place as usize]));
        self.arc_ends.push(self.points.len() as u32);
        let nodes = [self.node(first), self.node(last)];
        self.arc_nodes.push(nodes);
        ArcRef::new(arc, false)
    }

    fn node(&mut self, place: u32) -> u32 {
        *self.node_numbers.entry(place).or_insert_with(|| {
            self.n_nodes += 1;
            self.n_nodes - 1
        })
    }
}

#[cfg(test)]
mod tests;
