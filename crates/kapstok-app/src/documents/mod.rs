// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Documents of a workspace: what `[[document]]` names, read once for a build.
//!
//! In: entries of `kapstok.toml`. Out: [`DOCUMENTS_FILE`] in the build, and doubts about what was read. Invariant: each
//! document is read in a process with bounds ([`bounded`]); where neither a file nor a recipe nor the program changed,
//! what the last build read stands. Not here: what is read (`kapstok-read`), what pages show of it (`kapstok-share`).

pub(crate) mod bounded;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use kapstok_read::row::{AnswerRow, DocumentRows};
use kapstok_share::documents::{AnswersTo, Documents, Kind, Shown};
use kapstok_share::manifest::Both;
use kapstok_table::{Place, Problem, nearest};
use toml::Spanned;

use crate::build::{program_sha256, write_json};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::workspace::{DocumentEntry, SETTINGS_FILE, Workspace, any_error, is_inside, sha256_hex};

/// What was read, in a build.
pub(crate) const DOCUMENTS_FILE: &str = "documents.json";

/// What is wrong with the entries themselves; nothing is read yet.
pub(crate) fn check(workspace: &Workspace) -> Vec<Problem> {
    let entries = &workspace.settings.document;
    let place = |span| Place::span(SETTINGS_FILE, span);
    let mut problems = Vec::new();
    let mut known = BTreeSet::new();
    for entry in entries {
        let DocumentEntry { id, file, recipe, answered_by, .. } = entry.get_ref();
        let is_id = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if id.get_ref().is_empty() || !id.get_ref().bytes().all(is_id) {
            problems.push(Problem::error("K0787", place(id.span())).with("found", id.get_ref()));
        }
        if !known.insert(id.get_ref().as_str()) {
            problems.push(Problem::error("K0409", place(id.span())).with("id", id.get_ref()));
        }
        for name in [Some(file), recipe.as_ref()].into_iter().flatten() {
            if !is_inside(name.get_ref()) {
                problems.push(Problem::error("K0407", place(name.span())).with("found", name.get_ref()));
            }
        }
        if is_inside(file.get_ref()) && !workspace.dir.join(file.get_ref()).is_file() {
            problems.push(Problem::error("K0786", place(file.span())).with("name", file.get_ref()));
        }
        for agreement in answered_by.iter().flatten() {
            if !agreements(entries).any(|known| known == agreement.get_ref()) {
                let nearest = nearest(agreement.get_ref(), agreements(entries));
                let problem = Problem::error("K0788", place(agreement.span())).with("found", agreement.get_ref());
                problems.push(problem.with("nearest", nearest));
            }
        }
    }
    problems
}

/// Reads all documents of a workspace into a build. Gives what is doubtful about them.
///
/// # Errors
/// [`Failure::Problems`] about an entry; what a reader says of a document.
pub(crate) fn write(
    workspace: &Workspace,
    last: Option<&Path>,
    into: &Path,
    progress: &Progress<'_>,
) -> Result<Vec<Problem>, Failure> {
    if workspace.settings.document.is_empty() {
        return Ok(Vec::new());
    }
    let documents = read(workspace, last, progress)?;
    write_json(&into.join(DOCUMENTS_FILE), &documents)?;
    Ok(doubts(workspace, &documents))
}

/// Reads all documents of a workspace, or takes what the last build read.
///
/// # Errors
/// As [`write()`].
pub(crate) fn read(workspace: &Workspace, last: Option<&Path>, progress: &Progress<'_>) -> Result<Documents, Failure> {
    let problems = check(workspace);
    if any_error(&problems) {
        return Err(Failure::Problems { problems, texts: workspace.texts.clone() });
    }
    let made_of = made_of(workspace)?;
    let known = last.and_then(|dir| of_build(dir).ok()).filter(|known| known.made_of == made_of);
    if let Some(known) = known {
        return Ok(known);
    }
    let entries: Vec<&DocumentEntry> = workspace.settings.document.iter().map(Spanned::get_ref).collect();
    let bar = progress.bar("progress-documents", entries.len() as u64);
    let mut all: Vec<Shown> = Vec::new();
    for entry in &entries {
        let path = workspace.dir.join(entry.file.get_ref());
        let mut arguments = vec![path.clone().into_os_string(), "--rows".into()];
        arguments.extend(with_recipe(workspace, entry));
        let rows: DocumentRows = json(&printed(arguments, &path, progress)?, &path)?;
        let title = Both { nl: entry.title.nl.clone(), en: entry.title.en.clone() };
        let answers = Vec::new();
        all.push(Shown { id: entry.id.get_ref().clone(), title, kind: entry.kind, rows, answers });
        bar.step(entry.file.get_ref());
    }
    for at in 0..entries.len() {
        let answers = answers(workspace, (&entries, &all), at, progress)?;
        if let Some(document) = all.get_mut(at) {
            document.answers = answers;
        }
    }
    bar.done();
    Ok(Documents { made_of, all })
}

