// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How many independent sources stand behind a set of indicators.
//!
//! In: indicators with their maker and what they were modelled from. Out: [`Grouping`]: groups that depend on
//! each other, with the reason for each tie.
//! Invariant: two indicators of different groups share no maker, no model of one from the other and no stated
//! ancestor; the number of groups does not depend on the order of the indicators.
//! Not here: statistical dependence. Independent sources may well tell of the same people; that is the point.

use std::collections::BTreeMap;

use kapstok_table::Indicator;

/// The groups of a set of indicators.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grouping {
    /// The groups in the order of their first indicator.
    pub groups: Vec<Group>,
}

/// Indicators that count as one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Positions in the set, ascending.
    pub members: Vec<usize>,
    /// Why they are one: every pair of members that are tied directly.
    pub ties: Vec<Tie>,
}

/// Two indicators that depend on each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Position of the one.
    pub one: usize,
    /// Position of the other, behind it.
    pub other: usize,
    /// Why.
    pub why: Dependence,
}

/// Why two indicators are not independent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dependence {
    /// One maker.
    SameMaker {
        /// The maker.
        maker: Box<str>,
    },
    /// One was modelled from the other.
    ModelledFrom {
        /// Position of the model.
        model: usize,
        /// What it names of the other: its id, maker or domain.
        from: Box<str>,
    },
    /// Both were modelled from one thing.
    CommonAncestor {
        /// That thing.
        ancestor: Box<str>,
    },
}

impl Grouping {
    /// The number of independent sources.
    pub fn n(&self) -> usize {
        self.groups.len()
    }
}

/// Groups indicators by what they rest on.
///
/// Ties pass on: where a model rests on two registers, the three are one source, although the registers are
/// not tied to each other. So the number is never too high for what the indicators declare.
pub fn independent_sources(indicators: &[&Indicator]) -> Grouping {
    let mut ties = Vec::new();
    let mut group_of: Vec<usize> = (0..indicators.len()).collect();
    for (other, second) in indicators.iter().enumerate() {
        for (one, first) in indicators.iter().enumerate().take(other) {
            let Some(why) = dependence((one, first), (other, second)) else { continue };
            ties.push(Tie { one, other, why });
            let (left, right) = (root(&group_of, one), root(&group_of, other));
            // The lower position leads, so that groups stand in the order of their first member.
            group_of[left.max(right)] = left.min(right);
        }
    }
    let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
    for member in 0..indicators.len() {
        let group = groups.entry(root(&group_of, member));
        group.or_insert_with(|| Group { members: Vec::new(), ties: Vec::new() }).members.push(member);
    }
    for tie in ties {
        if let Some(group) = groups.get_mut(&root(&group_of, tie.one)) {
            group.ties.push(tie);
        }
    }
    Grouping { groups: groups.into_values().collect() }
}

/// The leader of a position's group.
fn root(group_of: &[usize], mut position: usize) -> usize {
    while group_of[position] != position {
        position = group_of[position];
    }
    position
}

fn dependence(one: (usize, &Indicator), other: (usize, &Indicator)) -> Option<Dependence> {
    let (first, second) = (one.1, other.1);
    if first.source == second.source {
        return Some(Dependence::SameMaker { maker: first.source.clone() });
    }
    for ((model, modelled), input) in [(one, second), (other, first)] {
        let names = [input.id.as_str(), &*input.source, &*input.domain.0];
        if let Some(from) = modelled.modelled_from.iter().find(|from| names.contains(&&***from)) {
            return Some(Dependence::ModelledFrom { model, from: from.clone() });
        }
    }
    let ancestor = first.modelled_from.iter().find(|from| second.modelled_from.contains(from))?;
    Some(Dependence::CommonAncestor { ancestor: ancestor.clone() })
}

#[cfg(test)]
mod tests {
    use kapstok_table::{Direction, Domain, IndicatorId, Kind, RebaseRule, Rounding, Text, Unit};
    use proptest::prelude::*;

    use super::*;

    fn indicator(id: &str, domain: &str, source: &str, modelled_from: &[&str]) -> Indicator {
        let text = || Text { nl: String::new(), en: String::new() };
        Indicator {
            id: IndicatorId::new(id).unwrap(),
            label: text(),
            explanation: text(),
            unit: Unit::Percent,
            direction: Direction::HigherIsWorse,
            domain: Domain(domain.into()),
            kind: if modelled_from.is_empty() { Kind::Register } else { Kind::Model },
            modelled_from: modelled_from.iter().map(|from| (*from).into()).collect(),
            population: None,
            rounding: Rounding::None,
            exact_at: Vec::new(),
            rebase: RebaseRule::OnlyWhole,
            protected: None,
            source: source.into(),
            licence: String::new(),
        }
    }

