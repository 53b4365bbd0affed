// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
use proptest::prelude::*;

use super::*;
use crate::SpatialWeights;

/// What a problem borrows.
#[derive(Clone, Debug)]
pub(super) struct Map {
    pub(super) benefit: Vec<f64>,
    pub(super) residents: Vec<f64>,
    pub(super) allowed: Vec<bool>,
    pub(super) must_be_in: Vec<bool>,
    pub(super) neighbours: SpatialWeights,
    pub(super) parent: Vec<usize>,
}

impl Map {
    pub(super) fn problem(&self) -> Problem<'_> {
        Problem {
            benefit: &self.benefit,
            residents: &self.residents,
            allowed: &self.allowed,
            must_be_in: &self.must_be_in,
            neighbours: &self.neighbours,
            parent: &self.parent,
            within_parent: false,
            min_sets: 0,
            max_sets: 1,
            floor: None,
            ceiling: None,
            max_residents: None,
            max_per_parent: None,
            min_per_parent: None,
            parents_with: &[],
        }
    }
}

pub(super) const OPTIONS: SearchOptions = SearchOptions { n_steps: 2_000_000, n_starts: 2, seed: 7 };

/// Squares in rows of `wide`, neighbours by side; a link that `cut` names is not there.
pub(super) fn grid(wide: usize, high: usize, cut: impl Fn(usize, usize) -> bool) -> SpatialWeights {
    let beside = |at: usize| {
        let (x, y) = (at % wide, at / wide);
        let mut row = Vec::new();
        for (there, other) in [
            (y > 0, at.wrapping_sub(wide)),
            (x > 0, at.wrapping_sub(1)),
            (x + 1 < wide, at + 1),
            (y + 1 < high, at + wide),
        ] {
            if there && !cut(at.min(other), at.max(other)) {
                row.push(other as u32);
            }
        }
        row
    };
    SpatialWeights::new(&(0..wide * high).map(beside).collect::<Vec<_>>()).unwrap()
}

/// The best benefit over all choices of disjoint connected sets, written without regard to speed: none when no choice
/// keeps to the rules.
pub(super) fn brute(problem: &Problem<'_>) -> Option<f64> {
    let n = problem.benefit.len();
    let areas = |set: u32| (0..n).filter(|area| set >> area & 1 == 1).collect::<Vec<usize>>();
    let alone = |set: &u32| {
        let mut one = problem.clone();
        let nowhere = vec![false; n];
        (one.min_sets, one.max_sets, one.must_be_in, one.min_per_parent) = (1, 1, &nowhere, None);
        let allowed: Vec<bool> = (0..n).map(|area| problem.allowed[area] || problem.must_be_in[area]).collect();
        one.allowed = &allowed;
        feasible(&one, &[areas(*set)]).is_ok()
    };
    let pieces: Vec<u32> = (1..1_u32 << n).filter(alone).collect();
    let mut best: Option<f64> = None;
    let mut chosen = Vec::new();
    combine(problem, &pieces, 0, &mut chosen, &mut |sets: &[u32]| {
        let sets: Vec<Vec<usize>> = sets.iter().map(|&set| areas(set)).collect();
        if feasible(problem, &sets).is_ok() {
            let benefit = sets.iter().flatten().map(|&area| problem.benefit[area]).sum::<f64>();
            best = Some(best.map_or(benefit, |best| best.max(benefit)));
        }
    });
    best
}

fn combine(problem: &Problem<'_>, pieces: &[u32], from: usize, chosen: &mut Vec<u32>, see: &mut dyn FnMut(&[u32])) {
    see(chosen);
    if chosen.len() == problem.max_sets {
        return;
    }
    let used: u32 = chosen.iter().sum();
    for at in from..pieces.len() {
        if pieces[at] & used == 0 {
            chosen.push(pieces[at]);
            combine(problem, pieces, at + 1, chosen, see);
            chosen.pop();
        }
    }
}

/// A map of twelve areas and rules: 4 by 3 squares from which links are cut, so that there are holes and islands.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub(super) map: Map,
    floor: Option<f64>,
    ceiling: Option<f64>,
    max_residents: Option<f64>,
    sets: (usize, usize),
    within_parent: bool,
    per_parent: (Option<usize>, Option<usize>),
    parents_with: Vec<usize>,
}

