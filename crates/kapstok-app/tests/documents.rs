// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Documents of a workspace: read at a build, kept in it, and said where they cannot be.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

mod made;

use std::path::Path;

use made::{RECIPE, kapstok, workspace};
use serde_json::Value;

const PLAN: &str = "# A plan\n\n## Health\n\nWe will invest 5 million pounds in every deprived neighbourhood.\n\n- We \
    will open a clinic in each district.\n";
const ASKS: &str = "# Asks\n\n## What we ask\n\n- Open a clinic in each district.\n- Paint all bridges purple.\n";
const ENTRIES: &str = r#"
[[document]]
id = "plan"
file = "documents/plan.md"
kind = "agreement"
title = { nl = "Het plan", en = "The plan" }
recipe = "read-en-plan"

[[document]]
id = "asks"
file = "documents/asks.md"
kind = "ask"
title = { nl = "De vragen", en = "The asks" }
recipe = "read-en-plan"
answered_by = ["plan"]
"#;

/// A workspace with a plan and asks.
fn with_documents(dir: &Path) -> String {
    workspace(dir, RECIPE);
    std::fs::create_dir(dir.join("documents")).unwrap();
    std::fs::write(dir.join("documents/plan.md"), PLAN).unwrap();
    std::fs::write(dir.join("documents/asks.md"), ASKS).unwrap();
    let settings = dir.join("kapstok.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, text + ENTRIES).unwrap();
    dir.to_str().unwrap().to_owned()
}

fn kept(dir: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(dir.join("build/current/documents.json")).unwrap()).unwrap()
}

#[test]
fn documents_are_read_at_a_build_and_again_only_when_one_changed() {
    let dir = tempfile::tempdir().unwrap();
    let folder = with_documents(dir.path());
    let run = kapstok(&["build", &folder]);
    assert_eq!(run.status, 0, "{}", run.error);
    let first = kept(dir.path());
    let documents = first["all"].as_array().unwrap();
    assert_eq!(documents.len(), 2);
    assert_eq!(documents[0]["rows"]["statements"][0]["framing"], "area");
    let answers = documents[1]["answers"][0]["rows"].as_array().unwrap();
    assert_eq!(answers[1]["verdict"], "not-found", "{answers:?}");
    assert_ne!(answers[0]["verdict"], "not-found", "{answers:?}");

    let name = || std::fs::read_link(dir.path().join("build/current")).unwrap();
    let before = name();
    assert_eq!(kapstok(&["build", &folder]).status, 0);
    assert_eq!((name(), kept(dir.path())), (before.clone(), first.clone()));

    // Another text: another build, though no figure changed.
    std::fs::write(dir.path().join("documents/plan.md"), PLAN.replace("clinic", "school")).unwrap();
    let run = kapstok(&["build", &folder]);
    assert!(run.status == 0 && run.out.contains("figures of the last build kept"), "{} {}", run.out, run.error);
    let other = kept(dir.path());
    assert_ne!(name(), before);
    assert_ne!(other["made_of"], first["made_of"]);
    assert!(other.to_string().contains("open a school"));
}

#[test]
fn what_is_wrong_with_an_entry_is_said_where_it_stands_and_the_last_build_stays() {
    let dir = tempfile::tempdir().unwrap();
    let folder = with_documents(dir.path());
    assert_eq!(kapstok(&["build", &folder]).status, 0);
    let stood = kept(dir.path());
    let settings = dir.path().join("kapstok.toml");
    let good = std::fs::read_to_string(&settings).unwrap();
    let cases = [
        ("documents/plan.md", "documents/none.md", "K0786"),
        ("id = \"plan\"", "id = \"The plan\"", "K0787"),
        ("answered_by = [\"plan\"]", "answered_by = [\"plans\"]", "K0788"),
        ("id = \"asks\"", "id = \"plan\"", "K0409"),
        ("documents/plan.md", "../plan.md", "K0407"),
        ("kind = \"agreement\"", "kind = \"promise\"", "K0400"),
        ("recipe = \"read-en-plan\"", "recipe = \"read-en-plum\"", "K0852"),
    ];
    for (from, to, code) in cases {
        assert!(good.contains(from), "{from}");
        std::fs::write(&settings, good.replacen(from, to, 1)).unwrap();
        for command in ["build", "check"] {
            let run = kapstok(&[command, &folder]);
            assert_eq!(run.status, 1, "{command} {to}: {}", run.error);
            assert!(run.error.contains(code), "{command} {to}: {}", run.error);
            let has_place = code == "K0852" || run.error.contains("kapstok.toml:");
            assert!(has_place, "{command} {to}: {}", run.error);
        }
        assert_eq!(kept(dir.path()), stood, "{to}");
    }
    std::fs::write(&settings, &good).unwrap();
    std::fs::write(dir.path().join("documents/plan.md"), b"%PDF-1.7 and no more").unwrap();
    let run = kapstok(&["build", &folder]);
    assert!(run.status == 1 && run.error.contains("K0880"), "{}", run.error);
    assert!(run.error.contains("plan.md"), "{}", run.error);
    assert_eq!(kept(dir.path()), stood);
}

#[test]
fn all_rows_of_a_document_are_printed_in_the_form_that_the_build_keeps() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("plan.md");
    std::fs::write(&path, PLAN).unwrap();
    let path = path.to_str().unwrap();
    let run = kapstok(&["read", path, "--recipe", "read-en-plan", "--rows"]);
    assert_eq!(run.status, 0, "{}", run.error);
    let rows: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(rows["statements"].as_array().unwrap().len(), 2);
    assert!(rows["blocks"].as_array().unwrap().len() >= 4);
    // Two forms of one answer are one too many.
    assert_eq!(kapstok(&["read", path, "--rows", "--json"]).status, 2);
}
