// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `build.json` and `origins.json`: what a build holds, for ourselves and for other programs.
//!
//! Wire types only: the core types do not know JSON. The form carries a version ([`SCHEMA`]).

use std::collections::BTreeMap;

use kapstok_table::{Origin, Step};
use serde::{Deserialize, Serialize};

use crate::workspace::LastClassWord;

/// Name and version of the form of a build. Experimental: it may change with a minor version.
pub(crate) const SCHEMA: &str = "kapstok-build/2";

/// `build.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Manifest {
    /// [`SCHEMA`].
    pub(crate) schema: String,
    /// The program that wrote it.
    pub(crate) program: String,
    /// SHA-256 of that program.
    pub(crate) program_sha256: String,
    /// Name of the workspace.
    pub(crate) title: Both,
    /// Id of the country.
    pub(crate) country: String,
    /// Whether everything in it is invented.
    pub(crate) invented: bool,
    /// Below this many residents nothing may leave `build/`.
    pub(crate) min_residents: f64,
    /// The indicator that counts residents.
    pub(crate) residents: Option<String>,
    /// Code of the municipality that the workspace is of, if it is of one.
    pub(crate) municipality: Option<String>,
    /// Hash of `kapstok.toml`, of all files that were read and of the program.
    pub(crate) data_hash: String,
    /// The levels, largest areas first.
    pub(crate) levels: Vec<LevelEntry>,
    /// What the figures mean.
    pub(crate) indicators: Vec<IndicatorEntry>,
    /// Tables in which people with several things were counted.
    pub(crate) counted: Vec<CountedTable>,
    /// Crosswalks that figures came along.
    pub(crate) crosswalks: Vec<CrosswalkEntry>,
    /// Recipes that were run.
    pub(crate) recipes: Vec<RecipeEntry>,
}

/// A counted table: its classes and things are indicators of the build.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct CountedTable {
    /// Its name.
    pub(crate) id: String,
    /// What was counted.
    pub(crate) label: Both,
    /// Who was counted.
    pub(crate) population: String,
    /// Indicators that count those with 0, 1, 2, ... of the things.
    pub(crate) classes: Vec<String>,
    /// What the last class stands for.
    pub(crate) last: LastClassWord,
    /// The things, as shares.
    pub(crate) of: Vec<String>,
}

/// The file of a crosswalk: part of the origin of every figure that came along it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct CrosswalkEntry {
    /// Its name.
    pub(crate) id: String,
    /// Name of the file.
    pub(crate) file: String,
    /// SHA-256 of the file.
    pub(crate) sha256: String,
    /// Licence; empty where none is stated.
    pub(crate) licence: String,
    /// What must stand beside figures that came along it.
    pub(crate) attribution: String,
    /// The day it was fetched; empty where that is not known.
    pub(crate) retrieved: String,
}

/// A text in both languages.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Both {
    /// Dutch.
    pub(crate) nl: String,
    /// English.
    pub(crate) en: String,
}

/// One level of a build.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct LevelEntry {
    /// Its name.
    pub(crate) level: String,
    /// Its one map.
    pub(crate) boundary_year: u16,
    /// Number of areas.
    pub(crate) n_areas: usize,
    /// Columns, in the order of the row groups of `figures-LEVEL.parquet`.
    pub(crate) columns: Vec<ColumnEntry>,
    /// Maps that figures came from, each with its `rebased-LEVEL-YEAR.csv`.
    pub(crate) rebased_from: Vec<u16>,
    /// Whether there is a `map-LEVEL.parquet`.
    pub(crate) map: bool,
}

/// One column of a level.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct ColumnEntry {
    /// Indicator.
    pub(crate) indicator: String,
    /// Period.
    pub(crate) period: String,
    /// Position in `origins.json`.
    pub(crate) origin: usize,
    /// Cells with a figure.
    pub(crate) known: usize,
    /// Cells without, by reason.
    pub(crate) missing: BTreeMap<String, usize>,
}

/// One indicator of a build.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct IndicatorEntry {
    /// Its id.
    pub(crate) id: String,
    /// Its label.
    pub(crate) label: Both,
    /// One sentence on what it measures.
    pub(crate) explanation: Both,
    /// What it counts or measures in.
    pub(crate) unit: String,
    /// Which way is a burden.
    pub(crate) direction: String,
    /// The field of policy.
    pub(crate) domain: String,
    /// Register, survey, model or derived.
    pub(crate) kind: String,
    /// What it was modelled from.
    pub(crate) modelled_from: Vec<String>,
    /// Of whom it is a share.
    pub(crate) population: Option<String>,
    /// The step of the source's rounding.
    pub(crate) rounding: Option<f64>,
    /// How far the source's rounding may have moved a figure.
    pub(crate) rounding_off_by: Option<f64>,
    /// Levels at which the source does not round.
    pub(crate) exact_at: Vec<String>,
    /// The protected trait that it measures.
    pub(crate) protected: Option<String>,
    /// Who makes it.
    pub(crate) source: String,
    /// Licence of the figures.
    pub(crate) licence: String,
}

