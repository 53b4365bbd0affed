// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! From the bytes of a document to its pages.
//!
//! In: bytes of a PDF, Word, OpenDocument, web or text file. Out: [`Extracted`], with all that was doubtful. The kind
//! is told by the bytes, never by a name. Invariant: no panic on foreign bytes, and no more work than [`Limits`] lets.
//! Not here: what the lines mean (`block`), and any word of any language.

mod entity;
mod flow;
mod html;
mod label;
mod office;
mod page;
mod pdf;
mod plain;

use sha2::{Digest, Sha256};

use crate::error::{ReadError, ReadWarning};
use crate::limits::{Limits, check};

pub use page::{Line, LineCell, Page, Role};

/// What was found in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Extracted {
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub sha256: String,
    /// Which reader read it.
    pub kind: FileKind,
    /// Version of that reader; it changes when the same file gives other text.
    pub version: &'static str,
    /// Pages in order.
    pub pages: Vec<Page>,
    /// What is doubtful or was left out.
    pub warnings: Vec<ReadWarning>,
}

/// Kinds of files, each with its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// Word (Office Open XML).
    Docx,
    /// OpenDocument text.
    Odt,
    /// A web page.
    Html,
    /// Plain text.
    Text,
}

impl FileKind {
    /// Name of the reader, as rows carry it.
    pub fn extractor(self) -> &'static str {
        match self {
            Self::Pdf => "kapstok-pdf",
            Self::Docx => "kapstok-docx",
            Self::Odt => "kapstok-odt",
            Self::Html => "kapstok-html",
            Self::Text => "kapstok-text",
        }
    }

    /// Told by the first bytes; `None` for what is no document.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let head = &bytes[..bytes.len().min(1024)];
        if head.windows(5).any(|five| five == b"%PDF-") {
            return Some(Self::Pdf);
        }
        if head.starts_with(b"PK\x03\x04") {
            return office::kind(bytes);
        }
        if html::looks_like(head) {
            return Some(Self::Html);
        }
        let is_binary = !plain::has_mark(head) && plain::is_binary(bytes);
        (!is_binary && !head.is_empty()).then_some(Self::Text)
    }
}

/// Reads a document.
///
/// # Errors [`ReadError`]: of no known kind, too large, damaged, encrypted, without a text layer, or with text that
/// means nothing.
pub fn extract(bytes: &[u8], limits: &Limits) -> Result<Extracted, ReadError> {
    check("bytes", bytes.len(), limits.bytes)?;
    if bytes.is_empty() {
        return Err(ReadError::NoBytes);
    }
    let kind = FileKind::of(bytes).ok_or(ReadError::Kind)?;
    let mut warnings = Vec::new();
    let mut pages = match kind {
        FileKind::Pdf => pdf::read(bytes, limits, &mut warnings)?,
        FileKind::Docx => office::docx(bytes, limits)?,
        FileKind::Odt => office::odt(bytes, limits)?,
        FileKind::Html => html::read(bytes, limits, &mut warnings)?,
        FileKind::Text => plain::read(bytes, limits, &mut warnings)?,
    };
    if pages.iter().all(|page| page.text.trim().is_empty()) {
        return Err(nothing(&pages));
    }
    label::print_numbers(&mut pages);
    doubts(&pages, &mut warnings)?;
    Ok(Extracted { sha256: hex(&Sha256::digest(bytes)), kind, version: "1", pages, warnings })
}

/// From so many bent shapes on, a page without text may be one whose letters are drawn.
const LETTERS: usize = 100;

/// Why no page has text that is read.
fn nothing(pages: &[Page]) -> ReadError {
    let signs = pages.iter().map(|page| page.turned).sum();
    if signs > 0 {
        return ReadError::TurnedOnly { signs };
    }
    let n = pages.len();
    if pages.iter().any(|page| page.pictures) {
        ReadError::NoTextLayer { pages: n }
    } else if pages.iter().any(|page| page.shapes >= LETTERS) {
        ReadError::Drawn { pages: n }
    } else {
        ReadError::Empty
    }
}

/// Hexadecimal digits of a hash.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What the text itself says of how it was read.
fn doubts(pages: &[Page], warnings: &mut Vec<ReadWarning>) -> Result<(), ReadError> {
    let (turned, blank): (Vec<&Page>, Vec<&Page>) =
        pages.iter().filter(|page| page.text.trim().is_empty()).partition(|page| page.turned > 0);
    let numbers = |pages: &[&Page]| pages.iter().map(|page| page.number).collect();
    if !blank.is_empty() {
        warnings.push(ReadWarning::PagesWithoutText { pages: numbers(&blank) });
    }
    if !turned.is_empty() {
        warnings.push(ReadWarning::PagesTurned { pages: numbers(&turned) });
    }
    let (mut signs, mut unreadable, mut soft, mut on) = (0, 0, 0, Vec::new());
    for page in pages {
        let before = unreadable;
        for sign in page.text.chars().filter(|sign| !sign.is_whitespace()) {
            signs += 1;
            unreadable += usize::from(is_unreadable(sign));
            soft += usize::from(sign == '\u{ad}');
        }
        if unreadable > before {
            on.push(page.number);
        }
    }
    if unreadable * 5 > signs {
        return Err(ReadError::Garbage { unreadable, signs });
    }
    if unreadable > 0 {
        warnings.push(ReadWarning::UnreadableSigns { signs: unreadable, pages: on });
    }
    if soft > 0 {
        warnings.push(ReadWarning::SoftHyphens { signs: soft });
    }
    Ok(())
}

/// A sign that says nothing: the mark of a failed reading, a control sign, or one without a public meaning that is no
/// bullet.
fn is_unreadable(sign: char) -> bool {
    let bullet_zone = ('\u{f000}'..='\u{f0ff}').contains(&sign);
    let private = ('\u{e000}'..='\u{f8ff}').contains(&sign) && !bullet_zone;
    sign == '\u{fffd}' || private || (sign.is_control() && !sign.is_whitespace())
}
