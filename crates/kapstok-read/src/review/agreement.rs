// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How far readers agree, beyond what chance would give: Krippendorff's alpha for kinds, any number of readers, with
//! gaps.
//!
//! Invariant: the order of statements and of readers changes no bit, for sums are of whole numbers, one for each number
//! of values of a statement. Where alpha is not defined there is none, with the reason.
//!
//! *Not useful for*: proof that the readers are right; or where a reader saw the decisions of another, or only
//! confirmed what the rules proposed: both make readers look more alike than they are.

use std::collections::{BTreeMap, BTreeSet};

use super::merge::{ACT, Standing};

/// Values that readers gave: per statement one for each reader, `None` where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ratings {
    /// Readers, in order.
    pub readers: Vec<String>,
    /// Statements.
    pub units: Vec<Vec<Option<String>>>,
}

impl Ratings {
    /// Values of a field, or of [`ACT`]. Who rejects a statement says nothing of its fields; who accepts one in which a
    /// field says nothing, says that.
    pub fn of(standings: &[Standing<'_>], field: &str) -> Self {
        Self::by(standings, |fields| fields.get(field).cloned().unwrap_or_default(), field == ACT)
    }

    /// Whether a list names one word, `yes` or `no`.
    pub fn of_word(standings: &[Standing<'_>], field: &str, word: &str) -> Self {
        let names = |list: &String| list.split(',').any(|part| part == word);
        Self::by(standings, |fields| if fields.get(field).is_some_and(names) { "yes" } else { "no" }.to_owned(), false)
    }

    fn by(standings: &[Standing<'_>], value: impl Fn(&super::Fields) -> String, of_act: bool) -> Self {
        let all = standings.iter().flat_map(|standing| standing.decisions.iter().map(|it| it.reader.clone()));
        let readers: Vec<String> = all.collect::<BTreeSet<_>>().into_iter().collect();
        let unit = |standing: &Standing<'_>| {
            let given = |reader: &String| {
                let decision = standing.decisions.iter().find(|it| it.reader == *reader)?;
                match (of_act, decision.outcome()) {
                    (true, outcome) => Some(if outcome.is_some() { "accept" } else { "reject" }.to_owned()),
                    (false, outcome) => outcome.map(|fields| value(&fields)),
                }
            };
            readers.iter().map(given).collect()
        };
        Self { units: standings.iter().map(unit).collect(), readers }
    }

    /// Per statement how often each value was given; statements with fewer than two values left out.
    pub(super) fn counts(&self) -> Vec<BTreeMap<&str, u64>> {
        let mut all = Vec::new();
        for unit in self.units.iter().filter(|unit| unit.iter().flatten().count() > 1) {
            let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
            for value in unit.iter().flatten() {
                *counts.entry(value).or_default() += 1;
            }
            all.push(counts);
        }
        all
    }
}

/// Why there is no alpha.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAlpha {
    /// No statement has values of two readers.
    NothingToPair,
    /// All values are the same one: agreement by chance would be whole too.
    NoVariation,
}

/// Agreement of readers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alpha {
    /// 1 where all agree, 0 where it is as by chance, below 0 where they differ more than that.
    pub value: f64,
    /// Statements with two values or more.
    pub n_units: usize,
    /// Values in them.
    pub n_values: u64,
    /// Share of pairs that differ.
    pub observed: f64,
    /// Share of pairs that would differ by chance.
    pub expected: f64,
}

impl Alpha {
    /// Alpha of ratings, nominal.
    ///
    /// `alpha = 1 - Do / De`, with `Do` the share of pairs of values of one statement that differ, a pair in a
    /// statement of `m` values counting `1 / (m - 1)`, and `De` that of all pairs of values.
    ///
    /// # Errors
    /// [`NoAlpha`]: nothing can be paired, or nothing varies.
    /// # Source
    /// Krippendorff, *Computing Krippendorff's alpha-reliability* (2011), section C.
    pub fn of(ratings: &Ratings) -> Result<Self, NoAlpha> {
        let counts = ratings.counts();
        let units: Vec<&BTreeMap<&str, u64>> = counts.iter().collect();
        Self::of_counts(&units)
    }

