// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `normal-score`: the place of an area among the others, as a distance on the normal curve.

use schemars::JsonSchema;
use serde::Deserialize;

use super::rank::Ties;
use super::{Form, Formula, Wrong};

/// The normal score of a column; the highest figure has the highest score.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NormalScore {
    /// The column.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result.
    pub out: String,
    /// The constant c of `(r - c) / (n + 1 - 2c)`: 0.375 is Blom's, 0 van der Waerden's; 0 to below 1.
    pub offset: f64,
    /// What equal figures share.
    pub ties: Ties,
}

impl Form for NormalScore {
    fn reads(&self) -> Vec<&str> {
        vec![&self.input]
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn wrong(&self) -> Option<Wrong> {
        // At 1 the lowest rank of one area alone would be 0 / 0.
        let within = (0.0..1.0).contains(&self.offset);
        (!within).then(|| Wrong::at("outside-0-1", "offset").number(self.offset))
    }

    fn formula(&self) -> Formula {
        let ties = match self.ties {
            Ties::Min => "min",
            Ties::Mean => "mean",
            Ties::Max => "max",
        };
        let (out, offset) = (&self.out, self.offset);
        let formula =
            Formula::new("step-normal-score", format!("{out} = Φ⁻¹((r - {offset}) / (n + 1 - 2 × {offset}))"));
        formula.with("in", &self.input).with("ties", ties)
    }
}
