// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok check`: everything that can be said before a build, at once.

use std::io::Write;
use std::path::Path;

use kapstok_table::{Place, Problem, Severity};

use crate::compute;
use crate::documents;
use crate::failure::Failure;
use crate::gather;
use crate::problems::{self, Texts};
use crate::progress::Progress;
use crate::workspace::{SETTINGS_FILE, Workspace, any_error};
use kapstok_share::words::Words;

/// Lints `kapstok.toml`, the recipes, the agenda and the sources. Nothing is written.
///
/// # Errors
/// [`Failure::Problems`] when there is an error; doubts alone leave exit status 0. As JSON they are printed in
/// any case, and an error is [`Failure::Negative`].
pub(crate) fn check(dir: &Path, json: bool, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let (found, texts) = match lint(dir, words) {
        Err(Failure::Problems { problems, texts }) => (Problem::fold(problems), texts),
        other => other?,
    };
    let failed = any_error(&found);
    if json {
        crate::print_json(&problems::entries(&found, &texts), out)?;
        return if failed { Err(Failure::Negative) } else { Ok(()) };
    }
    if failed {
        return Err(Failure::Problems { problems: found, texts });
    }
    problems::print(&found, &texts, words, &mut std::io::stderr()).map_err(crate::standard_output)?;
    let warnings = found.iter().filter(|problem| problem.severity == Severity::Warning).count().to_string();
    let notes = found.iter().filter(|problem| problem.severity == Severity::Note).count().to_string();
    writeln!(out, "{}", words.say("check-good", &[("warnings", &warnings), ("notes", &notes)]))
        .map_err(crate::standard_output)
}

/// All that is found, the errors among it.
fn lint(dir: &Path, words: &Words) -> Result<(Vec<Problem>, Texts), Failure> {
    let (mut workspace, mut found) = Workspace::open(dir)?;
    let recipes = compute::read_recipes(&mut workspace, &mut found)?;
    found.extend(crate::agenda::lint(dir, &mut workspace.texts)?);
    let progress = Progress::new(words);
    found.extend(documents_of(&workspace, &progress)?);
    let gathered = gather::gather(&workspace, &progress)?;
    // Without its sources a recipe misses every column: that would be said of each, and mean one thing.
    if !gathered.problems.iter().any(|problem| problem.code == "K0421") {
        compute::check_recipes(&workspace, &recipes, &gathered, &mut found);
    }
    found.extend(gathered.problems);
    Ok((Problem::fold(found), workspace.texts))
}

/// What is wrong with the documents, or doubtful about them. A document that cannot be read is one problem among others.
fn documents_of(workspace: &Workspace, progress: &Progress<'_>) -> Result<Vec<Problem>, Failure> {
    match documents::read(workspace, None, progress) {
        Ok(read) => Ok(documents::doubts(workspace, &read)),
        Err(Failure::Problems { problems, .. }) => Ok(problems),
        // Its reader has told which one, and why.
        Err(Failure::Told { .. }) => Ok(vec![Problem::error("K0847", Place::file(SETTINGS_FILE))]),
        Err(other) => Err(other),
    }
}
