// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Bytes of a text file to text: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252.

use std::borrow::Cow;

use kapstok_table::{Place, Problem};

/// The text, and what a user should know of how it was read. `Err` when it is no text at all.
pub(crate) fn decode<'a>(file: &str, bytes: &'a [u8]) -> Result<(Cow<'a, str>, Vec<Problem>), Box<Problem>> {
    let note = |found: &str| vec![Problem::note("K0305", Place::file(file)).with("found", found)];
    if let Some((encoding, n_mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, had_errors) = encoding.decode_without_bom_handling(&bytes[n_mark..]);
        return match (encoding == encoding_rs::UTF_8, had_errors) {
            // A mark that promises UTF-8 and does not keep it: some programs put it before anything.
            (true, true) => Ok((windows_1252(file, &bytes[n_mark..])?, note("windows-1252"))),
            (true, false) => no_nul(file, &text).map(|()| (text.clone(), Vec::new())),
            (false, true) => Err(Box::new(Problem::error("K0306", Place::file(file)).with("found", encoding.name()))),
            (false, false) => no_nul(file, &text).map(|()| (text.clone(), note(encoding.name()))),
        };
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => no_nul(file, text).map(|()| (Cow::Borrowed(text), Vec::new())),
        Err(_) => Ok((windows_1252(file, bytes)?, note("windows-1252"))),
    }
}

fn windows_1252<'a>(file: &str, bytes: &[u8]) -> Result<Cow<'a, str>, Box<Problem>> {
    // In parts: one call for the whole reserves three times its size. Each byte is a sign of its own.
    let mut text = String::with_capacity(bytes.len());
    for part in bytes.chunks(64 << 10) {
        text.push_str(&encoding_rs::WINDOWS_1252.decode_without_bom_handling(part).0);
    }
    no_nul(file, &text).map(|()| Cow::Owned(text))
}

/// A NUL stands in no published table: the file is something else, or broken.
fn no_nul(file: &str, text: &str) -> Result<(), Box<Problem>> {
    match text.find('\0') {
        None => Ok(()),
        Some(at) => {
            let row = text[..at].bytes().filter(|byte| *byte == b'\n').count() + 1;
            let row = u32::try_from(row).ok();
            Err(Box::new(Problem::error("K0306", Place { row, ..Place::file(file) }).with("found", "NUL")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_decoded_and_what_is_not_utf8_is_named() {
        type Case<'a> = (&'a [u8], Option<(&'a str, Option<&'a str>)>);
        let cases: [Case<'_>; 8] = [
            (b"a,b", Some(("a,b", None))),
            (b"\xef\xbb\xbfa,b", Some(("a,b", None))),
            ("Fryslân".as_bytes(), Some(("Fryslân", None))),
            (b"Frysl\xe2n", Some(("Fryslân", Some("windows-1252")))),
            (b"\xef\xbb\xbfFrysl\xe2n", Some(("Fryslân", Some("windows-1252")))),
            (b"\xff\xfea\0;\0b\0", Some(("a;b", Some("UTF-16LE")))),
            (b"a\0b", None),
            (b"\xff\xfea\0;", None), // Half a sign at the end.
        ];
        for (bytes, expected) in cases {
            let found = decode("a.csv", bytes).ok();
            let found =
                found.as_ref().map(|(text, notes)| (text.as_ref(), notes.first().and_then(|note| note.fact("found"))));
            assert_eq!(found, expected, "{bytes:?}");
        }
    }
}
