// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sets of areas in which nothing was done: what a difference in slope is held against.
//!
//! In: slopes and starts of areas, those chosen, the others, whom they are held beside. Out: the difference, and which
//! differences are possible beside drawn sets ([`Pool::possible`]). Each set has as many areas as were chosen, and is held beside
//! others by the same rule. Invariant: draws belong to the seed and the number of the set, never to a thread.

use kapstok_score::random::Draws;

use super::alike::Alike;
use super::matching::Matched;
use super::trend::{Course, TrendOptions};

/// Whom a set of areas is held beside.
#[derive(Clone, Copy, Debug)]
pub(super) enum Held<'a> {
    /// All others of its own group, `[n_courses]`. Of one group: all others.
    Group(&'a [usize]),
    /// Others that are like it, found anew for each set; and those that take no part.
    Alike(&'a Alike, &'a [usize]),
}

/// Areas to draw from: the chosen ones and all others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pool<'a> {
    pub(super) courses: &'a [Course],
    pub(super) chosen: &'a [usize],
    pub(super) others: &'a [usize],
    pub(super) slopes: &'a [f64],
    pub(super) held: Held<'a>,
    /// How much more unsure the difference is for starts that lie at an end.
    pub(super) reach: f64,
}

/// What one group of areas adds up to.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    /// Which.
    id: usize,
    /// Its part of the people in chosen areas.
    share: f64,
    /// Mean slope of its chosen areas.
    mean: f64,
    /// Mean slope of its other areas.
    middle: f64,
    /// Of all its areas: slopes less the middle, by people; and people.
    all: (f64, f64),
    /// People in its chosen areas.
    chosen: f64,
}

