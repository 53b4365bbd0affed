// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is a mention and what is none, and the law that nothing is dropped.

use proptest::prelude::*;

use super::*;
use crate::recipe::{Entry, Titles};
use crate::text::Words;
use crate::token::tokens;

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn patterns(written: &[&str]) -> Vec<Pattern> {
    written.iter().map(|text| Pattern::parse(text).unwrap()).collect()
}

fn entry(key: &str, any: &[&str], not: &[&str], needs: &[&str]) -> Entry {
    Entry {
        key: key.to_owned(),
        title: Titles { nl: key.to_owned(), en: key.to_owned() },
        scale: None,
        any: patterns(any),
        not: patterns(not),
        near: patterns(if key == "ward" { &["estate plan"] } else { &[] }),
        needs: patterns(needs),
        unframed: patterns(&["a safe ward"]),
        refers: Vec::new(),
    }
}

fn lexicon() -> Lexicon {
    let entries = vec![
        entry("ward", &["*ward", "wards"], &["toward", "award", "a ward sister"], &[]),
        entry("poor-ward", &["poor ward|wards"], &[], &[]),
        entry("area", &["area|areas"], &["area of expertise"], &["street*", "homes"]),
    ];
    Lexicon { entries, scales: Vec::new(), links: Vec::new() }
}

fn read(text: &str) -> Vec<String> {
    let found = mentions_in(&tokens(text, &Words::default()), &lexicon());
    let say = |one: &Mention| format!("{} {}", lexicon().entries[one.entry].key, &text[one.span.clone()]);
    let mut said: Vec<String> = found.hits.iter().map(|one| format!("hit {}", say(one))).collect();
    said.extend(found.excluded.iter().map(|one| format!("not {} by {:?}", say(&one.mention), one.reason)));
    said.extend(found.near.iter().map(|one| format!("near {}", say(one))));
    said
}

#[test]
fn a_rule_beats_a_hit_longer_words_win_and_a_scope_word_is_needed() {
    let cases: [(&str, &[&str]); 7] = [
        ("The ward gets light.", &["hit ward ward"]),
        ("We work toward an award.", &["not ward toward by Rule(\"toward\")", "not ward award by Rule(\"award\")"]),
        ("She is a ward sister.", &["not ward ward by Rule(\"a ward sister\")"]),
        ("In poor wards.", &["hit poor-ward poor wards", "not ward wards by Longer(1)"]),
        ("In these areas.", &["not area areas by Needs"]),
        (
            "Homes in these areas, an area of expertise.",
            &["hit area areas", "not area area by Rule(\"area of expertise\")"],
        ),
        ("An estate plan.", &["near ward estate plan"]),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text), expected, "{text:?}");
    }
}

#[test]
fn a_general_value_is_a_mention_that_frames_nothing() {
    let text = "Everybody wants a safe ward.";
    let found = mentions_in(&tokens(text, &Words::default()), &lexicon());
    assert_eq!(found.hits[0].unframed.as_deref(), Some("a safe ward"));
}

proptest! {
    #[test]
    fn hits_and_excluded_are_all_that_the_words_match(words in prop::collection::vec(
        prop::sample::select(vec!["ward", "a", "toward", "poor", "wards", "sister", "area", "homes", "of", "expertise", "."]),
        0..40,
    )) {
        let text = words.join(" ");
        let tokens = tokens(&text, &Words::default());
        let found = mentions_in(&tokens, &lexicon());
        for (entry, is_raw) in [
            (0, (|word: &str| word.ends_with("ward") || word == "wards") as fn(&str) -> bool),
            (2, |word: &str| word == "area"),
        ] {
            let raw: Vec<usize> = (0..tokens.len()).filter(|index| is_raw(&tokens[*index].text)).collect();
            let of = |one: &&Mention| one.entry == entry;
            let mut told: Vec<usize> = found.hits.iter().filter(of).map(|one| one.tokens.start).collect();
            told.extend(found.excluded.iter().map(|one| &one.mention).filter(of).map(|one| one.tokens.start));
            told.sort_unstable();
            prop_assert_eq!(told, raw);
        }
        let mut every = found.hits.iter().chain(&found.near).chain(found.excluded.iter().map(|one| &one.mention));
        prop_assert!(every.all(|one| one.span.end <= text.len() && !text[one.span.clone()].is_empty()));
        // No two hits of different length share a word.
        for one in &found.hits {
            for other in &found.hits {
                prop_assert!(!overlap(&one.tokens, &other.tokens) || one.tokens.len() == other.tokens.len());
            }
        }
    }
}
