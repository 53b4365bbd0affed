// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `band`: deciles, quintiles, vigintiles from a rank; by areas or by population.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula, Wrong};

/// `ceil(k r / n)` of a rank, or, with a population, the part of the people that have come by then.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The column of ranks.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result.
    pub out: String,
    /// How many bands: 10 for deciles.
    pub bands: u32,
    /// Count people of this column instead of areas; the band of an area is that of its middle person.
    pub population: Option<String>,
}

impl Form for Band {
    fn reads(&self) -> Vec<&str> {
        std::iter::once(self.input.as_str()).chain(self.population.as_deref()).collect()
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn wrong(&self) -> Option<Wrong> {
        (self.bands < 2).then(|| Wrong::at("too-low", "bands").number(self.bands).limit(2))
    }

    fn formula(&self) -> Formula {
        let formula = Formula::new("step-band", format!("{} = ceil({} × {} / n)", self.out, self.bands, self.input));
        let by = if self.population.is_some() { "people" } else { "areas" };
        let formula = formula.with("in", &self.input).with("bands", self.bands).with("by", by);
        formula.with("population", self.population.as_deref().unwrap_or_default())
    }
}
