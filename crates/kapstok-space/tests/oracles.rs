// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Published data with the values that PySAL stores for them, where they are at hand (`KAPSTOK_DATA`, or
//! `../shared/data` beside the checkout). Without the files the test says what it did not run.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]
#![allow(clippy::disallowed_methods, reason = "tests read files; the crate does not")]

use std::path::PathBuf;

use kapstok_space::autocorrelation::{
    Geary, Itself, Moran, Quadrant, bivariate_moran, empirical_bayes_rates, general_g, getis_ord, local_moran,
};
use kapstok_space::inequality::gini;
use kapstok_space::{SpatialWeights, read_gal, write_gal};
use serde_json::Value;

fn data(name: &str) -> Option<String> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let root = std::env::var_os("KAPSTOK_DATA").map_or_else(beside, PathBuf::from);
    std::fs::read_to_string(root.join("oracles/spatial").join(name)).ok()
}

/// A table of which only the last column has commas in it.
struct Table {
    titles: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn read(name: &str) -> Self {
        let text = data(name).unwrap();
        let mut lines = text.lines();
        let titles: Vec<String> = lines.next().unwrap().split(',').map(str::to_owned).collect();
        let rows = lines.map(|line| line.splitn(titles.len(), ',').map(str::to_owned).collect()).collect();
        Self { titles, rows }
    }

    fn texts(&self, title: &str) -> Vec<&str> {
        let column = self.titles.iter().position(|known| known == title).unwrap();
        self.rows.iter().map(|row| row[column].as_str()).collect()
    }

    fn numbers(&self, title: &str) -> Vec<Option<f64>> {
        self.texts(title).into_iter().map(|text| Some(text.parse().unwrap())).collect()
    }

    /// Neighbours, by way of a GAL file so that its reader and writer are in the proof.
    fn weights(&self, title: &str) -> SpatialWeights {
        let list = |text: &&str| text.split_whitespace().map(|at| at.parse().unwrap()).collect();
        let weights = SpatialWeights::new(&self.texts(title).iter().map(list).collect::<Vec<_>>()).unwrap();
        let codes: Vec<String> = (0..weights.n_areas()).map(|area| format!("a{area}")).collect();
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let gal = read_gal(&write_gal(&weights, &codes, "oracle", title).unwrap()).unwrap();
        assert_eq!(gal.weights, weights);
        gal.weights
    }
}

#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    fn hold(&mut self, what: &str, found: f64, expected: f64, room: f64) {
        // Relative to the size of the value where that is small.
        if (found - expected).abs() <= room * expected.abs().clamp(1e-6, 1.0) {
            self.passed += 1;
        } else {
            self.failed += 1;
            println!("{what}: {found} where {expected} is stored");
        }
    }

    fn moran(&mut self, expected: &Value, key: &str, weights: &SpatialWeights, values: &[Option<f64>]) {
        let moran = Moran::new(weights, values, None).unwrap();
        for (name, found) in [
            ("I", moran.statistic),
            ("EI", moran.expected),
            ("VI_norm", moran.variance_normal),
            ("z_norm", moran.z_normal()),
            ("p_norm_one", moran.p_normal()),
            ("VI_rand", moran.variance_randomisation),
            ("z_rand", moran.z_randomisation()),
        ] {
            self.hold(&format!("{key} {name}"), found, expected[key][name].as_f64().unwrap(), 1e-9);
        }
    }

    fn list(&mut self, expected: &Value, what: &str, found: &[Option<f64>]) {
        let expected = expected.as_array().unwrap();
        assert_eq!(expected.len(), found.len(), "{what}");
        for (area, (expected, found)) in expected.iter().zip(found).enumerate() {
            self.hold(&format!("{what} {area}"), found.unwrap(), expected.as_f64().unwrap(), 1e-9);
        }
    }
}

fn of_columbus(tally: &mut Tally, expected: &Value) {
    let table = Table::read("columbus.csv");
    let crime = table.numbers("CRIME");
    let (rook, queen) = (table.weights("rook").row_standardised(), table.weights("queen").row_standardised());
    tally.moran(expected, "columbus CRIME rook row-std moran", &rook, &crime);
    tally.moran(expected, "columbus CRIME queen row-std moran", &queen, &crime);
    let (key, geary) = ("columbus CRIME rook row-std geary", Geary::new(&rook, &crime).unwrap());
    for (name, found) in [
        ("C", geary.statistic),
        ("VC_norm", geary.variance_normal),
        ("z_norm", geary.z_normal()),
        ("VC_rand", geary.variance_randomisation),
        ("z_rand", geary.z_randomisation()),
    ] {
        tally.hold(&format!("{key} {name}"), found, expected[key][name].as_f64().unwrap(), 1e-9);
    }
    let local = local_moran(&queen, &crime, None).unwrap();
    let key = "columbus CRIME queen local Moran (z/sd pop, I_i=z_i*lag, esda: (n-1)*z_i*lag/sum z^2)";
    tally.list(&expected[key], key, &local.measures.statistic);
    let number = |quadrant: &Option<Quadrant>| match quadrant.unwrap() {
        Quadrant::HighHigh => Some(1.0),
        Quadrant::LowHigh => Some(2.0),
        Quadrant::LowLow => Some(3.0),
        Quadrant::HighLow => Some(4.0),
    };
    let key = "columbus CRIME queen quadrant 1HH 2LH 3LL 4HL";
    tally.list(&expected[key], key, &local.quadrant.iter().map(number).collect::<Vec<_>>());
    // The same for weights of 1 and for rows that add up to 1.
    for queen in [&table.weights("queen"), &queen] {
        for (key, itself) in [
            ("columbus CRIME queen Gi z binary", Itself::LeftOut),
            ("columbus CRIME queen Gi* z binary", Itself::Included),
        ] {
            tally.list(&expected[key], key, &getis_ord(queen, &crime, itself, None).unwrap().statistic);
        }
    }
}

