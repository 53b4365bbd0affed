// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Web Mercator (EPSG:3857), the plane of web maps.
//!
//! In: longitude and latitude in degrees. Out: metres from where the equator meets Greenwich, or back.
//! Invariant: latitudes beyond [`MAX_LATITUDE`] lie on the edge of the map; same input, same bits.
//! Not here: lengths and areas: away from the equator this plane stretches both.
//!
//! Source: IOGP, *Geomatics guidance note 7-2*, method 1024 (Popular Visualisation Pseudo Mercator).

use std::f64::consts::PI;

use crate::Point;

/// Metres from the middle of the map to its edge.
pub const HALF_SIDE: f64 = PI * RADIUS;

/// Degrees north or south at which the map ends, so that it is a square.
pub const MAX_LATITUDE: f64 = 85.051_128_779_806_59;

const RADIUS: f64 = 6_378_137.0;

/// Metres of a longitude and latitude.
pub fn from_lon_lat([longitude, latitude]: Point) -> Point {
    let sine = libm::sin(latitude.clamp(-MAX_LATITUDE, MAX_LATITUDE).to_radians());
    [RADIUS * longitude.to_radians(), RADIUS * libm::atanh(sine)]
}

/// Longitude and latitude of metres.
pub fn to_lon_lat([x, y]: Point) -> Point {
    [(x / RADIUS).to_degrees(), libm::atan(libm::sinh(y / RADIUS)).to_degrees()]
}

#[cfg(test)]
mod tests {
    use super::{HALF_SIDE, from_lon_lat, to_lon_lat};

    #[test]
    fn the_example_of_the_guidance_note_comes_out() {
        // 24°22'54.433"N 100°20'00.000"W: E = -11169055.58 m, N = 2800000.00 m.
        let latitude = 24.0 + 22.0 / 60.0 + 54.433 / 3600.0;
        let [x, y] = from_lon_lat([-100.0 - 20.0 / 60.0, latitude]);
        assert!((x + 11_169_055.58).abs() < 0.01 && (y - 2_800_000.0).abs() < 0.02, "{x} {y}");
        let [longitude, back] = to_lon_lat([x, y]);
        assert!((longitude + 100.333_333_333_333).abs() < 1e-11 && (back - latitude).abs() < 1e-11);
    }

    #[test]
    fn the_map_is_a_square_and_the_pole_lies_on_its_edge() {
        let [x, y] = from_lon_lat([180.0, 90.0]);
        assert_eq!(x, HALF_SIDE);
        assert!((y - HALF_SIDE).abs() < 1e-6);
    }
}
