// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a sentence of an agreement is to an ask: the words first, then place, numbers, terms, money and denial.
//!
//! | it is | when |
//! |---|---|
//! | taken up | enough of the words, and nothing below is wrong |
//! | partly | fewer words, fewer places, another number, a later term, less money, or a promise to look at it |
//! | elsewhere | another place, another scale, no area where one is asked, another domain |
//! | not found | hardly a word, or none that weighs much; or the sentence denies what is asked |
//!
//! No amount beside a promise lowers nothing here: the money ladder tells where its money stands.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::ask::is_numbered;
use super::figure::{Figures, before, figures};
use super::score::{Share, Stems, Weighed, aside};
use super::term::{Vocabulary, Word};
use super::{Ask, Candidate, Side, Sum, Traits, Verdict};
use crate::number::Marks;
use crate::pattern::Pattern;
use crate::token::Token;
use crate::unit::UnitKind;

/// What is asked and not given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Money was asked, and no amount stands beside this.
    Money,
    /// Less money than was asked.
    LessMoney,
    /// A year was asked, and there is none.
    Term,
    /// It comes after the year that was asked.
    LaterTerm {
        /// The year asked.
        asked: i64,
        /// The year given.
        given: i64,
    },
    /// A number was asked, and none counts the same here.
    Number {
        /// As the ask has it.
        asked: String,
    },
    /// Another number of the same.
    OtherNumber {
        /// As the ask has it.
        asked: String,
        /// As it stands here.
        given: String,
    },
    /// Fewer places than were asked.
    Places {
        /// Names that are not here.
        names: Vec<String>,
        /// How many were asked.
        asked: usize,
        /// How many are here.
        given: usize,
    },
    /// It promises to look at it, not to do it.
    Action {
        /// The words that say so.
        words: String,
    },
}

/// In which way it is about something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// Other places.
    OtherPlace {
        /// Those that are named here.
        given: Vec<String>,
    },
    /// Another scale of area.
    OtherScale {
        /// Scales here.
        given: Vec<String>,
    },
    /// An area was asked, and this is for everybody: by domain instead of by area.
    NoArea,
    /// Other domains.
    OtherDomain,
}

/// In which way it says the opposite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// One of both denies.
    Denied {
        /// The words that deny.
        words: String,
    },
    /// One goes up where the other goes down.
    Opposite {
        /// Words of the ask.
        asked: String,
        /// Words here.
        given: String,
    },
}

/// Holds asks against the units of an agreement.
pub(super) struct Judge<'a> {
    words: &'a Vocabulary<'a>,
    asking: Side<'a>,
    agreement: Side<'a>,
    marks: Marks,
    /// Sentences and notes of the agreement, in reading order.
    rows: Vec<Row>,
    /// Names in the document that asks.
    names: BTreeSet<String>,
}

/// A unit of the agreement, prepared.
struct Row {
    unit: usize,
    stems: Stems,
    words: Vec<Word>,
    area: Area,
    figures: Figures,
    beside: Figures,
    amounts: Vec<Sum>,
    actions: BTreeSet<String>,
}

/// Places and scales of a text.
#[derive(Clone, Debug, Default)]
struct Area {
    names: BTreeSet<String>,
    scales: BTreeSet<String>,
    /// How many areas it speaks of, where it says so.
    n: Option<usize>,
}

const UNKNOWN: &Traits = &Traits { domains: BTreeSet::new(), scales: Vec::new(), amounts: Vec::new() };

impl Side<'_> {
    fn traits(&self, unit: usize) -> &Traits {
        self.traits.get(unit).unwrap_or(UNKNOWN)
    }
}

/// Words of areas and money are no words of what is asked.
fn left_out(traits: &Traits) -> Vec<Range<usize>> {
    let scales = traits.scales.iter().map(|(_, span)| span.clone());
    scales.chain(traits.amounts.iter().map(|sum| sum.span.clone())).collect()
}

/// The traits of a part of a unit that begins at `offset` and is `len` bytes long.
fn moved(traits: &Traits, offset: usize, len: usize) -> Traits {
    let inside = |span: &Range<usize>| span.start >= offset && span.end <= offset + len;
    let shift = |span: &Range<usize>| span.start - offset..span.end - offset;
    let scales = traits.scales.iter().filter(|(_, span)| inside(span));
    let amounts = traits.amounts.iter().filter(|sum| inside(&sum.span));
    Traits {
        domains: traits.domains.clone(),
        scales: scales.map(|(scale, span)| (scale.clone(), shift(span))).collect(),
        amounts: amounts.map(|sum| Sum { span: shift(&sum.span), ..sum.clone() }).collect(),
    }
}

