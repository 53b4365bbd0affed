// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A plan, run: columns in, columns out, level by level.
//!
//! In: a [`Plan`] and figures by the names of its inputs. Out: every column that a step made, on the level
//! that it lives on. Invariant: an area that is excluded or takes no part has no figure in any column, also where figures are
//! imputed, so it counts in no n.
//!
//! Steps that do not wait for each other run at the same time, each on one thread: the number of threads
//! changes no bit. Among steps that fail, the first in the recipe is the one that is named.

use std::collections::BTreeMap;
use std::sync::Arc;

use kapstok_recipe::{Plan, Precision, Scope, Step};
use rayon::prelude::*;

use crate::figures::Figures;
use crate::steps::{self, Ground, Made};

/// What a plan is run on.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// Codes of the areas, `[n_areas]`; the order of every column.
    pub areas: Arc<[String]>,
    /// Figures by name of the input, `[n_areas]` each.
    pub figures: BTreeMap<String, Figures>,
    /// Text columns by title that a rule of exclusion names, `[n_areas]` each.
    pub texts: BTreeMap<String, Vec<String>>,
    /// Per higher level, the code of the area that each area lies in.
    pub parents: BTreeMap<String, Vec<Option<String>>>,
    /// Areas that take no part whatever the recipe says, `[n_areas]`: they have no figure in any column, and no step gives
    /// them one. Empty where all take part.
    pub left_out: Vec<bool>,
}

/// All that a plan made.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The recipe's own level first, then higher levels in the order in which steps came to them.
    pub levels: Vec<LevelResult>,
    /// For the recipe's own level: areas that a rule left out of everything.
    pub excluded: Vec<bool>,
    /// For the recipe's own level: areas that a rule left out of rankings; their figures stand.
    pub unranked: Vec<bool>,
}

/// Results on one level.
#[derive(Clone, Debug)]
pub struct LevelResult {
    /// The level.
    pub level: String,
    /// Codes of its areas, `[n_areas]`.
    pub areas: Arc<[String]>,
    /// Columns in the order in which they were made.
    pub columns: Vec<ResultColumn>,
}

/// One column of results.
#[derive(Clone, Debug)]
pub struct ResultColumn {
    /// Its name.
    pub name: String,
    /// Figures, `[n_areas]`.
    pub values: Figures,
    /// For means and sums: how many of their parts were known, `[n_areas]`.
    pub n_known: Option<Vec<u32>>,
}

/// Why a plan stopped.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ScoreError {
    /// A column that the plan names is not in the inputs.
    #[error("no figures for `{name}`")]
    NoInput {
        /// Its name.
        name: String,
    },
    /// A column of another length than the areas.
    #[error("`{name}` has {found} figures for {expected} areas")]
    Length {
        /// Its name.
        name: String,
        /// How many there are.
        found: usize,
        /// How many there must be.
        expected: usize,
    },
    /// No codes of the level that a summary goes to.
    #[error("nothing says in which `{level}` the areas lie")]
    NoParents {
        /// The level.
        level: String,
    },
    /// A step has nothing to work with in an area.
    #[error("step `{step}`, area `{area}`: {value} {what}")]
    Domain {
        /// The column that the step makes.
        step: String,
        /// The area.
        area: String,
        /// The figure.
        value: f64,
        /// What is wrong with it.
        what: &'static str,
    },
    /// Fewer areas with every figure than a model of them needs.
    #[error("step `{step}`: {found} areas have every figure; {needed} are needed")]
    TooFew {
        /// The column that the step makes.
        step: String,
        /// How many there are.
        found: usize,
        /// How many there must be.
        needed: usize,
    },
    /// A model that is found step by step was not found.
    #[error("step `{step}`: no model of its columns was found")]
    NotSettled {
        /// The column that the step makes.
        step: String,
    },
    /// All figures of a column are equal, so that nothing can be scaled.
    #[error("step `{step}`: all figures of its column are equal")]
    NoSpread {
        /// The column that the step makes.
        step: String,
    },
}

/// Runs a plan.
///
/// # Errors
/// [`ScoreError`]: an input that is not there, or a step that has nothing to work with.
pub fn run(plan: &Plan, inputs: &Inputs) -> Result<Outcome, ScoreError> {
    run_with(plan, inputs, &Otherwise::default())
}