fn of_sids_and_homicides(tally: &mut Tally, expected: &Value) {
    let sids = Table::read("sids2.csv");
    let weights = sids.weights("gal").row_standardised();
    tally.moran(expected, "sids2 SIDR74 row-std", &weights, &sids.numbers("SIDR74"));
    let rates = empirical_bayes_rates(&sids.numbers("SID79"), &sids.numbers("BIR79"));
    tally.moran(expected, "sids2 SID79/BIR79 EB rate", &weights, &rates);
    let both = bivariate_moran(&weights, &sids.numbers("SIDR74"), &sids.numbers("SIDR79")).unwrap();
    tally.hold("sids2 bivariate", both, 0.193_626_106_528_746_68, 1e-9);
    let homicides = Table::read("stl_hom.csv");
    let weights = homicides.weights("gal").row_standardised();
    tally.moran(expected, "stl HR8893 row-std", &weights, &homicides.numbers("HR8893"));
}

fn of_small_maps(tally: &mut Tally, expected: &Value) {
    let beside = |one: i32, other: i32| (one % 3 - other % 3).abs() + (one / 3 - other / 3).abs() == 1;
    let row = |one: i32| (0..9).filter(|&other| beside(one, other)).map(|other| other as u32).collect();
    let lattice = SpatialWeights::new(&(0..9).map(row).collect::<Vec<_>>()).unwrap();
    let values: Vec<Option<f64>> = (1..10).map(|y| Some(f64::from(y))).collect();
    tally.moran(expected, "lattice 3x3 rook binary y=1..9", &lattice, &values);
    // Six points of Getis and Ord, neighbours within a distance of 15.
    let points: [[f64; 2]; 6] = [[10.0, 10.0], [20.0, 10.0], [40.0, 10.0], [15.0, 20.0], [30.0, 20.0], [30.0, 30.0]];
    let near = |one: usize, other: usize| {
        let (x, y) = (points[one][0] - points[other][0], points[one][1] - points[other][1]);
        one != other && x * x + y * y <= 15.0 * 15.0
    };
    let row = |one: usize| (0..6).filter(|&other| near(one, other)).map(|other| other as u32).collect();
    let weights = SpatialWeights::new(&(0..6).map(row).collect::<Vec<_>>()).unwrap();
    let values = [2.0, 3.0, 3.2, 5.0, 8.0, 7.0].map(Some);
    let key = "getis 6 points";
    let rows = weights.clone().row_standardised();
    for (name, weights, itself) in [
        ("Gi_bin", &weights, Itself::LeftOut),
        ("Gi_row", &rows, Itself::LeftOut),
        ("Gistar_bin", &weights, Itself::Included),
        ("Gistar_row", &rows, Itself::Included),
    ] {
        tally.list(&expected[key][name], name, &getis_ord(weights, &values, itself, None).unwrap().statistic);
    }
    tally.hold("general G", general_g(&weights, &values).unwrap(), 0.557_097_79, 1e-8);
    let first = |itself| getis_ord(&weights, &values, itself, None).unwrap().statistic[0].unwrap();
    tally.hold("first Gi", first(Itself::LeftOut), -1.013_672_9, 1e-7);
    tally.hold("first Gi*", first(Itself::Included), -1.397_276_26, 1e-8);
}

fn of_mexico(tally: &mut Tally) {
    // What is stored of Theil's T is held in `kapstok-find/tests/oracles.rs`.
    let values: Vec<f64> = Table::read("mexico.csv").numbers("pcgdp1940").into_iter().flatten().collect();
    tally.hold("gini", gini(&values).unwrap(), 0.353_723_711_734_528_5, 1e-9);
}

#[test]
fn every_stored_value_comes_out() {
    let Some(expected) = data("expected.json") else {
        println!("not run: oracles/spatial is not at hand");
        return;
    };
    let expected: Value = serde_json::from_str(&expected).unwrap();
    let mut tally = Tally::default();
    of_columbus(&mut tally, &expected);
    of_sids_and_homicides(&mut tally, &expected);
    of_small_maps(&mut tally, &expected);
    of_mexico(&mut tally);
    println!("{} passed, {} failed", tally.passed, tally.failed);
    // Each key of the file was held against something.
    let known = expected.as_object().unwrap().len();
    assert_eq!((known, tally.failed), (13, 0));
    assert!(tally.passed > 300);
}
