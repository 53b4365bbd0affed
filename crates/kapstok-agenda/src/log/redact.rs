// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Takes words out of a log: their salt and text go, the commitment stays, and a last event says who did it and why.

use super::line;
use super::verify::{LogError, read};
use super::{Salt, append};
use crate::event::{Event, What};

/// Words that could not be taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RedactError {
    /// The log is damaged.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The event that was named is no redaction.
    #[error("the event takes no words out")]
    NoRedaction,
    /// That event has no such words, or has them no longer.
    #[error("nothing to take out")]
    Nothing,
}

/// The whole log without the words that an event takes out, with that event at its end.
///
/// * `bytes`: a log as it is on disk.
/// * `event`: a [`What::Redacted`].
///
/// # Errors
/// [`RedactError`]: a damaged log, words that are not there.
pub fn redact(bytes: &[u8], event: &Event, salt: &mut dyn FnMut() -> Salt) -> Result<Vec<u8>, RedactError> {
    let What::Redacted { seq, field, .. } = &event.what else { return Err(RedactError::NoRedaction) };
    let (_, head, tail) = read(bytes)?;
    let whole = tail.map_or(bytes.len(), |tail| tail.from);
    let mut made = Vec::with_capacity(bytes.len() + 1_000);
    let mut is_found = false;
    for (number, line) in (1_u64..).zip(bytes[..whole].split_inclusive(|byte| *byte == b'\n')) {
        if number != *seq {
            made.extend_from_slice(line);
            continue;
        }
        let plain = line.strip_suffix(b"\n").unwrap_or(line);
        made.extend(line::without(plain, field).ok_or(RedactError::Nothing)?);
        is_found = true;
    }
    if !is_found {
        return Err(RedactError::Nothing);
    }
    made.extend(append(std::slice::from_ref(event), head.position(), salt).0);
    Ok(made)
}
