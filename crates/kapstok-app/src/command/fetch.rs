// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok fetch`: the files that `kapstok.toml` names into `sources/`, each with its hash in the lock.
//!
//! The only place with an http client. A file lands whole or not at all: it is written beside its name,
//! synced, and renamed. Table ids are looked up in the publisher's catalogue and the match is shown.

use std::io::Write;
use std::path::{Path, PathBuf};

use kapstok_table::{Place, Problem};

use crate::build::write_durably;
use crate::failure::Failure;
use crate::fetching::{self, Client};
use crate::progress::Progress;
use crate::words::Words;
use crate::workspace::{LOCK_FILE, Lock, LockedFile, SETTINGS_FILE, Workspace, any_error, is_inside, sha256_hex};

/// One file to fetch: for a source, or for a crosswalk.
struct Wanted<'a> {
    id: &'a str,
    name: &'a str,
    licence: &'a str,
    url: Option<&'a str>,
    odata: Option<&'a kapstok_source::ODataSpec>,
    span: std::ops::Range<usize>,
}

/// Fetches everything; what was fetched before a failure stays and stands in the lock.
///
/// # Errors
/// A file that is nowhere, a service that does not answer, a folder that cannot be written.
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
            Some(folder) => from_folder(folder, file.name)?,
            None => from_network(&client, &workspace, file, words, out)?,
        };
        let Some((bytes, url)) = got else {
            let place = Place::span(SETTINGS_FILE, file.span.clone());
            let code = if from.is_some() { "K0501" } else { "K0502" };
            problems.push(Problem::error(code, place).with("name", file.name).with("source", file.id));
            continue;
        };
        let sha256 = sha256_hex(&bytes);
        let licence = match file.licence {
            "" => words.say("licence-not-stated", &[]),
            stated => stated.to_owned(),
        };
        let facts = [
            ("source", file.id),
            ("name", file.name),
            ("licence", &licence),
            ("sha256", &sha256),
            ("bytes", &bytes.len().to_string()),
        ];
        if lock.entry(file.name).is_some_and(|locked| locked.sha256 == sha256) && sources.join(file.name).exists() {
            writeln!(out, "{}", words.say("fetch-kept", &facts)).map_err(crate::standard_output)?;
        } else {
            if let Some(locked) = lock.entry(file.name) {
                let place = Place::file(file.name);
                problems.push(Problem::warning("K0503", place).with("before", &locked.sha256).with("found", &sha256));
            }
            land(&sources.join(file.name), &bytes)?;
            writeln!(out, "{}", words.say("fetch-file", &facts)).map_err(crate::standard_output)?;
            lock.file.retain(|locked| locked.name != file.name);
            lock.file.push(LockedFile {
                source: file.id.to_owned(),
                name: file.name.to_owned(),
                sha256,
                retrieved: fetching::today(),
                url,
                licence: file.licence.to_owned(),
            });
            write_lock(&sources.join(LOCK_FILE), &mut lock)?;
        }
        n_files += 1;
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

/// Files by name, each once: several crosswalks may stand in one file.
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
    let mut seen = std::collections::BTreeSet::new();
    wanted.retain(|file| is_inside(file.name) && seen.insert(file.name));
    wanted
}

type Got = Option<(Vec<u8>, Option<String>)>;

/// The file of that name in the folder, or the only one of that name below it.
fn from_folder(folder: &Path, name: &str) -> Result<Got, Failure> {
    let direct = folder.join(name);
    let path = if direct.is_file() { Some(direct) } else { only_below(folder, name)? };
    let Some(path) = path else { return Ok(None) };
    let bytes = std::fs::read(&path).map_err(|error| Failure::io(&path, error))?;
    Ok(Some((bytes, None)))
}

fn only_below(folder: &Path, name: &str) -> Result<Option<PathBuf>, Failure> {
    let mut open = vec![(folder.to_owned(), 0)];
    let mut found = Vec::new();
    while let Some((dir, depth)) = open.pop() {
        let entries = std::fs::read_dir(&dir).map_err(|error| Failure::io(&dir, error))?;
        for entry in entries.filter_map(Result::ok) {
            let path = entry.path();
            // No link is followed: a folder that holds itself would never end.
            let kind = entry.file_type().map_err(|error| Failure::io(&path, error))?;
            if kind.is_dir() && depth < 6 {
                open.push((path, depth + 1));
            } else if kind.is_file() && entry.file_name().to_str() == Some(name) {
                found.push(path);
            }
        }
    }
    Ok(if found.len() == 1 { found.pop() } else { None })
}

fn from_network(
    client: &Client,
    workspace: &Workspace,
    file: &Wanted<'_>,
    words: &Words,
    out: &mut dyn Write,
) -> Result<Got, Failure> {
    if let Some(odata) = file.odata {
        let table = match &odata.table {
            Some(table) => table.clone(),
            None => {
                let found = fetching::look_up(client, odata)?;
                let facts = [("source", file.id), ("table", &*found.id), ("title", &found.title)];
                writeln!(out, "{}", words.say("fetch-match", &facts)).map_err(crate::standard_output)?;
                found.id
            }
        };
        let url = fetching::table_url(odata, &table);
        return Ok(Some((fetching::all_pages(client, &url)?, Some(url))));
    }
    let Some(url) = file.url else { return Ok(None) };
    let part = workspace.sources_dir().join(format!(".{}.part", file.name));
    let bytes = client.download(url, &part)?;
    Ok(Some((bytes, Some(url.to_owned()))))
}

/// Writes beside the name, then renames: a reader sees the old file or the new one.
fn land(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let next =
        path.with_file_name(format!(".{}.new", path.file_name().and_then(|name| name.to_str()).unwrap_or("file")));
    write_durably(&next, bytes)?;
    std::fs::rename(&next, path).map_err(|error| Failure::io(path, error))
}

fn write_lock(path: &Path, lock: &mut Lock) -> Result<(), Failure> {
    lock.file.sort_by(|left, right| left.name.cmp(&right.name));
    let text = toml::to_string(lock).map_err(|error| Failure::store(path, error))?;
    land(
        path,
        format!("# Written by `kapstok fetch`. What was fetched, when, and the hash of its bytes.\n\n{text}")
            .as_bytes(),
    )
}
