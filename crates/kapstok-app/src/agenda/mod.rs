// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The agenda of a workspace: `agenda/log.jsonl` on disk, and its things in words and as data.
//!
//! In: the folder of a workspace. Out: a [`Log`] to read, a [`disk::Writer`] to add to. Invariant: reading takes no lock and
//! changes nothing; what was acknowledged is on the disk. Not here: what events mean (`kapstok_agenda`).

pub(crate) mod area;
pub(crate) mod as_json;
pub(crate) mod disk;
pub(crate) mod found;
pub(crate) mod in_words;
pub(crate) mod typed;

use std::path::{Path, PathBuf};

use kapstok_agenda::event::Event;
use kapstok_agenda::log::{Head, Tail};
use kapstok_agenda::state::State;
use kapstok_table::{Place, Problem};

use crate::failure::Failure;
use crate::problems::Texts;
use crate::workspace::SETTINGS_FILE;

/// Name of the log, as people read it in a place.
pub(crate) const LOG_FILE: &str = "agenda/log.jsonl";

/// Links of the user's own.
pub(crate) const LINKS_FILE: &str = "agenda/links.toml";

/// The log of a workspace as it stands.
pub(crate) struct Log {
    /// All events of finished acts.
    pub(crate) events: Vec<Event>,
    /// What is agreed after them.
    pub(crate) state: State,
    /// Where the log stands.
    pub(crate) head: Head,
    /// What a crash left behind the last act, or what is being written just now.
    pub(crate) tail: Option<Tail>,
}

impl Log {
    /// Reads the log; one that is not there has no events.
    ///
    /// # Errors
    /// [`Failure::NoWorkspace`]; [`Failure::Io`]; K0650 where the log is damaged.
    pub(crate) fn read(dir: &Path) -> Result<Self, Failure> {
        if !dir.join(SETTINGS_FILE).is_file() {
            return Err(Failure::NoWorkspace { dir: dir.to_owned() });
        }
        Self::of(&bytes_of(&path_of(dir))?)
    }

    /// The log of bytes.
    fn of(bytes: &[u8]) -> Result<Self, Failure> {
        let (events, head, tail) = kapstok_agenda::log::read(bytes).map_err(|error| stop(found::damage(&error)))?;
        Ok(Self { state: State::of(&events), events, head, tail })
    }
}

/// Where the log of a workspace lies.
pub(crate) fn path_of(dir: &Path) -> PathBuf {
    dir.join("agenda").join("log.jsonl")
}

/// The bytes of a file; none where it is not there.
fn bytes_of(path: &Path) -> Result<Vec<u8>, Failure> {
    match std::fs::read(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        other => other.map_err(|error| Failure::io(path, error)),
    }
}

/// A command that ends with one problem.
pub(crate) fn stop(problem: Problem) -> Failure {
    Failure::Problems { problems: vec![problem], texts: Texts::new() }
}

/// What can be said of the agenda of a workspace without changing it: the log, and links of the user's own.
///
/// # Errors
/// [`Failure::Io`] where a file cannot be read.
pub(crate) fn lint(dir: &Path, texts: &mut Texts) -> Result<Vec<Problem>, Failure> {
    let mut found = Vec::new();
    match Log::read(dir) {
        Ok(log) => found.extend(log.tail.map(|tail| found::tail(&log.head, &tail))),
        Err(Failure::Problems { problems, .. }) => found.extend(problems),
        Err(other) => return Err(other),
    }
    let bytes = bytes_of(&dir.join(LINKS_FILE))?;
    match String::from_utf8(bytes) {
        Ok(text) => {
            // A file that is not there is an empty one; it says no version, and nothing is wrong with that.
            if dir.join(LINKS_FILE).exists() {
                let files = [("links.toml", kapstok_agenda::library::SHIPPED), (LINKS_FILE, text.as_str())];
                found.extend(kapstok_agenda::library::library(&files).1);
                texts.insert(LINKS_FILE.to_owned(), text);
            }
        }
        Err(_) => found.push(Problem::error("K0601", Place::file(LINKS_FILE)).with("message", "UTF-8")),
    }
    Ok(found)
}