    pub(super) fn of_counts(units: &[&BTreeMap<&str, u64>]) -> Result<Self, NoAlpha> {
        let mut totals: BTreeMap<&str, u64> = BTreeMap::new();
        // Pairs that differ, by the number of values of the statement.
        let mut apart: BTreeMap<u64, u64> = BTreeMap::new();
        for counts in units {
            let n: u64 = counts.values().sum();
            *apart.entry(n).or_default() += counts.values().map(|count| count * (n - count)).sum::<u64>();
            for (value, count) in *counts {
                *totals.entry(value).or_default() += count;
            }
        }
        let n: u64 = totals.values().sum();
        if n == 0 {
            return Err(NoAlpha::NothingToPair);
        }
        let by_chance: u64 = totals.values().map(|count| count * (n - count)).sum();
        if by_chance == 0 {
            return Err(NoAlpha::NoVariation);
        }
        let differ: f64 = apart.iter().map(|(n, pairs)| *pairs as f64 / (*n - 1) as f64).sum();
        let (observed, expected) = (differ / n as f64, by_chance as f64 / (n as f64 * (n - 1) as f64));
        Ok(Self { value: 1.0 - observed / expected, n_units: units.len(), n_values: n, observed, expected })
    }
}

/// How often one reader said the first and another the second; statements that either left out do not count.
pub fn confusion(ratings: &Ratings, one: &str, other: &str) -> BTreeMap<(String, String), usize> {
    let mut table = BTreeMap::new();
    let place = |reader: &str| ratings.readers.iter().position(|known| known == reader);
    let (Some(one), Some(other)) = (place(one), place(other)) else { return table };
    for unit in &ratings.units {
        if let (Some(Some(first)), Some(Some(second))) = (unit.get(one), unit.get(other)) {
            *table.entry((first.clone(), second.clone())).or_default() += 1;
        }
    }
    table
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A word for each reader, a letter for each statement; `.` where the reader gave nothing.
    pub(in crate::review) fn ratings(rows: &[&str]) -> Ratings {
        let value = |sign: char| (sign != '.').then(|| sign.to_string());
        let columns: Vec<Vec<char>> = rows.iter().map(|row| row.chars().collect()).collect();
        let units = (0..columns[0].len()).map(|at| columns.iter().map(|row| value(row[at])).collect()).collect();
        Ratings { readers: (0..rows.len()).map(|reader| format!("reader-{reader}")).collect(), units }
    }

    /// The examples for kinds in Krippendorff, *Computing Krippendorff's alpha-reliability* (2011), sections A, B and
    /// C.
    ///
    /// A: 4 of 10 differ; fourteen 0, six 1. Pairs that differ `2 * 4 = 8`, by chance `2 * 14 * 6 = 168` of `20 * 19`:
    /// `1 - 19 * 8 / 168 = 0.095`.
    /// B: 3 of 12 differ; a 4, b 6, c 6, d 6, e 2. By chance `24 * 23 - (12 + 30 + 30 + 30 + 2) = 448`:
    /// `1 - 23 * 6 / 448 = 0.692`.
    /// C: four readers with gaps; the last statement has one value and takes no part. 1: 9, 2: 13, 3: 10, 4: 5, 5: 3,
    /// in all 40. In the second and the eighth one of four differs (`6 / 3 = 2` each), in the sixth all do (`12 / 3 =
    /// 4`). By chance `40 * 39 - (72 + 156 + 90 + 20 + 6) = 1216`: `1 - 39 * 8 / 1216 = 0.743`.
    #[test]
    fn the_published_examples_come_out() {
        let cases: [(&[&str], &str, usize, u64); 3] = [
            (&["0100000010", "1110010000"], "0.095", 10, 20),
            (&["aabbdcccedda", "babbbccceddd"], "0.692", 12, 24),
            (&["123321412...", "1233224125.3", ".3332342251.", "12332441251."], "0.743", 11, 40),
        ];
        for (rows, expected, n_units, n_values) in cases {
            let alpha = Alpha::of(&ratings(rows)).unwrap();
            let found = (format!("{:.3}", alpha.value), alpha.n_units, alpha.n_values);
            assert_eq!(found, (expected.to_owned(), n_units, n_values), "{rows:?}");
        }
    }

    #[test]
    fn there_is_no_alpha_where_nothing_is_paired_or_nothing_varies() {
        assert_eq!(Alpha::of(&ratings(&["ab.", "..c"])), Err(NoAlpha::NothingToPair));
        assert_eq!(Alpha::of(&ratings(&["aaa", "aaa"])), Err(NoAlpha::NoVariation));
        assert_eq!(Alpha::of(&ratings(&["aab", "aab"])).unwrap().value, 1.0);
        // Each pair differs: `1 - 3 * 4 / 8`, below nought.
        assert_eq!(Alpha::of(&ratings(&["ab", "ba"])).unwrap().value, -0.5);
    }

    #[test]
    fn the_table_counts_what_both_said_and_leaves_out_where_one_said_nothing() {
        let table = confusion(&ratings(&["aab.", "abbb"]), "reader-0", "reader-1");
        let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        assert_eq!(table, BTreeMap::from([(pair("a", "a"), 1), (pair("a", "b"), 1), (pair("b", "b"), 1)]));
        assert!(confusion(&ratings(&["a", "a"]), "reader-0", "nobody").is_empty());
    }
}
