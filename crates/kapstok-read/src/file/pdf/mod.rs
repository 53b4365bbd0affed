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

use std::thread;

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::error::{ReadError, ReadWarning};
use crate::file::Page;
use crate::limits::{Limits, check};

/// Only what is used of it is taken.
const STACK: usize = 64 << 20;

pub(super) fn read(bytes: &[u8], limits: &Limits, warnings: &mut Vec<ReadWarning>) -> Result<Vec<Page>, ReadError> {
    packed::check_streams(bytes, limits)?;
    let mut turned = 0;
    // A thread for its stack: the reader goes down with the brackets of a file, as far as `packed` lets it.
    let read = thread::scope(|scope| {
        let reader = thread::Builder::new().stack_size(STACK);
        reader.spawn_scoped(scope, || pages(bytes, limits, &mut turned)).map(thread::ScopedJoinHandle::join)
    });
    let gave_up = || ReadError::Damaged { found: "the reader gave up on it".to_owned() };
    let pages = match read.map_err(|_| gave_up())? {
        Ok(pages) => pages?,
        Err(thrown) if thrown.is::<glyphs::Stopped>() => {
            return Err(ReadError::TooLarge { what: "steps", limit: limits.steps });
        }
        Err(_) => return Err(gave_up()),
    };
    if turned > 0 {
        warnings.push(ReadWarning::TurnedText { signs: turned });
    }
    Ok(pages)
}

fn pages(bytes: &[u8], limits: &Limits, turned: &mut usize) -> Result<Vec<Page>, ReadError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            ReadError::Encrypted
        }
        LoadPdfError::Decryption(_) => ReadError::Damaged { found: "encryption".to_owned() },
        LoadPdfError::Invalid => ReadError::Damaged { found: "no pages".to_owned() },
    })?;
    check("pages", pdf.pages().len(), limits.pages)?;
    if pdf.pages().is_empty() {
        return Err(ReadError::Damaged { found: "no pages".to_owned() });
    }
    let mut reader = glyphs::Reader::new(&pdf, limits);
    let (mut made, mut text_bytes) = (Vec::with_capacity(pdf.pages().len()), 0);
    for (number, page) in (1..).zip(pdf.pages().iter()) {
        let found = reader.read(page);
        *turned += found.turned;
        let mut page = lines::page(found);
        page.number = number;
        text_bytes += page.text.len();
        check("text-bytes", text_bytes, limits.text_bytes)?;
        made.push(page);
    }
    Ok(made)
}
