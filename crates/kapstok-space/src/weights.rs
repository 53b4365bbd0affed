// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Who counts as a neighbour of whom, and for how much.
//!
//! In: who touches whom, centres, or a file of neighbours. Out: for each area its neighbours, rising, and a weight each.
//! Invariant: no area is its own neighbour; every weight is finite and above 0; an area without neighbours (an
//! *island*) stays in the list with none. What a statistic does with islands and with missing figures stands with
//! the statistic; [`SpatialWeights::among`] is how areas are left out.
//! Not here: who touches whom (`contiguity.rs`).

mod gal;
mod nearest;

use crate::Contiguity;

pub(crate) use nearest::NearestCentres;

pub use gal::{Gal, GalError, read_gal, write_gal};

/// Whether weights stay as they are or each row of them is made to add up to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standardisation {
    /// As given: 1 for each neighbour, unless the caller says otherwise.
    AsGiven,
    /// Each weight divided by the sum of its row: the lag of an area is the mean of its neighbours.
    Row,
}

/// Neighbours with their weights.
#[derive(Clone, Debug, PartialEq)]
pub struct SpatialWeights {
    /// For each area where its neighbours begin, and the end of the last.
    starts: Vec<usize>,
    neighbours: Vec<u32>,
    weights: Vec<f64>,
    standardisation: Standardisation,
}

/// Why neighbours cannot be taken as they were given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeightsError {
    /// A neighbour that is no area of the list, or the area itself, or one that stands twice.
    #[error("area {area}: neighbour {neighbour} is itself, stands twice or is no area")]
    Neighbour {
        /// The area, from 0.
        area: usize,
        /// What stands beside it.
        neighbour: u32,
    },
    /// A weight that is not above 0, or not finite.
    #[error("area {area}: a weight is not a number above 0")]
    Weight {
        /// The area, from 0.
        area: usize,
    },
}

impl SpatialWeights {
    /// Weight 1 for each neighbour.
    ///
    /// # Errors
    /// [`WeightsError::Neighbour`].
    pub fn new(neighbours: &[Vec<u32>]) -> Result<Self, WeightsError> {
        let ones = |row: &Vec<u32>| row.iter().map(|&other| (other, 1.0)).collect();
        Self::weighted(&neighbours.iter().map(ones).collect::<Vec<_>>())
    }

    /// Neighbours with weights of the caller's own, in any order.
    ///
    /// # Errors
    /// [`WeightsError`].
    pub fn weighted(neighbours: &[Vec<(u32, f64)>]) -> Result<Self, WeightsError> {
        let n_areas = neighbours.len();
        let mut weights = Self::empty();
        for (area, row) in neighbours.iter().enumerate() {
            let mut row = row.clone();
            row.sort_by_key(|&(other, _)| other);
            let twice = row.windows(2).find(|pair| pair[0].0 == pair[1].0).map(|pair| pair[0].0);
            let wrong = row.iter().map(|&(other, _)| other).find(|&at| at as usize >= n_areas || at as usize == area);
            if let Some(neighbour) = wrong.or(twice) {
                return Err(WeightsError::Neighbour { area, neighbour });
            }
            if row.iter().any(|&(_, weight)| weight <= 0.0 || !weight.is_finite()) {
                return Err(WeightsError::Weight { area });
            }
            weights.push(row.into_iter());
        }
        Ok(weights)
    }

    /// Weight 1 for each area that touches.
    pub fn from_contiguity(contiguity: &Contiguity) -> Self {
        let mut weights = Self::empty();
        for area in 0..contiguity.n_areas() {
            weights.push(contiguity.of(area).iter().map(|&other| (other, 1.0)));
        }
        weights
    }

    fn empty() -> Self {
        let standardisation = Standardisation::AsGiven;
        Self { starts: vec![0], neighbours: Vec::new(), weights: Vec::new(), standardisation }
    }

    /// Adds the row of the next area; neighbours rise.
    fn push(&mut self, row: impl Iterator<Item = (u32, f64)>) {
        for (other, weight) in row {
            self.neighbours.push(other);
            self.weights.push(weight);
        }
        self.starts.push(self.neighbours.len());
    }

