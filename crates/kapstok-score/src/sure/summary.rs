// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Many draws of one area: between which numbers its score, its rank and its burdens lie, and how likely a list is.
//!
//! In: a [`Replicator`]. Out: an [`AreaSure`] per area. Invariant: an interval holds at least the stated part of the
//! draws; it is no narrower for a tie. Draws in which an area has no figure are counted and told, never filled.

use rayon::prelude::*;

use super::SureError;
use super::evaluate::{Evaluation, Replicator};
use crate::burdens::Burdened;

/// Something as published, and between which two it lies in the draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Between<T> {
    /// As published; `None` where there was no figure.
    pub value: Option<T>,
    /// The lower end.
    pub lower: T,
    /// The middle of the draws.
    pub middle: T,
    /// The upper end.
    pub upper: T,
}

/// How sure the results of one area are.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaSure {
    /// By what it is ordered.
    pub score: Option<Between<f64>>,
    /// Its rank, 1 for the most burdened.
    pub rank: Option<Between<u32>>,
    /// The part of the draws with a rank in which it is among the first; `None` without any.
    pub chance_first: Option<f64>,
    /// Domains in whose worst part it stands.
    pub burdens: Option<Between<u32>>,
    /// For each m from 1 on the part of the draws in which it has at least m burdens, `[n_domains]`.
    pub chance_at_least: Vec<f64>,
    /// Per domain the part of the draws in which it stands in the worst part; `None` where it is never known.
    pub chance_burdened: Vec<Option<f64>>,
    /// Draws in which it has a rank.
    pub n_ranked: u32,
    /// Draws in which its burdens are counted.
    pub n_counted: u32,
}

/// What is kept of one draw.
struct Kept {
    order: Vec<Option<f64>>,
    ranks: Vec<Option<u32>>,
    n_first: u32,
    n_burdens: Vec<Option<u32>>,
    /// Per domain two bits: known, burdened.
    burdened: Vec<Vec<u8>>,
}

const KNOWN: u8 = 1;
const BURDENED: u8 = 2;

impl Kept {
    fn new(evaluation: Evaluation, first: f64) -> Self {
        let bits = |burdened: &Burdened| match burdened {
            Burdened::Yes => KNOWN | BURDENED,
            Burdened::No => KNOWN,
            Burdened::Unknown => 0,
        };
        Self {
            n_first: (first * evaluation.n_ranked as f64 - 1e-6).ceil() as u32,
            burdened: evaluation.burdened.iter().map(|column| column.iter().map(bits).collect()).collect(),
            order: evaluation.order,
            ranks: evaluation.ranks,
            n_burdens: evaluation.n_burdens,
        }
    }
}

/// Draws as often as the recipe says, and sums up area by area.
///
/// # Errors
/// The first draw that cannot run.
pub(super) fn summarise(replicator: &Replicator<'_>, tick: &(dyn Fn() + Sync)) -> Result<Vec<AreaSure>, SureError> {
    let sure = replicator.ground().sure;
    let one = |draw: u32| {
        let evaluation = replicator.draw(draw);
        tick();
        evaluation.map(|evaluation| Kept::new(evaluation, sure.first))
    };
    let kept: Vec<Result<Kept, SureError>> = (0..sure.replications).into_par_iter().map(one).collect();
    let kept = kept.into_iter().collect::<Result<Vec<Kept>, SureError>>()?;
    let n_areas = replicator.ground().inputs.areas.len();
    Ok((0..n_areas).into_par_iter().map(|area| area_sure(replicator, &kept, area, sure.level)).collect())
}

fn area_sure(replicator: &Replicator<'_>, kept: &[Kept], area: usize, level: f64) -> AreaSure {
    let base = replicator.base();
    let mut orders: Vec<f64> = kept.iter().filter_map(|draw| draw.order[area]).collect();
    orders.sort_by(f64::total_cmp);
    let mut ranks: Vec<u32> = kept.iter().filter_map(|draw| draw.ranks[area]).collect();
    ranks.sort_unstable();
    let mut burdens: Vec<u32> = kept.iter().filter_map(|draw| draw.n_burdens[area]).collect();
    burdens.sort_unstable();
    let part = |n: usize, of: usize| n as f64 / of.max(1) as f64;
    let n_first = kept.iter().filter(|draw| draw.ranks[area].is_some_and(|rank| rank <= draw.n_first)).count();
    let n_domains = replicator.ground().plan.domains.len();
    let at_least = |m: usize| part(burdens.iter().filter(|n| **n as usize >= m).count(), burdens.len());
    let chance_burdened = |domain: usize| {
        let bits = || kept.iter().map(|draw| draw.burdened[domain][area]);
        let n_known = bits().filter(|bits| bits & KNOWN != 0).count();
        (n_known > 0).then(|| part(bits().filter(|bits| bits & BURDENED != 0).count(), n_known))
    };
    AreaSure {
        score: between(&orders, base.order[area], level),
        rank: between(&ranks, base.ranks[area], level),
        chance_first: (!ranks.is_empty()).then(|| part(n_first, ranks.len())),
        burdens: between(&burdens, base.n_burdens[area], level),
        chance_at_least: (1..=n_domains).map(at_least).collect(),
        chance_burdened: (0..n_domains).map(chance_burdened).collect(),
        n_ranked: ranks.len() as u32,
        n_counted: burdens.len() as u32,
    }
}

/// The ends that leave out at most half of the rest on each side, of sorted draws.
fn between<T: Copy>(sorted: &[T], value: Option<T>, level: f64) -> Option<Between<T>> {
    let n = sorted.len();
    let n_left_out = ((1.0 - level) / 2.0 * n as f64 + 1e-9).floor() as usize;
    // Something is left even where the level is next to nothing.
    let n_left_out = n_left_out.min(n.checked_sub(1)? / 2);
    Some(Between { value, lower: sorted[n_left_out], middle: sorted[n / 2], upper: sorted[n - 1 - n_left_out] })
}
