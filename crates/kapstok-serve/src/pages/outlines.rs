// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The map of a level as pages need it: who touches whom, where areas lie, simpler outlines.
//!
//! In: outlines of a snapshot. Out: [`LevelMap`]. An outline that cannot be read is an area without one.

use std::sync::OnceLock;

use kapstok_share::snapshot::Level;
use kapstok_space::{
    Bounds, Compass, Contiguity, Crs, Outline, Point, Simplifier, Topology, centre, direction, signed_area, wkb,
};

use crate::touching::touching;

/// How many steps there are from a picture of everything to one of a hamlet.
const N_SCALES: usize = 10;

/// The map of a level.
#[derive(Debug)]
pub(crate) struct LevelMap {
    contiguity: Contiguity,
    /// Longitude and latitude.
    centres: Vec<Option<Point>>,
    simplifier: Simplifier,
    bounds: Vec<Option<Bounds>>,
    /// Outlines of all areas, each time half as coarse; made with the first picture that needs them.
    simpler: [OnceLock<Vec<Outline>>; N_SCALES],
    /// What a step to the east is worth beside one to the north.
    east: f64,
}

impl LevelMap {
    /// Reads the outlines of a level; `None` where it has no map.
    pub(crate) fn new(level: &Level) -> Option<Self> {
        let outlines = level.outlines()?;
        let (crs, is_in_degrees) = match outlines.srs {
            4326 | 4258 => (Crs::Crs84, true),
            other => (Crs::from_epsg(other)?, false),
        };
        let read = |bytes: &Option<Box<[u8]>>| bytes.as_ref().and_then(|it| wkb::read(it).ok()).unwrap_or_default();
        let outlines: Vec<Outline> = outlines.wkb.iter().map(read).collect();
        let to_lon_lat = |point: Point| crs.to_lon_lat(point);
        let centres: Vec<Option<Point>> = outlines.iter().map(|it| centre(it).and_then(to_lon_lat)).collect();
        let topology = Topology::new(&outlines).ok()?;
        let latitude = centres
            .iter()
            .flatten()
            .map(|[_, latitude]| *latitude)
            .fold((0.0, 0.0), |(sum, n), it| (sum + it, n + 1.0));
        let east =
            if is_in_degrees && latitude.1 > 0.0 { libm::cos((latitude.0 / latitude.1).to_radians()) } else { 1.0 };
        Some(Self {
            contiguity: touching(&outlines, &topology, crs),
            centres,
            bounds: outlines.iter().map(Outline::bounds).collect(),
            simpler: Default::default(),
            simplifier: Simplifier::new(topology),
            east,
        })
    }

    /// Areas that touch an area, with the direction in which each lies, in the order of the wind rose.
    pub(crate) fn neighbours(&self, area_index: usize) -> Vec<(Option<Compass>, usize)> {
        let towards = |other: usize| direction(self.centres[area_index]?, self.centres[other]?);
        let touching = self.contiguity.of(area_index).iter().map(|other| *other as usize);
        let mut neighbours: Vec<(Option<Compass>, usize)> = touching.map(|other| (towards(other), other)).collect();
        // Those without a direction come last.
        neighbours.sort_unstable_by_key(|(compass, other)| (compass.is_none(), *compass, *other));
        neighbours
    }

    /// Outlines of some areas, as simple as a picture of `width` steps needs, `[areas][rings][points]`: exteriors against
    /// the clock, holes with it.
    pub(crate) fn rings(&self, areas: &[usize], width: f64) -> Vec<Vec<Vec<[f64; 2]>>> {
        let widest = |bounds: Option<Bounds>| {
            bounds.map_or(0.0, |bounds| (bounds.max()[0] - bounds.min()[0]).max(bounds.max()[1] - bounds.min()[1]))
        };
        let around = |bounds: &mut dyn Iterator<Item = Bounds>| bounds.reduce(|one, other| one.union(&other));
        let everything = widest(around(&mut self.bounds.iter().flatten().copied()));
        let shown = widest(around(&mut areas.iter().filter_map(|area| self.bounds[*area])));
        // The coarsest of the scales that is no coarser than a step of the picture.
        let scale = (0..N_SCALES).find(|scale| everything / (300 << scale) as f64 <= shown / width);
        let scale = scale.unwrap_or(N_SCALES - 1);
        let outlines = self.simpler[scale].get_or_init(|| {
            let simplified = self.simplifier.at(everything / (300 << scale) as f64);
            (0..self.bounds.len()).map(|area| simplified.outline(area)).collect()
        });
        let ring = |(number, points): (usize, &[Point])| {
            let mut ring: Vec<[f64; 2]> = points.iter().map(|[x, y]| [x * self.east, *y]).collect();
            if (signed_area(points) > 0.0) != (number == 0) {
                ring.reverse();
            }
            ring
        };
        let rings = |area: &usize| outlines[*area].polygons().flat_map(|it| it.rings().enumerate().map(ring)).collect();
        areas.iter().map(rings).collect()
    }
}

/// The word of a direction in the texts.
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
