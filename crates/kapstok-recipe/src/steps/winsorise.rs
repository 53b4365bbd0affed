// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `winsorise`: draws in the few figures that stretch a column, as far as skewness and kurtosis ask.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula, Wrong};

/// What is done with a column that is still too skew after the most figures that may be drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Otherwise {
    /// `ln(x - lowest + 0.01 × (highest - lowest))` of the figures as they came.
    Logarithm,
    /// The figures as they came.
    Leave,
}

/// Draws in outliers, one figure at a time, until the column is within the bounds.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Winsorise {
    /// The column.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result.
    pub out: String,
    /// A column with a skewness below this, either way, is left as it is.
    pub skewness: f64,
    /// A column with an excess kurtosis below this is left as it is.
    pub kurtosis: f64,
    /// The most figures that may be drawn in.
    pub max_points: u32,
    /// What is done when that is not enough.
    pub otherwise: Otherwise,
}

impl Form for Winsorise {
    fn reads(&self) -> Vec<&str> {
        vec![&self.input]
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn wrong(&self) -> Option<Wrong> {
        if self.skewness <= 0.0 {
            return Some(Wrong::at("not-above", "skewness").number(self.skewness).limit(0));
        }
        (self.max_points == 0).then(|| Wrong::at("too-low", "max_points").number(0).limit(1))
    }

    fn formula(&self) -> Formula {
        let otherwise = match self.otherwise {
            Otherwise::Logarithm => "logarithm",
            Otherwise::Leave => "leave",
        };
        let formula = Formula::new("step-winsorise", format!("{} = {}", self.out, self.input));
        let formula = formula.with("in", &self.input).with("out", &self.out).with("n", self.max_points);
        formula.with("skewness", self.skewness).with("kurtosis", self.kurtosis).with("otherwise", otherwise)
    }
}
