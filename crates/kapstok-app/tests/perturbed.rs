// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A word moved, a page dropped, a heading renamed: what the commands say of the copy differs there and nowhere else.
//!
//! In: the programme of the invented region, whose PDF is plain text. A copy is made by writing other words of the same
//! length in the same place, so that nothing else of the file changes. Invariant that is tested: an answer comes from
//! the document, not from what is known of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/voorbeeldstreek/documents").join(name)
}

/// The programme, and how it is changed.
struct Copy {
    dir: tempfile::TempDir,
    bytes: Vec<u8>,
}

impl Copy {
    fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap(), bytes: std::fs::read(fixture("programma-coalitie.pdf")).unwrap() }
    }

    /// Writes words of the same length over each place of others, and says over how many.
    fn write_over(&mut self, from: &str, to: &str) -> usize {
        assert_eq!(from.len(), to.len());
        let n = from.len();
        let places: Vec<usize> =
            (0..self.bytes.len() - n).filter(|at| self.bytes[*at..].starts_with(from.as_bytes())).collect();
        places.iter().for_each(|at| self.bytes[*at..at + n].copy_from_slice(to.as_bytes()));
        places.len()
    }

    fn path(&self) -> String {
        let path = self.dir.path().join("programma.pdf");
        std::fs::write(&path, &self.bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

/// As the file writes a text.
fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02X}")).collect()
}

