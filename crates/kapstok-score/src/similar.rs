// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which areas are like this one, over stated figures?
//!
//! In: columns of figures. Out: for one area the nearest others, how far, and in which figures they differ least.
//! The distance is the root mean square of differences, each in robust standard deviations of its figure (1.4826 times
//! the median distance to the median; where more than half of the areas are equal, the quartile range over 1.349).
//! Invariant: two areas are compared only where at least half of the figures are known of both; ties go by the order
//! of the areas. Not here: which figures are compared (the caller says, and tells people).

/// Figures in robust standard deviations from their median, `[n_areas][n_figures]`.
#[derive(Clone, Debug)]
pub struct Likeness {
    n_figures: usize,
    /// Not a number where there is no figure.
    standardised: Vec<f32>,
}

/// An area that is like another.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// Its place in the order of the areas.
    pub area_index: usize,
    /// How far: the root mean square of the differences.
    pub distance: f64,
    /// Over how many figures.
    pub n_shared: usize,
    /// Figures by place, with the difference in standard deviations; those that differ least first.
    pub least: Vec<(usize, f64)>,
}

impl Likeness {
    /// Standardises columns; not a number where there is no figure.
    ///
    /// * `columns`: `[n_figures][n_areas]`.
    /// * A figure without spread says nothing and is left out of every comparison.
    ///
    /// Panics when columns differ in length.
    pub fn new(columns: &[&[f64]]) -> Self {
        let n_figures = columns.len();
        let n_areas = columns.first().map_or(0, |column| column.len());
        let mut standardised = vec![f32::NAN; n_areas * n_figures];
        for (figure, column) in columns.iter().enumerate() {
            assert_eq!(column.len(), n_areas, "columns of one list of areas");
            let Some((median, deviation)) = robust(column) else { continue };
            for (area_index, value) in column.iter().enumerate() {
                standardised[area_index * n_figures + figure] = ((value - median) / deviation) as f32;
            }
        }
        Self { n_figures, standardised }
    }

    /// Whether enough is known of an area to compare it.
    pub fn is_comparable(&self, area_index: usize) -> bool {
        let known = self.of(area_index).iter().filter(|value| !value.is_nan()).count();
        known > 0 && 2 * known >= self.n_figures
    }

    /// The `n` areas that are most like one, nearest first. Panics when there is no such area.
    pub fn nearest(&self, area_index: usize, n: usize) -> Vec<Near> {
        if n == 0 || !self.is_comparable(area_index) {
            return Vec::new();
        }
        let own = self.of(area_index);
        let mut best: Vec<(f32, usize)> = Vec::with_capacity(n + 1);
        for (other, values) in self.standardised.chunks_exact(self.n_figures).enumerate() {
            let (mut sum, mut n_shared) = (0.0f32, 0u32);
            for (one, value) in own.iter().zip(values) {
                let difference = one - value;
                if !difference.is_nan() {
                    sum += difference * difference;
                    n_shared += 1;
                }
            }
            if other == area_index || n_shared == 0 || (2 * n_shared as usize) < self.n_figures {
                continue;
            }
            let mean_square = sum / n_shared as f32;
            // Equal distances stay in the order of the areas.
            let at = best.partition_point(|(known, _)| *known <= mean_square);
            if at < n {
                best.insert(at, (mean_square, other));
                best.truncate(n);
            }
        }
        best.into_iter().map(|(_, other)| self.compared(area_index, other)).collect()
    }

    /// The areas most like one when a group of figures is left out, for each group: nearest first. Areas that are alike in
    /// a figure differ in it by nothing, so who compares a figure leaves its group out.
    ///
    /// * `groups`: per figure the group that it belongs to; `None` is left out of all.
    /// * Returns `[n_groups][at most n]`.
    pub fn nearest_apart(
        &self,
        area_index: usize,
        n: usize,
        groups: &[Option<usize>],
        n_groups: usize,
    ) -> Vec<Vec<usize>> {
        let mut best: Vec<Vec<(f32, usize)>> = vec![Vec::with_capacity(n + 1); n_groups];
        if n == 0 || !self.is_comparable(area_index) {
            return vec![Vec::new(); n_groups];
        }
        let own = self.of(area_index);
        let mut of_group = vec![(0.0f32, 0u32); n_groups];
        for (other, values) in self.standardised.chunks_exact(self.n_figures).enumerate() {
            if other == area_index {
                continue;
            }
            of_group.fill((0.0, 0));
            let mut all = (0.0f32, 0u32);
            for ((one, value), group) in own.iter().zip(values).zip(groups) {
                let difference = one - value;
                if let Some(group) = group.filter(|_| !difference.is_nan()) {
                    let square = difference * difference;
                    all = (all.0 + square, all.1 + 1);
                    of_group[group] = (of_group[group].0 + square, of_group[group].1 + 1);
                }
            }
            for (best, group) in best.iter_mut().zip(&of_group) {
                let n_shared = all.1 - group.1;
                // Too little is known of both.
                if n_shared == 0 || (2 * n_shared as usize) < self.n_figures.div_ceil(2) {
                    continue;
                }
                let mean_square = ((all.0 - group.0) / n_shared as f32).max(0.0);
                let at = best.partition_point(|(known, _)| *known <= mean_square);
                if at < n {
                    best.insert(at, (mean_square, other));
                    best.truncate(n);
                }
            }
        }
        best.into_iter().map(|best| best.into_iter().map(|(_, other)| other).collect()).collect()
    }

