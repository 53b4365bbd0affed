// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The bounds on people with several burdens, held against every population that there can be.

#![allow(clippy::unwrap_used, reason = "a test that meets nothing must fail")]

use std::collections::BTreeMap;

use kapstok_score::bounds::{Bounds, BurdenShare, Marginal, WhyNot, at_least, at_least_of_one_population, both, pairs};
use kapstok_table::{Direction, Domain, Indicator, IndicatorId, Kind, Population, RebaseRule, Rounding, Text, Unit};
use proptest::prelude::*;

fn exact(shares: &[f64]) -> Vec<Marginal> {
    shares.iter().map(|share| Marginal::new(*share, 0.0).unwrap()).collect()
}

fn ends(bounds: Bounds) -> (f64, f64) {
    match bounds {
        Bounds::Between { lower, upper } => (lower, upper),
        Bounds::NotComputable(why) => panic!("{why:?}"),
    }
}

fn check(found: Bounds, expected: (f64, f64)) {
    let (lower, upper) = ends(found);
    let near = (lower - expected.0).abs() < 1e-12 && (upper - expected.1).abs() < 1e-12;
    assert!(near, "found {lower} to {upper}, expected {expected:?}");
}

#[test]
fn bounds_worked_by_hand() {
    let cases: [(usize, &[f64], (f64, f64)); 8] = [
        // Fréchet: 0.3 poor and 0.2 ill overlap anywhere from nobody to all who are ill.
        (2, &[0.3, 0.2], (0.0, 0.2)),
        (2, &[0.7, 0.6], (0.3, 0.6)),
        (1, &[0.3, 0.2], (0.3, 0.5)),
        (1, &[0.7, 0.6], (0.7, 1.0)),
        // The linear programme of A 0.2, B 0.5, C 0.6, at least two of three.
        // Most: each such person uses up 2 of the 1.3 burdens per person, so 0.65 at most; AB 0.05, AC 0.15,
        // BC 0.45 (and nobody else burdened) adds up to A 0.2, B 0.5, C 0.6.
        // Least: 1.3 <= 1 (1 - P) + 3 P, so P is 0.15 or more; ABC 0.15, A alone 0.05, B alone 0.35, C alone
        // 0.45 adds up to the same shares, and to 1.
        (2, &[0.2, 0.5, 0.6], (0.15, 0.65)),
        // One burden that all have leaves one to be had from the other two: 0.1 + 0.1, not (1.2) / 2.
        (2, &[1.0, 0.1, 0.1], (0.1, 0.2)),
        (3, &[0.9, 0.9, 0.9], (0.7, 0.9)),
        (0, &[0.4], (1.0, 1.0)),
    ];
    for (m, shares, expected) in cases {
        check(at_least(m, &exact(shares)), expected);
    }
    assert_eq!(both(exact(&[0.3])[0], exact(&[0.2])[0]), at_least(2, &exact(&[0.3, 0.2])));
}

/// Every way to divide `n_persons` over the `2^k` sets of burdens, `visit`ed once.
fn each_population(n_persons: usize, n_sets: usize, so_far: &mut Vec<usize>, visit: &mut impl FnMut(&[usize])) {
    if so_far.len() + 1 == n_sets {
        so_far.push(n_persons);
        visit(so_far);
        so_far.pop();
        return;
    }
    for n_here in 0..=n_persons {
        so_far.push(n_here);
        each_population(n_persons - n_here, n_sets, so_far, visit);
        so_far.pop();
    }
}

