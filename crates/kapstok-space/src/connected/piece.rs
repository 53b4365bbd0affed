// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The best single sets when each area has a worth that may be below 0: found by rooted search, each set once.
//!
//! In: a worth per area. Out: per group the best set, or all sets above a worth. Invariant: what is said to be the
//! highest is never below the truth, also where steps ran out.
//!
//! A set belongs to its area of the highest worth, its *root*; from there it grows by taking or forbidding one
//! neighbour at a time, so that no set comes twice. A branch ends where no filling of what it can still reach is worth
//! enough; the prices of that bound are made once per root (`ball.rs`).

use super::ball::Ball;
use super::field::Field;

/// Deeper than any set that can be proved best; keeps recursion off the end of the stack.
const DEEPEST: usize = 1_000;
/// Steps within which every root gets a bound of its own; twice the steps allowed, where that is more.
const STEPS_PER_ROOT: u64 = 200_000;
/// Worth below which a difference is none.
const MARGIN: f64 = 1e-6;

/// A set that hangs together, areas rising.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) areas: Vec<u32>,
    pub(super) worth: f64,
}

#[derive(Clone, Copy, PartialEq)]
enum Keep {
    Best,
    All { at_most: usize },
}

/// What a search for single sets gave.
pub(super) struct Pieces {
    /// Best of each group where it is above what was asked; or all, in the order in which they were found.
    pub(super) found: Vec<Piece>,
    /// What no set of a group exceeds: at least what was asked.
    pub(super) highest: Vec<f64>,
    pub(super) n_steps: u64,
    /// Whether nothing was left unsearched.
    pub(super) complete: bool,
}

/// The best set of each group that is worth more than `above` (`[n_groups]`).
pub(super) fn best_pieces(field: &Field<'_>, worth: &[f64], above: &[f64], max_steps: u64) -> Pieces {
    Search::new(field, worth, above, Keep::Best, max_steps).run()
}

/// All sets that are worth more than `above`; not complete where there are more than `at_most`.
pub(super) fn all_pieces(field: &Field<'_>, worth: &[f64], above: &[f64], at_most: usize, max_steps: u64) -> Pieces {
    Search::new(field, worth, above, Keep::All { at_most }, max_steps).run()
}

/// The best set that holds `seed`, lies on `free` areas and has at most `most` residents, if one is worth more than
/// `above`.
pub(super) fn best_with(
    field: &Field<'_>,
    worth: &[f64],
    seed: usize,
    free: impl Fn(usize) -> bool,
    (most, above): (f64, f64),
    max_steps: u64,
) -> Option<Piece> {
    let group = field.group[seed];
    let mut search = Search::new(field, worth, &vec![above; field.n_groups()], Keep::Best, max_steps);
    search.most = most;
    let ranks: Vec<u32> = (0..field.n_areas).map(|area| u32::from(free(area) || area == seed)).collect();
    search.search_root(seed as u32, group, &ranks, &mut vec![u32::MAX; field.n_areas]);
    search.best[group].take()
}

struct Search<'s, 'a> {
    most: f64,
    field: &'s Field<'a>,
    worth: &'s [f64],
    keep: Keep,
    above: Vec<f64>,
    open: Vec<f64>,
    best: Vec<Option<Piece>>,
    found: Vec<Piece>,
    n_steps: u64,
    max_steps: u64,
    rough: Vec<Option<f64>>,
    complete: bool,
}

/// The set that is being made, in places of the ball.
struct Growing {
    is_in: Vec<u32>,
    worth: f64,
    priced: f64,
    residents: f64,
}

impl<'s, 'a> Search<'s, 'a> {
    fn new(field: &'s Field<'a>, worth: &'s [f64], above: &[f64], keep: Keep, max_steps: u64) -> Self {
        let n_groups = field.n_groups();
        Self {
            most: field.most_of_set,
            field,
            worth,
            keep,
            above: above.to_vec(),
            open: vec![f64::NEG_INFINITY; n_groups],
            best: vec![None; n_groups],
            found: Vec::new(),
            n_steps: 0,
            max_steps,
            rough: vec![None; n_groups],
            complete: true,
        }
    }

    fn run(mut self) -> Pieces {
        let mut roots: Vec<u32> = (0..self.field.n_areas as u32).filter(|&at| self.field.may[at as usize]).collect();
        let worth = |area: u32| self.worth[area as usize];
        roots.sort_by(|&one, &other| worth(other).total_cmp(&worth(one)).then(one.cmp(&other)));
        let mut ranks = vec![u32::MAX; self.field.n_areas];
        for (rank, &root) in (0..).zip(&roots) {
            ranks[root as usize] = rank;
        }
        let mut places = vec![u32::MAX; self.field.n_areas];
        for &root in &roots {
            let group = self.field.group[root as usize];
            if self.field.highs[group] > 0 {
                self.search_root(root, group, &ranks, &mut places);
            }
        }
        let highest = self.above.iter().zip(&self.open).map(|(above, open)| above.max(*open)).collect();
        self.found.extend(self.best.into_iter().flatten());
        Pieces { found: self.found, highest, n_steps: self.n_steps, complete: self.complete }
    }

