// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Quantities in running text: digits, words for numbers, percentages, ranges, and words that are a change.
//!
//! In: tokens. Out: [`Quantity`] in order of the text, each with its tokens and bytes; which words are numbers stands
//! in the recipe. Not here: what is counted, and whether a number is a year, money, or a target.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Decimal, Marks, figure};
use crate::pattern::Seen;
use crate::recipe::Recipe;
use crate::token::{Token, TokenKind};

/// A number and what it measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// How much.
    pub value: Value,
    /// Of what kind.
    pub measure: Measure,
    /// Whether it stood in digits.
    pub written: Written,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub span: Range<usize>,
}

/// One number, or two that bound it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// One number.
    One(Decimal),
    /// From the first to the second.
    Range(Decimal, Decimal),
}

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// How many.
    Count,
    /// Hundredths of something.
    Percent,
    /// By how many hundredths something becomes more, or less where it is below nought: halving is -50.
    Change,
}

/// How a number was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// In digits.
    Digits,
    /// As a word.
    Word,
}

/// Reads a number in digits by its marks. A single mark before one or two digits is that of decimals, whichever it is:
/// no thousands are written so.
pub(crate) fn read(text: &str, marks: &Marks) -> Option<Decimal> {
    if let Some(figure) = figure(text, marks) {
        return Some(Decimal::new(figure.digits, figure.decimals));
    }
    let (whole, decimals) = text.split_once(marks.thousands)?;
    (decimals.len() <= 2).then(|| Decimal::parse(&format!("{whole}.{decimals}"))).flatten()
}

/// The same tokens, with words for counts as digits, so that `#` in a pattern finds them.
pub fn with_digits(tokens: &[Token], recipe: &Recipe) -> Vec<Token> {
    let marks = recipe.marks();
    let number = |token: &Token| {
        let one = std::slice::from_ref(token);
        let (_, value) = recipe.quantities.counts.iter().find(|(word, _)| word.is_in(one))?;
        Some(value.to_string().replace('.', &marks.decimal.to_string()))
    };
    // What a word is, it is wherever it stands; one with a part left out also reads as another.
    let mut known: BTreeMap<&str, Option<String>> = BTreeMap::new();
    let read = tokens.iter().map(|token| {
        let mut same = || known.entry(token.text.as_str()).or_insert_with(|| number(token)).clone();
        match if token.also.is_empty() { same() } else { number(token) } {
            Some(text) => Token { text, kind: TokenKind::Number, ..token.clone() },
            None => token.clone(),
        }
    });
    read.collect()
}

/// All quantities of a text.
pub fn quantities(tokens: &[Token], recipe: &Recipe) -> Vec<Quantity> {
    let digits = with_digits(tokens, recipe);
    let named = named(tokens, recipe);
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let nearest = named.get(named.partition_point(|quantity| quantity.tokens.start < at));
        let next = match nearest.filter(|quantity| quantity.tokens.start == at) {
            Some(quantity) => Some(quantity.clone()),
            None => number(tokens, &digits, at, recipe),
        };
        at = next.as_ref().map_or(at + 1, |quantity| quantity.tokens.end);
        found.extend(next);
    }
    found
}

/// Shares and changes that are words, the longest at each place.
fn named(tokens: &[Token], recipe: &Recipe) -> Vec<Quantity> {
    let words = &recipe.quantities;
    let shares = words.shares.iter().map(|(pattern, value)| (pattern, value, Measure::Percent));
    let changes = words.changes.iter().map(|(pattern, value)| (pattern, value, Measure::Change));
    let mut found: Vec<Quantity> = Vec::new();
    let seen = Seen::of(tokens);
    for (pattern, value, measure) in shares.chain(changes).filter(|(pattern, ..)| seen.may_hold(pattern)) {
        found.extend(pattern.find(tokens).into_iter().map(|part| Quantity {
            value: Value::One(*value),
            measure,
            written: Written::Word,
            span: span(tokens, &part),
            tokens: part,
        }));
    }
    found.sort_by_key(|quantity| (quantity.tokens.start, std::cmp::Reverse(quantity.tokens.end)));
    found
}

fn span(tokens: &[Token], part: &Range<usize>) -> Range<usize> {
    tokens[part.start].span.start..tokens[part.end - 1].span.end
}

