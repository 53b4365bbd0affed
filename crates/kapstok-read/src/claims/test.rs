// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Tests of claims: each gives a verdict, what the document says, and the places.

use std::ops::Range;

use super::language::{Claim, CountTest, FramingTest, MoneyTest, NumberTest, TargetTest, Test, UnderTest};
use super::{ClaimVerdict, Evidence, Facts, Finding, Role, TargetAt};
use crate::pattern::Pattern;
use crate::token::tokens;
use crate::unit::UnitKind;

/// What a claim comes to.
pub(super) fn finding(claim: &Claim, facts: &Facts<'_>) -> Finding {
    let mut of_target = None;
    let (verdict, says, evidence) = match &claim.test {
        Test::Count(test) => count(test, facts),
        Test::Under(test) => under(test, facts),
        Test::Money(test) => money(test, facts),
        Test::Framing(test) => framing(test, facts),
        Test::Target(test) => target(test, facts, &mut of_target),
        Test::Number(test) => number(test, facts),
    };
    Finding { claim: claim.id.clone(), verdict, says, target: of_target, evidence }
}

type Result = (ClaimVerdict, Option<String>, Vec<Evidence>);

const NOT_TESTED: Result = (ClaimVerdict::NotTested, None, Vec::new());
const NOT_FOUND: Result = (ClaimVerdict::NotFound, None, Vec::new());

fn evidence(role: Role, found: &[(usize, Range<usize>)], facts: &Facts<'_>) -> Vec<Evidence> {
    found.iter().map(|(unit, tokens)| Evidence { role, place: facts.place(*unit, tokens) }).collect()
}

/// True, or incomplete where something stands beside it.
fn complete(beside: &[Evidence]) -> ClaimVerdict {
    if beside.is_empty() { ClaimVerdict::True } else { ClaimVerdict::TrueButIncomplete }
}

fn count(test: &CountTest, facts: &Facts<'_>) -> Result {
    let found = facts.counted(&test.any);
    let beside = evidence(Role::Beside, &facts.find(&test.beside), facts);
    let verdict = match found.len() {
        n if n == test.times => complete(&beside),
        0 => ClaimVerdict::NotFound,
        _ => ClaimVerdict::Differs,
    };
    let role = if verdict == ClaimVerdict::Differs { Role::Instead } else { Role::Claimed };
    let place = |(unit, span): &(usize, Range<usize>)| Evidence { role, place: facts.place_of(*unit, span.clone()) };
    let mut all: Vec<Evidence> = found.iter().map(place).collect();
    all.extend(beside);
    (verdict, Some(found.len().to_string()), all)
}

/// Each must stand under the heading. Where none does, but the heading is the one just before theirs, that heading is
/// shown as what stands beside.
fn under(test: &UnderTest, facts: &Facts<'_>) -> Result {
    let found = facts.find(&test.any);
    if found.is_empty() {
        return NOT_FOUND;
    }
    let path = |unit: usize| facts.units[unit].place.section().to_vec();
    let fits = |unit: usize| path(unit).iter().any(|heading| is_in(&test.heading, heading, facts));
    let (inside, outside): (Vec<_>, Vec<_>) = found.into_iter().partition(|(unit, _)| fits(*unit));
    let says = outside.first().or(inside.first()).map(|(unit, _)| path(*unit).join(" > "));
    let mut all = evidence(Role::Claimed, &inside, facts);
    all.extend(evidence(Role::Instead, &outside, facts));
    if outside.is_empty() {
        return (ClaimVerdict::True, says, all);
    }
    for (unit, _) in &outside {
        let before = facts.units[..*unit].iter().enumerate().rev();
        let headings = before.filter(|(_, unit)| unit.kind == UnitKind::Heading);
        // The first going back is its own heading; the next is the one before it.
        let before =
            headings.filter(|(index, _)| facts.units[*index].place.section() != facts.units[*unit].place.section());
        if let Some((heading, _)) = before.take(1).find(|(_, unit)| is_in(&test.heading, unit.place.quote(), facts)) {
            let whole = 0..facts.units[heading].tokens.len();
            all.extend(evidence(Role::Beside, &[(heading, whole)], facts));
        }
    }
    (ClaimVerdict::Differs, says, all)
}

fn is_in(patterns: &[Pattern], heading: &str, facts: &Facts<'_>) -> bool {
    let tokens = tokens(heading, &facts.document.words);
    patterns.iter().any(|pattern| pattern.is_in(&tokens))
}

