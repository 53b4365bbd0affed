// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A weighted crosswalk: which part of an area of one year lies in which area of another.
//!
//! In: links (from, to, weight) of one level and one pair of years. Out: shares per area, forward or
//! as the stated inverse. Invariant: weights are counts of something (addresses, homes, residents),
//! finite and not negative, each pair once, and every listed area has a positive total on both sides.
//! Not here: moving figures (`kapstok-table`); choosing between crosswalks (`route.rs`).

use std::collections::BTreeMap;
use std::ops::Range;

use crate::code::{AreaCode, Level};
use crate::list::BoundaryYear;

/// What a share rests on, from the strongest evidence to the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// The same map: nothing was moved.
    SameMap,
    /// The publisher lists only what changed, and this area is not listed.
    NotListedAsChanged,
    /// A published one-to-one table of codes.
    OneToOne,
    /// Residents counted on both sides of the line.
    Residents,
    /// Homes counted on both sides of the line.
    Homes,
    /// Addresses of any kind counted on both sides of the line.
    Addresses,
    /// Surface of the overlap.
    Surface,
    /// The same code in both years and nothing else: it proves no boundary.
    SameCodeUnverified,
}

impl Evidence {
    /// All of it, from the strongest to the weakest.
    pub const ALL: [Self; 8] = [
        Self::SameMap,
        Self::NotListedAsChanged,
        Self::OneToOne,
        Self::Residents,
        Self::Homes,
        Self::Addresses,
        Self::Surface,
        Self::SameCodeUnverified,
    ];

    /// The evidence of a word in files.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|evidence| evidence.as_str() == word)
    }

    /// The word in files and in `--json`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SameMap => "same-map",
            Self::NotListedAsChanged => "not-listed-as-changed",
            Self::OneToOne => "one-to-one",
            Self::Residents => "residents",
            Self::Homes => "homes",
            Self::Addresses => "addresses",
            Self::Surface => "surface",
            Self::SameCodeUnverified => "same-code-unverified",
        }
    }
}

/// What a crosswalk means by leaving an area out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlisted {
    /// Only changed areas are listed: one that is not listed kept its boundary.
    KeptBoundary,
    /// Nothing is known of it: the same code in the other year stays unverified.
    Unknown,
}

/// One line of a crosswalk.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Area of the earlier map.
    pub from: AreaCode,
    /// Area of the later map.
    pub to: AreaCode,
    /// How much lies in both: a count of addresses, homes or residents; 1 for one-to-one tables.
    pub weight: f64,
}

/// A part of an area and where it lies in the other year.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The area of the other year.
    pub to: AreaCode,
    /// The part of the area that lies there, above 0, at most 1.
    pub share: f64,
    /// What the share rests on.
    pub evidence: Evidence,
}

/// What is wrong with the links of a crosswalk.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum CrosswalkError {
    /// A weight below zero, or no number.
    #[error("weight {weight} of `{from}` to `{to}` is not a count")]
    Weight {
        /// Area of the earlier map.
        from: String,
        /// Area of the later map.
        to: String,
        /// The weight as found.
        weight: f64,
    },
    /// A code of another level.
    #[error("`{code}` is a {found}, expected a {expected}")]
    Level {
        /// The code.
        code: String,
        /// The level of the code.
        found: Level,
        /// The level of the crosswalk.
        expected: Level,
    },
    /// The same pair twice with different weights.
    #[error("`{from}` to `{to}` is there twice, with different weights")]
    Twice {
        /// Area of the earlier map.
        from: String,
        /// Area of the later map.
        to: String,
    },
}

/// The links of one level between two maps.
#[derive(Clone, Debug, PartialEq)]
pub struct Crosswalk {
    level: Level,
    years: (BoundaryYear, BoundaryYear),
    evidence: Evidence,
    unlisted: Unlisted,
    name: String,
    links: Vec<Link>,
    by_from: BTreeMap<AreaCode, Range<usize>>,
    by_to: BTreeMap<AreaCode, Vec<usize>>,
}

