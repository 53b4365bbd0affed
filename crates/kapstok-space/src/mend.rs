// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Whether neighbours have the same lines, and for a map on which they have not, the same lines nearly.
//!
//! In: the lines of a level, a distance in the unit of its map. Out: whether the map is clean ([`is_clean`]), and
//! outlines that share more of their lines ([`mended`]).
//! A map is *clean* when areas that come together do so in points that both have. Where each area was made simpler on
//! its own, a border of one has points that the other left out, and runs a little beside it: two lines where there
//! should be one, with slivers between them.
//! Invariant: mending only adds points of other outlines to a side, none further away than the distance; a clean map
//! is not to be mended, for there every near line is meant.
//! Not here: areas that overlap or lie apart by more than the distance; they stay so.

use crate::contiguity::{are_within, is_near, near_part};
use crate::outline::sides;
use crate::{Bounds, BoundsIndex, Outline, OutlineBuilder, Point, Topology};

/// Whether no lines of two areas come within a distance of each other, unless it is in points that both have.
pub fn is_clean(topology: &Topology, distance: f64) -> bool {
    // A line that two areas share is clean by itself: only lines of one area can be two where there should be one.
    let mut lines: Vec<(u32, [Point; 2])> = Vec::new();
    for arc in 0..topology.n_arcs() {
        if let &[area] = topology.areas_along(arc) {
            lines.extend(topology.arc(arc).windows(2).map(|side| (area, [side[0], side[1]])));
        }
    }
    let boxes: Vec<Option<Bounds>> = lines.iter().map(|&(_, side)| Bounds::around(side)).collect();
    let index = BoundsIndex::new(&boxes);
    lines.iter().zip(&boxes).all(|(&(area, side), bounds)| {
        let around = bounds.and_then(|bounds| bounds.widened(distance));
        around.is_none_or(|around| {
            index.meeting(&around).into_iter().all(|near| {
                let (other, other_side) = lines[near as usize];
                other <= area || !are_one(side, other_side, distance)
            })
        })
    })
}

/// Whether two lines should be one: they come near each other, or cross, elsewhere than in a point that both have.
fn are_one(one: [Point; 2], other: [Point; 2], distance: f64) -> bool {
    if one.iter().any(|end| other.contains(end)) {
        let beyond = |side: [Point; 2], line: [Point; 2]| {
            side.iter().any(|&end| !line.contains(&end) && is_near(end, line, distance))
        };
        return beyond(one, other) || beyond(other, one);
    }
    are_within(one, other, distance)
}

/// Outlines of which each side also has the points of other outlines that lie within a distance of it.
#[must_use]
pub fn mended(outlines: &[Outline], distance: f64) -> Vec<Outline> {
    let mut points: Vec<Point> = outlines.iter().flat_map(|outline| outline.points().iter().copied()).collect();
    points.sort_unstable_by(|one, other| one[0].total_cmp(&other[0]).then(one[1].total_cmp(&other[1])));
    points.dedup();
    let boxes: Vec<Option<Bounds>> = points.iter().map(|&point| Bounds::around([point, point])).collect();
    let index = BoundsIndex::new(&boxes);
    let on_side = |side: [Point; 2]| {
        let around = Bounds::around(side).and_then(|bounds| bounds.widened(distance));
        let near = around.map_or_else(Vec::new, |around| index.meeting(&around));
        let mut found: Vec<(f64, Point)> = near
            .into_iter()
            .map(|number| points[number as usize])
            .filter(|point| !side.contains(point) && is_near(*point, side, distance))
            .map(|point| (near_part(point, side), point))
            .filter(|(part, _)| *part > 0.0 && *part < 1.0)
            .collect();
        // The order of points that lie side by side is that of their places.
        found.sort_by(|one, other| one.0.total_cmp(&other.0));
        found
    };
    let mend = |outline: &Outline| {
        let mut builder = OutlineBuilder::default();
        for polygon in outline.polygons() {
            builder.polygon();
            for ring in polygon.rings() {
                let with = |side: [Point; 2]| {
                    std::iter::once(side[0]).chain(on_side(side).into_iter().map(|(_, point)| point))
                };
                builder.ring(sides(ring).flat_map(with));
            }
        }
        builder.finish()
    };
    outlines.iter().map(mend).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_clean, mended};
    use crate::simplify::tests::{mosaic, spoilt};
    use crate::{Outline, Topology};

    /// Sides that two areas share, and all.
    fn shared(outlines: &[Outline]) -> (usize, usize) {
        let topology = Topology::new(outlines).unwrap();
        let sides_of = |least: usize| -> usize {
            let arcs = (0..topology.n_arcs()).filter(|arc| topology.areas_along(*arc).len() >= least);
            arcs.map(|arc| topology.arc(arc).len() - 1).sum()
        };
        (sides_of(2), sides_of(1))
    }

    #[test]
    fn a_map_is_clean_when_neighbours_have_the_same_points_and_only_then() {
        let outlines = mosaic(6, 8, 5);
        assert!(is_clean(&Topology::new(&outlines).unwrap(), 1e-6));
        assert!(!is_clean(&Topology::new(&spoilt(&outlines)).unwrap(), 1e-6));
        // A corner upon a side of a neighbour that has no point there.
        let square = |x: f64, y: f64, side: f64| {
            Outline::from_rings([[[[x, y], [x + side, y], [x + side, y + side], [x, y + side]]]])
        };
        let beside = |x: f64, y: f64| [square(0.0, 0.0, 4.0), square(x, y, 1.0)];
        for (x, y, clean) in
            [(4.0, 4.0, true), (5.0, 0.0, true), (4.0, 1.0, false), (4.0, 3.0, false), (4.0005, 1.0, false)]
        {
            assert_eq!(is_clean(&Topology::new(&beside(x, y)).unwrap(), 1e-3), clean, "{x} {y}");
        }
    }

    #[test]
    fn a_mended_map_shares_its_borders_again_and_moves_no_line_further_than_asked() {
        let outlines = mosaic(6, 8, 5);
        let whole = shared(&outlines);
        let spoilt = spoilt(&outlines);
        assert!(shared(&spoilt).0 * 2 < whole.0, "the borders fell apart");
        let mended = mended(&spoilt, 0.05);
        let (n_shared, n_all) = shared(&mended);
        // Of the lines that are left to one area, nearly all are the edge of the map.
        assert!(n_shared > 2 * shared(&spoilt).0, "{n_shared} shared");
        assert!(n_all - n_shared < whole.1 - whole.0, "{n_shared} of {n_all}, once {whole:?}");
        for (one, other) in spoilt.iter().zip(&mended) {
            assert!(one.points().iter().all(|point| other.points().contains(point)), "every point stays");
        }
    }
}
