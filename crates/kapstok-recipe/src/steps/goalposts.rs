// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `goalposts`: between two fixed values, capped if asked.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula, Wrong};

/// `(x - low) / (high - low)`, cut off at 0 and 1 when `cap`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Goalposts {
    /// The column.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result.
    pub out: String,
    /// What becomes 0.
    pub low: f64,
    /// What becomes 1.
    pub high: f64,
    /// Cut off at 0 and 1.
    #[serde(default)]
    pub cap: bool,
    /// Take natural logarithms of the figure and of both goalposts first.
    #[serde(default)]
    pub logarithm: bool,
}

impl Form for Goalposts {
    fn reads(&self) -> Vec<&str> {
        vec![&self.input]
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn wrong(&self) -> Option<Wrong> {
        match () {
            () if self.high <= self.low || (self.high - self.low).is_nan() => {
                Some(Wrong::at("not-above", "high").number(self.high).limit(self.low))
            }
            () if self.logarithm && self.low <= 0.0 => Some(Wrong::at("no-logarithm", "low").number(self.low)),
            () => None,
        }
    }

    fn formula(&self) -> Formula {
        let (out, input, low, high) = (&self.out, &self.input, self.low, self.high);
        let maths = match self.logarithm {
            true => format!("{out} = (ln {input} - ln {low}) / (ln {high} - ln {low})"),
            false => format!("{out} = ({input} - {low}) / ({high} - {low})"),
        };
        let cap = if self.cap { "cut" } else { "open" };
        Formula::new("step-goalposts", maths).with("in", input).with("low", low).with("high", high).with("cap", cap)
    }
}
