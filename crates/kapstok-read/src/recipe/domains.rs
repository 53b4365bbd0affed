// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which words and headings tell a policy domain: the tables `[domains.<id>]` of a recipe.
//!
//! In: the written form. Out: [`Domains`] in the order of the file, one of them the rest. Not here: the domains of a
//! sentence (`crate::framing`).

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::Titles;
use super::lexicon::is_id;
use super::lint::{Lint, patterns, twice};
use crate::pattern::Pattern;

/// A domain as it is written.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WrittenDomain {
    title: Spanned<Titles>,
    #[serde(default)]
    any: Vec<Spanned<String>>,
    #[serde(default)]
    not: Vec<Spanned<String>>,
    #[serde(default)]
    sections: Vec<Spanned<String>>,
    #[serde(default)]
    alone: Vec<Spanned<String>>,
    #[serde(default)]
    instead_of: Vec<Spanned<String>>,
    rest: Option<Spanned<bool>>,
}

/// Policy domains.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Domains {
    /// In the order of the file.
    pub all: Vec<Domain>,
    /// Position of the one that holds what none of the others does.
    pub rest: Option<usize>,
}

/// A policy domain.
#[derive(Clone, Debug, PartialEq)]
pub struct Domain {
    /// Its name in rows.
    pub id: String,
    /// For people.
    pub title: Titles,
    /// Words that tell it.
    pub any: Vec<Pattern>,
    /// Words that look like it and are not.
    pub not: Vec<Pattern>,
    /// Headings under which a sentence is about it, unless its words say otherwise.
    pub sections: Vec<Pattern>,
    /// Words that tell it so surely that a heading of `instead_of` adds nothing to them.
    pub alone: Vec<Pattern>,
    /// Positions of the domains whose headings these words take the place of.
    pub instead_of: Vec<usize>,
}

impl Domains {
    pub(super) fn compile(written: &BTreeMap<String, WrittenDomain>, lints: &mut Vec<Lint>) -> Self {
        let mut in_order: Vec<(&String, &WrittenDomain)> = written.iter().collect();
        in_order.sort_by_key(|(_, written)| written.title.span().start);
        let is_rest = |domain: &WrittenDomain| domain.rest.as_ref().is_some_and(|rest| *rest.get_ref());
        let rests: Vec<usize> =
            in_order.iter().enumerate().filter(|(_, (_, domain))| is_rest(domain)).map(|(index, _)| index).collect();
        // What no domain holds must go somewhere, and only to one.
        if rests.len() != 1 && !written.is_empty() {
            let at = rests.get(1).and_then(|index| in_order[*index].1.rest.as_ref()).map(Spanned::span);
            lints.push(Lint::new("K0818", at, format!("rest: {}", rests.len())));
        }
        for of in written.values().flat_map(|domain| &domain.instead_of) {
            if !written.contains_key(of.get_ref()) {
                lints.push(Lint::new("K0818", Some(of.span()), of.get_ref()));
            }
        }
        let mut domain = |(id, written): (&String, &WrittenDomain)| {
            if !is_id(id) {
                lints.push(Lint::new("K0818", Some(written.title.span()), id));
            }
            let mut list = |written: &[Spanned<String>]| {
                twice(written.iter(), lints);
                patterns(written, lints)
            };
            let instead_of = &written.instead_of;
            let position = |id: &Spanned<String>| in_order.iter().position(|(known, _)| *known == id.get_ref());
            Domain {
                id: id.clone(),
                title: written.title.get_ref().clone(),
                any: list(&written.any),
                not: list(&written.not),
                sections: list(&written.sections),
                alone: list(&written.alone),
                instead_of: instead_of.iter().filter_map(position).collect(),
            }
        };
        Self { all: in_order.iter().copied().map(&mut domain).collect(), rest: rests.first().copied() }
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
figures = { thousands = ",", decimal = "." }

[domains.work]
title = { nl = "werk", en = "work" }
any = ["job*"]

[domains.other]
title = { nl = "overig", en = "other" }
rest = true
"#;

    #[test]
    fn domains_stand_in_the_order_of_the_file_and_one_is_the_rest() {
        let domains = Recipe::parse(GOOD).0.unwrap().domains;
        let ids: Vec<&str> = domains.all.iter().map(|domain| domain.id.as_str()).collect();
        assert_eq!((ids, domains.rest), (vec!["work", "other"], Some(1)));
        for (from, to, found) in [
            ("rest = true", "", "rest: 0"),
            ("any = [\"job*\"]", "rest = true", "rest: 2"),
            ("[\"job*\"]", "[\"..\"]", ".."),
            ("any =", "instead-of = [\"housing\"]\nany =", "housing"),
        ] {
            let (recipe, lints) = Recipe::parse(&GOOD.replacen(from, to, 1));
            let told: Vec<(&str, &str)> = lints.iter().map(|lint| (lint.code, lint.found.as_str())).collect();
            assert_eq!((told, recipe), (vec![("K0818", found)], None), "{to}");
        }
    }
}
