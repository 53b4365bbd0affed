// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok read FILE`: the whole document in one screen, and every statement in a file.

mod sheet;

use std::io::Write;
use std::path::Path;

use kapstok_read::Reading;
use kapstok_read::row::{
    ChapterRow, CoverageRow, DocumentRows, DoubleRow, HeadRow, MatrixRow, MoneyTableRow, PlaceRow, StatementRow,
    TargetRow, WarningRow,
};
use kapstok_share::documents::tally;
use kapstok_share::words::Words;
use serde::Serialize;

use super::said::{cited_row, short};
use super::source::open;
use super::tables;
use crate::cli::With;
use crate::failure::Failure;

/// What `--json` prints: all but the text and the rows.
#[derive(Serialize)]
struct Summary<'a> {
    name: &'a str,
    document: &'a HeadRow,
    coverage: &'a CoverageRow,
    warnings: &'a [WarningRow],
    statements: usize,
    commitments: usize,
    framed_by_area: usize,
    amounts: usize,
    chapters: &'a [ChapterRow],
    matrix: &'a [MatrixRow],
    targets: Vec<Aim<'a>>,
    tables: &'a [MoneyTableRow],
    doubles: &'a [DoubleRow],
}

/// A target, a parameter or a fact, with the sentence in which it stands.
#[derive(Serialize)]
struct Aim<'a> {
    key: &'a str,
    #[serde(flatten)]
    place: &'a PlaceRow,
    target: &'a TargetRow,
}

/// Where the rows go.
pub(super) struct To<'a> {
    /// A file.
    pub(super) file: Option<&'a Path>,
    /// All of them as JSON, instead of what people read.
    pub(super) rows: bool,
}

/// Reads a document.
pub(super) fn statements(
    path: &Path,
    with: &With,
    to: &To<'_>,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if let Some(to) = to.file {
        sheet::fits(to, path)?;
    }
    let source = open(path, with.recipe.as_ref(), words)?;
    let rows = Reading::of(&source.document, &source.recipe).rows();
    if to.rows {
        return serde_json::to_writer(&mut *out, &rows)
            .map_err(std::io::Error::from)
            .and_then(|()| writeln!(out))
            .map_err(crate::standard_output);
    }
    if let Some(to) = to.file {
        sheet::write(&rows, to)?;
    }
    if with.json {
        return crate::print_json(&summary(&source.name, &rows), out);
    }
    print(&source.name, &rows, words, out).map_err(crate::standard_output)?;
    match to.file {
        Some(to) => {
            let facts = [("n", rows.statements.len().to_string()), ("path", to.display().to_string())];
            let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
            writeln!(out, "\n{}", words.say("read-written", &facts)).map_err(crate::standard_output)
        }
        None => Ok(()),
    }
}

fn is_by_area(statement: &StatementRow) -> bool {
    !statement.areas.is_empty()
}

fn summary<'a>(name: &'a str, rows: &'a DocumentRows) -> Summary<'a> {
    let aims = |statement: &'a StatementRow| {
        let aim = move |target| Aim { key: &statement.key, place: &statement.place, target };
        statement.targets.iter().map(aim)
    };
    Summary {
        name,
        document: &rows.document,
        coverage: &rows.coverage,
        warnings: &rows.warnings,
        statements: rows.statements.len(),
        commitments: rows.statements.iter().filter(|statement| statement.commitment.is_some()).count(),
        framed_by_area: rows.statements.iter().filter(|statement| is_by_area(statement)).count(),
        amounts: rows.statements.iter().map(|statement| statement.money.len()).sum(),
        chapters: &rows.chapters,
        matrix: &rows.matrix,
        targets: rows.statements.iter().flat_map(aims).collect(),
        tables: &rows.tables,
        doubles: &rows.doubles,
    }
}

