// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `sum`: several columns added up.

use schemars::JsonSchema;
use serde::Deserialize;

use super::weighted_mean::IfMissing;
use super::{Form, Formula, Wrong};

/// Adds columns.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// The columns.
    #[serde(rename = "in")]
    pub inputs: Vec<String>,
    /// Name of the result.
    pub out: String,
    /// What a missing part does.
    #[serde(default)]
    pub missing: IfMissing,
}

impl Form for Sum {
    fn reads(&self) -> Vec<&str> {
        self.inputs.iter().map(String::as_str).collect()
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn wrong(&self) -> Option<Wrong> {
        if self.inputs.is_empty() {
            return Some(Wrong::at("no-column", "in"));
        }
        self.missing.wrong(self.inputs.len())
    }

    fn formula(&self) -> Formula {
        let maths = format!("{} = {}", self.out, self.inputs.join(" + "));
        Formula::new("step-sum", maths).with("parts", self.inputs.join(", "))
    }
}
