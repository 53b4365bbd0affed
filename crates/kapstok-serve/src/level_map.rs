// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The map of a level, one for pages and programs: which areas meet a box, who touches whom, where a centre lies, lines
//! for a picture.
//!
//! In: the outlines of a snapshot. Out: places of areas in the order of the level. Invariant: what takes long is made
//! when it is first asked, once. An outline that cannot be read is an area without a place on the map.

mod drawing;
mod surroundings;

use std::sync::OnceLock;

use kapstok_share::snapshot::Level;
use kapstok_space::{Bounds, BoundsIndex, Crs, Outline, Point, Topology, contains};

use crate::api::{TileStore, geojson};
pub(crate) use surroundings::{Surroundings, compass_word};

/// Coordinate systems in which the areas of any country are given.
const EVERYWHERE: [Crs; 3] = [Crs::Crs84, Crs::Etrs89, Crs::WebMercator];

/// The map of a level.
#[derive(Debug)]
pub(crate) struct LevelMap {
    crs: Crs,
    /// Around all areas, in longitude and latitude.
    extent: Bounds,
    /// In the system of the map, `[n_areas]`.
    bounds: Vec<Option<Bounds>>,
    index: BoundsIndex,
    around: OnceLock<Surroundings>,
    /// Outlines as GeoJSON in longitude and latitude, which nearly everybody asks; each made when it is first asked.
    geojson: Vec<OnceLock<Box<str>>>,
    pub(crate) tiles: TileStore,
}

impl LevelMap {
    /// The map of a level; `None` where it has none, or one in a system that is not known here.
    pub(crate) fn of(level: &Level) -> Option<Self> {
        let outlines = level.outlines()?;
        let crs = outlines.crs()?;
        let bounds: Vec<Option<Bounds>> = (0..level.len()).map(|index| outlines.outline(index)?.bounds()).collect();
        let all = bounds.iter().flatten().copied().reduce(|one, other| one.union(&other))?;
        Some(Self {
            crs,
            extent: crs.transform_bounds(Crs::Crs84, &all)?,
            index: BoundsIndex::new(&bounds),
            bounds,
            around: OnceLock::new(),
            geojson: (0..level.len()).map(|_| OnceLock::new()).collect(),
            tiles: TileStore::default(),
        })
    }

    /// The system of the map.
    pub(crate) fn crs(&self) -> Crs {
        self.crs
    }

    /// Around all areas, in longitude and latitude.
    pub(crate) fn extent(&self) -> &Bounds {
        &self.extent
    }

    /// The systems in which the areas are given.
    pub(crate) fn systems(&self) -> Vec<Crs> {
        // The grid of one country says nothing of another.
        let netherlands = Bounds::new([3.0, 50.5], [7.5, 53.8]);
        let has_grid = netherlands.is_some_and(|it| it.contains(self.extent.min()) && it.contains(self.extent.max()));
        let own = [Crs::Rd].into_iter().filter(|_| has_grid || self.crs == Crs::Rd);
        let mut systems = EVERYWHERE.to_vec();
        systems.splice(1..1, own);
        systems
    }

    /// Neighbours and centres; `None` where the level has no map.
    pub(crate) fn around(&self, level: &Level) -> Option<&Surroundings> {
        let outlines = level.outlines()?;
        Some(self.around.get_or_init(|| Surroundings::of(outlines, self.crs)))
    }

    /// The lines of the map, in its system.
    pub(crate) fn topology(&self, level: &Level) -> Option<&Topology> {
        Some(self.around(level)?.drawing.as_ref()?.topology())
    }

    /// Outlines of some areas for a picture of `width` steps, `[areas][rings][points]`: exteriors against the clock, holes
    /// with it. None of an area without a place.
    pub(crate) fn rings(&self, level: &Level, areas: &[usize], width: f64) -> Vec<Vec<Vec<Point>>> {
        let drawing = self.around(level).and_then(|around| around.drawing.as_ref());
        drawing.map_or_else(|| vec![Vec::new(); areas.len()], |drawing| drawing.rings(areas, width))
    }

    /// Makes now what would be made when it is first asked; gives what the names of its tiles begin with.
    pub(crate) fn warm(&self, level: &Level) -> Option<String> {
        self.around(level);
        self.tiles.warm(self, level)
    }

