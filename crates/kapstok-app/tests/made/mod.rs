// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Small workspaces made here, and the program as it is typed.

#![allow(dead_code, reason = "each test file uses a part")]

use std::path::Path;

use assert_cmd::Command;

/// What a run of the program came to.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) error: String,
}

/// Runs the program in English.
pub(crate) fn kapstok(arguments: &[&str]) -> Run {
    let output = Command::cargo_bin("kapstok").unwrap().args(["--lang", "en"]).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { status: output.status.code().unwrap(), out: text(output.stdout), error: text(output.stderr) }
}

/// The invented region as `kapstok demo` leaves it, in a folder that the caller may change.
///
/// Made once for all tests of a program, and copied from then on: a demo takes as long as many tests together.
pub(crate) fn region(to: &Path) {
    let program = assert_cmd::cargo::cargo_bin("kapstok").metadata().unwrap();
    let changed = program.modified().unwrap().duration_since(std::time::UNIX_EPOCH).unwrap().as_nanos();
    let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("region-{}-{changed}", program.len()));
    let lock = std::fs::File::create(made.with_extension("lock")).unwrap();
    lock.lock().unwrap();
    if !made.exists() {
        let begun = made.with_extension("begun");
        let _ = std::fs::remove_dir_all(&begun);
        let run = kapstok(&["demo", "--no-serve", "--dir", begun.to_str().unwrap()]);
        assert_eq!(run.status, 0, "{}", run.error);
        std::fs::rename(&begun, &made).unwrap();
    }
    copy(&made, to);
}

/// Copies a folder; links stay links.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, kind) = (to.join(entry.file_name()), entry.file_type().unwrap());
        if kind.is_dir() {
            copy(&entry.path(), &path);
        } else if kind.is_symlink() {
            #[cfg(unix)]
            std::os::unix::fs::symlink(std::fs::read_link(entry.path()).unwrap(), path).unwrap();
            #[cfg(windows)]
            std::os::windows::fs::symlink_dir(std::fs::read_link(entry.path()).unwrap(), path).unwrap();
        } else {
            std::fs::copy(entry.path(), path).unwrap();
        }
    }
}

/// People, debts, and a protected trait.
pub(crate) const INDICATORS: &str = r#"
[[indicator]]
id = "people"
label = { nl = "Inwoners", en = "Residents" }
explanation = { nl = "Aantal inwoners.", en = "Number of residents." }
unit = "count"
direction = "neither"
domain = "population"
kind = "register"
rebase = "split"
source = "office"
licence = "CC0-1.0"

[[indicator]]
id = "debt"
label = { nl = "Schulden", en = "Debts" }
explanation = { nl = "Deel met schulden.", en = "Share with debts." }
unit = "percent"
direction = "higher-is-worse"
domain = "debt"
kind = "register"
population = "residents"
rounding = 0.1
rebase = { weighted_by = "people" }
source = "office"
licence = "CC0-1.0"

[[indicator]]
id = "abroad"
label = { nl = "Geboren buitenland", en = "Born abroad" }
explanation = { nl = "Deel geboren in het buitenland.", en = "Share born abroad." }
unit = "percent"
direction = "neither"
domain = "population"
kind = "register"
population = "residents"
rebase = { weighted_by = "people" }
protected = "origin"
source = "office"
licence = "CC0-1.0"
"#;

/// A workspace of five buurten and their municipality, with a recipe.
pub(crate) fn workspace(dir: &Path, recipe: &str) {
    let settings = format!(
        r#"kapstok = 1
title = {{ nl = "Proef", en = "Trial" }}
country = "nl"
residents = "people"
recipes = ["recipe.toml"]

[boundary_years]
municipality = 2024
neighbourhood = 2024

[[source]]
id = "office"
file = "office.csv"
title = "Figures of five buurten"
publisher = "Office"
table_id = "1NED"
licence = "CC0-1.0"
attribution = "Source: Office"
boundary_year = 2024
period = "2024"
area = "code"
name = "name"
missing = [{{ mark = "x", reason = "secret" }}, {{ mark = ".", reason = "not_measured" }}]

[[source.column]]
title = "people"
indicator = "people"

[[source.column]]
title = "debt"
indicator = "debt"

[[source.column]]
title = "abroad"
indicator = "abroad"
{INDICATORS}"#
    );
    std::fs::create_dir_all(dir.join("sources")).unwrap();
    std::fs::write(dir.join("kapstok.toml"), settings).unwrap();
    std::fs::write(dir.join("recipe.toml"), recipe).unwrap();
    std::fs::write(dir.join("policy.md"), "Why.\n").unwrap();
    let rows = "code;name;people;debt;abroad\nGM0001;Town;1003;12,5;10\nBU00010101;One;200;20,5;10\nBU00010102;Two;300;x;10\n\
                BU00010103;Three;250;8,0;10\nBU00010104;Four;210;.;10\nBU00010105;Five;40;60,0;10\n";
    std::fs::write(dir.join("sources/office.csv"), rows).unwrap();
}

/// A recipe that counts one burden.
pub(crate) const RECIPE: &str = r#"recipe = 1
id = "trial"
title = { nl = "Proef", en = "Trial" }
level = "neighbourhood"
policy = "policy.md"

[[input]]
name = "debt"

[burdens]
worst_fraction = 0.5

[[burdens.domain]]
id = "debt"
column = "debt"
lead = "debt"
"#;
