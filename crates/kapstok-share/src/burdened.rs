// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How many people are burdened, per area and domain, from what a build shows.
//!
//! In: a snapshot and a recipe of one of its levels. Out: people of each area, and what their number rests on. Where the
//! lead figure of a domain is a share of people whose number the build has, share times number; else all residents of
//! the areas in the worst part. The ledger and the choice of areas count with this alone. **Invariant:** every number
//! comes from figures that the gate has passed, or from draws around them that the caller hands over; what is not known
//! is `None`, never 0.

use kapstok_find::choose::{Counted, DomainFigures, burdened};

use crate::gap::parts::is_counted;
use crate::manifest::{IndicatorEntry, RecipeEntry};
use crate::snapshot::{Level, RecipeScores, Snapshot, burden_title};

/// A number for each area of a level, where there is one.
pub type Numbers = Vec<Option<f64>>;

/// The areas of a level, and the recipe that says what a burden is.
#[derive(Clone, Copy)]
pub struct Counting<'a> {
    /// The build.
    pub snapshot: &'a Snapshot,
    /// The level.
    pub level: &'a Level,
    /// A recipe of that level.
    pub recipe: &'a RecipeEntry,
    /// What it gave.
    pub scores: &'a RecipeScores,
}

/// What stands in the place of the figures of the build, `[n_areas]` each.
#[derive(Clone, Debug, Default)]
pub struct Instead {
    /// Figures of the lead indicator, in its own unit.
    pub figures: Option<Numbers>,
    /// Whether an area stands in the worst part.
    pub in_worst_part: Option<Vec<Option<bool>>>,
}

/// A share of people, and how many people it is a share of, `[n_areas]` each.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareOfPeople {
    /// The burdened side, 0 ..= 1.
    pub share: Numbers,
    /// People.
    pub people: Numbers,
}

impl<'a> Counting<'a> {
    /// Burdened people of a domain of the recipe.
    pub fn domain(self, id: &str, instead: Instead) -> Counted {
        let Instead { figures, in_worst_part } = instead;
        let of_people = self.lead(id).and_then(|lead| self.share_of_people(lead, figures));
        let in_worst_part = in_worst_part.unwrap_or_else(|| self.in_worst_part(id));
        burdened(DomainFigures {
            share: of_people.as_ref().map(|it| it.share.as_slice()),
            population: of_people.as_ref().map(|it| it.people.as_slice()),
            residents: self.level.residents(),
            in_worst_part: &in_worst_part,
        })
    }

    /// The indicator that speaks for a domain.
    pub fn lead(self, domain: &str) -> Option<&'a str> {
        let position = self.recipe.domains.iter().position(|known| known == domain)?;
        self.recipe.leads.get(position).map(String::as_str).filter(|lead| !lead.is_empty())
    }

    /// The burdened share of an indicator and the number of people that it is a share of; `None` where it is no share
    /// of people, or where the build does not count these people.
    ///
    /// * `figures`: what stands in the place of those of the build, in the unit of the indicator.
    pub fn share_of_people(self, id: &str, figures: Option<Numbers>) -> Option<ShareOfPeople> {
        let entry = self.snapshot.indicator(id)?;
        let factor = match entry.unit.as_str() {
            "percent" => 0.01,
            "fraction" => 1.0,
            // So many in a thousand are cases, and one person may be several of them.
            _ => return None,
        };
        let people = self.people(entry)?;
        let period = self.recipe.inputs.iter().find(|(name, _)| name == id).map(|(_, period)| period.as_str());
        // Of a share of people who are well, the others.
        let is_of_well = match entry.direction.as_str() {
            "higher-is-better" => true,
            "higher-is-worse" => false,
            _ => return None,
        };
        let turn = |value: f64| if is_of_well { 1.0 - value * factor } else { value * factor };
        let figures = figures.or_else(|| self.figures(id, period))?;
        Some(ShareOfPeople { share: figures.into_iter().map(|value| value.map(turn)).collect(), people })
    }

    /// Figures of an indicator as the build shows them; of its newest period, where none is named.
    pub fn figures(self, id: &str, period: Option<&str>) -> Option<Numbers> {
        let (_, column) = self.snapshot.column(self.level, id, period)?;
        Some((0..self.level.len()).map(|area| column.value(area)).collect())
    }

    /// The people that a share is a share of: all residents, or the count that the workspace says it is weighted by. Pupils
    /// or people who were invited are a part of that count, and not counted themselves.
    fn people(self, entry: &IndicatorEntry) -> Option<Numbers> {
        match entry.population.as_deref()? {
            "residents" => Some(self.level.residents().to_vec()),
            "households" | "dwellings" => None,
            _ if !is_counted(entry) => None,
            _ => {
                let count = self.snapshot.indicator(entry.weighted_by.as_deref()?).filter(|it| it.unit == "count")?;
                self.figures(&count.id, None)
            }
        }
    }

    /// Whether an area stands in the worst part of a domain; `None` where it is not known.
    pub fn in_worst_part(self, domain: &str) -> Vec<Option<bool>> {
        let worst = self.scores.numbers(&burden_title(domain)).unwrap_or_default();
        (0..self.level.len()).map(|area| worst.get(area).copied().flatten().map(|it| it == 1.0)).collect()
    }
}
