// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `logarithm`: the natural logarithm.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula};

/// `ln x`. A figure of 0 or less is an error of the run, with its area.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Logarithm {
    /// The column.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result.
    pub out: String,
}

impl Form for Logarithm {
    fn reads(&self) -> Vec<&str> {
        vec![&self.input]
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn formula(&self) -> Formula {
        Formula::new("step-logarithm", format!("{} = ln {}", self.out, self.input)).with("in", &self.input)
    }
}
