// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What simpler borders must keep: the land, the areas, the order of the lines.

use proptest::prelude::*;

use super::Simplifier;
use crate::{Outline, Point, Topology, signed_area};

/// A made map of `side` by `side` areas: corners shaken out of a grid, borders with bends between them.
pub(crate) fn mosaic(side: u32, n_bends: u32, seed: u64) -> Vec<Outline> {
    let noise = |a: u32, b: u32, c: u32| {
        // A fixed mixing of numbers; what matters is that the same corner always moves alike.
        let mut mixed = seed ^ (u64::from(a) << 40) ^ (u64::from(b) << 20) ^ u64::from(c);
        for _ in 0..3 {
            mixed = (mixed ^ (mixed >> 31)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        }
        (mixed >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
    };
    let corner = |x: u32, y: u32| [f64::from(x) + 0.4 * noise(x, y, 1), f64::from(y) + 0.4 * noise(x, y, 2)];
    // From one corner to the next, without the last; always made from the lower corner to the higher.
    let border = |one: [u32; 2], other: [u32; 2]| -> Vec<Point> {
        let (low, high) = (one.min(other), one.max(other));
        let (from, to) = (corner(low[0], low[1]), corner(high[0], high[1]));
        let mut line = vec![from];
        for bend in 1..=n_bends {
            let part = f64::from(bend) / f64::from(n_bends + 1);
            // Less near the corners, where borders come together.
            let aside = 0.4 * part * (1.0 - part) * noise(low[0] * 7919 + low[1], high[0] * 7919 + high[1], bend + 2);
            let along = [to[0] - from[0], to[1] - from[1]];
            line.push([from[0] + part * along[0] - aside * along[1], from[1] + part * along[1] + aside * along[0]]);
        }
        line.push(to);
        if low != one {
            line.reverse();
        }
        line.pop();
        line
    };
    let area = |at: u32| {
        let (x, y) = (at % side, at / side);
        let corners = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]];
        let ring: Vec<Point> = (0..4).flat_map(|side| border(corners[side], corners[(side + 1) % 4])).collect();
        Outline::from_rings([[ring]])
    };
    (0..side * side).map(area).collect()
}

/// A map on which every area has left out points of its own.
pub(crate) fn spoilt(outlines: &[Outline]) -> Vec<Outline> {
    let leave_out = |(area, outline): (usize, &Outline)| {
        let ring = outline.points();
        // Corners stay: there three areas come together.
        let kept = ring.iter().enumerate().filter(|(at, _)| at % (ring.len() / 4) == 0 || at % 3 != area % 3);
        Outline::from_rings([[kept.map(|(_, point)| *point).collect::<Vec<_>>()]])
    };
    outlines.iter().enumerate().map(leave_out).collect()
}

/// The edge of the whole map: the area within all lines that one area alone runs along.
fn area_within_the_edge(simplifier: &Simplifier, tolerance: f64) -> f64 {
    let (topology, simplified) = (simplifier.topology(), simplifier.at(tolerance));
    let mut doubled = 0.0;
    for (arc_ref, _) in topology.arcs_with_areas() {
        if topology.areas_along(arc_ref.arc()).len() == 1 {
            let mut line = simplified.arc(arc_ref.arc()).to_vec();
            if arc_ref.is_backwards() {
                line.reverse();
            }
            doubled += line.windows(2).map(|side| side[0][0] * side[1][1] - side[1][0] * side[0][1]).sum::<f64>();
        }
    }
    doubled / 2.0
}

