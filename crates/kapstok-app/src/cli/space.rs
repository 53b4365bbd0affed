// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What can be typed behind `kapstok space`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Statistics of a map.
#[derive(Args)]
pub(crate) struct Space {
    /// A map with one row per area: .fgb, .gpkg or .geojson.
    pub(crate) file: PathBuf,
    /// Which statistic.
    #[arg(long, value_enum, required_unless_present = "onto")]
    pub(crate) stat: Option<Statistic>,
    /// Another map, to which figures are brought instead.
    #[arg(long, conflicts_with = "stat")]
    pub(crate) onto: Option<PathBuf>,
    /// The column with the code of each area of the other map.
    #[arg(long, requires = "onto")]
    pub(crate) onto_code: Option<String>,
    /// Columns with counts to bring to the other map.
    #[arg(long, requires = "onto")]
    pub(crate) count: Vec<String>,
    /// Columns with shares or means to bring to the other map.
    #[arg(long, requires = "onto")]
    pub(crate) share: Vec<String>,
    /// The column with the count by which shares are weighted.
    #[arg(long, requires = "share")]
    pub(crate) weight: Option<String>,
    /// Which part of an area must be covered by areas with a figure.
    #[arg(long, default_value_t = 0.95, value_parser = cover, requires = "onto")]
    pub(crate) least: f64,
    /// The column with the figure of each area.
    #[arg(long, conflicts_with = "onto")]
    pub(crate) value: Option<String>,
    /// The column with events or cases, for rates and scans.
    #[arg(long, conflicts_with = "onto")]
    pub(crate) cases: Option<String>,
    /// The column with residents, for rates and scans.
    #[arg(long, conflicts_with = "onto")]
    pub(crate) population: Option<String>,
    /// The column with the code of each area; without it, the first in which every area has its own.
    #[arg(long)]
    pub(crate) code: Option<String>,
    /// Texts that stand for no figure.
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) missing: Vec<String>,
    /// Who is a neighbour: queen, rook, knn:8, within:1.0, or a .gal file.
    #[arg(long, default_value = "queen")]
    pub(crate) weights: String,
    /// How many permutations or simulations.
    #[arg(long, default_value_t = 999, value_parser = clap::value_parser!(u32).range(1..=99_999))]
    pub(crate) permutations: u32,
    /// Seed of the random numbers.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Share of flagged areas that may be chance.
    #[arg(long, default_value_t = 0.05, value_parser = part)]
    pub(crate) rate: f64,
    /// The largest circle of a scan, as a share of all residents.
    #[arg(long, default_value_t = 0.5)]
    pub(crate) largest: f64,
    /// How many classes.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=100))]
    pub(crate) classes: u16,
    /// Also write the neighbours as a .gal file.
    #[arg(long, conflicts_with = "onto")]
    pub(crate) gal: Option<PathBuf>,
}

/// A part: above 0 and below 1.
fn part(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| *number > 0.0 && *number < 1.0);
    number.ok_or_else(|| "0 < x < 1".to_owned())
}

/// A part of an area: above 0, at most 1.
fn cover(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| *number > 0.0 && *number <= 1.0);
    number.ok_or_else(|| "0 < x <= 1".to_owned())
}

/// What can be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Statistic {
    /// Do neighbours resemble each other, on the whole map?
    Moran,
    /// Where do they, and where not?
    LocalMoran,
    /// High among high, the area itself left out.
    Gi,
    /// High among high, the area itself included.
    GiStar,
    /// Circles with more cases than expected.
    Scan,
    /// Exact classes for a map.
    Classes,
}
