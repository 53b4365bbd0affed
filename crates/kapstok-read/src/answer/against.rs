// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Whether an ask and a sentence go against each other: one denies, or one goes up where the other goes down.
//!
//! In: tokens of both, and where the words stand that both have. Out: a [`Contradiction`]. Words that deny or oppose
//! count
//! only near such a word and in its part of the sentence: what is raised further on is something else.

use std::ops::Range;

use super::score::aside;
use super::term::Vocabulary;
use super::text;
use crate::pattern::Pattern;
use crate::text::Words;
use crate::token::Token;

/// In which way it says the opposite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// This denies what is asked.
    Denied {
        /// The words here that deny.
        words: String,
    },
    /// The ask wants it gone, and this gives it.
    Given {
        /// The words of the ask that deny.
        words: String,
    },
    /// One goes up where the other goes down.
    Opposite {
        /// Words of the ask.
        asked: String,
        /// Words here.
        given: String,
    },
}

/// A text, and the positions of its tokens that the other text has as well.
pub(super) struct Shares<'t> {
    tokens: &'t [Token],
    near: Vec<usize>,
    /// Positions of words that tell something.
    telling: Vec<usize>,
    aside: usize,
    /// Words that join, of the language of the text.
    joins: &'t Words,
}

/// A word that denies counts within so many words of what it is about.
const REACH: usize = 5;
/// A word that opposes counts with at most so many words between that tell something: `we lower, for all who work, the
/// fee`
/// has its small words in between, and what is lowered all the same.
const TELLING: usize = 3;

impl<'t> Shares<'t> {
    pub(super) fn of(tokens: &'t [Token], near: Vec<usize>, joins: &'t Words, words: &Vocabulary<'_>) -> Self {
        let telling = words.words(tokens, &[]).into_iter().map(|word| word.at).collect();
        Self { tokens, near, telling, aside: aside(tokens, words).unwrap_or(tokens.len()), joins }
    }

    /// Whether a word that denies stands near one that both have, on the same side of an aside.
    fn is_near(&self, at: usize) -> bool {
        self.near.iter().any(|near| near.abs_diff(at) <= REACH && (*near >= self.aside) == (at >= self.aside))
    }

    /// Whether words that oppose are about one that both have: in their part of the sentence, with few words between.
    fn is_about(&self, found: &Range<usize>) -> bool {
        let begins = found.start > 0 && self.joins.is_conjunction(&self.tokens[found.start - 1].text);
        self.near.iter().any(|near| {
            let between = if *near < found.start { *near + 1..found.start } else { found.end..(*near).max(found.end) };
            let parted = self.tokens[between.clone()].iter().any(|token| PARTS.contains(&token.text.as_str()));
            let telling = self.telling.iter().filter(|at| between.contains(at)).count();
            !parted && telling <= TELLING && !(begins && *near < found.start)
        })
    }

    fn first(&self, patterns: &[Pattern]) -> Option<String> {
        let found = patterns.iter().flat_map(|pattern| pattern.find(self.tokens));
        let first = found.filter(|found| self.is_about(found)).min_by_key(|found| (found.start, found.end));
        first.map(|found| text(self.tokens, found))
    }

    /// Words that deny; of idioms none.
    fn denies(&self, words: &Vocabulary<'_>) -> Option<String> {
        let idioms: Vec<Range<usize>> =
            words.rules.no_negations.iter().flat_map(|pattern| pattern.find(self.tokens)).collect();
        let found = words.rules.negations.iter().flat_map(|pattern| pattern.find(self.tokens));
        let mut found = found.filter(|found| {
            let idiom = idioms.iter().any(|idiom| idiom.start <= found.start && found.end <= idiom.end);
            !idiom && self.is_near(found.start)
        });
        found.next().map(|found| text(self.tokens, found))
    }
}

/// Signs between parts of a sentence.
const PARTS: [&str; 6] = [",", ";", ":", "(", ")", "–"];

/// In which way an ask and a sentence go against each other.
pub(super) fn contradiction(ask: &Shares<'_>, here: &Shares<'_>, words: &Vocabulary<'_>) -> Option<Contradiction> {
    match (ask.denies(words), here.denies(words)) {
        (None, Some(words)) => return Some(Contradiction::Denied { words }),
        (Some(words), None) => return Some(Contradiction::Given { words }),
        (None, None) | (Some(_), Some(_)) => {}
    }
    words.rules.opposites.iter().find_map(|(one, other)| {
        match ((ask.first(one), ask.first(other)), (here.first(one), here.first(other))) {
            ((Some(asked), None), (None, Some(given))) | ((None, Some(asked)), (Some(given), None)) => {
                Some(Contradiction::Opposite { asked, given })
            }
            _ => None,
        }
    })
}
