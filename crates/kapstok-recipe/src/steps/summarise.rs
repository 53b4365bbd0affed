// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `summarise`: one figure per area of a higher level; the published district summaries of the British indices.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula, Wrong};

/// How areas become one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// Mean of a score, weighted by population.
    AverageScore,
    /// Mean of `n + 1 - rank`, weighted by population.
    AverageRank,
    /// Share of areas whose rank lies in the worst tenth: areas are counted, not people.
    ProportionWorst,
    /// Share of people in the worst three tenths, falling from 1 (worst tenth) to 0.05 by percentile steps.
    Extent,
    /// Mean of `n + 1 - rank` of the worst areas that hold exactly a tenth of the people, the last area in part.
    LocalConcentration,
}

/// Makes one figure per area of a higher level.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Summarise {
    /// The column: a score for `average-score`, a rank for all others.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result; it lives on the higher level.
    pub out: String,
    /// The higher level.
    pub to: String,
    /// How.
    pub how: How,
    /// People per area; not needed for `proportion-worst`.
    pub population: Option<String>,
    /// The part of the people (of the areas, for `proportion-worst`) that must live in areas with a figure;
    /// with less the higher area has none. 0 to 1.
    #[serde(default = "half")]
    pub min_known_share: f64,
}

fn half() -> f64 {
    0.5
}

impl Form for Summarise {
    fn reads(&self) -> Vec<&str> {
        std::iter::once(self.input.as_str()).chain(self.population.as_deref()).collect()
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn to_level(&self) -> Option<&str> {
        Some(&self.to)
    }

    fn wrong(&self) -> Option<Wrong> {
        if self.how != How::ProportionWorst && self.population.is_none() {
            return Some(Wrong::at("no-population", "population"));
        }
        let within = (0.0..=1.0).contains(&self.min_known_share);
        (!within).then(|| Wrong::at("outside-0-1", "min_known_share").number(self.min_known_share))
    }

    fn formula(&self) -> Formula {
        let how = match self.how {
            How::AverageScore => "average-score",
            How::AverageRank => "average-rank",
            How::ProportionWorst => "proportion-worst",
            How::Extent => "extent",
            How::LocalConcentration => "local-concentration",
        };
        let formula = Formula::new("step-summarise", format!("{} = summary({})", self.out, self.input));
        formula.with("in", &self.input).with("out", &self.out).with("level", &self.to).with("how", how)
    }
}
