// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The agenda of an area: who does what about which burdens and links, with which money, and towards which targets.
//!
//! Targets and the frozen baseline, which are about residents, stand in a part of their own; what we did ourselves
//! stands on another page (`delivery.rs`).

use askama::Template;
use kapstok_agenda::entry::{Entry, Id, Noun, Value};
use kapstok_agenda::holes::Hole;
use kapstok_agenda::ledger::Wanted;
use kapstok_agenda::state::Version;
use kapstok_share::agenda::hole_list::summary;
use kapstok_share::agenda::ledger_table::LedgerSaid;
use kapstok_share::agenda::said::Said;
use kapstok_share::agenda::{Seen, tables, versions};
use kapstok_share::document::{Column, Content, Item, Table};

use super::changed::{self, Counted};
use super::ledger::by_year;
use super::matrix::{self, Matrix};
use super::table::{Look, html};
use super::{Foot, day, foot, frame, or_removed, seen};
use crate::pages::Made;
use crate::pages::errors::Wrong;
use crate::pages::frame::{Frame, Link, View};
use crate::pages::links::Page;
use crate::pages::voice::Voice;

#[derive(Template)]
#[template(path = "agenda.html")]
struct AgendaTemplate {
    frame: Frame,
    title: String,
    kicker: String,
    standing: String,
    reason: Option<String>,
    facts: Vec<(String, String)>,
    area: Link,
    holes: String,
    holes_link: Link,
    delivery: Link,
    matrix: Option<Matrix>,
    links: String,
    actions: String,
    promises: Vec<Promise>,
    money: String,
    ledger: Link,
    targets: String,
    baseline: Option<(String, String)>,
    replies: Vec<Reply>,
    changes: Option<Changes>,
    script: Option<String>,
    foot: Foot,
}

/// A promise, with the actions that keep it and what is missing.
struct Promise {
    id: String,
    words: String,
    source: String,
    kept_by: Vec<(String, String)>,
    gaps: Vec<String>,
}

/// What a resident said, and the answer.
struct Reply {
    id: String,
    words: String,
    about: String,
    answer: Option<String>,
}

/// What is not as it was.
struct Changes {
    last: Option<(Link, Counted)>,
    since: Counted,
    since_table: String,
    pairs: Vec<Link>,
}

