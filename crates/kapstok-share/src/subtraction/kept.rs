// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Cells that a source keeps secret itself, and of which nobody knows anything here: they hide a gated one as a
//! companion would, and cost nothing.
//!
//! In: all figures, and what is tied to what. Out: per column and level the cells. Invariant: of such a cell neither
//! the area nor any part of it has a figure, in any period, of the indicator or one that is tied to it. What is missing
//! for another reason (not measured, cannot occur) may be no part of a total: the attacker is taken to know it.

use super::cells::Country;

/// Per column and level, `[n_areas]`; empty where a column has no figures of its own period.
pub(super) fn kept_by_sources(country: &Country<'_>, ties: &[Vec<usize>]) -> Vec<Vec<Vec<bool>>> {
    let told = told(country);
    let of_column = |column: &super::Column<'_>| {
        let is_told = |level: usize, area: usize| ties[column.indicator].iter().any(|tied| told[*tied][level][area]);
        let of_level = |level: usize| {
            let Some(figures) = column.levels[level].as_ref().filter(|_| column.has(level)) else { return Vec::new() };
            let is_kept = |area: usize| {
                let parts_told = |below: usize| country.parts(level, area, below).iter().any(|&it| is_told(below, it));
                figures.secret[area]
                    && !figures.gated[area]
                    && !is_told(level, area)
                    && !(level + 1..country.levels.len()).any(parts_told)
            };
            (0..figures.figures.len()).map(is_kept).collect()
        };
        (0..country.levels.len()).map(of_level).collect()
    };
    country.columns.iter().map(of_column).collect()
}

/// Per indicator and level the areas that have a figure in some period.
fn told(country: &Country<'_>) -> Vec<Vec<Vec<bool>>> {
    let none: Vec<Vec<bool>> = country.levels.iter().map(|level| vec![false; level.residents.len()]).collect();
    let mut told = vec![none; country.n_indicators];
    for column in &country.columns {
        for (figures, told) in column.levels.iter().zip(&mut told[column.indicator]) {
            let figures = figures.iter().flat_map(|figures| figures.figures);
            told.iter_mut().zip(figures).for_each(|(told, figure)| *told |= !figure.is_nan());
        }
    }
    told
}