    fn smap(id: &str) -> Indicator {
        indicator(id, "health", "rivm-smap", &["age", "income", "housing"])
    }

    fn n(indicators: &[Indicator]) -> usize {
        independent_sources(&indicators.iter().collect::<Vec<_>>()).n()
    }

    #[test]
    fn modelled_health_and_the_income_it_was_modelled_from_are_one_source() {
        let income = indicator("low_income", "income", "cbs-income", &[]);
        let crime = indicator("burglary", "safety", "police", &[]);
        let four = ["health_bad", "lonely", "overweight", "anxiety"].map(smap);
        let all: Vec<Indicator> = four.iter().cloned().chain([income.clone(), crime.clone()]).collect();
        let grouping = independent_sources(&all.iter().collect::<Vec<_>>());
        assert_eq!(
            grouping.groups.iter().map(|group| group.members.clone()).collect::<Vec<_>>(),
            [vec![0, 1, 2, 3, 4], vec![5]]
        );
        // Six ties among the four of one maker, four of them to income; the police stand alone.
        let ties = &grouping.groups[0].ties;
        assert_eq!(ties.len(), 10);
        assert_eq!(ties[0].why, Dependence::SameMaker { maker: "rivm-smap".into() });
        let to_income = Tie { one: 2, other: 4, why: Dependence::ModelledFrom { model: 2, from: "income".into() } };
        assert!(ties.contains(&to_income), "{ties:?}");
        assert!(grouping.groups[1].ties.is_empty());
        // Without income the four are still one, beside the police.
        assert_eq!(n(&[four[0].clone(), four[1].clone(), crime.clone()]), 2);
        assert_eq!(n(&[income, crime]), 2);
    }

    #[test]
    fn every_kind_of_tie_is_seen_from_either_side() {
        let register = || indicator("low_income", "income", "cbs-income", &[]);
        let model = |from: &str| indicator("energy_poverty", "energy", "tno", &[from]);
        let modelled = |model| move |from: &str| Some(Dependence::ModelledFrom { model, from: from.into() });
        let cases = [
            (model("low_income"), register(), modelled(0)("low_income")), // Its id.
            (model("cbs-income"), register(), modelled(0)("cbs-income")), // Its maker.
            (register(), model("income"), modelled(1)("income")),         // Its domain.
            (model("age"), register(), None),
            (model("age"), smap("lonely"), Some(Dependence::CommonAncestor { ancestor: "age".into() })),
            (
                indicator("debt", "debt", "cbs-income", &[]),
                register(),
                Some(Dependence::SameMaker { maker: "cbs-income".into() }),
            ),
            // One domain is not one source.
            (indicator("debt", "income", "bkr", &[]), register(), None),
        ];
        for (one, other, expected) in cases {
            let found = independent_sources(&[&one, &other]);
            let why = found.groups[0].ties.first().map(|tie| tie.why.clone());
            assert_eq!(why, expected, "{} and {}", one.id, other.id);
            assert_eq!(found.n(), if expected.is_some() { 1 } else { 2 });
        }
    }

    #[test]
    fn a_model_ties_the_registers_that_it_rests_on() {
        let registers =
            [indicator("low_income", "income", "cbs", &[]), indicator("rent", "housing", "corporations", &[])];
        assert_eq!(n(&registers), 2);
        assert_eq!(n(&[registers[0].clone(), smap("lonely"), registers[1].clone()]), 1);
        assert_eq!(n(&[]), 0);
    }

    proptest! {
        #[test]
        fn the_number_does_not_depend_on_the_order(
            (kinds, shuffled) in prop::collection::vec((0_usize..5, 0_usize..4), 1..9)
                .prop_flat_map(|kinds| (Just(kinds.clone()), Just(kinds).prop_shuffle()))
        ) {
            let make = |kinds: &[(usize, usize)]| -> Vec<Indicator> {
                let (makers, from) = (["a", "b", "c", "d", "e"], [&[][..], &["a"], &["b", "age"], &["age"]]);
                kinds.iter().map(|(maker, model)| indicator("x", "none", makers[*maker], from[*model])).collect()
            };
            prop_assert_eq!(n(&make(&kinds)), n(&make(&shuffled)));
        }
    }
}
