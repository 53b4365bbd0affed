// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok export`: what is taken along from a build, as it is typed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

mod made;

use made::{RECIPE, kapstok, workspace};

/// The beginning of each form.
const FORMS: [(&str, &[u8]); 5] = [
    ("csv", b"area,name,level"),
    ("nl.csv", "\u{feff}area;name;level".as_bytes()),
    ("csv.zip", b"PK\x03\x04"),
    ("xlsx", b"PK\x03\x04"),
    ("parquet", b"PAR1"),
];

#[test]
fn a_file_has_the_form_that_its_name_or_the_option_says() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let folder = dir.path().to_str().unwrap();
    assert_eq!(kapstok(&["build", folder]).status, 0);
    for (end, head) in FORMS {
        let (by_name, by_option) =
            (dir.path().join(format!("out.{end}")), dir.path().join(format!("{}-plain", end.replace('.', "-"))));
        let common = ["export", "files", folder, "--level", "neighbourhood", "--out"];
        let run = kapstok(&[&common[..], &[by_name.to_str().unwrap()]].concat());
        assert!(run.status == 0 && run.out.contains("areas"), "{end}: {} {}", run.out, run.error);
        let run = kapstok(&[&common[..], &[by_option.to_str().unwrap(), "--format", end]].concat());
        assert_eq!(run.status, 0, "{end}: {}", run.error);
        let bytes = std::fs::read(&by_name).unwrap();
        assert!(bytes.starts_with(head), "{end}");
        assert_eq!(bytes, std::fs::read(&by_option).unwrap(), "{end}: the same level, the same bytes");
    }
}

#[test]
fn what_cannot_be_made_is_told_with_what_to_type_and_nothing_is_lost() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let folder = dir.path().to_str().unwrap();
    let export = |level: &str, to: &str| {
        let to = dir.path().join(to);
        kapstok(&["export", "files", folder, "--level", level, "--out", to.to_str().unwrap()])
    };
    let run = export("neighbourhood", "out.csv");
    assert!(run.status != 0 && run.error.contains("kapstok build"), "before a build: {}", run.error);
    assert_eq!(kapstok(&["build", folder]).status, 0);
    for (level, to, told) in [
        ("neighbourhood", "out.txt", "nl.csv"),
        ("street", "out.csv", "neighbourhood"),
        ("neighbourhood", "out.gpkg", "has no map"),
        ("neighbourhood", "kapstok.toml", "--format"),
    ] {
        let run = export(level, to);
        assert!(run.status != 0 && run.error.contains(told) && run.error.contains("hint"), "{to}: {}", run.error);
    }
    // Who slips and names their settings keeps them.
    let settings = dir.path().join("kapstok.toml");
    let before = std::fs::read(&settings).unwrap();
    let run = kapstok(&[
        "export",
        "files",
        folder,
        "--level",
        "neighbourhood",
        "--format",
        "csv",
        "--out",
        settings.to_str().unwrap(),
    ]);
    assert!(run.status != 0 && run.error.contains("nothing was written"), "{}", run.error);
    assert_eq!(std::fs::read(&settings).unwrap(), before);
    assert!(!dir.path().join("out.csv").exists());
}
