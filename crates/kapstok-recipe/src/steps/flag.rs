// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `flag`: 1 where a figure reaches a bound, 0 where it does not.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula, Wrong};

/// 1 at or beyond the bound, else 0; nothing where there is no figure.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// The column.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result.
    pub out: String,
    /// 1 at this figure and above.
    pub at_least: Option<f64>,
    /// 1 at this figure and below.
    pub at_most: Option<f64>,
}

impl Form for Flag {
    fn reads(&self) -> Vec<&str> {
        vec![&self.input]
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn wrong(&self) -> Option<Wrong> {
        (self.at_least.is_some() == self.at_most.is_some()).then(|| Wrong::at("one-of", "at_least`, `at_most"))
    }

    fn formula(&self) -> Formula {
        let (sign, bound) = match (self.at_least, self.at_most) {
            (Some(bound), _) => ("≥", bound),
            (None, Some(bound)) => ("≤", bound),
            (None, None) => ("?", 0.0),
        };
        let maths = format!("{} = [{} {sign} {bound}]", self.out, self.input);
        Formula::new("step-flag", maths).with("in", &self.input).with("sign", sign).with("bound", bound)
    }
}
