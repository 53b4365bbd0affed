// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The tables `[targets]` and `[facts]`: words of change, of making and of bounds, and figures that are no targets.
//!
//! In: what the recipe writes. Out: [`Targets`] and [`Facts`]. Not here: how they are found (`target.rs`).

use serde::Deserialize;
use toml::Spanned;

use super::lint::{Lint, patterns};
use crate::pattern::Pattern;

type List = Vec<Spanned<String>>;

/// `[targets]` as it is written.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Written {
    up: List,
    down: List,
    to: List,
    by: List,
    start: List,
    reduction: List,
    make: List,
    more: List,
    aims: List,
    joins: List,
    breaks: List,
    denials: List,
    parameters: List,
    unit_starts: List,
    unit_stops: List,
}

/// `[facts]` as it is written.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct WrittenFacts {
    none: List,
    definite: List,
    measured: List,
}

/// Words of targets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Targets {
    /// Something becomes more.
    pub up: Vec<Pattern>,
    /// Something becomes less.
    pub down: Vec<Pattern>,
    /// Right before the quantity at which it ends.
    pub to: Vec<Pattern>,
    /// Right before the quantity by which it changes.
    pub by: Vec<Pattern>,
    /// Right before the quantity from which it starts.
    pub start: Vec<Pattern>,
    /// Percentages with these are by how much it goes down.
    pub reduction: Vec<Pattern>,
    /// Something is made, so that there is so much of it.
    pub make: Vec<Pattern>,
    /// It comes on top of what there is.
    pub more: Vec<Pattern>,
    /// An aim is named.
    pub aims: Vec<Pattern>,
    /// Between two quantities of the same change.
    pub joins: Vec<Pattern>,
    /// What parts a sentence.
    pub breaks: Vec<Pattern>,
    /// It will not be.
    pub denials: Vec<Pattern>,
    /// Parameters of rules.
    pub parameters: Vec<Pattern>,
    /// Words that begin what is counted, wherever it stands before the quantity.
    pub unit_starts: Vec<Pattern>,
    /// Words that are no part of what is counted.
    pub unit_stops: Vec<Pattern>,
}

/// Figures that are no targets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Ages and the like: nothing.
    pub none: Vec<Pattern>,
    /// Right before a number of things that are there already.
    pub definite: Vec<Pattern>,
    /// Figures of how things are; `#` is the figure.
    pub measured: Vec<Pattern>,
}

impl Written {
    pub(super) fn compile(&self, lints: &mut Vec<Lint>) -> Targets {
        let mut read = |list: &List| patterns(list, lints);
        Targets {
            up: read(&self.up),
            down: read(&self.down),
            to: read(&self.to),
            by: read(&self.by),
            start: read(&self.start),
            reduction: read(&self.reduction),
            make: read(&self.make),
            more: read(&self.more),
            aims: read(&self.aims),
            joins: read(&self.joins),
            breaks: read(&self.breaks),
            denials: read(&self.denials),
            parameters: read(&self.parameters),
            unit_starts: read(&self.unit_starts),
            unit_stops: read(&self.unit_stops),
        }
    }
}

impl WrittenFacts {
    pub(super) fn compile(&self, lints: &mut Vec<Lint>) -> Facts {
        Facts {
            none: patterns(&self.none, lints),
            definite: patterns(&self.definite, lints),
            measured: patterns(&self.measured, lints),
        }
    }
}
