// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a person reads in Dutch: no word of another language or of a file, and in a hint what can be typed as it is.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

use std::path::Path;

use assert_cmd::Command;

struct Run {
    status: i32,
    out: String,
    error: String,
}

fn kapstok(dir: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::cargo_bin("kapstok").unwrap();
    let command = command.current_dir(dir).args(["--lang", "nl"]).args(arguments).env_remove("KAPSTOK_DATA");
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { status: output.status.code().unwrap(), out: text(output.stdout), error: text(output.stderr) }
}

/// The invented region, built.
fn region() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let run = kapstok(dir.path(), &["demo", "--dir", "streek", "--no-serve"]);
    assert_eq!(run.status, 0, "{}", run.error);
    assert!(run.out.contains("kapstok init mijn-stad") && run.out.contains("totalen.xlsx"), "{}", run.out);
    dir
}

fn change(path: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from}");
    std::fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_hint_names_the_folder_that_was_typed_and_the_key_that_was_meant() {
    let dir = region();
    let settings = dir.path().join("streek/kapstok.toml");
    let good = std::fs::read_to_string(&settings).unwrap();
    change(&settings, "title =", "titel =");
    let run = kapstok(dir.path(), &["check", "streek"]);
    assert!(run.error.contains("de sleutel `titel` bestaat niet"), "{}", run.error);
    assert!(run.error.contains("bedoelde je `title`?"), "{}", run.error);
    std::fs::write(&settings, good).unwrap();
    std::fs::remove_file(dir.path().join("streek/sources/kerncijfers_2022.csv")).unwrap();
    let run = kapstok(dir.path(), &["check", "streek"]);
    assert!(run.status == 1 && run.error.contains("`kapstok fetch streek`"), "{}", run.error);
}

#[test]
fn what_is_not_there_is_answered_with_what_is() {
    let dir = region();
    let cases = [
        (&["why", "streek", "", "eenzaam"][..], "het gebied is leeg"),
        (&["area", "streek", " "], "het gebied is leeg"),
        (&["why", "streek", "Amberhoek", ""], "de indicator is leeg"),
        (&["why", "streek", "Amberhoe", "eenzaam"], "Amberhoek (`XB01010114`)"),
        (&["why", "streek", "XB01010199", "eenzaam"], "`XB01010101`"),
        (&["why", "streek", "Amberhoek", "eenzaam", "--period", "1999"], "er zijn cijfers over 20"),
        (&["explain", "streek"], "`streek/recipes/samenkomen/recipe.toml`"),
        (&["init", "streek"], "`streek` is al een werkmap"),
        (&["score", "geen.toml", "geen.csv"], "er is geen bestand of map met die naam"),
    ];
    for (arguments, expected) in cases {
        let run = kapstok(dir.path(), arguments);
        assert!(run.status != 0 && run.error.contains(expected), "{arguments:?}\n{}", run.error);
        assert!(!run.error.contains("MAP"), "{arguments:?}\n{}", run.error);
    }
}

#[test]
fn a_recipe_in_a_workspace_is_explained_with_the_labels_of_its_indicators() {
    let dir = region();
    let run = kapstok(dir.path(), &["explain", "streek/recipes/samenkomen/recipe.toml"]);
    assert_eq!(run.status, 0, "{}", run.error);
    let line = "| Misdrijven per 1.000 inwoners | per 1.000 | hoger is ongunstiger |";
    assert!(run.out.contains(line), "{}", run.out);
    assert!(!run.out.contains("zoals de indicator zegt"), "{}", run.out);
    for english in ["percent", "higher", "where", "neighbourhood"] {
        let own_words = run.out.lines().filter(|line| !line.contains("in de woorden van het recept"));
        assert!(own_words.clone().all(|line| !line.contains(english)), "{english} in\n{}", run.out);
    }
}

#[test]
fn a_conformance_run_of_nothing_at_all_is_no_success() {
    let dir = tempfile::tempdir().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance/hdi-2023");
    let run = kapstok(dir.path(), &["conformance", folder.to_str().unwrap()]);
    assert_eq!((run.status, run.out.as_str()), (1, ""), "{}", run.error);
    assert!(run.error.contains("--data") && run.error.contains("KAPSTOK_DATA"), "{}", run.error);
}

#[test]
fn wrong_use_is_said_in_dutch_with_status_2() {
    let dir = tempfile::tempdir().unwrap();
    for (arguments, expected) in [
        (&["biuld"][..], "`biuld` is geen opdracht\nhint: bedoelde je `build`? (zie `kapstok --help`)\n"),
        (&["build"], "hier ontbreekt: <MAP>\nhint: zie `kapstok build --help`\n"),
        (&["build", "x", "y"], "`y` hoort hier niet\nhint: zie `kapstok build --help`\n"),
        (&[], "hier ontbreekt: <OPDRACHT>\nhint: zie `kapstok --help`\n"),
    ] {
        let run = kapstok(dir.path(), arguments);
        assert_eq!((run.status, run.error.as_str()), (2, expected), "{arguments:?}");
    }
    let help = kapstok(dir.path(), &["help", "build"]);
    assert!(help.status == 0 && help.out.contains("Gebruik: kapstok build [OPTIES] <MAP>"), "{}", help.out);
}

#[test]
fn every_word_that_a_workspace_of_ours_uses_is_said_in_both_languages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let texts =
        ["nl", "en"].map(|language| std::fs::read_to_string(root.join(format!("text/{language}.ftl"))).unwrap());
    let files =
        ["fixtures/voorbeeldstreek/kapstok.toml", "examples/netherlands/kapstok.toml", "xtask/real/kapstok.toml"];
    let groups = [
        ("population", "population"),
        ("unit", "unit"),
        ("direction", "direction"),
        ("kind", "kind"),
        ("protected", "trait"),
        ("modelled_from", "ingredient"),
    ];
    let mut n_words = 0;
    for file in files {
        let settings: toml::Table = std::fs::read_to_string(root.join(file)).unwrap().parse().unwrap();
        for indicator in settings["indicator"].as_array().unwrap() {
            for (key, group) in groups {
                let said = indicator.get(key).map(|value| match value {
                    toml::Value::Array(words) => words.iter().map(|word| word.as_str().unwrap()).collect(),
                    word => vec![word.as_str().unwrap()],
                });
                for word in said.unwrap_or_default() {
                    let line = format!("\n{group}-{word} = ");
                    assert!(texts.iter().all(|text| text.contains(&line)), "{file}: {group}-{word}");
                    n_words += 1;
                }
            }
        }
    }
    assert!(n_words > 300, "{n_words}");
}
