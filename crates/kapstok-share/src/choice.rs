// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A choice as a build holds it: the rule, every area that the rule looked at with its figures, and what was chosen.
//!
//! In: what `kapstok choose` found. Out: wire types, for pages and for other programs; and [`ChoiceEntry::coverage`], so
//! that any other choice is held against the same figures. **Invariant:** made from a snapshot, so nothing that the gate
//! withholds is in it; sums are over what is shown, in the order of the areas.

pub mod against_rule;

use kapstok_find::choose::{Coverage, coverage};
use serde::{Deserialize, Serialize};

use crate::manifest::Both;

/// Name and version of the form. Experimental: it may change with a minor version.
pub const SCHEMA: &str = "kapstok-choice/1";

/// A choice by a written rule.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceEntry {
    /// [`SCHEMA`].
    pub schema: String,
    /// Id of the rule.
    pub id: String,
    /// Its title.
    pub title: Both,
    /// SHA-256 of the text of the rule.
    pub protocol_sha256: String,
    /// Id of the recipe whose burdens count.
    pub recipe: String,
    /// The level whose areas are chosen.
    pub level: String,
    /// What the rule asks.
    pub rule: RuleEntry,
    /// Ids of the domains that count.
    pub domains: Vec<String>,
    /// What each domain rests on: `share-of-people` or `residents-of-worst-part`.
    pub rests: Vec<String>,
    /// Every area that the rule looks at, in the order of its level.
    pub areas: Vec<CandidateEntry>,
    /// The chosen sets, each a list of positions in `areas`, rising; one area each where they need not hang together.
    pub sets: Vec<Vec<usize>>,
    /// What they add up to.
    pub objective: f64,
    /// No choice by this rule adds up to more.
    pub bound: f64,
    /// Choices that do nearly as well and differ.
    pub alternatives: Vec<AlternativeEntry>,
    /// The best choice when areas need not hang together, positions in `areas`; `None` where they need not anyway.
    pub unconnected: Option<AlternativeEntry>,
    /// How often the choice was made again with figures as they might have been; 0: never.
    pub replications: u32,
    /// Where every draw starts.
    pub seed: u64,
}

/// What a rule asks, as far as a reader can check it on the figures here.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RuleEntry {
    /// What counts: `burdened-residents`, `residents-of-areas` or `indicator`.
    pub counts: String,
    /// Most chosen areas; of connected choices, most sets.
    pub max_areas: Option<usize>,
    /// Most residents in all.
    pub max_residents: Option<f64>,
    /// Fewest residents of one chosen area; of connected choices, of one set.
    pub floor: Option<f64>,
    /// Most residents of one chosen area; of connected choices, of one set.
    pub ceiling: Option<f64>,
    /// Whether each chosen set hangs together.
    pub connected: bool,
    /// Most chosen areas (or sets) of one municipality.
    pub at_most_per_municipality: Option<usize>,
    /// Fewest chosen areas (or sets) of each municipality that the rule names.
    pub at_least_per_municipality: Option<usize>,
}

/// An area that a rule looks at.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CandidateEntry {
    /// Its code.
    pub area: String,
    /// Code of its municipality; empty where none is known.
    pub municipality: String,
    /// Whether the rule may choose it.
    pub allowed: bool,
    /// Residents.
    pub residents: Option<f64>,
    /// People that it adds to the objective.
    pub counts: Option<f64>,
    /// Burdened people per domain, in the order of `domains`.
    pub people: Vec<Option<f64>>,
    /// Positions in `areas` of those that it touches; empty where there is no map. Where a connected set stays within one
    /// municipality, only those of its own.
    pub touches: Vec<usize>,
    /// In which part of the replications it was chosen, 0 ..= 1; `None` where none were run.
    pub chance: Option<f64>,
    /// The reason of the rule for putting it in or out, where it does.
    pub ruled: Option<RuledEntry>,
}

/// An area that the rule itself puts in or out.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RuledEntry {
    /// In, or out.
    pub inside: bool,
    /// Why.
    pub reason: String,
}

/// Another choice.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AlternativeEntry {
    /// Its sets, as in [`ChoiceEntry::sets`].
    pub sets: Vec<Vec<usize>>,
    /// What they add up to.
    pub objective: f64,
    /// The part of the residents of both choices together that lives in only one of them, 0 ..= 1.
    pub differs: f64,
}

impl ChoiceEntry {
    /// For each area whether the rule chose it, `[n_areas]`.
    pub fn chosen(&self) -> Vec<bool> {
        self.flags(&self.sets)
    }

