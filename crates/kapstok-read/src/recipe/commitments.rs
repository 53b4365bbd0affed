// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The table `[commitments]`: words that bind, firmly or as a wish, and who may be bound.
//!
//! In: what the recipe writes. Out: [`Commitments`]. Not here: how they are weighed (`commitment.rs`).

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::lint::{Lint, patterns};
use crate::pattern::Pattern;

type List = Vec<Spanned<String>>;

/// As it is written.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Written {
    actors: BTreeMap<String, List>,
    firm: List,
    soft: List,
    passive: List,
    except: List,
    never: List,
}

/// Words that bind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Commitments {
    /// Names of actors, each with its words.
    pub actors: Vec<(String, Pattern)>,
    /// What will be done.
    pub firm: Vec<Pattern>,
    /// What will be done by somebody who is not named.
    pub passive: Vec<Pattern>,
    /// What is wished, aimed at, or looked at.
    pub soft: Vec<Pattern>,
    /// Words in which nothing else binds: `we` behind `omdat`.
    pub except: Vec<Pattern>,
    /// What never binds, whatever else stands in the sentence.
    pub never: Vec<Pattern>,
}

impl Written {
    pub(super) fn compile(&self, lints: &mut Vec<Lint>) -> Commitments {
        let mut actors = Vec::new();
        for (name, words) in &self.actors {
            actors.extend(patterns(words, lints).into_iter().map(|word| (name.clone(), word)));
        }
        Commitments {
            actors,
            firm: patterns(&self.firm, lints),
            soft: patterns(&self.soft, lints),
            passive: patterns(&self.passive, lints),
            except: patterns(&self.except, lints),
            never: patterns(&self.never, lints),
        }
    }
}
