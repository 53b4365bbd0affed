// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The licences, bans and sources of `deny.toml`, held against the crates that are really built.
//!
//! In: `deny.toml` and what `cargo metadata` says. Out: findings. `cargo deny check` reads the same file and also
//! knows published vulnerabilities, for which it asks the network; this needs nothing but the checkout.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{File, Finding, line_of, text, toml};

const DENY: &str = "deny.toml";

/// Each crate has an allowed licence, comes from an allowed registry, and is not banned.
///
/// # Errors
/// `deny.toml` is not there, or the answer of cargo has another form than expected.
pub(crate) fn licences(files: &[File], metadata: &Value) -> Result<Vec<Finding>, String> {
    let deny = text(files, DENY).ok_or_else(|| format!("there is no {DENY}"))?;
    let lock = text(files, "Cargo.lock").unwrap_or_default();
    let table = match toml(DENY, deny) {
        Ok(table) => table,
        Err(finding) => return Ok(vec![finding]),
    };
    let rules = Rules::read(&table);
    let packages = metadata.get("packages").and_then(Value::as_array).ok_or("`cargo metadata` names no packages")?;
    let mut findings = Vec::new();
    for package in packages {
        let word = |key: &str| package.get(key).and_then(Value::as_str);
        let Some(name) = word("name") else { return Err("`cargo metadata` has a package without name".to_owned()) };
        let mut found = |message: String| {
            findings.push(Finding::new("Cargo.lock", line_of(lock, &format!("name = \"{name}\"")), message));
        };
        match word("license") {
            None => found(format!("`{name}` states no licence")),
            Some(licence) if !allowed(licence, &|id| rules.allows(name, id)) => {
                found(format!("licence `{licence}` of `{name}` is not allowed by {DENY}"));
            }
            Some(_) => {}
        }
        if rules.banned.iter().any(|banned| banned == name) {
            found(format!("`{name}` is banned by {DENY}"));
        }
        // A crate of the workspace has no source.
        if let Some(source) = word("source")
            && !rules.registries.iter().any(|registry| source == format!("registry+{registry}"))
        {
            found(format!("`{name}` comes from `{source}`, which {DENY} does not allow"));
        }
    }
    Ok(findings)
}

/// What `deny.toml` says, as far as it is checked here.
struct Rules {
    allow: Vec<String>,
    exceptions: BTreeMap<String, Vec<String>>,
    banned: Vec<String>,
    registries: Vec<String>,
}

impl Rules {
    fn read(table: &::toml::Table) -> Self {
        let list = |part: &str, key: &str| table.get(part).and_then(|it| it.get(key)).and_then(|it| it.as_array());
        let words = |list: Option<&Vec<::toml::Value>>| -> Vec<String> {
            list.into_iter().flatten().filter_map(|it| it.as_str()).map(str::to_owned).collect()
        };
        let crate_of = |entry: &::toml::Value| -> Option<String> {
            Some(entry.get("crate").or_else(|| entry.get("name"))?.as_str()?.to_owned())
        };
        let exceptions = list("licenses", "exceptions").into_iter().flatten();
        let banned = list("bans", "deny").into_iter().flatten();
        Self {
            allow: words(list("licenses", "allow")),
            exceptions: exceptions
                .filter_map(|it| Some((crate_of(it)?, words(it.get("allow").and_then(|it| it.as_array())))))
                .collect(),
            banned: banned.filter_map(crate_of).collect(),
            registries: words(list("sources", "allow-registry")),
        }
    }

    fn allows(&self, name: &str, id: &str) -> bool {
        let excepted = self.exceptions.get(name).into_iter().flatten();
        self.allow.iter().chain(excepted).any(|allowed| allowed == id)
    }
}

/// Whether an SPDX expression can be met: `AND` binds before `OR`; `/` is the old way to write `OR`.
fn allowed(expression: &str, allows: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ").replace(" WITH ", "+WITH+");
    let words: Vec<String> = spaced.split_whitespace().map(|word| word.replace("+WITH+", " WITH ")).collect();
    let mut at = 0;
    let outcome = any_of(&words, &mut at, allows);
    outcome == Some(true) && at == words.len()
}

fn any_of(words: &[String], at: &mut usize, allows: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut outcome = all_of(words, at, allows)?;
    while words.get(*at).is_some_and(|word| word == "OR") {
        *at += 1;
        outcome |= all_of(words, at, allows)?;
    }
    Some(outcome)
}

fn all_of(words: &[String], at: &mut usize, allows: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut outcome = one(words, at, allows)?;
    while words.get(*at).is_some_and(|word| word == "AND") {
        *at += 1;
        outcome &= one(words, at, allows)?;
    }
    Some(outcome)
}

fn one(words: &[String], at: &mut usize, allows: &dyn Fn(&str) -> bool) -> Option<bool> {
    let word = words.get(*at)?;
    *at += 1;
    match word.as_str() {
        "(" => {
            let outcome = any_of(words, at, allows)?;
            *at += 1;
            (words.get(*at - 1)? == ")").then_some(outcome)
        }
        ")" | "OR" | "AND" => None,
        id => Some(allows(id)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::{file, lines};
    use super::{allowed, licences};

    #[test]
    fn an_expression_is_met_by_the_licences_that_are_allowed() {
        let allows = |id: &str| ["MIT", "Apache-2.0", "ISC"].contains(&id);
        for (expression, expected) in [
            ("MIT", true),
            ("GPL-3.0-only", false),
            ("MIT OR GPL-3.0-only", true),
            ("MIT AND GPL-3.0-only", false),
            ("Unlicense/MIT", true),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", false),
            ("(MIT OR GPL-3.0-only) AND ISC", true),
            ("GPL-3.0-only AND MIT OR ISC", true),
            ("Apache-2.0 WITH LLVM-exception", false),
            ("Apache-2.0 WITH LLVM-exception OR MIT", true),
            ("MIT OR", false),
            ("(MIT", false),
            ("MIT MIT", false),
        ] {
            assert_eq!(allowed(expression, &allows), expected, "{expression}");
        }
    }

    #[test]
    fn a_licence_a_ban_and_a_source_are_each_found() {
        let deny = r#"
            [licenses]
            allow = ["MIT"]
            exceptions = [{ crate = "roots", allow = ["CDLA-Permissive-2.0"] }]
            [bans]
            deny = [{ crate = "openssl", reason = "no C" }]
            [sources]
            allow-registry = ["https://example.org/index"]
        "#;
        let index = "registry+https://example.org/index";
        let metadata = json!({ "packages": [
            { "name": "own", "license": "MIT", "source": null },
            { "name": "roots", "license": "CDLA-Permissive-2.0", "source": index },
            { "name": "other", "license": "CDLA-Permissive-2.0", "source": index },
            { "name": "openssl", "license": "MIT", "source": index },
            { "name": "far", "license": "MIT", "source": "git+https://example.org/far" },
            { "name": "silent", "license": null, "source": index },
        ]});
        let files = [file("deny.toml", deny), file("Cargo.lock", "[[package]]\nname = \"other\"\n")];
        assert_eq!(
            lines(&licences(&files, &metadata).unwrap()),
            [
                "Cargo.lock:2: licence `CDLA-Permissive-2.0` of `other` is not allowed by deny.toml",
                "Cargo.lock:1: `openssl` is banned by deny.toml",
                "Cargo.lock:1: `far` comes from `git+https://example.org/far`, which deny.toml does not allow",
                "Cargo.lock:1: `silent` states no licence",
            ]
        );
    }
}
