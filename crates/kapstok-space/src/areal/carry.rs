// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Figures of one map, brought to another.
//!
//! In: land in common and a figure per source, or none. Out: a figure per target, or none, and which part of each
//! target known sources cover. Invariant: a source without a figure takes no part and is never a 0; a target below
//! the least cover has no figure; what a count does not place is told. Assumed: see `areal.rs`.

use super::{Common, CommonAreas};

/// Figures of targets.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// By target.
    pub values: Vec<Option<f64>>,
    /// Which part of the target's land sources with a figure cover, to nine decimals; above 1 where sources overlap.
    pub covered: Vec<f64>,
    /// How many sources with a figure each target has land in common with.
    pub n_sources: Vec<u32>,
    /// Of a count: the sum over known sources less the sum over targets with a figure, so what lies in none of those;
    /// below 0 where targets overlap and have more together than there is. 0 for shares.
    pub not_placed: f64,
}

/// Why figures cannot be brought over.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum CarryError {
    /// Another number of figures than of sources.
    #[error("{n_values} figures for {n_sources} sources")]
    Shape {
        /// Figures.
        n_values: usize,
        /// Areas of the first map.
        n_sources: usize,
    },
    /// A weight below 0.
    #[error("source {source_area}: a weight below 0")]
    Weight {
        /// The area of the first map, from 0.
        source_area: usize,
    },
    /// The least cover is no part.
    #[error("{found} is not from 0 to 1")]
    Least {
        /// What was asked.
        found: f64,
    },
}

impl CommonAreas {
    /// Counts (residents, homes): each source gives every target the part of its figure that its land there is of all
    /// its land. Nothing is made larger where a target is covered in part, so the sum over targets is the sum over
    /// sources where the second map covers the first and every target has a figure.
    ///
    /// * `values`: `[n_sources]`, a figure or none. * `least`: below which covered part (0 to 1) a target has no
    ///   figure; one that is not covered at all never has.
    ///
    /// # Errors
    /// [`CarryError`].
    /// # Source
    /// Goodchild and Lam, *Areal interpolation: a variant of the traditional spatial problem* (1980): areal weighting.
    pub fn counts(&self, values: &[Option<f64>], least: f64) -> Result<Carried, CarryError> {
        self.checked(values, least)?;
        let mut carried =
            self.carried(values, least, |known| Some(sum(known.iter().map(|(row, value)| value * row.of_source))));
        let is_placed = |row: &&Common| carried.values[row.target as usize].is_some();
        let placed = self.rows.iter().filter(is_placed);
        let placed = sum(placed.filter_map(|row| Some(finite(values[row.source as usize])? * row.of_source)));
        let all = sum(values.iter().filter_map(|&value| finite(value)));
        // What is left by rounding alone is nothing.
        carried.not_placed = Some(all - placed).filter(|left| left.abs() > 1e-9 * all.abs()).unwrap_or(0.0);
        Ok(carried)
    }

    /// Shares, rates and means: each target has the mean of its sources, by the land in common; with `weights`, by
    /// the part of the source's weight that lies there, such as its residents. A source without a weight takes no
    /// part, and a target of which the weights add up to 0 has no figure.
    ///
    /// * `values`, `weights`: `[n_sources]`. * `least`: as [`Self::counts`].
    ///
    /// # Errors
    /// [`CarryError`].
    /// # Source
    /// As [`Self::counts`], for intensive variables.
    pub fn shares(
        &self,
        values: &[Option<f64>],
        weights: Option<&[Option<f64>]>,
        least: f64,
    ) -> Result<Carried, CarryError> {
        self.checked(values, least)?;
        let Some(weights) = weights else {
            return Ok(self.carried(values, least, |known| mean(known, |row| row.area)));
        };
        self.checked(weights, least)?;
        if let Some(source_area) = weights.iter().position(|weight| weight.is_some_and(|weight| weight < 0.0)) {
            return Err(CarryError::Weight { source_area });
        }
        let both: Vec<Option<f64>> =
            values.iter().zip(weights).map(|(value, &weight)| value.filter(|_| finite(weight).is_some())).collect();
        let weight = |row: &Common| finite(weights[row.source as usize]).unwrap_or(0.0) * row.of_source;
        Ok(self.carried(&both, least, |known| mean(known, weight)))
    }

    fn checked(&self, values: &[Option<f64>], least: f64) -> Result<(), CarryError> {
        if values.len() != self.n_sources() {
            return Err(CarryError::Shape { n_values: values.len(), n_sources: self.n_sources() });
        }
        if !(0.0..=1.0).contains(&least) {
            return Err(CarryError::Least { found: least });
        }
        Ok(())
    }

    fn carried(
        &self,
        values: &[Option<f64>],
        least: f64,
        figure: impl Fn(&[(&Common, f64)]) -> Option<f64>,
    ) -> Carried {
        let n_targets = self.n_targets();
        let mut carried = Carried {
            values: Vec::with_capacity(n_targets),
            covered: Vec::with_capacity(n_targets),
            n_sources: Vec::with_capacity(n_targets),
            not_placed: 0.0,
        };
        for target in 0..n_targets {
            let known: Vec<(&Common, f64)> =
                self.of_target(target).filter_map(|row| Some((row, finite(values[row.source as usize])?))).collect();
            let covered = (sum(known.iter().map(|(row, _)| row.of_target)) * 1e9).round() / 1e9;
            let has = !known.is_empty() && covered >= least;
            carried.values.push(if has { figure(&known) } else { None });
            carried.covered.push(covered);
            carried.n_sources.push(known.len() as u32);
        }
        carried
    }
}

fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite())
}

/// `None` where the weights add up to nothing.
fn mean(known: &[(&Common, f64)], weight: impl Fn(&Common) -> f64) -> Option<f64> {
    let of_all = sum(known.iter().map(|(row, _)| weight(row)));
    let weighted = sum(known.iter().map(|(row, value)| weight(row) * value));
    (of_all > 0.0).then(|| {
        // Sources that all say the same say that, whatever rounding makes of it.
        let (low, high) = known
            .iter()
            .filter(|(row, _)| weight(row) > 0.0)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (_, value)| (low.min(*value), high.max(*value)));
        (weighted / of_all).clamp(low, high)
    })
}

/// In order of size, so that the order of areas cannot change a bit of it; 0 of nothing, and not -0.
fn sum(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut rising: Vec<f64> = numbers.collect();
    rising.sort_unstable_by(f64::total_cmp);
    rising.iter().sum::<f64>() + 0.0
}
