// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Differences in level: chosen areas against the rest, their municipality, and matched areas; and the slope over all.

use kapstok_find::gap::slope_index::slope_index;
use kapstok_find::gap::{Gap, Outcome, Stands, compare};

use super::likeness::Made;
use super::parts::{parts, weights};
use super::{Against, Asked, GapLine, SlopeLine, outcome_word};
use crate::manifest::IndicatorEntry;

impl Asked<'_> {
    /// All differences of an indicator: of each period that was asked, or of the newest.
    pub(super) fn gaps(&self, indicator: &IndicatorEntry, matches: &mut Vec<Made>, lines: &mut Vec<GapLine>) {
        for period in self.compared(indicator) {
            for against in &self.question.against {
                lines.push(self.gap(indicator, period, *against, matches));
            }
        }
    }

    fn gap(&self, indicator: &IndicatorEntry, period: &str, against: Against, matches: &mut Vec<Made>) -> GapLine {
        let weights = weights(self.snapshot, self.level, indicator, period);
        let (chosen, others, mut reason) = self.groups(indicator, against, matches);
        let column = self.snapshot.column(self.level, &indicator.id, Some(period)).map(|(_, column)| column);
        let of = |areas: &[usize]| {
            column.map_or((Vec::new(), areas.len()), |it| parts(indicator, self.level, it, &weights, areas))
        };
        let ((focus, focus_missing), (rest, rest_missing)) = (of(&chosen), of(&others));
        let mut gap = compare(&focus, &rest, Stands::ForThemselves, self.question.level);
        // The chance of a model is not known here, and its scatter is that of what it was made from.
        if indicator.kind == "model" {
            gap =
                gap.map(|gap| Gap { interval: None, ratio_interval: None, outcome: Outcome::CannotBeCompared, ..gap });
            reason = reason.or(Some("modelled"));
        }
        let outcome = gap.map_or(Outcome::CannotBeCompared, |gap| gap.outcome);
        if outcome == Outcome::CannotBeCompared {
            reason = reason.or(match (focus.is_empty(), rest.is_empty()) {
                (true, _) => Some("no-figure"),
                (_, true) => Some("no-others"),
                (false, false) => Some("no-margins"),
            });
        }
        GapLine {
            indicator: indicator.id.clone(),
            label: indicator.label.of(self.language).to_owned(),
            unit: indicator.unit.clone(),
            kind: indicator.kind.clone(),
            direction: indicator.direction.clone(),
            period: period.to_owned(),
            weighted_by: weights.by.clone().unwrap_or_else(|| "residents".to_owned()),
            against: against.word().to_owned(),
            n_chosen: (focus.len(), focus_missing),
            n_others: (rest.len(), rest_missing),
            chosen: gap.map(|gap| gap.focus.value),
            others: gap.map(|gap| gap.rest.value),
            difference: gap.map(|gap| gap.difference),
            interval: gap.and_then(|gap| gap.interval).map(|it| (it.lower, it.upper)),
            ratio: gap.and_then(|gap| gap.ratio),
            ratio_interval: gap.and_then(|gap| gap.ratio_interval).map(|it| (it.lower, it.upper)),
            outcome: outcome_word(outcome).to_owned(),
            reason: reason.filter(|_| outcome == Outcome::CannotBeCompared).map(str::to_owned),
        }
    }

    /// Who is compared with whom; or why there is nobody.
    fn groups(
        &self,
        indicator: &IndicatorEntry,
        against: Against,
        matches: &mut Vec<Made>,
    ) -> (Vec<usize>, Vec<usize>, Option<&'static str>) {
        let chosen = self.question.chosen.areas.clone();
        match against {
            Against::Rest => (chosen, self.others(), None),
            Against::Municipality => {
                let Some(lies_in) = self.municipality() else { return (chosen, Vec::new(), Some("no-municipality")) };
                let theirs: Vec<usize> = chosen.iter().filter_map(|area| lies_in[*area]).collect();
                let mut others = self.others();
                others.retain(|area| lies_in[*area].is_some_and(|it| theirs.contains(&it)));
                (chosen, others, None)
            }
            Against::Matched => {
                let made = self.matched(indicator, matches);
                let matched = &matches[made].matched;
                let (chosen, others) = (matched.chosen(), matched.others());
                let reason = others.is_empty().then_some("no-others");
                (if reason.is_some() { self.question.chosen.areas.clone() } else { chosen }, others, reason)
            }
        }
    }

    /// The slope of an indicator over all areas, ranked by the lead figure of income; never by a figure of its own domain.
    pub(super) fn slope(&self, indicator: &IndicatorEntry) -> Option<SlopeLine> {
        let recipes = self.snapshot.manifest().recipes.iter();
        let ranked_by = recipes.flat_map(|recipe| &recipe.leads).filter_map(|lead| self.snapshot.indicator(lead));
        let ranked_by = ranked_by.into_iter().find(|it| it.domain == "income")?;
        if indicator.domain == ranked_by.domain || indicator.kind == "model" {
            return None;
        }
        // The most burdened areas have the highest rank, whichever way the lead figure counts.
        let up = match ranked_by.direction.as_str() {
            "higher-is-worse" => 1.0,
            "higher-is-better" => -1.0,
            _ => return None,
        };
        let (_, ranks) = self.snapshot.column(self.level, &ranked_by.id, None)?;
        let period = self.periods(indicator).last().copied()?;
        let (_, column) = self.snapshot.column(self.level, &indicator.id, Some(period))?;
        let weights = weights(self.snapshot, self.level, indicator, period);
        let area = |area: &usize| Some((column.value(*area)?, up * ranks.value(*area)?, weights.of[*area]?));
        let areas: Vec<(f64, f64, f64)> = self.enough.iter().filter_map(area).collect();
        let found = slope_index(&areas, self.question.level)?;
        Some(SlopeLine {
            indicator: indicator.id.clone(),
            label: indicator.label.of(self.language).to_owned(),
            unit: indicator.unit.clone(),
            period: period.to_owned(),
            ranked_by: ranked_by.id.clone(),
            slope: found.slope,
            interval: (found.interval.lower, found.interval.upper),
            n_areas: found.n_areas,
        })
    }
}
