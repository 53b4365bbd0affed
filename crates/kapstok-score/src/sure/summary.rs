// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Many draws of one area: between which numbers its score, its rank and its burdens lie, and how likely a list is.
//!
//! In: a [`Replicator`]. Out: an [`AreaSure`] per area. Invariant: an interval holds at least the stated part of the
//! draws; it is no narrower for a tie. Draws in which an area has no figure are counted and told, never filled.

use rayon::prelude::*;

use super::evaluate::{Evaluation, Replicator};
use super::{Factor, SureError};
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
    /// By what it is ordered; `None` where more than one scale is drawn, for such scores do not lie on one line.
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

/// What is kept of one draw, close together: all draws are kept until the last one, so that eight domains take 16 bytes
/// an area and draw. A thousand draws of 14,000 areas: 240 MB at the most, all else included (587 MB with options and bytes).
struct Kept {
    /// Not a number where there is none; empty where no interval of it is told.
    order: Vec<f64>,
    /// 0 where there is none.
    ranks: Vec<u32>,
    n_first: u32,
    /// `NO_COUNT` where there is none.
    n_burdens: Vec<u16>,
    /// Per domain two bits for each area, four areas to a byte: known, burdened.
    burdened: Vec<Vec<u8>>,
}

const NO_COUNT: u16 = u16::MAX;
const KNOWN: u8 = 1;
const BURDENED: u8 = 2;

impl Kept {
    fn new(evaluation: &Evaluation, first: f64, is_one_scale: bool) -> Self {
        let order = evaluation.order.iter().map(|order| order.unwrap_or(f64::NAN));
        let count = |n: &Option<u32>| n.and_then(|n| u16::try_from(n).ok()).unwrap_or(NO_COUNT);
        Self {
            n_first: (first * evaluation.n_ranked as f64 - 1e-6).ceil() as u32,
            burdened: evaluation.burdened.iter().map(|column| together(column)).collect(),
            order: if is_one_scale { order.collect() } else { Vec::new() },
            ranks: evaluation.ranks.iter().map(|rank| rank.unwrap_or(0)).collect(),
            n_burdens: evaluation.n_burdens.iter().map(count).collect(),
        }
    }

    fn order(&self, area: usize) -> Option<f64> {
        self.order.get(area).copied().filter(|order| !order.is_nan())
    }

    fn rank(&self, area: usize) -> Option<u32> {
        Some(self.ranks[area]).filter(|rank| *rank > 0)
    }

    fn n_burdens(&self, area: usize) -> Option<u32> {
        Some(self.n_burdens[area]).filter(|n| *n != NO_COUNT).map(u32::from)
    }

    /// The two bits of an area in a domain.
    fn bits(&self, domain: usize, area: usize) -> u8 {
        (self.burdened[domain][area / 4] >> (2 * (area % 4))) & (KNOWN | BURDENED)
    }
}

/// Two bits for each area, four areas to a byte, the first lowest.
fn together(column: &[Burdened]) -> Vec<u8> {
    let bits = |burdened: &Burdened| match burdened {
        Burdened::Yes => KNOWN | BURDENED,
        Burdened::No => KNOWN,
        Burdened::Unknown => 0,
    };
    let byte = |four: &[Burdened]| four.iter().rev().fold(0, |byte, burdened| (byte << 2) | bits(burdened));
    column.chunks(4).map(byte).collect()
}

/// Draws as often as the recipe says, and sums up area by area.
///
/// # Errors
/// The first draw that cannot run.
pub(super) fn summarise(replicator: &Replicator<'_>, tick: &(dyn Fn() + Sync)) -> Result<Vec<AreaSure>, SureError> {
    let (sure, is_one_scale) = (replicator.ground().sure, !replicator.active().contains(&Factor::Scale));
    let one = |draw: u32| {
        let evaluation = replicator.draw(draw);
        tick();
        evaluation.map(|evaluation| Kept::new(&evaluation, sure.first, is_one_scale))
    };
    let kept: Vec<Result<Kept, SureError>> = (0..sure.replications).into_par_iter().map(one).collect();
    let kept = kept.into_iter().collect::<Result<Vec<Kept>, SureError>>()?;
    let n_areas = replicator.ground().inputs.areas.len();
    Ok((0..n_areas).into_par_iter().map(|area| area_sure(replicator, &kept, area, sure.level)).collect())
}

fn area_sure(replicator: &Replicator<'_>, kept: &[Kept], area: usize, level: f64) -> AreaSure {
    let base = replicator.base();
    let mut orders: Vec<f64> = kept.iter().filter_map(|draw| draw.order(area)).collect();
    orders.sort_by(f64::total_cmp);
    let mut ranks: Vec<u32> = kept.iter().filter_map(|draw| draw.rank(area)).collect();
    ranks.sort_unstable();
    let mut burdens: Vec<u32> = kept.iter().filter_map(|draw| draw.n_burdens(area)).collect();
    burdens.sort_unstable();
    let part = |n: usize, of: usize| n as f64 / of.max(1) as f64;
    let n_first = kept.iter().filter(|draw| draw.rank(area).is_some_and(|rank| rank <= draw.n_first)).count();
    let n_domains = replicator.ground().plan.domains.len();
    let at_least = |m: usize| part(burdens.iter().filter(|n| **n as usize >= m).count(), burdens.len());
    let chance_burdened = |domain: usize| {
        let bits = || kept.iter().map(|draw| draw.bits(domain, area));
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
