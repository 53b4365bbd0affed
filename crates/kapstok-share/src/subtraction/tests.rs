// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Small countries worked by hand. The large attack is `tests/attack.rs`.

use std::borrow::Cow;

use super::*;

/// One town of neighbourhoods: residents, and one more column over them. What has no figure is secret.
fn town(residents: &[f64], nature: Nature, figures: &[f64], total: f64) -> Withheld {
    town_with(residents, nature, figures, total, true)
}

fn town_with(residents: &[f64], nature: Nature, figures: &[f64], total: f64, is_secret: bool) -> Withheld {
    let known = |figures: &[f64]| figures.iter().map(|it| Some(*it)).collect::<Vec<_>>();
    let all: f64 = residents.iter().sum();
    let (town_residents, town_figures) = ([all], [total]);
    let level = |figures: &'static [f64], residents: &[f64]| LevelFigures {
        figures,
        half_width: 0.0,
        secret: figures.iter().map(|it| is_secret && it.is_nan()).collect(),
        gated: Cow::Owned(residents.iter().map(|it| *it < 50.0).collect()),
        residents: Cow::Owned(known(residents)),
        weights: Cow::Owned(residents.to_vec()),
        years_off: 0,
    };
    let leak = |figures: &[f64]| -> &'static [f64] { Box::leak(figures.to_vec().into_boxed_slice()) };
    let column = |indicator, nature, total: &[f64], parts: &[f64]| Column {
        indicator,
        period: "2024",
        nature,
        weighs_alike: false,
        levels: vec![Some(level(leak(total), &town_residents)), Some(level(leak(parts), residents))],
    };
    let levels = vec![
        LevelAreas { residents: known(&town_residents), lies_in: Vec::new() },
        LevelAreas { residents: known(residents), lies_in: vec![(0, vec![Some(0); residents.len()])] },
    ];
    let columns =
        vec![column(0, Nature::Residents, &town_residents, residents), column(1, nature, &town_figures, figures)];
    withhold(&Country::new(50.0, levels, columns, 2, Vec::new()))
}

const SHARE: Nature = Nature::Share { whole: 100.0, goes: Goes::WithAll };

#[test]
fn the_smallest_part_that_leaves_room_is_withheld_with_the_one_gated() {
    // 10 residents are too few. With 55 they would be 65, of which the other has at least 50: 0 to 15 are left, too
    // little room. With 80 they are 90: 0 to 40, and half of 50 is enough.
    let found = town(&[10.0, 300.0, 55.0, 80.0, 200.0], Nature::Extent, &[0.0; 5], 0.0);
    assert_eq!(found.companions[1], [None, None, None, Some(Goes::WithCounts), None]);
    // Two gated ones of 30 and 40 hide each other.
    let found = town(&[30.0, 300.0, 40.0, 200.0], Nature::Extent, &[0.0; 4], 0.0);
    assert_eq!(found.companions[1], [None; 4]);
    // Nobody is gated: nothing is withheld.
    assert_eq!(town(&[60.0, 300.0], Nature::Extent, &[0.0; 2], 0.0).companions[1], [None; 2]);
}

#[test]
fn a_share_is_withheld_where_the_total_would_tell_it_and_then_all_of_that_area_is() {
    // The town is 20 per cent: (20 * 390 - 15 * 300 - 30 * 50) / 40 would be 45 for the gated one.
    let found = town(&[40.0, 300.0, 50.0], SHARE, &[45.0, 15.0, 30.0], 20.0);
    assert_eq!(found.companions[1], [None, None, Some(Goes::WithAll)]);
    assert!(found.totals.is_empty());
}

#[test]
fn where_nothing_happens_anywhere_no_part_hides_another_and_the_total_goes() {
    let found = town(&[40.0, 300.0, 400.0], Nature::Count, &[0.0; 3], 0.0);
    assert!(found.totals.contains(&(1, 0, 0)), "{found:?}");
}

#[test]
fn what_the_source_keeps_secret_hides_a_share_and_what_it_did_not_measure_does_not() {
    // 510 residents of whom nobody knows the share leave the one of 40 residents anything between 0 and 100.
    let found = town(&[40.0, 300.0, 510.0], SHARE, &[60.0, 10.0, f64::NAN], 12.5);
    // The count of the 300 goes, and all that is not rounded; the share stands.
    assert_eq!(found.companions[1], [None, Some(Goes::WithCounts), None]);
    assert!(found.totals.is_empty());
    // What was not measured may be no part of the 12.5: then (12.5 * 340 - 10 * 300) / 40 would be the figure.
    let found = town_with(&[40.0, 300.0, 510.0], SHARE, &[60.0, 10.0, f64::NAN], 12.5, false);
    assert_eq!(found.companions[1], [None, Some(Goes::WithAll), None]);
}

#[test]
fn where_no_area_is_small_nothing_is_withheld() {
    let found = town(&[60.0, 300.0, 55.0], Nature::Count, &[3.0, f64::NAN, 0.0], 3.0);
    assert_eq!(found.companions[1], [None; 3]);
    assert!(found.totals.is_empty());
}
