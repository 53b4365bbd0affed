// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Two documents beside each other, per 10,000 words: "once" says little of a document of unknown length.
//!
//! In: rows of two documents. Out: counts, rates and the ratio of the rates with its interval
//! (`kapstok_read::compare`). Invariant: both are counted by one rule; where two recipes counted, it is said, and only what
//! both know stands here.

use std::collections::BTreeMap;

use kapstok_read::compare::{Difference, difference};
use kapstok_read::row::{DocumentRows, Named, StatementRow};

/// What two documents have of the same things.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside<'a> {
    /// Whether one recipe read both; else words and domains are not of one list.
    pub one_recipe: bool,
    /// What sentences do: each by its key in `text/`, without `documents-beside-`.
    pub sentences: Vec<(&'static str, Difference)>,
    /// Words of the lexicon.
    pub words: Vec<(&'a Named, Difference)>,
    /// Sentences about a domain.
    pub domains: Vec<(&'a Named, Difference)>,
}

/// Lays one beside the other.
pub fn beside<'a>(one: &'a DocumentRows, other: &'a DocumentRows) -> Beside<'a> {
    let one_recipe = one.document.recipe_sha256 == other.document.recipe_sha256;
    let sides = [one, other];
    let n_words = sides.map(|rows| rows.document.words[0]);
    let of_sentences = |key: &'static str, is_so: fn(&StatementRow) -> usize| {
        let counts = sides.map(|rows| rows.statements.iter().map(is_so).sum());
        (key, difference(key, counts, n_words))
    };
    let by = |names: fn(&DocumentRows) -> &[Named], counts: fn(&DocumentRows) -> BTreeMap<&str, usize>| {
        let known = sides.map(counts);
        let mut named: Vec<&'a Named> = names(one).iter().collect();
        let is_in = |name: &Named, rows| names(rows).iter().any(|known| known.id == name.id);
        match one_recipe {
            true => named.extend(names(other).iter().filter(|name| !is_in(name, one))),
            // A word that only one recipe knows was not looked for in the other document: its 0 says nothing.
            false => named.retain(|name| is_in(name, other)),
        }
        let line = |name: &'a Named| {
            let counts = [0, 1].map(|side: usize| known[side].get(name.id.as_str()).copied().unwrap_or(0));
            (counts != [0, 0]).then(|| (name, difference(&name.id, counts, n_words)))
        };
        named.into_iter().filter_map(line).collect::<Vec<_>>()
    };
    Beside {
        one_recipe,
        sentences: vec![
            of_sentences("area", |it| usize::from(!it.areas.is_empty())),
            of_sentences("firm", |it| strength(it, "firm")),
            of_sentences("soft", |it| strength(it, "soft")),
            of_sentences("targets", |it| it.targets.iter().filter(|target| target.is_aim()).count()),
            of_sentences("money", |it| it.money.iter().filter(|amount| amount.role == "money").count()),
        ],
        words: by(|rows| &rows.document.keys, hits),
        domains: by(|rows| &rows.document.domains, sentences_of_domains),
    }
}

fn strength(statement: &StatementRow, strength: &str) -> usize {
    usize::from(statement.commitment.as_ref().is_some_and(|commitment| commitment.strength == strength))
}

fn hits(rows: &DocumentRows) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for mention in rows.mentions.iter().filter(|mention| mention.outcome == "hit") {
        *counts.entry(mention.key.as_str()).or_default() += 1;
    }
    counts
}

fn sentences_of_domains(rows: &DocumentRows) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for statement in &rows.statements {
        let mut domains: Vec<&str> = statement.domains.iter().map(|domain| domain.id.as_str()).collect();
        domains.sort_unstable();
        domains.dedup();
        domains.into_iter().for_each(|domain| *counts.entry(domain).or_default() += 1);
    }
    counts
}
