// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Areas that somebody chose before, held against the figures of a rule.
//!
//! In: a list of codes, or polygons that were drawn. Out: areas of the level of the rule, and what is wrong with the
//! list. **Invariant:** an area lies in a polygon when the point that stands for it does; areas that a polygon only
//! touches are counted, and never divided.

use std::path::Path;

use kapstok_share::gap::read_list;
use kapstok_share::snapshot::{Level, Snapshot};
use kapstok_source::RawTable;
use kapstok_space::{Bounds, Crs, Outline, centre, contains, wkb};
use kapstok_table::{Place, Problem};

use crate::bare::read_typed;
use crate::failure::Failure;
use crate::gather::read_bounded;
use crate::problems::Texts;

/// Areas that were chosen before.
pub(crate) struct Imported {
    /// Whether each area of the level is in, `[n_areas]`.
    pub(crate) inside: Vec<bool>,
    /// Areas whose point lies outside every polygon, while they meet one's box; none for a list of codes.
    pub(crate) n_touched: usize,
    /// Doubts about the file.
    pub(crate) doubts: Vec<Problem>,
}

/// Endings of files of polygons.
const MAPS: [&str; 6] = ["geojson", "json", "fgb", "gpkg", "parquet", "geoparquet"];

/// Reads areas of a level from a file.
///
/// # Errors
/// K0720-K0723 for a list of codes; K0700 for a file without boundaries; K0709 where its coordinates are in another
/// system that is not known here.
pub(crate) fn import(snapshot: &Snapshot, level: &Level, path: &Path) -> Result<Imported, Failure> {
    let ending = path.extension().and_then(|it| it.to_str()).map(str::to_ascii_lowercase).unwrap_or_default();
    let fail = |problems| Failure::Problems { problems, texts: Texts::new() };
    if MAPS.contains(&ending.as_str()) {
        let (raw, doubts) = read_typed(path, None)?;
        return polygons(level, &raw, doubts).map_err(|problem| fail(vec![problem]));
    }
    let name = path.display().to_string();
    let bytes = read_bounded(path).map_err(|error| Failure::io(path, error))?.unwrap_or_default();
    let (chosen, doubts) = read_list(snapshot, &name, &String::from_utf8_lossy(&bytes));
    let Some(chosen) = chosen.filter(|_| !crate::workspace::any_error(&doubts)) else { return Err(fail(doubts)) };
    if chosen.level != level.position() {
        let found = snapshot.levels()[chosen.level].name();
        let problem = Problem::error("K0722", Place::file(&name)).with("found", &name);
        return Err(fail(vec![problem.with("level", found).with("expected", level.name())]));
    }
    let mut inside = vec![false; level.len()];
    chosen.areas.iter().for_each(|area| inside[*area] = true);
    Ok(Imported { inside, n_touched: 0, doubts })
}

fn polygons(level: &Level, raw: &RawTable, doubts: Vec<Problem>) -> Result<Imported, Problem> {
    if !raw.has_geometry() || raw.n_rows() == 0 {
        return Err(Problem::error("K0700", Place::file(raw.file())));
    }
    let outlines = level.outlines().ok_or_else(|| Problem::error("K0774", Place::default()))?;
    let systems = outlines.crs().zip(raw.srs().and_then(Crs::east_first));
    let Some((of_map, of_file)) = systems else {
        return Err(Problem::error("K0709", Place::file(raw.file())).with("reason", "crs"));
    };
    let read = |row| raw.geometry(row).and_then(|bytes| wkb::read(bytes).ok());
    let to_map = |outline: Outline| outline.try_map_points(|point| of_map.from_lon_lat(of_file.to_lon_lat(point)?));
    let mut doubts = doubts;
    let drawn: Vec<(Outline, Bounds)> = (0..raw.n_rows())
        .filter_map(read)
        .filter_map(|outline| if of_file == of_map { Some(outline) } else { to_map(outline) })
        .filter_map(|outline| outline.bounds().map(|bounds| (outline, bounds)))
        .collect();
    if drawn.len() < raw.n_rows() {
        let n = raw.n_rows() - drawn.len();
        doubts.push(Problem::warning("K0784", Place::file(raw.file())).with("n", n).with("of", raw.n_rows()));
    }
    let (mut inside, mut n_touched) = (vec![false; level.len()], 0);
    for (area, is_in) in inside.iter_mut().enumerate() {
        let Some(outline) = outlines.outline(area) else { continue };
        let Some((point, bounds)) = centre(&outline).zip(outline.bounds()) else { continue };
        *is_in = drawn.iter().any(|(drawn, of_drawn)| of_drawn.contains(point) && contains(drawn, point));
        n_touched += usize::from(!*is_in && drawn.iter().any(|(_, of_drawn)| of_drawn.meets(&bounds)));
    }
    Ok(Imported { inside, n_touched, doubts })
}
