// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is asked of all areas together, and where each stands.
//!
//! In: figures that others read. Out: [`Ambition`], [`AreaStanding`]. Not here: any computing.

use kapstok_table::WhyMissing;

use super::Ratio;
use crate::detectable::Way;

/// How much is to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// By a part of what it is: halve.
    ByPart(Ratio),
    /// By so many persons.
    ByPersons(u64),
    /// To so many persons.
    ToPersons(u64),
    /// To a part of the population.
    ToShare(Ratio),
}

/// A total that was published, areas without a figure included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// Persons.
    pub persons: u64,
    /// Of how many.
    pub population: u64,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ambition {
    /// To fewer persons or to more.
    pub way: Way,
    /// How much.
    pub quantity: Quantity,
    /// The year whose figures it starts from.
    pub anchor: u16,
    /// The year in which it is to be reached.
    pub deadline: u16,
    /// The most that one area is asked, as a part of the persons who could change; [`Ratio::ONE`] for all of them.
    pub at_most: Ratio,
    /// The published total; without it the known areas are the whole.
    pub published: Option<Published>,
}

/// A number of persons, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Known(u64),
    /// Not known.
    Missing(WhyMissing),
}

/// Where an area stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaStanding {
    /// Its code; it also decides what nothing else decides.
    pub code: String,
    /// Persons in the year of the anchor.
    pub persons: Count,
    /// Of how many.
    pub population: Count,
    /// Years before the anchor with a figure, and the persons then; in any order.
    pub earlier: Vec<(u16, u64)>,
}

/// Why an area takes no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absence {
    /// No number of persons.
    Persons(WhyMissing),
    /// Not known of how many.
    Population(WhyMissing),
    /// More persons than population: one of the two figures is of something else.
    AbovePopulation,
}
