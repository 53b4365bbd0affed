// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The arithmetic of the steps, one file each; their keys and words stand in `kapstok_recipe::steps`.

mod band;
mod goalposts;
mod mean;
mod normalise;
mod rank;
mod round;
mod summarise;

use kapstok_recipe::Step;

use crate::run::{Inputs, LevelResult, ResultColumn, ScoreError};

pub use round::round_half_up;

/// A column of figures, some of them missing.
type Figures = [Option<f64>];

/// Runs one step on the level that its columns live on; gives the level of its result (without columns
/// where it is a new one) and the result. `unranked` areas of the recipe's own level have no rank.
pub(crate) fn run(
    step: &Step,
    levels: &[LevelResult],
    inputs: &Inputs,
    unranked: &[bool],
) -> Result<(LevelResult, ResultColumn), ScoreError> {
    let form = step.form();
    let reads = form.reads();
    let level = reads
        .first()
        .and_then(|name| levels.iter().find(|level| level.columns.iter().any(|column| column.name == *name)))
        .or_else(|| levels.first())
        .ok_or_else(|| ScoreError::NoInput { name: form.out().to_owned() })?;
    let column = |name: &str| -> Result<&Figures, ScoreError> {
        let found = level.columns.iter().find(|column| column.name == name);
        found.map(|column| column.values.as_slice()).ok_or_else(|| ScoreError::NoInput { name: name.to_owned() })
    };
    let here = |values| (empty(level), ResultColumn { name: form.out().to_owned(), values, n_known: None });
    Ok(match step {
        Step::Rank(step) => {
            let own_level = levels.first().is_some_and(|own| own.level == level.level);
            let ranked =
                |(position, value): (usize, &Option<f64>)| value.filter(|_| !(own_level && unranked[position]));
            let figures: Vec<Option<f64>> = column(&step.input)?.iter().enumerate().map(ranked).collect();
            here(rank::rank(&figures, step))
        }
        Step::RankFraction(step) => here(rank::fraction(column(&step.input)?, step)),
        Step::Exponential(step) => here(normalise::exponential(column(&step.input)?, step, &level.areas)?),
        Step::Linear(step) => {
            let linear = |x: &Option<f64>| x.map(|x| step.add + step.factor * x);
            here(column(&step.input)?.iter().map(linear).collect())
        }
        Step::ZScore(step) => here(normalise::z_score(column(&step.input)?, step)?),
        Step::MinMax(step) => here(normalise::min_max(column(&step.input)?, step)?),
        Step::Goalposts(step) => here(goalposts::goalposts(column(&step.input)?, step, &level.areas)?),
        Step::Logarithm(step) => here(normalise::logarithm(column(&step.input)?, &step.out, &level.areas)?),
        Step::Round(step) => here(round::round(column(&step.input)?, step)),
        Step::WeightedMean(step) => {
            let parts = step.weights.iter().map(|(name, weight)| Ok((column(name)?, *weight)));
            let parts = parts.collect::<Result<Vec<(&Figures, f64)>, ScoreError>>()?;
            let (values, n_known) = mean::weighted_mean(&parts, step, &level.areas)?;
            (empty(level), ResultColumn { name: step.out.clone(), values, n_known: Some(n_known) })
        }
        Step::Sum(step) => {
            let parts = step.inputs.iter().map(|name| column(name)).collect::<Result<Vec<&Figures>, ScoreError>>()?;
            let (values, n_known) = mean::sum(&parts, step.missing, level.areas.len());
            (empty(level), ResultColumn { name: step.out.clone(), values, n_known: Some(n_known) })
        }
        Step::Flag(step) => {
            let reached = |x: f64| match (step.at_least, step.at_most) {
                (Some(bound), _) => x >= bound,
                (None, Some(bound)) => x <= bound,
                (None, None) => false,
            };
            here(column(&step.input)?.iter().map(|x| x.map(|x| f64::from(u8::from(reached(x))))).collect())
        }
        Step::Band(step) => {
            let population = step.population.as_deref().map(column).transpose()?;
            here(band::band(column(&step.input)?, population, step.bands))
        }
        Step::Ratio(step) => {
            let ratio = |(above, below): (&Option<f64>, &Option<f64>)| {
                let (above, below) = ((*above)?, (*below).filter(|below| *below != 0.0)?);
                Some(step.factor * above / below)
            };
            here(column(&step.numerator)?.iter().zip(column(&step.denominator)?).map(ratio).collect())
        }
        Step::Summarise(step) => {
            let population = step.population.as_deref().map(column).transpose()?;
            let parents =
                inputs.parents.get(&step.to).ok_or_else(|| ScoreError::NoParents { level: step.to.clone() })?;
            summarise::summarise(column(&step.input)?, population, parents, step)
        }
    })
}

fn empty(level: &LevelResult) -> LevelResult {
    LevelResult { level: level.level.clone(), areas: std::sync::Arc::clone(&level.areas), columns: Vec::new() }
}

/// Known figures and their positions, for statistics over areas.
fn known(figures: &Figures) -> (Vec<usize>, Vec<f64>) {
    figures.iter().enumerate().filter_map(|(position, value)| Some((position, (*value)?))).unzip()
}

/// Puts figures back to their positions.
fn spread(n_areas: usize, positions: &[usize], values: impl IntoIterator<Item = f64>) -> Vec<Option<f64>> {
    let mut spread = vec![None; n_areas];
    for (&position, value) in positions.iter().zip(values) {
        spread[position] = Some(value);
    }
    spread
}
