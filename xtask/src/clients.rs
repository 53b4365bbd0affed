// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask clients`: programs of others read what we write.
//!
//! In: the invented region, built here. Out: whether Frictionless finds the data package valid, and DuckDB the
//! cells that `build.json` counts and one cell as `why` tells it. Invariant: nothing is installed outside `target/`.

use serde_json::Value;

use crate::checkout::{self, Checkout, Ended};

/// What the readers are, with the versions that they were tried in.
const PACKAGES: [&str; 3] = ["frictionless[parquet]==5.21.0", "pandas==3.1.1", "duckdb==2.0.0"];
/// Where they are installed.
const HOME: &str = "target/clients";
/// The workspace that they read.
const WORKSPACE: &str = "target/clients-region";
/// One figure that is told by `why` and read by others.
const CELL: [&str; 3] = ["XB01010114", "volwassenen_laag_inkomen", "2024"];

/// Builds the region and lets the readers at it.
///
/// # Errors
/// A reader that disagrees; under `CI=true` also one that cannot be had.
pub(crate) fn clients(checkout: &Checkout) -> Result<(), String> {
    let Some(python) = python(checkout)? else { return Ok(()) };
    let kapstok = |arguments: &[&str]| {
        let run = ["run", "--locked", "--quiet", "-p", "kapstok-app", "--", "--lang", "en"];
        checkout.cargo(&[&run, arguments].concat())
    };
    let workspace = checkout.path(WORKSPACE).display().to_string();
    checkout.output(kapstok(&["demo", "--no-serve", "--dir", &workspace]))?;
    let [area, indicator, period] = CELL;
    let told = checkout.output(kapstok(&["why", &workspace, area, indicator, "--period", period, "--json"]))?;
    let told: Value = serde_json::from_str(&told).map_err(|error| format!("`why --json`: {error}"))?;
    let (value, row) = (told["value"].to_string(), told["row"].to_string());
    let build = format!("{workspace}/build/current");
    let package = format!("{build}/datapackage.json");
    let readers: [&[&str]; 2] =
        [&["-m", "frictionless", "validate", &package], &["xtask/clients/duckdb_reads.py", &build, &value, &row]];
    for reader in readers {
        if checkout::run(&mut checkout.command(&python, reader)) != Ended::Well {
            return Err(format!("the build is not read as we mean it: {}", reader.join(" ")));
        }
    }
    println!("clients: {} passed, 0 failed", readers.len());
    Ok(())
}

/// A python with the readers; none where it cannot be had, which was then said.
fn python(checkout: &Checkout) -> Result<Option<String>, String> {
    let system = std::env::var("KAPSTOK_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let home = checkout.path(HOME);
    let python = home.join("bin/python").display().to_string();
    let stamp = home.join("packages.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|known| known == PACKAGES.join("\n")) {
        return Ok(Some(python));
    }
    let home = home.display().to_string();
    let installed = checkout.output(checkout.command(&system, &["-m", "venv", &home])).and_then(|_| {
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
