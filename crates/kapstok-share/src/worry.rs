// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **Worry or not?** What is known of one area, for five lines: level, real difference, real change, age.
//!
//! In: a snapshot, an area, and which areas are alike. Out: [`Worries`], as facts. One figure speaks for each domain: the lead of
//! the recipe of the level, or else the first of the domain. *Real* is more than chance: the interval of 95 % does not hold
//! nought (`kapstok_find::gap`). Similar areas are those nearest over the figures of all other domains. Invariant: a
//! modelled figure has no real difference and no real change. Not here: sentences; what is agreed.

use kapstok_find::gap::quantile::normal;
use kapstok_find::gap::{Outcome, Part, Stands, compare};
use kapstok_score::similar::Likeness;

use crate::gap::parts::{part, part_alone, parts, weights};
use crate::manifest::IndicatorEntry;
use crate::snapshot::{AreaAt, Column, Level, Snapshot};

/// How many areas an area is held against.
pub const SIMILAR: usize = 10;
/// Level of confidence.
pub const CONFIDENCE: f64 = 0.95;

/// The figures of an area that speak for its domains.
#[derive(Clone, Debug, Default)]
pub struct Worries {
    /// One for each domain, in the order of the recipe.
    pub figures: Vec<WorryFigure>,
    /// The oldest and the newest period among them.
    pub periods: Option<(String, String)>,
}

impl Worries {
    /// The smallest and the largest number of similar areas that a figure was held against; `None` where none was.
    pub fn n_similar(&self) -> Option<(usize, usize)> {
        let n = |it: &WorryFigure| match it.similar {
            Likened::Known { n, .. } => Some(n),
            Likened::Unknown(_) => None,
        };
        let n = || self.figures.iter().filter_map(n);
        n().min().zip(n().max())
    }
}

/// A figure that speaks for a domain.
#[derive(Clone, Debug)]
pub struct WorryFigure {
    /// Id of the indicator.
    pub indicator: String,
    /// The period.
    pub period: String,
    /// The figure.
    pub value: f64,
    /// That of the country; where none was published, the mean of all areas of the level. `None` of an area that is all of
    /// its level: it would be held against itself.
    pub nation: Option<f64>,
    /// Where it stands beside that: worse or better.
    pub beside: Option<Side>,
    /// The difference with similar areas.
    pub similar: Likened,
    /// The change over the periods.
    pub change: Changed,
}

/// Which way something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Towards the burden.
    Worse,
    /// Away from it.
    Better,
    /// Neither was seen.
    Same,
}

