// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Cells that are withheld so that a gated one cannot be worked out from those that are shown.
//!
//! In: all figures of a country before anything is taken out ([`Country`]), with the cells that the gate hides. Out:
//! what else is withheld ([`Withheld`]). Invariant: of every difference between a total and its shown parts, the group
//! that is left has at least two areas and `min_residents` residents, and leaves each gated figure in it an interval
//! that is at least [`Column::needed`] wide. Not here: which areas are gated (`gate.rs`); noise.
//!
//! # The rule
//! A hidden cell lies in a **group**: with the other hidden cells below its smallest shown total. What can be worked out
//! from a nested country is, per column, the sum of each group and no more; so each group is judged alone
//! (`group`). What the source itself keeps secret of an open area hides as well, and costs nothing (`kept`). Where a
//! group is weak, a companion joins it: the part that costs fewest cells for each column that it mends, of equal ones the
//! one with the fewest residents, of equal ones the first. Where no part mends it, or it would cost more cells, the total
//! is withheld for that indicator, and its group becomes part of the next. A group that is not weak gets no companion:
//! where no area is gated nothing is withheld.
//!
//! A companion is withheld in *all* periods, for the figure of another year stands for that of this one; and for all
//! counts together, all that is not rounded, or all figures ([`Goes`]), for indicators are tied to each other (men and women are residents,
//! a share and its complement are 100, density times land is people). Only a total is withheld for one indicator, with
//! those that are tied to it (`tied`).

mod cells;
mod group;
mod kept;
#[cfg(test)]
mod tests;
mod tied;

pub use cells::{Column, Country, Goes, LevelAreas, LevelFigures, Nature, Shown, Withheld};
pub use tied::tied;

use group::{Scan, Weak};
use kept::kept_by_sources;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Goes on until no group is weak. Each round withholds at least one more cell, or ends.
pub fn withhold(country: &Country<'_>) -> Withheld {
    let mut withheld = Withheld::nothing(country);
    let ties = tied(country);
    let kept = kept_by_sources(country, &ties);
    loop {
        // Columns are judged each on its own, so beside each other; what is found keeps their order.
        let columns = kept.par_iter().enumerate();
        let scans: Vec<Scan<'_>> = columns.map(|(column, kept)| Scan::new(country, &withheld, column, kept)).collect();
        let found: Vec<Vec<Weak>> = scans.par_iter().map(Scan::weak).collect();
        let mut weak: BTreeMap<(usize, usize, usize), Vec<Weak>> = BTreeMap::new();
        for found in found.into_iter().flatten() {
            weak.entry((found.total.0, found.total.1, found.level)).or_default().push(found);
        }
        let mut changed = false;
        for of_total in weak.values() {
            changed |= mend(country, &scans, &ties, of_total, &mut withheld);
        }
        if !changed {
            return withheld;
        }
    }
}

/// Mends the weak groups of one total and one level of parts, as far as one step can.
fn mend(
    country: &Country<'_>,
    scans: &[Scan<'_>],
    ties: &[Vec<usize>],
    weak: &[Weak],
    withheld: &mut Withheld,
) -> bool {
    let columns: Vec<usize> = weak.iter().map(|weak| weak.column).collect();
    if let Some((level, part)) = weak.iter().find_map(|weak| weak.below) {
        // A withheld total whose own parts are all shown hides nothing: the smallest of them joins it.
        return withheld.companion(level, part, goes_with(country, &columns));
    }
    let (total, level) = (weak[0].total, weak[0].level);
    let Some((part, mended)) = best_part(country, scans, weak, withheld) else {
        let of_columns = columns.iter().flat_map(|column| &ties[country.columns[*column].indicator]);
        return of_columns.fold(false, |changed, it| changed | withheld.total(*it, total.0, total.1));
    };
    let goes = goes_with(country, &mended);
    let mut changed = withheld.companion(level, part, goes);
    // Whatever is shown between the part and the total would give it away again.
    for between in country.between(total, level, part) {
        if mended.iter().any(|column| scans[*column].is_shown(between)) {
            changed |= withheld.companion(between.0, between.1, goes);
        }
    }
    changed
}

/// How much of a companion has to go for some columns.
fn goes_with(country: &Country<'_>, columns: &[usize]) -> Goes {
    columns.iter().map(|column| country.columns[*column].nature.goes()).max().unwrap_or(Goes::WithCounts)
}

/// The part that costs least for each column that it mends, with those columns; none where the total costs less.
fn best_part(
    country: &Country<'_>,
    scans: &[Scan<'_>],
    weak: &[Weak],
    withheld: &Withheld,
) -> Option<(usize, Vec<usize>)> {
    let (total, level) = (weak[0].total, weak[0].level);
    // The figure of a total weighs as many as there are areas for each of its level.
    let weighs = (country.levels[level].residents.len() / country.levels[total.0].residents.len().max(1)).max(2);
    // A part that stands in no other shown total costs that total nothing: those are looked at first.
    [true, false].into_iter().find_map(|only_direct| {
        let mut best: Option<((f64, f64), usize, Vec<usize>)> = None;
        for &part in country.parts(total.0, total.1, level) {
            let mends = |weak: &&Weak| scans[weak.column].is_mended_by(weak, part, only_direct);
            let mended: Vec<usize> = weak.iter().filter(mends).map(|weak| weak.column).collect();
            let cost = withheld.cost_of_companion(country, level, part, goes_with(country, &mended));
            if mended.is_empty() || cost > weighs * country.cells_of_indicators(total.0, &mended) {
                continue;
            }
            // What it costs for each column that it mends; of equal ones the smallest part.
            let residents = country.levels[level].residents[part].unwrap_or(f64::INFINITY);
            let price = (cost as f64 / mended.len() as f64, residents);
            if best.as_ref().is_none_or(|(least, ..)| price < *least) {
                best = Some((price, part, mended));
            }
        }
        best.map(|(_, part, mended)| (part, mended))
    })
}
