// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is asked adds up, whatever the rule and the order; what cannot be reached or seen is said.

use kapstok_table::WhyMissing;
use proptest::prelude::*;

use super::super::{Published, by_class, deciles, moved};
use super::*;

fn area(code: &str, persons: u64, population: u64) -> AreaStanding {
    AreaStanding {
        code: code.to_owned(),
        persons: Count::Known(persons),
        population: Count::Known(population),
        earlier: Vec::new(),
    }
}

fn halve() -> Ambition {
    Ambition {
        way: Way::Down,
        quantity: Quantity::ByPart(Ratio::new(1, 2).unwrap()),
        anchor: 2022,
        deadline: 2026,
        at_most: Ratio::ONE,
        published: None,
    }
}

/// 100 of 200, 60 of 200, 30 of 300, 10 of 100, and one whose figure is secret.
fn region() -> Vec<AreaStanding> {
    let secret = AreaStanding { persons: Count::Missing(WhyMissing::Secret), ..area("E", 0, 150) };
    vec![area("A", 100, 200), area("B", 60, 200), area("C", 30, 300), area("D", 10, 100), secret]
}

#[test]
fn a_half_of_two_hundred_is_found_under_three_rules_and_missed_by_forty_under_one() {
    let made = translate(&halve(), &region(), &Rule::ALL).unwrap();
    assert_eq!((made.totals.whole, made.totals.end, made.totals.asked, made.totals.carried), (200, 100, 100, 100));
    assert_eq!(made.absent, [Absent { code: "E".to_owned(), why: Absence::Persons(WhyMissing::Secret) }]);
    let sums: Vec<(u64, u64)> = made.rules.iter().map(|it| (it.sum, it.miss)).collect();
    assert_eq!(sums, [(100, 0), (100, 0), (60, 40), (100, 0)]);
    // 50 % to 25 % of 200 is seen; 10 % to 5 % of 100 is not: chance does as much.
    let same = &made.rules[0];
    let first = made.asked(same, 0).unwrap();
    assert_eq!((first.end, first.share, first.per_year, first.unreachable), (50, Some(0.25), 12.5, None));
    assert_eq!(made.asked(same, 3).unwrap().unreachable, Some(Unreachable::NotSeen));
    assert_eq!(made.asked(same, 4), None);
}

#[test]
fn a_published_total_is_what_is_halved_and_what_lives_elsewhere_is_missed_and_said() {
    // 240 published, 200 in areas: of the 120 asked, the areas carry five sixths.
    let published = Some(Published { persons: 240, population: 960 });
    let made = translate(&Ambition { published, ..halve() }, &region(), &Rule::ALL).unwrap();
    assert_eq!((made.totals.asked, made.totals.carried, made.left_out()), (120, 100, 20));
    assert_eq!(made.rules[0].miss, 20);
    // Areas that add up to more than was published, because each was rounded, carry all of it.
    let published = Some(Published { persons: 198, population: 960 });
    let made = translate(&Ambition { published, ..halve() }, &region(), &Rule::ALL).unwrap();
    assert_eq!((made.totals.asked, made.totals.carried), (99, 99));
}

#[test]
fn every_kind_of_quantity_has_its_end() {
    let share = |num, den| Quantity::ToShare(Ratio::new(num, den).unwrap());
    let cases = [
        (Way::Down, Quantity::ByPersons(30), 30, 170),
        (Way::Down, Quantity::ToPersons(0), 200, 0),
        (Way::Down, share(1, 8), 100, 100),
        (Way::Down, share(1, 2), 0, 400), // Reached already.
        (Way::Up, share(1, 2), 200, 400),
        (Way::Up, Quantity::ByPart(Ratio::ONE), 200, 400),
        (Way::Up, Quantity::ToPersons(150), 0, 150),
    ];
    for (way, quantity, asked, end) in cases {
        let made = translate(&Ambition { way, quantity, ..halve() }, &region(), &Rule::ALL).unwrap();
        assert_eq!((made.totals.asked, made.totals.end), (asked, end), "{way:?} {quantity:?}");
        assert!(made.rules.iter().all(|rule| rule.sum + rule.miss == asked), "{way:?} {quantity:?}");
    }
}

