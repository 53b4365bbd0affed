// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a person who types a word is shown, on made documents.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::unit::units;
use crate::{Document, Limits, extract};

fn recipe() -> &'static Recipe {
    static READ: OnceLock<Recipe> = OnceLock::new();
    READ.get_or_init(|| {
        let (recipe, lints) = Recipe::parse(include_str!("../../../../recipes/read-nl-coalition/recipe.toml"));
        assert_eq!(lints, []);
        recipe.unwrap()
    })
}

fn read(text: &str, recipe: &Recipe) -> Vec<Unit> {
    units(&Document::of(extract(text.as_bytes(), &Limits::default()).unwrap(), recipe), recipe)
}

fn said(text: &str, typed: &str) -> (usize, Vec<String>, Vec<String>) {
    let recipe = recipe();
    let count = count(&read(text, recipe), recipe, typed).unwrap();
    let near = count.near.iter().map(|near| format!("{:?} {} {}", near.reason, near.form, near.hits.len())).collect();
    let excluded = count.excluded.iter().map(|one| format!("{} by {}", one.form, one.rule)).collect();
    (count.hits.len(), near, excluded)
}

const TEXT: &str = "# Preventie\n\nEr komt een wijkaanpak. De wijkenaanpak is van de wijken. Een wijk aanpak, of wijk- en \
gezinsaanpak, is een aanpak. Er is ruimte om af te wijken en geen afwijking. De wijkagent blijft.";

#[test]
fn a_typed_word_is_counted_with_what_is_near() {
    let near = ["Elliptic wijk- 1", "Spelling wijk aanpak 1", "Linked wijkenaanpak 1"].map(str::to_owned).to_vec();
    assert_eq!(said(TEXT, "wijkaanpak"), (1, near, vec![]));
}

#[test]
fn a_typed_stem_leaves_out_false_friends_by_the_rule_of_the_lexicon() {
    let (hits, near, excluded) = said(TEXT, "wijk");
    assert_eq!(hits, 1);
    assert_eq!(near, ["Holds wijk- 1", "Holds wijkaanpak 1", "Holds wijken 1", "Holds wijkenaanpak 1"]);
    let forms: Vec<&str> = excluded.iter().filter_map(|one| one.split(' ').next()).collect();
    assert_eq!(forms, ["wijken", "afwijking", "wijkagent"]);
    // Who types the false friend itself means it.
    for (typed, expected) in [("afwijking", 1), ("wijkagent*", 1), ("af te wijken", 1), ("huiselijk geweld", 0)] {
        let (hits, _, excluded) = said(TEXT, typed);
        assert_eq!((hits, excluded), (expected, vec![]), "{typed}");
    }
    assert!(count(&[], recipe(), "..").is_err());
}

#[test]
fn rates_are_per_ten_thousand_words_and_nothing_of_nothing() {
    let recipe = recipe();
    let units = read("# Wijk\n\nDe wijk – 3 straten – krijgt licht.", recipe);
    let found = count(&units, recipe, "wijk").unwrap();
    // The heading has one word, the sentence six: a dash is none.
    assert_eq!(found.words, WordTotals { all: 7, in_sentences: 6 });
    assert_eq!(found.per_ten_thousand(), Some(2.0 * 10_000.0 / 7.0));
    assert_eq!(found.per_ten_thousand_in_sentences(&units), Some(10_000.0 / 6.0));
    assert_eq!(count(&[], recipe, "wijk").unwrap().per_ten_thousand(), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
    fn a_plain_search_finds_nothing_that_is_not_told(words in prop::collection::vec(
        prop::sample::select(vec![
            "wijk", "wijken", "afwijking", "wijkaanpak", "af te wijken", "buurt", "wijk-", "en", "dorpsaanpak", "ontwijkt",
        ]),
        1..30,
    )) {
        let recipe = recipe();
        let text = format!("De {}.", words.join(" "));
        let units = read(&text, recipe);
        let found = count(&units, recipe, "wijk").unwrap();
        let plain: usize = units.iter().map(|unit| unit.place.quote().matches("wijk").count()).sum();
        let near: usize = found.near.iter().filter(|near| near.form.contains("wijk")).map(|near| near.hits.len()).sum();
        prop_assert_eq!(found.hits.len() + found.excluded.len() + near, plain);
        let mut all: Vec<&Hit> = found.hits.iter().chain(found.excluded.iter().map(|one| &one.hit)).collect();
        all.extend(found.near.iter().flat_map(|near| &near.hits));
        let n = all.len();
        all.sort_by_key(|hit| (hit.unit, hit.span.start, hit.span.end));
        all.dedup();
        prop_assert_eq!(all.len(), n);
    }
}
