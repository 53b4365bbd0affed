// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A python of our own with the readers that come by pip. Invariant: nothing is installed outside `target/`.

use crate::checkout::{self, Checkout};

/// What the readers are, with the versions that they were tried in.
const PACKAGES: [&str; 3] = ["frictionless[parquet]==5.21.0", "pandas==3.1.1", "duckdb==2.0.0"];
/// Where they are installed.
const HOME: &str = "target/clients";

/// The python of the machine.
pub(super) fn system() -> String {
    std::env::var("KAPSTOK_PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

/// A python with the readers; none where it cannot be had, which was then said.
pub(super) fn python(checkout: &Checkout) -> Result<Option<String>, String> {
    let home = checkout.path(HOME);
    let python = home.join("bin/python").display().to_string();
    let stamp = home.join("packages.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|known| known == PACKAGES.join("\n")) {
        return Ok(Some(python));
    }
    let home = home.display().to_string();
    let installed = checkout.output(checkout.command(&system(), &["-m", "venv", &home])).and_then(|_| {
        let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
        checkout.output(checkout.command(&python, &[&install[..], &PACKAGES].concat()))
    });
    if let Err(why) = installed {
        checkout::not_run("readers of others: Frictionless, DuckDB", &why)?;
        return Ok(None);
    }
    std::fs::write(&stamp, PACKAGES.join("\n")).map_err(|error| format!("`{}`: {error}", stamp.display()))?;
    Ok(Some(python))
}
