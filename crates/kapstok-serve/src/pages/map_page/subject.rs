// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the map of an address is of, which views of it there are, and what is known of each area.
//!
//! In: a snapshot and a [`MapView`]. Out: a [`Subject`], and a [`Known`] per area. Invariant: the rules are those of the map
//! that moves (`atlas/src/certain.ts`): what a figure is held against, and why a view is not there.

use kapstok_share::certain::{self, Verdict};
use kapstok_share::manifest::{ColumnEntry, IndicatorEntry, RecipeEntry, SureEntry};
use kapstok_share::middle::Middle;
use kapstok_share::snapshot::{Column, Level, RecipeScores, Snapshot, burden_title, chance_title};

use super::super::links::{Certainty, MapView};

/// What is drawn: a thing at a level.
pub(super) struct Subject<'a> {
    pub(super) level: &'a Level,
    pub(super) thing: Thing<'a>,
}

/// A thing that a map shows.
#[derive(Clone, Copy)]
pub(super) enum Thing<'a> {
    /// Burdens that come together.
    Together(&'a RecipeEntry, &'a RecipeScores),
    /// Who belongs to the worst part of a domain, by its position in the recipe.
    Domain(&'a RecipeEntry, &'a RecipeScores, usize),
    /// A figure.
    Indicator(&'a IndicatorEntry, &'a ColumnEntry, &'a Column),
}

/// What a figure is held against.
pub(super) enum Reference {
    /// The figure that was published of the whole country, with its name.
    Country(String, f64),
    /// The middle of all areas of the level.
    Middle(f64),
    /// As many burdens as there are when they lie evenly: this part of the known domains of an area.
    Even(f64),
    /// Nothing: chances are held against what was counted.
    Draws,
}

/// What is known of one area.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub(super) value: Option<f64>,
    pub(super) interval: Option<(f64, f64)>,
    pub(super) chance: Option<f64>,
    /// `None` without a figure.
    pub(super) verdict: Option<Verdict>,
}

impl<'a> Subject<'a> {
    /// What an address asks for at a level with at most so many areas; what comes together where that is not there.
    pub(super) fn of(snapshot: &'a Snapshot, view: &MapView, most: usize) -> Option<Self> {
        let asked = view.level.as_deref().and_then(|name| snapshot.level(name));
        let all = asked.into_iter().chain(snapshot.levels().iter().rev());
        let levels: Vec<&Level> = all.filter(|level| level.len() <= most).collect();
        let show = view.show.iter().map(String::as_str).chain(std::iter::once("together"));
        show.into_iter().find_map(|show| {
            let thing = |level: &&'a Level| thing(snapshot, level, show, view.year.as_deref());
            levels.iter().find_map(|level| Some(Self { level, thing: thing(level)? }))
        })
    }

    /// Its name in an address.
    pub(super) fn show(&self) -> String {
        match self.thing {
            Thing::Together(..) => "together".to_owned(),
            Thing::Domain(recipe, _, domain) => format!("domain.{}", recipe.domains[domain]),
            Thing::Indicator(indicator, ..) => indicator.id.clone(),
        }
    }