    /// Writes the outline of an area as GeoJSON.
    pub(crate) fn write_outline(&self, out: &mut String, level: &Level, index: usize, crs: Crs) {
        let write = |out: &mut String| {
            let outline = level.outlines().and_then(|outlines| outlines.outline(index));
            geojson::write(out, outline.as_ref(), self.crs, crs);
        };
        let Some(made) = self.geojson.get(index).filter(|_| crs == Crs::Crs84) else { return write(out) };
        out.push_str(made.get_or_init(|| {
            let mut made = String::new();
            write(&mut made);
            made.into_boxed_str()
        }));
    }

    /// The areas that have a point in common with a box of any system, rising.
    pub(crate) fn meeting(&self, level: &Level, crs: Crs, asked: &Bounds) -> Vec<u32> {
        let Some(outlines) = level.outlines() else { return Vec::new() };
        let Some(here) = crs.transform_bounds(self.crs, asked) else { return Vec::new() };
        let mut areas = self.index.meeting(&here);
        areas.retain(|area| {
            let index = *area as usize;
            // Most areas lie wholly within; for those on the edge every border is looked at.
            let is_within = self.bounds[index].is_some_and(|bounds| {
                let moved = self.crs.transform_bounds(crs, &bounds);
                moved.is_some_and(|moved| asked.contains(moved.min()) && asked.contains(moved.max()))
            });
            is_within || outlines.outline(index).is_some_and(|outline| meets(&outline, self.crs, crs, asked))
        });
        areas
    }
}

/// Whether an outline has a point in common with a box of another system. One with a point that has no place there has
/// none itself, as in answers in that system.
fn meets(outline: &Outline, from: Crs, to: Crs, asked: &Bounds) -> bool {
    let Some(moved) = outline.try_map_points(|point| from.transform(to, point)) else { return false };
    let crosses = |ring: &[Point]| {
        let ends = ring.iter().zip(ring.iter().cycle().skip(1));
        ends.into_iter().any(|(start, end)| line_meets(*start, *end, asked))
    };
    moved.rings().any(crosses) || contains(&moved, asked.min())
}

/// Whether a straight line has a point in common with a box (Liang and Barsky).
fn line_meets(start: Point, end: Point, asked: &Bounds) -> bool {
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for axis in 0..2 {
        let (step, min, max) = (end[axis] - start[axis], asked.min()[axis], asked.max()[axis]);
        if step == 0.0 {
            if start[axis] < min || start[axis] > max {
                return false;
            }
            continue;
        }
        let (one, other) = ((min - start[axis]) / step, (max - start[axis]) / step);
        enters = enters.max(one.min(other));
        leaves = leaves.min(one.max(other));
    }
    enters <= leaves
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_meets_a_box_that_it_crosses_holds_or_lies_in_and_no_box_in_its_hole() {
        let ring = |from: f64, to: f64| vec![[from, from], [to, from], [to, to], [from, to]];
        let outline = Outline::from_rings([vec![ring(0.0, 10.0), ring(4.0, 6.0)]]);
        let meets = |x: f64, y: f64, side: f64| {
            let asked = Bounds::new([x, y], [x + side, y + side]).unwrap();
            super::meets(&outline, Crs::Rd, Crs::Rd, &asked)
        };
        assert!(meets(-1.0, -1.0, 20.0), "it lies in the box");
        assert!(meets(1.0, 1.0, 1.0), "it holds the box");
        assert!(meets(9.0, 9.0, 5.0), "a corner of each");
        assert!(meets(-5.0, 5.0, 5.0), "a side is shared");
        assert!(!meets(4.5, 4.5, 1.0), "in the hole");
        assert!(!meets(11.0, 0.0, 5.0));
    }

    #[test]
    fn an_outline_with_a_point_that_has_no_place_in_the_system_of_a_box_meets_none_there() {
        let meets = |latitude: f64| {
            let outline = Outline::from_rings([[vec![[0.0, 0.0], [10.0, 0.0], [0.0, latitude]]]]);
            let asked = Bounds::new([-1.0, -1.0], [1.0, 1.0]).unwrap();
            super::meets(&outline, Crs::Crs84, Crs::Etrs89, &asked)
        };
        assert!(meets(89.0));
        assert!(!meets(91.0), "no such latitude");
    }
}
