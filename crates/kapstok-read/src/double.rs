// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Money that a document may state twice, and sums that do not count it twice in silence.
//!
//! In: units with their amounts, and tables of money. Out: [`Double`]s, each with both places and the words that both
//! share, and [`Total`]s with and without them. Two amounts may be the same when value and currency are the same, their
//! time can be, and their sentences share words that are rare in the document: two, or one that names the money. **Invariant:** a double is a
//! possibility that a person looks at; nothing is left out of a list for it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::amount::{Amount, Money};
use crate::document::Document;
use crate::ladder::{akin, content};
use crate::money::{Span, Timing, UnitMoney, exact};
use crate::place::Place;
use crate::recipe::Recipe;
use crate::table::{ColumnKind, MoneyTable, Role, RowMoney};
use crate::token::{Token, TokenKind, tokens};
use crate::unit::{Unit, UnitKind};
use crate::work::turn;

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
/// So many rare words must be shared; one is enough that stands beside both amounts and names them.
const SHARED: usize = 2;
/// A name stands within so many words of its amount.
const BESIDE: usize = 4;
/// A word of so many letters is a name without a capital: of most compounds, and of few other words.
const LONG: usize = 12;
/// An amount is held against so many of the same value behind it, and so many cells: more often nobody states one.
const MOST_OTHERS: usize = 200;

/// What an amount in a text is about.
struct About<'m> {
    unit: usize,
    index: usize,
    stated: &'m Amount,
    timing: Timing,
    place: Place,
    words: Arc<BTreeSet<String>>,
    headings: Arc<BTreeSet<String>>,
    /// Words right beside it that can be its name.
    names: BTreeSet<String>,
}

/// Amounts that can be the same money: hundredths of one value, or of two, and the currency.
type Value<'m> = (i128, Option<i128>, &'m str);

fn value(amount: &Amount) -> Value<'_> {
    match amount.value {
        Money::One(one) => (one, None, &amount.currency),
        Money::Range(from, to) => (from, Some(to), &amount.currency),
    }
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
    let mut headings = Headings { document, plain, of: BTreeMap::new() };
    let before = crate::ladder::before(document, units);
    let amounts: Vec<About<'_>> =
        money.iter().flat_map(|money| about(document, recipe, (units, &before), money, &mut headings)).collect();
    let mut alike: BTreeMap<Value<'_>, Vec<usize>> = BTreeMap::new();
    amounts.iter().enumerate().for_each(|(index, one)| alike.entry(value(one.stated)).or_default().push(index));
    let cells = Cells::of(tables, plain);
    let mut found = Vec::new();
    for one in &amounts {
        let alike = alike.get(&value(one.stated)).map_or(&[][..], Vec::as_slice);
        let behind = alike.partition_point(|other| amounts[*other].unit <= one.unit);
        for other in alike[behind..].iter().take(MOST_OTHERS).map(|other| &amounts[*other]) {
            turn();
            if !one.timing.can_be(other.timing) {
                continue;
            }
            let shared: Vec<String> =
                one.words.intersection(&other.words).filter(|word| rare.contains(*word)).cloned().collect();
            let named = shared.iter().any(|word| one.names.contains(word) && other.names.contains(word));
            if named || shared.len() >= SHARED {
                found.push(Double { first: one.stand(), second: other.stand(), shared });
            }
        }
        if units[one.unit].kind != UnitKind::Cell {
            cells.same(one, tables, &mut found);
        }
    }
    found
}

/// Words of the headings above a section, worked out once for all that stands under them.
struct Headings<'d> {
    document: &'d Document,
    plain: &'d BTreeSet<String>,
    of: BTreeMap<usize, Arc<BTreeSet<String>>>,
}

impl Headings<'_> {
    fn of(&mut self, section: usize) -> Arc<BTreeSet<String>> {
        let words = || {
            let path = self.document.sections[section].path.iter();
            path.flat_map(|heading| content(&tokens(heading, &self.document.words), self.plain)).collect()
        };
        Arc::clone(self.of.entry(section).or_insert_with(|| Arc::new(words())))
    }
}

fn about<'m>(
    document: &Document,
    recipe: &Recipe,
    (units, before): (&[Unit], &[Option<usize>]),
    money: &'m UnitMoney,
    headings: &mut Headings<'_>,
) -> Vec<About<'m>> {
    let plain = &recipe.ladder.plain;
    let Some(unit) = units.get(money.unit) else { return Vec::new() };
    let block = &document.blocks[unit.block];
    // Amounts follow each other: the first that has not ended before a token is the one it can be part of.
    let stated = |token: &&Token| {
        let at = money.amounts.partition_point(|amount| amount.span.end < token.span.end);
        money.amounts.get(at).is_none_or(|amount| amount.span.start > token.span.start)
    };
    let own: Vec<Token> = unit.tokens.iter().filter(stated).cloned().collect();
    let mut words: BTreeSet<String> = content(&own, plain).into_iter().collect();
    let back = recipe.ladder.points_back.iter().any(|pattern| pattern.is_in(&unit.tokens));
    if let Some(before) = before[money.unit].filter(|_| back) {
        words.extend(content(&units[before].tokens, plain));
    }
    let (words, headings) = (Arc::new(words), headings.of(block.section));
    let amounts = money.amounts.iter().enumerate().filter_map(|(index, stated)| {
        let place = crate::ladder::place_in(document, unit, stated)?;
        let (words, headings) = (Arc::clone(&words), Arc::clone(&headings));
        let (timing, names) = (Timing::of(stated.period.as_ref()), names(unit, stated, plain));
        Some(About { unit: money.unit, index, stated, timing, place, words, headings, names })
    });
    amounts.collect()
}

