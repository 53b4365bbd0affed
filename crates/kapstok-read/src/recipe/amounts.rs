// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The table `[amounts]`: words for money, for millions, and for how long it is given.
//!
//! In: what the recipe writes. Out: [`Amounts`]. Not here: how they are found (`amount.rs`).

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::lint::{Lint, pattern, patterns};
use crate::amount::Pace;
use crate::pattern::Pattern;

type List = Vec<Spanned<String>>;

/// As it is written.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Written {
    currency: Option<Spanned<String>>,
    currencies: BTreeMap<Spanned<String>, List>,
    scales: BTreeMap<Spanned<String>, Spanned<u8>>,
    suffixes: BTreeMap<String, Spanned<u8>>,
    after_bare: List,
    once: List,
    a_year: List,
    structural: List,
    years: List,
    in_year: List,
    until: List,
    from: List,
    between: List,
    terms: BTreeMap<String, List>,
    breaks: List,
    small: Option<i64>,
    rule_before: List,
    rule_after: List,
    budget: List,
}

/// Words for money.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Amounts {
    /// The currency of an amount without one.
    pub currency: Option<String>,
    /// Words and signs of currencies, each with its code.
    pub currencies: Vec<(Pattern, String)>,
    /// Words for thousands and millions, each with its power of ten.
    pub scales: Vec<(Pattern, u8)>,
    /// The same as letters right behind a number that has a currency before it.
    pub suffixes: BTreeMap<String, u8>,
    /// Words that follow an amount without a currency; any other word there is what is counted.
    pub after_bare: Vec<Pattern>,
    /// Words for how long money is given.
    pub periods: Vec<(Pattern, PeriodKind)>,
    /// What parts a sentence, so that a period beyond it is not of the amount.
    pub breaks: Vec<Pattern>,
    /// Below this, in hundredths, an amount is a parameter unless the text speaks of a budget.
    pub small: Option<i128>,
    /// Words before a small amount that make it a parameter.
    pub rule_before: Vec<Pattern>,
    /// Words behind an amount that make it a parameter, whatever its size.
    pub rule_after: Vec<Pattern>,
    /// Words of a text that speaks of a budget.
    pub budget: Vec<Pattern>,
}

/// What words for a period say; `#` in their patterns are the years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodKind {
    /// How often.
    Pace(Pace),
    /// How many years.
    Years,
    /// One year.
    In,
    /// Up to and with a year.
    Until,
    /// From a year on.
    From,
    /// From a year to another.
    Between,
    /// A term with a name.
    Term(String),
}

/// Higher powers of ten than billions of billions are no money.
const HIGHEST_POWER: u8 = 15;

impl Written {
    pub(super) fn compile(&self, lints: &mut Vec<Lint>) -> Amounts {
        let mut currencies = Vec::new();
        for (code, words) in &self.currencies {
            let three = code.get_ref().len() == 3 && code.get_ref().bytes().all(|byte| byte.is_ascii_uppercase());
            if !three {
                lints.push(Lint::at("K0818", code));
            }
            currencies.extend(patterns(words, lints).into_iter().map(|word| (word, code.get_ref().clone())));
        }
        if let Some(code) = &self.currency
            && !self.currencies.keys().any(|known| known.get_ref() == code.get_ref())
        {
            lints.push(Lint::at("K0818", code));
        }
        for power in self.scales.values().chain(self.suffixes.values()) {
            if *power.get_ref() > HIGHEST_POWER {
                lints.push(Lint::at("K0818", power));
            }
        }
        let scales = self.scales.iter().filter_map(|(word, power)| Some((pattern(word, lints)?, *power.get_ref())));
        Amounts {
            scales: scales.collect(),
            currency: self.currency.as_ref().map(|code| code.get_ref().clone()),
            currencies,
            suffixes: self.suffixes.iter().map(|(word, power)| (word.to_lowercase(), *power.get_ref())).collect(),
            after_bare: patterns(&self.after_bare, lints),
            periods: self.periods(lints),
            breaks: patterns(&self.breaks, lints),
            small: self.small.map(|whole| i128::from(whole) * 100),
            rule_before: patterns(&self.rule_before, lints),
            rule_after: patterns(&self.rule_after, lints),
            budget: patterns(&self.budget, lints),
        }
    }

    fn periods(&self, lints: &mut Vec<Lint>) -> Vec<(Pattern, PeriodKind)> {
        let lists = [
            (&self.once, PeriodKind::Pace(Pace::Once)),
            (&self.a_year, PeriodKind::Pace(Pace::AYear)),
            (&self.structural, PeriodKind::Pace(Pace::Structural)),
            (&self.years, PeriodKind::Years),
            (&self.between, PeriodKind::Between),
            (&self.until, PeriodKind::Until),
            (&self.from, PeriodKind::From),
            (&self.in_year, PeriodKind::In),
        ];
        let terms = self.terms.iter().map(|(name, words)| (words, PeriodKind::Term(name.clone())));
        let mut read = Vec::new();
        for (words, kind) in lists.into_iter().chain(terms) {
            read.extend(patterns(words, lints).into_iter().map(|word| (word, kind.clone())));
        }
        read
    }
}
