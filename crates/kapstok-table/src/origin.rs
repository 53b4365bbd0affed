// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Where a figure comes from, to the row and column, and every step from there.

use std::sync::Arc;

use kapstok_area::BoundaryYear;

/// A file as it was fetched.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceFile {
    /// Id of the source in the workspace.
    pub source: String,
    /// Name of the file.
    pub name: String,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// Title as published.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Id of the published table, such as `50090NED`.
    pub table_id: Option<String>,
    /// Licence (SPDX id, or the words of the publisher).
    pub licence: String,
    /// What must stand beside the figures.
    pub attribution: String,
    /// The day it was fetched, `YYYY-MM-DD`.
    pub retrieved: String,
    /// Where it was fetched from.
    pub url: Option<String>,
}

/// The whole origin of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// The file; its reader keeps the row of every cell in the column itself.
    pub file: Arc<SourceFile>,
    /// Sheet, layer or table inside the file.
    pub sheet: Option<String>,
    /// Title of the column as published.
    pub column_title: String,
    /// Position of the column in the file, from 1.
    pub column_number: u32,
    /// The map that the file's codes belong to.
    pub boundary_year: BoundaryYear,
    /// What was done since, first step first.
    pub steps: Vec<Step>,
}

/// One thing that was done to a figure between the file and here.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Rows chosen by the value of another column.
    Filtered {
        /// Title of that column.
        column: String,
        /// The value that was kept.
        kept: String,
    },
    /// Multiplied, to come to the indicator's unit.
    Scaled {
        /// The factor.
        factor: f64,
    },
    /// Brought onto another map.
    Rebased {
        /// The map before.
        from: BoundaryYear,
        /// The map after.
        to: BoundaryYear,
        /// Names of the crosswalks on the way; `(inverse)` behind one used backwards.
        route: Vec<String>,
        /// The rule in the words of `kapstok.toml`: `split`, `weighted_by residents`, `crosswalk`, `only-whole`.
        rule: String,
    },
    /// Computed by a recipe or rule from other figures.
    Derived {
        /// What computed it.
        by: String,
        /// Ids of the figures that it was computed from.
        from: Vec<String>,
    },
}
