// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `goalposts`: between two fixed values.

use kapstok_recipe::steps::goalposts::Goalposts;

use crate::figures::Figures;
use crate::run::ScoreError;

/// `(x - low) / (high - low)`, of logarithms and capped where the step says so; `[n_areas]` in and out.
///
/// # Errors
/// [`ScoreError::Domain`] when a logarithm is asked of 0 or less.
pub(super) fn goalposts(figures: &Figures, step: &Goalposts, areas: &[String]) -> Result<Figures, ScoreError> {
    let scale = |value: f64| if step.logarithm { libm::log(value) } else { value };
    let (low, high) = (scale(step.low), scale(step.high));
    let place = |(position, figure): (usize, Option<f64>)| {
        let Some(value) = figure else { return Ok(None) };
        if step.logarithm && value <= 0.0 {
            let (step, area) = (step.out.clone(), areas[position].clone());
            return Err(ScoreError::Domain { step, area, value, what: "has no logarithm" });
        }
        let place = (scale(value) - low) / (high - low);
        Ok(Some(if step.cap { place.clamp(0.0, 1.0) } else { place }))
    };
    figures.iter().enumerate().map(place).collect()
}
