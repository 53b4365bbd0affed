// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The table `[answers]`: which words ask, how words are held to be the same, and from which share on an ask counts as
//! found. In: the table as written. Out: [`AnswerRules`]. Without the table nothing is known of asks.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Spanned;

use super::lint::{Lint, patterns};
use crate::number::Decimal;
use crate::pattern::Pattern;
use crate::text::folded;

/// As it is written.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Written {
    #[serde(default)]
    asks: Vec<Spanned<String>>,
    #[serde(default)]
    lead_ins: Vec<Spanned<String>>,
    #[serde(default)]
    never: Vec<Spanned<String>>,
    #[serde(default)]
    unweighted: Vec<Spanned<String>>,
    #[serde(default)]
    endings: Vec<Spanned<String>>,
    #[serde(default)]
    finals: Vec<(String, String)>,
    #[serde(default)]
    links: Vec<Spanned<String>>,
    #[serde(default)]
    same: Vec<Vec<Spanned<String>>>,
    #[serde(default)]
    asides: Vec<Spanned<String>>,
    #[serde(default)]
    negations: Vec<Spanned<String>>,
    #[serde(default)]
    no_negations: Vec<Spanned<String>>,
    #[serde(default)]
    weak: Vec<Spanned<String>>,
    #[serde(default)]
    not_places: Vec<Spanned<String>>,
    #[serde(default)]
    actions: BTreeMap<String, Vec<Spanned<String>>>,
    #[serde(default)]
    opposites: Vec<WrittenOpposites>,
    thresholds: WrittenThresholds,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenOpposites {
    one: Vec<Spanned<String>>,
    other: Vec<Spanned<String>>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenThresholds {
    found: Spanned<f64>,
    taken_up: Spanned<f64>,
    key: Spanned<f64>,
    part: Spanned<f64>,
    around: Spanned<f64>,
    aside: Spanned<f64>,
    place: Spanned<f64>,
    action: Spanned<f64>,
    close: Spanned<f64>,
}

/// How asks are found, and held against an agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerRules {
    /// Words with which a sentence asks.
    pub asks: Vec<Pattern>,
    /// Words of a heading, or of a sentence before a list, whose items are asks.
    pub lead_ins: Vec<Pattern>,
    /// Words of a sentence that only looks like an ask.
    pub never: Vec<Pattern>,
    /// The common words of the language.
    pub common: BTreeSet<String>,
    /// Words that tell nothing about what is asked; the common words of the language are among them.
    pub unweighted: BTreeSet<String>,
    /// Endings that leave a word the same word, the longest first.
    pub endings: Vec<String>,
    /// Last letters that stand for one another.
    pub finals: Vec<(String, String)>,
    /// Letters that join the parts of a compound, the longest first.
    pub links: Vec<String>,
    /// Words that stand for one another.
    pub same: Vec<Vec<String>>,
    /// Words that begin an aside after a comma.
    pub asides: BTreeSet<String>,
    /// Words that deny, and idioms with them that do not.
    pub negations: Vec<Pattern>,
    /// Idioms that only look like it.
    pub no_negations: Vec<Pattern>,
    /// Words that promise less than doing.
    pub weak: Vec<Pattern>,
    /// Names that are no place within the region of the documents.
    pub not_places: Vec<Pattern>,
    /// Number words: those of `[quantities.counts]`. A word for nought denies, and is none of them.
    pub numbers: BTreeMap<String, Decimal>,
    /// Kinds of action, each with its words.
    pub actions: BTreeMap<String, Vec<Pattern>>,
    /// Words that go against one another.
    pub opposites: Vec<(Vec<Pattern>, Vec<Pattern>)>,
    /// Shares.
    pub thresholds: Thresholds,
}

/// Shares, each within 0 ..= 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// From this share of its weight on an ask is found.
    pub found: f64,
    /// From this share on it can be taken up whole.
    pub taken_up: f64,
    /// One shared word must weigh this share of the ask's rarest.
    pub key: f64,
    /// What a shared part of a compound is worth, beside the whole word.
    pub part: f64,
    /// What a word beside the sentence is worth: in its item or in the headings above.
    pub around: f64,
    /// What words of an aside weigh.
    pub aside: f64,
    /// What is taken off where no place is shared.
    pub place: f64,
    /// What is taken off where no kind of action is shared.
    pub action: f64,
    /// Candidates from this share of the best score on may be the answer.
    pub close: f64,
}

