// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a set around a root can reach before it is full, with prices that make its bound close.
//!
//! In: a root, and which areas come after it. Out: a [`Ball`]: areas that a path of at most the ceiling reaches, and an
//! upper bound of any set within it. Two rules are priced: residents up to the ceiling, and that an area which is not
//! beside the root has one of its neighbours in the set (`x_i <= sum of x_j`). Invariant: prices are 0 or more, so that
//! the bound holds whatever they are; a set that hangs together keeps both rules.

use std::collections::VecDeque;

use super::field::Field;

pub(super) const FREE: u8 = 0;
pub(super) const IN: u8 = 1;
pub(super) const OUT: u8 = 2;

pub(super) struct Ball {
    /// Areas of the map; the root first.
    pub(super) areas: Vec<u32>,
    pub(super) residents: Vec<f64>,
    pub(super) worth: Vec<f64>,
    /// Worth after the prices of neighbours.
    pub(super) priced: Vec<f64>,
    pub(super) state: Vec<u8>,
    /// No set with this root is worth more.
    pub(super) highest: f64,
    starts: Vec<usize>,
    links: Vec<u32>,
    /// Places but that of the root, the highest priced worth per resident first.
    by_density: Vec<u32>,
    most: f64,
    /// Residents of the cheapest path from the set.
    path: Vec<f64>,
    beside: Vec<bool>,
    queue: VecDeque<u32>,
}

/// What a set can still reach.
pub(super) struct Reach {
    /// The most that can be added to its priced worth.
    pub(super) highest: f64,
    /// Residents of all that can be reached.
    pub(super) residents: f64,
    /// The neighbour to decide on.
    pub(super) next: Option<u32>,
}

impl Ball {
    /// `places` is `u32::MAX` everywhere, and is so again afterwards.
    pub(super) fn around(
        field: &Field<'_>,
        worth: &[f64],
        root: u32,
        most: f64,
        (ranks, places): (&[u32], &mut [u32]),
    ) -> Self {
        let rank = ranks[root as usize];
        let mut areas = vec![root];
        let mut path = vec![field.residents(root as usize)];
        places[root as usize] = 0;
        let mut queue = VecDeque::from([0_u32]);
        while let Some(at) = queue.pop_front() {
            for &other in field.of(areas[at as usize] as usize) {
                let length = path[at as usize] + field.residents(other as usize);
                if ranks[other as usize] < rank || length > most {
                    continue;
                }
                let place = &mut places[other as usize];
                if *place == u32::MAX {
                    *place = areas.len() as u32;
                    areas.push(other);
                    path.push(length);
                } else if length < path[*place as usize] {
                    path[*place as usize] = length;
                } else {
                    continue;
                }
                queue.push_back(*place);
            }
        }
        let mut starts = vec![0];
        let mut links = Vec::new();
        for &area in &areas {
            let row = field.of(area as usize).iter().map(|&other| places[other as usize]);
            links.extend(row.filter(|&place| place != u32::MAX));
            starts.push(links.len());
        }
        for &area in &areas {
            places[area as usize] = u32::MAX;
        }
        let worth: Vec<f64> = areas.iter().map(|&area| worth[area as usize]).collect();
        let n = areas.len();
        Self {
            residents: areas.iter().map(|&area| field.residents(area as usize)).collect(),
            priced: worth.clone(),
            worth,
            areas,
            state: vec![FREE; n],
            highest: f64::INFINITY,
            starts,
            links,
            by_density: (1..n as u32).collect(),
            most,
            path,
            beside: vec![false; n],
            queue,
        }
    }

    /// Steps that looking at all of it counts for.
    pub(super) fn cost(&self) -> u64 {
        1 + self.areas.len() as u64 / 64
    }

    pub(super) fn everybody(&self) -> f64 {
        self.residents.iter().sum()
    }

    fn of(&self, at: usize) -> &[u32] {
        &self.links[self.starts[at]..self.starts[at + 1]]
    }

