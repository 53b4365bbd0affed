// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What `assets/choose.js` reads: the rule, sums of what is not in the list, and every sentence with its places to fill in.
//!
//! Out: JSON for an attribute. Invariant: figures are those of the page, in full; sentences are those that the server
//! fills in itself, so that both say the same.

use std::collections::BTreeMap;

use serde_json::json;

use super::{Bench, candidates, said, score};
use crate::pages::links::Bars;

/// Sentences with their places.
const SENTENCES: [(&str, &[&str]); 37] = [
    ("choose-not-by-area", &["reached", "missed", "inside"]),
    ("choose-by-area", &["reached", "missed", "inside"]),
    ("workbench-nobody", &[]),
    ("workbench-of", &["part", "whole", "share"]),
    ("workbench-objective", &["found", "rule", "bound"]),
    ("workbench-both", &["reached", "missed"]),
    ("workbench-added", &["area"]),
    ("workbench-removed", &["area"]),
    ("workbench-same", &[]),
    ("workbench-fits", &[]),
    ("workbench-no-map", &[]),
    ("workbench-map-click", &[]),
    ("workbench-desk-take", &[]),
    ("workbench-broken-not-allowed", &["area"]),
    ("workbench-broken-ruled-out", &["area"]),
    ("workbench-broken-ruled-in", &["area"]),
    ("workbench-broken-many-areas", &["found", "limit"]),
    ("workbench-broken-many-sets", &["found", "limit"]),
    ("workbench-broken-residents", &["found", "limit"]),
    ("workbench-broken-floor", &["area", "found", "limit"]),
    ("workbench-broken-ceiling", &["area", "found", "limit"]),
    ("workbench-broken-at-most-areas", &["area", "found", "limit"]),
    ("workbench-broken-at-most-sets", &["area", "found", "limit"]),
    ("workbench-broken-at-least-areas", &["area", "found", "limit"]),
    ("workbench-broken-at-least-sets", &["area", "found", "limit"]),
    ("workbench-said-in", &["area", "line", "rule"]),
    ("workbench-said-out", &["area", "line", "rule"]),
    ("workbench-said-undone", &["line", "rule"]),
    ("workbench-said-shown", &["name", "line", "rule"]),
    ("workbench-said-breaks", &["number"]),
    ("workbench-saved", &["name"]),
    ("workbench-not-saved", &[]),
    ("workbench-deleted", &["name"]),
    ("workbench-gone", &["number"]),
    ("workbench-show", &["name"]),
    ("workbench-delete", &["name"]),
    ("workbench-unnamed", &["number"]),
];

/// The rule and what is not in the list.
pub(super) fn data(bench: &Bench<'_>, n_left_out: usize) -> String {
    let entry = bench.entry;
    let (rows, _) = candidates::candidates(bench, Bars::default());
    let mut in_list = vec![false; entry.areas.len()];
    rows.iter().for_each(|row| in_list[row.at] = true);
    let rest = |figure: &dyn Fn(usize) -> Option<f64>| {
        let areas = (0..entry.areas.len()).filter(|area| !in_list[*area]);
        areas.filter_map(figure).fold(0.0, |sum, it| sum + it)
    };
    let people = |domain: usize| rest(&|area| entry.areas[area].people.get(domain).copied().flatten());
    // Municipalities by code, with those of which an area may be chosen.
    let mut names: BTreeMap<&str, (String, bool)> = BTreeMap::new();
    for area in entry.areas.iter().filter(|area| !area.municipality.is_empty()) {
        let of = names.entry(&area.municipality).or_insert_with(|| (bench.municipality(&area.municipality), false));
        of.1 |= area.allowed;
    }
    let data = json!({
        "id": entry.id,
        "rule": entry.rule,
        "objective": entry.objective,
        "bound": entry.bound,
        "sets": entry.sets,
        "n_left_out": n_left_out,
        "residents_all": bench.coverage.residents,
        "residents_left_out": rest(&|area| entry.areas[area].residents),
        "people_left_out": (0..entry.domains.len()).map(people).collect::<Vec<f64>>(),
        "municipalities": names,
        "has_map": entry.areas.iter().any(|area| !area.touches.is_empty()),
        "command_in": score::command(bench, "--in", "{code}"),
        "command_out": score::command(bench, "--out", "{code}"),
    });
    data.to_string()
}

/// Sentences with `{name}` where something is filled in.
pub(super) fn words(bench: &Bench<'_>) -> String {
    let v = bench.view.voice();
    let sentence = |(key, places): &(&'static str, &[&str])| {
        let filled: Vec<String> = places.iter().map(|place| format!("{{{place}}}")).collect();
        let facts: Vec<(&str, &str)> = places.iter().copied().zip(filled.iter().map(String::as_str)).collect();
        let short = key.trim_start_matches("workbench-").trim_start_matches("choose-");
        (short.to_owned(), said::unbroken(&v.f(key, &facts)))
    };
    let words: BTreeMap<String, String> = SENTENCES.iter().map(sentence).collect();
    json!(words).to_string()
}
