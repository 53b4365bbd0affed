// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is wrong with a request, as a page that says what to do.
//!
//! In: [`Wrong`]. Out: HTML in the language of the path. A code that ceased leads to the areas that came after it.

use askama::Template;
use kapstok_share::snapshot::AreaAt;

use super::frame::{Frame, Link, View};
use super::links::Page;
use crate::desk::Refused;

/// Why there is no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No page has this address.
    Unknown {
        /// The path.
        path: String,
    },
    /// No area has this code.
    NoArea {
        /// The code.
        code: String,
    },
    /// No indicator, level, period or recipe is called so.
    NoFigure {
        /// What was asked for.
        found: String,
    },
    /// Nothing is agreed: in the workspace, or for an area.
    NoAgenda {
        /// Code of the area.
        code: Option<String>,
    },
    /// The log of agendas is not as we wrote it.
    LogDamaged {
        /// The first line that is not.
        line: usize,
    },
    /// The page is there, the parameter is not.
    Parameter {
        /// Its name.
        name: String,
    },
    /// The request itself cannot be: too long, no text, with a body or with too much in its headers.
    Unreadable {
        /// The status.
        status: u16,
    },
    /// The page was not there in time.
    Late,
    /// Pages are only read.
    Method,
    /// A desk does not take or show it.
    Desk(Refused),
    /// Something of ours went wrong.
    Ours,
}

