// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Unpacking with a bound: bytes are counted as they come out, whatever the archive declares.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use crate::limits::{ALWAYS_UNPACKED, LimitHit, Limits};

/// Reads on from packed bytes until a [`Limits`] is passed; then every read fails.
#[derive(Debug)]
pub(crate) struct Bounded<R> {
    inner: R,
    n_read: usize,
    most: usize,
    /// Bytes of this and of all else that is unpacked with it, and the most of those.
    together: Rc<Cell<usize>>,
    most_together: usize,
    /// What ran over, once it did.
    hit: Option<LimitHit>,
}

impl<R> Bounded<R> {
    /// `packed` is the size of what `inner` unpacks.
    pub(crate) fn new(inner: R, packed: usize, limits: &Limits) -> Self {
        let by_ratio = packed.saturating_mul(limits.unpacking_ratio).max(ALWAYS_UNPACKED);
        let most = by_ratio.min(limits.unpacked_bytes);
        let most_together = limits.unpacked_bytes.saturating_mul(2);
        Self { inner, n_read: 0, most, together: Rc::default(), most_together, hit: None }
    }

    /// Counts also what is unpacked beside it: a zip may hold many entries, and two may share their bytes. Together
    /// they may be twice as large as one.
    pub(crate) fn within(mut self, together: Rc<Cell<usize>>) -> Self {
        self.together = together;
        self
    }

    /// The bound that was passed, if one was.
    pub(crate) fn hit(&self) -> Option<LimitHit> {
        self.hit
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.hit.is_some() {
            return Err(io::Error::other("too large"));
        }
        let n = self.inner.read(buffer)?;
        self.n_read += n;
        self.together.set(self.together.get().saturating_add(n));
        let over = [(self.n_read, self.most), (self.together.get(), self.most_together)];
        if let Some((_, limit)) = over.into_iter().find(|(n, limit)| n > limit) {
            self.hit = Some(LimitHit { what: "unpacked-bytes", limit });
            return Err(io::Error::other("too large"));
        }
        Ok(n)
    }
}

/// A reader that refuses a single event (text, tag, comment) of more than `most` bytes: so much would
/// have to be held at once.
#[derive(Debug)]
pub(crate) struct PerEvent<R> {
    inner: R,
    since_event: usize,
    most: usize,
}

impl<R> PerEvent<R> {
    pub(crate) fn new(inner: R, most: usize) -> Self {
        Self { inner, since_event: 0, most }
    }

    /// An event is done: count anew.
    pub(crate) fn event_done(&mut self) {
        self.since_event = 0;
    }

    pub(crate) fn inner(&self) -> &R {
        &self.inner
    }

    /// Whether an event was refused.
    pub(crate) fn is_over(&self) -> bool {
        self.since_event > self.most
    }
}

impl<R: BufRead> Read for PerEvent<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.since_event += n;
        Ok(n)
    }
}

impl<R: BufRead> BufRead for PerEvent<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.since_event > self.most {
            return Err(io::Error::other("one element is too large"));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, n: usize) {
        self.since_event += n;
        self.inner.consume(n);
    }
}

/// What unpacking gives when it does not give bytes.
#[derive(Debug)]
pub(crate) enum UnpackError {
    /// Too large.
    Limit(LimitHit),
    /// Cut or damaged.
    Damaged(String),
}

/// Unpacks a `.gz` of one or more members.
pub(crate) fn gunzip(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, UnpackError> {
    let mut reader = Bounded::new(flate2::bufread::MultiGzDecoder::new(bytes), bytes.len(), limits);
    let mut unpacked = Vec::new();
    match reader.read_to_end(&mut unpacked) {
        Ok(_) => Ok(unpacked),
        Err(error) => Err(match reader.hit() {
            Some(hit) => UnpackError::Limit(hit),
            None => UnpackError::Damaged(error.to_string()),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_packed_file_comes_out_whole_and_members_follow_each_other() {
        let mut packed = gzip(b"code,a\n");
        packed.extend(gzip(b"GM0001,1\n"));
        assert_eq!(gunzip(&packed, &Limits::default()).unwrap(), b"code,a\nGM0001,1\n");
    }

    #[test]
    fn a_bomb_is_stopped_at_the_bound_and_a_cut_file_is_damaged() {
        let bomb = gzip(&vec![b' '; ALWAYS_UNPACKED * 4]);
        let Err(UnpackError::Limit(hit)) = gunzip(&bomb, &Limits::default()) else { panic!("not stopped") };
        assert_eq!(hit, LimitHit { what: "unpacked-bytes", limit: ALWAYS_UNPACKED });
        let packed = gzip(b"code,a\nGM0001,1\n");
        assert!(matches!(gunzip(&packed[..packed.len() - 6], &Limits::default()), Err(UnpackError::Damaged(_))));
    }
}
