// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sets of areas in which nothing was done: what the test of diverging areas is held against, and how often it cries wolf.
//!
//! In: slopes and starts of areas, those chosen, the others. Out: which differences are possible beside drawn sets
//! ([`Pool::possible`]); in how many drawn sets the test speaks when each of them is taken for a choice ([`placebo`]). Each set
//! has as many areas as were chosen, each drawn from areas whose start and size lie nearest to one of them. Invariant: draws
//! belong to the seed and the number of the set, never to a thread.

use kapstok_score::random::Draws;

use super::compare::Outcome;
use super::trend::{Course, TrendOptions, corrected, held, slope, tilt};
use crate::Interval;

/// Areas to draw from: the chosen ones and all others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pool<'a> {
    pub(super) courses: &'a [Course],
    pub(super) chosen: &'a [usize],
    pub(super) others: &'a [usize],
    pub(super) slopes: &'a [f64],
}

/// From which areas sets are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sets {
    /// From all: the start plays no part.
    FromAll,
    /// From those of about the same start and size.
    Alike,
}

impl Pool<'_> {
    /// The mean slope of areas, by people.
    pub(super) fn mean(&self, areas: &[usize]) -> f64 {
        let (sum, weight) = self.sums(areas, &|area| self.slopes[area]);
        sum / weight
    }

    /// Which differences the chosen areas may truly have, one for each drawn set: had they that difference, then this set
    /// would differ exactly as much as the chosen areas are seen to. Sorted; their quantiles are an interval.
    ///
    /// A set may hold chosen areas. With `c` what it holds of them by weight, less what is left of them beside it, and `T` its
    /// own difference, that is `(d - T) / (1 - c)`.
    pub(super) fn possible(&self, sets: Sets, options: TrendOptions) -> Vec<f64> {
        let both: Vec<usize> = self.chosen.iter().chain(self.others).copied().collect();
        let among = match sets {
            Sets::FromAll => both.len(),
            Sets::Alike => options.among.max(10 * self.chosen.len()),
        };
        let near: Vec<Vec<usize>> = self.chosen.iter().map(|area| self.nearest(&both, *area, among)).collect();
        let is_chosen = |area: usize| if self.chosen.contains(&area) { 1.0 } else { 0.0 };
        let (all, weight) = self.sums(&both, &|area| self.slopes[area]);
        let (all_chosen, _) = self.sums(self.chosen, &|_| 1.0);
        let seen = self.mean(self.chosen) - self.mean(self.others);
        let mut possible = Vec::with_capacity(options.sets as usize);
        for set in 0..options.sets.max(1) {
            let drawn = draw(&near, set, options.seed);
            let (sum, own) = self.sums(&drawn, &|area| self.slopes[area]);
            let (held, _) = self.sums(&drawn, &is_chosen);
            let difference = sum / own - (all - sum) / (weight - own);
            let part = held / own - (all_chosen - held) / (weight - own);
            // The chosen areas themselves: this set says nothing, and so it stands on both sides by turns.
            let nothing = if set % 2 == 0 { f64::INFINITY } else { f64::NEG_INFINITY };
            possible.push(if part > 1.0 - 1e-9 { nothing } else { (seen - difference) / (1.0 - part) });
        }
        possible.sort_unstable_by(f64::total_cmp);
        if sets == Sets::Alike {
            let wider = self.reach().sqrt();
            possible.iter_mut().for_each(|it| *it = seen + wider * (*it - seen));
        }
        possible
    }

    fn sums(&self, areas: &[usize], of: &dyn Fn(usize) -> f64) -> (f64, f64) {
        areas.iter().fold((0.0, 0.0), |(sum, weight), area| {
            (sum + self.courses[*area].weight * of(*area), weight + self.courses[*area].weight)
        })
    }

    /// The areas nearest to one in start and size, each in standard deviations, itself among them; ties by their order.
    fn nearest(&self, from: &[usize], area: usize, among: usize) -> Vec<usize> {
        let start = |area: usize| self.courses[area].start;
        let size = |area: usize| libm::log(self.courses[area].weight.max(1.0));
        let (starts, sizes) = (self.deviation(&start), self.deviation(&size));
        let far = |other: usize| {
            let (one, two) = ((start(other) - start(area)) / starts, (size(other) - size(area)) / sizes);
            one * one + two * two
        };
        let mut near: Vec<(f64, usize)> = from.iter().map(|other| (far(*other), *other)).collect();
        near.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        near.truncate(among.max(1));
        near.into_iter().map(|(_, other)| other).collect()
    }

    /// How much more unsure a corrected difference is for starts that lie at an end, where the correction itself is unsure:
    /// `1 + L / (sum(u^2) + 1/N)` with `L = (start - mean start)^2 / (N var(start))`.
    fn reach(&self) -> f64 {
        let n = self.others.len() as f64;
        let (start, weight) = self.sums(self.chosen, &|area| self.courses[area].start);
        let start = start / weight;
        let share = |area: &usize| self.courses[*area].weight / weight;
        let squares: f64 = self.chosen.iter().map(|area| share(area) * share(area)).sum();
        let mean = self.others.iter().map(|area| self.courses[*area].start).sum::<f64>() / n;
        let deviation = self.deviation(&|area| self.courses[area].start);
        let lever = (start - mean) * (start - mean) / (n * deviation * deviation);
        1.0 + lever / (squares + 1.0 / n)
    }

    fn deviation(&self, of: &dyn Fn(usize) -> f64) -> f64 {
        let n = self.others.len() as f64;
        let mean = self.others.iter().map(|area| of(*area)).sum::<f64>() / n;
        let squares: f64 = self.others.iter().map(|area| (of(*area) - mean) * (of(*area) - mean)).sum();
        let deviation = (squares / n).sqrt();
        if deviation > 0.0 { deviation } else { 1.0 }
    }
}

