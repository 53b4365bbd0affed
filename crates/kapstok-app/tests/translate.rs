// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok translate` as it is typed, on the invented region: from one national target to targets of the areas.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

mod made;

use std::path::Path;

use assert_cmd::Command;
use made::kapstok;
use serde_json::Value;

fn region(dir: &Path) -> (String, String) {
    made::region(&dir.join("region"));
    let folder = dir.join("region").to_str().unwrap().to_owned();
    let target = format!("{folder}/doel-kinderen.toml");
    (folder, target)
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

#[test]
fn half_of_the_published_children_is_asked_and_each_rule_says_what_it_misses() {
    let dir = tempfile::tempdir().unwrap();
    let (folder, target) = region(dir.path());
    let file = dir.path().join("areas.csv");
    let run = kapstok(&["translate", &folder, &target, "--json", "-o", file.to_str().unwrap()]);
    assert_eq!(run.status, 0, "{}", run.error);
    let found: Value = serde_json::from_str(&run.out).unwrap();
    // The country of 2023: 10.8 % of 16,665 children are 1,799.82.
    assert_eq!((&found["published_by"], number(&found["whole"])), (&"country".into(), 1800));
    assert_eq!((number(&found["whole_population"]), number(&found["asked"])), (16_665, 900));
    let rules = found["rules"].as_array().unwrap();
    assert_eq!(rules.len(), 4);
    for rule in rules {
        assert_eq!(number(&rule["sum"]) + number(&rule["miss"]), 900, "{}", rule["rule"]);
        let areas = rule["areas"].as_array().unwrap();
        assert_eq!(areas.iter().map(|it| number(&it["cut"])).sum::<u64>(), number(&rule["sum"]));
        let places = rule["by_place"].as_array().unwrap();
        assert_eq!(places.iter().map(|it| number(&it["cut"])).sum::<u64>(), number(&rule["sum"]));
        assert_eq!(areas.len() + found["absent"].as_array().unwrap().len(), 120, "every buurt is in it or named");
        assert!(areas.iter().all(|it| number(&it["end"]) + number(&it["cut"]) == number(&it["persons"])));
    }
    let gated = found["absent"].as_array().unwrap().iter().filter(|it| it["reason"] == "too_few_residents").count();
    assert!(gated > 0, "an area with few residents has no figure here either");
    let rows = std::fs::read_to_string(&file).unwrap().lines().count();
    assert_eq!(rows, 1 + 4 * rules[0]["areas"].as_array().unwrap().len());

    let mut command = Command::cargo_bin("kapstok").unwrap();
    let output = command.args(["--lang", "nl", "translate", &folder, &target]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    for expected in [
        "zelfde eindniveau",
        "Wij halveren het aantal kinderen",
        "Programma van de coalitie",
        "op volgorde van hun code",
        "1.800 van 16.665",
    ] {
        assert!(said.contains(expected), "{expected}\n{said}");
    }
}

#[test]
fn targets_of_the_areas_are_shown_first_written_once_and_keep_the_quote() {
    let dir = tempfile::tempdir().unwrap();
    let (folder, target) = region(dir.path());
    let log = format!("{folder}/agenda/log.jsonl");
    let before = std::fs::read_to_string(&log).unwrap();
    let run = kapstok(&["translate", &folder, &target, "--agenda", "same-level"]);
    assert_eq!(run.status, 0, "{}", run.error);
    assert!(run.out.contains("Nothing was written"), "{}", run.out);
    assert_eq!(std::fs::read_to_string(&log).unwrap(), before);
    let run = kapstok(&["translate", &folder, &target, "--agenda", "same-level", "--json"]);
    let shown: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(shown["written"], false);
    assert!(shown["targets"].as_array().is_some_and(|targets| !targets.is_empty()), "{}", run.out);

    let write = ["translate", &folder, &target, "--agenda", "same-level", "--write", "--by", "secretary"];
    let run = kapstok(&write);
    assert_eq!(run.status, 0, "{}", run.error);
    let after = std::fs::read_to_string(&log).unwrap();
    assert!(after.starts_with(&before) && after.contains("Wij halveren het aantal kinderen"), "{}", run.out);
    assert_eq!(kapstok(&["agenda", "verify", &folder]).status, 0);
    let run = kapstok(&write);
    assert!(run.out.starts_with("Targets written: 0"), "{}", run.out);
    assert_eq!(std::fs::read_to_string(&log).unwrap(), after, "the same again changes nothing");
}

#[test]
fn a_fault_of_a_target_is_told_with_its_code_and_what_to_type() {
    let dir = tempfile::tempdir().unwrap();
    let (folder, target) = region(dir.path());
    let good = std::fs::read_to_string(&target).unwrap();
    let cases = [
        ("kinderen_laag_inkomen", "kinderen_laaginkomen", "K0833"),
        ("\"50 %\"", "\"half\"", "K0835"),
        ("anchor = 2023", "anchor = 1990", "K0839"),
    ];
    for (from, to, code) in cases {
        let path = dir.path().join("wrong.toml");
        std::fs::write(&path, good.replacen(from, to, 1)).unwrap();
        let run = kapstok(&["translate", &folder, path.to_str().unwrap()]);
        assert!(run.status == 1 && run.error.contains(code), "{code}\n{}", run.error);
    }
    let run = kapstok(&["translate", &folder, &target, "--write"]);
    assert_eq!(run.status, 2, "who says it, and by which rule, is needed");
}

#[test]
fn a_target_of_a_document_of_the_workspace_is_tied_to_its_words() {
    let dir = tempfile::tempdir().unwrap();
    let (folder, target) = region(dir.path());
    let text = std::fs::read_to_string(&target).unwrap();
    for (from, to, found) in
        [("page = \"3\"", "page = \"4\"", "page 3"), ("in vier jaar tijd", "in zes jaar tijd", "on no page")]
    {
        assert!(text.contains(from));
        std::fs::write(&target, text.replace(from, to)).unwrap();
        let run = kapstok(&["translate", &folder, &target]);
        assert!(run.status == 1 && run.error.contains("K0846") && run.error.contains(found), "{to}: {}", run.error);
    }
    // Without a page it is found; a document that the workspace does not have is taken at its word.
    for (from, to, said) in
        [("page = \"3\"\n", "", "page 3:"), ("\"programma\"", "\"a paper of others\"", "a paper of others")]
    {
        assert!(text.contains(from));
        std::fs::write(&target, text.replace(from, to)).unwrap();
        let run = kapstok(&["translate", &folder, &target]);
        assert!(run.status == 0 && run.out.contains(said), "{said}: {} {}", run.out, run.error);
        let is_unknown = run.error.contains("K0848") && run.error.contains("`programma`");
        assert_eq!(is_unknown, said == "a paper of others", "{}", run.error);
    }
}
