// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The best combination of listed sets that have no area in common.
//!
//! In: sets, and the prices under which they were listed. Out: the best choice above one that is known, if any.
//! Invariant: where `complete`, no combination of these sets that keeps to the rules is better.
//!
//! Each set *loses* something against the highest of its group. A combination cannot exceed the bound of the prices
//! less what its sets lose, so only few combinations are open.

use super::field::Field;
use super::piece::Piece;
use super::prices::{Prices, shares};

/// What packing gave.
pub(super) struct Packed {
    pub(super) best: Option<Vec<Vec<u32>>>,
    pub(super) complete: bool,
    pub(super) n_steps: u64,
}

struct Listed {
    areas: Vec<u32>,
    group: usize,
    loss: f64,
    benefit: f64,
    residents: f64,
}

pub(super) struct Packing<'s, 'a> {
    field: &'s Field<'a>,
    highest: &'s [f64],
    paid: f64,
    pieces: Vec<Listed>,
    taken: Vec<bool>,
    numbers: Vec<usize>,
    chosen: Vec<u32>,
    best: Option<Vec<u32>>,
    lowest: f64,
    n_steps: u64,
    max_steps: u64,
    complete: bool,
}

/// Sums of what is chosen.
#[derive(Clone, Copy)]
struct Sums {
    loss: f64,
    benefit: f64,
    residents: f64,
}

impl<'s, 'a> Packing<'s, 'a> {
    pub(super) fn new(
        field: &'s Field<'a>,
        prices: &'s Prices<'s, 'a>,
        pieces: Vec<Piece>,
        lowest: f64,
        max_steps: u64,
    ) -> Self {
        let listed = |piece: Piece| {
            let group = field.group[piece.areas[0] as usize];
            let (benefit, residents) = (field.benefit_of(&piece.areas), field.residents_of(&piece.areas));
            let loss = (prices.highest[group] - piece.worth).max(0.0);
            Listed { areas: piece.areas, group, loss, benefit, residents }
        };
        let mut pieces: Vec<Listed> = pieces.into_iter().map(listed).collect();
        pieces.sort_by(|one, other| one.loss.total_cmp(&other.loss).then_with(|| one.areas.cmp(&other.areas)));
        Self {
            field,
            highest: &prices.highest,
            paid: prices.paid(),
            pieces,
            taken: vec![false; field.n_areas],
            numbers: vec![0; field.n_groups()],
            chosen: Vec::new(),
            best: None,
            lowest,
            n_steps: 0,
            max_steps,
            complete: true,
        }
    }

    pub(super) fn run(mut self) -> Packed {
        let all: Vec<u32> = (0..self.pieces.len() as u32).collect();
        self.choose(&all, Sums { loss: 0.0, benefit: 0.0, residents: 0.0 });
        let areas = |piece: &u32| self.pieces[*piece as usize].areas.clone();
        let best = self.best.as_ref().map(|best| best.iter().map(areas).collect());
        Packed { best, complete: self.complete, n_steps: self.n_steps }
    }

    /// Adds one of `open` in turn, and what may follow it.
    fn choose(&mut self, open: &[u32], sums: Sums) {
        let field = self.field;
        let uncovered = field.must.iter().copied().find(|&area| !self.taken[area]);
        if uncovered.is_none() && self.numbers_do() && sums.benefit > self.lowest {
            self.lowest = sums.benefit;
            self.best = Some(self.chosen.clone());
        }
        if self.chosen.len() >= field.problem.max_sets {
            return;
        }
        for (at, &piece) in open.iter().enumerate() {
            self.n_steps += 1;
            if self.n_steps > self.max_steps {
                self.complete = false;
                return;
            }
            let holds = |area: usize| self.pieces[piece as usize].areas.binary_search(&(area as u32)).is_ok();
            if uncovered.is_some_and(|area| !holds(area)) {
                continue;
            }
            // Where an area must be covered, sets before this one may still follow: they do not cover it.
            let later = if uncovered.is_some() { open } else { &open[at + 1..] };
            self.with(piece, later, sums);
        }
    }

    fn with(&mut self, piece: u32, later: &[u32], sums: Sums) {
        let listed = &self.pieces[piece as usize];
        let group = listed.group;
        let sums = Sums {
            loss: sums.loss + listed.loss,
            benefit: sums.benefit + listed.benefit,
            residents: sums.residents + listed.residents,
        };
        if sums.residents > self.field.most || self.numbers[group] >= self.field.highs[group] {
            return;
        }
        self.numbers[group] += 1;
        let highest =
            shares(self.field, self.highest, &self.numbers).map(|shares| self.paid + shares.worth - sums.loss);
        if highest.is_some_and(|highest| highest > self.lowest) {
            let least_loss = highest.unwrap_or(0.0) - self.lowest;
            for &area in &self.pieces[piece as usize].areas {
                self.taken[area as usize] = true;
            }
            self.chosen.push(piece);
            self.n_steps += later.len() as u64 / 8;
            let fits = |other: &u32| {
                let other = &self.pieces[*other as usize];
                other.loss < least_loss
                    && sums.residents + other.residents <= self.field.most
                    && other.areas.iter().all(|&area| !self.taken[area as usize])
            };
            let open: Vec<u32> = later.iter().copied().filter(fits).collect();
            self.choose(&open, sums);
            self.chosen.pop();
            for &area in &self.pieces[piece as usize].areas {
                self.taken[area as usize] = false;
            }
        }
        self.numbers[group] -= 1;
    }

    fn numbers_do(&self) -> bool {
        let lows = self.field.lows.iter().zip(&self.numbers).all(|(low, number)| number >= low);
        lows && self.chosen.len() >= self.field.problem.min_sets
    }
}
