// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What one document asks, and what another answers to it: proposed by rules, decided by a person.
//!
//! In: two documents as [`Side`]s, with what other parts of the crate know of each unit ([`Traits`]). Out: [`Ask`]s,
//! and an [`Answer`] to each: a verdict, the candidates with what they share, and what is missing. Units are held
//! against each other by the rarity of the words they share (`term.rs`, `score.rs`), then by place, number, term, money
//! and denial (`verdict.rs`).
//!
//! **Invariant:** every ask and every candidate has its place; the order of units in memory changes nothing. Not here:
//! meaning. Another word for the same thing is found only where the recipe says that they are the same.

mod against;
mod ask;
mod figure;
mod lacks;
mod score;
mod term;
mod verdict;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::document::Document;
use crate::money::Timing;
use crate::place::Place;
use crate::recipe::Recipe;
use crate::token::Token;
use crate::unit::{Unit, UnitKind};

pub use against::Contradiction;
pub use ask::{Ask, Shape, asks};
pub use lacks::Missing;
pub use score::Shared;
pub use verdict::Elsewhere;

/// A document with its units, and what is known of each.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its units.
    pub units: &'a [Unit],
    /// Of each unit, in the same order; empty where nothing is known.
    pub traits: &'a [Traits],
}

/// What is known of a unit. Spans are bytes of its quote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// Domains; empty when there are none, or none is sure.
    pub domains: BTreeSet<String>,
    /// Scales of areas, with the words that say so.
    pub scales: Vec<(String, Range<usize>)>,
    /// Amounts of money.
    pub amounts: Vec<Sum>,
    /// Money that stands elsewhere and is meant for it, as the ladder says.
    pub elsewhere: Vec<Sum>,
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// In hundredths of the currency, so that it is exact.
    pub hundredths: i128,
    /// The currency.
    pub currency: String,
    /// Over what time.
    pub timing: Timing,
    /// Its words; empty where they stand elsewhere.
    pub span: Range<usize>,
}

/// How an ask came off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// What is asked is promised, where it was asked.
    TakenUp,
    /// A part of it, or less than was asked.
    Partly,
    /// The words are there, but for another place or domain, or for no place at all.
    Elsewhere,
    /// Nothing near enough; or the opposite, which the candidate then says.
    NotFound,
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposedBy {
    /// The rules of a recipe; a person decides.
    Rules,
}

/// What is answered to an ask.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The ask.
    pub ask: Ask,
    /// What the rules propose.
    pub verdict: Verdict,
    /// Who proposes it.
    pub proposed_by: ProposedBy,
    /// Which candidate the verdict is about; `None` when nothing was found.
    pub chosen: Option<usize>,
    /// The nearest units of the agreement, the best first; also where nothing was found.
    pub candidates: Vec<Candidate>,
    /// What was searched.
    pub searched: Searched,
}

/// A unit of the agreement beside an ask.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Position of its unit.
    pub unit: usize,
    /// Where it stands.
    pub place: Place,
    /// By what candidates are ranked: `share`, less what is taken off for place and action.
    pub score: f64,
    /// Share of the ask's weight that is found here.
    pub share: f64,
    /// What is shared, the weightiest first.
    pub shared: Vec<Shared>,
    /// Words of the ask that are not.
    pub unmet: Vec<String>,
    /// Domains of both.
    pub domains: BTreeSet<String>,
    /// Kinds of action of both.
    pub actions: Vec<String>,
    /// Amounts beside the ask and beside this: in the sentence, else in the item.
    pub asked: Vec<Sum>,
    /// Those given.
    pub given: Arc<[Sum]>,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// In which way it is about something else.
    pub elsewhere: Option<Elsewhere>,
    /// In which way it says the opposite.
    pub contradicts: Option<Contradiction>,
    /// What the verdict would be with this as the answer.
    pub verdict: Verdict,
}

/// What was searched for answers, and what was not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Searched {
    /// Sentences of running text and items.
    pub sentences: usize,
    /// Sentences of footnotes.
    pub notes: usize,
    /// Cells of tables: they are not searched, for a label promises nothing.
    pub cells_left_out: usize,
}

/// So many candidates are shown.
const MOST: usize = 5;

/// Holds each ask against an agreement. Nothing comes out without the table `[answers]` of the recipe.
pub fn answers(asks: &[Ask], asking: Side<'_>, agreement: Side<'_>, recipe: &Recipe) -> Vec<Answer> {
    let Some(rules) = &recipe.answers else { return Vec::new() };
    let words = term::Vocabulary::of(&[asking.units, agreement.units], rules);
    let searched = searched(agreement.units);
    let judge = verdict::Judge::of(&words, asking, agreement, recipe);
    let answer = |ask: &Ask| {
        let mut candidates = judge.candidates(ask);
        let best = candidates.first().map_or(0.0, |first| first.score);
        let close = candidates.iter().take_while(|other| other.score >= best * rules.thresholds.close && best > 0.0);
        let chosen = close.enumerate().min_by_key(|(rank, other)| (other.verdict, *rank)).map(|(rank, _)| rank);
        let verdict = chosen.map_or(Verdict::NotFound, |rank| candidates[rank].verdict);
        let is_answer = |rank: &usize| verdict != Verdict::NotFound || candidates[*rank].contradicts.is_some();
        let mut chosen = chosen.filter(is_answer);
        if let Some(rank) = chosen.filter(|rank| *rank >= MOST) {
            candidates.swap(rank, MOST - 1);
            chosen = Some(MOST - 1);
        }
        candidates.truncate(MOST);
        Answer { ask: ask.clone(), verdict, proposed_by: ProposedBy::Rules, chosen, candidates, searched }
    };
    asks.iter().map(answer).collect()
}

fn searched(units: &[Unit]) -> Searched {
    let count = |is: &dyn Fn(UnitKind) -> bool| units.iter().filter(|unit| is(unit.kind)).count();
    Searched {
        sentences: count(&|kind| matches!(kind, UnitKind::Sentence(_))),
        notes: count(&|kind| kind == UnitKind::Note),
        cells_left_out: count(&|kind| kind == UnitKind::Cell),
    }
}

/// Tokens as one text, in small letters.
fn text(tokens: &[Token], found: Range<usize>) -> String {
    tokens[found].iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
}