fn money(test: &MoneyTest, facts: &Facts<'_>) -> Result {
    let Some(money) = &facts.money else { return NOT_TESTED };
    let found = facts.find(&test.any);
    if found.is_empty() {
        return NOT_FOUND;
    }
    let mut all = evidence(Role::Claimed, &found, facts);
    let mut amounts: Vec<_> = found.iter().flat_map(|(unit, _)| money.get(*unit).into_iter().flatten()).collect();
    amounts.sort_by_key(|amount| amount.rung);
    let near = amounts.iter().any(|amount| amount.rung <= test.none_up_to);
    let says = amounts.first().map(|amount| amount.amount.clone());
    for amount in amounts {
        let role = if amount.rung <= test.none_up_to { Role::Instead } else { Role::Beside };
        let more = Evidence { role, place: amount.place.clone() };
        // Two words of one sentence have the same money.
        if !all.contains(&more) {
            all.push(more);
        }
    }
    let beside: Vec<Evidence> = all.iter().filter(|found| found.role == Role::Beside).cloned().collect();
    (if near { ClaimVerdict::Differs } else { complete(&beside) }, says, all)
}

fn framing(test: &FramingTest, facts: &Facts<'_>) -> Result {
    let Some(scales) = &facts.scales else { return NOT_TESTED };
    let sentences = facts.units.iter().enumerate().filter(|(_, unit)| matches!(unit.kind, UnitKind::Sentence(_)));
    let sentences: Vec<usize> = sentences.map(|(index, _)| index).collect();
    let of_scale = |unit: &&usize| scales.get(**unit).is_some_and(|scale| scale.as_deref() == Some(&*test.scale));
    let found: Vec<usize> = sentences.iter().filter(of_scale).copied().collect();
    let says = Some(format!("{} / {}", found.len(), sentences.len()));
    let whole = |unit: &usize| (*unit, 0..facts.units[*unit].tokens.len());
    let found_at: Vec<_> = found.iter().map(whole).collect();
    let few = found.len() as f64 * 1000.0 <= test.at_most_per_1_000 * sentences.len() as f64;
    let mut all = evidence(if few { Role::Claimed } else { Role::Instead }, &found_at, facts);
    let beside = evidence(Role::Beside, &facts.find(&test.beside), facts);
    let verdict = if few { complete(&beside) } else { ClaimVerdict::Differs };
    all.extend(beside);
    (verdict, says, all)
}

fn target(test: &TargetTest, facts: &Facts<'_>, said: &mut Option<TargetAt>) -> Result {
    let Some(targets) = &facts.targets else { return NOT_TESTED };
    let holds = |unit: &usize| test.all.iter().all(|pattern| pattern.is_in(&facts.units[*unit].tokens));
    let about: Vec<usize> = (0..facts.units.len()).filter(holds).collect();
    let of = |unit: usize| targets.get(unit).into_iter().flatten();
    let same = |unit: &usize| {
        of(*unit).any(|target| target.quantity == Some(test.quantity) && target.term.as_deref() == Some(&*test.term))
    };
    let whole = |unit: usize| (unit, 0..facts.units[unit].tokens.len());
    let (hits, others): (Vec<usize>, Vec<usize>) = about.into_iter().partition(same);
    if !hits.is_empty() {
        let beside = evidence(Role::Beside, &facts.find(&test.beside), facts);
        let mut all = evidence(Role::Claimed, &hits.into_iter().map(whole).collect::<Vec<_>>(), facts);
        let verdict = complete(&beside);
        all.extend(beside);
        return (verdict, None, all);
    }
    let Some(other) = others.into_iter().find(|unit| of(*unit).next().is_some()) else { return NOT_FOUND };
    *said = of(other).next().cloned();
    let says = said.as_ref().map(|target| {
        let quantity = target.quantity.map(|quantity| quantity.to_string()).unwrap_or_default();
        format!("{quantity} {}", target.term.as_deref().unwrap_or_default()).trim().to_owned()
    });
    (ClaimVerdict::Differs, says, evidence(Role::Instead, &[whole(other)], facts))
}

/// The number that stands right before the words, in any sentence that has them.
fn number(test: &NumberTest, facts: &Facts<'_>) -> Result {
    let Some(numbers) = &facts.numbers else { return NOT_TESTED };
    let mut found = Vec::new();
    for (unit, tokens) in facts.find(&test.before) {
        let all = &facts.units[unit].tokens;
        let Some(before) = tokens.start.checked_sub(1) else { continue };
        let at = numbers.get(unit).into_iter().flatten().find(|number| number.span.end == all[before].span.end);
        if let Some(number) = at {
            found.push((number.value, (unit, before..tokens.end)));
        }
    }
    let (same, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|(value, _)| *value == test.number);
    let places = |found: &[(f64, (usize, Range<usize>))]| found.iter().map(|(_, at)| at.clone()).collect::<Vec<_>>();
    let mut all = evidence(Role::Claimed, &places(&same), facts);
    all.extend(evidence(Role::Instead, &places(&others), facts));
    match (same.first().map(|(value, _)| value), others.first().map(|(value, _)| value)) {
        (Some(value), None) => (ClaimVerdict::True, Some(value.to_string()), all),
        // It says both.
        (Some(_), Some(other)) => (ClaimVerdict::TrueButIncomplete, Some(other.to_string()), all),
        (None, Some(other)) => (ClaimVerdict::Differs, Some(other.to_string()), all),
        (None, None) => NOT_FOUND,
    }
}
