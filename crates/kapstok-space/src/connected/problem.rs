// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What may be chosen, what a choice is, and whether a choice keeps to the rules.
//!
//! In: figures and rules as the caller has them. Out: [`feasible`], which every answer of this module passes.
//! Invariant: a sum of residents may pass a limit by a millionth of a person, for the rounding of sums.
//! Not here: how a choice is found.

use std::collections::{BTreeMap, BTreeSet};

use crate::SpatialWeights;

/// Steps that [`choose`](super::choose) takes unless the caller says otherwise.
pub const DEFAULT_STEPS: u64 = 8_000_000;
/// A millionth of a person is nobody.
pub(super) const NOBODY: f64 = 1e-6;

/// What can be chosen and under which rules; lists are `[n_areas]`, in the order of the map.
#[derive(Clone, Debug)]
pub struct Problem<'a> {
    /// People that an area adds to the objective; 0 where it is not known.
    pub benefit: &'a [f64],
    /// Residents, 0 or more.
    pub residents: &'a [f64],
    /// Whether an area may be chosen.
    pub allowed: &'a [bool],
    /// Whether an area must be in one of the sets; it then may, whatever `allowed` says.
    pub must_be_in: &'a [bool],
    /// Who touches whom; one direction is enough. An island can be a set by itself. Weights play no part.
    pub neighbours: &'a SpatialWeights,
    /// Municipality, as a number.
    pub parent: &'a [usize],
    /// Whether a set stays within one municipality.
    pub within_parent: bool,
    /// Fewest sets; with `max_sets` equal to it, exactly so many.
    pub min_sets: usize,
    /// Most sets.
    pub max_sets: usize,
    /// Fewest residents of one set.
    pub floor: Option<f64>,
    /// Most residents of one set.
    pub ceiling: Option<f64>,
    /// Most residents of all sets together.
    pub max_residents: Option<f64>,
    /// Most sets in one municipality; asks `within_parent`.
    pub max_per_parent: Option<usize>,
    /// Fewest sets in each municipality of `parents_with`; asks `within_parent`.
    pub min_per_parent: Option<usize>,
    /// The municipalities that `min_per_parent` is about.
    pub parents_with: &'a [usize],
}

/// How much work to do, and the seed of its random numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchOptions {
    /// Steps of the search for a proof; 0 leaves it out, and gives the
    /// bound of sets that need not hang together.
    pub n_steps: u64,
    /// From how many beginnings the local search sets out, each with up to 300 rounds; at least 1 is taken.
    pub n_starts: u32,
    /// Seed.
    pub seed: u64,
}

/// A choice with its proof.
#[derive(Clone, Debug, PartialEq)]
pub struct Sets {
    /// Areas of each set, rising; sets in the order of their first area.
    pub sets: Vec<Vec<usize>>,
    /// The benefit of all of them.
    pub objective: f64,
    /// No choice has a higher benefit.
    pub bound: f64,
    /// Steps that were taken.
    pub n_steps: u64,
    /// Whether no better choice exists (by more than a thousandth of a person).
    pub proved: bool,
}

impl Sets {
    /// How far the choice may lie below the best, as a part of the bound; 0 when it is proved best.
    pub fn gap(&self) -> f64 {
        if self.proved || self.bound <= 0.0 { 0.0 } else { (self.bound - self.objective).max(0.0) / self.bound }
    }
}

/// Why there are no sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSets {
    /// The lists are not equally long.
    #[error("lists of different length")]
    Shape,
    /// A benefit that is not finite, or residents that are not finite or below 0.
    #[error("area {area}: a benefit that is no number, or residents that are no number from 0")]
    Figure {
        /// The area, from 0.
        area: usize,
    },
    /// A limit that is not a number, or is below 0.
    #[error("a limit of residents is no number from 0")]
    Limit,
    /// A rule per municipality, while a set may lie in several.
    #[error("a number of sets per municipality asks that each set stays within one")]
    PerParent,
    /// It is proved that no choice keeps to all rules.
    #[error("no choice keeps to all rules")]
    Infeasible,
    /// No choice was found, and that there is none is not proved.
    #[error("no choice was found within {n_steps} steps, which does not prove that there is none")]
    NotFound {
        /// Steps that were taken.
        n_steps: u64,
    },
}

