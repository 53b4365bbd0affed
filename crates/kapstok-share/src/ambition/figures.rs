// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Persons and population of each area, from the columns of a build.
//!
//! In: a snapshot, an indicator, and the count that it is a part of. Out: standings, and the published total.
//! Invariant: a share becomes the nearest whole number of persons; a figure of another year than the anchor is no
//! figure of now.

use kapstok_find::ambition::{AreaStanding, Count, Published, TargetFile};
use kapstok_table::WhyMissing;

use crate::manifest::IndicatorEntry;
use crate::snapshot::{Level, Snapshot};

/// Persons, and of how many, `[n_areas]` each.
type Counts = (Vec<Count>, Vec<Count>);

/// What a standing is made of.
#[derive(Clone, Copy)]
pub(super) struct Figures<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) indicator: &'a IndicatorEntry,
    /// Id of the count.
    pub(super) population: &'a str,
}

/// The count that a share is a part of, where the workspace has it.
pub(super) fn population_of<'a>(snapshot: &'a Snapshot, indicator: &'a IndicatorEntry) -> Option<&'a str> {
    let id = match indicator.population.as_deref()? {
        "residents" => snapshot.manifest().residents.as_deref()?,
        "households" | "dwellings" => return None,
        _ => indicator.weighted_by.as_deref()?,
    };
    snapshot.indicator(id).filter(|it| it.unit == "count").map(|it| it.id.as_str())
}

impl<'a> Figures<'a> {
    /// The level that a target names, or the one of the smallest areas with figures of the anchor.
    pub(super) fn level(self, target: &TargetFile) -> Option<&'a Level> {
        let period = target.anchor.to_string();
        let has_figures = |level: &&Level| {
            let column = self.snapshot.column(level, &self.indicator.id, Some(&period));
            column.is_some_and(|(entry, _)| entry.known > 0)
        };
        match &target.level {
            Some(name) => self.snapshot.level(name).filter(has_figures),
            None => self.snapshot.levels().iter().rev().find(has_figures),
        }
    }

    /// Where each area of a level stands, in its order.
    pub(super) fn standings(self, level: &Level, anchor: u16) -> Vec<AreaStanding> {
        let (persons, population) = self.counts(level, anchor);
        let before: Vec<(u16, Counts)> = self
            .snapshot
            .entry(level)
            .columns
            .iter()
            .filter(|column| column.indicator == self.indicator.id)
            .filter_map(|column| column.period.parse().ok().filter(|year| *year < anchor))
            .map(|year| (year, self.counts(level, year)))
            .collect();
        let known = |at: usize| {
            // Of a year without a population no persons are known, and not nobody.
            let years = before.iter().filter_map(move |(year, (persons, people))| match (persons[at], people[at]) {
                (Count::Known(persons), Count::Known(_)) => Some((*year, persons)),
                _ => None,
            });
            years.collect()
        };
        let areas = level.codes().iter().zip(persons).zip(population).enumerate();
        areas
            .map(|(at, ((code, persons), population))| AreaStanding {
                code: code.clone(),
                persons,
                population,
                earlier: known(at),
            })
            .collect()
    }

    /// Persons, and of how many, per area of a level in a year.
    fn counts(self, level: &Level, year: u16) -> Counts {
        let population = self.column(level, self.population, year, |value, _| value);
        let known = |at: usize| match population[at] {
            Count::Known(people) => Some(people as f64),
            Count::Missing(_) => None,
        };
        let whole = match self.indicator.unit.as_str() {
            "percent" => Some(100.0),
            "fraction" => Some(1.0),
            _ => None,
        };
        // Of a share without its population nothing is known: the population says why.
        let persons = self.column(level, &self.indicator.id, year, |value, at| match whole {
            Some(whole) => value / whole * known(at).unwrap_or(0.0),
            None => value,
        });
        (persons, population)
    }

    fn column(self, level: &Level, id: &str, year: u16, turn: impl Fn(f64, usize) -> f64) -> Vec<Count> {
        let Some((_, column)) = self.snapshot.column(level, id, Some(&year.to_string())) else {
            return vec![Count::Missing(WhyMissing::NotMeasured); level.len()];
        };
        let count = |at: usize| match column.value(at).map(|value| turn(value, at).round()) {
            Some(persons) if (0.0..1e12).contains(&persons) => Count::Known(persons as u64),
            Some(_) => Count::Missing(WhyMissing::NotMeasured),
            None => {
                let reason = column.status(at).reason().and_then(WhyMissing::parse);
                // Withheld with others, so that it cannot be worked out.
                Count::Missing(reason.unwrap_or(WhyMissing::Secret))
            }
        };
        (0..level.len()).map(count).collect()
    }

    /// The published total: of the country, or of all municipalities together; with the level that gives it.
    pub(super) fn published(self, level: &Level, anchor: u16) -> Option<(Published, &'static str)> {
        ["country", "municipality"].into_iter().find_map(|name| {
            let above = self.snapshot.level(name).filter(|above| above.position() < level.position())?;
            if name == "country" && above.len() != 1 {
                return None;
            }
            let (persons, population) = self.counts(above, anchor);
            let published = Published { persons: sum(&persons)?, population: sum(&population)? };
            (published.persons <= published.population).then_some((published, name))
        })
    }
}

/// All of them together; `None` where one is not known.
fn sum(counts: &[Count]) -> Option<u64> {
    let known = |count: &Count| match count {
        Count::Known(persons) => Some(*persons),
        Count::Missing(_) => None,
    };
    counts.iter().map(known).sum()
}
