// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok gap` as it is typed, on the invented region.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

mod made;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use assert_cmd::Command;
use made::{Run, kapstok};
use serde_json::Value;

/// Areas in which the programme of the invented region works, from 2022 on.
const LIST: &str = "gebied;naam\nXB01010102;\nXB01010105;\nXB01010109;\n";
/// A buurt with too few residents.
const SMALL: &str = "XB01010610";
const DEBT: &str = "problematische_schulden";

/// The invented region, built once for all tests here.
fn region() -> &'static Path {
    static REGION: OnceLock<PathBuf> = OnceLock::new();
    REGION.get_or_init(|| {
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gap-region");
        if dir.exists() {
            std::fs::remove_dir_all(&dir).unwrap();
        }
        made::region(&dir);
        dir
    })
}

/// A list in a file of its own.
fn listed(dir: &Path, text: &str) -> String {
    let path = dir.join("lijst.csv");
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn gap_of(text: &str, more: &[&str]) -> Run {
    let dir = tempfile::tempdir().unwrap();
    let list = listed(dir.path(), text);
    kapstok(&[&["gap", region().to_str().unwrap(), "--areas", &list], more].concat())
}

fn json_of(text: &str, more: &[&str]) -> Value {
    let run = gap_of(text, &[more, &["--json"]].concat());
    assert_eq!(run.status, 0, "{}", run.error);
    serde_json::from_str(&run.out).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value}"))
}

fn words<'a>(of: &'a Value, key: &str) -> Vec<&'a str> {
    of.as_array().unwrap().iter().map(|it| it[key].as_str().unwrap()).collect()
}

