// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! For how long an amount is given: once, each year, without end, over years.
//!
//! In: the amounts of a sentence and its tokens. Out: each with the [`Period`] that the words nearest to it say. Words
//! beyond a comma or a conjunction are of another part of the sentence. Not here: which words these are.

use std::ops::Range;

use super::Amount;
use crate::number::read;
use crate::pattern::Seen;
use crate::recipe::Recipe;
use crate::recipe::amounts::PeriodKind;
use crate::token::{Token, TokenKind};
use crate::work::turn;

/// For how long an amount is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// How often.
    pub pace: Option<Pace>,
    /// Over which years.
    pub over: Option<Over>,
}

/// How often an amount is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pace {
    /// Once.
    Once,
    /// Each year.
    AYear,
    /// Each year, without end; budgets say so in one word.
    Structural,
    /// Both words stand there: each year, without end.
    AYearStructural,
}

impl Pace {
    /// Whether the amount comes again each year.
    pub fn is_yearly(self) -> bool {
        self != Self::Once
    }
}

/// Over which years an amount is spent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// So many years; the larger number of two.
    Years(i64),
    /// In one year.
    In(i64),
    /// Up to and with a year.
    Until(i64),
    /// From a year on.
    From(i64),
    /// From a year to another.
    Between(i64, i64),
    /// In a term that has a name in the recipe.
    Term(String),
}

/// Words for a period further away than this are not of the amount.
const FARTHEST: usize = 12;

/// Gives each amount its period.
pub(super) fn give(amounts: &mut [Amount], digits: &[Token], recipe: &Recipe) {
    if amounts.is_empty() {
        return;
    }
    let mut cues: Vec<(Range<usize>, &PeriodKind)> = Vec::new();
    let seen = Seen::of(digits);
    for (pattern, kind) in recipe.amounts.periods.iter().filter(|(pattern, _)| seen.may_hold(pattern)) {
        cues.extend(pattern.find(digits).into_iter().map(|found| (found, kind)));
    }
    // The longest reading of the same words.
    cues.sort_by_key(|(found, _)| (found.start, std::cmp::Reverse(found.end)));
    let mut last = 0;
    cues.retain(|(found, _)| {
        let new = found.start >= last;
        last = if new { found.end } else { last };
        new
    });
    for (found, kind) in cues {
        // Amounts follow each other: those that are near enough lie side by side.
        let first = amounts.partition_point(|amount| amount.tokens.end + FARTHEST < found.start);
        let near = amounts.iter().enumerate().skip(first).inspect(|_| turn());
        let near = near.take_while(|(_, amount)| amount.tokens.start <= found.end + FARTHEST);
        let nearest = near.filter_map(|(index, amount)| Some((apart(amount, &found, digits, recipe)?, index)));
        let Some((_, index)) = nearest.min() else { continue };
        let numbers: Vec<i64> = digits[found.clone()].iter().filter_map(|token| whole(token, recipe)).collect();
        let amount = &mut amounts[index];
        let mut period = amount.period.clone().unwrap_or_default();
        if add(&mut period, kind, &numbers) {
            amount.period = Some(period);
            amount.period_spans.push(digits[found.start].span.start..digits[found.end - 1].span.end);
        }
    }
}

/// How many tokens lie between an amount and words for a period; `None` where a break does.
fn apart(amount: &Amount, found: &Range<usize>, digits: &[Token], recipe: &Recipe) -> Option<usize> {
    let between = if found.end <= amount.tokens.start {
        found.end..amount.tokens.start
    } else if amount.tokens.end <= found.start {
        amount.tokens.end..found.start
    } else {
        return None;
    };
    let broken = || recipe.amounts.breaks.iter().any(|word| word.is_in(&digits[between.clone()]));
    (between.len() <= FARTHEST && !broken()).then_some(between.len())
}

fn whole(token: &Token, recipe: &Recipe) -> Option<i64> {
    let number = (token.kind == TokenKind::Number).then(|| read(&token.text, &recipe.marks())).flatten()?;
    number.as_whole()
}

/// Adds what words say; false where their numbers are no years.
fn add(period: &mut Period, kind: &PeriodKind, numbers: &[i64]) -> bool {
    let is_year = |year: &i64| (1900..=2100).contains(year);
    let year = numbers.iter().copied().find(is_year);
    let over = match kind {
        PeriodKind::Pace(pace) => {
            period.pace = Some(match (period.pace, pace) {
                (Some(Pace::AYear), Pace::Structural) | (Some(Pace::Structural), Pace::AYear) => Pace::AYearStructural,
                (Some(known), _) => known,
                (None, pace) => *pace,
            });
            return true;
        }
        PeriodKind::Years => numbers.iter().copied().max().filter(|n| (1..=100).contains(n)).map(Over::Years),
        PeriodKind::In => year.map(Over::In),
        PeriodKind::Until => year.map(Over::Until),
        PeriodKind::From => year.map(Over::From),
        PeriodKind::Between => match numbers {
            [from, to] if is_year(from) && is_year(to) && from < to => Some(Over::Between(*from, *to)),
            _ => None,
        },
        PeriodKind::Term(name) => Some(Over::Term(name.clone())),
    };
    let found = over.is_some();
    period.over = period.over.take().or(over);
    found
}
