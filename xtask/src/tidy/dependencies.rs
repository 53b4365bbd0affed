// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Every dependency stands once in the root manifest, is used, and has its reason in `docs/dependencies.md`.

use std::collections::{BTreeMap, BTreeSet};

use super::{File, Finding, line_of, numbered, text, toml, under};

const ROOT: &str = "Cargo.toml";
const REASONS: &str = "docs/dependencies.md";
const KINDS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];

/// Holds the manifests and the page of reasons against each other.
pub(super) fn dependencies(files: &[File]) -> Vec<Finding> {
    let (Some(root), Some(reasons)) = (text(files, ROOT), text(files, REASONS)) else {
        return vec![Finding::new(REASONS, 1, format!("`{ROOT}` or `{REASONS}` is not there"))];
    };
    let table = match toml(ROOT, root) {
        Ok(table) => table,
        Err(finding) => return vec![finding],
    };
    let mut findings = Vec::new();
    let used = used(files, &mut findings);
    let listed = listed(&table);
    let reasons = reasoned(reasons);
    for name in &listed {
        let line = line_of(root, &format!("{name} = "));
        if !reasons.contains_key(name.as_str()) {
            findings.push(Finding::new(ROOT, line, format!("`{name}` has no line in {REASONS}")));
        }
        if !used.contains(name) {
            findings.push(Finding::new(ROOT, line, format!("`{name}` is used by no crate")));
        }
    }
    for (name, line) in reasons {
        if !listed.contains(name) {
            findings.push(Finding::new(REASONS, line, format!("`{name}` is no dependency in {ROOT}")));
        }
    }
    findings
}

/// Dependencies of the workspace that come from elsewhere.
fn listed(table: &::toml::Table) -> BTreeSet<String> {
    let all = table.get("workspace").and_then(|value| value.get("dependencies")).and_then(|value| value.as_table());
    let foreign = all.into_iter().flatten().filter(|(_, spec)| spec.get("path").is_none());
    foreign.map(|(name, _)| name.clone()).collect()
}

/// Names in the first column of the tables, where something stands beside them.
fn reasoned(page: &str) -> BTreeMap<&str, usize> {
    numbered(page)
        .filter_map(|(number, line)| {
            let (name, rest) = line.strip_prefix("| `")?.split_once("` |")?;
            rest.split('|').any(|cell| cell.trim().len() > 3).then_some((name, number))
        })
        .collect()
}

/// What the crates use, and where one does not take it from the root.
fn used(files: &[File], findings: &mut Vec<Finding>) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (path, manifest) in under(files, "", "/Cargo.toml") {
        // The fuzz targets are a workspace of their own: they need another compiler.
        if path.starts_with("fuzz/") {
            continue;
        }
        let table = match toml(path, manifest) {
            Ok(table) => table,
            Err(finding) => {
                findings.push(finding);
                continue;
            }
        };
        // Some are for one kind of system only.
        let systems = table.get("target").and_then(|value| value.as_table()).into_iter().flatten();
        let systems = systems.filter_map(|(_, system)| system.as_table());
        let tables = std::iter::once(&table).chain(systems);
        let of_kinds = tables.flat_map(|table| KINDS.iter().filter_map(|kind| table.get(*kind)?.as_table()));
        for (name, spec) in of_kinds.flatten() {
            used.insert(name.clone());
            if spec.get("workspace").and_then(|value| value.as_bool()) != Some(true) {
                let line = line_of(manifest, &format!("{name} = "));
                findings.push(Finding::new(path, line, format!("`{name}` does not come from the root manifest")));
            }
        }
    }
    used
}

#[cfg(test)]
mod tests {
    use super::super::{file, lines};
    use super::dependencies;

    #[test]
    fn a_dependency_without_reason_without_use_or_past_the_root_is_found() {
        let root = "[workspace.dependencies]\nkapstok-area = { path = \"crates/kapstok-area\" }\ncsv = \"1\"\nlibm = \"0.2\"\n";
        let reasons = "# Dependencies\n\n| crate | what it does for us |\n|---|---|\n| `csv` | reads rows |\n| `regex` | reads patterns |\n";
        let manifest = "[dependencies]\ncsv.workspace = true\n[dev-dependencies]\nproptest = \"1\"\n";
        let files =
            [file("Cargo.toml", root), file("docs/dependencies.md", reasons), file("crates/a/Cargo.toml", manifest)];
        assert_eq!(
            lines(&dependencies(&files)),
            [
                "crates/a/Cargo.toml:4: `proptest` does not come from the root manifest",
                "Cargo.toml:4: `libm` has no line in docs/dependencies.md",
                "Cargo.toml:4: `libm` is used by no crate",
                "docs/dependencies.md:6: `regex` is no dependency in Cargo.toml",
            ]
        );
    }
}
