// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sets of areas in which nothing was done: what the test of diverging areas is held against, and how often it cries wolf.
//!
//! In: slopes and starts of areas, those chosen, the others. Out: which differences are possible beside drawn sets
//! (`Pool::possible`); in how many drawn sets the test speaks when each of them is taken for a choice ([`placebo`]). Each set
//! has as many areas as were chosen. Invariant: draws
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
    /// How much more unsure the difference is for starts that lie at an end.
    pub(super) reach: f64,
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
    /// Areas of few people jump more, so a drawn area stands in for a chosen one on the scale of the latter: its slope, less
    /// the mean, times the root of `v(chosen) / v(drawn)`, where `v = a + b chance` is fitted to the others. A set may hold chosen
    /// areas. With `c` what it holds of them, less what is left of them beside it, and `T` its own difference, the possible
    /// difference is `(d - T) / (1 - c)`.
    pub(super) fn possible(&self, options: TrendOptions) -> Vec<f64> {
        let both: Vec<usize> = self.chosen.iter().chain(self.others).copied().collect();
        let near = vec![both.clone(); self.chosen.len()];
        let spread = self.spread();
        let middle = self.mean(self.others);
        let is_chosen = |area: usize| if self.chosen.contains(&area) { 1.0 } else { 0.0 };
        let (all, weight) = self.sums(&both, &|area| self.slopes[area] - middle);
        let (n_chosen, own) = self.sums(self.chosen, &|_| 1.0);
        let seen = self.mean(self.chosen) - middle;
        let mut possible = Vec::with_capacity(options.sets as usize);
        for set in 0..options.sets.max(1) {
            let drawn = draw(&near, set, options.seed);
            let (mut sum, mut part) = (0.0, 0.0);
            for (area, stand_in) in self.chosen.iter().zip(&drawn) {
                let share = self.courses[*area].weight / own * (spread(*area) / spread(*stand_in)).sqrt();
                sum += share * (self.slopes[*stand_in] - middle);
                part += share * is_chosen(*stand_in);
            }
            let (rest, of_rest) = self.sums(&drawn, &|area| self.slopes[area] - middle);
            let (held, _) = self.sums(&drawn, &is_chosen);
            let difference = sum - (all - rest) / (weight - of_rest);
            let part = part - (n_chosen - held) / (weight - of_rest);
            // The chosen areas themselves: this set says nothing, and so it stands on both sides by turns.
            let nothing = if set % 2 == 0 { f64::INFINITY } else { f64::NEG_INFINITY };
            possible.push(if part > 1.0 - 1e-9 { nothing } else { (seen - difference) / (1.0 - part) });
        }
        possible.sort_unstable_by(f64::total_cmp);
        let wider = self.reach.sqrt();
        possible.iter_mut().for_each(|it| *it = seen + wider * (*it - seen));
        possible
    }

    /// How much the slope of an area scatters: `a + b chance`, by least squares on the squared slopes of the others, less their
    /// mean; neither below nought.
    fn spread(&self) -> impl Fn(usize) -> f64 {
        let n = self.others.len() as f64;
        let middle = self.mean(self.others);
        let square = |area: usize| (self.slopes[area] - middle) * (self.slopes[area] - middle);
        let mean = |of: &dyn Fn(usize) -> f64| self.others.iter().map(|area| of(*area)).sum::<f64>() / n;
        let chance = |area: usize| self.courses[area].chance;
        let (squares, chances) = (mean(&square), mean(&chance));
        let across = mean(&|area| (chance(area) - chances) * (square(area) - squares));
        let along = mean(&|area| (chance(area) - chances) * (chance(area) - chances));
        let times = if along > 0.0 && chances > 0.0 { (across / along).clamp(0.0, squares / chances) } else { 0.0 };
        let (base, courses) = (squares - times * chances, self.courses);
        let least = squares.max(f64::MIN_POSITIVE) * 1e-6;
        move |area| (base + times * courses[area].chance).max(least)
    }

    fn sums(&self, areas: &[usize], of: &dyn Fn(usize) -> f64) -> (f64, f64) {
        areas.iter().fold((0.0, 0.0), |(sum, weight), area| {
            (sum + self.courses[*area].weight * of(*area), weight + self.courses[*area].weight)
        })
    }
}

/// How much more unsure a corrected difference is for starts that lie at an end, where the correction itself is unsure:
/// `1 + L / (sum(u^2) + 1/N)` with `L = (start - mean start)^2 / (N var(start))`.
pub(super) fn reach(courses: &[Course], chosen: &[usize], others: &[usize]) -> f64 {
    let n = others.len() as f64;
    let weight: f64 = chosen.iter().map(|area| courses[*area].weight).sum();
    let share = |area: &usize| courses[*area].weight / weight;
    let start: f64 = chosen.iter().map(|area| share(area) * courses[*area].start).sum();
    let squares: f64 = chosen.iter().map(|area| share(area) * share(area)).sum();
    let mean = others.iter().map(|area| courses[*area].start).sum::<f64>() / n;
    let spread = others.iter().map(|area| (courses[*area].start - mean) * (courses[*area].start - mean)).sum::<f64>();
    if spread > 0.0 { 1.0 + (start - mean) * (start - mean) / spread / (squares + 1.0 / n) } else { 1.0 }
}

/// The others whose start lies nearest to that of an area; ties by their order.
fn nearest(courses: &[Course], area: usize, others: &[usize], among: usize) -> Vec<usize> {
    let mut near = others.to_vec();
    let far = |other: usize| (courses[other].start - courses[area].start).abs();
    near.sort_unstable_by(|one, other| far(*one).total_cmp(&far(*other)).then(one.cmp(other)));
    near.truncate(among.max(1));
    near
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
    let among = options.among.max(10 * chosen.len());
    let near: Vec<Vec<usize>> = chosen.iter().map(|area| nearest(courses, *area, others, among)).collect();
    let mut n_alarms = 0;
    for set in 0..n_sets {
        // Other draws than those that the test makes.
        let drawn = draw(&near, set, options.seed ^ 0x5EED_0F0C_1A1A_0001);
        let rest: Vec<usize> = others.iter().copied().filter(|area| !drawn.contains(area)).collect();
        let corrected = corrected(&slopes, courses, tilt(&slopes, courses, &rest));
        let reach = reach(courses, &drawn, &rest);
        let pool = Pool { courses, chosen: &drawn, others: &rest, slopes: &corrected, reach };
        let found = held(&pool, options);
        n_alarms += usize::from(matches!(found.outcome, Outcome::Higher | Outcome::Lower));
    }
    let error = 1.0 - options.level;
    let half = 1.96 * (error * (1.0 - error) / f64::from(n_sets)).sqrt();
    let expected = Interval::new(error - half, error + half, 0.95);
    Some(Placebo { n_sets: n_sets as usize, n_alarms, expected })
}
