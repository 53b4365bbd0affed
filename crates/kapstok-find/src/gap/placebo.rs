// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How often the test of diverging areas cries wolf: sets of areas in which nothing was done, each taken for a choice.
//!
//! In: slopes and starts of areas, those chosen, the others, whom they are held beside. Out: in how many drawn sets the test
//! speaks ([`placebo`]). Each set has as many areas as were chosen, and about their starts. Invariant: draws belong to the
//! seed and the number of the set, never to a thread.

use super::compare::Outcome;
use super::pool::{draw, flags};
use super::trend::{Areas, Beside, Course, TrendOptions, held, slope};
use crate::Interval;

/// The others whose start lies nearest to that of an area; ties by their order.
fn nearest(courses: &[Course], area: usize, others: &[usize], among: usize) -> Vec<usize> {
    let mut near = others.to_vec();
    let far = |other: usize| (courses[other].start - courses[area].start).abs();
    near.sort_unstable_by(|one, other| far(*one).total_cmp(&far(*other)).then(one.cmp(other)));
    near.truncate(among.max(1));
    near
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
/// Each area of a set stands in for a chosen one: of about its start, and of its group where areas are held beside their own.
/// `None` where the test itself could not be run.
pub fn placebo(
    times: &[f64],
    courses: &[Course],
    chosen: &[usize],
    others: &[usize],
    beside: Beside<'_>,
    options: TrendOptions,
    n_sets: u32,
) -> Option<Placebo> {
    if times.len() < 2 || chosen.is_empty() || n_sets == 0 {
        return None;
    }
    let slopes: Vec<f64> = courses.iter().map(|course| slope(times, &course.values)).collect();
    let one_group = vec![0; courses.len()];
    let among = options.among.max(10 * chosen.len());
    let can_stand_in = |area: &usize| match beside {
        Beside::Rest => others.to_vec(),
        Beside::Group(of) => others.iter().copied().filter(|other| of[*other] == of[*area]).collect::<Vec<usize>>(),
        Beside::Alike(alike) => others.iter().copied().filter(|other| alike.has_any(*other)).collect(),
    };
    let lists: Vec<Vec<usize>> = chosen.iter().map(can_stand_in).collect();
    let n_enough = (3 * chosen.len()).max(41);
    let is_few = |list: &Vec<usize>| list.len() < 3 * chosen.len();
    let mut all: Vec<usize> = lists.concat();
    all.sort_unstable();
    all.dedup();
    if all.len() < n_enough || lists.iter().any(is_few) {
        return None;
    }
    // Those of other groups take no part; those that are like none do, beside others.
    let from: &[usize] = if matches!(beside, Beside::Alike(_)) { others } else { &all };
    let near: Vec<Vec<usize>> =
        chosen.iter().zip(&lists).map(|(area, list)| nearest(courses, *area, list, among)).collect();
    let (mut n_alarms, mut n_run) = (0, 0);
    for set in 0..n_sets {
        // Other draws than those that the test makes.
        let drawn = draw(&near, courses.len(), set, options.seed ^ 0x5EED_0F0C_1A1A_0001);
        let is_drawn = flags(&drawn, courses.len());
        let rest: Vec<usize> = from.iter().copied().filter(|area| !is_drawn[*area]).collect();
        let drawn = match beside {
            Beside::Alike(alike) => alike.of(&drawn, chosen).chosen(),
            Beside::Rest | Beside::Group(_) => drawn,
        };
        if drawn.is_empty() {
            continue;
        }
        let areas = Areas { courses, slopes: &slopes, chosen: &drawn, others: &rest };
        let corrected = areas.corrected(beside, &one_group, chosen);
        let pool = areas.pool(&corrected.slopes, corrected.reach, beside, &one_group, chosen);
        n_alarms += usize::from(matches!(held(&pool, options).outcome, Outcome::Higher | Outcome::Lower));
        n_run += 1;
    }
    let error = 1.0 - options.level;
    let half = 1.96 * (error * (1.0 - error) / f64::from(n_sets)).sqrt();
    let expected = Interval::new(error - half, error + half, 0.95);
    (n_run > 0).then_some(Placebo { n_sets: n_run, n_alarms, expected })
}
