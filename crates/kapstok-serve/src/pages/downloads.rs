// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Files to take along, per level, and how to cite them.

use askama::Template;

use super::Made;
use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::{Form, Page};

#[derive(Template)]
#[template(path = "downloads.html")]
struct DownloadsTemplate {
    frame: Frame,
    title: String,
    /// Name, how many areas, files with what they are for.
    levels: Vec<(String, String, Vec<(Link, String)>)>,
    cite: String,
    catalogue: String,
    qgis: String,
}

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
        let forms = Form::ALL.iter().filter(|(form, _)| has_map || !matches!(form, Form::Gpkg | Form::Geojson));
        let file = |(form, end): &(Form, &str)| {
            let link = Link { href: view.links.download(level.name(), *form), text: format!("{}.{end}", level.name()) };
            (link, v.s(&format!("page-form-{}", end.replace('.', "-"))))
        };
        let year = level.boundary_year().to_string();
        let n = v.count(level.len());
        (
            v.levels(level.name()),
            v.f("page-downloads-areas", &[("number", &n), ("year", &year)]),
            forms.map(file).collect(),
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
