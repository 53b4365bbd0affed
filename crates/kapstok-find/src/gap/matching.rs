// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Areas that were alike to begin with: the nearest others over stated figures, and whether the two groups balance.
//!
//! In: columns of figures, chosen areas, areas to take from. Out: [`Matched`] and a [`Balance`] per figure. Invariants: no
//! area is taken twice; ties go by the order of the areas, so by code; the order in which areas were chosen plays no part.
//! Not here: which figures (the caller says, and tells people). Never the figure that is to be compared.

/// How to match.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MatchOptions {
    /// How many others for each chosen area, at most.
    pub per_area: usize,
    /// How far two areas may lie apart: the root mean square difference, in standard deviations.
    pub caliper: f64,
}

/// What was matched.
#[derive(Clone, Debug, PartialEq)]
pub struct Matched {
    /// Chosen area, other area, how far apart; nearest first.
    pub pairs: Vec<(usize, usize, f64)>,
    /// Chosen areas for which there is none near enough, or of which too little is known.
    pub alone: Vec<usize>,
}

impl Matched {
    /// The other areas, in the order of the areas.
    pub fn others(&self) -> Vec<usize> {
        let mut others: Vec<usize> = self.pairs.iter().map(|(_, other, _)| *other).collect();
        others.sort_unstable();
        others
    }

    /// Chosen areas that have another beside them, in the order of the areas.
    pub fn chosen(&self) -> Vec<usize> {
        let mut chosen: Vec<usize> = self.pairs.iter().map(|(chosen, _, _)| *chosen).collect();
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }
}

/// Matches chosen areas with others, without replacement: of all pairs within the caliper the nearest is taken first, until
/// each chosen area has its others.
///
/// * `columns`: `[n_figures][n_areas]`, not a number where there is no figure. An area takes part only where all are known.
/// * Distances are in standard deviations over chosen and others together.
pub fn matched(columns: &[&[f64]], chosen: &[usize], others: &[usize], options: MatchOptions) -> Matched {
    let known = |area: &usize| !columns.is_empty() && columns.iter().all(|column| !column[*area].is_nan());
    let from: Vec<usize> = others.iter().copied().filter(known).collect();
    let of: Vec<usize> = chosen.iter().copied().filter(known).collect();
    let scales: Vec<f64> = columns.iter().map(|column| deviation(column, of.iter().chain(&from).copied())).collect();
    // No more others are ever taken than this, so of each area's own list nothing beyond it is reached.
    let most = options.per_area * of.len();
    let order = |one: &(f64, usize, usize), other: &(f64, usize, usize)| {
        one.0.total_cmp(&other.0).then((one.1, one.2).cmp(&(other.1, other.2)))
    };
    let mut near: Vec<(f64, usize, usize)> = Vec::new();
    for &one in &of {
        let begun = near.len();
        for &other in &from {
            let squares: f64 = columns
                .iter()
                .zip(&scales)
                .filter(|(_, scale)| **scale > 0.0)
                .map(|(column, scale)| {
                    ((column[one] - column[other]) / scale) * ((column[one] - column[other]) / scale)
                })
                .sum();
            let distance = (squares / columns.len() as f64).sqrt();
            if distance <= options.caliper && one != other {
                near.push((distance, one, other));
            }
        }
        let own = &mut near[begun..];
        if own.len() > most {
            own.select_nth_unstable_by(most, order);
            near.truncate(begun + most);
        }
    }
    near.sort_unstable_by(order);
    let n_areas = columns.first().map_or(0, |column| column.len());
    let (mut n_of, mut taken) = (vec![0; n_areas], vec![false; n_areas]);
    let mut pairs = Vec::new();
    for (distance, one, other) in near {
        if n_of[one] < options.per_area && !taken[other] {
            n_of[one] += 1;
            taken[other] = true;
            pairs.push((one, other, distance));
        }
    }
    let mut alone: Vec<usize> = chosen.iter().copied().filter(|area| n_of.get(*area).is_none_or(|n| *n == 0)).collect();
    alone.sort_unstable();
    Matched { pairs, alone }
}

/// How well two groups agree in one figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Balance {
    /// Mean of the chosen areas.
    pub chosen: f64,
    /// Mean of the others.
    pub others: f64,
    /// The difference over the spread of before matching (standardised mean difference); 0 where nothing differs.
    pub standardised: f64,
    /// Variance of the chosen over that of the others; `None` where the latter is nil or a group has one area.
    pub variance_ratio: Option<f64>,
}

/// The spread by which a difference is standardised: the root of the mean of the variances of both groups before matching, so
/// that a difference cannot grow by a smaller spread. `None` where one has no figure or nothing differs.
pub fn scale(column: &[f64], chosen: &[usize], others: &[usize]) -> Option<f64> {
    let (one, other) = (moments(column, chosen)?, moments(column, others)?);
    // A single area has no spread of its own.
    let pooled = if chosen.len() < 2 { other.1 } else { (one.1 + other.1) / 2.0 };
    Some(pooled.sqrt()).filter(|scale| *scale > 0.0)
}

/// The balance of a figure between two groups, by a spread; `None` where one has no figure. Areas count alike.
///
/// # Source
/// P. C. Austin, *Statistics in Medicine* 28 (2009), 3083-3107: below 0.1 in absolute value is called balanced.
pub fn balance(column: &[f64], chosen: &[usize], others: &[usize], scale: Option<f64>) -> Option<Balance> {
    let (one, other) = (moments(column, chosen)?, moments(column, others)?);
    let standardised = scale.map_or(0.0, |scale| (one.0 - other.0) / scale);
    let comparable = other.1 > 0.0 && one.1 > 0.0;
    Some(Balance { chosen: one.0, others: other.0, standardised, variance_ratio: comparable.then(|| one.1 / other.1) })
}