fn json(arguments: &[&str]) -> Value {
    let mut command = Command::cargo_bin("kapstok").unwrap();
    let output = command.args(["--lang", "en", "read"]).args(arguments).arg("--json").output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {error}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn whole() -> String {
    fixture("programma-coalitie.pdf").to_str().unwrap().to_owned()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("no list: {value}"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

fn count(path: &str, word: &str) -> Vec<Value> {
    list(&json(&["count", path, word])["hits"]).to_vec()
}

/// Each statement of a page with its lowest rung.
fn ladder(path: &str, page: usize) -> Vec<(Vec<String>, String, String)> {
    let rows = json(&["ladder", path, "--page", &page.to_string()]);
    let section = |row: &Value| list(&row["section"]).iter().map(|name| text(name).to_owned()).collect();
    let row = |row: &Value| (section(row), text(&row["quote"]).to_owned(), text(&row["lowest"]).to_owned());
    list(&rows["ladders"]).iter().map(row).collect()
}

/// Each ask with its verdict, the chosen quote and its section.
fn answers(path: &str) -> Vec<(String, Option<String>, Value)> {
    let manifest = fixture("manifest-burgemeesters.pdf");
    let found = json(&["answer", manifest.to_str().unwrap(), path]);
    let answer = |answer: &Value| {
        let chosen = answer["chosen"].as_u64().and_then(|at| answer["candidates"].get(usize::try_from(at).unwrap()));
        let place = chosen.map_or(&Value::Null, |chosen| &chosen["place"]);
        (text(&answer["verdict"]).to_owned(), place["quote"].as_str().map(str::to_owned), place["section"].clone())
    };
    list(&found["answers"]).iter().map(answer).collect()
}

/// Quotes of all statements with their section.
fn statements(path: &str) -> Vec<(Value, Value)> {
    let dir = tempfile::tempdir().unwrap();
    let to = dir.path().join("statements.jsonl");
    let _ = json(&[path, "-o", to.to_str().unwrap()]);
    let lines = std::fs::read_to_string(&to).unwrap();
    let rows = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    rows.map(|row| (row["section"].clone(), row["quote"].clone())).collect()
}

#[test]
fn a_word_in_another_chapter_is_found_in_that_chapter() {
    let (word, other) = ("wijkaanpak", "bouwgebied");
    let mut copy = Copy::new();
    // The two words change places.
    assert_eq!(copy.write_over(&hex(&format!(" {other}")), &hex(" ----------")), 1);
    assert_eq!(copy.write_over(&hex(&format!(" {word}")), &hex(&format!(" {other}"))), 1);
    assert_eq!(copy.write_over(&hex(" ----------"), &hex(&format!(" {word}"))), 1);
    let (before, after) = (count(&whole(), word), count(&copy.path(), word));
    assert_eq!((before.len(), after.len()), (1, 1));
    assert_eq!(before[0]["section"], serde_json::json!(["1. Veiligheid", "Preventie"]));
    assert!(text(&after[0]["section"][0]).starts_with("2. "), "{}", after[0]);
    assert!(text(&after[0]["quote"]).contains("wijkaanpak") && after[0]["page"] == "2", "{}", after[0]);
    // The other word went the other way.
    assert_eq!(count(&copy.path(), other)[0]["section"], before[0]["section"]);
    // A form beside it stays where it was, and so does every other statement.
    let places = |path: &str| -> Vec<(Value, Value, Value)> {
        let of = |hit: &Value| (hit["section"].clone(), hit["quote"].clone(), hit["mark"].clone());
        count(path, "wijkenaanpak").iter().map(of).collect()
    };
    assert_eq!(places(&copy.path()), places(&whole()));
    let (old, new) = (statements(&whole()), statements(&copy.path()));
    assert_eq!(old.len(), new.len());
    let changed: Vec<_> = old.iter().zip(&new).filter(|(old, new)| old != new).collect();
    assert_eq!(changed.len(), 2, "{changed:?}");
    // What the money ladder says of it is what it says of its new place.
    let rung = |rows: &[(Vec<String>, String, String)]| {
        rows.iter().find(|(_, quote, _)| quote.contains(&format!(" {word}"))).map(|(section, ..)| section[0].clone())
    };
    assert_eq!(rung(&ladder(&whole(), 1)).as_deref(), Some("1. Veiligheid"));
    assert_eq!(rung(&ladder(&copy.path(), 1)), None);
    assert!(rung(&ladder(&copy.path(), 2)).unwrap().starts_with("2. "));
    let (old, new) = (answers(&whole()), answers(&copy.path()));
    for (ask, (old, new)) in old.iter().zip(&new).enumerate() {
        // The first ask was answered by the sentence that lost its word.
        let quote = |answer: &Option<String>| {
            answer.as_ref().is_some_and(|quote| quote.contains(word) || quote.contains(other))
        };
        assert!(old == new || quote(&old.1) || quote(&new.1), "ask {}: {old:?}, then {new:?}", ask + 1);
    }
    let has = |answers: &[(String, Option<String>, Value)], words: &str| {
        answers.iter().flat_map(|(_, quote, _)| quote).any(|quote| quote.contains(words))
    };
    assert!(has(&old, "een brede wijkaanpak") && !has(&new, "een brede wijkaanpak"), "{new:?}");
}

#[test]
fn what_stands_on_a_dropped_page_is_found_no_more() {
    let mut copy = Copy::new();
    // The fifth page of the file, on which 3 is printed.
    assert_eq!(copy.write_over("13 0 R 15 0 R 17 0 R", "13 0 R        17 0 R"), 1);
    assert_eq!(copy.write_over("/Count 9", "/Count 8"), 1);
    let (old, new) = (answers(&whole()), answers(&copy.path()));
    let on_it = |answer: &(String, Option<String>, Value)| {
        let quotes = ladder(&whole(), 3).into_iter().map(|(_, quote, _)| quote).collect::<Vec<_>>();
        answer.1.as_ref().is_some_and(|quote| quotes.contains(quote))
    };
    let lost: Vec<usize> = (0..old.len()).filter(|ask| on_it(&old[*ask])).collect();
    assert!(lost.len() >= 2, "{lost:?}");
    for (ask, (old, new)) in old.iter().zip(&new).enumerate() {
        if lost.contains(&ask) {
            println!("ask {}: {} then {}: {:?}", ask + 1, old.0, new.0, new.1);
            assert!(new.1 != old.1 && new.0 != "taken-up", "ask {}: {new:?}", ask + 1);
        } else {
            // A chapter whose heading stood on the page is gone with it: what follows stands under the one before.
            assert_eq!((&old.0, &old.1), (&new.0, &new.1), "ask {}", ask + 1);
        }
    }
    assert!(lost.iter().any(|ask| new[*ask].0 == "not-found"), "{lost:?}");
    assert_eq!((count(&whole(), "gebiedsteam").len(), count(&copy.path(), "gebiedsteam").len()), (1, 0));
    // Other pages keep their printed numbers and what is said of them.
    for page in [1, 2, 4, 5, 6] {
        let outside = |rows: Vec<(Vec<String>, String, String)>| -> Vec<(String, String)> {
            rows.into_iter().map(|(_, quote, lowest)| (quote, lowest)).collect()
        };
        let (old, new) = (outside(ladder(&whole(), page)), outside(ladder(&copy.path(), page)));
        let same = old.iter().filter(|row| new.contains(row)).count();
        println!("page {page}: {same} of {} statements with the same rung", old.len());
        assert!(same + 2 >= old.len(), "page {page}: {old:?}, then {new:?}");
    }
    let run = Command::cargo_bin("kapstok")
        .unwrap()
        .args(["--lang", "en", "read", "ladder", &copy.path(), "--page", "3"])
        .output()
        .unwrap();
    assert!(run.status.code() == Some(1) && String::from_utf8_lossy(&run.stderr).contains("K0854"));
}

#[test]
fn a_renamed_heading_is_the_new_one_everywhere_below_it() {
    let (old_name, new_name) = ("Preventie", "Voorkomen");
    let mut copy = Copy::new();
    let alone = |name: &str| format!("<{}>", hex(name));
    // In the list of contents and above its text.
    assert_eq!(copy.write_over(&alone(old_name), &alone(new_name)), 2);
    let renamed = |section: &Value| -> Value {
        list(section)
            .iter()
            .map(|name| if text(name) == old_name { new_name } else { text(name) })
            .collect::<Vec<_>>()
            .into()
    };
    let (before, after) = (count(&whole(), "wijkaanpak"), count(&copy.path(), "wijkaanpak"));
    assert_eq!((&before[0]["section"][1], &after[0]["section"][1]), (&old_name.into(), &new_name.into()));
    assert_eq!((&before[0]["quote"], &before[0]["page"]), (&after[0]["quote"], &after[0]["page"]));
    let expected: Vec<_> =
        statements(&whole()).iter().map(|(section, quote)| (renamed(section), quote.clone())).collect();
    assert_eq!(statements(&copy.path()), expected);
    let expected: Vec<_> = answers(&whole())
        .into_iter()
        .map(|(verdict, quote, section)| {
            let section = if section.is_null() { section } else { renamed(&section) };
            (verdict, quote, section)
        })
        .collect();
    assert_eq!(answers(&copy.path()), expected);
    let sections = |path: &str| ladder(path, 1).into_iter().map(|(section, ..)| section).collect::<Vec<_>>();
    let (old, new) = (sections(&whole()), sections(&copy.path()));
    let has = |sections: &[Vec<String>], name: &str| {
        sections.iter().filter(|section| section.iter().any(|one| one == name)).count()
    };
    assert!(has(&old, old_name) > 0 && has(&old, new_name) == 0);
    assert_eq!((has(&new, old_name), has(&new, new_name)), (0, has(&old, old_name)));
}
