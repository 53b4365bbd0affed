// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which words a document is known to use: they alone decide whether a hyphen at the end of a line is part of a word.

use std::collections::BTreeSet;

use crate::file::Page;

/// A word as it is held against others: in small letters, and with one kind of apostrophe, however it was typed.
pub fn folded(text: &str) -> String {
    text.to_lowercase().replace(['’', '‘', '\u{2bc}'], "'")
}

/// Known words in small letters, and words before which a hyphen stays with a space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    known: BTreeSet<String>,
    conjunctions: BTreeSet<String>,
}

impl Words {
    /// Words of all pages that no end of a line breaks, those of the list, and the conjunctions (`en` in `wet- en`).
    pub fn of(pages: &[Page], joined: &[String], conjunctions: &[String]) -> Self {
        let lower = |words: &[String]| words.iter().map(|word| folded(word)).collect();
        let mut words = Self { known: lower(joined), conjunctions: lower(conjunctions) };
        for page in pages {
            let mut broken = false;
            for line in &page.lines {
                let text = page.line_text(line);
                let breaks = text.trim_end().ends_with(['-', '\u{2010}', '\u{ad}']);
                let found: Vec<&str> = text.split(|sign: char| !sign.is_alphabetic() && sign != '\u{ad}').collect();
                let n = found.len();
                let whole = found.into_iter().enumerate().filter(|(index, word)| {
                    let first = broken && *index == 0;
                    // What follows the last hyphen is empty; the word before it is the broken one.
                    let last = breaks && index + 2 >= n;
                    !word.is_empty() && !first && !last
                });
                words.known.extend(whole.map(|(_, word)| word.replace('\u{ad}', "").to_lowercase()));
                broken = breaks;
            }
        }
        words
    }

    /// Whether the document or the recipe knows this word, in small letters.
    pub(crate) fn is_known(&self, word: &str) -> bool {
        self.known.contains(word)
    }

    #[cfg(test)]
    pub(crate) fn with(mut self, word: &str) -> Self {
        self.known.insert(word.to_owned());
        self
    }

    /// Whether two parts are one known word without a hyphen between them.
    pub(crate) fn joins(&self, before: &str, after: &str) -> bool {
        self.known.contains(&format!("{before}{after}").to_lowercase())
    }

    /// Whether a hyphen before this word belongs to what was left out: `wet- en regelgeving`.
    pub(crate) fn is_conjunction(&self, word: &str) -> bool {
        self.conjunctions.contains(&word.to_lowercase())
    }
}
