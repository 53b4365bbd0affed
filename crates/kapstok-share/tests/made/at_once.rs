// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! All at once: every sum is an equation, known up to rounding; the least and the most that each gated figure can be are
//! found by linear programming, per indicator, and for counts that are tied together. A gated figure counts as worked
//! out when that leaves it less room than is promised.

use super::country::{Country, INDICATORS, MIN_RESIDENTS, YEARS};
use super::seen::{Seen, is_hidden, is_kept, promised, weight};
use super::simplex::{Problem, Sum};

/// What everybody knows of a figure that is not shown.
fn prior(country: &Country, seen: &Seen, (level, indicator, year, area): (usize, usize, usize, usize)) -> (f64, f64) {
    let exact = country.exact[level][indicator][year][area];
    let gated = seen.gated[level][year][area];
    let most = country.exact.iter().flat_map(|level| &level[indicator]).flatten().copied().fold(0.0, f64::max);
    match INDICATORS[indicator].1 {
        "count" if gated && exact < MIN_RESIDENTS => (0.0, MIN_RESIDENTS - 1.0),
        "count" if indicator == 0 && !gated => (MIN_RESIDENTS.min(exact), f64::INFINITY),
        "count" | "km2" => (0.0, f64::INFINITY),
        "percent" => (0.0, 100.0),
        _ => (0.0, most),
    }
}

/// The sums of some indicators in one year, with an unknown for each cell that is published and not shown.
pub(crate) struct System {
    problem: Problem,
    unknowns: Vec<(usize, usize, usize)>,
}

impl System {
    pub(crate) fn new(country: &Country, seen: &Seen, indicators: &[usize], year: usize) -> Self {
        let mut system = Self { problem: Problem::default(), unknowns: Vec::new() };
        for &indicator in indicators {
            for level in 0..4 {
                for area in 0..country.n_areas(level) {
                    let is_published = !country.published[level][indicator][year][area].is_nan();
                    // What was not measured the attacker knows of open areas; of hidden ones nobody does.
                    let is_unknown = is_published
                        || is_hidden(country, seen, level, year, area)
                        || is_kept(country, level, indicator, area);
                    if is_unknown && seen.cells[level][indicator][year][area].is_none() {
                        system.unknowns.push((level, indicator, area));
                        let (low, high) = prior(country, seen, (level, indicator, year, area));
                        let exact = country.exact[level][indicator][year][area];
                        system.problem.bounds.push((low.min(exact), high.max(exact)));
                    }
                }
            }
            for level in 1..4 {
                for above in 0..level {
                    system.totals(country, seen, (indicator, year), above, level);
                }
            }
        }
        system
    }

    fn at(&self, cell: (usize, usize, usize)) -> Option<usize> {
        self.unknowns.iter().position(|known| *known == cell)
    }

    /// Adds a cell to a sum: its unknown, or its figure with the rounding of it.
    fn term(
        &self,
        country: &Country,
        seen: &Seen,
        (level, indicator, year, area): (usize, usize, usize, usize),
        factor: f64,
        sum: &mut Sum,
    ) {
        let half = country.steps[level][indicator] / 2.0;
        match (seen.cells[level][indicator][year][area], self.at((level, indicator, area))) {
            (Some(shown), _) => (sum.1, sum.2) = (sum.1 - factor * shown, sum.2 + factor.abs() * half),
            (None, Some(unknown)) => sum.0.push((unknown, factor)),
            // Not measured: the attacker knows it all the same.
            (None, None) => sum.1 -= factor * country.exact[level][indicator][year][area],
        }
    }

