// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What can be typed behind `kapstok gap`.

use std::path::PathBuf;

/// Differences of chosen areas; or how large a change must be to be seen.
#[derive(clap::Args)]
pub(crate) struct GapArguments {
    /// The workspace.
    pub(crate) dir: PathBuf,
    /// A file with a column of codes.
    #[arg(long, required_unless_present = "detectable")]
    pub(crate) areas: Option<PathBuf>,
    /// Id of an indicator; may be repeated.
    #[arg(long)]
    pub(crate) indicator: Vec<String>,
    /// What to hold them against; may be repeated.
    #[arg(long, value_parser = ["rest", "municipality", "matched"])]
    pub(crate) against: Vec<String>,
    /// Figures over which areas are matched; may be repeated.
    #[arg(long)]
    pub(crate) match_on: Vec<String>,
    /// The first period.
    #[arg(long)]
    pub(crate) from_period: Option<String>,
    /// The last period.
    #[arg(long)]
    pub(crate) to_period: Option<String>,
    /// The seed of drawn sets.
    #[arg(long, default_value_t = 7)]
    pub(crate) seed: u64,
    /// What these figures say of the statements of the essay.
    #[arg(long)]
    pub(crate) essay: bool,
    /// An area and an indicator: how large must a change be?
    #[arg(long, num_args = 2, conflicts_with_all = ["areas", "essay"])]
    pub(crate) detectable: Vec<String>,
    /// A target to hold that against.
    #[arg(long, requires = "detectable", allow_negative_numbers = true)]
    pub(crate) target: Option<f64>,
    /// Print the same as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}
