// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Numbers and times of an ask and of its answer, each number with the words that it counts.
//!
//! In: tokens, without those of amounts. Out: times by which, from which or during which something is done, and numbers
//! with the stems of the words after them. Two numbers are held against each other only when they count the same. The
//! year of a law or a report is no time here: `deadline.rs` tells these apart.

use std::collections::BTreeSet;
use std::ops::Range;

use super::term::Vocabulary;
use super::text;
use crate::deadline::{Bound, When, deadlines};
use crate::number::figure;
use crate::recipe::Recipe;
use crate::token::{Token, TokenKind};

/// Numbers and times of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Figures {
    pub(super) times: Vec<Time>,
    pub(super) counts: Vec<Count>,
}

/// A time, as it is written and as it is.
#[derive(Clone, Debug)]
pub(super) struct Time {
    pub(super) text: String,
    pub(super) when: When,
}

/// A number and what it counts.
#[derive(Clone, Debug)]
pub(super) struct Count {
    /// In millionths, so that decimals are exact.
    pub(super) millionths: i128,
    /// As it stands there.
    pub(super) text: String,
    /// Stems of the words after it.
    pub(super) nouns: BTreeSet<String>,
}

/// What a number counts stands within so many words after it.
const REACH: usize = 4;

/// The numbers and times of a text, except in spans that are left out.
pub(super) fn figures(tokens: &[Token], left_out: &[Range<usize>], words: &Vocabulary<'_>, recipe: &Recipe) -> Figures {
    let mut found = Figures::default();
    let times = deadlines(tokens, recipe);
    let in_time = |at: usize| times.iter().any(|time| time.tokens.contains(&at));
    let is_out = |token: &Token| left_out.iter().any(|span| span.start < token.span.end && token.span.start < span.end);
    for time in times.iter().filter(|time| time.bound != Bound::Reference && time.when != When::Structural) {
        let said = Time { text: text(tokens, time.tokens.clone()), when: time.when.clone() };
        found.times.extend((!tokens[time.tokens.clone()].iter().any(is_out)).then_some(said));
    }
    for (at, token) in tokens.iter().enumerate().filter(|(at, token)| !is_out(token) && !in_time(*at)) {
        let Some(millionths) = millionths(token, words, recipe) else { continue };
        let after = tokens[at + 1..].iter().take(REACH).take_while(|next| {
            let ends = next.kind == TokenKind::Sign && next.text != "%";
            // `Four` of `four districts` is held against places.
            !ends && !is_out(next) && next.kind != TokenKind::Number && !words.rules.numbers.contains_key(&next.text)
        });
        let nouns = after.map(|next| words.stem(&next.text)).filter(|stem| !is_common(stem, words)).collect();
        found.counts.push(Count { millionths, text: token.text.clone(), nouns });
    }
    found
}

const MILLION: i128 = 1_000_000;

fn millionths(token: &Token, words: &Vocabulary<'_>, recipe: &Recipe) -> Option<i128> {
    let (digits, decimals) = match words.rules.numbers.get(&token.text) {
        Some(number) => (number.digits(), number.decimals()),
        None => {
            let read = (token.kind == TokenKind::Number).then(|| figure(&token.text, &recipe.marks())).flatten()?;
            (read.digits, read.decimals)
        }
    };
    Some(i128::from(digits) * 10_i128.checked_pow(6_u32.checked_sub(u32::from(decimals))?)?)
}

/// Words such as `of` and `the`; units such as `year` do count.
fn is_common(stem: &str, words: &Vocabulary<'_>) -> bool {
    stem.chars().count() < 3 && stem != "%" || words.common().contains(stem)
}

/// The number just before a place of the text: `four` in `four of the districts` and in `four districts`.
pub(super) fn before(tokens: &[Token], at: usize, words: &Vocabulary<'_>, recipe: &Recipe) -> Option<i64> {
    let first = tokens.iter().position(|token| token.span.start >= at)?;
    let near = tokens[..first].iter().rev().take(2).take_while(|token| token.kind != TokenKind::Sign);
    let number = near.filter_map(|token| millionths(token, words, recipe)).next()?;
    i64::try_from(number / MILLION).ok()
}
