// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What somebody says about a document, held against the document: true, true but incomplete, different, not there.
//!
//! In: a claims file ([`Claims::parse`]) and a document as [`Facts`]. Out: a [`Finding`] per claim, with the places it
//! rests on. A claim that is true to the letter, while near words or other money stand beside it, is incomplete, and
//! what stands beside it is shown. **Invariant:** no verdict without a test in the file, and no true one without its
//! place, except where the claim is that something is not there. Not here: whether a claim matters.

mod language;
mod test;

use std::ops::Range;

use crate::count::{Hit, count};
use crate::document::Document;
use crate::number::{Measure, Value, quantities};
use crate::pattern::Pattern;
use crate::place::Place;
use crate::recipe::Recipe;
use crate::token::Token;
use crate::unit::Unit;

pub use language::{
    Claim, Claims, ClaimsLint, CountTest, FramingTest, MoneyTest, NumberTest, Rung, TargetTest, Test, UnderTest,
};

/// What came out of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimVerdict {
    /// As it is claimed.
    True,
    /// As it is claimed, and more stands beside it.
    TrueButIncomplete,
    /// The document says something else.
    Differs,
    /// The document does not speak of it.
    NotFound,
    /// What this needs to know of the document was not given.
    NotTested,
}

/// What a claim came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Id of the claim.
    pub claim: String,
    /// The verdict.
    pub verdict: ClaimVerdict,
    /// What the document says: a count, a heading, a number, an amount; of a target its quantity and term as codes.
    pub says: Option<String>,
    /// The target that it says, so that others can put it in words.
    pub target: Option<TargetAt>,
    /// On what it rests.
    pub evidence: Vec<Evidence>,
}

/// A place that a verdict rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// What it is to the claim.
    pub role: Role,
    /// Where it stands.
    pub place: Place,
}

/// What a place is to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// What was claimed is here.
    Claimed,
    /// Something else is here instead.
    Instead,
    /// This stands beside it, and the claim leaves it out.
    Beside,
}

/// What the rest of the crate knows of a document. What is `None` was not looked for, and its claims are not tested.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its units.
    pub units: &'a [Unit],
    /// How it was read: words are counted by its rules, as everywhere.
    pub recipe: &'a Recipe,
    /// Numbers of each unit; see [`numbers`].
    pub numbers: Option<Vec<Vec<Number>>>,
    /// Money of each unit: nearest rung first.
    pub money: Option<Vec<Vec<MoneyAt>>>,
    /// Scale of the area that each unit speaks of, where it is one of an area.
    pub scales: Option<Vec<Option<String>>>,
    /// Targets of each unit.
    pub targets: Option<Vec<Vec<TargetAt>>>,
}

/// A number in a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its value.
    pub value: f64,
    /// Bytes of the unit's quote.
    pub span: Range<usize>,
}

/// Money that belongs to a unit by some rung.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyAt {
    /// By which.
    pub rung: Rung,
    /// The amount as it is written.
    pub amount: String,
    /// Where it stands.
    pub place: Place,
}

/// A target in a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetAt {
    /// Quantity; -50 is a halving.
    pub quantity: Option<f64>,
    /// What it measures.
    pub measure: Measure,
    /// Term: a year, or an ISO 8601 duration.
    pub term: Option<String>,
}

impl<'a> Facts<'a> {
    /// What units tell by themselves: words, headings and numbers.
    pub fn of(document: &'a Document, units: &'a [Unit], recipe: &'a Recipe) -> Self {
        let numbers = units.iter().map(|unit| numbers(&unit.tokens, recipe)).collect();
        Self { document, units, recipe, numbers: Some(numbers), money: None, scales: None, targets: None }
    }

    /// The place of tokens of a unit.
    fn place(&self, unit: usize, tokens: &Range<usize>) -> Place {
        let span = |tokens: &[Token]| Some(tokens.first()?.span.start..tokens.last()?.span.end);
        let found = self.units[unit].tokens.get(tokens.clone()).and_then(span);
        found.map_or_else(|| self.units[unit].place.clone(), |span| self.place_of(unit, span))
    }

    /// The place of bytes of a unit's quote.
    fn place_of(&self, unit: usize, span: Range<usize>) -> Place {
        let unit = &self.units[unit];
        let whole = || unit.place.clone();
        let start = unit.place.span().start;
        let block = self.document.blocks.get(unit.block);
        // Cells have bytes of their own: they are shown whole.
        let found = block.and_then(|block| {
            block.place(start + span.start..start + span.end, &self.document.pages, &self.document.words)
        });
        found.filter(|place| Some(place.quote()) == unit.place.quote().get(span)).unwrap_or_else(whole)
    }

    /// Where any of the patterns is counted, each place once, in reading order: unit and bytes.
    fn counted(&self, patterns: &[Pattern]) -> Vec<(usize, Range<usize>)> {
        let counts = patterns.iter().filter_map(|pattern| count(self.units, self.recipe, pattern.text()).ok());
        let mut hits: Vec<Hit> = counts.flat_map(|count| count.hits).collect();
        hits.sort_by_key(|hit| (hit.unit, hit.span.start, hit.span.end));
        hits.dedup_by(|later, earlier| later.unit == earlier.unit && later.span.start < earlier.span.end);
        hits.into_iter().map(|hit| (hit.unit, hit.span)).collect()
    }

    /// Where any of the patterns is found, each place once, in reading order: unit and tokens.
    fn find(&self, patterns: &[Pattern]) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        for (index, unit) in self.units.iter().enumerate() {
            let mut here: Vec<Range<usize>> = patterns.iter().flat_map(|pattern| pattern.find(&unit.tokens)).collect();
            here.sort_by_key(|found| (found.start, found.end));
            here.dedup_by(|later, earlier| later.start < earlier.end);
            found.extend(here.into_iter().map(|tokens| (index, tokens)));
        }
        found
    }
}

/// Numbers in digits and in words, as the recipe has them. Of what lies between two numbers nothing is claimed.
pub fn numbers(tokens: &[Token], recipe: &Recipe) -> Vec<Number> {
    let number = |quantity: crate::number::Quantity| match quantity.value {
        Value::One(one) => Some(Number { value: one.as_f64(), span: quantity.span }),
        Value::Range(..) => None,
    };
    quantities(tokens, recipe).into_iter().filter_map(number).collect()
}

/// Holds all claims against a document.
pub fn check(claims: &Claims, facts: &Facts<'_>) -> Vec<Finding> {
    claims.claims.iter().map(|claim| test::finding(claim, facts)).collect()
}