/// One recipe of a build.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct RecipeEntry {
    /// Its id.
    pub(crate) id: String,
    /// The level it was run on.
    pub(crate) level: String,
    /// SHA-256 of its text.
    pub(crate) sha256: String,
    /// Areas with at least one known domain.
    pub(crate) n_scored: usize,
    /// Domains of its coinciding burdens, in order.
    pub(crate) domains: Vec<String>,
    /// The fraction of areas that counts as worst.
    pub(crate) worst_fraction: Option<f64>,
    /// Where each domain was cut, in the order of `domains`.
    pub(crate) cuts: Vec<CutEntry>,
    /// What was taken as input: indicator and period.
    pub(crate) inputs: Vec<(String, String)>,
    /// Ids of the shares of one population that bounds were drawn over, if they could be.
    pub(crate) bounds_over: Vec<String>,
}

/// Where a domain was cut into its worst part and the rest.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct CutEntry {
    /// The figure at the cut.
    pub(crate) threshold: Option<f64>,
    /// Areas that take part and have a figure.
    pub(crate) n_known: usize,
    /// Areas in the worst part.
    pub(crate) n_in: usize,
}

/// One entry of `origins.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct OriginEntry {
    /// Id of the source.
    pub(crate) source: String,
    /// Name of the file.
    pub(crate) file: String,
    /// SHA-256 of the file.
    pub(crate) sha256: String,
    /// Title as published.
    pub(crate) title: String,
    /// Who published it.
    pub(crate) publisher: String,
    /// Id of the published table.
    pub(crate) table_id: Option<String>,
    /// Licence.
    pub(crate) licence: String,
    /// What must stand beside the figures.
    pub(crate) attribution: String,
    /// The day it was fetched.
    pub(crate) retrieved: String,
    /// Where it was fetched from.
    pub(crate) url: Option<String>,
    /// Sheet, layer or table.
    pub(crate) sheet: Option<String>,
    /// Title of the column.
    pub(crate) column: String,
    /// Position of the column, from 1.
    pub(crate) column_number: u32,
    /// The map of the file's codes.
    pub(crate) boundary_year: u16,
    /// What was done since.
    pub(crate) steps: Vec<StepEntry>,
}

/// One step since the file.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub(crate) enum StepEntry {
    /// Rows chosen by another column.
    Filtered {
        /// Title of that column.
        column: String,
        /// The value that was kept.
        kept: String,
    },
    /// Multiplied.
    Scaled {
        /// The factor.
        factor: f64,
    },
    /// Brought onto another map.
    Rebased {
        /// The map before.
        from: u16,
        /// The map after.
        to: u16,
        /// Crosswalks on the way.
        route: Vec<String>,
        /// The rule.
        rule: String,
    },
    /// Computed.
    Derived {
        /// By what.
        by: String,
        /// From which figures.
        from: Vec<String>,
    },
}

impl OriginEntry {
    /// The wire form of an origin.
    pub(crate) fn of(origin: &Origin) -> Self {
        let file = &origin.file;
        Self {
            source: file.source.clone(),
            file: file.name.clone(),
            sha256: file.sha256.clone(),
            title: file.title.clone(),
            publisher: file.publisher.clone(),
            table_id: file.table_id.clone(),
            licence: file.licence.clone(),
            attribution: file.attribution.clone(),
            retrieved: file.retrieved.clone(),
            url: file.url.clone(),
            sheet: origin.sheet.clone(),
            column: origin.column_title.clone(),
            column_number: origin.column_number,
            boundary_year: origin.boundary_year.0,
            steps: origin.steps.iter().map(StepEntry::of).collect(),
        }
    }
}

impl StepEntry {
    fn of(step: &Step) -> Self {
        match step.clone() {
            Step::Filtered { column, kept } => Self::Filtered { column, kept },
            Step::Scaled { factor } => Self::Scaled { factor },
            Step::Rebased { from, to, route, rule } => Self::Rebased { from: from.0, to: to.0, route, rule },
            Step::Derived { by, from } => Self::Derived { by, from },
        }
    }
}

impl IndicatorEntry {
    /// How far the source's rounding may have moved a figure at a level; 0 where it does not round.
    pub(crate) fn half_width_at(&self, level: &str) -> f64 {
        if self.exact_at.iter().any(|exact| exact == level) { 0.0 } else { self.rounding_off_by.unwrap_or(0.0) }
    }

    /// What it declares of where it comes from.
    pub(crate) fn ancestry(&self) -> kapstok_table::Ancestry<'_> {
        kapstok_table::Ancestry {
            id: &self.id,
            maker: &self.source,
            domain: &self.domain,
            modelled_from: self.modelled_from.iter().map(String::as_str).collect(),
        }
    }

    /// The wire form of an indicator.
    pub(crate) fn of(indicator: &kapstok_table::Indicator) -> Self {
        let both = |text: &kapstok_table::Text| Both { nl: text.nl.clone(), en: text.en.clone() };
        Self {
            id: indicator.id.to_string(),
            label: both(&indicator.label),
            explanation: both(&indicator.explanation),
            unit: indicator.unit.as_str().to_owned(),
            direction: indicator.direction.as_str().to_owned(),
            domain: indicator.domain.0.to_string(),
            kind: indicator.kind.as_str().to_owned(),
            modelled_from: indicator.modelled_from.iter().map(ToString::to_string).collect(),
            population: indicator.population.as_ref().map(|population| population.as_str().to_owned()),
            rounding: indicator.rounding.step(),
            rounding_off_by: indicator.rounding.step().map(|_| indicator.rounding.half_width()),
            exact_at: indicator.exact_at.iter().map(ToString::to_string).collect(),
            protected: indicator.protected.map(|protected| protected.as_str().to_owned()),
            source: indicator.source.to_string(),
            licence: indicator.licence.clone(),
        }
    }
}
