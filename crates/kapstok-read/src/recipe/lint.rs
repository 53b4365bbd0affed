// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is wrong with a recipe that reads: all of it at once.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

use super::VERSION;
use super::language::Head;
use crate::pattern::Pattern;

/// A doubt about a recipe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lint {
    /// K0816 no TOML of this form; K0817 another version; K0818 a value that cannot be; K0819 said twice.
    pub code: &'static str,
    /// Bytes of the file.
    pub span: Option<Range<usize>>,
    /// What was found there.
    pub found: String,
}

impl Lint {
    pub(super) fn new(code: &'static str, span: Option<Range<usize>>, found: impl ToString) -> Self {
        Self { code, span, found: found.to_string() }
    }

    pub(super) fn at<T: ToString>(code: &'static str, value: &Spanned<T>) -> Self {
        Self::new(code, Some(value.span()), value.get_ref().to_string())
    }
}

/// Reads a pattern of a recipe, or adds the doubt about it.
pub(super) fn pattern(written: &Spanned<String>, lints: &mut Vec<Lint>) -> Option<Pattern> {
    let read = Pattern::parse(written.get_ref());
    if let Err(found) = &read {
        lints.push(Lint::new("K0818", Some(written.span()), found));
    }
    read.ok()
}

/// Reads all patterns of a list.
pub(super) fn patterns(written: &[Spanned<String>], lints: &mut Vec<Lint>) -> Vec<Pattern> {
    written.iter().filter_map(|written| pattern(written, lints)).collect()
}

pub(super) fn check(head: &Head) -> Vec<Lint> {
    let mut lints = Vec::new();
    if *head.read.get_ref() != VERSION {
        lints.push(Lint::at("K0817", &head.read));
    }
    for name in [&head.id, &head.language] {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if name.get_ref().is_empty() || !name.get_ref().bytes().all(plain) {
            lints.push(Lint::at("K0818", name));
        }
    }
    let common = &head.words.common;
    if common.get_ref().len() < 5 {
        lints.push(Lint::new("K0818", Some(common.span()), common.get_ref().len()));
    }
    let stops = head.sentences.never_end.iter().chain(&head.sentences.may_end);
    lints.extend(stops.clone().filter(|word| !word.get_ref().ends_with('.')).map(|word| Lint::at("K0818", word)));
    for sign in
        head.bullets.signs.iter().filter(|sign| sign.get_ref().is_alphanumeric() || sign.get_ref().is_whitespace())
    {
        lints.push(Lint::at("K0818", sign));
    }
    for shape in &head.running_heads.shapes {
        let known = crate::block::shape(shape.get_ref());
        // What has no letter would take numbers out of the text.
        if known != *shape.get_ref() || !known.chars().any(char::is_alphabetic) {
            lints.push(Lint::at("K0818", shape));
        }
    }
    if head.figures.thousands == head.figures.decimal {
        lints.push(Lint::new("K0818", None, head.figures.decimal));
    }
    twice(common.get_ref().iter(), &mut lints);
    twice(stops, &mut lints);
    twice(head.hyphens.conjunctions.iter(), &mut lints);
    twice(head.contents.headings.iter(), &mut lints);
    lints.sort_by_key(|lint| lint.span.as_ref().map(|span| span.start));
    lints
}

pub(super) fn twice<'r>(words: impl Iterator<Item = &'r Spanned<String>>, lints: &mut Vec<Lint>) {
    let mut seen: BTreeMap<String, ()> = BTreeMap::new();
    for word in words {
        if seen.insert(word.get_ref().to_lowercase(), ()).is_some() {
            lints.push(Lint::at("K0819", word));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::recipe::Recipe;

    const GOOD: &str = r#"
read = 1
id = "a"
language = "en"
title = { nl = "a", en = "a" }
words = { common = ["the", "of", "and", "to", "in"] }
sentences = { never-end = ["e.g."], may-end = ["etc."] }
figures = { thousands = ",", decimal = "." }
"#;

    #[test]
    fn a_sound_recipe_has_no_doubts_and_a_hash() {
        let (recipe, lints) = Recipe::parse(GOOD);
        assert_eq!((recipe.unwrap().sha256.len(), lints), (64, vec![]));
    }

    #[test]
    fn doubts_about_words_for_promises_point_at_them() {
        let cases = [
            ("[quantities.counts]\n\"two\" = \"2,5\"", "2,5"),
            ("[quantities.counts]\n\"*\" = \"2\"", "*"),
            ("[amounts.currencies]\npounds = [\"£\"]", "pounds"),
            ("[amounts]\ncurrency = \"GBP\"", "GBP"),
            ("[amounts.scales]\nmillion = 60", "60"),
            ("[deadlines]\nby = [\"..\"]", ".."),
            ("[deadlines]\nmonths = [\"january\"]", "1"),
            ("[commitments]\nfirm = [\"a ..x b\"]", "..x"),
            ("[targets]\nup = [\"*\"]", "*"),
            ("[facts]\nnone = [\"\"]", ""),
        ];
        for (table, found) in cases {
            let text = format!("{GOOD}{table}\n");
            let (recipe, lints) = Recipe::parse(&text);
            let told: Vec<(&str, &str)> = lints.iter().map(|lint| (lint.code, lint.found.as_str())).collect();
            assert_eq!(told, [("K0818", found)], "{table}");
            assert!(recipe.is_none() && lints[0].span.as_ref().is_some_and(|span| span.start > GOOD.len()), "{table}");
        }
    }

    #[test]
    fn each_doubt_points_at_its_word() {
        let cases = [
            ("read = 1", "read = 2", "K0817", "2"),
            ("\"etc.\"", "\"E.g.\"", "K0819", "E.g."),
            ("\"etc.\"", "\"etc\"", "K0818", "etc"),
            ("id = \"a\"", "id = \"a b\"", "K0818", "a b"),
            ("\"in\"", "\"the\"", "K0819", "the"),
            ("figures", "bullets = { signs = [\"a\"] }\nfigures", "K0818", "a"),
            ("figures", "running-heads = { shapes = [\"Page 3\"] }\nfigures", "K0818", "Page 3"),
            ("decimal = \".\"", "decimal = \",\"", "K0818", ","),
        ];
        for (from, to, code, found) in cases {
            let text = GOOD.replacen(from, to, 1);
            let (recipe, lints) = Recipe::parse(&text);
            let told: Vec<(&str, &str)> = lints.iter().map(|lint| (lint.code, lint.found.as_str())).collect();
            assert_eq!(told, [(code, found)], "{to}");
            assert!(recipe.is_none(), "{to}");
            if let Some(span) = &lints[0].span {
                assert_eq!(text[span.clone()].trim_matches('"'), found, "{to}");
            }
        }
        let (recipe, lints) = Recipe::parse("read = 1\nwat = 2\n");
        assert!(recipe.is_none() && lints[0].code == "K0816" && lints[0].span.is_some(), "{lints:?}");
    }
}
