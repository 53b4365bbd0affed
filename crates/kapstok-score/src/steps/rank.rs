// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `rank` and `rank-fraction`.

use kapstok_recipe::steps::rank::{Order, Rank, Ties};
use kapstok_recipe::steps::rank_fraction::{OneIs, RankFraction};

use crate::figures::Figures;
use crate::rank;

/// Ranks of the known figures; `[n_areas]` in and out.
pub(super) fn rank(figures: &Figures, step: &Rank) -> Figures {
    let order = match step.order {
        Order::HighestFirst => rank::Order::HighestFirst,
        Order::LowestFirst => rank::Order::LowestFirst,
    };
    let ties = match step.ties {
        Ties::Min => rank::Ties::Min,
        Ties::Mean => rank::Ties::Mean,
        Ties::Max => rank::Ties::Max,
    };
    figures.with_known(rank::ranks(&figures.known(), order, ties))
}

/// `(n + offset - r) / (n - less)` or `(r - offset) / (n - less)`; n counts the areas with a rank.
pub(super) fn fraction(ranks: &Figures, step: &RankFraction) -> Figures {
    let n = ranks.n_known() as f64;
    let fraction = |r: f64| match step.one_is {
        OneIs::First => (n + step.offset - r) / (n - step.less),
        OneIs::Last => (r - step.offset) / (n - step.less),
    };
    // One area alone with n - 1 as divisor has no place between others.
    ranks.iter().map(|r| r.map(fraction).filter(|value| value.is_finite())).collect()
}
