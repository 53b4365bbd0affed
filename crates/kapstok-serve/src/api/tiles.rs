// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `…/tiles`: the map in squares, with borders and names and nothing else.
//!
//! In: zoom, row and column. Out: Mapbox vector tiles, and what is said of them (OGC API Tiles, TileJSON). Invariant: what
//! is kept of them is bounded; a tile says nothing of figures. Not here: how a tile is made (`kapstok-space`).

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use axum::http::StatusCode;
use kapstok_share::snapshot::Level;
use kapstok_space::Tiles;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::ask::{Ask, JSON};
use crate::answer::Answer;
use crate::level_map::LevelMap;
use crate::packed::Packed;
use crate::problem::Problem;

/// The media type of a tile.
pub(crate) const TILE: &str = "application/vnd.mapbox-vector-tile";

/// The last zoom that is offered: a unit of a tile is 2.4 m there, and a map goes on from it.
pub(super) const MAX_ZOOM: u8 = 12;

/// Goes up when the same map gives other tiles, so that none is taken from a shelf that was made otherwise.
const FORM: u32 = 2;

/// Bytes of tiles that are kept per level.
const KEPT: usize = 16 << 20;

/// A shelf where tiles may be kept from one start of the program to the next.
pub trait TileShelf: Send + Sync {
    /// What was put there under a name.
    fn take(&self, name: &str) -> Option<Vec<u8>>;
    /// Puts a tile there. It may be lost.
    fn put(&self, name: &str, tile: &[u8]);
    /// Tells that this build is served, and what the names of its tiles begin with, before the first `-`. What no build
    /// of late has may go.
    fn serves(&self, build: &str, maps: &[String]);
}

/// Where a tile stands: zoom, column, row.
pub(super) type Place = (u8, u32, u32);

/// Tiles of a level: made when asked, and kept within bounds.
#[derive(Debug, Default)]
pub(crate) struct TileStore {
    maker: OnceLock<Option<Maker>>,
    kept: RwLock<Kept>,
}

#[derive(Debug)]
struct Maker {
    tiles: Tiles,
    /// Hash of the map and its names: the name of its tiles on a shelf.
    name: String,
}

#[derive(Debug, Default)]
struct Kept {
    tiles: BTreeMap<Place, Arc<Packed>>,
    /// In the order they came.
    order: VecDeque<Place>,
    n_bytes: usize,
}

impl Kept {
    fn keep(&mut self, place: Place, tile: &Arc<Packed>) {
        if self.tiles.insert(place, Arc::clone(tile)).is_some() {
            return;
        }
        self.order.push_back(place);
        self.n_bytes += size(tile);
        while self.n_bytes > KEPT {
            let Some(oldest) = self.order.pop_front() else { return };
            self.n_bytes -= self.tiles.remove(&oldest).map_or(0, |tile| size(&tile));
        }
    }
}

/// What a tile takes: as it is, and with gzip.
fn size(tile: &Packed) -> usize {
    tile.plain().len() * 2 + 200
}

impl TileStore {
    /// Makes ready to make tiles, and gives what their names begin with.
    pub(crate) fn warm(&self, map: &LevelMap, level: &Level) -> Option<String> {
        Some(self.maker.get_or_init(|| Maker::new(map, level)).as_ref()?.name.clone())
    }

    /// A tile, made now and kept nowhere.
    pub(super) fn made(&self, map: &LevelMap, level: &Level, (zoom, column, row): Place) -> Option<Vec<u8>> {
        let maker = self.maker.get_or_init(|| Maker::new(map, level)).as_ref()?;
        Some(maker.tiles.tile(zoom, column, row))
    }

    fn tile(&self, map: &LevelMap, level: &Level, shelf: Option<&dyn TileShelf>, place: Place) -> Option<Arc<Packed>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner).tiles.get(&place).map(Arc::clone);
        if kept.is_some() {
            return kept;
        }
        let maker = self.maker.get_or_init(|| Maker::new(map, level)).as_ref()?;
        let (zoom, column, row) = place;
        let name = format!("{}-{zoom}-{row}-{column}", maker.name);
        let bytes = shelf.and_then(|shelf| shelf.take(&name)).unwrap_or_else(|| {
            let made = maker.tiles.tile(zoom, column, row);
            if let Some(shelf) = shelf {
                shelf.put(&name, &made);
            }
            made
        });
        let tile = Arc::new(Packed::new(bytes));
        self.kept.write().unwrap_or_else(PoisonError::into_inner).keep(place, &tile);
        Some(tile)
    }
}

impl Maker {
    fn new(map: &LevelMap, level: &Level) -> Option<Self> {
        let mut hash = Sha256::new();
        hash.update(format!("{} {FORM} {} {:?}", env!("CARGO_PKG_VERSION"), level.name(), map.crs()));
        for name in level.names() {
            hash.update(name.as_bytes());
            hash.update([0]);
        }
        for wkb in &level.outlines()?.wkb {
            let wkb = wkb.as_deref().unwrap_or_default();
            hash.update((wkb.len() as u64).to_le_bytes());
            hash.update(wkb);
        }
        let name = hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Some(Self { tiles: Tiles::new(map.topology(level)?, map.crs(), level.names().to_vec()).ok()?, name })
    }
}

