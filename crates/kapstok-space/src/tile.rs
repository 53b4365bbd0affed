// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Map tiles with borders and names, and nothing else (Mapbox Vector Tile 2.1, scheme WebMercatorQuad).
//!
//! In: the shared lines of a level, their coordinate system, a name per area. Out: the bytes of any tile,
//! not packed: one layer `areas`; a feature has the place of its area as `id` and as property `index`, and `name`.
//! Invariant: a border is made simpler and put on the grid of its zoom once, for the whole world, before any
//! polygon is put together: so neighbours have the same points within a tile, and a border the same points in
//! both tiles that it passes through. Exteriors have positive area, holes negative; no ring is without area.
//! Same input, same bytes, in whatever order tiles are asked for.
//! Not here: figures, which a client joins by `index`; areas that are less than a unit of the grid, which are
//! not in the tile; whether a ring touches itself after rounding to the grid (it may).
//!
//! Source: Mapbox, *Vector Tile Specification* 2.1, section 4; OGC 17-083r4, *Two Dimensional Tile Matrix Set*,
//! annex D.1.

mod clip;
mod encode;

use std::sync::OnceLock;

use crate::topology::Along;
use crate::{Bounds, BoundsIndex, Crs, Outline, Point, Simplifier, Topology, is_clean, mended, mercator};
use clip::{Clip, doubled_area};
use encode::Layer;

/// Units along the side of a tile.
pub const EXTENT: u32 = 4096;

/// The last zoom of which there are tiles.
pub const MAX_ZOOM: u8 = 16;

/// Units around a tile in which its polygons go on, so that their edge is not drawn.
const BUFFER: i64 = 64;

/// A triangle of so many square units is seen: a quarter of a pixel, where a tile is 512 pixels wide.
const SEEN: f64 = 16.0;

/// A point on the grid of a zoom, from the upper left corner of the world to the right and down.
type GridPoint = [i32; 2];

/// A point of the map that has no place on the globe.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("the point {point:?} of the map has no place on the globe in its coordinate system")]
pub struct NotOnGlobe {
    /// The point as it stood.
    pub point: Point,
}

/// The last zoom at which the lines of a map that is not clean are mended: half a pixel is 94 m in the Netherlands there.
const LAST_MENDED: u8 = 8;

/// How far mending may reach, in the square of the world: half a pixel at [`LAST_MENDED`].
const MENDED: f64 = 0.5 / (512 << LAST_MENDED) as f64;

/// Lines nearer than this, in the square of the world, should be one: about a millimetre.
const SAME: f64 = 2.5e-11;

/// Units that a name needs at least: 10 pixels, where a tile is 512 pixels wide. Narrower areas are so many in a tile that
/// their names would be half of it, and none of them could be written.
const NAMED: f64 = 80.0;

/// The tiles of one level.
#[derive(Debug)]
pub struct Tiles {
    /// The lines in the square of the world: 0 to 1 to the right and down.
    simplifier: Simplifier,
    /// The same for small zooms, of a map that is not clean: `None` where it is.
    mended: OnceLock<Option<Simplifier>>,
    index: BoundsIndex,
    names: Vec<String>,
    /// How wide the box of each area is, or how tall where that is more.
    widths: Vec<f64>,
    /// The lines on the grid of each zoom, made when a tile of it is asked for the first time.
    grids: Vec<OnceLock<Grid>>,
}

/// The arcs at one zoom.
#[derive(Debug)]
struct Grid {
    points: Vec<GridPoint>,
    arc_ends: Vec<u32>,
}

impl Tiles {
    /// Makes ready for tiles; `names` in the order of the areas, an area beyond them has no name.
    ///
    /// # Errors
    /// When a point of the map does not exist in its coordinate system, as metres taken for degrees do not.
    pub fn new(topology: &Topology, crs: Crs, names: Vec<String>) -> Result<Self, NotOnGlobe> {
        let mut wrong = None;
        let in_square = topology.map_points(|point| match crs.transform(Crs::WebMercator, point) {
            Some([x, y]) => [0.5 + x / (2.0 * mercator::HALF_SIDE), 0.5 - y / (2.0 * mercator::HALF_SIDE)],
            None => {
                wrong.get_or_insert(point);
                [0.0, 0.0]
            }
        });
        if let Some(point) = wrong {
            return Err(NotOnGlobe { point });
        }
        let bounds: Vec<Option<Bounds>> =
            (0..in_square.n_areas()).map(|area| in_square.outline(area).bounds()).collect();
        Ok(Self {
            index: BoundsIndex::new(&bounds),
            widths: bounds.iter().map(|bounds| bounds.as_ref().map_or(0.0, widest)).collect(),
            simplifier: Simplifier::new(in_square),
            mended: OnceLock::new(),
            names,
            grids: (0..=MAX_ZOOM).map(|_| OnceLock::new()).collect(),
        })
    }

    /// Whether there is a tile with these numbers, empty or not.
    pub fn exists(z: u8, x: u32, y: u32) -> bool {
        z <= MAX_ZOOM && x < 1 << z && y < 1 << z
    }

