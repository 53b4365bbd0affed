// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Packed streams of a PDF, counted before anything else unpacks them.
//!
//! Invariant: what is unpacked here is thrown away as it comes, so that a bomb costs time up to the bound and no
//! memory. Not seen here: streams of an encrypted file; only a process of its own bounds those.

use std::io::Read;

use crate::error::ReadError;
use crate::limits::{Limits, check};

/// How far before its data a stream's dictionary is looked for.
const DICTIONARY: usize = 2_048;

pub(super) fn check_streams(bytes: &[u8], limits: &Limits) -> Result<(), ReadError> {
    let (mut at, mut total) = (0, 0);
    let mut sink = vec![0; 64 << 10];
    while let Some(found) = find(bytes, at, b"stream") {
        at = found + 6;
        if bytes[..found].ends_with(b"end") {
            continue;
        }
        let data = match bytes.get(at..) {
            Some([b'\r', b'\n', ..]) => at + 2,
            Some([b'\n' | b'\r', ..]) => at + 1,
            _ => continue,
        };
        let before = &bytes[found.saturating_sub(DICTIONARY)..found];
        let start = before.windows(4).rposition(|four| four == b" obj").unwrap_or(0);
        let dictionary = &before[start..];
        let n_packed = count(dictionary, b"FlateDecode") + count(dictionary, b"LZWDecode");
        if n_packed > 1 {
            return Err(ReadError::Damaged { found: "a stream packed twice".to_owned() });
        }
        if n_packed == 0 || count(dictionary, b"FlateDecode") == 0 {
            continue;
        }
        let mut unpacked = flate2::bufread::ZlibDecoder::new(&bytes[data..]);
        while let Ok(n @ 1..) = unpacked.read(&mut sink) {
            total += n;
            check("unpacked-bytes", total, limits.unpacked_bytes)?;
        }
        let end = usize::try_from(unpacked.total_in()).unwrap_or(0);
        at = data.saturating_add(end).min(bytes.len());
    }
    Ok(())
}

fn find(bytes: &[u8], from: usize, word: &[u8]) -> Option<usize> {
    let (first, rest) = (word.first()?, bytes.get(from..)?);
    let mut at = 0;
    while let Some(next) = rest.get(at..)?.iter().position(|byte| byte == first) {
        if rest[at + next..].starts_with(word) {
            return Some(from + at + next);
        }
        at += next + 1;
    }
    None
}

fn count(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|found| *found == word).count()
}
