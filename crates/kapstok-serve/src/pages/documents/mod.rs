// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Pages over documents that were read: a list, what stands in one, its promises, its whole text, what it asks and what
//! others say to it, and two side by side.
//!
//! In: the shelf of documents of the site. Out: HTML. Invariant: each quote has its page and leads to its sentence
//! in the text. Sums and sentences are made in `kapstok-share`.

pub(super) mod answers;
pub(super) mod beside;
pub(super) mod list;
pub(super) mod overview;
pub(super) mod promises;
pub(super) mod text;

use kapstok_agenda::state::State;
use kapstok_read::row::PlaceRow;
use kapstok_share::documents::{Documents, Shown, judged, said, tally};

use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::Page;
use crate::{Kept, Site};

/// Every page of documents, for a folder of plain files.
pub(super) fn pages(site: &Site) -> Vec<Page> {
    let documents = &site.told.documents;
    let mut pages = Vec::new();
    if !documents.is_empty() {
        pages.push(Page::Documents);
    }
    for document in &documents.all {
        pages.extend([Page::Document(document.id.clone()), Page::DocumentText(document.id.clone())]);
        if !document.answers.is_empty() {
            pages.push(Page::DocumentAnswers(document.id.clone()));
        }
        pages.push(Page::promises(&document.id));
    }
    pages.extend(pairs(documents).into_iter().map(|(one, other)| beside_page(one, other)));
    pages
}

/// Documents that are held side by side: each two, the one that comes first on the left.
fn pairs(documents: &Documents) -> Vec<(&Shown, &Shown)> {
    let all = documents.all.iter().enumerate();
    all.flat_map(|(at, one)| documents.all[at + 1..].iter().map(move |other| (one, other))).collect()
}

fn beside_page(one: &Shown, other: &Shown) -> Page {
    Page::DocumentBeside(one.id.clone(), other.id.clone())
}

/// What is agreed, where anything is.
fn state(view: View<'_>) -> Option<&State> {
    view.site.agenda.agenda().map(|agenda| &agenda.state)
}

/// How much of a document persons decided; that nobody can tell where the log is damaged.
fn decided(view: View<'_>, judged: &judged::ByKey) -> String {
    let v = view.voice();
    match &view.site.agenda {
        Kept::Damaged(_) => v.s("documents-judged-damaged"),
        _ => judged::in_short(judged, &v.words),
    }
}

/// The document of an id that stood in an address.
fn document<'a>(view: View<'a>, page: &Page, id: &str) -> Result<&'a Shown, Wrong> {
    view.site
        .told
        .documents
        .find(id)
        .ok_or_else(|| Wrong::Unknown { path: view.href(page).chars().take(200).collect() })
}

/// What stands around a page of a document: the way up leads over the list.
fn frame(view: View<'_>, page: &Page, title: &str, above: Option<&Shown>) -> Frame {
    let mut frame = view.frame(page, title, &[]);
    frame.crumbs.push(Link { href: view.href(&Page::Documents), text: view.voice().s("documents-title") });
    frame.crumbs.extend(above.map(|document| to(view, document)));
    frame
}

/// A link to a document.
fn to(view: View<'_>, document: &Shown) -> Link {
    let text = document.title.of(view.language).to_owned();
    Link { href: view.href(&Page::Document(document.id.clone())), text }
}

/// A quote with its place, and the way into the text.
pub(super) struct Quote {
    pub(super) text: String,
    /// The language of the document.
    pub(super) language: String,
    pub(super) link: Link,
}

fn quote(view: View<'_>, document: &Shown, place: &PlaceRow) -> Quote {
    Quote {
        text: place.quote.clone(),
        language: document.rows.document.language.clone(),
        link: into_text(view, document, place),
    }
}

/// The way to a place in the text, with its page as words.
fn into_text(view: View<'_>, document: &Shown, place: &PlaceRow) -> Link {
    let anchor = tally::anchor(&document.rows, place);
    let text = said::at(place, &view.voice().words);
    Link { href: in_text(view, document, &anchor), text }
}

fn in_text(view: View<'_>, document: &Shown, anchor: &str) -> String {
    format!("{}#{anchor}", view.href(&Page::DocumentText(document.id.clone())))
}
