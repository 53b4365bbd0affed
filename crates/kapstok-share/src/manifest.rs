// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `build.json` and `origins.json`: what a build holds, for ourselves and for other programs.
//!
//! In: the core types, when a build is written. Out: wire types, which the core does not know. The form carries a version ([`SCHEMA`]).

use std::collections::BTreeMap;

use kapstok_table::{Origin, Step};
use serde::{Deserialize, Serialize};

use crate::words::Language;

/// Name and version of the form of a build. Experimental: it may change with a minor version.
pub const SCHEMA: &str = "kapstok-build/3";

/// `build.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Manifest {
    /// [`SCHEMA`].
    pub schema: String,
    /// The program that wrote it.
    pub program: String,
    /// SHA-256 of that program.
    pub program_sha256: String,
    /// Name of the workspace.
    pub title: Both,
    /// Id of the country.
    pub country: String,
    /// Whether everything in it is invented.
    pub invented: bool,
    /// Below this many residents nothing may leave `build/`.
    pub min_residents: f64,
    /// The indicator that counts residents.
    pub residents: Option<String>,
    /// Code of the municipality that the workspace is of, if it is of one.
    pub municipality: Option<String>,
    /// Whether the workspace asked for ranks of areas. Without it none leaves `build/`.
    #[serde(default)]
    pub ranking: bool,
    /// Hash of `kapstok.toml`, of all files that were read and of the program.
    pub data_hash: String,
    /// The levels, largest areas first.
    pub levels: Vec<LevelEntry>,
    /// What the figures mean.
    pub indicators: Vec<IndicatorEntry>,
    /// Tables in which people with several things were counted.
    pub counted: Vec<CountedTable>,
    /// Crosswalks that figures came along.
    pub crosswalks: Vec<CrosswalkEntry>,
    /// Recipes that were run.
    pub recipes: Vec<RecipeEntry>,
}

/// A counted table: its classes and things are indicators of the build.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct CountedTable {
    /// Its name.
    pub id: String,
    /// What was counted.
    pub label: Both,
    /// Who was counted.
    pub population: String,
    /// Indicators that count those with 0, 1, 2, ... of the things.
    pub classes: Vec<String>,
    /// What the last class stands for.
    pub last: LastClassWord,
    /// The things, as shares.
    pub of: Vec<String>,
}

/// What the last class of a counted table stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LastClassWord {
    /// Its number: nobody can have more.
    Exactly,
    /// Its number or more.
    OrMore,
}

/// The file of a crosswalk: part of the origin of every figure that came along it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct CrosswalkEntry {
    /// Its name.
    pub id: String,
    /// Name of the file.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Licence; empty where none is stated.
    pub licence: String,
    /// What must stand beside figures that came along it.
    pub attribution: String,
    /// The day it was fetched; empty where that is not known.
    pub retrieved: String,
}

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Both {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Both {
    /// The text of a language.
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }
}

/// One level of a build.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct LevelEntry {
    /// Its name.
    pub level: String,
    /// Its one map.
    pub boundary_year: u16,
    /// Number of areas.
    pub n_areas: usize,
    /// Columns, in the order of the row groups of `figures-LEVEL.parquet`.
    pub columns: Vec<ColumnEntry>,
    /// Maps that figures came from, each with its `rebased-LEVEL-YEAR.csv`.
    pub rebased_from: Vec<u16>,
    /// Whether there is a `map-LEVEL.parquet`.
    pub map: bool,
}

/// Which part of an area of another map lies in an area of this one: a row of `rebased-LEVEL-YEAR.csv`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Link {
    /// Area of the other map.
    pub from: String,
    /// Area of this map.
    pub to: String,
    /// The part of it, 0 ..= 1.
    pub share: f64,
    /// What the crosswalk counts in all of it: addresses, homes, residents.
    pub counted: Option<f64>,
    /// What the share rests on.
    pub evidence: String,
}

/// One column of a level.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct ColumnEntry {
    /// Indicator.
    pub indicator: String,
    /// Period.
    pub period: String,
    /// Position in `origins.json`.
    pub origin: usize,
    /// Cells with a figure.
    pub known: usize,
    /// Cells without, by reason.
    pub missing: BTreeMap<String, usize>,
}

/// One indicator of a build.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct IndicatorEntry {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: Both,
    /// One sentence on what it measures.
    pub explanation: Both,
    /// What it counts or measures in.
    pub unit: String,
    /// Which way is a burden.
    pub direction: String,
    /// The field of policy.
    pub domain: String,
    /// Register, survey, model or derived.
    pub kind: String,
    /// What it was modelled from.
    pub modelled_from: Vec<String>,
    /// Of whom it is a share.
    pub population: Option<String>,
    /// The count that a share or a mean is weighted by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weighted_by: Option<String>,
    /// The step of the source's rounding.
    pub rounding: Option<f64>,
    /// How far the source's rounding may have moved a figure.
    pub rounding_off_by: Option<f64>,
    /// Levels at which the source does not round.
    pub exact_at: Vec<String>,
    /// The protected trait that it measures.
    pub protected: Option<String>,
    /// Who makes it.
    pub source: String,
    /// Licence of the figures.
    pub licence: String,
}

/// One recipe of a build.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct RecipeEntry {
    /// Its id.
    pub id: String,
    /// The level it was run on.
    pub level: String,
    /// SHA-256 of its text.
    pub sha256: String,
    /// Areas with at least one known domain.
    pub n_scored: usize,
    /// Domains of its coinciding burdens, in order.
    pub domains: Vec<String>,
    /// The indicator that speaks for each domain where people are counted, in the order of `domains`; empty where none does.
    #[serde(default)]
    pub leads: Vec<String>,
    /// The fraction of areas that counts as worst.
    pub worst_fraction: Option<f64>,
    /// Where each domain was cut, in the order of `domains`.
    pub cuts: Vec<CutEntry>,
    /// What was taken as input: indicator and period.
    pub inputs: Vec<(String, String)>,
    /// Ids of the shares of one population that bounds were drawn over, if they could be.
    pub bounds_over: Vec<String>,
    /// What was drawn again to learn how sure the results are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sure: Option<SureEntry>,
}

