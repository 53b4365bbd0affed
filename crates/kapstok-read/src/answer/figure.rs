// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Numbers of an ask and of its answer, each with the words that it counts.
//!
//! In: tokens, without those of amounts. Out: years, and numbers with the stems of the words after them. Two numbers
//! are held against each other only when they count the same.

use std::collections::BTreeSet;
use std::ops::Range;

use super::term::Vocabulary;
use crate::number::{Marks, figure};
use crate::token::{Token, TokenKind};

/// Numbers of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Figures {
    pub(super) years: Vec<i64>,
    pub(super) counts: Vec<Count>,
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

/// The numbers of a text, except in spans that are left out.
pub(super) fn figures(tokens: &[Token], left_out: &[Range<usize>], words: &Vocabulary<'_>, marks: &Marks) -> Figures {
    let mut found = Figures::default();
    let is_out = |token: &Token| left_out.iter().any(|span| span.start < token.span.end && token.span.start < span.end);
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| !is_out(token)) {
        let Some(millionths) = millionths(token, words, marks) else { continue };
        if token.text.len() == 4 && token.kind == TokenKind::Number && (1900..2100).contains(&(millionths / MILLION)) {
            found.years.push((millionths / MILLION) as i64);
            continue;
        }
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

fn millionths(token: &Token, words: &Vocabulary<'_>, marks: &Marks) -> Option<i128> {
    if let Some(number) = words.rules.numbers.get(&token.text) {
        return Some(i128::from(*number) * MILLION);
    }
    let read = (token.kind == TokenKind::Number).then(|| figure(&token.text, marks)).flatten()?;
    let scale = 10_i128.checked_pow(6_u32.checked_sub(u32::from(read.decimals))?)?;
    Some(i128::from(read.digits) * scale)
}

/// Words such as `of` and `the`; units such as `year` do count.
fn is_common(stem: &str, words: &Vocabulary<'_>) -> bool {
    stem.chars().count() < 3 && stem != "%" || words.common().contains(stem)
}

/// The number just before a place of the text: `four` in `four of the districts` and in `four districts`.
pub(super) fn before(tokens: &[Token], at: usize, words: &Vocabulary<'_>, marks: &Marks) -> Option<i64> {
    let first = tokens.iter().position(|token| token.span.start >= at)?;
    let near = tokens[..first].iter().rev().take(2).take_while(|token| token.kind != TokenKind::Sign);
    near.filter_map(|token| millionths(token, words, marks)).next().map(|number| (number / MILLION) as i64)
}
