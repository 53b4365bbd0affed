// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **How different are chosen areas, and do they grow apart?** Findings that may leave a build.
//!
//! In: a snapshot, a list of areas, what to hold them against. Out: [`GapFindings`], as facts. The formulas stand in
//! `kapstok_find::gap`. Invariants: everything is made of figures that the snapshot shows one by one, so a mean of them gives
//! nothing away; a modelled figure is refused as evidence of change, and of it no interval is made; a protected trait is no
//! outcome. Not here: words (`text/`).

mod change;
pub mod detectable;
pub mod essay;
mod level;
mod likeness;
pub mod list;
pub mod parts;
pub mod said;

use serde::Serialize;

use crate::manifest::IndicatorEntry;
use crate::snapshot::{Level, Snapshot};
use crate::words::Language;
pub use list::{Chosen, Named, named, read_list};

/// What chosen areas are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// All other areas of the level.
    Rest,
    /// The other areas of the municipalities that the chosen ones lie in.
    Municipality,
    /// Areas that are like them in other figures.
    Matched,
}

impl Against {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Rest, Self::Municipality, Self::Matched];

    /// As a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rest => "rest",
            Self::Municipality => "municipality",
            Self::Matched => "matched",
        }
    }
}

/// What is asked.
#[derive(Clone, Debug)]
pub struct Question {
    /// The chosen areas.
    pub chosen: Chosen,
    /// Indicators by id; all that have a direction where it is empty.
    pub indicators: Vec<String>,
    /// What they are held against.
    pub against: Vec<Against>,
    /// Figures over which areas are matched, by id; where it is empty, the leads of the recipes for other domains. No figure
    /// of the domain that is compared, no modelled one and no protected trait is taken of them.
    pub match_on: Vec<String>,
    /// Others per chosen area when matching.
    pub per_area: usize,
    /// How far matched areas may lie apart, in standard deviations.
    pub caliper: f64,
    /// The first period.
    pub from: Option<String>,
    /// The last period.
    pub to: Option<String>,
    /// Level of confidence.
    pub level: f64,
    /// The seed of drawn sets.
    pub seed: u64,
    /// Drawn sets; with 0 no trend is looked for.
    pub sets: u32,
    /// Drawn sets that are taken for a choice, to count false alarms; 0 for none.
    pub placebo: u32,
}

impl Question {
    /// A question as it is usually asked: held against all others, the newest period, 95 %, three matched areas within a
    /// standard deviation, 999 drawn sets.
    pub fn usual(chosen: Chosen, indicators: Vec<String>) -> Self {
        Self {
            chosen,
            indicators,
            against: vec![Against::Rest],
            match_on: Vec::new(),
            per_area: 3,
            caliper: 1.0,
            from: None,
            to: None,
            level: 0.95,
            seed: 1,
            sets: 999,
            placebo: 0,
        }
    }
}

/// Everything that was found.
#[derive(Debug, Serialize)]
pub struct GapFindings {
    /// Whether everything in it is invented.
    pub invented: bool,
    /// The level of the areas.
    pub level: String,
    /// Chosen areas.
    pub n_chosen: usize,
    /// Areas of the level with enough residents.
    pub n_areas: usize,
    /// Level of confidence.
    pub confidence: f64,
    /// The seed.
    pub seed: u64,
    /// Differences, per indicator, period and comparison.
    pub gaps: Vec<GapLine>,
    /// How figures go from the least to the most burdened areas.
    pub slopes: Vec<SlopeLine>,
    /// Whether the chosen areas grow apart, per indicator and comparison.
    pub trends: Vec<TrendLine>,
    /// How well areas agree that were matched for a difference in level.
    pub matches: Vec<MatchLine>,
    /// How well areas agree that were matched for a change: over figures of no later period than the first of it.
    pub trend_matches: Vec<MatchLine>,
    /// Indicators that were asked for and are no outcome: id and reason.
    pub refused: Vec<(String, String)>,
    /// Figures that were named to match on and are not matched on: id, and `match-protected`, `match-modelled`,
    /// `match-known` (in too few areas by then) or `match-domain` (not for what is of its own domain).
    pub not_matched_on: Vec<(String, String)>,
}

/// A difference.
#[derive(Debug, Serialize)]
pub struct GapLine {
    /// Id of the indicator.
    pub indicator: String,
    /// Its label.
    pub label: String,
    /// Its unit.
    pub unit: String,
    /// Its kind.
    pub kind: String,
    /// Which way is a burden.
    pub direction: String,
    /// The period.
    pub period: String,
    /// What the means are weighted by: an indicator, or `residents`.
    pub weighted_by: String,
    /// `rest`, `municipality`, `matched`.
    pub against: String,
    /// Chosen areas with a figure, and without.
    pub n_chosen: (usize, usize),
    /// Other areas with a figure, and without.
    pub n_others: (usize, usize),
    /// Mean of the chosen areas.
    pub chosen: Option<f64>,
    /// Mean of the others.
    pub others: Option<f64>,
    /// Chosen minus others.
    pub difference: Option<f64>,
    /// Lower and upper end around the difference.
    pub interval: Option<(f64, f64)>,
    /// Chosen over others.
    pub ratio: Option<f64>,
    /// Around the ratio.
    pub ratio_interval: Option<(f64, f64)>,
    /// `higher`, `similar`, `lower`, `cannot-be-compared`.
    pub outcome: String,
    /// Why it cannot be compared: `no-figure`, `no-others`, `no-municipality`, `modelled`, `no-margins`.
    pub reason: Option<String>,
}

