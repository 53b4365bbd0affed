// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One number for the whole map from differences between neighbours.
//!
//! In: a figure per area, or none, and weights. Out: Geary's C with its variances; 1 is expected where places do not
//! matter, less where neighbours are alike. Areas without a figure are left out; islands are in the mean and in `n`.

use super::{Known, NoMeasure, WeightSums, sum_of};
use crate::SpatialWeights;

/// Geary's C of a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Geary {
    /// `(n - 1) Σ w_ij (x_i - x_j)² / (2 S0 Σ z²)`.
    pub statistic: f64,
    /// Variance when figures are draws from a normal distribution.
    pub variance_normal: f64,
    /// Variance when the figures at hand are put on areas at random.
    pub variance_randomisation: f64,
}

impl Geary {
    /// Geary's C of figures under weights.
    ///
    /// # Errors
    /// [`NoMeasure`].
    /// # Source
    /// Geary, *The contiguity ratio* (1954); variances of Cliff and Ord, *Spatial Processes* (1981).
    pub fn new(weights: &SpatialWeights, values: &[Option<f64>]) -> Result<Self, NoMeasure> {
        let known = Known::new(weights, values)?;
        let deviations = known.deviations();
        let n = deviations.len() as f64;
        let squares = sum_of(&deviations, |z| z * z);
        let WeightSums { s0, s1, s2 } = WeightSums::new(&known.weights);
        let mut differences = 0.0;
        for area in 0..known.areas.len() {
            for (&other, weight) in known.weights.of(area).iter().zip(known.weights.weights_of(area)) {
                let difference = deviations[area] - deviations[other as usize];
                differences += weight * difference * difference;
            }
        }
        let kurtosis = n * sum_of(&deviations, |z| z * z * z * z) / (squares * squares);
        let s0_squared = s0 * s0;
        let first = (n - 1.0) * s1 * (n * n - 3.0 * n + 3.0 - (n - 1.0) * kurtosis);
        let second = 0.25 * (n - 1.0) * s2 * (n * n + 3.0 * n - 6.0 - (n * n - n + 2.0) * kurtosis);
        let third = s0_squared * (n * n - 3.0 - (n - 1.0) * (n - 1.0) * kurtosis);
        Ok(Self {
            statistic: (n - 1.0) * differences / (2.0 * s0 * squares),
            variance_normal: ((2.0 * s1 + s2) * (n - 1.0) - 4.0 * s0_squared) / (2.0 * (n + 1.0) * s0_squared),
            variance_randomisation: (first - second + third) / (n * (n - 2.0) * (n - 3.0) * s0_squared),
        })
    }

    /// How many standard deviations the statistic lies above 1, under [`Self::variance_normal`]: below 0 where neighbours are
    /// alike.
    pub fn z_normal(&self) -> f64 {
        (self.statistic - 1.0) / self.variance_normal.sqrt()
    }

    /// The same under [`Self::variance_randomisation`].
    pub fn z_randomisation(&self) -> f64 {
        (self.statistic - 1.0) / self.variance_randomisation.sqrt()
    }
}
