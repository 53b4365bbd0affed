// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Scans against all circles looked at one by one.

use super::*;
use kapstok_random::Draws;
use proptest::prelude::*;

const OPTIONS: ScanOptions = ScanOptions { largest_share: 0.5, n_simulations: 99, seed: 4 };

/// The highest ratio of all circles around all centres, from its definition.
fn brute(centres: &[Point], cases: &[f64], residents: &[f64], largest_share: f64) -> f64 {
    let (of_cases, of_residents) = (cases.iter().sum::<f64>(), residents.iter().sum::<f64>());
    let distance = |one: Point, other: Point| (one[0] - other[0]).powi(2) + (one[1] - other[1]).powi(2);
    let mut highest: f64 = 0.0;
    for &centre in centres {
        for &edge in centres {
            let within = |at: &usize| distance(centre, centres[*at]) <= distance(centre, edge);
            let inside: Vec<usize> = (0..centres.len()).filter(within).collect();
            let n: f64 = inside.iter().map(|&at| cases[at]).sum();
            let residents: f64 = inside.iter().map(|&at| residents[at]).sum();
            let expected = of_cases * residents / of_residents;
            if residents <= largest_share * of_residents && n > expected {
                let term = |n: f64, expected: f64| if n > 0.0 { n * libm::log(n / expected) } else { 0.0 };
                highest = highest.max(term(n, expected) + term(of_cases - n, of_cases - expected));
            }
        }
    }
    highest
}

fn lists(cases: &[f64], residents: &[f64], centres: &[Point]) -> [Vec<Option<f64>>; 2] {
    assert_eq!(centres.len(), cases.len());
    [cases, residents].map(|list| list.iter().copied().map(Some).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_first_circle_is_the_best_of_all_and_the_others_do_not_touch_it(
        areas in proptest::collection::vec(((0_u8..9, 0_u8..9), 0_u8..9, 1_u8..20), 4..30), tenths in 1_u32..=5
    ) {
        let centres: Vec<Point> = areas.iter().map(|((x, y), ..)| [f64::from(*x), f64::from(*y)]).collect();
        let cases: Vec<f64> = areas.iter().map(|area| f64::from(area.1)).collect();
        let residents: Vec<f64> = areas.iter().map(|area| f64::from(area.2)).collect();
        let [some_cases, some_residents] = lists(&cases, &residents, &centres);
        let points: Vec<Option<Point>> = centres.iter().copied().map(Some).collect();
        let options = ScanOptions { largest_share: f64::from(tenths) / 10.0, n_simulations: 9, seed: 1 };
        match scan(&points, &some_cases, &some_residents, options) {
            Ok(found) => {
                let highest = found.clusters.first().map_or(0.0, |cluster| cluster.log_likelihood_ratio);
                let brute = brute(&centres, &cases, &residents, options.largest_share * (1.0 + 1e-12));
                prop_assert!((highest - brute).abs() < 1e-9, "{} {}", highest, brute);
                let mut taken: Vec<u32> = found.clusters.iter().flat_map(|cluster| cluster.areas.clone()).collect();
                let n_taken = taken.len();
                taken.sort_unstable();
                taken.dedup();
                prop_assert_eq!(taken.len(), n_taken);
            }
            Err(error) => prop_assert_eq!(error, NoScan::Cases),
        }
    }

    #[test]
    fn the_highest_of_each_simulated_map_is_the_best_of_all_its_circles(
        areas in proptest::collection::vec(((0_u8..9, 0_u8..9), 0_u8..4, 1_u8..20), 4..20)
    ) {
        let centres: Vec<Option<Point>> = areas.iter().map(|((x, y), ..)| Some([f64::from(*x), f64::from(*y)])).collect();
        let cases: Vec<Option<f64>> = areas.iter().map(|area| Some(f64::from(area.1) + 1.0)).collect();
        let residents: Vec<Option<f64>> = areas.iter().map(|area| Some(f64::from(area.2))).collect();
        let part = Part::new(&centres, &cases, &residents).unwrap();
        let options = ScanOptions { n_simulations: 5, ..OPTIONS };
        let simulated = Simulated::new(&part, options);
        let found = simulated.highest(&Circles::new(&part, 0.5), &Ratio::new(part.of_cases));
        let points: Vec<Point> = centres.into_iter().flatten().collect();
        for (lane, highest) in found.iter().enumerate() {
            let cases: Vec<f64> = simulated.cases(lane);
            prop_assert_eq!(cases.iter().sum::<f64>(), f64::from(part.of_cases));
            prop_assert!((highest - brute(&points, &cases, &part.residents, 0.5 * (1.0 + 1e-12))).abs() < 1e-9);
        }
    }
}

#[test]
fn a_cluster_that_was_planted_is_found_and_chance_is_not_called_one() {
    // A lattice of 20 by 20, a hundred residents each, two cases each; in a corner five.
    let centres: Vec<Option<Point>> = (0..400).map(|at| Some([f64::from(at % 20), f64::from(at / 20)])).collect();
    let residents = vec![Some(100.0); 400];
    let planted = |at: &usize| at % 20 < 3 && at / 20 < 3;
    let cases: Vec<Option<f64>> = (0..400).map(|at| Some(if planted(&at) { 5.0 } else { 2.0 })).collect();
    let found = scan(&centres, &cases, &residents, OPTIONS).unwrap();
    let first = &found.clusters[0];
    assert!(first.areas.iter().filter(|area| planted(&(**area as usize))).count() >= 8, "{first:?}");
    assert_eq!((first.pseudo_p, found.n_left_out), (0.01, 0));
    // Chance: one map in twenty may have a probability of 0.05.
    let n_found = (0..40)
        .filter(|&map| {
            let mut draws = Draws::new(99, 1, map);
            let mut cases = vec![Some(0.0); 400];
            for _ in 0..800 {
                let area = &mut cases[draws.below(400) as usize];
                *area = area.map(|n| n + 1.0);
            }
            let options = ScanOptions { largest_share: 0.1, n_simulations: 99, seed: u64::from(map) };
            scan(&centres, &cases, &residents, options).unwrap().clusters[0].pseudo_p <= 0.05
        })
        .count();
    assert!(n_found <= 7, "{n_found} of 40");
}

#[test]
fn what_cannot_be_scanned_says_why() {
    let centres = [Some([0.0, 0.0]), Some([1.0, 0.0]), None];
    let with = |cases: [f64; 3], residents: [f64; 3], largest_share| {
        let options = ScanOptions { largest_share, ..OPTIONS };
        scan(&centres, &cases.map(Some), &residents.map(Some), options)
    };
    assert_eq!(with([1.0, 0.0, 0.0], [5.0; 3], 0.6).unwrap_err(), NoScan::Share);
    assert_eq!(with([1.5, 0.0, 0.0], [5.0; 3], 0.5).unwrap_err(), NoScan::Figure { area: 0 });
    assert_eq!(with([1.0, 1.0, 0.0], [5.0, 0.0, 5.0], 0.5).unwrap_err(), NoScan::Figure { area: 1 });
    assert_eq!(with([0.0, 0.0, 9.0], [5.0; 3], 0.5).unwrap_err(), NoScan::Cases);
    // A circle with exactly half of all residents counts.
    let found = with([3.0, 1.0, 9.0], [5.0; 3], 0.5).unwrap();
    assert_eq!((found.n_left_out, &found.clusters[0].areas), (1, &vec![0]));
    assert!((found.clusters[0].log_likelihood_ratio - (3.0 * libm::log(1.5) + libm::log(0.5))).abs() < 1e-12);
}