#[test]
fn no_population_lies_outside_and_both_ends_are_attained() {
    for (n_persons, k) in [(7, 1), (9, 2), (6, 3), (5, 4), (6, 4)] {
        // By the counts of each burden: the fewest and the most persons with at least m of them, for each m.
        let mut extremes: BTreeMap<Vec<usize>, Vec<(usize, usize)>> = BTreeMap::new();
        each_population(n_persons, 1 << k, &mut Vec::new(), &mut |persons| {
            let with = |test: &dyn Fn(usize) -> bool| -> usize {
                persons.iter().enumerate().filter(|(set, _)| test(*set)).map(|(_, n)| n).sum()
            };
            let counts: Vec<usize> = (0..k).map(|burden| with(&|set| set >> burden & 1 == 1)).collect();
            let seen = extremes.entry(counts).or_insert_with(|| vec![(usize::MAX, 0); k]);
            for (m, (fewest, most)) in (1..).zip(seen) {
                let n = with(&|set| set.count_ones() >= m);
                (*fewest, *most) = ((*fewest).min(n), (*most).max(n));
            }
        });
        assert_eq!(extremes.len(), (n_persons + 1).pow(k as u32), "every row of counts occurs");
        for (counts, seen) in extremes {
            let shares: Vec<f64> = counts.iter().map(|count| *count as f64 / n_persons as f64).collect();
            for (m, (fewest, most)) in (1..).zip(seen) {
                let (lower, upper) = ends(at_least(m, &exact(&shares)));
                // Persons are whole: the sharp bound on them is the next whole number inside. A billionth
                // stands far above the error of a sum and far below a sixth of a person.
                let (lower, upper) = (lower * n_persons as f64, upper * n_persons as f64);
                let whole = ((lower - 1e-9).ceil() as usize, (upper + 1e-9).floor() as usize);
                assert_eq!(whole, (fewest, most), "at least {m} of {counts:?} among {n_persons}");
            }
        }
    }
}

proptest! {
    #[test]
    fn the_truth_lies_within_also_after_rounding(
        persons in prop::collection::vec(prop::collection::vec(any::<bool>(), 5), 1..80),
        k in 1_usize..=5,
        step in prop::sample::select(vec![0.0, 0.001, 0.01, 0.1]),
    ) {
        let n = persons.len() as f64;
        let published: Vec<Marginal> = (0..k).map(|burden| {
            let share = persons.iter().filter(|person| person[burden]).count() as f64 / n;
            let shown = if step > 0.0 { (share / step).round() * step } else { share };
            Marginal::new(shown.min(1.0), step / 2.0).unwrap()
        }).collect();
        for m in 1..=k {
            let truth = persons.iter().filter(|person| person[..k].iter().filter(|has| **has).count() >= m).count();
            let (lower, upper) = ends(at_least(m, &published));
            let truth = truth as f64 / n;
            prop_assert!(lower - 1e-12 <= truth && truth <= upper + 1e-12, "{truth} not in {lower} to {upper}");
        }
    }

    #[test]
    fn bounds_are_those_of_the_opposites_turned_around(shares in prop::collection::vec(0.0..=1.0_f64, 1..7)) {
        let opposites: Vec<Marginal> = exact(&shares).into_iter().map(Marginal::opposite).collect();
        let k = shares.len();
        for m in 1..=k {
            let (lower, upper) = ends(at_least(m, &exact(&shares)));
            let (opposite_lower, opposite_upper) = ends(at_least(k - m + 1, &opposites));
            prop_assert!((lower - (1.0 - opposite_upper)).abs() < 1e-12);
            prop_assert!((upper - (1.0 - opposite_lower)).abs() < 1e-12);
            prop_assert!(0.0 <= lower && lower <= upper && upper <= 1.0);
        }
    }

    #[test]
    fn a_larger_share_never_lowers_a_bound(
        shares in prop::collection::vec(0.0..=1.0_f64, 1..6), which in 0_usize..6, more in 0.0..=1.0_f64,
    ) {
        let mut larger = shares.clone();
        let which = which % shares.len();
        larger[which] += (1.0 - larger[which]) * more;
        for m in 1..=shares.len() {
            let (lower, upper) = ends(at_least(m, &exact(&shares)));
            let (lower_after, upper_after) = ends(at_least(m, &exact(&larger)));
            prop_assert!(lower_after >= lower - 1e-12 && upper_after >= upper - 1e-12);
        }
    }
}

#[test]
fn rounding_widens_both_ends() {
    // 30 % and 80 % to whole per cents: between 29.5 + 79.5 - 100 and the smaller at its highest, 30.5.
    let rounded = [Marginal::new(0.30, 0.005).unwrap(), Marginal::new(0.80, 0.005).unwrap()];
    check(at_least(2, &rounded), (0.09, 0.305));
    // Rounding never leads below nobody or above everybody.
    let at_the_ends = [Marginal::new(0.0, 0.05).unwrap(), Marginal::new(1.0, 0.05).unwrap()];
    check(at_least(1, &at_the_ends), (0.95, 1.0));
    check(at_least(2, &at_the_ends), (0.0, 0.05));
}