/// Makes the page.
///
/// # Errors
/// No such area, or nothing agreed for it.
pub(in crate::pages) fn page(view: View<'_>, code: &str) -> Made {
    let v = view.voice();
    let seen = seen(view, code)?;
    let (state, code) = (&seen.agenda.state, seen.code().to_owned());
    let title = v.f("annex-title", &[("name", seen.name())]);
    let holes = seen.agenda.holes(&code);
    let version = state.versions_of(&code).last();
    let of_all = LedgerSaid { agenda: seen.agenda, snapshot: seen.snapshot, words: seen.words };
    let wanted = Wanted { area: Some(&code), ..Wanted::default() };
    let ids = |noun| state.of_area(noun, &code).map(Entry::id).collect::<Vec<Id>>();
    let of_ids = |table: Table, noun, class| html(table, Look { class, ids: &ids(noun), n_totals: 0 });
    let link = |page: Page, key: &str| Link { href: view.href(&page), text: v.s(key) };
    let level = v.level(seen.snapshot.level_of(seen.area).name());
    let template = AgendaTemplate {
        frame: frame(view, &Page::Agenda(code.clone()), &title, &seen),
        kicker: v.f("page-agenda-kicker", &[("level", &level), ("code", &code)]),
        standing: standing(&seen, version, v),
        reason: version.and_then(|it| it.adoption.reason.as_ref()).map(|it| or_removed(v, it.as_deref())),
        facts: facts(&seen, v),
        area: Link { href: view.href(&Page::area(&code)), text: v.s("page-agenda-to-figures") },
        holes: summary(&seen, &holes),
        holes_link: link(Page::Holes(code.clone()), "page-agenda-to-holes"),
        delivery: link(Page::Delivery(code.clone()), "page-agenda-to-delivery"),
        matrix: matrix::made(v, &seen, &holes),
        links: of_ids(tables::links(&seen), Noun::Link, ""),
        actions: of_ids(tables::actions(&seen, usize::MAX).0, Noun::Action, ""),
        promises: state.of_area(Noun::Promise, &code).map(|promise| promised(&seen, promise, &holes)).collect(),
        money: html(by_year(&of_all, wanted), Look { class: "money", ..Look::default() }),
        ledger: link(Page::Ledger(Some(code.clone())), "page-agenda-to-ledger"),
        targets: of_ids(tables::targets(&seen), Noun::Target, ""),
        baseline: version.and_then(|version| baseline(&seen, version, v)),
        replies: state.of_area(Noun::Reply, &code).map(|reply| said_by(&seen, reply, v)).collect(),
        changes: version.map(|version| changes(view, &seen, version)),
        script: view.links.has_server().then(|| view.links.asset("site.js")),
        foot: foot(view, seen.agenda),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

fn promised(seen: &Seen<'_>, promise: &Entry, holes: &[Hole]) -> Promise {
    let state = &seen.agenda.state;
    let said = Said { state, words: seen.words };
    let id = promise.id();
    let keeps = state.of_area(Noun::Action, seen.code()).filter(|action| action.one("promise") == Some(id));
    let missing = holes.iter().filter(|hole| hole.about.first() == Some(&id));
    Promise {
        id: id.to_string(),
        words: said.name(id),
        source: promise.text("source").to_owned(),
        kept_by: keeps.map(|action| (action.id().to_string(), said.name(action.id()))).collect(),
        gaps: missing.map(|hole| said.hole_kind(hole)).collect(),
    }
}

fn standing(seen: &Seen<'_>, version: Option<&Version>, v: &Voice) -> String {
    let Some(version) = version else { return seen.words.say("annex-not-adopted", &[]) };
    let facts = [
        ("version", &*version.adoption.version.to_string()),
        ("day", &day(v, version.day)),
        ("by", &or_removed(v, version.by.as_deref())),
    ];
    v.f("page-agenda-standing", &facts)
}

fn facts(seen: &Seen<'_>, v: &Voice) -> Vec<(String, String)> {
    let (state, code) = (&seen.agenda.state, seen.code());
    let side = |side| state.of_area(Noun::Burden, code).filter(|it| it.word("side") == Some(side)).count();
    let count = |noun| state.of_area(noun, code).count();
    [
        ("page-agenda-col-burdens", side("burden")),
        ("page-agenda-col-strengths", side("strength")),
        ("page-agenda-col-links", count(Noun::Link)),
        ("page-agenda-col-actions", count(Noun::Action)),
        ("page-agenda-col-promises", count(Noun::Promise)),
        ("page-agenda-col-targets", count(Noun::Target)),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(key, n)| (v.s(key), v.count(n)))
    .collect()
}

/// Figures as they were frozen, beside those of today.
fn baseline(seen: &Seen<'_>, version: &Version, v: &Voice) -> Option<(String, String)> {
    let lines = versions::baseline(seen, version);
    if lines.is_empty() {
        return None;
    }
    let column = |key: &str| Column { title: v.s(key), width: 1, content: Content::Words };
    let with_period = |(figure, period): (String, String)| {
        Item::Text(if period.is_empty() { figure } else { format!("{figure} ({period})") })
    };
    let row = |line: versions::BaselineLine| {
        let evidence = if line.is_modelled { Item::Hole(v.s("targets-model")) } else { Item::Empty };
        vec![Item::Text(line.label), with_period(line.then), with_period(line.now), evidence]
    };
    let table = Table {
        caption: v.s("page-agenda-baseline"),
        columns: vec![
            column("page-col-figure"),
            column("page-agenda-col-then"),
            column("page-agenda-col-now"),
            column("page-agenda-col-evidence"),
        ],
        rows: lines.into_iter().map(row).collect(),
    };
    let facts = [("version", &*version.adoption.version.to_string()), ("day", &day(v, version.day))];
    Some((v.f("page-agenda-baseline-sentence", &facts), html(table, Look { class: "baseline", ..Look::default() })))
}

fn said_by(seen: &Seen<'_>, reply: &Entry, v: &Voice) -> Reply {
    let state = &seen.agenda.state;
    let said = Said { state, words: seen.words };
    // What it is about is a thing of the agenda, or a word of its own.
    let about = reply.word("about").map(|word| match Id::parse(word).filter(|id| state.get(*id).is_some()) {
        Some(id) => said.title(id),
        None => word.to_owned(),
    });
    let since = state.standing(reply.id()).map(|standing| day(v, standing.first)).unwrap_or_default();
    let facts = [("about", &*about.clone().unwrap_or_default()), ("day", &since)];
    let answered = reply.word("answered").and_then(kapstok_agenda::day::Day::parse).map(|it| day(v, it));
    let answer = match reply.value("answer") {
        None => None,
        Some(Value::Text(text)) => Some(match answered {
            Some(day) => v.f("page-agenda-answer-on", &[("answer", text), ("day", &day)]),
            None => text.clone(),
        }),
        Some(_) => Some(v.s("agenda-removed")),
    };
    Reply {
        id: reply.id().to_string(),
        words: said.name(reply.id()),
        about: v.f(if about.is_some() { "page-agenda-reply-about" } else { "page-agenda-reply" }, &facts),
        answer,
    }
}

fn changes(view: View<'_>, seen: &Seen<'_>, version: &Version) -> Changes {
    let v = view.voice();
    let pairs = changed::pairs(seen.agenda, seen.code());
    let (frozen, now) = (versions::state_of(seen, Some(version)), &seen.agenda.state);
    let adopted: Vec<&Version> = now.versions_of(seen.code()).collect();
    let last = match adopted.as_slice() {
        [.., before, last] => {
            let lines = versions::said(seen, &versions::state_of(seen, Some(before)), &frozen);
            let page = Page::Changed(before.adoption.name(), last.adoption.name());
            Some((Link { href: view.href(&page), text: changed::pair(v, before, last) }, Counted::of(&lines)))
        }
        _ => None,
    };
    let link = |(from, to): (String, String)| {
        let text = match (now.version(&from), now.version(&to)) {
            (Some(from), Some(to)) => changed::pair(v, from, to),
            _ => format!("{from} → {to}"),
        };
        Link { href: view.href(&Page::Changed(from, to)), text }
    };
    Changes {
        last,
        since: Counted::of(&versions::said(seen, &frozen, now)),
        since_table: html(versions::table(seen, &frozen, now), Look::default()),
        pairs: pairs.into_iter().map(link).collect(),
    }
}
