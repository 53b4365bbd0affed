// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Burdens that come together, over an invented municipality of ten areas.

#![allow(clippy::unwrap_used, reason = "a test that meets nothing must fail")]

use kapstok_score::burdens::{
    AreaBurdens, BurdenOptions, Burdened, BurdensError, DomainColumn, RestsOn, TakesPart, WhyNotCounted,
    coinciding_burdens, takes_part,
};
use kapstok_table::{Direction, Domain, Indicator, IndicatorId, Kind, Population, RebaseRule, Rounding, Text, Unit};
use proptest::prelude::*;

fn indicator(id: &str, source: &str, modelled_from: &[&str]) -> Indicator {
    let text = || Text { nl: String::new(), en: String::new() };
    Indicator {
        id: IndicatorId::new(id).unwrap(),
        label: text(),
        explanation: text(),
        unit: Unit::Percent,
        direction: Direction::HigherIsWorse,
        domain: Domain(id.into()),
        kind: Kind::Register,
        modelled_from: modelled_from.iter().map(|from| (*from).into()).collect(),
        population: Some(Population::Residents),
        rounding: Rounding::ToMultipleOf(0.1),
        exact_at: Vec::new(),
        rebase: RebaseRule::OnlyWhole,
        protected: None,
        source: source.into(),
        licence: String::new(),
    }
}

const FIFTH: BurdenOptions = BurdenOptions { worst_fraction: 0.2, min_known_domains: 1 };

fn one_domain<'a>(values: &'a [Option<f64>], direction: Direction) -> DomainColumn<'a> {
    DomainColumn { id: "domain", values, direction, rests_on: Vec::new() }
}

fn worst(values: &[Option<f64>], direction: Direction, worst_fraction: f64) -> Vec<usize> {
    let options = BurdenOptions { worst_fraction, min_known_domains: 0 };
    let taking_part = vec![TakesPart::Yes; values.len()];
    let count = coinciding_burdens(&[one_domain(values, direction)], &taking_part, options).unwrap();
    let inside: Vec<usize> =
        (0..values.len()).filter(|&area_index| count.domain(0)[area_index] == Burdened::Yes).collect();
    assert_eq!(count.cuts[0].n_in, inside.len());
    inside
}

#[test]
fn the_worst_part_is_cut_at_the_stated_place_with_ties_all_in() {
    use Direction::{HigherIsBetter, HigherIsWorse};
    let known = |values: &[f64]| values.iter().map(|value| Some(*value)).collect::<Vec<_>>();
    let ten = known(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0]);
    let tied = known(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 9.0, 9.0, 9.0, 10.0]);
    let mut unknown = ten.clone();
    unknown[9] = None;
    let hundred = known(&(0..100).map(f64::from).collect::<Vec<_>>());
    // Eight areas with a case and many without: the cut falls on 0, which is no burden.
    let mostly_none: Vec<Option<f64>> = (0..80).map(|i| Some(if i < 8 { 30.0 } else { 0.0 })).collect();
    let all_equal = vec![Some(5.0); 10];
    let cases = [
        (&mostly_none, HigherIsWorse, 0.2, (0..8).collect()),
        (&all_equal, HigherIsBetter, 0.2, vec![]),
        (&ten, HigherIsWorse, 0.2, vec![8, 9]),
        (&ten, HigherIsBetter, 0.2, vec![0, 1]),
        // A fifth of ten is two, the second worst is a 9, and there are three of those.
        (&tied, HigherIsWorse, 0.2, vec![6, 7, 8, 9]),
        // A fifth of nine known areas is 1.8: the cut is at the second.
        (&unknown, HigherIsWorse, 0.2, vec![7, 8]),
        (&ten, HigherIsWorse, 0.01, vec![9]),
        // 0.07 x 100 comes out above 7 in a computer; it is 7 all the same.
        (&hundred, HigherIsWorse, 0.07, (93..100).collect()),
    ];
    for (values, direction, fraction, expected) in cases {
        assert_eq!(worst(values, direction, fraction), expected, "{fraction} of {values:?}");
    }
}

