// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! In which circle on the map is there more than chance would put there?
//!
//! In: a centre, cases and residents of each area. Out: the circle with the highest likelihood ratio, others that have no
//! area in common with it or with each other, and for each how often chance alone gives a ratio as high.
//! Invariant: same seed, same bits, on any number of threads; memory is in proportion to areas times simulations, never to
//! areas squared. An area without centre, cases or residents takes no part and is counted. Neighbours play no part, so an
//! island is an area like any other.
//! Not here: circles with fewer cases than expected; ellipses; time.

mod circles;
mod simulated;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::Point;
use circles::{Circles, Ratio};
use simulated::Simulated;

/// How to scan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScanOptions {
    /// No circle has more than this share of all residents; a circle with exactly this share counts.
    pub largest_share: f64,
    /// How many maps are simulated; 999 gives probabilities in steps of 0.001.
    pub n_simulations: u32,
    /// Seed of their random numbers.
    pub seed: u64,
}

/// What a scan found.
#[derive(Clone, Debug, PartialEq)]
pub struct Scan {
    /// The most likely circle first, then others in the order of their ratio; no two have an area in common. Of each centre
    /// only its best circle is taken along.
    pub clusters: Vec<Cluster>,
    /// Areas left out for want of a centre, cases or residents.
    pub n_left_out: usize,
}

/// A circle with more cases than expected.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// The area in the middle.
    pub centre: u32,
    /// Its areas, nearest to the centre first.
    pub areas: Vec<u32>,
    /// Distance from the centre to that of its furthest area, in the unit of the map.
    pub radius: f64,
    /// Cases in it.
    pub cases: u64,
    /// Cases that its residents would have if all areas had one rate.
    pub expected: f64,
    /// Logarithm of the likelihood ratio: `c ln(c / E) + (C - c) ln((C - c) / (C - E))`.
    pub log_likelihood_ratio: f64,
    /// `(n_higher + 1) / (n_simulations + 1)`: against the highest ratio anywhere on each simulated map, so that looking in many
    /// places is paid for; for all circles but the first it errs to the high side.
    pub pseudo_p: f64,
}

/// Why there is nothing to scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoScan {
    /// The lists are not equally long.
    #[error("lists of different length")]
    Shape,
    /// Cases are whole numbers from 0, residents are not below 0, and nobody has cases without residents.
    #[error("area {area}: cases that are no whole number, residents below 0, or cases without residents")]
    Figure {
        /// The area, from 0.
        area: usize,
    },
    /// No cases, or too many to count (2^31).
    #[error("no cases, or too many")]
    Cases,
    /// The largest share is not above 0 and at most one half.
    #[error("the largest share must lie above 0 and not above one half")]
    Share,
}

/// Areas that take part, their cases and residents.
pub(crate) struct Part {
    areas: Vec<u32>,
    centres: Vec<Option<Point>>,
    cases: Vec<i32>,
    residents: Vec<f64>,
    of_cases: i32,
}

