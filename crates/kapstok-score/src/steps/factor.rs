// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `factor`: one factor by maximum likelihood, and its regression scores.
//!
//! # Source
//! Jöreskog, Some contributions to maximum likelihood factor analysis, Psychometrika 32 (1967): the likelihood. It is
//! climbed by the steps of Rubin and Thayer, EM algorithms for ML factor analysis, Psychometrika 47 (1982).
//! Thurstone, The vectors of mind (1935): the scores.

use kapstok_recipe::steps::factor::Factor;

use crate::figures::Figures;
use crate::run::ScoreError;

/// A column keeps at least this part of its variance for itself, as in R's `factanal`: where the likelihood would have
/// it at 0 or below (a Heywood case) it stays here.
const LEAST_OWN: f64 = 0.005;
/// Loadings that change by less have settled.
const SETTLED: f64 = 1e-13;
/// More steps than this and they are taken not to settle.
const MAX_STEPS: usize = 200_000;

/// Loading, and the part of its variance that is its own, of each column.
struct Model {
    loadings: Vec<f64>,
    own: Vec<f64>,
}

impl Model {
    /// Weight of each standardised column in the score: the loadings times the inverse of the fitted correlations.
    fn weights(&self) -> Vec<f64> {
        let parts = self.loadings.iter().zip(&self.own);
        let information: f64 = parts.clone().map(|(loading, own)| loading * loading / own).sum();
        parts.map(|(loading, own)| loading / own / (1.0 + information)).collect()
    }
}

/// Scores of the areas of which every column is known; the others have none and take no part in the model.
///
/// # Errors
/// [`ScoreError::TooFew`] with no more such areas than columns; [`ScoreError::NoSpread`] when a column has one value;
/// [`ScoreError::NotSettled`] when no model is found.
pub(super) fn factor(columns: &[&Figures], step: &Factor, n_areas: usize) -> Result<Figures, ScoreError> {
    let row = |area: usize| columns.iter().map(|column| column.get(area)).collect::<Option<Vec<f64>>>();
    let rows: Vec<Option<Vec<f64>>> = (0..n_areas).map(row).collect();
    let known: Vec<&Vec<f64>> = rows.iter().flatten().collect();
    let n = known.len() as f64;
    if known.len() <= columns.len() {
        return Err(ScoreError::TooFew { step: step.out.clone(), found: known.len(), needed: columns.len() + 1 });
    }
    let mut scales = Vec::with_capacity(columns.len());
    for column in 0..columns.len() {
        let mean = known.iter().map(|row| row[column]).sum::<f64>() / n;
        let squares: f64 = known.iter().map(|row| (row[column] - mean) * (row[column] - mean)).sum();
        let deviation = (squares / (n - 1.0)).sqrt();
        if !(deviation > 0.0 && deviation.is_finite()) {
            return Err(ScoreError::NoSpread { step: step.out.clone() });
        }
        scales.push((mean, deviation));
    }
    let standard = |row: &[f64]| -> Vec<f64> {
        row.iter().zip(&scales).map(|(value, (mean, deviation))| (value - mean) / deviation).collect()
    };
    let mut correlations = vec![vec![0.0; columns.len()]; columns.len()];
    for row in &known {
        let row = standard(row);
        for (line, left) in correlations.iter_mut().zip(&row) {
            for (cell, right) in line.iter_mut().zip(&row) {
                *cell += left * right / (n - 1.0);
            }
        }
    }
    let positive = step.inputs.iter().position(|name| *name == step.positive).unwrap_or(0);
    let model = fit(&correlations).ok_or_else(|| ScoreError::NotSettled { step: step.out.clone() })?;
    let sign = if model.loadings[positive] < 0.0 { -1.0 } else { 1.0 };
    let weights = model.weights();
    let score = |row: &Vec<f64>| {
        let standard = standard(row);
        sign * standard.iter().zip(&weights).map(|(value, weight)| value * weight).sum::<f64>()
    };
    Ok(rows.iter().map(|row| row.as_ref().map(score)).collect())
}

