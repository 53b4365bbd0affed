// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The four rules: which area is asked how many persons.
//!
//! In: per area the persons who could change and the population; how many are asked together. Out: persons per area.
//! **Invariant:** no area is asked more than could change; the sum is what was asked, or all that the rule can reach.
//! Only the last rule of rounding and of equal areas looks at their order. Not here: reading figures; what cannot be
//! seen.

use std::cmp::Reverse;

use super::Ratio;
use super::share_out::share_out;

/// How what is asked of all is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Every area the same part of its persons.
    SamePart,
    /// Areas above one level go down to it.
    SameLevel,
    /// Areas above the national level close the same part of their distance to it.
    CloseGap,
    /// The fewest areas that reach the sum, those with most persons first.
    WhereMost,
}

impl Rule {
    /// All rules, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::SamePart, Self::SameLevel, Self::CloseGap, Self::WhereMost];

    /// The word in files and in `--json`.
    pub fn word(self) -> &'static str {
        match self {
            Self::SamePart => "same-part",
            Self::SameLevel => "same-level",
            Self::CloseGap => "close-gap",
            Self::WhereMost => "where-most",
        }
    }

    /// A rule by its word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.word() == text)
    }
}

/// An area as a rule sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holder {
    /// Persons who could change.
    pub(super) persons: u64,
    /// Of how many.
    pub(super) population: u64,
}

/// What is divided.
#[derive(Clone, Copy, Debug)]
pub(super) struct Task {
    /// Persons, of all areas together.
    pub(super) asked: u64,
    /// Persons who could change in the whole country, and of how many.
    pub(super) national: (u64, u64),
    /// The most that one area is asked.
    pub(super) at_most: Ratio,
}

/// What a rule asks of each area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Division {
    /// Persons, `[n_areas]`.
    pub(super) asked: Vec<u64>,
    /// The number of the rule: the part, the level, the part of the gap.
    pub(super) figure: Option<Ratio>,
}

/// Divides by a rule. The most that one area is asked counts for the last rule alone; the others are held against it
/// after.
pub(super) fn divide(rule: Rule, areas: &[Holder], task: Task) -> Division {
    match rule {
        Rule::SamePart => same_part(areas, task.asked),
        Rule::SameLevel => same_level(areas, task.asked),
        Rule::CloseGap => close_gap(areas, task),
        Rule::WhereMost => where_most(areas, task),
    }
}

fn same_part(areas: &[Holder], asked: u64) -> Division {
    let persons: Vec<u128> = areas.iter().map(|area| u128::from(area.persons)).collect();
    let figure = Ratio::new(u128::from(asked), persons.iter().sum());
    Division { asked: share_out(asked, &persons), figure }
}

/// The level is found from above: the highest areas that together can give what is asked, until the next is not above
/// it.
fn same_level(areas: &[Holder], asked: u64) -> Division {
    let mut order: Vec<&Holder> = areas.iter().filter(|area| area.population > 0).collect();
    let product = |one: &Holder, other: &Holder| u128::from(one.persons) * u128::from(other.population);
    order.sort_by(|one, other| product(other, one).cmp(&product(one, other)));
    let (mut persons, mut population, mut level) = (0_u128, 0_u128, None);
    for (at, area) in order.iter().enumerate() {
        persons += u128::from(area.persons);
        population += u128::from(area.population);
        let Some(left) = persons.checked_sub(u128::from(asked)) else { continue };
        let is_above = |next: &&Holder| u128::from(next.persons) * population > left * u128::from(next.population);
        if !order.get(at + 1).is_some_and(is_above) {
            level = Ratio::new(left, population);
            break;
        }
    }
    let Some(level) = level else { return Division { asked: vec![0; areas.len()], figure: None } };
    Division { asked: share_out(asked, &above(areas, level)), figure: Some(level) }
}

/// How far each area is above a level: persons, times the number below the line of the level.
fn above(areas: &[Holder], level: Ratio) -> Vec<u128> {
    let of = |area: &Holder| {
        (u128::from(area.persons) * level.den()).saturating_sub(level.num() * u128::from(area.population))
    };
    areas.iter().map(of).collect()
}

