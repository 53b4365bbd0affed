// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is left out, and what goes out.

use std::collections::BTreeSet;

use kapstok_table::{Problem, nearest};

use super::{Available, Check};
use crate::language::Input;
use crate::spans::At;
use crate::steps::{Step, Wrong};

impl Check<'_> {
    pub(super) fn excludes(&mut self) {
        let columns: Vec<String> = self.catalogue.columns.iter().map(|column| column.name.clone()).collect();
        for (position, exclude) in self.recipe.head.exclude.iter().enumerate() {
            let input = self.recipe.head.input.iter().any(|input| input.name == exclude.column);
            if !input && !columns.contains(&exclude.column) {
                let place = self.place(&[At::Key("exclude"), At::Item(position), At::Key("column")]);
                let nearest = nearest(&exclude.column, columns.iter().map(String::as_str));
                let problem = Problem::error("K0213", place).with("found", &exclude.column).with("nearest", nearest);
                self.problems.push(problem.with("source", &self.catalogue.source).with("n", columns.len()));
            }
            let trait_of = |column: &Available| column.indicator.as_ref().and_then(|it| it.protected);
            let read = self.recipe.head.input.iter().find(|input| input.name == exclude.column);
            let column = read.map_or(exclude.column.as_str(), Input::column);
            let protected = self.catalogue.columns.iter().filter(|it| it.name == column).find_map(trait_of);
            if let Some(protected) = protected.filter(|_| self.recipe.head.reproduces.is_none()) {
                let place = self.place(&[At::Key("exclude"), At::Item(position), At::Key("column")]);
                let problem = Problem::error("K0206", place).with("name", &exclude.column);
                self.problems.push(problem.with("trait", protected.as_str()));
            }
            let rules = [exclude.equals.is_some(), exclude.starts_with.is_some(), exclude.is_missing];
            if rules.iter().filter(|rule| **rule).count() != 1 {
                let place = self.place(&[At::Key("exclude"), At::Item(position)]);
                let wrong = Wrong::at("one-of", "equals`, `starts_with`, `is_missing");
                self.problems.push(wrong.problem(place, "exclude"));
            }
        }
    }

    pub(super) fn outputs(&mut self, steps: &[Step], gone: &BTreeSet<String>) {
        let made: Vec<&str> = steps.iter().map(|step| step.form().out()).collect();
        let inputs: Vec<&str> = self.recipe.head.input.iter().map(|input| input.name.as_str()).collect();
        for (position, output) in self.recipe.head.output.iter().enumerate() {
            let name = output.name.as_str();
            if let Some(decimals) = output.decimals.filter(|decimals| *decimals > MOST_DECIMALS) {
                let place = self.place(&[At::Key("output"), At::Item(position), At::Key("decimals")]);
                let wrong = Wrong::at("too-high", "decimals").number(decimals).limit(MOST_DECIMALS);
                self.problems.push(wrong.problem(place, "output"));
            }
            if self.recipe.head.burdens.is_some() && is_reserved(name) {
                let place = self.place(&[At::Key("output"), At::Item(position), At::Key("name")]);
                self.problems.push(Problem::error("K0219", place).with("found", name));
            }
            if !made.contains(&name) && !inputs.contains(&name) && !gone.contains(name) {
                let place = self.place(&[At::Key("output"), At::Item(position), At::Key("name")]);
                let problem = Problem::error("K0213", place).with("found", name);
                let problem = problem.with("nearest", nearest(name, made.iter().copied()));
                self.problems.push(problem.with("source", &self.recipe.file).with("n", made.len()));
            }
        }
    }
}

/// The most decimals that a figure is written with.
const MOST_DECIMALS: u32 = 12;

/// Names of columns that the count of burdens writes beside the results of steps.
pub(super) fn is_reserved(name: &str) -> bool {
    let words = ["area", "burdens", "burdens_known", "burdens_of", "independent_sources", "sources", "not_counted"];
    let starts = ["burden_", "people_", "both__", "bounds_", "sure_"];
    words.contains(&name) || starts.iter().any(|start| name.starts_with(start))
}