#[test]
fn what_is_no_share_of_one_population_has_no_bounds_and_says_why() {
    let share = |population: Option<Population>, share: Option<f64>| BurdenShare {
        population,
        marginal: share.and_then(|share| Marginal::new(share, 0.0)),
    };
    let adults = |value| share(Some(Population::Adults), value);
    let cases = [
        (2, vec![], WhyNot::NoShares),
        (2, vec![adults(Some(0.2)), share(Some(Population::Households), Some(0.3))], WhyNot::MixedPopulations),
        (2, vec![adults(Some(0.2)), share(None, Some(0.3))], WhyNot::NotAShare),
        (2, vec![adults(Some(0.2)), adults(Some(0.3)), adults(None)], WhyNot::MissingShare),
        (3, vec![adults(Some(0.2)), adults(Some(0.3))], WhyNot::TooFewBurdens { asked: 3, given: 2 }),
    ];
    for (m, burdens, why) in cases {
        assert_eq!(at_least_of_one_population(m, &burdens), Bounds::NotComputable(why), "{burdens:?}");
    }
    let three = [adults(Some(0.3)), adults(Some(0.2)), share(Some(Population::Residents), Some(0.5))];
    let found = pairs(&three);
    assert_eq!(found.iter().map(|(one, other, _)| (*one, *other)).collect::<Vec<_>>(), [(0, 1), (0, 2), (1, 2)]);
    check(found[0].2, (0.0, 0.2));
    assert_eq!(found[1].2, Bounds::NotComputable(WhyNot::MixedPopulations));
}

#[test]
fn a_number_that_is_no_share_makes_no_marginal() {
    for (share, half_width) in [(-0.01, 0.0), (1.01, 0.0), (f64::NAN, 0.0), (0.5, -0.1), (0.5, f64::NAN)] {
        assert_eq!(Marginal::new(share, half_width), None, "{share} {half_width}");
    }
}

fn indicator(unit: Unit, direction: Direction, population: Option<Population>) -> Indicator {
    let text = || Text { nl: String::new(), en: String::new() };
    Indicator {
        id: IndicatorId::new("figure").unwrap(),
        label: text(),
        explanation: text(),
        unit,
        direction,
        domain: Domain("health".into()),
        kind: Kind::Survey,
        modelled_from: Vec::new(),
        population,
        rounding: Rounding::ToMultipleOf(0.1),
        exact_at: Vec::new(),
        rebase: RebaseRule::OnlyWhole,
        protected: None,
        source: "maker".into(),
        licence: String::new(),
    }
}

#[test]
fn the_share_of_burdened_people_follows_from_what_the_indicator_says() {
    use Direction::{HigherIsBetter, HigherIsWorse, Neither};
    let adults = || Some(Population::Adults);
    let cases = [
        (Unit::Percent, HigherIsWorse, adults(), 17.5, Ok(0.175)),
        (Unit::Fraction, HigherIsWorse, adults(), 0.175, Ok(0.175)),
        // 75 % in good health: the burden is with the other 25 %.
        (Unit::Percent, HigherIsBetter, adults(), 75.0, Ok(0.25)),
        (Unit::Percent, Neither, adults(), 75.0, Err(WhyNot::NotAShare)),
        (Unit::Percent, HigherIsWorse, None, 17.5, Err(WhyNot::NotAShare)),
        (Unit::Percent, HigherIsWorse, adults(), 117.5, Err(WhyNot::NotAShare)),
        // 40 thefts per 1,000 residents are not 4 % of the residents.
        (Unit::PerThousand, HigherIsWorse, adults(), 40.0, Err(WhyNot::NotAShare)),
        (Unit::Euro, HigherIsBetter, adults(), 0.5, Err(WhyNot::NotAShare)),
    ];
    for (unit, direction, population, figure, expected) in cases {
        let found = Marginal::of_indicator(&indicator(unit.clone(), direction, population), figure);
        assert_eq!(found.map(Marginal::share), expected, "{unit:?} {direction:?} {figure}");
    }
    let percent = Marginal::of_indicator(&indicator(Unit::Percent, HigherIsWorse, adults()), 17.5).unwrap();
    assert!((percent.half_width() - 0.0005).abs() < 1e-15, "half of 0.1 per cent");
}