/// The typed form of the table.
pub(super) fn compile(
    written: &Written,
    common: &BTreeSet<String>,
    counts: &[(Pattern, Decimal)],
    lints: &mut Vec<Lint>,
) -> AnswerRules {
    let lower = |words: &[Spanned<String>]| words.iter().map(|word| folded(word.get_ref())).collect::<Vec<_>>();
    let longest_first = |words: &[Spanned<String>]| {
        let mut words = lower(words);
        words.sort_by(|one, other| other.len().cmp(&one.len()).then(one.cmp(other)));
        words
    };
    for words in [&written.unweighted, &written.endings, &written.links, &written.asides] {
        let doubtful = |word: &&Spanned<String>| {
            let text = word.get_ref();
            text.is_empty() || text.contains(|sign: char| sign.is_whitespace() || sign == '*')
        };
        lints.extend(words.iter().filter(doubtful).map(|word| Lint::at("K0818", word)));
    }
    let mut unweighted: BTreeSet<String> = common.clone();
    unweighted.extend(lower(&written.unweighted));
    AnswerRules {
        asks: patterns(&written.asks, lints),
        lead_ins: patterns(&written.lead_ins, lints),
        never: patterns(&written.never, lints),
        common: common.clone(),
        unweighted,
        endings: longest_first(&written.endings),
        finals: written.finals.clone(),
        links: longest_first(&written.links),
        same: written.same.iter().map(|words| lower(words)).collect(),
        asides: lower(&written.asides).into_iter().collect(),
        negations: patterns(&written.negations, lints),
        no_negations: patterns(&written.no_negations, lints),
        weak: patterns(&written.weak, lints),
        not_places: patterns(&written.not_places, lints),
        numbers: numbers(counts),
        actions: written.actions.iter().map(|(kind, words)| (kind.clone(), patterns(words, lints))).collect(),
        opposites: written
            .opposites
            .iter()
            .map(|pair| (patterns(&pair.one, lints), patterns(&pair.other, lints)))
            .collect(),
        thresholds: thresholds(&written.thresholds, lints),
    }
}

fn numbers(counts: &[(Pattern, Decimal)]) -> BTreeMap<String, Decimal> {
    let words = counts.iter().filter(|(_, number)| number.digits() != 0);
    words.flat_map(|(pattern, number)| pattern.plain_words().map(|word| (word.to_owned(), *number))).collect()
}

fn thresholds(written: &WrittenThresholds, lints: &mut Vec<Lint>) -> Thresholds {
    let mut share = |value: &Spanned<f64>| {
        if !(0.0..=1.0).contains(value.get_ref()) {
            lints.push(Lint::at("K0818", value));
        }
        *value.get_ref()
    };
    Thresholds {
        found: share(&written.found),
        taken_up: share(&written.taken_up),
        key: share(&written.key),
        part: share(&written.part),
        around: share(&written.around),
        aside: share(&written.aside),
        place: share(&written.place),
        action: share(&written.action),
        close: share(&written.close),
    }
}

#[cfg(test)]
mod tests {
    use crate::recipe::Recipe;

    const DUTCH: &str = include_str!("../../../../recipes/read-nl-coalition/recipe.toml");

    #[test]
    fn doubts_about_the_table_point_at_their_words() {
        let cases = [
            ("found = 0.22", "found = 1.2", "K0818", "1.2"),
            ("links = [\"s\"", "links = [\"s*\"", "K0818", "s*"),
            ("asks = [", "asks = [\"..\", ", "K0818", ".."),
            ("key = 0.5, ", "", "K0816", ""),
            ("negations = [", "denials = [\"x\"]\nnegations = [", "K0816", ""),
        ];
        for (from, to, code, found) in cases {
            assert!(DUTCH.contains(from), "{from}");
            let text = DUTCH.replacen(from, to, 1);
            let (recipe, lints) = Recipe::parse(&text);
            assert!(recipe.is_none() && lints.len() == 1 && lints[0].code == code, "{to}: {lints:?}");
            let span = lints[0].span.clone().unwrap();
            assert!(found.is_empty() || text[span].trim_matches('"') == found, "{to}: {lints:?}");
        }
    }

    #[test]
    fn a_recipe_without_the_table_knows_of_no_asks() {
        let text = &DUTCH[..DUTCH.find("\n[answers]").unwrap()];
        assert!(Recipe::parse(text).0.unwrap().answers.is_none());
    }
}
