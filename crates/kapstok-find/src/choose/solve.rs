// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The best areas within a budget, when they need not hang together: found by search, with a bound that is proved.
//!
//! In: benefit and residents per area, and the budget. Out: the chosen areas, what they reach, and what no choice can
//! exceed. **Invariant:** `objective <= bound`; the two are equal when the search ended by itself. Work is counted in
//! steps, never in seconds, so that every machine gives one answer. Not here: connected choices (`kapstok-space`).

/// What can be chosen, `[n_areas]` each.
#[derive(Clone, Debug)]
pub struct Candidates<'a> {
    /// People that an area adds; an area without a figure adds none and is not chosen.
    pub benefit: &'a [Option<f64>],
    /// Residents.
    pub residents: &'a [Option<f64>],
    /// Whether the rule allows it.
    pub allowed: &'a [bool],
    /// Whether the rule puts it in.
    pub must_be_in: &'a [bool],
    /// Municipality, as a number.
    pub municipality: &'a [usize],
    /// Most areas.
    pub max_areas: Option<usize>,
    /// Most residents in all.
    pub max_residents: Option<f64>,
    /// Most areas of one municipality.
    pub max_per_municipality: Option<usize>,
    /// Fewest areas of each municipality, by its number; 0, or beyond the end of the list: none.
    pub min_per_municipality: &'a [usize],
}

/// A choice with its proof.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// Areas, in table order.
    pub areas: Vec<usize>,
    /// What they add up to.
    pub objective: f64,
    /// No choice adds up to more.
    pub bound: f64,
    /// What a resident must add for an area to be worth its room, in people; 0 where the budget of residents has room.
    pub price: f64,
}

impl Chosen {
    /// How far the choice may lie below the best, as a part of the bound; 0 when it is proved best.
    pub fn gap(&self) -> f64 {
        if self.bound > 0.0 { (self.bound - self.objective).max(0.0) / self.bound } else { 0.0 }
    }
}

/// Why nothing can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotChosen {
    /// What must be in is more than the budget of areas.
    #[error("the areas that must be in are more than the budget of areas")]
    TooManyMustBeIn,
    /// What must be in has more residents than the budget.
    #[error("the areas that must be in have more residents than the budget")]
    MustBeInTooLarge,
    /// What must be in is more than a municipality may have.
    #[error("the areas that must be in are more than one municipality may have")]
    MustBeInOneMunicipality,
    /// A municipality must have more areas than it has candidates, or than it may have.
    #[error("a municipality has fewer areas to choose from than it must have")]
    TooFewInMunicipality,
    /// Municipalities together must have more than the budget.
    #[error("what every municipality must have is more than the budget")]
    MinimaTooLarge,
    /// An area that must be in has no number of residents.
    #[error("an area that must be in has no figure that may be shown")]
    MustBeInUnknown,
}

/// Steps of the search before it stops with a gap, where nobody says otherwise.
pub const MAX_STEPS: usize = 5_000_000;
/// Halvings of the price of a resident.
const HALVINGS: usize = 80;

struct Item {
    area: usize,
    benefit: f64,
    residents: f64,
    /// Benefit minus the price of its residents.
    reduced: f64,
}

/// The best choice.
///
/// The bound is Lagrange's: with a price per resident, no choice of at most `k` more areas exceeds the price of all
/// residents that are left plus the `k` largest benefits after that price. Branch and bound under the best price.
///
/// # Errors
/// [`NotChosen`] when what must be in does not fit the budget.
pub fn best(candidates: &Candidates<'_>) -> Result<Chosen, NotChosen> {
    best_within(candidates, MAX_STEPS)
}

