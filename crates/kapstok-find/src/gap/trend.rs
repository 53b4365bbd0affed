// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Do chosen areas grow apart from others, more than such areas do by themselves?
//!
//! In: a figure per area and period, how many it is about, chosen areas and the others. Out: [`Divergence`]: the difference
//! in slope with all others (which takes away what all areas share), with those of the same group, or with others like them
//! ([`Beside`]); and after correction for where each area started (areas that were chosen for a high figure fall back by
//! themselves). Each is held against the same for sets of other areas in which nothing was done, each beside its own others by
//! the same rule ([`super::placebo`]): that gives the interval. Invariant: an area takes part only where it
//! has a figure in every period; first a slope per area, then the groups, so that what hangs together within an area
//! plays no part. Not here: modelled figures, which the caller refuses.
//!
//! Sources: slopes first, Bertrand, Duflo and Mullainathan, *Quarterly Journal of Economics* 119 (2004), 249-275; the interval,
//! Fisher's randomisation turned round, as in Conley and Taber, *Review of Economics and Statistics* 93 (2011), 113-125.

use std::collections::BTreeMap;

use super::alike::Alike;
use super::compare::Outcome;
use super::pool::{self, Pool};
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
    /// Mean slope of the chosen areas, and of those that they are held beside.
    pub slopes: (f64, f64),
    /// The difference as it stands: does not know where areas started.
    pub raw: Held,
    /// After correction for the start.
    pub corrected: Held,
    /// How much of a lead is lost per unit of time by itself: minus the slope of slopes on starts among the others.
    pub falls_back: f64,
    /// Chosen areas that took part, and those that they are held beside.
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

/// Whom chosen areas are held beside.
#[derive(Clone, Copy, Debug)]
pub enum Beside<'a> {
    /// All others.
    Rest,
    /// Each beside the others of its own group (a municipality), `[n_courses]`. What a group shares is taken away too.
    Group(&'a [usize]),
    /// Others that are like them, found anew for each set that is drawn. Prepared over the same areas.
    Alike(&'a Alike),
}

/// Why it cannot be said whether areas grow apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaid {
    /// No chosen area, fewer than two periods, or nobody to be held beside.
    Nobody,
    /// Too few other areas to draw from; so many are needed.
    Few(usize),
    /// Too few others in the group of a chosen area; so many are needed there.
    FewInGroup(usize),
}

/// Holds the slopes of chosen areas against those of others.
///
/// * `times`: `[n_periods]`, rising.
/// * `courses`: one for each area that has a figure in every period; `chosen` and `others` are places in it, and hold all.
///
/// # Errors
/// [`NotSaid`], where there are too few areas to draw from ([`n_needed`]).
pub fn divergence(
    times: &[f64],
    courses: &[Course],
    chosen: &[usize],
    others: &[usize],
    beside: Beside<'_>,
    options: TrendOptions,
) -> Result<Divergence, NotSaid> {
    if times.len() < 2 || chosen.is_empty() {
        return Err(NotSaid::Nobody);
    }
    let one_group = vec![0; courses.len()];
    let (chosen, others) = taking_part(chosen, others, beside)?;
    let slopes: Vec<f64> = courses.iter().map(|course| slope(times, &course.values)).collect();
    let areas = Areas { courses, slopes: &slopes, chosen: &chosen, others: &others };
    let corrected = areas.corrected(beside, &one_group, &[]);
    let plain = areas.pool(&slopes, 1.0, beside, &one_group, &[]);
    let alike = areas.pool(&corrected.slopes, corrected.reach, beside, &one_group, &[]);
    let n_beside = match beside {
        Beside::Alike(alike) => alike.of(&chosen, &[]).pairs.len(),
        Beside::Rest | Beside::Group(_) => others.len(),
    };
    Ok(Divergence {
        slopes: plain.means(),
        raw: held(&plain, options),
        corrected: held(&alike, options),
        falls_back: -corrected.tilt,
        n_areas: (chosen.len(), n_beside),
    })
}

