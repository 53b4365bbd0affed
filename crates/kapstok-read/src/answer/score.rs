// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How much of an ask a sentence has: the share of the ask's weight that it shares.
//!
//! A word of the ask found in the sentence counts in full; a part of a compound, and a word that stands only beside the
//! sentence (in its item, in the headings above), for the share that the recipe says; so does a word whose neighbour in
//! the ask is missing. Words of an aside weigh less.
//! Law: a sentence with all words of the ask has share 1, and one more word never takes any off.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::term::{Vocabulary, Word};
use crate::token::Token;

/// A word of the ask that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// As the ask has it.
    pub word: String,
    /// Its weight: how rare it is in both documents.
    pub weight: f64,
    /// How much of it counts, 0 ..= 1.
    pub counts: f64,
    /// In how it was found.
    pub by: SharedBy,
}

/// How a word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedBy {
    /// As a word of the sentence.
    Word,
    /// As a part of a compound, of the ask or of the sentence.
    Part,
    /// Beside the sentence.
    Beside,
}

/// Words of an ask with their weights.
pub(super) struct Weighed {
    words: Vec<(Word, f64)>,
    total: f64,
    /// Weight of the rarest word.
    heaviest: f64,
}

/// Stems that a sentence has, and those beside it.
#[derive(Clone, Debug, Default)]
pub(super) struct Stems {
    pub(super) words: BTreeSet<String>,
    pub(super) parts: BTreeSet<String>,
    /// Those of its block and of the headings above it.
    pub(super) beside: Vec<Arc<BTreeSet<String>>>,
}

/// What came out.
pub(super) struct Share {
    pub(super) share: f64,
    pub(super) shared: Vec<Shared>,
    pub(super) unmet: Vec<String>,
    /// A word that weighs enough is shared in the sentence itself.
    pub(super) has_key: bool,
}

impl Weighed {
    /// Weighs the words of an ask, each stem once.
    pub(super) fn of(words: Vec<Word>, tokens: &[Token], vocabulary: &Vocabulary<'_>) -> Self {
        let mut once: BTreeMap<String, (Word, f64)> = BTreeMap::new();
        let aside = aside(tokens, vocabulary);
        for word in words {
            let is_aside = aside.is_some_and(|aside| word.at >= aside);
            let counts = if is_aside { vocabulary.rules.thresholds.aside } else { 1.0 };
            let weight = vocabulary.weight(&word.stem) * counts;
            let known = once.entry(word.stem.clone()).or_insert((word, weight));
            known.1 = known.1.max(weight);
        }
        let words: Vec<(Word, f64)> = once.into_values().collect();
        let total = words.iter().map(|(_, weight)| weight).sum();
        let heaviest = words.iter().map(|(word, _)| vocabulary.weight(&word.stem)).fold(0.0, f64::max);
        Self { words, total, heaviest }
    }

    /// How much of it a sentence has.
    pub(super) fn share(&self, stems: &Stems, vocabulary: &Vocabulary<'_>) -> Share {
        let (mut sum, mut shared, mut unmet, mut key) = (0.0, Vec::new(), Vec::new(), 0.0_f64);
        let met: Vec<Option<(f64, SharedBy)>> =
            self.words.iter().map(|(word, _)| counts(word, stems, vocabulary)).collect();
        let unmet_at: BTreeSet<usize> =
            self.words.iter().zip(&met).filter(|(_, met)| met.is_none()).map(|((word, _), _)| word.at).collect();
        for ((word, weight), met) in self.words.iter().zip(met) {
            let Some((counts, by)) = met else {
                unmet.push(word.text.clone());
                continue;
            };
            // Half of a phrase (`violence` of `domestic violence`) is a part as well.
            let beside =
                unmet_at.contains(&(word.at + 1)) || word.at.checked_sub(1).is_some_and(|at| unmet_at.contains(&at));
            let counts = if beside { counts * vocabulary.rules.thresholds.part } else { counts };
            sum += weight * counts;
            key = key.max(own(word, stems, vocabulary));
            shared.push(Shared { word: word.text.clone(), weight: *weight, counts, by });
        }
        shared.sort_by(|one, other| {
            (other.weight * other.counts).total_cmp(&(one.weight * one.counts)).then(one.word.cmp(&other.word))
        });
        let share = if self.total > 0.0 { sum / self.total } else { 0.0 };
        let has_key = key > 0.0 && key >= vocabulary.rules.thresholds.key * self.heaviest;
        Share { share, shared, unmet, has_key }
    }
}

fn counts(word: &Word, stems: &Stems, vocabulary: &Vocabulary<'_>) -> Option<(f64, SharedBy)> {
    let limits = &vocabulary.rules.thresholds;
    if stems.words.contains(&word.stem) {
        return Some((1.0, SharedBy::Word));
    }
    if stems.parts.contains(&word.stem) {
        return Some((limits.part, SharedBy::Part));
    }
    let here = |part: &&String| stems.words.contains(*part) || stems.parts.contains(*part);
    let weight = |parts: &mut dyn Iterator<Item = &String>| parts.map(|part| vocabulary.weight(part)).sum::<f64>();
    let of_parts = weight(&mut word.parts.iter().filter(here));
    if of_parts > 0.0 {
        return Some((limits.part * of_parts / weight(&mut word.parts.iter()), SharedBy::Part));
    }
    stems.beside.iter().any(|beside| beside.contains(&word.stem)).then_some((limits.around, SharedBy::Beside))
}

/// Weight of what the sentence itself has of a word.
fn own(word: &Word, stems: &Stems, vocabulary: &Vocabulary<'_>) -> f64 {
    let counts = |stem: &String| match (stems.words.contains(stem), stems.parts.contains(stem)) {
        (true, _) => 1.0,
        (false, true) => vocabulary.rules.thresholds.part,
        (false, false) => 0.0,
    };
    let of_parts =
        word.parts.iter().map(|part| vocabulary.weight(part) * counts(part).min(vocabulary.rules.thresholds.part));
    of_parts.fold(vocabulary.weight(&word.stem) * counts(&word.stem), f64::max)
}

/// The token with which an aside begins: a word of the recipe after a comma.
pub(super) fn aside(tokens: &[Token], vocabulary: &Vocabulary<'_>) -> Option<usize> {
    let begins =
        |index: &usize| tokens[index - 1].text == "," && vocabulary.rules.asides.contains(&tokens[*index].text);
    (1..tokens.len()).find(begins)
}
