// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What can be typed after `kapstok read` where a person decides.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::SaidArguments;

/// What is decided about a document.
#[derive(Subcommand)]
pub(crate) enum ReviewWhat {
    /// Write what is to be decided about a document, for a person to fill in.
    Review {
        /// The document.
        document: PathBuf,
        /// What else is read, and how.
        #[command(flatten)]
        with: Beside,
        /// The file to write: .jsonl, .csv or .xlsx.
        #[arg(long, short)]
        out: PathBuf,
    },
    /// Hold decisions against the document, show what follows from them, and write it into the log.
    Decide {
        /// The workspace.
        dir: PathBuf,
        /// The decisions: .jsonl, .csv or .xlsx.
        decisions: PathBuf,
        /// The document that they are about.
        #[arg(long)]
        document: PathBuf,
        /// What else is read, and how.
        #[command(flatten)]
        with: Beside,
        /// Who decides.
        #[command(flatten)]
        said: SaidArguments,
        /// The day of the document, from which a term such as four years counts.
        #[arg(long)]
        dated: Option<String>,
        /// Only say whether all is right.
        #[arg(long, conflicts_with = "write")]
        check: bool,
        /// Write it into the log.
        #[arg(long)]
        write: bool,
    },
    /// How far two readers agree, and where they differ.
    Agree {
        /// The decisions of one reader.
        first: PathBuf,
        /// Those of another.
        second: PathBuf,
        /// Print the same as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Open a page on this machine on which a person decides, statement by statement.
    Desk {
        /// The workspace.
        dir: PathBuf,
        /// The document.
        document: PathBuf,
        /// What else is read, and how.
        #[command(flatten)]
        with: Beside,
        /// The role that decides.
        #[arg(long)]
        by: String,
        /// The day of the document, from which a term such as four years counts.
        #[arg(long)]
        dated: Option<String>,
        /// Show nothing of what others decided.
        #[arg(long)]
        blind: bool,
        /// The port; 0 takes any that is free.
        #[arg(long, default_value_t = crate::command::serve::PORT)]
        port: u16,
    },
}

/// What is read beside a document.
#[derive(Args, Clone, Debug)]
pub(crate) struct Beside {
    /// A manifesto, motion or petition: what the document answers to it is decided too.
    #[arg(long)]
    pub(crate) ask: Option<PathBuf>,
    /// A reading recipe: its file, its folder, or its name; without it, the one whose language fits best.
    #[arg(long)]
    pub(crate) recipe: Option<PathBuf>,
}

impl ReviewWhat {
    /// The workspace, as it was typed.
    pub(crate) fn workspace(&self) -> Option<&Path> {
        match self {
            Self::Decide { dir, .. } | Self::Desk { dir, .. } => Some(dir),
            Self::Review { .. } | Self::Agree { .. } => None,
        }
    }
}
