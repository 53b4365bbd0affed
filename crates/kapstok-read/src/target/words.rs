// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Words around a quantity: right before it, near it, and those that say what is counted.
//!
//! In: tokens and positions. Out: positions, and the unit with its bytes. Not here: what the words mean.

use std::ops::Range;

use crate::deadline::Deadline;
use crate::number::{Measure, Quantity};
use crate::pattern::Pattern;
use crate::recipe::Recipe;
use crate::token::{Token, TokenKind};

/// Where the words begin that end right before `at`.
pub(super) fn right_before(tokens: &[Token], at: usize, list: &[Pattern]) -> Option<usize> {
    let from = at.saturating_sub(4);
    let found = list.iter().filter_map(|pattern| {
        let last = pattern.find(&tokens[from..at]).into_iter().find(|found| from + found.end == at)?;
        Some(from + last.start)
    });
    found.min()
}

/// How many tokens the nearest of some words are from a part, up to `reach`, with no break between.
pub(super) fn near(
    tokens: &[Token],
    part: &Range<usize>,
    list: &[Pattern],
    reach: usize,
    breaks: &[Pattern],
) -> Option<usize> {
    let found = list.iter().flat_map(|pattern| pattern.find(tokens));
    let apart = found.filter_map(|found| {
        let between = if found.end <= part.start {
            found.end..part.start
        } else if part.end <= found.start {
            part.end..found.start
        } else {
            return Some(0);
        };
        let broken = breaks.iter().any(|word| word.is_in(&tokens[between.clone()]));
        (between.len() <= reach && !broken).then_some(between.len())
    });
    apart.min()
}

/// What is counted: the words behind the quantity; where there are none, those before it and before its time.
pub(super) fn unit(
    tokens: &[Token],
    quantity: &Quantity,
    start: usize,
    times: &[Deadline],
    recipe: &Recipe,
) -> (String, Range<usize>) {
    let words = &recipe.targets;
    let is = |list: &[Pattern], at: usize| list.iter().any(|word| word.is_in(&tokens[at..=at]));
    let timed = |at: usize| times.iter().any(|time| time.tokens.contains(&at));
    let stops = |at: usize| timed(at) || tokens[at].kind != TokenKind::Word || is(&words.unit_stops, at);
    // Words of change and of no meaning between it and the quantity are passed over.
    let skipped = |at: usize| stops(at) || is(&words.up, at) || is(&words.down, at);
    let changes = quantity.measure == Measure::Change;
    let of_it = changes && tokens.get(quantity.tokens.end).is_some() && is(&words.start, quantity.tokens.end);
    // "12 extra scholen" counts schools; "tot 95% verhogen" says nothing of what is raised.
    let ends = |at: usize| {
        let number = tokens[at].kind == TokenKind::Number && !timed(at);
        !number && if quantity.measure == Measure::Percent { skipped(at) } else { stops(at) }
    };
    let behind = run(quantity.tokens.end..tokens.len(), &ends);
    let mut part = if of_it || (!changes && behind.clone().any(|at| !is(&words.start, at))) {
        behind
    } else {
        let end = (0..start).rev().take(2 * LONGEST).find(|at| !skipped(*at)).map_or(0, |at| at + 1);
        let named = words.unit_starts.iter().flat_map(|pattern| pattern.find(&tokens[..end])).map(|found| found.start);
        let first = (0..end).rev().take(LONGEST).find(|at| skipped(*at));
        named.max().unwrap_or(first.map_or(end.saturating_sub(LONGEST), |at| at + 1))..end
    };
    while !part.is_empty() && is(&words.start, part.start) {
        part.start += 1;
    }
    while !part.is_empty() && is(&words.start, part.end - 1) {
        part.end -= 1;
    }
    if part.is_empty() {
        return (String::new(), quantity.span.end..quantity.span.end);
    }
    let text: Vec<&str> = tokens[part.clone()].iter().map(|token| token.text.as_str()).collect();
    (text.join(" "), tokens[part.start].span.start..tokens[part.end - 1].span.end)
}

/// The first tokens of a part that do not stop it.
fn run(part: Range<usize>, stops: &dyn Fn(usize) -> bool) -> Range<usize> {
    let longest = part.end.min(part.start + LONGEST);
    part.start..(part.start..longest).find(|at| stops(*at)).unwrap_or(longest)
}

/// No unit has more words, unless its first words are named.
const LONGEST: usize = 7;