#[test]
fn up_to_one_half_asks_the_same_part_of_those_who_are_not_there_yet() {
    // 600 of 800 are not there; 200 of them are asked: a third of 100, 140, 270 and 90.
    let up = Ambition { way: Way::Up, quantity: Quantity::ByPersons(200), ..halve() };
    let made = translate(&up, &region(), &[Rule::SamePart]).unwrap();
    assert_eq!(made.rules[0].cuts, [33, 47, 90, 30]);
    assert_eq!(made.asked(&made.rules[0], 0).unwrap().end, 133);
}

#[test]
fn an_area_asked_more_than_the_most_is_held_to_it_and_the_rest_is_missed() {
    let most = Ambition { at_most: Ratio::new(3, 5).unwrap(), ..halve() };
    let made = translate(&most, &region(), &[Rule::SameLevel, Rule::WhereMost]).unwrap();
    // The same level asks 70 of the first, which may be asked 60.
    assert_eq!((made.rules[0].sum, made.rules[0].miss), (90, 10));
    let first = made.asked(&made.rules[0], 0).unwrap();
    assert_eq!(first.unreachable, Some(Unreachable::AboveMost { above: 10 }));
    assert_eq!(made.rules[1].cuts, [60, 36, 4, 0]);
}

#[test]
fn what_the_trend_gives_is_not_asked_again() {
    let mut areas = region();
    areas[0].earlier = vec![(2020, 120), (2021, 110), (2024, 999)]; // Ten fewer a year; what came later is no past.
    let made = translate(&halve(), &areas, &[Rule::SamePart, Rule::SameLevel]).unwrap();
    assert_eq!(made.areas[0].expected.as_ref().map(|it| it.persons), Some(60));
    assert_eq!(made.totals.expected, (1, 60));
    // To 50 it needs ten more than the trend gives; to 30, thirty.
    let beyond = |rule: usize| made.asked(&made.rules[rule], 0).unwrap().beyond_trend;
    assert_eq!((beyond(0), beyond(1)), (Some(10), Some(30)));
    assert_eq!(made.asked(&made.rules[0], 1).unwrap().beyond_trend, None);
}

#[test]
fn what_cannot_be_worked_out_is_refused() {
    let none = vec![AreaStanding { population: Count::Missing(WhyMissing::NotMeasured), ..area("A", 1, 1) }];
    let large = vec![area("A", 1, u64::MAX), area("B", 1, 2)];
    let above = Some(Published { persons: 2, population: 1 });
    let cases = [
        (Ambition { deadline: 2022, ..halve() }, region(), Refused::Deadline { anchor: 2022, deadline: 2022 }),
        (halve(), none, Refused::NobodyKnown),
        (halve(), vec![area("A", 1, 2), area("A", 1, 2)], Refused::Twice { code: "A".to_owned() }),
        (halve(), large, Refused::TooLarge),
        (halve(), vec![area("A", 2, 1)], Refused::NobodyKnown),
        (Ambition { published: above, ..halve() }, region(), Refused::Published),
    ];
    for (ambition, areas, expected) in cases {
        assert_eq!(translate(&ambition, &areas, &Rule::ALL), Err(expected));
    }
}

#[test]
fn the_choice_of_rule_moves_persons_between_areas_and_tenths() {
    let made = translate(&halve(), &region(), &Rule::ALL).unwrap();
    let change = moved(&made.rules[0].cuts, &made.rules[3].cuts);
    assert_eq!((change.more, change.less, change.n_more, change.n_less), (50, 50, 1, 3));
    let pairs: Vec<(u64, u64)> = made.areas.iter().map(|it| (it.persons, it.population)).collect();
    let tenths = deciles(&pairs);
    let sums = by_class(&made.rules[0].cuts, &tenths, 10);
    assert_eq!(sums.iter().map(|it| it.cut).sum::<u64>(), made.rules[0].sum);
    assert_eq!((sums[0].cut, sums[5].cut), (50, 20), "the tie of the lower two stands in the higher tenth");
}

fn some_areas() -> impl Strategy<Value = Vec<AreaStanding>> {
    let one = (0..400_u64, 0..400_u64, 0..12_u8);
    prop::collection::vec(one, 1..25).prop_map(|drawn| {
        let made = drawn.into_iter().enumerate().map(|(at, (one, other, kind))| {
            let mut made = area(&format!("A{at:02}"), one.min(other), one.max(other));
            if kind == 0 {
                made.persons = Count::Missing(WhyMissing::Secret);
            }
            made
        });
        made.collect()
    })
}

