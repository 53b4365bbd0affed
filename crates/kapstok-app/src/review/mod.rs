// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a person decides about a document.
//!
//! In: a document, perhaps one that asks. Out: a [`Book`] of proposals. Invariant: foreign documents are read by a process
//! of its own, which this one only listens to. Not here: files of decisions ([`mod@file`]), what follows in the agenda
//! ([`record`]), decisions as the log has them (`kapstok_share`), what the pure half does (`kapstok_read::review`).

pub(crate) mod file;
pub(crate) mod record;
mod workbook;

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;

use kapstok_read::review::{Proposal, Vocabulary, proposals, vocabulary};
use kapstok_read::row::{AnswerRow, DocumentRows};
use kapstok_share::words::Words;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::documents::bounded;
use crate::failure::Failure;

/// A document with all that is to be decided about it.
pub(crate) struct Book {
    /// What people call it.
    pub(crate) title: String,
    /// What was read of it.
    pub(crate) rows: DocumentRows,
    /// Statements, and answers to asks behind them.
    pub(crate) proposals: Vec<Proposal>,
    /// What may stand in their fields.
    pub(crate) vocabulary: Vocabulary,
}

/// What `kapstok read answer --json` prints, as far as it is needed here.
#[derive(Deserialize)]
struct Answered {
    answers: Vec<AnswerRow>,
}

/// Reads a document, and what it answers to one that asks.
///
/// # Errors
/// [`Failure::Told`] when the process that reads told its own failure.
pub(crate) fn open(document: &Path, ask: Option<&Path>, recipe: Option<&Path>, words: &Words) -> Result<Book, Failure> {
    let with = |mut arguments: Vec<OsString>| {
        if let Some(recipe) = recipe {
            arguments.extend(["--recipe".into(), recipe.into()]);
        }
        arguments
    };
    let (rows, doubts): (DocumentRows, _) = printed(with(vec![document.into(), "--rows".into()]), document, words)?;
    on_standard_error(&doubts);
    let answers = match ask {
        Some(ask) => {
            let arguments = with(vec!["answer".into(), ask.into(), document.into(), "--json".into()]);
            let (answered, more): (Answered, String) = printed(arguments, ask, words)?;
            // The document is read for it once more; what is doubtful about it was told.
            on_standard_error(&more.replacen(&doubts, "", 1));
            answered.answers
        }
        None => Vec::new(),
    };
    let name = document.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Book {
        title: rows.document.title.clone().unwrap_or(name),
        proposals: proposals(&rows, &answers),
        vocabulary: vocabulary(&rows.document),
        rows,
    })
}

/// Nobody may listen there: that stops nothing.
fn on_standard_error(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// What `kapstok read` prints in a process of its own, and what it doubts.
fn printed<T: DeserializeOwned>(arguments: Vec<OsString>, about: &Path, words: &Words) -> Result<(T, String), Failure> {
    let before: [OsString; 3] = ["--lang".into(), words.language.tag().into(), "read".into()];
    let printed = bounded::read(before.into_iter().chain(arguments), about)?;
    let said = String::from_utf8_lossy(&printed.said).into_owned();
    match printed.status {
        0 => Ok((serde_json::from_slice(&printed.out).map_err(|error| Failure::store(about, error))?, said)),
        status => {
            on_standard_error(&said);
            Err(Failure::Told { status })
        }
    }
}
