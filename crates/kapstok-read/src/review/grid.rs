// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Proposals and decisions as one table: the rows of a workbook and of CSV.
//!
//! In: proposals with decisions, or the cells of a file. Out: a [`Grid`], or decisions with their rows. `rule.FIELD` is
//! what the rules said when the file was made and is not for changing (the seal of the row tells); `change.FIELD` is
//! what a reader says instead, `-` for nothing. Columns are known by their title, wherever they stand. Invariant: what
//! is written is read back as the same decisions. Codes begin with a letter, for a spreadsheet makes numbers of those
//! that do not.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::check::Row;
use super::day::Day;
use super::decision::{Act, Decision, is_reader, names, said};
use super::problem::Problem;
use super::proposal::{Fields, Proposal, Vocabulary};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, to be written as text and never as a formula.
    Text(String),
    /// A number.
    Whole(u32),
}

/// A table with its titles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Titles of the columns.
    pub titles: Vec<String>,
    /// Rows with their number in the file, titles being row 1. A day stands as a text, `2026-11-29`.
    pub rows: Vec<(usize, Vec<Cell>)>,
}

/// What holds where a row does not say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Given<'a> {
    /// Who reads.
    pub reader: Option<&'a str>,
    /// The day.
    pub day: Option<Day>,
}

const BEFORE_FIELDS: [&str; 10] =
    ["key", "page", "printed_page", "section", "before", "quote", "after", "act", "reader", "day"];
const AFTER_FIELDS: [&str; 4] = ["reason", "note", "document", "seal"];
const NEEDED: [&str; 5] = ["key", "quote", "act", "document", "seal"];
const RULE: &str = "rule.";
const CHANGE: &str = "change.";
/// Before a key and a seal: neither is a number then.
const KEY: char = 'k';
const SEAL: char = 's';
const DOCUMENT: &str = "sha256:";
/// Parts the headings of a section.
const BELOW: &str = " > ";

impl Grid {
    /// A row for each decision on a proposal, and one for each proposal without any, in the order of the proposals.
    pub fn of(proposals: &[Proposal], decisions: &[Decision], vocabulary: &Vocabulary) -> Self {
        let mut fields: BTreeSet<&str> = vocabulary.forms.keys().map(String::as_str).collect();
        fields.extend(proposals.iter().flat_map(|proposal| proposal.fields.keys().map(String::as_str)));
        fields.extend(decisions.iter().flat_map(names));
        let titles = BEFORE_FIELDS.into_iter().map(str::to_owned);
        let titles = titles.chain(fields.iter().flat_map(|field| [RULE, CHANGE].map(|kind| format!("{kind}{field}"))));
        let titles: Vec<String> = titles.chain(AFTER_FIELDS.into_iter().map(str::to_owned)).collect();
        let mut by_key: BTreeMap<&str, Vec<&Decision>> = BTreeMap::new();
        for decision in decisions {
            by_key.entry(&decision.key).or_default().push(decision);
        }
        let mut rows = Vec::new();
        for proposal in proposals {
            let on_it = by_key.get(proposal.key.as_str()).map_or(&[][..], Vec::as_slice);
            let decided = on_it.iter().map(|decision| Some(*decision));
            for decision in decided.chain(on_it.is_empty().then_some(None)) {
                rows.push((rows.len() + 2, row(proposal, decision, &fields)));
            }
        }
        Self { titles, rows }
    }
}

