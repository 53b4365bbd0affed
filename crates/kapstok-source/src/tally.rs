// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Problems of many rows, as few lines: the first ones of a kind as they are, the rest counted.

use std::collections::BTreeMap;

use kapstok_table::Problem;

/// How many problems of one kind and column are told one by one.
pub(crate) const EXAMPLES: usize = 5;

/// Problems by kind and column.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    problems: Vec<Problem>,
    seen: BTreeMap<(&'static str, String), Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    n_told: usize,
    last: usize,
}

impl Tally {
    /// Tells the problem, or counts it with the last of its kind and column once `most` were told.
    pub(crate) fn add(&mut self, code: &'static str, column: &str, most: usize, problem: impl FnOnce() -> Problem) {
        let seen = match self.seen.get_mut(&(code, column.to_owned()) as &(&'static str, String)) {
            Some(seen) => seen,
            None => self.seen.entry((code, column.to_owned())).or_default(),
        };
        if seen.n_told < most {
            seen.n_told += 1;
            seen.last = self.problems.len();
            self.problems.push(problem());
        } else if let Some(last) = self.problems.get_mut(seen.last) {
            last.count += 1;
        }
    }

    /// Adds a problem that is told whatever was told before.
    pub(crate) fn push(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// All problems, sorted and folded.
    pub(crate) fn finish(self) -> Vec<Problem> {
        Problem::fold(self.problems)
    }
}
