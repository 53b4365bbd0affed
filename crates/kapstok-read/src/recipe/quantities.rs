// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The table `[quantities]`: which words are numbers, and which bound one.
//!
//! In: what the recipe writes. Out: [`Quantities`]. Not here: how they are found (`number/scan.rs`).

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::lint::{Lint, pattern, patterns};
use crate::number::{Decimal, Relation};
use crate::pattern::Pattern;

/// A pattern and the number that it is.
pub(super) type Numbers = BTreeMap<Spanned<String>, Spanned<String>>;

/// As it is written.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Written {
    counts: Numbers,
    shares: Numbers,
    changes: Numbers,
    percent: Vec<Spanned<String>>,
    one: Vec<Spanned<String>>,
    joined: Vec<Spanned<String>>,
    between: Vec<Spanned<String>>,
    and: Vec<Spanned<String>>,
    about: Vec<Spanned<String>>,
    at_least: Vec<Spanned<String>>,
    at_most: Vec<Spanned<String>>,
    above: Vec<Spanned<String>>,
    below: Vec<Spanned<String>>,
    turns: Vec<Spanned<String>>,
}

/// Words for numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quantities {
    /// Words that are a number of things.
    pub counts: Vec<(Pattern, Decimal)>,
    /// Words that are a part of something, in hundredths.
    pub shares: Vec<(Pattern, Decimal)>,
    /// Words that are a change, in hundredths; below nought for less.
    pub changes: Vec<(Pattern, Decimal)>,
    /// Words for hundredths.
    pub percent: Vec<Pattern>,
    /// Words that are one before a word for thousands or millions.
    pub one: Vec<Pattern>,
    /// Words and signs between two numbers that bound a third.
    pub joined: Vec<Pattern>,
    /// Words before two such numbers that ask for `and`.
    pub between: Vec<Pattern>,
    /// The word between those.
    pub and: Vec<Pattern>,
    /// Words right before a number that bound what it is said of.
    pub relations: Vec<(Relation, Pattern)>,
    /// Comparisons right before a number, which a denial turns round.
    pub comparisons: Vec<(Relation, Pattern)>,
    /// Denials that do so.
    pub turns: Vec<Pattern>,
}

impl Written {
    pub(super) fn compile(&self, lints: &mut Vec<Lint>) -> Quantities {
        let bounds =
            [(Relation::About, &self.about), (Relation::AtLeast, &self.at_least), (Relation::AtMost, &self.at_most)];
        let mut read = |bounds: &[(Relation, &Vec<Spanned<String>>)]| {
            let mut relations = Vec::new();
            for (relation, written) in bounds {
                relations.extend(patterns(written, lints).into_iter().map(|pattern| (*relation, pattern)));
            }
            relations
        };
        let relations = read(&bounds);
        let comparisons = read(&[(Relation::AtLeast, &self.above), (Relation::AtMost, &self.below)]);
        Quantities {
            counts: numbers(&self.counts, lints),
            shares: numbers(&self.shares, lints),
            changes: numbers(&self.changes, lints),
            percent: patterns(&self.percent, lints),
            one: patterns(&self.one, lints),
            joined: patterns(&self.joined, lints),
            between: patterns(&self.between, lints),
            and: patterns(&self.and, lints),
            relations,
            comparisons,
            turns: patterns(&self.turns, lints),
        }
    }
}

fn numbers(written: &Numbers, lints: &mut Vec<Lint>) -> Vec<(Pattern, Decimal)> {
    let mut read = Vec::new();
    for (key, value) in written {
        let number = Decimal::parse(value.get_ref());
        if number.is_none() {
            lints.push(Lint::at("K0818", value));
        }
        read.extend(pattern(key, lints).zip(number));
    }
    read
}
