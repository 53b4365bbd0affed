// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **The same pages as plain files**: for a shared drive, or any host of files.
//!
//! In: a [`Site`]. Out: a [`Plan`]: the list of all files with their paths, and the bytes of each. Invariants: the bytes
//! are a function of the site alone, in any order of making; no two files have one path, in upper or lower case; a link
//! to a page that is not in the list is not written. Not here: who writes them (`kapstok-app`).
//!
//! Not in the list: what has no end or answers a question. Comparisons, other orders and parts of a table, earlier
//! periods of a table, results of a search; the origin of each figure where there are more than [`MOST_ORIGINS`].

use std::collections::{BTreeMap, BTreeSet};

use kapstok_share::files::{FileKind, file};
use kapstok_share::words::Language;

use crate::Site;
use crate::api::plain::{self, Part};
use crate::pages::links::{Links, Page, download_file, embed_file};
use crate::pages::{View, asset, asset_paths, embedded, made, site as only_here};

/// Pages of origins that are written, at most: of the newest figure of each area and indicator, in both languages.
pub const MOST_ORIGINS: usize = 20_000;

/// All files of a site.
#[derive(Debug)]
pub struct Plan<'a> {
    site: &'a Site,
    origins: bool,
    files: Vec<(String, File)>,
}

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum File {
    Choice,
    NotThere,
    Page(Language, Page),
    Embedded(Language),
    Asset(String),
    Theme,
    Names,
    Data(Part),
    Download(usize, FileKind),
}

/// A site that cannot be written as files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSite {
    /// Two things would have one file, where upper and lower case are the same.
    Clash {
        /// The path of the file.
        path: String,
    },
    /// A file could not be made.
    File {
        /// Its path.
        path: String,
        /// What is wrong.
        why: String,
    },
}

impl std::fmt::Display for NoSite {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Clash { path } => write!(formatter, "{path}: two areas, indicators or periods would have this file"),
            Self::File { path, why } => write!(formatter, "{path}: {why}"),
        }
    }
}

impl std::error::Error for NoSite {}

impl<'a> Plan<'a> {
    /// The list of all files.
    ///
    /// # Errors
    /// [`NoSite::Clash`].
    pub fn new(site: &'a Site) -> Result<Self, NoSite> {
        Self::of(site, n_origins(site) * Language::ALL.len() <= MOST_ORIGINS)
    }

    /// The list of all files, with or without the pages of origins.
    ///
    /// # Errors
    /// [`NoSite::Clash`].
    pub fn of(site: &'a Site, origins: bool) -> Result<Self, NoSite> {
        // What takes longest comes first, so that it is not waited for at the end.
        let mut files = downloads(site);
        files.extend(plain::parts(site).into_iter().map(|(path, part)| (path, File::Data(part))));
        files.push(("index.html".to_owned(), File::Choice));
        files.push(("404.html".to_owned(), File::NotThere));
        files.extend(assets(site));
        for language in Language::ALL {
            files
                .extend(pages(site, origins).into_iter().map(|page| (page.file(language), File::Page(language, page))));
            files.push((embed_file(language), File::Embedded(language)));
        }
        let mut seen = BTreeSet::new();
        let clash = files.iter().find(|(path, _)| !seen.insert(path.to_lowercase()));
        match clash {
            Some((path, _)) => Err(NoSite::Clash { path: path.clone() }),
            None => Ok(Self { site, origins, files }),
        }
    }

    /// Paths of all files, `/` between folders.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(path, _)| path.as_str())
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none. There always is.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Whether the origin of each figure has a page of its own.
    pub fn has_origins(&self) -> bool {
        self.origins
    }

    /// How many files there are of each kind: pages, areas among them, tiles, downloads and so on.
    pub fn counts(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for (_, file) in &self.files {
            let kind = match file {
                File::Page(_, Page::Area(_)) => "areas",
                File::Page(_, Page::Table(_)) => "tables",
                File::Page(_, Page::Why { .. }) => "origins",
                File::Data(Part::Tile(..)) => "tiles",
                File::Data(_) => "data",
                File::Download(..) => "downloads",
                File::Asset(_) | File::Theme | File::Names => "assets",
                File::Choice | File::NotThere | File::Embedded(_) | File::Page(..) => "pages",
            };
            *counts.entry(kind).or_default() += 1;
        }
        counts
    }

    /// The bytes of a file, by its place in the list.
    ///
    /// # Errors
    /// [`NoSite::File`] where a page or a download cannot be made.
    pub fn bytes(&self, at: usize) -> Result<Vec<u8>, NoSite> {
        let (path, file) = &self.files[at];
        self.made(path, file).map_err(|why| NoSite::File { path: path.clone(), why })
    }

