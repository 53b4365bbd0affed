// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! From an ambition to what each area is asked, under every rule.
//!
//! In: [`Ambition`], [`AreaStanding`]. Out: [`Translation`]. **Invariant:** for every rule, the sum over the areas
//! plus what it misses is what was asked; every area is either in it or named as absent with its reason; areas come
//! out in the order of their codes, so the order in which they went in changes nothing.
//!
//! Where a published total is larger than the known areas together, the rest lives in areas without a figure. The known
//! areas are asked their part of the whole, and the rest is missed, the same under each rule: nobody was asked for it.

use std::collections::BTreeSet;

use super::rule::{Holder, Task, divide};
use super::{Absence, Ambition, AreaStanding, Count, Expected, Quantity, Ratio, Rule, expected};
use crate::detectable::{Sureness, Way, smallest_seen};

/// More people than any country has: sums of products stay exact below it.
const MOST_PEOPLE: u64 = 10_000_000_000;

/// Why nothing can be worked out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The deadline is not after the anchor.
    #[error("the deadline {deadline} is not after {anchor}")]
    Deadline {
        /// The year that it starts from.
        anchor: u16,
        /// The year in which it is to be reached.
        deadline: u16,
    },
    /// No area has both figures.
    #[error("no area has both figures")]
    NobodyKnown,
    /// An area is there twice.
    #[error("area {code} is there twice")]
    Twice {
        /// Its code.
        code: String,
    },
    /// More people than there are.
    #[error("more people than there are")]
    TooLarge,
    /// A published number of persons above its population.
    #[error("a published number of persons above its population")]
    Published,
}

/// An area that takes no part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    /// Its code.
    pub code: String,
    /// Why.
    pub why: Absence,
}

/// An area that takes part.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaNow {
    /// Its code.
    pub code: String,
    /// Persons in the year of the anchor.
    pub persons: u64,
    /// Of how many.
    pub population: u64,
    /// What it would have at the deadline if it went on as before; `None` with fewer than three years.
    pub expected: Option<Expected>,
    /// The nearest share to which a change would be seen; `None` where none would.
    pub seen_at: Option<f64>,
}

/// Sums before any rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Persons of the areas that take part.
    pub persons: u64,
    /// Of how many.
    pub population: u64,
    /// Persons that the ambition is about: published, or those of the areas.
    pub whole: u64,
    /// Of how many.
    pub whole_population: u64,
    /// Persons at the end.
    pub end: u64,
    /// Persons that must change; 0 where the end is reached already.
    pub asked: u64,
    /// What the areas that take part are asked of it.
    pub carried: u64,
    /// Areas with a trend, and what it gives for them together at the deadline.
    pub expected: (usize, u64),
}

/// What one rule asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleResult {
    /// The rule.
    pub rule: Rule,
    /// Its number: the part of the persons, the level, the part of the gap; of persons who are not there yet when it
    /// goes up.
    pub figure: Option<Ratio>,
    /// Persons that the rule asks, `[n_areas]`.
    pub asked: Vec<u64>,
    /// The same, held to the most that one area is asked.
    pub cuts: Vec<u64>,
    /// All of them together.
    pub sum: u64,
    /// What is missing of what was asked.
    pub miss: u64,
}

/// An ambition, worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Translation {
    /// To fewer persons or to more.
    pub way: Way,
    /// Years that there are.
    pub years: u16,
    /// Sums.
    pub totals: Totals,
    /// Areas that take part, by code.
    pub areas: Vec<AreaNow>,
    /// Areas that take no part, by code.
    pub absent: Vec<Absent>,
    /// Per rule what it asks, in the order in which rules were named.
    pub rules: Vec<RuleResult>,
}

/// Why an area cannot get to where a rule asks it, or nobody could see that it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreachable {
    /// It is asked more than the most that one area is asked.
    AboveMost {
        /// Persons that it is asked above that.
        above: u64,
    },
    /// So few people live there that the change could be chance.
    NotSeen,
}

