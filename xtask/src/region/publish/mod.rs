// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The figures as a statistics office would publish them: rounded, withheld, provisional, in many forms.
//!
//! In: what was counted. Out: the files of `sources/`. Invariant: every published share lies within half
//! its last decimal of the true one, but for the planted errors, each of which is noted as it is made.
//! Not here: the truth itself (`truth.rs`).

mod key_figures;
mod maps;
mod model;
mod registers;
mod survey;
mod youth;

use std::collections::{BTreeMap, BTreeSet};

use super::counts::{Count, Tally};
use super::geography::Outlines;
use super::plan::{COUNTRY, MapYear, Plan};
use super::years::Year;

/// A file of the region: its path from the folder of the region, and its text.
pub(super) struct TextFile {
    pub(super) path: String,
    pub(super) text: String,
}

/// An error that was planted in a published file.
#[derive(Clone, Debug)]
pub(super) struct Planted {
    pub(super) id: &'static str,
    pub(super) file: String,
    pub(super) area: String,
    pub(super) period: String,
    pub(super) column: &'static str,
    pub(super) shown: String,
    pub(super) true_value: String,
    /// What it is, and how it can be found.
    pub(super) story: &'static str,
}

/// The level of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Country,
    Municipality,
    District,
    Neighbourhood,
}

/// One area of one map with what was counted there in one year.
#[derive(Clone, Debug)]
pub(super) struct Area {
    pub(super) code: String,
    pub(super) level: Level,
    pub(super) tally: Tally,
}

/// Everything that was counted.
pub(super) struct Figures<'a> {
    pub(super) plan: &'a Plan,
    pub(super) years: &'a [Year],
}

impl Figures<'_> {
    /// All areas of a map with the counts of a year: each area before those that lie in it.
    pub(super) fn areas(&self, year: &Year, map: MapYear) -> Vec<Area> {
        let mut found: BTreeMap<(String, Level), Tally> = BTreeMap::new();
        for (block, tally) in self.plan.blocks.iter().zip(&year.blocks) {
            let code = block.code(map);
            // Sorted by the digits, a shorter code stands before those that start with it.
            let keys = [
                (String::new(), Level::Country),
                (code[..4].to_owned(), Level::Municipality),
                (code[..6].to_owned(), Level::District),
                (code.to_owned(), Level::Neighbourhood),
            ];
            for key in keys {
                found.entry(key).or_insert_with(Tally::new).merge(tally);
            }
        }
        let prefix = |digits: &str, level| match level {
            Level::Country => COUNTRY.0.to_owned(),
            Level::Municipality => format!("XG{digits}"),
            Level::District => format!("XW{digits}"),
            Level::Neighbourhood => format!("XB{digits}"),
        };
        found.into_iter().map(|((digits, level), tally)| Area { code: prefix(&digits, level), level, tally }).collect()
    }

    /// The areas of a year on the map on which its figures are published.
    pub(super) fn published_areas(&self, year: &Year) -> Vec<Area> {
        self.areas(year, MapYear::of_year(year.year))
    }

    /// The years published on a map.
    pub(super) fn years_on(&self, map: MapYear) -> impl Iterator<Item = &Year> {
        self.years.iter().filter(move |year| MapYear::of_year(year.year) == map)
    }
}

/// All files of `sources/`, and the errors that were planted in them.
pub(super) fn publish(figures: &Figures<'_>, outlines: &Outlines) -> (Vec<TextFile>, Vec<Planted>) {
    let mut planted = Vec::new();
    let mut files = key_figures::files(figures, &mut planted);
    files.extend(registers::files(figures, &mut planted));
    files.extend(youth::files(figures, &mut planted));
    files.extend(survey::files(figures));
    files.extend(maps::files(figures, outlines));
    let names: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    debug_assert_eq!(names.len(), files.len(), "two files of one name");
    (files, planted)
}

/// A published share, before it has a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// In tenths of the unit: per cent or per thousand.
    Tenths(i64),
    /// Too few persons or cases to show.
    Withheld,
    /// There is no one to be a share of.
    Nobody,
}

/// Fewer persons than this are no population.
const MIN_PERSONS: u32 = 10;
/// Fewer cases than this are withheld, where cases could be recognised.
const MIN_CASES: u32 = 5;

/// When a share is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Withhold {
    /// When there are too few persons.
    FewPersons,
    /// That, and when there are too few cases, none among them.
    FewCases,
}

/// `n` of `of`, times `factor` (100 or 1,000), to one decimal, halves up.
fn share(n: u32, of: u32, factor: u32, withhold: Withhold) -> Shown {
    match () {
        () if of == 0 => Shown::Nobody,
        () if of < MIN_PERSONS => Shown::Withheld,
        () if withhold == Withhold::FewCases && n < MIN_CASES => Shown::Withheld,
        () => {
            let (n, of, factor) = (i64::from(n), i64::from(of), i64::from(factor));
            Shown::Tenths((n * factor * 20 + of) / (2 * of))
        }
    }
}

fn percent(tally: &Tally, n: Count, of: Count, withhold: Withhold) -> Shown {
    share(tally.get(n), tally.get(of), 100, withhold)
}

/// The form of numbers and marks in one file.
#[derive(Clone, Copy)]
struct Form {
    decimal: char,
    /// The mark of a withheld figure.
    withheld: &'static str,
    /// The mark where there is no one.
    nobody: &'static str,
}

impl Form {
    fn text(self, shown: Shown) -> String {
        match shown {
            Shown::Tenths(tenths) => decimals(tenths, self.decimal),
            Shown::Withheld => self.withheld.to_owned(),
            Shown::Nobody => self.nobody.to_owned(),
        }
    }
}

/// Tenths as a number with one decimal.
fn decimals(tenths: i64, decimal: char) -> String {
    format!("{}{decimal}{}", tenths / 10, tenths % 10)
}

/// To the nearest multiple of five, halves up.
fn to_fives(n: u32) -> u32 {
    (n + 2) / 5 * 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_half_up_and_withheld_when_few() {
        let cases = [
            ((1, 16, Withhold::FewPersons), Shown::Tenths(63)), // 6.25
            ((0, 40, Withhold::FewPersons), Shown::Tenths(0)),
            ((0, 40, Withhold::FewCases), Shown::Withheld),
            ((4, 400, Withhold::FewCases), Shown::Withheld),
            ((5, 400, Withhold::FewCases), Shown::Tenths(13)), // 1.25
            ((9, 9, Withhold::FewPersons), Shown::Withheld),
            ((0, 0, Withhold::FewCases), Shown::Nobody),
        ];
        for ((n, of, withhold), expected) in cases {
            assert_eq!(share(n, of, 100, withhold), expected, "{n} of {of}");
        }
    }

    #[test]
    fn counts_go_to_the_nearest_five() {
        assert_eq!([0, 2, 3, 7, 8, 12, 13].map(to_fives), [0, 0, 5, 5, 10, 10, 15]);
    }
}
