// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **The log**: one line of canonical JSON per event, each with the hash of the line before.
//!
//! In: the bytes of `agenda/log.jsonl`. Out: events in their order and the [`Head`], or what is wrong and where. In: events
//! and salts. Out: the bytes to append. Invariant: a line is accepted only if it is, to the byte, the line that we would
//! write; so one changed byte of an event is found without anything from outside, and a cut or rewritten chain against a head hash that
//! was kept elsewhere. Not here: files and locks.
//!
//! ```text
//! {"body":{"day":"2024-03-18","event":"set","fields":{"area":"WK990101","side":"burden"},"id":"b1","part":[1,1],
//!   "prev":"9f…","recorded":"2024-03-18T09:30:00Z","seq":2,"texts":{"by":"c0…","name":"51…"}},
//!  "hash":"77…","open":{"by":["5e…","secretary"],"name":["a1…","Problematische schulden"]}}
//! ```
//!
//! Words of people are not in the body: there stands a commitment, the SHA-256 of a salt and the words. Salt and words
//! stand in `open`, which the chain does not cover. To take words out, salt and words are deleted and a `redacted` event
//! says so: the chain still holds, and nobody can try out which words stood there.

mod commit;
mod line;
mod redact;
mod verify;
mod wire;

pub use commit::Salt;
pub use line::{FORMAT, Position};
pub use redact::{RedactError, redact};
pub use verify::{Damage, Head, LogError, Tail, read};

use crate::event::Event;

/// The hash before the first line: of the name of this form.
pub fn beginning() -> Hash {
    Hash::of(b"kapstok agenda log 1")
}

/// A SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        use sha2::Digest;
        Self(sha2::Sha256::digest(bytes).into())
    }

    /// Reads 64 hexadecimal signs in lower case.
    pub fn parse(text: &str) -> Option<Self> {
        unhex(text).map(Self)
    }
}

impl std::fmt::Display for Hash {
    fn fmt(&self, form: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        form.write_str(&hex(&self.0))
    }
}

/// Bytes as hexadecimal signs.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const SIGNS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(SIGNS[usize::from(byte >> 4)]);
        text.push(SIGNS[usize::from(byte & 15)]);
    }
    text
}

/// What each byte is worth as a hexadecimal sign in lower case; more than 15 where it is none.
const DIGITS: [u8; 256] = {
    let mut digits = [u8::MAX; 256];
    let mut worth = 0;
    while worth < 16 {
        digits[b"0123456789abcdef"[worth] as usize] = worth as u8;
        worth += 1;
    }
    digits
};

/// Bytes of exactly so many hexadecimal signs in lower case.
fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        let (high, low) = (DIGITS[usize::from(*high)], DIGITS[usize::from(*low)]);
        if (high | low) > 15 {
            return None;
        }
        *byte = high << 4 | low;
    }
    Some(bytes)
}

/// Writes events as the lines that follow a position: all of them are one act, and count only together.
///
/// * `after`: where the log stands; [`Position::start`] for an empty one.
/// * `salt`: draws 16 bytes that nobody can guess, for each text.
/// * Returns the bytes to append, and where the log stands then.
pub fn append(events: &[Event], after: Position, salt: &mut dyn FnMut() -> Salt) -> (Vec<u8>, Position) {
    let mut bytes = Vec::new();
    let (mut position, of) = (after, events.len() as u64);
    for (part, event) in (1..).zip(events) {
        position = line::write(event, position, (part, of), salt, &mut bytes);
    }
    (bytes, position)
}
