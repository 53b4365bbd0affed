// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The best areas when each of some municipalities must have its own: "16 areas in 15 cities".
//!
//! In: candidates with fewest areas per municipality. Out: a choice and a bound. With a price per resident, the best
//! choice is found exactly by filling each municipality to its fewest, then taking what is best of the rest: lists with
//! a fewest and a most per group form a matroid, so that taking the best next is never regretted. Without a budget of
//! residents the price is nought and the choice is proved best. **Invariant:** `objective <= bound`; a choice fits every
//! rule. Not here: what must be in when no municipality has a fewest (`solve.rs`).

use super::solve::{Candidates, Chosen, NotChosen};

/// Halvings of the price of a resident.
const HALVINGS: usize = 60;
/// Rounds of improvement by exchange.
const ROUNDS: usize = 50;

struct Groups<'a> {
    candidates: &'a Candidates<'a>,
    /// Areas that must be in.
    fixed: Vec<usize>,
    /// Areas that may be added.
    free: Vec<usize>,
    /// Per municipality its fewest.
    least: Vec<usize>,
    most: usize,
    max_areas: usize,
    max_residents: f64,
}

/// The best choice with fewest areas per municipality.
pub(super) fn best_spread(candidates: &Candidates<'_>, max_steps: usize) -> Result<Chosen, NotChosen> {
    let groups = Groups::of(candidates)?;
    let plain = groups.at_price(0.0);
    let plain_residents = groups.residents(&plain);
    if plain_residents <= groups.max_residents {
        let objective = groups.objective(&plain);
        return Ok(Chosen { areas: plain, objective, bound: objective, price: 0.0 });
    }
    let bound_at = |price: f64, areas: &[usize]| {
        groups.objective(areas) + price * (groups.max_residents - groups.residents(areas))
    };
    let (mut low, mut high) = (0.0, 1.0);
    let mut bound = bound_at(0.0, &plain);
    let mut cheap = groups.at_price(high);
    let mut doublings = 0;
    while groups.residents(&cheap) > groups.max_residents {
        bound = bound.min(bound_at(high, &cheap));
        (low, high) = (high, high * 2.0);
        cheap = groups.at_price(high);
        doublings += 1;
        if doublings > HALVINGS {
            // At any price too many people live in what must be in.
            return Err(NotChosen::MinimaTooLarge);
        }
    }
    let mut best = cheap;
    bound = bound.min(bound_at(high, &best));
    for _ in 0..HALVINGS {
        let price = f64::midpoint(low, high);
        let areas = groups.at_price(price);
        bound = bound.min(bound_at(price, &areas));
        if groups.residents(&areas) <= groups.max_residents {
            high = price;
            if groups.objective(&areas) > groups.objective(&best) {
                best = areas;
            }
        } else {
            low = price;
        }
    }
    groups.improve(&mut best, max_steps);
    let objective = groups.objective(&best);
    Ok(Chosen { areas: best, objective, bound: bound.max(objective), price: high })
}

impl<'a> Groups<'a> {
    fn of(candidates: &'a Candidates<'a>) -> Result<Self, NotChosen> {
        let n_areas = candidates.benefit.len();
        let n_groups = candidates.municipality.iter().max().map_or(0, |last| last + 1);
        let mut least = vec![0; n_groups.max(candidates.min_per_municipality.len())];
        least[..candidates.min_per_municipality.len()].copy_from_slice(candidates.min_per_municipality);
        let fixed: Vec<usize> = (0..n_areas).filter(|area| candidates.must_be_in[*area]).collect();
        if fixed.iter().any(|area| candidates.residents[*area].is_none()) {
            return Err(NotChosen::MustBeInUnknown);
        }
        let may = |area: &usize| {
            candidates.allowed[*area]
                && !candidates.must_be_in[*area]
                && candidates.benefit[*area].is_some()
                && candidates.residents[*area].is_some()
        };
        let free: Vec<usize> = (0..n_areas).filter(may).collect();
        let most = candidates.max_per_municipality.unwrap_or(usize::MAX);
        let max_areas = candidates.max_areas.unwrap_or(n_areas);
        let in_group = |areas: &[usize], group: usize| {
            areas.iter().filter(|area| candidates.municipality[**area] == group).count()
        };
        if (0..n_groups).any(|group| in_group(&fixed, group) > most) {
            return Err(NotChosen::MustBeInOneMunicipality);
        }
        if fixed.len() > max_areas {
            return Err(NotChosen::TooManyMustBeIn);
        }
        let lacks =
            |group: usize| least[group] > most || in_group(&fixed, group) + in_group(&free, group) < least[group];
        if (0..least.len()).any(lacks) {
            return Err(NotChosen::TooFewInMunicipality);
        }
        let needed: usize = (0..least.len()).map(|group| least[group].max(in_group(&fixed, group))).sum();
        if needed > max_areas {
            return Err(NotChosen::MinimaTooLarge);
        }
        let max_residents = candidates.max_residents.unwrap_or(f64::INFINITY);
        let groups = Self { candidates, fixed, free, least, most, max_areas, max_residents };
        match groups.residents(&groups.fixed) > max_residents {
            true => Err(NotChosen::MustBeInTooLarge),
            false => Ok(groups),
        }
    }

