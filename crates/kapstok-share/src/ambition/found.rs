// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What was worked out, as data that leaves the program.
//!
//! In: a translation with the names of its areas. Out: [`Ambitions`]. Invariant: per rule the places and the tenths
//! add up to its sum; areas come in the order of their codes, so that no order of them is a rank.

use kapstok_find::ambition::{
    Absence, ClassSum, Quantity, Ratio, Rule, RuleResult, TargetFile, Unreachable, by_class, deciles, moved,
};
use kapstok_find::detectable::Way;
use serde::Serialize;

use super::Worked;
use crate::words::Language;

/// A target, worked out.
#[derive(Clone, Debug, Serialize)]
pub struct Ambitions {
    /// Whether everything in it is invented.
    pub invented: bool,
    /// Its title.
    pub title: String,
    /// Id of the indicator.
    pub indicator: String,
    /// Its label.
    pub label: String,
    /// Its unit.
    pub unit: String,
    /// Its kind: of a modelled figure nobody can say that it was reached.
    pub kind: String,
    /// Id of the count that it is a part of.
    pub population: String,
    /// The level of the areas.
    pub level: String,
    /// Down or up.
    pub way: &'static str,
    /// How it was asked: by-part, by-persons, to-persons, to-share.
    pub quantity: &'static str,
    /// Of a part or a share the per cent; else persons.
    pub quantity_value: f64,
    /// The year that it starts from.
    pub anchor: u16,
    /// The year in which it is to be reached.
    pub deadline: u16,
    /// Document, page and quote.
    pub source: Option<[String; 3]>,
    /// Persons that it is about.
    pub whole: u64,
    /// Of how many.
    pub whole_population: u64,
    /// The level whose published figures these are; `null` where they are the sum of the areas.
    pub published_by: Option<&'static str>,
    /// Persons of the areas with a figure.
    pub persons: u64,
    /// Of how many.
    pub population_of_areas: u64,
    /// Persons at the end.
    pub end: u64,
    /// Persons that must change.
    pub asked: u64,
    /// What the areas with a figure are asked of it.
    pub carried: u64,
    /// The rest: it lies in areas without a figure.
    pub left_out: u64,
    /// Areas with a figure.
    pub n_areas: usize,
    /// Areas without, with the reason.
    pub absent: Vec<AbsentArea>,
    /// Areas with a trend.
    pub n_with_trend: usize,
    /// What the trend gives for them together at the end.
    pub expected: u64,
    /// Persons of these areas now.
    pub persons_with_trend: u64,
    /// What each rule asks.
    pub rules: Vec<RuleLine>,
    /// What changes from the first rule to each other.
    pub moved: Vec<MovedLine>,
}

/// An area without a figure.
#[derive(Clone, Debug, Serialize)]
pub struct AbsentArea {
    /// Its code.
    pub area: String,
    /// Its name.
    pub name: String,
    /// Which figure: persons, population, above-population.
    pub what: &'static str,
    /// Why it is not there, where one is missing.
    pub reason: Option<&'static str>,
}

/// What one rule asks.
#[derive(Clone, Debug, Serialize)]
pub struct RuleLine {
    /// The rule.
    pub rule: &'static str,
    /// Its number, 0 ..= 1.
    pub figure: Option<f64>,
    /// Persons of all areas together.
    pub sum: u64,
    /// What is missing of what was asked.
    pub miss: u64,
    /// Areas that are asked anything.
    pub n_asked: usize,
    /// Areas that are asked more than the most.
    pub n_above_most: usize,
    /// Areas in which the change could be chance.
    pub n_not_seen: usize,
    /// Areas for which the trend is enough.
    pub n_trend_enough: usize,
    /// Persons per tenth of the areas, the most burdened first.
    pub by_tenth: Vec<u64>,
    /// Persons per larger area.
    pub by_place: Vec<PlaceSum>,
    /// Persons in the areas that stand among the worst of each domain.
    pub by_domain: Vec<PlaceSum>,
    /// Every area, by code.
    pub areas: Vec<AmbitionArea>,
}

