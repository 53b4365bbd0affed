// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sentences of a choice: whom it reaches, what its rule asks, what of the rule is broken.
//!
//! In: a [`Bench`]. Out: text. Invariant: the first line is that of `kapstok choose`.

use kapstok_share::choice::RuleEntry;
use kapstok_share::choice::against_rule::Broken;
use kapstok_share::number::percentage;

use super::Bench;
use crate::pages::frame::View;

/// Names of areas that a sentence holds.
const NAMES: usize = 3;

/// Whom the areas reach and miss; where most of the burden lies outside, that this is a possible answer.
pub(super) fn first_line(bench: &Bench<'_>) -> String {
    let (v, it) = (bench.view.voice(), &bench.coverage);
    let all = it.reached + it.missed;
    if all <= 0.0 {
        return v.s("workbench-nobody");
    }
    let (reached, missed) = (bench.percent(it.reached, all), bench.percent(it.missed, all));
    let inside = bench.percent(it.residents_inside, it.residents);
    let key = if it.most_lies_outside() { "choose-not-by-area" } else { "choose-by-area" };
    unbroken(&v.f(key, &[("reached", &reached), ("missed", &missed), ("inside", &inside)]))
}

/// A sentence in which no line ends before a sign of per cent.
pub(super) fn unbroken(sentence: &str) -> String {
    sentence.replace(" %", "\u{a0}%")
}

/// What the rule asks, what it puts in or out, and how sure its choice is the best.
pub(super) fn rule(bench: &Bench<'_>) -> Vec<String> {
    let (v, entry) = (bench.view.voice(), bench.entry);
    let rule = &entry.rule;
    let domains: Vec<String> = entry.domains.iter().map(|id| v.words.word("domain", id)).collect();
    let mut lines = vec![v.s(&format!("workbench-rule-{}", rule.counts))];
    if !domains.is_empty() {
        lines.push(v.f("workbench-rule-domains", &[("domains", &v.and(&domains))]));
    }
    lines.extend(limits(bench, rule));
    for (area, ruled) in entry.areas.iter().enumerate().filter_map(|(area, it)| Some((area, it.ruled.as_ref()?))) {
        let key = if ruled.inside { "choose-put-in" } else { "choose-put-out" };
        lines.push(v.f(key, &[("area", &bench.place(area)), ("reason", &ruled.reason)]));
    }
    let gap = if entry.objective > 0.0 { (entry.bound / entry.objective - 1.0).max(0.0) } else { 0.0 };
    let is_proved = entry.bound - entry.objective <= 1e-6;
    let facts = [("bound", &*bench.people(entry.bound)), ("gap", &percentage(gap, bench.view.language))];
    lines.push(v.f(if is_proved { "choose-proved" } else { "choose-gap" }, &facts));
    lines.push(match entry.replications {
        0 => v.s("choose-no-chance"),
        n => {
            let facts = [("number", &*v.count(n as usize)), ("seed", &entry.seed.to_string())];
            v.f("workbench-rule-replications", &facts)
        }
    });
    lines
}

fn limits(bench: &Bench<'_>, rule: &RuleEntry) -> Vec<String> {
    let v = bench.view.voice();
    let of_what = if rule.connected { "sets" } else { "areas" };
    let mut lines = vec![v.s(if rule.connected { "workbench-rule-connected" } else { "workbench-rule-apart" })];
    let count = |n: Option<usize>| n.map(|n| v.count(n));
    let people = |n: Option<f64>| n.map(|n| bench.people(n));
    let limits = [
        (count(rule.max_areas), format!("workbench-rule-most-{of_what}")),
        (people(rule.max_residents), "workbench-rule-most-residents".to_owned()),
        (people(rule.floor), format!("workbench-rule-floor-{of_what}")),
        (people(rule.ceiling), format!("workbench-rule-ceiling-{of_what}")),
        (count(rule.at_most_per_municipality), format!("workbench-rule-at-most-{of_what}")),
        (count(rule.at_least_per_municipality), format!("workbench-rule-at-least-{of_what}")),
    ];
    let limits = limits.into_iter().filter_map(|(number, key)| Some(v.f(&key, &[("number", &number?)])));
    lines.extend(limits);
    lines
}

/// What of the rule is broken, a sentence each.
pub(super) fn broken(bench: &Bench<'_>) -> Vec<String> {
    let mut lines: Vec<String> = bench.found.broken.iter().map(|it| one_broken(bench, it)).collect();
    if bench.found.no_map {
        lines.push(bench.view.voice().s("workbench-no-map"));
    }
    lines
}

fn one_broken(bench: &Bench<'_>, broken: &Broken) -> String {
    let v = bench.view.voice();
    let of_what = if bench.entry.rule.connected { "sets" } else { "areas" };
    let of_area = |key: &str, area: usize| v.f(key, &[("area", &bench.place(area))]);
    let of_numbers = |key: String, what: &str, found: String, limit: String| {
        v.f(&key, &[("area", what), ("found", &found), ("limit", &limit)])
    };
    match broken {
        Broken::NotAllowed { area } => of_area("workbench-broken-not-allowed", *area),
        Broken::RuledOut { area } => of_area("workbench-broken-ruled-out", *area),
        Broken::RuledIn { area } => of_area("workbench-broken-ruled-in", *area),
        Broken::TooMany { found, most } => {
            of_numbers(format!("workbench-broken-many-{of_what}"), "", v.count(*found), v.count(*most))
        }
        Broken::TooManyResidents { found, most } => {
            of_numbers("workbench-broken-residents".to_owned(), "", bench.people(*found), bench.people(*most))
        }
        Broken::BelowFloor { set, found, least } => of_numbers(
            "workbench-broken-floor".to_owned(),
            &names(bench, set),
            bench.people(*found),
            bench.people(*least),
        ),
        Broken::AboveCeiling { set, found, most } => of_numbers(
            "workbench-broken-ceiling".to_owned(),
            &names(bench, set),
            bench.people(*found),
            bench.people(*most),
        ),
        Broken::TooManyOf { municipality, found, most } => of_numbers(
            format!("workbench-broken-at-most-{of_what}"),
            &bench.municipality(municipality),
            v.count(*found),
            v.count(*most),
        ),
        Broken::TooFewOf { municipality, found, least } => of_numbers(
            format!("workbench-broken-at-least-{of_what}"),
            &bench.municipality(municipality),
            v.count(*found),
            v.count(*least),
        ),
    }
}

/// The first areas of a set by name.
fn names(bench: &Bench<'_>, set: &[usize]) -> String {
    let names: Vec<&str> = set.iter().take(NAMES).map(|area| bench.name(*area)).collect();
    names.join(", ") + if set.len() > NAMES { " …" } else { "" }
}

/// Which build this is, and how new its figures are.
pub(super) fn build(view: View<'_>) -> String {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let newest = snapshot.origins().iter().map(|origin| origin.retrieved.as_str()).max().unwrap_or_default();
    let newest = kapstok_share::day::day(newest, &v.words);
    let build: String = snapshot.id().chars().take(12).collect();
    v.f("workbench-build", &[("build", &build), ("date", &newest), ("program", &snapshot.manifest().program)])
}
