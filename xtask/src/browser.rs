// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask browser`: the pages and the map as people use them, in a real browser.
//!
//! In: the program with the map in it, and Chromium. Out: the talk of the tests, which lie in `atlas/tests/browser`.

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
    let mut tests = atlas::npm(checkout, &["run", "test:browser"]);
    checkout::must_run(tests.env("KAPSTOK", program).env("CHROMIUM", chromium))
}
