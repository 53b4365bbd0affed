// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask browser`: the pages and the map as people use them, in a real browser.
//!
//! In: the program with the map in it, and Chromium. Out: the talk of the tests, which lie in `atlas/tests/browser`.

use crate::atlas;
use crate::checkout::{self, Checkout};
use crate::debian::{self, CHROMIUM};

/// Builds both sides and runs the tests on the invented region.
///
/// # Errors
/// A test that fails; under `CI=true` also a missing Node or browser.
pub(crate) fn browser(checkout: &Checkout) -> Result<(), String> {
    if !atlas::build(checkout)? {
        return Ok(());
    }
    let Some(chromium) = debian::have(checkout, &CHROMIUM, "tests in a browser")? else { return Ok(()) };
    // The whole workspace, as the tests before it: a package alone has other features, and would build typst again.
    checkout::must_run(&mut checkout.cargo(&["build", "--locked", "--workspace", "--exclude", "xtask"]))?;
    let program = checkout.path("target/debug/kapstok");
    let mut tests = atlas::npm(checkout, &["run", "test:browser"]);
    checkout::must_run(tests.env("KAPSTOK", program).env("CHROMIUM", chromium))
}
