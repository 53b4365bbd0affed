// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which areas resemble their neighbours, and which stand out?
//!
//! In: a figure per area, or none, and weights. Out: local Moran with the quadrant of each area and a probability by
//! permutation. Invariant: an area without a figure has none of these and is nobody's neighbour; an island has none.
//! An area on the mean has a measure of 0 and neither quadrant nor probability; one whose neighbours lie on it has no
//! quadrant.

use super::conditional::pseudo_p;
use super::{Known, LocalMeasures, NoMeasure, Permutations, sum_of};
use crate::SpatialWeights;

/// Where an area lies against the mean, and where its neighbours lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quadrant {
    /// High among high.
    HighHigh,
    /// Low among high.
    LowHigh,
    /// Low among low.
    LowLow,
    /// High among low.
    HighLow,
}

/// Local Moran of each area.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalMoran {
    /// Measures and probabilities.
    pub measures: LocalMeasures,
    /// The quadrant, whatever the probability.
    pub quadrant: Vec<Option<Quadrant>>,
}

/// `I_i = (n - 1) z_i Σ w_ij z_j / Σ z²` for each area; with standardised rows, their mean is close to Moran's I.
///
/// Permutations are conditional: the figure of the area stays, those of its neighbours are drawn from all other
/// figures. What is compared is the lag, for `z_i` and `Σ z²` stay. Probabilities are one-sided and folded as GeoDa
/// does. All areas share the places that are drawn (see `conditional.rs`): the probability of each area is as good as with
/// its own draws, while those of two areas are a little more alike.
///
/// # Errors
/// [`NoMeasure`].
/// # Source
/// Anselin, *Local indicators of spatial association: LISA* (1995); the factor `n - 1` as in GeoDa and esda.
pub fn local_moran(
    weights: &SpatialWeights,
    values: &[Option<f64>],
    permutations: Option<Permutations>,
) -> Result<LocalMoran, NoMeasure> {
    let known = Known::new(weights, values)?;
    let z = known.deviations();
    let squares = sum_of(&z, |z| z * z);
    let largest = known.values.iter().fold(0.0, |most: f64, value| most.max(value.abs()));
    let lags: Vec<f64> = (0..z.len()).map(|area| known.weights.lag(area, &z)).collect();
    let is_island = |area: usize| known.weights.of(area).is_empty();
    let scale = (z.len() as f64 - 1.0) / squares;
    let statistic = |area: usize| (!is_island(area)).then(|| scale * z[area] * lags[area]);
    let quadrant = |area: usize| {
        let on_mean = z[area] == 0.0 || lags[area].abs() <= 1e-12 * largest;
        (!is_island(area) && !on_mean).then(|| match (z[area] > 0.0, lags[area] > 0.0) {
            (true, true) => Quadrant::HighHigh,
            (false, true) => Quadrant::LowHigh,
            (false, false) => Quadrant::LowLow,
            (true, false) => Quadrant::HighLow,
        })
    };
    let p = match permutations {
        Some(permutations) => pseudo_p(&known.weights, &z, permutations),
        None => vec![None; z.len()],
    };
    let p: Vec<Option<f64>> = p.iter().zip(&z).map(|(p, z)| p.filter(|_| *z != 0.0)).collect();
    Ok(LocalMoran {
        measures: LocalMeasures {
            statistic: known.spread(&(0..z.len()).map(statistic).collect::<Vec<_>>()),
            pseudo_p: known.spread(&p),
            islands: known.islands(),
            n_missing: known.n_areas - known.areas.len(),
        },
        quadrant: known.spread(&(0..z.len()).map(quadrant).collect::<Vec<_>>()),
    })
}
