// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is wrong with a file of decisions: all of it at once, each with its row and column.
//!
//! Sentence, hint and explanation of a code stand in the text files of the app.

/// A doubt about a file of decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its code; what they mean stands with the makers below.
    pub code: &'static str,
    /// What became of the row.
    pub weight: Weight,
    /// Row of the file, from 1, titles counted; `None` where it is about the whole file.
    pub row: Option<usize>,
    /// Title of the column.
    pub column: Option<String>,
    /// Facts by name, for the places in the sentence.
    pub facts: Vec<(&'static str, String)>,
}

/// What a doubt does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The row counts; this is told.
    Told,
    /// The row, or the file where there is no row, counts for nothing.
    Refused,
}

impl Problem {
    fn new(code: &'static str, weight: Weight, row: Option<usize>, column: Option<&str>) -> Self {
        Self { code, weight, row, column: column.map(str::to_owned), facts: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }

    /// K0860: a row that cannot be taken apart.
    pub(super) fn unreadable(row: usize, found: impl ToString) -> Self {
        Self::new("K0860", Weight::Refused, Some(row), None).with("found", found)
    }

    /// K0861: a column that is needed is not there, or there twice.
    pub(super) fn column(title: &str, case: &'static str) -> Self {
        Self::new("K0861", Weight::Refused, None, Some(title)).with("title", title).with("case", case)
    }

    /// K0862: a column that is not known was not read.
    pub(super) fn extra(title: &str) -> Self {
        Self::new("K0862", Weight::Told, None, Some(title)).with("title", title)
    }

    /// K0863: a key that no statement has.
    pub(super) fn unknown(row: usize, key: &str) -> Self {
        Self::new("K0863", Weight::Refused, Some(row), Some("key")).with("found", format!("k{key}"))
    }

    /// K0864: a quote that is not word for word what stands there.
    pub(super) fn quote(row: usize, found: &str, expected: &str) -> Self {
        Self::new("K0864", Weight::Refused, Some(row), Some("quote")).with("found", found).with("expected", expected)
    }

    /// K0865: the same reader decided twice; this row, the later one, holds.
    pub(super) fn twice(row: usize, earlier: usize, reader: &str) -> Self {
        Self::new("K0865", Weight::Told, Some(row), Some("key")).with("earlier", earlier).with("reader", reader)
    }

    /// K0866: a value that cannot stand in its column.
    pub(super) fn value(row: usize, column: &str, found: &str, allowed: &str) -> Self {
        let case = if allowed.is_empty() { "free" } else { "one-of" };
        Self::new("K0866", Weight::Refused, Some(row), Some(column))
            .with("found", found)
            .with("allowed", allowed)
            .with("case", case)
    }

    /// K0867: a decision without what it needs, or with what does not go with it.
    pub(super) fn incomplete(row: usize, column: &str, case: &'static str) -> Self {
        Self::new("K0867", Weight::Refused, Some(row), Some(column)).with("case", case)
    }

    /// K0868: what the rules proposed was changed in its own column.
    pub(super) fn proposal_changed(row: usize) -> Self {
        Self::new("K0868", Weight::Refused, Some(row), Some("seal"))
    }

    /// K0869: a row of another document.
    pub(super) fn other_document(row: usize, found: &str) -> Self {
        Self::new("K0869", Weight::Refused, Some(row), Some("document")).with("found", found)
    }
}
