// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Two documents side by side, per 10,000 words.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::{BTreeMap, BTreeSet};

use kapstok_read::compare::{KeynessOptions, Length, compare_word, differences, keyness};
use kapstok_read::{Document, Limits, Recipe, Unit, extract, units};

fn recipe() -> Recipe {
    Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap()
}

fn read(text: &str) -> (Document, Vec<Unit>) {
    let recipe = recipe();
    let document = Document::of(extract(text.as_bytes(), &Limits::default()).unwrap(), &recipe);
    let units = units(&document, &recipe);
    (document, units)
}

#[test]
fn once_in_a_short_text_is_more_than_once_in_a_long_one() {
    // Nine words and one sign; nineteen words.
    let (short, short_units) = read("De wijk krijgt een nieuwe school en een plein.");
    let (long, long_units) =
        read(&format!("De wijk krijgt een nieuwe school en een plein. {}", "Het water stijgt. ".repeat(3)));
    let lengths = [Length::of(&short, &short_units), Length::of(&long, &long_units)];
    assert_eq!(lengths.map(|length| (length.words, length.sentences)), [(9, 1), (18, 4)]);
    let found = compare_word("wijk*", [&short_units, &long_units], &recipe()).unwrap();
    assert_eq!(found.counts, [1, 1]);
    assert!((found.per_10_000[0] - 10_000.0 / 9.0).abs() < 1e-9 && (found.ratio.unwrap().value - 2.0).abs() < 1e-9);
    // And nobody can conclude anything from it.
    assert!(found.g2.abs() < 3.84 && found.ratio.unwrap().lower < 1.0);
}

#[test]
fn the_words_of_each_document_come_out_and_change_sides_with_it() {
    let (_, one) = read(&"De school krijgt een plein. ".repeat(30));
    let (_, other) = read(&"De haven krijgt een kade. ".repeat(30));
    let left_out: BTreeSet<String> = ["de", "een"].map(str::to_owned).into();
    let options = KeynessOptions { left_out: &left_out, least: 3, most: 10 };
    let names = |found: &[kapstok_read::compare::Difference]| -> Vec<String> {
        found.iter().map(|row| row.what.clone()).collect()
    };
    let [of_one, of_other] = keyness([&one, &other], &options);
    // `krijgt` stands as often in both, and is of neither.
    assert_eq!(
        (names(&of_one), names(&of_other)),
        (vec!["plein".into(), "school".into()], vec!["haven".into(), "kade".into()])
    );
    let [turned, _] = keyness([&other, &one], &options);
    assert_eq!(names(&turned), names(&of_other));
    assert_eq!(turned[0].g2, -of_other[0].g2);
}

#[test]
fn cells_of_a_matrix_are_compared_by_name() {
    let one: BTreeMap<String, usize> = [("zorg / wijk".to_owned(), 4)].into();
    let other: BTreeMap<String, usize> = [("zorg / wijk".to_owned(), 1), ("werk / geen".to_owned(), 7)].into();
    let found = differences(&one, &other, [1_000, 2_000]);
    let rows: Vec<(&str, [usize; 2])> = found.iter().map(|row| (row.what.as_str(), row.counts)).collect();
    assert_eq!(rows, [("werk / geen", [0, 7]), ("zorg / wijk", [4, 1])]);
    assert!(found[0].g2 < 0.0 && found[1].g2 > 0.0);
}
