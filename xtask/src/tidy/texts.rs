// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Every problem code has its sentence, hint and explanation in both languages, and no sentence is left over.
//!
//! In: `text/nl.ftl`, `text/en.ftl` and the Rust sources. Not here: whether a sentence is good Dutch.

use std::collections::{BTreeMap, BTreeSet};

use super::rust::product_lines;
use super::{File, Finding, numbered, text, under};

const TEXTS: [&str; 2] = ["text/nl.ftl", "text/en.ftl"];

/// A message of a text file.
#[derive(Debug, Default)]
struct Message {
    line: usize,
    attributes: BTreeSet<String>,
    facts: BTreeSet<String>,
}

/// Codes, keys and languages held against each other.
pub(super) fn texts(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut by_file = Vec::new();
    for path in TEXTS {
        match text(files, path) {
            Some(text) => by_file.push((path, messages(path, text, &mut findings))),
            None => findings.push(Finding::new(path, 1, "there is no such file")),
        }
    }
    let mut codes = BTreeSet::new();
    for (key, path, line) in named(files) {
        let lacking = by_file.iter().filter(|(_, messages)| !messages.contains_key(&key)).map(|(path, _)| *path);
        let lacking: Vec<&str> = lacking.collect();
        if !lacking.is_empty() {
            findings.push(Finding::new(&path, line, format!("`{key}` has no text in {}", lacking.join(" and "))));
        }
        if is_code(&key) {
            codes.insert(key);
        }
    }
    for (path, messages) in &by_file {
        for (key, message) in messages.iter().filter(|(key, _)| is_code(key)) {
            if !codes.contains(key) {
                findings.push(Finding::new(path, message.line, format!("`{key}` is given by no code")));
            }
            for attribute in ["hint", "explain"] {
                if !message.attributes.contains(attribute) {
                    findings.push(Finding::new(path, message.line, format!("`{key}` has no .{attribute}")));
                }
            }
        }
    }
    if let [(one, left), (other, right)] = by_file.as_slice() {
        findings.extend(differences((one, left), (other, right)));
        findings.extend(missing((other, right), (one, left)));
    }
    findings
}

fn differences(one: (&str, &BTreeMap<String, Message>), other: (&str, &BTreeMap<String, Message>)) -> Vec<Finding> {
    let mut findings = missing(one, other);
    for (key, message) in one.1 {
        let Some(same) = other.1.get(key) else { continue };
        for fact in message.facts.symmetric_difference(&same.facts) {
            let (path, line) = if message.facts.contains(fact) { (one.0, message.line) } else { (other.0, same.line) };
            findings.push(Finding::new(path, line, format!("`{key}` has `${fact}` in one language only")));
        }
    }
    findings
}

fn missing(one: (&str, &BTreeMap<String, Message>), other: (&str, &BTreeMap<String, Message>)) -> Vec<Finding> {
    let absent = one.1.iter().filter(|(key, _)| !other.1.contains_key(*key));
    absent.map(|(key, message)| Finding::new(one.0, message.line, format!("`{key}` is not in {}", other.0))).collect()
}

/// The messages of a Fluent file: as much of its grammar as the rules need.
fn messages(path: &str, text: &str, findings: &mut Vec<Finding>) -> BTreeMap<String, Message> {
    let mut messages: BTreeMap<String, Message> = BTreeMap::new();
    let mut current = None;
    for (number, line) in numbered(text) {
        if line.starts_with('#') {
            continue;
        }
        if let Some(key) = key_of(line) {
            if messages.contains_key(key) {
                findings.push(Finding::new(path, number, format!("`{key}` is there twice")));
            }
            messages.insert(key.to_owned(), Message { line: number, ..Message::default() });
            current = Some(key.to_owned());
        }
        let Some(message) = current.as_ref().and_then(|key| messages.get_mut(key)) else { continue };
        if let Some(attribute) = line.trim_start().strip_prefix('.').filter(|_| line.starts_with([' ', '\t'])) {
            message.attributes.extend(key_of(attribute).map(str::to_owned));
        }
        for rest in line.split('$').skip(1) {
            let end = rest.find(|sign: char| !sign.is_alphanumeric() && !"_-".contains(sign)).unwrap_or(rest.len());
            message.facts.insert(rest[..end].to_owned());
        }
    }
    messages
}

