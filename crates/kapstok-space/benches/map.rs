// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The budget of neighbours, and what it costs to make a map.
//!
//! `cargo bench -p kapstok-space`. Budget of the design: 50 ms for queen contiguity from 14,500 clean polygons.
//! The map is invented: 121 by 120 areas with 12 points each, 174,240 in all, about as many per area as the
//! Dutch map of neighbourhoods for the web has. `KAPSTOK_OUTLINES` may name a file with other outlines: for
//! each area the length of its WKB in four bytes, little-endian, then the WKB.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use kapstok_space::{Contiguity, Crs, Outline, Point, Simplifier, Tiles, Topology, Touch, wkb};

const WIDE: u32 = 121;
const HIGH: u32 = 120;

/// A number between -0.5 and 0.5 that belongs to two others.
fn noise(a: u32, b: u32) -> f64 {
    let mut mixed = (u64::from(a) << 32 | u64::from(b)) ^ 0x5EED;
    for _ in 0..3 {
        mixed = (mixed ^ (mixed >> 31)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
    (mixed >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
}

/// A point of a lattice with three steps to an area, shaken; in metres of the Dutch grid.
fn point(x: u32, y: u32) -> Point {
    let at = |number: u32, shaken: f64| 300.0 * (f64::from(number) + 0.6 * shaken);
    [20_000.0 + at(x, noise(x, y)), 350_000.0 + at(y, noise(y, x + 1_000_000))]
}

fn invented() -> Vec<Outline> {
    let area = |at: u32| {
        let (x, y) = (3 * (at % WIDE), 3 * (at / WIDE));
        let south = (0..3).map(move |step| point(x + step, y));
        let east = (0..3).map(move |step| point(x + 3, y + step));
        let north = (0..3).map(move |step| point(x + 3 - step, y + 3));
        let west = (0..3).map(move |step| point(x, y + 3 - step));
        Outline::from_rings([[south.chain(east).chain(north).chain(west)]])
    };
    (0..WIDE * HIGH).map(area).collect()
}

/// The bytes of the outlines of a file, if one is named.
#[expect(clippy::disallowed_methods, reason = "a bench may read a file")]
fn named() -> Option<Vec<Vec<u8>>> {
    let bytes = std::fs::read(std::env::var_os("KAPSTOK_OUTLINES")?).ok()?;
    let (mut rest, mut all) = (&bytes[..], Vec::new());
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let (wkb, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        all.push(wkb.to_vec());
        rest = after;
    }
    Some(all)
}

/// Columns and rows of a zoom in which the Netherlands lie.
fn tiles_of(z: u8) -> Vec<(u8, u32, u32)> {
    let (west, east, north, south) = (2.0, 8.0, 54.0, 50.0);
    let place = |longitude: f64, latitude: f64| {
        let [x, y] = kapstok_space::mercator::from_lon_lat([longitude, latitude]);
        let side = 2.0 * kapstok_space::mercator::HALF_SIDE / f64::from(1_u32 << z);
        let half = kapstok_space::mercator::HALF_SIDE;
        (((x + half) / side) as u32, ((half - y) / side) as u32)
    };
    let ((first_x, first_y), (last_x, last_y)) = (place(west, north), place(east, south));
    (first_x..=last_x).flat_map(|x| (first_y..=last_y).map(move |y| (z, x, y))).collect()
}

fn map(criterion: &mut Criterion) {
    let outlines = match named() {
        Some(bytes) => {
            let read = || bytes.iter().map(|bytes| wkb::read(bytes).unwrap_or_default()).collect::<Vec<_>>();
            criterion.bench_function("read_wkb", |bench| bench.iter(|| black_box(read())));
            read()
        }
        None => invented(),
    };
    criterion.bench_function("queen_contiguity", |bench| {
        bench.iter(|| {
            let topology = Topology::new(black_box(&outlines))?;
            Ok::<_, kapstok_space::TooManyPoints>(Contiguity::new(&topology, Touch::Queen))
        });
    });
    criterion.bench_function("neighbours_within_a_millimetre", |bench| {
        bench.iter(|| Contiguity::within(black_box(&outlines), 0.001));
    });
    let Ok(topology) = Topology::new(&outlines) else { return };
    let mut group = criterion.benchmark_group("slow");
    group.sample_size(10);
    group.bench_function("simplifier", |bench| {
        bench.iter_batched(|| topology.clone(), Simplifier::new, BatchSize::LargeInput);
    });
    let Ok(tiles) = Tiles::new(&topology, Crs::Rd, Vec::new()) else { return };
    let all: Vec<(u8, u32, u32)> = (0..=10).flat_map(tiles_of).collect();
    group.bench_function("tiles_to_zoom_10", |bench| {
        bench.iter(|| all.iter().map(|&(z, x, y)| tiles.tile(z, x, y).len()).sum::<usize>());
    });
    let largest = tiles_of(9).into_iter().max_by_key(|&(z, x, y)| tiles.tile(z, x, y).len());
    group.bench_function("largest_tile_of_zoom_9", |bench| {
        bench.iter(|| largest.map(|(z, x, y)| tiles.tile(z, x, y)));
    });
    group.finish();
    let simplifier = Simplifier::new(topology);
    criterion.bench_function("simplified_at_200_m", |bench| bench.iter(|| simplifier.at(black_box(200.0))));
}

criterion_group!(benches, map);
criterion_main!(benches);