/// What one area is asked under one rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// Persons that change.
    pub cut: u64,
    /// Persons at the end.
    pub end: u64,
    /// Share at the end; `None` without people.
    pub share: Option<f64>,
    /// Persons per year.
    pub per_year: f64,
    /// Persons that must change on top of the trend; not above 0 where it is enough.
    pub beyond_trend: Option<i64>,
    /// Why it cannot get there; `None` also where it is asked nothing.
    pub unreachable: Option<Unreachable>,
}

/// Works an ambition out.
///
/// # Errors
/// [`Refused`], when there is nothing to work out.
pub fn translate(ambition: &Ambition, standings: &[AreaStanding], rules: &[Rule]) -> Result<Translation, Refused> {
    let Ambition { way, anchor, deadline, at_most, .. } = *ambition;
    let years = deadline.checked_sub(anchor).filter(|years| *years > 0);
    let years = years.ok_or(Refused::Deadline { anchor, deadline })?;
    let (areas, absent) = take_part(ambition, standings)?;
    let totals = totals(ambition, &areas)?;
    let could = |persons: u64, population: u64| if way == Way::Down { persons } else { population - persons };
    let holders: Vec<Holder> = areas
        .iter()
        .map(|it| Holder { persons: could(it.persons, it.population), population: it.population })
        .collect();
    let national = (could(totals.whole, totals.whole_population), totals.whole_population);
    let task = Task { asked: totals.carried, national, at_most };
    let rules = rules.iter().map(|rule| {
        let division = divide(*rule, &holders, task);
        let most = |(asked, holder): (&u64, &Holder)| (*asked).min(at_most.floor_of(holder.persons));
        let cuts: Vec<u64> = division.asked.iter().zip(&holders).map(most).collect();
        let sum = cuts.iter().sum();
        RuleResult { rule: *rule, figure: division.figure, asked: division.asked, cuts, sum, miss: totals.asked - sum }
    });
    let rules = rules.collect();
    Ok(Translation { way, years, totals, areas, absent, rules })
}

/// Divides areas into those with both figures and the others.
fn take_part(ambition: &Ambition, standings: &[AreaStanding]) -> Result<(Vec<AreaNow>, Vec<Absent>), Refused> {
    let mut order: Vec<&AreaStanding> = standings.iter().collect();
    order.sort_by(|one, other| one.code.cmp(&other.code));
    let mut codes = BTreeSet::new();
    let (mut areas, mut absent) = (Vec::new(), Vec::new());
    for area in order {
        if !codes.insert(&area.code) {
            return Err(Refused::Twice { code: area.code.clone() });
        }
        let why = match (area.persons, area.population) {
            (Count::Missing(why), _) => Absence::Persons(why),
            (_, Count::Missing(why)) => Absence::Population(why),
            (Count::Known(persons), Count::Known(population)) if persons > population => Absence::AbovePopulation,
            (Count::Known(persons), Count::Known(population)) => {
                areas.push(now(ambition, area, persons, population));
                continue;
            }
        };
        absent.push(Absent { code: area.code.clone(), why });
    }
    if areas.is_empty() { Err(Refused::NobodyKnown) } else { Ok((areas, absent)) }
}

fn now(ambition: &Ambition, area: &AreaStanding, persons: u64, population: u64) -> AreaNow {
    let mut years: Vec<(u16, u64)> = area.earlier.iter().copied().filter(|(year, _)| *year < ambition.anchor).collect();
    years.push((ambition.anchor, persons));
    let share = persons as f64 / population as f64;
    AreaNow {
        code: area.code.clone(),
        persons,
        population,
        expected: expected(&years, ambition.deadline, population),
        seen_at: smallest_seen(share, population as f64, 0.0, ambition.way, Sureness::USUAL),
    }
}

