// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the product is for, statement by statement: what is called built has a command and a test that exist.
//!
//! In: `docs/policy/statements.toml`, the readable page beside it, the command line, the sources.
//! Invariant: `built` without a test that runs, or `no-figure` without a holder, cannot be written down.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::documents::commands;
use super::{File, Finding, numbered, text, under};
use crate::TASKS;

const STATEMENTS: &str = "docs/policy/statements.toml";
const PAGE: &str = "docs/policy/README.md";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Statements {
    statement: Vec<toml::Spanned<Statement>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Statement {
    id: String,
    says: String,
    answer: String,
    state: State,
    #[serde(default)]
    command: String,
    #[serde(default)]
    tests: Vec<String>,
    #[serde(default)]
    holder: String,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum State {
    /// There is a command for it and a test that shows it.
    Built,
    /// Not yet.
    Next,
    /// No open figure per area; somebody holds one.
    NoFigure,
}

impl State {
    fn as_str(self) -> &'static str {
        match self {
            Self::Built => "built",
            Self::Next => "next",
            Self::NoFigure => "no figure",
        }
    }
}

/// Holds every statement against the command line, the tests and the readable page.
pub(super) fn policy(files: &[File]) -> Vec<Finding> {
    let Some(source) = text(files, STATEMENTS) else {
        return vec![Finding::new(STATEMENTS, 1, "there is no such file")];
    };
    let statements: Statements = match toml::from_str(source) {
        Ok(statements) => statements,
        Err(error) => {
            let start = error.span().map_or(0, |span| span.start);
            return vec![Finding::new(STATEMENTS, line_at(source, start), error.message())];
        }
    };
    let commands = commands(text(files, "crates/kapstok-app/src/cli.rs").unwrap_or_default());
    let tests = tests(files);
    let page = text(files, PAGE).unwrap_or_default();
    let mut findings = Vec::new();
    let mut ids = BTreeSet::new();
    for spanned in &statements.statement {
        let statement = spanned.get_ref();
        let line = line_at(source, spanned.span().start);
        let mut messages = against(statement, &commands, &tests);
        if !ids.insert(statement.id.as_str()) {
            messages.push("is there twice".to_owned());
        }
        if !on_page(page, statement) {
            messages.push(format!("has no row in {PAGE} that says `{}`", statement.state.as_str()));
        }
        findings.extend(messages.iter().map(|it| Finding::new(STATEMENTS, line, format!("{} {it}", statement.id))));
    }
    for number in 1..=16 {
        let id = format!("S{number}");
        // A statement may be told in parts: S2a, S2b, S2c.
        if !ids.iter().any(|known| known.trim_end_matches(|sign: char| sign.is_ascii_lowercase()) == id) {
            findings.push(Finding::new(STATEMENTS, 1, format!("{id} is not there")));
        }
    }
    findings
}

fn against(statement: &Statement, commands: &BTreeSet<String>, tests: &BTreeSet<&str>) -> Vec<String> {
    let mut messages = Vec::new();
    if statement.says.is_empty() || statement.answer.is_empty() {
        messages.push("needs both `says` and `answer`".to_owned());
    }
    let exists = match statement.command.split_whitespace().collect::<Vec<&str>>().as_slice() {
        ["kapstok", command, ..] => commands.contains(*command),
        ["cargo", "xtask", task, ..] => TASKS.contains(task),
        _ => false,
    };
    if !statement.command.is_empty() && !exists {
        messages.push(format!("names `{}`, which does not exist", statement.command));
    }
    for test in statement.tests.iter().filter(|test| !tests.contains(test.as_str())) {
        messages.push(format!("names the test `{test}`, which does not exist"));
    }
    match statement.state {
        State::Built if statement.command.is_empty() || statement.tests.is_empty() => {
            messages.push("is called built and lacks a command or a test".to_owned());
        }
        State::NoFigure if statement.holder.is_empty() => {
            messages.push("has no figure and names nobody who holds one".to_owned());
        }
        State::Built | State::Next | State::NoFigure => {}
    }
    messages
}

/// Names of functions under `#[test]`, in the crates and in `xtask`.
fn tests(files: &[File]) -> BTreeSet<&str> {
    let ours = |path: &str| path.starts_with("crates/") || path.starts_with("xtask/");
    let mut tests = BTreeSet::new();
    for (_, source) in under(files, "", ".rs").filter(|(path, _)| ours(path)) {
        let mut marked = false;
        for (_, line) in numbered(source) {
            let line = line.trim();
            if line == "#[test]" {
                marked = true;
            } else if let Some(name) = line.strip_prefix("fn ").filter(|_| marked) {
                tests.extend(name.split('(').next());
                marked = false;
            } else if !line.starts_with("#[") && !line.starts_with("//") {
                marked = false;
            }
        }
    }
    tests
}

fn on_page(page: &str, statement: &Statement) -> bool {
    let start = format!("| {} |", statement.id);
    page.lines().any(|line| line.starts_with(&start) && line.contains(&format!("| {} |", statement.state.as_str())))
}

fn line_at(text: &str, byte: usize) -> usize {
    1 + text.get(..byte).unwrap_or_default().matches('\n').count()
}

#[cfg(test)]
mod tests {
    use super::super::{file, lines};
    use super::policy;

    fn statement(id: &str, rest: &str) -> String {
        format!("[[statement]]\nid = \"{id}\"\nsays = \"x\"\nanswer = \"y\"\n{rest}\n")
    }

    fn check(statements: &str, page: &str) -> Vec<String> {
        let others: String = (2..=16).map(|n| statement(&format!("S{n}"), "state = \"next\"")).collect();
        let rows: String = (2..=16).map(|n| format!("| S{n} | x | next | |\n")).collect();
        let source = "#[test]\n// Why.\n#[expect(x)]\nfn a_sum_holds() {}\n\nfn no_test() {}\n";
        lines(&policy(&[
            file("docs/policy/statements.toml", &(statements.to_owned() + &others)),
            file("docs/policy/README.md", &(page.to_owned() + &rows)),
            file("crates/kapstok-app/src/cli.rs", "enum Command {\n    Build {\n        dir: PathBuf,\n    },\n}\n"),
            file("crates/a/src/a.rs", source),
        ]))
    }

    #[test]
    fn what_is_built_has_a_command_and_a_test() {
        let built = "state = \"built\"\ncommand = \"kapstok build DIR\"\ntests = [\"a_sum_holds\"]";
        assert_eq!(check(&statement("S1", built), "| S1 | x | built | |\n"), [""; 0]);
        let at = "docs/policy/statements.toml:1: ";
        for (rest, state, message) in [
            ("state = \"built\"", "built", "S1 is called built and lacks a command or a test"),
            ("state = \"next\"\ncommand = \"kapstok fly\"", "next", "S1 names `kapstok fly`, which does not exist"),
            ("state = \"next\"\ntests = [\"no_test\"]", "next", "S1 names the test `no_test`, which does not exist"),
            ("state = \"no-figure\"", "no figure", "S1 has no figure and names nobody who holds one"),
            ("state = \"next\"", "built", "S1 has no row in docs/policy/README.md that says `next`"),
        ] {
            assert_eq!(check(&statement("S1", rest), &format!("| S1 | x | {state} | |\n")), [format!("{at}{message}")]);
        }
    }

    #[test]
    fn each_of_the_sixteen_is_there_once_and_may_be_told_in_parts() {
        let parts = statement("S1a", "state = \"next\"") + &statement("S1b", "state = \"next\"");
        assert_eq!(check(&parts, "| S1a | x | next |\n| S1b | x | next |\n"), [""; 0]);
        assert_eq!(check("", ""), ["docs/policy/statements.toml:1: S1 is not there"]);
    }
}
