// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What lies around areas: who touches whom, in which direction, and the lines that pictures are drawn from.
//!
//! In: the outlines of a level in the system of their map. Out: neighbours, centres, lines. Areas are neighbours when their
//! borders have a point in common; on a map that is not clean, when they come within a millimetre of each other.

use kapstok_share::snapshot::Outlines;
use kapstok_space::{Compass, Contiguity, Crs, Outline, Point, Topology, centre, direction};

use super::drawing::Drawing;

/// What lies around areas.
#[derive(Debug)]
pub(crate) struct Surroundings {
    contiguity: Option<Contiguity>,
    /// Longitude and latitude of a point within each area, `[n_areas]`.
    centres: Vec<Option<Point>>,
    /// None for a map of more points than can be numbered.
    pub(super) drawing: Option<Drawing>,
}

impl Surroundings {
    /// Works out neighbours, centres and lines together: all of them walk the same borders.
    pub(super) fn of(outlines: &Outlines, crs: Crs) -> Self {
        let outlines: Vec<Outline> = outlines.all().into_iter().map(Option::unwrap_or_default).collect();
        let centres: Vec<Option<Point>> =
            outlines.iter().map(|outline| centre(outline).and_then(|point| crs.to_lon_lat(point))).collect();
        let topology = Topology::new(&outlines).ok();
        Self {
            contiguity: topology.as_ref().map(|it| Contiguity::touching(&outlines, it, millimetre(crs)).0),
            drawing: topology.map(|topology| Drawing::new(topology, &outlines, crs, &centres)),
            centres,
        }
    }

    /// Longitude and latitude in degrees of a point within an area.
    pub(crate) fn centre(&self, area: usize) -> Option<Point> {
        self.centres.get(area).copied().flatten()
    }

    /// The areas that touch an area, rising.
    pub(crate) fn touching(&self, area: usize) -> &[u32] {
        self.contiguity.as_ref().map_or(&[], |contiguity| contiguity.of(area))
    }

    /// The areas that touch an area, each with the direction in which it lies: with the clock from the north, those
    /// without a direction last; of one direction in the order of the level.
    pub(crate) fn neighbours(&self, area: usize) -> Vec<(Option<Compass>, usize)> {
        let towards = |other: usize| direction(self.centre(area)?, self.centre(other)?);
        let touching = self.touching(area).iter().map(|other| *other as usize);
        let mut neighbours: Vec<(Option<Compass>, usize)> = touching.map(|other| (towards(other), other)).collect();
        neighbours.sort_unstable_by_key(|(compass, other)| (compass.is_none(), *compass, *other));
        neighbours
    }
}

/// A millimetre in the unit of a map.
fn millimetre(crs: Crs) -> f64 {
    match crs {
        Crs::Crs84 | Crs::Wgs84 | Crs::Etrs89 => 1e-8,
        Crs::Rd | Crs::WebMercator => 1e-3,
    }
}

/// The word of a direction, in answers and as a part of the keys of the texts.
pub(crate) fn compass_word(compass: Compass) -> &'static str {
    match compass {
        Compass::North => "north",
        Compass::NorthEast => "north-east",
        Compass::East => "east",
        Compass::SouthEast => "south-east",
        Compass::South => "south",
        Compass::SouthWest => "south-west",
        Compass::West => "west",
        Compass::NorthWest => "north-west",
    }
}
