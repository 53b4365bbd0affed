// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Where a word may be broken at the end of a line, and with which of the two hyphens.
//!
//! In: words with `~` where an invisible hyphen shows itself, or `|` where a real one is set. Out: for a word in a
//! text, the places at which it may be broken. A hyphen that the word has anyway is a place too. Any other word is
//! never broken.

use std::collections::BTreeMap;

/// Words that may be broken.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hyphens {
    /// By the word in small letters: its signs before each place, and the sign that is set there.
    places: BTreeMap<String, Vec<(usize, char)>>,
}

impl Hyphens {
    pub(crate) fn new<'w>(words: impl IntoIterator<Item = &'w String>) -> Self {
        let mut places = BTreeMap::new();
        for marked in words {
            let (mut word, mut found) = (String::new(), Vec::new());
            for sign in marked.chars() {
                match sign {
                    '~' => found.push((word.chars().count(), '\u{ad}')),
                    '|' => found.push((word.chars().count(), '-')),
                    other => word.push(other),
                }
            }
            places.insert(word, found);
        }
        Self { places }
    }

    /// Places in a word with the signs around it: what stands before, with its hyphen, and what stands after.
    pub(super) fn splits(&self, word: &str) -> Vec<(String, String)> {
        let mut splits: Vec<(String, String)> = Vec::new();
        for (at, _) in word.match_indices('-') {
            let (before, after) = word.split_at(at + 1);
            let inner = before.len() > 2 && after.starts_with(char::is_alphabetic);
            if inner {
                splits.push((before.to_owned(), after.to_owned()));
            }
        }
        let start = word.len() - word.trim_start_matches(|sign: char| !sign.is_alphabetic()).len();
        let end = word.trim_end_matches(|sign: char| !sign.is_alphabetic()).len();
        let core = word.get(start..end).unwrap_or("");
        for (n, hyphen) in self.places.get(&core.to_lowercase()).into_iter().flatten() {
            let at = start + core.chars().take(*n).map(char::len_utf8).sum::<usize>();
            splits.push((format!("{}{hyphen}", &word[..at]), word[at..].to_owned()));
        }
        splits.sort_by_key(|(before, _)| before.len());
        splits
    }
}
