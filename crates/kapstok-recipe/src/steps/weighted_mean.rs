// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `weighted-mean`: the mean of several columns, arithmetic or geometric.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula, Wrong};

/// What weights must add up to.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum WeightsSum {
    /// A stated number, 1 or 100.
    Number(f64),
    /// Any: only their proportions count.
    Word(Relative),
}

/// The word for weights of which only the proportions count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Relative {
    /// Only proportions count.
    Relative,
}

/// Which mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mean {
    /// Sum of weight times figure.
    #[default]
    Arithmetic,
    /// Product of figure to the power of weight.
    Geometric,
}

/// What a missing part does to the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IfMissing {
    /// One missing part makes the whole missing.
    #[default]
    MakesMissing,
    /// The mean of the known parts, by their weights, if there are at least this many.
    AtLeast(usize),
}

impl IfMissing {
    /// What is wrong with it for so many parts.
    pub(crate) fn wrong(self, n_parts: usize) -> Option<Wrong> {
        match self {
            Self::AtLeast(n) if n == 0 || n > n_parts => {
                Some(Wrong::at("not-within", "at-least").number(n).limit(n_parts))
            }
            Self::AtLeast(_) | Self::MakesMissing => None,
        }
    }
}

/// The mean of columns by weight.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WeightedMean {
    /// Name of the result.
    pub out: String,
    /// Weight of each column, by its name.
    pub weights: BTreeMap<String, f64>,
    /// What they must add up to.
    pub weights_sum: WeightsSum,
    /// Divide by this instead of by the sum of the weights: an index whose published weights are rounded
    /// may add up to 0.999 and use them as they stand. Only where no part is missing.
    pub divide_by: Option<f64>,
    /// Which mean.
    #[serde(default)]
    pub mean: Mean,
    /// What a missing part does.
    #[serde(default)]
    pub missing: IfMissing,
}

impl WeightedMean {
    /// The sum of the weights as they stand, and what it should be where that is stated.
    pub fn sums(&self) -> (f64, Option<f64>) {
        let expected = match self.weights_sum {
            WeightsSum::Number(number) => Some(number),
            WeightsSum::Word(Relative::Relative) => None,
        };
        (self.weights.values().sum(), expected)
    }
}

impl WeightedMean {
    /// The mean with its weights: `(22 a + 15 b) / 37`, `(a^1 × b^1)^(1 / 2)`.
    fn maths(&self) -> String {
        let divisor = self.divide_by.unwrap_or_else(|| self.sums().0);
        let part = |(name, weight): (&String, &f64)| match self.mean {
            Mean::Arithmetic => format!("{weight} {name}"),
            Mean::Geometric => format!("{name}^{weight}"),
        };
        let parts: Vec<String> = self.weights.iter().map(part).collect();
        match self.mean {
            Mean::Arithmetic => format!("({}) / {divisor}", parts.join(" + ")),
            Mean::Geometric => format!("({})^(1 / {divisor})", parts.join(" × ")),
        }
    }
}

impl Form for WeightedMean {
    fn reads(&self) -> Vec<&str> {
        self.weights.keys().map(String::as_str).collect()
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn wrong(&self) -> Option<Wrong> {
        let bad = self.weights.iter().find(|(_, weight)| !(weight.is_finite() && **weight > 0.0));
        match bad {
            Some((name, weight)) => Some(Wrong::at("no-weight", name).number(weight)),
            None if self.sums().0 <= 0.0 => Some(Wrong::at("no-weights", "weights")),
            None if self.divide_by.is_some_and(|divisor| divisor <= 0.0 || divisor.is_nan()) => {
                Some(Wrong::at("not-above", "divide_by").number(self.divide_by.unwrap_or_default()).limit(0))
            }
            None => self.missing.wrong(self.weights.len()),
        }
    }

    fn weights(&self) -> Option<(f64, Option<f64>)> {
        Some(self.sums())
    }

    fn formula(&self) -> Formula {
        let (total, _) = self.sums();
        let mean = match self.mean {
            Mean::Arithmetic => "arithmetic",
            Mean::Geometric => "geometric",
        };
        let (if_missing, n) = match self.missing {
            IfMissing::MakesMissing => ("makes-missing", self.weights.len()),
            IfMissing::AtLeast(n) => ("at-least", n),
        };
        let formula = Formula::new("step-weighted-mean", format!("{} = {}", self.out, self.maths()));
        let parts = self.weights.iter().map(|(name, weight)| (name.clone(), weight / total)).collect();
        formula.with("mean", mean).with("if-missing", if_missing).with("n", n).with_shares("parts", parts)
    }
}
