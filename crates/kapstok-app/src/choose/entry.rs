// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A choice as a build keeps it, for pages and other programs: what the rule chose, without changes by hand.

use kapstok_find::choose::What;
use kapstok_share::choice::{AlternativeEntry, CandidateEntry, ChoiceEntry, RuleEntry, RuledEntry, SCHEMA};
use kapstok_share::manifest::Both;

use super::dossier::rests_word;
use super::{Choice, Solved};

impl Choice {
    /// The form in which a build keeps it.
    pub(crate) fn entry(&self) -> ChoiceEntry {
        let kept: Vec<usize> = (0..self.codes.len()).filter(|area| self.looked_at[*area]).collect();
        // Every chosen area is looked at, so it has a place.
        let place = |area: &usize| kept.binary_search(area).ok();
        let places = |sets: &[Vec<usize>]| sets.iter().map(|set| set.iter().filter_map(place).collect()).collect();
        let other = |solved: &Solved, differs: f64| AlternativeEntry {
            sets: places(&solved.sets),
            objective: solved.objective,
            differs,
        };
        let title = |language: &str| {
            let title = &self.protocol.title;
            title.get(language).or_else(|| title.values().next()).unwrap_or(&self.protocol.id).clone()
        };
        let areas = self.by_rule.areas();
        let differs = |solved: &Solved| kapstok_find::choose::differs(&self.residents, &areas, &solved.areas());
        ChoiceEntry {
            schema: SCHEMA.to_owned(),
            id: self.protocol.id.clone(),
            title: Both { nl: title("nl"), en: title("en") },
            protocol_sha256: self.protocol_sha256(),
            recipe: self.protocol.recipe.clone(),
            level: self.protocol.level.clone(),
            rule: self.rule_entry(),
            domains: self.domains.iter().map(|(id, _)| id.clone()).collect(),
            rests: self.domains.iter().map(|(_, counted)| rests_word(counted.rests).to_owned()).collect(),
            areas: kept.iter().map(|area| self.candidate(*area, &place)).collect(),
            sets: places(&self.by_rule.sets),
            objective: self.by_rule.objective,
            bound: self.by_rule.bound,
            alternatives: self.alternatives.iter().map(|(solved, differs)| other(solved, *differs)).collect(),
            unconnected: self.unconnected.as_ref().map(|solved| other(solved, differs(solved))),
            replications: self.chances.as_ref().map_or(0, |it| it.replications),
            seed: self.seed,
        }
    }

    fn rule_entry(&self) -> RuleEntry {
        let protocol = &self.protocol;
        RuleEntry {
            counts: match protocol.counts.what {
                What::BurdenedResidents => "burdened-residents",
                What::ResidentsOfAreas => "residents-of-areas",
                What::Indicator => "indicator",
            }
            .to_owned(),
            max_areas: protocol.budget.areas,
            max_residents: protocol.budget.residents,
            floor: protocol.areas.floor,
            ceiling: protocol.areas.ceiling,
            connected: protocol.budget.connected == kapstok_find::choose::Connected::Yes,
            at_most_per_municipality: protocol.spread.at_most_per_municipality,
            at_least_per_municipality: protocol.spread.at_least_per_municipality,
        }
    }

    fn candidate(&self, area: usize, place: &dyn Fn(&usize) -> Option<usize>) -> CandidateEntry {
        let across = self.protocol.spread.across_municipalities;
        let touching = self.touches.iter().flat_map(|it| it.of(area)).map(|other| *other as usize);
        let ruled = |list: &[kapstok_find::choose::RuledArea], inside| {
            let it = list.iter().find(|it| it.area == self.codes[area])?;
            Some(RuledEntry { inside, reason: it.reason.clone() })
        };
        CandidateEntry {
            area: self.codes[area].clone(),
            municipality: self.within[area].clone(),
            allowed: self.allowed[area],
            residents: self.residents[area],
            counts: self.benefit[area],
            people: self.domains.iter().map(|(_, counted)| counted.people[area]).collect(),
            touches: touching
                .filter(|other| across || self.within[*other] == self.within[area])
                .filter_map(|other| place(&other))
                .collect(),
            chance: self.chances.as_ref().filter(|_| self.benefit[area].is_some()).map(|it| it.of[area]),
            ruled: ruled(&self.protocol.must_be_in, true).or_else(|| ruled(&self.protocol.must_be_out, false)),
        }
    }
}
