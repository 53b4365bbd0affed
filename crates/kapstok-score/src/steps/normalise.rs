// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `exponential`, `z-score`, `min-max`, `logarithm`: figures on another scale.

use kapstok_recipe::steps::exponential::Exponential;
use kapstok_recipe::steps::min_max::MinMax;
use kapstok_recipe::steps::z_score::{Deviation, ZScore};

use crate::figures::{Figures, Scale};
use crate::run::ScoreError;

/// `X = -k ln(1 - R (1 - exp(-100 / k)))`, 0 ..= 100; `[n_areas]` in and out.
///
/// # Errors
/// [`ScoreError::Domain`] when R is not within 0 ..= 1.
/// # Source
/// Scottish Indices of Deprivation 2003, appendix 5.
pub(super) fn exponential(fractions: &Figures, step: &Exponential, areas: &[String]) -> Result<Figures, ScoreError> {
    let k = step.constant;
    let span = 1.0 - libm::exp(-100.0 / k);
    let score = |(position, fraction): (usize, Option<f64>)| match fraction {
        None => Ok(None),
        Some(fraction) if (0.0..=1.0).contains(&fraction) => Ok(Some(-k * libm::log(1.0 - fraction * span))),
        Some(value) => {
            let (step, area) = (step.out.clone(), areas[position].clone());
            Err(ScoreError::Domain { step, area, value, what: "is not a fraction of 0 to 1" })
        }
    };
    fractions.iter().enumerate().map(score).collect()
}

/// Columns that are added up side by side. A sum waits for each addition before the next one; four sums
/// in turn keep the processor busy, and each has the bits that it has alone.
pub(super) const TOGETHER: usize = 4;

/// `(x - mean) / sd` over the known figures, with the sign turned where the plan says so; four columns of
/// as many areas take little longer than one.
///
/// # Errors
/// [`ScoreError::NoSpread`] when they are all equal, or fewer than two; for each column apart.
pub(super) fn z_scores(columns: &[(&Figures, &ZScore)]) -> Vec<Result<Figures, ScoreError>> {
    let known: Vec<_> = columns.iter().map(|(figures, _)| figures.known()).collect();
    let one = |((figures, step), (n, mean, squares)): (&(&Figures, &ZScore), (f64, f64, f64))| {
        let variance = match step.deviation {
            Deviation::Population => squares / n,
            Deviation::Sample => squares / (n - 1.0),
        };
        if !(variance > 0.0 && variance.is_finite()) {
            return Err(ScoreError::NoSpread { step: step.out.clone() });
        }
        let deviation = if step.turned { -variance.sqrt() } else { variance.sqrt() };
        Ok(figures.scaled(Scale { zero: mean, one: deviation }))
    };
    let alone = |values: &[f64]| {
        let [sums] = moments([values]);
        sums
    };
    let moments: Vec<_> = match known.as_slice() {
        [a, b, c, d] if [b, c, d].iter().all(|other| other.len() == a.len()) => moments([a, b, c, d]).to_vec(),
        columns => columns.iter().map(|values| alone(values)).collect(),
    };
    columns.iter().zip(moments).map(one).collect()
}

/// The number of figures, their mean, and the sum of the squares of what they lie from it; of columns of one
/// length. Figures are added from the first to the last.
#[expect(clippy::needless_range_loop, reason = "each place is read in all columns before the next one")]
fn moments<const N: usize>(columns: [&[f64]; N]) -> [(f64, f64, f64); N] {
    let n = columns[0].len();
    let columns = columns.map(|column| &column[..n]);
    let mut sums = [-0.0; N];
    for position in 0..n {
        for lane in 0..N {
            sums[lane] += columns[lane][position];
        }
    }
    let means = sums.map(|sum| sum / n as f64);
    let mut squares = [-0.0; N];
    for position in 0..n {
        for lane in 0..N {
            let distance = columns[lane][position] - means[lane];
            squares[lane] += distance * distance;
        }
    }
    std::array::from_fn(|lane| (n as f64, means[lane], squares[lane]))
}

/// The lowest figure becomes `low`, the highest `high`.
///
/// # Errors
/// [`ScoreError::NoSpread`] when all figures are equal.
pub(super) fn min_max(figures: &Figures, step: &MinMax) -> Result<Figures, ScoreError> {
    let values = figures.known();
    let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    // Without figures the lowest is infinite and the highest its opposite.
    if highest <= lowest {
        return Err(ScoreError::NoSpread { step: step.out.clone() });
    }
    Ok(figures.map(|value| step.low + (value - lowest) / (highest - lowest) * (step.high - step.low)))
}

/// Natural logarithm.
///
/// # Errors
/// [`ScoreError::Domain`] when a figure is 0 or less.
pub(super) fn logarithm(figures: &Figures, out: &str, areas: &[String]) -> Result<Figures, ScoreError> {
    let log = |(position, figure): (usize, Option<f64>)| match figure {
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
    use crate::random::Draws;

    fn step(deviation: Deviation, turned: bool) -> ZScore {
        ZScore { input: "x".into(), out: "z".into(), deviation, higher_is_worse: turned, turned }
    }

    #[test]
    fn a_z_score_is_a_distance_in_standard_deviations_turned_where_asked() {
        // Mean 4; squares 4 + 4 + 0 = 8; over 3 areas sd is the root of 8/3, over 2 it is 2.
        let z_score = |figures: &Figures, deviation, turned| z_scores(&[(figures, &step(deviation, turned))]).remove(0);
        let figures = Figures::from(vec![Some(2.0), None, Some(6.0), Some(4.0)]);
        let sample = z_score(&figures, Deviation::Sample, false).unwrap();
        assert_eq!(sample.to_vec(), [Some(-1.0), None, Some(1.0), Some(0.0)]);
        let turned = z_score(&figures, Deviation::Sample, true).unwrap();
        assert_eq!(turned.get(0), Some(1.0));
        let population = z_score(&figures, Deviation::Population, false).unwrap();
        assert!((population.get(2).unwrap() - 1.5f64.sqrt()).abs() < 1e-15);
        let equal = z_score(&Figures::all_known(vec![1.0, 1.0]), Deviation::Population, false);
        assert_eq!(equal, Err(ScoreError::NoSpread { step: "z".into() }));
    }

    #[test]
    fn columns_side_by_side_have_the_bits_that_each_has_alone() {
        let column = |seed: u32| Figures::all_known((0..999).map(|area| Draws::new(5, area, seed).normal()).collect());
        let (columns, step) = ([1, 2, 3, 4].map(column), step(Deviation::Sample, false));
        let together: Vec<_> = columns.iter().map(|figures| (figures, &step)).collect();
        for (figures, found) in columns.iter().zip(z_scores(&together)) {
            assert_eq!(found.as_ref(), z_scores(&[(figures, &step)])[0].as_ref());
        }
        // One that fails does not take the others along.
        let equal = Figures::all_known(vec![2.0; 999]);
        let found = z_scores(&[(&columns[0], &step), (&equal, &step), (&columns[1], &step), (&columns[2], &step)]);
        assert_eq!(found.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false, true, true]);
    }
}
