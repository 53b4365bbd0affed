// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The national map of 2022: how much of low income lies inside municipalities. Counted before by another program from
//! the same file. Without the file (`KAPSTOK_DATA`, or `../shared/data` beside the checkout) it says what was not run.

#![expect(clippy::disallowed_methods, reason = "tests read files; the crate does not")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use kapstok_find::scale::{Measure, split};
use kapstok_source::{Limits, ReadOptions, read};

#[test]
fn low_income_lies_inside_municipalities_by_the_shares_that_another_program_counted() {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let root = std::env::var_os("KAPSTOK_DATA").map_or_else(beside, PathBuf::from);
    let Ok(bytes) = std::fs::read(root.join("nl/wijken-2022/NLD_dist_2022.fgb")) else {
        println!("not run: nl/wijken-2022/NLD_dist_2022.fgb is not at hand");
        return;
    };
    let raw = read("NLD_dist_2022.fgb", &bytes, &ReadOptions::default(), &Limits::default()).0.unwrap();
    let at = |title: &str| raw.titles().position(|found| found == title).unwrap();
    let (code, residents, income) = (at("code"), at("population"), at("income_low"));
    let mut municipalities: BTreeMap<String, usize> = BTreeMap::new();
    let (mut values, mut weights, mut groups) = (Vec::new(), Vec::new(), Vec::new());
    for row in 0..raw.n_rows() {
        let number = |column| raw.cell(row, column).text.parse::<f64>().ok();
        let code = raw.cell(row, code).text.trim_start_matches("WK").to_owned();
        let next = municipalities.len();
        // The first four of six digits are the municipality.
        groups.push(Some(*municipalities.entry(code[..4].to_owned()).or_insert(next)));
        values.push(number(income));
        weights.push(number(residents));
    }
    let ones = vec![Some(1.0); values.len()];
    let cases = [
        ("variance, by residents", Measure::Variance, &weights, "68.6"),
        ("Theil, by residents", Measure::Theil, &weights, "68.4"),
        ("variance, each wijk the same", Measure::Variance, &ones, "76.3"),
    ];
    let mut failed = Vec::new();
    for (what, measure, weights, expected) in cases {
        let found = split(measure, &values, weights, &[&groups]).unwrap();
        assert!((found.parts.iter().sum::<f64>() - found.total).abs() <= 1e-12 * found.total);
        let within = format!("{:.1}", found.within().unwrap() * 100.0);
        println!("{what}: {within} % inside municipalities, {} wijken, {} without", found.n_known, found.n_missing);
        if within != expected {
            failed.push(format!("{what}: {within}, not {expected}"));
        }
    }
    println!("{} passed, {} failed", cases.len() - failed.len(), failed.len());
    assert!(failed.is_empty(), "{failed:?}");
}
