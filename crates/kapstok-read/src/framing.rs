// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Whether a sentence is framed by an area or by policy domains, with the words that tell it.
//!
//! In: units, their mentions, and a recipe. Out: a [`Framing`] for each sentence. An area is told by mentions of keys
//! with a scale, or by a word that takes up the area of the sentence before it in the same item. A domain is told by
//! words of the sentence first; the nearest heading that tells one adds to these, unless a word stands in its place;
//! what tells none is the rest.
//!
//! *Useful for*: counting where areas occur, and proposing domains to a person. *Not useful for*: a verdict on one
//! sentence; how often it is right is measured in the tests.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::lexicon::{Mention, Mentions, Rules, all, bytes};
use crate::pattern::{Found, Pattern, Seen};
use crate::recipe::{Domain, Recipe};
use crate::text::Words;
use crate::token::{Token, tokens};
use crate::unit::{Unit, UnitKind};

/// How a sentence is framed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framing {
    /// Position of the unit.
    pub unit: usize,
    /// Areas, in the order of the words.
    pub areas: Vec<AreaEvidence>,
    /// Domains, in the order of the recipe; the same one more than once where several words tell it.
    pub domains: Vec<DomainEvidence>,
}

/// Words that tell an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaEvidence {
    /// Position of the key in the lexicon.
    pub entry: usize,
    /// Position of the scale.
    pub scale: usize,
    /// Bytes of the quote.
    pub span: Range<usize>,
    /// The unit whose area it takes up; `None` where the words are its own.
    pub refers_to: Option<usize>,
}

/// What tells a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainEvidence {
    /// Position of the domain.
    pub domain: usize,
    /// What tells it.
    pub by: DomainBy,
}

/// What tells a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DomainBy {
    /// These bytes of the quote.
    Words(Range<usize>),
    /// This heading above it.
    Heading(String),
    /// Nothing tells another one.
    Rest,
}

/// Framing in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FramingKind {
    /// By an area; no word of the sentence tells a domain.
    Area,
    /// By a domain, through its words or its heading.
    Domains,
    /// Words of an area and words of a domain.
    Both,
    /// Neither.
    Neither,
}

/// Whether headings count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prior {
    /// The nearest heading that tells a domain counts.
    Headings,
    /// Words of the sentence only.
    Words,
}

impl Framing {
    /// In one word; the rest is no domain.
    pub fn kind(&self, recipe: &Recipe) -> FramingKind {
        let named = |one: &&DomainEvidence| Some(one.domain) != recipe.domains.rest;
        let by_words = |one: &DomainEvidence| matches!(one.by, DomainBy::Words(_));
        let (told, words) =
            (self.domains.iter().any(|one| named(&one)), self.domains.iter().filter(named).any(by_words));
        match (self.areas.is_empty(), told, words) {
            (false, _, true) => FramingKind::Both,
            (false, _, false) => FramingKind::Area,
            (true, true, _) => FramingKind::Domains,
            (true, false, _) => FramingKind::Neither,
        }
    }

    /// The smallest scale of its areas.
    pub fn scale(&self) -> Option<usize> {
        self.areas.iter().map(|area| area.scale).min()
    }

    /// Each domain once, in the order of the recipe.
    pub fn domain_set(&self) -> BTreeSet<usize> {
        self.domains.iter().map(|one| one.domain).collect()
    }
}

/// The framing of each sentence.
pub fn framings(units: &[Unit], mentions: &Mentions, recipe: &Recipe, prior: Prior) -> Vec<Framing> {
    let mut hits: BTreeMap<usize, Vec<&Mention>> = BTreeMap::new();
    mentions.hits.iter().for_each(|hit| hits.entry(hit.unit).or_default().push(hit));
    let mut headings: BTreeMap<Vec<Arc<str>>, Vec<(usize, String)>> = BTreeMap::new();
    let mut framings: Vec<Framing> = Vec::new();
    let sentences = units.iter().enumerate().filter(|(_, unit)| matches!(unit.kind, UnitKind::Sentence(_)));
    for (index, unit) in sentences {
        let mut areas: Vec<AreaEvidence> =
            hits.get(&index).into_iter().flatten().filter_map(|hit| own_area(hit, recipe)).collect();
        let before = framings.last().filter(|before| units[before.unit].block == unit.block);
        if let (true, Some(before)) = (areas.is_empty(), before) {
            areas.extend(taken_up(before, &unit.tokens, recipe));
        }
        let told = match prior {
            Prior::Headings => {
                let section = unit.place.section();
                headings.entry(section.to_vec()).or_insert_with(|| of_headings(section, recipe)).as_slice()
            }
            Prior::Words => &[],
        };
        framings.push(Framing { unit: index, areas, domains: domains(&unit.tokens, told, recipe) });
    }
    framings
}

