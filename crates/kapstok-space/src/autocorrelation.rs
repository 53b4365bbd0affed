// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Do areas resemble their neighbours, and where?
//!
//! In: one figure per area, or none, and weights. Out: one measure of the whole map ([`Moran`], [`Geary`],
//! [`general_g`]), or one of each area ([`local_moran`], [`getis_ord`]), with probabilities by permutation.
//! Invariant: an area without a figure takes no part: it is in no mean and is nobody's neighbour
//! ([`SpatialWeights::among`]). An island with a figure is in the mean and the deviation of the map; it has no
//! neighbours to be compared with, so it adds 0 to measures of the whole map and has no measure of its own.
//! Not here: which areas to choose.

mod conditional;
mod discovery;
mod empirical_bayes;
mod geary;
mod getis;
mod local_moran;
mod moran;

use crate::SpatialWeights;

pub use discovery::{FalseDiscoveryRate, adjusted, false_discovery_rate};
pub use empirical_bayes::empirical_bayes_rates;
pub use geary::Geary;
pub use getis::{Itself, general_g, getis_ord};
pub use local_moran::{LocalMoran, Quadrant, local_moran};
pub use moran::{Moran, Permuted, bivariate_moran};

/// How many permutations, and the seed of their random numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permutations {
    /// How many; 999 gives probabilities in steps of 0.001.
    pub number: u32,
    /// The same seed gives the same probabilities, on any number of threads.
    pub seed: u64,
}

/// Why a map has no such measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoMeasure {
    /// Another number of figures than of areas.
    #[error("{n_values} figures for {n_areas} areas")]
    Shape {
        /// Figures.
        n_values: usize,
        /// Areas of the weights.
        n_areas: usize,
    },
    /// Fewer than four areas with a figure.
    #[error("{n_known} areas with a figure, at least 4 are needed")]
    TooFew {
        /// How many there are.
        n_known: usize,
    },
    /// All figures are the same, so that nothing can be more alike than anything else.
    #[error("all figures are the same")]
    AllTheSame,
    /// No two areas with a figure are neighbours.
    #[error("no area with a figure has a neighbour with one")]
    NoNeighbours,
    /// Sums of products need figures of 0 or more.
    #[error("a figure below 0")]
    BelowZero,
}

/// What each area has: measures and probabilities by area, `None` where there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalMeasures {
    /// The measure.
    pub statistic: Vec<Option<f64>>,
    /// Share of permutations that are at least as extreme, one-sided and folded; `None` also without permutations.
    pub pseudo_p: Vec<Option<f64>>,
    /// Areas with a figure and without a neighbour that has one, rising.
    pub islands: Vec<u32>,
    /// How many areas have no figure.
    pub n_missing: usize,
}

/// Areas with a figure, and their neighbours among each other.
struct Known {
    /// Their places in the whole list, rising.
    areas: Vec<u32>,
    values: Vec<f64>,
    weights: SpatialWeights,
    n_areas: usize,
}

impl Known {
    fn new(weights: &SpatialWeights, values: &[Option<f64>]) -> Result<Self, NoMeasure> {
        let n_areas = weights.n_areas();
        if values.len() != n_areas {
            return Err(NoMeasure::Shape { n_values: values.len(), n_areas });
        }
        let (areas, values): (Vec<u32>, Vec<f64>) = (0..)
            .zip(values)
            .filter_map(|(area, value)| Some((area, value.filter(|value| value.is_finite())?)))
            .unzip();
        if areas.len() < 4 {
            return Err(NoMeasure::TooFew { n_known: areas.len() });
        }
        if values.iter().all(|value| *value == values[0]) {
            return Err(NoMeasure::AllTheSame);
        }
        let weights = if areas.len() == n_areas { weights.clone() } else { weights.among(&areas) };
        if weights.n_links() == 0 {
            return Err(NoMeasure::NoNeighbours);
        }
        Ok(Self { areas, values, weights, n_areas })
    }

    /// Deviations from the mean; what differs from it in the thirteenth digit only lies on it, and is 0.
    fn deviations(&self) -> Vec<f64> {
        let mean = mean(&self.values);
        let largest = self.values.iter().fold(0.0, |most: f64, value| most.max(value.abs()));
        let deviation = |value: &f64| Some(value - mean).filter(|z| z.abs() > 1e-12 * largest).unwrap_or(0.0);
        self.values.iter().map(deviation).collect()
    }

    /// Puts what was found for areas with a figure at their places in the whole list.
    fn spread<T: Copy>(&self, found: &[Option<T>]) -> Vec<Option<T>> {
        let mut all = vec![None; self.n_areas];
        for (&area, found) in self.areas.iter().zip(found) {
            all[area as usize] = *found;
        }
        all
    }

    fn islands(&self) -> Vec<u32> {
        self.weights.islands().map(|place| self.areas[place]).collect()
    }
}

/// The mean, summed in order of size so that the order of areas cannot change a bit of it.
fn mean(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let rough = sorted.iter().sum::<f64>() / sorted.len() as f64;
    rough + sorted.iter().map(|value| value - rough).sum::<f64>() / sorted.len() as f64
}

/// Sum of a power of deviations, in order of size.
fn sum_of(values: &[f64], power: impl Fn(f64) -> f64) -> f64 {
    let mut sorted: Vec<f64> = values.iter().map(|&value| power(value)).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.iter().sum()
}

/// The sums over weights on which variances of measures of the whole map rest.
///
/// # Source
/// Cliff and Ord, *Spatial Processes* (1981), chapter 2.
struct WeightSums {
    s0: f64,
    s1: f64,
    s2: f64,
}

impl WeightSums {
    fn new(weights: &SpatialWeights) -> Self {
        let n_areas = weights.n_areas();
        let (mut s0, mut both_ways) = (0.0, 0.0);
        let (mut of_rows, mut of_columns) = (vec![0.0; n_areas], vec![0.0; n_areas]);
        for (area, of_row) in of_rows.iter_mut().enumerate() {
            for (&other, &weight) in weights.of(area).iter().zip(weights.weights_of(area)) {
                s0 += weight;
                *of_row += weight;
                of_columns[other as usize] += weight;
                // Half the square of w_ij + w_ji over all pairs, pairs that are neighbours one way only included.
                both_ways += weight * (weight + weights.between(other as usize, area as u32));
            }
        }
        let s2 =
            of_rows.iter().zip(&of_columns).map(|(row, column): (&f64, &f64)| (row + column) * (row + column)).sum();
        Self { s0, s1: both_ways, s2 }
    }
}

/// The chance of a number above `z` under the normal distribution.
fn upper_tail(z: f64) -> f64 {
    0.5 * libm::erfc(z / std::f64::consts::SQRT_2)
}