fn some_way() -> impl Strategy<Value = Way> {
    prop_oneof![Just(Way::Down), Just(Way::Up)]
}

proptest! {
    #[test]
    fn each_rule_sums_to_what_was_asked_or_says_by_how_much_it_misses(
        areas in some_areas(), way in some_way(), persons in 0..6000_u64, most in 1..=10_u128, more in 0..500_u64,
    ) {
        let known = translate(&halve(), &areas, &[]);
        prop_assume!(known.is_ok());
        let known = known.unwrap().totals;
        let (persons_of_all, population) = (known.persons + more, known.population + 2 * more);
        let published = (more % 2 == 0).then_some(Published { persons: persons_of_all, population });
        let at_most = Ratio::new(most, 10).unwrap();
        let ambition = Ambition { way, quantity: Quantity::ByPersons(persons), at_most, published, ..halve() };
        let made = translate(&ambition, &areas, &Rule::ALL).unwrap();
        prop_assert_eq!(made.areas.len() + made.absent.len(), areas.len());
        for rule in &made.rules {
            prop_assert_eq!(rule.cuts.iter().sum::<u64>(), rule.sum);
            prop_assert_eq!(rule.sum + rule.miss, made.totals.asked);
            prop_assert!(rule.asked.iter().sum::<u64>() <= made.totals.carried);
            for (at, now) in made.areas.iter().enumerate() {
                let asked = made.asked(rule, at).unwrap();
                prop_assert!(asked.end <= now.population && asked.cut <= rule.asked[at]);
            }
            // Nothing but what is left out is missed by the first two, when each area may be asked all.
            if most == 10 && matches!(rule.rule, Rule::SamePart | Rule::SameLevel | Rule::WhereMost) {
                prop_assert_eq!(rule.miss, made.left_out());
            }
        }
    }

    #[test]
    fn the_order_of_areas_changes_nothing(
        areas in some_areas(), way in some_way(), persons in 0..3000_u64, turn in 0..25_usize,
    ) {
        let ambition = Ambition { way, quantity: Quantity::ByPersons(persons), ..halve() };
        let mut turned = areas.clone();
        turned.rotate_left(turn % areas.len());
        turned.reverse();
        prop_assert_eq!(translate(&ambition, &areas, &Rule::ALL), translate(&ambition, &turned, &Rule::ALL));
    }

    #[test]
    fn asking_more_never_asks_an_area_less_but_for_one_person_by_rounding(
        areas in some_areas(), way in some_way(), persons in 0..3000_u64, more in 0..300_u64,
    ) {
        let ambition = |persons| Ambition { way, quantity: Quantity::ByPersons(persons), ..halve() };
        let made = |persons| translate(&ambition(persons), &areas, &Rule::ALL);
        let (Ok(less), Ok(more)) = (made(persons), made(persons + more)) else { return Ok(()) };
        for (less, more) in less.rules.iter().zip(&more.rules) {
            let slack = u64::from(less.rule != Rule::WhereMost);
            for (one, other) in less.cuts.iter().zip(&more.cuts) {
                prop_assert!(other + slack >= *one, "{:?}", less.rule);
            }
        }
    }

    #[test]
    fn under_the_same_level_nobody_who_is_asked_ends_a_person_away_from_it(
        areas in some_areas(), persons in 1..3000_u64,
    ) {
        let ambition = Ambition { quantity: Quantity::ByPersons(persons), ..halve() };
        let Ok(made) = translate(&ambition, &areas, &[Rule::SameLevel]) else { return Ok(()) };
        let rule = &made.rules[0];
        let Some(level) = rule.figure.map(Ratio::to_f64) else { return Ok(()) };
        for (at, now) in made.areas.iter().enumerate() {
            let end = made.asked(rule, at).unwrap().end as f64;
            let goal = level * now.population as f64;
            let is_at_it = if rule.cuts[at] > 0 { (end - goal).abs() < 1.0 + 1e-9 } else { end < goal + 1.0 + 1e-9 };
            prop_assert!(is_at_it);
        }
    }
}
