// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A column of figures, close together: the form in which steps hand them on.
//!
//! In: figures, some of them missing. Out: the same, one at a time or as a slice.
//! Invariant: a place that is not known gives `None`, whatever number lies there. A column is never
//! changed, so columns that differ only in scale or in gaps share their memory, and a copy costs nothing.

use std::borrow::Cow;
use std::sync::Arc;

/// A column of figures, `[n_areas]`, some of them missing.
///
/// # Examples
/// ```
/// # use kapstok_score::Figures;
/// let figures: Figures = [Some(2.0), None].into_iter().collect();
/// assert_eq!((figures.get(0), figures.get(1)), (Some(2.0), None));
/// ```
#[derive(Clone, Default)]
pub struct Figures {
    /// A number for each area; where none is known, any.
    numbers: Arc<Vec<f64>>,
    /// Where a figure is known; `None` where all are.
    known: Option<Arc<Vec<bool>>>,
    /// What is done to each number when it is read.
    scale: Option<Scale>,
}

/// `(x - zero) / one`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scale {
    /// What becomes 0.
    pub(crate) zero: f64,
    /// The distance that becomes 1; below 0 it turns the order around.
    pub(crate) one: f64,
}

impl Scale {
    /// One number on this scale.
    pub(crate) fn place(self, number: f64) -> f64 {
        (number - self.zero) / self.one
    }
}

impl Figures {
    /// All of them known.
    pub fn all_known(numbers: Vec<f64>) -> Self {
        Self { numbers: Arc::new(numbers), known: None, scale: None }
    }

    /// How many areas there are, those without a figure included.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether there are no areas at all.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The figure of one area. Panics beyond the last.
    pub fn get(&self, area_index: usize) -> Option<f64> {
        let number = self.numbers[area_index];
        let known = self.known.as_ref().is_none_or(|known| known[area_index]);
        known.then(|| self.scale.map_or(number, |scale| scale.place(number)))
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Option<f64>> + '_ {
        (0..self.len()).map(|area_index| self.get(area_index))
    }

    /// As a column of its own.
    pub fn to_vec(&self) -> Vec<Option<f64>> {
        self.iter().collect()
    }

    /// How many are known.
    pub(crate) fn n_known(&self) -> usize {
        self.known.as_ref().map_or(self.len(), |known| known.iter().filter(|known| **known).count())
    }

    /// The numbers as they lie there, where they are known, and the scale that they are to be read by.
    pub(crate) fn parts(&self) -> (&[f64], Option<&[bool]>, Option<Scale>) {
        (&self.numbers, self.known.as_ref().map(|known| known.as_slice()), self.scale)
    }

    /// The known figures alone, in order.
    pub(crate) fn known(&self) -> Cow<'_, [f64]> {
        match (&self.known, self.scale) {
            (None, None) => Cow::Borrowed(&self.numbers),
            (None, Some(scale)) => self.numbers.iter().map(|number| scale.place(*number)).collect(),
            (Some(_), _) => self.iter().flatten().collect(),
        }
    }

    /// Puts a number in the place of each known figure, in order.
    pub(crate) fn with_known(&self, numbers: Vec<f64>) -> Self {
        let Some(known) = &self.known else { return Self::all_known(numbers) };
        let mut next = numbers.into_iter();
        let spread = known.iter().map(|known| if *known { next.next().unwrap_or(f64::NAN) } else { f64::NAN });
        Self { numbers: Arc::new(spread.collect()), known: Some(Arc::clone(known)), scale: None }
    }

    /// Without figures in the areas that are `out`, `[n_areas]`.
    pub(crate) fn without(&self, out: &[bool]) -> Self {
        if !out.contains(&true) {
            return self.clone();
        }
        let known = match &self.known {
            None => out.iter().map(|out| !out).collect(),
            Some(known) => known.iter().zip(out).map(|(known, out)| *known && !out).collect(),
        };
        Self { known: Some(Arc::new(known)), ..self.clone() }
    }

    /// On another scale. Shares the memory of this one; each figure is worked out when it is read.
    pub(crate) fn scaled(&self, scale: Scale) -> Self {
        let read = if self.scale.is_some() { self.map(|value| value) } else { self.clone() };
        Self { scale: Some(scale), ..read }
    }

    /// Does the same to each known figure.
    pub(crate) fn map(&self, change: impl Fn(f64) -> f64) -> Self {
        let numbers = match self.scale {
            None => self.numbers.iter().map(|number| change(*number)).collect(),
            Some(scale) => self.numbers.iter().map(|number| change(scale.place(*number))).collect(),
        };
        Self { numbers: Arc::new(numbers), known: self.known.clone(), scale: None }
    }
}

impl FromIterator<Option<f64>> for Figures {
    fn from_iter<I: IntoIterator<Item = Option<f64>>>(figures: I) -> Self {
        let figures = figures.into_iter();
        let mut numbers = Vec::with_capacity(figures.size_hint().0);
        let mut known: Option<Vec<bool>> = None;
        for figure in figures {
            match (figure, &mut known) {
                (Some(_), None) => {}
                (figure, Some(known)) => known.push(figure.is_some()),
                (None, none) => {
                    let mut known = vec![true; numbers.len()];
                    known.push(false);
                    *none = Some(known);
                }
            }
            numbers.push(figure.unwrap_or(f64::NAN));
        }
        Self { numbers: Arc::new(numbers), known: known.map(Arc::new), scale: None }
    }
}

impl From<Vec<Option<f64>>> for Figures {
    fn from(figures: Vec<Option<f64>>) -> Self {
        figures.into_iter().collect()
    }
}

impl PartialEq for Figures {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl std::fmt::Debug for Figures {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_stays_a_gap_on_every_scale_and_in_every_copy() {
        let figures = Figures::from(vec![Some(4.0), None, Some(f64::NAN), Some(8.0)]);
        assert_eq!((figures.len(), figures.n_known()), (4, 3));
        assert!(figures.get(2).is_some_and(f64::is_nan), "a figure that is no number is not a gap");
        let half = Figures::from(vec![Some(4.0), None, Some(6.0)]).scaled(Scale { zero: 2.0, one: -2.0 });
        assert_eq!(half.to_vec(), [Some(-1.0), None, Some(-2.0)]);
        // A scale upon a scale: -1 lies 1 above -2, and that is the half of 2.
        assert_eq!(half.scaled(Scale { zero: -2.0, one: 2.0 }).to_vec(), [Some(0.5), None, Some(0.0)]);
        assert_eq!(half.without(&[true, false, false]).to_vec(), [None, None, Some(-2.0)]);
        assert_eq!(half.with_known(vec![1.0, 2.0]).to_vec(), [Some(1.0), None, Some(2.0)]);
        assert_eq!(half.known().as_ref(), [-1.0, -2.0]);
        assert_eq!(half.map(|value| value + 1.0).to_vec(), [Some(0.0), None, Some(-1.0)]);
    }
}
