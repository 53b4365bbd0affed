// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask demo`: builds the program with its map, and lets it show the invented region.

use crate::atlas;
use crate::checkout::{self, Checkout};

/// Builds `kapstok` for use and runs `kapstok demo` with the given options.
///
/// # Errors
/// The build or the demo ends badly.
pub(crate) fn demo(checkout: &Checkout, options: &[String]) -> Result<(), String> {
    atlas::build(checkout)?;
    let mut command = checkout.cargo(&["run", "--release", "--locked", "-p", "kapstok-app", "--", "demo"]);
    checkout::must_run(command.args(options))
}
