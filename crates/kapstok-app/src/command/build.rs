// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok build`: sources to `build/`, and what came of it.

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use serde::Serialize;

use crate::build::{self, Counts};
use crate::failure::Failure;
use crate::progress::Progress;
use kapstok_share::words::Words;

#[derive(Serialize)]
struct Report {
    #[serde(flatten)]
    counts: Counts,
    /// Wall time, seconds. The only figure here that differs between runs.
    seconds: f64,
}

/// Builds, then names the warnings on standard error and prints counts on standard output.
pub(crate) fn build(dir: &Path, json: bool, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let start = Instant::now();
    let built = build::build(dir, &Progress::new(words)).inspect_err(|failure| {
        if matches!(failure, Failure::Problems { .. } | Failure::Told { .. }) {
            eprintln!("{}", words.say("build-stands", &[]));
        }
    })?;
    let seconds = (start.elapsed().as_secs_f64() * 1000.0).round() / 1000.0;
    // By code with their counts: `K0207 × 15, K0337 × 1`; each of them in words by `kapstok check`.
    let doubts: Vec<String> = built.doubts.0.iter().map(|(code, n)| format!("{code} × {n}")).collect();
    if !doubts.is_empty() {
        let facts = [("list", &*doubts.join(", ")), ("dir", &dir.display().to_string())];
        eprintln!("{}", words.say("build-doubts", &facts));
    }
    let counts = Counts::of(&built.manifest);
    if json {
        return crate::print_json(&Report { counts, seconds }, out);
    }
    counts.print(&built, seconds, words, out).map_err(crate::standard_output)
}
