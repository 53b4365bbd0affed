// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The words of `[sure]`: what is drawn again to learn how sure a result is.
//!
//! Wire types: what stands in the file is what stands here. Not here: the drawing (`kapstok-score`).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::steps::weighted_mean::Mean;

/// How sure the results of a recipe are: by what areas are ordered, and what is drawn again.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sure {
    /// The input or result of a step by which areas are ordered; higher is a burden.
    pub order: String,
    /// How often everything is drawn again.
    #[serde(default = "thousand")]
    pub replications: u32,
    /// Same seed, same draws.
    pub seed: u64,
    /// The part of the draws that an interval holds, above 0 and below 1.
    #[serde(default = "most")]
    pub level: f64,
    /// "Among the first" is a rank of at most this part of the areas, above 0 and below 1.
    #[serde(default = "tenth")]
    pub first: f64,
    /// How often each choice is drawn alone, to learn which one moves ranks most; 0 for not at all.
    #[serde(default = "some")]
    pub sensitivity: u32,
    /// What may be wrong with the figures.
    #[serde(default)]
    pub errors: SureErrors,
    /// What might have been chosen otherwise.
    #[serde(default)]
    pub choices: SureChoices,
}

fn thousand() -> u32 {
    1000
}

fn some() -> u32 {
    200
}

fn most() -> f64 {
    0.95
}

fn tenth() -> f64 {
    0.1
}

fn yes() -> bool {
    true
}

/// What may be wrong with the figures; four kinds that are never mixed.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SureErrors {
    /// Sampling: margins that the publisher gives, where it gives any.
    #[serde(default = "yes")]
    pub sampling: bool,
    /// Sampling of registers, by a stated model: those counted are a draw from all who might have been. Per input the
    /// indicator that counts of how many it is a share or rate. Off where it is not named.
    #[serde(default)]
    pub register: BTreeMap<String, String>,
    /// Model: per modelled input its standard error, in the unit of the input.
    #[serde(default)]
    pub model: BTreeMap<String, f64>,
    /// Rounding: a figure lies anywhere within its rounding.
    #[serde(default = "yes")]
    pub rounding: bool,
    /// Secrecy: per input below how many people its figure is kept secret. Such a figure is then of any number below it.
    #[serde(default)]
    pub secret: BTreeMap<String, Secret>,
    /// Age: figures that are older than the newest input have moved since, as far as areas moved in a year before.
    #[serde(default)]
    pub age: bool,
}

/// The rule by which a publisher keeps figures secret.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Secret {
    /// Fewer people than this are not shown.
    pub below: u32,
    /// The indicator that counts of how many they are a share or rate.
    pub of: String,
}

impl Default for SureErrors {
    fn default() -> Self {
        let (register, model) = (BTreeMap::new(), BTreeMap::new());
        Self { sampling: true, register, model, rounding: true, secret: BTreeMap::new(), age: false }
    }
}

/// What might have been chosen otherwise. Nothing, where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SureChoices {
    /// Every weight times a number anywhere between `1 - weights` and `1 + weights`, and then all back to their sum: none ends
    /// lower than `(1 - weights) / (1 + weights)` of its own, nor higher than one over that. Above 0, below 1.
    pub weights: Option<f64>,
    /// Scales that figures might have been put on.
    #[serde(default)]
    pub scales: Vec<Scale>,
    /// Means that might have been taken.
    #[serde(default)]
    pub means: Vec<Mean>,
    /// Each input left out in turn, or none.
    #[serde(default)]
    pub leave_one_out: bool,
    /// The lowest and the highest part of the areas that might have counted as worst.
    pub worst_fraction: Option<[f64; 2]>,
}

/// A scale that figures of different units are put on, in place of a z-score or of lowest and highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// Distance from the mean in standard deviations.
    ZScore,
    /// From 1 for the lowest to 100 for the highest.
    MinMax,
    /// The part of the areas that does not stand above it, up to 1.
    Rank,
}

impl Scale {
    /// As it stands in a recipe.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ZScore => "z-score",
            Self::MinMax => "min-max",
            Self::Rank => "rank",
        }
    }
}
