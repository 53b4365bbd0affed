// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The library of links: which burden is known to feed which, through what, by which source.
//!
//! In: the shipped `links.toml`, and one of the user's with the same form. Out: [`LibraryLink`]s between domains. A link
//! of the library is an offer: in an agenda it stands only once somebody puts it there. Invariant: no link without a source
//! that can be looked up. Not here: whether a link holds in this area, which no source can say.

use std::collections::BTreeMap;

use kapstok_table::{Place, Problem};
use serde::Deserialize;

use crate::entry::EVIDENCE;

/// The links that are shipped.
pub const SHIPPED: &str = include_str!("../links.toml");

/// A link between two domains.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LibraryLink {
    /// Its name: `debt-stress-self-reliance`.
    pub id: String,
    /// The domain that feeds.
    pub from: String,
    /// The domain that is fed.
    pub to: String,
    /// How well it is known: one of [`EVIDENCE`].
    pub evidence: String,
    /// Through what, in words, by language (`nl`, `en`).
    pub name: BTreeMap<String, String>,
    /// Who says so: author, year, journal or publisher, DOI or page.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    #[serde(default)]
    link: Vec<LibraryLink>,
}

impl LibraryLink {
    /// Through what, in a language; in the other one where that is missing.
    pub fn name(&self, language: &str) -> &str {
        self.name.get(language).or_else(|| self.name.values().next()).map_or("", String::as_str)
    }
}

/// Reads a library. A link of a later file takes the place of one with the same id.
///
/// * `files`: name and text of each, the shipped one first.
/// * Returns the links by id, and every problem of the files.
pub fn library(files: &[(&str, &str)]) -> (Vec<LibraryLink>, Vec<Problem>) {
    let (mut links, mut problems) = (BTreeMap::new(), Vec::new());
    for (name, text) in files {
        let file: File = match toml::from_str(text) {
            Ok(file) => file,
            Err(error) => {
                let place = Place::span(name, error.span().unwrap_or(0..0));
                problems.push(Problem::error("K0601", place).with("message", error.message()));
                continue;
            }
        };
        if file.version != 1 {
            problems.push(Problem::error("K0601", Place::file(name)).with("message", "version"));
            continue;
        }
        for link in file.link {
            let fault = [
                (!EVIDENCE.contains(&link.evidence.as_str()), "evidence"),
                (link.source.trim().is_empty(), "source"),
                (link.name.values().all(|name| name.trim().is_empty()), "name"),
                (link.from == link.to, "to"),
            ];
            match fault.into_iter().find(|(is_wrong, _)| *is_wrong) {
                Some((_, field)) => {
                    problems.push(Problem::error("K0602", Place::file(name)).with("id", &link.id).with("field", field))
                }
                None => drop(links.insert(link.id.clone(), link)),
            }
        }
    }
    (links.into_values().collect(), problems)
}
