// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Areas by what people type: the start of a code, or of words of a name, with the larger area behind a comma.
//!
//! In: a snapshot, once; then anything that was typed. Out: [`Found`]. Invariant: the same query gives the same areas
//! in the same order; no query takes long or panics. Case, accents and signs make no difference. Not here: one area
//! that must be meant (`find.rs`).

mod fold;
mod near;

use std::ops::Range;

use crate::snapshot::{AreaAt, Snapshot};
pub(crate) use fold::folded;

/// Longest query that is looked at, in characters; no name is as long.
const MAX_QUERY: usize = 120;
/// Most words of a query that are looked at.
const MAX_WORDS: usize = 8;

/// All areas of a snapshot by code and by the words of their names.
#[derive(Debug)]
pub struct SearchIndex {
    /// In the order of the levels (largest areas first), then of the codes.
    areas: Vec<Entry>,
    /// Folded names, one behind the other.
    text: String,
    /// Every start of a word in `text`, with its area; sorted by the word, then the area.
    words: Vec<(Range<u32>, u32)>,
    /// Codes in capitals, and once more without the letters they begin with; sorted.
    codes: Vec<(String, u32)>,
}

#[derive(Debug)]
struct Entry {
    at: AreaAt,
    /// Its folded name in `text`.
    name: Range<u32>,
    /// The areas that it lies in.
    above: Vec<u32>,
}

/// What a query found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Areas that match; 0 when `areas` are only the nearest names.
    pub n_matched: usize,
    /// At most as many as asked for, the best first.
    pub areas: Vec<AreaAt>,
}

impl SearchIndex {
    /// Reads all names and codes of a snapshot.
    pub fn new(snapshot: &Snapshot) -> Self {
        let mut index = Self { areas: Vec::new(), text: String::new(), words: Vec::new(), codes: Vec::new() };
        let mut first_of_level = Vec::with_capacity(snapshot.levels().len());
        for level in snapshot.levels() {
            first_of_level.push(index.areas.len());
            for (area_index, (code, name)) in level.codes().iter().zip(level.names()).enumerate() {
                let position = index.areas.len() as u32;
                let start = index.text.len() as u32;
                index.text.push_str(&folded(name));
                let end = index.text.len() as u32;
                let own = &index.text[start as usize..];
                let starts = own.char_indices().filter(|(at, _)| *at == 0 || own.as_bytes()[at - 1] == b' ');
                index.words.extend(starts.map(|(at, _)| (start + at as u32..end, position)));
                let code = code.to_uppercase();
                let digits = code.trim_start_matches(|letter: char| !letter.is_ascii_digit());
                if !digits.is_empty() && digits.len() < code.len() {
                    index.codes.push((digits.to_owned(), position));
                }
                index.codes.push((code, position));
                let above = level.lies_in().iter().filter_map(|(level, of)| {
                    let first: usize = *first_of_level.get(*level)?;
                    Some((first + of[area_index]?) as u32)
                });
                let at = AreaAt { level: level.position(), index: area_index };
                index.areas.push(Entry { at, name: start..end, above: above.collect() });
            }
        }
        index.codes.sort_unstable();
        let text = &index.text;
        let word = |range: &Range<u32>| &text[range.start as usize..range.end as usize];
        index.words.sort_unstable_by(|(one, area), (other, area_of_other)| {
            (word(one), area).cmp(&(word(other), area_of_other))
        });
        index
    }

    /// The areas that a query finds: those of a code that begins so; else those with words that begin so, names
    /// that are exactly so first, then larger areas, then names that begin so; ties by code. Where nothing matches,
    /// the nearest names.
    pub fn find(&self, query: &str, limit: usize) -> Found {
        let query: String = query.trim().chars().take(MAX_QUERY).collect();
        let mut matched = self.by_code(&query);
        if matched.is_empty() {
            matched = self.by_name(&query);
        }
        let n_matched = matched.len();
        if n_matched == 0 {
            matched = self.nearest(&folded(&query), limit);
        }
        matched.truncate(limit);
        Found { n_matched, areas: matched.into_iter().map(|position| self.areas[position as usize].at).collect() }
    }

