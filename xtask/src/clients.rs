// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask clients`: programs of others read what we serve and write, and all see the same.
//!
//! In: the invented region, built and served here. Out: a line for each client with what it read, and how many
//! passed. Invariant: what a client must tell is known beforehand, from `kapstok why`, `build.json` and the map that
//! was put in, never from the answer of another client. Not here: what each client does (`xtask/clients/`).

mod design_rules;
mod facts;
mod layers;
mod outline;
mod python;
mod readers;
mod region;

use std::path::Path;

use serde_json::Value;

use crate::checkout::{self, Checkout, Ended, Program};
use crate::server::Server;
use facts::Facts;
use readers::{READERS, Reader};
use region::Region;

/// Where DuckDB unpacks the package of CSV files that it downloads.
const PACKAGE: &str = "target/clients-package";

/// Which clients are let at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Those that are small to install: part of `cargo xtask test`.
    Quick,
    /// All of them.
    All,
}

/// How many clients agreed, and which did not.
#[derive(Debug, Default)]
struct Tally {
    passed: usize,
    failed: Vec<String>,
}

impl Tally {
    fn add(&mut self, name: &str, outcome: Result<String, String>) {
        match outcome {
            Ok(said) => {
                println!("{name}: {said}");
                self.passed += 1;
            }
            Err(said) => {
                println!("{name}: FAILED: {said}");
                self.failed.push(name.to_owned());
            }
        }
    }
}

/// Builds and serves the region and lets the clients at it.
///
/// # Errors
/// A client that reads something else than we mean; under `CI=true` also one that cannot be had.
pub(crate) fn clients(checkout: &Checkout, which: Which, program: Program) -> Result<(), String> {
    program.have(checkout)?;
    let region = Region::build(checkout)?;
    let server = Server::start(&region.program, &region.dir)?;
    let facts = Facts::of(checkout, &region, &server)?;
    let mut tally = Tally::default();
    let python = python::python(checkout)?;
    if let Some(python) = &python {
        let package = region.build_file("datapackage.json");
        tally.add("Frictionless", valid(checkout, python, &package, "the data package of the build"));
    }
    let mut told: Vec<(&str, Value)> = Vec::new();
    for reader in READERS.iter().filter(|reader| which == Which::All || reader.is_quick) {
        let Some(program) = reader.program(checkout)? else { continue };
        let outcome = ask(checkout, reader, &program, &facts).map(|(answer, said)| {
            told.push((reader.name, answer));
            said
        });
        tally.add(reader.name, outcome);
    }
    if told.iter().any(|(name, _)| *name == "GDAL") {
        tally.add("GDAL, types", layers::types(checkout, &server));
    }
    if let Some(python) = &python {
        let package = checkout.path(PACKAGE).join("datapackage.json");
        tally.add("Frictionless, files to take along", valid(checkout, python, &package, "the package of CSV files"));
    }
    match facts::agree_on_the_ground(&told) {
        Ok(said) => println!("\n{said}"),
        Err(said) => tally.failed.push(said),
    }
    if which == Which::All
        && let Some(outcome) = design_rules::check(checkout, &server)?
    {
        tally.add("Spectral", outcome);
    }
    println!("\nclients: {} passed, {} failed", tally.passed, tally.failed.len());
    if tally.failed.is_empty() { Ok(()) } else { Err(format!("not read as we mean it: {}", tally.failed.join(", "))) }
}

/// Whether Frictionless finds a data package, and every file that it names, as it says it is.
fn valid(checkout: &Checkout, python: &str, package: &Path, what: &str) -> Result<String, String> {
    let shown = package.display().to_string();
    match checkout::run(&mut checkout.command(python, &["-m", "frictionless", "validate", &shown])) {
        Ended::Well => Ok(format!("{what} is valid")),
        _ => Err(format!("{what} is not valid")),
    }
}

/// Lets one client read, and holds what it tells against what is so.
fn ask(checkout: &Checkout, reader: &Reader, program: &str, facts: &Facts) -> Result<(Value, String), String> {
    let questions = facts.questions.display().to_string();
    let mut command = checkout.command(program, &[reader.script, &questions]);
    println!("\n> {}", checkout::shown(&command));
    // Programs for a desktop do without one, and find no settings of whoever runs this.
    command.env("QT_QPA_PLATFORM", "offscreen").env("XDG_CONFIG_HOME", checkout.path("target/clients-home"));
    // What two scripts share leaves no folder beside them.
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    command.env("XDG_RUNTIME_DIR", checkout.path("target/clients-home")).env("no_proxy", "127.0.0.1");
    let said = checkout.output(command)?;
    let last = said.lines().last().unwrap_or_default();
    let answer: Value = serde_json::from_str(last).map_err(|error| format!("{error}: {said}"))?;
    let n = facts.hold(&answer, reader.tells)?;
    let version = answer["version"].as_str().unwrap_or("unknown version");
    let summary = format!("{version}, {n} facts: {}", facts::shown(&answer));
    Ok((answer, summary))
}
