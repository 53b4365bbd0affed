// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The arithmetic of the steps, one file each; their keys and words stand in `kapstok_recipe::steps`.

mod band;
mod factor;
mod goalposts;
mod impute;
mod life_table;
mod mean;
mod normal_score;
mod normalise;
mod rank;
mod round;
mod shrink;
mod summarise;
mod winsorise;

use std::sync::Arc;

use kapstok_recipe::Step;
use kapstok_recipe::steps::z_score::ZScore;

use crate::figures::Figures;
use crate::run::{Inputs, ScoreError};

pub use round::round_half_up;

/// Columns of which the z-scores are made in one go.
pub(crate) const TOGETHER: usize = normalise::TOGETHER;

/// What a step works with.
pub(crate) struct Ground<'a> {
    /// Codes of the areas of its level.
    pub(crate) areas: &'a Arc<[String]>,
    /// Areas that get no rank, `[n_areas]`; empty on a higher level.
    pub(crate) unranked: &'a [bool],
    /// Finds a column of its level.
    pub(crate) column: &'a (dyn Fn(&str) -> Result<&'a Figures, ScoreError> + Sync),
    /// What the plan is run on.
    pub(crate) inputs: &'a Inputs,
}

/// What a step made.
pub(crate) struct Made {
    /// Figures, `[n_areas]`.
    pub(crate) values: Figures,
    /// For means and sums: how many of their parts were known, `[n_areas]`.
    pub(crate) n_known: Option<Vec<u32>>,
    /// For a summary: the codes of the areas of its level.
    pub(crate) areas: Option<Arc<[String]>>,
}

impl From<Figures> for Made {
    fn from(values: Figures) -> Self {
        Self { values, n_known: None, areas: None }
    }
}

/// Makes z-scores of several columns; any number of them, best [`TOGETHER`].
pub(crate) fn z_scores(columns: &[(&Figures, &ZScore)]) -> Vec<Result<Made, ScoreError>> {
    normalise::z_scores(columns).into_iter().map(|values| Ok(values?.into())).collect()
}

/// Runs one step.
pub(crate) fn run(step: &Step, ground: &Ground<'_>) -> Result<Made, ScoreError> {
    let (areas, column) = (ground.areas, ground.column);
    let combined = |(values, n_known)| Made { values, n_known: Some(n_known), areas: None };
    Ok(match step {
        Step::Rank(step) => {
            let figures = column(&step.input)?;
            match ground.unranked {
                [] => rank::rank(figures, step),
                unranked => rank::rank(&figures.without(unranked), step),
            }
            .into()
        }
        Step::RankFraction(step) => rank::fraction(column(&step.input)?, step).into(),
        Step::Exponential(step) => normalise::exponential(column(&step.input)?, step, areas)?.into(),
        Step::Linear(step) => column(&step.input)?.map(|x| step.add + step.factor * x).into(),
        Step::ZScore(step) => return z_scores(&[(column(&step.input)?, step)]).remove(0),
        Step::MinMax(step) => normalise::min_max(column(&step.input)?, step)?.into(),
        Step::Goalposts(step) => goalposts::goalposts(column(&step.input)?, step, areas)?.into(),
        Step::Logarithm(step) => normalise::logarithm(column(&step.input)?, &step.out, areas)?.into(),
        Step::Round(step) => round::round(column(&step.input)?, step).into(),
        Step::WeightedMean(step) => {
            let parts = step.weights.iter().map(|(name, weight)| Ok((column(name)?, *weight)));
            let parts = parts.collect::<Result<Vec<(&Figures, f64)>, ScoreError>>()?;
            combined(mean::weighted_mean(&parts, step, areas)?)
        }
        Step::Sum(step) => {
            let parts = step.inputs.iter().map(|name| column(name)).collect::<Result<Vec<&Figures>, ScoreError>>()?;
            combined(mean::sum(&parts, step.missing, areas.len()))
        }
        Step::Flag(step) => {
            let reached = |x: f64| match (step.at_least, step.at_most) {
                (Some(bound), _) => x >= bound,
                (None, Some(bound)) => x <= bound,
                (None, None) => false,
            };
            column(&step.input)?.map(|x| f64::from(u8::from(reached(x)))).into()
        }
        Step::Band(step) => {
            let population = step.population.as_deref().map(column).transpose()?;
            band::band(column(&step.input)?, population, step.bands).into()
        }
        Step::Ratio(step) => {
            let ratio = |(above, below): (Option<f64>, Option<f64>)| {
                let (above, below) = (above?, below.filter(|below| *below != 0.0)?);
                Some(step.factor * above / below)
            };
            let pairs = column(&step.numerator)?.iter().zip(column(&step.denominator)?.iter());
            pairs.map(ratio).collect::<Figures>().into()
        }
        Step::Summarise(step) => {
            let population = step.population.as_deref().map(column).transpose()?;
            let parents =
                ground.inputs.parents.get(&step.to).ok_or_else(|| ScoreError::NoParents { level: step.to.clone() })?;
            let (areas, values) = summarise::summarise(column(&step.input)?, population, parents, step);
            Made { areas: Some(areas.into()), ..values.into() }
        }
        Step::Impute(step) => {
            let groups = impute::groups(step.within.as_deref(), ground)?;
            impute::impute(column(&step.input)?, &groups).into()
        }
        Step::Winsorise(step) => winsorise::winsorise(column(&step.input)?, step).into(),
        Step::NormalScore(step) => {
            let figures = column(&step.input)?;
            match ground.unranked {
                [] => normal_score::normal_score(figures, step),
                unranked => normal_score::normal_score(&figures.without(unranked), step),
            }
            .into()
        }
        Step::Shrink(step) => {
            let groups = impute::groups(step.within.as_deref(), ground)?;
            let counted = column(step.cases.as_ref().or(step.rate.as_ref()).map_or("", String::as_str))?;
            shrink::shrink(counted, column(&step.population)?, &groups, step, areas)?.into()
        }
        Step::LifeExpectancy(step) => life_table::life_expectancy(step, column, areas)?.into(),
        Step::HealthyYears(step) => life_table::healthy_years(step, column, areas)?.into(),
        Step::Factor(step) => {
            let columns = step.inputs.iter().map(|name| column(name)).collect::<Result<Vec<&Figures>, ScoreError>>()?;
            factor::factor(&columns, step, areas.len())?.into()
        }
    })
}
