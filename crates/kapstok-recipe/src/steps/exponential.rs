// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `exponential`: stretches the burdened end, so that a good domain cannot cancel a bad one.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula, Wrong};

/// `-k ln(1 - R (1 - exp(-100 / k)))` of a rank fraction R: 0 ..= 100.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exponential {
    /// The column of fractions, 0 ..= 1.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result.
    pub out: String,
    /// The constant k; 23 in the British indices.
    pub constant: f64,
}

impl Form for Exponential {
    fn reads(&self) -> Vec<&str> {
        vec![&self.input]
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn wrong(&self) -> Option<Wrong> {
        (self.constant <= 0.0 || self.constant.is_nan())
            .then(|| Wrong::at("not-above", "constant").number(self.constant).limit(0))
    }

    fn formula(&self) -> Formula {
        let k = self.constant;
        let maths = format!("{} = -{k} ln(1 - {} (1 - exp(-100 / {k})))", self.out, self.input);
        Formula::new("step-exponential", maths).with("in", &self.input)
    }
}
