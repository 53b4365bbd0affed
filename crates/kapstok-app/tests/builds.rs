// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What stands in `build/`: whole, or made anew; and what never leaves it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

mod made;

use std::path::Path;

use made::{RECIPE, kapstok, workspace};
use serde_json::Value;

fn names(dir: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(dir).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn write(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
}

/// Replaces a text in kapstok.toml, which must hold it.
fn settings(dir: &Path, from: &str, to: &str) {
    let path = dir.join("kapstok.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    write(&path, &text.replacen(from, to, 1));
}

#[test]
fn a_build_that_was_damaged_is_made_anew() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let folder = dir.path().to_str().unwrap();
    assert_eq!(kapstok(&["build", folder]).status, 0);
    let current = dir.path().join("build/current");
    let good = std::fs::read(current.join("areas-neighbourhood.csv")).unwrap();
    for (file, damage) in [
        ("areas-neighbourhood.csv", ""),
        ("build.json", "{"),
        ("figures-neighbourhood.parquet", "PAR1"),
        ("datapackage.json", "[]"),
        ("problems.json", "["),
    ] {
        write(&current.join(file), damage);
        let refused = kapstok(&["why", folder, "BU00010101", "debt"]);
        assert!(refused.status == 1 && refused.error.contains("K0505"), "{file}: {} {}", refused.out, refused.error);
        let run = kapstok(&["build", folder]);
        assert!(run.status == 0 && !run.out.contains("figures of the last build kept"), "{file}: {}", run.error);
        assert_eq!(std::fs::read(current.join("areas-neighbourhood.csv")).unwrap(), good, "{file}");
        let why = kapstok(&["why", folder, "BU00010101", "debt"]);
        assert!(why.out.contains("20.5 %"), "{file}: {}", why.error);
        let again = kapstok(&["build", folder]);
        assert!(again.out.contains("figures of the last build kept"), "{file}: it is whole again: {}", again.out);
    }
}

#[test]
fn the_last_two_builds_stay_and_what_a_killed_build_left_goes() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let folder = dir.path().to_str().unwrap();
    std::fs::create_dir_all(dir.path().join("build/.new-1/half")).unwrap();
    for domain in ["debt", "loans", "money"] {
        write(&dir.path().join("recipe.toml"), &RECIPE.replace("id = \"debt\"", &format!("id = \"{domain}\"")));
        assert_eq!(kapstok(&["build", folder]).status, 0);
    }
    let left = names(&dir.path().join("build"));
    // The lock, `current`, and two builds.
    let builds = left.iter().filter(|name| name.len() == 16).count();
    assert_eq!((left.len(), builds), (4, 2), "{left:?}");
    assert!(left.iter().any(|name| name == ".lock") && left.iter().any(|name| name == "current"), "{left:?}");
}

#[test]
fn without_a_count_of_residents_no_figure_leaves_the_build() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    settings(dir.path(), "residents = \"people\"\n", "");
    let folder = dir.path().to_str().unwrap();
    assert_eq!(kapstok(&["build", folder]).status, 0);
    let check = kapstok(&["check", folder]);
    assert!(check.error.contains("warning[K0416]"), "{}", check.error);
    let why = kapstok(&["why", folder, "BU00010101", "debt", "--json"]);
    let why: Value = serde_json::from_str(&why.out).unwrap();
    assert_eq!((&why["value"], &why["missing"]["reason"]), (&Value::Null, &"too_few_residents".into()));
    assert!(!kapstok(&["area", folder, "BU00010101"]).out.contains("20.5"));
}

#[test]
fn an_area_that_was_small_in_the_year_of_a_figure_does_not_show_it() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    // In 2016 the first buurt had 12 residents; in 2024 it has 200.
    let source = "[[source]]\nid = \"old\"\nfile = \"old.csv\"\ntitle = \"t\"\npublisher = \"p\"\nlicence = \"CC0-1.0\"\n\
                  boundary_year = 2024\nperiod = \"2016\"\narea = \"code\"\n\
                  [[source.column]]\ntitle = \"people\"\nindicator = \"people\"\n\
                  [[source.column]]\ntitle = \"debt\"\nindicator = \"debt\"\n\n[[indicator]]";
    settings(dir.path(), "[[indicator]]", source);
    write(&dir.path().join("sources/old.csv"), "code;people;debt\nBU00010101;12;33,3\nBU00010103;240;7,0\n");
    let folder = dir.path().to_str().unwrap();
    let build = kapstok(&["build", folder]);
    assert_eq!(build.status, 0, "{}", build.error);
    let value = |area: &str, period: &str| -> Value {
        let why = kapstok(&["why", folder, area, "debt", "--period", period, "--json"]);
        serde_json::from_str::<Value>(&why.out).unwrap()["value"].clone()
    };
    assert_eq!(value("BU00010101", "2016"), Value::Null);
    assert_eq!(value("BU00010101", "2024"), 20.5);
    assert_eq!(value("BU00010103", "2016"), 7.0);
}

