// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which tiles of a level are written as files.
//!
//! In: the map of a level. Out: the last zoom, and the places of its tiles. Invariant: never more than [`MOST_TILES`],
//! whatever the map, and every tile up to that zoom that has something in it is among them. A map that fits has all the
//! tiles of the box around it, so that a browser asks for none that is not there; of another only tiles that hold a
//! part of an area are written, and the map takes one that is not there for an empty one.

use std::collections::BTreeSet;

use kapstok_share::snapshot::{Level, Outlines};
use kapstok_space::{Bounds, Crs, EXTENT, Outline, mercator};

use super::tiles::{MAX_ZOOM, Place, tiles_around};
use crate::level_map::LevelMap;

/// Tiles of a level that are written, at most.
pub(crate) const MOST_TILES: usize = 50_000;

/// Units around a tile in which an area is still drawn: its buffer, and what a line may move.
const AROUND: f64 = 72.0;

/// The tiles of a level that are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// The last zoom of which there are tiles.
    pub(super) max_zoom: u8,
    /// Zoom, column, row; rising.
    pub(super) places: Vec<Place>,
}

/// The tiles of a level that are written.
pub(super) fn written(map: &LevelMap, level: &Level) -> Written {
    let boxes: Vec<_> = (0..=MAX_ZOOM).map(|zoom| (zoom, tiles_around(map, zoom))).collect();
    let n_in_boxes: u64 =
        boxes.iter().map(|(_, (first, last))| side(first[0], last[0]) * side(first[1], last[1])).sum();
    if n_in_boxes <= MOST_TILES as u64 {
        let of_zoom = boxes.into_iter().flat_map(|(zoom, (first, last))| {
            (first[1]..=last[1]).flat_map(move |row| (first[0]..=last[0]).map(move |column| (zoom, column, row)))
        });
        return Written { max_zoom: MAX_ZOOM, places: of_zoom.collect() };
    }
    // Of each piece of land, not of each area: the box of one with islands on both sides of the 180th meridian is as
    // wide as the world.
    let pieces = pieces(map, level);
    let mut places = Vec::new();
    for zoom in 0..=MAX_ZOOM {
        match holding(&pieces, zoom, MOST_TILES - places.len()) {
            Some(found) => places.extend(found.into_iter().map(|(row, column)| (zoom, column, row))),
            None => return Written { max_zoom: zoom - 1, places }, // The one tile of zoom 0 always fits.
        }
    }
    Written { max_zoom: MAX_ZOOM, places }
}

fn side(first: u32, last: u32) -> u64 {
    u64::from(last - first) + 1
}

/// The box of each piece of land, in the square of the world: 0 to 1 to the right and down.
fn pieces(map: &LevelMap, level: &Level) -> Vec<Bounds> {
    let in_square = |point| {
        let [x, y] = map.crs().transform(Crs::WebMercator, point).unwrap_or([f64::NAN; 2]);
        [0.5 + x / (2.0 * mercator::HALF_SIDE), 0.5 - y / (2.0 * mercator::HALF_SIDE)]
    };
    let of_areas: Vec<Outline> = level.outlines().into_iter().flat_map(Outlines::all).flatten().collect();
    let polygons = of_areas.iter().flat_map(Outline::polygons);
    polygons.filter_map(|polygon| Bounds::around(polygon.exterior().iter().copied().map(in_square))).collect()
}

/// Row and column of the tiles of a zoom that hold a part of a box; `None` where they are more than `most`.
fn holding(pieces: &[Bounds], zoom: u8, most: usize) -> Option<BTreeSet<(u32, u32)>> {
    let n = f64::from(1_u32 << zoom);
    let margin = AROUND / f64::from(EXTENT);
    let number = |place: f64| place.floor().clamp(0.0, n - 1.0) as u32;
    let mut found = BTreeSet::new();
    for piece in pieces {
        let [first, last] =
            [piece.min().map(|at| number(at * n - margin)), piece.max().map(|at| number(at * n + margin))];
        if side(first[0], last[0]) * side(first[1], last[1]) > most as u64 {
            return None;
        }
        for row in first[1]..=last[1] {
            found.extend((first[0]..=last[0]).map(|column| (row, column)));
        }
        if found.len() > most {
            return None;
        }
    }
    Some(found)
}
