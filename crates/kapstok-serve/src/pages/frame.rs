// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What stands around every page: title, search, language, way up, footer.
//!
//! In: a site, links, a language, the page. Out: [`Frame`], which `templates/frame.html` shows.

use kapstok_share::snapshot::AreaAt;
use kapstok_share::words::Language;

use super::links::{Apart, Links, Page};
use super::voice::Voice;
use crate::headers::OF_A_PAGE;
use crate::{Kept, Site};

const FONTS: [&str; 2] = ["source-sans-3", "source-serif-4"];

/// For whom a page is made: everything that a page is a function of, beside the page itself.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The snapshot and what is worked out from it.
    pub site: &'a Site,
    /// How links are written.
    pub links: Links,
    /// The language.
    pub language: Language,
}

/// A link with its words.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) href: String,
    pub(crate) text: String,
}

/// What stands around a page.
pub(crate) struct Frame {
    pub(crate) v: &'static Voice,
    pub(crate) title: String,
    pub(crate) site_title: String,
    pub(crate) invented: bool,
    pub(crate) has_server: bool,
    pub(crate) nav: Vec<(Link, bool)>,
    /// The same page in the languages: tag, name, address, whether it is this one.
    pub(crate) languages: Vec<(&'static str, &'static str, String, bool)>,
    pub(crate) crumbs: Vec<Link>,
    pub(crate) query: String,
    pub(crate) search_href: String,
    pub(crate) start_href: String,
    pub(crate) css: String,
    pub(crate) icon: String,
    /// Fonts that a browser is told of first; none in plain files, where a browser may not take them so.
    pub(crate) fonts: Vec<String>,
    /// What the page may load, where no server says it.
    pub(crate) policy: Option<&'static str>,
    /// The script of plain files: search, and the order of rows.
    pub(crate) script: Option<String>,
    pub(crate) theme: Option<String>,
    pub(crate) footer: Vec<Link>,
    pub(crate) footer_facts: Vec<String>,
}

