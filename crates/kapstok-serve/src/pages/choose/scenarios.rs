// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Choices side by side: the rule's, the one on the page, alternatives that do nearly as well, the best unconnected one.
//!
//! What somebody saved in the browser is put in by the script; it never leaves that computer.

use kapstok_share::choice::AlternativeEntry;
use kapstok_share::choice::against_rule::differs;

use super::Bench;
use crate::pages::frame::Link;
use crate::pages::links::Bars;

/// Bytes of an address that a server still reads, with some to spare.
const MOST_BYTES: usize = 7_500;

/// A row: a choice with its figures.
pub(super) struct Scenario {
    pub(super) name: String,
    /// Where it is looked at; none where its address would be too long, or where there is no server.
    pub(super) link: Option<Link>,
    pub(super) is_current: bool,
    /// Areas, residents, reached, missed, objective, the part that differs from the rule.
    pub(super) cells: [String; 6],
    /// Per domain, reached and missed.
    pub(super) domains: Vec<String>,
}

/// Makes the rows.
pub(super) fn scenarios(bench: &Bench<'_>) -> Vec<Scenario> {
    let (v, entry) = (bench.view.voice(), bench.entry);
    let mut rows = vec![
        scenario(bench, v.s("workbench-scenario-rule"), &bench.of_rule, false),
        scenario(bench, v.s("workbench-scenario-current"), &bench.chosen, true),
    ];
    let of = |it: &AlternativeEntry, name: String| scenario(bench, name, &entry.flags(&it.sets), false);
    let alternatives = entry.alternatives.iter().enumerate();
    rows.extend(alternatives.map(|(n, it)| of(it, v.f("workbench-scenario-other", &[("number", &v.count(n + 1))]))));
    rows.extend(entry.unconnected.as_ref().map(|it| of(it, v.s("workbench-scenario-unconnected"))));
    rows
}

fn scenario(bench: &Bench<'_>, name: String, chosen: &[bool], is_current: bool) -> Scenario {
    let (v, entry) = (bench.view.voice(), bench.entry);
    let coverage = entry.coverage(chosen);
    let page = bench.page_of(chosen, Bars::default());
    let href =
        bench.view.link_to(&page).map(|_| bench.href(&page)).filter(|href| !is_current && href.len() <= MOST_BYTES);
    let both = |reached: f64, missed: f64| {
        v.f("workbench-both", &[("reached", &bench.people(reached)), ("missed", &bench.people(missed))])
    };
    Scenario {
        link: href.map(|href| Link { href, text: name.clone() }),
        name,
        is_current,
        cells: [
            v.count(chosen.iter().filter(|inside| **inside).count()),
            bench.people(coverage.residents_inside),
            bench.people(coverage.reached),
            bench.people(coverage.missed),
            bench.people(entry.objective_of(chosen)),
            bench.percent(differs(entry, chosen, &bench.of_rule), 1.0) + "\u{a0}%",
        ],
        domains: coverage.domains.iter().map(|it| both(it.reached, it.missed)).collect(),
    }
}
