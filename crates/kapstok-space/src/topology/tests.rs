// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a topology keeps of its outlines, on shapes that maps really have.

use proptest::prelude::*;

use super::Topology;
use crate::{Outline, Point};

/// A ring from its smallest point on, so that two rings are compared whatever their first point.
fn turned(ring: &[Point]) -> Vec<Point> {
    let best = (0..ring.len()).map(|first| [&ring[first..], &ring[..first]].concat());
    best.min_by(|one, other| one.partial_cmp(other).unwrap()).unwrap_or_default()
}

fn same(one: &Outline, other: &Outline) -> bool {
    let rings = |outline: &Outline| -> Vec<Vec<Vec<Point>>> {
        outline.polygons().map(|polygon| polygon.rings().map(turned).collect()).collect()
    };
    rings(one) == rings(other)
}

fn check(outlines: &[Outline]) -> Topology {
    let topology = Topology::new(outlines).unwrap();
    for (area, outline) in outlines.iter().enumerate() {
        assert!(same(&topology.outline(area), outline), "area {area}: {:?} for {outline:?}", topology.outline(area));
    }
    for ring in 0..topology.n_rings() {
        let arcs = topology.arcs_of(ring);
        let ends = |at: usize| {
            let arc = topology.arc(arcs[at].arc());
            let (first, last) = (arc[0], arc[arc.len() - 1]);
            if arcs[at].is_backwards() { (last, first) } else { (first, last) }
        };
        for at in 0..arcs.len() {
            assert_eq!(ends(at).1, ends((at + 1) % arcs.len()).0, "an arc ends where the next begins");
        }
    }
    topology
}

fn polygon(ring: &[Point]) -> Outline {
    Outline::from_rings([[ring.iter().copied()]])
}

/// A square of side `side` with a point in the middle of each side where the map has whole numbers.
fn square(x: f64, y: f64, side: f64) -> Vec<Point> {
    vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side]]
}

#[test]
fn a_border_of_many_points_between_two_areas_is_one_arc() {
    let left = polygon(&[[0.0, 0.0], [1.0, 0.0], [1.2, 0.3], [0.8, 0.6], [1.0, 1.0], [0.0, 1.0]]);
    let right = polygon(&[[1.0, 1.0], [0.8, 0.6], [1.2, 0.3], [1.0, 0.0], [2.0, 0.0], [2.0, 1.0]]);
    let topology = check(&[left, right]);
    assert_eq!(topology.n_arcs(), 3);
    let shared: Vec<usize> = (0..3).filter(|&arc| topology.areas_along(arc) == [0, 1]).collect();
    assert_eq!(shared.len(), 1);
    assert_eq!(topology.arc(shared[0]).len(), 4);
}

#[test]
fn identical_rings_are_one_arc_whatever_their_first_point_and_winding() {
    let ring = square(0.0, 0.0, 1.0);
    let later: Vec<Point> = [&ring[2..], &ring[..2]].concat();
    let backwards: Vec<Point> = later.iter().rev().copied().collect();
    let topology = check(&[polygon(&ring), polygon(&later), polygon(&backwards)]);
    assert_eq!(topology.n_arcs(), 1);
    assert_eq!(topology.areas_along(0), [0, 1, 2]);
}

#[test]
fn a_hole_and_its_enclave_share_one_arc_and_an_island_has_its_own() {
    let around = Outline::from_rings([vec![square(0.0, 0.0, 4.0), square(1.0, 1.0, 1.0)]]);
    let topology = check(&[around, polygon(&square(1.0, 1.0, 1.0)), polygon(&square(9.0, 9.0, 1.0))]);
    assert_eq!(topology.n_arcs(), 3);
    assert_eq!((0..3).map(|arc| topology.areas_along(arc).len()).collect::<Vec<_>>(), [1, 2, 1]);
}

#[test]
fn an_enclave_of_two_areas_is_cut_where_they_meet() {
    let around = Outline::from_rings([vec![
        square(0.0, 0.0, 4.0),
        vec![[1.0, 1.0], [2.0, 1.0], [3.0, 1.0], [3.0, 2.0], [2.0, 2.0], [1.0, 2.0]],
    ]]);
    let topology = check(&[around, polygon(&square(1.0, 1.0, 1.0)), polygon(&square(2.0, 1.0, 1.0))]);
    assert_eq!(topology.n_arcs(), 4);
}

#[test]
fn a_ring_that_touches_itself_in_a_point_comes_back_whole() {
    // Two squares that meet in (1, 1), as one ring.
    let eight = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 2.0], [1.0, 1.0], [0.0, 1.0]];
    let topology = check(&[polygon(&eight)]);
    assert_eq!(topology.n_arcs(), 2, "two loops that begin and end at one node");
    // A neighbour in its bay, and a ring that goes there and back along a line.
    check(&[polygon(&eight), polygon(&square(1.0, 0.0, 1.0))]);
    check(&[polygon(&[[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [5.0, 5.0], [4.0, 4.0], [0.0, 4.0]])]);
}

#[test]
fn a_ring_that_touches_another_at_a_corner_is_cut_there() {
    let topology = check(&[polygon(&square(0.0, 0.0, 1.0)), polygon(&square(1.0, 1.0, 1.0))]);
    assert_eq!(topology.n_arcs(), 2);
    assert_eq!(topology.n_nodes(), 1);
}

#[test]
fn areas_without_outline_stay_areas() {
    let topology = check(&[Outline::default(), polygon(&square(0.0, 0.0, 1.0)), Outline::default()]);
    assert_eq!((topology.n_areas(), topology.n_arcs()), (3, 1));
    assert!(topology.outline(7).is_empty());
}

proptest! {
    /// Rings through few places, so that they share, repeat and touch in every way, clean or not.
    #[test]
    fn rings_come_back_from_their_arcs(
        rings in proptest::collection::vec(proptest::collection::vec((0_u8..4, 0_u8..4), 3..12), 1..8)
    ) {
        let outline = |ring: &Vec<(u8, u8)>| {
            Outline::from_rings([[ring.iter().map(|&(x, y)| [f64::from(x), f64::from(y)])]])
        };
        check(&rings.iter().map(outline).collect::<Vec<_>>());
    }
}
