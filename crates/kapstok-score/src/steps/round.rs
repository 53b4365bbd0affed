// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `round`: decimals with a stated rule for halves.

use kapstok_recipe::steps::round::{Mode, Round};

use crate::figures::Figures;

/// Rounds every known figure; `[n_areas]` in and out.
pub(super) fn round(figures: &Figures, step: &Round) -> Figures {
    figures.map(|value| round_one(value, step.decimals, step.mode))
}

fn round_one(value: f64, decimals: u32, mode: Mode) -> f64 {
    match mode {
        Mode::HalfUp => round_half_up(value, decimals),
        Mode::HalfEven => {
            let scale = power_of_ten(decimals);
            (value * scale).round_ties_even() / scale
        }
    }
}

/// Half away from zero, with a guard of 1e-9 of the last decimal: 0.5 that came out as 0.49999999999
/// is meant as a half. The guard is the one that reproduces the Welsh index of 2019.
pub fn round_half_up(value: f64, decimals: u32) -> f64 {
    let scale = power_of_ten(decimals);
    let whole = (value.abs() * scale + 0.5 + 1e-9).floor();
    (whole / scale).copysign(value)
}

/// Exact for all decimals that the language allows.
fn power_of_ten(decimals: u32) -> f64 {
    (0..decimals).fold(1.0, |power, _| power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_where_the_recipe_says() {
        let cases = [
            (0.125, 2, Mode::HalfUp, 0.13),
            (0.125, 2, Mode::HalfEven, 0.12),
            (-0.125, 2, Mode::HalfUp, -0.13),
            (1.005, 2, Mode::HalfUp, 1.01), // 1.005 is 1.00499999999999989 in binary.
            (2.5, 0, Mode::HalfEven, 2.0),
            (2.5, 0, Mode::HalfUp, 3.0),
            (12.34, 1, Mode::HalfUp, 12.3),
        ];
        for (value, decimals, mode, expected) in cases {
            assert_eq!(round_one(value, decimals, mode), expected, "{value} {decimals} {mode:?}");
        }
    }
}