    fn benefit(&self, area: usize) -> f64 {
        self.candidates.benefit[area].unwrap_or(0.0)
    }

    fn people(&self, area: usize) -> f64 {
        self.candidates.residents[area].unwrap_or(0.0)
    }

    fn objective(&self, areas: &[usize]) -> f64 {
        areas.iter().fold(0.0, |sum, area| sum + self.benefit(*area))
    }

    fn residents(&self, areas: &[usize]) -> f64 {
        areas.iter().fold(0.0, |sum, area| sum + self.people(*area))
    }

    /// The best choice where each resident costs so much and the budget of residents is left out; in table order.
    fn at_price(&self, price: f64) -> Vec<usize> {
        let reduced = |area: usize| self.benefit(area) - price * self.people(area);
        let mut order = self.free.clone();
        order.sort_by(|one, other| reduced(*other).total_cmp(&reduced(*one)).then(one.cmp(other)));
        let mut areas = self.fixed.clone();
        let mut count = vec![0_usize; self.least.len()];
        for area in &self.fixed {
            count[self.candidates.municipality[*area]] += 1;
        }
        let mut left = Vec::with_capacity(order.len());
        for area in order {
            let group = self.candidates.municipality[area];
            if count[group] < self.least[group] {
                count[group] += 1;
                areas.push(area);
            } else {
                left.push(area);
            }
        }
        for area in left {
            let group = self.candidates.municipality[area];
            if reduced(area) <= 0.0 || areas.len() >= self.max_areas {
                break;
            }
            if count[group] < self.most {
                count[group] += 1;
                areas.push(area);
            }
        }
        areas.sort_unstable();
        areas
    }

    /// Adds what fits, and exchanges one area for a better one, until nothing of the kind is left or the steps are used up.
    fn improve(&self, areas: &mut Vec<usize>, max_steps: usize) {
        let mut held = Held::of(self, areas);
        let mut steps = 0;
        for _ in 0..ROUNDS {
            steps += self.free.len() * (areas.len() + 1);
            if steps > max_steps || (!self.add_one(areas, &mut held) && !self.exchange_one(areas, &mut held)) {
                break;
            }
        }
        areas.sort_unstable();
    }

    fn group(&self, area: usize) -> usize {
        self.candidates.municipality[area]
    }

    fn add_one(&self, areas: &mut Vec<usize>, held: &mut Held) -> bool {
        if areas.len() >= self.max_areas {
            return false;
        }
        let fits = |area: &&usize| {
            !held.inside[**area]
                && self.benefit(**area) > 0.0
                && held.count[self.group(**area)] < self.most
                && held.residents + self.people(**area) <= self.max_residents
        };
        let better =
            |one: &&usize, other: &&usize| self.benefit(**one).total_cmp(&self.benefit(**other)).then(other.cmp(one));
        let Some(area) = self.free.iter().filter(fits).max_by(better).copied() else { return false };
        areas.push(area);
        held.put_in(self, area);
        true
    }

    fn exchange_one(&self, areas: &mut [usize], held: &mut Held) -> bool {
        let mut best: Option<(f64, usize, usize)> = None;
        for (position, out) in areas.iter().copied().enumerate() {
            if self.candidates.must_be_in[out] {
                continue;
            }
            for into in self.free.iter().copied().filter(|into| !held.inside[*into]) {
                let gain = self.benefit(into) - self.benefit(out);
                let people = held.residents - self.people(out) + self.people(into);
                let (from, to) = (self.group(out), self.group(into));
                let moves = from == to || (held.count[to] < self.most && held.count[from] > self.least[from]);
                if gain > best.map_or(1e-9, |it| it.0) && people <= self.max_residents && moves {
                    best = Some((gain, position, into));
                }
            }
        }
        let Some((_, position, into)) = best else { return false };
        held.take_out(self, areas[position]);
        held.put_in(self, into);
        areas[position] = into;
        true
    }
}