/// The same, with a limit to the steps of the search. A choice with fewest areas per municipality is found as a
/// matroid (`spread.rs`), and takes no such steps.
///
/// # Errors
/// As [`best`].
pub fn best_within(candidates: &Candidates<'_>, max_steps: usize) -> Result<Chosen, NotChosen> {
    if candidates.min_per_municipality.iter().any(|least| *least > 0) {
        return super::spread::best_spread(candidates, max_steps);
    }
    let n_areas = candidates.benefit.len();
    let mut chosen: Vec<usize> = Vec::new();
    let (mut base, mut residents_left) = (0.0, candidates.max_residents.unwrap_or(f64::INFINITY));
    let mut in_municipality = vec![0_usize; candidates.municipality.iter().max().map_or(0, |last| last + 1)];
    for area in (0..n_areas).filter(|area| candidates.must_be_in[*area]) {
        let residents = candidates.residents[area].ok_or(NotChosen::MustBeInUnknown)?;
        base += candidates.benefit[area].unwrap_or(0.0);
        residents_left -= residents;
        in_municipality[candidates.municipality[area]] += 1;
        chosen.push(area);
    }
    let per_municipality = candidates.max_per_municipality.unwrap_or(usize::MAX);
    if in_municipality.iter().any(|n| *n > per_municipality) {
        return Err(NotChosen::MustBeInOneMunicipality);
    }
    if residents_left < 0.0 {
        return Err(NotChosen::MustBeInTooLarge);
    }
    let areas_left = candidates.max_areas.unwrap_or(n_areas).checked_sub(chosen.len());
    let areas_left = areas_left.ok_or(NotChosen::TooManyMustBeIn)?;
    let item = |area: usize| {
        let (benefit, residents) = (candidates.benefit[area]?, candidates.residents[area]?);
        let may = candidates.allowed[area] && !candidates.must_be_in[area] && benefit > 0.0;
        (may && residents <= residents_left).then_some(Item { area, benefit, residents, reduced: benefit })
    };
    let mut items: Vec<Item> = (0..n_areas).filter_map(item).collect();
    let price = price(&mut items, areas_left, residents_left);
    let mut sums = vec![0.0];
    for item in &items {
        sums.push(sums[sums.len() - 1] + item.reduced.max(0.0));
    }
    let mut search = Search {
        items: &items,
        sums: &sums,
        price,
        per_municipality,
        municipality: candidates.municipality,
        in_municipality,
        taken: Vec::new(),
        best: Vec::new(),
        best_benefit: 0.0,
        n_steps: 0,
        max_steps,
        open: 0.0,
    };
    search.run(areas_left, residents_left);
    let objective = base + search.best_benefit;
    let bound = base + search.open.max(search.best_benefit);
    chosen.extend(search.best.iter().map(|position| items[*position].area));
    chosen.sort_unstable();
    Ok(Chosen { areas: chosen, objective, bound, price })
}

/// Finds the price of a resident under which the bound is lowest, and sorts by what is left after it.
fn price(items: &mut [Item], areas_left: usize, residents_left: f64) -> f64 {
    let by_reduced =
        |left: &Item, right: &Item| right.reduced.total_cmp(&left.reduced).then(left.area.cmp(&right.area));
    let mut set = |price: f64| {
        for item in &mut *items {
            item.reduced = item.benefit - price * item.residents;
        }
        items.sort_by(by_reduced);
        let taken = items.iter().take(areas_left).take_while(|item| item.reduced > 0.0);
        taken.map(|item| item.residents).sum::<f64>() <= residents_left
    };
    if set(0.0) {
        return 0.0;
    }
    let (mut low, mut high) = (0.0, 1.0);
    while !set(high) {
        high *= 2.0;
    }
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if set(middle) { high = middle } else { low = middle }
    }
    set(high);
    high
}

struct Search<'a> {
    items: &'a [Item],
    /// Sums of the first so many benefits after the price, where positive.
    sums: &'a [f64],
    price: f64,
    per_municipality: usize,
    municipality: &'a [usize],
    in_municipality: Vec<usize>,
    taken: Vec<usize>,
    best: Vec<usize>,
    best_benefit: f64,
    n_steps: usize,
    max_steps: usize,
    /// The highest bound of what was left unsearched.
    open: f64,
}

/// A point of the search: what may still be taken, from a position on.
struct Dive {
    position: usize,
    benefit: f64,
    areas_left: usize,
    residents_left: f64,
}