    /// Its kind in the keys of the texts.
    pub(super) fn kind(&self) -> &'static str {
        match self.thing {
            Thing::Together(..) => "together",
            Thing::Domain(..) => "domain",
            Thing::Indicator(..) => "indicator",
        }
    }

    /// How often all was drawn again, where its recipe does so.
    pub(super) fn sure(&self) -> Option<&'a SureEntry> {
        match self.thing {
            Thing::Together(recipe, _) | Thing::Domain(recipe, ..) => recipe.sure.as_ref(),
            Thing::Indicator(..) => None,
        }
    }

    /// Why there is no such view, as the end of a key; `None` where there is one.
    pub(super) fn why_not(&self, view: Certainty) -> Option<&'static str> {
        let has = |scores: &RecipeScores, title: &str| scores.numbers(title).is_some();
        match (view, self.thing) {
            (Certainty::Value, _) => None,
            (Certainty::Chance, Thing::Indicator(..)) => Some("only-burdens"),
            (Certainty::Interval, Thing::Indicator(indicator, _, column)) => match column.has_margins() {
                _ if self.level.len() < 2 => Some("alone"),
                _ if indicator.unit == "count" => Some("count"),
                false => Some("no-margins"),
                true => None,
            },
            (_, Thing::Together(recipe, _) | Thing::Domain(recipe, ..)) if recipe.sure.is_none() => Some("no-draws"),
            (Certainty::Chance, Thing::Together(_, scores)) => (!has(scores, FIRST)).then_some("no-draws"),
            (Certainty::Interval, Thing::Together(recipe, scores)) => {
                let is_there = BETWEEN.iter().all(|title| has(scores, title)) && recipe.worst_fraction.is_some();
                (!is_there).then_some("no-draws")
            }
            (_, Thing::Domain(recipe, scores, domain)) => {
                (!has(scores, &chance_title(&recipe.domains[domain]))).then_some("no-draws")
            }
        }
    }

    /// What its figures are held against.
    pub(super) fn reference(&self, snapshot: &Snapshot) -> Reference {
        match self.thing {
            Thing::Together(recipe, _) => recipe.worst_fraction.map_or(Reference::Draws, Reference::Even),
            Thing::Domain(..) => Reference::Draws,
            Thing::Indicator(indicator, entry, column) => country(snapshot, &indicator.id, &entry.period)
                .or_else(|| Middle::of(column.values()).map(|middle| Reference::Middle(middle.median)))
                .unwrap_or(Reference::Draws),
        }
    }

    /// What is known of an area.
    pub(super) fn known(&self, index: usize, reference: &Reference) -> Known {
        let level = self.sure().map_or(0.95, |sure| sure.level);
        match self.thing {
            Thing::Together(_, scores) => {
                let number = |title: &str| number(scores, title, index);
                let known = number("burdens_known").filter(|known| *known > 0.0);
                let value = known.and_then(|_| number("burdens"));
                let interval = number(BETWEEN[0]).zip(number(BETWEEN[1]));
                let against = reference.of(known);
                let verdict = value.map(|_| certain::of_interval(interval, against));
                Known { value, interval, chance: number(FIRST), verdict }
            }
            Thing::Domain(recipe, scores, domain) => {
                let id = &recipe.domains[domain];
                let (value, chance) =
                    (number(scores, &burden_title(id), index), number(scores, &chance_title(id), index));
                let verdict = value.map(|value| certain::of_chance(value >= 1.0, chance, level));
                Known { value, interval: None, chance, verdict }
            }
            Thing::Indicator(_, _, column) => {
                let (value, interval) = (column.value(index), column.cell(index).margins);
                let verdict = value.map(|_| certain::of_interval(interval, reference.of(None)));
                Known { value, interval, chance: None, verdict }
            }
        }
    }
}

impl Reference {
    /// As a figure, for an area with so many known domains.
    pub(super) fn of(&self, known: Option<f64>) -> Option<f64> {
        match self {
            Self::Country(_, value) | Self::Middle(value) => Some(*value),
            Self::Even(fraction) => known.map(|known| fraction * known),
            Self::Draws => None,
        }
    }
}

/// The chance of being among the first of all areas.
const FIRST: &str = "sure_among_first";
/// Between which the number of burdens lies.
const BETWEEN: [&str; 2] = ["sure_burdens_lower", "sure_burdens_upper"];

fn number(scores: &RecipeScores, title: &str, index: usize) -> Option<f64> {
    scores.numbers(title)?.get(index).copied().flatten()
}

fn thing<'a>(snapshot: &'a Snapshot, level: &'a Level, show: &str, year: Option<&str>) -> Option<Thing<'a>> {
    let mut recipes = snapshot.recipes(level).filter(|(_, scores)| scores.numbers("burdens").is_some());
    if show == "together" {
        return recipes.next().map(|(recipe, scores)| Thing::Together(recipe, scores));
    }
    if let Some(id) = show.strip_prefix("domain.") {
        return recipes.find_map(|(recipe, scores)| {
            let domain = recipe.domains.iter().position(|known| known == id)?;
            scores.numbers(&burden_title(id)).map(|_| Thing::Domain(recipe, scores, domain))
        });
    }
    let indicator = snapshot.indicator(show)?;
    let of = |period: Option<&str>| snapshot.column(level, show, period);
    let (entry, column) = year.and_then(|year| of(Some(year))).or_else(|| of(None))?;
    Some(Thing::Indicator(indicator, entry, column))
}

/// The figure of the one country that there is.
fn country(snapshot: &Snapshot, indicator: &str, period: &str) -> Option<Reference> {
    let level = snapshot.level("country").filter(|level| level.len() == 1)?;
    let (_, column) = snapshot.column(level, indicator, Some(period))?;
    let name = match level.names()[0].as_str() {
        "" => &level.codes()[0],
        name => name,
    };
    Some(Reference::Country(name.to_owned(), column.value(0)?))
}