impl Crosswalk {
    /// Checks the links and sorts them by (from, to). Links of weight 0 say nothing and are left out;
    /// a pair that is there twice with one weight counts once.
    ///
    /// # Errors
    /// All [`CrosswalkError`]s at once.
    pub fn new(
        name: &str,
        level: Level,
        years: (BoundaryYear, BoundaryYear),
        evidence: Evidence,
        unlisted: Unlisted,
        links: Vec<Link>,
    ) -> Result<Self, Vec<CrosswalkError>> {
        let mut errors = Vec::new();
        for link in &links {
            for code in [&link.from, &link.to] {
                if code.level() != &level {
                    let (code, found) = (code.to_string(), code.level().clone());
                    errors.push(CrosswalkError::Level { code, found, expected: level.clone() });
                }
            }
            if !(link.weight.is_finite() && link.weight >= 0.0) {
                let (from, to) = (link.from.to_string(), link.to.to_string());
                errors.push(CrosswalkError::Weight { from, to, weight: link.weight });
            }
        }
        // Listed with nothing in it: such an area has no shares, and is not one that kept its boundary.
        let listed: Vec<(AreaCode, AreaCode)> = links.iter().map(|link| (link.from.clone(), link.to.clone())).collect();
        let mut links: Vec<Link> = links.into_iter().filter(|link| link.weight > 0.0).collect();
        links.sort_by(|left, right| left.from.cmp(&right.from).then_with(|| left.to.cmp(&right.to)));
        for pair in links.windows(2) {
            if pair[0].from == pair[1].from && pair[0].to == pair[1].to && pair[0].weight != pair[1].weight {
                errors.push(CrosswalkError::Twice { from: pair[0].from.to_string(), to: pair[0].to.to_string() });
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        links.dedup();
        let mut by_from: BTreeMap<AreaCode, Range<usize>> = BTreeMap::new();
        let mut by_to: BTreeMap<AreaCode, Vec<usize>> = BTreeMap::new();
        for (position, link) in links.iter().enumerate() {
            by_from.entry(link.from.clone()).or_insert(position..position).end = position + 1;
            by_to.entry(link.to.clone()).or_default().push(position);
        }
        for (from, to) in listed {
            by_from.entry(from).or_insert(0..0);
            by_to.entry(to).or_default();
        }
        Ok(Self { level, years, evidence, unlisted, name: name.to_owned(), links, by_from, by_to })
    }

    /// What the crosswalk is called in the workspace.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The level of its areas.
    pub fn level(&self) -> &Level {
        &self.level
    }

    /// The two maps, the one that its links start from first.
    pub fn years(&self) -> (BoundaryYear, BoundaryYear) {
        self.years
    }

    /// What its weights count.
    pub fn evidence(&self) -> Evidence {
        self.evidence
    }

    /// All links, sorted by (from, to).
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// Areas of the first year that have a part in an area of the second, by code: those that are listed, and
    /// the area itself where it is not listed as one of the first year. The inverse of [`Self::shares`].
    pub fn feeding(&self, to: &AreaCode) -> Vec<AreaCode> {
        let listed = self.by_to.get(to).into_iter().flatten().map(|&position| self.links[position].from.clone());
        let itself = (!self.by_from.contains_key(to)).then(|| to.clone());
        listed.chain(itself).collect()
    }

    /// The same against the direction: areas of the second year that have a part in an area of the first. The
    /// inverse of [`Self::inverse_shares`].
    pub fn inverse_feeding(&self, from: &AreaCode) -> Vec<AreaCode> {
        let range = self.by_from.get(from).cloned().unwrap_or(0..0);
        let listed = self.links[range].iter().map(|link| link.to.clone());
        let itself = (!self.by_to.contains_key(from)).then(|| from.clone());
        listed.chain(itself).collect()
    }

    /// Where the parts of an area of the first year lie in the second, by code; the shares sum to 1. None for
    /// an area that is listed with nothing in it.
    pub fn shares(&self, from: &AreaCode) -> Vec<Share> {
        match self.by_from.get(from) {
            Some(range) => self.shares_of(self.links[range.clone()].iter().map(|link| (&link.to, link.weight))),
            None => vec![self.unlisted_share(from, self.by_to.contains_key(from))],
        }
    }

    /// The stated inverse: where the parts of an area of the *second* year lay in the first.
    /// Shares are over the other side: weight / all weight of that area of the second year.
    pub fn inverse_shares(&self, to: &AreaCode) -> Vec<Share> {
        match self.by_to.get(to) {
            Some(positions) => self.shares_of(positions.iter().map(|&p| (&self.links[p].from, self.links[p].weight))),
            None => vec![self.unlisted_share(to, self.by_from.contains_key(to))],
        }
    }

    /// All that is counted in an area of the first map; `None` where it is not listed.
    pub fn size_of_first(&self, from: &AreaCode) -> Option<f64> {
        let range = self.by_from.get(from)?;
        Some(self.links[range.clone()].iter().map(|link| link.weight).sum())
    }

    /// All that is counted in an area of the second map; `None` where it is not listed.
    pub fn size_of_second(&self, to: &AreaCode) -> Option<f64> {
        Some(self.by_to.get(to)?.iter().map(|&position| self.links[position].weight).sum())
    }

    fn shares_of<'a>(&self, parts: impl Iterator<Item = (&'a AreaCode, f64)> + Clone) -> Vec<Share> {
        let total: f64 = parts.clone().map(|(_, weight)| weight).sum();
        parts.map(|(to, weight)| Share { to: to.clone(), share: weight / total, evidence: self.evidence }).collect()
    }

    /// All of an area that is not listed stays under its code. Where other areas are listed as coming to that
    /// code (`on_other_side`), its boundary changed all the same, and nothing but the code says so.
    fn unlisted_share(&self, code: &AreaCode, on_other_side: bool) -> Share {
        let evidence = match self.unlisted {
            Unlisted::KeptBoundary if !on_other_side => Evidence::NotListedAsChanged,
            Unlisted::KeptBoundary | Unlisted::Unknown => Evidence::SameCodeUnverified,
        };
        Share { to: code.clone(), share: 1.0, evidence }
    }
}