/// Words right beside an amount that can be the name of its money: with a capital inside the sentence, or long.
fn names(unit: &Unit, stated: &Amount, plain: &BTreeSet<String>) -> BTreeSet<String> {
    let (start, end) = (stated.tokens.start, stated.tokens.end);
    let around = start.saturating_sub(BESIDE)..unit.tokens.len().min(end + BESIDE);
    let first = unit.tokens.iter().position(|token| token.kind == TokenKind::Word);
    let is_name = |at: usize| {
        let token = &unit.tokens[at];
        let written = unit.place.quote().get(token.span.clone()).unwrap_or_default();
        let capital = first != Some(at) && written.starts_with(char::is_uppercase);
        capital || token.text.chars().count() >= LONG
    };
    let beside = around.filter(|at| !stated.tokens.contains(at) && is_name(*at));
    beside.flat_map(|at| content(&unit.tokens[at..=at], plain)).collect()
}

impl About<'_> {
    fn stand(&self) -> Stand {
        Stand::Text { unit: self.unit, amount: self.index, place: self.place.clone() }
    }
}

/// The positions of a table and of a row, and a cell of it.
type CellAt = (usize, usize, RowMoney);

/// Cells of rows of tables: by currency and value, in reading order.
struct Cells<'t> {
    by_value: BTreeMap<(&'t str, i128), Vec<CellAt>>,
    /// By table and row: words of the label.
    labels: BTreeMap<(usize, usize), Vec<String>>,
}

impl<'t> Cells<'t> {
    fn of(tables: &'t [MoneyTable], plain: &BTreeSet<String>) -> Self {
        let mut cells = Self { by_value: BTreeMap::new(), labels: BTreeMap::new() };
        for (table_index, table) in tables.iter().enumerate() {
            let Some(unit) = &table.unit else { continue };
            for (row_index, row) in table.rows.iter().enumerate().filter(|(_, row)| row.role == Role::Row) {
                cells.labels.insert((table_index, row_index), content(&row.tokens, plain));
                for money in table.money(row_index) {
                    let of_value = cells.by_value.entry((&unit.currency, money.cents)).or_default();
                    of_value.push((table_index, row_index, money));
                }
            }
        }
        cells
    }

    /// Cells with the same value as an amount, where a word of the label is one of the sentence or its headings.
    fn same(&self, one: &About<'_>, tables: &[MoneyTable], found: &mut Vec<Double>) {
        let same = exact(one.stated).and_then(|cents| self.by_value.get(&(one.stated.currency.as_str(), cents)));
        for (table, row, money) in same.into_iter().flatten().take(MOST_OTHERS) {
            turn();
            let timing = match tables[*table].columns[money.column].kind {
                ColumnKind::Year(year) => Timing::Year(i64::from(year)),
                ColumnKind::Structural => Timing::EachYear,
                ColumnKind::Sum => Timing::InAll(None),
                ColumnKind::Other(_) => Timing::Unsaid,
            };
            // A figure of one year is the same by chance where the text names no year.
            let said = one.timing != Timing::Unsaid || !matches!(timing, Timing::Year(_));
            if !said || !one.timing.can_be(timing) {
                continue;
            }
            let known = |word: &&String| one.words.iter().chain(one.headings.iter()).any(|other| akin(word, other));
            let label = self.labels.get(&(*table, *row)).into_iter().flatten();
            let shared: Vec<String> = label.filter(known).cloned().collect();
            if !shared.is_empty() {
                let (column, place) = (money.column, money.place.clone());
                let second = Stand::Cell { table: *table, row: *row, column, place };
                found.push(Double { first: one.stand(), second, shared });
            }
        }
    }
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
        if let (Some(one), Some(other)) = (first_of(&mut first, one), first_of(&mut first, other)) {
            first.insert(one.max(other), one.min(other));
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

/// The first of all amounts that may be the same as this one. What was followed on the way is shortened.
fn first_of(first: &mut BTreeMap<(usize, usize), (usize, usize)>, at: (usize, usize)) -> Option<(usize, usize)> {
    let mut top = *first.get(&at)?;
    while let Some(above) = first.get(&top).filter(|above| **above != top) {
        turn();
        top = *above;
    }
    let mut here = at;
    while here != top {
        here = first.insert(here, top)?;
    }
    Some(top)
}
