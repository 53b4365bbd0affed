// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The documents of the invented region, read as they are, beside what is true of them.
#![expect(clippy::disallowed_methods, reason = "tests read files; the crate does not")]
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use kapstok_read::block::BlockKind;
use kapstok_read::{Document, Limits, ReadWarning, Recipe, extract};
use serde_json::Value;

/// A document, its sentences, and the recipe that reads it.
const DOCUMENTS: [(&str, &str, &str); 3] = [
    ("programma-coalitie.pdf", "zinnen.jsonl", "nl"),
    ("manifest-burgemeesters.pdf", "zinnen-manifest.jsonl", "nl"),
    ("area-plan-en.pdf", "sentences-en.jsonl", "en"),
];

/// The least share of sentences that are read word for word, each in its section and on its page.
const LEAST: f64 = 0.98;

fn region(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/voorbeeldstreek").join(path)
}

fn read(name: &str, language: &str) -> Document {
    let recipe = match language {
        "nl" => include_str!("../../../recipes/read-nl-coalition/recipe.toml"),
        _ => include_str!("../../../recipes/read-en-plan/recipe.toml"),
    };
    let recipe = Recipe::parse(recipe).0.unwrap();
    let bytes = std::fs::read(region("documents").join(name)).unwrap();
    Document::of(extract(&bytes, &Limits::default()).unwrap(), &recipe)
}

fn truth(name: &str) -> Value {
    let all = std::fs::read_to_string(region("truth/document.json")).unwrap();
    serde_json::from_str::<Value>(&all).unwrap()["documents"][name].clone()
}

/// Sentence, section, pages and kind, as one text that can be shown.
fn lines_of_truth(file: &str) -> Vec<String> {
    let text = std::fs::read_to_string(region("truth").join(file)).unwrap();
    let line = |line: &str| {
        let row: Value = serde_json::from_str(line).unwrap();
        let section: Vec<&str> = row["section"].as_array().unwrap().iter().map(|part| part.as_str().unwrap()).collect();
        let page = row["page"].as_u64().map(|page| page.to_string());
        shown(
            row["sentence"].as_str().unwrap(),
            &section,
            page.as_deref(),
            row["pdf_page"].as_u64().unwrap(),
            &row["block"],
        )
    };
    text.lines().map(line).collect()
}

fn shown(sentence: &str, section: &[&str], page: Option<&str>, pdf_page: u64, block: &Value) -> String {
    let page = page.unwrap_or("-");
    format!("{sentence} [{}, page {page} ({pdf_page}), {}]", section.join(" / "), block.as_str().unwrap())
}

fn lines_read(document: &Document) -> Vec<String> {
    let line = |sentence: &kapstok_read::Sentence| {
        let place = &sentence.place;
        let section: Vec<&str> = place.section().iter().map(|name| &**name).collect();
        let kind = if document.blocks[sentence.block].kind == BlockKind::Item { "b" } else { "p" };
        shown(place.quote(), &section, place.printed(), place.page().into(), &Value::from(kind))
    };
    document.sentences.iter().map(line).collect()
}

#[test]
fn each_sentence_is_read_word_for_word_in_its_section_and_on_its_page() {
    for (name, file, language) in DOCUMENTS {
        let (expected, found) = (lines_of_truth(file), lines_read(&read(name, language)));
        let mut left: BTreeMap<&String, usize> = BTreeMap::new();
        found.iter().for_each(|line| *left.entry(line).or_default() += 1);
        let mut missed = Vec::new();
        for line in &expected {
            match left.get_mut(line).filter(|n| **n > 0) {
                Some(n) => *n -= 1,
                None => missed.push(line),
            }
        }
        let more: Vec<&String> = left.iter().filter(|(_, n)| **n > 0).map(|(line, _)| *line).collect();
        let n_read = expected.len() - missed.len();
        println!("{name}: {n_read} of {} sentences", expected.len());
        let share = n_read as f64 / expected.len() as f64;
        let told = format!("{name}: {n_read} of {}\nmissed: {missed:#?}\nread instead: {more:#?}", expected.len());
        assert!(share >= LEAST, "{told}");
        assert!(missed.is_empty() && more.is_empty(), "a miss that is not named here\n{told}");
    }
}

