// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! In which direction an area lies, for sentences and for arrow keys.
//!
//! In: centres in longitude and latitude. Out: one of eight directions; the neighbour that lies most in one.
//! Degrees of longitude are shortened by the cosine of the latitude between the two, so a direction is that
//! of a local map. Not here: the 180th meridian.

use crate::{Contiguity, Point};

/// A direction, of a wind rose of eight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Compass {
    /// North.
    North,
    /// Between north and east.
    NorthEast,
    /// East.
    East,
    /// Between south and east.
    SouthEast,
    /// South.
    South,
    /// Between south and west.
    SouthWest,
    /// West.
    West,
    /// Between north and west.
    NorthWest,
}

impl Compass {
    /// All of them, with the clock from the north.
    pub const ALL: [Self; 8] = [
        Self::North,
        Self::NorthEast,
        Self::East,
        Self::SouthEast,
        Self::South,
        Self::SouthWest,
        Self::West,
        Self::NorthWest,
    ];

    /// A step of length 1 in this direction, to the east and to the north.
    fn step(self) -> Point {
        const SLANTED: f64 = std::f64::consts::FRAC_1_SQRT_2;
        match self {
            Self::North => [0.0, 1.0],
            Self::NorthEast => [SLANTED, SLANTED],
            Self::East => [1.0, 0.0],
            Self::SouthEast => [SLANTED, -SLANTED],
            Self::South => [0.0, -1.0],
            Self::SouthWest => [-SLANTED, -SLANTED],
            Self::West => [-1.0, 0.0],
            Self::NorthWest => [-SLANTED, SLANTED],
        }
    }
}

/// The way from one point to another, in degrees of latitude to the east and to the north.
fn way(from: Point, to: Point) -> Point {
    let latitude = (from[1] + to[1]) / 2.0;
    [(to[0] - from[0]) * libm::cos(latitude.to_radians()), to[1] - from[1]]
}

/// In which direction `to` lies as seen from `from`, both longitude and latitude; halfway between two directions
/// the one on the axis. `None` where the two are one point, or one is no point.
pub fn direction(from: Point, to: Point) -> Option<Compass> {
    let [east, north] = way(from, to);
    // The tangent of 22.5 degrees: half of an eighth of the rose.
    const HALF: f64 = std::f64::consts::SQRT_2 - 1.0;
    if !east.is_finite() || !north.is_finite() || (east == 0.0 && north == 0.0) {
        return None;
    }
    let along_north = east.abs() <= HALF * north.abs();
    let along_east = north.abs() <= HALF * east.abs();
    Some(match (along_north, along_east, north > 0.0, east > 0.0) {
        (true, _, true, _) => Compass::North,
        (true, _, false, _) => Compass::South,
        (false, true, _, true) => Compass::East,
        (false, true, _, false) => Compass::West,
        (false, false, true, true) => Compass::NorthEast,
        (false, false, true, false) => Compass::NorthWest,
        (false, false, false, true) => Compass::SouthEast,
        (false, false, false, false) => Compass::SouthWest,
    })
}

/// The neighbour of an area that lies most in a direction: with the smallest angle to it, then the nearest, then
/// the first. `None` where none lies within a right angle, or the area has no centre.
///
/// * `centres`: by area, longitude and latitude.
pub fn neighbour_towards(
    contiguity: &Contiguity,
    centres: &[Option<Point>],
    area: usize,
    towards: Compass,
) -> Option<usize> {
    let from = (*centres.get(area)?)?;
    let step = towards.step();
    let mut best: Option<(f64, f64, usize)> = None;
    for &neighbour in contiguity.of(area) {
        let Some(to) = centres.get(neighbour as usize).copied().flatten() else { continue };
        let way = way(from, to);
        let length = (way[0] * way[0] + way[1] * way[1]).sqrt();
        let cosine = (way[0] * step[0] + way[1] * step[1]) / length;
        let nearer = best.is_none_or(|(most, least, _)| cosine > most || (cosine == most && length < least));
        // Not for a cosine that is no number: two centres in one point.
        if cosine > 1e-9 && nearer {
            best = Some((cosine, length, neighbour as usize));
        }
    }
    best.map(|(_, _, neighbour)| neighbour)
}

#[cfg(test)]
mod tests {
    use super::{Compass, direction, neighbour_towards};
    use crate::{Contiguity, Outline, Topology, Touch, centre};

    #[test]
    fn a_direction_is_that_of_a_local_map() {
        let amersfoort = [5.387, 52.155];
        let cases = [
            ("Zwolle", [6.094, 52.513], Compass::NorthEast),
            ("Utrecht", [5.121, 52.091], Compass::West),
            ("Amsterdam", [4.895, 52.370], Compass::NorthWest),
            ("Maastricht", [5.691, 50.851], Compass::South),
            ("Arnhem", [5.898, 51.985], Compass::SouthEast),
        ];
        for (name, to, expected) in cases {
            assert_eq!(direction(amersfoort, to), Some(expected), "{name}");
        }
        // In plain degrees this would be the north-east: 1.1 to the east, 2.0 to the north.
        assert_eq!(direction([5.0, 70.0], [6.1, 72.0]), Some(Compass::North));
        assert_eq!(direction(amersfoort, amersfoort), None);
        assert_eq!(direction(amersfoort, [f64::NAN, 0.0]), None);
    }

    #[test]
    fn each_step_of_the_rose_has_its_own_direction() {
        for compass in Compass::ALL {
            let [east, north] = compass.step();
            assert_eq!(direction([0.0, 0.0], [east, north]), Some(compass));
        }
    }

    #[test]
    fn an_arrow_key_goes_to_the_neighbour_that_lies_most_that_way() {
        // 6 7 8
        // 3 4 5
        // 0 1 2
        let square = |at: u32| {
            let (x, y) = (f64::from(at % 3) / 10.0, f64::from(at / 3) / 10.0);
            Outline::from_rings([[[[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y + 0.1]]]])
        };
        // Corners by one formula, so that they are one point; the sums above may differ in the last bit.
        let round = |outline: Outline| outline.map_points(|point| point.map(|number| (number * 10.0).round() / 10.0));
        let outlines: Vec<Outline> = (0..9).map(square).map(round).collect();
        let contiguity = Contiguity::new(&Topology::new(&outlines).unwrap(), Touch::Queen);
        let mut centres: Vec<_> = outlines.iter().map(centre).collect();
        let reached = Compass::ALL.map(|compass| neighbour_towards(&contiguity, &centres, 4, compass));
        assert_eq!(reached, [7, 8, 5, 2, 1, 0, 3, 6].map(Some));
        assert_eq!(neighbour_towards(&contiguity, &centres, 8, Compass::North), None, "the edge of the map");
        centres[4] = None;
        // Without a centre it is passed over. Of 7 and 1, both aslant, 1 lies more to the east: a degree is longer there.
        assert_eq!(neighbour_towards(&contiguity, &centres, 3, Compass::East), Some(1));
        assert_eq!(neighbour_towards(&contiguity, &centres, 4, Compass::East), None);
    }
}
