// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The outline of an area as GeoJSON, in the coordinate system that was asked for.
//!
//! In: an outline. Out: a MultiPolygon, or `null` where it has no place in that system. Invariant: rings are closed, exteriors run against the
//! clock and holes with it (RFC 7946, section 3.1.6), whatever the map did; the axes stand in the order of the system's
//! own definition, as OGC API Features part 2 asks.

use kapstok_space::{AxisOrder, Crs, Outline, Point, Polygon, signed_area};

use super::json::{coordinate, list};

/// Decimals of a coordinate: a centimetre.
fn decimals(crs: Crs) -> u32 {
    match crs {
        Crs::Crs84 | Crs::Wgs84 | Crs::Etrs89 => 7,
        Crs::Rd | Crs::WebMercator => 2,
    }
}

/// Writes an outline: always a MultiPolygon, for readers take the type of a layer from the first features that they see.
pub(crate) fn write(out: &mut String, outline: Option<&Outline>, from: Crs, to: Crs) {
    let moved = outline.and_then(|outline| outline.try_map_points(|point| from.transform(to, point)));
    let Some(moved) = moved.filter(|outline| !outline.is_empty()) else { return out.push_str("null") };
    let decimals = decimals(to);
    out.push_str("{\"type\":\"MultiPolygon\",\"coordinates\":");
    list(out, moved.polygons(), |out, polygon| rings(out, polygon, to, decimals));
    out.push('}');
}

fn rings(out: &mut String, polygon: Polygon<'_>, crs: Crs, decimals: u32) {
    list(out, polygon.rings().enumerate(), |out, (place, ring)| {
        // Where the north stands first a ring turns the other way than on the ground.
        let against_the_clock = (signed_area(ring) > 0.0) == (crs.axis_order() == AxisOrder::EastNorth);
        match against_the_clock == (place == 0) {
            true => points(out, ring.iter().chain(ring.first()), decimals),
            false => points(out, ring.iter().rev().chain(ring.last()), decimals),
        }
    });
}

fn points<'a>(out: &mut String, points: impl Iterator<Item = &'a Point>, decimals: u32) {
    list(out, points, |out, [one, other]| {
        out.push('[');
        coordinate(out, *one, decimals);
        out.push(',');
        coordinate(out, *other, decimals);
        out.push(']');
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_closed_and_turned_and_axes_stand_as_the_system_says() {
        let square = |from: f64, to: f64| vec![[from, from], [from, to], [to, to], [to, from]];
        let outline = Outline::from_rings([vec![square(50.0, 54.0), square(51.0, 52.0)]]);
        let written = |outline: Option<&Outline>, to| {
            let mut out = String::new();
            write(&mut out, outline, Crs::Crs84, to);
            out
        };
        // Drawn with the clock: the exterior is turned, the hole is not.
        let plain = "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[54,50],[54,54],[50,54],[50,50],[54,50]],\
            [[51,51],[51,52],[52,52],[52,51],[51,51]]]]}";
        assert_eq!(written(Some(&outline), Crs::Crs84), plain);
        let turned = written(Some(&outline), Crs::Etrs89);
        assert!(turned.contains("\"coordinates\":[[[[50,54],[54,54],"), "{turned}");
        let two = Outline::from_rings([[square(1.0, 2.0)], [square(3.0, 4.0)]]);
        assert!(written(Some(&two), Crs::Crs84).starts_with("{\"type\":\"MultiPolygon\",\"coordinates\":[[[["));
        assert_eq!(written(None, Crs::Rd), "null");
    }
}