/// The difference with similar areas.
#[derive(Clone, Debug, PartialEq)]
pub enum Likened {
    /// It was worked out.
    Known {
        /// Which way it really is.
        side: Side,
        /// This area minus the others.
        difference: f64,
        /// Around it.
        interval: (f64, f64),
        /// How many others.
        n: usize,
    },
    /// It cannot be said, and why: `modelled`, `no-margins`, `no-others`.
    Unknown(&'static str),
}

/// The change of a figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Changed {
    /// It was worked out.
    Known {
        /// Which way it really went.
        side: Side,
        /// Now minus then.
        change: f64,
        /// Around it.
        interval: (f64, f64),
        /// When it was `then`.
        since: String,
    },
    /// It cannot be said, and why: `modelled`, `no-margins`, `few-periods`, `boundary`.
    Unknown(&'static str),
}

/// Which areas of a level are alike, over shares and rates with a direction that are no protected trait.
pub fn likeness(snapshot: &Snapshot, level: &Level) -> (Vec<String>, Likeness) {
    // Counts grow with the area, and no trait of people makes areas alike.
    let is_compared = |it: &&IndicatorEntry| it.direction != "neither" && it.unit != "count" && it.protected.is_none();
    let compared = snapshot.manifest().indicators.iter().filter(is_compared);
    let columns = compared.filter_map(|it| Some((it, snapshot.column(level, &it.id, None)?.1)));
    let columns: Vec<(&IndicatorEntry, &Column)> = columns.filter(|(_, column)| column.n_known() > 0).collect();
    let values: Vec<&[f64]> = columns.iter().map(|(_, column)| column.values()).collect();
    (columns.iter().map(|(indicator, _)| indicator.id.clone()).collect(), Likeness::new(&values))
}

/// What is known of an area; nothing where it has too few residents.
pub fn worries(snapshot: &Snapshot, area: AreaAt, alike: &(Vec<String>, Likeness)) -> Worries {
    let level = snapshot.level_of(area);
    if level.has_too_few_residents(area.index) {
        return Worries::default();
    }
    let speaking = speaking(snapshot, level);
    let (ids, likeness) = alike;
    let group = |id: &String| {
        let indicator = snapshot.indicator(id).filter(|it| it.kind != "model")?;
        // A figure of no domain that speaks belongs to a group that nobody leaves out.
        Some(speaking.iter().position(|it| it.domain == indicator.domain).unwrap_or(speaking.len()))
    };
    let groups: Vec<Option<usize>> = ids.iter().map(group).collect();
    let similar = likeness.nearest_apart(area.index, SIMILAR, &groups, speaking.len() + 1);
    let figure =
        |(position, indicator): (usize, &&IndicatorEntry)| figure(snapshot, area, indicator, &similar[position]);
    let figures: Vec<WorryFigure> = speaking.iter().enumerate().filter_map(figure).collect();
    let periods = || figures.iter().map(|figure| figure.period.as_str());
    let ends = periods().min().zip(periods().max());
    let periods = ends.map(|(oldest, newest)| (oldest.to_owned(), newest.to_owned()));
    Worries { figures, periods }
}

/// The real changes of the figures that speak for an area: nothing where it has too few residents.
pub fn changes(snapshot: &Snapshot, area: AreaAt) -> Vec<Changed> {
    let level = snapshot.level_of(area);
    if level.has_too_few_residents(area.index) {
        return Vec::new();
    }
    let change = |indicator: &IndicatorEntry| {
        let (entry, column) = snapshot.column(level, &indicator.id, None)?;
        column.value(area.index)?;
        Some(changed(snapshot, level, indicator, (&entry.period, column), area.index))
    };
    speaking(snapshot, level).into_iter().filter_map(change).collect()
}

/// The indicator that speaks for each domain of a level.
pub fn speaking<'a>(snapshot: &'a Snapshot, level: &Level) -> Vec<&'a IndicatorEntry> {
    let is_fit = |it: &&IndicatorEntry| it.direction != "neither" && it.unit != "count" && it.protected.is_none();
    // A level without a recipe of its own takes the leads of the first: the same domains are told everywhere.
    let own = snapshot.recipes(level).next().map(|(recipe, _)| recipe);
    let leads = own.or_else(|| snapshot.manifest().recipes.first()).map(|recipe| recipe.leads.as_slice());
    let leads = leads.unwrap_or_default().iter().filter_map(|lead| snapshot.indicator(lead));
    let mut speaking: Vec<&IndicatorEntry> = leads.filter(is_fit).collect();
    if speaking.is_empty() {
        for indicator in snapshot.manifest().indicators.iter().filter(is_fit) {
            if !speaking.iter().any(|known| known.domain == indicator.domain) {
                speaking.push(indicator);
            }
        }
    }
    speaking
}

fn figure(snapshot: &Snapshot, area: AreaAt, indicator: &IndicatorEntry, similar: &[usize]) -> Option<WorryFigure> {
    let level = snapshot.level_of(area);
    let (entry, column) = snapshot.column(level, &indicator.id, None)?;
    let value = column.value(area.index)?;
    let nation = nation(snapshot, area, indicator, &entry.period);
    Some(WorryFigure {
        indicator: indicator.id.clone(),
        period: entry.period.clone(),
        value,
        nation,
        beside: nation.map(|nation| side(indicator, value - nation)),
        similar: likened(snapshot, level, indicator, (&entry.period, column), area.index, similar),
        change: changed(snapshot, level, indicator, (&entry.period, column), area.index),
    })
}

