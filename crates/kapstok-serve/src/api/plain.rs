// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the map asks of the API, as plain files of a folder.
//!
//! In: a site. Out: the list of files, and the bytes of each: catalogue, areas, columns, tiles. The bytes are those of the
//! server, without gzip, for a plain host says nothing of it. Invariants: what the catalogue names is in the list, each
//! tile that has something in it included; the folder of a build carries its name, so that two builds are never mixed.
//! Not here: how far the tiles go (`site_tiles`).

use kapstok_share::snapshot::Level;

use super::catalogue::{Addresses, catalogue};
use super::columns::{area_list, of_column, of_recipe};
use super::site_tiles::written;
use super::tiles::MAX_ZOOM;
use crate::Site;
use crate::pages::links::{escaped, file_name};

/// One of the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// What there is, and where; by level the last zoom of its tiles.
    Catalogue(Box<[u8]>),
    /// The areas of a level, by its position.
    Areas(usize),
    /// A column of a level, by their positions.
    Column(usize, usize),
    /// A column of a recipe of a level, by their positions.
    Recipe(usize, usize),
    /// A tile of a level: zoom, column, row.
    Tile(usize, (u8, u32, u32)),
}

/// All files, each with its path in the folder.
pub(crate) fn parts(site: &Site) -> Vec<(String, Part)> {
    let (snapshot, build) = (&site.snapshot, site.snapshot.id());
    let at = |path: String| format!("v1/{path}");
    let mut parts = Vec::new();
    let mut max_zooms = Vec::new();
    for (level, ready) in snapshot.levels().iter().zip(&site.api.levels) {
        let (position, name) = (level.position(), level.name());
        parts.push((at(areas(build, name)), Part::Areas(position)));
        for (index, entry) in snapshot.entry(level).columns.iter().enumerate() {
            parts.push((at(column(build, name, &entry.indicator, &entry.period)), Part::Column(position, index)));
        }
        for (index, (it, _)) in ready.recipes.iter().enumerate() {
            parts.push((at(recipe(build, name, &it.recipe, &it.id)), Part::Recipe(position, index)));
        }
        let tiles_of_level = ready.map.as_ref().map(|map| written(map, level));
        max_zooms.push(tiles_of_level.as_ref().map_or(MAX_ZOOM, |written| written.max_zoom));
        for (zoom, column, row) in tiles_of_level.into_iter().flat_map(|written| written.places) {
            let path = at(format!("{}/{zoom}/{row}/{column}.pbf", tiles(build, name)));
            parts.push((path, Part::Tile(position, (zoom, column, row))));
        }
    }
    parts.push((at("catalogue.json".to_owned()), Part::Catalogue(max_zooms.into())));
    parts
}

/// The bytes of a file.
pub(crate) fn bytes(site: &Site, part: &Part) -> Vec<u8> {
    let snapshot = &site.snapshot;
    let of = |position: usize| -> (&Level, _) { (&snapshot.levels()[position], &site.api.levels[position]) };
    match *part {
        Part::Catalogue(ref max_zooms) => {
            catalogue(snapshot, &site.api.levels, Addresses::Files { max_zooms }).to_string().into_bytes()
        }
        Part::Areas(position) => {
            let (level, ready) = of(position);
            area_list(snapshot, level, ready).into_bytes()
        }
        Part::Column(position, index) => {
            let level = of(position).0;
            of_column(level.boundary_year(), &level.columns()[index])
        }
        Part::Recipe(position, index) => {
            let (level, ready) = of(position);
            of_recipe(snapshot, level, &ready.recipes[index].0)
        }
        Part::Tile(position, place) => {
            let (level, ready) = of(position);
            let tile = ready.map.as_ref().and_then(|map| map.tiles.made(map, level, place));
            tile.unwrap_or_default()
        }
    }
}

/// The file of the areas of a level, from the catalogue.
pub(super) fn areas(build: &str, level: &str) -> String {
    format!("{}/{}/areas.json", file_name(build), file_name(level))
}

/// The file of a column, from the catalogue.
pub(super) fn column(build: &str, level: &str, indicator: &str, period: &str) -> String {
    let [build, level, indicator, period] = [build, level, indicator, period].map(file_name);
    format!("{build}/{level}/columns/{indicator}/{period}.bin")
}

/// The file of a column of a recipe, from the catalogue.
pub(super) fn recipe(build: &str, level: &str, recipe: &str, id: &str) -> String {
    let [build, level, recipe, id] = [build, level, recipe, id].map(file_name);
    format!("{build}/{level}/recipes/{recipe}/{id}.bin")
}

/// The folder of the tiles of a level, from the catalogue.
pub(super) fn tiles(build: &str, level: &str) -> String {
    format!("{}/{}/tiles", file_name(build), file_name(level))
}

/// A path as an address.
pub(super) fn href(path: &str) -> String {
    path.split('/').map(escaped).collect::<Vec<_>>().join("/")
}
