// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Words of two documents, and how rare they are: endings off, compounds in parts, names apart.
//!
//! A word of an ask weighs `ln(1 + n / k)` squared, where `k` of the `n` sentences of both documents have it: the
//! weight it would have in the cosine of two texts (term weights by inverse document frequency, K. Sparck Jones 1972).
//! A compound has parts only where both parts are words of these documents.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::recipe::AnswerRules;
use crate::token::{LONGEST_COMPOUND, Token, TokenKind};
use crate::unit::{Unit, UnitKind};

/// A word that tells something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// As it stands there.
    pub(super) text: String,
    /// Without its ending.
    pub(super) stem: String,
    /// Stems of its parts, of a compound.
    pub(super) parts: Vec<String>,
    /// Position of its token.
    pub(super) at: usize,
}

/// What is known of the words of two documents.
pub(super) struct Vocabulary<'a> {
    pub(super) rules: &'a AnswerRules,
    known: BTreeSet<String>,
    /// Names in small letters, each as it is written; of two ways the first in order of letters.
    names: BTreeMap<String, String>,
    same: BTreeMap<String, String>,
    /// In how many sentences a stem stands, as a word or as a part.
    sentences: BTreeMap<String, usize>,
    n: usize,
}

/// No shorter stems, and no shorter parts.
const SHORTEST: usize = 4;

impl<'a> Vocabulary<'a> {
    /// The words of all units.
    pub(super) fn of(sides: &[&[Unit]], rules: &'a AnswerRules) -> Self {
        let units = || sides.iter().flat_map(|units| units.iter());
        let words = || units().flat_map(|unit| unit.tokens.iter().map(move |token| (unit, token)));
        let words = || words().filter(|(_, token)| token.kind == TokenKind::Word);
        let known = words().map(|(_, token)| token.text.clone()).collect();
        let mut vocabulary =
            Self { rules, known, names: BTreeMap::new(), same: BTreeMap::new(), sentences: BTreeMap::new(), n: 0 };
        for group in &rules.same {
            let Some(first) = group.first() else { continue };
            let first = vocabulary.bare(first);
            for word in group {
                let stem = vocabulary.bare(word);
                vocabulary.same.insert(stem, first.clone());
            }
        }
        let small: BTreeSet<&str> =
            words().filter(|(unit, token)| !is_capital(unit, token)).map(|(_, token)| token.text.as_str()).collect();
        let inside = words().filter(|(unit, token)| {
            let first = unit.tokens.iter().find(|token| token.kind == TokenKind::Word);
            matches!(unit.kind, UnitKind::Sentence(_) | UnitKind::Note)
                && is_capital(unit, token)
                && !is_short_form(unit, token)
                && first.is_some_and(|first| first.span != token.span)
        });
        let is_place =
            |token: &Token| !rules.not_places.iter().any(|pattern| pattern.is_in(std::slice::from_ref(token)));
        let names = inside.filter(|(_, token)| !small.contains(token.text.as_str()) && is_place(token));
        for (unit, token) in names {
            let written = &unit.place.quote()[token.span.clone()];
            let known = vocabulary.names.entry(token.text.clone()).or_insert_with(|| written.to_owned());
            if written < known.as_str() {
                written.clone_into(known);
            }
        }
        for unit in units().filter(|unit| matches!(unit.kind, UnitKind::Sentence(_) | UnitKind::Note)) {
            let stems: BTreeSet<String> = vocabulary
                .words(&unit.tokens, &[])
                .into_iter()
                .flat_map(|word| word.parts.into_iter().chain([word.stem]))
                .collect();
            vocabulary.n += 1;
            stems.into_iter().for_each(|stem| *vocabulary.sentences.entry(stem).or_default() += 1);
        }
        vocabulary
    }

