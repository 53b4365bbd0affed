// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which words of a language tell how a document is built: a recipe, as data, with its hash in every row.
//!
//! In: the text of a `recipe.toml`. Out: [`Recipe`] and every doubt about it at once, each with its bytes.
//! **Invariant:** no word of any language stands in the code; what is not in the recipe is not known.
//!
//! Each concept has a table and a module of its own here.

pub mod amounts;
mod answers;
pub mod commitments;
pub mod deadlines;
mod domains;
mod ladder;
mod language;
mod lexicon;
mod lint;
pub mod quantities;
mod tables;
pub mod targets;

use sha2::{Digest, Sha256};

use crate::number::Marks;

pub use answers::{AnswerRules, Thresholds, Written as WrittenAnswers};
pub use domains::{Domain, Domains};
pub use ladder::{LadderRule, Policy};
pub use language::{Bullets, Contents, Figures, Head, Hyphens, RunningHeads, Sections, Sentences, Titles, WordLists};
pub use lexicon::{Entry, Lexicon, Scale};
pub use lint::Lint;
pub use tables::{ChapterStands, Empty, Identity, Labels, OtherRows, TableRule, UnitRule};

/// The version of the language that is read.
const VERSION: i64 = 1;

/// A recipe that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe {
    /// What it says.
    pub head: Head,
    /// Tables of money.
    pub tables: Vec<TableRule>,
    /// What ties money to a statement.
    pub ladder: LadderRule,
    /// How asks are found and answered.
    pub answers: Option<AnswerRules>,
    /// SHA-256 of its text, 64 hexadecimal digits.
    pub sha256: String,
    /// Which words are mentions of what.
    pub lexicon: Lexicon,
    /// Policy domains.
    pub domains: Domains,
    /// Words for numbers.
    pub quantities: quantities::Quantities,
    /// Words for money.
    pub amounts: amounts::Amounts,
    /// Words for times.
    pub deadlines: deadlines::Deadlines,
    /// Figures that are no targets.
    pub facts: targets::Facts,
    /// Words that bind.
    pub commitments: commitments::Commitments,
    /// Words of targets.
    pub targets: targets::Targets,
}

impl Recipe {
    /// Reads a recipe. `None` when there is any doubt about it.
    pub fn parse(text: &str) -> (Option<Self>, Vec<Lint>) {
        let head: Head = match toml::from_str(text) {
            Ok(head) => head,
            Err(error) => return (None, vec![Lint::new("K0816", error.span(), error.message())]),
        };
        let mut lints = lint::check(&head);
        let common = head.words.common.get_ref().iter().map(|word| word.get_ref().to_lowercase()).collect();
        let quantities = head.quantities.compile(&mut lints);
        let recipe = Self {
            lexicon: Lexicon::compile(&head.lexicon, &head.scales, &head.compounds, &mut lints),
            domains: Domains::compile(&head.domains, &mut lints),
            amounts: head.amounts.compile(&mut lints),
            deadlines: head.deadlines.compile(&mut lints),
            facts: head.facts.compile(&mut lints),
            commitments: head.commitments.compile(&mut lints),
            targets: head.targets.compile(&mut lints),
            tables: tables::compile(&head.tables, &mut lints),
            ladder: ladder::compile(&head.ladder, head.words.common.get_ref(), &mut lints),
            answers: head
                .answers
                .as_ref()
                .map(|written| answers::compile(written, &common, &quantities.counts, &mut lints)),
            quantities,
            sha256: crate::file::hex(&Sha256::digest(text.as_bytes())),
            head,
        };
        lints.sort_by_key(|lint| lint.span.as_ref().map(|span| span.start));
        // A recipe with a doubt would read other things than its writer meant.
        (lints.is_empty().then_some(recipe), lints)
    }

    /// Marks of figures.
    pub fn marks(&self) -> Marks {
        Marks { thousands: self.head.figures.thousands, decimal: self.head.figures.decimal }
    }

    /// Words that every text of the language has, in small letters.
    pub fn common_words(&self) -> impl Iterator<Item = String> {
        self.head.words.common.get_ref().iter().map(|word| word.get_ref().to_lowercase())
    }

    /// How many words of these pages are among the common words of the language.
    pub fn common_words_in(&self, pages: &[crate::file::Page]) -> usize {
        let common: std::collections::BTreeSet<String> = self.common_words().collect();
        let words = pages.iter().flat_map(|page| page.text.split(|sign: char| !sign.is_alphanumeric()));
        words.filter(|word| !word.is_empty() && common.contains(&word.to_lowercase())).count()
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

    /// Whether a full stop after these words, in small letters and with the stop, never ends a sentence.
    pub(crate) fn never_ends(&self, words: &str) -> bool {
        ends(&self.head.sentences.never_end, words)
    }

    /// Whether a full stop after these words ends a sentence before a capital only.
    pub(crate) fn may_end(&self, words: &str) -> bool {
        ends(&self.head.sentences.may_end, words)
    }
}

/// Whether the last of the words are in a list.
fn ends(list: &[toml::Spanned<String>], words: &str) -> bool {
    let is_end = |known: &toml::Spanned<String>| {
        let before = words.strip_suffix(known.get_ref().to_lowercase().as_str());
        before.is_some_and(|before| before.is_empty() || before.ends_with([' ', '(', '[', '/', '‘', '“', '"']))
    };
    list.iter().any(is_end)
}
