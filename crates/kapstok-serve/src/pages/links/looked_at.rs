// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Ways to look at a page: which rows, in which order, with which bars.
//!
//! In: nothing. Out: types that a [`Page`](super::Page) holds, each order with its word in an address. Not here: how an
//! address is written (`href.rs`) and read (`read.rs`).

use kapstok_share::documents::promises::{FRAMINGS, STRENGTHS, WITH, Which};

/// Promises of a document, with what is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Promised {
    /// Id of the document.
    pub id: String,
    /// What is looked for.
    pub which: Which,
}

impl Promised {
    /// Most characters of the id of a domain in an address.
    const MOST: usize = 40;

    /// Takes one filter; `None` where it has no such word.
    pub(super) fn ask(&mut self, name: &str, value: &str) -> Option<()> {
        let (field, known): (_, &[&str]) = match name {
            "strength" => (&mut self.which.strength, &STRENGTHS),
            "framing" => (&mut self.which.framing, &FRAMINGS),
            "with" => (&mut self.which.with, &WITH),
            "domain" => (&mut self.which.domain, &[]),
            _ => return None,
        };
        let is_word = known.contains(&value) || (name == "domain" && value.chars().count() <= Self::MOST);
        is_word.then(|| *field = Some(value.to_owned()))
    }
}

/// A list by rank, with the way it is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    /// Id of the recipe.
    pub recipe: String,
    /// Only areas that lie in this one.
    pub within: Option<String>,
    /// The order of the rows.
    pub sort: RankSort,
    /// Page of rows, from 1; 0 stands for the first.
    pub page: usize,
}

/// The order of a list by rank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RankSort {
    /// The most burdened first.
    #[default]
    Rank,
    /// Most burdens first.
    Burdens,
    /// By name.
    Name,
    /// Most residents first.
    Residents,
}

impl RankSort {
    /// All of them, with the word of an address.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Rank, "rank"), (Self::Burdens, "-burdens"), (Self::Name, "name"), (Self::Residents, "-residents")];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(sort, _)| *sort == self).map_or("rank", |(_, word)| word)
    }
}

/// Chosen areas: by their codes, as all that lie in a larger area, or as a choice of the build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Apart {
    /// Id of the indicator; without, the first that speaks for a domain.
    pub indicator: Option<String>,
    /// Codes of the areas.
    pub inside: Vec<String>,
    /// All areas that lie in this one.
    pub within: Option<String>,
    /// Id of a choice of the build.
    pub choice: Option<String>,
}

/// A choice, with the way it is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choosing {
    /// Id of the choice.
    pub id: String,
    /// Codes of areas that are held against it; without, those that the rule chose.
    pub inside: Option<Vec<String>>,
    /// What the bars of the list show.
    pub bars: Bars,
}

/// What the bars of a list of candidates show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bars {
    /// What an area adds to the objective.
    #[default]
    Counts,
    /// How often it was chosen when figures differed a little.
    Chance,
    /// How often the answer for it was the same.
    Sure,
}

impl Bars {
    /// All of them, with the word of an address.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Counts, "counts"), (Self::Chance, "chance"), (Self::Sure, "sure")];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(bars, _)| *bars == self).map_or("counts", |(_, word)| word)
    }
}

/// A table, with the way it is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Id of the indicator.
    pub indicator: String,
    /// The level.
    pub level: String,
    /// The period; the newest without.
    pub period: Option<String>,
    /// Only areas that lie in this one.
    pub within: Option<String>,
    /// The order of the rows.
    pub sort: Sort,
    /// Page of rows, from 1; 0 stands for the first.
    pub page: usize,
}

/// The order of the rows of a table. None of them is a rank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// By code.
    Code,
    /// Lowest figure first.
    ValueUp,
    /// Highest figure first.
    ValueDown,
    /// Most residents first.
    Residents,
}

impl Sort {
    /// All of them, with the word of an address.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Name, "name"),
        (Self::Code, "code"),
        (Self::ValueUp, "value"),
        (Self::ValueDown, "-value"),
        (Self::Residents, "-residents"),
    ];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(sort, _)| *sort == self).map_or("name", |(_, word)| word)
    }
}
