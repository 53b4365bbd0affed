// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An attacker who has everything that is shown of an invented country, knows its map, all weights, what the sources
//! did not measure of open areas, and how sources round.
//!
//! Two attacks. *Differences*: what is shown, and all that follows from it for the same area (complements, sums of
//! classes, men and women, density times land, the figure of another year), is taken from each shown total; a gated
//! figure that alone is left has been worked out. *All at once*: every sum is an equation, known up to rounding; the
//! least and the most that each gated figure can be are found by linear programming, per indicator, and for counts that
//! are tied together. A gated figure counts as worked out when that leaves it less room than is promised.

mod made;

use kapstok_share::area_page::area_page;
use kapstok_share::counted::counted_lines;
use kapstok_share::snapshot::{AreaAt, Snapshot};
use kapstok_share::words::Language;
use made::country::{Country, Dice, INDICATORS, LEVELS, MIN_RESIDENTS, YEARS};
use made::simplex::{Problem, Sum};

const SEEDS: u64 = 24;

/// What is shown of a country: per level, indicator and year.
struct Seen {
    cells: Vec<Vec<[Vec<Option<f64>>; 3]>>,
    gated: Vec<[Vec<bool>; 3]>,
}

fn seen(country: &Country, snapshot: &Snapshot) -> Seen {
    let cells = (0..4).map(|level| {
        let of_level = &snapshot.levels()[level];
        let figures = |indicator: usize, year: usize| {
            let column = snapshot.column(of_level, INDICATORS[indicator].0, Some(&YEARS[year].to_string()));
            let value = |area| column.and_then(|(_, column)| column.value(area));
            (0..country.n_areas(level)).map(value).collect::<Vec<_>>()
        };
        (0..INDICATORS.len()).map(|indicator| [0, 1, 2].map(|year| figures(indicator, year))).collect()
    });
    let is_few = |figure: f64| figure.is_nan() || figure < MIN_RESIDENTS;
    let gated = (0..4).map(|level| {
        let residents = &country.published[level][0];
        // The count of the year, or of the nearest one that has any.
        let then = |year: usize, area: usize| match residents[year].iter().all(|it| it.is_nan()) {
            true => residents[0][area],
            false => residents[year][area],
        };
        let is_gated = |year: usize, area: usize| is_few(residents[2][area]) || then(year, area) < MIN_RESIDENTS;
        [0, 1, 2].map(|year| (0..country.n_areas(level)).map(|area| is_gated(year, area)).collect())
    });
    Seen { cells: cells.collect(), gated: gated.collect() }
}

/// Whether any figure of an area is withheld in a year.
fn is_hidden(country: &Country, seen: &Seen, level: usize, year: usize, area: usize) -> bool {
    (0..INDICATORS.len()).any(|indicator| {
        let is_published = !country.published[level][indicator][year][area].is_nan();
        is_published && seen.cells[level][indicator][year][area].is_none()
    })
}

/// The weight of an area in a total: known to the attacker.
fn weight(country: &Country, level: usize, indicator: usize, year: usize, area: usize) -> f64 {
    match INDICATORS[indicator].1 {
        "count" | "km2" => 1.0,
        "per-km2" => country.exact[level][16][year][area],
        _ => country.exact[level][0][year][area],
    }
}

/// The room that is promised to a gated figure.
fn promised(country: &Country, level: usize, indicator: usize) -> f64 {
    match INDICATORS[indicator].1 {
        "count" => MIN_RESIDENTS / 2.0,
        "percent" => 10.0,
        // Land is not about people, and its own map tells it.
        "km2" => 0.0,
        _ => {
            let mut known: Vec<f64> =
                country.published[level][indicator].iter().flatten().copied().filter(|it| !it.is_nan()).collect();
            known.sort_by(f64::total_cmp);
            known.get(known.len() * 19 / 20).unwrap_or(&0.0) / 10.0 - known.get(known.len() / 20).unwrap_or(&0.0) / 10.0
        }
    }
}

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
struct System {
    problem: Problem,
    unknowns: Vec<(usize, usize, usize)>,
}

