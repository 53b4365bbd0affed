// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What statistics of a country cost.
//!
//! `cargo bench -p kapstok-space --bench statistics`. Budgets of the design, two cores: 0.13 s for local Moran and for
//! Gi* with 999 permutations over 14,500 areas, 0.08 s for global Moran; 5 ms for 7 exact classes of 14,500 figures
//! and 0.12 s of 240,000; 14 processor seconds for a scan with 999 simulations. The map is invented: 120 by 121 squares, neighbours by side
//! and corner, a figure that is half the mean of what surrounds it and half chance.
//! `benches/peers/spatial_peers.py` makes the same map.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kapstok_space::autocorrelation::{Itself, Moran, Permutations, getis_ord, local_moran};
use kapstok_space::scan::{ScanOptions, scan};
use kapstok_space::{Classes, Point, SpatialWeights};

const WIDE: usize = 120;
const HIGH: usize = 121;
const PERMUTATIONS: Option<Permutations> = Some(Permutations { number: 999, seed: 7 });

/// A number from 0 up to 1 that belongs to a place; the peers compute the same.
fn chance(place: u64) -> f64 {
    let mut mixed = place.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5EED;
    for _ in 0..3 {
        mixed = (mixed ^ (mixed >> 31)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    }
    (mixed >> 11) as f64 / (1_u64 << 53) as f64
}

fn neighbours() -> Vec<Vec<u32>> {
    let around = |at: usize| {
        let (x, y) = (at % WIDE, at / WIDE);
        let rows = y.saturating_sub(1)..(y + 2).min(HIGH);
        let columns = x.saturating_sub(1)..(x + 2).min(WIDE);
        let all = rows.flat_map(move |y| columns.clone().map(move |x| (y * WIDE + x) as u32));
        all.filter(|&other| other as usize != at).collect()
    };
    (0..WIDE * HIGH).map(around).collect()
}

fn figures(neighbours: &[Vec<u32>]) -> Vec<f64> {
    let own: Vec<f64> = (0..neighbours.len() as u64).map(chance).collect();
    let mean = |row: &Vec<u32>| row.iter().map(|&other| own[other as usize]).sum::<f64>() / row.len() as f64;
    own.iter().zip(neighbours).map(|(own, row)| 0.5 * own + 0.5 * mean(row)).collect()
}

fn statistics(criterion: &mut Criterion) {
    let neighbours = neighbours();
    let plain = figures(&neighbours);
    let figures: Vec<Option<f64>> = plain.iter().copied().map(Some).collect();
    let binary = SpatialWeights::new(&neighbours).unwrap_or_else(|error| panic!("{error}"));
    let weights = binary.row_standardised();
    let mut group = criterion.benchmark_group("statistics");
    group.sample_size(10);
    group.bench_function("local_moran_999", |bench| {
        bench.iter(|| local_moran(black_box(&weights), &figures, PERMUTATIONS));
    });
    group.bench_function("gi_star_999", |bench| {
        bench.iter(|| getis_ord(black_box(&weights), &figures, Itself::Included, PERMUTATIONS));
    });
    group.bench_function("moran_999", |bench| bench.iter(|| Moran::new(black_box(&weights), &figures, PERMUTATIONS)));
    group.bench_function("classes_14520", |bench| bench.iter(|| Classes::fisher_jenks(black_box(&plain), 7)));
    let many: Vec<f64> = (0..240_000).map(|at| chance(at) + chance(at + 1_000_000)).collect();
    group.bench_function("classes_240000", |bench| bench.iter(|| Classes::fisher_jenks(black_box(&many), 7)));
    // 2,000 residents in each area, and about three in four thousand is a case.
    let centres: Vec<Option<Point>> =
        (0..WIDE * HIGH).map(|at| Some([(at % WIDE) as f64, (at / WIDE) as f64])).collect();
    let residents = vec![Some(2_000.0); WIDE * HIGH];
    let cases: Vec<Option<f64>> = (0..WIDE * HIGH).map(|at| Some((4.0 * chance(at as u64)).floor())).collect();
    let options = ScanOptions { largest_share: 0.05, n_simulations: 999, seed: 7 };
    group.bench_function("scan_999", |bench| bench.iter(|| scan(black_box(&centres), &cases, &residents, options)));
    group.finish();
}

criterion_group!(benches, statistics);
criterion_main!(benches);
