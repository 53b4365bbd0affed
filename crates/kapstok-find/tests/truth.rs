// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The test of diverging areas against the invented truth: is what was done seen, and how often is wolf cried?

#![allow(clippy::unwrap_used, reason = "a test stops where it is not as it should be")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

use std::collections::BTreeMap;
use std::path::Path;

use kapstok_find::gap::Outcome;
use kapstok_find::gap::placebo::placebo;
use kapstok_find::gap::trend::{Course, TrendOptions, divergence};

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

fn parted(codes: &[String]) -> (Vec<usize>, Vec<usize>) {
    (0..codes.len()).partition(|area| PROGRAMME.contains(&codes[*area].as_str()))
}

#[test]
fn the_programme_of_the_invented_region_is_seen_where_it_worked() {
    let counted = Counted::read();
    for (of, among) in [("huishoudens_problematische_schulden", "huishoudens"), ("weinig_regie", "volwassenen")] {
        let (codes, courses) = counted.courses(of, among);
        let (chosen, others) = parted(&codes);
        assert_eq!(chosen.len(), 3);
        let found = divergence(&TIMES, &courses, &chosen, &others, OPTIONS).unwrap();
        assert_eq!(found.corrected.outcome, Outcome::Lower, "{of}");
    }
}

#[test]
fn where_nothing_was_done_wolf_is_cried_as_often_as_is_stated() {
    let counted = Counted::read();
    let shares = [
        ("huishoudens_laag_inkomen", "huishoudens"),
        ("huishoudens_problematische_schulden", "huishoudens"),
        ("chronisch_ziek", "volwassenen"),
        ("slechte_gezondheid", "volwassenen"),
        ("bijstand", "volwassenen"),
        ("slachtoffer", "volwassenen"),
        ("weinig_regie", "volwassenen"),
        ("eenzaam", "volwassenen"),
        ("vrijwilligers", "volwassenen"),
        ("burenhulp", "volwassenen"),
        ("werkloos", "beroepsbevolking"),
        ("geen_screening", "uitgenodigd_voor_screening"),
        ("voortijdig_schoolverlaten", "jongeren_12_22"),
        ("verdachte_jongeren", "jongeren_12_22"),
        ("huishoudens_melding_huiselijk_geweld", "huishoudens"),
    ];
    let (mut n_alarms, mut n_sets) = (0, 0);
    for (of, n_of) in shares {
        let (codes, courses) = counted.courses(of, n_of);
        let (chosen, others) = parted(&codes);
        let options = TrendOptions { sets: 199, ..OPTIONS };
        let found = placebo(&TIMES, &courses, &chosen, &others, options, 400).unwrap();
        n_alarms += found.n_alarms;
        n_sets += found.n_sets;
    }
    // 6,000 sets of areas outside the programme, over fifteen figures: 1.96 standard errors of 5 % are 0.55 points.
    let rate = n_alarms as f64 / n_sets as f64;
    println!("false alarms: {n_alarms} of {n_sets}, {rate:.4}");
    assert!((rate - 0.05).abs() < 1.96 * (0.05f64 * 0.95 / n_sets as f64).sqrt(), "{rate}");
}
