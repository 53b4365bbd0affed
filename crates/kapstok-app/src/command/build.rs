// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok build`: sources to `build/`, and what came of it.

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use serde::Serialize;

use crate::build::{self, Counts};
use crate::failure::Failure;
use crate::problems::{self, Texts};
use crate::progress::Progress;
use crate::words::Words;

#[derive(Serialize)]
struct Report {
    #[serde(flatten)]
    counts: Counts,
    /// Wall time, seconds. The only figure here that differs between runs.
    seconds: f64,
}

/// Builds, then prints doubts on standard error and counts on standard output.
#[expect(clippy::disallowed_methods, reason = "the app is where the clock is read")]
pub(crate) fn build(dir: &Path, json: bool, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let start = Instant::now();
    let built = build::build(dir, &Progress::new(words))?;
    let seconds = (start.elapsed().as_secs_f64() * 1000.0).round() / 1000.0;
    let doubts: Vec<_> =
        built.problems.iter().filter(|it| it.severity >= kapstok_table::Severity::Warning).cloned().collect();
    problems::print(&doubts, &Texts::new(), words, &mut std::io::stderr()).map_err(crate::standard_output)?;
    let counts = Counts::of(&built.manifest);
    if json {
        return crate::print_json(&Report { counts, seconds }, out);
    }
    counts.print(&built, seconds, words, out).map_err(crate::standard_output)
}