/// What a choice holds, kept up to date.
struct Held {
    inside: Vec<bool>,
    count: Vec<usize>,
    residents: f64,
}

impl Held {
    fn of(groups: &Groups<'_>, areas: &[usize]) -> Self {
        let count = vec![0; groups.least.len()];
        let mut held = Self { inside: vec![false; groups.candidates.benefit.len()], count, residents: 0.0 };
        areas.iter().for_each(|area| held.put_in(groups, *area));
        held
    }

    fn put_in(&mut self, groups: &Groups<'_>, area: usize) {
        self.inside[area] = true;
        self.count[groups.group(area)] += 1;
        self.residents += groups.people(area);
    }

    fn take_out(&mut self, groups: &Groups<'_>, area: usize) {
        self.inside[area] = false;
        self.count[groups.group(area)] -= 1;
        self.residents -= groups.people(area);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::solve::best;
    use super::*;

    fn brute(candidates: &Candidates<'_>) -> Option<f64> {
        let n = candidates.benefit.len();
        let fits = |set: &u32| {
            let areas = || (0..n).filter(|area| set >> area & 1 == 1);
            let residents: f64 = areas().filter_map(|area| candidates.residents[area]).sum();
            let within = |group| areas().filter(|area| candidates.municipality[*area] == group).count();
            areas().all(|area| candidates.allowed[area])
                && (0..n).all(|area| !candidates.must_be_in[area] || set >> area & 1 == 1)
                && candidates.max_areas.is_none_or(|most| areas().count() <= most)
                && candidates.max_residents.is_none_or(|most| residents <= most)
                && candidates.max_per_municipality.is_none_or(|most| (0..3).all(|group| within(group) <= most))
                && candidates.min_per_municipality.iter().enumerate().all(|(group, least)| within(group) >= *least)
        };
        let benefit =
            |set: u32| (0..n).filter(|area| set >> area & 1 == 1).filter_map(|area| candidates.benefit[area]).sum();
        (0..1_u32 << n).filter(fits).map(benefit).reduce(f64::max)
    }

    proptest! {
        #[test]
        fn every_municipality_has_its_own_and_the_bound_is_never_below_the_best(
            figures in prop::collection::vec((0_u32..60, 1_u32..50, 0_usize..3, prop::bool::weighted(0.9)), 12),
            max_areas in prop::option::of(1_usize..8),
            max_residents in prop::option::of(20_u32..300),
            per_municipality in prop::option::of(1_usize..4),
            least in prop::collection::vec(0_usize..3, 3),
            first_in in any::<bool>(),
        ) {
            let benefit: Vec<_> = figures.iter().map(|it| Some(f64::from(it.0))).collect();
            let residents: Vec<_> = figures.iter().map(|it| Some(f64::from(it.1))).collect();
            let mut allowed: Vec<bool> = figures.iter().map(|it| it.3).collect();
            allowed[0] = true;
            let municipality: Vec<usize> = figures.iter().map(|it| it.2).collect();
            let must_be_in: Vec<bool> = (0..12).map(|area| area == 0 && first_in).collect();
            let candidates = Candidates {
                benefit: &benefit, residents: &residents, allowed: &allowed, must_be_in: &must_be_in,
                municipality: &municipality, max_areas, max_residents: max_residents.map(f64::from),
                max_per_municipality: per_municipality, min_per_municipality: &least,
            };
            match (best(&candidates), brute(&candidates)) {
                (Ok(got), Some(most)) => {
                    prop_assert!(got.objective <= most + 1e-9 && most <= got.bound + 1e-9, "{got:?} {most}");
                    if least.contains(&1) && max_residents.is_none() {
                        prop_assert!((got.objective - most).abs() < 1e-9, "proved best: {got:?} {most}");
                    }
                    for (group, least) in least.iter().enumerate() {
                        let within = got.areas.iter().filter(|area| municipality[**area] == group).count();
                        prop_assert!(within >= *least && per_municipality.is_none_or(|most| within <= most));
                    }
                    let people: f64 = got.areas.iter().filter_map(|area| residents[*area]).sum();
                    prop_assert!(max_residents.is_none_or(|most| people <= f64::from(most)));
                }
                (Ok(got), None) => prop_assert!(false, "nothing fits, and yet {got:?}"),
                // A budget of residents so tight that only one choice fits may be missed; it is never said to be proved.
                (Err(why), Some(_)) => prop_assert!(why == NotChosen::MinimaTooLarge && max_residents.is_some()),
                (Err(_), None) => {}
            }
        }
    }
}
