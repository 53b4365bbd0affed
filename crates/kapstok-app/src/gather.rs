// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sources to one table per level: every file read, every column brought onto the one map of its level.
//!
//! In: an open workspace. Out: [`Gathered`], with all problems of all files. Invariant: whatever a source
//! says of an area of the level's list is in its column as a value or a reason; what cannot be brought
//! onto the map is `LostInRecoding`. Not here: scores (`compute.rs`), files of the build (`build/`).

mod level;

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use kapstok_area::{Crosswalk, Crosswalks};
use kapstok_source::{CrosswalkSpec, LevelTable, Limits, ReadOptions, SourceSpec};
use kapstok_table::{Column, Place, Problem, Severity, SourceFile, nearest};
use rayon::prelude::*;

pub(crate) use level::{LevelData, RebasedLinks};

use crate::failure::Failure;
use crate::progress::Progress;
use crate::workspace::{LockedFile, SETTINGS_FILE, Workspace, any_error, sha256_hex};
use kapstok_share::manifest::{CrosswalkEntry, OriginEntry};

/// Everything that the sources say, by level.
pub(crate) struct Gathered {
    /// The levels of the workspace, in the order of the country file.
    pub(crate) levels: Vec<LevelData>,
    /// Code of the municipality that the workspace is of, if it is of one.
    pub(crate) municipality: Option<String>,
    /// Files of the crosswalks.
    pub(crate) crosswalks: Vec<CrosswalkEntry>,
    /// What was found on the way.
    pub(crate) problems: Vec<Problem>,
}

/// One source, read but still on its own map.
struct ReadSource {
    id: String,
    tables: Vec<LevelTable>,
    problems: Vec<Problem>,
}

/// Reads all sources and crosswalks and brings every column onto its level's map.
///
/// # Errors
/// [`Failure::Io`] when a file that is there cannot be read. A file that is not there is a problem.
pub(crate) fn gather(workspace: &Workspace, progress: &Progress) -> Result<Gathered, Failure> {
    let specs: Vec<SourceSpec> = workspace.settings.source.iter().map(|entry| with_form(entry.get_ref())).collect();
    let bar = progress.bar("progress-sources", specs.len() as u64);
    let sources = specs
        .par_iter()
        .zip(&workspace.settings.source)
        .map(|(spec, entry)| {
            let read = read_source(workspace, spec, entry.span());
            bar.step(&spec.id);
            read
        })
        .collect::<Result<Vec<ReadSource>, Failure>>()?;
    let mut problems = Vec::new();
    let (crosswalks, crosswalk_files) = read_crosswalks(workspace, &mut problems)?;
    for source in &sources {
        problems.extend(source.problems.iter().cloned());
    }
    let tables: Vec<(String, LevelTable)> = sources
        .into_iter()
        .flat_map(|source| source.tables.into_iter().map(move |table| (source.id.clone(), table)))
        .collect();
    let mut levels = workspace
        .boundary_years
        .iter()
        .map(|(level, year)| level::bring_together(workspace, level, *year, &tables, &crosswalks, &mut problems))
        .collect::<Vec<LevelData>>();
    level::fill_within(&mut levels, &workspace.country);
    let municipality = municipality(workspace, &levels, &mut problems);
    bar.done();
    Ok(Gathered { levels, municipality, crosswalks: crosswalk_files, problems: Problem::fold(problems) })
}

/// The municipality that `kapstok.toml` names, by its code or its name.
fn municipality(workspace: &Workspace, levels: &[LevelData], problems: &mut Vec<Problem>) -> Option<String> {
    let named = workspace.settings.municipality.as_ref()?;
    let found = named.get_ref().trim();
    let level = levels.iter().find(|level| level.areas.level().as_str() == "municipality");
    let areas = || {
        level.iter().flat_map(|level| {
            (0..level.areas.len()).map(|index| (level.areas.codes()[index].as_str(), level.areas.name(index)))
        })
    };
    let known = areas().find(|(code, name)| *code == found || name.eq_ignore_ascii_case(found));
    // Without any area the sources are still to be fetched.
    if known.is_none() && areas().next().is_some() {
        let nearest = nearest(found, areas().map(|(_, name)| name));
        let place = Place::span(SETTINGS_FILE, named.span());
        problems.push(Problem::error("K0415", place).with("found", found).with("nearest", nearest));
    }
    known.map(|(code, _)| code.to_owned())
}

/// The spec with the keys of its built-in form filled in.
pub(crate) fn with_form(spec: &SourceSpec) -> SourceSpec {
    let mut spec = spec.clone();
    kapstok_source::apply_form(&mut spec);
    spec
}

fn read_source(workspace: &Workspace, spec: &SourceSpec, span: std::ops::Range<usize>) -> Result<ReadSource, Failure> {
    let nothing = |problems| ReadSource { id: spec.id.clone(), tables: Vec::new(), problems };
    let mut problems = Vec::new();
    let bytes = match read_file(workspace, &spec.file, &spec.id, span)? {
        SourceBytes::There(bytes) => bytes,
        SourceBytes::NotThere(problem) => return Ok(nothing(vec![problem])),
    };
    let sha256 = sha256_hex(&bytes);
    let locked = workspace.lock.entry(&spec.file);
    match against_lock(locked, &spec.file, &sha256) {
        Some(problem) if problem.severity == Severity::Error => return Ok(nothing(vec![problem])),
        doubt => problems.extend(doubt),
    }
    let options = ReadOptions { sheet: spec.sheet.clone(), header_rows: spec.header_rows.unwrap_or(1) };
    let (raw, read_problems) = kapstok_source::read(&spec.file, &bytes, &options, &Limits::default());
    drop(bytes);
    problems.extend(read_problems);
    let Some(raw) = raw else { return Ok(nothing(problems)) };
    let file = Arc::new(SourceFile {
        source: spec.id.clone(),
        name: spec.file.clone(),
        sha256,
        title: spec.title.clone().unwrap_or_default(),
        publisher: spec.publisher.clone().unwrap_or_default(),
        table_id: spec.table_id.clone(),
        licence: spec.licence.clone().unwrap_or_default(),
        attribution: spec.attribution.clone().unwrap_or_default(),
        retrieved: locked.map(|locked| locked.retrieved.clone()).unwrap_or_default(),
        url: locked.and_then(|locked| locked.url.clone()).or_else(|| spec.url.clone()),
    });
    let (tables, table_problems) =
        kapstok_source::to_table(&raw, spec, file, &workspace.country, &workspace.indicators);
    problems.extend(table_problems);
    Ok(ReadSource { id: spec.id.clone(), tables, problems })
}

