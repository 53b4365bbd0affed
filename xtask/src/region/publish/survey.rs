// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The survey: what a sample of adults answered, with the margins that belong to it.
//!
//! Margins are Wilson's, at 95 %, for a sample without replacement from a small population. `.` where
//! fewer than thirty answered. Source: Wilson 1927; finite population: n (N - 1) / (N - n) for n.

use super::super::counts::{Count, Tally};
use super::super::plan::MapYear;
use super::super::years::SURVEY_YEARS;
use super::{Figures, TextFile, decimals};

const QUESTIONS: [(&str, Count); 4] = [
    ("weinig_regie", Count::AskedLowControl),
    ("eenzaam", Count::AskedLonely),
    ("vrijwilligerswerk", Count::AskedVolunteer),
    ("burenhulp", Count::AskedNeighbourHelp),
];

const MIN_ANSWERS: u32 = 30;

pub(super) fn files(figures: &Figures<'_>) -> Vec<TextFile> {
    let maps = [(MapYear::Y2021, "2020"), (MapYear::Y2024, "2022_2024")];
    maps.into_iter().map(|(map, years)| file(figures, map, years)).collect()
}

fn file(figures: &Figures<'_>, map: MapYear, years: &str) -> TextFile {
    let titles: Vec<String> =
        QUESTIONS.iter().map(|(title, _)| format!("{title},{title}_ondergrens,{title}_bovengrens")).collect();
    let mut text = format!("gebiedscode,jaar,respondenten,{}\n", titles.join(","));
    for year in figures.years_on(map).filter(|year| SURVEY_YEARS.contains(&year.year)) {
        for area in figures.published_areas(year) {
            let answers = QUESTIONS.map(|(_, count)| shown(&area.tally, count)).join(",");
            text.push_str(&format!("{},{},{},{answers}\n", area.code, year.year, area.tally.get(Count::Asked)));
        }
    }
    TextFile { path: format!("sources/enquete_leefsituatie_{years}.csv"), text }
}

/// Share, lower and upper margin; margins are rounded outwards.
fn shown(tally: &Tally, count: Count) -> String {
    let (n, of, all) = (tally.get(count), tally.get(Count::Asked), tally.get(Count::Adults));
    if of < MIN_ANSWERS {
        return ".,.,.".to_owned();
    }
    let (lower, upper) = margins(f64::from(n), f64::from(of), f64::from(all));
    let value = (i64::from(n) * 2000 + i64::from(of)) / (2 * i64::from(of));
    let lower = libm::floor(lower * 1000.0) as i64;
    let upper = libm::ceil(upper * 1000.0) as i64;
    let tenths = [value, lower.min(value).max(0), upper.max(value).min(1000)];
    tenths.map(|tenths| decimals(tenths, '.')).join(",")
}

/// Wilson's interval at 95 % for `n` of `of` answers out of `all` adults.
fn margins(n: f64, of: f64, all: f64) -> (f64, f64) {
    const Z: f64 = 1.959_963_984_540_054;
    let share = n / of;
    // Who asks everyone has no margin; one more adult than was asked keeps the quotient finite.
    let as_if = of * (all - 1.0) / (all - of).max(1.0);
    let squared = Z * Z / as_if;
    let middle = (share + squared / 2.0) / (1.0 + squared);
    let half = Z / (1.0 + squared) * libm::sqrt(share * (1.0 - share) / as_if + squared / (4.0 * as_if));
    (middle - half, middle + half)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn margins_are_those_of_wilson_where_the_population_is_large() {
        // 10 of 100: printed in textbooks as 0.0552 .. 0.1744.
        let (lower, upper) = margins(10.0, 100.0, 1e12);
        assert!((lower - 0.0552).abs() < 5e-5 && (upper - 0.1744).abs() < 5e-5, "{lower} {upper}");
    }

    #[test]
    fn the_more_of_a_small_population_answers_the_narrower_the_margins() {
        let width = |all| {
            let (lower, upper) = margins(30.0, 100.0, all);
            upper - lower
        };
        assert!(width(120.0) < width(400.0) && width(400.0) < width(1e9));
    }
}
