// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How many independent sources stand behind a set of indicators.
//!
//! In: what indicators declare, their maker and what they were modelled from. Out: [`Grouping`]: groups that
//! depend on each other, with the reason for each tie.
//! Invariant: two indicators of different groups share no maker, no model of one from the other and no stated
//! ancestor; the number of groups does not depend on the order of the indicators.
//! Not here: statistical dependence. Independent sources may well tell of the same people; that is the point.

use std::collections::BTreeMap;

use kapstok_table::{Ancestry, Dependence};

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
    /// Why; [`kapstok_table::Side`] is told of this pair.
    pub why: Dependence,
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
pub fn independent_sources(indicators: &[Ancestry<'_>]) -> Grouping {
    let mut ties = Vec::new();
    let mut group_of: Vec<usize> = (0..indicators.len()).collect();
    for (other, second) in indicators.iter().enumerate() {
        for (one, first) in indicators.iter().enumerate().take(other) {
            let Some(why) = first.dependence(second) else { continue };
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

#[cfg(test)]
mod tests {
    use kapstok_table::Side;
    use proptest::prelude::*;

    use super::*;

    fn indicator(
        id: &'static str,
        domain: &'static str,
        maker: &'static str,
        from: &[&'static str],
    ) -> Ancestry<'static> {
        Ancestry { id, maker, domain, modelled_from: from.to_vec() }
    }

    fn smap(id: &'static str) -> Ancestry<'static> {
        indicator(id, "health", "rivm-smap", &["age", "income", "housing"])
    }

    fn n(indicators: &[Ancestry<'_>]) -> usize {
        independent_sources(indicators).n()
    }

    #[test]
    fn modelled_health_and_the_income_it_was_modelled_from_are_one_source() {
        let income = indicator("low_income", "income", "cbs-income", &[]);
        let crime = indicator("burglary", "safety", "police", &[]);
        let four = ["health_bad", "lonely", "overweight", "anxiety"].map(smap);
        let all: Vec<Ancestry<'_>> = four.iter().cloned().chain([income.clone(), crime.clone()]).collect();
        let grouping = independent_sources(&all);
        assert_eq!(
            grouping.groups.iter().map(|group| group.members.clone()).collect::<Vec<_>>(),
            [vec![0, 1, 2, 3, 4], vec![5]]
        );
        // Six ties among the four of one maker, four of them to income; the police stand alone.
        let ties = &grouping.groups[0].ties;
        assert_eq!(ties.len(), 10);
        assert_eq!(ties[0].why, Dependence::SameMaker { maker: "rivm-smap".into() });
        let to_income =
            Tie { one: 2, other: 4, why: Dependence::ModelledFrom { model: Side::One, from: "income".into() } };
        assert!(ties.contains(&to_income), "{ties:?}");
        assert!(grouping.groups[1].ties.is_empty());
        // Without income the four are still one, beside the police.
        assert_eq!(n(&[four[0].clone(), four[1].clone(), crime.clone()]), 2);
        assert_eq!(n(&[income, crime]), 2);
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
            let make = |kinds: &[(usize, usize)]| -> Vec<Ancestry<'static>> {
                let (makers, from) = (["a", "b", "c", "d", "e"], [&[][..], &["a"], &["b", "age"], &["age"]]);
                kinds.iter().map(|(maker, model)| indicator("x", "none", makers[*maker], from[*model])).collect()
            };
            prop_assert_eq!(n(&make(&kinds)), n(&make(&shuffled)));
        }
    }
}
