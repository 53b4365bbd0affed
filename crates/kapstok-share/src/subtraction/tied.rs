// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Indicators of which one can be worked out from others for the same area: men and women are residents, a share
//! and its complement are 100, the classes of a counted table are all households.
//!
//! In: all figures. Out: per indicator those that are withheld with it. Invariant: found on the figures themselves, as
//! far as rounding lets them be, and declared ones beside. Not here: sums of four or more that nobody declared.

use super::cells::{Column, Country, Nature};

/// Areas that must agree before a sum is believed.
const AGREE: usize = 5;

/// Per indicator itself and all that is tied to it.
pub fn tied(country: &Country<'_>) -> Vec<Vec<usize>> {
    let mut group: Vec<usize> = (0..country.n_indicators).collect();
    for sum in &country.sums {
        sum.windows(2).for_each(|pair| join(&mut group, pair[0], pair[1]));
    }
    let mut periods: Vec<&str> = country.columns.iter().map(|column| column.period).collect();
    periods.sort_unstable();
    periods.dedup();
    for level in 0..country.levels.len() {
        for period in &periods {
            for columns in of_period(country, level, period) {
                for found in sums(&columns, level) {
                    found.windows(2).for_each(|pair| join(&mut group, pair[0], pair[1]));
                }
            }
            for [count, rate, of] in products(country, level, period) {
                join(&mut group, count, rate);
                join(&mut group, count, of);
            }
        }
    }
    let with = |indicator: usize| (0..group.len()).filter(|&it| group[it] == group[indicator]).collect();
    (0..country.n_indicators).map(with).collect()
}

fn join(group: &mut [usize], one: usize, other: usize) {
    let (one, other) = (group[one], group[other]);
    group.iter_mut().filter(|it| **it == other).for_each(|it| *it = one);
}

/// Columns of a level and period that are held against each other: counts, and shares.
fn of_period<'a>(country: &'a Country<'a>, level: usize, period: &str) -> [Vec<&'a Column<'a>>; 2] {
    let of = |wanted: fn(Nature) -> bool| {
        let columns = country.columns.iter().filter(|column| column.period == period && column.has(level));
        columns.filter(|column| wanted(column.nature)).collect()
    };
    [of(|it| matches!(it, Nature::Residents | Nature::Count)), of(|it| matches!(it, Nature::Share { .. }))]
}

/// Pairs and threes that add up: to one of them for counts, to the whole for shares.
fn sums(columns: &[&Column<'_>], level: usize) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    let n = columns.len();
    for one in 0..n {
        for two in one + 1..n {
            if let Nature::Share { whole, .. } = columns[one].nature
                && agree(&[(columns[one], 1.0), (columns[two], 1.0)], whole, level)
            {
                found.push(vec![columns[one].indicator, columns[two].indicator]);
            }
            for three in two + 1..n {
                let three_of = [columns[one], columns[two], columns[three]];
                let signs: &[[f64; 3]] = match columns[one].nature {
                    Nature::Share { .. } => &[[1.0, 1.0, 1.0]],
                    _ => &[[1.0, 1.0, -1.0], [1.0, -1.0, 1.0], [-1.0, 1.0, 1.0]],
                };
                let whole = match columns[one].nature {
                    Nature::Share { whole, .. } => whole,
                    _ => 0.0,
                };
                let adds_up = |signs: &[f64; 3]| {
                    let terms: Vec<(&Column<'_>, f64)> = three_of.into_iter().zip(signs.iter().copied()).collect();
                    agree(&terms, whole, level)
                };
                if signs.iter().any(adds_up) {
                    found.push(three_of.iter().map(|column| column.indicator).collect());
                }
            }
        }
    }
    found
}

/// Threes of which a rate times a count (or land) gives a count.
fn products(country: &Country<'_>, level: usize, period: &str) -> Vec<[usize; 3]> {
    let columns = || country.columns.iter().filter(|column| column.period == period && column.has(level));
    let mut found = Vec::new();
    for count in columns().filter(|it| it.nature.adds_up()) {
        for of in columns().filter(|it| it.nature.adds_up() && it.indicator != count.indicator) {
            for rate in columns().filter(|it| !it.nature.adds_up() && !it.weighs_alike) {
                if [1.0, 0.01, 0.001].iter().any(|by| is_product(count, rate, of, *by, level)) {
                    found.push([count.indicator, rate.indicator, of.indicator]);
                }
            }
        }
    }
    found
}

/// Whether a rate times a count gives another in every area that has all three, and in enough of them.
fn is_product(count: &Column<'_>, rate: &Column<'_>, of: &Column<'_>, by: f64, level: usize) -> bool {
    let [Some(count), Some(rate), Some(of)] = [count, rate, of].map(|column| column.levels[level].as_ref()) else {
        return false;
    };
    let (mut n_agree, mut differs) = (0, false);
    for area in 0..count.figures.len() {
        let (c, r, o) = (count.figures[area], rate.figures[area], of.figures[area]);
        if (c + r + o).is_nan() || c == 0.0 {
            continue;
        }
        let slack = count.half_width + by * (rate.half_width * o + of.half_width * r) + 1e-9 * c;
        if (c - by * r * o).abs() > slack {
            differs = true;
            break;
        }
        // Where rounding alone is as large as the count, nearly anything would agree.
        n_agree += usize::from(slack * 4.0 < c);
    }
    !differs && n_agree >= AGREE
}

/// Whether a signed sum is the same in every area that has all figures, and in enough of them.
fn agree(terms: &[(&Column<'_>, f64)], whole: f64, level: usize) -> bool {
    let Some(figures) = terms.iter().map(|(column, _)| column.levels[level].as_ref()).collect::<Option<Vec<_>>>()
    else {
        return false;
    };
    let slack: f64 = figures.iter().map(|it| it.half_width).sum::<f64>() + 1e-9 * whole.max(1.0);
    let (mut n_agree, mut differs) = (0, false);
    for area in 0..figures[0].figures.len() {
        let sum: f64 = figures.iter().zip(terms).map(|(it, (_, sign))| sign * it.figures[area]).sum();
        // Cells without a figure, and sums of nothing, say nothing.
        if sum.is_nan() || figures.iter().all(|it| it.figures[area] == 0.0) {
            continue;
        }
        if (sum - whole).abs() > slack {
            differs = true;
            break;
        }
        // A term that rounding may have made of nothing says nothing of the others.
        n_agree += usize::from(figures.iter().all(|it| it.figures[area].abs() > slack));
    }
    !differs && n_agree >= AGREE
}
