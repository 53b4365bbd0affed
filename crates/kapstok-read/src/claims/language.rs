// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A claims file, as it is written and as it is tested.
//!
//! ```toml
//! claims = 1
//! id = "example"
//! title = { nl = "Voorbeeld", en = "Example" }
//!
//! [[claim]]
//! id = "once"
//! says = { nl = "het woord staat er één keer", en = "the word stands there once" }
//! count = { any = ["district approach"], times = 1, beside = ["area approach"] }
//! ```

use std::collections::BTreeSet;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use crate::pattern::Pattern;
use crate::recipe::Titles;

/// A claims file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Claims {
    /// Its name.
    pub id: String,
    /// For people.
    pub title: Titles,
    /// In the order of the file.
    pub claims: Vec<Claim>,
}

/// A claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its name.
    pub id: String,
    /// What is claimed, for people.
    pub says: Titles,
    /// How it is tested.
    pub test: Test,
}

/// How a claim is tested.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// Something is said so often.
    Count(CountTest),
    /// It stands under a heading.
    Under(UnderTest),
    /// No money stands near it.
    Money(MoneyTest),
    /// It is said of areas in so few sentences.
    Framing(FramingTest),
    /// It is a target with a quantity and a term.
    Target(TargetTest),
    /// A number stands at it.
    Number(NumberTest),
}

/// Something is said so often.
#[derive(Clone, Debug, PartialEq)]
pub struct CountTest {
    /// What.
    pub any: Vec<Pattern>,
    /// How often.
    pub times: usize,
    /// What makes it incomplete.
    pub beside: Vec<Pattern>,
}

/// It stands under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct UnderTest {
    /// What.
    pub any: Vec<Pattern>,
    /// The heading, at any depth above it.
    pub heading: Vec<Pattern>,
}

/// No money stands near it.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyTest {
    /// What.
    pub any: Vec<Pattern>,
    /// Up to this rung there is none; what stands on a higher one makes the claim incomplete.
    pub none_up_to: Rung,
}

/// It is said of areas in so few sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct FramingTest {
    /// The scale of the areas.
    pub scale: String,
    /// At most so many per 1,000 sentences.
    pub at_most_per_1_000: f64,
    /// What makes it incomplete.
    pub beside: Vec<Pattern>,
}

/// It is a target with a quantity and a term.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetTest {
    /// Words of one sentence: all of them.
    pub all: Vec<Pattern>,
    /// The quantity.
    pub quantity: f64,
    /// The term.
    pub term: String,
    /// What makes it incomplete.
    pub beside: Vec<Pattern>,
}

/// A number stands just before words.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberTest {
    /// The number.
    pub number: f64,
    /// The words right after it.
    pub before: Vec<Pattern>,
}

/// Rungs of the money ladder, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rung {
    /// In the sentence.
    Sentence,
    /// In the item.
    Bullet,
    /// Under the same heading.
    Heading,
    /// In the same chapter.
    Chapter,
    /// A row of an annex.
    Annex,
}

/// A doubt about a claims file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimsLint {
    /// K0840 no TOML of this form; K0841 another version; K0842 a value that cannot be; K0843 an id twice; K0844 no
    /// test, or more than one; K0845 no claims.
    pub code: &'static str,
    /// Bytes of the file.
    pub span: Option<Range<usize>>,
    /// What was found there.
    pub found: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    claims: Spanned<i64>,
    id: Spanned<String>,
    title: Titles,
    #[serde(default)]
    claim: Vec<WrittenClaim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenClaim {
    id: Spanned<String>,
    says: Titles,
    count: Option<WrittenCount>,
    under: Option<WrittenUnder>,
    money: Option<WrittenMoney>,
    framing: Option<WrittenFraming>,
    target: Option<WrittenTarget>,
    number: Option<WrittenNumber>,
}