#[test]
fn nothing_is_doubtful_but_the_hyphens_that_cannot_be_seen() {
    for (name, _, language) in DOCUMENTS {
        let document = read(name, language);
        let soft = |warning: &&ReadWarning| matches!(warning, ReadWarning::SoftHyphens { signs } if *signs > 0);
        assert_eq!(document.warnings.len(), document.warnings.iter().filter(soft).count(), "{:?}", document.warnings);
        let count = |key: &str| usize::try_from(truth(name)[key].as_u64().unwrap()).unwrap();
        assert_eq!(
            (document.coverage.pages, document.coverage.footnotes),
            (count("pages"), count("footnotes")),
            "{name}"
        );
    }
    let programme = read("programma-coalitie.pdf", "nl");
    assert!(programme.warnings.iter().any(|warning| matches!(warning, ReadWarning::SoftHyphens { .. })));
}

/// The traps lie where they were planted: in the text as it was extracted, and not in what is read.
#[test]
fn the_traps_of_the_programme_are_in_its_pages_and_not_in_its_sentences() {
    let document = read("programma-coalitie.pdf", "nl");
    let pages: String = document.pages.iter().map(|page| page.text.as_str()).collect();
    let count = |sign: char| pages.chars().filter(|found| *found == sign).count();
    let real = pages.lines().filter(|line| line.ends_with('-')).count();
    println!("soft hyphens {}, hyphens at ends of lines {real}, ligatures {}", count('\u{ad}'), count('\u{fb01}'));
    assert!(
        count('\u{ad}') >= 3 && real >= 3 && count('\u{fb01}') >= 3,
        "{} {real} {}",
        count('\u{ad}'),
        count('\u{fb01}')
    );
    for sentence in &document.sentences {
        assert!(!sentence.place.quote().contains(['\u{ad}', '\u{fb01}']), "{}", sentence.place.quote());
    }
    let over_pages = |sentence: &&kapstok_read::Sentence| {
        sentence.place.pieces().first().map(|piece| piece.page)
            != sentence.place.pieces().last().map(|piece| piece.page)
    };
    assert!(document.sentences.iter().filter(over_pages).count() >= 1);
}

#[test]
fn the_annex_is_read_cell_by_cell() {
    for (name, language) in [("programma-coalitie.pdf", "nl"), ("area-plan-en.pdf", "en")] {
        let (document, truth) = (read(name, language), truth(name));
        let tables: Vec<_> = document.blocks.iter().filter_map(|block| block.table.as_ref()).collect();
        assert_eq!(tables.len(), 1, "{name}");
        // The first row holds the titles of the columns.
        let read: Vec<(String, Vec<Option<i64>>)> = tables[0].rows[1..]
            .iter()
            .map(|row| {
                let figures = row.cells.iter().map(|cell| Some(cell.as_ref()?.figure.as_ref()?.digits));
                (row.label.as_ref().unwrap().quote().to_owned(), figures.collect())
            })
            .collect();
        let expected: Vec<(String, Vec<Option<i64>>)> = truth["tables"][0]["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                let cells = row["thousands"].as_object().unwrap().values().map(Value::as_i64).collect();
                (row["label"].as_str().unwrap().to_owned(), cells)
            })
            .collect();
        assert_eq!(read, expected, "{name}");
    }
}

#[test]
fn planted_words_are_found_where_they_were_planted_and_nowhere_else() {
    let document = read("programma-coalitie.pdf", "nl");
    let mentions = truth("programma-coalitie.pdf")["mentions"].clone();
    for word in ["wijkaanpak", "wijkenaanpak"] {
        let found: Vec<&str> = document
            .sentences
            .iter()
            .map(|sentence| sentence.place.quote())
            .filter(|quote| quote.split(|sign: char| !sign.is_alphabetic()).any(|found| found == word))
            .collect();
        let planted: Vec<&str> =
            mentions[word].as_array().unwrap().iter().map(|row| row["sentence"].as_str().unwrap()).collect();
        assert_eq!((found.len(), &found), (1, &planted), "{word}");
    }
    let abuse = |sentence: &kapstok_read::Sentence| sentence.place.quote().contains("huiselijk");
    assert!(!document.sentences.iter().any(abuse), "nobody was promised anything about violence at home");
}
