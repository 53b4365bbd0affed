// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `[sure]`: its numbers can be drawn by, and its names are there.

use std::collections::BTreeSet;

use kapstok_table::{Problem, nearest};

use super::Check;
use crate::spans::At;
use crate::steps::Step;
use crate::steps::weighted_mean::Mean;
use crate::sure::{Scale, Sure};

/// Results that do not live on the level of the recipe: what was summarised, and what was made of that.
fn of_higher_levels(steps: &[Step]) -> BTreeSet<&str> {
    let mut higher = BTreeSet::new();
    for form in steps.iter().map(Step::form) {
        if form.to_level().is_some() || form.reads().iter().any(|name| higher.contains(*name)) {
            higher.insert(form.out());
        }
    }
    higher
}

impl Check<'_> {
    pub(super) fn sure(&mut self, steps: &[Step], gone: &BTreeSet<String>) {
        let Some(sure) = self.recipe.head.sure.clone() else { return };
        self.ranges(&sure);
        let inputs: Vec<&str> = self.recipe.head.input.iter().map(|input| input.name.as_str()).collect();
        let made: BTreeSet<&str> = self.recipe.steps.iter().map(|(_, step)| step.form().out()).collect();
        if gone.contains(&sure.order) || (!made.contains(sure.order.as_str()) && !inputs.contains(&sure.order.as_str()))
        {
            let known: Vec<&str> = made.iter().copied().chain(inputs.iter().copied()).collect();
            self.unknown(&[At::Key("sure"), At::Key("order")], &sure.order, &known, self.recipe.file.clone());
        }
        if of_higher_levels(steps).contains(sure.order.as_str()) {
            let place = self.place(&[At::Key("sure"), At::Key("order")]);
            let problem = Problem::error("K0732", place).with("found", &sure.order);
            self.problems.push(problem.with("level", &self.recipe.head.level));
        }
        let path = |table| [At::Key("sure"), At::Key("errors"), At::Key(table)];
        for name in sure.errors.register.keys().filter(|name| !inputs.contains(&name.as_str())) {
            self.unknown(&path("register"), name, &inputs, self.recipe.file.clone());
        }
        for name in sure.errors.model.keys().filter(|name| !inputs.contains(&name.as_str())) {
            self.unknown(&path("model"), name, &inputs, self.recipe.file.clone());
        }
        for name in sure.errors.secret.keys().filter(|name| !inputs.contains(&name.as_str())) {
            self.unknown(&path("secret"), name, &inputs, self.recipe.file.clone());
        }
        let columns: Vec<&str> = self.catalogue.columns.iter().map(|column| column.name.as_str()).collect();
        let of_registers = sure.errors.register.values().map(|of| ("register", of));
        let of_secrets = sure.errors.secret.values().map(|secret| ("secret", &secret.of));
        for (key, name) in of_registers.chain(of_secrets).filter(|(_, name)| !columns.contains(&name.as_str())) {
            self.unknown(&path(key), name, &columns, self.catalogue.source.clone());
        }
        self.below_nought(&sure, steps);
    }

    fn ranges(&mut self, sure: &Sure) {
        let part = |number: f64| number > 0.0 && number < 1.0;
        let mut numbers = vec![
            (vec!["level"], sure.level, part(sure.level)),
            (vec!["first"], sure.first, part(sure.first)),
            (vec!["replications"], f64::from(sure.replications), (1..=1_000_000).contains(&sure.replications)),
            (vec!["sensitivity"], f64::from(sure.sensitivity), sure.sensitivity <= 100_000),
        ];
        if let Some(weights) = sure.choices.weights {
            numbers.push((vec!["choices", "weights"], weights, part(weights)));
        }
        if let Some([low, high]) = sure.choices.worst_fraction {
            let is_sound = part(low) && part(high) && low <= high;
            numbers.push((vec!["choices", "worst_fraction"], if part(low) { high } else { low }, is_sound));
        }
        // One possibility is no choice: it would be drawn every time and told as nothing drawn.
        for (key, n) in [("scales", sure.choices.scales.len()), ("means", sure.choices.means.len())] {
            numbers.push((vec!["choices", key], n as f64, n != 1));
        }
        for error in sure.errors.model.values() {
            numbers.push((vec!["errors", "model"], *error, error.is_finite() && *error >= 0.0));
        }
        for (keys, found, _) in numbers.into_iter().filter(|(_, _, is_sound)| !is_sound) {
            let path: Vec<At<'_>> = std::iter::once("sure").chain(keys.iter().copied()).map(At::Key).collect();
            let problem = Problem::error("K0203", self.place(&path)).with("key", keys.join("."));
            self.problems.push(problem.with("name", "sure").with("found", found));
        }
    }

    /// A geometric mean needs figures above 0, and a z-score is below 0 for half of the areas.
    fn below_nought(&mut self, sure: &Sure, steps: &[Step]) {
        let choices = &sure.choices;
        let has_z_scores = steps.iter().any(|step| matches!(step, Step::ZScore(_)));
        let below = choices.scales.contains(&Scale::ZScore) || (choices.scales.is_empty() && has_z_scores);
        if choices.means.contains(&Mean::Geometric) && below {
            let place = self.place(&[At::Key("sure"), At::Key("choices"), At::Key("means")]);
            self.problems.push(Problem::error("K0250", place));
        }
    }

    fn unknown(&mut self, path: &[At<'_>], found: &str, known: &[&str], source: String) {
        let problem = Problem::error("K0213", self.place_in_step(path, found)).with("found", found);
        let problem = problem.with("nearest", nearest(found, known.iter().copied()));
        self.problems.push(problem.with("source", source).with("n", known.len()));
    }
}
