// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which words are mentions of what: the tables `[lexicon.<key>]`, `[[scales]]` and `[compounds]` of a recipe.
//!
//! In: the written form. Out: [`Lexicon`], in the order of the file, and every doubt with its bytes. A key with a scale
//! frames by area; one without is only counted. Not here: where the words stand (`crate::lexicon`).

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::Titles;
use super::lint::{Lint, patterns, twice};
use crate::pattern::Pattern;

/// A key as it is written.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenEntry {
    title: Spanned<Titles>,
    scale: Option<Spanned<String>>,
    any: Spanned<Vec<Spanned<String>>>,
    #[serde(default)]
    not: Vec<Spanned<String>>,
    #[serde(default)]
    near: Vec<Spanned<String>>,
    #[serde(default)]
    needs: Vec<Spanned<String>>,
    #[serde(default)]
    unframed: Vec<Spanned<String>>,
    #[serde(default)]
    refers: Vec<Spanned<String>>,
}

/// A scale as it is written.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenScale {
    id: Spanned<String>,
    title: Titles,
}

/// How compounds are linked, as it is written.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenCompounds {
    #[serde(default)]
    links: Vec<Spanned<String>>,
}

/// Which words are mentions of what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lexicon {
    /// In the order of the file.
    pub entries: Vec<Entry>,
    /// In the order of the file, the smallest first.
    pub scales: Vec<Scale>,
    /// What may stand between the parts of a compound, in small letters.
    pub links: Vec<String>,
}

/// What is mentioned.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name in rows.
    pub key: String,
    /// For people.
    pub title: Titles,
    /// Position of the scale that it frames by; a key without one is counted only.
    pub scale: Option<usize>,
    /// Words that mention it.
    pub any: Vec<Pattern>,
    /// Words that look like it and are not; each is the rule that excludes what it overlaps.
    pub not: Vec<Pattern>,
    /// Words that a reader would want beside it.
    pub near: Vec<Pattern>,
    /// Words of which one must stand in the same sentence; none where the list is empty.
    pub needs: Vec<Pattern>,
    /// Mentions that frame nothing: general values and figures of speech.
    pub unframed: Vec<Pattern>,
    /// Words that take it up in the sentence after it, in the same item or paragraph.
    pub refers: Vec<Pattern>,
}

/// A scale of areas.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Its name in rows.
    pub id: String,
    /// For people.
    pub title: Titles,
}

impl Lexicon {
    /// The scale that a key frames by.
    pub fn scale_of(&self, entry: usize) -> Option<&Scale> {
        self.entries.get(entry)?.scale.and_then(|scale| self.scales.get(scale))
    }

    pub(super) fn compile(
        entries: &BTreeMap<String, WrittenEntry>,
        scales: &[WrittenScale],
        compounds: &WrittenCompounds,
        lints: &mut Vec<Lint>,
    ) -> Self {
        twice(scales.iter().map(|scale| &scale.id), lints);
        twice(compounds.links.iter(), lints);
        let known = |id: &str| scales.iter().position(|scale| scale.id.get_ref() == id);
        // A map has no order of its own: that of the file is where the titles stand.
        let mut in_order: Vec<(&String, &WrittenEntry)> = entries.iter().collect();
        in_order.sort_by_key(|(_, written)| written.title.span().start);
        let mut entry = |(key, written): (&String, &WrittenEntry)| {
            if !is_id(key) {
                lints.push(Lint::new("K0818", Some(written.title.span()), key));
            }
            if written.any.get_ref().is_empty() {
                lints.push(Lint::new("K0818", Some(written.any.span()), key));
            }
            let scale = written.scale.as_ref().and_then(|id| {
                let scale = known(id.get_ref());
                if scale.is_none() {
                    lints.push(Lint::new("K0818", Some(id.span()), id.get_ref()));
                }
                scale
            });
            let mut list = |written: &[Spanned<String>]| {
                twice(written.iter(), lints);
                patterns(written, lints)
            };
            Entry {
                key: key.clone(),
                title: written.title.get_ref().clone(),
                scale,
                any: list(written.any.get_ref()),
                not: list(&written.not),
                near: list(&written.near),
                needs: list(&written.needs),
                unframed: list(&written.unframed),
                refers: list(&written.refers),
            }
        };
        let entries = in_order.into_iter().map(&mut entry).collect();
        let scale = |written: &WrittenScale| Scale { id: written.id.get_ref().clone(), title: written.title.clone() };
        let links = compounds.links.iter().map(|link| link.get_ref().to_lowercase()).collect();
        Self { entries, scales: scales.iter().map(scale).collect(), links }
    }
}

/// Names that stand in rows: letters, digits, hyphens and low lines.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
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
figures = { thousands = ",", decimal = "." }
scales = [{ id = "ward", title = { nl = "wijk", en = "ward" } }]
compounds = { links = ["s"] }

[lexicon.ward]
title = { nl = "wijk", en = "ward" }
scale = "ward"
any = ["ward*", "estate"]
not = ["warden*"]

[lexicon.city]
title = { nl = "stad", en = "city" }
any = ["city|cities"]
"#;

    #[test]
    fn keys_stand_in_the_order_of_the_file_with_their_scale() {
        let (recipe, lints) = Recipe::parse(GOOD);
        assert_eq!(lints, []);
        let lexicon = recipe.unwrap().lexicon;
        let keys: Vec<(&str, Option<&str>)> = lexicon
            .entries
            .iter()
            .enumerate()
            .map(|(index, entry)| (entry.key.as_str(), lexicon.scale_of(index).map(|scale| scale.id.as_str())))
            .collect();
        assert_eq!(keys, [("ward", Some("ward")), ("city", None)]);
    }

    #[test]
    fn each_doubt_points_at_its_word() {
        let cases = [
            ("scale = \"ward\"", "scale = \"wards\"", "K0818", "wards"),
            ("\"estate\"", "\"Ward*\"", "K0819", "Ward*"),
            ("\"estate\"", "\"*\"", "K0818", "*"),
            ("[\"warden*\"]", "[\"a .. b .. c .. d\"]", "K0818", "a .. b .. c .. d"),
            ("any = [\"city|cities\"]", "any = []", "K0818", "city"),
            ("lexicon.city", "lexicon.\"the city\"", "K0818", "the city"),
        ];
        for (from, to, code, found) in cases {
            let (recipe, lints) = Recipe::parse(&GOOD.replacen(from, to, 1));
            let told: Vec<(&str, &str)> = lints.iter().map(|lint| (lint.code, lint.found.as_str())).collect();
            assert_eq!(told, [(code, found)], "{to}");
            assert!(recipe.is_none() && lints[0].span.is_some(), "{to}");
        }
        let unknown = Recipe::parse(&GOOD.replacen("not =", "never =", 1)).1;
        assert_eq!(unknown[0].code, "K0816");
    }
}
