// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a manifesto, motion or petition asks: items under a heading or sentence that asks, and sentences that ask.
//!
//! In: a document and its units. Out: [`Ask`]s in reading order. Facts and reasons are none: a sentence asks only with
//! words of the recipe, and of an item the first sentence asks; what follows tells why, unless it asks as well.

use crate::block::BlockKind;
use crate::document::Document;
use crate::pattern::Pattern;
use crate::place::Place;
use crate::recipe::{AnswerRules, Recipe};
use crate::token::{Token, TokenKind};
use crate::unit::{Unit, UnitKind};

/// Something that is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// From 1, in reading order.
    pub number: usize,
    /// What it is.
    pub shape: Shape,
    /// Where it stands.
    pub place: Place,
    /// The heading or sentence that makes it an ask.
    pub lead_in: Option<Place>,
    /// The words that ask, as the recipe writes them.
    pub cue: Option<String>,
    /// Position of its unit.
    pub unit: usize,
    /// Position of its block.
    pub block: usize,
    /// Bytes of the unit's quote before it.
    pub offset: usize,
    /// Its tokens; their bytes are those of its quote.
    pub tokens: Vec<Token>,
    /// Tokens that ask, and tell nothing of what is asked.
    pub asking: std::ops::Range<usize>,
}

/// Shapes of asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An item of a list.
    Item,
    /// A sentence.
    Sentence,
    /// A part of a sentence, after a colon and between semicolons.
    Part,
}

/// The asks of a document. None without the table `[answers]` of the recipe.
pub fn asks(document: &Document, units: &[Unit], recipe: &Recipe) -> Vec<Ask> {
    let Some(rules) = &recipe.answers else { return Vec::new() };
    let mut finder = Finder { document, rules, under: None, list: List::AsHeading, found: Vec::new() };
    let mut at = 0;
    while at < units.len() {
        let until = at + units[at..].iter().take_while(|unit| unit.block == units[at].block).count();
        finder.block(units, at..until);
        at = until;
    }
    for (number, ask) in (1..).zip(&mut finder.found) {
        ask.number = number;
    }
    finder.found
}

struct Finder<'a> {
    document: &'a Document,
    rules: &'a AnswerRules,
    /// The heading above, when it asks.
    under: Option<Place>,
    list: List,
    found: Vec<Ask>,
}

/// What the sentence before a list makes of its items.
enum List {
    AsHeading,
    Asks(Place),
    /// It announces something else.
    Other,
}

