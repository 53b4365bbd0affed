// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Names of columns and properties, each once.
//!
//! In: names that are taken, and names that somebody chose. Out: the same names, with `_` behind those that are taken.
//! Invariant: no two are the same, in upper or lower case: an indicator may be called as a column that every file has,
//! and SQL and many readers see no difference between `Area` and `area`.

use std::collections::BTreeSet;

/// Names that are taken.
#[derive(Clone, Debug, Default)]
pub struct FieldNames(BTreeSet<String>);

impl FieldNames {
    /// A name that was free until now, and is taken from now on.
    pub fn take(&mut self, name: &str) -> String {
        self.take_with(name, &[])
    }

    /// The same, of a name that has others with it: they are free with each of these endings too.
    pub fn take_with(&mut self, name: &str, endings: &[&str]) -> String {
        let mut name = name.to_owned();
        let key = |name: &str, ending: &str| format!("{name}{ending}").to_lowercase();
        let all: Vec<&str> = std::iter::once("").chain(endings.iter().copied()).collect();
        while all.iter().any(|ending| self.0.contains(&key(&name, ending))) {
            name.push('_');
        }
        self.0.extend(all.iter().map(|ending| key(&name, ending)));
        name
    }
}

#[cfg(test)]
mod tests {
    use super::FieldNames;

    #[test]
    fn a_name_that_is_taken_gets_a_line_behind_it_and_case_makes_no_other_name() {
        let mut names = FieldNames::default();
        assert_eq!(
            ["area", "Area", "area", "share"].map(|name| names.take(name)),
            ["area", "Area_", "area__", "share"]
        );
        // `x` and `x_state` go together: what is called `x_state` itself is another pair.
        assert_eq!(names.take_with("x_state", &["_state"]), "x_state");
        assert_eq!(names.take_with("x", &["_state"]), "x_");
    }
}
