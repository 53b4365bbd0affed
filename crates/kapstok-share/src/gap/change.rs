// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Whether chosen areas grow apart from others over the periods.

use kapstok_find::gap::placebo::placebo;
use kapstok_find::gap::trend::{Course, Held, TrendOptions, divergence, n_needed};

use super::parts::{Weights, weights, whole};
use super::{Asked, Difference, TrendLine, outcome_word};
use crate::manifest::IndicatorEntry;
use crate::snapshot::Column;

impl Asked<'_> {
    /// The trend of an indicator, or why it cannot be said.
    pub(super) fn trend(&self, indicator: &IndicatorEntry) -> TrendLine {
        let periods = self.periods(indicator);
        let mut line = TrendLine {
            indicator: indicator.id.clone(),
            label: indicator.label.of(self.language).to_owned(),
            unit: indicator.unit.clone(),
            periods: (
                periods.first().map_or_else(String::new, |it| (*it).to_owned()),
                periods.last().map_or_else(String::new, |it| (*it).to_owned()),
            ),
            n_periods: periods.len(),
            start: String::new(),
            n_areas: (0, 0),
            change: None,
            raw: None,
            corrected: None,
            falls_back: None,
            false_alarms: None,
            outcome: "cannot-be-compared".to_owned(),
            reason: None,
            n_needed: None,
        };
        let reason = match indicator.kind.as_str() {
            "model" => Some("modelled"),
            _ if periods.len() < 2 => Some("few-periods"),
            _ => None,
        };
        if let Some(reason) = reason {
            line.reason = Some(reason.to_owned());
            return line;
        }
        let before = self.before(indicator, periods[0]);
        line.start = if before.is_empty() { periods[0].to_owned() } else { before.join(", ") };
        let (areas, courses) = self.courses(indicator, &periods, &before);
        let times: Vec<f64> = periods.iter().map(|period| time(period)).collect();
        let (chosen, others): (Vec<usize>, Vec<usize>) =
            (0..areas.len()).partition(|place| self.is_chosen(areas[*place]));
        line.n_areas = (chosen.len(), others.len());
        let question = self.question;
        let options = TrendOptions { level: question.level, sets: question.sets, seed: question.seed, among: 60 };
        let Some(found) = divergence(&times, &courses, &chosen, &others, options) else {
            if chosen.is_empty() {
                line.reason = Some("no-figure".to_owned());
            } else {
                line.reason = Some("few-areas".to_owned());
                line.n_needed = Some(n_needed(chosen.len()));
            }
            return line;
        };
        line.change = Some(found.slopes);
        line.raw = Some(difference(&found.raw));
        line.corrected = Some(difference(&found.corrected));
        line.falls_back = Some(found.falls_back);
        line.outcome = outcome_word(found.corrected.outcome).to_owned();
        let alarms = placebo(&times, &courses, &chosen, &others, options, question.placebo);
        line.false_alarms = alarms.map(|it| (it.n_alarms, it.n_sets));
        line
    }

    /// Periods with figures before the first: by them it is seen where areas started, free of what chance did in the first.
    fn before(&self, indicator: &IndicatorEntry, first: &str) -> Vec<&str> {
        let columns = self.snapshot.entry(self.level).columns.iter();
        let own = columns.filter(|it| it.indicator == indicator.id && it.known > 0 && it.period.as_str() < first);
        let mut before: Vec<&str> = own.map(|it| it.period.as_str()).collect();
        before.sort_unstable();
        before
    }

    /// Areas with a figure in every period, and their courses.
    fn courses(&self, indicator: &IndicatorEntry, periods: &[&str], before: &[&str]) -> (Vec<usize>, Vec<Course>) {
        let column =
            |period: &&str| self.snapshot.column(self.level, &indicator.id, Some(period)).map(|(_, column)| column);
        let weights_of = |period: &&str| weights(self.snapshot, self.level, indicator, period);
        let columns: Vec<&Column> = periods.iter().filter_map(column).collect();
        let earlier: Vec<&Column> = before.iter().filter_map(column).collect();
        let weights: Vec<Weights> = periods.iter().map(weights_of).collect();
        let course = |area: &usize| {
            let values: Vec<f64> = columns.iter().map(|column| column.value(*area)).collect::<Option<_>>()?;
            let sizes: Vec<f64> = weights.iter().map(|weights| weights.of[*area]).collect::<Option<_>>()?;
            let starts: Vec<f64> = earlier.iter().map(|column| column.value(*area)).collect::<Option<_>>()?;
            let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
            let (value, weight) = (mean(&values), mean(&sizes));
            let chance = match (whole(indicator), indicator.unit.as_str()) {
                (Some(whole), _) => (value * (whole - value)).max(whole * whole / 400.0) / weight,
                (None, "per-thousand") => value.max(1.0) / weight,
                (None, _) => 1.0 / weight,
            };
            let start = if starts.is_empty() { values[0] } else { mean(&starts) };
            Some((*area, Course { values, weight, chance, start }))
        };
        self.enough.iter().filter_map(course).unzip()
    }
}

fn difference(held: &Held) -> Difference {
    Difference { difference: held.difference, interval: (held.interval.lower, held.interval.upper), p: held.p }
}

/// A period as a number of years: quarters and months in the middle of theirs.
fn time(period: &str) -> f64 {
    let number = |text: &str| text.parse::<f64>().unwrap_or(0.0);
    let (year, rest) = period.split_at_checked(4).unwrap_or((period, ""));
    let part = match (rest.get(..2), rest.get(2..)) {
        (Some("KW"), Some(quarter)) => (number(quarter) - 0.5) / 4.0,
        (Some("MM"), Some(month)) => (number(month) - 0.5) / 12.0,
        _ => 0.5,
    };
    number(year) + part
}
