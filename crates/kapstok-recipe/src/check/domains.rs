// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The domains of coinciding burdens: each a burden, and none of them twice.

use std::collections::{BTreeMap, BTreeSet};

use kapstok_table::{Direction, Problem, nearest};

use super::{Check, Known};
use crate::plan::PlannedDomain;
use crate::spans::At;
use crate::steps::Step;

impl Check<'_> {
    pub(super) fn domains(
        &mut self,
        inputs: &BTreeMap<String, Known>,
        steps: &[Step],
        gone: &BTreeSet<String>,
    ) -> Vec<PlannedDomain> {
        let Some(burdens) = &self.recipe.head.burdens else { return Vec::new() };
        if !(burdens.worst_fraction > 0.0 && burdens.worst_fraction < 1.0) {
            let place = self.place(&[At::Key("burdens"), At::Key("worst_fraction")]);
            let problem = Problem::error("K0203", place).with("key", "worst_fraction").with("name", "burdens");
            self.problems.push(problem.with("found", burdens.worst_fraction));
        }
        let is_input = |name: &str| self.recipe.head.input.iter().any(|input| input.name == name);
        let is_split = |name: &str| self.recipe.head.input.iter().any(|input| input.name == name && input.equity_split);
        let made: BTreeSet<&str> = self.recipe.steps.iter().map(|(_, step)| step.form().out()).collect();
        let mut found = Vec::new();
        let mut problems = self.double_domains();
        for (position, domain) in burdens.domain.iter().enumerate() {
            let place = |key| self.place(&[At::Key("burdens"), At::Key("domain"), At::Item(position), At::Key(key)]);
            let known = || self.recipe.head.input.iter().map(|input| input.name.as_str()).chain(made.iter().copied());
            for (key, name) in [("column", Some(&domain.column)), ("lead", domain.lead.as_ref())] {
                let Some(name) = name else { continue };
                let there = is_input(name) || (key == "column" && made.contains(name.as_str()));
                let nearest = nearest(name, known());
                if !there && !self.is_not_there(nearest) {
                    let problem = Problem::error("K0213", place(key)).with("found", name).with("nearest", nearest);
                    problems.push(problem.with("source", &self.recipe.file).with("n", known().count()));
                }
            }
            let stated = domain.direction.as_deref().map(Direction::parse);
            let of_input = inputs.get(&domain.column).map(|known| known.direction);
            let direction = match stated {
                Some(direction) => direction,
                None if is_input(&domain.column) => of_input,
                None => Some(Direction::HigherIsWorse),
            };
            if is_split(&domain.column) || domain.lead.as_deref().is_some_and(is_split) {
                let place = place("column");
                problems
                    .push(Problem::error("K0206", place).with("name", &domain.column).with("trait", "equity_split"));
            }
            if let (Some(Some(stated)), Some(own)) = (stated, of_input)
                && stated != own
                && inputs.get(&domain.column).is_some_and(|known| known.indicator.is_some())
            {
                let problem = Problem::error("K0217", place("direction")).with("key", "direction");
                let problem = problem.with("name", &domain.column).with("found", stated.as_str());
                problems.push(problem.with("expected", own.as_str()));
            }
            let direction = match direction {
                Some(direction @ (Direction::HigherIsWorse | Direction::HigherIsBetter)) => direction,
                Some(Direction::Neither) | None => {
                    let problem = Problem::error("K0216", place("column")).with("found", &domain.column);
                    problems.push(problem.with("domain", &domain.id));
                    continue;
                }
            };
            if gone.contains(&domain.column) {
                continue;
            }
            found.push(PlannedDomain {
                id: domain.id.clone(),
                column: domain.column.clone(),
                direction,
                lead: domain.lead.clone().filter(|lead| !gone.contains(lead)),
                rests_on: rests_on(&domain.column, steps, &is_input),
            });
        }
        self.problems.extend(problems);
        found
    }

    /// A domain, column or lead that counts twice: the area would carry one burden as two.
    fn double_domains(&self) -> Vec<Problem> {
        let Some(burdens) = &self.recipe.head.burdens else { return Vec::new() };
        let mut problems = Vec::new();
        for (position, domain) in burdens.domain.iter().enumerate() {
            let before = &burdens.domain[..position];
            let place = |key| self.place(&[At::Key("burdens"), At::Key("domain"), At::Item(position), At::Key(key)]);
            let mut tell = |key, found: &str, first: &str| {
                let problem = Problem::error("K0218", place(key)).with("what", "domain").with("one", first);
                problems.push(problem.with("two", &domain.id).with("found", found));
            };
            if let Some(first) = before.iter().find(|first| first.id == domain.id) {
                tell("id", &domain.id, &first.id);
            } else if let Some(first) = before.iter().find(|first| first.column == domain.column) {
                tell("column", &domain.column, &first.id);
            } else if let Some(lead) = &domain.lead
                && let Some(first) = before.iter().find(|first| first.lead.as_ref() == Some(lead))
            {
                tell("lead", lead, &first.id);
            }
        }
        problems
    }
}

/// The inputs that a column was made from, in the order of the recipe's names.
fn rests_on(column: &str, steps: &[Step], is_input: &dyn Fn(&str) -> bool) -> Vec<String> {
    let (mut found, mut open, mut seen) = (BTreeSet::new(), vec![column.to_owned()], BTreeSet::new());
    while let Some(name) = open.pop() {
        if !seen.insert(name.clone()) {
            continue;
        }
        if is_input(&name) {
            found.insert(name);
        } else if let Some(step) = steps.iter().find(|step| step.form().out() == name) {
            open.extend(step.form().reads().into_iter().map(str::to_owned));
        }
    }
    found.into_iter().collect()
}
