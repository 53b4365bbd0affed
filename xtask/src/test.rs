// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask test`: check, all tests on invented input, then the tests on real files.
//!
//! In: nothing. Out: the tests' own talk, and as last lines `N passed, N failed` per part.
//! Invariant: the first part passes or fails the same with and without real files: it is shown none.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use crate::check;
use crate::checkout::{self, Checkout};

/// The test target, in any crate, that works on real files.
const REAL: &str = "real";

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: usize,
    failed: usize,
}

/// Runs all; a part that fails does not keep the next from running.
///
/// # Errors
/// Names the parts that failed.
pub(crate) fn test(checkout: &Checkout) -> Result<(), String> {
    let mut failed = Vec::new();
    if let Err(sentence) = check::check(checkout) {
        failed.push(format!("check: {sentence}"));
    }
    let nowhere = checkout.path("target/no-real-files");
    let mut invented = checkout.cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]);
    let (count, well) = counted(invented.env("KAPSTOK_DATA", nowhere))?;
    let mut lines = vec![format!("tests on invented input: {}", count.told())];
    if !well {
        failed.push("tests on invented input".to_owned());
    }
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
    println!("\n{}", lines.join("\n"));
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
    let mut command = checkout.cargo(&["test", "--workspace", "--test", REAL, "--locked", "--no-fail-fast"]);
    counted(command.env("KAPSTOK_DATA", data)).map(Some)
}

/// Runs a test command, passes its output on, and adds up what its summaries say.
fn counted(command: &mut Command) -> Result<(Count, bool), String> {
    println!("\n> {}", checkout::shown(command));
    let failed = |error: std::io::Error| format!("cargo test: {error}");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(failed)?;
    let mut count = Count::default();
    if let Some(stdout) = child.stdout.take() {
        let mut out = std::io::stdout().lock();
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.map_err(failed)?;
            count.add(&String::from_utf8_lossy(&line));
            out.write_all(&line).and_then(|()| out.write_all(b"\n")).map_err(failed)?;
        }
    }
    let well = child.wait().map_err(failed)?.success();
    Ok((count, well))
}

impl Count {
    /// Adds a line such as `test result: ok. 5 passed; 0 failed; 0 ignored; …`; other lines add nothing.
    fn add(&mut self, line: &str) {
        let Some(summary) = line.strip_prefix("test result: ") else { return };
        let number = |part: &str, word: &str| -> Option<usize> {
            part.trim().strip_suffix(word)?.trim().rsplit(' ').next()?.parse().ok()
        };
        for part in summary.split(';') {
            self.passed += number(part, "passed").unwrap_or(0);
            self.failed += number(part, "failed").unwrap_or(0);
        }
    }

    fn told(self) -> String {
        format!("{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn counts_are_added_over_the_summaries_and_over_nothing_else() {
        let mut count = Count::default();
        for line in [
            "running 5 tests",
            "test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "a test that prints: 7 passed; 7 failed",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
        ] {
            count.add(line);
        }
        assert_eq!(count.told(), "6 passed, 2 failed");
    }
}