    fn search_root(&mut self, root: u32, group: usize, ranks: &[u32], places: &mut [u32]) {
        if self.n_steps > (2 * self.max_steps).max(STEPS_PER_ROOT) {
            let highest = self.rough(group);
            if highest > self.above[group] {
                self.leave_open(group, highest);
            }
            return;
        }
        let mut ball = Ball::around(self.field, self.worth, root, self.most, (ranks, places));
        self.n_steps += 4 * ball.cost();
        if ball.everybody() < self.field.floor {
            return;
        }
        let above = self.above[group] + self.margin();
        let out_of_steps = self.n_steps > self.max_steps;
        self.n_steps += ball.set_prices(above, if out_of_steps { 0 } else { 60 });
        if ball.highest <= above {
            return;
        }
        if out_of_steps {
            self.leave_open(group, ball.highest);
            return;
        }
        let at_root =
            Growing { is_in: vec![0], worth: ball.worth[0], priced: ball.priced[0], residents: ball.residents[0] };
        ball.state[0] = super::ball::IN;
        self.grow(&mut ball, at_root, group);
    }

    /// What no set of a group exceeds, were it to take any areas of worth, whole or in part.
    fn rough(&mut self, group: usize) -> f64 {
        if let Some(highest) = self.rough[group] {
            return highest;
        }
        let of_worth =
            |area: &usize| self.field.group[*area] == group && self.field.may[*area] && self.worth[*area] > 0.0;
        let mut areas: Vec<usize> = (0..self.field.n_areas).filter(of_worth).collect();
        let density = |area: usize| self.worth[area] / self.field.residents(area).max(1e-9);
        areas.sort_by(|&one, &other| density(other).total_cmp(&density(one)).then(one.cmp(&other)));
        let (mut left, mut sum) = (self.most, 0.0);
        for area in areas {
            let residents = self.field.residents(area);
            let part = if residents > left { left / residents } else { 1.0 };
            sum += self.worth[area] * part;
            left = (left - residents).max(0.0);
        }
        self.rough[group] = Some(sum);
        sum
    }

    fn margin(&self) -> f64 {
        if self.keep == Keep::Best { MARGIN } else { 0.0 }
    }

    fn leave_open(&mut self, group: usize, highest: f64) {
        self.open[group] = self.open[group].max(highest);
        self.complete = false;
    }

    fn grow(&mut self, ball: &mut Ball, root: Growing, group: usize) {
        let mut growing = root;
        self.branch(ball, &mut growing, group);
    }

    fn branch(&mut self, ball: &mut Ball, growing: &mut Growing, group: usize) {
        if growing.residents >= self.field.floor {
            self.note(ball, growing, group);
        }
        let mut forbidden: Vec<u32> = Vec::new();
        loop {
            self.n_steps += ball.cost();
            let left = self.most - growing.residents;
            let reach = ball.reach(&growing.is_in, left);
            let highest = growing.priced + reach.highest;
            if highest <= self.above[group] + self.margin() || growing.residents + reach.residents < self.field.floor {
                break;
            }
            let Some(next) = reach.next else { break };
            if self.n_steps > self.max_steps || growing.is_in.len() > DEEPEST {
                self.leave_open(group, highest);
                break;
            }
            let at = next as usize;
            ball.state[at] = super::ball::IN;
            growing.is_in.push(next);
            growing.worth += ball.worth[at];
            growing.priced += ball.priced[at];
            growing.residents += ball.residents[at];
            self.branch(ball, growing, group);
            growing.is_in.pop();
            growing.worth -= ball.worth[at];
            growing.priced -= ball.priced[at];
            growing.residents -= ball.residents[at];
            ball.state[at] = super::ball::OUT;
            forbidden.push(next);
        }
        for at in forbidden {
            ball.state[at as usize] = super::ball::FREE;
        }
    }

    fn note(&mut self, ball: &Ball, growing: &Growing, group: usize) {
        if growing.worth <= self.above[group] {
            return;
        }
        let mut areas: Vec<u32> = growing.is_in.iter().map(|&at| ball.areas[at as usize]).collect();
        areas.sort_unstable();
        let piece = Piece { areas, worth: growing.worth };
        match self.keep {
            Keep::Best => {
                self.above[group] = piece.worth;
                self.best[group] = Some(piece);
            }
            Keep::All { at_most } if self.found.len() >= at_most => {
                self.complete = false;
                self.n_steps = self.n_steps.max(self.max_steps.saturating_add(1));
            }
            Keep::All { .. } => self.found.push(piece),
        }
    }
}