impl Wrong {
    /// The status of the answer.
    pub fn status(&self) -> u16 {
        match self {
            Self::Unknown { .. } | Self::NoArea { .. } | Self::NoFigure { .. } | Self::NoAgenda { .. } => 404,
            Self::Parameter { .. } => 400,
            Self::Unreadable { status } => *status,
            Self::Late | Self::LogDamaged { .. } => 503,
            Self::Method => 405,
            Self::Desk(refused) => refused.status(),
            Self::Ours => 500,
        }
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorTemplate {
    frame: Frame,
    status: u16,
    title: String,
    sentence: String,
    /// Areas that took the place of one that is gone.
    after: Vec<(Link, String)>,
    /// What to type.
    commands: Vec<String>,
    near_title: String,
    near: Vec<(Link, String)>,
    start: String,
    figures: String,
}

/// Makes the page.
pub(super) fn page(view: View<'_>, wrong: &Wrong) -> String {
    let v = view.voice();
    let (mut after, mut near, mut commands) = (Vec::new(), Vec::new(), Vec::new());
    let dir = v.s("help-value-dir");
    let (line, desk);
    let (key, fact) = match wrong {
        Wrong::Unknown { path } => ("page-error-unknown", path.as_str()),
        Wrong::NoArea { code } => {
            after = successors(view, code);
            near = if after.is_empty() { nearest(view, code) } else { Vec::new() };
            (if after.is_empty() { "page-error-no-area" } else { "page-error-ceased" }, code.as_str())
        }
        Wrong::NoFigure { found } => ("page-error-no-figure", found.as_str()),
        Wrong::NoAgenda { code } => {
            let code = code.as_deref().unwrap_or_default();
            after = agendas_instead(view, code);
            let area = if code.is_empty() { v.s("page-agenda-value-area") } else { code.to_owned() };
            commands.push(format!("kapstok agenda template --from {dir} {area} -o plan.xlsx"));
            commands.push(format!("kapstok agenda import {dir} plan.xlsx --dry-run"));
            (if code.is_empty() { "page-agenda-error-none" } else { "page-agenda-error-area" }, code)
        }
        Wrong::LogDamaged { line: at } => {
            commands.push(format!("kapstok agenda verify {dir}"));
            line = at.to_string();
            ("page-agenda-error-damaged", line.as_str())
        }
        Wrong::Parameter { name } => ("page-error-parameter", name.as_str()),
        Wrong::Unreadable { status: 414 } => ("page-error-too-long", ""),
        Wrong::Unreadable { status: 413 } => ("page-error-body", ""),
        Wrong::Unreadable { status: 431 } => ("page-error-headers", ""),
        Wrong::Unreadable { .. } => ("page-error-unreadable", ""),
        Wrong::Late => ("page-error-late", ""),
        Wrong::Method => ("page-error-method", ""),
        Wrong::Desk(refused) => {
            desk = format!("page-error-desk-{}", refused.word());
            (desk.as_str(), "")
        }
        Wrong::Ours => ("page-error-ours", ""),
    };
    let title = v.s(&format!("{key}-title"));
    let mut frame = view.frame(&Page::Start, &title, &[]);
    frame.crumbs = vec![Link { href: view.href(&Page::Start), text: v.s("page-start-crumb") }];
    ErrorTemplate {
        frame,
        status: wrong.status(),
        sentence: v.f(key, &[("found", fact)]),
        title,
        after,
        commands,
        near_title: v.s("page-error-near"),
        near,
        start: view.href(&Page::Start),
        figures: view.href(&Page::Figures),
    }
    .render()
    .unwrap_or_default()
}

/// Where to look instead of the agenda of an area that has none: its figures, and agendas that there are.
fn agendas_instead(view: View<'_>, code: &str) -> Vec<(Link, String)> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let area = snapshot.find(code).map(|area| (view.area_link(area), v.s("page-agenda-error-figures")));
    let agendas = view.site.agenda.agenda().map(|_| {
        let link = Link { href: view.href(&Page::Agendas), text: v.s("page-agenda-list-title") };
        (link, String::new())
    });
    area.into_iter().chain(agendas).collect()
}

/// Where the areas of a code that ceased are now: the links along which its figures came.
fn successors(view: View<'_>, code: &str) -> Vec<(Link, String)> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let mut found: Vec<(Link, String)> = Vec::new();
    for level in snapshot.levels() {
        for from in &snapshot.entry(level).rebased_from {
            for link in
                level.links(*from).iter().filter(|link| link.from.eq_ignore_ascii_case(code) && link.share > 0.0)
            {
                let Some(index) = level.index_of(&link.to) else { continue };
                let to = view.area_link(AreaAt { level: level.position(), index });
                if found.iter().any(|(known, _)| known.href == to.href) {
                    continue;
                }
                let share = v.number(link.share * 100.0, 0);
                let (from, year) = (from.to_string(), level.boundary_year().to_string());
                found.push((to, v.f("page-error-went", &[("share", &share), ("from", &from), ("to", &year)])));
            }
        }
    }
    found
}

/// Codes and names that may have been meant.
fn nearest(view: View<'_>, code: &str) -> Vec<(Link, String)> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let search = view.site.search();
    let mut found = search.find(code, 5).areas;
    // A code with a wrong end: what begins like it, cut shorter and shorter.
    let mut start = code;
    while found.is_empty() && start.chars().count() > 4 && code.bytes().any(|byte| byte.is_ascii_digit()) {
        start = start.char_indices().next_back().map_or("", |(at, _)| &start[..at]);
        let near = search.find(start, 5);
        found = if near.n_matched > 0 { near.areas } else { Vec::new() };
    }
    let said = |area: AreaAt| {
        let level = snapshot.level_of(area);
        (view.area_link(area), format!("{} · {}", v.level(level.name()), level.codes()[area.index]))
    };
    found.into_iter().map(said).collect()
}

/// The page of what was typed into a form: a name becomes the code of the area that it finds first.
pub(super) fn meant(view: View<'_>, page: Page) -> Page {
    let snapshot = &view.site.snapshot;
    let Page::Compare(areas) = page else { return page };
    let code = |area: &AreaAt| snapshot.level_of(*area).codes()[area.index].clone();
    let meant = |typed: String| {
        let found = view.site.search().find(&typed, 1);
        let first = found.areas.first().filter(|_| snapshot.find(&typed).is_none() && found.n_matched > 0);
        first.map_or(typed, code)
    };
    Page::Compare(areas.into_iter().map(meant).collect())
}
