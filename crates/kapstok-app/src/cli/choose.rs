// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What can be typed after `kapstok choose`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::SaidArguments;

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
    /// Where every draw starts, in place of what the rule says.
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// How often to choose again, in place of what the rule says; 0 for not at all.
    #[arg(long, value_parser = clap::value_parser!(u32).range(..=100_000))]
    pub(crate) replications: Option<u32>,
    /// Write a note: .pdf, .docx or .xlsx.
    #[arg(long, short, conflicts_with = "json")]
    pub(crate) out: Option<PathBuf>,
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
        /// The note beside it: .pdf, .docx or .xlsx.
        #[arg(long)]
        note: Option<PathBuf>,
    },
    /// Put an area into a choice by hand, or take it out: an event in the log.
    Change {
        /// The workspace.
        dir: PathBuf,
        /// The rule.
        protocol: PathBuf,
        /// Code or name of an area.
        area: String,
        /// In or out.
        #[command(flatten)]
        act: Act,
        /// Why.
        #[arg(long)]
        reason: String,
        /// Who says so.
        #[command(flatten)]
        said: SaidArguments,
    },
    /// Hold areas that were chosen before against the choice of a rule.
    Import {
        /// The workspace.
        dir: PathBuf,
        /// The rule.
        protocol: PathBuf,
        /// Codes (.csv, .txt) or polygons (.geojson, .fgb, .gpkg).
        areas: PathBuf,
        /// Print the same as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Open the workbenches of a build on this machine, with a form that writes changes into the log.
    Desk {
        /// The workspace.
        dir: PathBuf,
        /// The role that writes.
        #[arg(long)]
        by: String,
        /// The port; 0 takes any that is free.
        #[arg(long, default_value_t = crate::command::serve::PORT)]
        port: u16,
    },
    /// Whether a dossier is as it was sealed.
    Verify {
        /// The dossier.
        dossier: PathBuf,
    },
}

/// In or out; one of the two.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Act {
    /// Put it in.
    #[arg(long = "in")]
    pub(crate) put_in: bool,
    /// Take it out.
    #[arg(long = "out")]
    pub(crate) take_out: bool,
}

impl Choose {
    /// The workspace that the command is about, as it was typed.
    pub(crate) fn workspace(&self) -> Option<&Path> {
        match &self.what {
            Some(
                ChooseWhat::Seal { dir, .. }
                | ChooseWhat::Change { dir, .. }
                | ChooseWhat::Import { dir, .. }
                | ChooseWhat::Desk { dir, .. },
            ) => Some(dir),
            Some(ChooseWhat::Verify { .. }) => None,
            None => self.dir.as_deref(),
        }
    }
}
