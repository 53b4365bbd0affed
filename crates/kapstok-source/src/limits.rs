// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How much one foreign file may cost: counted while reading, never taken from what the file declares.
//!
//! The defaults let the largest national files through (a sheet of 24 MB, 35,000 rows of 47 columns, a
//! table of 1,076 columns) and stop a hostile one within a second and 256 MiB.

use kapstok_table::{Place, Problem};

/// Upper bounds for one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one unpacked file or zip entry.
    pub unpacked_bytes: usize,
    /// How many times its packed size a large entry may unpack to.
    pub unpacking_ratio: usize,
    /// Rows below the titles.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Cells: rows times columns, empty ones included.
    pub cells: usize,
    /// Bytes of text in one cell.
    pub cell_bytes: usize,
    /// Bytes of text in all cells together.
    pub text_bytes: usize,
    /// Bytes of boundaries (WKB) together.
    pub geometry_bytes: usize,
    /// Bytes of a GeoPackage; it is held once more while it is read.
    pub database_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            unpacked_bytes: 96 << 20,
            unpacking_ratio: 150,
            rows: 2_000_000,
            columns: 4_096,
            cells: 10_000_000,
            cell_bytes: 1 << 20,
            text_bytes: 64 << 20,
            geometry_bytes: 96 << 20,
            database_bytes: 256 << 20,
        }
    }
}

/// An unpacked entry may be this large whatever its ratio: small files of one repeated sign are harmless.
pub(crate) const ALWAYS_UNPACKED: usize = 8 << 20;

/// A bound that a file ran into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("more {what} than {limit}")]
pub(crate) struct LimitHit {
    /// What there was too much of; a word of the text files.
    pub(crate) what: &'static str,
    /// The bound.
    pub(crate) limit: usize,
}

impl LimitHit {
    /// The problem of a file that was refused for it.
    pub(crate) fn problem(self, place: Place) -> Problem {
        Problem::error("K0304", place).with("what", self.what).with("limit", self.limit)
    }
}

/// `Err` when `n` lies above `limit`.
pub(crate) fn check(what: &'static str, n: usize, limit: usize) -> Result<(), LimitHit> {
    if n > limit { Err(LimitHit { what, limit }) } else { Ok(()) }
}
