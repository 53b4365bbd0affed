// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Our own rules, as far as a program can hold a text against them.
//!
//! In: the files of the checkout as text. Out: findings with file and line.
//! Invariant: nothing here reads a file or runs a program, so that each rule is tested on a few lines.
//! Not here: format, lint and documentation (`check.rs`).

mod dependencies;
mod documents;
mod headers;
mod licences;
mod policy;
mod rust;
mod steps;
mod texts;
mod words;

use std::fmt;

pub(crate) use licences::licences;

/// A file of the checkout.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// From the root, with `/`.
    pub(crate) path: String,
    /// `None` where it is not UTF-8.
    pub(crate) text: Option<String>,
}

/// Something that is against a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    path: String,
    line: usize,
    message: String,
}

impl Finding {
    fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.path, self.line, self.message)
    }
}

/// A rule, held against all files.
type Rule = fn(&[File]) -> Vec<Finding>;

/// Holds the files against every rule that needs nothing but the files.
pub(crate) fn all(files: &[File]) -> Vec<Finding> {
    let rules: [Rule; 10] = [
        headers::headers,
        headers::names,
        headers::machine_paths,
        rust::rust,
        texts::texts,
        dependencies::dependencies,
        documents::documents,
        policy::policy,
        steps::steps,
        words::words,
    ];
    rules.iter().flat_map(|rule| rule(files)).collect()
}

/// The text of a file.
fn text<'a>(files: &'a [File], path: &str) -> Option<&'a str> {
    files.iter().find(|file| file.path == path)?.text.as_deref()
}

/// Files with text whose path starts and ends so.
fn under<'a>(files: &'a [File], start: &'a str, end: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let fits = move |file: &&File| file.path.starts_with(start) && file.path.ends_with(end);
    files.iter().filter(fits).filter_map(|file| Some((file.path.as_str(), file.text.as_deref()?)))
}

/// Lines with their number, from 1.
fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(index, line)| (index + 1, line))
}

/// Reads TOML; a file that is none is one finding.
fn toml(path: &str, text: &str) -> Result<toml::Table, Finding> {
    text.parse().map_err(|error: toml::de::Error| {
        let start = error.span().map_or(0, |span| span.start);
        Finding::new(path, 1 + text.get(..start).unwrap_or_default().matches('\n').count(), error.message())
    })
}

/// The line of the first occurrence; 1 when there is none.
fn line_of(text: &str, wanted: &str) -> usize {
    numbered(text).find(|(_, line)| line.contains(wanted)).map_or(1, |(number, _)| number)
}

#[cfg(test)]
fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: Some(text.to_owned()) }
}

/// The findings as lines, for tests.
#[cfg(test)]
fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::toml;

    #[test]
    fn a_broken_file_is_a_finding_at_its_line() {
        let finding = toml("deny.toml", "a = 1\nb = \n").unwrap_err();
        assert!(finding.to_string().starts_with("deny.toml:2: "), "{finding}");
    }
}