impl Pool<'_> {
    /// The mean slope of areas, by people.
    pub(super) fn mean(&self, areas: &[usize]) -> f64 {
        let (sum, weight) = self.sums(areas, &|area| self.slopes[area]);
        sum / weight
    }

    /// The mean slope of chosen areas, and of those that they are held beside: each group of these has the weight that the
    /// chosen areas have in it.
    pub(super) fn means(&self) -> (f64, f64) {
        let beside = match self.held {
            Held::Group(of) => self.groups(of).iter().map(|group| group.share * group.middle).sum(),
            Held::Alike(alike, out) => self.mean(&alike.of(self.chosen, out).others()),
        };
        (self.mean(self.chosen), beside)
    }

    /// Which differences the chosen areas may truly have, one for each drawn set: had they that difference, then this set
    /// would differ exactly as much as the chosen areas are seen to. Sorted; their quantiles are an interval.
    ///
    /// Areas of few people jump more, so a drawn area stands in for a chosen one on the scale of the latter: its slope, less
    /// the mean, times the root of `v(chosen) / v(drawn)`, where `v = a + b chance` is fitted to the others. A set may hold chosen
    /// areas. With `c` what it holds of them, less what is left of them beside it, and `T` its own difference, the possible
    /// difference is `(d - T) / (1 - c)`.
    pub(super) fn possible(&self, options: TrendOptions) -> Vec<f64> {
        let (seen, mut possible) = match self.held {
            Held::Group(of) => self.within_groups(of, options),
            Held::Alike(alike, out) => self.beside_alike(alike, out, options),
        };
        possible.sort_unstable_by(f64::total_cmp);
        let wider = self.reach.sqrt();
        possible.iter_mut().for_each(|it| *it = seen + wider * (*it - seen));
        possible
    }

    /// Each area of a set is drawn from the group of the chosen one that it stands in for.
    fn within_groups(&self, of: &[usize], options: TrendOptions) -> (f64, Vec<f64>) {
        let groups = self.groups(of);
        let place = |area: usize| groups.iter().position(|group| group.id == of[area]).unwrap_or(0);
        let middle = |area: usize| groups[place(area)].middle;
        let spread = self.spread(&middle);
        // One list for each group, not for each chosen area.
        let list = |group: &Group| self.both().filter(|area| of[*area] == group.id).collect();
        let lists: Vec<Vec<usize>> = groups.iter().map(list).collect();
        let near: Vec<&[usize]> = self.chosen.iter().map(|chosen| lists[place(*chosen)].as_slice()).collect();
        let is_chosen = self.is_chosen();
        let own: f64 = groups.iter().map(|group| group.chosen).sum();
        let seen = groups.iter().map(|group| group.share * (group.mean - group.middle)).sum();
        let mut possible = Vec::with_capacity(options.sets as usize);
        for set in 0..options.sets.max(1) {
            let drawn = draw(&near, self.courses.len(), set, options.seed);
            let (mut difference, mut part) = (0.0, 0.0);
            for (area, stand_in) in self.chosen.iter().zip(&drawn) {
                let share = self.courses[*area].weight / own * (spread(*area) / spread(*stand_in)).sqrt();
                difference += share * (self.slopes[*stand_in] - middle(*stand_in));
                part += share * is_chosen(*stand_in);
            }
            for group in &groups {
                let inside: Vec<usize> = drawn.iter().copied().filter(|area| of[*area] == group.id).collect();
                let (rest, of_rest) = self.sums(&inside, &|area| self.slopes[area] - group.middle);
                let (held, _) = self.sums(&inside, &is_chosen);
                difference -= group.share * (group.all.0 - rest) / (group.all.1 - of_rest);
                part -= group.share * (group.chosen - held) / (group.all.1 - of_rest);
            }
            possible.push(one_possible(seen, difference, part, set));
        }
        (seen, possible)
    }

    /// Each set is held beside others that are like it, on the scale of those that were matched with the chosen areas.
    fn beside_alike(&self, alike: &Alike, out: &[usize], options: TrendOptions) -> (f64, Vec<f64>) {
        let middle = self.mean(self.others);
        let of_all = |_: usize| middle;
        let spread = self.spread(&of_all);
        let list: Vec<usize> = self.both().filter(|area| alike.has_any(*area)).collect();
        let near = vec![list.as_slice(); self.chosen.len()];
        let is_chosen = self.is_chosen();
        // Mean slope less the middle, the part that was chosen, and the variance of the mean, by people.
        let beside = |made: &Matched| {
            let others = made.others();
            let (slope, weight) = self.sums(&others, &|area| self.slopes[area] - middle);
            let (part, _) = self.sums(&others, &is_chosen);
            let share = |area: &usize| self.courses[*area].weight / weight;
            let variance: f64 = others.iter().map(|area| share(area) * share(area) * spread(*area)).sum();
            (slope / weight, part / weight, variance)
        };
        let (slope, own) = self.sums(self.chosen, &|area| self.slopes[area] - middle);
        let (slope_beside, _, variance) = beside(&alike.of(self.chosen, out));
        let seen = slope / own - slope_beside;
        let mut possible = Vec::with_capacity(options.sets as usize);
        for set in 0..options.sets.max(1) {
            let drawn = draw(&near, self.courses.len(), set, options.seed);
            let made = alike.of(&drawn, out);
            let (mut difference, mut part, mut weight) = (0.0, 0.0, 0.0);
            // Those without a match are sorted.
            let is_alone = |area: &usize| made.alone.binary_search(area).is_ok();
            for (area, stand_in) in self.chosen.iter().zip(&drawn).filter(|it| !is_alone(it.1)) {
                let share = self.courses[*area].weight * (spread(*area) / spread(*stand_in)).sqrt();
                difference += share * (self.slopes[*stand_in] - middle);
                part += share * is_chosen(*stand_in);
                weight += self.courses[*area].weight;
            }
            // All of them stood in each other's way.
            if made.pairs.is_empty() {
                possible.push(one_possible(seen, 0.0, 1.0, set));
                continue;
            }
            let (slope, held, own_variance) = beside(&made);
            let scale = (variance / own_variance).sqrt();
            difference = difference / weight - scale * slope;
            part = part / weight - scale * held;
            possible.push(one_possible(seen, difference, part, set));
        }
        (seen, possible)
    }

    /// The groups in which chosen areas lie, by their number.
    fn groups(&self, of: &[usize]) -> Vec<Group> {
        let mut ids: Vec<usize> = self.chosen.iter().map(|area| of[*area]).collect();
        ids.sort_unstable();
        ids.dedup();
        let (_, own) = self.sums(self.chosen, &|_| 1.0);
        let group = |id: usize| {
            let inside = |areas: &[usize]| areas.iter().copied().filter(|area| of[*area] == id).collect::<Vec<usize>>();
            let (chosen, others) = (inside(self.chosen), inside(self.others));
            let middle = self.mean(&others);
            let both: Vec<usize> = chosen.iter().chain(&others).copied().collect();
            let (_, weight) = self.sums(&chosen, &|_| 1.0);
            let all = self.sums(&both, &|area| self.slopes[area] - middle);
            Group { id, share: weight / own, mean: self.mean(&chosen), middle, all, chosen: weight }
        };
        ids.into_iter().map(group).collect()
    }

    fn both(&self) -> impl Iterator<Item = usize> {
        self.chosen.iter().chain(self.others).copied()
    }

    fn is_chosen(&self) -> impl Fn(usize) -> f64 {
        let flags = flags(self.chosen, self.courses.len());
        move |area| if flags[area] { 1.0 } else { 0.0 }
    }

    /// How much the slope of an area scatters: `a + b chance`, by least squares on the squared slopes of the others, less the
    /// mean of their group; neither below nought.
    fn spread(&self, middle: &dyn Fn(usize) -> f64) -> impl Fn(usize) -> f64 {
        let n = self.others.len() as f64;
        let square = |area: usize| (self.slopes[area] - middle(area)) * (self.slopes[area] - middle(area));
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

/// The difference that a set leaves possible. The chosen areas themselves say nothing, and so they stand on both sides by turns.
fn one_possible(seen: f64, difference: f64, part: f64, set: u32) -> f64 {
    let nothing = if set.is_multiple_of(2) { f64::INFINITY } else { f64::NEG_INFINITY };
    if part > 1.0 - 1e-9 { nothing } else { (seen - difference) / (1.0 - part) }
}

/// For each of `n_areas` areas whether it is one of these.
pub(super) fn flags(areas: &[usize], n_areas: usize) -> Vec<bool> {
    let mut flags = vec![false; n_areas];
    areas.iter().for_each(|area| flags[*area] = true);
    flags
}

/// One area from each list; where it was drawn before, the next of the list. The lists hold places below `n_areas`.
pub(super) fn draw(near: &[impl AsRef<[usize]>], n_areas: usize, set: u32, seed: u64) -> Vec<usize> {
    let mut drawn: Vec<usize> = Vec::with_capacity(near.len());
    let mut is_drawn = vec![false; n_areas];
    for (position, list) in near.iter().enumerate() {
        let list = list.as_ref();
        let place = (Draws::new(seed, position as u32, set).uniform() * list.len() as f64) as usize;
        let free = (0..list.len()).map(|step| list[(place + step) % list.len()]).find(|area| !is_drawn[*area]);
        if let Some(area) = free {
            is_drawn[area] = true;
            drawn.push(area);
        }
    }
    drawn
}
