// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Cells that are withheld so that a gated one cannot be worked out from a total and its other parts.
//!
//! In: one count over all levels: figures, gated cells, what lies in what. Out: per cell whether it is shown.
//! Invariant: of every total that is shown, the parts that are not shown are none, or at least two, with at least
//! `min_residents` residents together; of every total that is withheld for this, at least two parts are not shown
//! either. So each difference between shown figures is about a group that is large enough to be shown itself.
//! Not here: which areas are gated (`gate.rs`); shares and means, of which the weights are withheld with the
//! counts of residents; noise.
//!
//! # Why this is enough
//! What can be worked out from shown counts are sums: of the withheld parts of a total, and what those sums give
//! when totals of several levels are taken from each other. `tests/attack.rs` solves all those equations at once
//! and finds no gated cell.

/// One count at one level.
#[derive(Clone, Debug, Default)]
pub struct LevelCells {
    /// The figures, `[n_areas]`; `None` where there is none.
    pub figures: Vec<Option<f64>>,
    /// Residents, `[n_areas]`.
    pub residents: Vec<Option<f64>>,
    /// Areas that the gate hides, `[n_areas]`.
    pub gated: Vec<bool>,
    /// Per larger level (its position in the list, before this one) the area that each area lies in, `[n_areas]`.
    pub lies_in: Vec<(usize, Vec<Option<usize>>)>,
}

/// Whether a cell leaves the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shown {
    /// As it is.
    Yes,
    /// The area has too few residents.
    TooFewResidents,
    /// Withheld with others, so that a gated one cannot be worked out.
    WithOthers,
}

/// Which cells of a count are shown, per level `[n_areas]`. Levels stand from the largest areas to the smallest.
///
/// What is withheld beside a gated cell is the part with the fewest residents, and of equal ones the first: a
/// stated rule, that gives the same answer each time. A cell without a figure is no part of a sum and hides nothing.
pub fn shown(levels: &[LevelCells], min_residents: f64) -> Vec<Vec<Shown>> {
    let first = |gated: &bool| if *gated { Shown::TooFewResidents } else { Shown::Yes };
    let mut shown: Vec<Vec<Shown>> = levels.iter().map(|level| level.gated.iter().map(first).collect()).collect();
    // Each round withholds at least one more cell, or ends.
    while round(levels, min_residents, &mut shown) {}
    shown
}

/// Goes over all totals once; says whether anything was withheld.
fn round(levels: &[LevelCells], min_residents: f64, shown: &mut [Vec<Shown>]) -> bool {
    let mut changed = false;
    for (position, level) in levels.iter().enumerate() {
        for (above, lies_in) in &level.lies_in {
            for (total, parts) in parts_of(lies_in, levels[*above].figures.len()).into_iter().enumerate() {
                let parts: Vec<usize> = parts.into_iter().filter(|&part| level.figures[part].is_some()).collect();
                let total_is_shown = shown[*above][total] == Shown::Yes && levels[*above].figures[total].is_some();
                let total_is_withheld = shown[*above][total] == Shown::WithOthers;
                changed |=
                    withhold(level, &parts, (total_is_shown, total_is_withheld), min_residents, &mut shown[position]);
            }
        }
    }
    changed
}

/// Positions of the parts of every total.
fn parts_of(lies_in: &[Option<usize>], n_totals: usize) -> Vec<Vec<usize>> {
    let mut parts = vec![Vec::new(); n_totals];
    for (part, total) in lies_in.iter().enumerate() {
        if let Some(parts) = total.and_then(|total| parts.get_mut(total)) {
            parts.push(part);
        }
    }
    parts
}

/// Withholds parts of one total until what is withheld is a group of its own.
fn withhold(
    level: &LevelCells,
    parts: &[usize],
    (total_is_shown, total_is_withheld): (bool, bool),
    min_residents: f64,
    shown: &mut [Shown],
) -> bool {
    let mut changed = false;
    loop {
        let hidden: Vec<usize> = parts.iter().copied().filter(|&part| shown[part] != Shown::Yes).collect();
        let residents: f64 = hidden.iter().map(|&part| level.residents[part].unwrap_or(0.0)).sum();
        let is_group = hidden.len() >= 2 && residents >= min_residents;
        let enough = match (total_is_shown, total_is_withheld) {
            (true, _) => hidden.is_empty() || is_group,
            (false, true) => is_group,
            (false, false) => true,
        };
        if enough {
            return changed;
        }
        let size = |part: usize| level.residents[part].unwrap_or(f64::INFINITY);
        let smallest = parts
            .iter()
            .copied()
            .filter(|&part| shown[part] == Shown::Yes)
            .min_by(|&one, &other| size(one).total_cmp(&size(other)).then(one.cmp(&other)));
        let Some(smallest) = smallest else { return changed };
        shown[smallest] = Shown::WithOthers;
        changed = true;
    }
}
