// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Files to take along, per level, and how to cite them.

use askama::Template;
use kapstok_share::files::{FileKind, citation_lines};

use super::Made;
use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::Page;

#[derive(Template)]
#[template(path = "downloads.html")]
struct DownloadsTemplate {
    frame: Frame,
    title: String,
    levels: Vec<Files>,
    catalogue: String,
    qgis: String,
}

/// What there is of a level.
struct Files {
    name: String,
    about: String,
    /// Each file with what it is for.
    files: Vec<(Link, String)>,
    /// Lines that pin the data, each recipe and the program.
    cite: Vec<String>,
}

/// Makes the page.
///
/// # Errors
/// None but of the form itself.
pub(super) fn page(view: View<'_>) -> Made {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let title = v.s("page-downloads-title");
    let level = |level: &kapstok_share::snapshot::Level| {
        let file = |kind: FileKind| {
            let text = format!("{}.{}", level.name(), kind.extension());
            let words = v.s(&format!("page-form-{}", kind.extension().replace('.', "-")));
            (Link { href: view.links.download(level.name(), kind), text }, words)
        };
        let year = level.boundary_year().to_string();
        let n = v.count(level.len());
        Files {
            name: v.levels(level.name()),
            about: v.f("page-downloads-areas", &[("number", &n), ("year", &year)]),
            files: FileKind::made_of(level).map(file).collect(),
            cite: citation_lines(snapshot, level, view.language),
        }
    };
    let template = DownloadsTemplate {
        frame: view.frame(&Page::Downloads, &title, &[]),
        levels: snapshot.levels().iter().rev().map(level).collect(),
        catalogue: view.links.catalogue(),
        qgis: "ogrinfo -so -al OAPIF:http://127.0.0.1:7878/v1".to_owned(),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}
