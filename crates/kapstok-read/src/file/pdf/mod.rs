// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Pages of a PDF, from its text layer.
//!
//! In: bytes. Out: pages with lines. The reading of the file itself (objects, fonts, encodings) is `hayro-interpret`,
//! which forbids unsafe code; a panic of it is caught and becomes an error, and it is stopped after a number of steps.
//! Not here: recognising pictures of text; a page that is a picture has no text, and says so.

mod columns;
mod glyphs;
mod lines;
mod packed;
mod whole;

use std::thread;

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::error::{ReadError, ReadWarning};
use crate::file::Page;
use crate::limits::{Limits, check};

/// Only what is used of it is taken.
const STACK: usize = 64 << 20;

pub(super) fn read(bytes: &[u8], limits: &Limits, warnings: &mut Vec<ReadWarning>) -> Result<Vec<Page>, ReadError> {
    whole::check_end(bytes)?;
    packed::check_streams(bytes, limits)?;
    // A thread for its stack: the reader goes down with the brackets of a file, as far as `packed` lets it.
    let read = thread::scope(|scope| {
        let reader = thread::Builder::new().stack_size(STACK);
        reader.spawn_scoped(scope, || pages(bytes, limits)).map(thread::ScopedJoinHandle::join)
    });
    let gave_up = || ReadError::Damaged { found: "the reader gave up on it".to_owned() };
    let (pages, lost) = match read.map_err(|_| gave_up())? {
        Ok(read) => read?,
        Err(thrown) if thrown.is::<glyphs::Stopped>() => {
            return Err(ReadError::TooLarge { what: "steps", limit: limits.steps });
        }
        Err(_) => return Err(gave_up()),
    };
    warnings.extend(lost.doubt()?);
    let turned: usize = pages.iter().map(|page| page.turned).sum();
    if turned > 0 {
        warnings.push(ReadWarning::TurnedText { signs: turned });
    }
    Ok(pages)
}

fn pages(bytes: &[u8], limits: &Limits) -> Result<(Vec<Page>, whole::Lost), ReadError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadError::Encrypted,
        LoadPdfError::Decryption(DecryptionError::UnsupportedAlgorithm) => ReadError::EncryptionUnknown,
        LoadPdfError::Decryption(_) => ReadError::Damaged { found: "encryption".to_owned() },
        LoadPdfError::Invalid => ReadError::Damaged { found: "no pages".to_owned() },
    })?;
    check("pages", pdf.pages().len(), limits.pages)?;
    if pdf.pages().is_empty() {
        return Err(ReadError::Damaged { found: "no pages".to_owned() });
    }
    let mut lost = whole::Lost::of(&pdf);
    let mut reader = glyphs::Reader::new(&pdf, limits);
    let (mut made, mut text_bytes, mut n_lines) = (Vec::with_capacity(pdf.pages().len()), 0, 0);
    for (number, page) in (1..).zip(pdf.pages().iter()) {
        lost.look_at(page);
        let found = reader.read(page);
        let mut page = lines::page(found);
        page.number = number;
        text_bytes += page.text.len();
        check("text-bytes", text_bytes, limits.text_bytes)?;
        n_lines += page.lines.len();
        check("lines", n_lines, limits.lines)?;
        made.push(page);
    }
    Ok((made, lost))
}
