// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The score card: what areas reach and miss, how that compares with the rule, what of the rule breaks, what was changed.

use super::{Bench, said};

/// The score card of some areas, in words.
pub(super) struct Score {
    pub(super) first_line: String,
    pub(super) n_areas: String,
    pub(super) residents: String,
    pub(super) objective: String,
    pub(super) differs: String,
    /// A domain, reached, missed, the part reached; what it rests on.
    pub(super) domains: Vec<[String; 4]>,
    pub(super) all: [String; 3],
    pub(super) rests: Vec<String>,
    pub(super) broken: Vec<String>,
}

/// An area that was added or removed by hand: the sentence, and the command that puts it on record.
pub(super) struct Change {
    pub(super) said: String,
    pub(super) command: String,
}

/// Makes the card.
pub(super) fn score(bench: &Bench<'_>) -> Score {
    let (v, it, entry) = (bench.view.voice(), &bench.coverage, bench.entry);
    let row = |reached: f64, missed: f64| {
        let all = reached + missed;
        [bench.people(reached), bench.people(missed), with_sign(bench.percent(reached, all))]
    };
    let domain = |(id, of): (&String, &kapstok_find::choose::DomainCoverage)| {
        let [reached, missed, share] = row(of.reached, of.missed);
        [v.domain(id), reached, missed, share]
    };
    let rests =
        |(id, rests): (&String, &String)| format!("{}: {}", v.domain(id), v.s(&format!("choose-rests-{rests}")));
    Score {
        first_line: said::first_line(bench),
        n_areas: v.count(bench.chosen.iter().filter(|inside| **inside).count()),
        residents: said::unbroken(&v.f(
            "workbench-of",
            &[
                ("part", &bench.people(it.residents_inside)),
                ("whole", &bench.people(it.residents)),
                ("share", &bench.percent(it.residents_inside, it.residents)),
            ],
        )),
        objective: v.f(
            "workbench-objective",
            &[
                ("found", &bench.people(entry.objective_of(&bench.chosen))),
                ("rule", &bench.people(entry.objective)),
                ("bound", &bench.people(entry.bound)),
            ],
        ),
        differs: with_sign(bench.percent(bench.found.differs, 1.0)),
        domains: entry.domains.iter().zip(&it.domains).map(domain).collect(),
        all: row(it.reached, it.missed),
        rests: entry.domains.iter().zip(&entry.rests).map(rests).collect(),
        broken: said::broken(bench),
    }
}

/// Per cent with its sign; a dash stays a dash.
fn with_sign(percent: String) -> String {
    if percent == "–" { percent } else { percent + "\u{a0}%" }
}

/// Each area that was added or removed.
pub(super) fn changes(bench: &Bench<'_>) -> Vec<Change> {
    let added = bench.found.added.iter().map(|area| change(bench, "workbench-added", "--in", *area));
    added.chain(bench.found.removed.iter().map(|area| change(bench, "workbench-removed", "--out", *area))).collect()
}

fn change(bench: &Bench<'_>, key: &str, option: &str, area: usize) -> Change {
    let v = bench.view.voice();
    Change {
        said: v.f(key, &[("area", &bench.place(area))]),
        command: command(bench, option, &bench.entry.areas[area].area),
    }
}

/// What to type to put a change on record.
pub(super) fn command(bench: &Bench<'_>, option: &str, code: &str) -> String {
    let v = bench.view.voice();
    let word = |key: &str| v.s(&format!("help-value-{key}"));
    let (dir, protocol, by, reason) = (word("dir"), word("protocol"), word("by"), word("reason"));
    format!("kapstok choose change {dir} {protocol} {option} {code} --by {by} --reason \"{reason}\"")
}
