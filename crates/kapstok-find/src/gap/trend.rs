// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Do chosen areas grow apart from others, more than such areas do by themselves?
//!
//! In: a figure per area and period, how many it is about, chosen areas and the others. Out: [`Divergence`]: the difference
//! in slope with all others (which takes away what all areas share), and after correction for where each area started
//! (areas that were chosen for a high figure fall back by themselves). Each is held against the same for sets of other
//! areas in which nothing was done ([`super::placebo`]): that gives the interval. Invariant: an area takes part only where it
//! has a figure in every period; first a slope per area, then the groups, so that what hangs together within an area
//! plays no part. Not here: modelled figures, which the caller refuses.
//!
//! Sources: slopes first, Bertrand, Duflo and Mullainathan, *Quarterly Journal of Economics* 119 (2004), 249-275; the interval,
//! Fisher's randomisation turned round, as in Conley and Taber, *Review of Economics and Statistics* 93 (2011), 113-125.

use super::compare::Outcome;
use super::placebo::{Pool, reach};
use crate::Interval;

/// The figures of one area over the periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// `[n_periods]`.
    pub values: Vec<f64>,
    /// How many the figures are about, on average.
    pub weight: f64,
    /// How much chance moves the figure of this area, against others: `p (100 - p) / n` of a share, `1 / n` of what is none.
    pub chance: f64,
    /// Where it started: the figure by which areas are held to be alike. The first value, or better one from before the
    /// areas were chosen.
    pub start: f64,
}

/// How sure, and against how many drawn sets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendOptions {
    /// Level of confidence.
    pub level: f64,
    /// Sets to draw.
    pub sets: u32,
    /// The seed.
    pub seed: u64,
    /// Of the false-alarm rate: from how many areas with about that start each is drawn; at least ten times as many as chosen.
    pub among: usize,
}

/// A difference in slope, per unit of time, held against what drawn sets do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held {
    /// Chosen minus others.
    pub difference: f64,
    /// Around it.
    pub interval: Interval,
    /// Twice the part of the sets, this one included, that differ at least as much in that direction.
    pub p: f64,
    /// In one word: higher is rising faster, or falling less.
    pub outcome: Outcome,
}

/// Whether chosen areas grow apart from others.
#[derive(Clone, Debug, PartialEq)]
pub struct Divergence {
    /// Mean slope of the chosen areas, and of the others.
    pub slopes: (f64, f64),
    /// The difference as it stands: does not know where areas started.
    pub raw: Held,
    /// After correction for the start.
    pub corrected: Held,
    /// How much of a lead is lost per unit of time by itself: minus the slope of slopes on starts among the others.
    pub falls_back: f64,
    /// Areas that took part: chosen, others.
    pub n_areas: (usize, usize),
}

/// The slope of an area by least squares.
pub fn slope(times: &[f64], values: &[f64]) -> f64 {
    let mean = times.iter().sum::<f64>() / times.len() as f64;
    let spread: f64 = times.iter().map(|time| (time - mean) * (time - mean)).sum();
    times.iter().zip(values).map(|(time, value)| (time - mean) / spread * value).sum()
}

/// How many other areas there must be to draw from: twice as many as chosen, and at least forty. Below that a single area
/// could never differ from a drawn one.
pub fn n_needed(n_chosen: usize) -> usize {
    (2 * n_chosen).max(40)
}

/// Holds the slopes of chosen areas against those of others; `None` where too few areas are left to draw from
/// ([`n_needed`]), or where there are fewer than two periods.
///
/// * `times`: `[n_periods]`, rising.
/// * `courses`: one for each area that has a figure in every period; `chosen` and `others` are places in it.
pub fn divergence(
    times: &[f64],
    courses: &[Course],
    chosen: &[usize],
    others: &[usize],
    options: TrendOptions,
) -> Option<Divergence> {
    if times.len() < 2 || chosen.is_empty() || others.len() < n_needed(chosen.len()) {
        return None;
    }
    let slopes: Vec<f64> = courses.iter().map(|course| slope(times, &course.values)).collect();
    let tilt = tilt(&slopes, courses, others);
    let corrected = corrected(&slopes, courses, tilt);
    let plain = Pool { courses, chosen, others, slopes: &slopes, reach: 1.0 };
    let reach = reach(courses, chosen, others);
    let alike = Pool { courses, chosen, others, slopes: &corrected, reach };
    Some(Divergence {
        slopes: (plain.mean(chosen), plain.mean(others)),
        raw: held(&plain, options),
        corrected: held(&alike, options),
        falls_back: -tilt,
        n_areas: (chosen.len(), others.len()),
    })
}

/// A difference, with the interval that drawn sets leave.
pub(super) fn held(pool: &Pool<'_>, options: TrendOptions) -> Held {
    within(pool.mean(pool.chosen) - pool.mean(pool.others), &pool.possible(options), options.level)
}