impl<'a> Judge<'a> {
    pub(super) fn of(words: &'a Vocabulary<'a>, asking: Side<'a>, agreement: Side<'a>, marks: Marks) -> Self {
        let names = asking.units.iter().flat_map(|unit| words.names(&unit.tokens)).collect();
        let mut judge = Self { words, asking, agreement, marks, rows: Vec::new(), names };
        let mut blocks: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut headings: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (index, unit) in agreement.units.iter().enumerate() {
            match unit.kind {
                UnitKind::Sentence(_) | UnitKind::Note => blocks.entry(unit.block).or_default().push(index),
                UnitKind::Heading => {
                    let stems = words.words(&unit.tokens, &[]).into_iter().map(|word| word.stem);
                    headings.entry(unit.place.quote().to_owned()).or_default().extend(stems);
                }
                UnitKind::Title | UnitKind::Cell => {}
            }
        }
        for units in blocks.values() {
            judge.rows.extend(units.iter().map(|unit| judge.row(*unit, units, &headings)).collect::<Vec<_>>());
        }
        judge.rows.sort_by_key(|row| {
            let place = &agreement.units[row.unit].place;
            (place.block(), place.span().start)
        });
        judge
    }

    fn row(&self, unit: usize, of_block: &[usize], headings: &BTreeMap<String, BTreeSet<String>>) -> Row {
        let (side, own) = (self.agreement, &self.agreement.units[unit]);
        let traits = side.traits(unit);
        let words = self.words.words(&own.tokens, &left_out(traits));
        let mut stems = Stems::default();
        for word in &words {
            stems.words.insert(word.stem.clone());
            stems.parts.extend(word.parts.iter().cloned());
        }
        let (mut area, mut beside, mut amounts) =
            (self.area(&own.tokens, traits), Figures::default(), traits.amounts.clone());
        for other in of_block.iter().filter(|other| **other != unit) {
            let (tokens, traits) = (&side.units[*other].tokens, side.traits(*other));
            stems.beside.extend(self.words.words(tokens, &left_out(traits)).into_iter().map(|word| word.stem));
            let figures = figures(tokens, &left_out(traits), self.words, &self.marks);
            beside.years.extend(figures.years);
            beside.counts.extend(figures.counts);
        }
        if area.names.is_empty() && area.scales.is_empty() {
            for other in of_block.iter().filter(|other| **other != unit) {
                let found = self.area(&side.units[*other].tokens, side.traits(*other));
                area.names.extend(found.names);
                area.scales.extend(found.scales);
            }
        }
        if amounts.is_empty() {
            amounts = of_block.iter().flat_map(|other| side.traits(*other).amounts.iter().cloned()).collect();
        }
        for heading in own.place.section().iter() {
            stems.beside.extend(headings.get(&**heading).into_iter().flatten().cloned());
        }
        let figures = figures(&own.tokens, &left_out(traits), self.words, &self.marks);
        Row { unit, stems, words, area, figures, beside, amounts, actions: self.actions(&own.tokens) }
    }

    fn area(&self, tokens: &[Token], traits: &Traits) -> Area {
        let n = traits.scales.iter().filter_map(|(_, span)| before(tokens, span.start, self.words, &self.marks)).max();
        Area {
            names: self.words.names(tokens),
            scales: traits.scales.iter().map(|(scale, _)| scale.clone()).collect(),
            n: n.and_then(|n| usize::try_from(n).ok()).filter(|n| *n > 1),
        }
    }

    fn actions(&self, tokens: &[Token]) -> BTreeSet<String> {
        let kinds = self.words.rules.actions.iter();
        kinds.filter(|(_, words)| first(words, tokens).is_some()).map(|(kind, _)| kind.clone()).collect()
    }

    /// First and last words of what says a kind of action: the verb and its particle. They are held against each other
    /// as kinds, not as words.
    fn action_words(&self, tokens: &[Token]) -> Vec<Range<usize>> {
        let patterns = self.words.rules.actions.values().flatten();
        let found = patterns.flat_map(|pattern| pattern.find(tokens));
        found.flat_map(|found| [tokens[found.start].span.clone(), tokens[found.end - 1].span.clone()]).collect()
    }

    /// The units that share anything with an ask, the best first.
    pub(super) fn candidates(&self, ask: &Ask) -> Vec<Candidate> {
        let traits = moved(self.asking.traits(ask.unit), ask.offset, ask.place.quote().len());
        let mut out = left_out(&traits);
        out.extend(ask.tokens[ask.asking.clone()].iter().map(|token| token.span.clone()));
        // The number of an item counts nothing.
        out.extend(ask.tokens.first().filter(|_| is_numbered(&ask.tokens)).map(|first| first.span.clone()));
        out.extend(self.action_words(&ask.tokens));
        let weighed = Weighed::of(self.words.words(&ask.tokens, &out), &ask.tokens, self.words);
        let asked = Asked {
            ask,
            area: self.area(&ask.tokens, &traits),
            figures: figures(&ask.tokens, &out, self.words, &self.marks),
            amounts: self.amounts(ask, &traits),
            actions: self.actions(&ask.tokens),
            traits,
        };
        let candidate = |row: &Row| {
            let share = weighed.share(&row.stems, self.words);
            (share.shared.iter().any(|shared| shared.by != super::score::SharedBy::Beside))
                .then(|| self.candidate(&asked, row, share))
        };
        let mut found: Vec<Candidate> = self.rows.iter().filter_map(candidate).collect();
        // Rows stand in reading order, and the sort keeps it among equals.
        found.sort_by(|one, other| other.score.total_cmp(&one.score));
        found
    }

