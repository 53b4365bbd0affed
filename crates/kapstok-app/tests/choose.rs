// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Areas by a written rule, on the invented region: whom they reach, what "not by area" looks like, and the dossier.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

mod made;

use std::path::Path;

use made::kapstok;
use serde_json::Value;

const RULE: &str = include_str!("../../../fixtures/voorbeeldstreek/protocol.toml");

fn region(dir: &Path) -> String {
    let folder = dir.join("region").to_str().unwrap().to_owned();
    let run = kapstok(&["demo", "--dir", &folder, "--no-serve"]);
    assert_eq!(run.status, 0, "{}", run.error);
    folder
}

fn rule(dir: &Path, name: &str, text: &str) -> String {
    let path = dir.join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_rule_chooses_and_says_first_whom_it_misses_and_a_dossier_keeps_it() {
    let dir = tempfile::tempdir().unwrap();
    let folder = region(dir.path());
    let path = rule(dir.path(), "rule.toml", RULE);

    let run = kapstok(&["choose", &folder, &path, "--json"]);
    assert_eq!(run.status, 0, "{}", run.error);
    let found: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(found["chosen"].as_array().unwrap().len(), 12);
    assert_eq!(found["gap"], 0.0, "proved best");
    assert_eq!(found["objective"], found["bound"]);
    assert!(found["residents_inside"].as_f64().unwrap() <= 15_000.0);
    assert_eq!(found["rests"]["income"], "share-of-people");
    assert_eq!(found["probability"], Value::Null, "nothing is said that was not computed");
    let sum: f64 = found["reached"].as_object().unwrap().values().map(|it| it.as_f64().unwrap()).sum();
    assert!((sum - found["objective"].as_f64().unwrap()).abs() < 1e-6, "what counts is what is reached");
    for (domain, own) in found["own_choice"].as_object().unwrap() {
        assert!(own.as_f64().unwrap() + 1e-6 >= found["reached"][domain].as_f64().unwrap(), "{domain}");
    }

    let run = kapstok(&["choose", &folder, &path]);
    assert!(run.out.starts_with("Most of the burden lies outside"), "{}", run.out);

    let dossier = dir.path().join("dossier.json");
    let sealed = kapstok(&["choose", "seal", &folder, &path, "--out", dossier.to_str().unwrap()]);
    assert_eq!(sealed.status, 0, "{}", sealed.error);
    assert_eq!(kapstok(&["choose", "verify", dossier.to_str().unwrap()]).status, 0);
    let bytes = std::fs::read(&dossier).unwrap();
    let copy = dir.path().join("copy.json");
    for position in (0..bytes.len()).step_by(bytes.len() / 25) {
        let mut changed = bytes.clone();
        changed[position] = if changed[position] == b'1' { b'2' } else { b'1' };
        std::fs::write(&copy, &changed).unwrap();
        assert_eq!(kapstok(&["choose", "verify", copy.to_str().unwrap()]).status, 1, "byte {position}");
    }
    let again = kapstok(&["choose", "seal", &folder, &path, "--out", dossier.to_str().unwrap()]);
    assert_ne!(again.status, 0, "a dossier is never written over");
}

#[test]
fn where_burdens_are_thin_and_wide_the_first_line_says_not_by_area() {
    let dir = tempfile::tempdir().unwrap();
    let folder = region(dir.path());
    // A third of the residents may be chosen, in each of the two.
    let within = |name: &str, file: &str| -> Value {
        let text = RULE.replacen("[areas]\n", &format!("[areas]\nwithin = [\"{name}\"]\n"), 1);
        let path = rule(dir.path(), file, &text);
        let run = kapstok(&["choose", &folder, &path, "--json"]);
        assert_eq!(run.status, 0, "{}", run.error);
        let found: Value = serde_json::from_str(&run.out).unwrap();
        let third = (found["residents"].as_f64().unwrap() / 3.0).floor();
        let text = text.replacen("areas = 12\nresidents = 15000", &format!("residents = {third}"), 1);
        let path = rule(dir.path(), file, &text);
        let run = kapstok(&["choose", &folder, &path]);
        if name == "Wulpenwold" {
            assert!(run.out.lines().next().unwrap().contains("Not by area"), "{}", run.out);
        }
        let run = kapstok(&["choose", &folder, &path, "--json"]);
        serde_json::from_str(&run.out).unwrap()
    };
    let (city, thin) = (within("Ambermonde", "city.toml"), within("Wulpenwold", "thin.toml"));
    assert_eq!(thin["most_lies_outside"], true);
    let concentration = |found: &Value, name: &str| found["municipalities"][name]["concentration"].as_f64().unwrap();
    let (city, thin) = (concentration(&city, "Ambermonde"), concentration(&thin, "Wulpenwold"));
    assert!(city > thin, "{city} in the city, {thin} where burdens are thin");
}

#[test]
fn what_the_program_cannot_do_it_refuses() {
    let dir = tempfile::tempdir().unwrap();
    let folder = region(dir.path());
    let cases = [("connected = \"no\"", "connected = \"yes\"", "K0768"), ("floor = 100", "flor = 100", "K0751")];
    for (from, to, code) in cases {
        let path = rule(dir.path(), "wrong.toml", &RULE.replacen(from, to, 1));
        let run = kapstok(&["choose", &folder, &path]);
        assert_eq!(run.status, 1);
        assert!(run.error.contains(code), "{}", run.error);
    }
}
