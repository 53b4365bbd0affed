// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask browser`: the pages and the map as people use them, in a real browser.
//!
//! In: the program with the map in it, and Chromium. Out: the talk of the tests, which lie in `atlas/tests/browser`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::atlas;
use crate::checkout::{self, Checkout, Program};
use crate::debian::{self, CHROMIUM};

/// Builds both sides and runs the tests on the invented region.
///
/// # Errors
/// A test that fails; under `CI=true` also a missing Node or browser.
pub(crate) fn browser(checkout: &Checkout, program: Program) -> Result<(), String> {
    if !atlas::build(checkout)? {
        return Ok(());
    }
    let Some(chromium) = debian::have(checkout, &CHROMIUM, "tests in a browser")? else { return Ok(()) };
    let program = program.have(checkout)?;
    let region = region(checkout, &program)?;
    let mut tests = atlas::npm(checkout, &["run", "test:browser"]);
    checkout::must_run(tests.env("KAPSTOK", program).env("KAPSTOK_REGION", region).env("CHROMIUM", chromium))
}

/// The invented region, made once for all files of tests: each takes a copy.
fn region(checkout: &Checkout, program: &Path) -> Result<PathBuf, String> {
    let dir = checkout.path("target/browser-region");
    match std::fs::remove_dir_all(&dir) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(format!("{}: {error}", dir.display()));
        }
        _ => {}
    }
    checkout::must_run(Command::new(program).args(["--lang", "nl", "demo", "--no-serve", "--dir"]).arg(&dir))?;
    Ok(dir)
}
