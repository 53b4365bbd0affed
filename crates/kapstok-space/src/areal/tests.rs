// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Land in common held against counted cells and sampled points; sums that must stay; what is missing.

use kapstok_random::Draws;
use proptest::prelude::*;

use super::*;
use crate::{Point, contains};

const SIDE: usize = 9;

/// A square of land in `SIDE` by `SIDE` areas with crooked borders that neighbours share, in metres of a national
/// grid. The outer border is the same for every seed.
fn mosaic(seed: u64) -> Vec<Outline> {
    let corner = |column: usize, row: usize| -> Point {
        let mut draws = Draws::new(seed, (row * (SIDE + 1) + column) as u32, 0);
        let mut inner = |place: usize| if place == 0 || place == SIDE { 0.0 } else { 0.6 * draws.uniform() - 0.3 };
        let (x, y) = (column as f64 + inner(column), row as f64 + inner(row));
        [150_000.0 + 731.0 * x, 460_000.0 + 731.0 * y]
    };
    let area = |at: usize| {
        let (column, row) = (at % SIDE, at / SIDE);
        let ring = [(0, 0), (1, 0), (1, 1), (0, 1)].map(|(right, up)| corner(column + right, row + up));
        Outline::from_rings([[ring]])
    };
    (0..SIDE * SIDE).map(area).collect()
}

fn figures(seed: u64, n: usize) -> Vec<Option<f64>> {
    (0..n).map(|area| Some((Draws::new(seed, area as u32, 1).uniform() * 4000.0).floor())).collect()
}

fn block(x: f64, y: f64, wide: f64, high: f64) -> [Point; 4] {
    [[x, y], [x + wide, y], [x + wide, y + high], [x, y + high]]
}

fn area_in_common(one: &Outline, other: &Outline) -> f64 {
    Sweep::default()
        .common(&Edges::of_all(std::slice::from_ref(one))[0], &Edges::of_all(std::slice::from_ref(other))[0])
}

#[test]
fn holes_parts_and_crossing_sides_are_what_one_gets_by_hand() {
    let whole = Outline::from_rings([[block(0.0, 0.0, 10.0, 10.0)]]);
    let ring = Outline::from_rings([[block(0.0, 0.0, 10.0, 10.0), block(2.0, 2.0, 6.0, 6.0)]]);
    let two = Outline::from_rings([[block(-1.0, -1.0, 2.0, 2.0)], [block(4.0, 4.0, 20.0, 1.0)]]);
    let tilted = Outline::from_rings([[[[5.0, -5.0], [15.0, 5.0], [5.0, 15.0], [-5.0, 5.0]]]]);
    let touching = Outline::from_rings([[block(10.0, 0.0, 5.0, 10.0)]]);
    let wrong_way = Outline::from_rings([[[[0.0, 10.0], [10.0, 10.0], [10.0, 0.0], [0.0, 0.0]]]]);
    let cases = [
        (&whole, &whole, 100.0),
        (&whole, &wrong_way, 100.0),
        (&whole, &ring, 64.0),    // 100 less the hole of 36.
        (&ring, &two, 1.0 + 2.0), // A corner, and a strip of 6 by 1 of which 4 lies in the hole.
        (&whole, &tilted, 100.0), // The corners of the one lie on the sides of the other.
        (&ring, &tilted, 64.0),
        (&whole, &touching, 0.0),
        (&whole, &Outline::default(), 0.0),
    ];
    for (place, (one, other, expected)) in cases.into_iter().enumerate() {
        for found in [area_in_common(one, other), area_in_common(other, one)] {
            assert!((found - expected).abs() < 1e-12, "case {place}: {found}, not {expected}");
        }
    }
}

#[test]
fn a_map_on_itself_is_itself() {
    let map = mosaic(5);
    let common = CommonAreas::new(&map, &map);
    assert_eq!(common.rows().len(), map.len(), "neighbours have a border in common and no land");
    for row in common.rows() {
        assert_eq!(row.source, row.target);
        assert!((row.of_source - 1.0).abs() < 1e-12 && (row.of_target - 1.0).abs() < 1e-12, "{row:?}");
    }
    let values = figures(1, map.len());
    let carried = common.counts(&values, 1.0).unwrap();
    for (found, value) in carried.values.iter().zip(&values) {
        assert!((found.unwrap() - value.unwrap()).abs() <= 1e-9 * value.unwrap());
    }
    assert_eq!(common.shares(&values, None, 1.0).unwrap().values, values, "to the bit: one source each");
    assert_eq!(carried.not_placed, 0.0);
}

