// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a sentence of an agreement is to an ask: the words first, then place, numbers, terms, money and denial.
//!
//! | it is | when |
//! |---|---|
//! | taken up | enough of the words, and nothing below is wrong |
//! | partly | fewer words, fewer places, another number, a later term, less money or none, or a promise to look at it |
//! | elsewhere | another place, another scale, no area where one is asked, another domain |
//! | not found | hardly a word, or none that weighs much; or it goes against what is asked (`against.rs`) |
//!
//! Money that stands elsewhere counts where the ladder says that it is meant for the promise: a row of a budget.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::against::{Contradiction, Shares, contradiction};
use super::ask::is_numbered;
use super::figure::{Figures, before, figures};
use super::lacks::{Missing, money, numbers, times};
use super::score::{Share, Stems, Weighed};
use super::term::{Vocabulary, Word};
use super::{Ask, Candidate, Side, Sum, Traits, Verdict, text};
use crate::pattern::Pattern;
use crate::recipe::Recipe;
use crate::token::Token;
use crate::unit::UnitKind;

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

/// Holds asks against the units of an agreement.
pub(super) struct Judge<'a> {
    words: &'a Vocabulary<'a>,
    asking: Side<'a>,
    agreement: Side<'a>,
    recipe: &'a Recipe,
    /// Sentences and notes of the agreement, in reading order.
    rows: Vec<Row>,
    /// Names in the document that asks.
    names: BTreeSet<String>,
    /// Amounts of each block of the document that asks.
    asked: BTreeMap<usize, Vec<Sum>>,
}

/// A unit of the agreement, prepared.
struct Row {
    unit: usize,
    stems: Stems,
    words: Vec<Word>,
    /// Its own, else that of its block.
    area: Arc<Area>,
    figures: Figures,
    block: Arc<Block>,
    /// Its own, else those of its block.
    amounts: Arc<[Sum]>,
    actions: BTreeSet<String>,
}

/// What the units of one block have together: each is prepared once, however long its block is.
struct Block {
    stems: Arc<BTreeSet<String>>,
    area: Arc<Area>,
    figures: Figures,
    amounts: Arc<[Sum]>,
}

/// Places and scales of a text.
#[derive(Clone, Debug, Default)]
struct Area {
    names: BTreeSet<String>,
    scales: BTreeSet<String>,
    /// How many areas it speaks of, where it says so.
    n: Option<usize>,
}

const UNKNOWN: &Traits =
    &Traits { domains: BTreeSet::new(), scales: Vec::new(), amounts: Vec::new(), elsewhere: Vec::new() };

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
        elsewhere: Vec::new(),
    }
}

impl<'a> Judge<'a> {
    pub(super) fn of(words: &'a Vocabulary<'a>, asking: Side<'a>, agreement: Side<'a>, recipe: &'a Recipe) -> Self {
        let names = asking.units.iter().flat_map(|unit| words.names(&unit.tokens)).collect();
        let mut asked: BTreeMap<usize, Vec<Sum>> = BTreeMap::new();
        for (index, unit) in asking.units.iter().enumerate() {
            asked.entry(unit.block).or_default().extend(asking.traits(index).amounts.iter().cloned());
        }
        let mut judge = Self { words, asking, agreement, recipe, rows: Vec::new(), names, asked };
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
        let headings = headings.into_iter().map(|(heading, stems)| (heading, Arc::new(stems))).collect();
        let rows: Vec<Row> = blocks.values().flat_map(|units| judge.rows_of(units, &headings)).collect();
        judge.rows = rows;
        judge.rows.sort_by_key(|row| {
            let place = &agreement.units[row.unit].place;
            (place.block(), place.span().start)
        });
        judge
    }