/// Scans a map for circles with more cases than expected, under the Poisson model: given their total, cases fall on areas
/// in proportion to residents. A circle holds all areas of which the centre lies within its radius, those at equal
/// distance together.
///
/// # Errors
/// [`NoScan`].
/// # Source
/// Kulldorff, *A spatial scan statistic* (1997).
pub fn scan(
    centres: &[Option<Point>],
    cases: &[Option<f64>],
    residents: &[Option<f64>],
    options: ScanOptions,
) -> Result<Scan, NoScan> {
    if !(options.largest_share > 0.0 && options.largest_share <= 0.5) {
        return Err(NoScan::Share);
    }
    let part = Part::new(centres, cases, residents)?;
    let ratio = Ratio::new(part.of_cases);
    let circles = Circles::new(&part, options.largest_share);
    let mut best: Vec<Cluster> = best_of_each_centre(&part, &circles, &ratio);
    let by_ratio = |one: &Cluster, other: &Cluster| other.log_likelihood_ratio.total_cmp(&one.log_likelihood_ratio);
    best.sort_by(|one, other| by_ratio(one, other).then(one.centre.cmp(&other.centre)));
    let mut taken: BTreeSet<u32> = BTreeSet::new();
    best.retain(|cluster| {
        let free = cluster.areas.iter().all(|area| !taken.contains(area));
        if free {
            taken.extend(&cluster.areas);
        }
        free
    });
    let highest = Simulated::new(&part, options).highest(&circles, &ratio);
    for cluster in &mut best {
        // The same circle from another centre is summed in another order.
        let as_high = highest.iter().filter(|highest| **highest >= cluster.log_likelihood_ratio - 1e-9).count();
        cluster.pseudo_p = (as_high as f64 + 1.0) / (f64::from(options.n_simulations) + 1.0);
        cluster.centre = part.areas[cluster.centre as usize];
        cluster.areas.iter_mut().for_each(|area| *area = part.areas[*area as usize]);
    }
    Ok(Scan { clusters: best, n_left_out: centres.len() - part.areas.len() })
}

/// Areas are places in `part` still, and probabilities are not known yet.
fn best_of_each_centre(part: &Part, circles: &Circles<'_>, ratio: &Ratio) -> Vec<Cluster> {
    let best = |chunk: usize| {
        let mut found: Vec<Cluster> = Vec::new();
        circles.of_chunk(chunk, |centre, steps| {
            let (mut n_cases, mut best): (i32, Option<(f64, usize, i32)>) = (0, None);
            for (at, step) in steps.iter().enumerate() {
                n_cases += part.cases[step.area as usize];
                if step.is_circle && f64::from(n_cases) > step.expected {
                    let logarithm = ratio.logarithm(n_cases, step);
                    if best.is_none_or(|(highest, ..)| logarithm > highest) {
                        best = Some((logarithm, at, n_cases));
                    }
                }
            }
            if let Some((log_likelihood_ratio, at, n_cases)) = best {
                found.push(Cluster {
                    centre,
                    areas: steps[..=at].iter().map(|step| step.area).collect(),
                    radius: steps[at].squared.sqrt(),
                    cases: n_cases as u64,
                    expected: steps[at].expected,
                    log_likelihood_ratio,
                    pseudo_p: 1.0,
                });
            }
        });
        found
    };
    (0..circles.n_chunks()).into_par_iter().flat_map_iter(best).collect()
}

impl Part {
    fn new(centres: &[Option<Point>], cases: &[Option<f64>], residents: &[Option<f64>]) -> Result<Self, NoScan> {
        if centres.len() != cases.len() || centres.len() != residents.len() {
            return Err(NoScan::Shape);
        }
        let mut part =
            Self { areas: Vec::new(), centres: Vec::new(), cases: Vec::new(), residents: Vec::new(), of_cases: 0 };
        let mut of_cases = 0.0;
        for area in 0..centres.len() {
            let (Some(centre), Some(n_cases), Some(n_residents)) = (centres[area], cases[area], residents[area]) else {
                continue;
            };
            let whole = n_cases >= 0.0 && n_cases.fract() == 0.0 && n_cases < f64::from(i32::MAX);
            if !whole || n_residents < 0.0 || !n_residents.is_finite() || (n_residents == 0.0 && n_cases > 0.0) {
                return Err(NoScan::Figure { area });
            }
            of_cases += n_cases;
            part.areas.push(area as u32);
            part.centres.push(Some(centre));
            part.cases.push(n_cases as i32);
            part.residents.push(n_residents);
        }
        if of_cases <= 0.0 || of_cases >= f64::from(i32::MAX) {
            return Err(NoScan::Cases);
        }
        part.of_cases = of_cases as i32;
        Ok(part)
    }
}

#[cfg(test)]
mod tests;
