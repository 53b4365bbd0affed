// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The table `[deadlines]`: words for by when, from when and during what.
//!
//! In: what the recipe writes. Out: [`Deadlines`]. Not here: how they are found (`deadline.rs`).

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::lint::{Lint, patterns};
use crate::deadline::Bound;
use crate::pattern::Pattern;

type List = Vec<Spanned<String>>;

/// As it is written.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Written {
    by: List,
    moved: List,
    during: List,
    through: List,
    from: List,
    references: List,
    reference_periods: List,
    periods: List,
    years_by: List,
    months_by: List,
    years_from: List,
    structural: List,
    terms_by: BTreeMap<String, List>,
    terms_during: BTreeMap<String, List>,
    months: List,
    dates_by: List,
    dates_from: List,
    dates_during: List,
    dates_through: List,
}

/// Words for times.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deadlines {
    /// Patterns, how they bound, and what their numbers are.
    pub patterns: Vec<(Pattern, Bound, Says)>,
    /// The months, in order.
    pub months: Vec<Pattern>,
    /// Words right before a date.
    pub before_dates: Vec<(Pattern, Bound)>,
}

/// What the numbers of a pattern are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// The first that can be a year.
    Year,
    /// The second of two years: one moved to another.
    LastYear,
    /// A first and a last year.
    Period,
    /// So many years; one where there is no number.
    Years,
    /// So many months; one where there is no number.
    Months,
    /// A term with a name.
    Term(String),
    /// Without end.
    Structural,
}

impl Written {
    pub(super) fn compile(&self, lints: &mut Vec<Lint>) -> Deadlines {
        let lists = [
            (&self.references, Bound::Reference, Says::Year),
            (&self.reference_periods, Bound::Reference, Says::Period),
            (&self.by, Bound::By, Says::Year),
            (&self.moved, Bound::By, Says::LastYear),
            (&self.during, Bound::During, Says::Year),
            (&self.through, Bound::Through, Says::Year),
            (&self.from, Bound::From, Says::Year),
            (&self.periods, Bound::During, Says::Period),
            (&self.years_by, Bound::By, Says::Years),
            (&self.months_by, Bound::By, Says::Months),
            (&self.years_from, Bound::From, Says::Years),
            (&self.structural, Bound::During, Says::Structural),
        ];
        let by = self.terms_by.iter().map(|(name, words)| (words, Bound::By, Says::Term(name.clone())));
        let during = self.terms_during.iter().map(|(name, words)| (words, Bound::During, Says::Term(name.clone())));
        let mut read = Vec::new();
        for (words, bound, says) in lists.into_iter().chain(by).chain(during) {
            read.extend(patterns(words, lints).into_iter().map(|word| (word, bound, says.clone())));
        }
        let mut before = Vec::new();
        for (words, bound) in [
            (&self.dates_by, Bound::By),
            (&self.dates_from, Bound::From),
            (&self.dates_during, Bound::During),
            (&self.dates_through, Bound::Through),
        ] {
            before.extend(patterns(words, lints).into_iter().map(|word| (word, bound)));
        }
        if !matches!(self.months.len(), 0 | 12) {
            let span = self.months.first().map(Spanned::span);
            lints.push(Lint::new("K0818", span, self.months.len()));
        }
        Deadlines { patterns: read, months: patterns(&self.months, lints), before_dates: before }
    }
}
