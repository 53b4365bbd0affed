// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Names of statements that last: a decision on a statement survives another recipe and another reader.
//!
//! In: the document, what kind of text it is, its words, and which of equal ones. Out: a name of 24 hexadecimal digits.

use sha2::{Digest, Sha256};

/// The name of a text.
///
/// * `document`: SHA-256 of the file.
/// * `kind`: `sentence`, `heading` and the like.
/// * `nth`: which of the texts with these words, from 0.
pub fn key(document: &str, kind: &str, quote: &str, nth: usize) -> String {
    let mut hash = Sha256::new();
    for part in [document, kind, quote, &nth.to_string()] {
        // Lengths part the parts: no two lists of them give the same bytes.
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    crate::file::hex(&hash.finalize()[..12])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_and_no_other_text_has_it() {
        let one = key("ab", "sentence", "We bouwen.", 0);
        assert_eq!(one, key("ab", "sentence", "We bouwen.", 0));
        assert_eq!(one.len(), 24);
        for other in [
            key("ac", "sentence", "We bouwen.", 0),
            key("ab", "heading", "We bouwen.", 0),
            key("ab", "sentence", "We bouwen!", 0),
            key("ab", "sentence", "We bouwen.", 1),
            key("absentence", "", "We bouwen.", 0),
        ] {
            assert_ne!(one, other);
        }
    }
}