fn totals(ambition: &Ambition, areas: &[AreaNow]) -> Result<Totals, Refused> {
    let sum = |of: fn(&AreaNow) -> u64| areas.iter().try_fold(0_u64, |sum, area| sum.checked_add(of(area)));
    let (persons, population) = sum(|it| it.persons).zip(sum(|it| it.population)).ok_or(Refused::TooLarge)?;
    let (whole, whole_population) = match ambition.published {
        Some(published) => (published.persons, published.population),
        None => (persons, population),
    };
    if population.max(whole_population) > MOST_PEOPLE {
        return Err(Refused::TooLarge);
    }
    if whole > whole_population {
        return Err(Refused::Published);
    }
    let (asked, end) = asked_of_all(ambition, whole, whole_population);
    let (could, whole_could) = match ambition.way {
        Way::Down => (persons, whole),
        Way::Up => (population - persons, whole_population - whole),
    };
    // Their part of it, rounded up; all of it where they add up to more than was published.
    let part = Ratio::new(u128::from(could), u128::from(whole_could)).unwrap_or(Ratio::ONE).min(Ratio::ONE);
    let carried = part.ceil_of(asked).min(could);
    let expected = areas.iter().filter_map(|area| area.expected.as_ref());
    let expected = expected.fold((0, 0), |(n, sum), it| (n + 1, sum + it.persons));
    Ok(Totals { persons, population, whole, whole_population, end, asked, carried, expected })
}

/// Persons that must change, and persons at the end. Halves of a person count against who sets the aim: it must be
/// reached.
fn asked_of_all(ambition: &Ambition, whole: u64, population: u64) -> (u64, u64) {
    match (ambition.way, ambition.quantity) {
        (way, Quantity::ByPart(part)) => by(way, part.ceil_of(whole), whole),
        (way, Quantity::ByPersons(persons)) => by(way, persons, whole),
        (way, Quantity::ToPersons(persons)) => to(way, persons, whole),
        (Way::Down, Quantity::ToShare(share)) => to(Way::Down, share.floor_of(population), whole),
        (Way::Up, Quantity::ToShare(share)) => to(Way::Up, share.ceil_of(population), whole),
    }
}

fn by(way: Way, asked: u64, whole: u64) -> (u64, u64) {
    match way {
        Way::Down => (asked, whole.saturating_sub(asked)),
        Way::Up => (asked, whole.saturating_add(asked)),
    }
}

fn to(way: Way, end: u64, whole: u64) -> (u64, u64) {
    match way {
        Way::Down => (whole.saturating_sub(end), end),
        Way::Up => (end.saturating_sub(whole), end),
    }
}

impl Translation {
    /// What one area is asked under one rule of this translation; `None` for an area that is not there.
    pub fn asked(&self, rule: &RuleResult, area: usize) -> Option<Asked> {
        let (now, cut, asked) = (self.areas.get(area)?, *rule.cuts.get(area)?, *rule.asked.get(area)?);
        let end = if self.way == Way::Down { now.persons - cut } else { now.persons + cut };
        let share = (now.population > 0).then(|| end as f64 / now.population as f64);
        let beyond = |it: &Expected| {
            let (expected, end) = (i64::try_from(it.persons).ok()?, i64::try_from(end).ok()?);
            Some(if self.way == Way::Down { expected - end } else { end - expected })
        };
        let is_seen =
            |share: f64, nearest: f64| if self.way == Way::Down { share <= nearest } else { share >= nearest };
        let seen = share.zip(now.seen_at).is_some_and(|(share, nearest)| is_seen(share, nearest));
        let unreachable = match asked {
            asked if asked > cut => Some(Unreachable::AboveMost { above: asked - cut }),
            0 => None,
            _ => (!seen).then_some(Unreachable::NotSeen),
        };
        let per_year = cut as f64 / f64::from(self.years);
        let beyond_trend = now.expected.as_ref().and_then(beyond);
        Some(Asked { cut, end, share, per_year, beyond_trend, unreachable })
    }

    /// What the whole misses that lies in areas without a figure: the same under each rule.
    pub fn left_out(&self) -> u64 {
        self.totals.asked - self.totals.carried
    }
}

#[cfg(test)]
mod tests;
