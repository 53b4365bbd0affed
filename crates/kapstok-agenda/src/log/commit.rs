// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A commitment to words: enough to prove later that these were the words, too little to find them.

use sha2::{Digest, Sha256};

use super::{Hash, hex, unhex};

/// Sixteen bytes that nobody can guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Salt(pub [u8; 16]);

impl Salt {
    /// As 32 hexadecimal signs.
    pub(super) fn text(self) -> String {
        hex(&self.0)
    }

    /// Reads 32 hexadecimal signs in lower case.
    pub(super) fn parse(text: &str) -> Option<Self> {
        unhex(text).map(Self)
    }

    /// The commitment to the words of a field.
    pub(super) fn commit(self, field: &str, words: &str) -> Hash {
        let mut hash = Sha256::new();
        hash.update(b"kapstok agenda text 1\0");
        hash.update(self.0);
        hash.update((field.len() as u64).to_be_bytes());
        hash.update(field.as_bytes());
        hash.update(words.as_bytes());
        Hash(hash.finalize().into())
    }
}