impl Search<'_> {
    /// Takes or passes over each item in turn, deepest first. Not by recursion: a country has many areas.
    fn run(&mut self, areas_left: usize, residents_left: f64) {
        let mut dives = vec![Dive { position: 0, benefit: 0.0, areas_left, residents_left }];
        // Whether what is taken now is the best so far and was not copied yet.
        let mut is_best = false;
        while let Some(dive) = dives.last_mut() {
            if let Some(next) = self.next(dive) {
                is_best |= next.benefit > self.best_benefit;
                self.best_benefit = self.best_benefit.max(next.benefit);
                dives.push(next);
                continue;
            }
            if std::mem::take(&mut is_best) {
                self.best.clone_from(&self.taken);
            }
            dives.pop();
            if let Some(position) = self.taken.pop() {
                self.in_municipality[self.municipality[self.items[position].area]] -= 1;
            }
        }
    }

    /// Takes the next item that fits; `None` where nothing below can be better.
    fn next(&mut self, dive: &mut Dive) -> Option<Dive> {
        while dive.position < self.items.len() && dive.areas_left > 0 {
            let paid = if self.price > 0.0 { self.price * dive.residents_left } else { 0.0 };
            let last = dive.position.saturating_add(dive.areas_left).min(self.items.len());
            let bound = dive.benefit + paid + (self.sums[last] - self.sums[dive.position]);
            // Less than a millionth of a person is no better choice.
            if bound <= self.best_benefit + 1e-6 {
                return None;
            }
            if self.n_steps >= self.max_steps {
                self.open = self.open.max(bound);
                return None;
            }
            self.n_steps += 1;
            let (position, item) = (dive.position, &self.items[dive.position]);
            dive.position += 1;
            let municipality = self.municipality[item.area];
            if item.residents <= dive.residents_left && self.in_municipality[municipality] < self.per_municipality {
                self.in_municipality[municipality] += 1;
                self.taken.push(position);
                return Some(Dive {
                    position: position + 1,
                    benefit: dive.benefit + item.benefit,
                    areas_left: dive.areas_left - 1,
                    residents_left: dive.residents_left - item.residents,
                });
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn brute(candidates: &Candidates<'_>) -> f64 {
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
        };
        let benefit =
            |set: u32| (0..n).filter(|area| set >> area & 1 == 1).filter_map(|area| candidates.benefit[area]).sum();
        (0..1_u32 << n).filter(fits).map(benefit).fold(0.0, f64::max)
    }

    proptest! {
        #[test]
        fn no_choice_of_twelve_areas_is_better(
            figures in prop::collection::vec((0_u32..60, 1_u32..50, 0_usize..3, prop::bool::weighted(0.9)), 12),
            max_areas in prop::option::of(1_usize..8),
            max_residents in prop::option::of(60_u32..300),
            per_municipality in prop::option::of(1_usize..4),
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
                max_per_municipality: per_municipality, min_per_municipality: &[],
            };
            let got = best(&candidates).unwrap();
            prop_assert!((got.objective - brute(&candidates)).abs() < 1e-9);
            prop_assert_eq!(got.gap(), 0.0);
        }
    }

    #[test]
    fn a_country_of_areas_that_nearly_all_fit_needs_no_deep_stack() {
        let n = 100_000;
        let benefit: Vec<_> = (0..n).map(|area| Some(f64::from(area % 97 + 1))).collect();
        let (residents, municipality) = (vec![Some(1.0); n as usize], vec![0; n as usize]);
        let (allowed, must_be_in) = (vec![true; n as usize], vec![false; n as usize]);
        let candidates = Candidates {
            benefit: &benefit,
            residents: &residents,
            allowed: &allowed,
            must_be_in: &must_be_in,
            municipality: &municipality,
            max_areas: None,
            max_residents: Some(f64::from(n) - 3.5),
            max_per_municipality: None,
            min_per_municipality: &[],
        };
        let run = move || best(&candidates).map(|chosen| chosen.areas.len());
        let small = std::thread::scope(|scope| {
            std::thread::Builder::new().stack_size(256 * 1024).spawn_scoped(scope, run).unwrap().join().unwrap()
        });
        assert_eq!(small, Ok(n as usize - 4));
    }
}
