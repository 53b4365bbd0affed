// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The clients that answer the same questions, each by a script of its own in `xtask/clients/`.
//!
//! Invariant: what a client has to tell stands here, so that a script which stops telling it fails.

use super::facts::Tell::{self, Areas, Bounds, InBox, Rd, Rows, SourceRows};
use super::python;
use crate::checkout::Checkout;
use crate::debian::{self, Needed};

/// A client.
pub(super) struct Reader {
    /// What it is called.
    pub(super) name: &'static str,
    /// What asks it, from the root of the checkout.
    pub(super) script: &'static str,
    /// What it has to tell.
    pub(super) tells: &'static [Tell],
    /// Whether it is small enough for `cargo xtask test`.
    pub(super) is_quick: bool,
    had: Had,
}

/// How it comes here.
enum Had {
    /// With pip, below `target/`.
    Pip,
    /// As a package of Debian that a plain python then calls.
    Command(&'static Needed),
    /// As a package of Debian for this interpreter, which can then run these words.
    Module { interpreter: &'static str, probe: [&'static str; 2], packages: &'static [&'static str] },
}

/// All of them.
pub(super) static READERS: &[Reader] = &[
    Reader {
        name: "DuckDB",
        script: "xtask/clients/duckdb_reads.py",
        tells: &[Areas, Rows, SourceRows],
        is_quick: true,
        had: Had::Pip,
    },
    Reader {
        name: "GDAL",
        script: "xtask/clients/gdal_reads.py",
        tells: &[Areas, Rows, InBox, Bounds, Rd],
        is_quick: true,
        had: Had::Command(&debian::GDAL),
    },
    Reader {
        name: "DuckDB, files to take along",
        script: "xtask/clients/duckdb_takes.py",
        tells: &[Areas, Rows],
        is_quick: true,
        had: Had::Pip,
    },
    Reader {
        name: "GDAL, files to take along",
        script: "xtask/clients/gdal_takes.py",
        tells: &[Areas, Rows, Bounds],
        is_quick: true,
        had: Had::Command(&debian::GDAL),
    },
    Reader {
        name: "QGIS",
        script: "xtask/clients/qgis_reads.py",
        tells: &[Areas, Rows, InBox, Bounds, Rd],
        is_quick: false,
        had: Had::Module {
            interpreter: "/usr/bin/python3",
            probe: ["-c", "import qgis.core"],
            packages: &["python3-qgis"],
        },
    },
    Reader {
        name: "R sf",
        script: "xtask/clients/sf_reads.R",
        tells: &[Areas, Rows, InBox, Bounds, Rd],
        is_quick: false,
        had: Had::Module {
            interpreter: "Rscript",
            probe: ["-e", "library(sf); library(jsonlite)"],
            packages: &["r-cran-sf", "r-cran-jsonlite"],
        },
    },
    Reader {
        name: "OWSLib",
        script: "xtask/clients/owslib_reads.py",
        tells: &[Areas, Rows, InBox, Bounds],
        is_quick: false,
        had: Had::Module {
            interpreter: "/usr/bin/python3",
            probe: ["-c", "import owslib"],
            packages: &["python3-owslib"],
        },
    },
    Reader {
        name: "geopandas",
        script: "xtask/clients/geopandas_reads.py",
        tells: &[Areas, Rows, InBox, Bounds, Rd],
        is_quick: false,
        had: Had::Module {
            interpreter: "/usr/bin/python3",
            probe: ["-c", "import geopandas"],
            packages: &["python3-geopandas"],
        },
    },
];

impl Reader {
    /// What runs its script; none where the client cannot be had, which was then said.
    pub(super) fn program(&self, checkout: &Checkout) -> Result<Option<String>, String> {
        match &self.had {
            Had::Pip => python::python(checkout),
            Had::Command(needed) => Ok(debian::have(checkout, needed, self.name)?.map(|_| python::system())),
            Had::Module { interpreter, probe, packages } => {
                let is_here = || checkout.output(checkout.command(interpreter, probe)).is_ok();
                Ok(debian::have_all(checkout, packages, self.name, is_here)?.then(|| (*interpreter).to_owned()))
            }
        }
    }
}