#[test]
fn a_source_without_a_figure_is_no_zero() {
    // Sources of 4 by 1 beside each other; targets: half of each, all of the second, and one that hangs over the edge.
    let sources = [0.0, 4.0].map(|x| Outline::from_rings([[block(x, 0.0, 4.0, 1.0)]]));
    let targets = [(2.0, 4.0), (4.0, 4.0), (7.0, 4.0), (20.0, 1.0)]
        .map(|(x, wide)| Outline::from_rings([[block(x, 0.0, wide, 1.0)]]));
    let common = CommonAreas::new(&sources, &targets);
    let counts = |values: &[Option<f64>], least| common.counts(values, least).unwrap();
    let one_missing = counts(&[Some(100.0), None], 0.6);
    assert_eq!(one_missing.values, [None; 4], "half of the first target is known, which is not enough");
    assert_eq!(one_missing.covered, [0.5, 0.0, 0.0, 0.0]);
    assert!(one_missing.covered.iter().all(|covered| covered.is_sign_positive()), "nothing is 0 and not -0");
    assert_eq!((one_missing.not_placed, &one_missing.n_sources[..]), (100.0, &[1, 0, 0, 0][..]));
    assert_eq!(counts(&[Some(100.0), None], 0.5).values, [Some(50.0), None, None, None]);
    assert_eq!(counts(&[Some(100.0), None], 0.0).values, [Some(50.0), None, None, None], "never from nothing");
    assert_eq!(counts(&[Some(f64::NAN), None], 0.0).values, [None; 4]);
    let both = counts(&[Some(100.0), Some(40.0)], 0.2);
    assert_eq!(both.values, [Some(70.0), Some(40.0), Some(10.0), None]);
    assert_eq!(both.covered, [1.0, 1.0, 0.25, 0.0]);
    let shares =
        |values: &[Option<f64>], weights: Option<&[Option<f64>]>| common.shares(values, weights, 0.5).unwrap().values;
    assert_eq!(shares(&[Some(0.1), Some(0.3)], None), [Some(0.2), Some(0.3), None, None]);
    assert_eq!(shares(&[Some(0.1), None], None), [Some(0.1), None, None, None]);
    // 300 people in the first and 100 in the second: (0.1 · 150 + 0.3 · 50) / 200.
    let weighted = shares(&[Some(0.1), Some(0.3)], Some(&[Some(300.0), Some(100.0)]));
    assert!((weighted[0].unwrap() - 0.15).abs() < 1e-15, "{weighted:?}");
    assert_eq!(shares(&[Some(0.1), Some(0.3)], Some(&[Some(300.0), None]))[..2], [Some(0.1), None]);
    assert_eq!(shares(&[Some(0.1), Some(0.3)], Some(&[Some(0.0), Some(0.0)])), [None; 4], "nobody, no share");
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let map = [Outline::from_rings([[block(0.0, 0.0, 1.0, 1.0)]])];
    let common = CommonAreas::new(&map, &map);
    assert_eq!(common.counts(&[], 0.5).unwrap_err(), CarryError::Shape { n_values: 0, n_sources: 1 });
    assert_eq!(common.counts(&[None], 1.5).unwrap_err(), CarryError::Least { found: 1.5 });
    let below = common.shares(&[None], Some(&[Some(-1.0)]), 0.5);
    assert_eq!(below.unwrap_err(), CarryError::Weight { source_area: 0 });
}

#[test]
fn slivers_along_a_border_that_was_drawn_twice_stay_slivers() {
    let map = mosaic(8);
    // The same land drawn a centimetre to the east.
    let moved: Vec<Outline> = map.iter().map(|outline| outline.map_points(|[x, y]| [x + 0.01, y])).collect();
    let common = CommonAreas::new(&map, &moved);
    let own = |row: &&Common| row.source == row.target;
    assert!(common.rows().iter().filter(own).all(|row| row.of_source > 0.9999));
    assert!(common.rows().iter().filter(|row| !own(row)).all(|row| row.of_source < 1e-4 && row.area < 12.0));
    // Only the first column loses its first centimetre.
    for source in 0..map.len() {
        let placed: f64 =
            common.rows().iter().filter(|row| row.source as usize == source).map(|row| row.of_source).sum();
        let expected = if source % SIDE == 0 { 0.9999 } else { 1.0 - 1e-10 };
        assert!((expected..=1.0 + 1e-10).contains(&placed), "{source}: {placed}");
    }
}

/// A star with some points, of which the nearest and the farthest lie at 0.3 and 1 times `radius`.
fn star(draws: &mut Draws, centre: Point, radius: f64) -> Vec<Point> {
    let n = 5 + draws.below(20);
    let point = |at: u32| {
        let (angle, far) =
            (std::f64::consts::TAU * f64::from(at) / f64::from(n), radius * (0.3 + 0.7 * draws.uniform()));
        [centre[0] + far * libm::cos(angle), centre[1] + far * libm::sin(angle)]
    };
    (0..n).map(point).collect()
}

