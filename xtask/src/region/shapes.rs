// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Outlines of areas out of outlines of blocks, and how they stand in a GeoJSON file.
//!
//! Invariant: blocks share their points, so a line between two blocks of one area is there once in each
//! direction and falls out; what stays is the outline. Outer rings counter-clockwise, holes clockwise.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Longitude and latitude, millionths of a degree.
pub(super) type Point = (i64, i64);
/// A closed line; the first point is not repeated.
pub(super) type Ring = Vec<Point>;

/// An outer ring, then its holes.
pub(super) type Polygon = Vec<Ring>;

/// The outline of some blocks together.
pub(super) fn dissolve(rings: &[&Ring]) -> Vec<Polygon> {
    let mut lines: BTreeSet<(Point, Point)> = BTreeSet::new();
    for ring in rings {
        for (&from, &to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            if !lines.remove(&(to, from)) {
                lines.insert((from, to));
            }
        }
    }
    let mut next: BTreeMap<Point, Vec<Point>> = BTreeMap::new();
    for (from, to) in lines {
        next.entry(from).or_default().push(to);
    }
    let mut closed: Vec<Ring> = Vec::new();
    while let Some((&start, _)) = next.first_key_value() {
        let (mut ring, mut previous, mut here) = (Vec::new(), None, start);
        loop {
            ring.push(here);
            let Some(ways) = next.get_mut(&here) else { break };
            let choice = match previous {
                Some(previous) => hugging(previous, here, ways),
                None => 0,
            };
            let there = ways.swap_remove(choice);
            if ways.is_empty() {
                next.remove(&here);
            }
            (previous, here) = (Some(here), there);
            if here == start {
                break;
            }
        }
        closed.push(ring);
    }
    nest(closed)
}

/// Of several ways on, the first one clockwise from where we came: it keeps the same land on the left.
fn hugging(previous: Point, here: Point, ways: &[Point]) -> usize {
    let angle = |to: Point| libm::atan2((to.1 - here.1) as f64, (to.0 - here.0) as f64);
    let back = angle(previous);
    let turn = |to: Point| (back - angle(to)).rem_euclid(2.0 * std::f64::consts::PI);
    (0..ways.len()).min_by(|&left, &right| turn(ways[left]).total_cmp(&turn(ways[right]))).unwrap_or(0)
}

/// Twice the surface; below 0 when clockwise.
pub(super) fn doubled_surface(ring: &Ring) -> i64 {
    let origin = ring.first().copied().unwrap_or_default();
    let at = |p: &Point| (p.0 - origin.0, p.1 - origin.1);
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| at(a).0 * at(b).1 - at(b).0 * at(a).1).sum()
}

/// Puts every hole into the smallest outer ring around it.
fn nest(rings: Vec<Ring>) -> Vec<Polygon> {
    let (outer, holes): (Vec<Ring>, Vec<Ring>) = rings.into_iter().partition(|ring| doubled_surface(ring) > 0);
    let mut polygons: Vec<Polygon> = outer.into_iter().map(|ring| vec![ring]).collect();
    for hole in holes {
        let around = polygons.iter_mut().filter(|polygon| surrounds(&polygon[0], &hole));
        if let Some(polygon) = around.min_by_key(|polygon| doubled_surface(&polygon[0])) {
            polygon.push(hole);
        }
    }
    polygons
}

fn surrounds(outer: &Ring, hole: &Ring) -> bool {
    let box_of = |ring: &Ring| {
        let xs = ring.iter().map(|p| p.0);
        let ys = ring.iter().map(|p| p.1);
        (xs.clone().min(), xs.max(), ys.clone().min(), ys.max())
    };
    let (out, inside) = (box_of(outer), box_of(hole));
    out.0 <= inside.0 && out.1 >= inside.1 && out.2 <= inside.2 && out.3 >= inside.3
}

/// One feature: its properties as JSON text without braces, and its outline.
pub(super) struct Feature {
    pub(super) properties: String,
    pub(super) outline: Vec<Polygon>,
}

/// A GeoJSON file, one feature a line.
pub(super) fn geojson(title: &str, features: &[Feature]) -> String {
    let mut text = format!("{{\"type\":\"FeatureCollection\",\"name\":\"{title}\",\"features\":[\n");
    for (position, feature) in features.iter().enumerate() {
        let comma = if position + 1 < features.len() { "," } else { "" };
        let geometry = match feature.outline.as_slice() {
            [polygon] => format!("{{\"type\":\"Polygon\",\"coordinates\":{}}}", polygon_json(polygon)),
            polygons => {
                let parts: Vec<String> = polygons.iter().map(polygon_json).collect();
                format!("{{\"type\":\"MultiPolygon\",\"coordinates\":[{}]}}", parts.join(","))
            }
        };
        let properties = &feature.properties;
        text.push_str(&format!(
            "{{\"type\":\"Feature\",\"properties\":{{{properties}}},\"geometry\":{geometry}}}{comma}\n"
        ));
    }
    text.push_str("]}\n");
    text
}

fn polygon_json(polygon: &Polygon) -> String {
    let rings: Vec<String> = polygon.iter().map(ring_json).collect();
    format!("[{}]", rings.join(","))
}

fn ring_json(ring: &Ring) -> String {
    let mut text = String::from("[");
    for (position, point) in ring.iter().chain(ring.first()).enumerate() {
        let comma = if position > 0 { "," } else { "" };
        // Writing to a text cannot fail.
        let _ = write!(text, "{comma}[{},{}]", degrees(point.0), degrees(point.1));
    }
    text.push(']');
    text
}

/// Millionths of a degree as degrees, without zeros at the end.
fn degrees(millionths: i64) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let text = format!("{sign}{}.{:06}", millionths.abs() / 1_000_000, millionths.abs() % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: i64, y: i64) -> Ring {
        vec![(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]
    }

    #[test]
    fn a_line_between_two_blocks_falls_out() {
        let outline = dissolve(&[&square(0, 0), &square(1, 0)]);
        assert_eq!(outline.len(), 1);
        assert_eq!((outline[0].len(), doubled_surface(&outline[0][0])), (1, 4));
    }

    #[test]
    fn eight_blocks_around_nothing_leave_a_hole_and_a_block_at_a_corner_is_a_part_of_its_own() {
        let around: Vec<Ring> =
            (0..9).filter(|n| *n != 4).map(|n| square(n % 3, n / 3)).chain([square(3, 3)]).collect();
        let mut outline = dissolve(&around.iter().collect::<Vec<_>>());
        outline.sort_by_key(|polygon| -doubled_surface(&polygon[0]));
        let surfaces: Vec<Vec<i64>> =
            outline.iter().map(|polygon| polygon.iter().map(doubled_surface).collect()).collect();
        assert_eq!(surfaces, [vec![18, -2], vec![2]]);
    }

    #[test]
    fn degrees_keep_their_six_decimals_and_no_more() {
        assert_eq!(
            (degrees(3_050_000), degrees(-1), degrees(2_000_000)),
            ("3.05".into(), "-0.000001".into(), "2".into())
        );
    }
}
