// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An estimate of health per area, made from income and age alone, as a health institute would: what it
//! lacks (education, homes, neighbours) is noise here.
//!
//! It sees no person and no programme: where health differs from what income and age say, it is wrong.
//! Municipalities and the country are as counted.

use super::super::counts::{Count, Tally};
use super::super::random::Draw;
use super::{Area, Level};

/// Areas with fewer adults get no estimate and do not teach the model.
const MIN_ADULTS: u32 = 50;

/// Adults in good health, tenths of a per cent, for each area.
pub(super) fn health_estimates(areas: &[Area], draw: &mut Draw) -> Vec<Option<i64>> {
    let part = |tally: &Tally, n, of| f64::from(tally.get(n)) / f64::from(tally.get(of).max(1));
    let inputs = |tally: &Tally| {
        [1.0, part(tally, Count::LowIncomeHouseholds, Count::Households), part(tally, Count::Elderly, Count::Residents)]
    };
    let good = |tally: &Tally| 1.0 - part(tally, Count::BadHealth, Count::Adults);
    let taught: Vec<&Tally> = areas
        .iter()
        .filter(|area| area.level == Level::Neighbourhood && area.tally.get(Count::Adults) >= MIN_ADULTS)
        .map(|area| &area.tally)
        .collect();
    let coefficients = least_squares(&taught.iter().map(|tally| (inputs(tally), good(tally))).collect::<Vec<_>>());
    areas
        .iter()
        .map(|area| {
            // Drawn for every area, so that no area moves another.
            let missed = 0.026 * draw.normal();
            if area.tally.get(Count::Adults) < MIN_ADULTS {
                return None;
            }
            let estimate = match area.level {
                Level::Country | Level::Municipality => good(&area.tally),
                Level::District | Level::Neighbourhood => {
                    inputs(&area.tally).iter().zip(coefficients).map(|(input, weight)| input * weight).sum::<f64>()
                        + missed
                }
            };
            Some(libm::floor(estimate.clamp(0.0, 1.0) * 1000.0 + 0.5) as i64)
        })
        .collect()
}

/// Ordinary least squares with three inputs, by elimination on the normal equations.
fn least_squares(rows: &[([f64; 3], f64)]) -> [f64; 3] {
    let mut equations = [[0.0; 4]; 3];
    for (inputs, outcome) in rows {
        for (equation, input) in equations.iter_mut().zip(inputs) {
            for (cell, other) in equation.iter_mut().zip(inputs.iter().chain([outcome])) {
                *cell += input * other;
            }
        }
    }
    for pivot in 0..3 {
        for row in (0..3).filter(|row| *row != pivot) {
            let factor = equations[row][pivot] / equations[pivot][pivot];
            let from = equations[pivot];
            equations[row].iter_mut().zip(from).for_each(|(cell, above)| *cell -= factor * above);
        }
    }
    std::array::from_fn(|row| equations[row][3] / equations[row][row])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn least_squares_finds_the_plane_that_points_lie_on() {
        // y = 2 + 3 a - b
        let rows: Vec<([f64; 3], f64)> = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (2.0, 5.0)]
            .into_iter()
            .map(|(a, b)| ([1.0, a, b], 2.0 + 3.0 * a - b))
            .collect();
        let found = least_squares(&rows);
        for (found, expected) in found.into_iter().zip([2.0, 3.0, -1.0]) {
            assert!((found - expected).abs() < 1e-12);
        }
    }
}