    fn amounts(&self, ask: &Ask, own: &Traits) -> Vec<Sum> {
        if !own.amounts.is_empty() || ask.offset > 0 {
            return own.amounts.clone();
        }
        let units = self.asking.units.iter().enumerate().filter(|(_, unit)| unit.block == ask.block);
        units.flat_map(|(index, _)| self.asking.traits(index).amounts.iter().cloned()).collect()
    }

    fn candidate(&self, asked: &Asked<'_>, row: &Row, share: Share) -> Candidate {
        let limits = &self.words.rules.thresholds;
        let unit = &self.agreement.units[row.unit];
        let traits = self.agreement.traits(row.unit);
        let mut missing = Vec::new();
        let (place, elsewhere) = self.place(asked, row, &mut missing);
        let actions: Vec<String> = asked.actions.intersection(&row.actions).cloned().collect();
        let action = if asked.actions.is_empty() || !actions.is_empty() { 1.0 } else { 0.0 };
        let score = share.share * (1.0 - limits.place * (1.0 - place)) * (1.0 - limits.action * (1.0 - action));
        let domains: BTreeSet<String> = asked.traits.domains.intersection(&traits.domains).cloned().collect();
        let apart = domains.is_empty() && !asked.traits.domains.is_empty() && !traits.domains.is_empty();
        let other_domain = (apart && share.share < limits.close).then_some(Elsewhere::OtherDomain);
        let elsewhere = elsewhere.or(other_domain);
        numbers(asked, row, &mut missing);
        money(asked, row, &mut missing);
        if let (None, Some(words)) = (
            first(&self.words.rules.weak, &asked.ask.tokens),
            first(&self.words.rules.weak, &unit.tokens).map(|found| text(&unit.tokens, found)),
        ) {
            missing.push(Missing::Action { words });
        }
        let is_near = share.share >= limits.found && (share.has_key || share.share >= limits.close);
        let contradicts = if is_near { self.contradicts(asked, row, &share) } else { None };
        let verdict = if !is_near || contradicts.is_some() {
            Verdict::NotFound
        } else if elsewhere.is_some() {
            Verdict::Elsewhere
        } else if share.share < limits.taken_up || missing.iter().any(|missing| *missing != Missing::Money) {
            Verdict::Partly
        } else {
            Verdict::TakenUp
        };
        Candidate {
            unit: row.unit,
            place: unit.place.clone(),
            score,
            share: share.share,
            contradicts,
            shared: share.shared,
            unmet: share.unmet,
            domains,
            actions,
            asked: asked.amounts.clone(),
            given: row.amounts.clone(),
            missing,
            elsewhere,
            verdict,
        }
    }

    /// How many of the places asked are here, 0 ..= 1, and what is when none is.
    fn place(&self, asked: &Asked<'_>, row: &Row, missing: &mut Vec<Missing>) -> (f64, Option<Elsewhere>) {
        let (wanted, here) = (&asked.area, &row.area);
        if wanted.names.is_empty() && wanted.scales.is_empty() {
            return (1.0, None);
        }
        let names = |names: &mut dyn Iterator<Item = &String>| names.cloned().collect::<Vec<_>>();
        let (n, given) = if !wanted.names.is_empty() {
            (wanted.names.len(), wanted.names.intersection(&here.names).count())
        } else if here.names.is_empty() {
            let same = wanted.scales.intersection(&here.scales).next().is_some();
            match (wanted.n, here.n) {
                (Some(n), Some(given)) if same => (n, given.min(n)),
                _ => (1, usize::from(same)),
            }
        } else {
            // `The four districts` are those that the document names elsewhere, where it names any.
            let known = here.names.iter().filter(|name| self.names.is_empty() || self.names.contains(*name)).count();
            let n = wanted.n.unwrap_or(known.max(1));
            (n, known.min(n))
        };
        if given == 0 {
            let other = if !here.names.is_empty() {
                Elsewhere::OtherPlace { given: names(&mut here.names.iter()) }
            } else if here.scales.is_empty() {
                Elsewhere::NoArea
            } else {
                Elsewhere::OtherScale { given: names(&mut here.scales.iter()) }
            };
            return (0.0, Some(other));
        }
        if given < n {
            let names = names(&mut wanted.names.difference(&here.names));
            missing.push(Missing::Places { names, asked: n, given });
        }
        (given as f64 / n as f64, None)
    }

