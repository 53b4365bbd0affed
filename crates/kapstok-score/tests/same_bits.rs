// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A score is the same to the last bit on one thread and on four, today and in the next version.
//!
//! Every kind of step, over invented figures with and without gaps, in 64 and in 32 bits.

#![allow(clippy::unwrap_used, reason = "a recipe that is not sound must fail the test")]

use std::collections::BTreeMap;
use std::fmt::Write;

use kapstok_recipe::{Available, Catalogue, Plan, check, parse};
use kapstok_score::random::Draws;
use kapstok_score::{Inputs, Outcome, ScoreError, run};

/// No multiple of a power of two, and enough for the work to be divided.
const N_AREAS: u32 = 3_001;
const N_COLUMNS: u32 = 11;

/// Figures of 100 to 200 or so; every second column has a gap in one area of seven.
fn figure(area: u32, column: u32) -> Option<f64> {
    let gap = column % 2 == 1 && (area + column).is_multiple_of(7);
    (!gap).then(|| 150.0 + 8.0 * Draws::new(3, area, column).normal())
}

/// Steps that came later; a recipe of their own, so that the bits of the others stand as they did.
const LATER: &str = r#"
[[step]]
do = "impute"
in = "c5"
out = "c5_filled"
within = "district"
[[step]]
do = "impute"
in = "c3"
out = "c3_filled"
[[step]]
do = "winsorise"
in = "odd_x"
out = "odd_x_drawn_in"
skewness = 0.1
kurtosis = -2.0
max_points = 3
otherwise = "logarithm"
[[step]]
do = "normal-score"
in = "odd"
out = "odd_normal"
offset = 0.375
ties = "mean"
[[step]]
do = "shrink"
rate = "c0"
population = "c2"
out = "shrunk"
factor = 1000.0
within = "district"
[[step]]
do = "life-expectancy"
out = "years"
min_population = 0
give = "lower"
ages = [{ from = 0, deaths = "c6_half", population = "c8" }, { from = 1, deaths = "c6_half", population = "c10" }]
[[step]]
do = "healthy-years"
out = "healthy"
min_population = 0
give = "standard-error"
whole = 1000.0
ages = [
  { from = 0, deaths = "c6_half", population = "c8", ill = "c1", asked = "c4" },
  { from = 1, deaths = "c6_half", population = "c10", ill = "c1" },
]
[[step]]
do = "factor"
in = ["even", "odd", "whole", "sum"]
out = "common"
positive = "even"
"#;

/// One recipe with every kind of step of the first version; `head` goes in front, `later` behind.
fn plan(head: &str, later: &str) -> Plan {
    let mut text = format!(
        "recipe = 1\nid = \"bits\"\ntitle = {{ nl = \"bits\", en = \"bits\" }}\nlevel = \"neighbourhood\"\n{head}\n\
         areas = {{ key = \"code\", parents = {{ district = \"wijk\" }} }}\n\
         [[exclude]]\ncolumn = \"c3\"\nis_missing = true\n\
         [[exclude]]\ncolumn = \"code\"\nstarts_with = \"BU0000000\"\nfrom = \"ranks\"\n"
    );
    for column in 0..N_COLUMNS {
        let _ = writeln!(text, "[[input]]\nname = \"c{column}\"\nunit = \"percent\"\ndirection = \"higher-is-worse\"");
    }
    for column in 0..N_COLUMNS {
        let deviation = if column % 3 == 0 { "sample" } else { "population" };
        let turned = column % 4 != 1;
        let _ = writeln!(text, "[[step]]\ndo = \"z-score\"\nin = \"c{column}\"\nout = \"z{column}\"");
        let _ = writeln!(text, "deviation = \"{deviation}\"\nhigher_is_worse = {turned}");
    }
    text.push_str(
        "[[step]]\ndo = \"weighted-mean\"\nout = \"even\"\nweights_sum = \"relative\"\n\
         weights = { z0 = 0.1, z2 = 0.7, z4 = 0.3, z6 = 1.3 }\n\
         [[step]]\ndo = \"weighted-mean\"\nout = \"odd\"\nweights_sum = 1\n\
         weights = { z1 = 0.4, z3 = 0.35, z5 = 0.25 }\nmissing = { at-least = 2 }\n\
         [[step]]\ndo = \"weighted-mean\"\nout = \"whole\"\nweights_sum = \"relative\"\n\
         weights = { even = 0.3, z5 = 0.3, c8 = 0.5 }\n\
         [[step]]\ndo = \"weighted-mean\"\nout = \"geometric\"\nweights_sum = \"relative\"\n\
         weights = { c8 = 0.3, c9 = 0.3 }\nmean = \"geometric\"\n\
         [[step]]\ndo = \"z-score\"\nin = \"z7\"\nout = \"z_of_z\"\ndeviation = \"population\"\n\
         [[step]]\ndo = \"sum\"\nin = [\"even\", \"odd\", \"z10\"]\nout = \"sum\"\n\
         [[step]]\ndo = \"rank\"\nin = \"odd\"\nout = \"odd_rank\"\norder = \"highest-first\"\nties = \"mean\"\n\
         [[step]]\ndo = \"rank\"\nin = \"z2\"\nout = \"z2_rank\"\norder = \"lowest-first\"\nties = \"min\"\n\
         [[step]]\ndo = \"rank-fraction\"\nin = \"odd_rank\"\nout = \"odd_r\"\none_is = \"first\"\noffset = 1\n\
         [[step]]\ndo = \"exponential\"\nin = \"odd_r\"\nout = \"odd_x\"\nconstant = 23\n\
         [[step]]\ndo = \"min-max\"\nin = \"z9\"\nout = \"z9_scaled\"\nlow = 0\nhigh = 100\n\
         [[step]]\ndo = \"linear\"\nin = \"z8\"\nout = \"z8_turned\"\nfactor = -1\nadd = 1\n\
         [[step]]\ndo = \"goalposts\"\nin = \"c7\"\nout = \"c7_place\"\nlow = 130\nhigh = 160\ncap = true\n\
         [[step]]\ndo = \"linear\"\nin = \"c6\"\nout = \"c6_half\"\nfactor = 0.5\nadd = 0\n\
         [[step]]\ndo = \"logarithm\"\nin = \"c6_half\"\nout = \"c6_ln\"\n\
         [[step]]\ndo = \"logarithm\"\nin = \"c10\"\nout = \"c10_ln\"\n\
         [[step]]\ndo = \"round\"\nin = \"even\"\nout = \"even_2\"\ndecimals = 2\nmode = \"half-even\"\n\
         [[step]]\ndo = \"flag\"\nin = \"z5\"\nout = \"z5_flag\"\nat_least = 0.5\n\
         [[step]]\ndo = \"band\"\nin = \"odd_rank\"\nout = \"odd_band\"\nbands = 10\npopulation = \"c1\"\n\
         [[step]]\ndo = \"ratio\"\nnumerator = \"z1\"\ndenominator = \"c5\"\nout = \"ratio\"\nfactor = 1000\n\
         [[step]]\ndo = \"summarise\"\nin = \"odd_rank\"\nout = \"of_district\"\nto = \"district\"\nhow = \"extent\"\n\
         population = \"c1\"\n\
         [[step]]\ndo = \"min-max\"\nin = \"of_district\"\nout = \"of_district_scaled\"\nlow = 0\nhigh = 1\n",
    );
    text.push_str(later);
    let columns = (0..N_COLUMNS).map(|column| format!("c{column}")).chain(["code".into(), "wijk".into()]);
    let available =
        |name| Available { name, period: String::new(), boundary_year: None, indicator: None, share_missing: 0.0 };
    let catalogue = Catalogue { source: "bits".to_owned(), columns: columns.map(available).collect() };
    let (recipe, problems) = parse("bits.toml", &text);
    assert!(problems.is_empty(), "{problems:?}");
    let (plan, problems) = check(&recipe.unwrap(), &catalogue);
    plan.unwrap_or_else(|| panic!("{problems:?}"))
}

