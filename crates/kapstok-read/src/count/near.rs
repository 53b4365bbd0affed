// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Forms that a person who counts a word would want to see beside it, each with the reason.
//!
//! In: the words of a document and the typed one. Out: [`Near`]. Words are compared by their letters and by the words
//! that the document itself knows; links of compounds come from the recipe. Not here: what is the word itself.

use std::collections::{BTreeMap, BTreeSet};

use super::Hit;
use crate::lexicon::bytes;
use crate::pattern::Found;
use crate::token::{Token, TokenKind};

/// Another form, with its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// In small letters.
    pub form: String,
    /// Why it is near.
    pub reason: NearReason,
    /// In reading order.
    pub hits: Vec<Hit>,
}

/// Why a form is near.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NearReason {
    /// The same word, a part of which is left out: `wijk- en gebiedsaanpak`.
    Elliptic,
    /// The same word in two, in one, or with a hyphen.
    Spelling,
    /// The same parts, linked otherwise: `wijkenaanpak` beside `wijkaanpak`.
    Linked,
    /// The same first and last part with another between them.
    Between,
    /// A longer word that holds it.
    Holds,
    /// A letter or two apart.
    Letters,
}

impl NearReason {
    /// In one word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Elliptic => "elliptic",
            Self::Spelling => "spelling",
            Self::Linked => "linked",
            Self::Between => "between",
            Self::Holds => "holds",
            Self::Letters => "letters",
        }
    }
}

/// Words of the document by their form.
#[derive(Debug, Default)]
pub(super) struct Sightings {
    found: BTreeMap<(NearReason, String), Vec<Hit>>,
    rest: BTreeMap<String, Vec<Hit>>,
    /// All words, which tell where a compound can be cut.
    known: BTreeSet<String>,
}

/// The shortest first and last part of a compound.
const SHORTEST_PART: usize = 4;
/// From these lengths on one and two letters may differ.
const ONE_LETTER: usize = 6;
const TWO_LETTERS: usize = 10;

impl Sightings {
    pub(super) fn add(&mut self, reason: NearReason, form: String, hit: Hit) {
        self.found.entry((reason, form)).or_default().push(hit);
    }

    /// Keeps the words that are neither hits nor near for another reason.
    pub(super) fn rest(&mut self, unit: usize, tokens: &[Token], taken: &BTreeSet<usize>) {
        for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word) {
            self.known.insert(token.text.clone());
            if !taken.contains(&at) {
                let hit = Hit { unit, span: bytes(tokens, &(at..at + 1)) };
                self.rest.entry(token.text.clone()).or_default().push(hit);
            }
        }
    }

    /// All that is near, by reason and form.
    pub(super) fn near(mut self, word: Option<&str>, links: &[String]) -> Vec<Near> {
        for (form, hits) in std::mem::take(&mut self.rest) {
            let reason = word.and_then(|word| reason(word, &form, links, &self.known));
            if let Some(reason) = reason {
                self.found.insert((reason, form), hits);
            }
        }
        self.found.into_iter().map(|((reason, form), hits)| Near { form, reason, hits }).collect()
    }
}

/// Places where a word is written in two, in one or with a hyphen.
pub(super) fn spelled_otherwise(tokens: &[Token], word: &str) -> Vec<Found> {
    let letters = |text: &str| text.replace('-', "");
    let word = letters(word);
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let mut text = String::new();
        for (end, token) in tokens.iter().enumerate().skip(at).take_while(|(_, token)| token.kind == TokenKind::Word) {
            text.push_str(&letters(&token.text));
            if !word.starts_with(&text) {
                break;
            }
            if text == word {
                found.push(at..end + 1);
                break;
            }
        }
    }
    found
}

fn reason(word: &str, other: &str, links: &[String], known: &BTreeSet<String>) -> Option<NearReason> {
    compound(word, other, links, known).or_else(|| {
        let n = word.chars().count();
        let allowed = usize::from(n >= ONE_LETTER) + usize::from(n >= TWO_LETTERS);
        let near = allowed > 0 && other.chars().count().abs_diff(n) <= allowed && distance(word, other) <= allowed;
        near.then_some(NearReason::Letters)
    })
}

/// Whether two words have the same first and last part, at a place where the document knows one of them as a word.
fn compound(word: &str, other: &str, links: &[String], known: &BTreeSet<String>) -> Option<NearReason> {
    let (longer, shorter) = if other.len() > word.len() { (other, word) } else { (word, other) };
    let cuts = shorter.char_indices().map(|(at, _)| at).filter(|at| {
        let long = |part: &str| part.chars().count() >= SHORTEST_PART;
        long(&shorter[..*at]) && long(&shorter[*at..])
    });
    let mut found = None;
    for cut in cuts {
        let (first, last) = shorter.split_at(cut);
        let Some(between) = longer.strip_prefix(first).and_then(|rest| rest.strip_suffix(last)) else { continue };
        // A part may be known with a link, as in the plural.
        let is_word =
            |part: &str| known.contains(part) || links.iter().any(|link| known.contains(&format!("{part}{link}")));
        if links.iter().any(|link| link == between) && (is_word(first) || is_word(last)) {
            return Some(NearReason::Linked);
        }
        if between.chars().count() >= SHORTEST_PART && is_word(first) && is_word(last) {
            found = Some(NearReason::Between);
        }
    }
    found
}

/// Letters to add, drop, change or swap with the next, at least.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let change = last[j] + usize::from(a != b);
            let mut least = change.min(last[j + 1] + 1).min(row[j] + 1);
            let swapped = i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b;
            if let (true, Some(cost)) = (swapped, before.get(j.wrapping_sub(1))) {
                least = least.min(cost + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_why_a_word_is_near_is_the_closest_one() {
        let known = ["wijk", "wijken", "aanpak", "armoede", "bestrijding"].map(str::to_owned).into();
        let links = ["e", "en", "s"].map(str::to_owned);
        let cases = [
            ("wijkaanpak", "wijkenaanpak", Some(NearReason::Linked)),
            ("wijkenaanpak", "wijkaanpak", Some(NearReason::Linked)),
            ("armoedeaanpak", "armoedebestrijdingaanpak", Some(NearReason::Between)),
            ("wijkaanpak", "wijkaanpakken", None), // It holds the word, which is told before.
            ("wijkaanpak", "wijkaanpka", Some(NearReason::Letters)),
            ("wijkaanpak", "werkaanpak", Some(NearReason::Letters)),
            ("wijkaanpak", "gezinsaanpak", None),
            ("wijk", "rijk", None), // Short words are all alike.
        ];
        for (word, other, expected) in cases {
            assert_eq!(reason(word, other, &links, &known), expected, "{word} {other}");
        }
    }

    #[test]
    fn letters_are_counted_as_they_are_typed_wrong() {
        for (one, other, expected) in
            [("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "axc", 1), ("ab", "b", 1)]
        {
            assert_eq!((distance(one, other), distance(other, one)), (expected, expected), "{one} {other}");
        }
    }
}
