// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What choosing connected sets of areas costs.
//!
//! `cargo bench -p kapstok-space --bench regions`. Three sets of 120 areas, twenty of 3,340 and of 14,566. The map is
//! invented: rows of areas, each row half an area to the side, so that most have six neighbours; 500 to 2,500
//! residents, a burden that is smooth over the map, and chance. Each line tells what was chosen before it is timed.
//! `benches/peers/regions_pygeoda.py` makes the same map.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kapstok_space::SpatialWeights;
use kapstok_space::connected::{DEFAULT_STEPS, Problem, SearchOptions, choose, feasible};

/// Areas, areas in a row, sets.
const MAPS: [(usize, usize, usize); 3] = [(120, 12, 3), (3_340, 58, 20), (14_566, 121, 20)];
const OPTIONS: SearchOptions = SearchOptions { n_steps: DEFAULT_STEPS, n_starts: 8, seed: 1 };

/// A number from 0 up to 1 that belongs to a place; the peers compute the same.
fn chance(place: u64) -> f64 {
    let mut mixed = place.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5EED;
    for _ in 0..3 {
        mixed = (mixed ^ (mixed >> 31)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    }
    (mixed >> 11) as f64 / (1_u64 << 53) as f64
}

fn neighbours(n_areas: usize, wide: usize) -> Vec<Vec<u32>> {
    let around = |at: usize| {
        let (x, y) = ((at % wide) as i64, (at / wide) as i64);
        let left = if y % 2 == 1 { x } else { x - 1 };
        let cells = [(left, y - 1), (left + 1, y - 1), (x - 1, y), (x + 1, y), (left, y + 1), (left + 1, y + 1)];
        let inside = cells.into_iter().filter(|&(x, y)| x >= 0 && x < wide as i64 && y >= 0);
        inside.map(|(x, y)| (y * wide as i64 + x) as u32).filter(|&other| (other as usize) < n_areas).collect()
    };
    (0..n_areas).map(around).collect()
}

/// Residents and burdened residents.
fn figures(neighbours: &[Vec<u32>]) -> (Vec<f64>, Vec<f64>) {
    let n_areas = neighbours.len();
    let residents: Vec<f64> = (0..n_areas as u64).map(|at| (500.0 + 2_000.0 * chance(at)).floor()).collect();
    let mut smooth: Vec<f64> = (0..n_areas as u64).map(|at| chance(at + 1_000_000) - 0.5).collect();
    for _ in 0..4 {
        let mean = |at: usize| {
            let around: f64 = neighbours[at].iter().map(|&other| smooth[other as usize]).sum();
            (smooth[at] + around) / (neighbours[at].len() + 1) as f64
        };
        smooth = (0..n_areas).map(mean).collect();
    }
    let burdened = |at: usize| {
        let share = 0.12 + smooth[at] + 0.1 * (chance(at as u64 + 2_000_000) - 0.5);
        (share.clamp(0.01, 0.6) * residents[at]).floor()
    };
    ((0..n_areas).map(burdened).collect(), residents)
}

fn regions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("regions");
    group.sample_size(10);
    for (n_areas, wide, max_sets) in MAPS {
        let rows = neighbours(n_areas, wide);
        let (benefit, residents) = figures(&rows);
        let neighbours = SpatialWeights::new(&rows).unwrap_or_else(|error| panic!("{error}"));
        let problem = Problem {
            benefit: &benefit,
            residents: &residents,
            allowed: &vec![true; n_areas],
            must_be_in: &vec![false; n_areas],
            neighbours: &neighbours,
            parent: &vec![0; n_areas],
            within_parent: false,
            min_sets: max_sets,
            max_sets,
            floor: Some(4_000.0),
            ceiling: Some(12_000.0),
            max_residents: None,
            max_per_parent: None,
            min_per_parent: None,
            parents_with: &[],
        };
        let found = choose(&problem, &OPTIONS).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(feasible(&problem, &found.sets), Ok(()));
        let (objective, bound, proved) = (found.objective, found.bound, found.proved);
        println!(
            "{n_areas} areas, {max_sets} sets: {objective} of at most {bound:.0} burdened residents, proved {proved}"
        );
        group.bench_function(format!("choose_{n_areas}"), |bench| {
            bench.iter(|| choose(black_box(&problem), &OPTIONS));
        });
    }
    group.finish();
}

criterion_group!(benches, regions);
criterion_main!(benches);
