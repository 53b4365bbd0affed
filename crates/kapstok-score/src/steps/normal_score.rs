// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `normal-score`.

use kapstok_recipe::steps::normal_score::NormalScore;
use kapstok_recipe::steps::rank::{Order, Rank};

use super::rank;
use crate::figures::Figures;
use crate::normal;

/// `Φ⁻¹((r - c) / (n + 1 - 2c))`, with rank 1 for the lowest; n counts the areas with a figure.
pub(super) fn normal_score(figures: &Figures, step: &NormalScore) -> Figures {
    let (input, out) = (step.input.clone(), step.out.clone());
    let ranks = rank::rank(figures, &Rank { input, out, order: Order::LowestFirst, ties: step.ties });
    let n = ranks.n_known() as f64;
    let part = |r: f64| (r - step.offset) / (n + 1.0 - 2.0 * step.offset);
    ranks.iter().map(|r| r.and_then(|r| normal::quantile(part(r)))).collect()
}

#[cfg(test)]
mod tests {
    use kapstok_recipe::steps::rank::Ties;

    use super::*;

    #[test]
    fn scores_are_those_of_blom_and_of_van_der_waerden() {
        let score = |offset, ties| {
            let step = NormalScore { input: "x".into(), out: "z".into(), offset, ties };
            normal_score(&Figures::from(vec![Some(7.0), None, Some(3.0), Some(9.0), Some(7.0)]), &step).to_vec()
        };
        // Of four figures Blom's parts are 0.625, 1.625, 2.625 and 3.625 of 4.25.
        let blom = score(0.375, Ties::Mean);
        assert!((blom[2].unwrap() - -1.049_131_397_963_97).abs() < 1e-9, "{blom:?}");
        assert_eq!((blom[1], blom[0], blom[4]), (None, Some(0.0), Some(0.0)));
        // Ranks of 2 and 4 of n + 1 = 5.
        let least = score(0.0, Ties::Min);
        assert!((least[0].unwrap() - -0.253_347_103_135_799_7).abs() < 1e-15);
        assert!((least[3].unwrap() - 0.841_621_233_572_914_3).abs() < 1e-15);
    }
}
