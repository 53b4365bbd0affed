// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A recipe held against what is known of the columns, before anything runs: all problems at once.
//!
//! In: a [`Recipe`] and a [`Catalogue`]. Out: a [`Plan`], if nothing forbids it. Not here: figures.

use std::collections::{BTreeMap, BTreeSet};

use kapstok_table::{Dependence, Direction, Indicator, Kind, Place, Problem, ProtectedTrait, Side, Unit, nearest};

use crate::language::{Input, Recipe};
use crate::plan::{Plan, PlannedDomain, PlannedInput};
use crate::spans::At;
use crate::steps::{Step, Wrong};

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

    fn inputs(&mut self) -> BTreeMap<String, Known> {
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
    fn mixed(&mut self, inputs: &BTreeMap<String, Known>) {
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
    fn ancestry(&mut self, inputs: &BTreeMap<String, Known>) {
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

    /// The steps that can run, in order, and the names that `leave_modelled_out` takes away.
    fn steps(&mut self, inputs: &BTreeMap<String, Known>) -> (Vec<Step>, BTreeSet<String>) {
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
    fn is_not_there(&self, name: &str) -> bool {
        let input = self.recipe.head.input.iter().find(|input| input.name == name);
        input.is_some_and(|input| self.catalogue.find(input).is_none())
    }

    /// A trait that is shown as a split may reach no step and no domain: it would be a burden after all.
    fn no_split(&mut self, name: &str, place: Place) {
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

    fn place_in_step(&self, path: &[At<'_>], name: &str) -> Place {
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

    fn domains(
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

    fn excludes(&mut self) {
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

    fn outputs(&mut self, steps: &[Step], gone: &BTreeSet<String>) {
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
fn is_reserved(name: &str) -> bool {
    let words = ["area", "burdens", "burdens_known", "burdens_of", "independent_sources", "sources", "not_counted"];
    let starts = ["burden_", "people_", "both__", "bounds_"];
    words.contains(&name) || starts.iter().any(|start| name.starts_with(start))
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
fn without(step: &Step, gone: &BTreeSet<String>) -> Option<Step> {
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
