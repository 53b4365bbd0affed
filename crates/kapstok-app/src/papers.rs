// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Papers to take along: a document as a file for Word, a workbook, or pages in print.
//!
//! In: a document and where it should go. Out: a file. The end of the name decides the form. Invariant: a file of another kind
//! is not written over.

use std::io::Write;
use std::path::Path;

use kapstok_share::agenda::{Agenda, Seen};
use kapstok_share::document::{Document, docx, workbook};
use kapstok_share::find::find_area;
use kapstok_share::snapshot::Snapshot;
use kapstok_share::words::Words;

use crate::agenda::Log;
use crate::build::snapshot;
use crate::durable::replace_durably;
use crate::failure::Failure;

/// Endings of names that papers can have.
const FORMS: [&str; 3] = ["pdf", "docx", "xlsx"];

/// The agenda of a workspace beside its current build.
pub(crate) struct Beside {
    /// The figures.
    pub(crate) snapshot: Snapshot,
    /// What is agreed.
    pub(crate) agenda: Agenda,
}

impl Beside {
    /// Reads log and build.
    ///
    /// # Errors
    /// No build, a damaged build or log.
    pub(crate) fn read(dir: &Path) -> Result<Self, Failure> {
        let snapshot = snapshot::current(dir)?;
        let log = Log::read(dir)?;
        Ok(Self { agenda: Agenda::new(log.events, log.head, &snapshot), snapshot })
    }

    /// An area of it.
    ///
    /// # Errors
    /// No such area.
    pub(crate) fn area<'a>(&'a self, typed: &str, words: &'a Words) -> Result<Seen<'a>, Failure> {
        let area = find_area(&self.snapshot, typed)?;
        Ok(Seen { agenda: &self.agenda, snapshot: &self.snapshot, area, words })
    }
}

/// Writes a document in the form that the name ends with, and says so.
///
/// # Errors
/// A name that ends otherwise, something else at `to`, what the system says.
pub(crate) fn write(document: &Document, to: &Path, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    write_within(std::slice::from_ref(document), usize::MAX, to, words, out)
}

/// Writes the first of some documents, wide to narrow, that needs no more pages than there should be; the last where none does.
///
/// # Errors
/// As [`write()`].
pub(crate) fn write_within(
    documents: &[Document],
    pages: usize,
    to: &Path,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let form = to.extension().map(|form| form.to_string_lossy().to_lowercase()).unwrap_or_default();
    let failed = |error: &dyn std::fmt::Display| Failure::store(to, error);
    let Some(first) = documents.first() else { return Ok(()) };
    let (bytes, n_pages) = match form.as_str() {
        "pdf" => {
            let mut printed = kapstok_report::print(first).map_err(|error| failed(&error))?;
            for narrower in &documents[1..] {
                if printed.n_pages <= pages {
                    break;
                }
                printed = kapstok_report::print(narrower).map_err(|error| failed(&error))?;
            }
            (printed.bytes, Some(printed.n_pages))
        }
        // Nobody knows how many pages Word will make of it: the middle one fits with most.
        "docx" => (docx(documents.get(documents.len() / 2).unwrap_or(first)).map_err(|error| failed(&error))?, None),
        "xlsx" => (workbook(first).map_err(|error| failed(&error))?, None),
        _ => {
            let found = to.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            return Err(Failure::NotFound { what: "paper", found, nearest: FORMS.join(", ") });
        }
    };
    put(&bytes, to)?;
    let path = to.display().to_string();
    let said = match n_pages {
        Some(n) => words.say("paper-printed", &[("path", &path), ("n", &n.to_string())]),
        None => words.say("paper-written", &[("path", &path)]),
    };
    writeln!(out, "{said}").map_err(crate::standard_output)
}

/// Puts bytes where nothing stands, or a file of the same kind.
pub(crate) fn put(bytes: &[u8], to: &Path) -> Result<(), Failure> {
    // A slip in the name must not cost anybody their settings.
    let there = std::fs::read(to).unwrap_or_default();
    if !there.is_empty() && there.get(..4) != bytes.get(..4) {
        return Err(Failure::Exists { path: to.to_owned() });
    }
    replace_durably(to, bytes)
}
