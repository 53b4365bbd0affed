// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What can be taken along, per level, and how to cite it.

use askama::Template;
use kapstok_share::files::FileKind;

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
    cite: String,
    catalogue: String,
    qgis: String,
}

/// Files of a level: its name, how many areas, each file with what it is for.
type Files = (String, String, Vec<(Link, String)>);

/// Makes the page.
///
/// # Errors
/// None but of the form itself.
pub(super) fn page(view: View<'_>) -> Made {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let manifest = snapshot.manifest();
    let title = v.s("page-downloads-title");
    let level = |level: &kapstok_share::snapshot::Level| {
        let has_map = level.outlines().is_some();
        let kinds = FileKind::ALL.into_iter().filter(|kind| has_map || !kind.needs_map());
        let file = |kind: FileKind| {
            let text = format!("{}.{}", level.name(), kind.extension());
            let words = v.s(&format!("page-form-{}", kind.extension().replace('.', "-")));
            (Link { href: view.links.download(level.name(), kind), text }, words)
        };
        let year = level.boundary_year().to_string();
        let n = v.count(level.len());
        (
            v.levels(level.name()),
            v.f("page-downloads-areas", &[("number", &n), ("year", &year)]),
            kinds.map(file).collect(),
        )
    };
    let (site, build) = (manifest.title.of(view.language), snapshot.id());
    let template = DownloadsTemplate {
        frame: view.frame(&Page::Downloads, &title, &[]),
        levels: snapshot.levels().iter().rev().map(level).collect(),
        cite: v.f("page-downloads-cite", &[("title", site), ("build", build), ("program", &manifest.program)]),
        catalogue: view.links.catalogue(),
        qgis: "ogrinfo -so -al OAPIF:http://127.0.0.1:7878/v1".to_owned(),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}