#[test]
fn a_changed_crosswalk_is_refused_and_its_file_is_part_of_the_origin() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    // No area is small here. With one that is, the first buurt would be withheld beside it, in all years: its 150 of 2020
    // would stand for its residents of 2024.
    settings(dir.path(), "residents = \"people\"\n", "residents = \"people\"\nmin_residents = 20\n");
    // A source on the map of 2020: the fifth and sixth buurt became the first; the seventh was divided.
    let source = "[[source]]\nid = \"old\"\nfile = \"old.csv\"\ntitle = \"t\"\npublisher = \"p\"\nlicence = \"CC0-1.0\"\n\
                  boundary_year = 2020\nperiod = \"2020\"\narea = \"code\"\n\
                  [[source.column]]\ntitle = \"people\"\nindicator = \"people\"\n\n\
                  [[crosswalk]]\nid = \"borders\"\nfile = \"borders.csv\"\nlevel = \"neighbourhood\"\nyears = [2020, 2024]\n\
                  evidence = \"addresses\"\nunlisted = \"kept-boundary\"\nfrom = \"from\"\nto = \"to\"\nweight = \"n\"\n\n[[indicator]]";
    settings(dir.path(), "[[indicator]]", source);
    write(&dir.path().join("sources/old.csv"), "code;people\nBU00010111;90\nBU00010112;60\nBU00010113;100\n");
    let borders = "from;to;n\nBU00010111;BU00010101;40\nBU00010112;BU00010101;30\nBU00010113;BU00010102;30\nBU00010113;BU00010103;10\n";
    write(&dir.path().join("sources/borders.csv"), borders);
    let folder = dir.path().to_str().unwrap();
    let sources = dir.path().join("sources");
    assert_eq!(kapstok(&["fetch", folder, "--from", sources.to_str().unwrap()]).status, 0);
    let build = kapstok(&["build", folder]);
    assert_eq!(build.status, 0, "{}", build.error);
    let why = kapstok(&["why", folder, "BU00010101", "people", "--period", "2020", "--json"]);
    let why: Value = serde_json::from_str(&why.out).unwrap();
    assert_eq!(why["value"], 150.0);
    assert_eq!((&why["rebased"]["changed_share"], &why["rebased"]["divided_share"]), (&1.0.into(), &0.0.into()));
    // Both parts stand with their row of the file and what was counted in them; the crosswalk with its hash.
    let parts = why["rebased"]["parts"].as_array().unwrap();
    let said: Vec<_> = parts.iter().map(|part| (part["row"].as_u64(), part["counted"].as_f64())).collect();
    assert_eq!(said, [(Some(2), Some(40.0)), (Some(3), Some(30.0))]);
    assert_eq!(why["crosswalks"][0]["file"], "borders.csv");
    assert_eq!(why["crosswalks"][0]["sha256"].as_str().unwrap().len(), 64);
    let divided = kapstok(&["why", folder, "BU00010102", "people", "--period", "2020"]);
    assert!(divided.out.contains("75") && divided.out.contains("row 4"), "{}", divided.out);
    write(&sources.join("borders.csv"), &borders.replace(";30\n", ";20\n"));
    let build = kapstok(&["build", folder]);
    assert!(build.status == 1 && build.error.contains("error[K0422]"), "{}", build.error);
}

#[test]
fn a_buurt_whose_wijk_is_not_in_the_workspace_counts_in_its_municipality() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    // Wijken of another year, none of which is the wijk of a buurt of 2024.
    let source = "[[source]]\nid = \"wijken\"\nfile = \"wijken.csv\"\ntitle = \"t\"\npublisher = \"p\"\nlicence = \"CC0-1.0\"\n\
                  boundary_year = 2022\nperiod = \"2022\"\narea = \"code\"\n\
                  [[source.column]]\ntitle = \"people\"\nindicator = \"people\"\n\n[[indicator]]";
    settings(dir.path(), "[[indicator]]", source);
    settings(dir.path(), "municipality = 2024\n", "municipality = 2024\ndistrict = 2022\n");
    write(&dir.path().join("sources/wijken.csv"), "code;people\nWK000177;1003\n");
    let folder = dir.path().to_str().unwrap();
    let build = kapstok(&["build", folder]);
    assert_eq!(build.status, 0, "{}", build.error);
    let out = dir.path().join("totals.xlsx");
    let run = kapstok(&["reconcile", folder, "--out", out.to_str().unwrap(), "--json"]);
    let lines: Vec<Value> = serde_json::from_str(&run.out).unwrap();
    // 200 + 300 + 250 + 210 + 40: all five buurten, though no wijk of theirs is there.
    let line = lines.iter().find(|line| line["summed_level"] == "neighbourhood").unwrap();
    assert_eq!((&line["ours"], &line["n_areas"], &line["published"]), (&1000.0.into(), &5.into(), &1003.0.into()));
}