/// Answers one tile.
pub(super) fn tile(ask: &Ask) -> Result<Answer, Problem> {
    let ((level, map), lasts) = (ask.mapped_level()?, ask.lasts()?);
    let number = |place: usize| ask.part(place).parse::<u32>().ok();
    let there = || Some((u8::try_from(number(1)?).ok()?, number(3)?, number(2)?));
    let place = there().filter(|(zoom, column, row)| *zoom <= MAX_ZOOM && Tiles::exists(*zoom, *column, *row));
    let place = place.ok_or_else(|| {
        let found = format!("{}/{}/{}", ask.part(1), ask.part(2), ask.part(3));
        Problem::not_found("tile", &found, format!("zoom 0 to {MAX_ZOOM}; row and column below 2 to the power of it"))
    })?;
    let shelf = ask.site.told.shelf.as_ref().map(|shelf| &*shelf.0);
    let tile = map.tiles.tile(map, level, shelf, place);
    let tile = tile.ok_or_else(|| Problem::not_found("map", level.name(), "this level has no map"))?;
    Ok(match tile.plain().is_empty() {
        true => Answer::fresh(TILE, "").status(StatusCode::NO_CONTENT).lasts(lasts),
        false => Answer::packed(TILE, &tile).lasts(lasts),
    })
}

/// Answers the list of tile sets of a level.
pub(super) fn tile_sets(ask: &Ask) -> Result<Answer, Problem> {
    let (level, map) = ask.mapped_level()?;
    let path = format!("/v1/collections/{}/tiles", level.name());
    let value = json!({
        "links": [ask.link("self", JSON, "Tile sets", &path)],
        "tilesets": [tile_set_value(ask, level, map)],
    });
    ask.json_or_html(JSON, "Tile sets", &value)
}

/// Answers what is said of the tile set of a level; with `f=tilejson` as TileJSON.
pub(super) fn tile_set(ask: &Ask) -> Result<Answer, Problem> {
    let (level, map) = ask.mapped_level()?;
    if ask.query.get("f") == Some("tilejson") {
        return Ok(ask.json(JSON, &tile_json(ask, level, map)));
    }
    ask.json_or_html(JSON, "Tile set", &tile_set_value(ask, level, map))
}

fn tile_set_value(ask: &Ask, level: &Level, map: &LevelMap) -> Value {
    let path = format!("/v1/collections/{}/tiles/WebMercatorQuad", level.name());
    let mut template = ask.link("item", TILE, "Tiles", &format!("{path}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}"));
    template["templated"] = true.into();
    let limit = |zoom: u8| {
        let (min, max) = tiles_around(map, zoom);
        json!({ "tileMatrix": zoom.to_string(), "minTileRow": min[1], "maxTileRow": max[1],
            "minTileCol": min[0], "maxTileCol": max[0] })
    };
    json!({
        "title": level.name(),
        "dataType": "vector",
        "crs": kapstok_space::Crs::WebMercator.uri(),
        "tileMatrixSetURI": "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad",
        "tileMatrixSetLimits": (0..=MAX_ZOOM).map(limit).collect::<Vec<_>>(),
        "links": [
            ask.link("self", JSON, "Tile set", &path),
            ask.link("alternate", JSON, "TileJSON", &format!("{path}?f=tilejson")),
            ask.link(
                "http://www.opengis.net/def/rel/ogc/1.0/geodata",
                JSON,
                "Collection",
                &format!("/v1/collections/{}", level.name()),
            ),
            template,
        ],
    })
}

/// The columns and rows that hold the map at a zoom: the first and the last.
pub(super) fn tiles_around(map: &LevelMap, zoom: u8) -> ([u32; 2], [u32; 2]) {
    let side = kapstok_space::mercator::HALF_SIDE;
    let n = f64::from(1_u32 << zoom);
    let number = |metres: f64| ((metres + side) / (2.0 * side) * n).floor().clamp(0.0, n - 1.0) as u32;
    let south_west = kapstok_space::mercator::from_lon_lat(map.extent().min());
    let north_east = kapstok_space::mercator::from_lon_lat(map.extent().max());
    ([number(south_west[0]), number(-north_east[1])], [number(north_east[0]), number(-south_west[1])])
}

fn tile_json(ask: &Ask, level: &Level, map: &LevelMap) -> Value {
    let (min, max) = (map.extent().min(), map.extent().max());
    let path = format!("/v1/collections/{}/tiles/WebMercatorQuad/{{z}}/{{y}}/{{x}}", level.name());
    json!({
        "tilejson": "3.0.0",
        "name": level.name(),
        "version": super::super::headers::API_VERSION,
        "tiles": [ask.href(&path)],
        "minzoom": 0,
        "maxzoom": MAX_ZOOM,
        "bounds": [min[0], min[1], max[0], max[1]],
        "vector_layers": [{ "id": "areas", "fields": { "index": "place of the area in every column", "name": "name" } }],
    })
}
