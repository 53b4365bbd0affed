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
        let (nl, en) = match self.order {
            Order::HighestFirst => ("de hoogste eerst", "highest first"),
            Order::LowestFirst => ("de laagste eerst", "lowest first"),
        };
        let (ties_nl, ties_en) = match self.ties {
            Ties::Min => ("gelijken delen het laagste nummer", "ties share the lowest number"),
            Ties::Mean => ("gelijken delen het gemiddelde nummer", "ties share the mean number"),
            Ties::Max => ("gelijken delen het hoogste nummer", "ties share the highest number"),
        };
        Formula {
            nl: format!("rangnummer van `{}`, {nl}; {ties_nl}", self.input),
            en: format!("rank of `{}`, {en}; {ties_en}", self.input),
            maths: format!("{} = rank({})", self.out, self.input),
        }
    }
}