/// What a reader doubts, at the file of each document; pages and `kapstok read` say it in words.
pub(crate) fn doubts(workspace: &Workspace, documents: &Documents) -> Vec<Problem> {
    let entries = workspace.settings.document.iter().map(Spanned::get_ref);
    let with_doubts = entries.zip(&documents.all).filter(|(_, document)| !document.rows.warnings.is_empty());
    let doubt = |(entry, document): (&DocumentEntry, &Shown)| {
        let file = entry.file.get_ref();
        let codes: Vec<&str> = document.rows.warnings.iter().map(|warning| warning.code.as_str()).collect();
        let path = workspace.dir.join(file).display().to_string();
        Problem::warning("K0789", Place::file(file)).with("list", codes.join(", ")).with("path", path)
    };
    with_doubts.map(doubt).collect()
}

/// The documents of a build; none in a build without them.
///
/// # Errors
/// A file that is not as we wrote it.
pub(crate) fn of_build(dir: &Path) -> Result<Documents, Failure> {
    let path = dir.join(DOCUMENTS_FILE);
    match std::fs::read(&path) {
        Ok(bytes) => json(&bytes, &path),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Documents::default()),
        Err(error) => Err(Failure::io(&path, error)),
    }
}

/// What agreements say to the asks of a document: those that it names, or all that the same recipe read.
fn answers(
    workspace: &Workspace,
    (entries, read): (&[&DocumentEntry], &[Shown]),
    at: usize,
    progress: &Progress<'_>,
) -> Result<Vec<AnswersTo>, Failure> {
    let (Some(entry), Some(document)) = (entries.get(at), read.get(at)) else { return Ok(Vec::new()) };
    if entry.kind == Kind::Agreement {
        return Ok(Vec::new());
    }
    let recipe = &document.rows.document.recipe_sha256;
    let is_meant = |other: &DocumentEntry, read: &Shown| match &entry.answered_by {
        Some(named) => named.iter().any(|id| id.get_ref() == other.id.get_ref()),
        None => read.rows.document.recipe_sha256 == *recipe,
    };
    let path = workspace.dir.join(entry.file.get_ref());
    let mut answers = Vec::new();
    let agreements = entries.iter().zip(read).filter(|(other, _)| other.kind == Kind::Agreement);
    for (agreement, _) in agreements.filter(|(other, read)| is_meant(other, read)) {
        let of = workspace.dir.join(agreement.file.get_ref());
        let mut arguments: Vec<OsString> = vec!["answer".into(), path.clone().into(), of.into(), "--json".into()];
        arguments.extend(with_recipe(workspace, entry));
        let mut answered: serde_json::Value = json(&printed(arguments, &path, progress)?, &path)?;
        let rows: Vec<AnswerRow> =
            serde_json::from_value(answered["answers"].take()).map_err(|error| Failure::store(&path, error))?;
        answers.push(AnswersTo { agreement: agreement.id.get_ref().clone(), rows });
    }
    Ok(answers)
}

fn agreements(entries: &[Spanned<DocumentEntry>]) -> impl Iterator<Item = &str> {
    let of_kind = entries.iter().map(Spanned::get_ref).filter(|entry| entry.kind == Kind::Agreement);
    of_kind.map(|entry| entry.id.get_ref().as_str())
}

/// A recipe of the workspace where it has one of that name; else one of the program.
fn with_recipe(workspace: &Workspace, entry: &DocumentEntry) -> Vec<OsString> {
    let Some(named) = &entry.recipe else { return Vec::new() };
    let own = workspace.dir.join(named.get_ref());
    let recipe = if own.exists() { own } else { PathBuf::from(named.get_ref()) };
    vec!["--recipe".into(), recipe.into()]
}

/// What `kapstok read` prints.
fn printed(arguments: Vec<OsString>, document: &Path, progress: &Progress<'_>) -> Result<Vec<u8>, Failure> {
    let language: OsString = progress.language().tag().into();
    let before: [OsString; 3] = ["--lang".into(), language, "read".into()];
    let printed = bounded::read(before.into_iter().chain(arguments), document)?;
    match printed.status {
        0 => Ok(printed.out),
        status => {
            use std::io::Write;
            let _ = std::io::stderr().write_all(&printed.said);
            Err(Failure::Told { status })
        }
    }
}

fn json<T: serde::de::DeserializeOwned>(bytes: &[u8], path: &Path) -> Result<T, Failure> {
    serde_json::from_slice(bytes).map_err(|error| Failure::store(path, error))
}

/// Hash of all that decides what is read: program, entries, files, recipes.
fn made_of(workspace: &Workspace) -> Result<String, Failure> {
    let mut parts = vec![program_sha256()?];
    for entry in workspace.settings.document.iter().map(Spanned::get_ref) {
        let path = workspace.dir.join(entry.file.get_ref());
        let bytes = std::fs::read(&path).map_err(|error| Failure::io(&path, error))?;
        parts.push(format!("{entry:?} {}", sha256_hex(&bytes)));
        if let Some(recipe) = &entry.recipe {
            let own = workspace.dir.join(recipe.get_ref());
            let text = std::fs::read(own.join("recipe.toml")).or_else(|_| std::fs::read(&own));
            parts.push(text.map_or_else(|_| "of the program".to_owned(), |text| sha256_hex(&text)));
        }
    }
    Ok(sha256_hex(parts.join("\n").as_bytes()))
}
