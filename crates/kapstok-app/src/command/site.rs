// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok export site`: the pages of the current build as plain files, for a shared drive or any host of files.
//!
//! In: a workspace with a build. Out: a folder. Invariants: the folder is there whole or not at all, for it is written
//! beside its place and then renamed; a folder that is no exported site is not touched; the same build gives the same
//! bytes. Which files there are, and what is in them: `kapstok_serve::export`.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use kapstok_serve::export::{NoSite, Plan};
use kapstok_serve::{Site, Told};
use kapstok_share::number::figure;
use kapstok_share::words::Words;
use serde::{Deserialize, Serialize};

use crate::build::{snapshot, store::Store, write_json};
use crate::command::serve;
use crate::documents;
use crate::failure::Failure;
use crate::progress::{Bar, Progress};

/// The file by which a folder is known as one of ours.
const MARKER: &str = "kapstok-site.json";
/// What the marker begins with; a number follows.
const FORM: &str = "kapstok-site/";

/// What an exported site says of itself.
#[derive(Serialize, Deserialize)]
struct Marker {
    /// [`FORM`] and its version.
    form: String,
    /// The build that it shows.
    build: String,
    /// How many files lie beside this one.
    files: usize,
}

/// Writes the site.
///
/// # Errors
/// No build; a folder that is no exported site; what the system says of a file.
pub(crate) fn site(
    dir: &Path,
    to: &Path,
    theme: Option<&Path>,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let to = std::path::absolute(to).map_err(|error| Failure::io(to, error))?;
    refuse_other_work(&to)?;
    let store = Store::current(dir)?;
    let told = Told {
        theme: serve::theme(theme)?,
        truth: serve::truth(dir, &store),
        log: serve::agenda_of(dir)?,
        documents: Arc::new(documents::of_build(&store.dir)?),
        ..Told::default()
    };
    let site = Site::new(snapshot::load(&store)?, told);
    site.warm();
    let refused = |error: NoSite| match error {
        NoSite::Clash { path } => Failure::SiteClash { file: path },
        error @ NoSite::File { .. } => Failure::store(&to, error),
    };
    let plan = Plan::new(&site).map_err(refused)?;
    let fresh = Fresh::beside(&to)?;
    let bar = Progress::new(words).bar("progress-site", plan.len() as u64);
    let n_bytes = write_all(&plan, &fresh.dir, &bar)?;
    bar.done();
    let marker = Marker { form: format!("{FORM}1"), build: site.snapshot.id().to_owned(), files: plan.len() };
    write_json(&fresh.dir.join(MARKER), &marker)?;
    fresh.land(&to)?;
    let path = to.display().to_string();
    let megabytes = figure(n_bytes as f64 / 1e6, 1, words.language);
    let mut said =
        vec![words.say("site-written", &[("path", &path), ("n", &plan.len().to_string()), ("size", &megabytes)])];
    for (kind, n) in plan.counts() {
        said.push(format!("  {}", words.say(&format!("site-kind-{kind}"), &[("n", &n.to_string())])));
    }
    if !plan.has_origins() {
        said.push(words.say("site-no-origins", &[]));
    }
    said.push(words.say("site-look", &[("path", &path)]));
    writeln!(out, "{}", said.join("\n")).map_err(crate::standard_output)
}

/// A folder with anything but an earlier site in it is somebody's work, and stays as it is.
fn refuse_other_work(to: &Path) -> Result<(), Failure> {
    let not_ours = || Failure::NotASite { path: to.to_owned() };
    if to.file_name().is_none() {
        return Err(not_ours());
    }
    // A link is not followed: what it leads to would be renamed away.
    let there = match std::fs::symlink_metadata(to) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Failure::io(to, error)),
        Ok(there) => there,
    };
    if !there.is_dir() {
        return Err(not_ours());
    }
    let is_empty = std::fs::read_dir(to).map_err(|error| Failure::io(to, error))?.next().is_none();
    let marker = std::fs::read(to.join(MARKER)).ok().and_then(|text| serde_json::from_slice::<Marker>(&text).ok());
    let is_ours = marker.is_some_and(|marker| marker.form.starts_with(FORM));
    if is_empty || is_ours { Ok(()) } else { Err(not_ours()) }
}

/// Makes and writes all files, as many at a time as there are processors. Gives the number of bytes.
fn write_all(plan: &Plan<'_>, dir: &Path, bar: &Bar) -> Result<u64, Failure> {
    let paths: Vec<PathBuf> = plan.paths().map(|path| dir.join(path)).collect();
    let folders: BTreeSet<&Path> = paths.iter().filter_map(|path| path.parent()).collect();
    for folder in folders {
        std::fs::create_dir_all(folder).map_err(|error| Failure::io(folder, error))?;
    }
    let write = |at: usize| -> Result<u64, Failure> {
        let (path, bytes) = (&paths[at], plan.bytes(at).map_err(|error| Failure::store(&paths[at], error))?);
        std::fs::write(path, &bytes).map_err(|error| Failure::io(path, error))?;
        Ok(bytes.len() as u64)
    };
    let (next, n_bytes, failed) = (AtomicUsize::new(0), AtomicU64::new(0), Mutex::new(None));
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = paths.get(at) else { return };
            match write(at) {
                Ok(n) => drop(n_bytes.fetch_add(n, Ordering::Relaxed)),
                Err(failure) => {
                    // The others stop at their next file.
                    next.store(paths.len(), Ordering::Relaxed);
                    failed.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(failure);
                    return;
                }
            }
            bar.step(&path.strip_prefix(dir).unwrap_or(path).display().to_string());
        }
    };
    let n_threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..n_threads {
            scope.spawn(work);
        }
    });
    match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(failure) => Err(failure),
        None => Ok(n_bytes.into_inner()),
    }
}

/// A folder that is being written, beside its place. It goes away unless it lands.
struct Fresh {
    dir: PathBuf,
}

impl Fresh {
    fn beside(to: &Path) -> Result<Self, Failure> {
        let dir = hidden(to, "part");
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder).map_err(|error| Failure::io(folder, error))?;
        }
        // Of an earlier run with the same number that was cut off.
        let _ = std::fs::remove_dir_all(&dir);
        std::fs::create_dir(&dir).map_err(|error| Failure::io(&dir, error))?;
        Ok(Self { dir })
    }

    /// Takes its place. An earlier site stands until this moment, and comes back where the place cannot be taken.
    fn land(self, to: &Path) -> Result<(), Failure> {
        let old = hidden(to, "old");
        let had_one = to.exists();
        if had_one {
            std::fs::rename(to, &old).map_err(|error| Failure::io(to, error))?;
        }
        if let Err(error) = std::fs::rename(&self.dir, to) {
            if had_one {
                let _ = std::fs::rename(&old, to);
            }
            return Err(Failure::io(to, error));
        }
        if had_one {
            std::fs::remove_dir_all(&old).map_err(|error| Failure::io(&old, error))?;
        }
        Ok(())
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        // After landing there is nothing here any more.
        let _ = std::fs::remove_dir_all(&self.dir);
    }
}

/// A name beside the folder that nobody else uses.
fn hidden(to: &Path, end: &str) -> PathBuf {
    let name = to.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    to.with_file_name(format!(".{name}.{}.{end}", std::process::id()))
}
