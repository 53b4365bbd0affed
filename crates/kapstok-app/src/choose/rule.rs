// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A rule over areas: what it may choose, and the choice that it makes of any figures.
//!
//! In: a protocol, residents, municipalities, and who touches whom. Out: [`Solved`], or why nothing fits. Not here: the
//! search (`kapstok_find::choose`, `kapstok_space::connected`).

use kapstok_find::choose::{Asked, Candidates, Connected, MAX_STEPS, NotChosen, Protocol, alternatives, best_within};
use kapstok_space::SpatialWeights;
use kapstok_space::connected::{
    self, AlternativeOptions, DEFAULT_STEPS, NoSets, Relaxation, SearchOptions, smallest_rule_to_relax,
};
use kapstok_table::{Place, Problem};

/// How many other choices are asked.
const N_ALTERNATIVES: usize = 20;
/// How far they may lie below the choice.
const WITHIN: f64 = 0.02;
/// The part of the residents that must differ.
const DIFFER: f64 = 0.05;
/// Starts of the search for connected sets.
const STARTS: u32 = 24;

/// How hard to search.
#[derive(Clone, Copy, Debug)]
pub(super) enum Effort {
    /// For the choice itself.
    Full,
    /// For one of many.
    Little,
}

/// A choice of some figures.
#[derive(Clone, Debug)]
pub(crate) struct Solved {
    /// Areas of each chosen set, rising; one area each where they need not hang together.
    pub(crate) sets: Vec<Vec<usize>>,
    /// What they add up to.
    pub(crate) objective: f64,
    /// No choice adds up to more.
    pub(crate) bound: f64,
    /// What a resident must add to be worth the room; 0 where the budget of residents has room; `None` where sets hang
    /// together, so that no single line divides areas.
    pub(crate) price: Option<f64>,
}

impl Solved {
    fn of_areas(chosen: kapstok_find::choose::Chosen) -> Self {
        let sets = chosen.areas.iter().map(|area| vec![*area]).collect();
        Self { sets, objective: chosen.objective, bound: chosen.bound, price: Some(chosen.price) }
    }

    fn of_sets(sets: connected::Sets) -> Self {
        Self { sets: sets.sets, objective: sets.objective, bound: sets.bound, price: None }
    }

    /// All areas of it, rising.
    pub(crate) fn areas(&self) -> Vec<usize> {
        let mut areas: Vec<usize> = self.sets.iter().flatten().copied().collect();
        areas.sort_unstable();
        areas
    }

    /// For each area whether it is in, `[n_areas]`.
    pub(crate) fn flags(&self, n_areas: usize) -> Vec<bool> {
        let mut flags = vec![false; n_areas];
        self.sets.iter().flatten().for_each(|area| flags[*area] = true);
        flags
    }

    /// How far it may lie below the best, as a part of the bound.
    pub(crate) fn gap(&self) -> f64 {
        if self.bound > 0.0 { ((self.bound - self.objective) / self.bound).max(0.0) } else { 0.0 }
    }
}

/// A rule over areas. Lists are `[n_areas]`.
pub(super) struct Rule<'a> {
    pub(super) protocol: &'a Protocol,
    pub(super) residents: &'a [Option<f64>],
    pub(super) allowed: &'a [bool],
    pub(super) must_be_in: &'a [bool],
    /// Municipality as a number; areas of none are each other's strangers.
    pub(super) group: &'a [usize],
    /// Municipalities that must have their own areas.
    pub(super) groups_with: &'a [usize],
    pub(super) touches: Option<&'a SpatialWeights>,
}

