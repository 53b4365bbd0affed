// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Decisions as lines of JSON, one each: keys in order, no blanks, nothing that is empty.
//!
//! Invariant: what is written is read back as the same; a key that is not known, or twice there, is no decision.

use serde::{Deserialize, Serialize};

use super::check::Row;
use super::day::Day;
use super::decision::{Act, Decision, said};
use super::problem::Problem;
use super::proposal::Fields;

/// The form of a line; its fields stand in the order of their names.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    act: String,
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    changes: Fields,
    day: String,
    document: String,
    key: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    quote: String,
    reader: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reason: String,
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    seen: Fields,
}

/// Writes decisions in their order.
pub fn write_jsonl(decisions: &[Decision]) -> String {
    let mut text = String::new();
    for decision in decisions {
        let (changes, reason) = match &decision.act {
            Act::Accept => (Fields::new(), String::new()),
            Act::Change(changes) => (changes.clone(), String::new()),
            Act::Reject(reason) => (Fields::new(), reason.clone()),
        };
        let line = Line {
            act: decision.act.word().to_owned(),
            changes,
            day: decision.day.to_string(),
            document: decision.document.clone(),
            key: decision.key.clone(),
            note: decision.note.clone(),
            quote: decision.quote.clone(),
            reader: decision.reader.clone(),
            reason,
            seen: said(&decision.seen),
        };
        // Texts by name always become JSON.
        text.push_str(&serde_json::to_string(&line).unwrap_or_default());
        text.push('\n');
    }
    text
}

/// Reads decisions; blank lines are skipped. What stands in them is held against the proposals by
/// [`check`](super::check).
pub fn read_jsonl(text: &str) -> (Vec<Row>, Vec<Problem>) {
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    let lines = (1..).zip(text.trim_start_matches('\u{feff}').lines());
    for (row, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        match decision(row, line) {
            Ok(decision) => rows.push(Row { row, decision }),
            Err(problem) => problems.push(problem),
        }
    }
    (rows, problems)
}

fn decision(row: usize, line: &str) -> Result<Decision, Problem> {
    let line: Line = serde_json::from_str(line).map_err(|error| Problem::unreadable(row, error))?;
    let day = Day::parse(&line.day).ok_or_else(|| Problem::value(row, "day", &line.day, ""))?;
    let (has_changes, has_reason) = (!line.changes.is_empty(), !line.reason.is_empty());
    let act = match &*line.act {
        "accept" => Act::Accept,
        "change" => Act::Change(line.changes),
        "reject" => Act::Reject(line.reason),
        found => return Err(Problem::value(row, "act", found, Act::WORDS)),
    };
    let has_both = match act {
        Act::Accept => has_changes || has_reason,
        Act::Change(_) => has_reason,
        Act::Reject(_) => has_changes,
    };
    if has_both {
        return Err(Problem::incomplete(row, "act", "too-much"));
    }
    let (key, document, reader, note, quote) = (line.key, line.document, line.reader, line.note, line.quote);
    Ok(Decision { key, document, reader, day, act, note, quote, seen: said(&line.seen) })
}