/// Persons that a part of the areas is asked.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceSum {
    /// Code of the larger area, or id of the domain.
    pub id: String,
    /// Its name; empty for a domain.
    pub name: String,
    /// Areas of it.
    pub n_areas: usize,
    /// Those that are asked anything.
    pub n_asked: usize,
    /// Persons.
    pub cut: u64,
}

/// What one area is asked.
#[derive(Clone, Debug, Serialize)]
pub struct AmbitionArea {
    /// Its code.
    pub area: String,
    /// Its name.
    pub name: String,
    /// Persons now.
    pub persons: u64,
    /// Of how many.
    pub population: u64,
    /// The figure as it is published, in the unit of the indicator.
    pub value: Option<f64>,
    /// Persons that change.
    pub cut: u64,
    /// Persons at the end.
    pub end: u64,
    /// The same, of whole persons, in the unit of the indicator.
    pub value_at_end: Option<f64>,
    /// Persons per year.
    pub per_year: f64,
    /// Persons at the end if it went on as before.
    pub expected: Option<u64>,
    /// Years that this rests on.
    pub n_years: Option<usize>,
    /// Persons on top of the trend; not above 0 where it is enough.
    pub beyond_trend: Option<i64>,
    /// above-most, not-seen.
    pub unreachable: Option<&'static str>,
}

/// What changes when another rule is taken.
#[derive(Clone, Debug, Serialize)]
pub struct MovedLine {
    /// From this rule.
    pub from: &'static str,
    /// To this one.
    pub to: &'static str,
    /// Persons that areas are asked more.
    pub more: u64,
    /// Persons that areas are asked less.
    pub less: u64,
    /// Areas that are asked more.
    pub n_more: usize,
    /// Areas that are asked less.
    pub n_less: usize,
}

pub(super) fn found(worked: &Worked<'_>, published_by: Option<&'static str>, language: Language) -> Ambitions {
    let Worked { snapshot, level, indicator, target, made, .. } = worked;
    let totals = made.totals;
    let (quantity, quantity_value) = quantity(target);
    let title = target.title.get(if language == Language::Nl { "nl" } else { "en" });
    let absent = made.absent.iter().map(|it| {
        let (what, reason) = match it.why {
            Absence::Persons(why) => ("persons", Some(why.as_str())),
            Absence::Population(why) => ("population", Some(why.as_str())),
            Absence::AbovePopulation => ("above-population", None),
        };
        let name = level.index_of(&it.code).map(|at| level.names()[at].clone()).unwrap_or_default();
        AbsentArea { area: it.code.clone(), name, what, reason }
    });
    let first = made.rules.first();
    let moved = made.rules.iter().skip(1).zip(first.into_iter().cycle()).map(|(to, from)| {
        let it = moved(&from.cuts, &to.cuts);
        let (from, to) = (from.rule.word(), to.rule.word());
        MovedLine { from, to, more: it.more, less: it.less, n_more: it.n_more, n_less: it.n_less }
    });
    let with_trend = made.areas.iter().filter(|it| it.expected.is_some());
    Ambitions {
        invented: snapshot.manifest().invented,
        title: title.or_else(|| target.title.values().next()).cloned().unwrap_or_default(),
        indicator: indicator.id.clone(),
        label: indicator.label.of(language).to_owned(),
        unit: indicator.unit.clone(),
        kind: indicator.kind.clone(),
        population: worked.population.to_owned(),
        level: level.name().to_owned(),
        way: if made.way == Way::Down { "down" } else { "up" },
        quantity,
        quantity_value,
        anchor: target.anchor,
        deadline: target.deadline,
        source: target.source.as_ref().map(|it| [it.document.clone(), it.page.clone(), it.quote.clone()]),
        whole: totals.whole,
        whole_population: totals.whole_population,
        published_by,
        persons: totals.persons,
        population_of_areas: totals.population,
        end: totals.end,
        asked: totals.asked,
        carried: totals.carried,
        left_out: made.left_out(),
        n_areas: made.areas.len(),
        absent: absent.collect(),
        n_with_trend: totals.expected.0,
        expected: totals.expected.1,
        persons_with_trend: with_trend.map(|it| it.persons).sum(),
        rules: made.rules.iter().map(|rule| line(worked, rule)).collect(),
        moved: moved.collect(),
    }
}

