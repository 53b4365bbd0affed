// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Where the keys of a recipe's lexicon are mentioned, and which words look like it and are not.
//!
//! In: units and a recipe. Out: [`Mentions`]: hits, what was excluded with the rule that did it, and what stands near.
//! **Invariant:** hits and excluded of a key together are all places where its words stand, the longest first where they
//! overlap: nothing is dropped silently. A rule beats the hit that it overlaps; of two keys the longer words win.
//! Not here: whether a mention frames a sentence (`crate::framing`).

use std::ops::Range;

use crate::pattern::{Found, Pattern, Seen};
use crate::recipe::{Lexicon, Recipe};
use crate::span::Overlaps;
use crate::token::Token;
use crate::unit::Unit;

/// All mentions of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// In reading order; of one place in the order of the keys.
    pub hits: Vec<Mention>,
    /// What looks like a mention and is none, with the reason; in the same order.
    pub excluded: Vec<Excluded>,
    /// What a reader would want beside the hits, in the same order.
    pub near: Vec<Mention>,
}

/// Words of a unit that mention a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Position of the unit.
    pub unit: usize,
    /// Position of the key in the lexicon.
    pub entry: usize,
    /// Positions of the tokens.
    pub tokens: Range<usize>,
    /// Bytes of the unit's quote.
    pub span: Range<usize>,
    /// The rule by which it frames nothing, where there is one.
    pub unframed: Option<String>,
}

/// A mention that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excluded {
    /// Where.
    pub mention: Mention,
    /// Why.
    pub reason: Reason,
}

/// Why a mention is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A rule of the key: the pattern as it is written.
    Rule(String),
    /// None of the words stands there that the key needs in the same sentence.
    Needs,
    /// Longer words of another key, at this position of the lexicon.
    Longer(usize),
}

/// All mentions of all units.
pub fn mentions(units: &[Unit], recipe: &Recipe) -> Mentions {
    let mut all = Mentions::default();
    for (index, unit) in units.iter().enumerate() {
        let mut found = mentions_in(&unit.tokens, &recipe.lexicon);
        let mentions = found.hits.iter_mut().chain(&mut found.near);
        mentions.chain(found.excluded.iter_mut().map(|one| &mut one.mention)).for_each(|one| one.unit = index);
        all.hits.append(&mut found.hits);
        all.excluded.append(&mut found.excluded);
        all.near.append(&mut found.near);
    }
    all
}

/// The mentions of one text; their unit is 0.
pub fn mentions_in(tokens: &[Token], lexicon: &Lexicon) -> Mentions {
    let mut found = Mentions::default();
    let mut candidates = Vec::new();
    let seen = Seen::of(tokens);
    for (index, entry) in lexicon.entries.iter().enumerate() {
        let (raw, near) = (longest(&entry.any, tokens, &seen), longest(&entry.near, tokens, &seen));
        if raw.is_empty() && near.is_empty() {
            continue;
        }
        let taken = Overlaps::of(raw.iter().cloned());
        let (rules, general) = (Rules::of(&entry.not, tokens, &seen), Rules::of(&entry.unframed, tokens, &seen));
        let lacks = !entry.needs.is_empty() && !entry.needs.iter().any(|word| word.is_in(tokens));
        let mention = |place: Found| {
            let unframed = general.first(&place).map(str::to_owned);
            Mention { unit: 0, entry: index, span: bytes(tokens, &place), tokens: place, unframed }
        };
        for place in raw {
            let mention = mention(place);
            match rules.first(&mention.tokens) {
                Some(rule) => found.excluded.push(Excluded { mention, reason: Reason::Rule(rule.to_owned()) }),
                None if lacks => found.excluded.push(Excluded { mention, reason: Reason::Needs }),
                None => candidates.push(mention),
            }
        }
        found.near.extend(near.into_iter().filter(|place| !taken.touch(place)).map(mention));
    }
    // The longest words first: what they cover is no mention of a key with fewer words.
    candidates.sort_by_key(|one| (std::cmp::Reverse(one.tokens.len()), one.tokens.start, one.entry));
    let mut taken = Overlaps::default();
    for one in candidates {
        let is_longer = |hit: &usize| found.hits[*hit].tokens.len() > one.tokens.len();
        match taken.over(&one.tokens).filter(is_longer).min().map(|hit| found.hits[hit].entry) {
            Some(entry) => found.excluded.push(Excluded { mention: one, reason: Reason::Longer(entry) }),
            None => {
                taken.add(&one.tokens);
                found.hits.push(one);
            }
        }
    }
    let order = |one: &Mention| (one.tokens.start, one.tokens.end, one.entry);
    found.hits.sort_by_key(order);
    found.near.sort_by_key(order);
    found.excluded.sort_by_key(|one| order(&one.mention));
    found
}

/// Bytes of a text that tokens cover.
pub(crate) fn bytes(tokens: &[Token], found: &Found) -> Range<usize> {
    let covered = tokens.get(found.clone()).unwrap_or_default();
    covered.first().map_or(0, |token| token.span.start)..covered.last().map_or(0, |token| token.span.end)
}

/// All places of all patterns, with the pattern as it is written.
pub(crate) fn all<'p>(patterns: &'p [Pattern], tokens: &[Token]) -> Vec<(Found, &'p str)> {
    patterns.iter().flat_map(|pattern| pattern.find(tokens).into_iter().map(|place| (place, pattern.text()))).collect()
}

/// Where the rules of a list stand in a text.
pub(crate) struct Rules<'p> {
    texts: Vec<&'p str>,
    places: Overlaps,
}

impl<'p> Rules<'p> {
    pub(crate) fn of(patterns: &'p [Pattern], tokens: &[Token], seen: &Seen<'_>) -> Self {
        let found =
            seen.of_list(patterns).flat_map(|pattern| pattern.find(tokens).into_iter().map(move |at| (pattern, at)));
        let found: Vec<(&Pattern, Found)> = found.collect();
        let texts = found.iter().map(|(pattern, _)| pattern.text()).collect();
        Self { texts, places: Overlaps::of(found.into_iter().map(|(_, place)| place)) }
    }

    /// The first rule of the list that overlaps a place, as it is written.
    pub(crate) fn first(&self, place: &Found) -> Option<&'p str> {
        self.places.first(place).map(|rule| self.texts[rule])
    }
}

/// Places of any of the patterns without overlap: the longest first, then the leftmost.
fn longest(patterns: &[Pattern], tokens: &[Token], seen: &Seen<'_>) -> Vec<Found> {
    let mut places: Vec<Found> = seen.of_list(patterns).flat_map(|pattern| pattern.find(tokens)).collect();
    places.sort_by_key(|place| (std::cmp::Reverse(place.len()), place.start));
    let mut taken = Overlaps::default();
    places.retain(|place| {
        let free = !taken.touch(place);
        if free {
            taken.add(place);
        }
        free
    });
    places.sort_by_key(|place| place.start);
    places
}

#[cfg(test)]
mod tests;
