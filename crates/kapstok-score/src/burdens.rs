// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Burdens that come together: in how many domains does an area stand in the worst part of its level?
//!
//! In: per domain a column, which way is a burden, and what it rests on; which areas take part. Out: per area
//! a count with what is known and how many independent sources it rests on, or why it is not counted.
//! Invariant: a count, never a total rank; it says nothing of persons (`bounds.rs` does). An area that takes
//! no part moves no threshold.
//! Not here: gaps, choices, intervals.
//!
//! # The cut
//! Of the n areas that take part and have a figure in the domain, the threshold is the figure of the
//! `ceil(fraction x n)`-th worst. Every area that is at least as bad is in the worst part: ties at the cut are
//! all in, so that the part may be larger than the fraction, and [`DomainCut::n_in`] says how large it is.
//! The best figure that occurs is never a burden: where the cut falls on it (most areas have no case at all),
//! only the areas above it are in, and there may be none.

use std::collections::BTreeMap;
use std::sync::Arc;

use kapstok_table::{Direction, Indicator};

use crate::sources::independent_sources;

/// One domain, over all areas.
#[derive(Clone, Debug)]
pub struct DomainColumn<'a> {
    /// Its name.
    pub id: &'a str,
    /// By what areas are compared, `[n_areas]`.
    pub values: &'a [Option<f64>],
    /// Which way is a burden.
    pub direction: Direction,
    /// The indicators that the column was made from. A domain without any adds no source.
    pub rests_on: Vec<RestsOn<'a>>,
}

/// An indicator behind a domain.
#[derive(Clone, Debug)]
pub struct RestsOn<'a> {
    /// What it means.
    pub indicator: &'a Indicator,
    /// Where it has a figure, `[n_areas]`: a source that says nothing of an area is none of its sources.
    pub known: Vec<bool>,
}

/// Whether an area takes part in thresholds and counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TakesPart {
    /// It does.
    Yes,
    /// It has fewer residents than the workspace asks for, or nobody knows how many.
    TooFewResidents,
    /// A rule of the recipe leaves it out.
    Excluded,
}

/// How burdens are counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BurdenOptions {
    /// The worst part, above 0 and below 1; 0.2 is a fifth.
    pub worst_fraction: f64,
    /// An area with fewer known domains is not counted.
    pub min_known_domains: usize,
}

/// Whether an area stands in the worst part of a domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Burdened {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// It has no figure, or takes no part.
    Unknown,
}

/// The outcome for all areas.
#[derive(Clone, Debug, PartialEq)]
pub struct BurdenCount {
    /// Per area, `[n_areas]`.
    pub areas: Vec<AreaBurdens>,
    /// Per domain, in the order given.
    pub cuts: Vec<DomainCut>,
}

/// The outcome for one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AreaBurdens {
    /// Its burdens were counted.
    Counted(CoincidingBurdens),
    /// They were not, and why.
    NotCounted(WhyNotCounted),
}

/// "3 of 4 known domains (of 5), from 2 independent sources".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoincidingBurdens {
    /// Domains in whose worst part the area stands.
    pub n_burdens: usize,
    /// Domains in which it has a figure.
    pub n_known: usize,
    /// Domains of the recipe.
    pub n_domains: usize,
    /// Per domain, in the order given, `[n_domains]`.
    pub burdened: Vec<Burdened>,
    /// The sources behind the domains in which it is burdened, each as the ids of the indicators that count as
    /// one source, in the order of the domains.
    pub sources: Arc<[Vec<String>]>,
}

impl CoincidingBurdens {
    /// Independent sources behind the domains in which it is burdened.
    pub fn independent_sources(&self) -> usize {
        self.sources.len()
    }
}

/// Why an area's burdens were not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyNotCounted {
    /// Fewer residents than the workspace asks for, or an unknown number.
    TooFewResidents,
    /// A rule of the recipe leaves it out.
    Excluded,
    /// Fewer domains with a figure than the recipe asks for.
    TooFewKnown {
        /// Domains with a figure.
        n_known: usize,
        /// Domains asked for.
        needed: usize,
    },
}