impl Finder<'_> {
    fn block(&mut self, units: &[Unit], range: std::ops::Range<usize>) {
        let first = &units[range.start];
        match (first.kind, self.document.blocks.get(first.block).map(|block| &block.kind)) {
            (UnitKind::Heading | UnitKind::Title, _) => {
                let asks = any(&self.rules.lead_ins, &first.tokens).is_some() && !self.is_never(&first.tokens);
                self.under = asks.then(|| first.place.clone());
                self.list = List::AsHeading;
            }
            (UnitKind::Sentence(_), Some(BlockKind::Item)) => self.item(units, range),
            // A number of two figures may stand too near its text to be told for an item by its look.
            (UnitKind::Sentence(_), _) if is_numbered(&first.tokens) => self.item(units, range),
            (UnitKind::Sentence(_), _) => {
                range.clone().for_each(|index| self.sentence(units, index));
                let last = &units[range.end - 1];
                self.list = match (last.tokens.last(), self.asks(&last.tokens)) {
                    (Some(sign), true) if sign.text == ":" => List::Asks(last.place.clone()),
                    (Some(sign), false) if sign.text == ":" => List::Other,
                    _ => List::AsHeading,
                };
            }
            _ => {}
        }
    }

    fn item(&mut self, units: &[Unit], range: std::ops::Range<usize>) {
        let lead_in = match &self.list {
            List::Asks(place) => Some(place.clone()),
            List::AsHeading => self.under.clone(),
            List::Other => None,
        };
        let first = &units[range.start];
        let mut rest = range.clone();
        if lead_in.is_some() && !self.is_never(&first.tokens) {
            rest.start += 1;
            let cue = cue(&self.rules.asks, &first.tokens);
            self.found.push(Ask {
                number: 0,
                shape: Shape::Item,
                place: first.place.clone(),
                lead_in,
                cue: cue.as_ref().map(|(text, _)| text.clone()),
                unit: range.start,
                block: first.block,
                offset: 0,
                tokens: first.tokens.clone(),
                asking: cue.map_or(0..0, |(_, found)| found),
            });
        }
        rest.for_each(|index| self.sentence(units, index));
    }

    fn sentence(&mut self, units: &[Unit], index: usize) {
        let unit = &units[index];
        let Some((text, asking)) = cue(&self.rules.asks, &unit.tokens) else { return };
        if self.is_never(&unit.tokens) || unit.tokens.last().is_some_and(|sign| sign.text == ":") {
            return;
        }
        let ask = Ask {
            number: 0,
            shape: Shape::Sentence,
            place: unit.place.clone(),
            lead_in: None,
            cue: Some(text),
            unit: index,
            block: unit.block,
            offset: 0,
            tokens: unit.tokens.clone(),
            asking,
        };
        let parts = self.parts(unit, &ask);
        if parts.len() > 1 { self.found.extend(parts) } else { self.found.push(ask) }
    }

    /// What a sentence asks after its colon, one by one: `We ask: this; that; and that.`
    fn parts(&self, unit: &Unit, ask: &Ask) -> Vec<Ask> {
        let tokens = &unit.tokens;
        let Some(colon) = (ask.asking.end..tokens.len()).find(|index| tokens[*index].text == ":") else {
            return Vec::new();
        };
        let block = &self.document.blocks[unit.block];
        let parts = tokens[colon + 1..].split(|token| token.text == ";").filter(|part| !part.is_empty());
        let part = |part: &[Token]| {
            let (start, end) = (part[0].span.start, part[part.len() - 1].span.end);
            let of_block = unit.place.span().start;
            let place = block.place(of_block + start..of_block + end, &self.document.pages, &self.document.words)?;
            let moved =
                |token: &Token| Token { span: token.span.start - start..token.span.end - start, ..token.clone() };
            let lead_in = Some(unit.place.clone());
            let tokens = part.iter().map(moved).collect();
            Some(Ask { shape: Shape::Part, place, lead_in, offset: start, tokens, asking: 0..0, ..ask.clone() })
        };
        parts.filter_map(part).collect()
    }

    fn asks(&self, tokens: &[Token]) -> bool {
        let rules = self.rules;
        let asks = any(&rules.lead_ins, tokens).is_some() || any(&rules.asks, tokens).is_some();
        asks && !self.is_never(tokens)
    }

    fn is_never(&self, tokens: &[Token]) -> bool {
        any(&self.rules.never, tokens).is_some()
    }
}

/// Whether a text begins with the number of an item.
pub(super) fn is_numbered(tokens: &[Token]) -> bool {
    let [first, second, _, ..] = tokens else { return false };
    first.kind == TokenKind::Number && first.text.len() <= 3 && matches!(second.text.as_str(), "." | ")")
}

fn any<'p>(patterns: &'p [Pattern], tokens: &[Token]) -> Option<&'p Pattern> {
    patterns.iter().find(|pattern| pattern.is_in(tokens))
}

/// The first words that ask, and the pattern that found them; of two at one place the longer.
fn cue(patterns: &[Pattern], tokens: &[Token]) -> Option<(String, std::ops::Range<usize>)> {
    let found = patterns.iter().filter_map(|pattern| Some((pattern, pattern.find(tokens).into_iter().next()?)));
    let first = found.min_by(|(_, one), (_, other)| one.start.cmp(&other.start).then(other.end.cmp(&one.end)));
    first.map(|(pattern, found)| (pattern.text().to_owned(), found))
}
