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