/// A difference among sorted possible ones.
fn within(difference: f64, possible: &[f64], level: f64) -> Held {
    let n = possible.len();
    // The k-th lowest and highest of n, so that n + 1 sets would lie outside as often as is stated.
    let k = (((n + 1) as f64 * (1.0 - level) / 2.0) as usize).clamp(1, n);
    let interval = Interval::new(possible[k - 1], possible[n - k], level);
    let (below, above) = (possible.partition_point(|it| *it <= 0.0), possible.partition_point(|it| *it < 0.0));
    let p = 2.0 * (below.min(n - above) + 1) as f64 / (n + 1) as f64;
    let outcome = match (interval.lower > 0.0, interval.upper < 0.0) {
        (true, _) => Outcome::Higher,
        (_, true) => Outcome::Lower,
        (false, false) => Outcome::Similar,
    };
    Held { difference, interval, p: p.min(1.0), outcome }
}

/// Slopes less what goes with the start.
pub(super) fn corrected(slopes: &[f64], courses: &[Course], tilt: f64) -> Vec<f64> {
    slopes.iter().zip(courses).map(|(slope, course)| slope - tilt * course.start).collect()
}

/// The slope of slopes on starts, weighted.
pub(super) fn tilt(slopes: &[f64], courses: &[Course], areas: &[usize]) -> f64 {
    let total: f64 = areas.iter().map(|area| courses[*area].weight).sum();
    let mean =
        |of: &dyn Fn(usize) -> f64| areas.iter().map(|area| courses[*area].weight * of(*area)).sum::<f64>() / total;
    let (start, value) = (mean(&|area| courses[area].start), mean(&|area| slopes[area]));
    let spread = mean(&|area| (courses[area].start - start) * (courses[area].start - start));
    let together = mean(&|area| (courses[area].start - start) * (slopes[area] - value));
    if spread > 0.0 { together / spread } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use kapstok_score::random::Draws;

    use super::*;

    const OPTIONS: TrendOptions = TrendOptions { level: 0.95, sets: 199, seed: 7, among: 60 };

    fn course(values: Vec<f64>) -> Course {
        let start = values[0];
        Course { values, weight: 1.0, chance: 1.0, start }
    }

    #[test]
    fn a_slope_is_that_of_least_squares() {
        // Pulls -1/2, 0, 1/2.
        assert!((slope(&[2020.0, 2021.0, 2022.0], &[1.0, 9.0, 5.0]) - 2.0).abs() < 1e-12);
    }

    #[test]
    fn what_all_areas_share_is_no_divergence_and_too_few_areas_say_nothing() {
        let rising: Vec<Course> = (0..60).map(|area| course(vec![f64::from(area), f64::from(area) + 3.0])).collect();
        let found = divergence(&[0.0, 1.0], &rising, &[0, 5], &(6..60).collect::<Vec<_>>(), OPTIONS).unwrap();
        assert!(found.raw.difference.abs() < 1e-12 && found.corrected.difference.abs() < 1e-12);
        assert_eq!(found.corrected.outcome, Outcome::Similar);
        assert_eq!(divergence(&[0.0, 1.0], &rising, &[0, 5], &[6, 7, 8, 9], OPTIONS), None);
    }

    #[test]
    fn the_interval_leaves_out_as_many_sets_as_are_stated() {
        // Nineteen sets: 90 % leaves the lowest and the highest out. Two lie at or below nought: p = 2 (2 + 1) / 20.
        let possible: Vec<f64> = (-1..18).map(f64::from).collect();
        let found = within(8.0, &possible, 0.9);
        assert_eq!((found.interval.lower, found.interval.upper, found.outcome), (-1.0, 17.0, Outcome::Similar));
        assert!((found.p - 0.3).abs() < 1e-12, "{found:?}");
        let possible: Vec<f64> = (1..20).map(f64::from).collect();
        assert_eq!(within(10.0, &possible, 0.9).outcome, Outcome::Higher);
    }

    /// Areas with a true level that never changes, seen twice with chance; those that looked worst the first time chosen.
    fn picked_for_their_figure(seed: u64) -> (Vec<Course>, Vec<usize>, Vec<usize>) {
        let areas: Vec<Course> = (0..200)
            .map(|area| {
                let mut draws = Draws::new(seed, area, 0);
                let level = 20.0 + 4.0 * draws.normal();
                course((0..2).map(|_| level + 3.0 * draws.normal()).collect())
            })
            .collect();
        let mut order: Vec<usize> = (0..areas.len()).collect();
        order.sort_by(|one, other| areas[*other].values[0].total_cmp(&areas[*one].values[0]));
        let (chosen, others) = order.split_at(10);
        (areas, chosen.to_vec(), others.to_vec())
    }

    #[test]
    fn areas_picked_for_a_high_figure_seem_to_catch_up_and_are_not_said_to() {
        let (mut raw, mut corrected, n) = (0, 0, 200);
        for seed in 0..n {
            let (areas, chosen, others) = picked_for_their_figure(seed);
            let found = divergence(&[0.0, 1.0], &areas, &chosen, &others, OPTIONS).unwrap();
            raw += u64::from(found.raw.outcome == Outcome::Lower);
            corrected += u64::from(found.corrected.outcome != Outcome::Similar);
        }
        // Nothing changed in any area. The plain comparison mostly says so; the corrected one errs as often as it states, and
        // a little more, for the starts of the chosen lie beyond those of the others.
        assert!(raw > n / 2, "{raw}");
        assert!(corrected < n / 8, "{corrected}");
    }
}