    fn contradicts(&self, asked: &Asked<'_>, row: &Row, share: &Share) -> Option<Contradiction> {
        let here = &self.agreement.units[row.unit].tokens;
        let is_shared = |word: &Word| {
            row.stems.words.contains(&word.stem)
                && share.shared.iter().any(|shared| self.words.stem(&shared.word) == word.stem)
        };
        let near: Vec<usize> = row.words.iter().filter(|word| is_shared(word)).map(|word| word.at).collect();
        let of_ask = self.words.words(&asked.ask.tokens, &[]);
        let of_ask: Vec<usize> =
            of_ask.iter().filter(|word| row.stems.words.contains(&word.stem)).map(|word| word.at).collect();
        let denies = |tokens: &[Token], near: &[usize]| self.denies(tokens, near);
        match (denies(&asked.ask.tokens, &of_ask), denies(here, &near)) {
            (None, Some(words)) | (Some(words), None) => return Some(Contradiction::Denied { words }),
            (None, None) | (Some(_), Some(_)) => {}
        }
        let side = |patterns: &[Pattern], tokens: &[Token]| first(patterns, tokens).map(|found| text(tokens, found));
        self.words.rules.opposites.iter().find_map(|(one, other)| {
            let ask = (side(one, &asked.ask.tokens), side(other, &asked.ask.tokens));
            match (ask, (side(one, here), side(other, here))) {
                ((Some(asked), None), (None, Some(given))) | ((None, Some(asked)), (Some(given), None)) => {
                    Some(Contradiction::Opposite { asked, given })
                }
                _ => None,
            }
        })
    }

    /// Words that deny, near a word that both have and in the same part of the sentence.
    fn denies(&self, tokens: &[Token], near: &[usize]) -> Option<String> {
        let rules = self.words.rules;
        let idioms: Vec<Range<usize>> = rules.no_negations.iter().flat_map(|pattern| pattern.find(tokens)).collect();
        let aside = aside(tokens, self.words).unwrap_or(tokens.len());
        let found = rules.negations.iter().flat_map(|pattern| pattern.find(tokens));
        let mut found = found.filter(|found| {
            let idiom = idioms.iter().any(|idiom| idiom.start <= found.start && found.end <= idiom.end);
            let beside = |at: &usize| at.abs_diff(found.start) <= REACH && (*at >= aside) == (found.start >= aside);
            !idiom && near.iter().any(beside)
        });
        found.next().map(|found| text(tokens, found))
    }
}

/// A denial counts within so many words of what it denies.
const REACH: usize = 5;

/// An ask, prepared.
struct Asked<'a> {
    ask: &'a Ask,
    traits: Traits,
    area: Area,
    figures: Figures,
    amounts: Vec<Sum>,
    actions: BTreeSet<String>,
}

fn numbers(asked: &Asked<'_>, row: &Row, missing: &mut Vec<Missing>) {
    if let Some(year) = asked.figures.years.iter().max() {
        let given = row.figures.years.iter().max().or(row.beside.years.iter().max());
        match given {
            None => missing.push(Missing::Term),
            Some(given) if given > year => missing.push(Missing::LaterTerm { asked: *year, given: *given }),
            Some(_) => {}
        }
    }
    for count in &asked.figures.counts {
        let same = |other: &&super::figure::Count| other.nouns.intersection(&count.nouns).next().is_some();
        let given: Vec<_> = row.figures.counts.iter().chain(&row.beside.counts).filter(same).collect();
        match given.first() {
            Some(_) if given.iter().any(|given| given.millionths == count.millionths) => {}
            Some(given) => {
                missing.push(Missing::OtherNumber { asked: count.text.clone(), given: given.text.clone() });
            }
            None if count.nouns.is_empty() => {}
            None => missing.push(Missing::Number { asked: count.text.clone() }),
        }
    }
}

fn money(asked: &Asked<'_>, row: &Row, missing: &mut Vec<Missing>) {
    let Some(most) = asked.amounts.iter().max_by_key(|sum| sum.hundredths) else { return };
    let given = row.amounts.iter().filter(|sum| sum.currency == most.currency);
    match given.map(|sum| sum.hundredths).max() {
        None => missing.push(Missing::Money),
        Some(given) if given < most.hundredths => missing.push(Missing::LessMoney),
        Some(_) => {}
    }
}

fn first(patterns: &[Pattern], tokens: &[Token]) -> Option<Range<usize>> {
    patterns.iter().filter_map(|pattern| pattern.find(tokens).into_iter().next()).min_by_key(|found| found.start)
}

fn text(tokens: &[Token], found: Range<usize>) -> String {
    tokens[found].iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
}
