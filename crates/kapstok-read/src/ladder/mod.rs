// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The money ladder: which money stands nearest to a statement, and whether it is meant for it.
//!
//! In: the units of a document, their amounts, its tables of money, and the terms of a statement. Out: a [`Ladder`],
//! with the money on it, the nearest first. It never says that a statement is paid for or not.
//!
//! **Invariants:** each amount stands on one rung, the nearest that it can; no money is nearer than the lowest rung;
//! each has its place; what is left out of a chapter with very many amounts is counted. Not here: what an amount is, and
//! which terms a statement has.

mod annex;
mod lines;
mod near;
mod tie;

use std::sync::Arc;

use crate::amount::Amount;
use crate::document::Document;
use crate::money::UnitMoney;
use crate::pattern::Pattern;
use crate::place::Place;
use crate::recipe::Recipe;
use crate::table::{MoneyTable, RowMoney};
use crate::token::Token;
use crate::unit::{Unit, UnitKind};
use crate::work::turn;

use tie::any;
pub use tie::{Earmark, Tie};
pub(crate) use tie::{akin, content};

/// How near money stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// In the same sentence.
    Sentence,
    /// In the same item or paragraph.
    Item,
    /// Under the same heading.
    Heading,
    /// In the same chapter: right under a heading above, or in a sentence that names the statement or its policy.
    Chapter,
    /// In a row of a table.
    AnnexRow,
    /// Nowhere.
    None,
}

/// A term of the statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: TermKind,
    /// Words that are it.
    pub patterns: Vec<Pattern>,
}

/// What a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermKind {
    /// What the statement is about: a term of the lexicon that stands in it.
    Key,
    /// Its domain, which is wider.
    Domain,
}

/// All money near a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    /// Position of the statement's unit.
    pub unit: usize,
    /// From near to far.
    pub steps: Vec<Step>,
    /// Amounts of its chapter that stand further away and were not held against it, because there are very many.
    pub left_out: usize,
}

/// Money on a rung.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// How near.
    pub rung: Rung,
    /// What ties it to the statement.
    pub tie: Tie,
    /// Where it comes from.
    pub source: Source,
}

/// Where money comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// A text.
    Text {
        /// Position of its unit.
        unit: usize,
        /// How far from the statement.
        distance: Distance,
        /// Its amounts with their places.
        amounts: Vec<(Amount, Place)>,
    },
    /// A row of a table.
    Row {
        /// Position of the table.
        table: usize,
        /// Position of the row.
        row: usize,
        /// Its money by column.
        money: Vec<RowMoney>,
    },
}

/// How far a text stands from the statement; negative when it stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// In sentences.
    pub sentences: i64,
    /// In lines of text, running heads left out.
    pub lines: i64,
}

impl Ladder {
    /// The lowest rung on which there is money.
    pub fn lowest(&self) -> Rung {
        self.steps.first().map_or(Rung::None, |step| step.rung)
    }

    /// The lowest rung on which there is money that is meant for the statement by name.
    pub fn lowest_earmarked(&self) -> Rung {
        let named = self.steps.iter().find(|step| step.tie.earmark() == Earmark::Earmarked);
        named.map_or(Rung::None, |step| step.rung)
    }

    /// What stands on a rung.
    pub fn on(&self, rung: Rung) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(move |step| step.rung == rung)
    }
}

/// Ladders of one document.
#[derive(Debug)]
pub struct Ladders<'d> {
    document: &'d Document,
    recipe: &'d Recipe,
    units: &'d [Unit],
    money: &'d [UnitMoney],
    tables: &'d [MoneyTable],
    lines: lines::Lines,
    /// By unit: the sentence before it in the same section.
    before: Vec<Option<usize>>,
    near: near::Near,
    /// By section: the position of its highest section.
    tops: Vec<usize>,
}

impl<'d> Ladders<'d> {
    /// Prepares what all ladders of a document share.
    pub fn of(
        document: &'d Document,
        recipe: &'d Recipe,
        units: &'d [Unit],
        money: &'d [UnitMoney],
        tables: &'d [MoneyTable],
    ) -> Self {
        let mut top = 0;
        let tops = document.sections.iter().enumerate().map(|(index, section)| {
            if section.path.len() <= 1 {
                top = index;
            }
            top
        });
        let (tops, lines): (Vec<usize>, _) = (tops.collect(), lines::Lines::of(document, units));
        let before = before(document, units);
        let near = near::Near::of(units, money, |unit| document.blocks[unit.block].section, &tops);
        Self { document, recipe, units, money, tables, lines, before, near, tops }
    }

