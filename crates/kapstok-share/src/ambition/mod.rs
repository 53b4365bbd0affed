// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A written target, worked out for the areas of a build.
//!
//! In: a snapshot and a [`TargetFile`]. Out: [`Ambitions`], as `--json` prints it. **Invariant:** every number comes
//! from figures that the gate has passed; the published total of the level above is used where the build has one; an
//! area without a figure is named with its reason. Not here: sentences; writing targets into an agenda.

mod figures;
mod found;

use std::collections::BTreeMap;

use kapstok_find::ambition::{OfPersons, Refused, TargetCatalogue, TargetFile, Translation, translate};
use kapstok_table::{Place, Problem};

use crate::burdened::Counting;
use crate::manifest::{IndicatorEntry, RecipeEntry};
use crate::number::figure;
use crate::snapshot::{Level, Snapshot};
use crate::words::Language;

pub use found::{AbsentArea, AmbitionArea, Ambitions, MovedLine, PlaceSum, RuleLine};

/// What a target may name in a build. A protected trait is nothing that a target may be set on.
pub fn catalogue(snapshot: &Snapshot) -> TargetCatalogue {
    let entries = &snapshot.manifest().indicators;
    let of = |entry: &IndicatorEntry| match entry.unit.as_str() {
        _ if entry.protected.is_some() => OfPersons::No,
        "count" => OfPersons::Count,
        "percent" | "fraction" if figures::population_of(snapshot, entry).is_some() => OfPersons::PartOfCounted,
        "percent" | "fraction" => OfPersons::Part,
        _ => OfPersons::No,
    };
    let indicators: BTreeMap<String, OfPersons> = entries.iter().map(|it| (it.id.clone(), of(it))).collect();
    TargetCatalogue { indicators, levels: snapshot.levels().iter().map(|it| it.name().to_owned()).collect() }
}

/// What a target was worked out from.
struct Worked<'a> {
    snapshot: &'a Snapshot,
    level: &'a Level,
    indicator: &'a IndicatorEntry,
    population: &'a str,
    target: &'a TargetFile,
    made: Translation,
    /// For each area of the translation its place in the level.
    places: Vec<usize>,
}

/// Works a target out.
///
/// # Errors
/// K0839, with the reason, when no area has both figures of the year that it starts from.
pub fn ambitions(snapshot: &Snapshot, target: &TargetFile, language: Language) -> Result<Ambitions, Problem> {
    let refuse = |why: &str| {
        let problem = Problem::error("K0839", Place::default()).with("why", why);
        problem.with("found", target.anchor)
    };
    let indicator = snapshot.indicator(&target.indicator).ok_or_else(|| refuse("period"))?;
    let named = target.population.clone();
    let population = named.or_else(|| figures::population_of(snapshot, indicator).map(str::to_owned));
    let population = population.ok_or_else(|| refuse("nobody"))?;
    let figures = figures::Figures { snapshot, indicator, population: &population };
    let level = figures.level(target).ok_or_else(|| refuse("period"))?;
    let standings = figures.standings(level, target.anchor);
    let published = figures.published(level, target.anchor);
    let ambition = target.ambition(published.map(|it| it.0));
    let made = translate(&ambition, &standings, &target.rules).map_err(|why| {
        refuse(match why {
            Refused::Deadline { .. } => "deadline",
            Refused::NobodyKnown => "nobody",
            Refused::Twice { .. } => "twice",
            Refused::Published => "published",
            Refused::TooLarge => "large",
        })
    })?;
    let places = made.areas.iter().filter_map(|area| level.index_of(&area.code)).collect();
    let worked = Worked { snapshot, level, indicator, population: &population, target, made, places };
    Ok(found::found(&worked, published.map(|it| it.1), language))
}

impl<'a> Worked<'a> {
    /// The larger areas that the areas lie in: the nearest level above of which there are several.
    fn above(&self) -> Option<(&'a Level, Vec<Option<usize>>)> {
        let above = self.level.lies_in().iter().rev();
        let (position, lies_in) = above.clone().find(|(position, _)| self.snapshot.levels()[*position].len() > 1)?;
        Some((&self.snapshot.levels()[*position], self.places.iter().map(|place| lies_in[*place]).collect()))
    }

    /// Per domain of the first recipe of the level, which of the areas stand in the worst part.
    fn worst(&self) -> Vec<(String, Vec<Option<usize>>)> {
        let Some((recipe, scores)) = self.snapshot.recipes(self.level).next() else { return Vec::new() };
        let counting = Counting { snapshot: self.snapshot, level: self.level, recipe, scores };
        let of_domain = |id: &String| {
            let worst = counting.in_worst_part(id);
            let class = |place: &usize| worst[*place].filter(|is_worst| *is_worst).map(|_| 0);
            (id.clone(), self.places.iter().map(class).collect())
        };
        let domains: fn(&RecipeEntry) -> &Vec<String> = |recipe| &recipe.domains;
        domains(recipe).iter().map(of_domain).collect()
    }

    /// The figure of an area in the year that the target starts from.
    fn published(&self, place: usize) -> Option<f64> {
        let year = self.target.anchor.to_string();
        self.snapshot.column(self.level, &self.indicator.id, Some(&year))?.1.value(place)
    }

    /// Persons in the unit of the indicator: a share of the population, or persons.
    fn in_unit(&self, persons: u64, population: u64) -> Option<f64> {
        let whole = match self.indicator.unit.as_str() {
            "percent" => 100.0,
            "fraction" => 1.0,
            _ => return Some(persons as f64),
        };
        (population > 0).then(|| whole * persons as f64 / population as f64)
    }
}

/// A figure of a target as an agenda takes it: a number with a point, at most three decimals.
pub fn as_agenda_number(value: f64) -> String {
    figure(value, 3, Language::En)
}
