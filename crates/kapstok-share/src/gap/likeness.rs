// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Areas that are like the chosen ones: over which figures, and how well both groups agree.
//!
//! Invariant: never over the figure that is compared, nor over others of its domain: areas alike in the outcome differ in it
//! by nothing. Never over a modelled figure, which was made of the others, nor over a protected trait.

use kapstok_find::gap::matching::{MatchOptions, Matched, balance, matched, scale};

use super::{Asked, BalanceLine, MatchLine};
use crate::manifest::IndicatorEntry;

/// What was matched for a domain.
pub(super) struct Made {
    pub(super) matched: Matched,
    pub(super) line: MatchLine,
}

impl Asked<'_> {
    /// Matches for an indicator, once per domain. Returns its place in `matches`.
    pub(super) fn matched(&self, indicator: &IndicatorEntry, matches: &mut Vec<Made>) -> usize {
        let is_named = !self.question.match_on.is_empty();
        let domain = if is_named { "" } else { indicator.domain.as_str() };
        if let Some(known) = matches.iter().position(|made| made.line.domain == domain) {
            return known;
        }
        let figures = self.figures(indicator, is_named);
        let columns: Vec<&[f64]> = figures.iter().map(|(_, _, values)| *values).collect();
        let (chosen, others) = (&self.question.chosen.areas, self.others());
        let options = MatchOptions { per_area: self.question.per_area, caliper: self.question.caliper };
        let found = matched(&columns, chosen, &others, options);
        let (kept, beside) = (found.chosen(), found.others());
        let line = |(entry, period, values): &(&IndicatorEntry, &str, &[f64])| {
            let scale = scale(values, chosen, &others);
            let after = balance(values, &kept, &beside, scale);
            BalanceLine {
                indicator: entry.id.clone(),
                label: entry.label.of(self.language).to_owned(),
                period: (*period).to_owned(),
                before: balance(values, chosen, &others, scale).map(|it| it.standardised),
                after: after.map(|it| it.standardised),
                variance_ratio: after.and_then(|it| it.variance_ratio),
            }
        };
        let code = |area: &usize| self.level.codes()[*area].clone();
        let line = MatchLine {
            domain: domain.to_owned(),
            n_pairs: found.pairs.len(),
            alone: found.alone.iter().map(code).collect(),
            others: beside.iter().map(code).collect(),
            balance: figures.iter().map(line).collect(),
        };
        matches.push(Made { matched: found, line });
        matches.len() - 1
    }

    /// The figures over which areas are matched: named, or one for each other domain; of the last period before the first that is
    /// compared, or the newest.
    fn figures(&self, indicator: &IndicatorEntry, is_named: bool) -> Vec<(&IndicatorEntry, &str, &[f64])> {
        // One figure speaks for each domain; where no recipe says which, all do.
        let leads: Vec<&String> = self.snapshot.manifest().recipes.iter().flat_map(|recipe| &recipe.leads).collect();
        let is_fit = |it: &&IndicatorEntry| match is_named {
            true => self.question.match_on.contains(&it.id),
            false => {
                (leads.is_empty() || leads.contains(&&it.id))
                    && it.domain != indicator.domain
                    && it.direction != "neither"
                    && !matches!(it.unit.as_str(), "count")
                    && it.kind != "model"
                    && it.protected.is_none()
            }
        };
        let newest = |it| {
            let entry = self.snapshot.entry(self.level);
            let own = entry.columns.iter().filter(move |column: &&crate::manifest::ColumnEntry| {
                column.indicator == it && column.known * 5 >= self.level.len() * 4
            });
            let before = |period: &str| self.question.from.as_deref().is_none_or(|from| period <= from);
            own.filter(|column| before(&column.period)).max_by(|one, other| one.period.cmp(&other.period))
        };
        let figures = self.snapshot.manifest().indicators.iter().filter(is_fit).filter_map(|it| {
            let period = newest(it.id.as_str())?.period.as_str();
            let (_, column) = self.snapshot.column(self.level, &it.id, Some(period))?;
            Some((it, period, column.values()))
        });
        figures.collect()
    }
}
