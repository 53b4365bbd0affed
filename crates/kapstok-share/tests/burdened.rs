// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Burdened people of an area, by what its lead figure is a share of.

#![expect(clippy::unwrap_used, reason = "a test that meets nothing must fail")]

mod made;

use kapstok_find::choose::Rests;
use kapstok_share::burdened::{Counting, Instead};
use kapstok_share::manifest::{Both, IndicatorEntry, RecipeEntry};
use kapstok_share::snapshot::{RecipeScores, ScoreCells};
use made::plain::Plain;

/// What one domain comes to, in an invented country of three neighbourhoods of 1,000 residents, of which the first stands
/// in the worst part, the second does not, and of the third it is not known.
///
/// * `change`: what is otherwise in an indicator that is a share of residents, of which more is a burden.
fn counted(change: impl Fn(&mut IndicatorEntry), instead: Instead) -> (Rests, Vec<Option<f64>>) {
    let mut plain = Plain::new(3);
    change(plain.indicator("schuld", "debt"));
    "count".clone_into(&mut plain.indicator("volwassenen", "residents").unit);
    // Two periods: the recipe reads the first.
    plain.figures("schuld", "2023", None, |area| [Some(20.0), Some(10.0), None][area]);
    plain.figures("schuld", "2024", None, |_| Some(99.0));
    plain.figures("volwassenen", "2024", None, |area| [Some(800.0), None, Some(700.0)][area]);
    plain.raw.manifest.recipes.push(RecipeEntry {
        id: "samen".to_owned(),
        level: "neighbourhood".to_owned(),
        sha256: "0".repeat(64),
        n_scored: 2,
        domains: vec!["debt".to_owned()],
        leads: vec!["schuld".to_owned()],
        worst_fraction: Some(0.5),
        cuts: Vec::new(),
        inputs: vec![("schuld".to_owned(), "2023".to_owned())],
        bounds_over: Vec::new(),
        sure: None,
    });
    plain.raw.methods.push(Both { nl: String::new(), en: String::new() });
    let worst = ScoreCells::Numbers(vec![Some(1.0), Some(0.0), None]);
    plain.raw.levels[1].scores.push(RecipeScores::new(0, vec![("burden_debt".to_owned(), worst)]));
    let snapshot = plain.snapshot();
    let level = snapshot.level("neighbourhood").unwrap();
    let (recipe, scores) = snapshot.recipes(level).next().unwrap();
    let found = Counting { snapshot: &snapshot, level, recipe, scores }.domain("debt", instead);
    (found.rests, found.people)
}

#[test]
fn a_share_of_residents_or_of_counted_people_is_turned_into_people() {
    let plain = |change: &dyn Fn(&mut IndicatorEntry)| counted(change, Instead::default());
    let residents = plain(&|_| {});
    assert_eq!(residents, (Rests::ShareOfPeople, vec![Some(200.0), Some(100.0), None]));
    let fraction = plain(&|it| "fraction".clone_into(&mut it.unit));
    assert_eq!(fraction.1, [Some(20_000.0), Some(10_000.0), None]);
    let of_the_well = plain(&|it| "higher-is-better".clone_into(&mut it.direction));
    assert_eq!(of_the_well.1, [Some(800.0), Some(900.0), None]);
    let adults = plain(&|it| {
        it.population = Some("adults".to_owned());
        it.weighted_by = Some("volwassenen".to_owned());
    });
    assert_eq!(adults, (Rests::ShareOfPeople, vec![Some(160.0), None, None]));
}

#[test]
fn what_is_no_share_of_counted_people_counts_all_residents_of_the_worst_part() {
    let by_area = (Rests::ResidentsOfWorstPart, vec![Some(1000.0), Some(0.0), None]);
    let changes: [&dyn Fn(&mut IndicatorEntry); 7] = [
        &|it| it.population = Some("adults".to_owned()),
        &|it| it.population = Some("households".to_owned()),
        // Pupils are a part of those who are counted: the count says who weighs more, not how many pupils there are.
        &|it| {
            it.population = Some("pupils".to_owned());
            it.weighted_by = Some("volwassenen".to_owned());
        },
        &|it| it.population = None,
        &|it| "neither".clone_into(&mut it.direction),
        // Crimes in a thousand residents are crimes, not people.
        &|it| "per-thousand".clone_into(&mut it.unit),
        &|it| "euro".clone_into(&mut it.unit),
    ];
    for (at, change) in changes.into_iter().enumerate() {
        assert_eq!(counted(change, Instead::default()), by_area, "change {at}");
    }
}

#[test]
fn a_draw_stands_in_the_place_of_the_figures() {
    let figures = Some(vec![Some(30.0), None, Some(1.0)]);
    let drawn = counted(|_| {}, Instead { figures, in_worst_part: None });
    assert_eq!(drawn.1, [Some(300.0), None, Some(10.0)]);
    let in_worst_part = Some(vec![Some(false), Some(true), Some(true)]);
    let drawn = counted(|it| it.population = None, Instead { figures: None, in_worst_part });
    assert_eq!(drawn.1, [Some(0.0), Some(1000.0), Some(1000.0)]);
}
