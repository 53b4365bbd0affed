// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A document that was read: what each sentence of it says, and what its tables say of money.
//!
//! In: a document and the recipe that took it apart. Out: [`Reading`], and the same as data ([`Reading::rows`]). **Invariant:**
//! every statement has a place. Rules propose; a person decides. Not here: how each thing is found (`framing`, `commitment`,
//! `target`, `amount`, `table`, `ladder`).

mod answered;
mod as_rows;
mod claimed;
mod figures;
pub mod key;
mod matrix;
mod meant;
mod promised;

use std::collections::{BTreeMap, BTreeSet};

use crate::amount::{Amount, Money, Role, amounts};
use crate::commitment::{Commitment, commitment};
use crate::document::Document;
use crate::double::{Double, doubles};
use crate::eval::Judged;
use crate::framing::{DomainBy, Framing, Prior, framings};
use crate::ladder::{Ladder, Ladders, Term, TermKind};
use crate::lexicon::{Mentions, mentions};
use crate::money::{UnitMoney, unit_money};
use crate::place::Place;
use crate::recipe::Recipe;
use crate::table::{MoneyTable, money_tables};
use crate::target::{Role as Aim, Target, targets};
use crate::unit::{Unit, units};

pub use as_rows::{place_row, rung_word};
pub use key::key;

/// A sentence, with what it says.
#[derive(Clone, Debug)]
pub struct Statement {
    /// A name that lasts as long as the words.
    pub key: String,
    /// Position of its unit.
    pub unit: usize,
    /// By area or by domain.
    pub framing: Framing,
    /// Who binds himself.
    pub commitment: Option<Commitment>,
    /// Aims and facts.
    pub targets: Vec<Target>,
    /// Amounts of money.
    pub amounts: Vec<Amount>,
}

/// A document, with all that was read in it.
#[derive(Debug)]
pub struct Reading<'d> {
    /// The document.
    pub document: &'d Document,
    /// How it was read.
    pub recipe: &'d Recipe,
    /// Each text once.
    pub units: Vec<Unit>,
    /// Words of the lexicon.
    pub mentions: Mentions,
    /// Sentences, in reading order.
    pub statements: Vec<Statement>,
    /// Amounts of all units that are spent or raised.
    pub money: Vec<UnitMoney>,
    /// Tables that the recipe knows.
    pub tables: Vec<MoneyTable>,
    /// Amounts that may be stated twice.
    pub doubles: Vec<Double>,
    /// By unit: its statement.
    statement_of: BTreeMap<usize, usize>,
    /// By unit: entries of the lexicon that stand in it.
    entries_of: BTreeMap<usize, BTreeSet<usize>>,
}

impl<'d> Reading<'d> {
    /// Reads a document.
    pub fn of(document: &'d Document, recipe: &'d Recipe) -> Self {
        let units = units(document, recipe);
        let mentions = mentions(&units, recipe);
        let mut equal: BTreeMap<&str, usize> = BTreeMap::new();
        let statements: Vec<Statement> = framings(&units, &mentions, recipe, Prior::Headings)
            .into_iter()
            .map(|framing| {
                let unit = &units[framing.unit];
                let nth = equal.entry(unit.place.quote()).or_default();
                let key = key(&document.origin.sha256, "sentence", unit.place.quote(), *nth);
                *nth += 1;
                Statement {
                    key,
                    unit: framing.unit,
                    commitment: commitment(&unit.tokens, recipe),
                    targets: targets(&unit.tokens, recipe),
                    amounts: amounts(&unit.tokens, recipe),
                    framing,
                }
            })
            .collect();
        let money = unit_money(&units, recipe);
        let tables = money_tables(document, recipe);
        let doubles = doubles(document, recipe, &units, &money, &tables);
        let statement_of = statements.iter().enumerate().map(|(index, statement)| (statement.unit, index)).collect();
        let mut entries_of: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for hit in &mentions.hits {
            entries_of.entry(hit.unit).or_default().insert(hit.entry);
        }
        Self { document, recipe, units, mentions, statements, money, tables, doubles, statement_of, entries_of }
    }

    /// The statement that a unit is, where it is a sentence.
    pub fn statement_of(&self, unit: usize) -> Option<&Statement> {
        self.statements.get(*self.statement_of.get(&unit)?)
    }

    /// Where a statement stands.
    pub fn place(&self, statement: &Statement) -> &Place {
        &self.units[statement.unit].place
    }

    /// What all ladders share.
    pub fn ladders(&self) -> Ladders<'_> {
        Ladders::of(self.document, self.recipe, &self.units, &self.money, &self.tables)
    }

    /// The ladder of a statement, by its words of the lexicon and of domains.
    pub fn ladder(&self, ladders: &Ladders<'_>, statement: &Statement) -> Option<Ladder> {
        ladders.ladder(statement.unit, &self.terms(statement))
    }

    fn terms(&self, statement: &Statement) -> Vec<Term> {
        let mut entries = self.entries_of.get(&statement.unit).cloned().unwrap_or_default();
        entries.extend(statement.framing.areas.iter().map(|area| area.entry));
        let entries = entries.into_iter().filter_map(|entry| self.recipe.lexicon.entries.get(entry));
        entries
            .map(|entry| Term { name: entry.key.clone(), kind: TermKind::Key, patterns: entry.any.clone() })
            .collect()
    }

    /// What the recipe says of some sentences together, in the terms of marked sentences.
    pub fn judged(&self, statements: &[usize]) -> Judged {
        let mut judged = Judged::default();
        for statement in statements.iter().filter_map(|index| self.statements.get(*index)) {
            let told = statement.framing.domains.iter().filter(|one| one.by != DomainBy::Rest);
            let told = told.filter_map(|one| Some(self.recipe.domains.all.get(one.domain)?.id.clone()));
            judged.domains.extend(told);
            let strength = statement.commitment.as_ref().map(|commitment| promised::strength_word(commitment.strength));
            judged.commitment = judged.commitment.or(strength);
            let aims = statement.targets.iter().filter(|target| target.role != Aim::Fact && target.quantity.is_some());
            judged.targets.extend(aims.map(promised::judged));
            let money = statement.amounts.iter().filter(|amount| amount.role == Role::Money);
            judged.money.extend(money.map(|amount| whole(amount.value).0));
            if let Some(scale) = statement.framing.scale().and_then(|scale| self.recipe.lexicon.scales.get(scale)) {
                judged.area.get_or_insert_with(|| scale.id.clone());
            }
        }
        // The rest is what is left when nothing is told.
        let rest = self.recipe.domains.rest.and_then(|rest| self.recipe.domains.all.get(rest));
        if judged.domains.is_empty() {
            judged.domains.extend(rest.map(|rest| rest.id.clone()));
        }
        judged
    }
}

/// An amount in whole units of its currency: the lower end, and the upper one of a range.
pub(crate) fn whole(money: Money) -> (f64, Option<f64>) {
    let units = |hundredths: i128| hundredths as f64 / 100.0;
    match money {
        Money::One(one) => (units(one), None),
        Money::Range(from, to) => (units(from), Some(units(to))),
    }
}
