// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The `href` of a page, of a file beside the pages and of a file to take along: for a server or for plain files.
//!
//! In: a [`Page`] and a language. Out: an address, escaped. Invariant: no part of an address leads out of the folder.

use kapstok_share::files::FileKind;
use kapstok_share::words::Language;

use super::{Page, Table, file_name};

/// For whom links are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// A server.
    Server,
    /// Plain files in folders.
    Export {
        /// How many folders deep the page itself lies.
        depth: usize,
        /// Whether the origin of each figure has a page of its own there.
        origins: bool,
    },
}

impl Links {
    /// The `href` of a page.
    pub fn href(self, page: &Page, language: Language) -> String {
        match self {
            Self::Server => {
                let mut path = format!("/{}", language.tag());
                for part in page.parts(language) {
                    path.push('/');
                    path.push_str(&escaped(&part));
                }
                let query = page.query();
                if query.is_empty() { path } else { format!("{path}?{query}") }
            }
            Self::Export { depth, .. } => "../".repeat(depth) + &escaped_path(&page.file(language)),
        }
    }

    /// The `href` of a file beside the pages.
    pub fn asset(self, path: &str) -> String {
        match self {
            Self::Server => format!("/assets/{path}"),
            Self::Export { depth, .. } => format!("{}assets/{path}", "../".repeat(depth)),
        }
    }

    /// The `href` of a file to take along.
    pub fn download(self, level: &str, kind: FileKind) -> String {
        match self {
            Self::Server => format!("/v1/downloads/{}.{}", escaped(level), kind.extension()),
            Self::Export { depth, .. } => "../".repeat(depth) + &escaped_path(&download_file(level, kind)),
        }
    }

    /// The `href` of the list of everything that programs can ask for.
    pub fn catalogue(self) -> String {
        match self {
            Self::Server => "/v1/catalogue".to_owned(),
            Self::Export { depth, .. } => "../".repeat(depth) + "v1/catalogue.json",
        }
    }

    /// Whether forms have somebody to answer them.
    pub fn has_server(self) -> bool {
        self == Self::Server
    }

    /// Whether a page is there. Plain files cannot answer a question: of what has no end only the first is written.
    pub fn has(self, page: &Page) -> bool {
        let Self::Export { origins, .. } = self else { return true };
        match page {
            Page::Compare(_) | Page::Gap(_) | Page::HidesPasted(_) | Page::MapOf(_) => false,
            Page::Hides { .. } => origins,
            Page::Why { period, .. } => origins && period.is_none(),
            Page::Table(table) => *table == in_first_form(table),
            Page::Choice(choosing) => *page == Page::choice(&choosing.id),
            Page::Ranking(ranking) => *page == Page::ranking(&ranking.recipe),
            _ => true,
        }
    }

    /// The period in an address: in plain files only the newest has a page, and it is not named.
    pub fn period(self, period: &str) -> Option<&str> {
        self.has_server().then_some(period)
    }

    /// Addresses with places to fill in, for the map; empty where no such page is there.
    pub fn pattern(self, page: &Page, language: Language) -> String {
        if !self.has(page) {
            return String::new();
        }
        // What is filled in stands in braces, which are no letters of an address.
        self.href(page, language).replace("%7B", "{").replace("%7D", "}").replace("~7B", "{").replace("~7D", "}")
    }

    /// The `href` of the map for a frame in a page of somebody else.
    pub fn embed(self, language: Language) -> String {
        match self {
            Self::Server => format!("/embed{}", self.href(&Page::Map, language)),
            Self::Export { depth, .. } => "../".repeat(depth) + &embed_file(language),
        }
    }
}

/// The same table as it is first seen: newest period, everywhere, by name.
fn in_first_form(table: &Table) -> Table {
    Table { indicator: table.indicator.clone(), level: table.level.clone(), ..Table::default() }
}

/// The file of a level to take along, in an exported site.
pub(crate) fn download_file(level: &str, kind: FileKind) -> String {
    format!("v1/downloads/{}", file_name(&format!("{level}.{}", kind.extension())))
}

/// The file of the map for a frame, in an exported site.
pub(crate) fn embed_file(language: Language) -> String {
    format!("embed/{}", Page::Map.file(language))
}

/// A part of an address: what is no letter, digit or one of `-_.~` as `%XX`.
pub fn escaped(part: &str) -> String {
    let mut text = String::with_capacity(part.len());
    for byte in part.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => text.push(byte as char),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

fn escaped_path(path: &str) -> String {
    path.split('/').map(escaped).collect::<Vec<_>>().join("/")
}