#[test]
fn areas_without_enough_residents_move_no_threshold() {
    let values: Vec<Option<f64>> = (1..=6).map(|value| Some(f64::from(value))).collect();
    let residents = [Some(50.0), Some(800.0), Some(900.0), Some(700.0), Some(49.0), None];
    let taking_part = takes_part(&residents, 50.0);
    let count = coinciding_burdens(&[one_domain(&values, Direction::HigherIsWorse)], &taking_part, FIFTH).unwrap();
    // Four take part, a fifth of them is one: the area with 4, though 5 and 6 are worse.
    assert_eq!((count.cuts[0].threshold, count.cuts[0].n_known, count.cuts[0].n_in), (Some(4.0), 4, 1));
    assert_eq!(count.areas[4], AreaBurdens::NotCounted(WhyNotCounted::TooFewResidents));
    assert_eq!(count.areas[5], AreaBurdens::NotCounted(WhyNotCounted::TooFewResidents));
    let AreaBurdens::Counted(fourth) = &count.areas[3] else { panic!("it takes part") };
    assert_eq!((fourth.n_burdens, fourth.n_known, fourth.n_domains), (1, 1, 1));
}

#[test]
fn a_count_says_what_is_known_and_on_how_many_sources_it_rests() {
    let income = indicator("income", "cbs-income", &[]);
    let health = indicator("health", "rivm-smap", &["income", "age"]);
    let lonely = indicator("lonely", "rivm-smap", &["income", "age"]);
    let crime = indicator("crime", "police", &[]);
    let register = indicator("suspects", "justice", &[]);
    let rests_on = |indicator, known: [bool; 5]| RestsOn { indicator, known: known.to_vec() };
    let value =
        |area_index: u32, worst: u32| Some(if area_index == worst { 9.0 } else { f64::from(area_index) / 10.0 });
    let column = |worst: u32| (0..5).map(|area_index| value(area_index, worst)).collect::<Vec<_>>();
    // Area 0 is worst in income, health and crime, and unknown in school; area 1 in school only.
    let (at_income, at_health, at_crime) = (column(0), column(0), column(0));
    let mut at_school = column(1);
    at_school[0] = None;
    let domain = |id, values, rests_on| DomainColumn { id, values, direction: Direction::HigherIsWorse, rests_on };
    let domains = [
        domain("income", &at_income[..], vec![rests_on(&income, [true; 5])]),
        domain("health", &at_health, vec![rests_on(&health, [true; 5]), rests_on(&lonely, [true; 5])]),
        domain("crime", &at_crime, vec![rests_on(&crime, [true; 5]), rests_on(&register, [false; 5])]),
        domain("school", &at_school, vec![]),
    ];
    let mut taking_part = [TakesPart::Yes; 5];
    taking_part[4] = TakesPart::Excluded;
    let count = coinciding_burdens(&domains, &taking_part, FIFTH).unwrap();
    let AreaBurdens::Counted(first) = &count.areas[0] else { panic!("counted") };
    // Three burdens of three known domains of four. Health was modelled from income, so two sources: the
    // register of suspects is behind crime too, and says nothing of this area.
    assert_eq!((first.n_burdens, first.n_known, first.n_domains, first.independent_sources()), (3, 3, 4, 2));
    assert_eq!(*first.sources, [vec!["income", "health", "lonely"], vec!["crime"]]);
    assert_eq!(first.burdened, [Burdened::Yes, Burdened::Yes, Burdened::Yes, Burdened::Unknown]);
    let AreaBurdens::Counted(second) = &count.areas[1] else { panic!("counted") };
    assert_eq!((second.n_burdens, second.n_known, second.independent_sources()), (1, 4, 0));
    assert_eq!(count.areas[4], AreaBurdens::NotCounted(WhyNotCounted::Excluded));
    let all_four = BurdenOptions { min_known_domains: 4, ..FIFTH };
    let count = coinciding_burdens(&domains, &taking_part, all_four).unwrap();
    assert_eq!(count.areas[0], AreaBurdens::NotCounted(WhyNotCounted::TooFewKnown { n_known: 3, needed: 4 }));
}

