// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Why a command could not do its work: what main prints, and with which exit status.

use std::path::{Path, PathBuf};

use kapstok_share::find::NotFound;
use kapstok_table::Problem;

use crate::problems::Texts;

/// A command that ends here. Exit status 1: the input has problems; 2: wrong use.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The input has problems, to be printed one by one.
    #[error("problems in the input")]
    Problems {
        /// All of them.
        problems: Vec<Problem>,
        /// Texts that they point into.
        texts: Texts,
    },
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The disk refuses what was to be written into the log: nothing was recorded.
    #[error("{path}: {source}")]
    NotRecorded {
        /// Which file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// No `kapstok.toml` in the folder.
    #[error("no workspace in {dir}")]
    NoWorkspace {
        /// The folder.
        dir: PathBuf,
    },
    /// Something of the user's stands where a command would write.
    #[error("{path} is there")]
    Exists {
        /// What stands there.
        path: PathBuf,
    },
    /// Two files of an exported site with one path.
    #[error("{file} twice in the site")]
    SiteClash {
        /// Its path in the site.
        file: String,
    },
    /// A folder that would be written over, and is no exported site.
    #[error("{path} is no exported site")]
    NotASite {
        /// The folder.
        path: PathBuf,
    },
    /// Nothing was built yet.
    #[error("no build in {dir}")]
    NoBuild {
        /// The workspace.
        dir: PathBuf,
    },
    /// A build that cannot be read.
    #[error("{path}: {message}")]
    Store {
        /// Which file.
        path: PathBuf,
        /// What its reader says.
        message: String,
    },
    /// A name on the command line that leads nowhere.
    #[error("`{found}` is not known")]
    NotFound {
        /// What it was to be: `area`, `indicator`, `code`, `municipality`.
        what: &'static str,
        /// The name.
        found: String,
        /// The nearest known name.
        nearest: String,
    },
    /// An indicator that has figures, though not at the level of the area.
    #[error("`{indicator}` is not there at {level}")]
    NotAtLevel {
        /// Its id.
        indicator: String,
        /// The level of the area.
        level: String,
        /// The levels at which it has figures.
        levels: Vec<String>,
    },
    /// A workspace that is to be made, and is there.
    #[error("{dir} is a workspace")]
    IsWorkspace {
        /// The folder.
        dir: PathBuf,
    },
    /// A process of ours told it already.
    #[error("told already")]
    Told {
        /// Its exit status.
        status: u8,
    },
    /// The result says no: differences in a conformance run, a truth test that fails. Already printed.
    #[error("the outcome is negative")]
    Negative,
}

impl Failure {
    /// A file error.
    pub(crate) fn io(path: &Path, source: std::io::Error) -> Self {
        Self::Io { path: path.to_owned(), source }
    }

    /// A store error.
    pub(crate) fn store(path: &Path, message: impl ToString) -> Self {
        Self::Store { path: path.to_owned(), message: message.to_string() }
    }

    /// Exit status of the program.
    pub(crate) fn status(&self) -> u8 {
        match self {
            Self::Problems { .. }
            | Self::Io { .. }
            | Self::NotRecorded { .. }
            | Self::Store { .. }
            | Self::IsWorkspace { .. }
            | Self::Negative => 1,
            Self::NoWorkspace { .. }
            | Self::NoBuild { .. }
            | Self::Exists { .. }
            | Self::NotASite { .. }
            | Self::SiteClash { .. }
            | Self::NotFound { .. }
            | Self::NotAtLevel { .. } => 2,
            Self::Told { status } => *status,
        }
    }
}

impl From<NotFound> for Failure {
    fn from(not_found: NotFound) -> Self {
        match not_found {
            NotFound::Unknown { what, found, nearest } => Self::NotFound { what, found, nearest },
            NotFound::NotAtLevel { indicator, level, levels } => Self::NotAtLevel { indicator, level, levels },
        }
    }
}