    fn name(&self, position: u32) -> &str {
        let name = &self.areas[position as usize].name;
        &self.text[name.start as usize..name.end as usize]
    }

    /// Areas whose code begins so. A word without a digit is no code.
    fn by_code(&self, query: &str) -> Vec<u32> {
        let code = query.to_uppercase();
        if code.contains(char::is_whitespace) || !code.bytes().any(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let from = self.codes.partition_point(|(known, _)| *known < code);
        let begin_so = self.codes[from..].iter().take_while(|(known, _)| known.starts_with(&code));
        let mut areas: Vec<u32> = begin_so.map(|(_, position)| *position).collect();
        areas.sort_unstable();
        areas.dedup();
        areas
    }

    /// Areas in whose name, or in whose name and those of the areas around it, every word of the query begins a word.
    fn by_name(&self, query: &str) -> Vec<u32> {
        let (name, around) = query.split_once(',').unwrap_or((query, ""));
        let (name, around) = (folded(name), folded(around));
        let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).take(MAX_WORDS).collect();
        let around: Vec<&str> = around.split(' ').filter(|word| !word.is_empty()).take(MAX_WORDS).collect();
        let lies_so = |position: &u32| {
            let above = &self.areas[*position as usize].above;
            around.iter().all(|word| above.iter().any(|&above| has_word(self.name(above), word)))
        };
        let mut areas: Vec<u32> = self.with_words(&words, false);
        if areas.is_empty() {
            // `oost schiedam`: the larger area without a comma.
            areas = self.with_words(&words, true);
        }
        areas.retain(lies_so);
        areas.sort_unstable_by_key(|&position| {
            let own = self.name(position);
            // The level, then the code: the order of the list itself.
            (own != name, self.areas[position as usize].at.level, !own.starts_with(&name), position)
        });
        areas
    }

    /// Areas with all words, each at the start of a word; at least one in their own name.
    fn with_words(&self, words: &[&str], also_around: bool) -> Vec<u32> {
        let begin_so = |word: &str| {
            let own = |range: &Range<u32>| &self.text[range.start as usize..range.end as usize];
            let from = self.words.partition_point(|(known, _)| own(known) < word);
            let n = self.words[from..].partition_point(|(known, _)| own(known).starts_with(word));
            from..from + n
        };
        let ranges: Vec<Range<usize>> = words.iter().map(|word| begin_so(word)).collect();
        // The word that fewest areas have decides which are looked at; of several ways round, each has its turn.
        let fewest = ranges.iter().filter(|_| !also_around).min_by_key(|range| range.len());
        let looked_at: Vec<&Range<usize>> =
            if also_around { ranges.iter().collect() } else { fewest.into_iter().collect() };
        let has_all = |position: u32| {
            words.iter().all(|word| {
                let above = &self.areas[position as usize].above;
                has_word(self.name(position), word)
                    || also_around && above.iter().any(|&above| has_word(self.name(above), word))
            })
        };
        let positions =
            looked_at.into_iter().flat_map(|range| &self.words[range.clone()]).map(|(_, position)| *position);
        let mut areas: Vec<u32> = positions.filter(|position| has_all(*position)).collect();
        areas.sort_unstable();
        areas.dedup();
        areas
    }

    /// The areas whose names differ least from what was typed.
    fn nearest(&self, name: &str, limit: usize) -> Vec<u32> {
        let name = name.split_once(',').map_or(name, |(name, _)| name).trim();
        let names = (0..self.areas.len() as u32).map(|position| (self.name(position), position));
        near::nearest(name, names, limit)
    }
}

/// Whether a folded name has a word that begins so.
fn has_word(name: &str, start: &str) -> bool {
    name.split(' ').any(|word| word.starts_with(start))
}

#[cfg(test)]
mod tests;