fn quantity(target: &TargetFile) -> (&'static str, f64) {
    let percent = |part: Ratio| 100.0 * part.to_f64();
    match target.quantity {
        Quantity::ByPart(part) => ("by-part", percent(part)),
        Quantity::ToShare(share) => ("to-share", percent(share)),
        Quantity::ByPersons(persons) => ("by-persons", persons as f64),
        Quantity::ToPersons(persons) => ("to-persons", persons as f64),
    }
}

fn line(worked: &Worked<'_>, rule: &RuleResult) -> RuleLine {
    let areas = areas(worked, rule);
    let pairs: Vec<(u64, u64)> = worked.made.areas.iter().map(|it| (it.persons, it.population)).collect();
    let by_tenth = by_class(&rule.cuts, &deciles(&pairs), 10).iter().map(|it| it.cut).collect();
    let sum_of = |id: &str, name: &str, it: ClassSum| PlaceSum {
        id: id.to_owned(),
        name: name.to_owned(),
        n_areas: it.n_areas,
        n_asked: it.n_asked,
        cut: it.cut,
    };
    let by_place = worked.above().map(|(above, of)| {
        let sums = by_class(&rule.cuts, &of, above.len());
        let named = above.codes().iter().zip(above.names()).zip(sums);
        named.filter(|(_, it)| it.n_areas > 0).map(|((code, name), it)| sum_of(code, name, it)).collect()
    });
    let by_domain = worked.worst();
    let by_domain = by_domain
        .iter()
        .flat_map(|(id, of)| by_class(&rule.cuts, of, 1).into_iter().map(|it| sum_of(id, "", it)).collect::<Vec<_>>());
    let n = |word: &str| areas.iter().filter(|it| it.unreachable == Some(word)).count();
    RuleLine {
        rule: rule.rule.word(),
        figure: rule.figure.map(Ratio::to_f64).filter(|_| rule.rule != Rule::WhereMost),
        sum: rule.sum,
        miss: rule.miss,
        n_asked: rule.cuts.iter().filter(|cut| **cut > 0).count(),
        n_above_most: n("above-most"),
        n_not_seen: n("not-seen"),
        n_trend_enough: areas.iter().filter(|it| it.cut > 0 && it.beyond_trend.is_some_and(|it| it <= 0)).count(),
        by_tenth,
        by_place: by_place.unwrap_or_default(),
        by_domain: by_domain.collect(),
        areas,
    }
}

fn areas(worked: &Worked<'_>, rule: &RuleResult) -> Vec<AmbitionArea> {
    let of_area = |(at, place): (usize, &usize)| {
        let (now, asked) = (&worked.made.areas[at], worked.made.asked(rule, at)?);
        Some(AmbitionArea {
            area: now.code.clone(),
            name: worked.level.names()[*place].clone(),
            persons: now.persons,
            population: now.population,
            value: worked.published(*place).or_else(|| worked.in_unit(now.persons, now.population)),
            cut: asked.cut,
            end: asked.end,
            value_at_end: worked.in_unit(asked.end, now.population),
            per_year: asked.per_year,
            expected: now.expected.map(|it| it.persons),
            n_years: now.expected.map(|it| it.n_years),
            beyond_trend: asked.beyond_trend,
            unreachable: asked.unreachable.map(|it| match it {
                Unreachable::AboveMost { .. } => "above-most",
                Unreachable::NotSeen => "not-seen",
            }),
        })
    };
    worked.places.iter().enumerate().filter_map(of_area).collect()
}