fn print(name: &str, rows: &DocumentRows, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let n = |n: usize| words.number(n as f64, 0);
    let coverage = &rows.coverage;
    let blank: Vec<String> = coverage.pages_without_text.iter().map(ToString::to_string).collect();
    let facts = [
        ("name", name.to_owned()),
        ("pages", n(coverage.pages)),
        ("sentences", n(coverage.sentences)),
        ("words", n(rows.document.words[0])),
        ("recipe", rows.document.recipe.clone()),
        ("blank", if blank.is_empty() { n(0) } else { blank.join(", ") }),
        ("read", n(coverage.tables_read)),
        ("tables", n(coverage.tables)),
        ("notes", n(coverage.footnotes)),
    ];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    writeln!(out, "{}", words.say("read-head", &facts))?;
    chapters(rows, words, out)?;
    let by_area: Vec<&StatementRow> = rows.statements.iter().filter(|statement| is_by_area(statement)).collect();
    writeln!(out, "\n{}", words.say("read-by-area", &[("n", &n(by_area.len()))]))?;
    for statement in by_area {
        let scale = statement.scale.as_deref().unwrap_or_default();
        let scale = rows.document.scales.iter().find(|known| known.id == scale);
        let scale = scale.map_or("", |scale| in_language(&scale.nl, &scale.en, words));
        writeln!(out, "  {} ({scale})\n    {}", cited_row(&statement.place, words), short(&statement.place.quote))?;
    }
    let aims = tally::aims(rows);
    let lists = [
        ("read-aims-T3", &aims.with_term),
        ("read-aims-T2", &aims.without_term),
        ("read-aims-parameters", &aims.parameters),
        ("read-aims-facts", &aims.facts),
    ];
    for (key, found) in lists.into_iter().filter(|(_, found)| !found.is_empty()) {
        writeln!(out, "\n{}", words.say(key, &[("n", &n(found.len()))]))?;
        for (statement, _) in found {
            writeln!(out, "  {}\n    {}", cited_row(&statement.place, words), short(&statement.place.quote))?;
        }
    }
    if !rows.tables.is_empty() {
        writeln!(out)?;
        tables::print(rows, words, out)?;
    }
    if !rows.doubles.is_empty() {
        writeln!(out, "\n{}", words.say("read-doubles", &[]))?;
        for double in &rows.doubles {
            let places: Vec<String> = double.places.iter().map(|place| cited_row(place, words)).collect();
            writeln!(out, "  {}: {}", double.amount, places.join("; "))?;
        }
    }
    Ok(())
}

pub(super) fn in_language<'a>(nl: &'a str, en: &'a str, words: &Words) -> &'a str {
    match words.language {
        kapstok_share::words::Language::Nl => nl,
        kapstok_share::words::Language::En => en,
    }
}

/// A bar per chapter: how much of it is framed by area.
fn chapters(rows: &DocumentRows, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let titles = ["chapter", "sentences", "area", "commitments", "targets", "amounts"];
    let titles = titles.map(|title| words.say(&format!("read-column-{title}"), &[]));
    let line = |chapter: &tally::Chapter<'_>| {
        let numbers = [chapter.sentences, chapter.by_area, chapter.commitments, chapter.aims, chapter.amounts];
        (chapter.title.to_owned(), numbers.map(|n| words.number(n as f64, 0)))
    };
    let lines: Vec<(String, [String; 5])> = tally::chapters(rows).iter().map(line).collect();
    let longest = lines.iter().map(|(title, _)| title.chars().count()).max().unwrap_or(0).clamp(10, 48);
    let cut = |text: &str| -> String { text.chars().take(longest).collect() };
    write!(out, "\n{:longest$}", cut(&titles[0]))?;
    for title in &titles[1..] {
        write!(out, "  {title:>10}")?;
    }
    writeln!(out)?;
    for (title, numbers) in &lines {
        write!(out, "{:longest$}", cut(title))?;
        for number in numbers {
            write!(out, "  {number:>10}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}
