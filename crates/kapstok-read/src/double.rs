// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Money that a document may state twice, and sums that do not count it twice in silence.
//!
//! In: units with their amounts, and tables of money. Out: [`Double`]s, each with both places and the words that both
//! share, and [`Total`]s with and without them. Two amounts may be the same when value and currency are the same, their
//! time can be, and their sentences share words that are rare in the document. **Invariant:** a double is a
//! possibility that a person looks at; nothing is left out of a list for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::amount::Amount;
use crate::document::Document;
use crate::ladder::{akin, content};
use crate::money::{Span, Timing, UnitMoney, exact};
use crate::place::Place;
use crate::recipe::Recipe;
use crate::table::{ColumnKind, MoneyTable, Role};
use crate::token::{Token, tokens};
use crate::unit::{Unit, UnitKind};

/// Two amounts that may be the same money.
#[derive(Clone, Debug, PartialEq)]
pub struct Double {
    /// The one that comes first in the document.
    pub first: Stand,
    /// The other; a cell of a table comes last.
    pub second: Stand,
    /// Words that both are about.
    pub shared: Vec<String>,
}

/// Where an amount stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Stand {
    /// In a text.
    Text {
        /// Position of the unit.
        unit: usize,
        /// Position of the amount in its [`UnitMoney`].
        amount: usize,
        /// Its place.
        place: Place,
    },
    /// In a cell of a table.
    Cell {
        /// Position of the table.
        table: usize,
        /// Position of the row.
        row: usize,
        /// Position of the column.
        column: usize,
        /// Its place.
        place: Place,
    },
}

impl Stand {
    /// Its place.
    pub fn place(&self) -> &Place {
        let (Self::Text { place, .. } | Self::Cell { place, .. }) = self;
        place
    }

    fn text(&self) -> Option<(usize, usize)> {
        if let Self::Text { unit, amount, .. } = self { Some((*unit, *amount)) } else { None }
    }
}

/// Money in all, of one currency and one kind of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// Three letters.
    pub currency: String,
    /// Over what time: amounts for each year are no sum with amounts in all.
    pub span: Span,
    /// How many amounts.
    pub n: usize,
    /// Hundredths of the currency, with doubles counted as often as they are stated.
    pub with_doubles: i128,
    /// The same, with each possible double counted once.
    pub without_doubles: i128,
    /// Amounts from one value to another, which are in neither sum.
    pub n_ranges: usize,
}

/// A word is rare when it stands in at most one of so many sentences, or in a few.
const RARE_IN: usize = 100;
const RARE: usize = 3;
/// So many rare words must be shared.
const SHARED: usize = 2;

/// What an amount in a text is about.
struct About<'m> {
    unit: usize,
    index: usize,
    stated: &'m Amount,
    timing: Timing,
    place: Place,
    words: BTreeSet<String>,
    headings: BTreeSet<String>,
}

/// All amounts that may be stated twice, in order of the first.
pub fn doubles(
    document: &Document,
    recipe: &Recipe,
    units: &[Unit],
    money: &[UnitMoney],
    tables: &[MoneyTable],
) -> Vec<Double> {
    let plain = &recipe.ladder.plain;
    let rare = rare(units, plain);
    let amounts: Vec<About<'_>> = money.iter().flat_map(|money| about(document, recipe, units, money)).collect();
    let mut found = Vec::new();
    for (index, one) in amounts.iter().enumerate() {
        for other in &amounts[index + 1..] {
            let same = same_value(one.stated, other.stated) && one.timing.can_be(other.timing);
            if !same || one.unit == other.unit {
                continue;
            }
            let shared: Vec<String> =
                one.words.intersection(&other.words).filter(|word| rare.contains(*word)).cloned().collect();
            if shared.len() >= SHARED {
                found.push(Double { first: one.stand(), second: other.stand(), shared });
            }
        }
        if units[one.unit].kind != UnitKind::Cell {
            in_tables(one, tables, plain, &mut found);
        }
    }
    found
}

fn about<'m>(document: &Document, recipe: &Recipe, units: &[Unit], money: &'m UnitMoney) -> Vec<About<'m>> {
    let plain = &recipe.ladder.plain;
    let Some(unit) = units.get(money.unit) else { return Vec::new() };
    let block = &document.blocks[unit.block];
    let stated = |token: &&Token| {
        !money.amounts.iter().any(|amount| amount.span.start <= token.span.start && token.span.end <= amount.span.end)
    };
    let own: Vec<Token> = unit.tokens.iter().filter(stated).cloned().collect();
    let mut words: BTreeSet<String> = content(&own, plain).into_iter().collect();
    let back = recipe.ladder.points_back.iter().any(|pattern| pattern.is_in(&unit.tokens));
    if let Some(before) = back.then(|| crate::ladder::before(document, units, money.unit)).flatten() {
        words.extend(content(&units[before].tokens, plain));
    }
    let path = document.sections[block.section].path.iter();
    let headings: BTreeSet<String> =
        path.flat_map(|heading| content(&tokens(heading, &document.words), plain)).collect();
    let amounts = money.amounts.iter().enumerate().filter_map(|(index, stated)| {
        let place = crate::ladder::place_in(document, unit, stated)?;
        let (words, headings) = (words.clone(), headings.clone());
        let timing = Timing::of(stated.period.as_ref());
        Some(About { unit: money.unit, index, stated, timing, place, words, headings })
    });
    amounts.collect()
}

