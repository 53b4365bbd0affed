// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A plane in which every area has its own size.
//!
//! In: longitude and latitude in degrees. Out: metres to the east of Greenwich and north of the equator in the
//! cylindrical projection of Lambert. Invariant: areas are those of the ellipsoid of WGS 84; shapes are not, so this
//! is for measuring alone. A straight line here is not one on another map; over the length of a side that is nothing
//! that one measures.

use crate::Point;

const EQUATOR_M: f64 = 6_378_137.0;
const ECCENTRICITY: f64 = 0.081_819_190_842_621_5;

/// Where a point lies in that plane.
///
/// # Source
/// Snyder, *Map Projections: A Working Manual* (1987), equations 3-12, 10-14 and 10-15, with the equator as standard
/// parallel.
pub fn equal_area([longitude, latitude]: Point) -> Point {
    let (e, sine) = (ECCENTRICITY, libm::sin(latitude.to_radians()));
    let logarithm = libm::log((1.0 - e * sine) / (1.0 + e * sine)) / (2.0 * e);
    let q = (1.0 - e * e) * (sine / (1.0 - e * e * sine * sine) - logarithm);
    [EQUATOR_M * longitude.to_radians(), EQUATOR_M * q / 2.0]
}

#[cfg(test)]
mod tests {
    use super::equal_area;

    #[test]
    fn the_whole_earth_has_its_size() {
        let [east, north] = equal_area([180.0, 90.0]);
        // NGA, WGS 84: 510,065,621.724 square kilometres.
        assert!((4.0 * east * north / 1e6 - 510_065_621.724).abs() < 0.01, "{}", 4.0 * east * north / 1e6);
        assert_eq!(equal_area([0.0, 0.0]), [0.0, 0.0]);
    }
}
