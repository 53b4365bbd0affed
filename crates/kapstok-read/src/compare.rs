// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Two documents side by side, per 10,000 words: how often each speaks of something, and how sure the difference is.
//!
//! In: units of two documents, and patterns or counts that others made. Out: [`Difference`]s. "Once" tells little
//! before one knows how long the document is and how often another says it.
//!
//! * **G2**, the log-likelihood ratio of one rate against two (Dunning 1993; Rayson and Garside 2000), with the sign of
//!   the difference: 3.84 is the 5 % point of one comparison. In a list of all words many pass it by chance.
//! * **Ratio of rates** with its exact 95 % interval: given `a + b` hits, `a` is binomial (two Poisson counts), and the
//!   interval of that share (Clopper and Pearson 1934) is that of the ratio. It holds for one hit as well, where an
//!   interval by the normal curve does not.
//!
//! Not here: why they differ. Words of one text come in clusters, so the true interval is rather wider.

use std::collections::{BTreeMap, BTreeSet};

use crate::count;
use crate::document::Document;
use crate::eval::exact_interval;
use crate::recipe::Recipe;
use crate::token::TokenKind;
use crate::unit::Unit;

/// How long a document is, and what of it was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// Words in all units, as [`count::words`] counts them.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// Pages.
    pub pages: usize,
    /// Pages without text: what they say is not counted.
    pub pages_without_text: usize,
    /// Tables of which no columns were told apart; their words are counted all the same.
    pub tables_unread: usize,
}

impl Length {
    /// The length of a document.
    pub fn of(document: &Document, units: &[Unit]) -> Self {
        let coverage = &document.coverage;
        Self {
            words: count::words(units).all,
            sentences: coverage.sentences,
            pages: coverage.pages,
            pages_without_text: coverage.pages_without_text.len(),
            tables_unread: coverage.tables.saturating_sub(coverage.tables_read),
        }
    }
}

/// How often two documents speak of something.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Of what.
    pub what: String,
    /// How often, in the first and in the second.
    pub counts: [usize; 2],
    /// The same per 10,000 words.
    pub per_10_000: [f64; 2],
    /// Log-likelihood ratio, negative when the first has it less often; 0 for a document without words.
    pub g2: f64,
    /// Rate of the first over that of the second; `None` when neither has it, infinite when the second does not.
    pub ratio: Option<Ratio>,
}

/// A ratio of two rates with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// The ratio.
    pub value: f64,
    /// Lower end of the 95 % interval.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
}

/// Compares two counts in documents of so many words.
pub fn difference(what: &str, counts: [usize; 2], words: [usize; 2]) -> Difference {
    let rate = |side: usize| if words[side] == 0 { 0.0 } else { counts[side] as f64 * 10_000.0 / words[side] as f64 };
    Difference {
        what: what.to_owned(),
        counts,
        per_10_000: [rate(0), rate(1)],
        g2: g2(counts, words),
        ratio: ratio(counts, words),
    }
}

/// Compares counts by name; a name that one side lacks counts nought there.
pub fn differences(
    one: &BTreeMap<String, usize>,
    other: &BTreeMap<String, usize>,
    words: [usize; 2],
) -> Vec<Difference> {
    let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    let count = |counts: &BTreeMap<String, usize>, name: &String| counts.get(name).copied().unwrap_or(0);
    names.into_iter().map(|name| difference(name, [count(one, name), count(other, name)], words)).collect()
}

/// Compares how often a word stands there: counted as [`count::count`] counts it, false friends left out.
///
/// # Errors
/// The part of it that can be no pattern.
pub fn compare_word(typed: &str, units: [&[Unit]; 2], recipe: &Recipe) -> Result<Difference, String> {
    let [one, other] = [count::count(units[0], recipe, typed)?, count::count(units[1], recipe, typed)?];
    Ok(difference(typed, [one.hits.len(), other.hits.len()], [one.words.all, other.words.all]))
}

/// Which words are shown.
#[derive(Clone, Debug)]
pub struct KeynessOptions<'a> {
    /// Words that are left out: the common ones of the language.
    pub left_out: &'a BTreeSet<String>,
    /// Words with fewer hits in both documents together are left out.
    pub least: usize,
    /// At most so many of each side.
    pub most: usize,
}

/// The words that each of two documents uses most beyond the other: of the first, and of the second.
///
/// By `g2`, the farthest from nought first; of equal ones the alphabet decides.
pub fn keyness(units: [&[Unit]; 2], options: &KeynessOptions<'_>) -> [Vec<Difference>; 2] {
    let [one, other] = units.map(|units| words(units, options.left_out));
    let n = units.map(|units| count::words(units).all);
    let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    let count = |counts: &BTreeMap<String, usize>, name: &String| counts.get(name).copied().unwrap_or(0);
    let mut found: Vec<(f64, &String, [usize; 2])> = names
        .into_iter()
        .map(|name| (name, [count(&one, name), count(&other, name)]))
        .filter(|(_, counts)| counts[0] + counts[1] >= options.least)
        .map(|(name, counts)| (g2(counts, n), name, counts))
        .collect();
    found.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()).then(a.1.cmp(b.1)));
    // Intervals are made only for what is shown.
    let side = |is: &dyn Fn(f64) -> bool| {
        let shown = found.iter().filter(|(g2, _, _)| is(*g2)).take(options.most);
        shown.map(|(_, name, counts)| difference(name, *counts, n)).collect()
    };
    [side(&|g2| g2 > 0.0), side(&|g2| g2 < 0.0)]
}