impl System {
    fn new(country: &Country, seen: &Seen, indicators: &[usize], year: usize) -> Self {
        let mut system = Self { problem: Problem::default(), unknowns: Vec::new() };
        for &indicator in indicators {
            for level in 0..4 {
                for area in 0..country.n_areas(level) {
                    let is_published = !country.published[level][indicator][year][area].is_nan();
                    // What was not measured the attacker knows of open areas; of hidden ones nobody does.
                    let is_unknown = is_published || is_hidden(country, seen, level, year, area);
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
            let told = |year: usize| !country.published[above][indicator][year][total].is_nan();
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
    fn tie(&mut self, country: &Country, seen: &Seen, parts: &[usize], whole: usize, year: usize) {
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
    fn worked_out(&self, country: &Country, seen: &Seen, year: usize, found: &mut Vec<String>) -> usize {
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
    (toggled(2) && is_left_out && !is_hidden(country, seen, level, year, area))
        .then(|| (country.exact[level][indicator][year][area], 0.0))
}

/// Takes what is known from every total, over toggled sets, levels and years.
fn differences(country: &Country, seen: &Seen, found: &mut Vec<String>) -> usize {
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

#[test]
fn no_gated_figure_can_be_worked_out() {
    let (mut found, mut n_gated) = (Vec::new(), 0);
    for seed in 0..SEEDS {
        let country = Country::new(seed);
        let snapshot = Snapshot::new(country.raw()).unwrap();
        let seen = seen(&country, &snapshot);
        let n_tried = differences(&country, &seen, &mut found);
        assert!(n_tried >= 1_000, "{n_tried} differences of country {seed}");
        for year in 0..3 {
            for indicator in 0..INDICATORS.len() {
                let system = System::new(&country, &seen, &[indicator], year);
                n_gated += system.worked_out(&country, &seen, year, &mut found);
            }
            let mut men_and_women = System::new(&country, &seen, &[0, 1, 2], year);
            men_and_women.tie(&country, &seen, &[1, 2], 0, year);
            n_gated += men_and_women.worked_out(&country, &seen, year, &mut found);
            let mut classes = System::new(&country, &seen, &[3, 4, 5, 6], year);
            classes.tie(&country, &seen, &[4, 5, 6], 3, year);
            n_gated += classes.worked_out(&country, &seen, year, &mut found);
        }
    }
    assert!(n_gated > 1_000, "the attack must have something to look for: {n_gated}");
    found.dedup();
    let first: Vec<&String> = found.iter().take(40).collect();
    assert!(found.is_empty(), "{} of {n_gated} worked out: {first:#?}", found.len());
}

#[test]
fn without_companions_the_same_attack_finds_what_is_hidden() {
    // The attack must be able to find something, or it proves nothing: here only gated figures are hidden.
    let country = Country::new(1);
    let mut open = seen(&country, &Snapshot::new(country.raw()).unwrap());
    for (level, indicators) in open.cells.iter_mut().enumerate() {
        for (indicator, years) in indicators.iter_mut().enumerate() {
            for (year, figures) in years.iter_mut().enumerate() {
                for (area, figure) in figures.iter_mut().enumerate() {
                    let published = Some(country.published[level][indicator][year][area]).filter(|it| !it.is_nan());
                    *figure = published.filter(|_| !open.gated[level][year][area]);
                }
            }
        }
    }
    let (mut by_difference, mut at_once) = (Vec::new(), Vec::new());
    differences(&country, &open, &mut by_difference);
    for indicator in 0..INDICATORS.len() {
        System::new(&country, &open, &[indicator], 2).worked_out(&country, &open, 2, &mut at_once);
    }
    assert!(by_difference.len() > 10 && at_once.len() > 10, "{} and {}", by_difference.len(), at_once.len());
}

#[test]
fn most_of_a_country_is_shown_all_the_same() {
    let (mut n_open, mut n_shown) = (0, 0);
    for seed in 0..SEEDS {
        let country = Country::new(seed);
        let seen = seen(&country, &Snapshot::new(country.raw()).unwrap());
        for level in 0..4 {
            for indicator in 0..INDICATORS.len() {
                for year in 0..3 {
                    for area in 0..country.n_areas(level) {
                        let is_open =
                            !country.published[level][indicator][year][area].is_nan() && !seen.gated[level][year][area];
                        n_open += usize::from(is_open);
                        n_shown += usize::from(seen.cells[level][indicator][year][area].is_some());
                    }
                }
            }
        }
    }
    // Countries of some forty areas, a third of them gated, of which half do not round: far worse than any real one.
    assert!(n_shown * 5 > n_open * 2, "{n_shown} of {n_open} shown");
}

#[test]
fn what_is_told_beside_the_figures_tells_nothing_of_a_withheld_one() {
    for seed in 0..SEEDS {
        let country = Country::new(seed);
        let snapshot = Snapshot::new(country.raw()).unwrap();
        let seen = seen(&country, &snapshot);
        let level = snapshot.level(LEVELS[3]).unwrap();
        let recipe = &snapshot.manifest().recipes[0];
        let (_, scores) = snapshot.recipes(level).next().unwrap();
        for area in 0..level.len() {
            // Scores say something of each figure that they were made from.
            let is_withheld = |indicator: usize, year: usize| {
                !country.published[3][indicator][year][area].is_nan() && seen.cells[3][indicator][year][area].is_none()
            };
            let said = scores.area(recipe, area);
            if is_withheld(9, 0) || is_withheld(14, 2) || seen.gated[3][2][area] {
                assert!(said.known.is_empty() && said.bounds.is_empty() && said.not_counted.is_some(), "{seed} {area}");
            }
            let at = AreaAt { level: 3, index: area };
            for figure in area_page(&snapshot, at, Language::En).figures {
                let indicator = INDICATORS.iter().position(|(id, _)| *id == figure.indicator).unwrap();
                let year = YEARS.iter().position(|year| year.to_string() == figure.period).unwrap();
                assert_eq!(figure.value, seen.cells[3][indicator][year][area], "{seed} {area} {}", figure.indicator);
            }
            if !counted_lines(&snapshot, at).is_empty() {
                assert!((4..7).all(|class| seen.cells[3][class][2][area].is_some()), "{seed} {area}");
            }
            assert_eq!(level.residents()[area], seen.cells[3][0][2][area]);
        }
        // The number of burdened areas less those that are shown is none, and a domain is cut at a shown figure.
        for (domain, cut) in recipe.domains.iter().zip(&recipe.cuts) {
            let flags = scores.numbers(&format!("burden_{domain}")).unwrap();
            assert_eq!(cut.n_in, flags.iter().flatten().filter(|flag| **flag == 1.0).count());
            assert_eq!(cut.n_known, flags.iter().flatten().count());
            if let Some(threshold) = cut.threshold {
                let shown =
                    [(9, 0), (14, 2)].iter().any(|(at, year)| seen.cells[3][*at][*year].contains(&Some(threshold)));
                assert!(shown, "{seed} {domain} is cut at {threshold}");
            }
        }
        // A crosswalk counts nobody in an area of which no count is shown.
        for link in level.links(2021).iter().filter(|link| link.counted.is_some()) {
            let area = level.index_of(&link.to).unwrap();
            assert!(seen.cells[3][0].iter().all(|year| year[area].is_some()), "{seed} {}", link.to);
        }
    }
}
