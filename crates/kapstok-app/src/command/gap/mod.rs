// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok gap`: how different chosen areas are, whether they grow apart, and how large a change must be to be seen.
//!
//! In: a workspace and a list of codes. Out: findings on the terminal or as JSON. What is computed: `kapstok_share::gap`.

mod print;

use std::io::Write;

use kapstok_find::detectable::Sureness;
use kapstok_share::find::find_area;
use kapstok_share::gap::detectable::detectable;
use kapstok_share::gap::essay::essay;
use kapstok_share::gap::{Against, Question, gap as find_gaps, read_list};
use kapstok_share::manifest::IndicatorEntry;
use kapstok_share::snapshot::Snapshot;
use kapstok_share::words::Words;
use kapstok_table::{Severity, nearest};
use serde_json::json;

use crate::build::snapshot::current;
use crate::cli::GapArguments;
use crate::failure::Failure;
use crate::problems;

/// Sets that are drawn for an interval.
const SETS: u32 = 999;
/// Sets that are taken for a choice, to count false alarms.
const PLACEBO: u32 = 200;

/// Looks for differences and prints them.
///
/// # Errors
/// A list with codes that are not known, an indicator that is not there, no build.
pub(crate) fn gap(arguments: &GapArguments, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let snapshot = current(&arguments.dir)?;
    if let [area, indicator] = &arguments.detectable[..] {
        return one_area(&snapshot, area, indicator, arguments, words, out);
    }
    let Some(file) = &arguments.areas else { return Ok(()) };
    let bytes = std::fs::read(file).map_err(|error| Failure::io(file, error))?;
    let name = file.display().to_string();
    let (chosen, found) = read_list(&snapshot, &name, &String::from_utf8_lossy(&bytes));
    let Some(chosen) = chosen.filter(|_| found.iter().all(|problem| problem.severity < Severity::Error)) else {
        return Err(Failure::Problems { problems: found, texts: problems::Texts::new() });
    };
    let mut error = std::io::stderr().lock();
    problems::print(&found, &problems::Texts::new(), words, &mut error).map_err(crate::standard_output)?;
    for id in arguments.indicator.iter().chain(&arguments.match_on) {
        indicator_of(&snapshot, id)?;
    }
    let against = Against::ALL
        .into_iter()
        .filter(|it| arguments.against.is_empty() || arguments.against.iter().any(|asked| asked == it.word()));
    let question = Question {
        chosen,
        indicators: arguments.indicator.clone(),
        against: against.collect(),
        match_on: arguments.match_on.clone(),
        per_area: 3,
        caliper: 1.0,
        from: arguments.from_period.clone(),
        to: arguments.to_period.clone(),
        level: 0.95,
        seed: arguments.seed,
        sets: SETS,
        placebo: PLACEBO,
    };
    if arguments.essay {
        let lines = essay(&snapshot, question.chosen, question.level, words.language);
        if arguments.json {
            return crate::print_json(&lines, out);
        }
        return print::essay(&lines, words, out).map_err(crate::standard_output);
    }
    let findings = find_gaps(&snapshot, &question, words.language);
    if arguments.json {
        return crate::print_json(&findings, out);
    }
    print::gaps(&findings, words, out).map_err(crate::standard_output)
}

/// How large a change in one area must be.
fn one_area(
    snapshot: &Snapshot,
    area: &str,
    indicator: &str,
    arguments: &GapArguments,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let area = find_area(snapshot, area)?;
    let indicator = indicator_of(snapshot, indicator)?;
    let found = detectable(snapshot, area, indicator, arguments.target, Sureness::USUAL);
    if arguments.json {
        return match found {
            Ok(found) => crate::print_json(&found, out),
            Err(reason) => crate::print_json(&json!({ "indicator": indicator.id, "reason": reason }), out),
        };
    }
    print::detectable(snapshot, area, indicator, &found, words, out).map_err(crate::standard_output)
}

fn indicator_of<'a>(snapshot: &'a Snapshot, id: &str) -> Result<&'a IndicatorEntry, Failure> {
    snapshot.indicator(id).ok_or_else(|| {
        let ids = snapshot.manifest().indicators.iter().map(|it| it.id.as_str());
        Failure::NotFound { what: "indicator", found: id.to_owned(), nearest: nearest(id, ids).to_owned() }
    })
}
