// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Bytes that are the same for everybody: made once, packed once.
//!
//! In: bytes. Out: the same with their tag, and with gzip when somebody asks for it. Invariant: the tag is of the
//! content, so that equal tags are equal bytes, in any build.

use std::io::Write;
use std::sync::OnceLock;

use axum::body::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// Bytes with their tag, and with gzip.
#[derive(Debug)]
pub(crate) struct Packed {
    plain: Bytes,
    gzip: OnceLock<Option<Bytes>>,
    tag: String,
}

impl Packed {
    /// Takes bytes.
    pub(crate) fn new(plain: impl Into<Bytes>) -> Self {
        let plain = plain.into();
        let tag = Sha256::digest(&plain).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Self { plain, gzip: OnceLock::new(), tag }
    }

    /// Takes bytes that were packed before.
    pub(crate) fn as_it_is(plain: impl Into<Bytes>) -> Self {
        let packed = Self::new(plain);
        packed.gzip.get_or_init(|| None);
        packed
    }

    /// As they are.
    pub(crate) fn plain(&self) -> &Bytes {
        &self.plain
    }

    /// With gzip; `None` where that is no shorter.
    pub(crate) fn gzip(&self) -> Option<&Bytes> {
        self.gzip.get_or_init(|| gzip(&self.plain)).as_ref()
    }

    /// Bytes that it takes now.
    pub(crate) fn size(&self) -> usize {
        self.plain.len() + self.gzip.get().and_then(Option::as_ref).map_or(0, Bytes::len)
    }

    /// The content, in a word.
    pub(crate) fn tag(&self) -> &str {
        &self.tag
    }
}

/// Bytes with gzip; `None` where that is no shorter. The same bytes give the same bytes: no time, no name.
fn gzip(plain: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 2), Compression::new(6));
    encoder.write_all(plain).ok()?;
    let mut packed = encoder.finish().ok()?;
    packed.shrink_to_fit();
    (packed.len() < plain.len()).then(|| packed.into())
}
