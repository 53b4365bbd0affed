// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is good in an area, by a stated rule: figures on the favourable side of three quarters of all areas.
//!
//! In: the figures of an area and where the middle of each lies. Out: those figures, one of each domain first, and how many
//! there are of how many. Invariant: counts and figures without a direction take no part.

use crate::area_page::FigureLine;
use crate::middle::Middle;

/// What is good.
#[derive(Debug)]
pub struct Strong<'a> {
    /// Figures on the favourable side, one of each domain first.
    pub lines: Vec<&'a FigureLine>,
    /// All figures that were compared.
    pub compared: Vec<&'a FigureLine>,
}

/// Applies the rule.
///
/// * `middle`: of all areas of the level, for the period of a line.
pub fn strong<'a>(figures: &'a [FigureLine], middle: &dyn Fn(&FigureLine) -> Option<Middle>) -> Strong<'a> {
    let told = |line: &&FigureLine| line.direction != "neither" && line.value.is_some() && line.unit != "count";
    let compared: Vec<&FigureLine> = figures.iter().filter(told).collect();
    let is_strong = |line: &&&FigureLine| {
        let (Some(value), Some(middle)) = (line.value, middle(line)) else { return false };
        match line.direction.as_str() {
            "higher-is-better" => value > middle.upper_quartile,
            _ => value < middle.lower_quartile,
        }
    };
    let lines = one_per_domain_first(compared.iter().filter(is_strong).copied().collect());
    Strong { lines, compared }
}

/// The first figure of each domain, then the second ones.
fn one_per_domain_first(lines: Vec<&FigureLine>) -> Vec<&FigureLine> {
    let nth = |position: usize| lines[..position].iter().filter(|line| line.domain == lines[position].domain).count();
    let mut order: Vec<(usize, usize)> = (0..lines.len()).map(|position| (nth(position), position)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, position)| lines[position]).collect()
}
