// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Where are high figures among high ones?
//!
//! In: a figure per area, or none, and weights. Out: the standardised G of Ord and Getis, with or without the area
//! itself, and one G for the whole map. Above 0 the neighbourhood is high, below 0 low.
//! Invariant: an area without a figure has none and is nobody's neighbour; an island has none. The measure does not
//! change when all weights of an area are multiplied, so weights of 1 and standardised rows give the same.
//! The variant in esda, which takes row-standardised weights as though they were 1, gives other figures: not copied.

use super::conditional::pseudo_p;
use super::{Known, LocalMeasures, NoMeasure, Permutations, sum_of};
use crate::SpatialWeights;

/// Whether an area belongs to its own neighbourhood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Itself {
    /// Gi: what surrounds the area, against all others.
    LeftOut,
    /// Gi*: the area and what surrounds it, against all. It weighs as its heaviest neighbour: for weights of 1 as one more.
    Included,
}

/// Gi or Gi* of each area, as standard scores.
///
/// `Gi = (Σ w_ij x_j - W_i m) / (s √((N S_i - W_i²) / (N - 1)))`, with `W_i` the sum of the weights and `S_i` of their
/// squares. Gi*: `m`, `s` (divided by n) and `N` over all `n` areas. Gi: the same over the `n - 1` others.
/// Permutations are those of [`super::local_moran`]: the figure of the area itself stays, so Gi and Gi* have the same
/// probability.
///
/// # Errors
/// [`NoMeasure`].
/// # Source
/// Ord and Getis, *Local spatial autocorrelation statistics* (1995), equations 5 and 7.
pub fn getis_ord(
    weights: &SpatialWeights,
    values: &[Option<f64>],
    itself: Itself,
    permutations: Option<Permutations>,
) -> Result<LocalMeasures, NoMeasure> {
    let known = Known::new(weights, values)?;
    // G does not change when a number is added to all figures; without the mean, sums lose no digits.
    let z = known.deviations();
    let n = z.len() as f64;
    let (sum, squares) = (sum_of(&z, |z| z), sum_of(&z, |z| z * z));
    let statistic = |area: usize| {
        let row = known.weights.weights_of(area);
        if row.is_empty() {
            return None;
        }
        let own = match itself {
            Itself::Included => row.iter().fold(0.0, |most: f64, weight| most.max(*weight)),
            Itself::LeftOut => 0.0,
        };
        let lag = known.weights.lag(area, &z) + own * z[area];
        let of_weights = row.iter().sum::<f64>() + own;
        let of_squares = row.iter().map(|weight| weight * weight).sum::<f64>() + own * own;
        let (n, sum, squares) = match itself {
            Itself::Included => (n, sum, squares),
            Itself::LeftOut => (n - 1.0, sum - z[area], squares - z[area] * z[area]),
        };
        let mean = sum / n;
        let variance = (squares / n - mean * mean).max(0.0);
        let spread = ((n * of_squares - of_weights * of_weights) / (n - 1.0)).max(0.0);
        // All others alike, or all of them neighbours: nothing could come out otherwise.
        let deviation = (variance * spread).sqrt();
        Some((lag - of_weights * mean) / deviation).filter(|g| g.is_finite())
    };
    let statistic: Vec<Option<f64>> = (0..z.len()).map(statistic).collect();
    let p = match permutations {
        Some(permutations) => pseudo_p(&known.weights, &z, permutations),
        None => vec![None; z.len()],
    };
    let p: Vec<Option<f64>> =
        p.iter().zip(&statistic).map(|(p, statistic)| p.filter(|_| statistic.is_some())).collect();
    Ok(LocalMeasures {
        statistic: known.spread(&statistic),
        pseudo_p: known.spread(&p),
        islands: known.islands(),
        n_missing: known.n_areas - known.areas.len(),
    })
}

/// G of the whole map: `Σ w_ij x_i x_j / Σ x_i x_j` over pairs of different areas. Figures are 0 or more.
/// An area without a figure is left out; an island is in the lower sum only.
///
/// # Errors
/// [`NoMeasure`], [`NoMeasure::BelowZero`] for a figure below 0.
/// # Source
/// Getis and Ord, *The analysis of spatial association by use of distance statistics* (1992), equation 5.
pub fn general_g(weights: &SpatialWeights, values: &[Option<f64>]) -> Result<f64, NoMeasure> {
    let known = Known::new(weights, values)?;
    let x = &known.values;
    if x.iter().any(|x| *x < 0.0) {
        return Err(NoMeasure::BelowZero);
    }
    let sum = sum_of(x, |x| x);
    let near: f64 = (0..x.len()).map(|area| x[area] * known.weights.lag(area, x)).sum();
    Ok(near / (sum * sum - sum_of(x, |x| x * x)))
}
