// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How large is the land that two areas have in common?
//!
//! In: two outlines. Out: the size of what both cover, and no outline of it. Invariant: no step decides whether a
//! point lies inside, on a line or outside; a point that is moved a little changes the answer a little. So shared
//! borders, points that touch and slivers are no special cases.
//!
//! An area is a sum of strips: what lies below each of its edges, added for edges with the area below them and
//! subtracted for those with the area above. What two areas have in common is then a sum over pairs of edges, one of
//! each, of what lies below both; that is the integral of the lower of two straight lines. Strips reach down to any
//! level that is the same for all, for what lies under an area is added as often as it is subtracted.

use crate::outline::sides;
use crate::{Bounds, Outline, signed_area};

/// A side that is not vertical, from left to right.
#[derive(Clone, Copy, Debug)]
struct Edge {
    left: f64,
    right: f64,
    /// Its height at the left end.
    height: f64,
    slope: f64,
    /// 1 where the area lies below, -1 where it lies above.
    sign: f64,
    top: f64,
}

impl Edge {
    fn at(&self, x: f64) -> f64 {
        self.height + (x - self.left) * self.slope
    }
}

/// The edges of an area, by their left ends.
#[derive(Clone, Debug)]
pub(super) struct Edges {
    edges: Vec<Edge>,
    /// Nothing where the area has no size.
    pub(super) bounds: Option<Bounds>,
    pub(super) area: f64,
}

impl Edges {
    pub(super) fn of_all(outlines: &[Outline]) -> Vec<Self> {
        outlines.iter().map(Self::new).collect()
    }

    fn new(outline: &Outline) -> Self {
        let area = outline.area();
        let mut edges = Vec::with_capacity(outline.points().len());
        for polygon in outline.polygons() {
            for (number, ring) in polygon.rings().enumerate() {
                // Against the clock the area lies above what runs to the right; a hole turns that around.
                let turned = (signed_area(ring) > 0.0) == (number == 0);
                for [from, to] in sides(ring) {
                    let ((low, high), sign) = match from[0] < to[0] {
                        true => ((from, to), if turned { -1.0 } else { 1.0 }),
                        false => ((to, from), if turned { 1.0 } else { -1.0 }),
                    };
                    let slope = (high[1] - low[1]) / (high[0] - low[0]);
                    if slope.is_finite() {
                        let top = low[1].max(high[1]);
                        edges.push(Edge { left: low[0], right: high[0], height: low[1], slope, sign, top });
                    }
                }
            }
        }
        edges.sort_by(|one, other| one.left.total_cmp(&other.left));
        Self { edges, bounds: outline.bounds().filter(|_| area > 0.0), area }
    }
}

/// Goes over two areas from left to right; keeps its memory for the next two.
#[derive(Default)]
pub(super) struct Sweep {
    /// Edges of the first and of the second area that the line from north to south has met and not yet left.
    open: [Vec<Edge>; 2],
}

impl Sweep {
    /// The size of what two areas have in common, to within rounding; that may be a little below 0 where it is nothing.
    pub(super) fn common(&mut self, one: &Edges, other: &Edges) -> f64 {
        let (Some(box_of_one), Some(box_of_other)) = (one.bounds, other.bounds) else { return 0.0 };
        let left = box_of_one.min()[0].max(box_of_other.min()[0]);
        let right = box_of_one.max()[0].min(box_of_other.max()[0]);
        let bottoms = [box_of_one.min()[1], box_of_other.min()[1]];
        // The level from which strips are counted: near what is common, so that little is rounded off.
        let level = bottoms[0].max(bottoms[1]);
        // What an edge wholly below the other area has in common with one edge of that, it loses with the next.
        let matters = |edge: &&Edge, bottom: f64| edge.right > left && edge.top > bottom;
        let first = one.edges.iter().take_while(|edge| edge.left < right).filter(|edge| matters(edge, bottoms[1]));
        let second = other.edges.iter().take_while(|edge| edge.left < right).filter(|edge| matters(edge, bottoms[0]));
        let (mut first, mut second) = (first.peekable(), second.peekable());
        self.open.iter_mut().for_each(Vec::clear);
        let mut sum = 0.0;
        loop {
            let is_first = match (first.peek(), second.peek()) {
                (Some(of_first), Some(of_second)) => of_first.left <= of_second.left,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => return sum,
            };
            let Some(&edge) = (if is_first { first.next() } else { second.next() }) else { return sum };
            let [of_first, of_second] = &mut self.open;
            let (own, others) = if is_first { (of_first, of_second) } else { (of_second, of_first) };
            others.retain(|other| other.right > edge.left);
            sum += others.iter().map(|other| edge.sign * other.sign * below_both(&edge, other, level)).sum::<f64>();
            own.push(edge);
        }
    }
}

/// What lies below both of two edges and above a level, where both are.
fn below_both(one: &Edge, other: &Edge, level: f64) -> f64 {
    let (left, right) = (one.left.max(other.left), one.right.min(other.right));
    let wide = right - left;
    if wide <= 0.0 {
        return 0.0;
    }
    let (one, other) = ([one.at(left), one.at(right)], [other.at(left), other.at(right)]);
    // How far the first lies above the second at both ends.
    let above = [one[0] - other[0], one[1] - other[1]];
    let taken_off = match (above[0] > 0.0, above[1] > 0.0) {
        (true, true) => (above[0] + above[1]) / 2.0,
        (true, false) => above[0] * above[0] / (2.0 * (above[0] - above[1])),
        (false, true) => above[1] * above[1] / (2.0 * (above[1] - above[0])),
        (false, false) => 0.0,
    };
    ((one[0] - level + one[1] - level) / 2.0 - taken_off) * wide
}
