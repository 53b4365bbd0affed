// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok fetch`: the files that `kapstok.toml` names into `sources/`, each with its hash in the lock.
//!
//! In: an open workspace. Out: files and their lock. A file lands whole or not at all: it is written beside
//! its name, synced, and renamed. Table ids are looked up in the publisher's catalogue and the match is shown.
//! Invariant: one file that cannot be had keeps no other away. Not here: the network (`fetching/`).

use std::io::Write;
use std::path::{Path, PathBuf};

use kapstok_table::{Place, Problem};

use crate::durable::replace_durably;
use crate::failure::Failure;
use crate::fetching::{self, CatalogueEntry, Client, Trouble};
use crate::problems::Texts;
use crate::progress::Progress;
use crate::workspace::{LOCK_FILE, Lock, LockedFile, SETTINGS_FILE, Workspace, any_error, is_inside, sha256_hex};
use kapstok_share::words::Words;

/// One file to fetch: for a source, or for a crosswalk.
struct Wanted<'a> {
    id: &'a str,
    name: &'a str,
    licence: &'a str,
    url: Option<&'a str>,
    odata: Option<&'a kapstok_source::ODataSpec>,
    span: std::ops::Range<usize>,
}

/// A file that was had.
struct Got {
    bytes: Vec<u8>,
    /// Its address, where one is known.
    url: Option<String>,
    /// The day it was fetched, where that was not today.
    retrieved: Option<String>,
    /// The table that its words led to.
    table: Option<CatalogueEntry>,
}

/// Fetches everything, and goes on with the other files when one cannot be had. What was fetched stays and
/// stands in the lock.
///
/// # Errors
/// [`Failure::Problems`] with every file that is nowhere or whose service does not answer; a folder that
/// cannot be written.
pub(crate) fn fetch(dir: &Path, from: Option<&Path>, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let (workspace, problems) = Workspace::open(dir)?;
    if any_error(&problems) {
        return Err(Failure::Problems { problems, texts: workspace.texts });
    }
    let sources = workspace.sources_dir();
    std::fs::create_dir_all(&sources).map_err(|error| Failure::io(&sources, error))?;
    let wanted = wanted(&workspace);
    let progress = Progress::new(words);
    let bar = progress.bar("progress-fetch", wanted.len() as u64);
    let client = Client::new();
    let (mut lock, mut problems, mut n_files) = (workspace.lock.clone(), Vec::new(), 0);
    for file in &wanted {
        bar.step(file.name);
        let got = match from {
            Some(folder) => from_folder(folder, file),
            None => from_network(&client, &sources, file),
        };
        match got {
            Ok(got) => {
                take_over(got, file, &sources, &mut lock, &mut problems, words, out)?;
                n_files += 1;
            }
            Err(problem) => problems.push(problem),
        }
    }
    bar.done();
    if any_error(&problems) {
        return Err(Failure::Problems { problems, texts: workspace.texts });
    }
    crate::problems::print(&problems, &workspace.texts, words, &mut std::io::stderr())
        .map_err(crate::standard_output)?;
    let facts = [("n", &*n_files.to_string()), ("dir", &sources.display().to_string())];
    writeln!(out, "{}", words.say("fetch-done", &facts)).map_err(crate::standard_output)
}

/// Puts a file and its lock into `sources/`, unless those very bytes lie there.
fn take_over(
    got: Got,
    file: &Wanted<'_>,
    sources: &Path,
    lock: &mut Lock,
    problems: &mut Vec<Problem>,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if let Some(table) = &got.table {
        let facts = [("source", file.id), ("table", &*table.id), ("title", &table.title)];
        writeln!(out, "{}", words.say("fetch-match", &facts)).map_err(crate::standard_output)?;
    }
    let sha256 = sha256_hex(&got.bytes);
    let licence = match file.licence {
        "" => words.say("licence-not-stated", &[]),
        stated => stated.to_owned(),
    };
    let facts = [
        ("source", file.id),
        ("name", file.name),
        ("licence", &licence),
        ("sha256", &sha256),
        ("bytes", &got.bytes.len().to_string()),
    ];
    let path = sources.join(file.name);
    let lies_there = || std::fs::read(&path).is_ok_and(|held| held == got.bytes);
    if lock.entry(file.name).is_some_and(|locked| locked.sha256 == sha256) && lies_there() {
        return writeln!(out, "{}", words.say("fetch-kept", &facts)).map_err(crate::standard_output);
    }
    if let Some(locked) = lock.entry(file.name).filter(|locked| locked.sha256 != sha256) {
        let place = Place::file(file.name);
        problems.push(Problem::warning("K0503", place).with("before", &locked.sha256).with("found", &sha256));
    }
    replace_durably(&path, &got.bytes)?;
    writeln!(out, "{}", words.say("fetch-file", &facts)).map_err(crate::standard_output)?;
    lock.file.retain(|locked| locked.name != file.name);
    lock.file.push(LockedFile {
        source: file.id.to_owned(),
        name: file.name.to_owned(),
        sha256,
        retrieved: got.retrieved.unwrap_or_else(crate::clock::today),
        url: got.url,
        licence: file.licence.to_owned(),
    });
    write_lock(&sources.join(LOCK_FILE), lock)
}