/// A slope index.
#[derive(Debug, Serialize)]
pub struct SlopeLine {
    /// Id of the indicator.
    pub indicator: String,
    /// Its label.
    pub label: String,
    /// Its unit.
    pub unit: String,
    /// The period.
    pub period: String,
    /// What the areas are ranked by.
    pub ranked_by: String,
    /// The difference between both ends.
    pub slope: f64,
    /// Around it.
    pub interval: (f64, f64),
    /// Areas with both figures.
    pub n_areas: usize,
}

/// A trend of the chosen areas beside that of others, per year.
#[derive(Debug, Serialize)]
pub struct TrendLine {
    /// Id of the indicator.
    pub indicator: String,
    /// Its label.
    pub label: String,
    /// Its unit.
    pub unit: String,
    /// `rest`, `municipality`, `matched`.
    pub against: String,
    /// First and last period.
    pub periods: (String, String),
    /// Number of periods.
    pub n_periods: usize,
    /// The period, or periods, by which it was seen where areas started.
    pub start: String,
    /// Chosen areas that took part, and those that they were held beside.
    pub n_areas: (usize, usize),
    /// Mean change per year: chosen, others.
    pub change: Option<(f64, f64)>,
    /// The plain difference in change per year, and its interval.
    pub raw: Option<Difference>,
    /// After correction for where areas started.
    pub corrected: Option<Difference>,
    /// How much of a lead is lost per year by itself, among the others.
    pub falls_back: Option<f64>,
    /// False alarms of this test among sets of other areas: alarms, sets. Beside others than the rest only where the test
    /// says that areas grow apart.
    pub false_alarms: Option<(usize, usize)>,
    /// `higher`, `similar`, `lower`, `cannot-be-compared`.
    pub outcome: String,
    /// Why it cannot be said: `modelled`, `few-periods`, `no-figure` (of the chosen areas in every period), `few-areas`,
    /// `few-in-municipality`, `no-others`, `no-municipality`.
    pub reason: Option<String>,
    /// How many other areas are needed, where they are too few.
    pub n_needed: Option<usize>,
}

/// A difference with its interval.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Difference {
    /// Chosen minus others.
    pub difference: f64,
    /// Around it.
    pub interval: (f64, f64),
    /// How seldom chance alone does as much.
    pub p: f64,
}

/// Areas that were matched for the indicators of a domain.
#[derive(Debug, PartialEq, Serialize)]
pub struct MatchLine {
    /// For which domain; empty where the figures were named and are all of other domains than what is compared.
    pub domain: String,
    /// Pairs.
    pub n_pairs: usize,
    /// Codes of chosen areas without another near enough.
    pub alone: Vec<String>,
    /// Codes of the others.
    pub others: Vec<String>,
    /// Balance of each figure.
    pub balance: Vec<BalanceLine>,
}

/// The balance of one figure.
#[derive(Debug, PartialEq, Serialize)]
pub struct BalanceLine {
    /// Id of the indicator.
    pub indicator: String,
    /// Its label.
    pub label: String,
    /// The period.
    pub period: String,
    /// Standardised mean difference before: against all others.
    pub before: Option<f64>,
    /// After: against the matched ones.
    pub after: Option<f64>,
    /// Variance of the chosen over that of the matched.
    pub variance_ratio: Option<f64>,
}

/// Looks for differences.
pub fn gap(snapshot: &Snapshot, question: &Question, language: Language) -> GapFindings {
    let level = &snapshot.levels()[question.chosen.level];
    let enough: Vec<usize> = (0..level.len()).filter(|area| !level.has_too_few_residents(*area)).collect();
    let asked = Asked { snapshot, level, question, language, enough: &enough };
    let (indicators, refused) = asked.indicators();
    let is_matched = question.against.contains(&Against::Matched);
    let mut matches = Vec::new();
    let mut gaps = Vec::new();
    for indicator in &indicators {
        asked.gaps(indicator, &mut matches, &mut gaps);
    }
    let mut trend_matches = Vec::new();
    let with_trend: &[&IndicatorEntry] = if question.sets > 0 { &indicators } else { &[] };
    let trends = with_trend.iter().flat_map(|indicator| asked.trends(indicator, &mut trend_matches)).collect();
    GapFindings {
        invented: snapshot.manifest().invented,
        level: level.name().to_owned(),
        n_chosen: question.chosen.areas.len(),
        n_areas: enough.len(),
        confidence: question.level,
        seed: question.seed,
        gaps,
        slopes: indicators.iter().filter_map(|indicator| asked.slope(indicator)).collect(),
        trends,
        matches: matches.into_iter().map(|made| made.line).collect(),
        trend_matches,
        refused,
        not_matched_on: if is_matched { asked.not_matched_on(&indicators) } else { Vec::new() },
    }
}

