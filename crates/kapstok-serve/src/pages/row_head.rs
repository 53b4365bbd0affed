// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The title of a column of rows that a person can sort, shown by `templates/row-heads.html`.
//!
//! In: words, an address. Out: [`Head`]. Not here: the order itself.

/// A title of a column, which sorts.
pub(super) struct Head {
    pub(super) text: String,
    /// The same rows in the order of this column; none where they cannot be sorted by it, or by nobody.
    pub(super) href: Option<String>,
    /// `ascending`, `descending` or empty.
    pub(super) sorted: &'static str,
    pub(super) is_number: bool,
    /// Orders that the script of plain files can make.
    pub(super) orders: &'static str,
}