#[test]
fn a_difference_is_told_beside_all_others_the_municipality_and_areas_alike_with_what_that_rests_on() {
    let found = json_of(LIST, &["--indicator", DEBT]);
    assert_eq!(words(&found["gaps"], "against"), ["rest", "municipality", "matched"]);
    let n_others: Vec<u64> =
        found["gaps"].as_array().unwrap().iter().map(|it| it["n_others"][0].as_u64().unwrap()).collect();
    assert!(n_others[0] > n_others[1] && n_others[1] > n_others[2] && n_others[2] > 0, "{n_others:?}");
    for line in found["gaps"].as_array().unwrap() {
        let (difference, ratio) = (number(&line["difference"]), number(&line["ratio"]));
        assert!((number(&line["chosen"]) - number(&line["others"]) - difference).abs() < 1e-9, "{line}");
        assert!((number(&line["chosen"]) / number(&line["others"]) - ratio).abs() < 1e-9, "{line}");
        let within = |value: f64, ends: &Value| number(&ends[0]) < value && value < number(&ends[1]);
        assert!(within(difference, &line["interval"]) && within(ratio, &line["ratio_interval"]), "{line}");
        let is_higher = number(&line["interval"][0]) > 0.0;
        assert_eq!(line["outcome"] == "higher", is_higher, "{line}");
        assert_eq!((line["kind"].as_str(), line["unit"].as_str()), (Some("register"), Some("percent")));
    }
    // Areas that were matched lie nearer than all others do, figure by figure taken together; and they are not the outcome.
    for table in ["matches", "trend_matches"] {
        let made = &found[table][0];
        let balance = made["balance"].as_array().unwrap();
        let apart = |key: &str| balance.iter().map(|it| number(&it[key]).abs()).sum::<f64>();
        assert!(balance.len() >= 5 && apart("after") < apart("before") / 2.0, "{table}: {made}");
        assert!(
            balance.iter().all(|it| it["indicator"] != DEBT && it["indicator"] != "volwassenen_schulden"),
            "{made}"
        );
    }
    // What areas are matched on for a change was known before it began.
    let periods = words(&found["trend_matches"][0]["balance"], "period");
    let first = found["trends"][0]["periods"][0].as_str().unwrap().to_owned();
    assert!(periods.iter().all(|period| *period <= first.as_str()), "{periods:?} {first}");
    let said = gap_of(LIST, &["--indicator", DEBT]).out;
    for part in [
        "3 chosen areas of",
        "against all others",
        "Areas like them, for debt",
        "Areas like them, for the change of debt",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn the_programme_is_seen_over_the_periods_beside_each() {
    let found = json_of(LIST, &["--indicator", DEBT, "--from-period", "2021", "--to-period", "2024"]);
    let periods: Vec<&str> = words(&found["gaps"], "period");
    assert_eq!(periods, ["2021", "2022", "2023", "2024"].map(|period| [period; 3]).concat());
    assert_eq!(words(&found["trends"], "against"), ["rest", "municipality", "matched"]);
    for line in found["trends"].as_array().unwrap() {
        assert_eq!((line["start"].as_str(), line["n_periods"].as_u64()), (Some("2019, 2020"), Some(4)), "{line}");
        assert_eq!(line["outcome"], "lower", "{line}");
        let corrected = &line["corrected"];
        assert!(number(&corrected["interval"][1]) < 0.0 && number(&corrected["difference"]) < 0.0, "{line}");
        let (alarms, sets) = (number(&line["false_alarms"][0]), number(&line["false_alarms"][1]));
        // 200 sets: 5 % with three standard errors is under a tenth.
        assert!(sets == 200.0 && alarms / sets < 0.1, "{line}");
    }
    let said = gap_of(LIST, &["--indicator", DEBT, "--from-period", "2021"]).out;
    assert_eq!(said.matches("falls more, or rises less").count(), 3, "{said}");
}

#[test]
fn only_what_is_asked_for_is_compared_and_what_is_refused_is_told() {
    let found = json_of(LIST, &["--indicator", DEBT, "--against", "matched"]);
    assert_eq!(
        (words(&found["gaps"], "against"), words(&found["trends"], "against")),
        (vec!["matched"], vec!["matched"])
    );
    let asked = ["--indicator", "inwoners", "--indicator", "geboren_buiten_streek", "--indicator", "goede_gezondheid"];
    let found = json_of(LIST, &[&asked[..], &["--against", "rest"]].concat());
    let refused: Vec<(&str, &str)> = found["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it[0].as_str().unwrap(), it[1].as_str().unwrap()))
        .collect();
    assert_eq!(refused, [("geboren_buiten_streek", "protected"), ("inwoners", "count")]);
    // A modelled figure has a difference, and no interval and no change.
    assert_eq!((&found["gaps"][0]["interval"], &found["gaps"][0]["reason"]), (&Value::Null, &Value::from("modelled")));
    assert_eq!(
        (&found["trends"][0]["corrected"], &found["trends"][0]["reason"]),
        (&Value::Null, &Value::from("modelled"))
    );
    let unknown = gap_of(LIST, &["--indicator", "problematische_schuld"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.error.contains("`problematische_schuld`") && unknown.error.contains(DEBT), "{}", unknown.error);
}

#[test]
fn areas_are_matched_on_what_is_named_and_not_on_what_would_hide_the_outcome() {
    let named = [DEBT, "goede_gezondheid", "geboren_buiten_streek", "bijstand", "slachtoffer"];
    let mut typed = vec!["--indicator", DEBT, "--against", "matched"];
    named.iter().for_each(|id| typed.extend(["--match-on", id]));
    let found = json_of(LIST, &typed);
    for table in ["matches", "trend_matches"] {
        assert_eq!(words(&found[table][0]["balance"], "indicator"), ["bijstand", "slachtoffer"], "{table}");
    }
    let told: Vec<(&str, &str)> = found["not_matched_on"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it[0].as_str().unwrap(), it[1].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [(DEBT, "match-domain"), ("goede_gezondheid", "match-modelled"), ("geboren_buiten_streek", "match-protected")]
    );
    let said = gap_of(LIST, &typed).out;
    assert!(said.contains("goede_gezondheid") && said.contains("geboren_buiten_streek"), "{said}");
}

#[test]
fn each_statement_of_the_essay_has_a_figure_with_period_kind_and_source_or_who_holds_one() {
    let found = json_of(LIST, &["--essay"]);
    assert_eq!(words(&found, "id"), ["S2a", "S2b", "S2c", "S3a", "S3b", "S3c"]);
    let of = |id: &str| -> Vec<String> {
        let line = found.as_array().unwrap().iter().find(|line| line["id"] == id).unwrap();
        line["figures"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["gap"]["indicator"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!((of("S2a").len(), of("S3b").len()), (0, 0));
    assert_eq!(of("S2b"), ["geen_screening"]);
    assert!(of("S2c").contains(&"chronisch_ziek".to_owned()) && of("S3c").contains(&"huiselijk_geweld".to_owned()));
    for figure in found.as_array().unwrap().iter().flat_map(|line| line["figures"].as_array().unwrap()) {
        let has = |value: &Value| value.as_str().is_some_and(|it| !it.is_empty());
        assert!(has(&figure["publisher"]) && has(&figure["gap"]["period"]) && has(&figure["gap"]["kind"]), "{figure}");
    }
    let said = gap_of(LIST, &["--essay"]).out;
    assert!(said.contains("S2a  ") && said.contains("no figure here; holder: CBS"), "{said}");
    assert_eq!(said.matches("no figure here").count(), 2, "{said}");
}

#[test]
fn how_large_a_change_must_be_is_told_with_and_without_a_target() {
    let region = region().to_str().unwrap();
    let detectable = |more: &[&str]| kapstok(&[&["gap", region, "--detectable", "XB01010102", DEBT], more].concat());
    let found: Value = serde_json::from_str(&detectable(&["--json"]).out).unwrap();
    let (value, seen) = (number(&found["value"]), number(&found["seen_from"]));
    assert!(seen < value && found["falls"] == true && found["target"] == Value::Null, "{found}");
    for (target, is_seen) in [(seen - 0.1, true), (seen + 0.1, false)] {
        let target = target.to_string();
        let found: Value = serde_json::from_str(&detectable(&["--target", &target, "--json"]).out).unwrap();
        assert_eq!(found["is_seen"], is_seen, "{found}");
    }
    let said = detectable(&["--target", "0"]).out;
    assert_eq!(said.lines().count(), 3, "{said}");
    let modelled = kapstok(&["gap", region, "--detectable", "XB01010102", "goede_gezondheid", "--json"]);
    assert_eq!(modelled.out.trim(), "{\n  \"indicator\": \"goede_gezondheid\",\n  \"reason\": \"modelled\"\n}");
    for wrong in [&["--detectable", "XB01010102"][..], &["--target", "3"], &[]] {
        assert_eq!(kapstok(&[&["gap", region], wrong].concat()).status, 2, "{wrong:?}");
    }
}

#[test]
fn what_is_wrong_with_a_list_is_told_with_its_row_and_what_to_type() {
    let cases = [
        ("gebied\nXB01010102\nXB01010199\n", 1, "K0720", "row 3", "did you mean `XB01010101`"),
        ("gebied\nXB01010102\nXB01010102\n", 0, "K0721", "row 3", "counts once"),
        ("gebied\nXB01010102\nXB01010105\nXG0101\n", 1, "K0722", "lijst.csv", "one level"),
        ("gebied\n", 1, "K0723", "lijst.csv", "kapstok export files"),
        ("", 1, "K0723", "lijst.csv", "kapstok export files"),
        ("gebied\nXB01010102\nXB01010610\n", 0, "K0724", "lijst.csv", "stays your choice"),
    ];
    for (text, status, code, place, hint) in cases {
        let run = gap_of(text, &["--indicator", DEBT, "--against", "rest"]);
        assert_eq!(run.status, status, "{code}: {}", run.error);
        for part in [code, place, hint] {
            assert!(run.error.contains(part), "{code} lacks `{part}`: {}", run.error);
        }
        assert_eq!(run.out.is_empty(), status == 1, "{code}: nothing is worked out of a list with an unknown area");
    }
    let run = kapstok(&["gap", region().to_str().unwrap(), "--areas", "is-er-niet.csv"]);
    assert!(run.status != 0 && run.error.contains("is-er-niet.csv"), "{}", run.error);
}

#[test]
fn an_area_with_too_few_residents_takes_no_part() {
    let with = format!("{LIST}{SMALL};\n");
    let run = gap_of(&with, &["--indicator", DEBT, "--json"]);
    assert!(run.error.contains("K0724") && run.error.contains(SMALL), "{}", run.error);
    assert_eq!(run.out, gap_of(LIST, &["--indicator", DEBT, "--json"]).out);
    assert!(!run.out.contains(SMALL), "nor does it stand among those that were matched");
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_any_number_of_threads_and_another_seed_other_intervals() {
    let dir = tempfile::tempdir().unwrap();
    let list = listed(dir.path(), LIST);
    let run = |threads: &str, seed: &str| {
        let mut command = Command::cargo_bin("kapstok").unwrap();
        command.env("RAYON_NUM_THREADS", threads);
        let output = command
            .args(["gap", region().to_str().unwrap(), "--areas", &list, "--indicator", DEBT, "--json", "--seed", seed])
            .output()
            .unwrap();
        assert!(output.status.success());
        output.stdout
    };
    let one = run("1", "7");
    assert_eq!(one, run("1", "7"));
    assert_eq!(one, run("3", "7"));
    let (one, other): (Value, Value) =
        (serde_json::from_slice(&one).unwrap(), serde_json::from_slice(&run("1", "8")).unwrap());
    // Levels are drawn from nothing; intervals of change are.
    assert_eq!(one["gaps"], other["gaps"]);
    assert_ne!(one["trends"][0]["corrected"]["interval"], other["trends"][0]["corrected"]["interval"]);
    assert_eq!(one["trends"][0]["corrected"]["difference"], other["trends"][0]["corrected"]["difference"]);
}

/// Words without marks of the page.
fn plain(html: &str) -> String {
    let parts = html.split('<').enumerate();
    let said: String =
        parts.map(|(at, part)| if at == 0 { part } else { part.split_once('>').map_or("", |it| it.1) }).collect();
    said.replace("&#39;", "'").replace("&amp;", "&")
}

#[test]
fn where_areas_were_chosen_each_statement_says_the_same_as_the_command_and_else_what_is_missing() {
    let dir = tempfile::tempdir().unwrap();
    let page = |of: &Path, name: &str| {
        let to = dir.path().join(name);
        let run = kapstok(&["export", "site", of.to_str().unwrap(), "--out", to.to_str().unwrap()]);
        assert_eq!(run.status, 0, "{}", run.error);
        let read = |path: &str| plain(&std::fs::read_to_string(to.join(path)).unwrap());
        [read("en/statements.html"), read("nl/uitspraken.html")]
    };
    // The areas of the first choice, as a list.
    let protocol = region().join("protocol.toml");
    let run =
        kapstok(&["choose", region().to_str().unwrap(), protocol.to_str().unwrap(), "--json", "--replications", "0"]);
    assert_eq!(run.status, 0, "{}", run.error);
    let found: Value = serde_json::from_str(&run.out).unwrap();
    let sets = found["by_rule"]["sets"].as_array().unwrap();
    let codes: Vec<&str> = sets.iter().flat_map(|set| set.as_array().unwrap()).map(|it| it.as_str().unwrap()).collect();
    assert!(codes.len() > 1, "{codes:?}");
    let said = gap_of(&format!("code\n{}\n", codes.join("\n")), &["--essay"]).out;
    let [en, nl] = page(region(), "site");
    let mut n_figures = 0;
    for line in said.lines().filter(|line| line.starts_with("    ")) {
        let line = line.trim();
        // With a capital, as a sentence.
        let rest: String = line.chars().skip(1).collect();
        assert!(en.contains(&rest), "`{rest}` in {en}");
        n_figures += usize::from(!line.contains("no figure here"));
    }
    assert!(n_figures >= 5, "{said}");
    assert!(nl.contains("Hier is geen cijfer; houder: CBS") && nl.contains("Vergeleken zijn"), "{nl}");
    // Without a choice it says that, and which figures there are.
    let copy = dir.path().join("none");
    copied(region(), &copy);
    let settings = std::fs::read_to_string(copy.join("kapstok.toml")).unwrap();
    let without: String =
        settings.lines().filter(|line| !line.starts_with("protocols")).map(|it| format!("{it}\n")).collect();
    std::fs::write(copy.join("kapstok.toml"), without).unwrap();
    assert_eq!(kapstok(&["build", copy.to_str().unwrap()]).status, 0);
    let [en, nl] = page(&copy, "site-without");
    assert!(nl.contains("Er zijn nog geen gebieden gekozen") && en.contains("No areas have been chosen yet"), "{nl}");
    assert!(en.contains("There is a figure here of:") && en.contains("No figure here; holder: CBS"), "{en}");
    assert!(!en.contains("times as much"), "nothing is compared: {en}");
}

/// A workspace, but for what was built of it.
fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, name) = entry.map(|it| (it.path(), it.file_name())).unwrap();
        match name.to_str() {
            Some("build" | "cache") => {}
            _ if path.is_dir() => copied(&path, &to.join(name)),
            _ => drop(std::fs::copy(&path, to.join(name)).unwrap()),
        }
    }
}
