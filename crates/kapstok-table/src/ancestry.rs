// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Whether two indicators rest on each other: the one rule of ancestry, for recipes and for scores.
//!
//! In: what two indicators declare of themselves. Out: [`Dependence`], or nothing.
//! Not here: statistical dependence; groups of more than two (`kapstok-score`, `sources.rs`).

use std::collections::{BTreeMap, BTreeSet};

use crate::indicator::{Indicator, IndicatorId};

/// What an indicator declares of where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ancestry<'a> {
    /// Its id.
    pub id: &'a str,
    /// Who makes it.
    pub maker: &'a str,
    /// Its field of policy.
    pub domain: &'a str,
    /// What it was modelled from: ids, makers, fields of policy, or any other word.
    pub modelled_from: Vec<&'a str>,
}

/// Why two indicators are not independent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dependence {
    /// One maker.
    SameMaker {
        /// The maker.
        maker: String,
    },
    /// One was modelled from the other.
    ModelledFrom {
        /// Which of the two is the model.
        model: Side,
        /// What it names of the other: its id, maker or field of policy.
        from: String,
    },
    /// Both were modelled from the same things.
    CommonAncestors {
        /// Those things, in the order of the first.
        ancestors: Vec<String>,
    },
}

/// One of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The first.
    One,
    /// The second.
    Other,
}

impl Indicator {
    /// What it declares of where it comes from.
    pub fn ancestry(&self) -> Ancestry<'_> {
        Ancestry {
            id: self.id.as_str(),
            maker: &self.source,
            domain: &self.domain.0,
            modelled_from: self.modelled_from.iter().map(|from| &**from).collect(),
        }
    }
}

/// Adds to what each indicator was modelled from what those things were modelled from themselves, where they are
/// indicators or makers of the same set: a model of a model rests on what lies below both.
pub fn close_ancestry(indicators: &mut BTreeMap<IndicatorId, Indicator>) {
    let mut below: BTreeMap<Box<str>, BTreeSet<Box<str>>> = BTreeMap::new();
    for indicator in indicators.values() {
        for name in [indicator.id.as_str(), &*indicator.source] {
            below.entry(name.into()).or_default().extend(indicator.modelled_from.iter().cloned());
        }
    }
    for indicator in indicators.values_mut() {
        let mut open: Vec<Box<str>> = indicator.modelled_from.clone();
        let mut seen: BTreeSet<Box<str>> = open.iter().cloned().collect();
        while let Some(name) = open.pop() {
            for further in below.get(&name).into_iter().flatten() {
                let itself = **further == *indicator.id.as_str() || *further == indicator.source;
                if !itself && seen.insert(further.clone()) {
                    indicator.modelled_from.push(further.clone());
                    open.push(further.clone());
                }
            }
        }
    }
}

impl Ancestry<'_> {
    /// Whether the two are one source: of one maker, or tied by a model ([`Self::tie_by_model`]).
    pub fn dependence(&self, other: &Self) -> Option<Dependence> {
        if self.maker == other.maker {
            return Some(Dependence::SameMaker { maker: self.maker.to_owned() });
        }
        self.tie_by_model(other)
    }

    /// Whether one was modelled from the other, or both from the same thing. Adding two such figures up counts
    /// something twice, whoever made them.
    pub fn tie_by_model(&self, other: &Self) -> Option<Dependence> {
        for (model, modelled, input) in [(Side::One, self, other), (Side::Other, other, self)] {
            let names = [input.id, input.maker, input.domain];
            if let Some(from) = modelled.modelled_from.iter().find(|from| names.contains(from)) {
                return Some(Dependence::ModelledFrom { model, from: (*from).to_owned() });
            }
        }
        let shared = self.modelled_from.iter().filter(|from| other.modelled_from.contains(from));
        let ancestors: Vec<String> = shared.map(|from| (*from).to_owned()).collect();
        (!ancestors.is_empty()).then_some(Dependence::CommonAncestors { ancestors })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::{Direction, Domain, Kind, RebaseRule, Rounding, Text, Unit};

    fn it(id: &'static str, domain: &'static str, maker: &'static str, from: &[&'static str]) -> Ancestry<'static> {
        Ancestry { id, maker, domain, modelled_from: from.to_vec() }
    }

    #[test]
    fn every_kind_of_tie_is_seen_from_either_side() {
        let register = || it("low_income", "income", "cbs-income", &[]);
        let model = |from| it("energy_poverty", "energy", "tno", &[from]);
        let smap = || it("lonely", "health", "rivm-smap", &["age", "income"]);
        let modelled = |model, from: &str| Some(Dependence::ModelledFrom { model, from: from.into() });
        let cases = [
            (model("low_income"), register(), modelled(Side::One, "low_income")), // Its id.
            (model("cbs-income"), register(), modelled(Side::One, "cbs-income")), // Its maker.
            (register(), model("income"), modelled(Side::Other, "income")),       // Its domain.
            (model("age"), register(), None),
            (model("age"), smap(), Some(Dependence::CommonAncestors { ancestors: vec!["age".into()] })),
            (
                it("debt", "debt", "cbs-income", &[]),
                register(),
                Some(Dependence::SameMaker { maker: "cbs-income".into() }),
            ),
            // One domain is not one source.
            (it("debt", "income", "bkr", &[]), register(), None),
        ];
        for (one, other, expected) in cases {
            assert_eq!(one.dependence(&other), expected, "{} and {}", one.id, other.id);
        }
    }

    #[test]
    fn a_model_of_a_model_rests_on_what_lies_below_both() {
        let text = || Text { nl: String::new(), en: String::new() };
        let indicator = |id: &str, maker: &str, from: &[&str]| Indicator {
            id: IndicatorId::new(id).unwrap(),
            label: text(),
            explanation: text(),
            unit: Unit::Percent,
            direction: Direction::HigherIsWorse,
            domain: Domain(id.into()),
            kind: Kind::Model,
            modelled_from: from.iter().map(|from| (*from).into()).collect(),
            population: None,
            rounding: Rounding::None,
            exact_at: Vec::new(),
            rebase: RebaseRule::OnlyWhole,
            protected: None,
            source: maker.into(),
            licence: String::new(),
        };
        let all = [
            indicator("ill", "monitor", &["stress"]),
            indicator("stress", "survey", &["tax-office", "age"]),
            indicator("poor", "tax-office", &["ill"]), // A circle ends.
        ];
        let mut all: BTreeMap<_, _> = all.into_iter().map(|it| (it.id.clone(), it)).collect();
        close_ancestry(&mut all);
        let from = |id: &str| all[&IndicatorId::new(id).unwrap()].modelled_from.join(" ");
        assert_eq!(from("ill"), "stress age tax-office");
        let (ill, poor) = (&all[&IndicatorId::new("ill").unwrap()], &all[&IndicatorId::new("poor").unwrap()]);
        assert!(ill.ancestry().tie_by_model(&poor.ancestry()).is_some());
    }

    #[test]
    fn a_model_and_its_input_of_one_maker_are_tied_by_the_model_too() {
        let (model, input) = (it("a", "energy", "cbs", &["income"]), it("b", "income", "cbs", &[]));
        let tie = model.tie_by_model(&input);
        assert_eq!(tie, Some(Dependence::ModelledFrom { model: Side::One, from: "income".into() }));
    }
}