impl Rules {
    pub(super) fn problem(&self) -> Problem<'_> {
        Problem {
            within_parent: self.within_parent,
            min_sets: self.sets.0.min(self.sets.1),
            max_sets: self.sets.1,
            floor: self.floor,
            ceiling: self.ceiling,
            max_residents: self.max_residents,
            max_per_parent: self.per_parent.0.filter(|_| self.within_parent),
            min_per_parent: self.per_parent.1.filter(|_| self.within_parent),
            parents_with: &self.parents_with,
            ..self.map.problem()
        }
    }
}

pub(super) fn rules() -> impl Strategy<Value = Rules> {
    let figures = prop::collection::vec((-5_i32..60, 1_u32..50, 0_usize..3), 12);
    let flags = prop::collection::vec((prop::bool::weighted(0.9), prop::bool::weighted(0.06)), 12);
    let cut = prop::collection::vec(prop::bool::weighted(0.25), 64);
    let limits = (
        prop::option::of(10_u32..110),
        prop::option::weighted(0.7, 40_u32..160),
        prop::option::weighted(0.5, 60_u32..300),
    );
    let numbers = ((0_usize..4, 1_usize..4), any::<bool>(), prop::option::of(1_usize..3), prop::option::of(1_usize..2));
    let parents = prop::collection::vec(0_usize..3, 0..3);
    (figures, flags, cut, limits, numbers, parents).prop_map(|(figures, flags, cut, limits, numbers, parents_with)| {
        let map = Map {
            benefit: figures.iter().map(|it| f64::from(it.0)).collect(),
            residents: figures.iter().map(|it| f64::from(it.1)).collect(),
            allowed: flags.iter().map(|it| it.0).collect(),
            must_be_in: flags.iter().map(|it| it.1).collect(),
            neighbours: grid(4, 3, |one, other| cut[(one * 5 + other) % 64]),
            // Neighbouring columns lie in one municipality, now and then an area in another.
            parent: figures.iter().enumerate().map(|(at, it)| if it.0 % 5 == 0 { it.2 } else { at % 4 / 2 }).collect(),
        };
        Rules {
            map,
            floor: limits.0.map(f64::from),
            ceiling: limits.1.map(f64::from),
            max_residents: limits.2.map(f64::from),
            sets: numbers.0,
            within_parent: numbers.1,
            per_parent: (numbers.2, numbers.3),
            parents_with,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn no_connected_choice_of_twelve_areas_is_better(rules in rules()) {
        let problem = rules.problem();
        let truth = brute(&problem);
        match (choose(&problem, &OPTIONS), truth) {
            (Ok(got), Some(truth)) => {
                prop_assert_eq!(feasible(&problem, &got.sets), Ok(()));
                prop_assert!(got.proved && got.gap() == 0.0);
                prop_assert!((got.objective - truth).abs() < 1e-6, "{} for {}", got.objective, truth);
                prop_assert!(bound(&problem).unwrap() >= truth - 1e-9);
            }
            (Err(NoSets::Infeasible), None) => {}
            (got, truth) => prop_assert!(false, "{got:?} for {truth:?}"),
        }
    }

    #[test]
    fn a_bound_of_few_steps_is_never_below_the_best(rules in rules(), n_steps in 0_u64..200) {
        let problem = rules.problem();
        let few = SearchOptions { n_steps, n_starts: 1, seed: 1 };
        match (choose(&problem, &few), brute(&problem)) {
            (Ok(got), Some(truth)) => {
                prop_assert_eq!(feasible(&problem, &got.sets), Ok(()));
                prop_assert!(got.bound >= truth - 1e-9 && got.objective <= truth + 1e-9);
            }
            (Ok(_), None) => prop_assert!(false, "there is no such choice"),
            (Err(NoSets::Infeasible), truth) => prop_assert_eq!(truth, None),
            (Err(NoSets::NotFound { .. }), _) => {}
            (Err(error), _) => prop_assert!(false, "{error}"),
        }
    }
}
