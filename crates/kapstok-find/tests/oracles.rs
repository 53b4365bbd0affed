// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Theil's T and its parts against the values that PySAL stores for Mexico, where they are at hand (`KAPSTOK_DATA`, or
//! `../shared/data` beside the checkout). Without the files the test says what it did not run.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::disallowed_methods, reason = "tests read files; the crate does not")]

use std::path::PathBuf;

use kapstok_find::scale::{Measure, split};
use serde_json::Value;

fn data(name: &str) -> Option<String> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let root = std::env::var_os("KAPSTOK_DATA").map_or_else(beside, PathBuf::from);
    std::fs::read_to_string(root.join("oracles/spatial").join(name)).ok()
}

#[test]
fn theil_between_and_within_regions_is_what_is_stored() {
    let (Some(expected), Some(table)) = (data("expected.json"), data("mexico.csv")) else {
        println!("not run: oracles/spatial is not at hand");
        return;
    };
    let expected: Value = serde_json::from_str(&expected).unwrap();
    let mut lines = table.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let titles = lines.next().unwrap();
    let rows: Vec<Vec<&str>> = lines.collect();
    let column = |title: &str| {
        let at = titles.iter().position(|known| *known == title).unwrap();
        rows.iter().map(move |row| row[at])
    };
    let mut regions: Vec<&str> = column("hanson98").collect();
    regions.sort_unstable();
    regions.dedup();
    let region: Vec<Option<usize>> =
        column("hanson98").map(|it| regions.iter().position(|known| *known == it)).collect();
    let mut n_held = 0;
    for decade in (1940..=2000).step_by(10) {
        let title = format!("pcgdp{decade}");
        let values: Vec<Option<f64>> = column(&title).map(|text| text.parse().ok()).collect();
        let found = split(Measure::Theil, &values, &vec![Some(1.0); values.len()], &[&region]).unwrap();
        let stored = &expected["mexico theil"][&title];
        for (name, found) in [("T", found.total), ("between", found.parts[0]), ("within", found.parts[1])] {
            let stored = stored[name].as_f64().unwrap();
            assert!((found - stored).abs() <= 1e-11, "{title} {name}: {found}, stored {stored}");
            n_held += 1;
        }
        assert!((found.parts.iter().sum::<f64>() - found.total).abs() <= 1e-12, "{title}");
        n_held += 1;
    }
    assert_eq!(n_held, 28);
}