/// `key` of a line `key = …`.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let opens = key.starts_with(|sign: char| sign.is_ascii_alphabetic());
    (opens && key.chars().all(|sign| sign.is_ascii_alphanumeric() || "_-".contains(sign))).then_some(key)
}

/// Keys that the sources name as a literal: problem codes, and what is said by its key.
fn named(files: &[File]) -> Vec<(String, String, usize)> {
    let mut named = BTreeMap::new();
    for (path, text) in under(files, "crates/", ".rs").filter(|(path, _)| path.contains("/src/")) {
        for (number, line) in product_lines(path, text) {
            for (at, literal) in literals(line) {
                // Only the command line says sentences by key.
                let said = path.starts_with("crates/kapstok-app/")
                    && [".say(", ".bar("].iter().any(|call| line[..at].ends_with(call));
                if is_code(literal) || (said && !literal.contains('{')) {
                    named.entry(literal.to_owned()).or_insert((path.to_owned(), number));
                }
            }
        }
    }
    named.into_iter().map(|(key, (path, line))| (key, path, line)).collect()
}

/// String literals of one line, with the byte where each begins.
fn literals(line: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = line[at..].find('"').map(|open| at + open) {
        let Some(close) = line[open + 1..].find('"').map(|close| open + 1 + close) else { break };
        found.push((open, &line[open + 1..close]));
        at = close + 1;
    }
    found
}

/// `K` and four digits.
fn is_code(text: &str) -> bool {
    text.len() == 5 && text.starts_with('K') && text[1..].bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::{file, lines};
    use super::texts;

    const SOURCE: &str =
        "//! x\nfn a() { Problem::error(\"K0301\", place); words.say(\"fetch-done\", &[]); }\n// \"K0999\"\n";

    #[test]
    fn codes_and_texts_that_agree_give_nothing() {
        let text = "# Words\nfetch-done = done { $n }\nK0301 = column `{ $column }` is not there\n    .hint = did you mean `{ $nearest }`?\n    .explain = Long.\n        Longer.\n";
        let files = [file("crates/kapstok-app/src/a.rs", SOURCE), file("text/nl.ftl", text), file("text/en.ftl", text)];
        assert_eq!(lines(&texts(&files)), [""; 0]);
    }

    #[test]
    fn a_text_too_few_and_a_text_too_many_are_found_in_each_language() {
        let nl = "K0301 = kolom `{ $column }`\n    .hint = x\nK0302 = over\n    .hint = x\n    .explain = x\n";
        let en =
            "fetch-done = done\nfetch-done = again\nK0301 = column `{ $colum }`\n    .hint = x\n    .explain = x\n";
        let files = [file("crates/kapstok-app/src/a.rs", SOURCE), file("text/nl.ftl", nl), file("text/en.ftl", en)];
        let mut found = lines(&texts(&files));
        found.sort();
        assert_eq!(
            found,
            [
                "crates/kapstok-app/src/a.rs:2: `fetch-done` has no text in text/nl.ftl",
                "text/en.ftl:2: `fetch-done` is not in text/nl.ftl",
                "text/en.ftl:2: `fetch-done` is there twice",
                "text/en.ftl:3: `K0301` has `$colum` in one language only",
                "text/nl.ftl:1: `K0301` has `$column` in one language only",
                "text/nl.ftl:1: `K0301` has no .explain",
                "text/nl.ftl:3: `K0302` is given by no code",
                "text/nl.ftl:3: `K0302` is not in text/en.ftl",
            ]
        );
    }
}