impl About<'_> {
    fn stand(&self) -> Stand {
        Stand::Text { unit: self.unit, amount: self.index, place: self.place.clone() }
    }
}

/// Cells of rows with the same value, where a word of the label is one of the sentence or its headings.
fn in_tables(one: &About<'_>, tables: &[MoneyTable], plain: &BTreeSet<String>, found: &mut Vec<Double>) {
    for (table_index, table) in tables.iter().enumerate() {
        let currency = table.unit.as_ref().map(|unit| unit.currency.as_str());
        if currency != Some(one.stated.currency.as_str()) {
            continue;
        }
        for (row_index, row) in table.rows.iter().enumerate().filter(|(_, row)| row.role == Role::Row) {
            let label = content(&row.tokens, plain);
            let known = |word: &String| one.words.iter().chain(&one.headings).any(|other| akin(word, other));
            let shared: Vec<String> = label.into_iter().filter(known).collect();
            if shared.is_empty() {
                continue;
            }
            for money in table.money(row_index) {
                let timing = match table.columns[money.column].kind {
                    ColumnKind::Year(year) => Timing::Year(i64::from(year)),
                    ColumnKind::Structural => Timing::EachYear,
                    ColumnKind::Sum => Timing::InAll(None),
                    ColumnKind::Other(_) => Timing::Unsaid,
                };
                // A figure of one year is the same by chance where the text names no year.
                let said = one.timing != Timing::Unsaid || !matches!(timing, Timing::Year(_));
                if said && exact(one.stated) == Some(money.cents) && one.timing.can_be(timing) {
                    let (column, place) = (money.column, money.place);
                    let second = Stand::Cell { table: table_index, row: row_index, column, place };
                    found.push(Double { first: one.stand(), second, shared: shared.clone() });
                }
            }
        }
    }
}

fn same_value(one: &Amount, other: &Amount) -> bool {
    one.value == other.value && one.currency == other.currency
}

/// Words that stand in few sentences.
fn rare(units: &[Unit], plain: &BTreeSet<String>) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let sentences = units.iter().filter(|unit| matches!(unit.kind, UnitKind::Sentence(_)));
    let mut n = 0;
    for unit in sentences {
        n += 1;
        let words: BTreeSet<String> = content(&unit.tokens, plain).into_iter().collect();
        words.into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
    }
    let most = RARE.max(n / RARE_IN);
    counts.into_iter().filter(|(_, count)| *count <= most).map(|(word, _)| word).collect()
}

/// Sums of all amounts that `counts` takes, by currency and kind of time.
pub fn money_total(money: &[UnitMoney], doubles: &[Double], counts: impl Fn(usize, &Amount) -> bool) -> Vec<Total> {
    let mut taken: BTreeMap<(usize, usize), &Amount> = BTreeMap::new();
    for unit in money {
        for (index, amount) in unit.amounts.iter().enumerate().filter(|(_, amount)| counts(unit.unit, amount)) {
            taken.insert((unit.unit, index), amount);
        }
    }
    // Of amounts that may all be the same, the first stands for the others.
    let mut first: BTreeMap<(usize, usize), (usize, usize)> = taken.keys().map(|at| (*at, *at)).collect();
    for double in doubles {
        let (Some(one), Some(other)) = (double.first.text(), double.second.text()) else { continue };
        if let (Some(one), Some(other)) = (first.get(&one).copied(), first.get(&other).copied()) {
            let (keep, drop) = (one.min(other), one.max(other));
            first.values_mut().filter(|at| **at == drop).for_each(|at| *at = keep);
        }
    }
    let mut totals: BTreeMap<(&str, Span), Total> = BTreeMap::new();
    for (at, amount) in &taken {
        let span = Timing::of(amount.period.as_ref()).span();
        let total = totals.entry((&amount.currency, span)).or_insert_with(|| Total {
            currency: amount.currency.clone(),
            span,
            n: 0,
            with_doubles: 0,
            without_doubles: 0,
            n_ranges: 0,
        });
        let Some(cents) = exact(amount) else {
            total.n_ranges += 1;
            continue;
        };
        total.n += 1;
        total.with_doubles += cents;
        total.without_doubles += if first.get(at) == Some(at) { cents } else { 0 };
    }
    totals.into_values().collect()
}