    /// The same neighbours, the weights of each area divided by their sum. An island stays one.
    #[must_use]
    pub fn row_standardised(mut self) -> Self {
        for area in 0..self.n_areas() {
            let row = &mut self.weights[self.starts[area]..self.starts[area + 1]];
            let sum: f64 = row.iter().sum();
            row.iter_mut().for_each(|weight| *weight /= sum);
        }
        self.standardisation = Standardisation::Row;
        self
    }

    /// Leaves out areas, as though they were not on the map: the rest is numbered anew in the same order, and rows
    /// that added up to 1 do so again. An area of which all neighbours are left out becomes an island.
    ///
    /// * `areas`: the areas that stay, rising.
    #[must_use]
    pub fn among(&self, areas: &[u32]) -> Self {
        const LEFT_OUT: u32 = u32::MAX;
        let mut places = vec![LEFT_OUT; self.n_areas()];
        for (place, &area) in (0..).zip(areas) {
            places[area as usize] = place;
        }
        let mut among = Self::empty();
        for &area in areas {
            let row = self.of(area as usize).iter().zip(self.weights_of(area as usize));
            among.push(row.map(|(&other, &weight)| (places[other as usize], weight)).filter(|row| row.0 != LEFT_OUT));
        }
        match self.standardisation {
            Standardisation::AsGiven => among,
            Standardisation::Row => among.row_standardised(),
        }
    }

    /// The neighbours of an area, rising.
    pub fn of(&self, area: usize) -> &[u32] {
        &self.neighbours[self.starts[area]..self.starts[area + 1]]
    }

    /// The weights of the neighbours of an area, in their order.
    pub fn weights_of(&self, area: usize) -> &[f64] {
        &self.weights[self.starts[area]..self.starts[area + 1]]
    }

    /// Whether rows add up to 1.
    pub fn standardisation(&self) -> Standardisation {
        self.standardisation
    }

    /// How many areas there are.
    pub fn n_areas(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many weights there are: each pair of areas that are neighbours of each other counts twice.
    pub fn n_links(&self) -> usize {
        self.neighbours.len()
    }

    /// Areas without a neighbour, rising.
    pub fn islands(&self) -> impl Iterator<Item = usize> {
        (0..self.n_areas()).filter(|&area| self.of(area).is_empty())
    }

    /// The weighted sum of what the neighbours of an area have; 0 for an island.
    pub fn lag(&self, area: usize, values: &[f64]) -> f64 {
        self.of(area).iter().zip(self.weights_of(area)).map(|(&other, weight)| weight * values[other as usize]).sum()
    }

    /// The weight of `other` in the row of `area`, 0 where it is no neighbour.
    pub fn between(&self, area: usize, other: u32) -> f64 {
        self.of(area).binary_search(&other).map_or(0.0, |at| self.weights_of(area)[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_add_up_to_one_also_after_an_area_is_left_out() {
        // 0 - 1 - 2, and 3 alone.
        let weights = SpatialWeights::new(&[vec![1], vec![2, 0], vec![1], vec![]]).unwrap().row_standardised();
        assert_eq!((weights.of(1), weights.weights_of(1)), (&[0, 2][..], &[0.5, 0.5][..]));
        assert_eq!(weights.islands().collect::<Vec<_>>(), [3]);
        assert_eq!(weights.lag(1, &[2.0, 9.0, 4.0, 9.0]), 3.0);
        assert_eq!(weights.lag(3, &[2.0, 9.0, 4.0, 9.0]), 0.0);
        let among = weights.among(&[1, 2, 3]);
        assert_eq!((among.of(0), among.weights_of(0)), (&[1][..], &[1.0][..]));
        assert_eq!(weights.among(&[0, 2]).islands().count(), 2);
    }

    #[test]
    fn what_is_no_neighbour_is_refused() {
        let wrong = |rows: &[Vec<u32>]| SpatialWeights::new(rows).unwrap_err();
        assert_eq!(wrong(&[vec![0]]), WeightsError::Neighbour { area: 0, neighbour: 0 });
        assert_eq!(wrong(&[vec![], vec![2]]), WeightsError::Neighbour { area: 1, neighbour: 2 });
        assert_eq!(wrong(&[vec![1, 1], vec![]]), WeightsError::Neighbour { area: 0, neighbour: 1 });
        let no_number = SpatialWeights::weighted(&[vec![(1, f64::NAN)], vec![]]);
        assert_eq!(no_number.unwrap_err(), WeightsError::Weight { area: 0 });
    }
}
