// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `z-score`: distance from the mean, in standard deviations.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula};

/// Which divisor the standard deviation has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Deviation {
    /// n: the areas are all there are.
    Population,
    /// n - 1: the areas are a sample.
    Sample,
}

/// `(x - mean) / sd`; turned so that a higher score is a burden, where that is asked.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ZScore {
    /// The column.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result.
    pub out: String,
    /// The divisor of the standard deviation.
    pub deviation: Deviation,
    /// Make a higher score a burden: the sign is turned where the direction of the input says that higher is
    /// better. Only for an input, for a result of a step has no direction.
    #[serde(default)]
    pub higher_is_worse: bool,
    /// Whether the sign is turned; the check fills it in from the direction of the input.
    #[serde(skip)]
    pub turned: bool,
}

impl Form for ZScore {
    fn reads(&self) -> Vec<&str> {
        vec![&self.input]
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn formula(&self) -> Formula {
        let turn = if self.higher_is_worse { "turned" } else { "as-it-is" };
        let formula = Formula::new("step-z-score", format!("{} = ({} - mean) / sd", self.out, self.input));
        formula.with("in", &self.input).with("out", &self.out).with("turn", turn)
    }
}
