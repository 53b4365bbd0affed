// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/v1/downloads`: files to take along.
//!
//! In: a name such as `neighbourhood.nl.csv`. Out: that level in that form (`kapstok_share::files`). A file of a country takes
//! seconds, so it is made when somebody asks, one at a time, and kept. Invariant: what is kept is bounded in bytes, and the
//! file that was asked longest ago goes first; a larger one is there once, for as long as somebody reads it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use axum::http::header;
use kapstok_share::files::{FileError, FileKind, file, file_name};
use kapstok_share::snapshot::Level;
use serde_json::{Value, json};

use super::ask::{Ask, JSON};
use crate::answer::Answer;
use crate::packed::Packed;
use crate::problem::Problem;

/// The path that takes long.
pub(super) const FILE: &str = "/v1/downloads/{file}";
/// The media type of the description, where forms of many kinds stand in one path.
pub(super) const ANY: &str = "application/octet-stream";
/// What is kept at most, in bytes.
const MOST: usize = 64 * 1024 * 1024;

/// Files that were made, the last one asked at the end.
#[derive(Debug, Default)]
pub(super) struct Downloads {
    making: Mutex<()>,
    kept: Mutex<Vec<(String, Arc<Packed>)>>,
    /// Files that are too large to keep, while they are read.
    lent: Mutex<BTreeMap<String, Weak<Packed>>>,
}

impl Downloads {
    fn find(&self, name: &str) -> Option<Arc<Packed>> {
        if let Some(packed) = self.lent.lock().unwrap_or_else(PoisonError::into_inner).get(name).and_then(Weak::upgrade)
        {
            return Some(packed);
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(known, _)| known == name)?;
        let found = kept.remove(at);
        let packed = Arc::clone(&found.1);
        kept.push(found);
        Some(packed)
    }

    fn keep(&self, name: &str, packed: &Arc<Packed>) {
        if packed.size() > MOST {
            let mut lent = self.lent.lock().unwrap_or_else(PoisonError::into_inner);
            lent.insert(name.to_owned(), Arc::downgrade(packed));
            return;
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push((name.to_owned(), Arc::clone(packed)));
        // Those that were kept before may have been packed since.
        let mut n_bytes: usize = kept.iter().map(|(_, packed)| packed.size()).sum();
        while n_bytes > MOST && kept.len() > 1 {
            n_bytes -= kept.remove(0).1.size();
        }
    }

    /// A file by its name: kept, or made now. Nobody makes two at a time, nor the same one twice.
    fn get(&self, name: &str, make: impl FnOnce() -> Result<Packed, Problem>) -> Result<Arc<Packed>, Problem> {
        if let Some(packed) = self.find(name) {
            return Ok(packed);
        }
        let _alone = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(packed) = self.find(name) {
            return Ok(packed);
        }
        let packed = Arc::new(make()?);
        self.keep(name, &packed);
        Ok(packed)
    }
}

/// Answers `/v1/downloads`.
pub(super) fn list(ask: &Ask) -> Result<Answer, Problem> {
    let snapshot = &ask.site.snapshot;
    let of_level = |level: &Level| {
        let name = level.name();
        let file_name = |kind| file_name(snapshot, level, kind);
        FileKind::made_of(level)
            .map(|kind| {
                json!({
                    "level": name,
                    "form": kind.extension(),
                    "mediaType": kind.media(),
                    "href": format!("downloads/{name}.{}", kind.extension()),
                    "fileName": file_name(kind),
                })
            })
            .collect::<Vec<Value>>()
    };
    let files: Vec<Value> = snapshot.levels().iter().flat_map(of_level).collect();
    Ok(ask.json(JSON, &json!({ "build": snapshot.id(), "files": files })))
}

/// Answers [`FILE`].
pub(super) fn one(ask: &Ask) -> Result<Answer, Problem> {
    let (snapshot, found) = (&ask.site.snapshot, ask.part(0));
    let known = |level: &&Level| found.strip_prefix(level.name()).is_some_and(|rest| rest.starts_with('.'));
    let named = snapshot.levels().iter().find(known).and_then(|level| {
        let kind = FileKind::of_extension(found.get(level.name().len() + 1..)?)?;
        Some((level, kind))
    });
    let hint = "see /v1/downloads for the files that there are";
    let (level, kind) = named.ok_or_else(|| Problem::not_found("file", found, hint))?;
    kind.check(level).map_err(|error| not_made(found, level, &error, hint))?;
    let packed = ask.site.api.downloads.get(found, || match file(snapshot, level, kind) {
        Ok(bytes) if is_packed(kind) => Ok(Packed::as_it_is(bytes)),
        Ok(bytes) => Ok(Packed::new(bytes)),
        Err(error) => {
            eprintln!("{found}: {error}");
            Err(Problem::own_fault())
        }
    })?;
    let name = format!("attachment; filename=\"{}\"", file_name(snapshot, level, kind));
    Ok(Answer::packed(kind.media(), &packed).header(header::CONTENT_DISPOSITION, &name))
}

/// What is told of a form in which this level is not made.
fn not_made(found: &str, level: &Level, error: &FileError, hint: &str) -> Problem {
    match error {
        FileError::UnknownCrs { srs, .. } => {
            let name = level.name();
            let hint = format!(
                "this map is in EPSG:{srs}, which is not brought to degrees here; ask /v1/downloads/{name}.gpkg, which has it as it is"
            );
            Problem::not_found("file", found, hint)
        }
        _ => Problem::not_found("map of level", level.name(), hint),
    }
}

/// Whether a form is packed already.
fn is_packed(kind: FileKind) -> bool {
    match kind {
        FileKind::CsvZip | FileKind::Xlsx | FileKind::Parquet => true,
        FileKind::Csv | FileKind::CsvNl | FileKind::Gpkg | FileKind::GeoJson => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_bounded_and_the_longest_unasked_goes_first() {
        let downloads = Downloads::default();
        let get =
            |name: &str, n: usize| downloads.get(name, || Ok(Packed::as_it_is(vec![0; n]))).map(|it| it.plain().len());
        let names = || downloads.kept.lock().unwrap().iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(get("a", MOST / 2), Ok(MOST / 2));
        assert_eq!(get("b", MOST / 3), Ok(MOST / 3));
        assert_eq!(get("a", 1), Ok(MOST / 2), "kept");
        assert_eq!(get("c", MOST / 3), Ok(MOST / 3));
        assert_eq!(names(), ["a", "c"]);
        assert_eq!(get("too large", MOST + 1), Ok(MOST + 1));
        assert_eq!(names(), ["a", "c"]);
        // What is too large to keep is there once while somebody has it, and is made again after.
        let large = downloads.get("too large", || Ok(Packed::as_it_is(vec![0; MOST + 1]))).unwrap();
        let again = downloads.get("too large", || Err(Problem::own_fault())).unwrap();
        assert!(Arc::ptr_eq(&large, &again));
        drop((large, again));
        assert_eq!(downloads.get("too large", || Err(Problem::own_fault())).err(), Some(Problem::own_fault()));
    }
}