/// The model that makes correlations most likely; `None` when it does not settle.
fn fit(correlations: &[Vec<f64>]) -> Option<Model> {
    let n = correlations.len();
    let times = |vector: &[f64]| -> Vec<f64> {
        correlations.iter().map(|line| line.iter().zip(vector).map(|(left, right)| left * right).sum()).collect()
    };
    // The column that correlates most with all others says where to begin.
    let strength = |line: &Vec<f64>| line.iter().map(|cell| cell.abs()).sum::<f64>();
    let first = correlations.iter().max_by(|left, right| strength(left).total_cmp(&strength(right)))?;
    let mut model = Model { loadings: first.iter().map(|cell| 0.7 * cell).collect(), own: vec![0.5; n] };
    for _ in 0..MAX_STEPS {
        let weights = model.weights();
        let with_columns = times(&weights);
        let explained: f64 = weights.iter().zip(&model.loadings).map(|(weight, loading)| weight * loading).sum();
        let spread: f64 = weights.iter().zip(&with_columns).map(|(weight, part)| weight * part).sum();
        // The variance of the factor, given the columns, and of what is known of it.
        let variance = 1.0 - explained + spread;
        let loadings: Vec<f64> = with_columns.iter().map(|part| part / variance).collect();
        let own = loadings.iter().zip(&with_columns).enumerate();
        let own = own.map(|(column, (loading, part))| (correlations[column][column] - loading * part).max(LEAST_OWN));
        let own: Vec<f64> = own.collect();
        let change = |(new, old): (&f64, &f64)| (new - old).abs();
        let changes = loadings.iter().zip(&model.loadings).map(change).chain(own.iter().zip(&model.own).map(change));
        let most = changes.fold(0.0, f64::max);
        model = Model { loadings, own };
        if most < SETTLED {
            return Some(model);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Draws;

    fn from_lower(lower: &[&[f64]]) -> Vec<Vec<f64>> {
        let n = lower.len() + 1;
        let cell = |line: usize, column: usize| match line.cmp(&column) {
            std::cmp::Ordering::Equal => 1.0,
            std::cmp::Ordering::Greater => lower[line - 1][column],
            std::cmp::Ordering::Less => lower[column - 1][line],
        };
        (0..n).map(|line| (0..n).map(|column| cell(line, column)).collect()).collect()
    }

    #[test]
    fn three_columns_have_the_loadings_that_their_correlations_give() {
        // With three columns the model fits exactly: a² = r12 r13 / r23.
        let model = fit(&from_lower(&[&[0.72], &[0.63, 0.56]])).unwrap();
        for (found, expected) in model.loadings.iter().zip([0.9, 0.8, 0.7]) {
            assert!((found - expected).abs() < 1e-10, "{found} for {expected}");
        }
        for (found, expected) in model.own.iter().zip([0.19, 0.36, 0.51]) {
            assert!((found - expected).abs() < 1e-10);
        }
    }

    #[test]
    fn loadings_are_those_at_which_the_likelihood_is_highest() {
        // Correlations of six school subjects of 220 boys: Lawley and Maxwell, Factor analysis as a statistical method
        // (1971). Loadings and weights of scores: the same likelihood by the general minimisers of SciPy.
        let model = fit(&from_lower(&[
            &[0.439],
            &[0.410, 0.351],
            &[0.288, 0.354, 0.164],
            &[0.329, 0.320, 0.190, 0.595],
            &[0.248, 0.329, 0.181, 0.470, 0.464],
        ]))
        .unwrap();
        let loadings = [0.494_412_01, 0.536_515_37, 0.348_119_41, 0.731_089_65, 0.734_031_36, 0.615_470_78];
        let weights = [0.136_557_67, 0.157_218_7, 0.082_665_83, 0.327_746_29, 0.332_140_23, 0.206_763_19];
        let found = model.loadings.iter().chain(&model.weights()).copied().collect::<Vec<f64>>();
        for (found, expected) in found.iter().zip(loadings.iter().chain(&weights)) {
            assert!((found - expected).abs() < 1e-6, "{found} for {expected}");
        }
    }

    #[test]
    fn a_column_that_would_keep_less_than_nothing_keeps_a_little() {
        // r12 r13 / r23 = 1.62: a Heywood case.
        let model = fit(&from_lower(&[&[0.9], &[0.9, 0.5]])).unwrap();
        assert_eq!(model.own[0], LEAST_OWN);
    }

    #[test]
    fn the_positive_column_says_which_way_the_scores_point_and_gaps_take_no_part() {
        let step = |positive: &str| Factor {
            inputs: ["a", "b", "c", "d"].map(str::to_owned).to_vec(),
            out: "f".to_owned(),
            positive: positive.to_owned(),
        };
        let common = |area: u32| Draws::new(1, area, 0).normal();
        let column = |sign: f64, number: u32| -> Figures {
            let one = |area: u32| sign * common(area) + 0.5 * Draws::new(1, area, number).normal();
            (0..200).map(|area| (area != 7 || number != 2).then(|| one(area))).collect()
        };
        let columns = [column(1.0, 1), column(-1.0, 2), column(1.0, 3), column(1.0, 4)];
        let columns: Vec<&Figures> = columns.iter().collect();
        let (up, down) = (factor(&columns, &step("a"), 200).unwrap(), factor(&columns, &step("b"), 200).unwrap());
        assert_eq!((up.get(7), up.n_known()), (None, 199));
        assert_eq!(up.map(|score| -score), down);
        let products: f64 = (0..200).filter_map(|area| Some(up.get(area as usize)? * common(area))).sum();
        assert!(products > 100.0, "{products}");
        let few = factor(&columns[..], &step("a"), 4);
        assert!(matches!(few, Err(ScoreError::TooFew { found: 4, needed: 5, .. })));
    }
}