#[test]
fn sampled_points_say_the_same() {
    const N: usize = 300;
    for number in 0..60 {
        let mut draws = Draws::new(99, number, 0);
        let mut outline = || {
            let (large, small) = ([draws.uniform(), draws.uniform()], [3.0 + draws.uniform(), draws.uniform()]);
            let holed = vec![star(&mut draws, large, 1.5), star(&mut draws, large, 0.4)];
            Outline::from_rings([holed, vec![star(&mut draws, small, 0.8)]])
        };
        let (one, other) = (outline(), outline());
        // The stars lie between -1.5 and 5, -1.5 and 2.5.
        let place = |at: usize| [-1.5 + 6.5 * (at % N) as f64 / N as f64, -1.5 + 4.0 * (at / N) as f64 / N as f64];
        let n_inside = (0..N * N).filter(|&at| contains(&one, place(at)) && contains(&other, place(at))).count();
        let sampled = n_inside as f64 / (N * N) as f64 * 26.0;
        let found = area_in_common(&one, &other);
        // A grid misses at most about half a cell along a border of some 30; those errors mostly cancel.
        assert!((found - sampled).abs() < 0.03, "{number}: {found}, sampled {sampled}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn cells_in_common_are_counted_however_the_map_is_turned(
        one in proptest::collection::vec(any::<bool>(), 36),
        other in proptest::collection::vec(any::<bool>(), 36),
        angle in 0.0_f64..7.0,
        far in prop_oneof![Just(0.0), Just(500_000.0)],
    ) {
        let turned = |[x, y]: Point| {
            let (sine, cosine) = (libm::sin(angle), libm::cos(angle));
            [far + cosine * x - sine * y, far + sine * x + cosine * y]
        };
        let outline = |cells: &[bool]| {
            let chosen = (0..36).filter(|&at| cells[at]);
            Outline::from_rings(chosen.map(|at| [block((at % 6) as f64, (at / 6) as f64, 1.0, 1.0).map(turned)]))
        };
        let both = one.iter().zip(&other).filter(|(one, other)| **one && **other).count() as f64;
        let found = area_in_common(&outline(&one), &outline(&other));
        prop_assert!((found - both).abs() < 1e-8, "{} for {}", found, both);
    }

    #[test]
    fn a_count_keeps_its_sum_where_the_second_map_covers_the_first(one: u64, other: u64, missing in 0_usize..81) {
        let (sources, targets) = (mosaic(one), mosaic(other));
        let common = CommonAreas::new(&sources, &targets);
        let values = figures(one, sources.len());
        let carried = common.counts(&values, 0.999_999).unwrap();
        let sum = |values: &[Option<f64>]| values.iter().flatten().sum::<f64>();
        prop_assert!((sum(&carried.values) - sum(&values)).abs() < 1e-9 * sum(&values));
        prop_assert!(carried.covered.iter().all(|covered| (covered - 1.0).abs() < 1e-9));
        prop_assert_eq!(carried.not_placed, 0.0);
        // A share that is the same everywhere stays what it is, and any stays between the least and the most.
        let same = common.shares(&[Some(0.3); SIDE * SIDE], Some(&values), 0.9).unwrap();
        prop_assert!(same.values.iter().flatten().all(|value| *value == 0.3));
        // Without one source its targets have no figure, and what was known and is not shown is told.
        let mut holed = values.clone();
        holed[missing] = None;
        let carried = common.counts(&holed, 0.999_999).unwrap();
        // A corner that is smaller than what may be missing takes no figure away.
        let takes_away = |row: &&Common| row.source as usize == missing && row.of_target > 1e-6;
        let touched = common.rows().iter().filter(takes_away).count();
        prop_assert_eq!(carried.values.iter().filter(|value| value.is_none()).count(), touched);
        prop_assert!((sum(&carried.values) + carried.not_placed - sum(&holed)).abs() < 1e-8 * sum(&holed));
    }

    #[test]
    fn another_order_of_the_areas_and_another_number_of_threads_change_no_bit(
        order in Just((0..SIDE * SIDE).collect::<Vec<usize>>()).prop_shuffle(),
        seed: u64,
    ) {
        let (sources, targets, values) = (mosaic(seed), mosaic(seed ^ 1), figures(seed, SIDE * SIDE));
        let on = |n_threads: usize, sources: &[Outline], targets: &[Outline], values: &[Option<f64>]| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().unwrap();
            pool.install(|| {
                let common = CommonAreas::new(sources, targets);
                (common.counts(values, 0.9).unwrap(), common.shares(values, None, 0.9).unwrap())
            })
        };
        let plain = on(1, &sources, &targets, &values);
        prop_assert_eq!(&plain, &on(3, &sources, &targets, &values));
        let shuffled = |map: &[Outline]| order.iter().map(|&area| map[area].clone()).collect::<Vec<_>>();
        let of_shuffled: Vec<Option<f64>> = order.iter().map(|&area| values[area]).collect();
        let found = on(2, &shuffled(&sources), &shuffled(&targets), &of_shuffled);
        for (found, plain) in [(&found.0, &plain.0), (&found.1, &plain.1)] {
            for (place, &area) in order.iter().enumerate() {
                prop_assert_eq!(found.values[place].map(f64::to_bits), plain.values[area].map(f64::to_bits));
                prop_assert_eq!(found.covered[place], plain.covered[area]);
            }
        }
    }
}
