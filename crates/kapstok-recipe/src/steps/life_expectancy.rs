// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `life-expectancy`: years that a person of an age may expect, from deaths and people by age group (Chiang II).

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula, Wrong};

/// Which figure of an expectancy comes out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Give {
    /// The years.
    #[default]
    Value,
    /// The lower end of their interval.
    Lower,
    /// The upper end of their interval.
    Upper,
    /// Their standard error.
    StandardError,
}

impl Give {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Lower => "lower",
            Self::Upper => "upper",
            Self::StandardError => "standard-error",
        }
    }
}

/// One age group. It ends where the next begins; the last has no end.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgeGroup {
    /// Its first age, in years.
    pub from: f64,
    /// The column of deaths.
    pub deaths: String,
    /// The column of people, or of years lived by them, over the same time as the deaths.
    pub population: String,
    /// The part of the group that those who die in it have lived, 0 to 1. Without it 0.1 for the first year of life
    /// and 0.5 for all others; in the last it is not used.
    pub lived: Option<f64>,
}

/// The years that a person of an age may expect.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LifeExpectancy {
    /// Name of the result.
    pub out: String,
    /// The age groups, youngest first.
    pub ages: Vec<AgeGroup>,
    /// The age; it must be the first of a group. Without it, that of the first group.
    pub at: Option<f64>,
    /// Which figure comes out.
    #[serde(default)]
    pub give: Give,
    /// The level of confidence of `lower` and `upper`.
    #[serde(default = "default_confidence")]
    pub confidence: f64,
    /// An area with fewer people in all age groups together has no figure.
    #[serde(default = "default_min_population")]
    pub min_population: f64,
}

pub(super) fn default_confidence() -> f64 {
    0.95
}

pub(super) fn default_min_population() -> f64 {
    5000.0
}

/// What an age group says that both expectancies read: its first age and the part lived.
pub(super) fn wrong_ages(ages: &[(f64, Option<f64>)], at: Option<f64>, confidence: f64) -> Option<Wrong> {
    if ages.len() < 2 {
        return Some(Wrong::at("too-few", "ages").number(ages.len()).limit(2));
    }
    if let Some(pair) = ages.windows(2).find(|pair| pair[0].0 >= pair[1].0) {
        return Some(Wrong::at("not-above", "from").number(pair[1].0).limit(pair[0].0));
    }
    if ages[0].0 < 0.0 {
        return Some(Wrong::at("too-low", "from").number(ages[0].0).limit(0));
    }
    if let Some(lived) = ages.iter().filter_map(|(_, lived)| *lived).find(|lived| !(0.0..=1.0).contains(lived)) {
        return Some(Wrong::at("outside-0-1", "lived").number(lived));
    }
    if let Some(at) = at.filter(|at| ages.iter().all(|(from, _)| from != at)) {
        return Some(Wrong::at("not-of-list", "at").number(at));
    }
    let within = confidence > 0.0 && confidence < 1.0;
    (!within).then(|| Wrong::at("outside-0-1", "confidence").number(confidence))
}

impl Form for LifeExpectancy {
    fn reads(&self) -> Vec<&str> {
        self.ages.iter().flat_map(|age| [age.deaths.as_str(), age.population.as_str()]).collect()
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn wrong(&self) -> Option<Wrong> {
        let ages: Vec<(f64, Option<f64>)> = self.ages.iter().map(|age| (age.from, age.lived)).collect();
        wrong_ages(&ages, self.at, self.confidence)
    }

    fn formula(&self) -> Formula {
        let at = self.at.or(self.ages.first().map(|age| age.from)).unwrap_or_default();
        let maths = match self.give {
            Give::Value => format!("{} = ∑ L / l", self.out),
            Give::Lower => format!("{} = ∑ L / l - z × se", self.out),
            Give::Upper => format!("{} = ∑ L / l + z × se", self.out),
            Give::StandardError => format!("{} = se(∑ L / l)", self.out),
        };
        let formula = Formula::new("step-life-expectancy", maths).with("give", self.give.word()).with("age", at);
        formula.with("n", self.ages.len()).with("people", self.min_population).with("percent", self.confidence * 100.0)
    }
}
