// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Documents lead somewhere: links resolve, commands exist, every page of the book is in its contents.

use std::collections::BTreeSet;

use super::{File, Finding, numbered, text, under};
use crate::TASKS;

const CLI: &str = "crates/kapstok-app/src/cli.rs";
const CONTENTS: &str = "docs/SUMMARY.md";
/// The page with the table of all tasks.
const TABLE: &str = "docs/reference/commands.md";

/// Links and commands of all Markdown files.
pub(super) fn documents(files: &[File]) -> Vec<Finding> {
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let commands = commands(text(files, CLI).unwrap_or_default());
    let mut findings = Vec::new();
    for (path, page) in under(files, "", ".md") {
        for (number, line, fenced) in with_fences(page) {
            if fenced {
                findings.extend(unknown_command(line, &commands).map(|message| Finding::new(path, number, message)));
                continue;
            }
            for target in targets(line) {
                if !resolves(path, target, &paths) {
                    findings.push(Finding::new(path, number, format!("`{target}` leads nowhere")));
                }
            }
        }
    }
    if let Some(table) = text(files, TABLE) {
        findings
            .extend(tasks_left_out(table).map(|task| {
                Finding::new(TABLE, 1, format!("the table of tasks says nothing of `cargo xtask {task}`"))
            }));
    }
    let contents = text(files, CONTENTS).unwrap_or_default();
    for (path, _) in under(files, "docs/", ".md").filter(|(path, _)| *path != CONTENTS) {
        let relative = path.trim_start_matches("docs/");
        if !contents.contains(&format!("({relative})")) {
            findings.push(Finding::new(path, 1, format!("not in {CONTENTS}: no reader of the book finds it")));
        }
    }
    findings
}

/// The tasks that have no row in a table.
fn tasks_left_out(page: &str) -> impl Iterator<Item = &'static str> {
    TASKS.into_iter().filter(move |task| {
        let begins = format!("| `cargo xtask {task}");
        // Behind the name comes the end of the code, or an option.
        !page.lines().any(|line| line.strip_prefix(&begins).is_some_and(|rest| rest.starts_with(['`', ' '])))
    })
}

/// Lines with their number and whether they stand in a block of code. The fences themselves are left out.
fn with_fences(page: &str) -> Vec<(usize, &str, bool)> {
    let mut lines = Vec::new();
    let mut fenced = false;
    for (number, line) in numbered(page) {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else {
            lines.push((number, line, fenced));
        }
    }
    lines
}

/// What the links of a line point at; code between backticks is no link.
fn targets(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (at, _) in line.match_indices("](") {
        let in_code = line[..at].matches('`').count() % 2 == 1 && line[at..].contains('`');
        if let Some((target, _)) = line[at + 2..].split_once(')').filter(|_| !in_code) {
            found.push(target.split(" \"").next().unwrap_or(target));
        }
    }
    found
}

fn resolves(page: &str, target: &str, paths: &BTreeSet<&str>) -> bool {
    let foreign = ["https://", "http://", "mailto:", "#"].iter().any(|start| target.starts_with(start));
    let target = target.split('#').next().unwrap_or_default();
    if foreign || target.is_empty() {
        return foreign;
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.pop().is_none() => return false,
            ".." => {}
            name => parts.push(name),
        }
    }
    let path = parts.join("/");
    let folder = format!("{path}/");
    path.is_empty()
        || paths.contains(path.as_str())
        || paths.range(folder.as_str()..).next().is_some_and(|it| it.starts_with(&folder))
}

/// The commands of the program, by the names that people type, read from its command line.
pub(super) fn commands(cli: &str) -> BTreeSet<String> {
    let body = cli.split_once("enum Command {").map_or("", |(_, rest)| rest);
    let variants = body.lines().take_while(|line| *line != "}").filter(|line| line.starts_with("    "));
    let names = variants.filter_map(|line| {
        let name = line.strip_prefix("    ")?;
        let end = name.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(name.len());
        name.starts_with(|sign: char| sign.is_ascii_uppercase()).then(|| kebab(&name[..end]))
    });
    names.collect()
}

fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for sign in name.chars() {
        if sign.is_ascii_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.push(sign.to_ascii_lowercase());
    }
    kebab
}

/// Says what is wrong with a line of a code block that types a command which is not there.
fn unknown_command(line: &str, commands: &BTreeSet<String>) -> Option<String> {
    let mut words = line.trim_start().trim_start_matches("$ ").split_whitespace();
    let (program, known) = match words.next()? {
        "kapstok" => ("kapstok", commands.iter().map(String::as_str).collect::<Vec<&str>>()),
        "cargo" if words.next() == Some("xtask") => ("cargo xtask", TASKS.to_vec()),
        _ => return None,
    };
    let word = words.next()?;
    let typed = word.starts_with(|sign: char| sign.is_ascii_lowercase());
    (typed && !known.contains(&word)).then(|| format!("`{program} {word}` does not exist"))
}

#[cfg(test)]
mod tests {
    use super::super::{file, lines};
    use super::{TASKS, commands, documents, tasks_left_out};

    const CLI: &str = "pub(crate) enum Command {\n    /// Make.\n    Init {\n        /// The folder.\n        dir: PathBuf,\n    },\n    /// Two words.\n    TwoWords,\n}\n\nenum Template {\n    Nl,\n}\n";

    #[test]
    fn the_commands_are_the_variants_of_the_command_line() {
        assert_eq!(commands(CLI).into_iter().collect::<Vec<_>>(), ["init", "two-words"]);
    }

    #[test]
    fn a_task_without_a_row_in_the_table_is_found() {
        let rows =
            |tasks: &[&str]| tasks.iter().map(|task| format!("| `cargo xtask {task}` | x |\n")).collect::<String>();
        assert_eq!(tasks_left_out(&rows(&TASKS)).count(), 0);
        let without_bench: Vec<&str> = TASKS.into_iter().filter(|task| *task != "bench").collect();
        let page = rows(&without_bench) + "| `cargo xtask real [--dir DIR]` | x |\n";
        assert_eq!(tasks_left_out(&page).collect::<Vec<_>>(), ["bench"], "`bench-server` is another task");
    }

    #[test]
    fn links_that_lead_nowhere_and_commands_that_are_not_there_are_found() {
        let page = "# A\n[good](b.md#part) [folder](../crates) [web](https://example.org) [here](#a)\n\
                    [bad](c.md) and `[code](d.md)`\n[out](../../../x.md)\n\
                    ```sh\nkapstok init DIR\n$ kapstok gap DIR\ncargo xtask check\ncargo xtask fly\nkapstok --help\n[no link](z.md)\n```\n";
        let files = [
            file("crates/kapstok-app/src/cli.rs", CLI),
            file("docs/SUMMARY.md", "- [A](a.md)\n"),
            file("docs/a.md", page),
            file("docs/b.md", "# B\n"),
        ];
        assert_eq!(
            lines(&documents(&files)),
            [
                "docs/a.md:3: `c.md` leads nowhere",
                "docs/a.md:4: `../../../x.md` leads nowhere",
                "docs/a.md:7: `kapstok gap` does not exist",
                "docs/a.md:9: `cargo xtask fly` does not exist",
                "docs/b.md:1: not in docs/SUMMARY.md: no reader of the book finds it",
            ]
        );
    }
}
