// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The coalition agreement of 2021 as it was published, where it is at hand (`KAPSTOK_DATA`, or `../shared/data` beside
//! the checkout), against its sentences and its budget table as others wrote them down. Without the files each test
//! says what it did not run.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(clippy::disallowed_methods, reason = "tests read files; the crate does not")]

#[path = "real/money.rs"]
mod money;
#[path = "real/perturbed.rs"]
mod perturbed;
#[path = "real/promises.rs"]
mod promises;
#[path = "real/reading.rs"]
mod reading;
#[path = "real/words.rs"]
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use kapstok_read::block::BlockKind;
use kapstok_read::{Document, Limits, Recipe, extract};
use serde_json::Value;

fn root() -> PathBuf {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    std::env::var_os("KAPSTOK_DATA").map_or_else(beside, PathBuf::from).join("policy")
}

fn data(name: &str) -> Option<Vec<u8>> {
    let found = std::fs::read(root().join(name)).ok();
    if found.is_none() {
        println!("not run: policy/{name} is not at hand");
    }
    found
}

const PDF: &str = "coalitieakkoord-2021-2025.pdf";

fn document() -> Option<&'static Document> {
    static READ: OnceLock<Option<Document>> = OnceLock::new();
    READ.get_or_init(|| {
        let bytes = data(PDF)?;
        let recipe = Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
        Some(Document::of(extract(&bytes, &Limits::default()).unwrap(), &recipe))
    })
    .as_ref()
}

