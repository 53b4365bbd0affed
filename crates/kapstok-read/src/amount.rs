// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Amounts of money in running text: how much, in which currency, for which period.
//!
//! In: the tokens of a unit. Out: [`Amount`]s in order, in hundredths of the currency, each with its bytes.
//! **Invariant:** an amount is exact or not there. Which words are millions, currencies and periods stands in the recipe.
//! Not here: cells of tables, and what the money is for.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::number::{Decimal, Relation, read, relation, with_digits};
use crate::pattern::{Pattern, Seen};
use crate::recipe::Recipe;
use crate::token::{Token, TokenKind};

mod period;

pub use period::{Over, Pace, Period};

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// How much.
    pub value: Money,
    /// The currency, an ISO 4217 code.
    pub currency: String,
    /// How it bounds what is spent.
    pub relation: Relation,
    /// For how long, where the text says so.
    pub period: Option<Period>,
    /// Whether it is money that is spent or raised.
    pub role: Role,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its bytes, with the sign of the currency.
    pub span: Range<usize>,
    /// Bytes of the words that say its period, in order.
    pub period_spans: Vec<Range<usize>>,
}

/// Money in hundredths of a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Money {
    /// One amount.
    One(i128),
    /// From the first to the second.
    Range(i128, i128),
}

/// What an amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Money that is spent or raised.
    Money,
    /// A parameter of a rule for persons or firms: a deduction, a fee, a step.
    Parameter,
}

/// One number with what stands around it.
struct Part {
    number: Decimal,
    power: Option<u8>,
    currency: Option<String>,
    end: usize,
}

/// All amounts of a text.
pub fn amounts(tokens: &[Token], recipe: &Recipe) -> Vec<Amount> {
    let digits = with_digits(tokens, recipe);
    let reader =
        Reader { tokens, digits: &digits, recipe, currencies: currencies(tokens, recipe), budget: OnceCell::new() };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match reader.amount(at) {
            Some(amount) => {
                at = amount.tokens.end;
                found.push(amount);
            }
            None => at += 1,
        }
    }
    period::give(&mut found, &digits, recipe);
    for amount in &mut found {
        amount.role = reader.role(amount);
    }
    found
}

struct Reader<'t> {
    tokens: &'t [Token],
    /// The same with words for counts as digits.
    digits: &'t [Token],
    recipe: &'t Recipe,
    /// By token: the position of the currency that it is.
    currencies: Vec<Option<usize>>,
    /// Whether the text speaks of a budget.
    budget: OnceCell<bool>,
}

/// The currency that each token is. What a word is, it is wherever it stands.
fn currencies(tokens: &[Token], recipe: &Recipe) -> Vec<Option<usize>> {
    let all = &recipe.amounts.currencies;
    let find = |token: &Token| all.iter().position(|(pattern, _)| pattern.is_in(std::slice::from_ref(token)));
    let mut known: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    let read = tokens.iter().map(|token| {
        if !token.also.is_empty() {
            return find(token);
        }
        *known.entry(token.text.as_str()).or_insert_with(|| find(token))
    });
    read.collect()
}

