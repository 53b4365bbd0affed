// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask check`: what can be said of the sources without running them.
//!
//! All parts run, whatever the outcome of one; at the end stands what failed.

use crate::checkout::{self, Checkout, Ended};
use crate::tidy;

/// Format, lint, documentation, then our own rules.
///
/// # Errors
/// Names the parts that failed.
pub(crate) fn check(checkout: &Checkout) -> Result<(), String> {
    let mut failed = Vec::new();
    for (part, probe, arguments) in [
        ("format", "fmt", &["fmt", "--all", "--check"][..]),
        ("lint", "clippy", &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]),
        ("documentation", "doc", &["doc", "--workspace", "--no-deps", "--locked"]),
    ] {
        // A missing component of the toolchain ends badly too: ask for its help first.
        if checkout.output(checkout.cargo(&[probe, "--help"])).is_err() {
            if let Err(sentence) = checkout::not_run(part, &format!("`cargo {probe}` is not installed")) {
                failed.push(sentence);
            }
            continue;
        }
        let ended = checkout::run(checkout.cargo(arguments).env("RUSTDOCFLAGS", "-D warnings"));
        if ended != Ended::Well {
            failed.push(part.to_owned());
        }
    }
    println!("\n> tidy");
    if let Err(sentence) = tidy_alone(checkout) {
        failed.push(sentence);
    }
    if failed.is_empty() { Ok(()) } else { Err(failed.join(", ")) }
}

/// Our own rules alone.
///
/// # Errors
/// Something was found, or the files cannot be read.
pub(crate) fn tidy_alone(checkout: &Checkout) -> Result<(), String> {
    match tidy(checkout).map_err(|sentence| format!("tidy: {sentence}"))? {
        0 => {
            println!("tidy: nothing found");
            Ok(())
        }
        1 => Err("tidy (1 finding)".to_owned()),
        n => Err(format!("tidy ({n} findings)")),
    }
}

/// Prints every finding; gives how many there are.
fn tidy(checkout: &Checkout) -> Result<usize, String> {
    let files = checkout.files()?;
    let mut findings = tidy::all(&files);
    findings.extend(tidy::licences(&files, &resolved(checkout)?)?);
    findings.sort();
    findings.dedup();
    for finding in &findings {
        println!("{finding}");
    }
    Ok(findings.len())
}

/// The crates that are built on this platform, as `cargo metadata` tells them.
fn resolved(checkout: &Checkout) -> Result<serde_json::Value, String> {
    let rustc = checkout.output(checkout.command("rustc", &["-vV"]))?;
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let arguments = ["metadata", "--locked", "--format-version", "1", "--filter-platform", host];
    let text = checkout.output(checkout.cargo(&arguments))?;
    serde_json::from_str(&text).map_err(|error| format!("`cargo metadata`: {error}"))
}
