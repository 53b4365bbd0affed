// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A build into memory: everything of it that may leave it (`kapstok_share::snapshot`).
//!
//! In: a folder that `kapstok build` made. Out: a snapshot, or which file is not what the build says.

use std::collections::BTreeMap;
use std::path::Path;

use kapstok_area::Evidence;
use kapstok_share::choice::ChoiceEntry;
use kapstok_share::manifest::{Both, LevelEntry, Manifest};
use kapstok_share::snapshot::{
    Cell, Outlines, RawBuild, RawColumn, RawLevel, Rebasing, RecipeScores, ScoreCells, Snapshot,
};
use kapstok_share::words::Language;
use parquet::errors::{ParquetError, Result};
use rayon::prelude::*;

use super::landing::is_sound;
use super::parquet_file::{FieldKind, Reader};
use super::scores::method_file;
use super::store::Store;
use crate::failure::Failure;

/// Choices of a build. It begins as scores do: a new recipe may make new choices.
pub(crate) const CHOICES_FILE: &str = "scores-choices.json";

/// To open a file takes as long as to read a column or two.
const COLUMNS_OF_A_READER: usize = 4;

/// The current build of a workspace, in memory.
///
/// # Errors
/// [`Failure::NoBuild`] when there is none, [`Failure::Store`] when a file of it is not what it should be.
pub(crate) fn current(workspace: &Path) -> std::result::Result<Snapshot, Failure> {
    load(&Store::current(workspace)?)
}

/// Reads a whole build.
///
/// # Errors
/// [`Failure::Store`] when a file of it is not what it should be.
pub(crate) fn load(store: &Store) -> std::result::Result<Snapshot, Failure> {
    if !is_sound(&store.dir) {
        return Err(Failure::store(&store.dir, "a file of it is not what its hash says"));
    }
    of_landing(store)
}

/// Reads a build that is still being made: nothing of it has a hash yet.
///
/// # Errors
/// As [`load`].
pub(super) fn of_landing(store: &Store) -> std::result::Result<Snapshot, Failure> {
    let id = store.dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut levels = Vec::with_capacity(store.manifest.levels.len());
    for entry in &store.manifest.levels {
        levels.push(level(store, entry)?);
    }
    let method = |recipe: &str, language: Language| {
        let path = store.dir.join(method_file(recipe, language));
        std::fs::read_to_string(&path).map_err(|error| Failure::io(&path, error))
    };
    let methods = store.manifest.recipes.iter();
    let methods = methods.map(|it| Ok(Both { nl: method(&it.id, Language::Nl)?, en: method(&it.id, Language::En)? }));
    let methods = methods.collect::<std::result::Result<_, Failure>>()?;
    let raw = RawBuild {
        id,
        manifest: store.manifest.clone(),
        origins: store.origins()?,
        levels,
        methods,
        choices: choices(&store.dir)?,
    };
    Snapshot::new(raw).map_err(|damaged| Failure::store(&store.dir, damaged))
}

/// Choices by the rules of the workspace; none in a build from before they were kept.
fn choices(dir: &Path) -> std::result::Result<Vec<ChoiceEntry>, Failure> {
    let path = dir.join(CHOICES_FILE);
    match std::fs::read(&path) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| Failure::store(&path, error)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(Failure::io(&path, error)),
    }
}

fn level(store: &Store, entry: &LevelEntry) -> std::result::Result<RawLevel, Failure> {
    let areas = store.areas(&entry.level)?;
    let figures = store.dir.join(format!("figures-{}.parquet", entry.level));
    let columns = columns(&figures, entry).map_err(|error| Failure::store(&figures, error))?;
    let outlines = match entry.map {
        true => {
            let map = store.dir.join(format!("map-{}.parquet", entry.level));
            Some(outlines(&map).map_err(|error| Failure::store(&map, error))?)
        }
        false => None,
    };
    let mut links = BTreeMap::new();
    for from in &entry.rebased_from {
        links.insert(*from, store.links(&entry.level, *from)?);
    }
    let scores = burdens(&store.dir, &store.manifest, &entry.level)?;
    Ok(RawLevel { codes: areas.codes, names: areas.names, within: areas.within, columns, outlines, links, scores })
}

