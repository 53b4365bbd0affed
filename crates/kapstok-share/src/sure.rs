// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How sure the count of burdens of one area is, in sentences.
//!
//! In: what a build tells of the draws. Out: lines for a terminal, a page or paper. Invariant: a count that does not move
//! is told too; a chance of nothing or of everything is told as below 1 or above 99 %, for draws prove neither.

use crate::number::figure;
use crate::snapshot::AreaSure;
use crate::words::{Language, Words};

/// The lines of one area, the most important first.
pub fn lines(sure: &AreaSure, words: &Words) -> Vec<String> {
    let language = words.language;
    let (lower, upper) = sure.burdens;
    let lower = if lower == upper { "same".to_owned() } else { lower.to_string() };
    let level = figure(100.0 * sure.level, 0, language);
    let n = crate::number::grouped(&sure.n_counted.to_string(), language);
    let facts = [("lower", &*lower), ("upper", &upper.to_string()), ("level", &level), ("n", &n)];
    let mut lines = vec![words.say("area-sure", &facts)];
    let known = sure.chances.iter().filter_map(|(domain, chance)| Some((domain, (*chance)?)));
    let chances: Vec<String> =
        known.map(|(domain, it)| format!("{} {}", words.word("domain", domain), chance(it, language))).collect();
    if !chances.is_empty() {
        lines.push(words.say("area-sure-chances", &[("chances", &chances.join(", "))]));
    }
    lines
}

/// A chance in whole percents; `< 1 %` and `> 99 %` at the ends.
pub fn chance(chance: f64, language: Language) -> String {
    let percent = 100.0 * chance;
    if percent < 1.0 {
        "< 1\u{a0}%".to_owned()
    } else if percent > 99.0 {
        "> 99\u{a0}%".to_owned()
    } else {
        format!("{}\u{a0}%", figure(percent, 0, language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_that_moves_and_one_that_does_not_are_told_apart() {
        let mut sure = AreaSure {
            level: 0.95,
            replications: 1000,
            n_counted: 1000,
            burdens: (2, 4),
            at_least: vec![1.0, 0.99, 0.5],
            chances: vec![
                ("income".to_owned(), Some(0.815)),
                ("own".to_owned(), Some(1.0)),
                ("school".to_owned(), None),
            ],
            chance_first: Some(0.2),
            first: 0.1,
        };
        let words = Words::new(Language::En);
        assert_eq!(
            lines(&sure, &words),
            [
                "How sure? In 95 % of 1,000 draws there are 2 to 4.",
                "Chance that it is a burden: income 82\u{a0}%, own > 99\u{a0}%"
            ]
        );
        sure.burdens = (3, 3);
        assert_eq!(lines(&sure, &words)[0], "How sure? In 95 % of 1,000 draws it stays 3.");
        // Where an input that was left out took its count away, the interval rests on the other draws.
        sure.n_counted = 812;
        assert_eq!(lines(&sure, &words)[0], "How sure? In 95 % of 812 draws it stays 3.");
    }
}
