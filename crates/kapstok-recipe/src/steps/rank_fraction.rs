// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `rank-fraction`: a rank as a part of n; the offset and divisor decide thousands of ranks (IMD against SIMD).

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, Formula};

/// Which end of the ranks comes out as 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OneIs {
    /// `(n + offset - r) / (n - less)`: rank 1 comes out highest.
    First,
    /// `(r - offset) / (n - less)`: rank n comes out highest.
    Last,
}

/// Makes a fraction of a rank; n counts the areas with a rank.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RankFraction {
    /// The column of ranks.
    #[serde(rename = "in")]
    pub input: String,
    /// Name of the result.
    pub out: String,
    /// Which end comes out as 1.
    pub one_is: OneIs,
    /// Added to n, or taken from the rank.
    pub offset: f64,
    /// Taken from n in the divisor.
    #[serde(default)]
    pub less: f64,
}

impl Form for RankFraction {
    fn reads(&self) -> Vec<&str> {
        vec![&self.input]
    }

    fn out(&self) -> &str {
        &self.out
    }

    fn formula(&self) -> Formula {
        let divisor = if self.less == 0.0 { "n".to_owned() } else { format!("(n - {})", self.less) };
        let above = match self.one_is {
            OneIs::First => format!("(n + {} - {})", self.offset, self.input),
            OneIs::Last => format!("({} - {})", self.input, self.offset),
        };
        Formula::new("step-rank-fraction", format!("{} = {above} / {divisor}", self.out)).with("in", &self.input)
    }
}