    /// Finds prices under which the bound is low, and stops where it is not above `enough`. Returns its steps.
    pub(super) fn set_prices(&mut self, enough: f64, n_rounds: u32) -> u64 {
        self.sort();
        let (highest, mut price) = self.filled();
        self.highest = highest;
        if highest <= enough || !self.by_density.iter().any(|&at| !self.of(at as usize).contains(&0)) {
            return 0;
        }
        let n = self.areas.len();
        let mut near = vec![0.0; n];
        let mut priced = self.priced.clone();
        let (mut factor, mut since) = (1.0, 0);
        let mut n_steps = 0;
        for _ in 0..n_rounds {
            n_steps += self.cost();
            let chosen: Vec<bool> = (0..n).map(|at| at == 0 || priced[at] - price * self.residents[at] > 0.0).collect();
            let residents: f64 = (0..n).filter(|&at| chosen[at]).map(|at| self.residents[at]).sum();
            let sum: f64 = (0..n).filter(|&at| chosen[at]).map(|at| priced[at] - price * self.residents[at]).sum();
            let now = sum + price * self.most;
            if now < self.highest {
                (self.highest, since) = (now, 0);
                self.priced.clone_from(&priced);
            } else {
                since += 1;
                if since >= 5 {
                    (factor, since) = (factor * 0.6, 0);
                }
            }
            if self.highest <= enough {
                break;
            }
            // What the rules lack, residents in sets of the ceiling.
            let scale = self.most.max(1.0);
            let spare = (self.most - residents) / scale;
            let lack = |at: usize| {
                let beside = self.of(at).iter().filter(|&&other| chosen[other as usize]).count() as f64;
                beside - f64::from(u8::from(chosen[at]))
            };
            let free = |at: usize| !self.of(at).contains(&0);
            let slopes: Vec<f64> = (0..n).map(|at| if at > 0 && free(at) { lack(at) } else { 0.0 }).collect();
            let counts = |at: usize| slopes[at] < 0.0 || near[at] > 0.0;
            let length: f64 = (0..n).filter(|&at| counts(at)).map(|at| slopes[at] * slopes[at]).sum();
            let target = if enough.is_finite() { enough } else { 0.5 * self.highest.min(now) };
            let step = factor * (now - target).max(1e-9) / (length + spare * spare).max(1e-12);
            price = (price - step * spare / scale).max(0.0);
            for at in 1..n {
                near[at] = (near[at] - step * slopes[at]).max(0.0);
            }
            for (at, value) in priced.iter_mut().enumerate() {
                let around: f64 = self.of(at).iter().map(|&other| near[other as usize]).sum();
                *value = self.worth[at] - near[at] + around;
            }
        }
        self.sort();
        n_steps
    }

    fn sort(&mut self) {
        let density = |at: u32| self.priced[at as usize] / self.residents[at as usize].max(1e-9);
        let mut order = std::mem::take(&mut self.by_density);
        order.sort_by(|&one, &other| density(other).total_cmp(&density(one)).then(one.cmp(&other)));
        self.by_density = order;
    }

    /// The worth of the root with the best filling, and the worth per resident of what no longer fits.
    fn filled(&self) -> (f64, f64) {
        let mut left = self.most - self.residents[0];
        let mut sum = self.priced[0];
        for &at in &self.by_density {
            let (worth, residents) = (self.priced[at as usize], self.residents[at as usize]);
            if worth <= 0.0 {
                break;
            }
            if residents > left {
                return (sum + worth * (left / residents), worth / residents);
            }
            sum += worth;
            left -= residents;
        }
        (sum, 0.0)
    }

    /// What the set `is_in` can reach over free areas with `left` residents.
    pub(super) fn reach(&mut self, is_in: &[u32], left: f64) -> Reach {
        self.path.fill(f64::INFINITY);
        self.beside.fill(false);
        for &at in is_in {
            for link in self.starts[at as usize]..self.starts[at as usize + 1] {
                let other = self.links[link] as usize;
                if self.state[other] == FREE && !self.beside[other] && self.residents[other] <= left {
                    self.beside[other] = true;
                    self.path[other] = self.residents[other];
                    self.queue.push_back(other as u32);
                }
            }
        }
        while let Some(at) = self.queue.pop_front() {
            for link in self.starts[at as usize]..self.starts[at as usize + 1] {
                let other = self.links[link] as usize;
                let length = self.path[at as usize] + self.residents[other];
                if self.state[other] == FREE && length <= left && length < self.path[other] {
                    self.path[other] = length;
                    self.queue.push_back(other as u32);
                }
            }
        }
        let mut reach = Reach { highest: 0.0, residents: 0.0, next: None };
        let mut room = left;
        for &at in &self.by_density {
            let place = at as usize;
            if self.path[place].is_infinite() {
                continue;
            }
            if reach.next.is_none() && self.beside[place] {
                reach.next = Some(at);
            }
            let (worth, residents) = (self.priced[place], self.residents[place]);
            reach.residents += residents;
            if worth > 0.0 && room > 0.0 {
                let part = if residents > room { room / residents } else { 1.0 };
                reach.highest += worth * part;
                room -= residents;
            } else if worth > 0.0 && residents <= 0.0 {
                reach.highest += worth;
            }
        }
        reach
    }
}