/// The first rule that a choice breaks.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum Violation {
    /// A set without areas, or a number that is no area of the list.
    #[error("set {set} is empty or holds what is no area")]
    NoArea {
        /// Which set, from 0.
        set: usize,
    },
    /// An area that stands twice.
    #[error("area {area} stands in the choice twice")]
    Twice {
        /// The area.
        area: usize,
    },
    /// An area that may not be chosen.
    #[error("area {area} may not be chosen")]
    NotAllowed {
        /// The area.
        area: usize,
    },
    /// An area that must be in and is not.
    #[error("area {area} must be in")]
    MustBeIn {
        /// The area.
        area: usize,
    },
    /// A set of several pieces.
    #[error("set {set} does not hang together")]
    Apart {
        /// Which set.
        set: usize,
    },
    /// A set in several municipalities.
    #[error("set {set} lies in more than one municipality")]
    SeveralParents {
        /// Which set.
        set: usize,
    },
    /// Too few residents.
    #[error("set {set} has {residents} residents, below the floor")]
    Floor {
        /// Which set.
        set: usize,
        /// Its residents.
        residents: f64,
    },
    /// Too many residents.
    #[error("set {set} has {residents} residents, above the ceiling")]
    Ceiling {
        /// Which set.
        set: usize,
        /// Its residents.
        residents: f64,
    },
    /// Too many residents in all.
    #[error("all sets have {residents} residents, above the budget")]
    MaxResidents {
        /// Residents of all sets.
        residents: f64,
    },
    /// Too few or too many sets.
    #[error("{n_sets} sets are too few or too many")]
    NumberOfSets {
        /// How many there are.
        n_sets: usize,
    },
    /// Too few or too many sets in one municipality.
    #[error("{n_sets} sets in municipality {parent} are too few or too many")]
    NumberInParent {
        /// The municipality.
        parent: usize,
        /// How many sets it has.
        n_sets: usize,
    },
}

/// Whether a choice keeps to every rule.
///
/// # Errors
/// The first [`Violation`].
pub fn feasible(problem: &Problem<'_>, sets: &[Vec<usize>]) -> Result<(), Violation> {
    let n_areas = problem.benefit.len();
    let mut taken = BTreeSet::new();
    let mut in_parent: BTreeMap<usize, usize> = problem.parents_with.iter().map(|&parent| (parent, 0)).collect();
    let mut residents_in_all = 0.0;
    for (set, areas) in sets.iter().enumerate() {
        if areas.is_empty() || areas.iter().any(|&area| area >= n_areas) {
            return Err(Violation::NoArea { set });
        }
        for &area in areas {
            if !taken.insert(area) {
                return Err(Violation::Twice { area });
            }
            if !problem.allowed[area] && !problem.must_be_in[area] {
                return Err(Violation::NotAllowed { area });
            }
        }
        residents_in_all += one_set(problem, set, areas)?;
        *in_parent.entry(problem.parent[areas[0]]).or_default() += 1;
    }
    if let Some(area) = (0..n_areas).find(|area| problem.must_be_in[*area] && !taken.contains(area)) {
        return Err(Violation::MustBeIn { area });
    }
    if problem.max_residents.is_some_and(|most| residents_in_all > most + NOBODY) {
        return Err(Violation::MaxResidents { residents: residents_in_all });
    }
    if !(problem.min_sets..=problem.max_sets).contains(&sets.len()) {
        return Err(Violation::NumberOfSets { n_sets: sets.len() });
    }
    let fewest = |parent| if problem.parents_with.contains(parent) { problem.min_per_parent.unwrap_or(0) } else { 0 };
    let most = problem.max_per_parent.unwrap_or(usize::MAX);
    match in_parent.iter().find(|(parent, n_sets)| **n_sets < fewest(parent) || **n_sets > most) {
        Some((&parent, &n_sets)) => Err(Violation::NumberInParent { parent, n_sets }),
        None => Ok(()),
    }
}

/// The residents of one set, when it keeps to the rules for one.
fn one_set(problem: &Problem<'_>, set: usize, areas: &[usize]) -> Result<f64, Violation> {
    let residents: f64 = areas.iter().map(|&area| problem.residents[area]).sum();
    if !hangs_together(problem.neighbours, areas) {
        return Err(Violation::Apart { set });
    }
    if problem.within_parent && areas.iter().any(|&area| problem.parent[area] != problem.parent[areas[0]]) {
        return Err(Violation::SeveralParents { set });
    }
    if problem.floor.is_some_and(|fewest| residents < fewest - NOBODY) {
        return Err(Violation::Floor { set, residents });
    }
    if problem.ceiling.is_some_and(|most| residents > most + NOBODY) {
        return Err(Violation::Ceiling { set, residents });
    }
    Ok(residents)
}

fn hangs_together(neighbours: &SpatialWeights, areas: &[usize]) -> bool {
    let touch = |one: usize, other: usize| {
        neighbours.of(one).binary_search(&(other as u32)).is_ok()
            || neighbours.of(other).binary_search(&(one as u32)).is_ok()
    };
    let mut rest = areas[1..].to_vec();
    let mut reached = vec![areas[0]];
    while let Some(area) = reached.pop() {
        let (near, far): (Vec<usize>, Vec<usize>) = rest.into_iter().partition(|&other| touch(area, other));
        reached.extend(near);
        rest = far;
    }
    rest.is_empty()
}