/// A number or a range of two, with what it measures.
fn number(tokens: &[Token], digits: &[Token], at: usize, recipe: &Recipe) -> Option<Quantity> {
    let marks = recipe.marks();
    let (first, mut end) = one(digits, at, &marks)?;
    let mut value = Value::One(first);
    let mut measure = percent(tokens, end, recipe).map_or(Measure::Count, |after| {
        end = after;
        Measure::Percent
    });
    let second = || {
        let joined = recipe.quantities.joined.iter().any(|word| word.is_in(tokens.get(end..=end).unwrap_or_default()));
        let between = at > 0 && recipe.quantities.between.iter().any(|word| word.is_in(&tokens[at - 1..at]));
        let and = recipe.quantities.and.iter().any(|word| word.is_in(tokens.get(end..=end).unwrap_or_default()));
        (joined || (between && and)).then(|| one(digits, end + 1, &marks)).flatten()
    };
    if let Some((second, after)) = second().filter(|(second, _)| first.is_below(*second)) {
        let after_sign = percent(tokens, after, recipe);
        // "5% tot 10" is no range of percentages, "5 tot 10%" is.
        if measure == Measure::Count || after_sign.is_some() {
            value = Value::Range(first, second);
            end = after_sign.unwrap_or(after);
            measure = if after_sign.is_some() { Measure::Percent } else { measure };
        }
    }
    let minus = at.checked_sub(1).filter(|before| is_minus(tokens, *before));
    if let (Some(_), Value::One(number)) = (minus, value) {
        value = Value::One(number.negated());
    }
    let written = if tokens[at].kind == TokenKind::Number { Written::Digits } else { Written::Word };
    let part = minus.unwrap_or(at)..end;
    Some(Quantity { value, measure, written, span: span(tokens, &part), tokens: part })
}

/// One number, with a fraction right behind it, and the position after it.
fn one(digits: &[Token], at: usize, marks: &Marks) -> Option<(Decimal, usize)> {
    let token = digits.get(at).filter(|token| token.kind == TokenKind::Number)?;
    let number = read(&token.text, marks)?;
    let fraction = digits.get(at + 1).filter(|next| next.span.start == token.span.end);
    match fraction.and_then(|next| fraction_of(&next.text)).and_then(|part| number.plus(part)) {
        Some(sum) => Some((sum, at + 2)),
        None => Some((number, at + 1)),
    }
}

/// Fractions that are one sign and have an exact decimal.
fn fraction_of(text: &str) -> Option<Decimal> {
    match text {
        "½" => Some(Decimal::new(5, 1)),
        "¼" => Some(Decimal::new(25, 2)),
        "¾" => Some(Decimal::new(75, 2)),
        _ => None,
    }
}

/// The position after a sign or word for hundredths.
fn percent(tokens: &[Token], at: usize, recipe: &Recipe) -> Option<usize> {
    let next = tokens.get(at..=at)?;
    (next[0].text == "%" || recipe.quantities.percent.iter().any(|word| word.is_in(next))).then_some(at + 1)
}

/// A minus right before a number and not right behind a word.
fn is_minus(tokens: &[Token], at: usize) -> bool {
    let sign = &tokens[at];
    let dash = matches!(sign.text.as_str(), "-" | "\u{2212}");
    let behind = at.checked_sub(1).is_some_and(|before| tokens[before].span.end == sign.span.start);
    dash && !behind && tokens[at + 1].span.start == sign.span.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Words;
    use crate::token::tokens;

    fn told(text: &str) -> Vec<String> {
        let recipe = Recipe::parse(include_str!("../../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
        let tell = |quantity: Quantity| {
            let value = match quantity.value {
                Value::One(one) => one.to_string(),
                Value::Range(from, to) => format!("{from}..{to}"),
            };
            format!("{value} {:?} {:?} [{}]", quantity.measure, quantity.written, &text[quantity.span])
        };
        quantities(&tokens(text, &Words::default()), &recipe).into_iter().map(tell).collect()
    }

    #[test]
    fn digits_words_shares_changes_and_ranges_are_read() {
        let cases: [(&str, &[&str]); 16] = [
            ("15.000 woningen", &["15000 Count Digits [15.000]"]),
            ("met 7,5% omhoog", &["7.5 Percent Digits [7,5%]"]),
            ("met 55 procent", &["55 Percent Digits [55 procent]"]),
            ("1.5 graad", &["1.5 Count Digits [1.5]"]),
            ("de 10 tot 20 grootste", &["10..20 Count Digits [10 tot 20]"]),
            ("10-15 jaar", &["10..15 Count Digits [10-15]"]),
            ("10 tot 20%", &["10..20 Percent Digits [10 tot 20%]"]),
            ("tussen 5 en 10 scholen", &["5..10 Count Digits [5 en 10]"]),
            ("5 en 10 scholen", &["5 Count Digits [5]", "10 Count Digits [10]"]),
            ("in vier jaar halveren", &["4 Count Word [vier]", "-50 Change Word [halveren]"]),
            ("twee derde van de huizen", &["66.7 Percent Word [twee derde]"]),
            ("een saldo van -1¾% bbp", &["-1.75 Percent Digits [-1¾%]"]),
            ("de 36-urige week op de A27", &[]),
            ("alle auto’s", &["100 Percent Word [alle]"]),
            ("terug naar nul", &["0 Count Word [nul]"]),
            ("20 tot 10 scholen", &["20 Count Digits [20]", "10 Count Digits [10]"]),
        ];
        for (text, expected) in cases {
            assert_eq!(told(text), expected, "{text:?}");
        }
    }
}
