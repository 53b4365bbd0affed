// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok choose import`: areas that were chosen before, held against the same measures as the choice of a rule.

use std::io::Write;
use std::path::Path;

use kapstok_find::choose::Coverage;
use kapstok_share::words::Words;
use serde::Serialize;

use super::said::Said;
use crate::build::snapshot;
use crate::choose::import::{Imported, import as read};
use crate::choose::{Asked, choose};
use crate::failure::Failure;
use crate::problems;
use crate::progress::Progress;

/// Both choices as data.
#[derive(Serialize)]
struct AsJson<'a> {
    invented: bool,
    imported: Measured<'a>,
    by_rule: Measured<'a>,
    /// Areas that only the imported choice has.
    only_imported: Vec<&'a str>,
    /// Areas that only the rule chooses.
    only_by_rule: Vec<&'a str>,
    /// The part of the residents of both that lives in only one of them.
    differs: f64,
    /// Areas that a polygon meets but does not hold.
    n_touched: usize,
    /// Areas of the file that the rule does not look at.
    not_looked_at: Vec<&'a str>,
    /// Areas of the file without a figure for all that counts: they add nobody to the sum.
    without_figure: Vec<&'a str>,
}

#[derive(Serialize)]
struct Measured<'a> {
    areas: Vec<&'a str>,
    objective: f64,
    reached: f64,
    missed: f64,
    residents_inside: f64,
    residents: f64,
    most_lies_outside: bool,
}

/// Reads, holds against the rule, prints.
///
/// # Errors
/// What is wrong with the rule or the file.
pub(super) fn import(
    dir: &Path,
    protocol: &Path,
    areas: &Path,
    json: bool,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let snapshot = snapshot::current(dir)?;
    let asked = Asked { replications: Some(0), ..Asked::default() };
    let (choice, texts) = choose(dir, &snapshot, protocol, asked, &Progress::new(words))?;
    let Some(level) = snapshot.level(&choice.protocol.level) else { return Err(Failure::Negative) };
    let Imported { inside, n_touched, doubts } = read(&snapshot, level, areas)?;
    problems::print(&doubts, &texts, words, &mut std::io::stderr()).map_err(crate::standard_output)?;
    let by_rule = choice.by_rule.flags(choice.codes.len());
    let list = |of: &dyn Fn(usize) -> bool| -> Vec<usize> { (0..choice.codes.len()).filter(|at| of(*at)).collect() };
    let codes = |areas: &[usize]| areas.iter().map(|area| choice.codes[*area].as_str()).collect::<Vec<_>>();
    let imported = list(&|area| inside[area] && choice.looked_at[area]);
    let coverage = choice.coverage_of(&inside);
    let measured = |areas: &[usize], coverage: &Coverage| Measured {
        areas: codes(areas),
        objective: areas.iter().filter_map(|area| choice.benefit[*area]).fold(0.0, |sum, it| sum + it),
        reached: coverage.reached,
        missed: coverage.missed,
        residents_inside: coverage.residents_inside,
        residents: coverage.residents,
        most_lies_outside: coverage.most_lies_outside(),
    };
    let rule_areas = choice.by_rule.areas();
    let found = AsJson {
        invented: snapshot.manifest().invented,
        differs: kapstok_find::choose::differs(&choice.residents, &rule_areas, &imported),
        by_rule: measured(&rule_areas, &choice.coverage_by_rule),
        imported: measured(&imported, &coverage),
        only_imported: codes(&list(&|area| inside[area] && !by_rule[area] && choice.looked_at[area])),
        only_by_rule: codes(&list(&|area| by_rule[area] && !inside[area])),
        n_touched,
        not_looked_at: codes(&list(&|area| inside[area] && !choice.looked_at[area])),
        without_figure: codes(&list(&|area| inside[area] && choice.looked_at[area] && choice.benefit[area].is_none())),
    };
    if json {
        return crate::print_json(&found, out);
    }
    let said = Said { choice: &choice, words };
    let key = if coverage.most_lies_outside() { "choose-not-by-area" } else { "choose-by-area" };
    let facts = [
        ("n", found.imported.areas.len().to_string()),
        ("sum", said.people(found.imported.objective)),
        ("rule", said.people(found.by_rule.objective)),
        ("differs", kapstok_share::number::percentage(found.differs, words.language)),
        ("touched", n_touched.to_string()),
    ];
    let mut lines = vec![said.coverage(key, "", &coverage)];
    if found.invented {
        lines.push(words.say("invented", &[]));
    }
    lines.push(said.say("choose-imported", &facts));
    lines.push(said.coverage("choose-without-changes", "", &choice.coverage_by_rule));
    for (key, areas) in [
        ("choose-only-imported", &found.only_imported),
        ("choose-only-rule", &found.only_by_rule),
        ("choose-not-looked-at", &found.not_looked_at),
        ("choose-import-without-figure", &found.without_figure),
    ] {
        if !areas.is_empty() {
            lines.push(said.say(key, &[("areas", areas.join(", "))]));
        }
    }
    if n_touched > 0 {
        lines.push(said.say("choose-touched", &facts));
    }
    lines.iter().try_for_each(|line| writeln!(out, "{line}")).map_err(crate::standard_output)
}
