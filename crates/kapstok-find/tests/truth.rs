// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The test of diverging areas against the invented truth: is what was done seen, and how often is wolf cried?

#![allow(clippy::unwrap_used, reason = "a test stops where it is not as it should be")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

use std::collections::BTreeMap;
use std::path::Path;

use kapstok_find::gap::Outcome;
use kapstok_find::gap::alike::Alike;
use kapstok_find::gap::matching::MatchOptions;
use kapstok_find::gap::placebo::placebo;
use kapstok_find::gap::trend::{Beside, Course, TrendOptions, divergence};

/// Areas in which the programme works, from 2022 on.
const PROGRAMME: [&str; 3] = ["XB01010102", "XB01010105", "XB01010109"];
const OPTIONS: TrendOptions = TrendOptions { level: 0.95, sets: 999, seed: 7, among: 60 };
const TIMES: [f64; 4] = [2021.0, 2022.0, 2023.0, 2024.0];

/// Counts by code, year and title, on the map of 2024.
struct Counted(BTreeMap<(String, u16), BTreeMap<String, f64>>);

impl Counted {
    fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/voorbeeldstreek/truth/geteld.csv");
        let text = std::fs::read_to_string(path).unwrap();
        let mut lines = text.lines();
        let titles: Vec<&str> = lines.next().unwrap().split(',').collect();
        let mut counted = BTreeMap::new();
        let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
        // What changed stands on the map of 2024 as well: read last, it takes the place of the other.
        for map in ["2021", "2024"] {
            for row in rows.iter().filter(|row| row[1] == map) {
                let numbers =
                    titles.iter().zip(row).skip(3).map(|(title, it)| ((*title).to_owned(), it.parse().unwrap()));
                counted.insert((row[2].to_owned(), row[0].parse().unwrap()), numbers.collect());
            }
        }
        Self(counted)
    }

    /// Codes with at least 50 residents in 2024.
    fn codes(&self) -> Vec<String> {
        let now = self.0.iter().filter(|((_, year), counts)| *year == 2024 && counts["inwoners"] >= 50.0);
        now.map(|((code, _), _)| code.clone()).collect()
    }

    /// Courses from 2021 to 2024 of areas that have all years; their start is the mean of the two years before.
    fn courses(&self, of: &str, among: &str) -> (Vec<String>, Vec<Course>) {
        let course = |code: &String| {
            let share = |year: u16| {
                let counts = self.0.get(&(code.clone(), year))?;
                (counts[among] > 0.0).then(|| (100.0 * counts[of] / counts[among], counts[among]))
            };
            let years: Option<Vec<(f64, f64)>> = (2021..=2024).map(share).collect();
            let years = years?;
            let start = (share(2019)?.0 + share(2020)?.0) / 2.0;
            let mean = years.iter().map(|it| it.0).sum::<f64>() / 4.0;
            let weight = years.iter().map(|it| it.1).sum::<f64>() / 4.0;
            Some(Course {
                values: years.iter().map(|it| it.0).collect(),
                weight,
                chance: mean * (100.0 - mean) / weight,
                start,
            })
        };
        self.codes().into_iter().filter_map(|code| Some((code.clone(), course(&code)?))).unzip()
    }
}

/// What was counted, among whom, and the domain of it.
const SHARES: [(&str, &str, &str); 15] = [
    ("huishoudens_laag_inkomen", "huishoudens", "income"),
    ("huishoudens_problematische_schulden", "huishoudens", "debt"),
    ("chronisch_ziek", "volwassenen", "health"),
    ("slechte_gezondheid", "volwassenen", "health"),
    ("bijstand", "volwassenen", "income"),
    ("slachtoffer", "volwassenen", "safety"),
    ("weinig_regie", "volwassenen", "mental"),
    ("eenzaam", "volwassenen", "mental"),
    ("vrijwilligers", "volwassenen", "together"),
    ("burenhulp", "volwassenen", "together"),
    ("werkloos", "beroepsbevolking", "work"),
    ("geen_screening", "uitgenodigd_voor_screening", "care"),
    ("voortijdig_schoolverlaten", "jongeren_12_22", "school"),
    ("verdachte_jongeren", "jongeren_12_22", "youth"),
    ("huishoudens_melding_huiselijk_geweld", "huishoudens", "violence"),
];
/// Figures over which areas are matched, but for those of the domain that is compared: one of each domain, as the leads are.
const MATCHED_ON: [&str; 8] = [
    "huishoudens_laag_inkomen",
    "huishoudens_problematische_schulden",
    "chronisch_ziek",
    "slachtoffer",
    "weinig_regie",
    "werkloos",
    "geen_screening",
    "voortijdig_schoolverlaten",
];
const MATCH: MatchOptions = MatchOptions { per_area: 3, caliper: 1.0 };

