// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A plan, run: columns in, columns out, level by level.
//!
//! In: a [`Plan`] and figures by the names of its inputs. Out: every column that a step made, on the level
//! that it lives on. Invariant: an excluded area has no figure in any column, so it counts in no n.

use std::collections::BTreeMap;
use std::sync::Arc;

use kapstok_recipe::{Plan, Precision, Scope};

use crate::steps;

/// What a plan is run on.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// Codes of the areas, `[n_areas]`; the order of every column.
    pub areas: Arc<[String]>,
    /// Figures by name of the input, `[n_areas]` each.
    pub figures: BTreeMap<String, Vec<Option<f64>>>,
    /// Text columns by title that a rule of exclusion names, `[n_areas]` each.
    pub texts: BTreeMap<String, Vec<String>>,
    /// Per higher level, the code of the area that each area lies in.
    pub parents: BTreeMap<String, Vec<Option<String>>>,
}

/// All that a plan made.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The recipe's own level first, then higher levels in the order in which steps came to them.
    pub levels: Vec<LevelResult>,
    /// For the recipe's own level: areas that a rule left out.
    pub excluded: Vec<bool>,
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
    pub values: Vec<Option<f64>>,
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
    let n_areas = inputs.areas.len();
    let left_out = excluded(plan, inputs, Scope::Everything)?;
    let unranked = excluded(plan, inputs, Scope::Ranks)?;
    let mut own = LevelResult { level: plan.head.level.clone(), areas: Arc::clone(&inputs.areas), columns: Vec::new() };
    for input in &plan.inputs {
        let values = figures(inputs, &input.name, n_areas)?;
        let values = values.iter().zip(&left_out).map(|(value, out)| value.filter(|_| !out)).collect();
        own.columns.push(ResultColumn { name: input.name.clone(), values, n_known: None });
    }
    let mut levels = vec![own];
    for step in &plan.steps {
        let (level, mut column) = steps::run(step, &levels, inputs, &unranked)?;
        // Summaries were made from stored results in 64 bits: an average rank of 25,551.85 has no place in 32.
        if plan.precision() == Precision::Single && level.level == plan.head.level {
            for value in column.values.iter_mut().flatten() {
                *value = f64::from(*value as f32);
            }
        }
        match levels.iter_mut().find(|known| known.level == level.level) {
            Some(known) => known.columns.push(column),
            None => levels.push(LevelResult { columns: vec![column], ..level }),
        }
    }
    Ok(Outcome { levels, excluded: left_out })
}

fn figures<'a>(inputs: &'a Inputs, name: &str, n_areas: usize) -> Result<&'a [Option<f64>], ScoreError> {
    let Some(values) = inputs.figures.get(name) else { return Err(ScoreError::NoInput { name: name.to_owned() }) };
    if values.len() != n_areas {
        return Err(ScoreError::Length { name: name.to_owned(), found: values.len(), expected: n_areas });
    }
    Ok(values)
}

fn excluded(plan: &Plan, inputs: &Inputs, scope: Scope) -> Result<Vec<bool>, ScoreError> {
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
        let values = figures(inputs, &rule.column, n_areas)?;
        for (out, value) in excluded.iter_mut().zip(values) {
            *out |= match (rule.equals, rule.is_missing) {
                (Some(number), _) => *value == Some(number),
                (None, true) => value.is_none(),
                (None, false) => false,
            };
        }
    }
    Ok(excluded)
}

impl Outcome {
    /// A column by its name, wherever it lives.
    pub fn column(&self, name: &str) -> Option<(&LevelResult, &ResultColumn)> {
        self.levels.iter().find_map(|level| Some((level, level.columns.iter().find(|column| column.name == name)?)))
    }
}