#[test]
fn what_a_user_has_is_not_written_over() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let folder = dir.path().to_str().unwrap();
    let before = std::fs::read(dir.path().join("kapstok.toml")).unwrap();
    let run = kapstok(&["demo", "--dir", folder, "--no-serve"]);
    assert!(run.status == 2 && run.error.contains("nothing was written"), "{}", run.error);
    assert_eq!(kapstok(&["build", folder]).status, 0);
    let run = kapstok(&["reconcile", folder, "--out", dir.path().join("kapstok.toml").to_str().unwrap()]);
    assert!(run.status == 2 && run.error.contains("nothing was written"), "{}", run.error);
    assert_eq!(std::fs::read(dir.path().join("kapstok.toml")).unwrap(), before);
}

#[test]
fn a_count_that_would_give_away_a_small_area_is_withheld_with_it() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let folder = dir.path().to_str().unwrap();
    assert_eq!(kapstok(&["build", folder]).status, 0);
    // The fifth buurt has 40 residents. With 1,003 in all and the other four shown it could be worked out, so the
    // smallest of these, of 200, is withheld too. Its share of debts stands: that of the second is secret at the source,
    // so that no share of the town less the others gives the fifth. Its share born abroad is counted and not rounded, so
    // that it tells of how many: it goes with the count.
    let cell = |area: &str, indicator: &str| -> Value {
        serde_json::from_str(&kapstok(&["why", folder, area, indicator, "--json"]).out).unwrap()
    };
    let reason = |area: &str, indicator: &str| cell(area, indicator)["missing"]["reason"].clone();
    assert_eq!(reason("BU00010105", "people"), "too_few_residents");
    assert_eq!(reason("BU00010101", "people"), "withheld_with_others");
    assert_eq!(cell("BU00010102", "people")["value"], 300.0);
    assert_eq!(cell("GM0001", "people")["value"], 1003.0);
    assert_eq!(cell("BU00010101", "debt")["value"], 20.5);
    assert_eq!(reason("BU00010102", "debt"), "secret");
    assert_eq!(reason("BU00010101", "abroad"), "withheld_with_others");
}

#[test]
fn where_no_area_is_small_nothing_is_withheld() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    settings(dir.path(), "residents = \"people\"\n", "residents = \"people\"\nmin_residents = 40\n");
    let folder = dir.path().to_str().unwrap();
    assert_eq!(kapstok(&["build", folder]).status, 0);
    for (area, people) in [("BU00010101", 200.0), ("BU00010105", 40.0), ("GM0001", 1003.0)] {
        let shown = |indicator: &str| -> Value {
            let why = kapstok(&["why", folder, area, indicator, "--json"]);
            serde_json::from_str::<Value>(&why.out).unwrap()["value"].clone()
        };
        assert_eq!((shown("people"), shown("abroad")), (people.into(), 10.0.into()), "{area}");
    }
}

#[test]
fn the_demo_begins_with_a_story_of_six_steps_each_a_sentence_a_page_and_a_command() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("streek");
    let folder = folder.to_str().unwrap();
    let run = kapstok(&["demo", "--dir", folder, "--no-serve"]);
    assert_eq!(run.status, 0, "{}", run.error);
    let story = &run.out[..run.out.find("One area\n").unwrap()];
    assert!(story.contains("Thursday is the council"), "{story}");
    let commands: Vec<&str> = story.lines().filter_map(|line| line.trim().strip_prefix("command: kapstok ")).collect();
    assert_eq!(commands.len(), 6, "{story}");
    assert_eq!(story.lines().filter(|line| line.trim().starts_with("page: /en/")).count(), 6, "{story}");
    for n in 1..=6 {
        assert!(story.contains(&format!("\n{n}. ")), "{n}: {story}");
    }
    // Each command can be typed as it stands; that a modelled figure is refused is its answer, and no wrong use.
    for command in commands {
        let typed: Vec<&str> = match command.split_once('"') {
            Some((before, quoted)) => before.split_whitespace().chain([quoted.trim_end_matches('"')]).collect(),
            None => command.split_whitespace().collect(),
        };
        let run = kapstok(&typed);
        assert_eq!(run.status, 0, "{command}: {} {}", run.out, run.error);
    }
}