/// Where a domain was cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DomainCut {
    /// The figure at the cut; `None` when no area that takes part has one.
    pub threshold: Option<f64>,
    /// Areas that take part and have a figure.
    pub n_known: usize,
    /// Areas in the worst part.
    pub n_in: usize,
}

/// Why nothing could be counted.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum BurdensError {
    /// Columns of different lengths.
    #[error("domain `{domain}` has {found} figures for {expected} areas")]
    Length {
        /// The domain.
        domain: String,
        /// Its figures.
        found: usize,
        /// The areas.
        expected: usize,
    },
    /// No side is the worse one.
    #[error("domain `{domain}` has no side that is a burden")]
    NoDirection {
        /// The domain.
        domain: String,
    },
    /// A worst part that is none or all of the areas.
    #[error("the worst fraction is {found}; it must lie between 0 and 1")]
    Fraction {
        /// What was given.
        found: f64,
    },
}

/// Which areas take part, by their residents: an unknown number counts as too few.
pub fn takes_part(residents: &[Option<f64>], min_residents: f64) -> Vec<TakesPart> {
    let enough = |residents: &Option<f64>| match residents {
        Some(residents) if *residents >= min_residents => TakesPart::Yes,
        Some(_) | None => TakesPart::TooFewResidents,
    };
    residents.iter().map(enough).collect()
}