    fn made(&self, path: &str, what: &File) -> Result<Vec<u8>, String> {
        let site = self.site;
        let page = |language, page: &Page| {
            let links = Links::Export { depth: path.matches('/').count(), origins: self.origins };
            made(View { site, links, language }, page).map_err(|wrong| format!("{wrong:?}"))
        };
        let text = |made: crate::pages::Made| made.map(String::into_bytes).map_err(|wrong| format!("{wrong:?}"));
        Ok(match what {
            File::Choice => text(only_here::choice(site))?,
            File::NotThere => text(only_here::not_there())?,
            File::Page(language, it) => page(*language, it)?.into_bytes(),
            File::Embedded(language) => embedded(&page(*language, &Page::Map)?).into_bytes(),
            File::Asset(name) => asset(name).ok_or_else(|| "not in the program".to_owned())?.bytes.into_owned(),
            File::Theme => site.told.theme.clone().into_bytes(),
            File::Names => only_here::names(&site.snapshot).into_bytes(),
            File::Data(part) => plain::bytes(site, part),
            File::Download(level, kind) => {
                file(&site.snapshot, &site.snapshot.levels()[*level], *kind).map_err(|error| error.to_string())?
            }
        })
    }
}

fn downloads(site: &Site) -> Vec<(String, File)> {
    let levels = site.snapshot.levels().iter().rev();
    let of_level = levels.flat_map(|level| {
        let kinds = FileKind::made_of(level);
        kinds.map(|kind| (download_file(level.name(), kind), File::Download(level.position(), kind)))
    });
    of_level.collect()
}

fn assets(site: &Site) -> Vec<(String, File)> {
    let at = |name: &str| format!("assets/{name}");
    let mut files: Vec<(String, File)> = asset_paths().into_iter().map(|it| (at(&it), File::Asset(it))).collect();
    if !site.told.theme.is_empty() {
        files.push((at("theme.css"), File::Theme));
    }
    files.push((at("names.js"), File::Names));
    files
}

/// All pages of a language.
fn pages(site: &Site, origins: bool) -> Vec<Page> {
    let snapshot = &site.snapshot;
    let manifest = snapshot.manifest();
    let mut pages = vec![
        Page::Start,
        Page::Search(String::new()),
        Page::Map,
        Page::Figures,
        Page::Statements,
        Page::Sources,
        Page::Downloads,
        Page::Accessibility,
    ];
    if manifest.invented {
        pages.push(Page::Thursday);
    }
    if site.told.truth.is_some() {
        pages.push(Page::Truth);
    }
    pages.extend(crate::pages::agenda_pages(site));
    pages.extend(crate::pages::document_pages(site));
    pages.extend(crate::pages::ranking::recipes(snapshot).into_iter().map(Page::ranking));
    if !snapshot.choices().is_empty() {
        pages.push(Page::Choices);
        pages.extend(snapshot.choices().iter().map(|choice| Page::choice(&choice.id)));
    }
    if origins {
        pages.extend(crate::pages::hides::pages(snapshot));
    }
    let recipes: BTreeSet<&str> = manifest.recipes.iter().map(|recipe| recipe.id.as_str()).collect();
    pages.extend(recipes.into_iter().filter(|id| snapshot.method(id).is_some()).map(|id| Page::Method(id.to_owned())));
    for level in snapshot.levels() {
        let indicators = indicators(site, level);
        pages.extend(level.codes().iter().map(|code| Page::area(code)));
        pages.extend(indicators.iter().map(|indicator| Page::table(indicator, level.name(), None)));
        if origins {
            let of_area = |code: &String| indicators.iter().map(|it| Page::why(code, it, None)).collect::<Vec<_>>();
            pages.extend(level.codes().iter().flat_map(of_area));
        }
    }
    pages
}

/// Indicators with a column at a level.
fn indicators<'a>(site: &'a Site, level: &kapstok_share::snapshot::Level) -> BTreeSet<&'a str> {
    let snapshot = &site.snapshot;
    let of_level = snapshot.entry(level).columns.iter().map(|column| column.indicator.as_str());
    let known: BTreeSet<&str> = of_level.collect();
    let all = snapshot.manifest().indicators.iter().map(|it| it.id.as_str());
    all.filter(|id| known.contains(id)).collect()
}

fn n_origins(site: &Site) -> usize {
    site.snapshot.levels().iter().map(|level| level.len() * indicators(site, level).len()).sum()
}
