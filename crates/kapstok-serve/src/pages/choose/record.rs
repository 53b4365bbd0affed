// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Changes of a choice that stand in the log.
//!
//! In: a [`Bench`]. Out: a sentence for each event, and the address of the choice with all of them. Invariant: of one area
//! the last event holds, and of those before it that is said; words that were taken out are said to be taken out.

use kapstok_agenda::state::HandMade;

use super::Bench;
use crate::pages::agenda::{day, or_removed};
use crate::pages::frame::Link;
use crate::pages::links::Bars;

/// What the log says of a choice.
#[derive(Default)]
pub(super) struct Recorded {
    pub(super) lines: Vec<String>,
    /// The choice with these changes, where it is not the one that is shown.
    pub(super) shown: Option<Link>,
}

/// Reads it off the log of the site.
pub(super) fn recorded(bench: &Bench<'_>) -> Recorded {
    let Some(agenda) = bench.view.site.agenda.agenda() else { return Recorded::default() };
    let changes: Vec<&HandMade> = agenda.state.hand_made(&bench.entry.id).collect();
    let mut chosen = bench.of_rule.clone();
    for it in &changes {
        let at = bench.entry.areas.iter().position(|area| area.area == it.change.area);
        // Of an area that shows no figures any more nothing is counted.
        if let Some(at) = at.filter(|at| !it.change.inside || bench.entry.areas[*at].residents.is_some()) {
            chosen[at] = it.change.inside;
        }
    }
    let last_of = |at: usize| {
        let later = changes[at + 1..].iter().rev().find(|later| later.change.area == changes[at].change.area);
        later.map(|later| later.change.inside)
    };
    let is_other = !changes.is_empty() && chosen != bench.chosen && bench.view.links.has_server();
    Recorded {
        lines: changes.iter().enumerate().map(|(at, it)| line(bench, it, last_of(at))).collect(),
        shown: is_other.then(|| Link {
            href: bench.href(&bench.page_of(&chosen, Bars::default())),
            text: bench.view.voice().s("workbench-record-show"),
        }),
    }
}

/// * `last`: where the area is by the last event of it, if that is a later one.
fn line(bench: &Bench<'_>, it: &HandMade, last: Option<bool>) -> String {
    let v = bench.view.voice();
    let change = &it.change;
    let at = bench.entry.areas.iter().position(|area| area.area == change.area);
    let facts = [
        ("day", &*day(v, it.day)),
        ("by", &or_removed(v, it.by.as_deref())),
        ("area", &at.map_or_else(|| change.area.clone(), |at| bench.place(at))),
        ("event", &it.seq.to_string()),
        ("reason", &or_removed(v, change.reason.as_deref())),
    ];
    let mut said = v.f(if change.inside { "workbench-record-in" } else { "workbench-record-out" }, &facts);
    for (is_so, key) in [
        (change.rule != bench.entry.protocol_sha256, "workbench-record-other"),
        (last.is_some_and(|last| last != change.inside), "workbench-record-later"),
        (last == Some(change.inside), "workbench-record-again"),
    ] {
        if is_so {
            said = format!("{said} {}", v.s(key));
        }
    }
    said
}
