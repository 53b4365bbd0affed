// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which texts with money are held against a statement: all of its chapter, or of very many the nearest.
//!
//! In: the money of a document. Out: positions in it, in reading order, and how many amounts were left out. Of a chapter
//! with more amounts than [`MOST`], those are taken that can stand on a rung: under the same heading, under a heading
//! above it, with its terms or policies in them, and the nearest of the rest; of each the nearest, until they have so many
//! amounts. Each statement held against all money of its chapter would be the square of it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::Ladders;
use super::tie::{About, any};
use crate::money::UnitMoney;
use crate::pattern::Pattern;
use crate::unit::{Unit, UnitKind};
use crate::work::turn;

/// So many amounts are taken of each kind: no chapter that was seen has more.
pub(super) const MOST: usize = 100;

/// Texts with money, and how many amounts they have.
#[derive(Debug, Default)]
struct Texts {
    /// Positions in the money of the document, in reading order.
    at: Vec<usize>,
    n_amounts: usize,
}

/// What stands where.
#[derive(Debug, Default)]
pub(super) struct Near {
    by_section: BTreeMap<usize, Texts>,
    by_chapter: BTreeMap<usize, Texts>,
    /// By the patterns of a term or a policy: texts in which one of them stands.
    named: RefCell<BTreeMap<String, Vec<usize>>>,
}

impl Near {
    /// Without the cells of tables: what a table states is on the rung of its rows.
    pub(super) fn of(units: &[Unit], money: &[UnitMoney], section: impl Fn(&Unit) -> usize, tops: &[usize]) -> Self {
        let mut near = Self::default();
        for (at, money) in money.iter().enumerate().filter(|(_, money)| !money.amounts.is_empty()) {
            let Some(unit) = units.get(money.unit).filter(|unit| unit.kind != UnitKind::Cell) else { continue };
            let section = section(unit);
            let chapter = tops.get(section).copied().unwrap_or(section);
            for texts in [near.by_section.entry(section).or_default(), near.by_chapter.entry(chapter).or_default()] {
                texts.at.push(at);
                texts.n_amounts += money.amounts.len();
            }
        }
        near
    }

    /// Positions of what is held against a statement, and how many amounts of its chapter are not.
    pub(super) fn taken(&self, ladders: &Ladders<'_>, about: &About<'_>, unit: usize) -> (Vec<usize>, usize) {
        let section = ladders.section_of(unit);
        let chapter = ladders.tops[section];
        let Some(all) = self.by_chapter.get(&chapter) else { return (Vec::new(), 0) };
        if all.n_amounts <= MOST {
            return (all.at.clone(), 0);
        }
        let mut taken = BTreeSet::new();
        let mut take = |texts: &[usize], most: usize| nearest(ladders, texts, unit, most, &mut taken);
        let of_section = |section| self.by_section.get(&section).map_or(&[][..], |texts| texts.at.as_slice());
        take(of_section(section), MOST);
        let mut left = MOST;
        let mut above = ladders.document.sections[section].parent;
        while let Some(section) = above.filter(|_| left > 0) {
            left = left.saturating_sub(take(of_section(section), left));
            above = ladders.document.sections[section].parent;
        }
        take(&all.at, MOST);
        let (Some(first), Some(last)) = (all.at.first(), all.at.last()) else { return (Vec::new(), 0) };
        let names = about.terms.iter().map(|term| &term.patterns);
        for patterns in names.chain(about.policies.iter().map(|policy| &policy.words)) {
            self.with_named(ladders, patterns, |named| {
                let from = named.partition_point(|at| at < first);
                let until = named.partition_point(|at| at <= last);
                take(&named[from..until], MOST);
            });
        }
        let n_amounts: usize = taken.iter().map(|at| ladders.money[*at].amounts.len()).sum();
        (taken.into_iter().collect(), all.n_amounts.saturating_sub(n_amounts))
    }

    /// Hands on the texts in which one of these patterns stands, or in the sentence that they point back at.
    fn with_named(&self, ladders: &Ladders<'_>, patterns: &[Pattern], then: impl FnOnce(&[usize])) {
        let name: Vec<&str> = patterns.iter().map(Pattern::text).collect();
        let mut known = self.named.borrow_mut();
        let named = known.entry(name.join("\n")).or_insert_with(|| {
            let is_named = |at: &usize| ladders.texts(ladders.money[*at].unit).any(|text| any(patterns, text));
            self.by_chapter.values().flat_map(|texts| texts.at.iter().copied()).filter(is_named).collect()
        });
        then(named);
    }
}

/// Takes the texts that stand nearest to a unit, until they have so many amounts. Gives how many they have.
fn nearest(ladders: &Ladders<'_>, texts: &[usize], unit: usize, most: usize, taken: &mut BTreeSet<usize>) -> usize {
    let unit_of = |at: usize| ladders.money[at].unit;
    let mut behind = texts.partition_point(|at| unit_of(*at) < unit);
    let mut before = behind;
    let mut n_amounts = 0;
    while n_amounts < most {
        turn();
        let far = |at: &usize| unit_of(*at).abs_diff(unit);
        let (one, other) = (before.checked_sub(1).and_then(|at| texts.get(at)), texts.get(behind));
        let next = match (one, other) {
            (Some(one), Some(other)) if far(one) <= far(other) => one,
            (Some(one), None) => one,
            (_, Some(other)) => other,
            (None, None) => break,
        };
        if Some(next) == other {
            behind += 1
        } else {
            before -= 1
        }
        taken.insert(*next);
        n_amounts += ladders.money[*next].amounts.len();
    }
    n_amounts
}