#[test]
fn what_cannot_be_counted_is_refused() {
    let values = [Some(1.0), Some(2.0)];
    let two = [TakesPart::Yes; 2];
    let refused = |direction, taking_part: &[TakesPart], worst_fraction| {
        let options = BurdenOptions { worst_fraction, min_known_domains: 1 };
        coinciding_burdens(&[one_domain(&values, direction)], taking_part, options).unwrap_err()
    };
    let domain = || "domain".to_owned();
    assert_eq!(refused(Direction::Neither, &two, 0.2), BurdensError::NoDirection { domain: domain() });
    let length = BurdensError::Length { domain: domain(), found: 2, expected: 1 };
    assert_eq!(refused(Direction::HigherIsWorse, &two[..1], 0.2), length);
    for found in [0.0, 1.0, -0.2] {
        assert_eq!(refused(Direction::HigherIsWorse, &two, found), BurdensError::Fraction { found });
    }
    let nothing = [None, None];
    let count = coinciding_burdens(&[one_domain(&nothing, Direction::HigherIsWorse)], &two, FIFTH).unwrap();
    assert_eq!(count.cuts[0].threshold, None);
    assert_eq!(count.areas[0], AreaBurdens::NotCounted(WhyNotCounted::TooFewKnown { n_known: 0, needed: 1 }));
}

proptest! {
    #[test]
    fn the_worst_part_holds_the_worst_and_at_least_the_fraction(
        values in prop::collection::vec(prop::option::weighted(0.9, (0..30).prop_map(f64::from)), 1..60),
        fraction in 0.01..0.99_f64,
    ) {
        let inside = worst(&values, Direction::HigherIsWorse, fraction);
        let n_known = values.iter().flatten().count();
        let best = values.iter().flatten().copied().fold(f64::INFINITY, f64::min);
        // All but those with the best figure is the most that there can be.
        let most = values.iter().flatten().filter(|value| **value > best).count();
        prop_assert!(inside.len() as f64 >= fraction * n_known as f64 - 1e-6 || inside.len() == most);
        let threshold = inside.iter().filter_map(|&area_index| values[area_index]).fold(f64::INFINITY, f64::min);
        // Nobody outside is as bad as anybody inside, and without the ties at the cut there would be too few.
        for (area_index, value) in values.iter().enumerate() {
            prop_assert!(inside.contains(&area_index) || value.is_none_or(|value| value < threshold));
        }
        let worse = values.iter().flatten().filter(|value| **value > threshold).count();
        prop_assert!((worse as f64) < fraction * n_known as f64 || n_known == 0);
    }

    #[test]
    fn the_order_in_which_areas_stand_changes_no_count(
        (areas, shuffled) in prop::collection::vec((0..9_i32, 0..9_i32, any::<bool>()), 1..40)
            .prop_flat_map(|areas| (Just(areas.clone()), Just((0..areas.len()).collect::<Vec<_>>()).prop_shuffle()))
    ) {
        let count = |areas: &[(i32, i32, bool)]| {
            let one: Vec<_> = areas.iter().map(|area| Some(f64::from(area.0))).collect();
            let two: Vec<_> = areas.iter().map(|area| (area.1 > 1).then_some(f64::from(area.1))).collect();
            let part = |area: &(i32, i32, bool)| if area.2 { TakesPart::Yes } else { TakesPart::Excluded };
            let taking_part: Vec<_> = areas.iter().map(part).collect();
            let domains = [one_domain(&one, Direction::HigherIsWorse), one_domain(&two, Direction::HigherIsBetter)];
            coinciding_burdens(&domains, &taking_part, FIFTH).unwrap()
        };
        let moved: Vec<_> = shuffled.iter().map(|&position| areas[position]).collect();
        let (before, after) = (count(&areas), count(&moved));
        prop_assert_eq!(before.cuts, after.cuts);
        for (place, &position) in shuffled.iter().enumerate() {
            prop_assert_eq!(&after.areas[place], &before.areas[position]);
        }
    }
}