    /// The words of a text that tell something: not the common ones, no names, none of the spans that are left out.
    pub(super) fn words(&self, tokens: &[Token], left_out: &[Range<usize>]) -> Vec<Word> {
        let mut found = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let out = left_out.iter().any(|span| span.start < token.span.end && token.span.start < span.end);
            if out || token.kind != TokenKind::Word || self.names.contains_key(&token.text) {
                continue;
            }
            let texts = std::iter::once(token.text.trim_matches('-')).chain(token.also.iter().map(String::as_str));
            for text in texts.filter(|text| !text.is_empty() && self.tells(text)) {
                found.push(Word { text: text.to_owned(), stem: self.stem(text), parts: self.parts(text), at });
            }
        }
        found
    }

    /// Names in a text, in small letters.
    pub(super) fn names(&self, tokens: &[Token]) -> BTreeSet<String> {
        tokens.iter().filter(|token| self.names.contains_key(&token.text)).map(|token| token.text.clone()).collect()
    }

    /// A name as it is written.
    pub(super) fn written<'n>(&'n self, name: &'n str) -> &'n str {
        self.names.get(name).map_or(name, String::as_str)
    }

    /// Words so common that they count nothing; units such as `year` are not among them.
    pub(super) fn common(&self) -> &BTreeSet<String> {
        &self.rules.common
    }

    fn tells(&self, text: &str) -> bool {
        !self.rules.unweighted.contains(text) && !self.rules.numbers.contains_key(text)
    }

    /// Weight of a stem.
    pub(super) fn weight(&self, stem: &str) -> f64 {
        let k = self.sentences.get(stem).copied().unwrap_or(0).max(1);
        let rarity = libm::log(1.0 + self.n as f64 / k as f64);
        rarity * rarity
    }

    /// A word without its ending, or the word that stands for it.
    pub(super) fn stem(&self, word: &str) -> String {
        let stem = self.bare(word);
        self.same.get(&stem).cloned().unwrap_or(stem)
    }

    /// Endings off as long as enough is left; letters written twice count once.
    fn bare(&self, word: &str) -> String {
        let mut stem = word;
        while let Some(rest) =
            self.rules.endings.iter().filter_map(|end| stem.strip_suffix(end.as_str())).find(|rest| is_long(rest))
        {
            stem = rest;
        }
        let mut letters = String::with_capacity(stem.len());
        stem.chars().for_each(|sign| {
            if !letters.ends_with(sign) || !sign.is_alphabetic() {
                letters.push(sign);
            }
        });
        match self.rules.finals.iter().find(|(from, _)| letters.ends_with(from.as_str())) {
            Some((from, to)) => format!("{}{to}", &letters[..letters.len() - from.len()]),
            None => letters,
        }
    }

    /// Stems of the two parts of a compound, when both are known; the most even parts.
    fn parts(&self, word: &str) -> Vec<String> {
        if word.len() > LONGEST_COMPOUND {
            return Vec::new();
        }
        if let Some((head, tail)) = word.split_once('-') {
            let parts = [head, tail].into_iter().filter(|part| is_long(part));
            return parts.map(|part| self.stem(part)).collect();
        }
        let heads = word.char_indices().map(|(at, _)| word.split_at(at)).filter(|(head, tail)| {
            is_long(head) && is_long(tail) && self.known.contains(*tail) && self.head(head).is_some()
        });
        let even = |(head, tail): &(&str, &str)| head.len().min(tail.len());
        let Some((head, tail)) = heads.max_by_key(even) else { return Vec::new() };
        let head = self.head(head).unwrap_or(head);
        [head, tail].into_iter().filter(|part| self.tells(part)).map(|part| self.stem(part)).collect()
    }

    /// The known word that a compound begins with, with or without the letters that join it.
    fn head<'w>(&self, head: &'w str) -> Option<&'w str> {
        let bare = self.rules.links.iter().filter_map(|link| head.strip_suffix(link.as_str()));
        std::iter::once(head).chain(bare).find(|head| is_long(head) && self.known.contains(*head))
    }
}

fn is_long(text: &str) -> bool {
    text.chars().count() >= SHORTEST
}

fn is_capital(unit: &Unit, token: &Token) -> bool {
    unit.place.quote()[token.span.clone()].starts_with(char::is_uppercase)
}

/// `EU`, `RIVM`: letters of a name, not that of a place.
fn is_short_form(unit: &Unit, token: &Token) -> bool {
    !unit.place.quote()[token.span.clone()].contains(char::is_lowercase)
}
