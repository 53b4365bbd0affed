// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `exponential`, `z-score`, `min-max`, `logarithm`: figures on another scale.

use kapstok_recipe::steps::exponential::Exponential;
use kapstok_recipe::steps::min_max::MinMax;
use kapstok_recipe::steps::z_score::{Deviation, ZScore};

use super::{Figures, known, spread};
use crate::run::ScoreError;

/// `X = -k ln(1 - R (1 - exp(-100 / k)))`, 0 ..= 100; `[n_areas]` in and out.
///
/// # Errors
/// [`ScoreError::Domain`] when R is not within 0 ..= 1.
/// # Source
/// Scottish Indices of Deprivation 2003, appendix 5.
pub(super) fn exponential(
    fractions: &Figures,
    step: &Exponential,
    areas: &[String],
) -> Result<Vec<Option<f64>>, ScoreError> {
    let k = step.constant;
    let span = 1.0 - libm::exp(-100.0 / k);
    let score = |(position, fraction): (usize, &Option<f64>)| match *fraction {
        None => Ok(None),
        Some(fraction) if (0.0..=1.0).contains(&fraction) => Ok(Some(-k * libm::log(1.0 - fraction * span))),
        Some(value) => {
            let (step, area) = (step.out.clone(), areas[position].clone());
            Err(ScoreError::Domain { step, area, value, what: "is not a fraction of 0 to 1" })
        }
    };
    fractions.iter().enumerate().map(score).collect()
}

/// `(x - mean) / sd` over the known figures.
///
/// # Errors
/// [`ScoreError::NoSpread`] when they are all equal, or fewer than two.
pub(super) fn z_score(figures: &Figures, step: &ZScore) -> Result<Vec<Option<f64>>, ScoreError> {
    let (positions, values) = known(figures);
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    let variance = match step.deviation {
        Deviation::Population => squares / n,
        Deviation::Sample => squares / (n - 1.0),
    };
    if !(variance > 0.0 && variance.is_finite()) {
        return Err(ScoreError::NoSpread { step: step.out.clone() });
    }
    let scale = variance.sqrt();
    Ok(spread(figures.len(), &positions, values.iter().map(|value| (value - mean) / scale)))
}

/// The lowest figure becomes `low`, the highest `high`.
///
/// # Errors
/// [`ScoreError::NoSpread`] when all figures are equal.
pub(super) fn min_max(figures: &Figures, step: &MinMax) -> Result<Vec<Option<f64>>, ScoreError> {
    let (positions, values) = known(figures);
    let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if !(highest > lowest) {
        return Err(ScoreError::NoSpread { step: step.out.clone() });
    }
    let scaled = values.iter().map(|value| step.low + (value - lowest) / (highest - lowest) * (step.high - step.low));
    Ok(spread(figures.len(), &positions, scaled))
}

/// Natural logarithm.
///
/// # Errors
/// [`ScoreError::Domain`] when a figure is 0 or less.
pub(super) fn logarithm(figures: &Figures, out: &str, areas: &[String]) -> Result<Vec<Option<f64>>, ScoreError> {
    let log = |(position, figure): (usize, &Option<f64>)| match *figure {
        None => Ok(None),
        Some(value) if value > 0.0 => Ok(Some(libm::log(value))),
        Some(value) => {
            let (step, area) = (out.to_owned(), areas[position].clone());
            Err(ScoreError::Domain { step, area, value, what: "has no logarithm" })
        }
    };
    figures.iter().enumerate().map(log).collect()
}
