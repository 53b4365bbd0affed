// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Rules for every file: a licence header, a name that names, no path of somebody's machine.

use super::{File, Finding, numbered, text, toml};

/// Names that name nothing.
const EMPTY_NAMES: [&str; 6] = ["util", "utils", "helper", "helpers", "common", "misc"];

/// Each file says its licence in its first lines, or stands in `REUSE.toml`, by the rules of REUSE 3.3.
pub(super) fn headers(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let patterns = match toml("REUSE.toml", text(files, "REUSE.toml").unwrap_or_default()) {
        Ok(table) => annotated(&table),
        Err(finding) => {
            findings.push(finding);
            Vec::new()
        }
    };
    for file in files {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let needs_none = file.path.starts_with("LICENSES/") || name == "LICENSE" || name.ends_with(".license");
        let empty = file.text.as_ref().is_some_and(String::is_empty);
        if needs_none || empty || patterns.iter().any(|pattern| fits(pattern.as_bytes(), file.path.as_bytes())) {
            continue;
        }
        let Some(content) = &file.text else {
            findings.push(Finding::new(&file.path, 1, "not UTF-8 and not in REUSE.toml"));
            continue;
        };
        for tag in [concat!("SPDX-", "FileCopyrightText:"), concat!("SPDX-", "License-Identifier:")] {
            if !content.lines().take(5).any(|line| line.contains(tag)) {
                findings.push(Finding::new(&file.path, 1, format!("no `{tag}` in the first five lines")));
            }
        }
    }
    findings
}

fn annotated(table: &::toml::Table) -> Vec<String> {
    let entries = table.get("annotations").and_then(|value| value.as_array());
    let paths = entries.into_iter().flatten().filter_map(|entry| entry.get("path"));
    paths
        .flat_map(|path| match path {
            ::toml::Value::Array(paths) => paths.iter().filter_map(|path| path.as_str()).map(str::to_owned).collect(),
            path => path.as_str().map(str::to_owned).into_iter().collect::<Vec<String>>(),
        })
        .collect()
}

/// Whether a path fits a pattern of REUSE: `*` is anything but `/`, `**` anything.
fn fits(pattern: &[u8], path: &[u8]) -> bool {
    match (pattern, path) {
        ([b'*', b'*', rest @ ..], _) => (0..=path.len()).any(|skip| fits(rest, &path[skip..])),
        ([b'*', rest @ ..], _) => {
            let end = path.iter().position(|&byte| byte == b'/').unwrap_or(path.len());
            (0..=end).any(|skip| fits(rest, &path[skip..]))
        }
        ([first, rest @ ..], [byte, path @ ..]) => first == byte && fits(rest, path),
        ([], path) => path.is_empty(),
        (_, []) => false,
    }
}

/// No file and no folder is called `utils`, `helpers`, `common` or `misc`: the thing has a name.
pub(super) fn names(files: &[File]) -> Vec<Finding> {
    let stems = |path: &str| -> Vec<String> {
        path.split('/').map(|part| part.split('.').next().unwrap_or_default().to_lowercase()).collect()
    };
    let empty = |file: &&File| stems(&file.path).iter().any(|stem| EMPTY_NAMES.contains(&stem.as_str()));
    files
        .iter()
        .filter(empty)
        .map(|file| Finding::new(&file.path, 1, "a name that says nothing: call it what it does"))
        .collect()
}

/// No path of the machine of whoever wrote it.
pub(super) fn machine_paths(files: &[File]) -> Vec<Finding> {
    // In two pieces, so that this file does not find itself.
    let starts = [
        concat!("/wo", "rk/"),
        concat!("/ho", "me/"),
        concat!("/ro", "ot/"),
        concat!("/Us", "ers/"),
        concat!(":\\Us", "ers\\"),
    ];
    let mut findings = Vec::new();
    for file in files {
        for (number, line) in numbered(file.text.as_deref().unwrap_or_default()) {
            for start in starts {
                let own = line.match_indices(start).any(|(at, _)| {
                    !line[..at].ends_with(|sign: char| sign.is_alphanumeric() || "._-".contains(sign))
                        || start.starts_with(':')
                });
                if own {
                    findings.push(Finding::new(&file.path, number, format!("a path of one machine: `{start}…`")));
                }
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::{file, lines};
    use super::{File, fits, headers, machine_paths, names};

    const HEADER: &str = concat!("// SPDX-", "FileCopyrightText: x\n// SPDX-", "License-Identifier: EUPL-1.2\n");

    #[test]
    fn a_file_without_licence_is_found_unless_reuse_names_it() {
        let reuse = format!(
            "# {}\nversion = 1\n[[annotations]]\npath = [\"fixtures/**\", \"*.json\"]\n",
            HEADER.replace("//", "#").replace('\n', "\n#")
        );
        let files = [
            file("REUSE.toml", &reuse),
            file("good.rs", HEADER),
            file("bad.rs", "fn main() {}\n"),
            file("fixtures/deep/er.csv", "a;b"),
            file("schema.json", "{}"),
            file("deep/schema.json", "{}"),
            file("LICENSES/EUPL-1.2.txt", "EUPL"),
            file("empty.txt", ""),
            File { path: "photo.png".into(), text: None },
        ];
        let found = lines(&headers(&files));
        assert_eq!(found.iter().filter(|line| line.starts_with("bad.rs:1: no `SPDX-")).count(), 2);
        assert_eq!(found.iter().filter(|line| line.starts_with("deep/schema.json:1: no")).count(), 2);
        assert!(found.contains(&"photo.png:1: not UTF-8 and not in REUSE.toml".to_owned()));
        assert_eq!(found.len(), 5);
    }

    #[test]
    fn a_pattern_fits_as_reuse_says() {
        for (pattern, path, expected) in [
            ("Cargo.lock", "Cargo.lock", true),
            ("Cargo.lock", "fuzz/Cargo.lock", false),
            ("**/Cargo.lock", "fuzz/Cargo.lock", true),
            ("*.json", "a/b.json", false),
            ("**.json", "a/b.json", true),
            ("fixtures/**", "fixtures", false),
            ("crates/*/src/*.snap", "crates/a/src/b.snap", true),
            ("crates/*/src/*.snap", "crates/a/c/src/b.snap", false),
        ] {
            assert_eq!(fits(pattern.as_bytes(), path.as_bytes()), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn empty_names_are_found_as_file_and_as_folder() {
        let files = ["src/utils.rs", "src/Helpers/x.rs", "tests/common/mod.rs", "src/utility_room.rs", "src/rank.rs"];
        let found = names(&files.map(|path| file(path, "")));
        assert_eq!(
            found.iter().map(|it| it.path.as_str()).collect::<Vec<_>>(),
            ["src/utils.rs", "src/Helpers/x.rs", "tests/common/mod.rs"]
        );
    }

    #[test]
    fn paths_of_a_machine_are_found_and_addresses_are_not() {
        let text = format!("see {}x/data\nhttps://example.org{}x\n", concat!("/ho", "me/"), concat!("/ho", "me/"));
        assert_eq!(machine_paths(&[file("a.md", &text)]).iter().map(|it| it.line).collect::<Vec<_>>(), [1]);
    }
}
