// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The browser side: `atlas/` to `atlas/dist`, which the program then carries.
//!
//! In: Node and npm. Out: the built files. Invariant: npm runs here and never in a build script of cargo. Without
//! Node the program is built without the map, and its pages say so.

use std::process::Command;

use crate::checkout::{self, Checkout};

/// Installs what `package-lock.json` names, where that changed, and builds. `false` when there is no Node.
///
/// # Errors
/// A step that ends badly; under `CI=true` also when there is no Node.
pub(crate) fn build(checkout: &Checkout) -> Result<bool, String> {
    if !install(checkout)? {
        return Ok(false);
    }
    checkout::must_run(&mut npm(checkout, &["run", "build"]))?;
    Ok(true)
}

/// Types and unit tests of the browser side. `false` when there is no Node.
///
/// # Errors
/// As [`build`].
pub(crate) fn test(checkout: &Checkout) -> Result<bool, String> {
    if !install(checkout)? {
        return Ok(false);
    }
    checkout::must_run(&mut npm(checkout, &["run", "check"]))?;
    checkout::must_run(&mut npm(checkout, &["test"]))?;
    Ok(true)
}

/// `npm` in the folder of the browser side.
pub(crate) fn npm(checkout: &Checkout, arguments: &[&str]) -> Command {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = checkout.command(program, arguments);
    command.current_dir(checkout.path("atlas"));
    command
}

/// `npm ci`, when the lock file is another than the one that was installed.
fn install(checkout: &Checkout) -> Result<bool, String> {
    if checkout.output(npm(checkout, &["--version"])).is_err() {
        checkout::not_run("the map of the atlas", "no `npm` here; install Node 20 or newer")?;
        return Ok(false);
    }
    let lock = checkout.path("atlas/package-lock.json");
    let lock = std::fs::read_to_string(&lock).map_err(|error| format!("`{}`: {error}", lock.display()))?;
    let stamp = checkout.path("atlas/node_modules/.kapstok-lock");
    if std::fs::read_to_string(&stamp).is_ok_and(|known| known == lock) {
        return Ok(true);
    }
    checkout::must_run(&mut npm(checkout, &["ci", "--no-audit", "--no-fund"]))?;
    std::fs::write(&stamp, lock).map_err(|error| format!("`{}`: {error}", stamp.display()))?;
    Ok(true)
}
