// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! All documents, with a sentence for each.

use askama::Template;
use kapstok_share::documents::{Kind, said};

use super::super::Made;
use super::super::errors::Wrong;
use super::super::frame::{Frame, Link, View};
use super::super::links::Page;
use super::to;

#[derive(Template)]
#[template(path = "documents.html")]
struct ListTemplate {
    frame: Frame,
    title: String,
    documents: Vec<Listed>,
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
    let template =
        ListTemplate { frame: view.frame(&Page::Documents, &title, &[]), documents: listed.collect(), title };
    template.render().map_err(|_| Wrong::Ours)
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Agreement => "documents-kind-agreement",
        Kind::Ask => "documents-kind-ask",
    }
}

/// Other pages of a document.
pub(super) fn looks(view: View<'_>, document: &kapstok_share::documents::Shown) -> Vec<Link> {
    let link = |page: Page, key: &str| Link { href: view.href(&page), text: view.voice().s(key) };
    let mut looks = vec![link(Page::DocumentText(document.id.clone()), "documents-read-text")];
    if !document.answers.is_empty() {
        looks.push(link(Page::DocumentAnswers(document.id.clone()), "documents-read-answers"));
    }
    looks
}