fn crosses([a, b]: [Point; 2], [c, d]: [Point; 2]) -> bool {
    let turn = |a: Point, b: Point, c: Point| (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    let sides = |p, q, r, s| turn(p, q, r) * turn(p, q, s) < -1e-18;
    sides(a, b, c, d) && sides(c, d, a, b)
}

#[test]
fn a_simpler_mosaic_has_no_gap_no_overlap_and_no_area_turned_inside_out() {
    let outlines = mosaic(12, 20, 7);
    let simplifier = Simplifier::new(Topology::new(&outlines).unwrap());
    let mut n_before = usize::MAX;
    for tolerance in [0.0, 0.01, 0.05, 0.2, 1.0, 100.0] {
        let simplified = simplifier.at(tolerance);
        let rings: Vec<Vec<Point>> = (0..144)
            .flat_map(|area| simplified.outline(area).rings().map(<[Point]>::to_vec).collect::<Vec<_>>())
            .collect();
        assert_eq!(rings.len(), 144, "each area has its ring at {tolerance}");
        assert!(rings.iter().all(|ring| ring.len() >= 3 && signed_area(ring) > 0.0), "at {tolerance}");
        let together: f64 = rings.iter().map(|ring| signed_area(ring)).sum();
        assert!((together - area_within_the_edge(&simplifier, tolerance)).abs() < 1e-9, "at {tolerance}");
        assert!(simplified.n_points() <= n_before, "no more points at {tolerance}");
        n_before = simplified.n_points();
        let sides: Vec<[Point; 2]> = (0..simplifier.topology().n_arcs())
            .flat_map(|arc| simplified.arc(arc).windows(2).map(|side| [side[0], side[1]]).collect::<Vec<_>>())
            .collect();
        for (index, &one) in sides.iter().enumerate() {
            let crossed = sides[index + 1..].iter().find(|&&other| crosses(one, other));
            assert_eq!(crossed, None, "{one:?} is crossed at {tolerance}");
        }
    }
}

/// A map of the invented region, by area.
fn invented_region(text: &str) -> Vec<Outline> {
    let map: serde_json::Value = serde_json::from_str(text).unwrap();
    let point = |point: &serde_json::Value| [point[0].as_f64().unwrap(), point[1].as_f64().unwrap()];
    let ring = |ring: &serde_json::Value| ring.as_array().unwrap().iter().map(point).collect::<Vec<Point>>();
    let polygon = |polygon: &serde_json::Value| polygon.as_array().unwrap().iter().map(ring).collect::<Vec<_>>();
    let outline = |feature: &serde_json::Value| {
        let (kind, coordinates) = (&feature["geometry"]["type"], &feature["geometry"]["coordinates"]);
        match kind.as_str().unwrap() {
            "Polygon" => Outline::from_rings([polygon(coordinates)]),
            "MultiPolygon" => Outline::from_rings(coordinates.as_array().unwrap().iter().map(polygon)),
            other => panic!("a {other} is no area"),
        }
    };
    map["features"].as_array().unwrap().iter().map(outline).collect()
}

#[test]
fn the_invented_region_stays_whole_at_every_level_and_tolerance() {
    for (text, n_areas) in [
        (include_str!("../../../../fixtures/voorbeeldstreek/sources/kaart_gemeenten_2024.geojson"), 3),
        (include_str!("../../../../fixtures/voorbeeldstreek/sources/kaart_wijken_2024.geojson"), 12),
        (include_str!("../../../../fixtures/voorbeeldstreek/sources/kaart_buurten_2024.geojson"), 120),
    ] {
        let outlines = invented_region(text);
        assert!(outlines.len() >= n_areas, "{} areas", outlines.len());
        let simplifier = Simplifier::new(Topology::new(&outlines).unwrap());
        for tolerance in [0.0, 0.0005, 0.002, 0.01, 0.1] {
            let simplified = simplifier.at(tolerance);
            assert!(
                (0..outlines.len()).all(|area| simplified.outline(area).area() > 0.0),
                "all are there at {tolerance}"
            );
            // With the islands that are left out: they are land that no neighbour gets.
            let whole = |area| simplifier.topology().outline_by(area, |arc| simplified.arc(arc), |_| true);
            let together: f64 = (0..outlines.len()).map(|area| whole(area).area()).sum();
            let edge = area_within_the_edge(&simplifier, tolerance).abs();
            assert!((together - edge).abs() < 1e-12, "{together} and {edge} at {tolerance}");
        }
    }
}

#[test]
fn at_zero_every_point_stays() {
    let outlines = mosaic(3, 4, 1);
    let simplifier = Simplifier::new(Topology::new(&outlines).unwrap());
    assert_eq!(simplifier.at(0.0).n_points(), simplifier.topology().points().len());
}

#[test]
fn a_point_does_not_go_over_a_neighbour_in_its_bay() {
    // The tip at (5, 0.1) is the flattest bend; the island beneath it would be run over.
    let coast = [[0.0, 2.0], [0.0, 0.0], [5.0, 0.1], [10.0, 0.0], [10.0, 2.0]];
    let island = [[4.9, 0.03], [5.1, 0.03], [5.0, 0.05]];
    let outlines = [Outline::from_rings([[coast.to_vec()]]), Outline::from_rings([[island.to_vec()]])];
    let with = Simplifier::new(Topology::new(&outlines).unwrap());
    assert!(with.at(0.8).outline(0).points().contains(&[5.0, 0.1]));
    let without = Simplifier::new(Topology::new(&outlines[..1]).unwrap());
    assert!(!without.at(0.8).outline(0).points().contains(&[5.0, 0.1]));
}

#[test]
fn small_islands_go_and_the_largest_part_of_an_area_stays_as_a_triangle_at_least() {
    let round = |x: f64, size: f64| -> Vec<Point> {
        (0..40)
            .map(|at| f64::from(at) * std::f64::consts::TAU / 40.0)
            .map(|angle| [x + size * libm::cos(angle), size * libm::sin(angle)])
            .collect()
    };
    let parts = Outline::from_rings([vec![round(0.0, 0.1)], vec![round(5.0, 0.2)], vec![round(9.0, 0.1)]]);
    let simplifier = Simplifier::new(Topology::new(&[parts]).unwrap());
    assert_eq!(simplifier.at(0.1).outline(0).polygons().len(), 3);
    let kept = simplifier.at(10.0).outline(0);
    assert_eq!(kept.polygons().len(), 1);
    assert!(kept.points().len() >= 3 && kept.area() > 0.0);
    assert!(kept.points().iter().all(|point| (point[0] - 5.0).abs() < 0.3));
}

proptest! {
    /// Rings in every way of touching: no panic, rings keep three points, and a tolerance asks for no more points.
    #[test]
    fn any_map_can_be_made_simpler(
        rings in proptest::collection::vec(proptest::collection::vec((0_u8..5, 0_u8..5), 3..12), 1..8)
    ) {
        let outline = |ring: &Vec<(u8, u8)>| {
            Outline::from_rings([[ring.iter().map(|&(x, y)| [f64::from(x), f64::from(y)])]])
        };
        let outlines: Vec<Outline> = rings.iter().map(outline).collect();
        let simplifier = Simplifier::new(Topology::new(&outlines).unwrap());
        for (area, outline) in outlines.iter().enumerate() {
            let simplified = simplifier.at(3.0).outline(area);
            prop_assert!(simplified.points().len() <= outline.points().len());
        }
    }

    #[test]
    fn areas_keep_adding_up_to_the_land(seed in any::<u64>(), tolerance in 0.0_f64..0.5) {
        let simplifier = Simplifier::new(Topology::new(&mosaic(4, 6, seed)).unwrap());
        let simplified = simplifier.at(tolerance);
        let together: f64 = (0..16).map(|area| simplified.outline(area).area()).sum();
        prop_assert!((together - area_within_the_edge(&simplifier, tolerance)).abs() < 1e-9);
    }
}