/// One area from each list; where it was drawn before, the next of the list.
fn draw(near: &[Vec<usize>], set: u32, seed: u64) -> Vec<usize> {
    let mut drawn: Vec<usize> = Vec::with_capacity(near.len());
    for (position, list) in near.iter().enumerate() {
        let place = (Draws::new(seed, position as u32, set).uniform() * list.len() as f64) as usize;
        let free = (0..list.len()).map(|step| list[(place + step) % list.len()]).find(|area| !drawn.contains(area));
        drawn.extend(free);
    }
    drawn
}

/// What the test did where nothing was done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placebo {
    /// Sets that were taken for a choice.
    pub n_sets: usize,
    /// How many of them the corrected test calls diverging.
    pub n_alarms: usize,
    /// The share that this may be by the chance of drawing, if the test errs as often as it states.
    pub expected: Interval,
}

impl Placebo {
    /// The share of false alarms.
    pub fn rate(&self) -> f64 {
        self.n_alarms as f64 / self.n_sets as f64
    }
}

/// Takes drawn sets for choices, one by one, and runs the whole test on each: correction, sets drawn beside it, verdict.
/// `None` where the test itself could not be run.
pub fn placebo(
    times: &[f64],
    courses: &[Course],
    chosen: &[usize],
    others: &[usize],
    options: TrendOptions,
    n_sets: u32,
) -> Option<Placebo> {
    if times.len() < 2 || chosen.is_empty() || others.len() < (3 * chosen.len()).max(41) || n_sets == 0 {
        return None;
    }
    let slopes: Vec<f64> = courses.iter().map(|course| slope(times, &course.values)).collect();
    let all = Pool { courses, chosen, others, slopes: &slopes };
    let among = options.among.max(10 * chosen.len());
    let near: Vec<Vec<usize>> = chosen.iter().map(|area| all.nearest(others, *area, among)).collect();
    let mut n_alarms = 0;
    for set in 0..n_sets {
        // Other draws than those that the test makes.
        let drawn = draw(&near, set, options.seed ^ 0x5EED_0F0C_1A1A_0001);
        let rest: Vec<usize> = others.iter().copied().filter(|area| !drawn.contains(area)).collect();
        let corrected = corrected(&slopes, courses, tilt(&slopes, courses, &rest));
        let pool = Pool { courses, chosen: &drawn, others: &rest, slopes: &corrected };
        let found = held(&pool, Sets::Alike, options);
        n_alarms += usize::from(matches!(found.outcome, Outcome::Higher | Outcome::Lower));
    }
    let error = 1.0 - options.level;
    let half = 1.96 * (error * (1.0 - error) / f64::from(n_sets)).sqrt();
    let expected = Interval::new(error - half, error + half, 0.95);
    Some(Placebo { n_sets: n_sets as usize, n_alarms, expected })
}
