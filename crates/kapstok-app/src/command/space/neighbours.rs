// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Who is a neighbour, as it was typed: `queen`, `rook`, `knn:8`, `within:1.0`, or a GAL file.

use std::collections::BTreeMap;
use std::path::Path;

use kapstok_space::{Contiguity, GalError, SpatialWeights, Topology, Touch, is_clean, read_gal, write_gal};
use kapstok_table::{Place, Problem, nearest};

use super::{fail, map::Map, tell};
use crate::cli::Space;
use crate::failure::Failure;
use crate::gather::read_bounded;
use kapstok_share::words::Words;

/// Weights of 1 for the neighbours of each area.
pub(super) fn weights(typed: &Space, map: &Map<'_>, words: &Words) -> Result<SpatialWeights, Failure> {
    let unknown = || fail(vec![Problem::error("K0703", Place::file(map.file())).with("found", &typed.weights)]);
    match (typed.weights.as_str(), typed.weights.split_once(':')) {
        ("queen", _) => touching(map, Touch::Queen, words),
        ("rook", _) => touching(map, Touch::Rook, words),
        (_, Some(("knn", number))) => {
            let number = number.parse().ok().filter(|number| *number > 0).ok_or_else(unknown)?;
            Ok(SpatialWeights::nearest(&map.centres(), number))
        }
        (_, Some(("within", distance))) => {
            let distance = distance.parse().ok().filter(|distance: &f64| distance.is_finite() && *distance >= 0.0);
            let contiguity = Contiguity::within(&map.outlines, distance.ok_or_else(unknown)?);
            Ok(SpatialWeights::from_contiguity(&contiguity))
        }
        (name, _) if name.ends_with(".gal") => of_gal(Path::new(name), map),
        _ => Err(unknown()),
    }
}

fn touching(map: &Map<'_>, touch: Touch, words: &Words) -> Result<SpatialWeights, Failure> {
    let topology = Topology::new(&map.outlines)
        .map_err(|_| fail(vec![Problem::error("K0709", Place::file(map.file())).with("reason", "points")]))?;
    // A metre, or about as much in degrees.
    let distance = if map.is_in_degrees() { 1e-5 } else { 1.0 };
    if !is_clean(&topology, distance) {
        tell("space-not-clean", &[("distance", distance.to_string())], words);
    }
    Ok(SpatialWeights::from_contiguity(&Contiguity::new(&topology, touch)))
}

/// The areas of a GAL file, in the order of the map; both must have the same.
fn of_gal(path: &Path, map: &Map<'_>) -> Result<SpatialWeights, Failure> {
    let name = path.display().to_string();
    let bytes = read_bounded(path).map_err(|error| Failure::io(path, error))?;
    let text = String::from_utf8_lossy(bytes.as_deref().unwrap_or_default()).into_owned();
    let gal = read_gal(&text).map_err(|error| fail(vec![problem(&name, &error)]))?;
    let places: BTreeMap<&str, u32> = (0..).zip(&map.codes).map(|(place, code)| (code.as_str(), place)).collect();
    let mut rows: Vec<Option<Vec<u32>>> = vec![None; map.n_areas()];
    let mut to_map = Vec::with_capacity(gal.codes.len());
    for code in &gal.codes {
        let Some(&place) = places.get(code.as_str()) else {
            let nearest = nearest(code, map.codes.iter().map(String::as_str));
            let place = Place::file(&name);
            return Err(fail(vec![Problem::error("K0705", place).with("found", code).with("nearest", nearest)]));
        };
        to_map.push(place);
    }
    for (at, &place) in to_map.iter().enumerate() {
        rows[place as usize] = Some(gal.weights.of(at).iter().map(|&other| to_map[other as usize]).collect());
    }
    if let Some(absent) = rows.iter().position(Option::is_none) {
        let problem =
            Problem::error("K0705", Place::file(&name)).with("found", &map.codes[absent]).with("nearest", "none");
        return Err(fail(vec![problem]));
    }
    let rows: Vec<Vec<u32>> = rows.into_iter().flatten().collect();
    SpatialWeights::new(&rows).map_err(|_| fail(vec![Problem::error("K0704", Place::file(&name)).with("found", "-")]))
}

fn problem(name: &str, error: &GalError) -> Problem {
    let found = match error {
        GalError::Header { found } | GalError::TooLong { found, .. } => found.clone(),
        GalError::TooShort { expected, found } => format!("{found} / {expected}"),
        GalError::Count { code, found } | GalError::Neighbour { code, found } => format!("{code}: {found}"),
        GalError::Twice { code } | GalError::Blank { code } => code.clone(),
    };
    Problem::error("K0704", Place::file(name)).with("found", found)
}

/// Writes the neighbours to a file, where that was asked for.
pub(super) fn write(typed: &Space, map: &Map<'_>, weights: &SpatialWeights) -> Result<(), Failure> {
    let Some(path) = &typed.gal else { return Ok(()) };
    let codes: Vec<&str> = map.codes.iter().map(String::as_str).collect();
    let stem = typed.file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = path.display().to_string();
    let text = write_gal(weights, &codes, &stem, &map.title).map_err(|error| fail(vec![problem(&name, &error)]))?;
    std::fs::write(path, text).map_err(|error| Failure::io(path, error))
}
