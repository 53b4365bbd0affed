// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Differences: what is shown, and all that follows from it for the same area (complements, sums of classes, men and
//! women, density times land, the figure of another year), is taken from each shown total. A gated figure that alone is
//! left has been worked out.

use super::country::{Country, Dice, INDICATORS, YEARS};
use super::seen::{Seen, is_hidden, is_kept, promised, weight};

/// A figure, and how far it may be off.
type Known = (f64, f64);

/// One cell.
type At = (usize, usize, usize, usize);

/// What is shown, and what follows from it for the same area.
fn known(country: &Country, seen: &Seen, toggles: usize, (level, indicator, year, area): At) -> Option<Known> {
    let shown = |indicator: usize, year: usize| {
        seen.cells[level][indicator][year][area].map(|it| (it, country.steps[level][indicator] / 2.0))
    };
    let toggled = |at: usize| toggles & (1 << at) != 0;
    let sum = |terms: &[(usize, f64)]| {
        terms.iter().try_fold((0.0, 0.0), |(sum, off), (it, sign)| {
            let (value, own) = shown(*it, year)?;
            Some((sum + sign * value, off + own))
        })
    };
    let times = |one: usize, other: usize, by: f64| {
        let ((one, off), (other, other_off)) = (shown(one, year)?, shown(other, year)?);
        Some((one * other * by, (off * other + other_off * one + off * other_off) * by))
    };
    if let Some(shown) = shown(indicator, year) {
        return Some(shown);
    }
    let complement = |it: usize| shown(it, year).map(|(value, off)| (100.0 - value, off));
    let by_identity = match indicator {
        0 => sum(&[(1, 1.0), (2, 1.0)]).or_else(|| times(15, 16, 1.0)),
        1 => sum(&[(0, 1.0), (2, -1.0)]),
        2 => sum(&[(0, 1.0), (1, -1.0)]),
        3 => sum(&[(4, 1.0), (5, 1.0), (6, 1.0)]),
        4 => sum(&[(3, 1.0), (5, -1.0), (6, -1.0)]),
        5 => sum(&[(3, 1.0), (4, -1.0), (6, -1.0)]),
        6 => sum(&[(3, 1.0), (4, -1.0), (5, -1.0)]),
        8 => times(14, 0, 0.001),
        9 => complement(10),
        10 => complement(9),
        _ => None,
    };
    if let Some(derived) = by_identity.filter(|_| toggled(0)) {
        return Some(derived);
    }
    // Of an area that is not gated the figure of another year stands for this one, up to one in a hundred.
    let other = (0..3).filter(|it| *it != year).find_map(|it| shown(indicator, it));
    if let Some((value, off)) = other.filter(|_| toggled(1) && !seen.gated[level][year][area]) {
        return Some((value, off + value / 100.0));
    }
    let figures = &country.published[level][indicator][year];
    let is_left_out = figures[area].is_nan() && figures.iter().any(|figure| !figure.is_nan());
    let is_known = !is_hidden(country, seen, level, year, area) && !is_kept(country, level, indicator, area);
    (toggled(2) && is_left_out && is_known).then(|| (country.exact[level][indicator][year][area], 0.0))
}

/// Takes what is known from every total, over toggled sets, levels and years.
pub(crate) fn differences(country: &Country, seen: &Seen, found: &mut Vec<String>) -> usize {
    let mut n_tried = 0;
    let mut dice = Dice::new(country.seed + 1_000);
    for (indicator, (id, _)) in INDICATORS.iter().enumerate() {
        for (year, toggles) in (0..3).flat_map(|year| (0..8).map(move |toggles| (year, toggles))) {
            for (level, above) in (1..4).flat_map(|level| (0..level).map(move |above| (level, above))) {
                for total in 0..country.n_areas(above) {
                    n_tried += 1;
                    // Sometimes the areas between are taken off as a whole, and their parts are not looked at.
                    let through = Some(above + 1).filter(|it| *it < level && dice.below(2) == 0);
                    let left = left_over(country, seen, (above, indicator, year, total), (level, through), toggles);
                    let Some((one, value, off)) = left else { continue };
                    let exact = country.exact[level][indicator][year][one];
                    let promised = promised(country, level, indicator);
                    // As close as the attacker thinks, and right: a figure of another year may lead astray.
                    let is_close = 2.0 * off < promised && (value - exact).abs() < promised / 2.0;
                    let is_published = !country.published[level][indicator][year][one].is_nan();
                    if is_published && seen.gated[level][year][one] && is_close {
                        let (area, year) = (Country::code(level, one), YEARS[year]);
                        found.push(format!(
                            "country {}: {id} of {area} in {year} is {value:.2} ± {off:.2} by difference ({toggles}), and is {exact:.2}",
                            country.seed
                        ));
                    }
                }
            }
        }
    }
    n_tried
}

/// The one part that is left when all that is known is taken from a total, with what is left for it.
fn left_over(
    country: &Country,
    seen: &Seen,
    (above, indicator, year, total): At,
    (level, through): (usize, Option<usize>),
    toggles: usize,
) -> Option<(usize, f64, f64)> {
    let weight = |level: usize, area: usize| weight(country, level, indicator, year, area);
    let known = |level: usize, area: usize| known(country, seen, toggles, (level, indicator, year, area));
    let own = weight(above, total);
    let (mut left, mut off) = known(above, total).map(|(value, off)| (own * value, own * off))?;
    let (mut hidden, mut taken) = (Vec::new(), Vec::new());
    for part in (0..country.n_areas(level)).filter(|part| country.within[level][*part][above] == total) {
        let middle = through.map(|middle| (middle, country.within[level][part][middle]));
        let whole = middle.and_then(|(middle, at)| Some((middle, at, known(middle, at)?)));
        let (level, area, found) = match whole {
            Some((middle, at, value)) => (middle, at, Some(value)),
            None => (level, part, known(level, part)),
        };
        match found {
            Some(_) if taken.contains(&(level, area)) => {}
            Some((value, its)) => {
                taken.push((level, area));
                (left, off) = (left - weight(level, area) * value, off + weight(level, area) * its);
            }
            None => hidden.push(area),
        }
    }
    let [one] = hidden[..] else { return None };
    let weight = Some(weight(level, one)).filter(|weight| *weight > 0.0)?;
    Some((one, left / weight, off / weight))
}
