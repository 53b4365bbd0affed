// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Problems as people read them: a code, a caret into the file where there is one, and what to type.

use std::collections::BTreeMap;
use std::io::Write;

use ariadne::{Config, Label, Report, ReportKind, Source};
use kapstok_table::{Place, Problem, Severity};
use serde::Serialize;

use crate::form_error;
use crate::workspace::SETTINGS_FILE;
use kapstok_share::words::Words;

/// Texts of files by name, so that a caret can point into them.
pub(crate) type Texts = BTreeMap<String, String>;

/// Prints problems in the order of [`Problem::fold`], errors and doubts alike.
pub(crate) fn print(problems: &[Problem], texts: &Texts, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    for problem in problems {
        print_one(problem, texts, words, out)?;
    }
    Ok(())
}

/// The facts of a problem with those of its place, as the sentences expect them.
fn facts<'a>(problem: &'a Problem, words: &Words) -> Vec<(&'a str, String)> {
    let place = &problem.place;
    let said = |name, value: &String| in_words(problem.code, name, value, words);
    let mut facts: Vec<(&str, String)> = problem.facts.iter().map(|(name, value)| (*name, said(name, value))).collect();
    facts.extend(form_error::facts(problem));
    let from_place = [
        ("file", Some(place.file.clone())),
        ("sheet", place.sheet.clone()),
        ("row", place.row.map(|row| row.to_string())),
        ("column", place.column.clone()),
        ("count", Some(problem.count.to_string())),
    ];
    for (name, value) in from_place {
        if let Some(value) = value
            && !facts.iter().any(|(known, _)| *known == name)
        {
            facts.push((name, value));
        }
    }
    facts
}

/// A word of a file inside a sentence. What was typed stands as it was typed.
fn in_words(code: &str, name: &str, value: &str, words: &Words) -> String {
    match (code, name) {
        ("K0431" | "K0411", "level") => value.to_owned(),
        (_, "level") | ("K0352", "found" | "expected") => words.word("level", value),
        (_, "trait") => words.word("trait", value),
        (_, "unit") => words.word("unit", value),
        (_, "because") => words.each("ingredient", value.split(", ")),
        _ => value.to_owned(),
    }
}

/// The sentence of a problem.
pub(crate) fn message(problem: &Problem, words: &Words) -> String {
    let facts = facts(problem, words);
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    words.say(problem.code, &facts)
}

/// What to type, if the problem has such a line.
pub(crate) fn hint(problem: &Problem, words: &Words) -> Option<String> {
    let facts = facts(problem, words);
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    // A hint that would suggest a name has nothing to say when none is near.
    let suggests = |hint: &String| hint.contains("`-`");
    words.attribute(problem.code, "hint", &facts).filter(|hint| !hint.trim().is_empty() && !suggests(hint))
}

/// Line and character of a byte of a text, both from 1.
fn line_and_character(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    (before.matches('\n').count() + 1, before.rsplit('\n').next().unwrap_or("").chars().count() + 1)
}

/// `file:line:column` for a place in a text that we have; `file, sheet, row, column` otherwise.
pub(crate) fn place_in_words(place: &Place, texts: &Texts, words: &Words) -> String {
    if let (Some(span), Some(text)) = (&place.span, texts.get(&place.file)) {
        let (line, column) = line_and_character(text, span.start);
        return format!("{}:{line}:{column}", place.file);
    }
    // A line of the log is not shown: it may hold words that were never meant for a screen.
    if let Some(row) = place.row.filter(|_| place.file.ends_with(".jsonl")) {
        let at = format!("{}:{row}:1", place.file);
        return match &place.column {
            Some(column) => format!("{at}, {}", words.say("place-column", &[("value", column)])),
            None => at,
        };
    }
    let mut parts = vec![place.file.clone()];
    let named = [
        ("sheet", place.sheet.clone()),
        ("row", place.row.map(|row| row.to_string())),
        ("column", place.column.clone()),
    ];
    for (name, value) in named {
        if let Some(value) = value {
            parts.push(words.say(&format!("place-{name}"), &[("value", &value)]));
        }
    }
    parts.join(", ")
}

/// The word for how much a problem weighs.
fn weight(severity: Severity, words: &Words) -> String {
    let key = match severity {
        Severity::Error => "weight-error",
        Severity::Warning => "weight-warning",
        Severity::Note => "weight-note",
    };
    words.say(key, &[])
}

/// The page without escape sequences: the kind of a report is coloured even where colour is off.
fn without_colour(page: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(page.len());
    let mut bytes = page.iter();
    while let Some(&byte) = bytes.next() {
        if byte == 0x1b {
            let _ = bytes.find(|byte| byte.is_ascii_alphabetic());
        } else {
            plain.push(byte);
        }
    }
    plain
}

fn print_one(problem: &Problem, texts: &Texts, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let (message, hint, weight) = (message(problem, words), hint(problem, words), weight(problem.severity, words));
    let times = match problem.count {
        1 => String::new(),
        count => format!(" ({})", words.say("times", &[("count", &count.to_string())])),
    };
    if let (Some(span), Some(text)) = (&problem.place.span, texts.get(&problem.place.file)) {
        let span = span.start.min(text.len())..span.end.min(text.len());
        let name = problem.place.file.as_str();
        // The code stands in the kind: `fout[K0213]`.
        let kind = format!("{weight}[{}]", problem.code);
        let mut label = Label::new((name, span.clone()));
        if let Some(hint) = hint {
            label = label.with_message(hint);
        }
        let report = Report::build(ReportKind::Custom(&kind, ariadne::Color::Primary), (name, span))
            .with_config(Config::default().with_color(false).with_index_type(ariadne::IndexType::Byte))
            .with_message(format!("{message}{times}"))
            .with_label(label);
        let mut page = Vec::new();
        report.finish().write((name, Source::from(text)), &mut page)?;
        return out.write_all(&without_colour(&page));
    }
    writeln!(out, "{weight}[{}]: {message}{times}", problem.code)?;
    writeln!(out, "  ─ {}", place_in_words(&problem.place, texts, words))?;
    if let Some(hint) = hint {
        writeln!(out, "  hint: {hint}")?;
    }
    Ok(())
}

/// One problem as data.
#[derive(Serialize)]
pub(crate) struct ProblemEntry<'a> {
    code: &'a str,
    severity: &'a str,
    file: &'a str,
    /// Line and character of a text file, from 1.
    line: Option<usize>,
    character: Option<usize>,
    sheet: Option<&'a str>,
    row: Option<u32>,
    column: Option<&'a str>,
    facts: BTreeMap<&'a str, &'a str>,
    count: usize,
}

/// Problems as data, for `problems.json` and `check --json`.
pub(crate) fn entries<'a>(problems: &'a [Problem], texts: &Texts) -> Vec<ProblemEntry<'a>> {
    let entry = |problem: &'a Problem| {
        let file = if problem.place.file.is_empty() { SETTINGS_FILE } else { &problem.place.file };
        let span = problem.place.span.as_ref().zip(texts.get(file));
        let position = span.map(|(span, text)| line_and_character(text, span.start));
        ProblemEntry {
            code: problem.code,
            severity: match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            },
            file,
            line: position.map(|(line, _)| line),
            character: position.map(|(_, character)| character),
            sheet: problem.place.sheet.as_deref(),
            row: problem.place.row,
            column: problem.place.column.as_deref(),
            facts: problem.facts.iter().map(|(name, value)| (*name, value.as_str())).collect(),
            count: problem.count,
        }
    };
    problems.iter().map(entry).collect()
}
