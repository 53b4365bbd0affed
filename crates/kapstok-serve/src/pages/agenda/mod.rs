// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Pages of what is agreed: the agenda of an area, its holes, what was delivered, what changed, the money, the log.
//!
//! In: a view whose site has a log. Out: HTML, read only. Invariants: nothing of a damaged log is shown; figures come from
//! the snapshot, so from behind the gate; figures of residents and our own performance never stand in one table or
//! picture. Not here: the rules (`kapstok-agenda`) and most of the sentences (`kapstok-share`).

pub(super) mod area;
pub(super) mod changed;
pub(super) mod delivery;
pub(super) mod holes;
pub(super) mod ledger;
pub(super) mod list;
pub(super) mod log;
mod matrix;
mod shape;
mod table;

use kapstok_agenda::day::Day;
use kapstok_agenda::entry::Noun;
use kapstok_share::agenda::area_report::has_agenda;
use kapstok_share::agenda::{Agenda, Seen};
use kapstok_share::five_lines::Agreed;
use kapstok_share::snapshot::AreaAt;

use super::area_of;
use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::Page;
use super::voice::Voice;
use crate::{Kept, Site};

/// Where the log stood when a page was made.
struct Foot {
    said: String,
    hash: String,
    log: Link,
}

/// What an area page says of the agenda: a sentence and where more stands.
pub(super) struct Block {
    pub(super) sentence: String,
    pub(super) links: Vec<Link>,
}

/// What is agreed in this workspace.
///
/// # Errors
/// There is no log, or a damaged one.
fn agenda(view: View<'_>) -> Result<&Agenda, Wrong> {
    match &view.site.agenda {
        Kept::Whole(agenda) => Ok(agenda),
        Kept::Damaged(error) => Err(Wrong::LogDamaged { line: error.line }),
        Kept::Nothing => Err(Wrong::NoAgenda { code: None }),
    }
}

/// An area with its agenda.
///
/// # Errors
/// No such area, no log, or nothing agreed for the area.
fn seen<'a>(view: View<'a>, code: &str) -> Result<Seen<'a>, Wrong> {
    let (area, agenda) = (area_of(view, code)?, agenda(view)?);
    let seen = seen_at(view, agenda, area);
    match has_agenda(&agenda.state, seen.code()) {
        true => Ok(seen),
        false => Err(Wrong::NoAgenda { code: Some(seen.code().to_owned()) }),
    }
}

fn seen_at<'a>(view: View<'a>, agenda: &'a Agenda, area: AreaAt) -> Seen<'a> {
    Seen { agenda, snapshot: &view.site.snapshot, area, words: &view.voice().words }
}

/// Areas with an agenda that the build knows, in the order of their codes.
pub(super) fn areas(view: View<'_>) -> Vec<Seen<'_>> {
    let Some(agenda) = view.site.agenda.agenda() else { return Vec::new() };
    let codes = agenda.state.areas().into_iter().filter(|code| has_agenda(&agenda.state, code));
    codes.filter_map(|code| Some(seen_at(view, agenda, view.site.snapshot.find(code)?))).collect()
}

/// Every page of the agendas that a site has, for a folder of plain files.
pub(super) fn pages(site: &Site) -> Vec<Page> {
    let agenda = match &site.agenda {
        Kept::Nothing => return Vec::new(),
        Kept::Damaged(_) => return vec![Page::Log(1)],
        Kept::Whole(agenda) => agenda,
    };
    let mut pages = vec![Page::Agendas, Page::Ledger(None)];
    pages.extend((1..=log::n_pages(agenda)).map(Page::Log));
    let known = |code: &&str| has_agenda(&agenda.state, code) && site.snapshot.find(code).is_some();
    for code in agenda.state.areas().into_iter().filter(known).map(str::to_owned) {
        pages.extend(changed::pairs(agenda, &code).into_iter().map(|(from, to)| Page::Changed(from, to)));
        pages.extend([Page::Agenda(code.clone()), Page::Holes(code.clone()), Page::Delivery(code.clone())]);
        pages.push(Page::Ledger(Some(code)));
    }
    pages
}

/// What the page of an area says of its agenda; `None` where nothing is agreed.
pub(super) fn block(view: View<'_>, area: AreaAt) -> Option<Block> {
    let v = view.voice();
    let seen = seen_at(view, view.site.agenda.agenda()?, area);
    let code = seen.code().to_owned();
    let state = &seen.agenda.state;
    if !has_agenda(state, &code) {
        return None;
    }
    let actions = v.n("page-agenda-n-actions", state.of_area(Noun::Action, &code).count());
    let holes = v.n("page-agenda-n-holes", seen.agenda.holes(&code).len());
    let standing = match state.versions_of(&code).last() {
        Some(version) => {
            let facts = [("version", &*version.adoption.version.to_string()), ("day", &day(v, version.day))];
            v.f("page-agenda-block-version", &facts)
        }
        None => v.s("page-agenda-block-not-adopted"),
    };
    let link = |page: Page, key: &str| Link { href: view.href(&page), text: v.s(key) };
    Some(Block {
        sentence: v.f("page-agenda-block", &[("actions", &actions), ("holes", &holes), ("standing", &standing)]),
        links: vec![
            link(Page::Agenda(code.clone()), "page-agenda-block-look"),
            link(Page::Holes(code.clone()), "page-agenda-block-holes"),
            link(Page::Delivery(code), "page-agenda-block-delivery"),
        ],
    })
}

/// What is agreed for an area, and where it stands.
pub(super) fn agreed(view: View<'_>, area: AreaAt) -> (Agreed, Option<Link>) {
    let Some(agenda) = view.site.agenda.agenda() else { return (Agreed::NoLog, None) };
    let code = seen_at(view, agenda, area).code();
    let agreed = Agreed::of(&agenda.state, code);
    let link =
        || Link { href: view.href(&Page::Agenda(code.to_owned())), text: view.voice().s("page-agenda-block-look") };
    (agreed, matches!(agreed, Agreed::Actions(_)).then(link))
}

/// What stands around a page of an area: the way up ends at its agenda, but for the agenda itself.
fn frame(view: View<'_>, page: &Page, title: &str, seen: &Seen<'_>) -> Frame {
    let mut above = seen.snapshot.above(seen.area);
    above.push(seen.area);
    let mut frame = view.frame(page, title, &above);
    if !matches!(page, Page::Agenda(_)) {
        frame.crumbs.push(agenda_link(view, seen));
    }
    frame
}

fn agenda_link(view: View<'_>, seen: &Seen<'_>) -> Link {
    Link { href: view.href(&Page::Agenda(seen.code().to_owned())), text: view.voice().s("page-agenda-crumb") }
}

fn foot(view: View<'_>, agenda: &Agenda) -> Foot {
    let v = view.voice();
    Foot {
        said: v.n("page-agenda-foot", usize::try_from(agenda.head.events()).unwrap_or(usize::MAX)),
        hash: agenda.hash(),
        log: Link { href: view.href(&Page::Log(1)), text: v.s("page-agenda-foot-log") },
    }
}

/// A day as people say it: `18 maart 2024`.
pub(in crate::pages) fn day(v: &Voice, day: Day) -> String {
    let text = day.to_string();
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default().trim_start_matches('0').to_owned();
    v.f("page-agenda-day", &[("day", &part(8, 10)), ("n", &part(5, 7)), ("year", &part(0, 4))])
}

/// Words of a person; that they were taken out, where they were.
pub(in crate::pages) fn or_removed(v: &Voice, words: Option<&str>) -> String {
    words.map_or_else(|| v.s("agenda-removed"), str::to_owned)
}
