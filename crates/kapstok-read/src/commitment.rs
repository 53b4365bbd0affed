// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Whether a sentence binds somebody to an action, an outcome or a rule, how firmly, and whom.
//!
//! In: tokens of a sentence. Out: [`Commitment`], or nothing for facts, reasons and questions. The first words that bind
//! tell how firmly: "we willen" before "we verhogen" is a wish. Which words bind stands in the recipe. Not here: whether
//! it is kept, and what it is worth.

use std::ops::Range;

use crate::pattern::{Pattern, Seen};
use crate::recipe::Recipe;
use crate::span::Overlaps;
use crate::token::Token;

/// A sentence that binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// How firmly.
    pub strength: Strength,
    /// Who is bound, where the sentence says so.
    pub actor: Option<Actor>,
    /// Bytes of the words that bind.
    pub cue: Range<usize>,
}

/// How firmly a sentence binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// It is a wish, an aim, or attention.
    Soft,
    /// It will be done.
    Firm,
}

/// Who is bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The name that the recipe gives.
    pub name: String,
    /// Bytes of the words for it.
    pub span: Range<usize>,
}

/// What a sentence binds to; `None` where it does not.
pub fn commitment(tokens: &[Token], recipe: &Recipe) -> Option<Commitment> {
    let words = &recipe.commitments;
    let question = tokens.iter().rev().find(|token| token.text.chars().any(|sign| !is_closing(sign)));
    let seen = Seen::of(tokens);
    let never = || seen.of_list(&words.never).any(|pattern| pattern.is_in(tokens));
    if question.is_some_and(|token| token.text == "?") || never() {
        return None;
    }
    let masked = Overlaps::of(seen.of_list(&words.except).flat_map(|pattern| pattern.find(tokens)));
    let first = |list: &[Pattern]| {
        let found = seen.of_list(list).flat_map(|pattern| pattern.find(tokens));
        let counts = found.filter(|found| !masked.touch(&(found.start..found.start + 1)));
        counts.min_by_key(|found| (found.start, found.end))
    };
    let (soft, firm, passive) = (first(&words.soft), first(&words.firm), first(&words.passive));
    let is_passive = passive
        .as_ref()
        .is_some_and(|passive| [&soft, &firm].into_iter().flatten().all(|other| passive.start <= other.start));
    let bound = [firm, passive].into_iter().flatten().min_by_key(|found| (found.start, found.end));
    // "we stimuleren": the wish right behind who is bound says how firmly.
    let (strength, found) = match (soft, bound) {
        (Some(soft), Some(bound)) if soft.start > bound.start + RIGHT_BEHIND => (Strength::Firm, bound),
        (Some(soft), _) => (Strength::Soft, soft),
        (None, bound) => (Strength::Firm, bound?),
    };
    let cue = tokens[found.start].span.start..tokens[found.end - 1].span.end;
    let actor = if is_passive { None } else { actor(tokens, &found, recipe) };
    Some(Commitment { strength, actor, cue })
}

/// How many words a wish may stand behind the words that bind and still be the main one.
const RIGHT_BEHIND: usize = 4;

fn is_closing(sign: char) -> bool {
    matches!(sign, '"' | '”' | '’' | '\'' | ')' | '»')
}

/// The actor that stands nearest to the words that bind; the first of two that are as near.
fn actor(tokens: &[Token], cue: &Range<usize>, recipe: &Recipe) -> Option<Actor> {
    let mut nearest: Option<(usize, usize, Actor)> = None;
    for (name, pattern) in &recipe.commitments.actors {
        for found in pattern.find(tokens) {
            let apart = cue.start.saturating_sub(found.end).max(found.start.saturating_sub(cue.end));
            let closer = nearest.as_ref().is_none_or(|(known, start, _)| (apart, found.start) < (*known, *start));
            if apart <= NEAR && closer {
                let span = tokens[found.start].span.start..tokens[found.end - 1].span.end;
                nearest = Some((apart, found.start, Actor { name: name.clone(), span }));
            }
        }
    }
    nearest.map(|(_, _, actor)| actor)
}

/// An actor further away than this from the words that bind is another.
const NEAR: usize = 2;

#[cfg(test)]
mod tests;
