// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The two budgets of an index: made once, and made again under a thousand draws of weights.
//!
//! `cargo bench -p kapstok-score`; `benches/peers/index_numpy.py` does the same beside it and prints the ratio.
//! Budgets of the design: 1.5 ms by the clock for `one_index`; 0.13 s of processor for
//! `1000_weights_and_ranks`, which is why that runs on one thread. What follows it, the intervals, has none;
//! nor have the borders of an index, `one_index_inputs` and `one_index_results`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kapstok_recipe::{Available, Catalogue, Plan, check, parse};
use kapstok_score::random::Draws;
use kapstok_score::rank::{Order, Ranker, Ties};
use kapstok_score::replicate::{DrawScratch, RankDraws, ReplicateError, ReplicateOptions, WeightDraw, replicate_ranks};
use kapstok_score::{Figures, Inputs, run};

const N_AREAS: u32 = 14_500;
const N_INDICATORS: u32 = 60;
const N_DOMAINS: u32 = 8;

/// Invented figures of one column.
fn figures(column: u32) -> Vec<f64> {
    (0..N_AREAS).map(|area| 20.0 + 5.0 * Draws::new(1, area, column).normal()).collect()
}

/// z-scores of 60 indicators, their means in 8 domains, the mean of those, its rank.
fn plan() -> Option<Plan> {
    let mut text = String::from(
        "recipe = 1\nid = \"bench\"\ntitle = { nl = \"meting\", en = \"bench\" }\nlevel = \"neighbourhood\"\n",
    );
    for column in 0..N_INDICATORS {
        let _ = writeln!(text, "[[input]]\nname = \"i{column}\"\nunit = \"percent\"\ndirection = \"higher-is-worse\"");
    }
    for column in 0..N_INDICATORS {
        let _ = writeln!(text, "[[step]]\ndo = \"z-score\"\nin = \"i{column}\"\nout = \"z{column}\"");
        let _ = writeln!(text, "deviation = \"population\"");
    }
    let mut mean = |out: &str, parts: Vec<String>| {
        let weights: Vec<String> = parts.iter().map(|part| format!("{part} = 1.0")).collect();
        let _ = writeln!(text, "[[step]]\ndo = \"weighted-mean\"\nout = \"{out}\"\nweights_sum = \"relative\"");
        let _ = writeln!(text, "weights = {{ {} }}", weights.join(", "));
    };
    for domain in 0..N_DOMAINS {
        let parts = (0..N_INDICATORS).filter(|column| column % N_DOMAINS == domain);
        mean(&format!("d{domain}"), parts.map(|column| format!("z{column}")).collect());
    }
    mean("index", (0..N_DOMAINS).map(|domain| format!("d{domain}")).collect());
    let _ = writeln!(text, "[[step]]\ndo = \"rank\"\nin = \"index\"\nout = \"index_rank\"");
    let _ = writeln!(text, "order = \"highest-first\"\nties = \"min\"");
    let columns = (0..N_INDICATORS).map(|column| Available {
        name: format!("i{column}"),
        period: String::new(),
        boundary_year: None,
        indicator: None,
        share_missing: 0.0,
    });
    let catalogue = Catalogue { source: "bench".to_owned(), columns: columns.collect() };
    let (recipe, problems) = parse("bench.toml", &text);
    let (plan, found) = check(&recipe?, &catalogue);
    assert!(problems.is_empty() && plan.is_some(), "the recipe of the bench is sound: {problems:?} {found:?}");
    plan
}

fn one_index(criterion: &mut Criterion) {
    let Some(plan) = plan() else { return };
    let of_column = |column: u32| (format!("i{column}"), figures(column).into_iter().map(Some).collect());
    let inputs = Inputs {
        areas: (0..N_AREAS).map(|area| format!("BU{area:08}")).collect(),
        figures: (0..N_INDICATORS).map(of_column).collect(),
        texts: BTreeMap::new(),
        parents: BTreeMap::new(),
        left_out: Vec::new(),
    };
    criterion.bench_function("one_index", |bench| bench.iter(|| run(black_box(&plan), black_box(&inputs))));
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    if let Ok(pool) = one_thread {
        criterion.bench_function("one_index_on_1", |bench| {
            bench.iter(|| pool.install(|| run(black_box(&plan), black_box(&inputs))));
        });
    }
    // The borders: figures that come as options, and all that the steps made as options again.
    let columns: BTreeMap<String, Vec<Option<f64>>> =
        inputs.figures.iter().map(|(name, column)| (name.clone(), column.to_vec())).collect();
    criterion.bench_function("one_index_inputs", |bench| {
        let figures = || -> BTreeMap<String, Figures> {
            let figures = |column: &Vec<Option<f64>>| column.iter().copied().collect();
            columns.iter().map(|(name, column)| (name.clone(), figures(column))).collect()
        };
        bench.iter(|| black_box(figures()));
    });
    let Ok(outcome) = run(&plan, &inputs) else { return };
    criterion.bench_function("one_index_results", |bench| {
        let made = || outcome.levels.iter().flat_map(|level| &level.columns).skip(N_INDICATORS as usize);
        bench.iter(|| made().map(|column| column.values.to_vec()).collect::<Vec<_>>());
    });
}

fn draws_of_weights(criterion: &mut Criterion) {
    let domains: Vec<Vec<f64>> = (0..N_DOMAINS).map(figures).collect();
    let domains: Vec<&[f64]> = domains.iter().map(Vec::as_slice).collect();
    let options = ReplicateOptions {
        weights: vec![1.0; N_DOMAINS as usize],
        draw: WeightDraw::Any,
        order: Order::HighestFirst,
        replications: 1000,
        seed: 7,
        level: 0.95,
        first_fraction: 0.2,
    };
    let mut group = criterion.benchmark_group("replications");
    group.sample_size(20);
    let (mut scratch, mut places) = (DrawScratch::default(), vec![0; N_AREAS as usize]);
    group.bench_function("1000_weights_and_ranks", |bench| {
        bench.iter(|| {
            let draws = RankDraws::new(black_box(&domains), &options)?;
            for replication in 0..options.replications {
                draws.ranks_into(replication, &mut scratch, &mut places);
            }
            Ok::<u32, ReplicateError>(places[0])
        });
    });
    for n_threads in [1, 2] {
        let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build() else { continue };
        group.bench_function(format!("1000_with_intervals_on_{n_threads}"), |bench| {
            bench.iter(|| pool.install(|| replicate_ranks(black_box(&domains), &options)));
        });
    }
    group.finish();
}

fn one_rank(criterion: &mut Criterion) {
    let (values, mut ranks) = (figures(0), vec![0.0; N_AREAS as usize]);
    let mut ranker = Ranker::new();
    criterion.bench_function("one_rank", |bench| {
        bench.iter(|| ranker.ranks_into(black_box(&values), Order::HighestFirst, Ties::Mean, &mut ranks));
    });
}

criterion_group!(benches, one_index, draws_of_weights, one_rank);
criterion_main!(benches);
