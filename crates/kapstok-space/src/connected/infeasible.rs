// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Where no choice keeps to all rules: which one rule would have to give, and how far?
//!
//! In: a problem without a choice. Out: for each rule by which alone a choice would exist again, the least that it must
//! give. Invariant: with a rule so relaxed there is a choice, and it is handed back. Not here: two rules at once.

use super::exact::choose_in;
use super::field::Field;
use super::problem::{NoSets, Problem, SearchOptions, Sets};
use crate::SpatialWeights;

/// A rule of a [`Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Fewest residents of one set.
    Floor,
    /// Most residents of one set.
    Ceiling,
    /// Most residents in all.
    MaxResidents,
    /// Fewest sets.
    MinSets,
    /// Most sets.
    MaxSets,
    /// Most sets in one municipality.
    MaxPerParent,
    /// Fewest sets in each of some municipalities.
    MinPerParent,
    /// A set stays within one municipality.
    WithinParent,
    /// Areas that must be in.
    MustBeIn,
    /// A set hangs together.
    Connection,
}

/// How far one rule must give for a choice to exist.
#[derive(Clone, Debug, PartialEq)]
pub struct Relaxation {
    /// The rule.
    pub rule: Rule,
    /// What would do: residents for limits of residents, sets for numbers of sets, areas that need not be in for
    /// [`Rule::MustBeIn`]; nothing for a rule that is on or off.
    pub figure: Option<f64>,
    /// Whether it is proved that less would not do; otherwise the figure suffices and a smaller step may too.
    pub exact: bool,
    /// Areas that no longer must be in, for [`Rule::MustBeIn`].
    pub areas: Vec<usize>,
    /// A choice under the relaxed rule.
    pub sets: Vec<Vec<usize>>,
}

/// Halvings of a limit of residents; after so many, a figure is known to less than a person.
const HALVINGS: u32 = 40;

/// Each single rule by which there would be a choice, in the order of [`Rule`]; empty where there is a choice already,
/// or where no one rule suffices.
///
/// A limit of residents that is exact is so to within a person, or to a millionth of itself. `options.n_steps` holds
/// for each of some dozens of searches: on a map of thousands of areas some 100,000 steps and one start will do.
///
/// # Errors
/// [`NoSets`] where the problem cannot be read.
pub fn smallest_rule_to_relax(problem: &Problem<'_>, options: &SearchOptions) -> Result<Vec<Relaxation>, NoSets> {
    let search = Search { problem, options };
    match search.choose(problem)? {
        Found::Sets(_) => return Ok(Vec::new()),
        Found::None | Found::Unknown => {}
    }
    let all = [
        search.floor()?,
        search.ceiling()?,
        search.max_residents()?,
        search.min_sets()?,
        search.max_sets()?,
        search.max_per_parent()?,
        search.min_per_parent()?,
        search.within_parent()?,
        search.must_be_in()?,
        search.connection()?,
    ];
    Ok(all.into_iter().flatten().collect())
}

enum Found {
    Sets(Vec<Vec<usize>>),
    /// Proved.
    None,
    Unknown,
}

struct Search<'s, 'a> {
    problem: &'s Problem<'a>,
    options: &'s SearchOptions,
}

impl Search<'_, '_> {
    /// Any choice will do, so benefit plays no part: the first one that is found is proved best.
    fn choose(&self, problem: &Problem<'_>) -> Result<Found, NoSets> {
        let nothing = vec![0.0; problem.benefit.len()];
        let problem = Problem { benefit: &nothing, ..problem.clone() };
        match choose_in(&Field::new(&problem)?, self.options) {
            Ok(Sets { sets, .. }) => Ok(Found::Sets(sets)),
            Err(NoSets::Infeasible) => Ok(Found::None),
            Err(NoSets::NotFound { .. }) => Ok(Found::Unknown),
            Err(error) => Err(error),
        }
    }

