// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask test`: check, all tests on invented input, on real files, in a browser, then what others read.
//!
//! In: nothing. Out: the tests' own talk, and as last lines `N passed, N failed` per part.
//! Invariant: the first part passes or fails the same with and without real files: it is shown none.

use std::io::{BufRead, BufReader, Write};
use std::process::Command;
use std::time::Instant;

use crate::atlas;
use crate::browser;
use crate::check;
use crate::checkout::{self, Checkout, Program};
use crate::clients::{self, Which};
use crate::debian::{self, PDFTOTEXT};

/// The test target, in any crate, that works on real files.
const REAL: &str = "real";

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: usize,
    failed: usize,
}

/// How long each part took: where a run that is too slow can be made faster.
struct Parts {
    since: Instant,
    seconds: Vec<(&'static str, u64)>,
}

impl Parts {
    fn begin() -> Self {
        Self { since: Instant::now(), seconds: Vec::new() }
    }

    fn end(&mut self, part: &'static str) {
        self.seconds.push((part, self.since.elapsed().as_secs()));
        self.since = Instant::now();
    }

    fn told(&self) -> String {
        let parts: Vec<String> = self.seconds.iter().map(|(part, seconds)| format!("{part} {seconds} s")).collect();
        format!("time: {}", parts.join(", "))
    }
}

/// Runs all; a part that fails does not keep the next from running.
///
/// # Errors
/// Names the parts that failed.
pub(crate) fn test(checkout: &Checkout) -> Result<(), String> {
    let mut failed = Vec::new();
    let mut parts = Parts::begin();
    // First, for the program carries what it builds.
    if let Err(sentence) = atlas::build(checkout).and_then(|_| atlas::test(checkout)) {
        failed.push(format!("atlas: {sentence}"));
    }
    parts.end("atlas");
    if let Err(sentence) = check::check(checkout) {
        failed.push(format!("check: {sentence}"));
    }
    parts.end("check");
    let nowhere = checkout.path("target/no-real-files");
    let mut invented = checkout.cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]);
    let (count, well) = counted(invented.env("KAPSTOK_DATA", nowhere), Counts::Invented)?;
    let mut lines = vec![format!("tests on invented input: {}", count.told())];
    if !well {
        failed.push("tests on invented input".to_owned());
    }
    parts.end("tests on invented input");
    match real(checkout) {
        Ok(Some((count, well))) => {
            lines.push(format!("tests on real files: {}", count.told()));
            if !well {
                failed.push("tests on real files".to_owned());
            }
        }
        Ok(None) => lines.push("tests on real files: not run".to_owned()),
        Err(sentence) => failed.push(sentence),
    }
    parts.end("tests on real files");
    if let Err(sentence) = browser::browser(checkout, Program::OfTests) {
        failed.push(format!("browser: {sentence}"));
    }
    parts.end("browser");
    if let Err(sentence) = clients::clients(checkout, Which::Quick, Program::OfTests) {
        failed.push(format!("clients: {sentence}"));
    }
    parts.end("clients");
    println!("\n{}\n{}", parts.told(), lines.join("\n"));
    if failed.is_empty() { Ok(()) } else { Err(failed.join("; ")) }
}

/// The tests on real files, where both are at hand. Their absence is said and is no failure, under CI too:
/// the files are published by others and are no tool.
fn real(checkout: &Checkout) -> Result<Option<(Count, bool)>, String> {
    let Some(data) = checkout.data() else {
        println!("\nnot run: tests on real files (no KAPSTOK_DATA and no ../shared/data)");
        return Ok(None);
    };
    let crates = std::fs::read_dir(checkout.path("crates")).map_err(|error| format!("`crates`: {error}"))?;
    let target = format!("tests/{REAL}.rs");
    if !crates.filter_map(Result::ok).any(|entry| entry.path().join(&target).is_file()) {
        println!("\nnot run: tests on real files (there are none)");
        return Ok(None);
    }
    debian::have(checkout, &PDFTOTEXT, "words held against another reader of PDF")?;
    let mut command = checkout.cargo(&["test", "--workspace", "--test", REAL, "--locked", "--no-fail-fast"]);
    counted(command.env("KAPSTOK_DATA", data), Counts::All).map(Some)
}

/// Runs a test command, passes its output on, and adds up what its summaries say.
///
/// Both outputs go through one pipe, so that a summary stands below the name of the target it is about.
fn counted(command: &mut Command, counts: Counts) -> Result<(Count, bool), String> {
    println!("\n> {}", checkout::shown(command));
    let failed = |error: std::io::Error| format!("cargo test: {error}");
    let (reader, writer) = std::io::pipe().map_err(failed)?;
    let mut child = command.stdout(writer.try_clone().map_err(failed)?).stderr(writer).spawn().map_err(failed)?;
    // The command keeps its ends of the pipe until it is given others: without this the pipe never ends.
    command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    let mut sums = Sums { counts, count: Count::default(), about_real: false };
    let mut out = std::io::stdout().lock();
    for line in BufReader::new(reader).split(b'\n') {
        let line = line.map_err(failed)?;
        sums.add(&String::from_utf8_lossy(&line));
        out.write_all(&line).and_then(|()| out.write_all(b"\n")).map_err(failed)?;
    }
    let well = child.wait().map_err(failed)?.success();
    Ok((sums.count, well))
}

/// Which summaries are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counts {
    /// Of all targets but those on real files, which pass without them and prove nothing.
    Invented,
    /// Of all targets.
    All,
}

/// The sum so far.
struct Sums {
    counts: Counts,
    count: Count,
    about_real: bool,
}

impl Sums {
    /// Adds a line such as `test result: ok. 5 passed; 0 failed; 0 ignored; …`; other lines add nothing.
    fn add(&mut self, line: &str) {
        let line = line.trim();
        if line.starts_with("Running ") || line.starts_with("Doc-tests ") {
            self.about_real = line.contains(&format!("tests/{REAL}.rs "));
        }
        let Some(summary) = line.strip_prefix("test result: ") else { return };
        if self.about_real && self.counts == Counts::Invented {
            return;
        }
        let number = |part: &str, word: &str| -> Option<usize> {
            part.trim().strip_suffix(word)?.trim().rsplit(' ').next()?.parse().ok()
        };
        for part in summary.split(';') {
            self.count.passed += number(part, "passed").unwrap_or(0);
            self.count.failed += number(part, "failed").unwrap_or(0);
        }
    }
}

impl Count {
    fn told(self) -> String {
        format!("{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, Counts, Sums};

    #[test]
    fn counts_are_added_over_the_summaries_and_not_over_tests_that_had_no_files() {
        for (counts, expected) in [(Counts::Invented, "6 passed, 2 failed"), (Counts::All, "15 passed, 2 failed")] {
            let mut sums = Sums { counts, count: Count::default(), about_real: false };
            for line in [
                "     Running unittests src/lib.rs (target/debug/deps/a-1)",
                "running 5 tests",
                "test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
                "a test that prints: 7 passed; 7 failed",
                "     Running tests/real.rs (target/debug/deps/real-1)",
                "test result: ok. 9 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
                "   Doc-tests a",
                "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            ] {
                sums.add(line);
            }
            assert_eq!(sums.count.told(), expected);
        }
    }
}