fn row(proposal: &Proposal, decision: Option<&Decision>, fields: &BTreeSet<&str>) -> Vec<Cell> {
    let empty = Fields::new();
    let (mut changes, mut reason) = (&empty, "");
    match decision.map(|decision| &decision.act) {
        Some(Act::Change(said)) => changes = said,
        Some(Act::Reject(why)) => reason = why,
        Some(Act::Accept) | None => {}
    }
    let seen = decision.map_or(&proposal.fields, |decision| &decision.seen);
    let mut cells = vec![
        text(&format!("{KEY}{}", proposal.key)),
        Cell::Whole(proposal.page),
        text(proposal.printed.as_deref().unwrap_or_default()),
        text(&proposal.section.join(BELOW)),
        text(&proposal.before),
        text(&proposal.quote),
        text(&proposal.after),
        text(decision.map_or("", |decision| decision.act.word())),
        text(decision.map_or("", |decision| &decision.reader)),
        text(&decision.map_or(String::new(), |decision| decision.day.to_string())),
    ];
    for field in fields {
        cells.push(text(seen.get(*field).map_or("", String::as_str)));
        cells.push(changes.get(*field).map_or(Cell::Empty, |value| text(&typed(value))));
    }
    cells.push(text(reason));
    cells.push(text(decision.map_or("", |decision| &decision.note)));
    cells.push(text(&format!("{DOCUMENT}{}", proposal.document)));
    cells.push(text(&seal(seen)));
    cells
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

/// A changed value as it is typed: `-` takes the value away, and dashes themselves get one more.
fn typed(value: &str) -> String {
    match value.bytes().all(|byte| byte == b'-') {
        true => format!("{value}-"),
        false => value.to_owned(),
    }
}

fn changed(typed: &str) -> String {
    match typed.bytes().all(|byte| byte == b'-') {
        true => typed[1..].to_owned(),
        false => typed.to_owned(),
    }
}

/// What the rules said, as a mark that no change of a cell leaves the same.
fn seal(seen: &Fields) -> String {
    let mut hash = Sha256::new();
    for part in said(seen).iter().flat_map(|(name, value)| [name.as_str(), value]) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let hex = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
    format!("{SEAL}{hex}")
}

/// Reads decisions; rows in which nothing is decided are skipped.
pub fn read_grid(grid: &Grid, given: Given<'_>) -> (Vec<Row>, Vec<Problem>) {
    let (columns, mut problems) = columns(grid);
    let mut found = Vec::new();
    if problems.iter().all(|problem| problem.code != "K0861") {
        for (row, cells) in &grid.rows {
            match (Line { columns: &columns, cells, row: *row }).decision(given) {
                Ok(decision) => found.extend(decision.map(|decision| Row { row: *row, decision })),
                Err(problem) => problems.push(problem),
            }
        }
    }
    (found, problems)
}

/// Where each column stands.
fn columns(grid: &Grid) -> (BTreeMap<&str, usize>, Vec<Problem>) {
    let (mut columns, mut problems) = (BTreeMap::new(), Vec::new());
    for (at, title) in grid.titles.iter().map(|title| title.trim()).enumerate() {
        let is_fixed = BEFORE_FIELDS.contains(&title) || AFTER_FIELDS.contains(&title);
        let is_known = is_fixed || title.starts_with(RULE) || title.starts_with(CHANGE);
        let is_used = || grid.rows.iter().any(|(_, cells)| cells.get(at).is_some_and(|cell| *cell != Cell::Empty));
        match is_known {
            true if columns.insert(title, at).is_some() => problems.push(Problem::column(title, "twice")),
            true => {}
            false if !title.is_empty() => problems.push(Problem::extra(title)),
            false if is_used() => problems.push(Problem::extra(&format!("({})", at + 1))),
            false => {}
        }
    }
    let missing = NEEDED.into_iter().filter(|title| !columns.contains_key(title));
    problems.extend(missing.map(|title| Problem::column(title, "missing")));
    (columns, problems)
}

struct Line<'a> {
    columns: &'a BTreeMap<&'a str, usize>,
    cells: &'a [Cell],
    row: usize,
}

impl Line<'_> {
    fn text(&self, title: &str) -> String {
        match self.columns.get(title).and_then(|at| self.cells.get(*at)) {
            Some(Cell::Text(text)) => text.clone(),
            Some(Cell::Whole(number)) => number.to_string(),
            Some(Cell::Empty) | None => String::new(),
        }
    }

    /// The values of all columns of a kind that are not empty.
    fn of_kind(&self, kind: &str) -> Fields {
        let named = self.columns.keys().filter_map(|title| Some((title.strip_prefix(kind)?, self.text(title))));
        named.filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name.to_owned(), value)).collect()
    }

    fn decision(&self, given: Given<'_>) -> Result<Option<Decision>, Problem> {
        let word = self.text("act").trim().to_lowercase();
        let changes: Fields = self.of_kind(CHANGE).into_iter().map(|(name, value)| (name, changed(&value))).collect();
        let (reason, note) = (self.text("reason"), self.text("note"));
        let (has_changes, has_reason) = (!changes.is_empty(), !reason.is_empty());
        let too_much = |column: &str| Err(Problem::incomplete(self.row, column, "too-much"));
        let act = match &*word {
            "" if has_changes || has_reason || !note.is_empty() => {
                return Err(Problem::incomplete(self.row, "act", "no-act"));
            }
            "" => return Ok(None),
            "accept" | "reject" if has_changes => return too_much("act"),
            "accept" | "change" if has_reason => return too_much("reason"),
            "accept" => Act::Accept,
            "change" => Act::Change(changes),
            "reject" => Act::Reject(reason),
            _ => return Err(Problem::value(self.row, "act", &self.text("act"), Act::WORDS)),
        };
        let reader = match self.text("reader").trim() {
            "" => given.reader.unwrap_or_default().to_owned(),
            named => named.to_owned(),
        };
        if !is_reader(&reader) {
            return Err(Problem::value(self.row, "reader", &reader, ""));
        }
        let written = self.text("day");
        let day = match written.trim() {
            "" => given.day,
            written => Day::parse_cell(written),
        };
        let day = day.ok_or_else(|| Problem::value(self.row, "day", &written, ""))?;
        let code = |title: &str| self.text(title).trim().to_owned();
        let (key, document) = (code("key"), code("document"));
        let key = key.strip_prefix(KEY).unwrap_or(&key).to_owned();
        let document = document.strip_prefix(DOCUMENT).unwrap_or(&document).to_owned();
        let seen = self.of_kind(RULE);
        if code("seal") != seal(&seen) {
            return Err(Problem::proposal_changed(self.row));
        }
        Ok(Some(Decision { key, document, reader, day, act, note, quote: self.text("quote"), seen }))
    }
}
