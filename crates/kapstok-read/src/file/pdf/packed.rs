// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A PDF before anything else reads it: how much its packed streams unpack to, and how deep its brackets lie.
//!
//! Invariant: what is unpacked here is thrown away as it comes, so that a bomb costs time up to the bound and no memory.
//! Not seen here: streams of an encrypted file, and brackets in what says that it is a picture; only a process of its own
//! bounds those.

use std::io::Read;

use crate::error::ReadError;
use crate::limits::{Limits, check};

/// How far before its data a stream's dictionary is looked for.
const DICTIONARY: usize = 2_048;
/// How deep brackets may lie. Files nest a few dozen; bytes of fonts may look like some hundreds.
const MAX_DEPTH: usize = 5_000;

/// Pictures may unpack to so many times as much as all else.
const PICTURES: usize = 4;
/// Steps of a stream, whatever is in it.
const STREAM: usize = 20;

/// Brackets that are open.
#[derive(Default)]
struct Brackets {
    open: usize,
    last: u8,
}

impl Brackets {
    fn read(&mut self, bytes: &[u8]) -> Result<(), ReadError> {
        for byte in bytes {
            let pair = self.last == *byte;
            self.last = *byte;
            match byte {
                b'[' | b'(' => self.open += 1,
                b']' | b')' => self.open = self.open.saturating_sub(1),
                b'<' if pair => (self.open, self.last) = (self.open + 1, 0),
                b'>' if pair => (self.open, self.last) = (self.open.saturating_sub(1), 0),
                _ => continue,
            }
            check("depth", self.open, MAX_DEPTH)?;
        }
        Ok(())
    }
}

/// Counts a whole file.
pub(super) fn check_streams(bytes: &[u8], limits: &Limits) -> Result<(), ReadError> {
    let (mut at, mut read, mut total, mut pictures, mut n_packed) = (0, 0, 0, 0, 0);
    let mut brackets = Brackets::default();
    let mut sink = vec![0; 64 << 10];
    while let Some(found) = find(bytes, at, b"stream") {
        let behind = std::mem::replace(&mut at, found + 6);
        if bytes[..found].ends_with(b"end") {
            continue;
        }
        let data = match bytes.get(at..) {
            Some([b'\r', b'\n', ..]) => at + 2,
            Some([b'\n' | b'\r', ..]) => at + 1,
            _ => continue,
        };
        // The dictionary stands behind the stream before it.
        let before = &bytes[found.saturating_sub(DICTIONARY).max(behind.min(found))..found];
        let start = before.windows(4).rposition(|four| four == b" obj").unwrap_or(0);
        let dictionary = &before[start..];
        let n_flate = count(dictionary, b"FlateDecode");
        if n_flate + count(dictionary, b"LZWDecode") > 1 {
            return Err(ReadError::Damaged { found: "a stream packed twice".to_owned() });
        }
        let is_picture = count(dictionary, b"/Image") > 0;
        if n_flate == 0 && !is_picture {
            continue;
        }
        n_packed += 1;
        check("steps", n_packed * STREAM, limits.steps)?;
        brackets.read(&bytes[read..data])?;
        if n_flate == 0 {
            at = find(bytes, data, b"endstream").unwrap_or(bytes.len());
        } else {
            let mut inner = Brackets::default();
            // Pictures are never unpacked for reading. They have a bound of their own all the same: what says that it
            // is one may be used as something else.
            let (total, limit) = match is_picture {
                true => (&mut pictures, limits.unpacked_bytes.saturating_mul(PICTURES)),
                false => (&mut total, limits.unpacked_bytes),
            };
            let mut unpacked = flate2::bufread::ZlibDecoder::new(&bytes[data..]);
            while let Ok(n @ 1..) = unpacked.read(&mut sink) {
                *total += n;
                check("unpacked-bytes", *total, limit)?;
                if !is_picture {
                    inner.read(&sink[..n])?;
                }
            }
            let end = usize::try_from(unpacked.total_in()).unwrap_or(0);
            at = data.saturating_add(end).min(bytes.len());
        }
        read = at;
    }
    brackets.read(&bytes[read..])
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