/// Mean and variance of the known figures.
fn moments(column: &[f64], areas: &[usize]) -> Option<(f64, f64)> {
    let known: Vec<f64> = areas.iter().map(|area| column[*area]).filter(|value| !value.is_nan()).collect();
    if known.is_empty() {
        return None;
    }
    let n = known.len() as f64;
    let mean = known.iter().sum::<f64>() / n;
    let squares: f64 = known.iter().map(|value| (value - mean) * (value - mean)).sum();
    Some((mean, if known.len() > 1 { squares / (n - 1.0) } else { 0.0 }))
}

/// The standard deviation of the known figures of areas.
pub(super) fn deviation(column: &[f64], areas: impl Iterator<Item = usize>) -> f64 {
    let areas: Vec<usize> = areas.collect();
    moments(column, &areas).map_or(0.0, |(_, variance)| variance.sqrt())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const OPTIONS: MatchOptions = MatchOptions { per_area: 1, caliper: 9.0 };

    #[test]
    fn the_nearest_pair_is_taken_first_and_no_area_twice() {
        // Chosen 10 and 12; others 13, 11.5 and 30. Nearest of all: 12 with 11.5. Then 10 has 13 left.
        let column = [10.0, 12.0, 13.0, 11.5, 30.0];
        let found = matched(&[&column], &[0, 1], &[2, 3, 4], OPTIONS);
        assert_eq!(found.pairs.iter().map(|(one, other, _)| (*one, *other)).collect::<Vec<_>>(), [(1, 3), (0, 2)]);
        assert_eq!(found.others(), [2, 3]);
        // In another order of choosing the same comes out.
        assert_eq!(matched(&[&column], &[1, 0], &[4, 3, 2], OPTIONS), found);
    }

    #[test]
    fn ties_go_by_the_order_of_the_areas() {
        let column = [5.0, 4.0, 6.0];
        assert_eq!(matched(&[&column], &[0], &[2, 1], OPTIONS).others(), [1]);
    }

    #[test]
    fn an_area_that_has_no_like_is_said_to_be_alone() {
        let column = [1.0, 100.0, 1.1, f64::NAN];
        let found = matched(&[&column], &[0, 1, 3], &[2], MatchOptions { per_area: 1, caliper: 0.1 });
        assert_eq!((found.chosen(), found.alone), (vec![0], vec![1, 3]));
    }

    #[test]
    fn balance_worked_by_hand() {
        // Means 2 and 4; variances 1 and 4; the root of 2.5 is 1.5811.
        let column = [1.0, 2.0, 3.0, 2.0, 4.0, 6.0];
        let scale = scale(&column, &[0, 1, 2], &[3, 4, 5]);
        let found = balance(&column, &[0, 1, 2], &[3, 4, 5], scale).unwrap();
        assert!((found.standardised + 2.0 / libm::sqrt(2.5)).abs() < 1e-12, "{found:?}");
        assert_eq!(found.variance_ratio, Some(0.25));
    }

    proptest! {
        #[test]
        fn what_is_left_out_of_a_long_list_is_never_reached(
            values in prop::collection::vec(0..20i32, 12..40), n_chosen in 1..5usize, per_area in 0..3usize,
        ) {
            // Whole numbers give ties. All pairs, nearest first.
            let column: Vec<f64> = values.iter().map(|value| f64::from(*value)).collect();
            let (chosen, others) = ((0..n_chosen).collect::<Vec<_>>(), (n_chosen..values.len()).collect::<Vec<_>>());
            let far = |one: usize, other: usize| (values[one] - values[other]).abs();
            let mut all: Vec<(i32, usize, usize)> = chosen
                .iter()
                .flat_map(|one| others.iter().map(move |other| (far(*one, *other), *one, *other)))
                .collect();
            all.sort_unstable();
            let mut taken: Vec<(usize, usize)> = Vec::new();
            for (_, one, other) in all {
                let n_of = taken.iter().filter(|pair| pair.0 == one).count();
                if n_of < per_area && taken.iter().all(|pair| pair.1 != other) {
                    taken.push((one, other));
                }
            }
            let found = matched(&[&column], &chosen, &others, MatchOptions { per_area, caliper: 1e9 });
            prop_assert_eq!(found.pairs.iter().map(|pair| (pair.0, pair.1)).collect::<Vec<_>>(), taken);
        }

        #[test]
        fn areas_that_have_a_twin_balance(values in prop::collection::vec(-50.0..50.0f64, 2..20)) {
            let n = values.len();
            let column: Vec<f64> = values.iter().chain(&values).copied().collect();
            let (chosen, others) = ((0..n).collect::<Vec<_>>(), (n..2 * n).collect::<Vec<_>>());
            let found = matched(&[&column], &chosen, &others, OPTIONS);
            prop_assert!(found.alone.is_empty());
            let scale = scale(&column, &chosen, &others);
            let balance = balance(&column, &found.chosen(), &found.others(), scale).unwrap();
            prop_assert!(balance.standardised.abs() < 1e-9);
            prop_assert!(balance.variance_ratio.is_none_or(|ratio| (ratio - 1.0).abs() < 1e-9));
        }
    }
}