/// Chosen areas that have anybody beside them, and areas to draw from.
fn taking_part(chosen: &[usize], others: &[usize], beside: Beside<'_>) -> Result<(Vec<usize>, Vec<usize>), NotSaid> {
    let (chosen, others, n_drawn) = match beside {
        Beside::Rest => (chosen.to_vec(), others.to_vec(), others.len()),
        Beside::Group(of) => {
            let is_near = |other: &usize| chosen.iter().any(|area| of[*area] == of[*other]);
            let near: Vec<usize> = others.iter().copied().filter(is_near).collect();
            (chosen.to_vec(), near.clone(), near.len())
        }
        Beside::Alike(alike) => {
            let can_be_drawn = others.iter().filter(|area| alike.has_any(**area)).count();
            (alike.of(chosen, &[]).chosen(), others.to_vec(), can_be_drawn)
        }
    };
    if chosen.is_empty() || others.is_empty() {
        return Err(NotSaid::Nobody);
    }
    if n_drawn < n_needed(chosen.len()) {
        return Err(NotSaid::Few(n_needed(chosen.len())));
    }
    if let Beside::Group(of) = beside {
        let n = |areas: &[usize], group: usize| areas.iter().filter(|area| of[**area] == group).count();
        let few = chosen.iter().map(|area| of[*area]).find(|group| n(&others, *group) < 2 * n(&chosen, *group));
        if let Some(group) = few {
            return Err(NotSaid::FewInGroup(2 * n(&chosen, group)));
        }
    }
    Ok((chosen, others))
}

/// Areas of a test: those chosen, and all others that are drawn from.
#[derive(Clone, Copy)]
pub(super) struct Areas<'a> {
    pub(super) courses: &'a [Course],
    pub(super) slopes: &'a [f64],
    pub(super) chosen: &'a [usize],
    pub(super) others: &'a [usize],
}

/// Slopes less what goes with where areas started.
pub(super) struct Corrected {
    pub(super) slopes: Vec<f64>,
    /// What goes with it, per unit of start.
    tilt: f64,
    /// How much more unsure a difference is for it.
    pub(super) reach: f64,
}

