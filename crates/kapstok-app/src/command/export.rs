// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok export files`: one level of the current build as a file to take along.
//!
//! In: a workspace with a build. Out: a file. Invariant: what is in it comes from a snapshot, so from behind the gate; a
//! file of another kind is not written over. What the forms hold: `kapstok_share::files`.

use std::io::Write;
use std::path::Path;

use kapstok_share::files::{FileError, FileKind, file};
use kapstok_share::words::Words;

use crate::build::snapshot;
use crate::durable::replace_durably;
use crate::failure::Failure;

/// Writes a file of a level.
///
/// # Errors
/// No build, no such level, a name that does not say which form, a level without a map, something else at `to`.
pub(crate) fn files(
    dir: &Path,
    level: &str,
    format: Option<&str>,
    to: &Path,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let kind = match format {
        Some(format) => FileKind::of_extension(format),
        None => of_name(to),
    };
    let kind = kind.ok_or_else(|| {
        let name = to.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Failure::NotFound { what: "format", found: name, nearest: extensions().join(", ") }
    })?;
    let snapshot = snapshot::current(dir)?;
    let found = snapshot.level(level).ok_or_else(|| {
        let known: Vec<&str> = snapshot.levels().iter().map(kapstok_share::snapshot::Level::name).collect();
        Failure::NotFound { what: "level-export", found: level.to_owned(), nearest: known.join(", ") }
    })?;
    let bytes = file(&snapshot, found, kind).map_err(|error| match error {
        FileError::NoMap { level } => Failure::NotFound { what: "map", found: level, nearest: String::new() },
        FileError::UnknownCrs { level, srs } => {
            Failure::NotFound { what: "map-in-degrees", found: level, nearest: format!("EPSG:{srs}") }
        }
        error @ FileError::Writer { .. } => Failure::store(to, error),
    })?;
    // A slip in `--out` must not cost anybody their settings.
    let there = std::fs::read(to).unwrap_or_default();
    if !there.is_empty() && there.get(..4) != bytes.get(..4) {
        return Err(Failure::Exists { path: to.to_owned() });
    }
    replace_durably(to, &bytes)?;
    let n = found.len().to_string();
    let path = to.display().to_string();
    writeln!(out, "{}", words.say("files-written", &[("path", &path), ("n", &n)])).map_err(crate::standard_output)
}

/// The forms, as `--format` takes them.
pub(crate) fn extensions() -> Vec<&'static str> {
    FileKind::ALL.map(FileKind::extension).to_vec()
}

/// The kind that a name ends with; of two that fit, the longer.
fn of_name(path: &Path) -> Option<FileKind> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let fits = |kind: &FileKind| name.ends_with(&format!(".{}", kind.extension()));
    FileKind::ALL.into_iter().filter(fits).max_by_key(|kind| kind.extension().len())
}
