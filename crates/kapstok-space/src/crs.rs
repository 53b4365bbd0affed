// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Coordinate systems: their names on the web, the order of their axes, and the way between them.
//!
//! In: a URI, or points in one system. Out: a [`Crs`], or the points in another.
//! Invariant: a point in a system has the axis order that the system's own definition states, also where
//! programs like to turn it; no point comes out that is not finite.
//! Not here: other systems; an unknown name is an error, never a guess.

use std::fmt;
use std::str::FromStr;

use crate::{Bounds, Point, mercator, rd};

/// A coordinate system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Crs {
    /// Longitude, latitude in degrees; what web maps and GeoJSON hold.
    Crs84,
    /// EPSG:4326: as [`Crs::Crs84`], with the latitude first.
    Wgs84,
    /// EPSG:4258, the European system: latitude, longitude. One with WGS 84 here; see [`rd`].
    Etrs89,
    /// EPSG:28992, the Dutch grid: x, y in metres.
    Rd,
    /// EPSG:3857, the plane of web maps: x, y in its metres.
    WebMercator,
}

/// Which number of a point comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisOrder {
    /// To the east, then to the north.
    EastNorth,
    /// To the north, then to the east.
    NorthEast,
}

/// A name of no system that is known here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown coordinate system `{found}`")]
pub struct UnknownCrs {
    /// The name as it came.
    pub found: String,
}

impl Crs {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Crs84, Self::Wgs84, Self::Etrs89, Self::Rd, Self::WebMercator];

    /// The URI that the OGC gave it.
    pub fn uri(self) -> &'static str {
        match self {
            Self::Crs84 => "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            Self::Wgs84 => "http://www.opengis.net/def/crs/EPSG/0/4326",
            Self::Etrs89 => "http://www.opengis.net/def/crs/EPSG/0/4258",
            Self::Rd => "http://www.opengis.net/def/crs/EPSG/0/28992",
            Self::WebMercator => "http://www.opengis.net/def/crs/EPSG/0/3857",
        }
    }

    /// The system with a number in the EPSG register.
    pub fn from_epsg(code: u32) -> Option<Self> {
        match code {
            4326 => Some(Self::Wgs84),
            4258 => Some(Self::Etrs89),
            28992 => Some(Self::Rd),
            3857 => Some(Self::WebMercator),
            _ => None,
        }
    }

    /// The system of a map whose coordinates stand as files hold them: to the east first, whatever the definition of
    /// its number in the EPSG register says. Both numbers in degrees are [`Crs::Crs84`] then.
    ///
    /// # Examples
    /// ```
    /// use kapstok_space::Crs;
    /// assert_eq!([4326, 4258].map(Crs::east_first), [Some(Crs::Crs84); 2]);
    /// assert_eq!(Crs::east_first(27_700), None, "a system that is not known here");
    /// ```
    pub fn east_first(code: u32) -> Option<Self> {
        match code {
            4326 | 4258 => Some(Self::Crs84),
            code => Self::from_epsg(code),
        }
    }

    /// Its number in the EPSG register; CRS84 has none.
    pub fn epsg(self) -> Option<u32> {
        match self {
            Self::Crs84 => None,
            Self::Wgs84 => Some(4326),
            Self::Etrs89 => Some(4258),
            Self::Rd => Some(28992),
            Self::WebMercator => Some(3857),
        }
    }

    /// Which of its numbers comes first.
    pub fn axis_order(self) -> AxisOrder {
        match self {
            Self::Crs84 | Self::Rd | Self::WebMercator => AxisOrder::EastNorth,
            Self::Wgs84 | Self::Etrs89 => AxisOrder::NorthEast,
        }
    }

    /// Longitude and latitude in degrees of a point of this system; `None` where there is none.
    pub fn to_lon_lat(self, point: Point) -> Option<Point> {
        let [longitude, latitude] = match self {
            Self::Crs84 => point,
            Self::Wgs84 | Self::Etrs89 => [point[1], point[0]],
            Self::Rd => rd::to_lon_lat(point),
            Self::WebMercator => mercator::to_lon_lat(point),
        };
        (longitude.is_finite() && latitude.abs() <= 90.0).then_some([longitude, latitude])
    }

    /// The point in this system of a longitude and latitude in degrees; `None` where there is none.
    pub fn from_lon_lat(self, [longitude, latitude]: Point) -> Option<Point> {
        if !longitude.is_finite() || latitude.is_nan() || latitude.abs() > 90.0 {
            return None;
        }
        let point = match self {
            Self::Crs84 => [longitude, latitude],
            Self::Wgs84 | Self::Etrs89 => [latitude, longitude],
            Self::Rd => rd::from_lon_lat([longitude, latitude]),
            Self::WebMercator => mercator::from_lon_lat([longitude, latitude]),
        };
        point.iter().all(|number| number.is_finite()).then_some(point)
    }

    /// A point of this system in another; the very same numbers where nothing but their order differs.
    pub fn transform(self, to: Self, point: Point) -> Option<Point> {
        if self == to {
            return point.iter().all(|number| number.is_finite()).then_some(point);
        }
        to.from_lon_lat(self.to_lon_lat(point)?)
    }

    /// A box around all points of a box, in another system. A straight side becomes a curve there, so points
    /// along the sides are looked at; `None` where one of them has no place there.
    pub fn transform_bounds(self, to: Self, bounds: &Bounds) -> Option<Bounds> {
        if self == to {
            return Some(*bounds);
        }
        const PIECES: u32 = 20;
        let (min, max) = (bounds.min(), bounds.max());
        // The corners themselves, not what comes out of a sum.
        let along = |axis: usize, piece: u32| match piece {
            0 => min[axis],
            PIECES => max[axis],
            _ => min[axis] + (max[axis] - min[axis]) * f64::from(piece) / f64::from(PIECES),
        };
        let sides = (0..=PIECES).flat_map(|piece| {
            let (x, y) = (along(0, piece), along(1, piece));
            [[x, min[1]], [x, max[1]], [min[0], y], [max[0], y]]
        });
        let moved: Option<Vec<Point>> = sides.map(|point| self.transform(to, point)).collect();
        Bounds::around(moved?)
    }
}

