// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! From the bytes of fifty pages to sentences, and to rows of all that they say: budget 2 s and 200 MiB.
//!
//! The pages are the agreement of 2021 where it is at hand, and else made by hand. The most memory is printed once.
#![expect(clippy::unwrap_used, reason = "a bench")]
#![expect(clippy::disallowed_methods, reason = "a bench reads files; the crate does not")]

#[path = "../tests/made/mod.rs"]
#[expect(dead_code, unreachable_pub, reason = "shared with the tests")]
mod made;

use std::hint::black_box;
use std::path::PathBuf;

use criterion::{Criterion, criterion_group, criterion_main};
use kapstok_read::{Document, Limits, Reading, Recipe, extract};
use peak_alloc::PeakAlloc;

#[global_allocator]
static PEAK: PeakAlloc = PeakAlloc;

fn fifty_pages() -> Vec<u8> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let root = std::env::var_os("KAPSTOK_DATA").map_or_else(beside, PathBuf::from);
    std::fs::read(root.join("policy/coalitieakkoord-2021-2025.pdf")).unwrap_or_else(|_| {
        println!("the agreement is not at hand: pages made by hand");
        let line = "Wij maken werk van de wijken en doen dat samen met de bewoners en hun buren.";
        made::pdf(&vec![made::lines(70.0, 60.0, &[line; 48]); 50])
    })
}

fn read(bytes: &[u8], recipe: &Recipe) -> usize {
    Document::of(extract(bytes, &Limits::default()).unwrap(), recipe).sentences.len()
}

/// Sentences, framing, commitments, targets, money, tables, ladders: what `kapstok read FILE` works out.
fn rows(bytes: &[u8], recipe: &Recipe) -> usize {
    let document = Document::of(extract(bytes, &Limits::default()).unwrap(), recipe);
    let rows = Reading::of(&document, recipe).rows();
    rows.statements.len() + rows.ladders.len()
}

fn pages(criterion: &mut Criterion) {
    let bytes = fifty_pages();
    let recipe = Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
    PEAK.reset_peak_usage();
    let sentences = read(&bytes, &recipe);
    println!("{sentences} sentences of {} bytes, at most {:.0} MiB", bytes.len(), PEAK.peak_usage_as_mb());
    PEAK.reset_peak_usage();
    let n = rows(&bytes, &recipe);
    println!("{n} statements and ladders of it, at most {:.0} MiB", PEAK.peak_usage_as_mb());
    let mut group = criterion.benchmark_group("read");
    group.sample_size(20);
    group
        .bench_function("fifty pages to sentences", |bench| bench.iter(|| black_box(read(black_box(&bytes), &recipe))));
    group.bench_function("fifty pages to rows", |bench| bench.iter(|| black_box(rows(black_box(&bytes), &recipe))));
    group.finish();
}

criterion_group!(benches, pages);
criterion_main!(benches);
