// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What can be typed behind `kapstok translate`.

use std::path::PathBuf;

use clap::Args;

/// A target, worked out for every area.
#[derive(Args)]
pub(crate) struct TranslateArguments {
    /// The workspace.
    pub(crate) dir: PathBuf,
    /// The target.
    pub(crate) file: PathBuf,
    /// Print the same as JSON.
    #[arg(long)]
    pub(crate) json: bool,
    /// Write a row per area and rule: .csv.
    #[arg(long, short)]
    pub(crate) out: Option<PathBuf>,
    /// The rule whose outcome becomes targets of the areas; shown only, until `--write`.
    #[arg(long, value_parser = kapstok_find::ambition::Rule::ALL.map(kapstok_find::ambition::Rule::word).to_vec())]
    pub(crate) agenda: Option<String>,
    /// Write them into the log.
    #[arg(long, requires_all = ["agenda", "by"])]
    pub(crate) write: bool,
    /// The role that says so.
    #[arg(long, requires = "agenda")]
    pub(crate) by: Option<String>,
    /// The day since which it holds; without it, today.
    #[arg(long, requires = "by")]
    pub(crate) date: Option<String>,
}
