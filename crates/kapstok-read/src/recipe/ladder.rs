// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which words tie money to a statement: `[ladder]` of a recipe.
//!
//! In: the table as it is written. Out: [`LadderRule`]. Not here: what an amount is, and which rung it stands on.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use super::lint::{Lint, patterns};
use crate::pattern::Pattern;
use crate::text::folded;

/// `[ladder]` as it is written.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Written {
    #[serde(default)]
    points_back: Vec<Spanned<String>>,
    #[serde(default)]
    plain: Vec<Spanned<String>>,
    #[serde(default)]
    policies: Vec<WrittenPolicy>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPolicy {
    id: Spanned<String>,
    words: Spanned<Vec<Spanned<String>>>,
    #[serde(default)]
    rows: Vec<Spanned<String>>,
}

/// What ties money to a statement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LadderRule {
    /// A sentence with these words is about what the sentence before it is about.
    pub points_back: Vec<Pattern>,
    /// Words, in small letters, that two texts may share without being about the same.
    pub plain: BTreeSet<String>,
    /// Policies that a text may be about.
    pub policies: Vec<Policy>,
}

/// A policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Its name in the recipe.
    pub id: String,
    /// A sentence or heading with these is about it.
    pub words: Vec<Pattern>,
    /// Labels of the rows of a budget that pay for it, beside those with its words.
    pub rows: Vec<Pattern>,
}

pub(super) fn compile(written: &Written, common: &[Spanned<String>], lints: &mut Vec<Lint>) -> LadderRule {
    let mut policies: Vec<Policy> = Vec::new();
    for policy in &written.policies {
        let id = policy.id.get_ref();
        if policies.iter().any(|known| known.id == *id) {
            lints.push(Lint::new("K0819", Some(policy.id.span()), id));
        }
        if id.is_empty() || policy.words.get_ref().is_empty() {
            lints.push(Lint::new("K0818", Some(policy.words.span()), id));
        }
        let (words, rows) = (patterns(policy.words.get_ref(), lints), patterns(&policy.rows, lints));
        policies.push(Policy { id: id.clone(), words, rows });
    }
    let plain = written.plain.iter().chain(common).map(|word| folded(word.get_ref())).collect();
    LadderRule { points_back: patterns(&written.points_back, lints), plain, policies }
}
