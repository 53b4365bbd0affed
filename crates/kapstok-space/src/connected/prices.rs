// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Prices of areas and of residents, under which the best single sets give a close bound of the best choice.
//!
//! In: a field and a choice to begin from. Out: [`Prices`], with the lowest bound that was met. Invariant: an area that
//! need not be in has a price of 0 or more, so has a resident; any such prices give a bound.

use std::collections::BTreeSet;

use super::field::Field;
use super::piece::{Piece, best_pieces};

/// Times that prices are set at most.
const N_ROUNDS: u32 = 200;
/// It stops where the gap after so many rounds is still more than this part of what it was.
const SLOW_ROUNDS: u32 = 20;
const SLOW: f64 = 0.85;
/// Rounds without a lower bound after which it stops.
const PATIENCE: u32 = 30;

pub(super) struct Prices<'s, 'a> {
    field: &'s Field<'a>,
    /// Of each area, as of the lowest bound.
    pub(super) of_area: Vec<f64>,
    /// Of a resident.
    pub(super) of_resident: f64,
    /// The highest worth of a set of each group after these prices.
    pub(super) highest: Vec<f64>,
    pub(super) bound: f64,
    /// Whether it is proved that there is no choice at all.
    pub(super) no_choice: bool,
    pub(super) n_steps: u64,
    max_steps: u64,
    seen: BTreeSet<Vec<u32>>,
}

/// How many sets of each group, and their worth together.
pub(super) struct Shares {
    pub(super) numbers: Vec<usize>,
    pub(super) worth: f64,
}

impl<'s, 'a> Prices<'s, 'a> {
    /// Prices under which the sets of a choice are worth equally much within their group.
    pub(super) fn new(field: &'s Field<'a>, choice: Option<&[Vec<u32>]>, max_steps: u64) -> Self {
        let sets = choice.unwrap_or_default();
        let of_area = level(field, sets, 0.0);
        let mut seen: BTreeSet<Vec<u32>> = BTreeSet::new();
        for areas in sets {
            let mut areas = areas.clone();
            areas.sort_unstable();
            seen.insert(areas);
        }
        let highest = vec![f64::INFINITY; field.n_groups()];
        let bound = f64::INFINITY;
        Self { field, of_area, of_resident: 0.0, highest, bound, no_choice: false, n_steps: 0, max_steps, seen }
    }

    /// Tries some prices of a resident to begin from, up to `price`.
    pub(super) fn begin(&mut self, choice: Option<&[Vec<u32>]>, price: f64) {
        let field = self.field;
        let nothing = vec![f64::NEG_INFINITY; field.n_groups()];
        let mut lowest = f64::INFINITY;
        for part in [0.0, 0.5, 0.7, 0.8, 0.9, 1.0].into_iter().take(if price > 0.0 { 6 } else { 1 }) {
            let of_resident = part * price;
            let of_area = level(field, choice.unwrap_or_default(), of_resident);
            let pieces = best_pieces(field, &worth(field, &of_area, of_resident), &nothing, self.max_steps / 50);
            self.n_steps += pieces.n_steps;
            self.seen.extend(pieces.found.into_iter().map(|piece| piece.areas));
            let Some(shares) = shares(field, &pieces.highest, &vec![0; field.n_groups()]) else { return };
            let bound = of_area.iter().sum::<f64>() + of_resident * field.most + shares.worth;
            if bound < lowest {
                lowest = bound;
                (self.of_area, self.of_resident) = (of_area, of_resident);
            }
        }
    }