fn inputs() -> Inputs {
    let codes: Vec<String> = (0..N_AREAS).map(|area| format!("BU{area:08}")).collect();
    let column = |column: u32| (format!("c{column}"), (0..N_AREAS).map(|area| figure(area, column)).collect());
    let district = |area: u32| (!area.is_multiple_of(50)).then(|| format!("WK{:02}", area % 37));
    Inputs {
        figures: (0..N_COLUMNS).map(column).collect(),
        texts: BTreeMap::from([("code".to_owned(), codes.clone())]),
        parents: BTreeMap::from([("district".to_owned(), (0..N_AREAS).map(district).collect())]),
        areas: codes.into(),
        left_out: Vec::new(),
    }
}

/// A number that is another one as soon as one bit of one figure is: FNV-1a over names, codes and bits.
fn digest(outcome: &Outcome) -> u64 {
    let mut digest = 0xcbf2_9ce4_8422_2325_u64;
    let mut eat = |bytes: &[u8]| {
        for byte in bytes {
            digest = (digest ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for level in &outcome.levels {
        eat(level.level.as_bytes());
        level.areas.iter().for_each(|area| eat(area.as_bytes()));
        for column in &level.columns {
            eat(column.name.as_bytes());
            for value in column.values.iter() {
                eat(&[u8::from(value.is_some())]);
                eat(&value.unwrap_or_default().to_bits().to_le_bytes());
            }
            for n_known in column.n_known.iter().flatten() {
                eat(&n_known.to_le_bytes());
            }
        }
    }
    digest
}

#[test]
fn the_number_of_threads_changes_no_bit_and_no_version_does() {
    // Changed by whoever changes a score: that is a breaking change, with a line in the changelog.
    let cases = [
        ("", "", 0x6898_690f_f152_9f6b),
        ("precision = \"single\"", "", 0x0e6b_caf2_680f_1b86),
        ("", LATER, 0xbeda_e068_852f_d220),
    ];
    let inputs = inputs();
    for (head, later, expected) in cases {
        let plan = plan(head, later);
        for n_threads in [1, 2, 4] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().unwrap();
            let found = pool.install(|| run(&plan, &inputs)).unwrap();
            assert_eq!(digest(&found), expected, "{n_threads} threads, `{head}`: {:#x}", digest(&found));
        }
    }
}

#[test]
fn of_two_steps_that_fail_the_first_in_the_recipe_is_named() {
    // Of an input that is there from the start a step can be made before one that waits for another step.
    let mut inputs = inputs();
    for (name, value) in [("c6", -4.0), ("c10", -6.0)] {
        let column = inputs.figures.remove(name).unwrap();
        let changed = column.iter().enumerate().map(|(area, figure)| if area == 40 { Some(value) } else { figure });
        inputs.figures.insert(name.to_owned(), changed.collect());
    }
    let plan = plan("", "");
    for n_threads in [1, 2, 4] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().unwrap();
        let found = pool.install(|| run(&plan, &inputs)).map(|outcome| outcome.levels.len());
        let (step, area) = ("c6_ln".to_owned(), "BU00000040".to_owned());
        let expected = ScoreError::Domain { step, area, value: -2.0, what: "has no logarithm" };
        assert_eq!(found, Err(expected), "{n_threads} threads");
    }
}
