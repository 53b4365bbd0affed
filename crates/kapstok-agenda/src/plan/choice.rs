// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Words of a field (`planned`, `strong`, `confirmed`) as people write them, in both languages (`choices.toml`).
//!
//! In: a field and the text of a cell. Out: the word of the table of fields, or none. Not here: words shown to people,
//! which come from `text/`; a test holds them against this table.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::fold::fold;

const CHOICES: &str = include_str!("choices.toml");

type Table = BTreeMap<String, BTreeMap<String, Vec<String>>>;

static TABLE: LazyLock<Table> = LazyLock::new(|| toml::from_str(CHOICES).unwrap_or_default());
/// Field, folded spelling, word.
static BY_KEY: LazyLock<BTreeMap<(&str, String), &str>> = LazyLock::new(|| {
    let mut known = BTreeMap::new();
    for (field, words) in TABLE.iter() {
        for (word, spellings) in words {
            for spelling in spellings.iter().chain([word]) {
                known.insert((field.as_str(), fold(spelling)), word.as_str());
            }
        }
    }
    known
});

/// The word of a field that a text means.
pub(super) fn choice(field: &'static str, text: &str) -> Option<&'static str> {
    BY_KEY.get(&(field, fold(text))).copied()
}

/// One spelling of every word of a field, to show what could be written.
pub(super) fn spellings(field: &str) -> String {
    let words = TABLE.get(field).into_iter().flatten();
    words.map(|(word, spellings)| spellings.first().unwrap_or(word).as_str()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::{ANSWERS, EVIDENCE, PROMISE_SOURCES, SIDES, STAGES};

    #[test]
    fn every_word_of_the_table_of_fields_can_be_written_and_no_spelling_means_two() {
        let fields = [
            ("side", SIDES),
            ("evidence", EVIDENCE),
            ("stage", STAGES),
            ("answer", ANSWERS),
            ("source_kind", PROMISE_SOURCES),
        ];
        for (field, words) in fields {
            let table: Table = toml::from_str(CHOICES).unwrap();
            let spelled: Vec<String> = table[field].values().flatten().map(|spelling| fold(spelling)).collect();
            let mut once = spelled.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), spelled.len(), "{field}");
            for word in words {
                assert_eq!(choice(field, word), Some(*word), "{field} {word}");
            }
            assert_eq!(table[field].len(), words.len(), "{field}");
        }
    }

    #[test]
    fn words_are_read_in_both_languages() {
        for (field, text, word) in [
            ("stage", "Toegezegd", Some("committed")),
            ("stage", " geraamd* ", Some("planned")),
            ("evidence", "STERK", Some("strong")),
            ("answer", "niet akkoord", Some("refused")),
            ("stage", "loopt", None),
        ] {
            assert_eq!(choice(field, text), word, "{text}");
        }
    }
}