fn close_gap(areas: &[Holder], task: Task) -> Division {
    let (persons, population) = task.national;
    let Some(level) = Ratio::new(u128::from(persons), u128::from(population)) else {
        return Division { asked: vec![0; areas.len()], figure: None };
    };
    let gaps = above(areas, level);
    let whole: u128 = gaps.iter().sum();
    let reach = u64::try_from(whole / level.den()).unwrap_or(u64::MAX);
    let figure = Ratio::new(u128::from(task.asked) * level.den(), whole).map(|part| part.min(Ratio::ONE));
    Division { asked: share_out(task.asked.min(reach), &gaps), figure }
}

fn where_most(areas: &[Holder], task: Task) -> Division {
    let mut order: Vec<usize> = (0..areas.len()).collect();
    order.sort_by_key(|at| Reverse(areas[*at].persons));
    let (mut asked, mut left) = (vec![0; areas.len()], task.asked);
    for at in order {
        asked[at] = task.at_most.floor_of(areas[at].persons).min(left);
        left -= asked[at];
    }
    Division { asked, figure: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 100 of 200, 60 of 200, 30 of 300, 10 of 100: 200 persons of 800.
    fn areas() -> Vec<Holder> {
        [(100, 200), (60, 200), (30, 300), (10, 100)]
            .map(|(persons, population)| Holder { persons, population })
            .to_vec()
    }

    fn task(asked: u64) -> Task {
        Task { asked, national: (200, 800), at_most: Ratio::ONE }
    }

    #[test]
    fn the_rules_ask_what_was_worked_out_by_hand() {
        // Same part: 100 of 200 persons is a half: 50, 30, 15, 5. Same level: the upper two alone would end at (160 -
        // 100) / 400 = 15 %, above the 10 % of the others: 30 each stay. Close the gap: the level is 25 %; gaps are
        // 50 and 10 persons: 60 are within reach, 40 are missed. Where most are: all 100 of the first.
        let cases = [
            (Rule::SamePart, 100, vec![50, 30, 15, 5], Ratio::new(1, 2)),
            (Rule::SameLevel, 100, vec![70, 30, 0, 0], Ratio::new(3, 20)),
            (Rule::CloseGap, 100, vec![50, 10, 0, 0], Some(Ratio::ONE)),
            (Rule::CloseGap, 30, vec![25, 5, 0, 0], Ratio::new(1, 2)),
            (Rule::WhereMost, 100, vec![100, 0, 0, 0], None),
            (Rule::WhereMost, 115, vec![100, 15, 0, 0], None),
            // All four end at (200 - 140) / 800 = 7.5 %: 15, 15, 22.5, 7.5 stay; of equal remainders the larger weight.
            (Rule::SameLevel, 140, vec![85, 45, 8, 2], Ratio::new(3, 40)),
            (Rule::SameLevel, 0, vec![0, 0, 0, 0], Ratio::new(1, 2)),
            (Rule::SameLevel, 200, vec![100, 60, 30, 10], Ratio::new(0, 1)),
        ];
        for (rule, asked, expected, figure) in cases {
            let found = divide(rule, &areas(), task(asked));
            assert_eq!((found.asked, found.figure), (expected, figure), "{rule:?} {asked}");
        }
    }

    #[test]
    fn where_most_are_keeps_to_what_one_area_may_be_asked() {
        let half = Task { at_most: Ratio::new(1, 2).unwrap(), ..task(90) };
        assert_eq!(divide(Rule::WhereMost, &areas(), half).asked, [50, 30, 10, 0]);
        let more = Task { asked: 150, ..half };
        assert_eq!(divide(Rule::WhereMost, &areas(), more).asked, [50, 30, 15, 5], "50 of the 150 are missed");
    }

    #[test]
    fn a_rule_is_found_by_its_word() {
        assert!(Rule::ALL.into_iter().all(|rule| Rule::parse(rule.word()) == Some(rule)));
        assert_eq!(Rule::parse("fair"), None);
    }
}
