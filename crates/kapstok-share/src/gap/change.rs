// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Whether chosen areas grow apart from others over the periods.

use kapstok_find::gap::alike::Alike;
use kapstok_find::gap::placebo::placebo;
use kapstok_find::gap::trend::{Beside, Course, Divergence, Held, NotSaid, TrendOptions, divergence};

use super::parts::{Weights, weights, whole};
use super::{Against, Asked, Difference, MatchLine, TrendLine, outcome_word};
use crate::manifest::IndicatorEntry;
use crate::snapshot::Column;

/// The courses of areas over the periods, and who of them was chosen.
struct Courses {
    times: Vec<f64>,
    /// Places of the areas in their level.
    areas: Vec<usize>,
    courses: Vec<Course>,
    /// Places in `areas`.
    chosen: Vec<usize>,
    others: Vec<usize>,
}

impl Asked<'_> {
    /// The trend of an indicator beside each group that was asked for, or why it cannot be said.
    pub(super) fn trends(&self, indicator: &IndicatorEntry, matches: &mut Vec<MatchLine>) -> Vec<TrendLine> {
        let periods = self.periods(indicator);
        let reason = match indicator.kind.as_str() {
            "model" => Some("modelled"),
            _ if periods.len() < 2 => Some("few-periods"),
            _ => None,
        };
        let against = self.question.against.iter();
        if let Some(reason) = reason {
            let unsaid = |against: &Against| TrendLine {
                reason: Some(reason.to_owned()),
                ..self.unsaid(indicator, *against, &periods)
            };
            return against.map(unsaid).collect();
        }
        let before = self.before(indicator, periods[0]);
        let (areas, courses) = self.courses(indicator, &periods, &before);
        let times = periods.iter().map(|period| time(period)).collect();
        let (chosen, others) = (0..areas.len()).partition(|place| self.is_chosen(areas[*place]));
        let courses = Courses { times, areas, courses, chosen, others };
        let start = if before.is_empty() { periods[0].to_owned() } else { before.join(", ") };
        let line = |against: &Against| {
            let line = TrendLine { start: start.clone(), ..self.unsaid(indicator, *against, &periods) };
            self.trend(indicator, periods[0], *against, &courses, line, matches)
        };
        against.map(line).collect()
    }

    /// A line that says nothing yet.
    fn unsaid(&self, indicator: &IndicatorEntry, against: Against, periods: &[&str]) -> TrendLine {
        let end = |period: Option<&&str>| period.map_or_else(String::new, |it| (*it).to_owned());
        TrendLine {
            indicator: indicator.id.clone(),
            label: indicator.label.of(self.language).to_owned(),
            unit: indicator.unit.clone(),
            against: against.word().to_owned(),
            periods: (end(periods.first()), end(periods.last())),
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
        }
    }

    fn trend(
        &self,
        indicator: &IndicatorEntry,
        first: &str,
        against: Against,
        courses: &Courses,
        mut line: TrendLine,
        matches: &mut Vec<MatchLine>,
    ) -> TrendLine {
        line.n_areas = (courses.chosen.len(), courses.others.len());
        match against {
            Against::Rest => self.said(courses, Beside::Rest, &mut line),
            Against::Municipality => match self.municipality() {
                None => line.reason = Some("no-municipality".to_owned()),
                Some(lies_in) => {
                    // Areas that lie in none are a group of their own.
                    let group = |area: &usize| lies_in[*area].map_or(0, |it| it + 1);
                    let groups: Vec<usize> = courses.areas.iter().map(group).collect();
                    self.said(courses, Beside::Group(&groups), &mut line);
                }
            },
            Against::Matched => {
                let alike = self.alike(indicator, first, courses, matches);
                self.said(courses, Beside::Alike(&alike), &mut line);
            }
        }
        line
    }

    /// Areas that are like each other over figures of no later period than the first of the change. What was found for the
    /// chosen ones is told once for all indicators of which it is the same.
    fn alike(&self, indicator: &IndicatorEntry, first: &str, courses: &Courses, matches: &mut Vec<MatchLine>) -> Alike {
        let figures = self.figures(indicator, first);
        let of_courses = |values: &[f64]| courses.areas.iter().map(|area| values[*area]).collect::<Vec<f64>>();
        let columns: Vec<Vec<f64>> = figures.iter().map(|figure| of_courses(figure.values)).collect();
        let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let alike = Alike::new(&columns, courses.areas.len(), courses.chosen.len(), self.match_options());
        if figures.is_empty() || courses.chosen.is_empty() {
            return alike;
        }
        let in_level = |places: &[usize]| places.iter().map(|place| courses.areas[*place]).collect::<Vec<usize>>();
        let mut made = alike.of(&courses.chosen, &[]);
        made.pairs.iter_mut().for_each(|pair| *pair = (courses.areas[pair.0], courses.areas[pair.1], pair.2));
        made.alone = in_level(&made.alone);
        let (chosen, others) = (in_level(&courses.chosen), in_level(&courses.others));
        let line = self.match_line(self.matched_for(indicator), &figures, &made, &chosen, &others);
        if !matches.contains(&line) {
            matches.push(line);
        }
        alike
    }

    /// Says whether areas grow apart, or why that cannot be said.
    fn said(&self, courses: &Courses, beside: Beside<'_>, line: &mut TrendLine) {
        let Courses { times, courses, chosen, others, .. } = courses;
        let question = self.question;
        let options = TrendOptions { level: question.level, sets: question.sets, seed: question.seed, among: 60 };
        let found: Divergence = match divergence(times, courses, chosen, others, beside, options) {
            Ok(found) => found,
            Err(not_said) => {
                let (reason, n_needed) = match not_said {
                    NotSaid::Nobody if chosen.is_empty() => ("no-figure", None),
                    NotSaid::Nobody => ("no-others", None),
                    NotSaid::Few(n) => ("few-areas", Some(n)),
                    NotSaid::FewInGroup(n) => ("few-in-municipality", Some(n)),
                };
                line.reason = Some(reason.to_owned());
                line.n_needed = n_needed;
                return;
            }
        };
        line.n_areas = found.n_areas;
        line.change = Some(found.slopes);
        line.raw = Some(difference(&found.raw));
        line.corrected = Some(difference(&found.corrected));
        line.falls_back = Some(found.falls_back);
        line.outcome = outcome_word(found.corrected.outcome).to_owned();
        // Each set is matched anew: that is done where anybody would doubt the answer.
        if matches!(beside, Beside::Rest) || line.outcome != "similar" {
            let alarms = placebo(times, courses, chosen, others, beside, options, question.placebo);
            line.false_alarms = alarms.map(|it| (it.n_alarms, it.n_sets));
        }
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
