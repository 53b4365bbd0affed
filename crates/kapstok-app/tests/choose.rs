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
    let folder = dir.join("region");
    made::region(&folder);
    folder.to_str().unwrap().to_owned()
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
    let chances = found["probability"].as_object().unwrap();
    assert!(chances.values().all(|it| (0.0..=1.0).contains(&it.as_f64().unwrap())));
    let mean: f64 = chances.values().map(|it| it.as_f64().unwrap()).sum();
    assert!(
        (8.0..=12.0 + 1e-9).contains(&mean),
        "as many areas as the rule has room for, in the mean of the draws: {mean}"
    );
    let between = chances.values().filter(|it| (0.001..0.999).contains(&it.as_f64().unwrap())).count();
    assert!(between >= 3, "some areas are in by some draws only: {between}");
    let none: Vec<&str> = found["without_figure"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    assert!(!none.is_empty() && none.iter().all(|area| !chances.contains_key(*area)), "no figure, no chance");
    assert_eq!((&found["replications"], &found["replications_without_choice"]), (&1000.into(), &0.into()));
    let sum: f64 = found["reached"].as_object().unwrap().values().map(|it| it.as_f64().unwrap()).sum();
    assert!((sum - found["objective"].as_f64().unwrap()).abs() < 1e-6, "what counts is what is reached");
    for (domain, own) in found["own_choice"].as_object().unwrap() {
        assert!(own.as_f64().unwrap() + 1e-6 >= found["reached"][domain].as_f64().unwrap(), "{domain}");
    }

    let none = kapstok(&["choose", &folder, &path, "--json", "--replications", "0"]);
    let none: Value = serde_json::from_str(&none.out).unwrap();
    assert_eq!(none["probability"], Value::Null, "nothing is said that was not computed");
    for other in found["alternatives"].as_array().unwrap() {
        assert!(other["objective"].as_f64().unwrap() >= 0.98 * found["objective"].as_f64().unwrap());
        assert!(other["differs"].as_f64().unwrap() >= 0.05);
    }
    assert_eq!(found["alternatives"].as_array().unwrap().len(), 20);

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
fn connected_sets_hang_together_and_where_nothing_fits_it_says_which_rule_must_give() {
    let dir = tempfile::tempdir().unwrap();
    let folder = region(dir.path());
    let text = include_str!("../../../fixtures/voorbeeldstreek/protocol-samen.toml");
    let path = rule(dir.path(), "rule.toml", text);
    let run = kapstok(&["choose", &folder, &path, "--json", "--replications", "10"]);
    assert_eq!(run.status, 0, "{}", run.error);
    let found: Value = serde_json::from_str(&run.out).unwrap();
    let sets = found["by_rule"]["sets"].as_array().unwrap();
    assert!((1..=3).contains(&sets.len()) && sets.iter().any(|set| set.as_array().unwrap().len() > 1), "{sets:?}");
    assert!(found["objective"].as_f64().unwrap() <= found["bound"].as_f64().unwrap() + 1e-6);
    let apart = found["unconnected"]["objective"].as_f64().unwrap();
    assert!(apart >= found["objective"].as_f64().unwrap() - 1e-6, "what need not touch counts at least as much");
    let chance = |area: &Value| found["probability"][area.as_str().unwrap()].as_f64().unwrap();
    let chances: Vec<f64> = sets.iter().flat_map(|set| set.as_array().unwrap()).map(chance).collect();
    assert!(chances.iter().all(|it| *it > 0.0), "a draw keeps the choice unless it finds better: {chances:?}");
    assert_eq!(found["cut_off"], Value::Null, "no single line divides areas that must touch");

    let text = text.replacen("floor = 2500", "floor = 900000", 1).replacen("ceiling = 6000", "ceiling = 1000000", 1);
    let path = rule(dir.path(), "wrong.toml", &text.replacen("residents = 15000", "residents = 1000000", 1));
    let run = kapstok(&["choose", &folder, &path]);
    assert_eq!(run.status, 1);
    assert!(run.error.contains("K0773") && run.error.contains("areas.floor = "), "{}", run.error);
}

#[test]
fn a_change_by_hand_goes_into_the_log_and_beside_the_choice_of_the_rule() {
    let dir = tempfile::tempdir().unwrap();
    let folder = region(dir.path());
    let path = rule(dir.path(), "rule.toml", &RULE.replacen("replications = 1000", "replications = 0", 1));
    let json = || -> Value { serde_json::from_str(&kapstok(&["choose", &folder, &path, "--json"]).out).unwrap() };
    let before = json();
    let out = before["chosen"][0].as_str().unwrap().to_owned();
    let change = |area: &str, act: &str, reason: &str| {
        kapstok(&["choose", "change", &folder, &path, area, act, "--reason", reason, "--by", "alderman"])
    };
    let run = change(&out, "--out", "the council decided otherwise");
    assert_eq!(run.status, 0, "{}", run.error);
    let after = json();
    assert_eq!(after["by_rule"], before["by_rule"], "what the rule chooses stays");
    assert!(!after["chosen"].as_array().unwrap().iter().any(|area| *area == *out));
    assert!(after["objective"].as_f64().unwrap() < before["objective"].as_f64().unwrap());
    assert_eq!(after["changes"][0]["reason"], "the council decided otherwise");
    let run = kapstok(&["agenda", "verify", &folder]);
    assert_eq!(run.status, 0, "{}", run.error);
    let text = kapstok(&["choose", &folder, &path]).out;
    assert!(text.contains("Taken out by hand by alderman") && text.contains("The rule alone:"), "{text}");

    let dossier = dir.path().join("dossier.json");
    let sealed = kapstok(&["choose", "seal", &folder, &path, "--out", dossier.to_str().unwrap()]);
    assert_eq!(sealed.status, 0, "{}", sealed.error);
    let kept: Value = serde_json::from_slice(&std::fs::read(&dossier).unwrap()).unwrap();
    assert_eq!(kept["body"]["changes"][0]["by"], "alderman");
    let note = std::fs::read(dir.path().join("dossier.pdf")).unwrap();
    assert!(note.starts_with(b"%PDF"), "a note to sign lies beside it");

    // Another text of the rule: the change still counts, and it is told.
    let other = rule(dir.path(), "rule.toml", &RULE.replacen("replications = 1000", "replications = 0 # later", 1));
    let run = kapstok(&["choose", &folder, &other, "--json"]);
    assert!(run.error.contains("K0778"), "{}", run.error);
    assert_eq!(serde_json::from_str::<Value>(&run.out).unwrap()["chosen"], after["chosen"]);
    assert_eq!(change("nowhere", "--in", "why").status, 2);
    let within = RULE.replacen("[areas]\n", "[areas]\nwithin = [\"Wulpenwold\"]\n", 1);
    rule(dir.path(), "rule.toml", &within);
    let run = change(&out, "--in", "why");
    assert!(run.status == 1 && run.error.contains("K0777"), "{}", run.error);
}

#[test]
fn areas_that_were_chosen_before_are_held_against_the_same_figures() {
    let dir = tempfile::tempdir().unwrap();
    let folder = region(dir.path());
    let path = rule(dir.path(), "rule.toml", &RULE.replacen("replications = 1000", "replications = 0", 1));
    let found: Value = serde_json::from_str(&kapstok(&["choose", &folder, &path, "--json"]).out).unwrap();
    let chosen: Vec<&str> = found["chosen"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    let list = rule(dir.path(), "before.csv", &format!("code\n{}\n", chosen[1..].join("\n")));
    let run = kapstok(&["choose", "import", &folder, &path, &list, "--json"]);
    assert_eq!(run.status, 0, "{}", run.error);
    let held: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(held["only_by_rule"].as_array().unwrap(), &[Value::from(chosen[0])]);
    assert_eq!(held["only_imported"].as_array().unwrap().len(), 0);
    assert!(held["imported"]["reached"].as_f64().unwrap() < held["by_rule"]["reached"].as_f64().unwrap());
    // A polygon around everything holds every area.
    let all = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"all"},"geometry":
        {"type":"Polygon","coordinates":[[[2.5,54.2],[3.6,54.2],[3.6,55.2],[2.5,55.2],[2.5,54.2]]]}}]}"#;
    let drawn = rule(dir.path(), "drawn.geojson", all);
    let run = kapstok(&["choose", "import", &folder, &path, &drawn, "--json"]);
    assert_eq!(run.status, 0, "{}", run.error);
    let held: Value = serde_json::from_str(&run.out).unwrap();
    assert!(held["imported"]["missed"].as_f64().unwrap() < 1e-6, "{held}");
    assert!(held["imported"]["areas"].as_array().unwrap().len() > 100);
}

#[test]
fn what_the_program_cannot_do_it_refuses() {
    let dir = tempfile::tempdir().unwrap();
    let folder = region(dir.path());
    let cases = [
        ("floor = 100", "flor = 100", "K0751"),
        ("connected = \"no\"", "connected = \"no\"\n[spread]\nat_least_per_municipality = 1", "K0771"),
    ];
    for (from, to, code) in cases {
        let path = rule(dir.path(), "wrong.toml", &RULE.replacen(from, to, 1));
        let run = kapstok(&["choose", &folder, &path]);
        assert_eq!(run.status, 1);
        assert!(run.error.contains(code), "{}", run.error);
    }
}
