// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What can be typed after `kapstok choose`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

/// Areas by a written rule.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Choose {
    /// The workspace.
    #[arg(required = true)]
    pub(crate) dir: Option<PathBuf>,
    /// The rule.
    #[arg(required = true)]
    pub(crate) protocol: Option<PathBuf>,
    /// Print the same as JSON.
    #[arg(long)]
    pub(crate) json: bool,
    /// Another thing to do with a choice.
    #[command(subcommand)]
    pub(crate) what: Option<ChooseWhat>,
}

/// What else can be done with a choice.
#[derive(Subcommand)]
pub(crate) enum ChooseWhat {
    /// Freeze a choice with all that it rests on.
    Seal {
        /// The workspace.
        dir: PathBuf,
        /// The rule.
        protocol: PathBuf,
        /// The dossier to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Whether a dossier is as it was sealed.
    Verify {
        /// The dossier.
        dossier: PathBuf,
    },
}

impl Choose {
    /// The workspace that the command is about, as it was typed.
    pub(crate) fn workspace(&self) -> Option<&Path> {
        match &self.what {
            Some(ChooseWhat::Seal { dir, .. }) => Some(dir),
            Some(ChooseWhat::Verify { .. }) => None,
            None => self.dir.as_deref(),
        }
    }
}