/// What one run has otherwise than its inputs, so that these are not copied for it.
#[derive(Default)]
pub(crate) struct Otherwise<'a> {
    /// Figures by name of the input.
    pub(crate) figures: BTreeMap<&'a str, &'a Figures>,
    /// Areas that take no part besides those of the inputs; empty where there are none.
    pub(crate) left_out: &'a [bool],
}

/// Runs a plan on inputs, some of which are otherwise.
///
/// # Errors
/// Those of [`run`].
pub(crate) fn run_with(plan: &Plan, inputs: &Inputs, otherwise: &Otherwise<'_>) -> Result<Outcome, ScoreError> {
    let excluded_areas = excluded(plan, inputs, otherwise, Scope::Everything)?;
    let mut left_out = excluded_areas.clone();
    leave_out(&mut left_out, &inputs.left_out)?;
    leave_out(&mut left_out, otherwise.left_out)?;
    let unranked = excluded(plan, inputs, otherwise, Scope::Ranks)?;
    let mut columns = Vec::with_capacity(plan.inputs.len());
    for input in &plan.inputs {
        columns.push(figures(inputs, otherwise, &input.name)?.without(&left_out));
    }
    let mut running = Running::new(plan, inputs, &left_out, &unranked, columns);
    running.all()?;
    let levels = running.levels();
    Ok(Outcome { levels, excluded: excluded_areas, unranked })
}

/// Adds areas that take no part to those that are left out; an empty list adds none.
fn leave_out(left_out: &mut [bool], more: &[bool]) -> Result<(), ScoreError> {
    let (found, expected) = (more.len(), left_out.len());
    if found != 0 && found != expected {
        return Err(ScoreError::Length { name: "left_out".to_owned(), found, expected });
    }
    left_out.iter_mut().zip(more).for_each(|(out, more)| *out |= *more);
    Ok(())
}

/// Fewer figures than this in all steps that can run at once: one thread is done before a second begins.
const WORTH_SHARING: usize = 50_000;

/// A plan under way.
struct Running<'a> {
    plan: &'a Plan,
    inputs: &'a Inputs,
    left_out: &'a [bool],
    unranked: &'a [bool],
    /// Columns of the inputs.
    read: Vec<Figures>,
    /// For each step: what is known of it before it runs, and what it made.
    places: Vec<Place<'a>>,
    made: Vec<Option<Made>>,
    /// The column of each name; of equal names the first.
    columns: BTreeMap<&'a str, ColumnOf>,
    /// Codes of the areas of each level.
    areas: BTreeMap<&'a str, Arc<[String]>>,
}

/// Who brings a column.
#[derive(Clone, Copy)]
enum ColumnOf {
    /// An input, by its position.
    Input(usize),
    /// A step, by its position.
    Step(usize),
}

/// Where a step stands among the others.
struct Place<'a> {
    /// The level of what it reads.
    from: &'a str,
    /// The level of what it makes.
    to: &'a str,
    /// How many steps must run before it, one after another.
    wave: usize,
}

impl<'a> Running<'a> {
    fn new(plan: &'a Plan, inputs: &'a Inputs, left_out: &'a [bool], unranked: &'a [bool], read: Vec<Figures>) -> Self {
        let own = plan.head.level.as_str();
        let mut columns = BTreeMap::new();
        for (position, input) in plan.inputs.iter().enumerate() {
            columns.entry(input.name.as_str()).or_insert(ColumnOf::Input(position));
        }
        let mut places: Vec<Place<'a>> = Vec::with_capacity(plan.steps.len());
        for (position, step) in plan.steps.iter().enumerate() {
            let form = step.form();
            let reads = form.reads();
            let of_step = |name: &&str| match columns.get(name) {
                Some(ColumnOf::Step(step)) => places.get(*step),
                Some(ColumnOf::Input(_)) | None => None,
            };
            let from = reads.first().and_then(of_step).map_or(own, |place| place.to);
            let wave = reads.iter().filter_map(of_step).map(|place| place.wave + 1).max().unwrap_or(0);
            let to = match step {
                Step::Summarise(step) => step.to.as_str(),
                _ => from,
            };
            places.push(Place { from, to, wave });
            columns.entry(out(step)).or_insert(ColumnOf::Step(position));
        }
        let made = plan.steps.iter().map(|_| None).collect();
        let areas = BTreeMap::from([(own, Arc::clone(&inputs.areas))]);
        Self { plan, inputs, left_out, unranked, read, places, made, columns, areas }
    }

