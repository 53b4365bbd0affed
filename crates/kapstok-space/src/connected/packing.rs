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
use super::fillings::Fillings;
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
    /// Benefit less the prices of areas.
    apart: f64,
    benefit: f64,
    residents: f64,
}

pub(super) struct Packing<'s, 'a> {
    field: &'s Field<'a>,
    highest: &'s [f64],
    paid: f64,
    /// What is paid for areas alone.
    paid_for_areas: f64,
    /// Where the budget has a price.
    fillings: Option<Fillings>,
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
    apart: f64,
    benefit: f64,
    residents: f64,
}

/// What may still come.
struct Ahead {
    /// No choice that goes on from here has a higher benefit.
    highest: f64,
    /// Sets that this counts on.
    n_sets: f64,
    /// The least worth of those.
    worth_of_least: f64,
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
            let apart = piece.worth + prices.of_resident * residents;
            Listed { areas: piece.areas, group, loss, apart, benefit, residents }
        };
        let mut pieces: Vec<Listed> = pieces.into_iter().map(listed).collect();
        pieces.sort_by(|one, other| one.loss.total_cmp(&other.loss).then_with(|| one.areas.cmp(&other.areas)));
        let n_sets = field.problem.max_sets;
        let worths = || pieces.iter().map(|piece| (piece.apart, piece.residents));
        let fillings = (prices.of_resident > 0.0).then(|| Fillings::new(worths(), field.most, n_sets)).flatten();
        Self {
            field,
            highest: &prices.highest,
            paid: prices.paid(),
            paid_for_areas: prices.of_area.iter().sum(),
            fillings,
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
        if let Some(ahead) = self.ahead(0.0) {
            self.choose(&all, Sums { loss: 0.0, apart: 0.0, benefit: 0.0, residents: 0.0 }, &ahead);
        }
        let areas = |piece: &u32| self.pieces[*piece as usize].areas.clone();
        let best = self.best.as_ref().map(|best| best.iter().map(areas).collect());
        Packed { best, complete: self.complete, n_steps: self.n_steps }
    }

    /// Adds one of `open` in turn, and what may follow it.
    fn choose(&mut self, open: &[u32], sums: Sums, ahead: &Ahead) {
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
            // All that follow lose as much as this one or more, or are not there, which costs their whole worth.
            let least = self.pieces[piece as usize].loss.min(ahead.worth_of_least);
            if uncovered.is_none() && ahead.highest - ahead.n_sets * least <= self.lowest {
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
            apart: sums.apart + listed.apart,
            benefit: sums.benefit + listed.benefit,
            residents: sums.residents + listed.residents,
        };
        if sums.residents > self.field.most || self.numbers[group] >= self.field.highs[group] {
            return;
        }
        self.numbers[group] += 1;
        if let Some(ahead) = self.ahead(sums.loss).filter(|ahead| ahead.highest > self.lowest) {
            let least_loss = ahead.highest - self.lowest;
            for &area in &self.pieces[piece as usize].areas {
                self.taken[area as usize] = true;
            }
            self.chosen.push(piece);
            self.n_steps += later.len() as u64 / 8;
            let fits = |other: &u32| {
                let other = &self.pieces[*other as usize];
                other.loss < least_loss
                    && sums.residents + other.residents <= self.field.most
                    && self.could_fill(sums, other)
                    && other.areas.iter().all(|&area| !self.taken[area as usize])
            };
            let open: Vec<u32> = later.iter().copied().filter(fits).collect();
            self.choose(&open, sums, &ahead);
            self.chosen.pop();
            for &area in &self.pieces[piece as usize].areas {
                self.taken[area as usize] = false;
            }
        }
        self.numbers[group] -= 1;
    }

    /// What may still come when so much is lost; none where numbers of sets can no longer be kept.
    fn ahead(&self, loss: f64) -> Option<Ahead> {
        let shares = shares(self.field, self.highest, &self.numbers)?;
        let more = |group: &usize| shares.numbers[*group] > self.numbers[*group];
        let least = (0..self.numbers.len()).filter(more).map(|group| self.highest[group]).fold(f64::INFINITY, f64::min);
        let n_sets = shares.numbers.iter().sum::<usize>() - self.numbers.iter().sum::<usize>();
        let highest = self.paid + shares.worth - loss;
        Some(Ahead { highest, n_sets: n_sets as f64, worth_of_least: least.clamp(0.0, f64::MAX) })
    }

    /// Whether a choice that goes on from `sums` with this set can be better within the budget.
    fn could_fill(&self, sums: Sums, next: &Listed) -> bool {
        let Some(fillings) = &self.fillings else { return true };
        let n_sets = self.field.problem.max_sets.saturating_sub(self.chosen.len() + 1);
        let left = self.field.most - sums.residents - next.residents;
        self.paid_for_areas + sums.apart + next.apart + fillings.highest(n_sets, left) > self.lowest
    }

    fn numbers_do(&self) -> bool {
        let lows = self.field.lows.iter().zip(&self.numbers).all(|(low, number)| number >= low);
        lows && self.chosen.len() >= self.field.problem.min_sets
    }
}
