// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The way from one boundary year to another: directly, backwards, or over years between.
//!
//! In: all crosswalks of a workspace. Out: a [`Route`], which gives shares for any area and says how
//! it came to them. Invariant: a direct pair of years wins over its inverse, the inverse over a chain,
//! and where nothing leads, the same code stays `same-code-unverified`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::code::{AreaCode, Level};
use crate::crosswalk::{Crosswalk, Evidence, Share};
use crate::list::BoundaryYear;

/// All crosswalks of a workspace.
#[derive(Clone, Debug, Default)]
pub struct Crosswalks {
    all: Vec<Arc<Crosswalk>>,
}

/// One crosswalk of a route, in the direction in which it is used.
#[derive(Clone, Debug)]
pub struct Hop {
    /// The crosswalk.
    pub crosswalk: Arc<Crosswalk>,
    /// Whether it is used against its direction, as the stated inverse.
    pub inverse: bool,
}

/// How figures of one map come onto another.
#[derive(Clone, Debug)]
pub struct Route {
    years: (BoundaryYear, BoundaryYear),
    hops: Vec<Hop>,
}

impl Crosswalks {
    /// Takes the crosswalks in the order of the workspace; of two for one pair the first is used.
    pub fn new(all: Vec<Crosswalk>) -> Self {
        Self { all: all.into_iter().map(Arc::new).collect() }
    }

    /// The way between two maps of a level. Direct wins, then the inverse of the direct pair, then the
    /// chain with the fewest hops (inverse hops count half as much again; ties: earlier years first).
    /// With no way at all the route has no hops, and only unverified codes cross it.
    pub fn route(&self, level: &Level, from: BoundaryYear, to: BoundaryYear) -> Route {
        const FORWARD: u32 = 2;
        const INVERSE: u32 = 3;
        let mut best: BTreeMap<BoundaryYear, (u32, Vec<Hop>)> = BTreeMap::from([(from, (0, Vec::new()))]);
        let mut open = vec![from];
        while let Some(position) = (0..open.len()).min_by_key(|&p| (best[&open[p]].0, open[p])) {
            let year = open.swap_remove(position);
            if year == to {
                break;
            }
            let (cost, hops) = best[&year].clone();
            for crosswalk in self.all.iter().filter(|crosswalk| crosswalk.level() == level) {
                let (first, second) = crosswalk.years();
                let (next, inverse) = match () {
                    () if first == year => (second, false),
                    () if second == year => (first, true),
                    () => continue,
                };
                let next_cost = cost + if inverse { INVERSE } else { FORWARD };
                if best.get(&next).is_none_or(|(known, _)| next_cost < *known) {
                    let mut hops = hops.clone();
                    hops.push(Hop { crosswalk: Arc::clone(crosswalk), inverse });
                    best.insert(next, (next_cost, hops));
                    if !open.contains(&next) {
                        open.push(next);
                    }
                }
            }
        }
        Route { years: (from, to), hops: best.remove(&to).map(|(_, hops)| hops).unwrap_or_default() }
    }
}

impl Route {
    /// From which map to which.
    pub fn years(&self) -> (BoundaryYear, BoundaryYear) {
        self.years
    }

    /// The crosswalks on the way; empty on the same map, and where nothing leads.
    pub fn hops(&self) -> &[Hop] {
        &self.hops
    }

    /// The areas of the first map that have a part in an area of the last, by code.
    pub fn feeding(&self, to: &AreaCode) -> Vec<AreaCode> {
        let mut codes = BTreeSet::from([to.clone()]);
        for hop in self.hops.iter().rev() {
            let before = codes.iter().flat_map(|code| match hop.inverse {
                false => hop.crosswalk.feeding(code),
                true => hop.crosswalk.inverse_feeding(code),
            });
            codes = before.collect();
        }
        codes.into_iter().collect()
    }

    /// How much the first crosswalk that lists an area counts in it (addresses, homes, residents): the weight
    /// of its parts beside those of other areas. An area that is not listed keeps its code to the next
    /// crosswalk. `None` where none lists it, and on a route without hops.
    pub fn size(&self, from: &AreaCode) -> Option<f64> {
        self.hops.iter().find_map(|hop| match hop.inverse {
            false => hop.crosswalk.size_of_first(from),
            true => hop.crosswalk.size_of_second(from),
        })
    }