    /// Runs every step, wave by wave. Once a step has failed only those before it still run: one of them may
    /// fail as well, and then that is the one that stops the plan.
    fn all(&mut self) -> Result<(), ScoreError> {
        let mut stop = (self.places.len(), None);
        let n_waves = self.places.iter().map(|place| place.wave + 1).max().unwrap_or(0);
        for wave in 0..n_waves {
            let in_wave: Vec<usize> = (0..stop.0).filter(|step| self.places[*step].wave == wave).collect();
            let work = in_wave.len() * self.inputs.areas.len();
            let groups = self.groups(&in_wave);
            let results: Vec<Vec<Result<Made, ScoreError>>> = if groups.len() > 1 && work >= WORTH_SHARING {
                groups.par_iter().with_max_len(1).map(|group| self.group(group)).collect()
            } else {
                groups.iter().map(|group| self.group(group)).collect()
            };
            for (step, result) in groups.into_iter().flatten().zip(results.into_iter().flatten()) {
                match result {
                    Ok(made) => self.keep(step, made),
                    Err(error) if step < stop.0 => stop = (step, Some(error)),
                    Err(_) => {}
                }
            }
        }
        stop.1.map_or(Ok(()), Err)
    }

    /// Steps that run in one go: z-scores by the handful, all others alone.
    fn groups(&self, steps: &[usize]) -> Vec<Vec<usize>> {
        let is_z_score = |step: &&usize| matches!(self.plan.steps[**step], Step::ZScore(_));
        let (z_scores, others): (Vec<usize>, Vec<usize>) = steps.iter().partition(is_z_score);
        let alone = others.into_iter().map(|step| vec![step]);
        z_scores.chunks(steps::TOGETHER).map(<[usize]>::to_vec).chain(alone).collect()
    }

    /// Runs steps of one group; a result for each, in order.
    fn group(&self, group: &[usize]) -> Vec<Result<Made, ScoreError>> {
        let mut columns = Vec::with_capacity(group.len());
        for &position in group {
            if let Step::ZScore(step) = &self.plan.steps[position]
                && let Ok(figures) = self.column(&step.input, self.places[position].from)
            {
                columns.push((figures, step));
            }
        }
        if columns.len() > 1 && columns.len() == group.len() {
            return steps::z_scores(&columns);
        }
        group.iter().map(|&step| self.step(step)).collect()
    }

    fn step(&self, position: usize) -> Result<Made, ScoreError> {
        let (step, from) = (&self.plan.steps[position], self.places[position].from);
        let no_input = || ScoreError::NoInput { name: out(step).to_owned() };
        let ground = Ground {
            areas: self.areas.get(from).ok_or_else(no_input)?,
            unranked: if from == self.plan.head.level { self.unranked } else { &[] },
            column: &|name| self.column(name, from),
            inputs: self.inputs,
        };
        let mut made = steps::run(step, &ground)?;
        // The one step that gives a figure where there was none.
        if matches!(step, Step::Impute(_)) && from == self.plan.head.level {
            made.values = made.values.without(self.left_out);
        }
        let areas = made.areas.as_ref().unwrap_or(ground.areas);
        finite(&made.values, out(step), areas)?;
        Ok(made)
    }

    /// A column of a level, if it has been made.
    fn column(&self, name: &str, level: &str) -> Result<&Figures, ScoreError> {
        let found = match self.columns.get(name) {
            Some(ColumnOf::Input(position)) if level == self.plan.head.level => self.read.get(*position),
            Some(ColumnOf::Step(position)) if level == self.places[*position].to => {
                self.made[*position].as_ref().map(|made| &made.values)
            }
            Some(ColumnOf::Input(_) | ColumnOf::Step(_)) | None => None,
        };
        found.ok_or_else(|| ScoreError::NoInput { name: name.to_owned() })
    }

