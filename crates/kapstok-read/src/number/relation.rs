// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How a number bounds what it is said of: at least, at most, about.
//!
//! In: tokens and where the number begins. Out: a [`Bounded`], by the words right before it. A comparison is turned
//! round where its part of the sentence denies it: "nobody waits longer than" is at most. Not here: what changes.

use crate::pattern::Pattern;
use crate::recipe::Recipe;
use crate::token::Token;

/// How a number bounds what it is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// Nothing is said of it.
    Exactly,
    /// Near it.
    About,
    /// It or more.
    AtLeast,
    /// It or less.
    AtMost,
}

/// What the words right before a number say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounded {
    /// How it bounds.
    pub relation: Relation,
    /// The token with which these words begin; the number itself where there are none.
    pub start: usize,
    /// Whether a comparison says so: "more than".
    pub compared: bool,
    /// Whether a word further before turned the comparison round.
    pub turned: bool,
}

/// What the words right before token `at` say.
pub fn relation(tokens: &[Token], at: usize, recipe: &Recipe) -> Bounded {
    let words = &recipe.quantities;
    let before = |pattern: &Pattern| {
        let from = at.saturating_sub(LONGEST);
        pattern.find(&tokens[from..at]).into_iter().find(|found| from + found.end == at).map(|found| from + found.start)
    };
    let plain = words.relations.iter().map(|said| (said, false));
    let all = plain.chain(words.comparisons.iter().map(|said| (said, true)));
    let found = all.filter_map(|((relation, pattern), compared)| Some((before(pattern)?, *relation, compared)));
    let Some((start, relation, compared)) = found.min() else {
        return Bounded { relation: Relation::Exactly, start: at, compared: false, turned: false };
    };
    let turned = compared && is_turned(tokens, start, recipe);
    let relation = match (relation, turned) {
        (Relation::AtLeast, true) => Relation::AtMost,
        (Relation::AtMost, true) => Relation::AtLeast,
        (as_said, _) => as_said,
    };
    Bounded { relation, start, compared, turned }
}

/// Whether a denial stands before a comparison in its part of the sentence. What is joined to it right before the
/// comparison is a part of its own: "no offices and more than 40 homes".
fn is_turned(tokens: &[Token], start: usize, recipe: &Recipe) -> bool {
    let is = |list: &[Pattern], at: usize| list.iter().any(|word| word.is_in(&tokens[at..=at]));
    if start > 0 && is(&recipe.quantities.and, start - 1) {
        return false;
    }
    let part = (0..start).rev().take(REACH).take_while(|at| !is(&recipe.targets.breaks, *at));
    part.into_iter().any(|at| is(&recipe.quantities.turns, at))
}

/// No such phrase is longer.
const LONGEST: usize = 5;

/// A denial further before is of something else.
const REACH: usize = 12;
