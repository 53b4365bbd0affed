// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The invented region: persons first, then figures as a statistics office publishes them, then the truth.
//!
//! In: nothing but the seed. Out: `fixtures/voorbeeldstreek`, a workspace with sources, a recipe, an agenda,
//! documents, and `truth/`. Invariant: the same seed gives the same bytes; a test holds the committed folder to that.
//! Not here: what is done with it.

mod agenda;
mod counts;
mod documents;
mod geography;
mod paper;
mod people;
mod plan;
mod publish;
mod random;
mod shapes;
mod traits;
mod truth;
mod workspace;
mod years;

#[cfg(test)]
mod tests;

use std::path::Path;

use plan::Plan;
use publish::{Figures, TextFile};

/// Writes the whole region into a folder. Files of it that are no longer made are removed.
///
/// # Errors
/// The folder cannot be written, or a script of the agenda is wrong.
pub(crate) fn generate(into: &Path) -> std::io::Result<()> {
    let files = files().map_err(std::io::Error::other)?;
    for folder in ["sources", "truth", "recipes", "agenda", "documents"] {
        match std::fs::remove_dir_all(into.join(folder)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            Ok(()) | Err(_) => {}
        }
    }
    for file in files {
        let path = into.join(&file.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, file.text)?;
    }
    Ok(())
}

/// All files, in the order in which they are made.
fn files() -> Result<Vec<TextFile>, String> {
    let plan = Plan::new();
    let outlines = geography::draw(&plan);
    let years = years::run(&plan);
    let figures = Figures { plan: &plan, years: &years };
    let (sources, planted) = publish::publish(&figures, &outlines);
    let mut files = workspace::files(&sources);
    files.extend(sources);
    files.extend(truth::files(&figures, &planted));
    files.extend(agenda::files()?);
    files.extend(documents::files()?);
    Ok(files)
}
