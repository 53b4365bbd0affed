// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `factor`: what several columns have in common, by the one-factor model of maximum likelihood.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula, Wrong};

/// Scores on the one factor that columns share.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// The columns, three or more.
    #[serde(rename = "in")]
    pub inputs: Vec<String>,
    /// Name of the result.
    pub out: String,
    /// The column that must load above 0: it says which way the scores point.
    pub positive: String,
}

/// With two columns the loadings are not determined.
const MIN_COLUMNS: usize = 3;

impl Form for Factor {
    fn reads(&self) -> Vec<&str> {
        self.inputs.iter().map(String::as_str).collect()
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn wrong(&self) -> Option<Wrong> {
        if self.inputs.len() < MIN_COLUMNS {
            return Some(Wrong::at("too-few", "in").number(self.inputs.len()).limit(MIN_COLUMNS));
        }
        let twice = |(position, name): (usize, &String)| self.inputs[..position].contains(name);
        if self.inputs.iter().enumerate().any(twice) {
            return Some(Wrong::at("listed-twice", "in"));
        }
        (!self.inputs.contains(&self.positive)).then(|| Wrong::at("not-of-list", "positive").number(&self.positive))
    }

    fn formula(&self) -> Formula {
        let names = self.inputs.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let formula = Formula::new("step-factor", format!("{} = λ' Σ⁻¹ z", self.out));
        formula.with("parts", names).with("positive", &self.positive)
    }
}