    /// Lowers the bound towards `lowest`, the benefit of the choice that is known.
    pub(super) fn lower(&mut self, lowest: f64) {
        let field = self.field;
        let (mut of_area, mut of_resident) = (self.of_area.clone(), self.of_resident);
        let scale = field.most_of_set.max(1.0);
        let (mut factor, mut since) = (1.0, 0_u32);
        let mut direction = vec![0.0; field.n_areas];
        let mut of_budget = 0.0;
        let mut gap_before = f64::INFINITY;
        for round in 0..N_ROUNDS {
            // One round at least: without it there is no bound.
            if round > 0 && (self.n_steps > self.max_steps / 2 || since > PATIENCE) {
                return;
            }
            let worth = worth(field, &of_area, of_resident);
            let known = self.known(&worth);
            let above: Vec<f64> = known.iter().map(|best| best.map_or(f64::NEG_INFINITY, |(_, worth)| worth)).collect();
            let pieces = best_pieces(field, &worth, &above, self.max_steps / 8);
            self.n_steps += pieces.n_steps;
            for piece in pieces.found {
                self.seen.insert(piece.areas);
            }
            let Some(shares) = shares(field, &pieces.highest, &vec![0; field.n_groups()]) else {
                self.no_choice = true;
                return;
            };
            let bound = of_area.iter().sum::<f64>() + of_resident * field.most + shares.worth;
            if bound < self.bound {
                since = if bound < self.bound - 1e-4 * (self.bound - lowest).abs() { 0 } else { since + 1 };
                self.bound = bound;
                self.of_area.clone_from(&of_area);
                (self.of_resident, self.highest) = (of_resident, pieces.highest.clone());
            } else {
                since += 1;
                if since % 6 == 5 {
                    factor *= 0.7;
                }
            }
            if self.bound <= lowest + 0.5 * super::exact::NO_BETTER {
                return;
            }
            if round % SLOW_ROUNDS == SLOW_ROUNDS - 1 {
                let gap = self.bound - lowest;
                if gap > SLOW * gap_before {
                    return;
                }
                gap_before = gap;
            }
            let covered = self.covered(&worth, &shares, (self.bound - lowest).max(0.0));
            let residents: f64 = (0..field.n_areas).map(|area| f64::from(covered[area]) * field.residents(area)).sum();
            let target = if lowest.is_finite() { lowest } else { bound - 0.05 * bound.abs() };
            let mut length = 0.0;
            for area in 0..field.n_areas {
                let counts = covered[area] > 0 || of_area[area] != 0.0 || field.problem.must_be_in[area];
                let slope = if counts { 1.0 - f64::from(covered[area]) } else { 0.0 };
                direction[area] = slope + 0.4 * direction[area];
                length += direction[area] * direction[area];
            }
            of_budget = (field.most - residents) / scale + 0.4 * of_budget;
            if of_resident > 0.0 || of_budget < 0.0 {
                length += of_budget * of_budget;
            }
            let step = factor * (bound - target).max(1e-6) / length.max(1e-9);
            for area in 0..field.n_areas {
                let price = of_area[area] - step * direction[area];
                of_area[area] = if field.problem.must_be_in[area] { price } else { price.max(0.0) };
            }
            of_resident = (of_resident - step * of_budget / scale).max(0.0);
        }
    }

    /// How often the best sets cover each area. Where several sets of a group are asked, sets that were seen and are
    /// nearly as good stand in for the second time, so that prices do not swing.
    fn covered(&self, worth: &[f64], shares: &Shares, gap: f64) -> Vec<u32> {
        let mut covered = vec![0_u32; self.field.n_areas];
        let mut by_group: Vec<Vec<(f64, &Vec<u32>)>> = vec![Vec::new(); self.field.n_groups()];
        for areas in &self.seen {
            let group = self.field.group[areas[0] as usize];
            by_group[group].push((sum(worth, areas), areas));
        }
        for (group, &number) in shares.numbers.iter().enumerate() {
            let pieces = &mut by_group[group];
            pieces.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
            let Some(&(highest, best)) = pieces.first() else { continue };
            let slack = if gap.is_finite() { 0.5 * gap / number.max(1) as f64 } else { f64::INFINITY };
            let near = pieces.iter().take_while(|piece| piece.0 >= highest - slack);
            let mut n_left = number;
            let mut taken = vec![false; self.field.n_areas];
            for (_, areas) in near {
                if n_left > 0 && areas.iter().all(|&area| !taken[area as usize]) {
                    areas.iter().for_each(|&area| taken[area as usize] = true);
                    areas.iter().for_each(|&area| covered[area as usize] += 1);
                    n_left -= 1;
                }
            }
            best.iter().for_each(|&area| covered[area as usize] += n_left as u32);
        }
        covered
    }

    /// The best set seen of each group.
    fn known(&self, worth: &[f64]) -> Vec<Option<(&Vec<u32>, f64)>> {
        let mut known: Vec<Option<(&Vec<u32>, f64)>> = vec![None; self.field.n_groups()];
        for areas in &self.seen {
            let (group, worth) = (self.field.group[areas[0] as usize], sum(worth, areas));
            if known[group].is_none_or(|(_, highest)| worth > highest) {
                known[group] = Some((areas, worth));
            }
        }
        known
    }

    pub(super) fn worth(&self) -> Vec<f64> {
        worth(self.field, &self.of_area, self.of_resident)
    }

