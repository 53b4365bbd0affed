// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What it costs to bring figures of one map of a country to another.
//!
//! `cargo bench -p kapstok-space --bench areal`. Budget of the design: 0.3 processor seconds for two maps of 14,500
//! areas. Both maps are invented: 121 by 120 areas with 12 points each on the same land, whose borders lie elsewhere.
//! `benches/peers/areal_tobler.py` makes the same maps.
//!
//! Beside the time by the clock of criterion stands the time on one thread, which is the processor's.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kapstok_space::areal::CommonAreas;
use kapstok_space::{Outline, Point};

const WIDE: u64 = 121;
const HIGH: u64 = 120;

/// A number from 0 up to 1 that belongs to a place; the peer computes the same.
fn chance(place: u64) -> f64 {
    let mut mixed = place.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5EED;
    for _ in 0..3 {
        mixed = (mixed ^ (mixed >> 31)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    }
    (mixed >> 11) as f64 / (1_u64 << 53) as f64
}

/// Areas of about 1,500 metres wide, three lines on each side.
fn map(number: u64) -> Vec<Outline> {
    let point = |x: u64, y: u64| -> Point {
        let place = 2 * (number * 1_000_000 + y * (3 * WIDE + 1) + x);
        let moved = |at: u64, last: u64, place: u64| {
            let at_edge = at == 0 || at == last;
            500.0 * (at as f64 + if at_edge { 0.0 } else { 0.9 * chance(place) - 0.45 })
        };
        [moved(x, 3 * WIDE, place), moved(y, 3 * HIGH, place + 1)]
    };
    let area = |at: u64| {
        let (x, y) = (3 * (at % WIDE), 3 * (at / WIDE));
        let south = (0..3).map(move |step| point(x + step, y));
        let east = (0..3).map(move |step| point(x + 3, y + step));
        let north = (0..3).map(move |step| point(x + 3 - step, y + 3));
        let west = (0..3).map(move |step| point(x, y + 3 - step));
        Outline::from_rings([[south.chain(east).chain(north).chain(west).collect::<Vec<_>>()]])
    };
    (0..WIDE * HIGH).map(area).collect()
}

fn areal(criterion: &mut Criterion) {
    let (sources, targets) = (map(0), map(1));
    let figures: Vec<Option<f64>> = (0..WIDE * HIGH).map(|at| Some((4000.0 * chance(at)).floor())).collect();
    let both = || {
        let common = CommonAreas::new(black_box(&sources), black_box(&targets));
        let counts = common.counts(&figures, 0.95);
        let shares = common.shares(&figures, None, 0.95);
        (common.rows().len(), counts, shares)
    };
    let (n_rows, counts, _) = both();
    let sum = |values: &[Option<f64>]| values.iter().flatten().sum::<f64>();
    let carried = counts.map_or(f64::NAN, |counts| sum(&counts.values));
    println!("{n_rows} pairs of areas with land in common; {} counted, {carried} carried over", sum(&figures));
    let mut group = criterion.benchmark_group("areal");
    group.sample_size(10);
    group.bench_function("two_maps", |bench| bench.iter(both));
    if let Ok(one) = rayon::ThreadPoolBuilder::new().num_threads(1).build() {
        group.bench_function("two_maps_on_1", |bench| bench.iter(|| one.install(both)));
    }
    group.finish();
}

criterion_group!(benches, areal);
criterion_main!(benches);