/// Its URI.
impl fmt::Display for Crs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.uri())
    }
}

/// From a URI of the OGC, with or without the version of the register, or `EPSG:28992`, `OGC:CRS84`.
impl FromStr for Crs {
    type Err = UnknownCrs;

    fn from_str(text: &str) -> Result<Self, UnknownCrs> {
        let unknown = || UnknownCrs { found: text.to_owned() };
        let uri = ["http://www.opengis.net/def/crs/", "https://www.opengis.net/def/crs/"];
        let parts = match uri.iter().find_map(|start| text.strip_prefix(start)) {
            Some(rest) => {
                let mut parts = rest.split('/');
                match (parts.next(), parts.next(), parts.next(), parts.next()) {
                    (Some(authority), Some(_version), Some(code), None) => Some((authority, code)),
                    _ => None,
                }
            }
            None => text.split_once(':'),
        };
        match parts.ok_or_else(unknown)? {
            ("OGC", "CRS84") => Ok(Self::Crs84),
            // No sign and no leading zero: one system has one name.
            ("EPSG", code) if code.starts_with(|first: char| first.is_ascii_digit() && first != '0') => {
                code.parse().ok().and_then(Self::from_epsg).ok_or_else(unknown)
            }
            _ => Err(unknown()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Crs;
    use crate::Bounds;

    #[test]
    fn a_uri_is_read_back_and_what_is_unknown_is_refused() {
        for crs in Crs::ALL {
            assert_eq!(crs.to_string().parse(), Ok(crs));
            assert_eq!(crs.epsg().and_then(Crs::from_epsg).unwrap_or(Crs::Crs84), crs);
        }
        for (text, crs) in [
            ("http://www.opengis.net/def/crs/EPSG/9.9.1/28992", Crs::Rd),
            ("EPSG:4258", Crs::Etrs89),
            ("OGC:CRS84", Crs::Crs84),
        ] {
            assert_eq!(text.parse(), Ok(crs), "{text}");
        }
        let unknown =
            ["", "28992", "EPSG:028992", "EPSG:+4326", "epsg:28992", "http://www.opengis.net/def/crs/EPSG/0/28992/"];
        for text in unknown {
            assert!(text.parse::<Crs>().is_err(), "{text}");
        }
    }

    #[test]
    fn degrees_are_the_same_numbers_in_another_order() {
        assert_eq!(Crs::Crs84.transform(Crs::Etrs89, [5.387203657, 52.155172897]), Some([52.155172897, 5.387203657]));
        assert_eq!(Crs::Wgs84.transform(Crs::Etrs89, [52.0, 5.0]), Some([52.0, 5.0]));
        assert_eq!(Crs::Wgs84.transform(Crs::Crs84, [91.0, 5.0]), None, "no such latitude");
        assert_eq!(Crs::Crs84.transform(Crs::Rd, [f64::NAN, 5.0]), None);
    }

    #[test]
    fn a_box_holds_all_its_points_in_another_system_too() {
        let netherlands = Bounds::new([13_000.0, 306_000.0], [278_000.0, 620_000.0]).unwrap();
        let degrees = Crs::Rd.transform_bounds(Crs::Crs84, &netherlands).unwrap();
        // The north side bends: its middle lies further north than its corners.
        let [_, middle] = Crs::Rd.to_lon_lat([155_000.0, 620_000.0]).unwrap();
        let [_, corner] = Crs::Rd.to_lon_lat([13_000.0, 620_000.0]).unwrap();
        assert!(middle > corner + 0.01 && degrees.max()[1] >= middle - 1e-4);
        let turned = Crs::Rd.transform_bounds(Crs::Wgs84, &netherlands).unwrap();
        assert_eq!(turned.min(), [degrees.min()[1], degrees.min()[0]]);
    }
}