fn own_area(hit: &Mention, recipe: &Recipe) -> Option<AreaEvidence> {
    let scale = recipe.lexicon.entries.get(hit.entry)?.scale?;
    let framed = hit.unframed.is_none();
    framed.then(|| AreaEvidence { entry: hit.entry, scale, span: hit.span.clone(), refers_to: None })
}

/// The area of the sentence before, where a word takes it up. Only an area of its own words is taken up.
fn taken_up(before: &Framing, tokens: &[Token], recipe: &Recipe) -> Option<AreaEvidence> {
    before.areas.iter().filter(|area| area.refers_to.is_none()).find_map(|area| {
        let refers = &recipe.lexicon.entries.get(area.entry)?.refers;
        let place = all(refers, tokens).into_iter().map(|(place, _)| place).min_by_key(|place| place.start)?;
        Some(AreaEvidence { span: bytes(tokens, &place), refers_to: Some(before.unit), ..area.clone() })
    })
}

/// Domains that the nearest telling heading tells.
fn of_headings(section: &[Arc<str>], recipe: &Recipe) -> Vec<(usize, String)> {
    let told = |heading: &Arc<str>| {
        let tokens = tokens(heading, &Words::default());
        let of = |domain: &Domain| domain.sections.iter().any(|pattern| pattern.is_in(&tokens));
        let all = recipe.domains.all.iter().enumerate().filter(|(_, domain)| of(domain));
        let found: Vec<(usize, String)> = all.map(|(index, _)| (index, heading.to_string())).collect();
        (!found.is_empty()).then_some(found)
    };
    section.iter().rev().find_map(told).unwrap_or_default()
}

/// Domains of a text under headings that tell some.
fn domains(tokens: &[Token], headings: &[(usize, String)], recipe: &Recipe) -> Vec<DomainEvidence> {
    let (mut found, mut replaced) = (Vec::new(), BTreeSet::<usize>::new());
    let seen = Seen::of(tokens);
    for (index, domain) in recipe.domains.all.iter().enumerate() {
        let words = told(&domain.any, &domain.not, tokens, &seen);
        let sure = told(&domain.alone, &domain.not, tokens, &seen);
        if !sure.is_empty() {
            replaced.extend(&domain.instead_of);
        }
        let mut places: Vec<Found> = words.into_iter().chain(sure).collect();
        places.sort_by_key(|place| (place.start, place.end));
        places.dedup();
        let told = |place: Found| DomainEvidence { domain: index, by: DomainBy::Words(bytes(tokens, &place)) };
        found.extend(places.into_iter().map(told));
    }
    let by_words: BTreeSet<usize> = found.iter().map(|one: &DomainEvidence| one.domain).collect();
    let missing = |(domain, _): &&(usize, String)| !replaced.contains(domain) && !by_words.contains(domain);
    let by_heading = |(domain, heading): &(usize, String)| DomainEvidence {
        domain: *domain,
        by: DomainBy::Heading(heading.clone()),
    };
    let more: Vec<DomainEvidence> = headings.iter().filter(missing).map(by_heading).collect();
    found.extend(more);
    if let (true, Some(rest)) = (found.is_empty(), recipe.domains.rest) {
        found.push(DomainEvidence { domain: rest, by: DomainBy::Rest });
    }
    found.sort_by_key(|one| one.domain);
    found
}

/// Places of words that no rule overlaps.
fn told(any: &[Pattern], not: &[Pattern], tokens: &[Token], seen: &Seen<'_>) -> Vec<Found> {
    let mut places: Vec<Found> = seen.of_list(any).flat_map(|pattern| pattern.find(tokens)).collect();
    if !places.is_empty() {
        let rules = Rules::of(not, tokens, seen);
        places.retain(|place| rules.first(place).is_none());
    }
    places
}
