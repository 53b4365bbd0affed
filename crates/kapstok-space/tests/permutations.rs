// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Probabilities by permutation: the same in any order and on any number of threads, and honest where places do not
//! matter.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use kapstok_random::Draws;
use kapstok_space::SpatialWeights;
use kapstok_space::autocorrelation::{Geary, Itself, Moran, NoMeasure, Permutations, getis_ord, local_moran};
use proptest::prelude::*;

const SEEDED: Option<Permutations> = Some(Permutations { number: 199, seed: 11 });

/// A lattice of squares that touch at sides and corners.
fn lattice(wide: u32, high: u32) -> Vec<Vec<u32>> {
    let near = |one: u32, other: u32| {
        one != other && (one % wide).abs_diff(other % wide) <= 1 && (one / wide).abs_diff(other / wide) <= 1
    };
    let n = wide * high;
    (0..n).map(|one| (0..n).filter(|&other| near(one, other)).collect()).collect()
}

/// The same map with its areas in another order: area `i` becomes `order[i]`.
fn reordered(rows: &[Vec<u32>], values: &[Option<f64>], order: &[usize]) -> (Vec<Vec<u32>>, Vec<Option<f64>>) {
    let (mut new_rows, mut new_values) = (vec![Vec::new(); rows.len()], vec![None; values.len()]);
    for (area, row) in rows.iter().enumerate() {
        new_rows[order[area]] = row.iter().map(|&other| order[other as usize] as u32).collect();
        new_values[order[area]] = values[area];
    }
    (new_rows, new_values)
}

fn near(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * one.abs().max(1.0),
        (one, other) => one == other,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn another_order_of_the_areas_changes_no_result(
        values in proptest::collection::vec(proptest::option::weighted(0.9, 0_u8..12), 30),
        links in proptest::collection::vec((0_u32..30, 0_u32..30), 20..120),
        order in Just((0..30).collect::<Vec<usize>>()).prop_shuffle(),
        standardised: bool,
    ) {
        let mut rows: Vec<Vec<u32>> = vec![Vec::new(); 30];
        for (one, other) in links {
            if one != other && !rows[one as usize].contains(&other) {
                rows[one as usize].push(other);
            }
        }
        let values: Vec<Option<f64>> = values.into_iter().map(|value| value.map(|x| f64::from(x) * 0.1)).collect();
        let (other_rows, other_values) = reordered(&rows, &values, &order);
        let weights = |rows: &[Vec<u32>]| {
            let weights = SpatialWeights::new(rows).unwrap();
            if standardised { weights.row_standardised() } else { weights }
        };
        let (weights, other_weights) = (weights(&rows), weights(&other_rows));
        match (Moran::new(&weights, &values, None), Moran::new(&other_weights, &other_values, None)) {
            (Ok(one), Ok(other)) => {
                prop_assert!(near(Some(one.statistic), Some(other.statistic)));
                prop_assert!(near(Some(one.variance_normal), Some(other.variance_normal)));
                prop_assert!(near(Some(one.variance_randomisation), Some(other.variance_randomisation)));
                let geary = |weights, values: &[Option<f64>]| Geary::new(weights, values).unwrap().statistic;
                prop_assert!(near(Some(geary(&weights, &values)), Some(geary(&other_weights, &other_values))));
            }
            (one, other) => {
                prop_assert_eq!(one.unwrap_err(), other.unwrap_err());
                return Ok(());
            }
        }
        let (one, other) = (
            local_moran(&weights, &values, SEEDED).unwrap(),
            local_moran(&other_weights, &other_values, SEEDED).unwrap(),
        );
        for (area, &placed) in order.iter().enumerate() {
            prop_assert!(near(one.measures.statistic[area], other.measures.statistic[placed]));
            prop_assert_eq!(one.measures.pseudo_p[area], other.measures.pseudo_p[placed]);
            prop_assert_eq!(one.quadrant[area], other.quadrant[placed]);
        }
        for itself in [Itself::LeftOut, Itself::Included] {
            let (one, other) = (
                getis_ord(&weights, &values, itself, SEEDED).unwrap(),
                getis_ord(&other_weights, &other_values, itself, SEEDED).unwrap(),
            );
            for (area, &placed) in order.iter().enumerate() {
                prop_assert!(near(one.statistic[area], other.statistic[placed]));
                prop_assert_eq!(one.pseudo_p[area], other.pseudo_p[placed]);
            }
        }
    }
}

/// Figures in which places do not matter.
fn chance(n: u32, replication: u32) -> Vec<Option<f64>> {
    (0..n).map(|area| Some(Draws::new(77, area + 1, replication).normal())).collect()
}

