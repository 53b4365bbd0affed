// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Where a page of features begins.
//!
//! In: the code of the first area of a page, and the filters. Out: a word for an address, and back. Invariant: a cursor
//! fits the filters that it was made with and no others; it survives a new build, for it names an area and no place.

use crate::headers::Fnv;
use crate::problem::Problem;

/// What a page is a page of: the level and its filters, in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Selection(u64);

impl Selection {
    /// Of a level and filters, absent ones too.
    pub(super) fn of(level: &str, filters: &[Option<&str>]) -> Self {
        let mut hash = Fnv::default();
        hash.add(level.as_bytes());
        for filter in filters {
            hash.add(&[u8::from(filter.is_some())]);
            hash.add(filter.unwrap_or_default().as_bytes());
        }
        Self(hash.0)
    }

    /// A word for the page that begins with an area.
    pub(super) fn cursor(self, code: &str) -> String {
        let code: String = code.bytes().map(|byte| format!("{byte:02x}")).collect();
        format!("{:016x}{code}", self.0)
    }

    /// The code of the area with which a page begins.
    ///
    /// # Errors
    /// A word that is no cursor, or one of another selection.
    pub(super) fn read(self, cursor: &str) -> Result<String, Problem> {
        let hint = "follow the link `next` of a page; with other filters begin without a cursor";
        let wrong = || Problem::bad_value("cursor", cursor, hint);
        let is_ours = cursor.bytes().all(|byte| byte.is_ascii_hexdigit()) && cursor.len().is_multiple_of(2);
        if !is_ours || cursor.len() < 16 {
            return Err(wrong());
        }
        let (selection, code) = cursor.split_at(16);
        if u64::from_str_radix(selection, 16).ok() != Some(self.0) {
            return Err(wrong());
        }
        let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
        let bytes: Option<Vec<u8>> = code.as_bytes().chunks(2).map(byte).collect();
        bytes.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::Selection;

    #[test]
    fn a_cursor_leads_back_to_its_area_and_only_with_its_own_filters() {
        let selection = Selection::of("district", &[Some("1,2,3,4"), None]);
        assert_eq!(selection.read(&selection.cursor("WK036301")).as_deref(), Ok("WK036301"));
        let others =
            [Selection::of("district", &[None, Some("1,2,3,4")]), Selection::of("district", &[Some(""), None])];
        for other in others {
            assert!(other.read(&selection.cursor("WK036301")).is_err());
        }
        let whole = selection.cursor("a");
        let cut = &whole[..whole.len() - 1];
        for wrong in
            ["", "é", "zz", "0000000000000000", cut, &format!("{whole}f"), &format!("{whole}+1"), &format!("{whole}ff")]
        {
            assert!(selection.read(wrong).is_err(), "{wrong}");
        }
    }
}
