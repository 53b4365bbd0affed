// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The budget of an import: 5,000 rows in 2 s, the first time and again.
//!
//! `cargo bench -p kapstok-agenda --bench import`. The plan is invented: 50 areas, 100 rows each with burden, link, action,
//! owner, partners, funder, three years of money, a target and a remark.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kapstok_agenda::day::Day;
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::plan::{FormBook, Grid, GridCell, ImportOptions, Language, Names, Row, import};
use kapstok_agenda::state::State;

const TITLES: [&str; 12] = [
    "Gebied",
    "Opgave",
    "Schakel",
    "Maatregel",
    "Trekker",
    "Partners",
    "Financier",
    "2024",
    "2025",
    "2026",
    "Doel",
    "Opmerking",
];

fn plan(n_rows: u32) -> Grid {
    let row = |at: u32| {
        let (area, burden) = (at / 100, at % 12);
        let texts = [
            format!("WK99{area:04}"),
            format!("Opgave {burden}"),
            format!("Opgave {burden} -> Opgave {}", (burden + 1) % 12),
            format!("Maatregel met een langere naam {}", at % 80),
            format!("Organisatie {}", at % 40),
            format!("Organisatie {}, Organisatie {}; Bureau {}", (at + 7) % 40, (at + 9) % 40, at % 5),
            format!("Fonds {}", at % 9),
            format!("€ {}.000,-", at % 90 + 10),
            "p.m.".to_owned(),
            format!("{}", at * 13),
            format!("Minder van opgave {burden}"),
            format!("Opmerking {at}"),
        ];
        texts.to_vec()
    };
    let titles = TITLES.map(str::to_owned).to_vec();
    let rows = [titles].into_iter().chain((0..n_rows).map(row)).enumerate();
    let row = |(at, texts): (usize, Vec<String>)| Row {
        number: at as u32 + 1,
        cells: texts.into_iter().map(|text| GridCell { text, carried: false }).collect(),
    };
    Grid { file: "plan.xlsx".to_owned(), sheet: "Plan".to_owned(), number: 1, rows: rows.map(row).collect() }
}

fn budget(criterion: &mut Criterion) {
    let grids = [plan(5_000)];
    let areas = Names::new((0..50).map(|area| (format!("Wijk {area}"), format!("WK99{area:04}"))));
    let none: [(&str, &str); 0] = [];
    let (names, forms) = (Names::new(none), FormBook::default());
    let options = ImportOptions {
        area: None,
        year: None,
        language: Language::Dutch,
        areas: &areas,
        domains: &names,
        indicators: &names,
        forms: &forms,
        choices: &[],
        withdraw_missing: None,
    };
    let Some(day) = Day::parse("2025-01-01") else { return };
    let said = |what: &What| Event { day, recorded: String::new(), by: None, what: what.clone() };
    let empty = State::of(&[said(&What::Opened)]);
    let first = import(&grids, &empty, &options);
    assert!(!first.is_refused() && first.events.len() > 15_000, "{} {:#?}", first.events.len(), first.problems.first());
    let full = State::of(&std::iter::once(&What::Opened).chain(&first.events).map(said).collect::<Vec<_>>());
    assert!(import(&grids, &full, &options).events.is_empty());
    let mut group = criterion.benchmark_group("import of 5,000 rows");
    group.sample_size(10);
    group.bench_function("into an empty agenda", |bench| bench.iter(|| import(black_box(&grids), &empty, &options)));
    group.bench_function("again", |bench| bench.iter(|| import(black_box(&grids), &full, &options)));
    group.finish();
}

criterion_group!(benches, budget);
criterion_main!(benches);
