// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! All areas with an agenda, and promises that reached no area.

use askama::Template;
use kapstok_agenda::entry::Noun;
use kapstok_agenda::holes::{HoleKind, promises_without_area};
use kapstok_share::agenda::Seen;
use kapstok_share::agenda::area_report::has_agenda;

use super::table::{Counts, counts};
use super::{Foot, agenda, areas, foot};
use crate::pages::Made;
use crate::pages::errors::Wrong;
use crate::pages::frame::{Frame, Link, View};
use crate::pages::links::Page;

const COLUMNS: [(&str, bool); 7] = [
    ("page-agenda-col-area", false),
    ("page-agenda-col-level", false),
    ("page-agenda-col-burdens", true),
    ("page-agenda-col-links", true),
    ("page-agenda-col-actions", true),
    ("page-agenda-col-holes", true),
    ("page-agenda-col-version", false),
];

#[derive(Template)]
#[template(path = "agenda-list.html")]
struct ListTemplate {
    frame: Frame,
    title: String,
    sentence: String,
    table: String,
    /// Codes in the log that the build does not know.
    unknown: Option<String>,
    /// Promises that name no area: id, words, source.
    nowhere: Vec<(String, String, String)>,
    nowhere_rule: String,
    links: Vec<Link>,
    foot: Foot,
}

/// Makes the page.
///
/// # Errors
/// No log, or a damaged one.
pub(in crate::pages) fn page(view: View<'_>) -> Made {
    let v = view.voice();
    let agenda = agenda(view)?;
    let areas = areas(view);
    let title = v.s("page-agenda-list-title");
    let of_area = |seen: &Seen<'_>| {
        let (state, code) = (&seen.agenda.state, seen.code());
        let count = |noun| v.count(state.of_area(noun, code).count());
        let burdens = state.of_area(Noun::Burden, code).filter(|it| it.word("side") == Some("burden")).count();
        let version = state.versions_of(code).last().map(|it| it.adoption.version.to_string());
        Counts {
            link: Link { href: view.href(&Page::Agenda(code.to_owned())), text: seen.name().to_owned() },
            cells: vec![
                format!("{} · {code}", v.level(seen.snapshot.level_of(seen.area).name())),
                v.count(burdens),
                count(Noun::Link),
                count(Noun::Action),
                v.count(seen.agenda.holes(code).len()),
                version.unwrap_or_else(|| v.s("page-agenda-not-adopted-short")),
            ],
        }
    };
    let is_unknown = |code: &&str| has_agenda(&agenda.state, code) && view.site.snapshot.find(code).is_none();
    let unknown: Vec<&str> = agenda.state.areas().into_iter().filter(is_unknown).collect();
    let promise = |hole: kapstok_agenda::holes::Hole| {
        let entry = agenda.state.get(hole.first(Noun::Promise)?)?;
        let words = Some(entry.text("words")).filter(|words| !words.is_empty());
        Some((entry.id().to_string(), super::or_removed(v, words), entry.text("source").to_owned()))
    };
    let link = |page: Page, key: &str| Link { href: view.href(&page), text: v.s(key) };
    let template = ListTemplate {
        frame: view.frame(&Page::Agendas, &title, &[]),
        sentence: v.n("page-agenda-list-sentence", areas.len()),
        table: counts(v, "page-agenda-list-title", &COLUMNS, areas.iter().map(of_area).collect()),
        unknown: (!unknown.is_empty()).then(|| v.f("page-agenda-list-unknown", &[("codes", &unknown.join(", "))])),
        nowhere: promises_without_area(&agenda.state).into_iter().filter_map(promise).collect(),
        nowhere_rule: v.s(&format!("hole-{}-why", HoleKind::PromiseWithoutArea.word())),
        links: vec![link(Page::Ledger(None), "page-agenda-list-ledger"), link(Page::Log(1), "page-agenda-list-log")],
        foot: foot(view, agenda),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}
