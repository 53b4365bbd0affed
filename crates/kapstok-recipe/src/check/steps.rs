// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The steps, in order: what each reads is made before it, and what it says can be computed.

use std::collections::{BTreeMap, BTreeSet};

use kapstok_table::{Direction, Kind, Place, Problem, nearest};

use super::outputs::is_reserved;
use super::{Check, Known};
use crate::spans::At;
use crate::steps::{Step, Wrong};

impl Check<'_> {
    /// The steps that can run, in order, and the names that `leave_modelled_out` takes away.
    pub(super) fn steps(&mut self, inputs: &BTreeMap<String, Known>) -> (Vec<Step>, BTreeSet<String>) {
        let head = &self.recipe.head;
        let modelled = |name: &String| {
            let from_model = |known: &Known| known.indicator.as_ref().is_some_and(|it| !it.modelled_from.is_empty());
            inputs.get(name).is_some_and(|known| known.kind == Some(Kind::Model) || from_model(known))
        };
        let mut gone: BTreeSet<String> = head
            .input
            .iter()
            .map(|input| input.name.clone())
            .filter(|name| head.leave_modelled_out && modelled(name))
            .collect();
        let own = head.level.clone();
        let mut levels: BTreeMap<String, String> =
            head.input.iter().map(|input| (input.name.clone(), own.clone())).collect();
        let made_later: BTreeSet<&str> = self.recipe.steps.iter().map(|(_, step)| step.form().out()).collect();
        let mut steps = Vec::new();
        for (position, step) in &self.recipe.steps {
            let path = [At::Key("step"), At::Item(*position)];
            let form = step.form();
            for name in form.reads() {
                self.no_split(name, self.place_in_step(&path, name));
                if levels.contains_key(name) {
                    continue;
                }
                let place = self.place_in_step(&path, name);
                let nearest = nearest(name, levels.keys().map(String::as_str));
                if !made_later.contains(name) && self.is_not_there(nearest) {
                    continue;
                }
                let problem = match made_later.contains(name) {
                    true => Problem::error("K0209", place).with("found", name),
                    false => Problem::error("K0213", place)
                        .with("found", name)
                        .with("nearest", nearest)
                        .with("source", &self.recipe.file)
                        .with("n", levels.len()),
                };
                self.problems.push(problem);
            }
            if let Some(wrong) = form.wrong().or_else(|| not_finite(&self.recipe.head.step[*position])) {
                self.problems.push(wrong.problem(self.place(&path), step.word()));
            }
            // In a workspace the levels above are known; on bare tables the recipe says where they stand.
            if let (Some(level), Some(areas)) = (form.within(), &self.recipe.head.areas)
                && !areas.parents.contains_key(level)
            {
                let place = self.place(&[At::Key("step"), At::Item(*position), At::Key("within")]);
                self.problems.push(Problem::error("K0230", place).with("found", level));
            }
            if self.recipe.head.burdens.is_some() && is_reserved(form.out()) {
                let place = self.place(&[At::Key("step"), At::Item(*position), At::Key("out")]);
                self.problems.push(Problem::error("K0219", place).with("found", form.out()));
            }
            if let Some((found, Some(expected))) = form.weights()
                && (found - expected).abs() > 1e-9 * expected.abs().max(1.0)
            {
                let place = self.place(&[At::Key("step"), At::Item(*position), At::Key("weights")]);
                let round = |x: f64| (x * 1e9).round() / 1e9;
                self.problems
                    .push(Problem::error("K0214", place).with("found", round(found)).with("expected", round(expected)));
            }
            let level = self.level_of(step, &levels, &path);
            if levels.insert(form.out().to_owned(), level).is_some() {
                let place = self.place(&[At::Key("step"), At::Item(*position), At::Key("out")]);
                self.problems.push(Problem::error("K0208", place).with("name", form.out()));
            }
            match without(step, &gone).filter(|step| step.form().wrong().is_none()) {
                Some(step) => steps.push(self.turned(step, inputs, &path)),
                None => {
                    gone.insert(form.out().to_owned());
                }
            }
        }
        (steps, gone)
    }

    /// Whether a name is that of an input that was not found itself: then the input is misspelled and not its uses,
    /// and it was told of.
    pub(super) fn is_not_there(&self, name: &str) -> bool {
        let input = self.recipe.head.input.iter().find(|input| input.name == name);
        input.is_some_and(|input| self.catalogue.find(input).is_none())
    }

    /// A trait that is shown as a split may reach no step and no domain: it would be a burden after all.
    pub(super) fn no_split(&mut self, name: &str, place: Place) {
        let split = self.recipe.head.input.iter().find(|input| input.name == name && input.equity_split);
        if let Some(input) = split {
            let word = input.protected.as_deref().unwrap_or("equity_split");
            self.problems.push(Problem::error("K0206", place).with("name", name).with("trait", word));
        }
    }

    /// A z-score that is to be a burden, turned as the direction of its input asks.
    fn turned(&mut self, mut step: Step, inputs: &BTreeMap<String, Known>, path: &[At<'_>]) -> Step {
        let Step::ZScore(z_score) = &mut step else { return step };
        if !z_score.higher_is_worse {
            return step;
        }
        let is_input = self.recipe.head.input.iter().any(|input| input.name == z_score.input);
        match inputs.get(&z_score.input).map(|known| known.direction) {
            Some(Direction::HigherIsBetter) => z_score.turned = true,
            Some(Direction::HigherIsWorse) => {}
            // An input that is not there was told of before.
            None if is_input => {}
            Some(Direction::Neither) | None => {
                let wrong = Wrong::at("no-side", &z_score.input);
                self.problems.push(wrong.problem(self.place(path), "z-score"));
            }
        }
        step
    }

    pub(super) fn place_in_step(&self, path: &[At<'_>], name: &str) -> Place {
        Place::span(&self.recipe.file, self.recipe.spans.at_text_key(path, name))
    }

    /// The level that a result lives on; columns of two levels in one step are a problem.
    fn level_of(&mut self, step: &Step, levels: &BTreeMap<String, String>, path: &[At<'_>]) -> String {
        let read: BTreeSet<&String> = step.form().reads().iter().filter_map(|name| levels.get(*name)).collect();
        if read.len() > 1 {
            let found: Vec<&str> = read.iter().map(|level| level.as_str()).collect();
            self.problems.push(Problem::error("K0215", self.place(path)).with("found", found.join(", ")));
        }
        let own = read.first().map_or_else(|| self.recipe.head.level.clone(), |level| (*level).clone());
        step.form().to_level().map_or(own, str::to_owned)
    }
}

/// The first number of a step, at any depth, that is infinite or none.
fn not_finite(table: &toml::Table) -> Option<Wrong> {
    fn inside(value: &toml::Value) -> Option<f64> {
        match value {
            toml::Value::Float(number) => Some(*number).filter(|number| !number.is_finite()),
            toml::Value::Array(items) => items.iter().find_map(inside),
            toml::Value::Table(table) => table.values().find_map(inside),
            _ => None,
        }
    }
    table.iter().find_map(|(key, value)| Some(Wrong::at("not-finite", key).number(inside(value)?)))
}

/// The step without what was left out; `None` when nothing, or too little, is left to read.
pub(crate) fn without(step: &Step, gone: &BTreeSet<String>) -> Option<Step> {
    if step.form().reads().iter().all(|name| !gone.contains(*name)) {
        return Some(step.clone());
    }
    match step.clone() {
        Step::WeightedMean(mut mean) => {
            mean.weights.retain(|name, _| !gone.contains(name));
            mean.divide_by = None;
            (!mean.weights.is_empty()).then_some(Step::WeightedMean(mean))
        }
        // A sum without a part is another sum.
        _ => None,
    }
}