/// Files by name, each once: several sources may stand in one file, and one of them says where it comes from.
fn wanted(workspace: &Workspace) -> Vec<Wanted<'_>> {
    let mut wanted: Vec<Wanted<'_>> = Vec::new();
    for entry in &workspace.settings.source {
        let spec = entry.get_ref();
        wanted.push(Wanted {
            id: &spec.id,
            name: &spec.file,
            licence: spec.licence.as_deref().unwrap_or_default(),
            url: spec.url.as_deref(),
            odata: spec.odata.as_ref(),
            span: entry.span(),
        });
    }
    for entry in &workspace.settings.crosswalk {
        let spec = entry.get_ref();
        let (url, licence) = (spec.url.as_deref(), spec.licence.as_deref().unwrap_or_default());
        wanted.push(Wanted { id: &spec.id, name: &spec.file, licence, url, odata: None, span: entry.span() });
    }
    // The ones that say where first; among them, and among the others, as they stand.
    wanted.sort_by_key(|file| file.url.is_none() && file.odata.is_none());
    let mut seen = std::collections::BTreeSet::new();
    wanted.retain(|file| is_inside(file.name) && seen.insert(file.name));
    wanted
}

impl Wanted<'_> {
    fn problem(&self, code: &'static str) -> Problem {
        let place = Place::span(SETTINGS_FILE, self.span.clone());
        Problem::error(code, place).with("name", self.name).with("source", self.id)
    }
}

/// The file of that name in the folder, or the only one of that name below it.
fn from_folder(folder: &Path, file: &Wanted<'_>) -> Result<Got, Problem> {
    let unreadable = |error: std::io::Error| file.problem("K0453").with("found", error);
    let direct = folder.join(file.name);
    let path = if direct.is_file() { Some(direct) } else { only_below(folder, file.name).map_err(unreadable)? };
    let path = path.ok_or_else(|| file.problem("K0501"))?;
    let bytes = std::fs::read(&path).map_err(unreadable)?;
    // The lock of whoever fetched it says from where and when, as long as it speaks of these bytes.
    let sha256 = sha256_hex(&bytes);
    let beside = path.parent().unwrap_or(folder);
    let locked = [beside, folder].iter().find_map(|dir| {
        let lock = Lock::read(dir, &mut Texts::new(), &mut Vec::new()).ok()?;
        lock.entry(file.name).filter(|locked| locked.sha256 == sha256).cloned()
    });
    let (retrieved, url) = locked.map_or((None, None), |locked| (Some(locked.retrieved), locked.url));
    Ok(Got { bytes, url, retrieved, table: None })
}

fn only_below(folder: &Path, name: &str) -> std::io::Result<Option<PathBuf>> {
    let mut open = vec![(folder.to_owned(), 0)];
    let mut found = Vec::new();
    while let Some((dir, depth)) = open.pop() {
        let entries = std::fs::read_dir(&dir)?;
        for entry in entries.filter_map(Result::ok) {
            let path = entry.path();
            // No link is followed: a folder that holds itself would never end.
            let kind = entry.file_type()?;
            if kind.is_dir() && depth < 6 {
                open.push((path, depth + 1));
            } else if kind.is_file() && entry.file_name().to_str() == Some(name) {
                found.push(path);
            }
        }
    }
    Ok(if found.len() == 1 { found.pop() } else { None })
}

fn from_network(client: &Client, sources: &Path, file: &Wanted<'_>) -> Result<Got, Problem> {
    let failed = |trouble: Trouble| file.problem("K0452").with("url", trouble.url).with("found", trouble.message);
    let Some(odata) = file.odata else {
        let url = file.url.ok_or_else(|| file.problem("K0502"))?;
        let part = sources.join(format!(".{}.part", file.name));
        let bytes = client.download(url, &part).map_err(failed)?;
        return Ok(Got { bytes, url: Some(url.to_owned()), retrieved: None, table: None });
    };
    let (id, table) = match &odata.table {
        Some(table) => (table.clone(), None),
        None => {
            let found = fetching::look_up(client, odata).map_err(failed)?;
            (found.id.clone(), Some(found))
        }
    };
    let url = fetching::table_url(odata, &id);
    Ok(Got { bytes: fetching::all_pages(client, &url).map_err(failed)?, url: Some(url), retrieved: None, table })
}

fn write_lock(path: &Path, lock: &mut Lock) -> Result<(), Failure> {
    lock.file.sort_by(|left, right| left.name.cmp(&right.name));
    let text = toml::to_string(lock).map_err(|error| Failure::store(path, error))?;
    replace_durably(
        path,
        format!("# Written by `kapstok fetch`. What was fetched, when, and the hash of its bytes.\n\n{text}")
            .as_bytes(),
    )
}