/// Columns read beside each other. A reader has its own place in the file, so each thread has its own reader.
fn columns(path: &Path, entry: &LevelEntry) -> Result<Vec<RawColumn>> {
    let places = (0..entry.columns.len()).into_par_iter().with_min_len(COLUMNS_OF_A_READER);
    places.map_init(|| Reader::open(path), |reader, position| column(opened(reader)?, position)).collect()
}

fn opened(reader: &Result<Reader>) -> Result<&Reader> {
    reader.as_ref().map_err(|error| ParquetError::General(error.to_string()))
}

fn column(reader: &Reader, group: usize) -> Result<RawColumn> {
    let numbers = |field| reader.numbers(group, field);
    let texts = |field| reader.texts(group, field);
    let (mut reasons, mut marks, status) = (texts("reason")?, texts("mark")?, texts("status")?);
    let (values, lower, upper) = (numbers("value")?, numbers("lower")?, numbers("upper")?);
    let (changed, divided) = (numbers("changed_share")?, numbers("divided_share")?);
    let (rows, parts, evidence) =
        (reader.integers(group, "row")?, reader.integers(group, "parts")?, texts("evidence")?);
    let cell = |at: usize| Cell {
        value: values[at],
        reason: reasons[at].take(),
        mark: marks[at].take().unwrap_or_default(),
        provisional: status[at].as_deref() == Some("provisional"),
        margins: lower[at].zip(upper[at]),
        row: rows[at].and_then(|row| u32::try_from(row).ok()),
        rebased: match (changed[at], divided[at], evidence[at].as_deref().and_then(Evidence::of_word), parts[at]) {
            (Some(changed_share), Some(divided_share), Some(evidence), Some(n_parts)) => {
                Some(Rebasing { changed_share, divided_share, evidence, n_parts: n_parts as usize })
            }
            _ => None,
        },
    };
    Ok(RawColumn::new((0..values.len()).map(cell)))
}

fn outlines(path: &Path) -> Result<Outlines> {
    let reader = Reader::open(path)?;
    let srs = reader.note("geo").and_then(|geo| srs_of(&geo));
    let srs = srs.ok_or_else(|| ParquetError::General("the map does not say its coordinates".to_owned()))?;
    Ok(Outlines { srs, wkb: reader.bytes(0, "geometry")? })
}

/// The EPSG code of GeoParquet metadata; 4326 for CRS84.
fn srs_of(geo: &str) -> Option<u32> {
    let geo: serde_json::Value = serde_json::from_str(geo).ok()?;
    let code = geo.pointer("/columns/geometry/crs/id/code")?;
    match code.as_str() {
        Some("CRS84") => Some(4326),
        Some(_) => None,
        None => u32::try_from(code.as_u64()?).ok(),
    }
}

/// Burdens of the recipes of a level. A recipe that rebuilds a published index feeds no page.
fn burdens(dir: &Path, manifest: &Manifest, level: &str) -> std::result::Result<Vec<RecipeScores>, Failure> {
    let mut scores = Vec::new();
    for (position, recipe) in manifest.recipes.iter().enumerate() {
        if recipe.level != level || recipe.worst_fraction.is_none() {
            continue;
        }
        let path = dir.join(format!("scores-{}.parquet", recipe.id));
        let read = || -> Result<RecipeScores> {
            let reader = Reader::open(&path)?;
            let read = |title: &str, kind| -> Result<Option<ScoreCells>> {
                Ok(match kind {
                    FieldKind::Text => {
                        let texts = reader.texts(0, title)?.into_iter().map(Option::unwrap_or_default);
                        Some(ScoreCells::Texts(texts.collect()))
                    }
                    FieldKind::Number => Some(ScoreCells::Numbers(reader.numbers(0, title)?)),
                    FieldKind::Integer => {
                        let counts =
                            reader.integers(0, title)?.into_iter().map(|count| count.map(|count| count as f64));
                        Some(ScoreCells::Numbers(counts.collect()))
                    }
                    FieldKind::Bytes => None,
                })
            };
            let mut columns = Vec::new();
            for field in reader.fields() {
                // Ranks are read only where the workspace asked for them.
                if field.name.starts_with("sure_rank") && !manifest.ranking {
                    continue;
                }
                if let Some(cells) = read(&field.name, field.kind)? {
                    columns.push((field.name, cells));
                }
            }
            Ok(RecipeScores::new(position, columns))
        };
        scores.push(read().map_err(|error: ParquetError| Failure::store(&path, error))?);
    }
    Ok(scores)
}