    /// Takes in what a step made.
    fn keep(&mut self, position: usize, mut made: Made) {
        let level = self.places[position].to;
        // Summaries were made from stored results in 64 bits: an average rank of 25,551.85 has no place in 32.
        if self.plan.precision() == Precision::Single && level == self.plan.head.level {
            made.values = made.values.map(|value| f64::from(value as f32));
        }
        if let Some(areas) = made.areas.take() {
            self.areas.entry(level).or_insert(areas);
        }
        self.made[position] = Some(made);
    }

    /// The recipe's own level, then the others; columns in the order of the recipe.
    fn levels(self) -> Vec<LevelResult> {
        let Self { plan, read, places, made, areas, .. } = self;
        let level = |name: &str| LevelResult {
            level: name.to_owned(),
            areas: areas.get(name).cloned().unwrap_or_default(),
            columns: Vec::new(),
        };
        let mut own = level(&plan.head.level);
        for (input, values) in plan.inputs.iter().zip(read) {
            own.columns.push(ResultColumn { name: input.name.clone(), values, n_known: None });
        }
        let mut levels = vec![own];
        for ((step, place), made) in plan.steps.iter().zip(places).zip(made) {
            let Some(Made { values, n_known, .. }) = made else { continue };
            let column = ResultColumn { name: out(step).to_owned(), values, n_known };
            match levels.iter_mut().find(|known| known.level == place.to) {
                Some(known) => known.columns.push(column),
                None => levels.push(LevelResult { columns: vec![column], ..level(place.to) }),
            }
        }
        levels
    }
}

fn out(step: &Step) -> &str {
    step.form().out()
}

fn figures<'a>(inputs: &'a Inputs, otherwise: &Otherwise<'a>, name: &str) -> Result<&'a Figures, ScoreError> {
    let values = otherwise.figures.get(name).copied().or_else(|| inputs.figures.get(name));
    let (values, expected) = (values.ok_or_else(|| ScoreError::NoInput { name: name.to_owned() })?, inputs.areas.len());
    if values.len() != expected {
        return Err(ScoreError::Length { name: name.to_owned(), found: values.len(), expected });
    }
    Ok(values)
}

fn excluded(plan: &Plan, inputs: &Inputs, otherwise: &Otherwise<'_>, scope: Scope) -> Result<Vec<bool>, ScoreError> {
    let n_areas = inputs.areas.len();
    let mut excluded = vec![false; n_areas];
    for rule in plan.head.exclude.iter().filter(|rule| rule.from == scope) {
        if let Some(start) = &rule.starts_with {
            let texts =
                inputs.texts.get(&rule.column).ok_or_else(|| ScoreError::NoInput { name: rule.column.clone() })?;
            for (out, text) in excluded.iter_mut().zip(texts) {
                *out |= text.starts_with(start.as_str());
            }
            continue;
        }
        let values = figures(inputs, otherwise, &rule.column)?;
        for (out, value) in excluded.iter_mut().zip(values.iter()) {
            *out |= match (rule.equals, rule.is_missing) {
                (Some(number), _) => value == Some(number),
                (None, true) => value.is_none(),
                (None, false) => false,
            };
        }
    }
    Ok(excluded)
}

/// A figure that is no number would be ranked and written all the same: it ends the run, with its area.
fn finite(figures: &Figures, step: &str, areas: &[String]) -> Result<(), ScoreError> {
    let (numbers, known, scale) = figures.parts();
    // A scaled column is an input over a deviation above 0.
    if scale.is_some() {
        return Ok(());
    }
    let is_known = |index: usize| known.is_none_or(|known| known[index]);
    match numbers.iter().enumerate().find(|(index, number)| !number.is_finite() && is_known(*index)) {
        None => Ok(()),
        Some((index, &value)) => {
            let (step, area) = (step.to_owned(), areas.get(index).cloned().unwrap_or_default());
            Err(ScoreError::Domain { step, area, value, what: "is not a finite number" })
        }
    }
}

impl Outcome {
    /// A column by its name, wherever it lives.
    pub fn column(&self, name: &str) -> Option<(&LevelResult, &ResultColumn)> {
        self.levels.iter().find_map(|level| Some((level, level.columns.iter().find(|column| column.name == name)?)))
    }
}