impl<'a> Areas<'a> {
    /// What is drawn from, by slopes as they stand or corrected ones. `out` takes no part.
    pub(super) fn pool<'b>(
        self,
        slopes: &'b [f64],
        reach: f64,
        beside: Beside<'b>,
        one_group: &'b [usize],
        out: &'b [usize],
    ) -> Pool<'b>
    where
        'a: 'b,
    {
        let held = match beside {
            Beside::Rest => pool::Held::Group(one_group),
            Beside::Group(of) => pool::Held::Group(of),
            Beside::Alike(alike) => pool::Held::Alike(alike, out),
        };
        Pool { courses: self.courses, chosen: self.chosen, others: self.others, slopes, held, reach }
    }

    /// Corrects for the start: what goes with it among the others, within their groups.
    pub(super) fn corrected(self, beside: Beside<'_>, one_group: &[usize], out: &[usize]) -> Corrected {
        let of = if let Beside::Group(of) = beside { of } else { one_group };
        let tilt = self.tilt(of);
        let slopes = self.slopes.iter().zip(self.courses).map(|(slope, course)| slope - tilt * course.start).collect();
        let reach = match beside {
            Beside::Rest | Beside::Group(_) => self.reach(of),
            Beside::Alike(alike) => self.reach_beside(&alike.of(self.chosen, out).others()),
        };
        Corrected { slopes, tilt, reach }
    }

    /// The slope of slopes on starts among the others, weighted, within their groups.
    fn tilt(self, of: &[usize]) -> f64 {
        let weight = |area: usize| self.courses[area].weight;
        let total: f64 = self.others.iter().map(|area| weight(*area)).sum();
        let start = self.means(of, &|area| (weight(area), self.courses[area].start));
        let value = self.means(of, &|area| (weight(area), self.slopes[area]));
        let mean =
            |of: &dyn Fn(usize) -> f64| self.others.iter().map(|area| weight(*area) * of(*area)).sum::<f64>() / total;
        let away = |area: usize| self.courses[area].start - start[&of[area]];
        let spread = mean(&|area| away(area) * away(area));
        let together = mean(&|area| away(area) * (self.slopes[area] - value[&of[area]]));
        if spread > 0.0 { together / spread } else { 0.0 }
    }

    /// The mean of the others of each group, by weight.
    fn means(self, of: &[usize], figure: &dyn Fn(usize) -> (f64, f64)) -> BTreeMap<usize, f64> {
        let mut sums: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
        for area in self.others {
            let (weight, value) = figure(*area);
            let sum = sums.entry(of[*area]).or_default();
            *sum = (sum.0 + weight * value, sum.1 + weight);
        }
        sums.into_iter().map(|(group, (sum, weight))| (group, sum / weight)).collect()
    }

    /// Parts of the people in areas.
    fn shares(self, areas: &[usize]) -> impl Fn(&usize) -> f64 {
        let weight: f64 = areas.iter().map(|area| self.courses[*area].weight).sum();
        move |area| self.courses[*area].weight / weight
    }

    /// How much more unsure a corrected difference is for starts that lie at an end, where the correction itself is unsure:
    /// `1 + L / (sum(u^2) + 1/N)` with `L = (start - mean start)^2 / (N var(start))`.
    fn reach(self, of: &[usize]) -> f64 {
        let share = self.shares(self.chosen);
        let means = self.means(of, &|area| (1.0, self.courses[area].start));
        let start: f64 = self.chosen.iter().map(|area| share(area) * self.courses[*area].start).sum();
        let middle: f64 = match means.len() {
            1 => means.values().sum(),
            _ => self.chosen.iter().map(|area| share(area) * means[&of[*area]]).sum(),
        };
        let squares: f64 = self.chosen.iter().map(|area| share(area) * share(area)).sum();
        self.reach_of(start - middle, &|area| means[&of[area]], squares + 1.0 / self.others.len() as f64)
    }

    /// The same beside matched areas, with `sum(m^2)` of these for `1/N` and their mean start for that of all.
    fn reach_beside(self, matched: &[usize]) -> f64 {
        let (own, beside) = (self.shares(self.chosen), self.shares(matched));
        let start = |areas: &[usize], share: &dyn Fn(&usize) -> f64| {
            areas.iter().map(|area| share(area) * self.courses[*area].start).sum::<f64>()
        };
        let squares = |areas: &[usize], share: &dyn Fn(&usize) -> f64| {
            areas.iter().map(|area| share(area) * share(area)).sum::<f64>()
        };
        let mean = self.others.iter().map(|area| self.courses[*area].start).sum::<f64>() / self.others.len() as f64;
        let away = start(self.chosen, &own) - start(matched, &beside);
        self.reach_of(away, &|_| mean, squares(self.chosen, &own) + squares(matched, &beside))
    }

    fn reach_of(self, away: f64, mean: &dyn Fn(usize) -> f64, squares: f64) -> f64 {
        let from_mean = |area: &usize| self.courses[*area].start - mean(*area);
        let spread: f64 = self.others.iter().map(|area| from_mean(area) * from_mean(area)).sum();
        if spread > 0.0 { 1.0 + away * away / spread / squares } else { 1.0 }
    }
}

/// A difference, with the interval that drawn sets leave.
pub(super) fn held(pool: &Pool<'_>, options: TrendOptions) -> Held {
    let (chosen, beside) = pool.means();
    within(chosen - beside, &pool.possible(options), options.level)
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

#[cfg(test)]
mod tests {
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
        let found =
            divergence(&[0.0, 1.0], &rising, &[0, 5], &(6..60).collect::<Vec<_>>(), Beside::Rest, OPTIONS).unwrap();
        assert!(found.raw.difference.abs() < 1e-12 && found.corrected.difference.abs() < 1e-12);
        assert_eq!(found.corrected.outcome, Outcome::Similar);
        let few = divergence(&[0.0, 1.0], &rising, &[0, 5], &[6, 7, 8, 9], Beside::Rest, OPTIONS);
        assert_eq!(few, Err(NotSaid::Few(40)));
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
}