/// What was drawn again, and which of it moves results most.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct SureEntry {
    /// By what areas are ordered.
    pub order: String,
    /// The seed.
    pub seed: u64,
    /// Draws of everything.
    pub replications: u32,
    /// The part of the draws that an interval holds.
    pub level: f64,
    /// "Among the first" is a rank of at most this part of the areas.
    pub first: f64,
    /// Pairs of draws of each factor alone.
    pub sensitivity: u32,
    /// What was drawn.
    pub drawn: Vec<SureFactor>,
    /// What was not: not stated, not asked, or nothing to draw.
    pub not_drawn: Vec<String>,
    /// Per input how many of its figures each error changes.
    pub inputs: Vec<SureInput>,
    /// How often each scale was drawn.
    pub scales: BTreeMap<String, u32>,
    /// How often a geometric mean was drawn.
    pub geometric: u32,
}

/// One factor that was drawn.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct SureFactor {
    /// Its name.
    pub factor: String,
    /// Its part in what moves ranks.
    pub ranks: Option<SureIndices>,
    /// Its part in what moves numbers of burdens.
    pub burdens: Option<SureIndices>,
    /// How many places an area moves on average when it alone is drawn.
    pub mean_places: Option<f64>,
}

/// Sobol' indices with their standard errors.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
pub struct SureIndices {
    /// First order.
    pub first: f64,
    /// Its standard error.
    pub first_error: f64,
    /// Total.
    pub total: f64,
    /// Its standard error.
    pub total_error: f64,
}

/// What was drawn of one input.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct SureInput {
    /// Its name in the recipe.
    pub input: String,
    /// Figures of areas that take part.
    pub known: usize,
    /// Per kind of error how many figures it changes.
    pub figures: BTreeMap<String, usize>,
    /// In how many draws it was left out.
    pub left_out: u32,
    /// The indicator that counts of how many it is a share or rate, where those counted are taken for a draw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<String>,
    /// The standard error of its model, in its unit, where one is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<f64>,
    /// Below how many people its figures are kept secret, where that is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret_below: Option<u32>,
}

/// Where a domain was cut into its worst part and the rest.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct CutEntry {
    /// The figure at the cut.
    pub threshold: Option<f64>,
    /// Areas that take part and have a figure.
    pub n_known: usize,
    /// Areas in the worst part.
    pub n_in: usize,
}

/// One entry of `origins.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct OriginEntry {
    /// Id of the source.
    pub source: String,
    /// Name of the file.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Title as published.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Id of the published table.
    pub table_id: Option<String>,
    /// Licence.
    pub licence: String,
    /// What must stand beside the figures.
    pub attribution: String,
    /// The day it was fetched.
    pub retrieved: String,
    /// Where it was fetched from.
    pub url: Option<String>,
    /// Sheet, layer or table.
    pub sheet: Option<String>,
    /// Title of the column.
    pub column: String,
    /// Position of the column, from 1.
    pub column_number: u32,
    /// The map of the file's codes.
    pub boundary_year: u16,
    /// What was done since.
    pub steps: Vec<StepEntry>,
}

/// One step since the file.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum StepEntry {
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

impl LevelEntry {
    /// The column of an indicator: of a stated period, or the newest with a figure. With its position.
    pub fn column(&self, indicator: &str, period: Option<&str>) -> Option<(usize, &ColumnEntry)> {
        let of_indicator = || self.columns.iter().enumerate().filter(|(_, column)| column.indicator == indicator);
        match period {
            Some(period) => of_indicator().find(|(_, column)| column.period == period),
            None => of_indicator().rfind(|(_, column)| column.known > 0).or_else(|| of_indicator().next_back()),
        }
    }
}

impl Manifest {
    /// What an indicator means.
    pub fn indicator(&self, id: &str) -> Option<&IndicatorEntry> {
        self.indicators.iter().find(|entry| entry.id == id)
    }
}

impl OriginEntry {
    /// The wire form of an origin.
    pub fn of(origin: &Origin) -> Self {
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
    pub fn half_width_at(&self, level: &str) -> f64 {
        if self.exact_at.iter().any(|exact| exact == level) { 0.0 } else { self.rounding_off_by.unwrap_or(0.0) }
    }

    /// What it declares of where it comes from.
    pub fn ancestry(&self) -> kapstok_table::Ancestry<'_> {
        kapstok_table::Ancestry {
            id: &self.id,
            maker: &self.source,
            domain: &self.domain,
            modelled_from: self.modelled_from.iter().map(String::as_str).collect(),
        }
    }

    /// The wire form of an indicator.
    pub fn of(indicator: &kapstok_table::Indicator) -> Self {
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
            weighted_by: match &indicator.rebase {
                kapstok_table::RebaseRule::WeightedBy(count) => Some(count.to_string()),
                kapstok_table::RebaseRule::Split
                | kapstok_table::RebaseRule::WeightedByCrosswalk
                | kapstok_table::RebaseRule::OnlyWhole => None,
            },
            rounding: indicator.rounding.step(),
            rounding_off_by: indicator.rounding.step().map(|_| indicator.rounding.half_width()),
            exact_at: indicator.exact_at.iter().map(ToString::to_string).collect(),
            protected: indicator.protected.map(|protected| protected.as_str().to_owned()),
            source: indicator.source.to_string(),
            licence: indicator.licence.clone(),
        }
    }
}
