// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The same total, laid out by domain and by area: how many burdened residents it is there for.
//!
//! *By domain*: the money of a domain is there for the burdened residents of that domain in every area of the
//! comparison. *By area*: money that may move is there for the burdened residents of the areas with an agenda, in all their domains; money
//! with an earmark stays with its domain, in every area, as its giver wants. Burdened residents are counted per domain: who is burdened in two counts in both, so
//! these are not persons. Money whose amount or domain is unknown is counted and laid out nowhere. It is arithmetic over what is written down: it says nothing
//! of what money brings about.

use std::collections::{BTreeMap, BTreeSet};

use super::{For, LedgerLine};
use crate::facts::{Basis, Facts};

/// One total in two layouts.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Per domain with money or burdened residents, in the order of their names.
    pub domains: Vec<LayoutLine>,
    /// Cents that are laid out: the sum of both layouts.
    pub total: u64,
    /// Cents of it that must stay with their domain.
    pub earmarked: u64,
    /// Cents for several domains at once: laid out by area only, since no rule of ours splits them.
    pub several: u64,
    /// Cents without any domain: laid out nowhere.
    pub without_domain: u64,
    /// Amounts that are unknown: laid out nowhere.
    pub unknown: usize,
    /// Areas with an agenda, in order.
    pub areas: Vec<String>,
    /// Money that may move, once laid out by area.
    pub by_area: Reach,
}

/// One domain in both layouts.
#[derive(Clone, Debug, PartialEq)]
pub struct LayoutLine {
    /// The domain.
    pub domain: String,
    /// Laid out by domain: all its money, all its burdened residents.
    pub by_domain: Reach,
    /// Of these residents, how many live in areas with an agenda.
    pub inside: f64,
    /// Cents that must stay with the domain.
    pub earmarked: u64,
    /// What the numbers of residents are.
    pub basis: BTreeSet<Basis>,
    /// Areas whose burdened residents are unknown.
    pub areas_unknown: usize,
}

/// Money, and the burdened residents that it is there for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reach {
    /// Cents.
    pub cents: u64,
    /// Burdened residents, counted per domain.
    pub residents: f64,
}

impl Reach {
    /// Cents per burdened resident; `None` where there are none.
    pub fn each(self) -> Option<f64> {
        (self.residents > 0.0).then(|| self.cents as f64 / self.residents)
    }
}

/// Lays a ledger out in both ways.
///
/// * `lines`: of one year and one stage.
/// * `areas`: the areas with an agenda.
/// * `facts`: burdened residents of every place of the comparison, those in areas with an agenda among them.
pub fn layout(lines: &[LedgerLine], areas: &[&str], facts: &Facts) -> Layout {
    let mut money: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    let (mut several, mut bound, mut without_domain, mut unknown) = (0, 0, 0, 0);
    for line in lines {
        unknown += line.sum.euros_unknown;
        let cents = line.sum.cents;
        match (&line.earmark, &line.domain) {
            // An earmark that is a domain decides, whatever the money is used for.
            (Some(domain), _) if is_domain(facts, domain) => {
                let (all, earmarked) = money.entry(domain).or_default();
                (*all, *earmarked) = (*all + cents, *earmarked + cents);
            }
            (Some(_), For::Domain(domain)) => {
                let (all, earmarked) = money.entry(domain).or_default();
                (*all, *earmarked) = (*all + cents, *earmarked + cents);
            }
            (_, For::Domain(domain)) => money.entry(domain).or_default().0 += cents,
            // Bound to a purpose that is no domain: it stays where its giver wants it.
            (Some(_), For::Several) => bound += cents,
            (_, For::Several) => several += cents,
            (_, For::Unknown) => without_domain += cents,
        }
    }
    let domains: BTreeSet<&str> = facts
        .places
        .iter()
        .flat_map(|place| place.burdened.keys().map(String::as_str))
        .chain(money.keys().copied())
        .collect();
    let line = |domain: &str| -> LayoutLine {
        let (cents, earmarked) = money.get(domain).copied().unwrap_or_default();
        let mut made = LayoutLine {
            domain: domain.to_owned(),
            by_domain: Reach { cents, residents: 0.0 },
            inside: 0.0,
            earmarked,
            basis: BTreeSet::new(),
            areas_unknown: 0,
        };
        for place in &facts.places {
            let Some(burdened) = place.burdened.get(domain) else { continue };
            made.basis.insert(burdened.basis);
            match burdened.residents {
                Some(residents) => {
                    made.by_domain.residents += residents;
                    made.inside += if place.is_in(areas) { residents } else { 0.0 };
                }
                None => made.areas_unknown += 1,
            }
        }
        made
    };
    let domains: Vec<LayoutLine> = domains.into_iter().map(line).collect();
    let of_domains_earmarked: u64 = domains.iter().map(|line| line.earmarked).sum();
    let earmarked = of_domains_earmarked + bound;
    let of_domains: u64 = domains.iter().map(|line| line.by_domain.cents).sum();
    let by_area = Reach {
        cents: of_domains - of_domains_earmarked + several,
        residents: domains.iter().map(|line| line.inside).sum(),
    };
    Layout {
        domains,
        total: of_domains + several + bound,
        earmarked,
        several,
        without_domain,
        unknown,
        areas: areas.iter().map(|area| (*area).to_owned()).collect(),
        by_area,
    }
}

fn is_domain(facts: &Facts, word: &str) -> bool {
    facts.places.iter().any(|place| place.burdened.contains_key(word))
}