/// Counts burdens per area.
///
/// * `domains`: columns of `[n_areas]`; `taking_part`: `[n_areas]`.
///
/// # Errors
/// [`BurdensError`]: lengths that differ, a domain without direction, a fraction that cuts nothing off.
pub fn coinciding_burdens(
    domains: &[DomainColumn<'_>],
    taking_part: &[TakesPart],
    options: BurdenOptions,
) -> Result<BurdenCount, BurdensError> {
    if !(options.worst_fraction > 0.0 && options.worst_fraction < 1.0) {
        return Err(BurdensError::Fraction { found: options.worst_fraction });
    }
    let mut columns = Vec::with_capacity(domains.len());
    let mut cuts = Vec::with_capacity(domains.len());
    for domain in domains {
        let (burdened, cut) = worst_part(domain, taking_part, options.worst_fraction)?;
        columns.push(burdened);
        cuts.push(cut);
    }
    let mut sources_of: BTreeMap<KnownInputs, Arc<[Vec<String>]>> = BTreeMap::new();
    let one = |(area_index, takes_part): (usize, &TakesPart)| {
        match takes_part {
            TakesPart::Yes => {}
            TakesPart::TooFewResidents => return AreaBurdens::NotCounted(WhyNotCounted::TooFewResidents),
            TakesPart::Excluded => return AreaBurdens::NotCounted(WhyNotCounted::Excluded),
        }
        let burdened: Vec<Burdened> = columns.iter().map(|column| column[area_index]).collect();
        let n_known = burdened.iter().filter(|burdened| **burdened != Burdened::Unknown).count();
        if n_known < options.min_known_domains {
            let needed = options.min_known_domains;
            return AreaBurdens::NotCounted(WhyNotCounted::TooFewKnown { n_known, needed });
        }
        let which = (0..domains.len()).filter(|&domain| burdened[domain] == Burdened::Yes);
        let n_burdens = which.clone().count();
        let known_inputs = which.flat_map(|domain| {
            let rests_on = domains[domain].rests_on.iter().enumerate();
            rests_on.filter(|(_, it)| it.known[area_index]).map(move |(position, _)| (domain, position))
        });
        // Thousands of areas share a few sets of burdens.
        let sources = sources_of.entry(known_inputs.collect()).or_insert_with_key(|inputs| {
            let indicators: Vec<&Indicator> =
                inputs.iter().map(|&(domain, position)| domains[domain].rests_on[position].indicator).collect();
            sources(&indicators)
        });
        AreaBurdens::Counted(CoincidingBurdens {
            n_burdens,
            n_known,
            n_domains: domains.len(),
            burdened,
            sources: Arc::clone(sources),
        })
    };
    let areas = taking_part.iter().enumerate().map(one).collect();
    Ok(BurdenCount { areas, cuts })
}

/// Positions of domains, and of the indicators behind them that have a figure.
type KnownInputs = Vec<(usize, usize)>;

/// The indicators by what counts as one source, each once.
fn sources(indicators: &[&Indicator]) -> Arc<[Vec<String>]> {
    let grouping = independent_sources(&indicators.iter().map(|it| it.ancestry()).collect::<Vec<_>>());
    let ids = |members: &[usize]| {
        let mut ids: Vec<String> = Vec::new();
        for id in members.iter().map(|&member| indicators[member].id.as_str()) {
            if !ids.iter().any(|known| known == id) {
                ids.push(id.to_owned());
            }
        }
        ids
    };
    grouping.groups.iter().map(|group| ids(&group.members)).collect()
}

/// Which areas stand in the worst part of one domain, `[n_areas]`, and where it was cut.
///
/// # Errors
/// [`BurdensError`]: lengths that differ, no direction.
pub(crate) fn worst_part(
    domain: &DomainColumn<'_>,
    taking_part: &[TakesPart],
    fraction: f64,
) -> Result<(Vec<Burdened>, DomainCut), BurdensError> {
    let lengths = std::iter::once(domain.values.len()).chain(domain.rests_on.iter().map(|it| it.known.len()));
    if let Some(found) = lengths.into_iter().find(|n| *n != taking_part.len()) {
        let expected = taking_part.len();
        return Err(BurdensError::Length { domain: domain.id.to_owned(), found, expected });
    }
    let sign = match domain.direction {
        Direction::HigherIsWorse => 1.0,
        Direction::HigherIsBetter => -1.0,
        Direction::Neither => return Err(BurdensError::NoDirection { domain: domain.id.to_owned() }),
    };
    // Higher is worse from here on.
    let badness = |(value, takes_part): (&Option<f64>, &TakesPart)| {
        value.filter(|value| value.is_finite() && *takes_part == TakesPart::Yes).map(|value| sign * value)
    };
    let badness: Vec<Option<f64>> = domain.values.iter().zip(taking_part).map(badness).collect();
    let mut known: Vec<f64> = badness.iter().copied().flatten().collect();
    let n_known = known.len();
    if known.is_empty() {
        let cut = DomainCut { threshold: None, n_known, n_in: 0 };
        return Ok((vec![Burdened::Unknown; badness.len()], cut));
    }
    // 0.07 x 100 is 7.000000000000001 in a computer: a part of a millionth of an area is none.
    let n_cut = ((fraction * n_known as f64 - 1e-6).ceil() as usize).clamp(1, n_known);
    let (_, threshold, _) = known.select_nth_unstable_by(n_cut - 1, |one, other| other.total_cmp(one));
    let threshold = *threshold;
    let best = known.iter().copied().fold(f64::INFINITY, f64::min);
    let burdened = |badness: &Option<f64>| match badness {
        Some(badness) if *badness >= threshold && *badness > best => Burdened::Yes,
        Some(_) => Burdened::No,
        None => Burdened::Unknown,
    };
    let burdened: Vec<Burdened> = badness.iter().map(burdened).collect();
    let n_in = burdened.iter().filter(|burdened| **burdened == Burdened::Yes).count();
    Ok((burdened, DomainCut { threshold: Some(sign * threshold), n_known, n_in }))
}

impl BurdenCount {
    /// One domain's column of the outcome, `[n_areas]`; unknown where an area was not counted.
    pub fn domain(&self, position: usize) -> Vec<Burdened> {
        let one = |area: &AreaBurdens| match area {
            AreaBurdens::Counted(counted) => counted.burdened.get(position).copied().unwrap_or(Burdened::Unknown),
            AreaBurdens::NotCounted(_) => Burdened::Unknown,
        };
        self.areas.iter().map(one).collect()
    }
}