    fn compared(&self, area_index: usize, other: usize) -> Near {
        let pairs = self.of(area_index).iter().zip(self.of(other)).enumerate();
        let differences = pairs.map(|(figure, (one, value))| (figure, f64::from(one - value)));
        let mut least: Vec<(usize, f64)> = differences.filter(|(_, difference)| !difference.is_nan()).collect();
        let sum: f64 = least.iter().map(|(_, difference)| difference * difference).sum();
        least.sort_by(|(_, one), (_, difference)| one.abs().total_cmp(&difference.abs()));
        let n_shared = least.len();
        Near { area_index: other, distance: (sum / n_shared.max(1) as f64).sqrt(), n_shared, least }
    }

    fn of(&self, area_index: usize) -> &[f32] {
        &self.standardised[area_index * self.n_figures..(area_index + 1) * self.n_figures]
    }
}

/// Median and robust standard deviation; `None` where there is no spread.
fn robust(column: &[f64]) -> Option<(f64, f64)> {
    let mut known: Vec<f64> = column.iter().copied().filter(|value| !value.is_nan()).collect();
    if known.is_empty() {
        return None;
    }
    known.sort_by(f64::total_cmp);
    let median = at_part(&known, 0.5);
    let quartiles = (at_part(&known, 0.75) - at_part(&known, 0.25)) / 1.349;
    known.iter_mut().for_each(|value| *value = (*value - median).abs());
    known.sort_by(f64::total_cmp);
    let deviation = [1.4826 * at_part(&known, 0.5), quartiles].into_iter().find(|deviation| *deviation > 0.0)?;
    Some((median, deviation))
}

/// The value below which a part of a sorted list lies; between two values on the line between them.
fn at_part(sorted: &[f64], part: f64) -> f64 {
    let place = part * (sorted.len() - 1) as f64;
    let (below, rest) = (place as usize, place - libm::floor(place));
    match sorted.get(below + 1) {
        Some(next) if rest > 0.0 => sorted[below] + rest * (next - sorted[below]),
        _ => sorted[below],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_area_is_that_whose_figures_differ_least_in_deviations() {
        // Median 3 and median distance 1 in both: a deviation is 1.4826 in the one and 148.26 in the other.
        let (small, large) = ([1.0, 2.0, 3.0, 4.0, 5.0], [500.0, 100.0, 300.0, 400.0, 200.0]);
        let likeness = Likeness::new(&[&small, &large]);
        let near = likeness.nearest(2, 2);
        // From (3, 300): the fourth differs by 1 and 100, so 1/1.4826 in both. The second by 1 and 200; the fifth by
        // 2 and 100: equal distances, and the second comes first in the order of the areas.
        assert_eq!(near.iter().map(|it| it.area_index).collect::<Vec<_>>(), [3, 1]);
        assert!((near[0].distance - 1.0 / 1.4826).abs() < 1e-6, "{near:?}");
        assert!((near[1].distance - libm::sqrt(2.5) / 1.4826).abs() < 1e-6, "{near:?}");
        assert_eq!(near[1].least[0].0, 0);
    }

    #[test]
    fn areas_of_which_less_than_half_is_known_are_like_no_other() {
        let nan = f64::NAN;
        let columns: [&[f64]; 3] = [&[1.0, 1.0, 2.0, 3.0], &[nan, 1.0, 2.0, 3.0], &[nan, 1.0, nan, 3.0]];
        let likeness = Likeness::new(&columns);
        assert!(!likeness.is_comparable(0) && likeness.is_comparable(2));
        assert!(likeness.nearest(0, 5).is_empty());
        // The first is known in one of three figures only, and is near to nobody.
        assert!(likeness.nearest(1, 5).iter().all(|near| near.area_index != 0 && near.n_shared >= 2));
    }

    #[test]
    fn a_figure_that_is_compared_is_left_out_of_who_is_alike() {
        let (one, two) = ([0.0, 9.0, 1.0, 5.0, 7.0], [0.0, 0.5, 8.0, 6.0, 3.0]);
        let likeness = Likeness::new(&[&one, &two]);
        let found = likeness.nearest_apart(0, 1, &[Some(0), Some(1)], 2);
        // Without the first figure the second area is nearest, without the second the third.
        assert_eq!(found, [[1], [2]]);
    }

    #[test]
    fn a_figure_that_is_equal_everywhere_says_nothing() {
        let likeness = Likeness::new(&[&[7.0, 7.0, 7.0], &[1.0, 2.0, 9.0]]);
        assert_eq!(likeness.nearest(0, 1)[0].least.len(), 1);
        assert!(Likeness::new(&[]).nearest_is_empty());
    }

    impl Likeness {
        fn nearest_is_empty(&self) -> bool {
            self.standardised.is_empty()
        }
    }
}
