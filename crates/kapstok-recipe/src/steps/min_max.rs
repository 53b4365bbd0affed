// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `min-max`: from the lowest to the highest figure.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula};

/// The lowest figure becomes `low`, the highest `high`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MinMax {
    /// The column.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result.
    pub out: String,
    /// What the lowest figure becomes.
    pub low: f64,
    /// What the highest figure becomes.
    pub high: f64,
}

impl Form for MinMax {
    fn reads(&self) -> Vec<&str> {
        vec![&self.input]
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn formula(&self) -> Formula {
        let (out, input, low, high) = (&self.out, &self.input, self.low, self.high);
        let maths = format!("{out} = {low} + ({input} - min) / (max - min) × {}", high - low);
        Formula::new("step-min-max", maths).with("in", input).with("low", low).with("high", high)
    }
}
