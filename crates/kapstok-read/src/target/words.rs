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
use crate::span::Spots;
use crate::token::{Token, TokenKind};

/// Where the words begin that end right before `at`.
pub(super) fn right_before(tokens: &[Token], at: usize, list: &[&Pattern]) -> Option<usize> {
    let from = at.saturating_sub(4);
    let found = list.iter().filter_map(|pattern| {
        let last = pattern.find(&tokens[from..at]).into_iter().find(|found| from + found.end == at)?;
        Some(from + last.start)
    });
    found.min()
}

/// How many tokens the nearest of some words are from a part, up to `reach`, with no break between.
pub(super) fn near(part: &Range<usize>, words: &Spots, reach: usize, breaks: Option<&Spots>) -> Option<usize> {
    if words.touch(part) {
        return Some(0);
    }
    let before = words.before(part.start).map(|end| end..part.start);
    let behind = words.behind(part.end).map(|start| part.end..start);
    // Behind a break all that lies further away is of another part too.
    let clear = |between: &Range<usize>| !breaks.is_some_and(|breaks| breaks.within(between));
    let apart = [before, behind].into_iter().flatten().filter(|between| between.len() <= reach && clear(between));
    apart.map(|between| between.len()).min()
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
    let timed = |at: usize| of_time(times, &(at..at + 1)).is_some();
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
        let from = end.saturating_sub(FARTHEST);
        let named = words.unit_starts.iter().flat_map(|pattern| pattern.find(&tokens[from..end]));
        let named = named.map(|found| from + found.start);
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

/// The time that a part overlaps. Times follow each other and do not overlap.
pub(super) fn of_time<'t>(times: &'t [Deadline], part: &Range<usize>) -> Option<&'t Deadline> {
    let first = times.partition_point(|time| time.tokens.end <= part.start);
    times.get(first).filter(|time| time.tokens.start < part.end)
}

/// No unit has more words, unless its first words are named.
const LONGEST: usize = 7;

/// First words of a unit further away than this are of something else.
const FARTHEST: usize = 40;