    /// Where the parts of an area lie on the other map, by code. Shares of a chain are multiplied and
    /// added up per area; the evidence of a sum is its weakest.
    pub fn shares(&self, from: &AreaCode) -> Vec<Share> {
        let evidence = if self.years.0 == self.years.1 { Evidence::SameMap } else { Evidence::SameCodeUnverified };
        let start = Share { to: from.clone(), share: 1.0, evidence };
        if self.hops.is_empty() {
            return vec![start];
        }
        let mut parts = vec![Share { evidence: Evidence::SameMap, ..start }];
        for hop in &self.hops {
            let mut next: BTreeMap<AreaCode, Share> = BTreeMap::new();
            for part in &parts {
                let shares = match hop.inverse {
                    false => hop.crosswalk.shares(&part.to),
                    true => hop.crosswalk.inverse_shares(&part.to),
                };
                for share in shares {
                    let evidence = share.evidence.max(part.evidence);
                    let entry = next.entry(share.to.clone()).or_insert(Share { to: share.to, share: 0.0, evidence });
                    entry.share += part.share * share.share;
                    entry.evidence = entry.evidence.max(evidence);
                }
            }
            parts = next.into_values().collect();
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crosswalk::{Link, Unlisted};
    use crate::hierarchy::Hierarchy;

    fn crosswalk(years: (u16, u16), links: &[(&str, &str, f64)]) -> Crosswalk {
        let country = Hierarchy::builtin("nl").unwrap();
        let code = |text: &str| country.parse(text).unwrap();
        let links = links.iter().map(|&(from, to, weight)| Link { from: code(from), to: code(to), weight }).collect();
        let years = (BoundaryYear(years.0), BoundaryYear(years.1));
        Crosswalk::new("test", Level::new("district"), years, Evidence::Addresses, Unlisted::KeptBoundary, links)
            .unwrap()
    }

    fn shares(route: &Route, from: &str) -> Vec<(String, f64, Evidence)> {
        let code = Hierarchy::builtin("nl").unwrap().parse(from).unwrap();
        route.shares(&code).into_iter().map(|part| (part.to.to_string(), part.share, part.evidence)).collect()
    }

    fn route(all: Vec<Crosswalk>, from: u16, to: u16) -> Route {
        Crosswalks::new(all).route(&Level::new("district"), BoundaryYear(from), BoundaryYear(to))
    }

    #[test]
    fn an_area_is_split_by_its_addresses_and_an_unlisted_one_kept_its_boundary() {
        let way = route(
            vec![crosswalk((2020, 2022), &[("WK000101", "WK000111", 30.0), ("WK000101", "WK000112", 10.0)])],
            2020,
            2022,
        );
        assert_eq!(
            shares(&way, "WK000101"),
            [("WK000111".into(), 0.75, Evidence::Addresses), ("WK000112".into(), 0.25, Evidence::Addresses)]
        );
        assert_eq!(shares(&way, "WK000999"), [("WK000999".into(), 1.0, Evidence::NotListedAsChanged)]);
    }

    #[test]
    fn backwards_the_shares_are_over_the_other_side() {
        // 30 addresses of A and 10 of B became C: C was A for three quarters.
        let way = route(
            vec![crosswalk((2020, 2022), &[("WK000101", "WK000103", 30.0), ("WK000102", "WK000103", 10.0)])],
            2022,
            2020,
        );
        assert!(way.hops()[0].inverse);
        let back = shares(&way, "WK000103");
        assert_eq!(
            back,
            [("WK000101".into(), 0.75, Evidence::Addresses), ("WK000102".into(), 0.25, Evidence::Addresses)]
        );
    }

    #[test]
    fn a_chain_multiplies_a_direct_pair_wins_and_the_inverse_goes_before_a_chain() {
        let first = || crosswalk((2020, 2021), &[("WK000101", "WK000102", 1.0), ("WK000101", "WK000103", 3.0)]);
        let second = || {
            crosswalk(
                (2021, 2022),
                &[("WK000102", "WK000105", 1.0), ("WK000103", "WK000104", 1.0), ("WK000103", "WK000105", 1.0)],
            )
        };
        let direct = || crosswalk((2020, 2022), &[("WK000101", "WK000104", 1.0)]);
        let backwards = || crosswalk((2022, 2020), &[("WK000104", "WK000101", 1.0)]);
        // Through 2021: to 105 goes 1/4 * 1 + 3/4 * 1/2 = 0.625, to 104 goes 3/4 * 1/2 = 0.375.
        let chain = shares(&route(vec![first(), second()], 2020, 2022), "WK000101");
        assert_eq!(
            chain,
            [("WK000104".into(), 0.375, Evidence::Addresses), ("WK000105".into(), 0.625, Evidence::Addresses)]
        );
        assert_eq!(route(vec![first(), second(), direct()], 2020, 2022).hops().len(), 1);
        let way = route(vec![first(), second(), backwards()], 2020, 2022);
        assert_eq!((way.hops().len(), way.hops()[0].inverse), (1, true));
    }

    #[test]
    fn what_feeds_an_area_is_what_has_a_share_there() {
        // 103 is listed only as a new area, 104 only as an old one, 106 and 107 not at all.
        let links = [("WK000101", "WK000103", 30.0), ("WK000104", "WK000105", 10.0), ("WK000101", "WK000101", 1.0)];
        for inverse in [false, true] {
            let years = if inverse { (2022, 2020) } else { (2020, 2022) };
            let way = route(vec![crosswalk((2020, 2022), &links)], years.0, years.1);
            let codes: Vec<AreaCode> =
                (101..108).map(|n| Hierarchy::builtin("nl").unwrap().parse(&format!("WK000{n}")).unwrap()).collect();
            for from in &codes {
                for to in &codes {
                    let has_share = way.shares(from).iter().any(|share| share.to == *to);
                    assert_eq!(has_share, way.feeding(to).contains(from), "{from} to {to}, inverse {inverse}");
                }
            }
        }
    }

    #[test]
    fn without_a_way_only_unverified_codes_cross() {
        let way = route(vec![], 2020, 2024);
        assert!(way.hops().is_empty());
        assert_eq!(shares(&way, "WK000101"), [("WK000101".into(), 1.0, Evidence::SameCodeUnverified)]);
        assert_eq!(shares(&route(vec![], 2024, 2024), "WK000101"), [("WK000101".into(), 1.0, Evidence::SameMap)]);
    }
}