    /// The units of one block.
    fn rows_of(&self, units: &[usize], headings: &BTreeMap<String, Arc<BTreeSet<String>>>) -> Vec<Row> {
        let side = self.agreement;
        let prepared = units.iter().map(|index| {
            let (unit, traits) = (&side.units[*index], side.traits(*index));
            let out = left_out(traits);
            let words = self.words.words(&unit.tokens, &out);
            (*index, words, self.area(&unit.tokens, traits), figures(&unit.tokens, &out, self.words, self.recipe))
        });
        let prepared: Vec<_> = prepared.collect();
        let (mut area, mut together) = (Area::default(), Figures::default());
        for (_, _, own, figures) in &prepared {
            area.names.extend(own.names.iter().cloned());
            area.scales.extend(own.scales.iter().cloned());
            together.times.extend(figures.times.iter().cloned());
            together.counts.extend(figures.counts.iter().cloned());
        }
        let stems = prepared.iter().flat_map(|(_, words, ..)| words.iter().map(|word| word.stem.clone())).collect();
        let amounts = units.iter().flat_map(|unit| side.traits(*unit).amounts.iter().cloned()).collect();
        let block = Block { stems: Arc::new(stems), area: Arc::new(area), figures: together, amounts };
        let block = Arc::new(block);
        let row = |(unit, words, area, figures): (usize, Vec<Word>, Area, Figures)| {
            let own = &side.units[unit];
            let mut stems = Stems { beside: vec![Arc::clone(&block.stems)], ..Stems::default() };
            for word in &words {
                stems.words.insert(word.stem.clone());
                stems.parts.extend(word.parts.iter().cloned());
            }
            stems.beside.extend(own.place.section().iter().filter_map(|heading| headings.get(&**heading).cloned()));
            let is_bare = area.names.is_empty() && area.scales.is_empty();
            let of_unit = &side.traits(unit).amounts;
            Row {
                unit,
                stems,
                words,
                area: if is_bare { Arc::clone(&block.area) } else { Arc::new(area) },
                figures,
                block: Arc::clone(&block),
                amounts: if of_unit.is_empty() {
                    Arc::clone(&block.amounts)
                } else {
                    of_unit.iter().cloned().collect()
                },
                actions: self.actions(&own.tokens),
            }
        };
        prepared.into_iter().map(row).collect()
    }

    fn area(&self, tokens: &[Token], traits: &Traits) -> Area {
        let n = traits.scales.iter().filter_map(|(_, span)| before(tokens, span.start, self.words, self.recipe)).max();
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
            figures: figures(&ask.tokens, &out, self.words, self.recipe),
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
        self.asked.get(&ask.block).cloned().unwrap_or_default()
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
        times(&asked.figures, &row.figures, &row.block.figures, &mut missing);
        numbers(&asked.figures, &row.figures, &row.block.figures, &mut missing);
        money(&asked.amounts, &row.amounts, &traits.elsewhere, &mut missing);
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
        } else if share.share < limits.taken_up || missing.iter().any(Missing::is_less) {
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
            given: Arc::clone(&row.amounts),
            missing,
            elsewhere,
            verdict,
        }
    }

    /// How many of the places asked are here, 0 ..= 1, and what is when none is.
    fn place(&self, asked: &Asked<'_>, row: &Row, missing: &mut Vec<Missing>) -> (f64, Option<Elsewhere>) {
        let (wanted, here) = (&asked.area, &*row.area);
        if wanted.names.is_empty() && wanted.scales.is_empty() {
            return (1.0, None);
        }
        let written = |name: &String| self.words.written(name).to_owned();
        let names = |names: &mut dyn Iterator<Item = &String>| names.map(written).collect::<Vec<_>>();
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
                Elsewhere::OtherScale { given: here.scales.iter().cloned().collect() }
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
        let shared: BTreeSet<String> = share.shared.iter().map(|shared| self.words.stem(&shared.word)).collect();
        let is_shared = |word: &&Word| row.stems.words.contains(&word.stem) && shared.contains(&word.stem);
        let near = row.words.iter().filter(is_shared).map(|word| word.at).collect();
        let of_ask = self.words.words(&asked.ask.tokens, &[]);
        let of_ask = of_ask.iter().filter(|word| row.stems.words.contains(&word.stem)).map(|word| word.at).collect();
        let here = &self.agreement.units[row.unit].tokens;
        let (ask_words, words) = (&self.asking.document.words, &self.agreement.document.words);
        let ask = Shares::of(&asked.ask.tokens, of_ask, ask_words, self.words);
        contradiction(&ask, &Shares::of(here, near, words, self.words), self.words)
    }
}

/// An ask, prepared.
struct Asked<'a> {
    ask: &'a Ask,
    traits: Traits,
    area: Area,
    figures: Figures,
    amounts: Vec<Sum>,
    actions: BTreeSet<String>,
}

fn first(patterns: &[Pattern], tokens: &[Token]) -> Option<Range<usize>> {
    patterns.iter().filter_map(|pattern| pattern.find(tokens).into_iter().next()).min_by_key(|found| found.start)
}
