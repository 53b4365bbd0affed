// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok read eval`: how well a recipe does on sentences that people marked.
//!
//! In: marked sentences, and the document they stand in, or else the sentences by themselves under their headings. Out: counts,
//! precision, recall and F1 with exact intervals.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use kapstok_read::Reading;
use kapstok_read::eval::{Evaluation, Gold, Judged, evaluate, text_of};
use kapstok_share::words::Words;
use kapstok_table::{Place, Problem};
use serde::Serialize;

use super::source::{of_bytes, open};
use crate::cli::With;
use crate::failure::Failure;
use crate::problems::Texts;
use crate::workspace::sha256_hex;

/// What `--json` prints.
#[derive(Serialize)]
struct AsJson<'a> {
    /// SHA-256 of the file with marked sentences.
    gold_sha256: &'a str,
    #[serde(flatten)]
    evaluation: &'a Evaluation,
}

/// Evaluates.
pub(super) fn eval(
    gold: &Path,
    document: Option<&Path>,
    with: &With,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let text = std::fs::read_to_string(gold).map_err(|error| Failure::io(gold, error))?;
    let rows = marked(gold, &text)?;
    let source = match document {
        Some(document) => open(document, with.recipe.as_ref(), words)?,
        None => of_bytes(&gold.display().to_string(), text_of(&rows).as_bytes(), with.recipe.as_ref(), words)?,
    };
    let reading = Reading::of(&source.document, &source.recipe);
    let judged = match document {
        Some(_) => by_sentence(rows, &reading),
        None => by_block(rows, &reading),
    };
    let evaluation = evaluate(&judged, &source.recipe);
    let gold_sha256 = sha256_hex(text.as_bytes());
    if with.json {
        return crate::print_json(&AsJson { gold_sha256: &gold_sha256, evaluation: &evaluation }, out);
    }
    print(&evaluation, &gold_sha256, words, out).map_err(crate::standard_output)
}

fn marked(path: &Path, text: &str) -> Result<Vec<Gold>, Failure> {
    let mut problems = Vec::new();
    let mut rows = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Gold>(line) {
            Ok(row) => rows.push(row),
            Err(error) => {
                let row = u32::try_from(index + 1).ok();
                let place = Place { row, ..Place::file(&path.display().to_string()) };
                problems.push(Problem::error("K0853", place).with("found", error));
            }
        }
    }
    if rows.is_empty() && problems.is_empty() {
        let place = Place { row: Some(1), ..Place::file(&path.display().to_string()) };
        problems.push(Problem::error("K0853", place).with("found", "-"));
    }
    if problems.is_empty() {
        Ok(rows)
    } else {
        Err(Failure::Problems { problems: Problem::fold(problems), texts: Texts::new() })
    }
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Each marked sentence with the sentence of the document that has the same words.
fn by_sentence(rows: Vec<Gold>, reading: &Reading<'_>) -> Vec<(Gold, Option<Judged>)> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for (index, statement) in reading.statements.iter().enumerate() {
        known.entry(plain(reading.place(statement).quote())).or_insert(index);
    }
    let judged = |row: Gold| {
        let found = known.get(&plain(&row.sentence)).map(|index| reading.judged(&[*index]));
        (row, found)
    };
    rows.into_iter().map(judged).collect()
}

/// Each marked sentence with the paragraph that was made of it, in order.
fn by_block(rows: Vec<Gold>, reading: &Reading<'_>) -> Vec<(Gold, Option<Judged>)> {
    let mut blocks: Vec<(usize, Vec<usize>)> = Vec::new();
    for (index, statement) in reading.statements.iter().enumerate() {
        let block = reading.place(statement).block();
        match blocks.last_mut() {
            Some((last, statements)) if *last == block => statements.push(index),
            _ => blocks.push((block, vec![index])),
        }
    }
    let mut blocks = blocks.into_iter().peekable();
    let mut judged = Vec::with_capacity(rows.len());
    for row in rows {
        // A sentence that became something else, such as a heading, leaves its turn to the next.
        let words = plain(&row.sentence);
        let is_it = |(_, statements): &(usize, Vec<usize>)| {
            statements
                .first()
                .is_some_and(|first| words.starts_with(&plain(reading.place(&reading.statements[*first]).quote())))
        };
        let found = blocks.next_if(is_it).map(|(_, statements)| reading.judged(&statements));
        judged.push((row, found));
    }
    judged
}

fn print(evaluation: &Evaluation, gold_sha256: &str, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let n = evaluation.sentences.to_string();
    writeln!(out, "{}", words.say("read-eval", &[("n", &n), ("recipe", &evaluation.recipe)]))?;
    let annotators = evaluation.annotators.to_string();
    writeln!(out, "{}", words.say("read-eval-marked-by", &[("n", &annotators), ("sha256", gold_sha256)]))?;
    if !evaluation.not_found.is_empty() {
        let n = evaluation.not_found.len().to_string();
        writeln!(out, "{}", words.say("read-eval-not-found", &[("n", &n), ("ids", &evaluation.not_found.join(", "))]))?;
    }
    let share = |share: Option<f64>| share.map_or_else(|| "-".to_owned(), |share| words.number(share, 3));
    let interval = |interval: Option<[f64; 2]>| {
        interval.map_or_else(|| "-".to_owned(), |[a, b]| format!("{}-{}", words.number(a, 2), words.number(b, 2)))
    };
    for task in &evaluation.tasks {
        let facts = [
            ("task", words.word("read-task", task.task)),
            ("marked", task.marked.to_string()),
            ("said", task.said.to_string()),
            ("both", task.both.to_string()),
            ("precision", share(task.precision)),
            ("precision_interval", interval(task.precision_interval)),
            ("recall", share(task.recall)),
            ("recall_interval", interval(task.recall_interval)),
            ("f1", share(task.f1)),
        ];
        let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        writeln!(out, "  {}", words.say("read-eval-task", &facts))?;
    }
    let Evaluation { domains_exact, targets_whole, strength, scale, .. } = evaluation;
    let facts = [
        ("exact", domains_exact.right.to_string()),
        ("whole", targets_whole.right.to_string()),
        ("marked", targets_whole.of.to_string()),
        ("both", strength.of.to_string()),
        ("right", strength.right.to_string()),
        ("of_scale", scale.of.to_string()),
        ("same_scale", scale.right.to_string()),
    ];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    writeln!(out, "{}", words.say("read-eval-more", &facts))
}
