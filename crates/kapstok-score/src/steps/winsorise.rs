// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `winsorise`.

use kapstok_recipe::steps::winsorise::{Otherwise, Winsorise};

use crate::figures::Figures;

/// Draws in the figures at one end until skewness or excess kurtosis is within its bound.
///
/// The end is the high one where the skewness of the column as it came is 0 or more. With k figures drawn in, the k
/// outermost have the value of the one that follows; k grows from 1 to the most that is allowed. Figures that are
/// equal count each. A column of fewer than four figures, or without spread, is left as it is.
///
/// # Source
/// Becker, Saisana, Paruolo and Vandecasteele, The ASEM Sustainable Connectivity Portal (Joint Research Centre, 2018),
/// as the R package `COINr` carries it out.
pub(super) fn winsorise(figures: &Figures, step: &Winsorise) -> Figures {
    let known = figures.known();
    let is_within = |values: &[f64]| match shape(values) {
        Some((skewness, kurtosis)) => skewness.abs() < step.skewness || kurtosis < step.kurtosis,
        None => true,
    };
    if is_within(&known) {
        return figures.clone();
    }
    let is_high = shape(&known).is_some_and(|(skewness, _)| skewness >= 0.0);
    let mut outermost: Vec<usize> = (0..known.len()).collect();
    outermost.sort_by(|&left, &right| {
        let order = known[left].total_cmp(&known[right]);
        if is_high { order.reverse() } else { order }
    });
    for n_points in 1..=(step.max_points as usize).min(known.len().saturating_sub(1)) {
        let mut drawn_in = known.to_vec();
        for &position in &outermost[..n_points] {
            drawn_in[position] = known[outermost[n_points]];
        }
        if is_within(&drawn_in) {
            return figures.with_known(drawn_in);
        }
    }
    match step.otherwise {
        Otherwise::Leave => figures.clone(),
        Otherwise::Logarithm => {
            let lowest = known.iter().copied().fold(f64::INFINITY, f64::min);
            let highest = known.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            figures.map(|value| libm::log(value - lowest + 0.01 * (highest - lowest)))
        }
    }
}

/// Skewness and excess kurtosis, adjusted for the size of the sample (G1 and G2); `None` where they do not exist.
///
/// # Source
/// Joanes and Gill, Comparing measures of sample skewness and kurtosis, The Statistician 47 (1998).
fn shape(values: &[f64]) -> Option<(f64, f64)> {
    let n = values.len() as f64;
    if values.len() < 4 {
        return None;
    }
    let mean = values.iter().sum::<f64>() / n;
    let moment = |power: i32| {
        let one = |value: &f64| {
            let square = (value - mean) * (value - mean);
            match power {
                2 => square,
                3 => square * (value - mean),
                _ => square * square,
            }
        };
        values.iter().map(one).sum::<f64>() / n
    };
    let variance = moment(2);
    if variance <= 0.0 {
        return None;
    }
    let skewness = moment(3) / (variance * variance.sqrt()) * (n * (n - 1.0)).sqrt() / (n - 2.0);
    let excess = moment(4) / (variance * variance) - 3.0;
    let kurtosis = ((n + 1.0) * excess + 6.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0));
    Some((skewness, kurtosis))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(max_points: u32, otherwise: Otherwise) -> Winsorise {
        let (input, out) = ("x".to_owned(), "w".to_owned());
        Winsorise { input, out, skewness: 2.0, kurtosis: 3.5, max_points, otherwise }
    }

    #[test]
    fn skewness_and_kurtosis_are_those_of_a_sample() {
        // 1 2 3 4 10: mean 4, m2 = 10, m3 = 36, m4 = 278.8; g1 = 1.138420, times root 20 / 3 is 1.697056.
        let (skewness, kurtosis) = shape(&[1.0, 2.0, 3.0, 4.0, 10.0]).unwrap();
        assert!((skewness - 1.697_056_274_847_714).abs() < 1e-12, "{skewness}");
        // g2 = -0.212; (6 × -0.212 + 6) × 4 / (3 × 2) = 3.152.
        assert!((kurtosis - 3.152).abs() < 1e-12, "{kurtosis}");
        assert_eq!((shape(&[1.0, 2.0, 9.0]), shape(&[3.0; 9])), (None, None));
    }

    #[test]
    fn one_figure_far_out_is_drawn_in_to_the_next_and_the_gap_stays() {
        let mut values: Vec<Option<f64>> = (1..=20).map(|value| Some(f64::from(value))).collect();
        values.push(None);
        values.push(Some(1000.0));
        let found = winsorise(&Figures::from(values.clone()), &step(5, Otherwise::Leave));
        assert_eq!((found.get(19), found.get(20), found.get(21)), (Some(20.0), None, Some(20.0)));
        assert_eq!(found.to_vec()[..19], values[..19]);
        // The other end, where the column leans to the other side.
        let turned = values.iter().map(|value| value.map(|value| -value)).collect::<Figures>();
        assert_eq!(winsorise(&turned, &step(5, Otherwise::Leave)).get(21), Some(-20.0));
        // A column within the bounds is not touched.
        let even = Figures::all_known(vec![1.0, 2.0, 3.0, 4.0, 10.0]);
        assert_eq!(winsorise(&even, &step(5, Otherwise::Logarithm)), even);
    }

    #[test]
    fn what_is_still_too_skew_has_its_logarithm_or_stays_as_stated() {
        let mut values = vec![0.0; 30];
        values[..3].copy_from_slice(&[100.0, 80.0, 90.0]);
        let figures = Figures::all_known(values);
        assert_eq!(winsorise(&figures, &step(1, Otherwise::Leave)), figures);
        let found = winsorise(&figures, &step(1, Otherwise::Logarithm));
        // ln(0 + 0.01 × 100) = 0 and ln(101).
        assert_eq!(found.get(5), Some(0.0));
        assert!((found.get(0).unwrap() - libm::log(101.0)).abs() < 1e-15);
    }
}
