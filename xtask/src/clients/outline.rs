// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Outlines of a GeoJSON map, read apart from the product: their bounds, and which of them have a point in a box.
//!
//! Invariant: nothing of `kapstok-space` is used, for it is what is being checked.

use serde_json::Value;

/// West, south, east, north.
pub(super) type Box4 = [f64; 4];

/// The rings of a feature, exteriors and holes alike.
pub(super) fn rings(feature: &Value) -> Vec<Vec<[f64; 2]>> {
    let mut rings = Vec::new();
    gather(&feature["geometry"]["coordinates"], &mut rings);
    rings
}

fn gather(value: &Value, rings: &mut Vec<Vec<[f64; 2]>>) {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    if items.first().is_some_and(|first| first[0].is_number()) {
        rings.push(items.iter().filter_map(|point| Some([point[0].as_f64()?, point[1].as_f64()?])).collect());
    } else {
        items.iter().for_each(|item| gather(item, rings));
    }
}

/// The smallest box around rings.
pub(super) fn bounds(rings: &[Vec<[f64; 2]>]) -> Box4 {
    rings.iter().flatten().fold([f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY], |it, point| {
        [it[0].min(point[0]), it[1].min(point[1]), it[2].max(point[0]), it[3].max(point[1])]
    })
}

/// Whether an outline has a point in common with a box: a side of it goes through the box, or the box lies within.
pub(super) fn meets(rings: &[Vec<[f64; 2]>], asked: Box4) -> bool {
    let sides = || rings.iter().flat_map(|ring| ring.windows(2));
    sides().any(|side| crosses(side[0], side[1], asked)) || {
        let [x, y] = [asked[0], asked[1]];
        let right_of = |side: &&[[f64; 2]]| {
            let ([ax, ay], [bx, by]) = (side[0], side[1]);
            (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
        };
        sides().filter(right_of).count() % 2 == 1
    }
}

/// Whether a part of a side lies in a box (Liang and Barsky).
fn crosses(from: [f64; 2], to: [f64; 2], asked: Box4) -> bool {
    let (mut first, mut last) = (0.0_f64, 1.0_f64);
    for axis in 0..2 {
        let (low, high, step) = (asked[axis] - from[axis], asked[axis + 2] - from[axis], to[axis] - from[axis]);
        if step == 0.0 {
            if low > 0.0 || high < 0.0 {
                return false;
            }
            continue;
        }
        let (one, other) = (low / step, high / step);
        first = first.max(one.min(other));
        last = last.min(one.max(other));
    }
    first <= last
}

#[cfg(test)]
mod tests {
    use super::{bounds, meets, rings};

    #[test]
    fn a_box_meets_an_outline_that_it_crosses_holds_or_lies_in_and_not_one_whose_hole_it_lies_in() {
        let ring =
            |low: f64, high: f64| serde_json::json!([[low, low], [high, low], [high, high], [low, high], [low, low]]);
        let feature = serde_json::json!({ "geometry": { "coordinates": [[ring(0.0, 10.0), ring(4.0, 6.0)]] } });
        let rings = rings(&feature);
        assert_eq!(bounds(&rings), [0.0, 0.0, 10.0, 10.0]);
        let cases = [
            ([-1.0, -1.0, 11.0, 11.0], true),
            ([1.0, 1.0, 2.0, 2.0], true),
            ([9.0, 9.0, 12.0, 12.0], true),
            ([4.5, 4.5, 5.5, 5.5], false),
            ([10.5, 0.0, 12.0, 10.0], false),
            ([4.5, -1.0, 5.0, 11.0], true),
        ];
        for (asked, expected) in cases {
            assert_eq!(meets(&rings, asked), expected, "{asked:?}");
        }
    }
}
