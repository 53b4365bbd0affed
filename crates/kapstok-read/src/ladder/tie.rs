// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What ties money to a statement: its terms by name, its policy, a word of its heading, or only the place.
//!
//! In: a statement and a sentence with money. Out: the strongest [`Tie`] between them, with the words that make it.

use std::collections::BTreeSet;

use super::{Ladders, Term, TermKind};
use crate::pattern::Pattern;
use crate::recipe::Policy;
use crate::token::{Token, TokenKind, tokens};

/// What ties money to a statement, the strongest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tie {
    /// It is in the statement itself.
    Same,
    /// The sentence with the money points back at the statement.
    PointsBack,
    /// A term of the statement stands in the sentence with the money, or in the one that it points back at.
    Named {
        /// The term.
        term: String,
        /// What it is.
        kind: TermKind,
    },
    /// Both are about a policy of the recipe.
    Policy {
        /// Its id.
        id: String,
    },
    /// A word of the statement's own headings stands there.
    Heading {
        /// The word, as it stands in the heading.
        word: String,
    },
    /// A word of the statement stands in the label of a row in its own chapter.
    Word {
        /// The word.
        word: String,
    },
    /// Nothing but the place.
    Place,
}

/// For what the money is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Earmark {
    /// For the statement: it is named.
    Earmarked,
    /// For its policy or domain: that is named, the statement is not.
    PolicyNamed,
    /// For more than this: nothing names it.
    Shared,
}

impl Tie {
    /// For what the money is meant.
    pub fn earmark(&self) -> Earmark {
        match self {
            Self::Same | Self::PointsBack | Self::Named { kind: TermKind::Key, .. } => Earmark::Earmarked,
            Self::Named { .. } | Self::Policy { .. } | Self::Heading { .. } | Self::Word { .. } => Earmark::PolicyNamed,
            Self::Place => Earmark::Shared,
        }
    }
}

/// What a statement is about.
#[derive(Debug)]
pub(super) struct About<'a> {
    unit: usize,
    pub(super) terms: &'a [Term],
    /// Policies that it or its lowest heading names.
    pub(super) policies: Vec<&'a Policy>,
    /// Words of its headings below the highest, the lowest heading first, each with the depth of its heading.
    headings: Vec<(usize, String)>,
    /// Words of its highest heading.
    pub(super) top: Vec<String>,
    /// Its own words.
    pub(super) words: BTreeSet<String>,
}

impl<'a> About<'a> {
    pub(super) fn of(ladders: &'a Ladders<'_>, unit: usize, terms: &'a [Term]) -> Option<Self> {
        let own = &ladders.units.get(unit)?.tokens;
        let (headings, plain) = (ladders.headings(unit), &ladders.recipe.ladder.plain);
        let read = |text: &std::sync::Arc<str>| tokens(text, &ladders.document.words);
        let lowest = headings.last().map(read).unwrap_or_default();
        let about = |policy: &&Policy| [own, &lowest].iter().any(|tokens| any(&policy.words, tokens));
        let words = |(depth, text): (usize, &std::sync::Arc<str>)| {
            content(&read(text), plain).into_iter().map(move |word| (depth, word)).collect::<Vec<_>>()
        };
        let below = headings.iter().enumerate().skip(1).rev().flat_map(words);
        Some(Self {
            unit,
            terms,
            policies: ladders.recipe.ladder.policies.iter().filter(about).collect(),
            headings: below.collect(),
            top: headings.first().map(|text| content(&read(text), plain)).unwrap_or_default(),
            words: content(own, plain).into_iter().collect(),
        })
    }

    /// Words of its headings, from the lowest to the highest.
    pub(super) fn heading_words(&self) -> impl Iterator<Item = &String> {
        self.headings.iter().map(|(_, word)| word).chain(&self.top)
    }

    /// A term that is named: what the statement is about before its domain.
    pub(super) fn named(&self, is: impl Fn(&Term) -> bool) -> Option<Tie> {
        let mut found: Vec<&Term> = self.terms.iter().filter(|term| is(term)).collect();
        found.sort_by_key(|term| term.kind == TermKind::Domain);
        found.first().map(|term| Tie::Named { term: term.name.clone(), kind: term.kind })
    }

    /// What ties a sentence with money to it.
    pub(super) fn tie(&self, ladders: &Ladders<'_>, at: usize) -> Tie {
        if ladders.back(at) == Some(self.unit) {
            return Tie::PointsBack;
        }
        let texts: Vec<&[Token]> = ladders.texts(at).collect();
        if let Some(named) = self.named(|term| texts.iter().any(|text| any(&term.patterns, text))) {
            return named;
        }
        if let Some(policy) = self.policies.iter().find(|policy| texts.iter().any(|text| any(&policy.words, text))) {
            return Tie::Policy { id: policy.id.clone() };
        }
        let theirs: Vec<String> = texts.iter().flat_map(|text| content(text, &ladders.recipe.ladder.plain)).collect();
        // A word of a heading that both stand under says no more than the place does.
        let (ours, others) = (ladders.headings(self.unit), ladders.headings(at));
        let both =
            if ours == others { 0 } else { ours.iter().zip(others).take_while(|(one, other)| one == other).count() };
        let named = |(depth, word): &&(usize, String)| *depth >= both && theirs.iter().any(|other| akin(word, other));
        let shared = self.headings.iter().find(named);
        shared.map_or(Tie::Place, |(_, word)| Tie::Heading { word: word.clone() })
    }
}

/// Whether one of these patterns is in a text.
pub(super) fn any(patterns: &[Pattern], tokens: &[Token]) -> bool {
    patterns.iter().any(|pattern| pattern.is_in(tokens))
}

/// Shorter words say little of what a text is about.
const SHORTEST: usize = 4;
/// A shorter word may be the beginning or end of a longer one by chance.
const SHORTEST_PART: usize = 6;

/// Words that say what a text is about: neither short nor plain.
pub(crate) fn content(tokens: &[Token], plain: &BTreeSet<String>) -> Vec<String> {
    let long = |token: &&Token| token.kind == TokenKind::Word && token.text.chars().count() >= SHORTEST;
    let words = tokens.iter().filter(long).flat_map(|token| std::iter::once(&token.text).chain(&token.also));
    words.filter(|word| !plain.contains(*word)).map(|word| word.trim_matches('-').to_owned()).collect()
}

/// Whether two words are the same, or the shorter begins or ends the longer, as parts of compounds do.
pub(crate) fn akin(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    one == other || (short.chars().count() >= SHORTEST_PART && (long.starts_with(short) || long.ends_with(short)))
}
