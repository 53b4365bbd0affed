// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok check`: everything that can be said before a build, at once.

use std::io::Write;
use std::path::Path;

use kapstok_table::{Problem, Severity};

use crate::compute;
use crate::failure::Failure;
use crate::gather;
use crate::problems;
use crate::progress::Progress;
use crate::words::Words;
use crate::workspace::{Workspace, any_error};

/// Lints `kapstok.toml`, the recipes and the sources. Nothing is written.
///
/// # Errors
/// [`Failure::Problems`] when there is an error; doubts alone leave exit status 0.
pub(crate) fn check(dir: &Path, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let (mut workspace, mut found) = Workspace::open(dir)?;
    let recipes = compute::read_recipes(&mut workspace, &mut found)?;
    let gathered = gather::gather(&workspace, &Progress::new(words))?;
    // Without its sources a recipe misses every column: that would be said of each, and mean one thing.
    if !gathered.problems.iter().any(|problem| problem.code == "K0421") {
        compute::check_recipes(&workspace, &recipes, &gathered, &mut found);
    }
    found.extend(gathered.problems);
    let found = Problem::fold(found);
    if any_error(&found) {
        return Err(Failure::Problems { problems: found, texts: workspace.texts });
    }
    problems::print(&found, &workspace.texts, words, &mut std::io::stderr()).map_err(crate::standard_output)?;
    let warnings = found.iter().filter(|problem| problem.severity == Severity::Warning).count().to_string();
    let notes = found.iter().filter(|problem| problem.severity == Severity::Note).count().to_string();
    writeln!(out, "{}", words.say("check-good", &[("warnings", &warnings), ("notes", &notes)]))
        .map_err(crate::standard_output)
}
