// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `round`: to a number of decimals, at the point where the recipe says so; before a ranking it breaks ties
//! as the publisher did.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula, Wrong};

/// Where a half goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Up, away from zero for negatives too; a guard of 1e-9 takes floating-point noise for a half.
    HalfUp,
    /// To the even neighbour.
    HalfEven,
}

/// Rounds a column.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// The column.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result.
    pub out: String,
    /// Number of decimals.
    pub decimals: u32,
    /// Where a half goes.
    pub mode: Mode,
}

impl Form for Round {
    fn reads(&self) -> Vec<&str> {
        vec![&self.input]
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn wrong(&self) -> Option<Wrong> {
        (self.decimals > 12).then(|| Wrong::at("too-high", "decimals").number(self.decimals).limit(12))
    }

    fn formula(&self) -> Formula {
        let mode = match self.mode {
            Mode::HalfUp => "half-up",
            Mode::HalfEven => "half-even",
        };
        let formula = Formula::new("step-round", format!("{} = round({}, {})", self.out, self.input, self.decimals));
        formula.with("in", &self.input).with("out", &self.out).with("n", self.decimals).with("mode", mode)
    }
}
