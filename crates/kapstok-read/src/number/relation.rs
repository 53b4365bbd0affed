// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How a number bounds what it is said of: at least, at most, about.
//!
//! In: tokens and where the number begins. Out: [`Relation`], by the words right before it. Not here: what changes.

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

/// What the words right before token `at` say, and where these begin.
pub fn relation(tokens: &[Token], at: usize, recipe: &Recipe) -> (Relation, usize) {
    let bounds = &recipe.quantities.relations;
    let before = |pattern: &crate::pattern::Pattern| {
        let from = at.saturating_sub(LONGEST);
        pattern.find(&tokens[from..at]).into_iter().find(|found| from + found.end == at).map(|found| from + found.start)
    };
    let found = bounds.iter().filter_map(|(relation, pattern)| Some((*relation, before(pattern)?)));
    found.min_by_key(|(relation, start)| (*start, *relation)).unwrap_or((Relation::Exactly, at))
}

/// No such phrase is longer.
const LONGEST: usize = 5;
