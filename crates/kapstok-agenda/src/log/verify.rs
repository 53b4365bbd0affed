// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Reads a whole log and holds every byte of it against what we would have written.

use std::collections::BTreeSet;
use std::io::BufRead;

use rayon::prelude::*;

use super::line::{self, Position, ReadLine};
use super::{Hash, beginning};
use crate::event::{Event, What};

/// Where a log stands, and the hash of each of its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    hashes: Vec<Hash>,
}

impl Head {
    /// Number of events.
    pub fn events(&self) -> u64 {
        self.hashes.len() as u64
    }

    /// Hash of the last line.
    pub fn hash(&self) -> Hash {
        self.hashes.last().copied().unwrap_or_else(beginning)
    }

    /// Hash of the line of an event, from 1.
    pub fn hash_of(&self, event: u64) -> Option<Hash> {
        let at = usize::try_from(event.checked_sub(1)?).ok()?;
        self.hashes.get(at).copied()
    }

    /// Where the next line goes.
    pub fn position(&self) -> Position {
        Position { events: self.events(), hash: self.hash() }
    }

    /// After which event the log had this head; `None` if it never had: its tail was cut, or it was rewritten.
    pub fn since(&self, hash: Hash) -> Option<u64> {
        if hash == beginning() {
            return Some(0);
        }
        self.hashes.iter().position(|known| *known == hash).map(|at| at as u64 + 1)
    }
}

/// What stands behind the last whole act: it was never acknowledged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tail {
    /// From which byte of the file.
    pub from: usize,
    /// How many whole lines of an act that was not finished.
    pub lines: usize,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It is no line that we write: JSON, canonical form, an unknown event, a newer version.
    Form,
    /// Its hash is not that of its body.
    Hash,
    /// Its words are not those that were committed to.
    Words,
    /// It does not follow the line before it.
    Chain,
    /// Words are gone, and no event says that they were taken out.
    WordsGone,
    /// An act of several events ends early, and others follow.
    Act,
}

impl Damage {
    /// Its word in keys of the texts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Hash => "hash",
            Self::Words => "words",
            Self::Chain => "chain",
            Self::WordsGone => "words-gone",
            Self::Act => "act",
        }
    }
}

/// A log that is not as we wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {}", damage.word())]
pub struct LogError {
    /// Which line, from 1.
    pub line: usize,
    /// Bytes of the file that the line takes, for the caret.
    pub span: (usize, usize),
    /// What is wrong.
    pub damage: Damage,
}

/// Reads a log.
///
/// * Returns all events of finished acts, where the log stands, and what stands behind it: half a line, or an act of which lines
///   are missing, as a crash leaves it.
///
/// # Errors
/// [`LogError`], the first line that is not as we wrote it, unless it is half a line at the end.
pub fn read(bytes: &[u8]) -> Result<(Vec<Event>, Head, Option<Tail>), LogError> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let (mut start, mut rest) = (0, bytes);
    // The standard library looks for the ends of lines many bytes at a time.
    while let Ok(length @ 1..) = rest.skip_until(b'\n') {
        let end = start + length;
        if bytes.get(end - 1) != Some(&b'\n') {
            break;
        }
        spans.push((start, end - 1));
        start = end;
    }
    let lines: Vec<Result<ReadLine, &'static str>> =
        spans.par_iter().map(|(from, to)| line::parse(bytes.get(*from..*to).unwrap_or_default())).collect();
    let mut read: Vec<ReadLine> = Vec::with_capacity(lines.len());
    let (mut previous, mut open_act) = (beginning(), 0_usize);
    for (at, line) in lines.into_iter().enumerate() {
        let wrong = |damage| LogError { line: at + 1, span: spans[at], damage };
        let line = line.map_err(|what| {
            wrong(match what {
                "hash" => Damage::Hash,
                "words" => Damage::Words,
                "chain" => Damage::Chain,
                _ => Damage::Form,
            })
        })?;
        if line.prev != previous || line.seq != at as u64 + 1 || (at == 0) != (line.event.what == What::Opened) {
            return Err(wrong(Damage::Chain));
        }
        let (part, of) = line.part;
        if part != open_act as u64 + 1 || part > of || read.last().is_some_and(|last| part > 1 && last.part.1 != of) {
            return Err(wrong(Damage::Act));
        }
        open_act = if part == of { 0 } else { open_act + 1 };
        previous = line.hash;
        read.push(line);
    }
    let n_whole = read.len() - open_act;
    let from = spans.get(n_whole).map_or(start, |(from, _)| *from);
    let tail = (from < bytes.len()).then_some(Tail { from, lines: open_act });
    read.truncate(n_whole);
    told(&read).map_err(|at| LogError { line: at + 1, span: spans[at], damage: Damage::WordsGone })?;
    let hashes = read.iter().map(|line| line.hash).collect();
    Ok((read.into_iter().map(|line| line.event).collect(), Head { hashes }, tail))
}

/// Words that are gone must have been taken out by an event; `Err` gives the first line where none says so.
fn told(lines: &[ReadLine]) -> Result<(), usize> {
    let redacted: BTreeSet<(u64, &str)> = lines
        .iter()
        .filter_map(|line| match &line.event.what {
            What::Redacted { seq, field, .. } => Some((*seq, field.as_str())),
            _ => None,
        })
        .collect();
    let is_told = |line: &ReadLine| line.removed.iter().all(|field| redacted.contains(&(line.seq, field.as_str())));
    match lines.iter().position(|line| !is_told(line)) {
        Some(at) => Err(at),
        None => Ok(()),
    }
}
