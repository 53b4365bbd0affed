// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A recipe held against what is known of the columns, before anything runs: all problems at once.
//!
//! In: a [`Recipe`] and a [`Catalogue`]. Out: a [`Plan`], if nothing forbids it. Not here: figures.

mod domains;
mod inputs;
mod outputs;
pub(crate) mod steps;
mod sure;

use kapstok_table::{Direction, Indicator, Kind, Place, Problem};

use crate::language::{Input, Recipe};
use crate::plan::{Plan, PlannedInput};
use crate::spans::At;

/// A column that is there.
#[derive(Clone, Debug)]
pub struct Available {
    /// Title in a bare table, id of the indicator in a workspace.
    pub name: String,
    /// Its period; empty in a bare table.
    pub period: String,
    /// The map of its file, where known.
    pub boundary_year: Option<u16>,
    /// What it means, in a workspace.
    pub indicator: Option<Indicator>,
    /// The part of the areas without a figure, 0 ..= 1.
    pub share_missing: f64,
}

/// All columns that are there, at the level of the recipe.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The file or build that they come from, for messages.
    pub source: String,
    /// The columns; of one name the newest last.
    pub columns: Vec<Available>,
}

impl Catalogue {
    fn find(&self, input: &Input) -> Option<&Available> {
        let of_name = || self.columns.iter().filter(|column| column.name == input.column());
        match &input.period {
            Some(period) => of_name().find(|column| column.period == *period).or_else(|| {
                // A bare table knows no periods.
                of_name().find(|column| column.period.is_empty())
            }),
            None => of_name().rev().find(|column| column.share_missing < 1.0).or_else(|| of_name().next_back()),
        }
    }
}

/// What is known of an input, from the recipe and from the catalogue together.
struct Known {
    direction: Direction,
    kind: Option<Kind>,
    indicator: Option<Indicator>,
    period: String,
    boundary_year: Option<u16>,
}

/// Checks a recipe. The plan is `None` when any problem is an error.
pub fn check(recipe: &Recipe, catalogue: &Catalogue) -> (Option<Plan>, Vec<Problem>) {
    let mut check = Check { recipe, catalogue, problems: Vec::new() };
    let inputs = check.inputs();
    check.mixed(&inputs);
    check.ancestry(&inputs);
    let (steps, left_out) = check.steps(&inputs);
    let domains = check.domains(&inputs, &steps, &left_out);
    check.excludes();
    check.outputs(&steps, &left_out);
    check.sure(&steps, &left_out);
    let problems = check.problems;
    if problems.iter().any(|problem| problem.severity == kapstok_table::Severity::Error) {
        return (None, problems);
    }
    let planned = recipe.head.input.iter().filter(|input| !left_out.contains(&input.name)).map(|input| PlannedInput {
        name: input.name.clone(),
        column: input.column().to_owned(),
        period: input
            .period
            .clone()
            .or_else(|| inputs.get(&input.name).map(|it| it.period.clone()).filter(|p| !p.is_empty())),
    });
    let inputs = planned.collect();
    let left_out =
        recipe.head.input.iter().map(|input| input.name.clone()).filter(|name| left_out.contains(name)).collect();
    (Some(Plan { head: recipe.head.clone(), inputs, left_out, steps, domains }), problems)
}

struct Check<'a> {
    recipe: &'a Recipe,
    catalogue: &'a Catalogue,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn place(&self, path: &[At<'_>]) -> Place {
        Place::span(&self.recipe.file, self.recipe.spans.at(path))
    }

    fn input_place(&self, position: usize, key: &str) -> Place {
        self.place(&[At::Key("input"), At::Item(position), At::Key(key)])
    }
}
