// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The form of a script: acts in the order in which they were written down, and what each of them plants.
//!
//! In: TOML. Out: [`Act`]s. What the keys mean stands at the head of `2023.toml`. Not here: what an act does (`play.rs`).

use serde::Deserialize;

/// The acts of a year.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    pub(super) act: Vec<Act>,
}

/// Events that were written down together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Act {
    pub(super) day: String,
    pub(super) recorded: String,
    pub(super) by: String,
    /// The area of everything in it that has one and names none.
    #[serde(default)]
    pub(super) area: String,
    #[serde(default)]
    pub(super) events: Vec<toml::Table>,
    /// `a1 o2`: organisation o2 confirms action a1 as it is now.
    #[serde(default)]
    pub(super) confirmed: Vec<String>,
    #[serde(default)]
    holes: Vec<Hole>,
    #[serde(default)]
    near_misses: Vec<NearMiss>,
}

/// A hole that is there at the end.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub(super) struct Hole {
    /// Empty for what belongs to no area; that of the act where nothing is said.
    pub(super) area: Option<String>,
    pub(super) kind: String,
    #[serde(default)]
    pub(super) about: String,
    #[serde(default)]
    pub(super) domain: String,
    #[serde(default)]
    pub(super) why: String,
    pub(super) story: String,
}

/// What looks like a hole, and is none.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub(super) struct NearMiss {
    pub(super) area: Option<String>,
    pub(super) kind: String,
    pub(super) about: String,
    pub(super) story: String,
}

impl Act {
    /// What it plants, each with its area.
    pub(super) fn holes(&self) -> impl Iterator<Item = Hole> {
        self.holes.iter().map(|hole| Hole { area: self.area_of(&hole.area), ..hole.clone() })
    }

    /// What it plants that is no hole, each with its area.
    pub(super) fn near_misses(&self) -> impl Iterator<Item = NearMiss> {
        self.near_misses.iter().map(|it| NearMiss { area: self.area_of(&it.area), ..it.clone() })
    }

    fn area_of(&self, own: &Option<String>) -> Option<String> {
        Some(own.clone().unwrap_or_else(|| self.area.clone()))
    }
}

/// Reads a script.
pub(super) fn read(text: &str) -> Result<Script, String> {
    toml::from_str(text).map_err(|error| error.to_string())
}