    fn totals(
        &mut self,
        country: &Country,
        seen: &Seen,
        (indicator, year): (usize, usize),
        above: usize,
        level: usize,
    ) {
        for total in 0..country.n_areas(above) {
            // Of a total that nobody publishes in this year, one of a year near it is known up to a hundredth.
            let told = |year: usize| {
                let is_published = !country.published[above][indicator][year][total].is_nan();
                is_published || is_kept(country, above, indicator, total)
            };
            let Some(near) = [0, 1, 2].into_iter().filter(|it| told(*it)).min_by_key(|it| it.abs_diff(year)) else {
                continue;
            };
            let mut sum = (Vec::new(), 0.0, 1e-6);
            let own = weight(country, above, indicator, near, total);
            if near == year {
                self.term(country, seen, (above, indicator, year, total), -own, &mut sum);
            } else if let Some(shown) = seen.cells[above][indicator][near][total] {
                let change = 0.01
                    * near.abs_diff(year) as f64
                    * if INDICATORS[indicator].1 == "percent" { 100.0 } else { shown };
                sum.1 += own * shown;
                sum.2 += own * (change + country.steps[above][indicator] / 2.0);
            } else {
                continue;
            }
            for part in (0..country.n_areas(level)).filter(|part| country.within[level][*part][above] == total) {
                let weight = weight(country, level, indicator, year, part);
                self.term(country, seen, (level, indicator, year, part), weight, &mut sum);
            }
            let truth: f64 = sum
                .0
                .iter()
                .map(|(at, factor)| {
                    let (level, indicator, area) = self.unknowns[*at];
                    factor * country.exact[level][indicator][year][area]
                })
                .sum();
            // A total of another year may have changed by more: then the attacker is wrong, and finds nothing.
            if !sum.0.is_empty() && (truth - sum.1).abs() <= sum.2 {
                self.problem.sums.push(sum);
            }
        }
    }

    /// Adds that some indicators make another, in each area.
    pub(crate) fn tie(&mut self, country: &Country, seen: &Seen, parts: &[usize], whole: usize, year: usize) {
        for level in 0..4 {
            for area in 0..country.n_areas(level) {
                let measured = |it: &usize| !country.published[level][*it][year][area].is_nan();
                // Nobody holds what was not measured against the rest.
                if !measured(&whole) || !parts.iter().all(measured) {
                    continue;
                }
                let mut sum = (Vec::new(), 0.0, 1e-6);
                self.term(country, seen, (level, whole, year, area), -1.0, &mut sum);
                for &part in parts {
                    self.term(country, seen, (level, part, year, area), 1.0, &mut sum);
                }
                if !sum.0.is_empty() {
                    self.problem.sums.push(sum);
                }
            }
        }
    }

    /// Gated figures that are left less room than is promised.
    pub(crate) fn worked_out(&self, country: &Country, seen: &Seen, year: usize, found: &mut Vec<String>) -> usize {
        let mut n_tried = 0;
        for (at, &(level, indicator, area)) in self.unknowns.iter().enumerate() {
            if !seen.gated[level][year][area] || country.published[level][indicator][year][area].is_nan() {
                continue;
            }
            n_tried += 1;
            let (low, high) = self.problem.bounds[at];
            let Some((least, most)) = self.problem.interval(at) else { continue };
            let promised = promised(country, level, indicator).min(high - low);
            if most - least < promised - 1e-6 {
                found.push(format!(
                    "country {}: {} of {} in {} lies in {least:.2} ..= {most:.2}, {:.2}",
                    country.seed,
                    INDICATORS[indicator].0,
                    Country::code(level, area),
                    YEARS[year],
                    country.exact[level][indicator][year][area],
                ));
            }
        }
        n_tried
    }
}

/// All gated figures of a country that its sums leave too little room, and how many were tried.
pub(crate) fn all_at_once(country: &Country, seen: &Seen, found: &mut Vec<String>) -> usize {
    let mut n_tried = 0;
    for year in 0..3 {
        for indicator in 0..INDICATORS.len() {
            n_tried += System::new(country, seen, &[indicator], year).worked_out(country, seen, year, found);
        }
        let mut men_and_women = System::new(country, seen, &[0, 1, 2], year);
        men_and_women.tie(country, seen, &[1, 2], 0, year);
        n_tried += men_and_women.worked_out(country, seen, year, found);
        let mut classes = System::new(country, seen, &[3, 4, 5, 6], year);
        classes.tie(country, seen, &[4, 5, 6], 3, year);
        n_tried += classes.worked_out(country, seen, year, found);
    }
    n_tried
}
