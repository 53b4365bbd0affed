// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How much one foreign document may cost: counted while it is read, never taken from what it declares.
//!
//! Not here: time and memory of the whole, which only a process of its own can bound (the app's part).

use crate::error::ReadError;

/// Upper bounds for one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Pages.
    pub pages: usize,
    /// Signs and other drawings on all pages together: what stands in for time.
    pub steps: usize,
    /// Bytes that come out of all packed parts together.
    pub unpacked_bytes: usize,
    /// Bytes of text, all pages together.
    pub text_bytes: usize,
    /// Lines, or paragraphs of a file without lines, all pages together.
    pub lines: usize,
    /// Rows times columns of tables that the file says are tables, all together: an empty cell is one too.
    pub cells: usize,
}

impl Default for Limits {
    /// A budget memorandum of a thousand pages passes; a hostile file is stopped within seconds.
    fn default() -> Self {
        Self {
            bytes: 128 << 20,
            pages: 3_000,
            steps: 20_000_000,
            unpacked_bytes: 256 << 20,
            text_bytes: 32 << 20,
            lines: 300_000,
            cells: 500_000,
        }
    }
}

/// `Err` when `n` lies above `limit`.
pub(crate) fn check(what: &'static str, n: usize, limit: usize) -> Result<(), ReadError> {
    if n > limit { Err(ReadError::TooLarge { what, limit }) } else { Ok(()) }
}
