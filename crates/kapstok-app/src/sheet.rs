// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Text in cells of CSV files that spreadsheets open.
//!
//! In: text of foreign documents and tables. Out: the same, or with an apostrophe before it where a spreadsheet would
//! take it for a formula. Invariant: every column of text goes through here, names of areas and headings too. Not here:
//! numbers of our own, which may begin with a minus.

/// Text that no spreadsheet takes for a formula.
pub(crate) fn as_text(text: &str) -> String {
    let begins = text.trim_start_matches([' ', '\u{a0}']);
    let is_formula = begins.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::as_text;

    #[test]
    fn no_text_of_a_document_becomes_a_formula() {
        let cases = [
            ("=SUM(A1)", "'=SUM(A1)"),
            (" =1", "' =1"),
            ("-5 %", "'-5 %"),
            ("@cmd", "'@cmd"),
            ("1 = 1", "1 = 1"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(as_text(text), expected);
        }
    }
}
