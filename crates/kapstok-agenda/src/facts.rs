// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What figures say where an agenda asks: which burdens come together, what an indicator is, how many residents are burdened.
//!
//! In: figures that already passed the gate; the caller fills this. Not here: how they are made.

use std::collections::BTreeMap;

/// What figures say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Indicators by id.
    pub indicators: BTreeMap<String, IndicatorFacts>,
    /// Per code of an area the domains in which it stands in the worst fifth.
    pub burdened_domains: BTreeMap<String, Vec<String>>,
    /// Every area of the one level at which residents are counted; no two of them overlap.
    pub places: Vec<PlaceFacts>,
}

/// What an indicator is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorFacts {
    /// Domain.
    pub domain: String,
    /// Where its figures come from.
    pub kind: Kind,
}

/// Where figures come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Counted or asked: a change of it can be seen.
    Observed,
    /// Worked out from other figures: refused as evidence of change.
    Modelled,
}

/// Burdened residents of one of the smallest areas.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceFacts {
    /// Its code.
    pub code: String,
    /// Codes of the larger areas that it lies in.
    pub lies_in: Vec<String>,
    /// Per domain its burdened residents.
    pub burdened: BTreeMap<String, Burdened>,
}

impl PlaceFacts {
    /// Whether it is one of some areas, or lies in one.
    pub fn is_in(&self, areas: &[&str]) -> bool {
        areas.iter().any(|area| self.code == *area || self.lies_in.iter().any(|larger| larger == area))
    }
}

/// Burdened residents of an area in a domain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Burdened {
    /// How many; `None` where a figure is missing.
    pub residents: Option<f64>,
    /// What the number is.
    pub basis: Basis,
}

/// What a number of burdened residents is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The share of the lead indicator times residents.
    Share,
    /// All residents of areas in the worst fifth, none of the others.
    WorstFifth,
}
