// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Ranks under weights that may be otherwise.

use kapstok_score::random::Draws;
use kapstok_score::rank::Order;
use kapstok_score::replicate::{RankInterval, ReplicateError, ReplicateOptions, WeightDraw, replicate_ranks};

fn options(weights: &[f64], draw: WeightDraw) -> ReplicateOptions {
    ReplicateOptions {
        weights: weights.to_vec(),
        draw,
        order: Order::HighestFirst,
        replications: 4000,
        seed: 20,
        level: 0.95,
        first_fraction: 0.2,
    }
}

/// Invented scores: `[n_domains][n_areas]`.
fn scores(n_domains: u32, n_areas: u32) -> Vec<Vec<f64>> {
    let score = |domain: u32| (0..n_areas).map(|area| Draws::new(8, area, domain).normal()).collect();
    (0..n_domains).map(score).collect()
}

fn slices(scores: &[Vec<f64>]) -> Vec<&[f64]> {
    scores.iter().map(Vec::as_slice).collect()
}

#[test]
fn no_weights_move_an_area_that_is_first_or_last_in_every_domain() {
    let scores = [vec![9.0, 1.0, 2.0, 3.0, -1.0], vec![8.0, 3.0, 2.0, 1.0, -1.0]];
    let found = replicate_ranks(&slices(&scores), &options(&[1.0, 1.0], WeightDraw::Any)).unwrap();
    assert_eq!(found[0], RankInterval { lower: 1, upper: 1, share_among_first: 1.0 });
    assert_eq!(found[4], RankInterval { lower: 5, upper: 5, share_among_first: 0.0 });
    // The second is before the fourth when the second domain weighs more, so anywhere from 2 to 4.
    assert_eq!((found[1].lower, found[1].upper), (2, 4));
}

#[test]
fn how_often_an_area_is_first_is_what_the_draw_of_weights_says() {
    let (half, third) = ([0.5, 0.5], [1.0, 1.0, 1.0]);
    let near = |found: f64, expected: f64| assert!((found - expected).abs() < 0.028, "{found} for {expected}");
    // A = (1, 0) is before B = (0, 1.2) when w1 > 1.2 w2. With u and v uniform on -1 to 1 that is
    // 1 + 0.25 u > 1.2 (1 + 0.25 v), so u > 0.8 + 1.2 v: a triangle of 1.4 by 1.4 / 1.2 in a square of 2 by 2.
    let quarter = WeightDraw::Within { part: 0.25 };
    let found = replicate_ranks(&[&[1.0, 0.0], &[0.0, 1.2]], &options(&half, quarter)).unwrap();
    near(found[0].share_among_first, 1.4 * 1.4 / 1.2 / 2.0 / 4.0);
    assert_eq!(found[0].share_among_first + found[1].share_among_first, 1.0);
    // 6 % more or less cannot bring A before B: 0.53 at most is less than 1.2 x 0.47.
    let little = WeightDraw::Within { part: 0.06 };
    let found = replicate_ranks(&[&[1.0, 0.0], &[0.0, 1.2]], &options(&half, little)).unwrap();
    assert_eq!(found[0], RankInterval { lower: 2, upper: 2, share_among_first: 0.0 });
    // Of three weights that may be any, the first is above a half in (1 - 1/2)^2 of the draws.
    let any = options(&third, WeightDraw::Any);
    let found = replicate_ranks(&[&[1.0, 0.5], &[0.0, 0.5], &[0.0, 0.5]], &any).unwrap();
    near(found[0].share_among_first, 0.25);
}

#[test]
fn any_number_of_threads_gives_the_same_bits() {
    let scores = scores(5, 2500);
    let options = ReplicateOptions { replications: 75, ..options(&[1.0; 5], WeightDraw::Within { part: 0.5 }) };
    let with_threads = |n_threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().unwrap();
        pool.install(|| replicate_ranks(&slices(&scores), &options)).unwrap()
    };
    let one = with_threads(1);
    assert!(one.iter().any(|area| area.upper > area.lower + 50), "weights do move areas");
    for n_threads in [2, 4] {
        let bits = |found: &[RankInterval]| -> Vec<(u32, u32, u64)> {
            found.iter().map(|area| (area.lower, area.upper, area.share_among_first.to_bits())).collect()
        };
        assert_eq!(bits(&with_threads(n_threads)), bits(&one), "{n_threads} threads");
    }
    let other_seed = ReplicateOptions { seed: 21, ..options };
    assert_ne!(replicate_ranks(&slices(&scores), &other_seed).unwrap(), one);
}

#[test]
fn the_order_in_which_areas_stand_changes_no_interval() {
    let before = scores(3, 101);
    // 101 is prime: steps of 37 come by every area once.
    let moved: Vec<usize> = (0..101).map(|place| place * 37 % 101).collect();
    let after: Vec<Vec<f64>> =
        before.iter().map(|domain| moved.iter().map(|&position| domain[position]).collect()).collect();
    let options = ReplicateOptions { replications: 200, ..options(&[3.0, 2.0, 1.0], WeightDraw::Any) };
    let (found, again) = (replicate_ranks(&slices(&before), &options), replicate_ranks(&slices(&after), &options));
    let (found, again) = (found.unwrap(), again.unwrap());
    for (place, &position) in moved.iter().enumerate() {
        assert_eq!(again[place], found[position]);
    }
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let good = || options(&[1.0, 1.0], WeightDraw::Any);
    let two: [&[f64]; 2] = [&[1.0, 2.0], &[2.0, 1.0]];
    let range = |name, found| ReplicateError::Range { name, found };
    let cases: Vec<(Vec<&[f64]>, ReplicateOptions, ReplicateError)> = vec![
        (vec![], good(), ReplicateError::NoDomain),
        (vec![&[1.0]], good(), ReplicateError::WeightCount { found: 2, expected: 1 }),
        (vec![&[1.0], &[1.0, 2.0]], good(), ReplicateError::Length { domain: 1, found: 2, expected: 1 }),
        (vec![&[1.0, 2.0], &[1.0, f64::NAN]], good(), ReplicateError::NotFinite { domain: 1, area_index: 1 }),
        (two.to_vec(), options(&[1.0, 0.0], WeightDraw::Any), range("weights", 0.0)),
        (two.to_vec(), options(&[1.0, 1.0], WeightDraw::Within { part: 1.0 }), range("part", 1.0)),
        (two.to_vec(), ReplicateOptions { level: 1.0, ..good() }, range("level", 1.0)),
        (two.to_vec(), ReplicateOptions { first_fraction: 0.0, ..good() }, range("first_fraction", 0.0)),
        (two.to_vec(), ReplicateOptions { replications: 0, ..good() }, range("replications", 0.0)),
    ];
    for (scores, options, expected) in cases {
        assert_eq!(replicate_ranks(&scores, &options), Err(expected));
    }
    assert_eq!(replicate_ranks(&[&[], &[]], &good()), Ok(Vec::new()));
}
