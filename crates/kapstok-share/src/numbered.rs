// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Files that figures came from, each once and numbered.
//!
//! In: the origin of one column after the other. Out: a number per file, from 1 in the order that they came. Invariant:
//! two origins are one file where the source and the hash are the same, on a page, in the API and in files alike: the same
//! bytes fetched under two names are one file, the same bytes of two sources are two.

use crate::manifest::OriginEntry;

/// The files, in the order of their numbers.
#[derive(Clone, Debug, Default)]
pub struct Numbered<'a>(Vec<&'a OriginEntry>);

impl<'a> Numbered<'a> {
    /// The number of the file of an origin, from 1; a new one is added at the end.
    pub fn add(&mut self, origin: &'a OriginEntry) -> usize {
        self.number(origin).unwrap_or_else(|| {
            self.0.push(origin);
            self.0.len()
        })
    }

    /// The number of the file of an origin, from 1; `None` where it is not among them.
    pub fn number(&self, origin: &OriginEntry) -> Option<usize> {
        let is_same = |known: &&OriginEntry| known.sha256 == origin.sha256 && known.source == origin.source;
        self.0.iter().position(is_same).map(|at| at + 1)
    }

    /// The files, the one with number 1 first.
    pub fn files(&self) -> &[&'a OriginEntry] {
        &self.0
    }
}