    /// For each area whether it is in one of these sets, `[n_areas]`. Positions that are no area are passed over.
    pub fn flags(&self, sets: &[Vec<usize>]) -> Vec<bool> {
        let mut flags = vec![false; self.areas.len()];
        for position in sets.iter().flatten() {
            if let Some(flag) = flags.get_mut(*position) {
                *flag = true;
            }
        }
        flags
    }

    /// Takes out the figures of areas that may show none, whatever the file said.
    pub(crate) fn withhold(&mut self, is_shown: impl Fn(&str) -> bool) {
        for area in &mut self.areas {
            if !is_shown(&area.area) {
                area.allowed = false;
                (area.residents, area.counts, area.chance) = (None, None, None);
                area.people.iter_mut().for_each(|people| *people = None);
            }
            // A chance without a figure would tell what the figure may not.
            area.chance = area.chance.filter(|_| area.counts.is_some());
        }
    }

    /// Who lives inside and outside of any areas of it, `[n_areas]`.
    pub fn coverage(&self, chosen: &[bool]) -> Coverage {
        let of_domain = |domain: usize| -> Vec<Option<f64>> {
            self.areas.iter().map(|area| area.people.get(domain).copied().flatten()).collect()
        };
        let people: Vec<Vec<Option<f64>>> = (0..self.domains.len()).map(of_domain).collect();
        let people: Vec<&[Option<f64>]> = people.iter().map(Vec::as_slice).collect();
        let residents: Vec<Option<f64>> = self.areas.iter().map(|area| area.residents).collect();
        coverage(&people, &residents, &vec![true; self.areas.len()], chosen)
    }

    /// What any areas of it add up to by its rule.
    pub fn objective_of(&self, chosen: &[bool]) -> f64 {
        let inside = self.areas.iter().zip(chosen).filter(|(_, inside)| **inside);
        inside.filter_map(|(area, _)| area.counts).fold(0.0, |sum, it| sum + it)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A choice among areas with one domain, of which nothing is chosen.
    pub(crate) fn of_areas(areas: Vec<CandidateEntry>) -> ChoiceEntry {
        ChoiceEntry { areas, sets: Vec::new(), objective: 0.0, bound: 0.0, ..entry() }
    }

    fn entry() -> ChoiceEntry {
        let area = |residents: f64, people: f64| CandidateEntry {
            residents: Some(residents),
            counts: Some(people),
            people: vec![Some(people)],
            ..CandidateEntry::default()
        };
        ChoiceEntry {
            schema: SCHEMA.to_owned(),
            id: "two".to_owned(),
            title: Both { nl: "Twee".to_owned(), en: "Two".to_owned() },
            protocol_sha256: String::new(),
            recipe: String::new(),
            level: String::new(),
            rule: RuleEntry::default(),
            domains: vec!["income".to_owned()],
            rests: vec!["share-of-people".to_owned()],
            areas: vec![area(100.0, 20.0), area(200.0, 10.0), area(50.0, 5.0)],
            sets: vec![vec![0], vec![2]],
            objective: 25.0,
            bound: 25.0,
            alternatives: Vec::new(),
            unconnected: None,
            replications: 0,
            seed: 0,
        }
    }

    #[test]
    fn any_areas_are_held_against_the_same_figures() {
        let entry = entry();
        assert_eq!(entry.chosen(), [true, false, true]);
        let coverage = entry.coverage(&entry.chosen());
        assert_eq!((coverage.reached, coverage.missed, coverage.residents_inside), (25.0, 10.0, 150.0));
        assert_eq!(entry.objective_of(&[false, true, true]), 15.0);
        assert_eq!(entry.flags(&[vec![7]]), [false; 3], "what is no area is passed over");
    }

    #[test]
    fn figures_of_an_area_that_may_show_none_do_not_stay() {
        let mut entry = entry();
        entry.areas[0].area = "hidden".to_owned();
        entry.withhold(|area| area != "hidden");
        assert_eq!(
            (entry.areas[0].residents, entry.areas[0].counts, &entry.areas[0].people),
            (None, None, &vec![None])
        );
        assert_eq!(entry.coverage(&entry.chosen()).reached, 5.0, "nothing of it is in a sum");
        assert_eq!(entry.areas[2].residents, Some(50.0));
    }

    #[test]
    fn the_form_comes_back_as_it_was_written() {
        let entry = entry();
        let text = serde_json::to_string(&entry).unwrap_or_default();
        assert_eq!(serde_json::from_str::<ChoiceEntry>(&text).ok(), Some(entry));
    }
}