fn json(name: &str) -> Option<Value> {
    Some(serde_json::from_slice(&data(name)?).unwrap())
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Counts what holds and what does not, and prints it; a share below the floor fails.
fn tell(what: &str, passed: usize, of: usize, floor: f64) {
    println!("{what}: {passed} passed, {} failed", of - passed);
    assert!(passed as f64 >= floor * of as f64, "{what}: {passed} of {of}, at least {floor} expected");
}

#[test]
fn its_sentences_are_found_with_page_section_and_kind() {
    let (Some(document), Some(known)) = (document(), json("sentences.json")) else { return };
    let known = known.as_array().unwrap();
    let mut ours: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, row) in document.sentences.iter().enumerate() {
        ours.entry(plain(row.place.quote())).or_default().push(index);
    }
    let (mut found, mut page, mut section, mut kind) = (0, 0, 0, 0);
    for row in known {
        let text = plain(row["sentence"].as_str().unwrap());
        let path: Vec<&str> = row["section"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        let printed = row["page"].as_u64().map(|page| page.to_string());
        let Some(same) = ours.get(&text) else {
            println!("not found, id {}: {}", row["id"], text.chars().take(60).collect::<String>());
            continue;
        };
        let any = |is: &dyn Fn(usize) -> bool| usize::from(same.iter().any(|index| is(*index)));
        let place = |index: usize| &document.sentences[index].place;
        found += 1;
        let same_page = any(&|index| place(index).printed() == printed.as_deref());
        if same_page == 0 {
            // The list gives the page where the item begins, also for what stands on the next.
            let begins = same
                .iter()
                .any(|index| document.blocks[document.sentences[*index].block].place.printed() == printed.as_deref());
            println!("other page, id {}: {}", row["id"], if begins { "that of its item" } else { "unexplained" });
            assert!(begins, "id {}", row["id"]);
        }
        page += same_page;
        section += any(&|index| place(index).section().iter().map(|name| &**name).eq(path.iter().copied()));
        let is_item = |index: usize| document.blocks[document.sentences[index].block].kind == BlockKind::Item;
        kind += any(&|index| is_item(index) == (row["kind"] == "b"));
    }
    tell("sentences found exactly", found, known.len(), 0.97);
    tell("of all, with the same printed page", page, known.len(), 0.97);
    tell("of those found, with the same section path", section, found, 0.98);
    tell("of those found, with the same kind", kind, found, 0.98);
}

#[test]
fn it_has_all_59_sections_of_the_list_and_one_of_the_annex() {
    let (Some(document), Some(known)) = (document(), json("sentences.json")) else { return };
    let path = |row: &Value| -> Vec<String> {
        row["section"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    let known: BTreeSet<Vec<String>> = known.as_array().unwrap().iter().map(path).collect();
    let ours: BTreeSet<Vec<String>> =
        document.sentences.iter().map(|row| row.place.section().iter().map(ToString::to_string).collect()).collect();
    assert_eq!((known.len(), known.difference(&ours).count()), (59, 0));
    let more: Vec<&Vec<String>> = ours.difference(&known).collect();
    // The list leaves out the text between the tables of the annex.
    assert_eq!(more, [&vec!["Bijlage: financiën".to_owned(), "Toelichting".to_owned()]]);
    assert_eq!(document.warnings, []);
    println!("{:?}", document.coverage);
}

#[test]
fn its_budget_table_is_read_cell_for_cell() {
    let (Some(document), Some(known)) = (document(), json("annex-budget.json")) else { return };
    let on_page = |block: &&kapstok_read::block::Block| block.place.printed() == Some("45") && block.table.is_some();
    let table = document.blocks.iter().find(on_page).unwrap().table.as_ref().unwrap();
    let titles: Vec<&str> = table.rows[0].cells.iter().flatten().map(|cell| cell.place.quote()).collect();
    assert_eq!(titles, ["2022", "2023", "2024", "2025", "Struc"]);
    let titles: Vec<&str> = table.titles.iter().flatten().map(|title| title.quote()).collect();
    assert_eq!((titles, table.title_rows), (vec!["2022", "2023", "2024", "2025", "Struc"], 1));
    let (mut passed, mut of, mut empty) = (0, 0, 0);
    for row in known["rows"].as_array().unwrap() {
        let label = row["label"].as_str().unwrap();
        let ours = table.rows.iter().find(|found| found.label.as_ref().is_some_and(|found| found.quote() == label));
        let ours = ours.unwrap_or_else(|| panic!("no row `{label}`"));
        for (column, title) in ["2022", "2023", "2024", "2025", "struc"].iter().enumerate() {
            let figure = ours.cells[column].as_ref().map(|cell| cell.figure.unwrap());
            let same = figure.map(|figure| figure.digits) == row["mln_eur"][*title].as_i64();
            if !same {
                println!("{label}, {title}: {figure:?}");
            }
            passed += usize::from(same && figure.is_none_or(|figure| figure.decimals == 0));
            empty += usize::from(figure.is_none());
            of += 1;
        }
    }
    tell("cells of the budget table", passed, of, 1.0);
    assert_eq!((of, empty > 0), (155, true));
}

#[test]
fn what_stands_at_each_place_is_its_quote() {
    let Some(document) = document() else { return };
    let mut n = 0;
    let mut check = |place: &kapstok_read::Place| {
        assert_eq!(place.read_again(&document.pages, &document.words).as_deref(), Some(place.quote()));
        assert!(!place.quote().is_empty());
        n += 1;
    };
    for block in &document.blocks {
        check(&block.place);
        for row in block.table.iter().flat_map(|table| &table.rows) {
            row.label.iter().for_each(&mut check);
            row.cells.iter().flatten().for_each(|cell| check(&cell.place));
        }
    }
    document.sentences.iter().for_each(|sentence| check(&sentence.place));
    println!("places: {n} passed, 0 failed");
    // Each line of each page is in one block.
    let mut seen: Vec<(usize, usize)> = document.blocks.iter().flat_map(|block| block.lines.clone()).collect();
    seen.sort_unstable();
    let lines = document.pages.iter().enumerate();
    let lines: Vec<_> = lines.flat_map(|(page, found)| (0..found.lines.len()).map(move |at| (page, at))).collect();
    println!("lines: {} passed, 0 failed", lines.len());
    assert_eq!(seen, lines);
}

#[test]
fn its_words_are_those_of_another_reader() {
    let Some(document) = document() else { return };
    let Ok(output) = Command::new("pdftotext").arg(root().join(PDF)).arg("-").output() else {
        assert!(std::env::var_os("CI").is_none(), "pdftotext is not installed");
        println!("not run: pdftotext is not installed");
        return;
    };
    let count = |text: &str| {
        let mut words: BTreeMap<String, usize> = BTreeMap::new();
        text.split_whitespace().for_each(|word| *words.entry(word.to_owned()).or_default() += 1);
        words
    };
    let theirs = count(&String::from_utf8_lossy(&output.stdout));
    let text: Vec<&str> = document.pages.iter().map(|page| page.text.as_str()).collect();
    let ours = count(&text.concat());
    let both: usize = theirs.iter().map(|(word, n)| (*n).min(ours.get(word).copied().unwrap_or(0))).sum();
    let (n_ours, n_theirs) = (ours.values().sum::<usize>(), theirs.values().sum::<usize>());
    let (precision, recall) = (both as f64 / n_ours as f64, both as f64 / n_theirs as f64);
    println!("words: precision {precision:.5} of {n_ours}, recall {recall:.5} of {n_theirs}");
    assert!(precision >= 0.995 && recall >= 0.995);
}
