// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! All documents, with a sentence for each.

use askama::Template;
use kapstok_share::documents::{Kind, Shown, said};

use super::super::Made;
use super::super::errors::Wrong;
use super::super::frame::{Frame, Link, View};
use super::super::links::Page;
use super::{beside_page, pairs, to};

#[derive(Template)]
#[template(path = "documents.html")]
struct ListTemplate {
    frame: Frame,
    title: String,
    documents: Vec<Listed>,
    /// Two of them side by side.
    pairs: Vec<Link>,
}

struct Listed {
    link: Link,
    kind: String,
    sentence: String,
    looks: Vec<Link>,
}

/// Makes the page.
///
/// # Errors
/// There is no document.
pub(in crate::pages) fn page(view: View<'_>) -> Made {
    let v = view.voice();
    let documents = &view.site.told.documents;
    if documents.is_empty() {
        return Err(Wrong::Unknown { path: view.href(&Page::Documents) });
    }
    let title = v.s("documents-title");
    let listed = documents.all.iter().map(|document| Listed {
        link: to(view, document),
        kind: v.s(kind(document.kind)),
        sentence: said::in_short(&document.rows, &v.words),
        looks: looks(view, document),
    });
    let beside = |(one, other): (&Shown, &Shown)| {
        let titles = [("one", one.title.of(view.language)), ("other", other.title.of(view.language))];
        Link { href: view.href(&beside_page(one, other)), text: v.f("documents-beside-title", &titles) }
    };
    let template = ListTemplate {
        frame: view.frame(&Page::Documents, &title, &[]),
        documents: listed.collect(),
        pairs: pairs(documents).into_iter().map(beside).collect(),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Agreement => "documents-kind-agreement",
        Kind::Ask => "documents-kind-ask",
    }
}

/// Other pages of a document.
pub(super) fn looks(view: View<'_>, document: &Shown) -> Vec<Link> {
    let link = |page: Page, key: &str| Link { href: view.href(&page), text: view.voice().s(key) };
    let mut looks = vec![
        link(Page::promises(&document.id), "documents-read-promises"),
        link(Page::DocumentText(document.id.clone()), "documents-read-text"),
    ];
    if !document.answers.is_empty() {
        looks.push(link(Page::DocumentAnswers(document.id.clone()), "documents-read-answers"));
    }
    looks
}