impl Rule<'_> {
    /// Whether chosen areas hang together.
    pub(super) fn is_connected(&self) -> bool {
        self.protocol.budget.connected == Connected::Yes
    }

    /// The best choice by the rule.
    ///
    /// # Errors
    /// K0770, K0773, K0774, K0775: nothing fits, and which rule to relax.
    pub(super) fn best(&self, benefit: &[Option<f64>], effort: Effort, seed: u64) -> Result<Solved, Problem> {
        match self.is_connected() {
            false => self.apart(benefit, effort),
            true => self.together(benefit, effort, seed),
        }
    }

    /// The best choice of as many residents when areas need not hang together. A floor and a ceiling of a set do not hold
    /// then; `max_areas` counts sets, so there is none.
    pub(super) fn unconnected(&self, benefit: &[Option<f64>], by_rule: &Solved) -> Result<Solved, Problem> {
        let people = |area: &usize| self.residents[*area].unwrap_or(0.0);
        let max_residents = Some(by_rule.areas().iter().map(people).fold(0.0, |sum, it| sum + it));
        let candidates = Candidates {
            max_areas: None,
            max_residents,
            max_per_municipality: None,
            min_per_municipality: &[],
            ..self.candidates(benefit, &[])
        };
        best_within(&candidates, MAX_STEPS).map(Solved::of_areas).map_err(does_not_fit)
    }

    /// Choices that do nearly as well and differ, each with the part of the residents that does.
    pub(super) fn alternatives(&self, benefit: &[Option<f64>], solved: &Solved, seed: u64) -> Vec<(Solved, f64)> {
        let others: Vec<Solved> = match self.is_connected() {
            false => {
                let minima = self.minima();
                let chosen = kapstok_find::choose::Chosen {
                    areas: solved.areas(),
                    objective: solved.objective,
                    bound: solved.bound,
                    price: solved.price.unwrap_or(0.0),
                };
                let asked = Asked { n: N_ALTERNATIVES, within: WITHIN, differ: DIFFER, seed };
                alternatives(&self.candidates(benefit, &minima), &chosen, asked)
                    .into_iter()
                    .map(Solved::of_areas)
                    .collect()
            }
            true => self.together_otherwise(benefit, solved, seed),
        };
        let areas = solved.areas();
        let differs = |other: &Solved| kapstok_find::choose::differs(self.residents, &areas, &other.areas());
        others.into_iter().map(|other| (differs(&other), other)).map(|(part, other)| (other, part)).collect()
    }

    fn minima(&self) -> Vec<usize> {
        let least = self.protocol.spread.at_least_per_municipality.unwrap_or(0);
        let mut minima = vec![0; self.groups_with.iter().max().map_or(0, |last| last + 1)];
        self.groups_with.iter().for_each(|group| minima[*group] = least);
        minima
    }

    fn candidates<'a>(&'a self, benefit: &'a [Option<f64>], minima: &'a [usize]) -> Candidates<'a> {
        Candidates {
            benefit,
            residents: self.residents,
            allowed: self.allowed,
            must_be_in: self.must_be_in,
            municipality: self.group,
            max_areas: self.protocol.budget.areas,
            max_residents: self.protocol.budget.residents,
            max_per_municipality: self.protocol.spread.at_most_per_municipality,
            min_per_municipality: minima,
        }
    }

    fn apart(&self, benefit: &[Option<f64>], effort: Effort) -> Result<Solved, Problem> {
        let steps = match effort {
            Effort::Full => MAX_STEPS,
            Effort::Little => MAX_STEPS / 250,
        };
        let minima = self.minima();
        best_within(&self.candidates(benefit, &minima), steps).map(Solved::of_areas).map_err(does_not_fit)
    }

    /// Runs something on the problem of connected sets.
    fn on_sets<T>(
        &self,
        benefit: &[Option<f64>],
        run: impl FnOnce(&connected::Problem<'_>) -> T,
    ) -> Result<T, Problem> {
        if self.must_be_in.iter().zip(self.residents).any(|(must, people)| *must && people.is_none()) {
            return Err(does_not_fit(NotChosen::MustBeInUnknown));
        }
        let Some(neighbours) = self.touches else { return Err(Problem::error("K0774", Place::default())) };
        let number = |it: &Option<f64>| it.unwrap_or(0.0);
        let benefit: Vec<f64> = benefit.iter().map(number).collect();
        let residents: Vec<f64> = self.residents.iter().map(number).collect();
        let known: Vec<bool> =
            self.allowed.iter().zip(self.residents).map(|(allowed, people)| *allowed && people.is_some()).collect();
        let protocol = self.protocol;
        let problem = connected::Problem {
            benefit: &benefit,
            residents: &residents,
            allowed: &known,
            must_be_in: self.must_be_in,
            neighbours,
            parent: self.group,
            within_parent: !protocol.spread.across_municipalities,
            // A rule by which nothing at all can be chosen is one to relax.
            min_sets: 1,
            max_sets: protocol.budget.areas.unwrap_or(benefit.len()),
            floor: protocol.areas.floor,
            ceiling: protocol.areas.ceiling,
            max_residents: protocol.budget.residents,
            max_per_parent: protocol.spread.at_most_per_municipality,
            min_per_parent: protocol.spread.at_least_per_municipality,
            parents_with: self.groups_with,
        };
        Ok(run(&problem))
    }

    fn together(&self, benefit: &[Option<f64>], effort: Effort, seed: u64) -> Result<Solved, Problem> {
        let search = search(effort, seed);
        self.on_sets(benefit, |problem| match connected::choose(problem, &search) {
            Ok(sets) => Ok(Solved::of_sets(sets)),
            Err(NoSets::Infeasible) => {
                // One search for each rule, and many for a limit.
                let search = if problem.benefit.len() > 300 {
                    SearchOptions { n_steps: 100_000, n_starts: 1, seed }
                } else {
                    search
                };
                Err(self.infeasible(&smallest_rule_to_relax(problem, &search).unwrap_or_default()))
            }
            Err(other) => Err(Problem::error("K0775", Place::default()).with("found", other)),
        })?
    }

    fn together_otherwise(&self, benefit: &[Option<f64>], solved: &Solved, seed: u64) -> Vec<Solved> {
        let search = search(Effort::Little, seed);
        let options = AlternativeOptions { n: N_ALTERNATIVES, within: WITHIN, differ: DIFFER, search };
        let best = connected::Sets {
            sets: solved.sets.clone(),
            objective: solved.objective,
            bound: solved.bound,
            n_steps: 0,
            proved: false,
        };
        let others = self.on_sets(benefit, |problem| connected::alternatives(problem, &best, &options));
        others.ok().and_then(Result::ok).unwrap_or_default().into_iter().map(Solved::of_sets).collect()
    }

    /// Which rule to relax, as it would be typed.
    fn infeasible(&self, relaxations: &[Relaxation]) -> Problem {
        use connected::Rule as R;
        let typed = |it: &Relaxation| {
            let figure = it.figure.map_or_else(String::new, |figure| (figure.ceil() as u64).to_string());
            match it.rule {
                R::Floor => format!("areas.floor = {}", it.figure.map_or(0, |figure| figure.floor() as u64)),
                R::Ceiling => format!("areas.ceiling = {figure}"),
                R::MaxResidents => format!("budget.residents = {figure}"),
                R::MinSets | R::MaxSets => format!("budget.areas = {figure}"),
                R::MaxPerParent => format!("spread.at_most_per_municipality = {figure}"),
                R::MinPerParent => format!("spread.at_least_per_municipality = {figure}"),
                R::WithinParent => "spread.across_municipalities = true".to_owned(),
                R::MustBeIn => format!("[[in]] - {figure}"),
                R::Connection => "budget.connected = \"no\"".to_owned(),
            }
        };
        let ways = |is_smallest: bool| {
            let those = relaxations.iter().filter(|it| it.exact == is_smallest);
            let ways: Vec<String> = those.map(typed).collect();
            if ways.is_empty() { "-".to_owned() } else { ways.join("; ") }
        };
        Problem::error("K0773", Place::default()).with("ways", ways(true)).with("more", ways(false))
    }
}

fn search(effort: Effort, seed: u64) -> SearchOptions {
    match effort {
        Effort::Full => SearchOptions { n_steps: DEFAULT_STEPS, n_starts: STARTS, seed },
        // Steps are for the proof, which nobody asks of one choice of many.
        Effort::Little => SearchOptions { n_steps: 0, n_starts: 1, seed },
    }
}

fn does_not_fit(why: NotChosen) -> Problem {
    let rule = match why {
        NotChosen::TooManyMustBeIn => "budget.areas",
        NotChosen::MustBeInTooLarge => "budget.residents",
        NotChosen::MustBeInOneMunicipality => "spread.at_most_per_municipality",
        NotChosen::TooFewInMunicipality | NotChosen::MinimaTooLarge => "spread.at_least_per_municipality",
        NotChosen::MustBeInUnknown => "in",
    };
    Problem::error("K0770", Place::default()).with("rule", rule)
}
