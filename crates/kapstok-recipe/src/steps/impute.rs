// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `impute`: the mean of the others in the place of a figure that is missing, as ASEM does.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula};

/// Fills gaps with the mean of the known figures, of all areas or of those in the same higher area.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Impute {
    /// The column with gaps.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result.
    pub out: String,
    /// The higher level that an area has its mean from; without it, all areas.
    pub within: Option<String>,
}

impl Form for Impute {
    fn reads(&self) -> Vec<&str> {
        vec![&self.input]
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn within(&self) -> Option<&str> {
        self.within.as_deref()
    }

    fn formula(&self) -> Formula {
        let formula = Formula::new("step-impute", format!("{} = {}", self.out, self.input));
        let of = if self.within.is_some() { "level" } else { "all" };
        let formula = formula.with("in", &self.input).with("out", &self.out).with("of", of);
        formula.with("level", self.within.as_deref().unwrap_or_default())
    }
}
