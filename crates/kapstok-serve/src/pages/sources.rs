// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Every file that figures came from, with what must stand beside them.

use std::collections::BTreeSet;

use askama::Template;
use kapstok_share::numbered::Numbered;
use kapstok_share::snapshot::Snapshot;

use super::frame::{Frame, Link, View};
use super::links::Page;

/// A file of the build.
pub(super) struct File {
    pub(super) publisher: String,
    pub(super) title: String,
    pub(super) table_id: Option<String>,
    pub(super) licence: String,
    pub(super) attribution: String,
    pub(super) retrieved: String,
    pub(super) url: Option<String>,
    pub(super) file: String,
    pub(super) sha256: String,
    pub(super) boundary_year: u16,
    /// Ids of the indicators that it gave.
    pub(super) indicators: BTreeSet<String>,
}

#[derive(Template)]
#[template(path = "sources.html")]
struct SourcesTemplate {
    frame: Frame,
    title: String,
    files: Vec<Shown>,
    crosswalks: Vec<(String, String, String, String)>,
    methods: Vec<Link>,
    build: String,
}

struct Shown {
    file: File,
    licence: String,
    retrieved: String,
    map: String,
    figures: Vec<String>,
}

/// The files of a build, in the order of their publishers and titles.
pub(super) fn files(snapshot: &Snapshot) -> Vec<File> {
    let (mut files, mut numbered): (Vec<File>, _) = (Vec::new(), Numbered::default());
    for level in &snapshot.manifest().levels {
        for column in &level.columns {
            let Some(origin) = snapshot.origin(column) else { continue };
            let number = numbered.add(origin);
            if number > files.len() {
                files.push(File {
                    publisher: origin.publisher.clone(),
                    title: origin.title.clone(),
                    table_id: origin.table_id.clone(),
                    licence: origin.licence.clone(),
                    attribution: origin.attribution.clone(),
                    retrieved: origin.retrieved.clone(),
                    url: origin.url.clone(),
                    file: origin.file.clone(),
                    sha256: origin.sha256.clone(),
                    boundary_year: origin.boundary_year,
                    indicators: BTreeSet::new(),
                });
            }
            files[number - 1].indicators.insert(column.indicator.clone());
        }
    }
    files.sort_by(|one, other| {
        (&one.publisher, &one.title, &one.file).cmp(&(&other.publisher, &other.title, &other.file))
    });
    files
}

/// Makes the page.
pub(super) fn page(view: View<'_>) -> String {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let title = v.s("page-sources-title");
    let label = |id: &String| snapshot.indicator(id).map_or(id.as_str(), |it| it.label.of(view.language)).to_owned();
    let shown = |file: File| Shown {
        licence: v.licence(&file.licence),
        retrieved: if file.retrieved.is_empty() { v.s("not-known") } else { file.retrieved.clone() },
        map: file.boundary_year.to_string(),
        figures: file.indicators.iter().map(label).collect(),
        file,
    };
    let crosswalk = |it: &kapstok_share::manifest::CrosswalkEntry| {
        (it.id.clone(), it.file.clone(), it.sha256.clone(), format!("{} {}", it.attribution, it.licence))
    };
    let method = |it: &kapstok_share::manifest::RecipeEntry| {
        let level = v.level(&it.level);
        Link {
            href: view.href(&Page::Method(it.id.clone())),
            text: v.f("page-method-link", &[("recipe", &it.id), ("level", &level)]),
        }
    };
    SourcesTemplate {
        frame: view.frame(&Page::Sources, &title, &[]),
        files: files(snapshot).into_iter().map(shown).collect(),
        crosswalks: snapshot.manifest().crosswalks.iter().map(crosswalk).collect(),
        methods: snapshot.manifest().recipes.iter().map(method).collect(),
        build: snapshot.id().to_owned(),
        title,
    }
    .render()
    .unwrap_or_default()
}
