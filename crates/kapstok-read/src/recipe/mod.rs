// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which words of a language tell how a document is built: a recipe, as data, with its hash in every row.
//!
//! In: the text of a `recipe.toml`. Out: [`Recipe`] and every doubt about it at once, each with its bytes.
//! **Invariant:** no word of any language stands in the code; what is not in the recipe is not known.
//!
//! Not here yet: lexicon, domains, money, targets and commitments; each comes as a table of its own beside these.

mod language;
mod lint;

use sha2::{Digest, Sha256};

use crate::number::Marks;

pub use language::{Bullets, Contents, Figures, Head, Hyphens, RunningHeads, Sections, Sentences, Titles, WordLists};
pub use lint::Lint;

/// The version of the language that is read.
const VERSION: i64 = 1;

/// A recipe that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe {
    /// What it says.
    pub head: Head,
    /// SHA-256 of its text, 64 hexadecimal digits.
    pub sha256: String,
}

impl Recipe {
    /// Reads a recipe. `None` when its form leaves nothing to go on with.
    pub fn parse(text: &str) -> (Option<Self>, Vec<Lint>) {
        let head: Head = match toml::from_str(text) {
            Ok(head) => head,
            Err(error) => return (None, vec![Lint::new("K0816", error.span(), error.message())]),
        };
        let lints = lint::check(&head);
        let fatal = lints.iter().any(|lint| lint.code == "K0817");
        let sha256 = crate::file::hex(&Sha256::digest(text.as_bytes()));
        ((!fatal).then_some(Self { head, sha256 }), lints)
    }

    /// Marks of figures.
    pub fn marks(&self) -> Marks {
        Marks { thousands: self.head.figures.thousands, decimal: self.head.figures.decimal }
    }

    pub(crate) fn contents_headings(&self) -> impl Iterator<Item = &str> {
        self.head.contents.headings.iter().map(|heading| heading.get_ref().as_str())
    }

    pub(crate) fn running_heads(&self) -> impl Iterator<Item = &str> {
        self.head.running_heads.shapes.iter().map(|shape| shape.get_ref().as_str())
    }

    pub(crate) fn is_bullet(&self, sign: char) -> bool {
        self.head.bullets.signs.iter().any(|known| *known.get_ref() == sign)
    }

    /// Whether a full stop after this word never ends a sentence; the word has its stop.
    pub(crate) fn never_ends(&self, word: &str) -> bool {
        has(&self.head.sentences.never_end, word)
    }

    /// Whether a full stop after this word ends a sentence before a capital only.
    pub(crate) fn may_end(&self, word: &str) -> bool {
        has(&self.head.sentences.may_end, word)
    }
}

fn has(list: &[toml::Spanned<String>], word: &str) -> bool {
    list.iter().any(|known| known.get_ref().to_lowercase() == word)
}