#[test]
fn where_places_do_not_matter_one_in_ten_is_among_the_tenth() {
    let weights = SpatialWeights::new(&lattice(12, 12)).unwrap().row_standardised();
    let permutations = |seed| Some(Permutations { number: 199, seed });
    let (mut n_local, mut n_global) = (0_u32, 0_u32);
    for map in 0..200 {
        let values = chance(144, map);
        let local = local_moran(&weights, &values, permutations(u64::from(map))).unwrap();
        n_local += local.measures.pseudo_p.iter().flatten().filter(|p| **p <= 0.05).count() as u32;
        let moran = Moran::new(&weights, &values, permutations(u64::from(map))).unwrap();
        n_global += u32::from(moran.permuted.unwrap().pseudo_p <= 0.05);
    }
    // One-sided and folded: 0.05 on each of two sides. Of 28,800 areas 2,880 are expected, of 200 maps 20; areas of one
    // map are not independent, so there is room of four standard deviations of maps.
    println!("{n_local} of 28800 areas, {n_global} of 200 maps");
    assert!((2_650..3_110).contains(&n_local), "{n_local}");
    assert!((5..36).contains(&n_global), "{n_global}");
}

#[test]
fn an_exact_count_of_all_sets_of_neighbours_is_what_permutations_come_near() {
    // Nine figures, and an area with two neighbours: 28 sets of two of the other eight.
    let figures = [4.0, 9.0, 1.0, 16.0, 25.0, 36.0, 49.0, 64.0, 81.0];
    let mut rows = vec![vec![]; 9];
    rows[0] = vec![7, 4];
    let weights = SpatialWeights::new(&rows).unwrap();
    let local = local_moran(&weights, &figures.map(Some), Some(Permutations { number: 99_999, seed: 2 })).unwrap();
    let found = figures[7] + figures[4];
    let sums = (1..9).flat_map(|one| (one + 1..9).map(move |other| figures[one] + figures[other]));
    let exact = sums.filter(|sum| *sum >= found).count() as f64 / 28.0;
    assert!((local.measures.pseudo_p[0].unwrap() - exact).abs() < 0.006, "{exact}");
    assert!(local.measures.pseudo_p[1..].iter().all(Option::is_none));
}

#[test]
fn one_thread_and_four_give_the_same_bits() {
    let weights = SpatialWeights::new(&lattice(15, 15)).unwrap().row_standardised();
    let values = chance(225, 3);
    let run = || {
        let moran = Moran::new(&weights, &values, SEEDED).unwrap();
        (moran, local_moran(&weights, &values, SEEDED).unwrap(), getis_ord(&weights, &values, Itself::Included, SEEDED))
    };
    let on = |n_threads| rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().unwrap().install(run);
    assert_eq!(on(1), on(4));
}

#[test]
fn missing_islands_and_the_mean_have_no_quadrant() {
    // 0 1 2 in a row, 3 without figure beside 2, 4 alone, 5 and 6 together; the mean is 3.
    let rows = [vec![1], vec![0, 2], vec![1, 3], vec![2], vec![], vec![6], vec![5]];
    let weights = SpatialWeights::new(&rows).unwrap().row_standardised();
    let values = [Some(1.0), Some(2.0), Some(3.0), None, Some(6.0), Some(5.0), Some(1.0)];
    let local = local_moran(&weights, &values, SEEDED).unwrap();
    let has: Vec<bool> = local.quadrant.iter().map(Option::is_some).collect();
    assert_eq!(has, [true, true, false, false, false, true, true]);
    assert_eq!((local.measures.statistic[2], local.measures.pseudo_p[2]), (Some(0.0), None));
    assert_eq!((&local.measures.islands, local.measures.n_missing), (&vec![4], 1));
    let g = getis_ord(&weights, &values, Itself::Included, SEEDED).unwrap();
    assert_eq!((g.statistic[3], g.statistic[4], g.pseudo_p[4]), (None, None, None));
    assert!(g.statistic[2].is_some() && g.pseudo_p[2].is_some());
    assert_eq!(local_moran(&weights, &[None; 7], SEEDED).unwrap_err(), NoMeasure::TooFew { n_known: 0 });
}

#[test]
fn where_all_neighbours_are_alike_nothing_is_rare() {
    // Two figures only, and an area with neighbours all of one kind: ties are no evidence.
    let weights = SpatialWeights::new(&lattice(3, 3)).unwrap();
    let mut values = [Some(1.0); 9];
    values[0] = Some(2.0);
    let local = local_moran(&weights, &values, SEEDED).unwrap();
    assert_eq!(local.measures.pseudo_p[0], Some(1.0));
}