impl<'a> View<'a> {
    /// Its words.
    pub(crate) fn voice(&self) -> &'static Voice {
        Voice::of(self.language)
    }

    /// The `href` of a page in this language.
    pub(crate) fn href(&self, page: &Page) -> String {
        self.links.href(page, self.language)
    }

    /// The `href` of a page in this language, where the page is there.
    pub(crate) fn link_to(&self, page: &Page) -> Option<String> {
        self.links.has(page).then(|| self.href(page))
    }

    /// A link to an area, with its name.
    pub(crate) fn area_link(&self, area: AreaAt) -> Link {
        let level = self.site.snapshot.level_of(area);
        let text = self.voice().name(&self.site.snapshot, area).to_owned();
        Link { href: self.href(&Page::area(&level.codes()[area.index])), text }
    }

    /// What stands around a page.
    pub(crate) fn frame(&self, page: &Page, title: &str, above: &[AreaAt]) -> Frame {
        let (v, snapshot) = (self.voice(), &self.site.snapshot);
        let manifest = snapshot.manifest();
        let link = |page: &Page, key: &str| Link { href: self.href(page), text: v.s(key) };
        let mut nav =
            vec![(Page::Map, "page-nav-map"), (Page::Figures, "page-nav-figures"), (Page::Sources, "page-nav-sources")];
        nav.push((Page::Downloads, "page-nav-downloads"));
        match self.site.agenda {
            Kept::Nothing => {}
            Kept::Whole(_) => nav.insert(2, (Page::Agendas, "page-agenda-nav")),
            Kept::Damaged(_) => nav.push((Page::Log(1), "page-agenda-nav-log")),
        }
        if !self.site.told.documents.is_empty() {
            nav.push((Page::Documents, "documents-nav"));
        }
        let apart = Page::Gap(Apart::default());
        if self.links.has(&apart) {
            let behind_figures = nav.iter().position(|(page, _)| *page == Page::Sources).unwrap_or(nav.len());
            nav.insert(behind_figures, (apart, "page-gap-nav"));
        }
        let rankings = super::ranking::recipes(snapshot);
        if let Some(recipe) = rankings.first() {
            let behind_figures = nav.iter().position(|(page, _)| *page == Page::Sources).unwrap_or(nav.len());
            nav.insert(behind_figures, (Page::ranking(recipe), "ranking-nav"));
        }
        if !snapshot.choices().is_empty() {
            let behind_figures = nav.iter().position(|(page, _)| *page == Page::Sources).unwrap_or(nav.len());
            nav.insert(behind_figures, (Page::Choices, "workbench-nav"));
        }
        if manifest.invented {
            nav.insert(0, (Page::Thursday, "page-nav-thursday"));
        }
        let is_within = |entry: &Page| match (entry, page) {
            (Page::Map, Page::MapOf(_)) => true,
            (Page::Figures, Page::Table(_)) => true,
            (Page::Sources, Page::Method(_)) => true,
            (Page::Choices, Page::Choice(_)) => true,
            (Page::Ranking(_), Page::Ranking(_)) => true,
            (Page::Gap(_), Page::Gap(_)) => true,
            (Page::Documents, Page::Document(_) | Page::DocumentText(_) | Page::DocumentAnswers(_)) => true,
            (
                Page::Agendas,
                Page::Agenda(_)
                | Page::Holes(_)
                | Page::Delivery(_)
                | Page::Changed(..)
                | Page::Ledger(_)
                | Page::Log(_),
            ) => true,
            (entry, page) => entry == page,
        };
        let names = [(Language::Nl, "Nederlands"), (Language::En, "English")];
        let mut crumbs = Vec::new();
        if *page != Page::Start {
            crumbs.push(link(&Page::Start, "page-start-crumb"));
        }
        crumbs.extend(above.iter().map(|area| self.area_link(*area)));
        let periods = manifest.levels.iter().flat_map(|level| level.columns.iter().filter(|column| column.known > 0));
        let periods: Vec<&str> = periods.map(|column| column.period.as_str()).collect();
        let n_sources = super::sources::files(snapshot).len();
        let mut facts = vec![v.n("page-footer-sources", n_sources)];
        if let (Some(first), Some(last)) = (periods.iter().min(), periods.iter().max()) {
            facts.push(v.f("page-footer-period", &[("from", first), ("to", last)]));
        }
        facts.push(v.f(
            "page-footer-build",
            &[("build", &snapshot.id()[..snapshot.id().len().min(12)]), ("program", &manifest.program)],
        ));
        let mut footer = vec![link(&Page::Sources, "page-nav-sources"), link(&Page::Downloads, "page-nav-downloads")];
        footer.push(link(&Page::Statements, "statements-nav"));
        footer.push(link(&Page::Accessibility, "page-nav-accessibility"));
        if self.site.told.truth.is_some() {
            footer.push(link(&Page::Truth, "page-nav-truth"));
        }
        if self.site.agenda.agenda().is_some() {
            footer.push(link(&Page::Ledger(None), "page-agenda-nav-ledger"));
            footer.push(link(&Page::Log(1), "page-agenda-nav-log"));
        }
        Frame {
            v,
            title: title.to_owned(),
            site_title: manifest.title.of(self.language).to_owned(),
            invented: manifest.invented,
            has_server: self.links.has_server(),
            nav: nav.into_iter().map(|(entry, key)| (link(&entry, key), is_within(&entry))).collect(),
            languages: names
                .iter()
                .map(|(language, name)| {
                    (language.tag(), *name, self.links.href(page, *language), *language == self.language)
                })
                .collect(),
            crumbs,
            query: match page {
                Page::Search(query) => query.chars().take(200).collect(),
                _ => String::new(),
            },
            search_href: self.links.href(&Page::Search(String::new()), self.language),
            start_href: self.href(&Page::Start),
            icon: self.links.asset("kapstok.svg"),
            css: self.links.asset("kapstok.css"),
            fonts: FONTS
                .iter()
                .filter(|_| self.links.has_server())
                .map(|font| self.links.asset(&format!("fonts/{font}-latin-wght-normal.woff2")))
                .collect(),
            policy: (!self.links.has_server()).then_some(OF_A_PAGE),
            script: (!self.links.has_server()).then(|| self.links.asset("site.js")),
            theme: (!self.site.told.theme.is_empty()).then(|| self.links.asset("theme.css")),
            footer,
            footer_facts: facts,
        }
    }
}
