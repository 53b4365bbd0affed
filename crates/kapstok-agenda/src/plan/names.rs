// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What people call an area, a domain or an indicator, and its code.
//!
//! In: pairs of a name and a code. Out: the code that a text means. Invariant: a name that two have means neither.

use std::collections::BTreeMap;

use super::fold::fold;

/// Codes by what people call them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    by_key: BTreeMap<String, Option<String>>,
}

impl Names {
    /// Names and codes; a code is also its own name.
    pub fn new<Name: AsRef<str>, Code: AsRef<str>>(names: impl IntoIterator<Item = (Name, Code)>) -> Self {
        let mut known = Self::default();
        for (name, code) in names {
            known.add(name.as_ref(), code.as_ref());
            known.add(code.as_ref(), code.as_ref());
        }
        known
    }

    fn add(&mut self, name: &str, code: &str) {
        let is_other = |known: &mut Option<String>| {
            if known.as_deref() != Some(code) {
                *known = None;
            }
        };
        self.by_key.entry(fold(name)).and_modify(is_other).or_insert_with(|| Some(code.to_owned()));
    }

    /// The code that a text means, `Noord (WK990101)` included.
    pub fn get(&self, text: &str) -> Option<&str> {
        let by_key = |text: &str| self.by_key.get(&fold(text))?.as_deref();
        by_key(text).or_else(|| {
            let (name, code) = text.strip_suffix(')')?.rsplit_once('(')?;
            by_key(code).or_else(|| by_key(name))
        })
    }
}