/// Differences in level with all other areas, newest figures only, of the indicators that are asked for.
fn against_rest(
    snapshot: &Snapshot,
    chosen: Chosen,
    confidence: f64,
    language: Language,
    is_asked: impl Fn(&IndicatorEntry) -> bool,
) -> Vec<GapLine> {
    let question = Question {
        chosen,
        indicators: Vec::new(),
        against: vec![Against::Rest],
        match_on: Vec::new(),
        per_area: 0,
        caliper: 0.0,
        from: None,
        to: None,
        level: confidence,
        seed: 0,
        sets: 0,
        placebo: 0,
    };
    let level = &snapshot.levels()[question.chosen.level];
    let enough: Vec<usize> = (0..level.len()).filter(|area| !level.has_too_few_residents(*area)).collect();
    let asked = Asked { snapshot, level, question: &question, language, enough: &enough };
    let (indicators, _) = asked.indicators();
    let mut gaps = Vec::new();
    for indicator in indicators.into_iter().filter(|it| is_asked(it)) {
        asked.gaps(indicator, &mut Vec::new(), &mut gaps);
    }
    gaps
}

/// A question beside the figures that answer it.
struct Asked<'a> {
    snapshot: &'a Snapshot,
    level: &'a Level,
    question: &'a Question,
    language: Language,
    /// Areas with enough residents.
    enough: &'a [usize],
}

impl<'a> Asked<'a> {
    /// What is compared; and what was asked for and is not.
    fn indicators(&self) -> (Vec<&'a IndicatorEntry>, Vec<(String, String)>) {
        let all = self.snapshot.manifest().indicators.iter();
        let mut refused = Vec::new();
        let mut compared = Vec::new();
        for indicator in all {
            let is_named = self.question.indicators.contains(&indicator.id);
            if !is_named && !self.question.indicators.is_empty() {
                continue;
            }
            let reason = match indicator.unit.as_str() {
                _ if indicator.protected.is_some() => Some("protected"),
                "count" => Some("count"),
                _ if self.snapshot.column(self.level, &indicator.id, None).is_none() => Some("not-at-level"),
                _ => None,
            };
            match reason {
                Some(reason) if is_named => refused.push((indicator.id.clone(), reason.to_owned())),
                Some(_) => {}
                None if indicator.direction == "neither" && !is_named => {}
                None => compared.push(indicator),
            }
        }
        (compared, refused)
    }

    /// The municipality that each area of the level lies in, where there are any.
    fn municipality(&self) -> Option<&'a [Option<usize>]> {
        let above = self.snapshot.levels().iter().find(|it| it.name() == "municipality")?;
        let lies_in = self.level.lies_in().iter().find(|(level, _)| *level == above.position());
        lies_in.map(|(_, of)| of.as_slice())
    }

    fn others(&self) -> Vec<usize> {
        self.enough.iter().copied().filter(|area| !self.is_chosen(*area)).collect()
    }

    fn is_chosen(&self, area: usize) -> bool {
        self.question.chosen.areas.binary_search(&area).is_ok()
    }

    /// Periods in which differences of an indicator are looked for: all that were asked, or the newest.
    fn compared(&self, indicator: &IndicatorEntry) -> Vec<&'a str> {
        let mut periods = self.periods(indicator);
        if self.question.from.is_none() && self.question.to.is_none() {
            periods.drain(..periods.len().saturating_sub(1));
        }
        periods
    }

    /// Periods of an indicator within those asked, in their order.
    fn periods(&self, indicator: &IndicatorEntry) -> Vec<&'a str> {
        let columns = self.snapshot.entry(self.level).columns.iter();
        let own = columns.filter(|entry| entry.indicator == indicator.id && entry.known > 0);
        let mut periods: Vec<&str> = own.map(|entry| entry.period.as_str()).collect();
        periods.sort_unstable();
        periods.retain(|period| {
            self.question.from.as_deref().is_none_or(|from| from <= *period)
                && self.question.to.as_deref().is_none_or(|to| *period <= to)
        });
        periods
    }
}

/// The word of an outcome.
fn outcome_word(outcome: kapstok_find::gap::Outcome) -> &'static str {
    use kapstok_find::gap::Outcome;
    match outcome {
        Outcome::Higher => "higher",
        Outcome::Similar => "similar",
        Outcome::Lower => "lower",
        Outcome::CannotBeCompared => "cannot-be-compared",
    }
}
