// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `shrink`: a rate of few people, drawn to the mean of many; empirical Bayes.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula, Wrong};

/// Which figure of the shrunk rate comes out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Give {
    /// The shrunk rate.
    #[default]
    Value,
    /// Its standard error, given the mean and the spread that were found.
    StandardError,
}

/// Shrinks rates to the mean of all areas, or of those in the same higher area.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shrink {
    /// The column of cases. Either this or `rate`.
    pub cases: Option<String>,
    /// The column of rates, in the unit that `factor` makes.
    pub rate: Option<String>,
    /// The column of people among whom the cases were counted.
    pub population: String,
    /// Name of the result.
    pub out: String,
    /// 1 for a share, 100 for per cent, 1000 for per thousand.
    pub factor: f64,
    /// The higher level whose mean an area is drawn to; without it, the mean of all areas.
    pub within: Option<String>,
    /// Which figure comes out.
    #[serde(default)]
    pub give: Give,
}

impl Form for Shrink {
    fn reads(&self) -> Vec<&str> {
        let rate = self.cases.as_deref().or(self.rate.as_deref());
        rate.into_iter().chain(std::iter::once(self.population.as_str())).collect()
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn wrong(&self) -> Option<Wrong> {
        if self.cases.is_some() == self.rate.is_some() {
            return Some(Wrong::at("one-of", "cases, rate"));
        }
        (self.factor <= 0.0).then(|| Wrong::at("not-above", "factor").number(self.factor).limit(0))
    }

    fn within(&self) -> Option<&str> {
        self.within.as_deref()
    }

    fn formula(&self) -> Formula {
        let give = match self.give {
            Give::Value => "value",
            Give::StandardError => "standard-error",
        };
        let maths = match self.give {
            Give::Value => format!("{} = m + v / (v + m / p) × (r - m)", self.out),
            Give::StandardError => format!("{} = √(v × (m / p) / (v + m / p))", self.out),
        };
        let formula = Formula::new("step-shrink", maths).with("give", give);
        let of = if self.within.is_some() { "level" } else { "all" };
        let formula = formula.with("of", of).with("level", self.within.as_deref().unwrap_or_default());
        let rate = self.cases.as_deref().or(self.rate.as_deref()).unwrap_or_default();
        formula.with("in", rate).with("population", &self.population)
    }
}
