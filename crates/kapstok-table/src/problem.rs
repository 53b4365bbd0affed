// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A problem found in what a user gave: a code, a place, and the facts.
//!
//! The sentence, its hint and its explanation stand in `text/nl.ftl` and `text/en.ftl` under the code;
//! the facts fill its places. Loading gives `(what was read, Vec<Problem>)`: the caller decides what is fatal.

use std::ops::Range;

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing was lost; the reader should know it.
    Note,
    /// The result stands, with a doubt that is shown beside it.
    Warning,
    /// What it points at was not used.
    Error,
}

/// Where a problem is. Every part is optional but the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// Name of the file as the user knows it.
    pub file: String,
    /// Bytes of a text file, for the caret.
    pub span: Option<Range<usize>>,
    /// Sheet, layer or table inside the file.
    pub sheet: Option<String>,
    /// Row of the file or sheet, from 1, headers included.
    pub row: Option<u32>,
    /// Title of the column.
    pub column: Option<String>,
}

impl Place {
    /// A whole file.
    pub fn file(name: &str) -> Self {
        Self { file: name.to_owned(), ..Self::default() }
    }

    /// File, then bytes, then sheet, row and column: the order of a report.
    fn order(&self, other: &Self) -> std::cmp::Ordering {
        let key = |place: &Self| (place.span.as_ref().map(|span| span.start), place.row);
        (&self.file, &self.sheet)
            .cmp(&(&other.file, &other.sheet))
            .then_with(|| key(self).cmp(&key(other)))
            .then_with(|| self.column.cmp(&other.column))
    }

    /// Bytes of a text file.
    pub fn span(name: &str, span: Range<usize>) -> Self {
        Self { file: name.to_owned(), span: Some(span), ..Self::default() }
    }
}

/// One problem. Equal problems are one problem with a higher `count`, so that a bad column of 14,000
/// rows is a line and not a flood; the place is the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// `K` and four digits; `kapstok explain` tells its story.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where it is (the first of them).
    pub place: Place,
    /// Facts by name, for the places in the sentence.
    pub facts: Vec<(&'static str, String)>,
    /// How often it was seen.
    pub count: usize,
}

impl Problem {
    /// An error at a place.
    pub fn error(code: &'static str, place: Place) -> Self {
        Self { code, severity: Severity::Error, place, facts: Vec::new(), count: 1 }
    }

    /// A warning at a place.
    pub fn warning(code: &'static str, place: Place) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, place) }
    }

    /// A note at a place.
    pub fn note(code: &'static str, place: Place) -> Self {
        Self { severity: Severity::Note, ..Self::error(code, place) }
    }

    /// Adds a fact: `found`, `expected`, `nearest` and so on.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }

    /// A fact by name.
    pub fn fact(&self, name: &str) -> Option<&str> {
        self.facts.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// Sorts by place and code, and folds problems that differ in nothing but their row.
    #[must_use]
    pub fn fold(mut problems: Vec<Self>) -> Vec<Self> {
        problems.sort_by(|left, right| left.place.order(&right.place).then_with(|| left.code.cmp(right.code)));
        let mut folded: Vec<Self> = Vec::new();
        let mut position_of = std::collections::BTreeMap::new();
        for problem in problems {
            let place = &problem.place;
            let span = place.span.as_ref().map(|span| (span.start, span.end));
            let key = (
                (place.file.clone(), place.sheet.clone(), place.column.clone(), span),
                (problem.code, problem.facts.clone()),
            );
            match position_of.entry(key) {
                std::collections::btree_map::Entry::Occupied(entry) => {
                    let known: &mut Self = &mut folded[*entry.get()];
                    known.count += problem.count;
                }
                std::collections::btree_map::Entry::Vacant(entry) => {
                    entry.insert(folded.len());
                    folded.push(problem);
                }
            }
        }
        folded
    }
}