/// A file of `sources/`.
enum SourceBytes {
    There(Vec<u8>),
    /// Not there, not to be read, or larger than any source: the problem that says so.
    NotThere(Problem),
}

/// Bytes of a file of `sources/` that `kapstok.toml` names at these bytes of its own.
fn read_file(
    workspace: &Workspace,
    name: &str,
    source: &str,
    span: std::ops::Range<usize>,
) -> Result<SourceBytes, Failure> {
    let problem =
        |code| Problem::error(code, Place::span(SETTINGS_FILE, span)).with("name", name).with("source", source);
    if !crate::workspace::is_inside(name) {
        return Ok(SourceBytes::NotThere(problem("K0421")));
    }
    let path = workspace.sources_dir().join(name);
    match read_bounded(&path) {
        Ok(Some(bytes)) => Ok(SourceBytes::There(bytes)),
        Ok(None) => Ok(SourceBytes::NotThere(problem("K0423"))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(SourceBytes::NotThere(problem("K0421"))),
        Err(error) => Ok(SourceBytes::NotThere(problem("K0453").with("found", error))),
    }
}

/// The largest file that is read whole, in bytes: three times the largest national file that was met.
const MAX_FILE_BYTES: u64 = 256 << 20;

/// Reads a file, or nothing when it is larger than any source: what it gives is counted, not what it claims.
pub(crate) fn read_bounded(path: &Path) -> std::io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= MAX_FILE_BYTES).then_some(bytes))
}

/// What the lock says against a file: other bytes than were fetched, or no word of it at all.
fn against_lock(locked: Option<&LockedFile>, name: &str, sha256: &str) -> Option<Problem> {
    match locked {
        Some(locked) if locked.sha256 != sha256 => {
            let problem = Problem::error("K0422", Place::file(name));
            Some(problem.with("expected", &locked.sha256).with("found", sha256))
        }
        Some(_) => None,
        None => Some(Problem::warning("K0424", Place::file(name)).with("name", name)),
    }
}

/// A column as its source published it, on its own map, for as long as the file is the one that was built from.
///
/// # Errors
/// [`Failure`] when the workspace or the file cannot be read; a source that is gone is no error.
pub(crate) fn published_column(
    dir: &Path,
    origin: &OriginEntry,
    level: &str,
    indicator: &str,
    period: &str,
) -> Result<Option<Column>, Failure> {
    let (workspace, _) = Workspace::open(dir)?;
    let entry = workspace.settings.source.iter().find(|entry| entry.get_ref().id == origin.source);
    let Some(entry) = entry else { return Ok(None) };
    let read = read_source(&workspace, &with_form(entry.get_ref()), entry.span())?;
    let tables = read.tables.into_iter().filter(|table| table.areas.level().as_str() == level);
    let is_it = |column: &Column| {
        column.indicator().as_str() == indicator
            && column.period().as_str() == period
            && column.origin().file.sha256 == origin.sha256
    };
    Ok(tables.flat_map(|table| table.columns).find(is_it))
}

fn read_crosswalks(
    workspace: &Workspace,
    problems: &mut Vec<Problem>,
) -> Result<(Crosswalks, Vec<CrosswalkEntry>), Failure> {
    let mut all: Vec<Crosswalk> = Vec::new();
    let mut files = Vec::new();
    for entry in &workspace.settings.crosswalk {
        let spec: &CrosswalkSpec = entry.get_ref();
        let bytes = match read_file(workspace, &spec.file, &spec.id, entry.span())? {
            SourceBytes::There(bytes) => bytes,
            SourceBytes::NotThere(problem) => {
                problems.push(problem);
                continue;
            }
        };
        let sha256 = sha256_hex(&bytes);
        let locked = workspace.lock.entry(&spec.file);
        match against_lock(locked, &spec.file, &sha256) {
            Some(problem) if problem.severity == Severity::Error => {
                problems.push(problem);
                continue;
            }
            doubt => problems.extend(doubt),
        }
        files.push(CrosswalkEntry {
            id: spec.id.clone(),
            file: spec.file.clone(),
            sha256,
            licence: spec.licence.clone().unwrap_or_default(),
            attribution: spec.attribution.clone().unwrap_or_default(),
            retrieved: locked.map(|locked| locked.retrieved.clone()).unwrap_or_default(),
        });
        let (raw, more) = kapstok_source::read(&spec.file, &bytes, &ReadOptions::default(), &Limits::default());
        problems.extend(more);
        let Some(raw) = raw else { continue };
        let (crosswalk, more) = kapstok_source::to_crosswalk(&raw, spec, &workspace.country);
        problems.extend(more);
        all.extend(crosswalk);
    }
    Ok((Crosswalks::new(all), files))
}

impl Gathered {
    /// Whether anything forbids to build on it.
    pub(crate) fn has_errors(&self) -> bool {
        any_error(&self.problems)
    }
}
