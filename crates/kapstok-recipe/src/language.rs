// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The words of a recipe file, version 1.
//!
//! Wire types: what stands in the file is what stands here, with a schema. Steps have their own files.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::spans::Spans;
use crate::steps::Step;
use crate::sure::Sure;

/// A recipe, read: every step known and filled in, nothing held against data yet.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// Name of the file, for problems.
    pub file: String,
    /// All but the steps.
    pub head: Head,
    /// The steps in order, `each` written out; with each the position in the file that it came from.
    pub steps: Vec<(usize, Step)>,
    /// Where everything stands in the file.
    pub(crate) spans: Spans,
}

/// Everything in a recipe but its steps.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Version of the language: 1.
    pub recipe: u32,
    /// Name of the recipe: letters, digits, `-`.
    pub id: String,
    /// Title in both languages.
    pub title: Both,
    /// The level whose areas it scores.
    pub level: String,
    /// The published index that it reproduces. Such a recipe may hold a protected trait, and its result
    /// feeds no atlas, choice or agenda.
    pub reproduces: Option<String>,
    /// How results of steps are stored.
    #[serde(default)]
    pub precision: Precision,
    /// The text with the reasons, beside the recipe.
    pub policy: Option<String>,
    /// Leave out every indicator that is a model estimate.
    #[serde(default)]
    pub leave_modelled_out: bool,
    /// Why figures of different periods or maps may stand together.
    pub allow_mixed: Option<String>,
    /// The part of the areas that may lack a figure before an input is doubted, 0 ..= 1.
    #[serde(default = "default_max_missing")]
    pub max_missing: f64,
    /// Columns of a bare table that hold codes.
    pub areas: Option<AreaColumns>,
    /// Numbers that stand for no figure in a bare table.
    #[serde(default)]
    pub missing_codes: Vec<f64>,
    /// Texts that stand for no figure in a bare table, beside the empty cell.
    #[serde(default)]
    pub missing_marks: Vec<String>,
    /// Areas that leave every ranking and its n.
    #[serde(default)]
    pub exclude: Vec<Exclude>,
    /// What comes in.
    #[serde(default)]
    pub input: Vec<Input>,
    /// The steps, in order.
    #[serde(default)]
    #[schemars(schema_with = "crate::steps::schema")]
    pub step: Vec<toml::Table>,
    /// What goes out; without it, everything that a step makes.
    #[serde(default)]
    pub output: Vec<Output>,
    /// Burdens that come together.
    pub burdens: Option<Burdens>,
    /// How sure the results are.
    pub sure: Option<Sure>,
}

fn default_max_missing() -> f64 {
    0.5
}

/// A text in both languages.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Both {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// How results are stored between steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// 64 bits.
    #[default]
    Double,
    /// Every result of a step on the recipe's own level is rounded to 32 bits; the arithmetic within a step
    /// and summaries to higher levels have 64. Only to reproduce an index that was made so.
    Single,
}

/// Columns of a bare table that hold codes.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AreaColumns {
    /// The column with the code of the area.
    pub key: String,
    /// Per higher level, the column with the code of the area that it lies in.
    #[serde(default)]
    pub parents: BTreeMap<String, String>,
}

/// A rule by which areas leave every ranking and its n. The area is left out when the rule holds.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exclude {
    /// A column of the table (bare) or an input's name.
    pub column: String,
    /// Out when the number equals this.
    pub equals: Option<f64>,
    /// Out when the text starts so.
    pub starts_with: Option<String>,
    /// Out when there is no figure.
    #[serde(default)]
    pub is_missing: bool,
    /// What it leaves.
    #[serde(default)]
    pub from: Scope,
}

/// What an excluded area leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Every step: it has no figure at all.
    #[default]
    Everything,
    /// Rankings and their n; its figures stand.
    Ranks,
}

/// A figure that comes in.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// Its name in the recipe.
    pub name: String,
    /// Title of the column in a bare table, or id of the indicator in a workspace; without it, the name.
    pub column: Option<String>,
    /// The period, in a workspace; without it, the newest with a figure.
    pub period: Option<String>,
    /// Unit; in a workspace the indicator says it.
    pub unit: Option<String>,
    /// `higher-is-worse`, `higher-is-better` or `neither`; in a workspace the indicator says it.
    pub direction: Option<String>,
    /// Domain; in a workspace the indicator says it.
    pub domain: Option<String>,
    /// The protected trait that it measures, if any.
    pub protected: Option<String>,
    /// A protected trait that is only used to show how a burden is divided, never as one.
    #[serde(default)]
    pub equity_split: bool,
}

impl Input {
    /// The column that it is read from.
    pub fn column(&self) -> &str {
        self.column.as_deref().unwrap_or(&self.name)
    }
}

/// A column that goes out.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Output {
    /// Name of a step's result.
    pub name: String,
    /// Decimals in CSV; without it, all.
    pub decimals: Option<u32>,
}

/// Burdens that come together: domains in which an area stands in the worst part of its level.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Burdens {
    /// The worst part, 0 to 1; 0.2 is a fifth.
    pub worst_fraction: f64,
    /// An area with fewer known domains is not counted.
    #[serde(default = "one")]
    pub min_known_domains: usize,
    /// The domains.
    pub domain: Vec<BurdenDomain>,
}

fn one() -> usize {
    1
}

/// One domain of the count.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BurdenDomain {
    /// Its name.
    pub id: String,
    /// The input or result of a step by which areas are compared.
    pub column: String,
    /// The input that stands for the domain where people are counted: bounds, burdened residents.
    pub lead: Option<String>,
    /// Which way is a burden; without it, that of the input, and `higher-is-worse` for results of steps.
    pub direction: Option<String>,
}

/// JSON Schema of a recipe file, made from the types that read it.
pub fn json_schema() -> serde_json::Value {
    let schema = schemars::schema_for!(Head);
    let mut value = schema.to_value();
    if let Some(object) = value.as_object_mut() {
        object.insert("title".to_owned(), "Kapstok recipe, version 1".into());
    }
    value
}
