// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `linear`: `add + factor * x`; turns a scale around, or moves it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula};

/// `add + factor * x`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Linear {
    /// The column.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result.
    pub out: String,
    /// What the column is multiplied by.
    pub factor: f64,
    /// What is added.
    #[serde(default)]
    pub add: f64,
}

impl Form for Linear {
    fn reads(&self) -> Vec<&str> {
        vec![&self.input]
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn formula(&self) -> Formula {
        let maths = format!("{} = {} + {} × {}", self.out, self.add, self.factor, self.input);
        Formula::new("step-linear", maths).with("in", &self.input)
    }
}