fn words(units: &[Unit], left_out: &BTreeSet<String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let tokens = units.iter().flat_map(|unit| &unit.tokens).filter(|token| token.kind == TokenKind::Word);
    for token in tokens.filter(|token| !left_out.contains(&token.text)) {
        *counts.entry(token.text.clone()).or_default() += 1;
    }
    counts
}

fn g2(counts: [usize; 2], words: [usize; 2]) -> f64 {
    let all = (counts[0] + counts[1]) as f64;
    let n = (words[0] + words[1]) as f64;
    if all == 0.0 || words.contains(&0) {
        return 0.0;
    }
    let part = |side: usize| {
        let expected = all * words[side] as f64 / n;
        let count = counts[side] as f64;
        if count > 0.0 { count * libm::log(count / expected) } else { 0.0 }
    };
    let g2 = (2.0 * (part(0) + part(1))).max(0.0);
    let less = (counts[0] as f64) * (words[1] as f64) < (counts[1] as f64) * (words[0] as f64);
    if less { -g2 } else { g2 }
}

fn ratio(counts: [usize; 2], words: [usize; 2]) -> Option<Ratio> {
    let [a, b] = counts;
    if a + b == 0 || words.contains(&0) {
        return None;
    }
    let length = words[1] as f64 / words[0] as f64;
    let odds = |share: f64| share / (1.0 - share) * length;
    let [lower, upper] = exact_interval(a, a + b)?;
    let lower = odds(lower);
    let upper = if b == 0 { f64::INFINITY } else { odds(upper) };
    let value = if b == 0 { f64::INFINITY } else { a as f64 / b as f64 * length };
    Some(Ratio { value, lower, upper })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_and_their_difference_are_those_worked_by_hand() {
        // Ten of 1,000 words and five of 2,000: expected 5 and 10, so 2 (10 ln 2 + 5 ln 1/2) = 10 ln 2.
        let found = difference("x", [10, 5], [1_000, 2_000]);
        assert_eq!(found.per_10_000, [100.0, 25.0]);
        assert!((found.g2 - 10.0 * std::f64::consts::LN_2).abs() < 1e-12, "{}", found.g2);
        assert!((found.ratio.unwrap().value - 4.0).abs() < 1e-12);
        // The other way round only the sign turns, and the ratio stands on its head.
        let turned = difference("x", [5, 10], [2_000, 1_000]);
        assert!((turned.g2 + found.g2).abs() < 1e-12);
        let (one, other) = (found.ratio.unwrap(), turned.ratio.unwrap());
        assert!((one.lower * other.upper - 1.0).abs() < 1e-9 && (one.upper * other.lower - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_interval_is_the_exact_one_also_for_once_and_never() {
        // One of one: (0.025)^1 = p, so the lower odds are 0.025 / 0.975; there is no upper end.
        let once = difference("x", [1, 0], [10_000, 10_000]).ratio.unwrap();
        assert!((once.lower - 0.025 / 0.975).abs() < 1e-9, "{once:?}");
        assert_eq!((once.value, once.upper), (f64::INFINITY, f64::INFINITY));
        // Clopper and Pearson for 5 of 10: 0.1871 to 0.8129 (printed in tables).
        let even = difference("x", [5, 5], [10_000, 10_000]).ratio.unwrap();
        assert!((even.lower - 0.1871 / 0.8129).abs() < 2e-4, "{even:?}");
        assert!((even.upper - 0.8129 / 0.1871).abs() < 5e-3, "{even:?}");
        // Five of 1,305: 0.00125 to 0.00892 (of any table for shares); the odds of these.
        let rare = difference("x", [5, 1300], [10_000, 10_000]).ratio.unwrap();
        assert!((rare.lower - 0.001_246).abs() < 2e-5 && (rare.upper - 0.009_0).abs() < 2e-4, "{rare:?}");
        assert_eq!(difference("x", [0, 0], [10, 10]).ratio, None);
        assert_eq!(difference("x", [0, 3], [0, 10]).g2, 0.0);
    }

    #[test]
    fn once_in_a_long_text_and_once_in_a_short_one_are_no_difference_that_shows() {
        let found = difference("x", [1, 1], [21_707, 19_000]);
        let ratio = found.ratio.unwrap();
        assert!(ratio.lower < 1.0 && 1.0 < ratio.upper && found.g2.abs() < 3.84);
    }

    proptest::proptest! {
        #[test]
        fn the_ratio_lies_in_its_interval_and_has_the_sign_of_the_difference(
            a in 0_usize..4_000, b in 0_usize..4_000, n in 1_000_usize..50_000, m in 1_000_usize..50_000,
        ) {
            let found = difference("x", [a, b], [n, m]);
            if let Some(ratio) = found.ratio {
                proptest::prop_assert!(ratio.lower <= ratio.value && ratio.value <= ratio.upper);
                proptest::prop_assert!(found.g2 == 0.0 || (found.g2 > 0.0) == (ratio.value > 1.0));
            }
        }
    }
}
