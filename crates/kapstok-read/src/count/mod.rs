// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How often a word stands in a document: where, what stands beside it, and what looks like it and is another word.
//!
//! In: units, a recipe and what a person typed (a word, a phrase or a [`Pattern`]). Out: a [`Count`].
//! **Invariant:** a place is a hit, excluded or near, never two of them. A plain search for a word of four or more
//! letters finds nothing that is in none of the three. A rule of the lexicon speaks only where the typed word alone
//! would be a mention of its key: who types `wijk` does not mean `afwijking`, who types `afwijking` does.

mod near;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::lexicon::{all, bytes, mentions_in};
use crate::pattern::{Found, Pattern};
use crate::recipe::{Entry, Recipe};
use crate::span::Overlaps;
use crate::text::{Words, folded};
use crate::token::{Token, TokenKind, tokens};
use crate::unit::{Unit, UnitKind};

pub use near::{Near, NearReason};

/// Where a word stands, and what is like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Places, in reading order.
    pub hits: Vec<Hit>,
    /// Other forms that a reader would want beside it, the nearest reason first.
    pub near: Vec<Near>,
    /// Places that only look like it, in reading order.
    pub excluded: Vec<ExcludedHit>,
    /// Words of the document, against which a count is a rate.
    pub words: WordTotals,
}

/// A place in a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Position of the unit.
    pub unit: usize,
    /// Bytes of its quote.
    pub span: Range<usize>,
}

/// What looks like the word, and why it is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExcludedHit {
    /// Where: the whole word.
    pub hit: Hit,
    /// In small letters.
    pub form: String,
    /// The key whose rule it is.
    pub key: String,
    /// The rule, as it is written in the recipe.
    pub rule: String,
}

/// Numbers of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordTotals {
    /// In all units.
    pub all: usize,
    /// In sentences.
    pub in_sentences: usize,
}

impl Count {
    /// Hits per 10,000 words of all units; `None` of an empty document.
    pub fn per_ten_thousand(&self) -> Option<f64> {
        rate(self.hits.len(), self.words.all)
    }

    /// Hits in sentences per 10,000 words of sentences.
    pub fn per_ten_thousand_in_sentences(&self, units: &[Unit]) -> Option<f64> {
        let in_sentence = |hit: &&Hit| units.get(hit.unit).is_some_and(is_sentence);
        rate(self.hits.iter().filter(in_sentence).count(), self.words.in_sentences)
    }
}

fn rate(n: usize, words: usize) -> Option<f64> {
    (words > 0).then(|| n as f64 * 10_000.0 / words as f64)
}

fn is_sentence(unit: &Unit) -> bool {
    matches!(unit.kind, UnitKind::Sentence(_))
}

/// Numbers of words, as people count them: what stands between spaces and holds a letter or a digit.
pub fn words(units: &[Unit]) -> WordTotals {
    let of =
        |unit: &Unit| unit.place.quote().split_whitespace().filter(|run| run.contains(char::is_alphanumeric)).count();
    let sentences = units.iter().filter(|unit| is_sentence(unit));
    WordTotals { all: units.iter().map(of).sum(), in_sentences: sentences.map(of).sum() }
}

/// Shorter words stand in half of all words: what holds them says nothing.
const SHORTEST_HELD: usize = 4;

