// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `ratio`: one column over another.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula};

/// `factor * numerator / denominator`; nothing where the denominator is 0.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ratio {
    /// The column above the line.
    pub numerator: String,
    /// The column below the line.
    pub denominator: String,
    /// Name of the result.
    pub out: String,
    /// 100 for per cent, 1000 for per thousand.
    pub factor: f64,
}

impl Form for Ratio {
    fn reads(&self) -> Vec<&str> {
        vec![&self.numerator, &self.denominator]
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn formula(&self) -> Formula {
        let maths = format!("{} = {} × {} / {}", self.out, self.factor, self.numerator, self.denominator);
        let formula = Formula::new("step-ratio", maths).with("factor", self.factor);
        formula.with("numerator", &self.numerator).with("denominator", &self.denominator)
    }
}
