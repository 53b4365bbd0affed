// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Programs that tests need and cargo does not bring: found, or installed where that is safe to do.
//!
//! In: the name of a program. Out: whether it is here now. Invariant: something is installed only as root on a
//! machine with apt-get, and that is said before it is done.

use crate::checkout::{self, Checkout, Ended};

/// A program, and the Debian package that has it.
pub(crate) struct Needed {
    /// Names under which it may be found; the first is Debian's.
    pub(crate) programs: &'static [&'static str],
    /// The package.
    pub(crate) package: &'static str,
}

/// The browser of the tests.
pub(crate) const CHROMIUM: Needed =
    Needed { programs: &["chromium", "chromium-browser", "google-chrome"], package: "chromium" };

/// GDAL's own readers.
pub(crate) const GDAL: Needed = Needed { programs: &["ogrinfo"], package: "gdal-bin" };

/// A program that asks a server as fast as it can.
pub(crate) const WRK: Needed = Needed { programs: &["wrk"], package: "wrk" };

/// The program under one of its names; installed when that can be done here; `None` when it was not to be had, which
/// was then said.
///
/// # Errors
/// Under `CI=true`, when it cannot be had.
pub(crate) fn have(checkout: &Checkout, needed: &Needed, what: &str) -> Result<Option<String>, String> {
    if let Some(program) = find(needed) {
        return Ok(Some(program));
    }
    let is_root = checkout.output(checkout.command("id", &["-u"])).is_ok_and(|id| id.trim() == "0");
    if !is_root || checkout.output(checkout.command("apt-get", &["--version"])).is_err() {
        let why = format!("no `{}` here; install the package `{}`", needed.programs[0], needed.package);
        checkout::not_run(what, &why)?;
        return Ok(None);
    }
    println!("\n{what} needs `{}`: installing the Debian package `{}`", needed.programs[0], needed.package);
    let install = ["install", "--yes", "--quiet", "--no-install-recommends", needed.package];
    for arguments in [&["update", "--quiet"][..], &install] {
        let mut command = checkout.command("apt-get", arguments);
        if checkout::run(command.env("DEBIAN_FRONTEND", "noninteractive")) != Ended::Well {
            checkout::not_run(what, &format!("apt-get {} ended badly", arguments[0]))?;
            return Ok(None);
        }
    }
    match find(needed) {
        Some(program) => Ok(Some(program)),
        None => {
            checkout::not_run(what, &format!("`{}` has no `{}`", needed.package, needed.programs[0])).map(|()| None)
        }
    }
}

/// The first of its names that leads to a file on the path.
fn find(needed: &Needed) -> Option<String> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    let is_here = |program: &&&str| folders.iter().any(|folder| folder.join(program).is_file());
    needed.programs.iter().find(is_here).map(ToString::to_string)
}