type Words = Vec<Spanned<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCount {
    any: Spanned<Words>,
    times: usize,
    #[serde(default)]
    beside: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenUnder {
    any: Spanned<Words>,
    heading: Spanned<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenMoney {
    any: Spanned<Words>,
    none_up_to: Rung,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenFraming {
    scale: String,
    #[serde(rename = "at-most-per-1000")]
    at_most_per_1_000: Spanned<f64>,
    #[serde(default)]
    beside: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTarget {
    all: Spanned<Words>,
    quantity: f64,
    term: String,
    #[serde(default)]
    beside: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenNumber {
    number: f64,
    before: Spanned<Words>,
}

const VERSION: i64 = 1;

impl Claims {
    /// Reads a claims file. `None` when there is any doubt about it.
    pub fn parse(text: &str) -> (Option<Self>, Vec<ClaimsLint>) {
        let lint = |code, span, found: String| ClaimsLint { code, span, found };
        let written: Written = match toml::from_str(text) {
            Ok(written) => written,
            Err(error) => return (None, vec![lint("K0840", error.span(), error.message().to_owned())]),
        };
        let mut lints = Vec::new();
        if *written.claims.get_ref() != VERSION {
            lints.push(lint("K0841", Some(written.claims.span()), written.claims.get_ref().to_string()));
        }
        if written.claim.is_empty() {
            lints.push(lint("K0845", Some(written.id.span()), written.id.get_ref().clone()));
        }
        let mut seen = BTreeSet::new();
        let mut claims = Vec::new();
        for claim in written.claim {
            let id = claim.id.get_ref().clone();
            if !seen.insert(id.clone()) {
                lints.push(lint("K0843", Some(claim.id.span()), id.clone()));
            }
            let span = claim.id.span();
            let says = claim.says.clone();
            let mut tests = claim.tests(&mut lints);
            match (tests.pop(), tests.is_empty()) {
                (Some(test), true) => claims.push(Claim { id, says, test }),
                _ => lints.push(lint("K0844", Some(span), id)),
            }
        }
        lints.sort_by_key(|lint| lint.span.as_ref().map(|span| span.start));
        let claims = Self { id: written.id.into_inner(), title: written.title, claims };
        (lints.is_empty().then_some(claims), lints)
    }
}

impl WrittenClaim {
    fn tests(self, lints: &mut Vec<ClaimsLint>) -> Vec<Test> {
        let mut found = Vec::new();
        if let Some(test) = self.count {
            let (any, beside) = (some(&test.any, lints), patterns(&test.beside, lints));
            found.push(Test::Count(CountTest { any, times: test.times, beside }));
        }
        if let Some(test) = self.under {
            found.push(Test::Under(UnderTest { any: some(&test.any, lints), heading: some(&test.heading, lints) }));
        }
        if let Some(test) = self.money {
            found.push(Test::Money(MoneyTest { any: some(&test.any, lints), none_up_to: test.none_up_to }));
        }
        if let Some(test) = self.framing {
            let most = *test.at_most_per_1_000.get_ref();
            if !(0.0..=1000.0).contains(&most) {
                let span = Some(test.at_most_per_1_000.span());
                lints.push(ClaimsLint { code: "K0842", span, found: most.to_string() });
            }
            let beside = patterns(&test.beside, lints);
            found.push(Test::Framing(FramingTest { scale: test.scale, at_most_per_1_000: most, beside }));
        }
        if let Some(test) = self.target {
            let (all, beside) = (some(&test.all, lints), patterns(&test.beside, lints));
            found.push(Test::Target(TargetTest { all, quantity: test.quantity, term: test.term, beside }));
        }
        if let Some(test) = self.number {
            found.push(Test::Number(NumberTest { number: test.number, before: some(&test.before, lints) }));
        }
        found
    }
}

/// Patterns of a list that must not be empty.
fn some(words: &Spanned<Words>, lints: &mut Vec<ClaimsLint>) -> Vec<Pattern> {
    if words.get_ref().is_empty() {
        lints.push(ClaimsLint { code: "K0842", span: Some(words.span()), found: "[]".to_owned() });
    }
    patterns(words.get_ref(), lints)
}

fn patterns(words: &[Spanned<String>], lints: &mut Vec<ClaimsLint>) -> Vec<Pattern> {
    let mut read = |word: &Spanned<String>| match Pattern::parse(word.get_ref()) {
        Ok(pattern) => Some(pattern),
        Err(found) => {
            lints.push(ClaimsLint { code: "K0842", span: Some(word.span()), found });
            None
        }
    };
    words.iter().filter_map(&mut read).collect()
}