    /// The choice with the highest benefit, if one was found.
    fn best(&self, problem: &Problem<'_>) -> Result<Option<Sets>, NoSets> {
        match choose_in(&Field::new(problem)?, self.options) {
            Ok(sets) => Ok(Some(sets)),
            Err(NoSets::Infeasible | NoSets::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn residents(&self) -> f64 {
        self.problem.residents.iter().sum()
    }

    fn floor(&self) -> Result<Option<Relaxation>, NoSets> {
        let Some(floor) = self.problem.floor else { return Ok(None) };
        let with = |floor| Problem { floor: Some(floor), ..self.problem.clone() };
        // What the smallest set of a choice holds would have been floor enough.
        let smallest = |sets: &[Vec<usize>]| self.of_sets(sets).into_iter().fold(f64::INFINITY, f64::min);
        self.halve(Rule::Floor, floor, 0.0, with, smallest)
    }

    fn ceiling(&self) -> Result<Option<Relaxation>, NoSets> {
        let Some(ceiling) = self.problem.ceiling else { return Ok(None) };
        let with = |ceiling| Problem { ceiling: Some(ceiling), ..self.problem.clone() };
        let largest = |sets: &[Vec<usize>]| self.of_sets(sets).into_iter().fold(0.0, f64::max);
        self.halve(Rule::Ceiling, ceiling, self.residents(), with, largest)
    }

    /// The choice with the fewest residents, which is a choice with the highest benefit when each resident costs one.
    fn max_residents(&self) -> Result<Option<Relaxation>, NoSets> {
        if self.problem.max_residents.is_none() {
            return Ok(None);
        }
        let cost: Vec<f64> = self.problem.residents.iter().map(|residents| -residents).collect();
        let fewest = Problem { benefit: &cost, max_residents: None, ..self.problem.clone() };
        let Some(found) = self.best(&fewest)? else { return Ok(None) };
        let figure = Some(self.of_sets(&found.sets).iter().sum());
        let (exact, sets) = (found.proved, found.sets);
        Ok(Some(Relaxation { rule: Rule::MaxResidents, figure, exact, areas: Vec::new(), sets }))
    }

    fn of_sets(&self, sets: &[Vec<usize>]) -> Vec<f64> {
        sets.iter().map(|areas| areas.iter().map(|&area| self.problem.residents[area]).sum()).collect()
    }

    /// The limit nearest to `refused` with which there is a choice, `widest` being the furthest that it can give.
    fn halve<'p>(
        &self,
        rule: Rule,
        refused: f64,
        widest: f64,
        with: impl Fn(f64) -> Problem<'p>,
        attained: impl Fn(&[Vec<usize>]) -> f64,
    ) -> Result<Option<Relaxation>, NoSets> {
        let Found::Sets(mut sets) = self.choose(&with(widest))? else { return Ok(None) };
        let (mut refused, mut enough, mut exact) = (refused, attained(&sets), true);
        for _ in 0..HALVINGS {
            if (refused - enough).abs() <= (enough * 1e-6).max(0.5) {
                break;
            }
            let middle = f64::midpoint(refused, enough);
            match self.choose(&with(middle))? {
                Found::Sets(found) => (enough, sets) = (attained(&found), found),
                Found::None => refused = middle,
                Found::Unknown => (refused, exact) = (middle, false),
            }
        }
        Ok(Some(Relaxation { rule, figure: Some(enough), exact, areas: Vec::new(), sets }))
    }

    /// The first of some numbers with which there is a choice.
    fn first<'p>(
        &self,
        rule: Rule,
        numbers: impl Iterator<Item = usize>,
        with: impl Fn(usize) -> Problem<'p>,
    ) -> Result<Option<Relaxation>, NoSets> {
        let mut exact = true;
        for number in numbers {
            match self.choose(&with(number))? {
                Found::Sets(sets) => {
                    let figure = Some(number as f64);
                    return Ok(Some(Relaxation { rule, figure, exact, areas: Vec::new(), sets }));
                }
                Found::None => {}
                Found::Unknown => exact = false,
            }
        }
        Ok(None)
    }

    fn min_sets(&self) -> Result<Option<Relaxation>, NoSets> {
        let with = |min_sets| Problem { min_sets, ..self.problem.clone() };
        self.first(Rule::MinSets, (0..self.problem.min_sets).rev(), with)
    }

    fn max_sets(&self) -> Result<Option<Relaxation>, NoSets> {
        let with = |max_sets| Problem { max_sets, ..self.problem.clone() };
        // More sets than that are not needed by what must be in and by any number of sets that is asked.
        let needed = self.problem.must_be_in.iter().filter(|must| **must).count()
            + self.problem.min_sets
            + self.problem.min_per_parent.unwrap_or(0) * self.problem.parents_with.len();
        let last = needed.min(self.problem.benefit.len());
        let Found::Sets(sets) = self.choose(&with(last.max(self.problem.max_sets)))? else { return Ok(None) };
        let first = self.first(Rule::MaxSets, self.problem.max_sets + 1..sets.len().max(1), with)?;
        let figure = Some(sets.len() as f64);
        Ok(Some(first.unwrap_or(Relaxation { rule: Rule::MaxSets, figure, exact: true, areas: Vec::new(), sets })))
    }

    fn max_per_parent(&self) -> Result<Option<Relaxation>, NoSets> {
        let Some(most) = self.problem.max_per_parent else { return Ok(None) };
        let with = |most| Problem { max_per_parent: Some(most), ..self.problem.clone() };
        self.first(Rule::MaxPerParent, most + 1..self.problem.max_sets + 1, with)
    }

    fn min_per_parent(&self) -> Result<Option<Relaxation>, NoSets> {
        let Some(fewest) = self.problem.min_per_parent else { return Ok(None) };
        let with = |fewest| Problem { min_per_parent: Some(fewest), ..self.problem.clone() };
        self.first(Rule::MinPerParent, (0..fewest).rev(), with)
    }

    fn within_parent(&self) -> Result<Option<Relaxation>, NoSets> {
        // Numbers per municipality have no meaning for sets that lie in several.
        let numbers = self.problem.max_per_parent.is_some() || self.problem.min_per_parent.is_some();
        if !self.problem.within_parent || numbers {
            return Ok(None);
        }
        self.on_or_off(Rule::WithinParent, &Problem { within_parent: false, ..self.problem.clone() })
    }

    fn connection(&self) -> Result<Option<Relaxation>, NoSets> {
        let n_areas = self.problem.benefit.len();
        if n_areas > MOST_ALL_BESIDE_ALL {
            return Ok(None);
        }
        let others = |area: usize| (0..n_areas as u32).filter(|&other| other as usize != area).collect();
        let rows: Vec<Vec<u32>> = (0..n_areas).map(others).collect();
        let Ok(all_beside_all) = SpatialWeights::new(&rows) else { return Ok(None) };
        self.on_or_off(Rule::Connection, &Problem { neighbours: &all_beside_all, ..self.problem.clone() })
    }

    fn on_or_off(&self, rule: Rule, relaxed: &Problem<'_>) -> Result<Option<Relaxation>, NoSets> {
        let Found::Sets(sets) = self.choose(relaxed)? else { return Ok(None) };
        Ok(Some(Relaxation { rule, figure: None, exact: true, areas: Vec::new(), sets }))
    }

    /// The choice that holds most of what must be in.
    fn must_be_in(&self) -> Result<Option<Relaxation>, NoSets> {
        let must = self.problem.must_be_in;
        let nothing = vec![false; must.len()];
        let one: Vec<f64> = must.iter().map(|must| f64::from(u8::from(*must))).collect();
        let allowed: Vec<bool> =
            must.iter().zip(self.problem.allowed).map(|(must, allowed)| *must || *allowed).collect();
        let most = Problem { benefit: &one, allowed: &allowed, must_be_in: &nothing, ..self.problem.clone() };
        let Some(found) = self.best(&most)? else { return Ok(None) };
        let is_in = |area: &usize| found.sets.iter().any(|areas| areas.binary_search(area).is_ok());
        let areas: Vec<usize> = (0..must.len()).filter(|&area| must[area] && !is_in(&area)).collect();
        let figure = Some(areas.len() as f64);
        Ok(Some(Relaxation { rule: Rule::MustBeIn, figure, exact: found.proved, areas, sets: found.sets }))
    }
}

/// Areas up to which all are made neighbours of all.
const MOST_ALL_BESIDE_ALL: usize = 400;
