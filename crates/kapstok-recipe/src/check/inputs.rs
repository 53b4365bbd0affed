// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What comes in: columns that are there, with a meaning, of one period and map, and which of them are one source.

use std::collections::{BTreeMap, BTreeSet};

use kapstok_table::{Dependence, Direction, Problem, ProtectedTrait, Side, Unit, nearest};

use super::{Available, Check, Known};
use crate::language::Input;
use crate::spans::At;

impl Check<'_> {
    pub(super) fn inputs(&mut self) -> BTreeMap<String, Known> {
        let mut known = BTreeMap::new();
        let mut names = BTreeSet::new();
        for (position, input) in self.recipe.head.input.iter().enumerate() {
            if !names.insert(&input.name) {
                let problem = Problem::error("K0208", self.input_place(position, "name"));
                self.problems.push(problem.with("name", &input.name));
            }
            let key = if input.column.is_some() { "column" } else { "name" };
            let Some(found) = self.catalogue.find(input) else {
                let columns: BTreeSet<&str> =
                    self.catalogue.columns.iter().map(|column| column.name.as_str()).collect();
                let of_name = columns.contains(input.column());
                let nearest = if of_name { input.column() } else { nearest(input.column(), columns.iter().copied()) };
                let problem = Problem::error("K0213", self.input_place(position, if of_name { "period" } else { key }));
                let wanted = match &input.period {
                    Some(period) if of_name => format!("{} ({period})", input.column()),
                    _ => input.column().to_owned(),
                };
                self.problems.push(
                    problem
                        .with("found", wanted)
                        .with("nearest", nearest)
                        .with("source", &self.catalogue.source)
                        .with("n", columns.len()),
                );
                continue;
            };
            let found = found.clone();
            if let Some(entry) = self.known(position, input, &found) {
                known.insert(input.name.clone(), entry);
            }
            if found.share_missing > self.recipe.head.max_missing {
                let problem = Problem::warning("K0205", self.input_place(position, key)).with("name", &input.name);
                let percent = |share: f64| format!("{:.1}", share * 100.0);
                self.problems.push(
                    problem
                        .with("found", percent(found.share_missing))
                        .with("expected", percent(self.recipe.head.max_missing)),
                );
            }
        }
        known
    }

    fn known(&mut self, position: usize, input: &Input, found: &Available) -> Option<Known> {
        let indicator = found.indicator.as_ref();
        let unit = input.unit.as_deref().map(Unit::parse).or_else(|| indicator.map(|it| it.unit.clone()));
        let stated = input.direction.as_deref().map(|word| (word, Direction::parse(word)));
        if let Some((word, None)) = stated {
            let problem = Problem::error("K0203", self.input_place(position, "direction"));
            self.problems.push(problem.with("key", "direction").with("found", word).with("name", &input.name));
        }
        let direction = stated.and_then(|(_, direction)| direction).or_else(|| indicator.map(|it| it.direction));
        if let Some(meaning) = indicator {
            let contradicts = |key, found: &str, expected: &str| {
                let problem = Problem::error("K0217", self.input_place(position, key));
                problem.with("key", key).with("name", &input.name).with("found", found).with("expected", expected)
            };
            let mut told = Vec::new();
            if let Some(word) = input.unit.as_deref().filter(|word| Unit::parse(word) != meaning.unit) {
                told.push(contradicts("unit", word, meaning.unit.as_str()));
            }
            if let Some((word, Some(direction))) = stated
                && direction != meaning.direction
            {
                told.push(contradicts("direction", word, meaning.direction.as_str()));
            }
            self.problems.extend(told);
        }
        for (key, there) in [("unit", unit.is_some()), ("direction", direction.is_some() || stated.is_some())] {
            if !there {
                let problem = Problem::error("K0202", self.input_place(position, "name"));
                self.problems.push(problem.with("key", key).with("name", &input.name));
            }
        }
        let stated = input.protected.as_deref().map(|word| (word, ProtectedTrait::parse(word)));
        if let Some((word, None)) = stated {
            let problem = Problem::error("K0203", self.input_place(position, "protected"));
            self.problems.push(problem.with("key", "protected").with("found", word).with("name", &input.name));
        }
        let protected = stated.and_then(|(_, it)| it).or_else(|| indicator.and_then(|it| it.protected));
        if let Some(protected) = protected
            && !input.equity_split
            && self.recipe.head.reproduces.is_none()
        {
            let key = if input.protected.is_some() { "protected" } else { "name" };
            let problem = Problem::error("K0206", self.input_place(position, key));
            self.problems.push(problem.with("name", &input.name).with("trait", protected.as_str()));
        }
        Some(Known {
            direction: direction?,
            kind: indicator.map(|it| it.kind),
            indicator: found.indicator.clone(),
            period: found.period.clone(),
            boundary_year: found.boundary_year,
        })
    }

    /// Figures of several periods or maps, without a reason.
    pub(super) fn mixed(&mut self, inputs: &BTreeMap<String, Known>) {
        if self.recipe.head.allow_mixed.is_some() {
            return;
        }
        let periods: BTreeSet<&str> =
            inputs.values().map(|it| it.period.as_str()).filter(|it| !it.is_empty()).collect();
        let maps: BTreeSet<u16> = inputs.values().filter_map(|it| it.boundary_year).collect();
        let first = self.place(&[At::Key("input")]);
        if periods.len() > 1 {
            let found: Vec<&str> = periods.into_iter().collect();
            self.problems
                .push(Problem::error("K0204", first.clone()).with("what", "periods").with("found", found.join(", ")));
        }
        if maps.len() > 1 {
            let found: Vec<String> = maps.iter().map(u16::to_string).collect();
            self.problems
                .push(Problem::error("K0204", first).with("what", "boundary years").with("found", found.join(", ")));
        }
    }

    /// Pairs of inputs that rest on each other: a model and its own input, two of one model, or one figure under
    /// two names.
    pub(super) fn ancestry(&mut self, inputs: &BTreeMap<String, Known>) {
        if self.recipe.head.leave_modelled_out {
            return;
        }
        let positions: Vec<(usize, &Input)> = self.recipe.head.input.iter().enumerate().collect();
        for (at, (_, left)) in positions.iter().enumerate() {
            for (position, right) in &positions[at + 1..] {
                let meaning = |input: &Input| inputs.get(&input.name).and_then(|known| known.indicator.clone());
                let (Some(one), Some(two)) = (meaning(left), meaning(right)) else { continue };
                if one.id == two.id {
                    // Of two periods it is a change over time, and not one figure twice.
                    let period = |input: &Input| inputs.get(&input.name).map(|known| known.period.clone());
                    if period(left) == period(right) {
                        let problem = Problem::error("K0218", self.input_place(*position, "name"));
                        let facts = problem.with("what", "input").with("one", &left.name).with("two", &right.name);
                        self.problems.push(facts.with("found", &one.id));
                    }
                    continue;
                }
                let (how, because) = match one.ancestry().tie_by_model(&two.ancestry()) {
                    Some(Dependence::ModelledFrom { model: Side::One, from }) => ("one", from),
                    Some(Dependence::ModelledFrom { model: Side::Other, from }) => ("two", from),
                    Some(Dependence::CommonAncestors { ancestors }) => ("both", ancestors.join(", ")),
                    Some(Dependence::SameMaker { .. }) | None => continue,
                };
                let problem = Problem::warning("K0207", self.input_place(*position, "name"));
                self.problems
                    .push(problem.with("one", &one.id).with("two", &two.id).with("how", how).with("because", because));
            }
        }
    }
}
