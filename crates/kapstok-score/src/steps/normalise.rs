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

/// `(x - mean) / sd` over the known figures, with the sign turned where the plan says so.
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
    let scale = if step.turned { -variance.sqrt() } else { variance.sqrt() };
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
    // Without figures the lowest is infinite and the highest its opposite.
    if highest <= lowest {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn step(deviation: Deviation, turned: bool) -> ZScore {
        ZScore { input: "x".into(), out: "z".into(), deviation, higher_is_worse: turned, turned }
    }

    #[test]
    fn a_z_score_is_a_distance_in_standard_deviations_turned_where_asked() {
        // Mean 4; squares 4 + 4 + 0 = 8; over 3 areas sd is the root of 8/3, over 2 it is 2.
        let figures = [Some(2.0), None, Some(6.0), Some(4.0)];
        let sample = z_score(&figures, &step(Deviation::Sample, false)).unwrap();
        assert_eq!(sample, [Some(-1.0), None, Some(1.0), Some(0.0)]);
        let turned = z_score(&figures, &step(Deviation::Sample, true)).unwrap();
        assert_eq!(turned[0], Some(1.0));
        let population = z_score(&figures, &step(Deviation::Population, false)).unwrap();
        assert!((population[2].unwrap() - 1.5f64.sqrt()).abs() < 1e-15);
        let equal = z_score(&[Some(1.0), Some(1.0)], &step(Deviation::Population, false));
        assert_eq!(equal, Err(ScoreError::NoSpread { step: "z".into() }));
    }
}
