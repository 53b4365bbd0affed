// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What others say about a document, held against its reading.
//!
//! In: a reading and claims. Out: a [`Finding`] per claim. Only units that a claim of money is about get a ladder.

use super::figures::cells;
use super::{Reading, promised};
use crate::claims::{Claims, Facts, Finding, MoneyAt, Rung as ClaimRung, TargetAt, Test, check};
use crate::ladder::{Rung, Source};
use crate::unit::UnitKind;

impl Reading<'_> {
    /// Holds claims against this document.
    pub fn claimed(&self, claims: &Claims) -> Vec<Finding> {
        let mut facts = Facts::of(self.document, &self.units, self.recipe);
        let (mut scales, mut targets) = (vec![None; self.units.len()], vec![Vec::new(); self.units.len()]);
        for statement in &self.statements {
            let scale = statement.framing.scale().and_then(|scale| self.recipe.lexicon.scales.get(scale));
            scales[statement.unit] = scale.map(|scale| scale.id.clone());
            let target = |target: &crate::target::Target| {
                let (quantity, direction, term) = promised::judged(target);
                let falls = direction.as_deref() == Some("decrease_by");
                TargetAt {
                    quantity: quantity.map(|quantity| if falls { -quantity } else { quantity }),
                    measure: target.measure,
                    term,
                }
            };
            targets[statement.unit] = statement.targets.iter().map(target).collect();
        }
        (facts.scales, facts.targets, facts.money) = (Some(scales), Some(targets), Some(self.money_of(claims)));
        check(claims, &facts)
    }

    /// Money near the units that a claim of money is about.
    fn money_of(&self, claims: &Claims) -> Vec<Vec<MoneyAt>> {
        let words: Vec<_> = claims
            .claims
            .iter()
            .filter_map(|claim| if let Test::Money(test) = &claim.test { Some(&test.any) } else { None })
            .flatten()
            .collect();
        let ladders = self.ladders();
        let of = |(index, unit): (usize, &crate::unit::Unit)| {
            let meant = matches!(unit.kind, UnitKind::Sentence(_)) && words.iter().any(|word| word.is_in(&unit.tokens));
            let statement = self.statement_of(index).filter(|_| meant);
            let ladder = statement.and_then(|statement| self.ladder(&ladders, statement));
            let steps = ladder.map(|ladder| ladder.steps).unwrap_or_default();
            steps.iter().flat_map(|step| self.money_at(step)).collect()
        };
        self.units.iter().enumerate().map(of).collect()
    }

    fn money_at(&self, step: &crate::ladder::Step) -> Vec<MoneyAt> {
        let rung = match step.rung {
            Rung::Sentence => ClaimRung::Sentence,
            Rung::Item => ClaimRung::Bullet,
            Rung::Heading => ClaimRung::Heading,
            Rung::Chapter => ClaimRung::Chapter,
            Rung::AnnexRow => ClaimRung::Annex,
            Rung::None => return Vec::new(),
        };
        match &step.source {
            Source::Text { amounts, .. } => {
                let at = |(_, place): &(crate::amount::Amount, crate::Place)| MoneyAt {
                    rung,
                    amount: place.quote().to_owned(),
                    place: place.clone(),
                };
                amounts.iter().map(at).collect()
            }
            Source::Row { table, row, money } => {
                let Some(table) = self.tables.get(*table) else { return Vec::new() };
                let amount = cells(table, money, &self.recipe.marks());
                let label = table.rows.get(*row).map(|row| row.label.clone());
                label.map(|place| MoneyAt { rung, amount, place }).into_iter().collect()
            }
        }
    }
}