    /// The ladder of a statement; `None` where there is no such unit.
    pub fn ladder(&self, unit: usize, terms: &[Term]) -> Option<Ladder> {
        let about = tie::About::of(self, unit, terms)?;
        let (taken, left_out) = self.near.taken(self, &about, unit);
        let text_step = |at: usize| self.text_step(&about, unit, &self.money[at]);
        let mut steps: Vec<Step> = taken.into_iter().filter_map(text_step).collect();
        steps.extend(annex::rows(self, &about, unit));
        // Nearest first; on a rung what is meant for it first, then what is nearer in lines.
        steps.sort_by_key(|step| {
            let far = match &step.source {
                Source::Text { distance, unit, .. } => (0, distance.lines.unsigned_abs(), *unit, 0),
                Source::Row { table, row, .. } => (1, 0, *table, *row),
            };
            (step.rung, step.tie.earmark(), far)
        });
        Some(Ladder { unit, steps, left_out })
    }

    fn text_step(&self, about: &tie::About<'_>, unit: usize, money: &UnitMoney) -> Option<Step> {
        turn();
        let (statement, other) = (&self.units[unit], self.units.get(money.unit)?);
        let tie = about.tie(self, money.unit);
        let rung = self.rung(unit, statement, money.unit, other, &tie)?;
        let distance = self.lines.distance(self.units, unit, money.unit);
        let place = |amount: &Amount| Some((amount.clone(), place_in(self.document, other, amount)?));
        let amounts: Vec<(Amount, Place)> = money.amounts.iter().filter_map(place).collect();
        let source = Source::Text { unit: money.unit, distance, amounts };
        Some(Step { rung, tie: if money.unit == unit { Tie::Same } else { tie }, source })
    }

    fn rung(&self, unit: usize, statement: &Unit, at: usize, other: &Unit, tie: &Tie) -> Option<Rung> {
        if unit == at {
            return Some(Rung::Sentence);
        }
        if statement.block == other.block || self.document.blocks[statement.block].lead_in == Some(other.block) {
            return Some(Rung::Item);
        }
        let [here, there] = [statement, other].map(|unit| self.document.blocks[unit.block].section);
        if here == there {
            return Some(Rung::Heading);
        }
        let (ours, theirs) = (&self.document.sections[here].path, &self.document.sections[there].path);
        let above = theirs.len() < ours.len() && ours.starts_with(theirs);
        let same_chapter = self.tops[here] == self.tops[there] && !ours.is_empty();
        (same_chapter && (above || tie.earmark() != Earmark::Shared)).then_some(Rung::Chapter)
    }

    /// Headings above a unit, with their depth from 0.
    fn headings(&self, unit: usize) -> &[Arc<str>] {
        &self.document.sections[self.section_of(unit)].path
    }

    fn section_of(&self, unit: usize) -> usize {
        self.document.blocks[self.units[unit].block].section
    }

    /// The sentence that a unit points back at.
    fn back(&self, unit: usize) -> Option<usize> {
        any(&self.recipe.ladder.points_back, &self.units[unit].tokens).then(|| self.before[unit]).flatten()
    }

    /// Words of a unit, and those of the sentence that it points back at.
    fn texts(&self, unit: usize) -> impl Iterator<Item = &[Token]> {
        [Some(unit), self.back(unit)].into_iter().flatten().map(|unit| self.units[unit].tokens.as_slice())
    }
}

/// By unit: the sentence before it, in the same section.
pub(crate) fn before(document: &Document, units: &[Unit]) -> Vec<Option<usize>> {
    let section = |index: usize| document.blocks[units[index].block].section;
    let mut last: Option<usize> = None;
    let found = units.iter().enumerate().map(|(index, unit)| {
        let before = last.filter(|last| section(*last) == section(index));
        last = if matches!(unit.kind, UnitKind::Sentence(_)) { Some(index) } else { last };
        before
    });
    found.collect()
}

/// The place of an amount of a unit; in a table that of its cell.
pub(crate) fn place_in(document: &Document, unit: &Unit, amount: &Amount) -> Option<Place> {
    if unit.kind == UnitKind::Cell {
        return Some(unit.place.clone());
    }
    let start = unit.place.span().start;
    document.blocks[unit.block].place(
        start + amount.span.start..start + amount.span.end,
        &document.pages,
        &document.words,
    )
}
