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

/// Another reader of PDF, against which our words are held.
pub(crate) const PDFTOTEXT: Needed = Needed { programs: &["pdftotext"], package: "poppler-utils" };

/// A program that asks a server as fast as it can.
pub(crate) const WRK: Needed = Needed { programs: &["wrk"], package: "wrk" };

/// The program under one of its names; installed when that can be done here; `None` when it was not to be had, which
/// was then said.
///
/// # Errors
/// Under `CI=true`, when it cannot be had.
pub(crate) fn have(checkout: &Checkout, needed: &Needed, what: &str) -> Result<Option<String>, String> {
    let is_here = have_all(checkout, &[needed.package], what, || find(needed).is_some())?;
    Ok(find(needed).filter(|_| is_here))
}

/// Whether what packages bring is here; they are installed when that can be done here. When it was not to be had,
/// that was said.
///
/// # Errors
/// Under `CI=true`, when it cannot be had.
pub(crate) fn have_all(
    checkout: &Checkout,
    packages: &[&str],
    what: &str,
    is_here: impl Fn() -> bool,
) -> Result<bool, String> {
    if is_here() {
        return Ok(true);
    }
    let named = packages.join("`, `");
    let is_root = checkout.output(checkout.command("id", &["-u"])).is_ok_and(|id| id.trim() == "0");
    if !is_root || checkout.output(checkout.command("apt-get", &["--version"])).is_err() {
        checkout::not_run(what, &format!("it is not here; install the Debian package `{named}`"))?;
        return Ok(false);
    }
    println!("\n{what}: installing the Debian package `{named}`");
    let install = [&["install", "--yes", "--quiet", "--no-install-recommends"], packages].concat();
    for arguments in [&["update", "--quiet"][..], &install] {
        let mut command = checkout.command("apt-get", arguments);
        if checkout::run(command.env("DEBIAN_FRONTEND", "noninteractive")) != Ended::Well {
            checkout::not_run(what, &format!("apt-get {} ended badly", arguments[0]))?;
            return Ok(false);
        }
    }
    if !is_here() {
        checkout::not_run(what, &format!("`{named}` did not bring it"))?;
        return Ok(false);
    }
    Ok(true)
}

/// The first of its names that leads to a file on the path.
fn find(needed: &Needed) -> Option<String> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    let is_here = |program: &&&str| folders.iter().any(|folder| folder.join(program).is_file());
    needed.programs.iter().find(is_here).map(ToString::to_string)
}