    /// All prices together: what is paid for the areas and the budget.
    pub(super) fn paid(&self) -> f64 {
        self.of_area.iter().sum::<f64>() + self.of_resident * self.field.most
    }

    /// Sets that were the best under some prices.
    pub(super) fn seen(&self) -> Vec<Piece> {
        let worth = self.worth();
        self.seen.iter().map(|areas| Piece { areas: areas.clone(), worth: sum(&worth, areas) }).collect()
    }

    /// What a set of each group must be worth to be in a choice better than `lowest`.
    pub(super) fn above(&self, lowest: f64) -> Vec<f64> {
        let with_one = |group: usize| {
            let mut numbers = vec![0; self.field.n_groups()];
            numbers[group] = 1;
            match shares(self.field, &self.highest, &numbers) {
                Some(shares) => lowest - self.paid() - shares.worth + self.highest[group],
                None => f64::INFINITY,
            }
        };
        (0..self.field.n_groups()).map(with_one).collect()
    }
}

fn sum(worth: &[f64], areas: &[u32]) -> f64 {
    areas.iter().map(|&area| worth[area as usize]).sum()
}

fn worth(field: &Field<'_>, of_area: &[f64], of_resident: f64) -> Vec<f64> {
    (0..field.n_areas).map(|area| field.benefit(area) - of_area[area] - of_resident * field.residents(area)).collect()
}

/// The numbers of sets per group that are worth most when each set is worth the highest of its group, at least
/// `numbers` in each; none where the rules on numbers cannot be kept.
pub(super) fn shares(field: &Field<'_>, highest: &[f64], numbers: &[usize]) -> Option<Shares> {
    let problem = field.problem;
    let mut numbers: Vec<usize> = numbers.iter().zip(&field.lows).map(|(one, low)| *one.max(low)).collect();
    let over = numbers.iter().zip(&field.highs).any(|(number, high)| number > high);
    let mut n_sets: usize = numbers.iter().sum();
    let none = |group: usize| highest[group] == f64::NEG_INFINITY;
    if over || n_sets > problem.max_sets || (0..numbers.len()).any(|group| numbers[group] > 0 && none(group)) {
        return None;
    }
    let mut order: Vec<usize> = (0..numbers.len()).filter(|&group| !none(group)).collect();
    order.sort_by(|&one, &other| highest[other].total_cmp(&highest[one]).then(one.cmp(&other)));
    for group in order {
        let room = (field.highs[group] - numbers[group]).min(problem.max_sets - n_sets);
        let more = if highest[group] > 0.0 { room } else { room.min(problem.min_sets.saturating_sub(n_sets)) };
        // Sets are disjoint, so there are never more than areas.
        let more = more.min(field.n_areas);
        numbers[group] += more;
        n_sets += more;
    }
    if n_sets < problem.min_sets {
        return None;
    }
    let worth = numbers.iter().zip(highest).filter(|(number, _)| **number > 0).map(|(n, each)| *n as f64 * each).sum();
    Some(Shares { numbers, worth })
}

/// Prices of areas under which all sets of a choice are worth as much as the least of their group; one that lies lower
/// because it holds what must be in is made worth more.
fn level(field: &Field<'_>, sets: &[Vec<u32>], of_resident: f64) -> Vec<f64> {
    let worth_of = |areas: &[u32]| field.benefit_of(areas) - of_resident * field.residents_of(areas);
    let mut of_area = vec![0.0; field.n_areas];
    let must = |areas: &[u32]| areas.iter().copied().find(|&area| field.problem.must_be_in[area as usize]);
    let mut least = vec![f64::INFINITY; field.n_groups()];
    for areas in sets.iter().filter(|areas| must(areas).is_none()) {
        let least = &mut least[field.group[areas[0] as usize]];
        *least = least.min(worth_of(areas));
    }
    for areas in sets {
        let (benefit, least) = (worth_of(areas), least[field.group[areas[0] as usize]]);
        let positive: f64 = areas.iter().map(|&area| field.benefit(area as usize).max(0.0)).sum();
        match must(areas) {
            Some(area) if least.is_finite() => of_area[area as usize] = benefit - least,
            None if positive > 0.0 => {
                for &area in areas {
                    of_area[area as usize] = (benefit - least) * field.benefit(area as usize).max(0.0) / positive;
                }
            }
            _ => {}
        }
    }
    of_area
}