/// Areas that are alike in figures of 2020 of other domains, and the municipality of each.
fn beside(counted: &Counted, codes: &[String], domain: &str) -> (Alike, Vec<usize>) {
    let figures = SHARES.iter().filter(|it| MATCHED_ON.contains(&it.0) && it.2 != domain);
    let share = |code: &String, of: &str, among: &str| {
        counted.0.get(&(code.clone(), 2020)).map_or(f64::NAN, |counts| 100.0 * counts[of] / counts[among])
    };
    let columns: Vec<Vec<f64>> =
        figures.map(|(of, among, _)| codes.iter().map(|code| share(code, of, among)).collect()).collect();
    let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let municipality = codes.iter().map(|code| code[2..6].parse().unwrap()).collect();
    (Alike::new(&columns, codes.len(), PROGRAMME.len(), MATCH), municipality)
}

fn parted(codes: &[String]) -> (Vec<usize>, Vec<usize>) {
    (0..codes.len()).partition(|area| PROGRAMME.contains(&codes[*area].as_str()))
}

#[test]
fn the_programme_of_the_invented_region_is_seen_where_it_worked() {
    let counted = Counted::read();
    for (of, among, domain) in
        [("huishoudens_problematische_schulden", "huishoudens", "debt"), ("weinig_regie", "volwassenen", "mental")]
    {
        let (codes, courses) = counted.courses(of, among);
        let (chosen, others) = parted(&codes);
        assert_eq!(chosen.len(), 3);
        let (alike, municipality) = beside(&counted, &codes, domain);
        for beside in [Beside::Rest, Beside::Group(&municipality), Beside::Alike(&alike)] {
            let found = divergence(&TIMES, &courses, &chosen, &others, beside, OPTIONS).unwrap();
            println!("{of} {} {:?} {:?}", name(beside), found.n_areas, found.corrected);
            assert_eq!(found.corrected.outcome, Outcome::Lower, "{of} {}", name(beside));
        }
    }
}

fn name(beside: Beside<'_>) -> &'static str {
    match beside {
        Beside::Rest => "rest",
        Beside::Group(_) => "municipality",
        Beside::Alike(_) => "matched",
    }
}

/// The share of false alarms over all figures, in sets of areas outside the programme.
fn false_alarms(which: &str, n_sets: u32) -> f64 {
    let counted = Counted::read();
    let (mut n_alarms, mut n_run) = (0, 0);
    for (of, among, domain) in SHARES {
        let (codes, courses) = counted.courses(of, among);
        let (chosen, others) = parted(&codes);
        let (alike, municipality) = beside(&counted, &codes, domain);
        let beside = match which {
            "rest" => Beside::Rest,
            "municipality" => Beside::Group(&municipality),
            _ => Beside::Alike(&alike),
        };
        let options = TrendOptions { sets: 199, ..OPTIONS };
        let found = placebo(&TIMES, &courses, &chosen, &others, beside, options, n_sets).unwrap();
        println!("{which} {of}: {} of {}", found.n_alarms, found.n_sets);
        n_alarms += found.n_alarms;
        n_run += found.n_sets;
    }
    let rate = n_alarms as f64 / n_run as f64;
    println!("false alarms beside {which}: {n_alarms} of {n_run}, {rate:.4}");
    // As many sets as were asked for: a set that could not be run is none that was silent.
    assert_eq!(n_run, SHARES.len() * n_sets as usize);
    rate
}

/// 6,000 sets of areas outside the programme, over fifteen figures: 1.96 standard errors of 5 % are 0.55 points.
const ERROR: f64 = 0.0055;

#[test]
fn where_nothing_was_done_wolf_is_cried_as_often_as_is_stated() {
    let rate = false_alarms("rest", 400);
    assert!((rate - 0.05).abs() < ERROR, "{rate}");
}

#[test]
fn beside_its_own_municipality_wolf_is_cried_as_often_as_is_stated() {
    let rate = false_alarms("municipality", 400);
    assert!((rate - 0.05).abs() < ERROR, "{rate}");
}

#[test]
fn beside_areas_like_them_wolf_is_cried_as_often_as_is_stated() {
    let rate = false_alarms("matched", 400);
    assert!((rate - 0.05).abs() < ERROR, "{rate}");
}
