// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Areas that are like the chosen ones: over which figures, and how well both groups agree.
//!
//! Invariant: never over the figure that is compared, nor over others of its domain: areas alike in the outcome differ in it
//! by nothing. Never over a modelled figure, which was made of the others, nor over a protected trait. All this holds of figures
//! that somebody named too; what is not taken of them is told. Nor over a figure of a later period than the first that is
//! compared: what came after may have come from it.

use kapstok_find::gap::matching::{MatchOptions, Matched, balance, matched, scale};

use super::{Asked, BalanceLine, MatchLine};
use crate::manifest::IndicatorEntry;

/// What was matched for a domain.
pub(super) struct Made {
    pub(super) matched: Matched,
    pub(super) line: MatchLine,
}

/// A figure over which areas are matched, `[n_areas]`.
pub(super) struct Figure<'a> {
    pub(super) entry: &'a IndicatorEntry,
    pub(super) period: &'a str,
    pub(super) values: &'a [f64],
}

impl<'a> Asked<'a> {
    /// Matches for an indicator, once per domain and set of figures. Returns its place in `matches`.
    pub(super) fn matched(&self, indicator: &IndicatorEntry, matches: &mut Vec<Made>) -> usize {
        let domain = self.matched_for(indicator);
        let first = self.compared(indicator).first().copied();
        let figures = first.map(|first| self.figures(indicator, first)).unwrap_or_default();
        let is_made = |made: &Made| {
            let over = made.line.balance.iter().map(|it| (it.indicator.as_str(), it.period.as_str()));
            made.line.domain == domain && over.eq(figures.iter().map(|it| (it.entry.id.as_str(), it.period)))
        };
        if let Some(known) = matches.iter().position(is_made) {
            return known;
        }
        let columns: Vec<&[f64]> = figures.iter().map(|figure| figure.values).collect();
        let found = matched(&columns, &self.question.chosen.areas, &self.others(), self.match_options());
        let line = self.match_line(domain, &figures, &found, &self.question.chosen.areas, &self.others());
        matches.push(Made { matched: found, line });
        matches.len() - 1
    }

    /// The domain for which areas are matched; empty where that is the same for all that is compared.
    pub(super) fn matched_for<'b>(&self, indicator: &'b IndicatorEntry) -> &'b str {
        let named = &self.question.match_on;
        let is_own = |id: &String| self.snapshot.indicator(id).is_some_and(|it| it.domain == indicator.domain);
        if named.is_empty() || named.iter().any(is_own) { indicator.domain.as_str() } else { "" }
    }

    pub(super) fn match_options(&self) -> MatchOptions {
        MatchOptions { per_area: self.question.per_area, caliper: self.question.caliper }
    }

    /// What is told of areas that were matched from `chosen` and `others`.
    pub(super) fn match_line(
        &self,
        domain: &str,
        figures: &[Figure<'_>],
        found: &Matched,
        chosen: &[usize],
        others: &[usize],
    ) -> MatchLine {
        let (kept, beside) = (found.chosen(), found.others());
        let line = |Figure { entry, period, values }: &Figure<'_>| {
            let scale = scale(values, chosen, others);
            let after = balance(values, &kept, &beside, scale);
            BalanceLine {
                indicator: entry.id.clone(),
                label: entry.label.of(self.language).to_owned(),
                period: (*period).to_owned(),
                before: balance(values, chosen, others, scale).map(|it| it.standardised),
                after: after.map(|it| it.standardised),
                variance_ratio: after.and_then(|it| it.variance_ratio),
            }
        };
        let code = |area: &usize| self.level.codes()[*area].clone();
        MatchLine {
            domain: domain.to_owned(),
            n_pairs: found.pairs.len(),
            alone: found.alone.iter().map(code).collect(),
            others: beside.iter().map(code).collect(),
            balance: figures.iter().map(line).collect(),
        }
    }

    /// The figures over which areas are matched: named, or one for each other domain; each of the last period that is not
    /// after `first`, the first that is compared.
    pub(super) fn figures(&self, indicator: &IndicatorEntry, first: &str) -> Vec<Figure<'a>> {
        // One figure speaks for each domain; where no recipe says which, all do.
        let recipes = self.snapshot.manifest().recipes.iter();
        let leads: Vec<&String> = recipes.flat_map(|it| &it.leads).filter(|it| !it.is_empty()).collect();
        let named = &self.question.match_on;
        let is_fit = |it: &&IndicatorEntry| {
            let is_asked = match named.is_empty() {
                true => {
                    (leads.is_empty() || leads.contains(&&it.id)) && it.direction != "neither" && it.unit != "count"
                }
                false => named.contains(&it.id),
            };
            is_asked && it.domain != indicator.domain && it.kind != "model" && it.protected.is_none()
        };
        let figures = self.snapshot.manifest().indicators.iter().filter(is_fit).filter_map(|it| {
            let period = self.known_until(&it.id, first)?;
            let (_, column) = self.snapshot.column(self.level, &it.id, Some(period))?;
            Some(Figure { entry: it, period, values: column.values() })
        });
        figures.collect()
    }

    /// The last period, not after `last`, of which an indicator is known in at least four areas out of five.
    fn known_until(&self, indicator: &str, last: &str) -> Option<&'a str> {
        let columns = self.snapshot.entry(self.level).columns.iter();
        let known = columns.filter(|it| it.indicator == indicator && it.known * 5 >= self.level.len() * 4);
        known.map(|it| it.period.as_str()).filter(|period| *period <= last).max()
    }

    /// Figures that were named to match on and are not taken, each with why: for all that is compared, or for what is of
    /// its own domain only.
    pub(super) fn not_matched_on(&self, compared: &[&IndicatorEntry]) -> Vec<(String, String)> {
        let reason = |it: &IndicatorEntry| {
            let others = || compared.iter().filter(|of| of.domain != it.domain);
            let is_known = |first: &str| self.known_until(&it.id, first).is_some();
            match it {
                _ if it.protected.is_some() => Some("match-protected"),
                _ if it.kind == "model" => Some("match-modelled"),
                _ if others().filter_map(|of| self.compared(of).first().copied()).any(|it| !is_known(it)) => {
                    Some("match-known")
                }
                _ if others().count() < compared.len() => Some("match-domain"),
                _ => None,
            }
        };
        let named = self.question.match_on.iter().filter_map(|id| self.snapshot.indicator(id));
        named.filter_map(|it| Some((it.id.clone(), reason(it)?.to_owned()))).collect()
    }
}