/// Counts what a person typed.
///
/// # Errors
/// The part of it that can be no pattern.
pub fn count(units: &[Unit], recipe: &Recipe, typed: &str) -> Result<Count, String> {
    let pattern = Pattern::parse(typed)?;
    let entries = asked(typed, recipe);
    let word = plain_word(typed);
    let held = word.as_deref().filter(|word| word.chars().count() >= SHORTEST_HELD);
    let (mut hits, mut excluded) = (Vec::new(), Vec::new());
    let mut sightings = near::Sightings::default();
    for (index, unit) in units.iter().enumerate() {
        let tokens = unit.tokens.as_slice();
        // Rules are looked for only where there is something that they could exclude.
        let holds = |token: &Token| held.is_some_and(|word| token.text.contains(word));
        let is_here = pattern.is_in(tokens) || tokens.iter().any(holds);
        let rules: Vec<(&Entry, Found, &str)> = entries
            .iter()
            .filter(|_| is_here)
            .flat_map(|entry| all(&entry.not, tokens).into_iter().map(|(place, rule)| (*entry, place, rule)))
            .collect();
        let ruled = Overlaps::of(rules.iter().map(|(_, place, _)| place.clone()));
        let hit = |place: &Found| Hit { unit: index, span: bytes(tokens, place) };
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        let mut leave_out = |place: &Found| {
            let ruled = ruled.first(place).map(|rule| &rules[rule]);
            excluded.extend(ruled.map(|(entry, _, rule)| {
                let (key, rule) = (entry.key.clone(), (*rule).to_owned());
                ExcludedHit { hit: hit(place), form: form(tokens, place), key, rule }
            }));
            ruled.is_some()
        };
        let written = as_written(tokens);
        for place in pattern.find(&written) {
            taken.extend(place.clone());
            if !leave_out(&place) {
                hits.push(hit(&place));
            }
        }
        // What a compound leaves out is read, but is not what stands there.
        for place in pattern.find(tokens) {
            if !place.clone().any(|at| taken.contains(&at)) {
                taken.extend(place.clone());
                sightings.add(NearReason::Elliptic, form(tokens, &place), hit(&place));
            }
        }
        for (at, token) in tokens.iter().enumerate() {
            if holds(token) && token.kind == TokenKind::Word && !taken.contains(&at) {
                taken.insert(at);
                if !leave_out(&(at..at + 1)) {
                    sightings.add(NearReason::Holds, token.text.clone(), hit(&(at..at + 1)));
                }
            }
        }
        let joined = if word.is_none() { closed(typed) } else { word.clone() };
        for place in joined.iter().flat_map(|joined| near::spelled_otherwise(tokens, joined)) {
            if !place.clone().any(|at| taken.contains(&at)) {
                taken.extend(place.clone());
                sightings.add(NearReason::Spelling, form(tokens, &place), hit(&place));
            }
        }
        sightings.rest(index, tokens, &taken);
    }
    let near = sightings.near(word.as_deref(), &recipe.lexicon.links);
    Ok(Count { hits, near, excluded, words: words(units) })
}

/// The keys that the typed word alone would be a mention of.
fn asked<'r>(typed: &str, recipe: &'r Recipe) -> Vec<&'r Entry> {
    let mut entries: BTreeSet<usize> = BTreeSet::new();
    let n = typed.split_whitespace().map(|part| part.split('|').count()).max().unwrap_or(0);
    for index in 0..n {
        let one =
            |part: &str| part.split('|').nth(index).or_else(|| part.split('|').next()).unwrap_or("").replace('*', "");
        let parts =
            typed.split_whitespace().filter(|part| !part.starts_with("..") && !matches!(*part, "#" | "^" | "$"));
        let text = parts.map(one).collect::<Vec<_>>().join(" ");
        let tokens = tokens(&text, &Words::default());
        let excluded = |entry: &Entry| entry.not.iter().any(|rule| rule.is_in(&tokens));
        let found = mentions_in(&tokens, &recipe.lexicon);
        entries.extend(found.hits.into_iter().map(|hit| hit.entry));
        let beaten = found.excluded.into_iter().map(|one| one.mention.entry);
        entries.extend(beaten.filter(|entry| !excluded(&recipe.lexicon.entries[*entry])));
    }
    entries.into_iter().filter_map(|entry| recipe.lexicon.entries.get(entry)).collect()
}

/// The typed word in small letters, where it is one word without stars.
fn plain_word(typed: &str) -> Option<String> {
    let word = folded(typed.trim());
    let plain = word.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '\''));
    (plain && !word.is_empty()).then_some(word)
}

/// A typed phrase of plain words, written as one.
fn closed(typed: &str) -> Option<String> {
    let plain: Option<Vec<String>> = typed.split_whitespace().map(plain_word).collect();
    plain.map(|words| words.concat())
}

/// The tokens without what compounds leave out.
fn as_written(tokens: &[Token]) -> Vec<Token> {
    tokens.iter().map(|token| Token { also: Vec::new(), ..token.clone() }).collect()
}

fn form(tokens: &[Token], place: &Found) -> String {
    let words: Vec<&str> = tokens[place.clone()].iter().map(|token| token.text.as_str()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests;
