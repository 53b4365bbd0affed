// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `rank`: the place of each area among those with a figure, 1 first.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula};

/// Which end of the figures is 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// The highest figure is 1.
    HighestFirst,
    /// The lowest figure is 1.
    LowestFirst,
}

/// What areas with equal figures share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ties {
    /// The lowest number of their places.
    Min,
    /// The mean of their places; halves occur.
    Mean,
    /// The highest number of their places.
    Max,
}

/// Ranks a column. Areas without a figure have no rank and do not count in n.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rank {
    /// The column to rank.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result.
    pub out: String,
    /// Which end is 1.
    pub order: Order,
    /// What equal figures share.
    pub ties: Ties,
}

impl Form for Rank {
    fn reads(&self) -> Vec<&str> {
        vec![&self.input]
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn formula(&self) -> Formula {
        let order = match self.order {
            Order::HighestFirst => "highest-first",
            Order::LowestFirst => "lowest-first",
        };
        let ties = match self.ties {
            Ties::Min => "min",
            Ties::Mean => "mean",
            Ties::Max => "max",
        };
        let formula = Formula::new("step-rank", format!("{} = rank({})", self.out, self.input));
        formula.with("in", &self.input).with("out", &self.out).with("order", order).with("ties", ties)
    }
}