impl Reader<'_> {
    /// The amount that begins at a token.
    fn amount(&self, at: usize) -> Option<Amount> {
        let first = self.part(at)?;
        let second = self.second(at, first.end);
        let (value, currency, end) = match second {
            Some(second) if first.power.is_none() || second.power.is_some() => {
                let currency = first.currency.or(second.currency);
                let power = first.power.or(second.power);
                let from = first.number.hundredths(power.unwrap_or(0))?;
                let to = second.number.hundredths(second.power.unwrap_or(0))?;
                if from >= to || !self.is_money(currency.as_ref(), second.power, second.end) {
                    return self.single(at);
                }
                (Money::Range(from, to), currency, second.end)
            }
            _ => return self.single(at),
        };
        self.made(at, value, currency, end)
    }

    fn single(&self, at: usize) -> Option<Amount> {
        let part = self.part(at)?;
        if !self.is_money(part.currency.as_ref(), part.power, part.end) {
            return None;
        }
        let value = Money::One(part.number.hundredths(part.power.unwrap_or(0))?);
        self.made(at, value, part.currency, part.end)
    }

    fn made(&self, at: usize, value: Money, currency: Option<String>, end: usize) -> Option<Amount> {
        let currency = currency.or_else(|| self.recipe.amounts.currency.clone())?;
        let relation = relation(self.tokens, at, self.recipe).relation;
        let span = self.tokens[at].span.start..self.tokens[end - 1].span.end;
        let (role, period) = (Role::Money, None);
        Some(Amount { value, currency, relation, period, role, tokens: at..end, span, period_spans: Vec::new() })
    }

    /// A currency makes an amount; so does a word for millions with nothing behind it that is counted.
    fn is_money(&self, currency: Option<&String>, power: Option<u8>, end: usize) -> bool {
        let bare = || {
            let mut next = end;
            while self.tokens.get(next).is_some_and(|token| token.text == ".") {
                next += 1;
            }
            let last = self.tokens.get(next).is_none_or(|token| token.kind == TokenKind::Sign);
            last || self.recipe.amounts.after_bare.iter().any(|word| word.is_at_start(&self.tokens[next..]))
        };
        currency.is_some() || (power.is_some() && self.recipe.amounts.currency.is_some() && bare())
    }

    /// The second number of a range, after the word or sign that joins it.
    fn second(&self, at: usize, end: usize) -> Option<Part> {
        let words = &self.recipe.quantities;
        let here = self.tokens.get(end..=end)?;
        let before = at.checked_sub(1).map(|before| &self.tokens[before..at]);
        let between = before.is_some_and(|before| words.between.iter().any(|word| word.is_in(before)));
        let joined = words.joined.iter().any(|word| word.is_in(here));
        let and = between && words.and.iter().any(|word| word.is_in(here));
        (joined || and).then(|| self.part(end + 1)).flatten()
    }

    /// A number with its currency and its word for millions.
    fn part(&self, at: usize) -> Option<Part> {
        let mut currency = self.currency(at);
        let (number, power, mut end) = self.number(at + usize::from(currency.is_some()), currency.is_some())?;
        let full_stop = power.is_some() && self.tokens.get(end).is_some_and(|token| token.text == ".");
        let after = end + usize::from(full_stop);
        // "in 2026 € 0,6 mln": the sign belongs to the number behind it.
        let of_next = currency.is_none() && self.number(after + 1, true).is_some() && self.is_sign(after);
        if let Some(behind) = self.currency(after).filter(|_| !of_next)
            && currency.as_ref().is_none_or(|before| *before == behind)
        {
            currency = Some(behind);
            end = after + 1;
        }
        Some(Part { number, power, currency, end })
    }

    fn is_sign(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Sign)
    }

    fn currency(&self, at: usize) -> Option<String> {
        let known = (*self.currencies.get(at)?)?;
        self.recipe.amounts.currencies.get(known).map(|(_, code)| code.clone())
    }

    /// A number, the power of ten that it is told in, and the position after both.
    fn number(&self, at: usize, after_currency: bool) -> Option<(Decimal, Option<u8>, usize)> {
        let token = self.digits.get(at)?;
        let is_one = || self.recipe.quantities.one.iter().any(|word| word.is_in(&self.tokens[at..=at]));
        if token.kind == TokenKind::Number {
            let number = read(&token.text, &self.recipe.marks())?;
            if let Some(power) = self.power(at + 1) {
                return Some((number, Some(power), at + 2));
            }
            let behind = self.tokens.get(at + 1).filter(|next| after_currency && next.span.start == token.span.end);
            return match behind.and_then(|next| self.suffix(&next.text)) {
                Some(power) => Some((number, Some(power), at + 2)),
                None => Some((number, None, at + 1)),
            };
        }
        if token.kind == TokenKind::Word && is_one() {
            return Some((Decimal::whole(1), Some(self.power(at + 1)?), at + 2));
        }
        if !after_currency {
            return None;
        }
        // "1bn" is one word.
        let cut = token.text.find(|sign: char| !sign.is_ascii_digit())?;
        let (number, suffix) = token.text.split_at(cut);
        Some((read(number, &self.recipe.marks())?, Some(self.suffix(suffix)?), at + 1))
    }

    fn power(&self, at: usize) -> Option<u8> {
        let here = self.tokens.get(at..=at)?;
        self.recipe.amounts.scales.iter().find(|(pattern, _)| pattern.is_in(here)).map(|(_, power)| *power)
    }

    fn suffix(&self, text: &str) -> Option<u8> {
        self.recipe.amounts.suffixes.get(text).copied()
    }

    fn speaks_of_budget(&self) -> bool {
        let seen = Seen::of(self.tokens);
        seen.of_list(&self.recipe.amounts.budget).any(|word| word.is_in(self.tokens))
    }

    /// A small amount is a parameter unless the text speaks of a budget; any amount is one after words for rules.
    fn role(&self, amount: &Amount) -> Role {
        let words = &self.recipe.amounts;
        let from = amount.tokens.start.saturating_sub(BEFORE);
        let until = self.tokens.len().min(amount.tokens.end + AFTER);
        let around =
            |list: &[Pattern], part: Range<usize>| list.iter().any(|word| word.is_in(&self.tokens[part.clone()]));
        let measured = around(&words.rule_after, amount.tokens.end..until);
        let ruled = measured || around(&words.rule_before, from..amount.tokens.start);
        let highest = match amount.value {
            Money::One(value) | Money::Range(_, value) => value,
        };
        let small = words.small.is_some_and(|small| highest < small);
        let budget = || *self.budget.get_or_init(|| self.speaks_of_budget());
        if measured || (small && (ruled || !budget())) { Role::Parameter } else { Role::Money }
    }
}

/// How far before and behind an amount the words for rules stand.
const BEFORE: usize = 8;
const AFTER: usize = 3;

#[cfg(test)]
mod tests;