/// The figure of the country in the same period as it was published, or else the mean of all areas of the level by people.
fn nation(snapshot: &Snapshot, area: AreaAt, indicator: &IndicatorEntry, period: &str) -> Option<f64> {
    let country = snapshot.country().filter(|country| country.level != area.level);
    let published =
        country.and_then(|at| snapshot.column(snapshot.level_of(at), &indicator.id, Some(period))?.1.value(at.index));
    published.or_else(|| {
        let level = Some(snapshot.level_of(area)).filter(|level| level.len() > 1)?;
        let (_, column) = snapshot.column(level, &indicator.id, Some(period))?;
        let weights = weights(snapshot, level, indicator, period);
        let (sum, weight) =
            (0..level.len()).fold((0.0, 0.0), |(sum, all), index| match column.value(index).zip(weights.of[index]) {
                Some((value, weight)) => (sum + value * weight, all + weight),
                None => (sum, all),
            });
        (weight > 0.0).then(|| sum / weight)
    })
}

/// Which way a difference is.
fn side(indicator: &IndicatorEntry, difference: f64) -> Side {
    match (difference > 0.0, difference < 0.0, indicator.direction == "higher-is-better") {
        (true, _, false) | (_, true, true) => Side::Worse,
        (true, _, true) | (_, true, false) => Side::Better,
        (false, false, _) => Side::Same,
    }
}

fn likened(
    snapshot: &Snapshot,
    level: &Level,
    indicator: &IndicatorEntry,
    (period, column): (&str, &Column),
    area: usize,
    similar: &[usize],
) -> Likened {
    if indicator.kind == "model" {
        return Likened::Unknown("modelled");
    }
    let weights = weights(snapshot, level, indicator, period);
    let own: Vec<Part> = part(indicator, level, column, &weights, area).into_iter().collect();
    let (others, _) = parts(indicator, level, column, &weights, similar);
    // Areas count alike: the question is what areas like this one have.
    let others: Vec<Part> = others.into_iter().map(|part| Part { weight: 1.0, ..part }).collect();
    let Some(gap) = compare(&own, &others, Stands::ForThemselves, CONFIDENCE) else {
        return Likened::Unknown("no-others");
    };
    match gap.interval {
        None => Likened::Unknown("no-margins"),
        Some(interval) => Likened::Known {
            side: if gap.outcome == Outcome::Similar { Side::Same } else { side(indicator, gap.difference) },
            difference: gap.difference,
            interval: (interval.lower, interval.upper),
            n: others.len(),
        },
    }
}

fn changed(
    snapshot: &Snapshot,
    level: &Level,
    indicator: &IndicatorEntry,
    (period, column): (&str, &Column),
    area: usize,
) -> Changed {
    if indicator.kind == "model" {
        return Changed::Unknown("modelled");
    }
    let entries = snapshot.entry(level).columns.iter();
    let earlier = entries.filter(|it| it.indicator == indicator.id && it.known > 0 && it.period.as_str() < period);
    let mut earlier: Vec<&str> = earlier.map(|it| it.period.as_str()).collect();
    earlier.sort_unstable();
    let of = |period: &str, column: &Column| part_alone(snapshot, level, indicator, (period, column), area);
    // The earliest period with a figure of this area as it is now.
    let (mut is_other_area, mut then) = (false, None);
    for earlier in earlier {
        let Some((_, column)) = snapshot.column(level, &indicator.id, Some(earlier)) else { continue };
        if column.value(area).is_none() {
            continue;
        }
        if column.cell(area).is_made_of_parts() {
            is_other_area = true;
            continue;
        }
        then = of(earlier, column).map(|part| (earlier, part));
        break;
    }
    let Some(((since, then), now)) = then.zip(of(period, column)) else {
        return Changed::Unknown(if is_other_area { "boundary" } else { "few-periods" });
    };
    let Some((one, other)) = then.error.zip(now.error) else { return Changed::Unknown("no-margins") };
    let change = now.value - then.value;
    let half = normal(0.5 + CONFIDENCE / 2.0) * (one * one + other * other).sqrt();
    let is_real = change.abs() > half;
    Changed::Known {
        side: if is_real { side(indicator, change) } else { Side::Same },
        change,
        interval: (change - half, change + half),
        since: since.to_owned(),
    }
}
