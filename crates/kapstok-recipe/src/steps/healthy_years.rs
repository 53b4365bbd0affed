// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `healthy-years`: of the years that a person may expect, those in good health (Sullivan).

use schemars::JsonSchema;
use serde::Deserialize;

use super::life_expectancy::{Give, default_confidence, default_min_population, wrong_ages};
use super::{Form, Formula, Wrong};

/// One age group. It ends where the next begins; the last has no end.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HealthGroup {
    /// Its first age, in years.
    pub from: f64,
    /// The column of deaths.
    pub deaths: String,
    /// The column of people, or of years lived by them, over the same time as the deaths.
    pub population: String,
    /// The part of the group that those who die in it have lived; as in `life-expectancy`.
    pub lived: Option<f64>,
    /// The column with the part of the people that is not in good health, in the unit that `whole` says.
    pub ill: String,
    /// The column with the number of people who were asked. Without it the part is taken as known exactly.
    pub asked: Option<String>,
}

/// The years in good health that a person of an age may expect.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HealthyYears {
    /// Name of the result.
    pub out: String,
    /// The age groups, youngest first.
    pub ages: Vec<HealthGroup>,
    /// What `ill` is when all are ill: 1 for a share, 100 for a percentage.
    pub whole: f64,
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

impl Form for HealthyYears {
    fn reads(&self) -> Vec<&str> {
        self.ages
            .iter()
            .flat_map(|age| {
                let always = [age.deaths.as_str(), age.population.as_str(), age.ill.as_str()];
                always.into_iter().chain(age.asked.as_deref())
            })
            .collect()
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn wrong(&self) -> Option<Wrong> {
        if self.whole <= 0.0 {
            return Some(Wrong::at("not-above", "whole").number(self.whole).limit(0));
        }
        let ages: Vec<(f64, Option<f64>)> = self.ages.iter().map(|age| (age.from, age.lived)).collect();
        wrong_ages(&ages, self.at, self.confidence)
    }

    fn formula(&self) -> Formula {
        let at = self.at.or(self.ages.first().map(|age| age.from)).unwrap_or_default();
        let maths = match self.give {
            Give::Value => format!("{} = ∑ L × (1 - π) / l", self.out),
            Give::Lower => format!("{} = ∑ L × (1 - π) / l - z × se", self.out),
            Give::Upper => format!("{} = ∑ L × (1 - π) / l + z × se", self.out),
            Give::StandardError => format!("{} = se(∑ L × (1 - π) / l)", self.out),
        };
        let formula = Formula::new("step-healthy-years", maths).with("give", self.give.word()).with("age", at);
        formula.with("n", self.ages.len()).with("people", self.min_population).with("percent", self.confidence * 100.0)
    }
}
