// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What changed between two adopted versions, on one page that a councillor can read.

use std::collections::BTreeMap;

use askama::Template;
use kapstok_agenda::entry::Noun;
use kapstok_agenda::state::Version;
use kapstok_share::agenda::Agenda;
use kapstok_share::agenda::said::Said;
use kapstok_share::agenda::versions::{self, ChangeSaid};

use super::{Foot, agenda, agenda_link, day, foot, frame, or_removed, seen};
use crate::pages::Made;
use crate::pages::errors::Wrong;
use crate::pages::frame::{Frame, Link, View};
use crate::pages::links::Page;
use crate::pages::voice::Voice;

#[derive(Template)]
#[template(path = "agenda-changed.html")]
struct ChangedTemplate {
    frame: Frame,
    title: String,
    lede: String,
    /// Each version that came, with its reason.
    reasons: Vec<(String, String)>,
    counted: Counted,
    parts: Vec<Part>,
    back: Link,
    foot: Foot,
}

/// What is new, gone or different.
struct Part {
    id: &'static str,
    title: String,
    groups: Vec<(String, Vec<ChangeSaid>)>,
}

/// How many changes of each kind there are.
pub(super) struct Counted {
    pub(super) added: usize,
    pub(super) changed: usize,
    pub(super) gone: usize,
}

impl Counted {
    /// Counts changes.
    pub(super) fn of(lines: &[ChangeSaid]) -> Self {
        let count = |kind: &str| lines.iter().filter(|line| line.kind == kind).count();
        Self { added: count("added"), changed: count("changed"), gone: count("gone") }
    }

    /// The same in a few words.
    pub(super) fn said(&self, v: &Voice) -> String {
        if self.added + self.changed + self.gone == 0 {
            return v.s("page-agenda-changed-nothing");
        }
        let n = |n: &usize| v.count(*n);
        let facts = [("added", &*n(&self.added)), ("changed", &n(&self.changed)), ("gone", &n(&self.gone))];
        v.f("page-agenda-changed-counts", &facts)
    }
}

/// All pairs of versions of an area by their names, the earlier one first.
pub(super) fn pairs(agenda: &Agenda, code: &str) -> Vec<(String, String)> {
    let names: Vec<String> = agenda.state.versions_of(code).map(|version| version.adoption.name()).collect();
    let later = |at: usize| names[at + 1..].iter().cloned();
    (0..names.len()).flat_map(|at| later(at).map(|to| (names[at].clone(), to)).collect::<Vec<_>>()).collect()
}

/// Two versions in words.
pub(super) fn pair(v: &Voice, from: &Version, to: &Version) -> String {
    let facts = [
        ("from", &*from.adoption.version.to_string()),
        ("from-day", &day(v, from.day)),
        ("to", &to.adoption.version.to_string()),
        ("to-day", &day(v, to.day)),
    ];
    v.f("page-agenda-pair", &facts)
}

/// Makes the page.
///
/// # Errors
/// No such versions, or not of one area and in this order.
pub(in crate::pages) fn page(view: View<'_>, from: &str, to: &str) -> Made {
    let v = view.voice();
    let state = &agenda(view)?.state;
    let version =
        |name: &str| state.version(name).ok_or_else(|| Wrong::NoFigure { found: name.chars().take(80).collect() });
    let (from, to) = (version(from)?, version(to)?);
    if from.adoption.area != to.adoption.area || from.adoption.version >= to.adoption.version {
        return Err(Wrong::NoFigure { found: format!("{} → {}", from.adoption.name(), to.adoption.name()) });
    }
    let seen = seen(view, &from.adoption.area)?;
    let lines = versions::said(&seen, &versions::state_of(&seen, Some(from)), &versions::state_of(&seen, Some(to)));
    let title = v.f("page-agenda-changed-title", &[("name", seen.name())]);
    let came = state.versions_of(seen.code()).filter(|it| it.seq > from.seq && it.seq <= to.seq);
    let reason = |it: &Version| {
        let facts = [
            ("version", &*it.adoption.version.to_string()),
            ("day", &day(v, it.day)),
            ("by", &or_removed(v, it.by.as_deref())),
        ];
        let reason = it.adoption.reason.as_ref().map(|reason| or_removed(v, reason.as_deref()));
        (v.f("page-agenda-standing", &facts), reason.unwrap_or_default())
    };
    let template = ChangedTemplate {
        frame: frame(view, &Page::Changed(from.adoption.name(), to.adoption.name()), &title, &seen),
        lede: pair(v, from, to),
        reasons: came.map(reason).collect(),
        counted: Counted::of(&lines),
        parts: parts(v, &Said { state, words: seen.words }, lines),
        back: agenda_link(view, &seen),
        foot: foot(view, seen.agenda),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

/// Changes by what happened, then by what they are about.
fn parts(v: &Voice, said: &Said<'_>, lines: Vec<ChangeSaid>) -> Vec<Part> {
    let mut by_kind: BTreeMap<&'static str, BTreeMap<Noun, Vec<ChangeSaid>>> = BTreeMap::new();
    for line in lines {
        by_kind.entry(line.kind).or_default().entry(line.id.noun()).or_default().push(line);
    }
    let part = |kind: &'static str| {
        let groups = by_kind.remove(kind)?;
        Some(Part {
            id: kind,
            title: v.s(&format!("page-agenda-changed-{kind}")),
            groups: groups.into_iter().map(|(noun, lines)| (said.noun(noun), lines)).collect(),
        })
    };
    ["added", "changed", "gone"].into_iter().filter_map(part).collect()
}