    /// The tile at zoom `z`, column `x` from the west, row `y` from the north. No bytes where no area is, or
    /// where there is no such tile.
    pub fn tile(&self, z: u8, x: u32, y: u32) -> Vec<u8> {
        if !Self::exists(z, x, y) {
            return Vec::new();
        }
        let simplifier = self.simplifier(z);
        let grid = self.grids[usize::from(z)].get_or_init(|| Grid::new(simplifier, z));
        let topology = simplifier.topology();
        // A line on the grid lies up to half a unit from where it was.
        let margin = f64::from(BUFFER as i32 + 1) / f64::from(EXTENT);
        let side = 1.0 / f64::from(1_u32 << z);
        let at = |number: u32, more: f64| (f64::from(number) + more) * side;
        let around = Bounds::new([at(x, -margin), at(y, -margin)], [at(x, 1.0 + margin), at(y, 1.0 + margin)]);
        let Some(around) = around else { return Vec::new() };
        let mut clip = Clip::new(-BUFFER, i64::from(EXTENT) + BUFFER);
        let origin = [x, y].map(|number| (number * EXTENT) as i32);
        let mut layer = Layer::new("areas", EXTENT);
        for area in self.index.meeting(&around) {
            for polygon in topology.polygons(area as usize) {
                let mut rings = topology.rings(polygon);
                let Some(exterior) = rings.next().and_then(|ring| grid.clipped(topology, ring, origin, &mut clip))
                else {
                    continue;
                };
                let mut left = doubled_area(&exterior).abs();
                let mut holes = Vec::new();
                for hole in rings.filter_map(|ring| grid.clipped(topology, ring, origin, &mut clip)) {
                    left -= doubled_area(&hole).abs();
                    holes.push(hole);
                }
                // A hole that is all of it leaves nothing: the tile lies within an enclave.
                if left > 0 {
                    layer.ring(exterior, true);
                    holes.into_iter().for_each(|hole| layer.ring(hole, false));
                }
            }
            let name = self.names.get(area as usize).map(String::as_str);
            layer.feature(area, name.filter(|_| z > LAST_MENDED || self.is_wide(area, z)));
        }
        layer.into_tile()
    }

    /// The lines of a zoom.
    fn simplifier(&self, z: u8) -> &Simplifier {
        if z > LAST_MENDED {
            return &self.simplifier;
        }
        let mend = || {
            let topology = self.simplifier.topology();
            if is_clean(topology, SAME) {
                return None;
            }
            let outlines: Vec<Outline> = (0..topology.n_areas()).map(|area| topology.outline(area)).collect();
            Topology::new(&mended(&outlines, MENDED)).ok().map(Simplifier::new)
        };
        self.mended.get_or_init(mend).as_ref().unwrap_or(&self.simplifier)
    }

    /// Whether an area is wide enough for a name at a zoom.
    fn is_wide(&self, area: u32, z: u8) -> bool {
        let units = f64::from(EXTENT) * f64::from(1_u32 << z);
        self.widths.get(area as usize).is_some_and(|width| width * units >= NAMED)
    }
}

/// The longer side of a box.
fn widest(bounds: &Bounds) -> f64 {
    f64::max(bounds.max()[0] - bounds.min()[0], bounds.max()[1] - bounds.min()[1])
}

impl Grid {
    fn new(simplifier: &Simplifier, z: u8) -> Self {
        let n_arcs = simplifier.topology().n_arcs();
        let units = f64::from(EXTENT) * f64::from(1_u32 << z);
        let mut grid = Self { points: Vec::new(), arc_ends: Vec::with_capacity(n_arcs) };
        for arc in 0..n_arcs {
            let start = grid.points.len();
            for point in simplifier.arc(arc, SEEN / (units * units)) {
                // To whole numbers by libm, so that a half goes the same way everywhere.
                let point = point.map(|number| libm::round(number * units).clamp(-LARGEST, LARGEST) as i32);
                if grid.points[start..].last() != Some(&point) {
                    grid.points.push(point);
                }
            }
            grid.arc_ends.push(grid.points.len() as u32);
        }
        grid.points.shrink_to_fit();
        grid
    }

    /// A ring as far as it lies in the buffered tile; `None` where nothing with an area is left of it.
    fn clipped(&self, topology: &Topology, ring: usize, origin: GridPoint, clip: &mut Clip) -> Option<Vec<[i64; 2]>> {
        let along = topology.arcs_of(ring).iter().flat_map(|arc_ref| {
            let arc = arc_ref.arc();
            let start = if arc == 0 { 0 } else { self.arc_ends[arc - 1] as usize };
            Along::new(&self.points[start..self.arc_ends[arc] as usize], arc_ref.is_backwards())
        });
        clip.ring(along.map(|point| [0, 1].map(|axis| i64::from(point[axis]) - i64::from(origin[axis]))))
    }
}

/// Far outside every grid, and small enough for the arithmetic of [`clip`].
const LARGEST: f64 = (1 << 29) as f64;

#[cfg(test)]
mod tests;
