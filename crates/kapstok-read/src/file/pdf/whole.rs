// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Whether all of a PDF is there: its end, the pages that it says it has, and what they show.
//!
//! In: bytes, or a file that was opened. Out: an error, or how many pages are lost. The reader of PDFs puts together what
//! it finds of a broken file, and what it does not find is then not there; whoever searches would take that for an answer.
//! Not here: what is broken within the content of a page.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Stream};
use hayro_interpret::hayro_syntax::page::Page;

use crate::error::{ReadError, ReadWarning};

/// What the last line of a PDF is.
const END: &[u8] = b"%%EOF";
/// So many bytes before the end of a file the last line is looked for (ISO 32000-1, annex H, note 18).
const NEAR_THE_END: usize = 1_024;

/// `Err` when a file does not end as a PDF does.
pub(super) fn check_end(bytes: &[u8]) -> Result<(), ReadError> {
    // Some systems fill a file up to a whole block.
    let filled = bytes.iter().rev().take_while(|byte| **byte == 0 || byte.is_ascii_whitespace()).count();
    let written = &bytes[..bytes.len() - filled];
    let last = &written[written.len().saturating_sub(NEAR_THE_END)..];
    if last.windows(END.len()).any(|found| found == END) { Ok(()) } else { Err(ReadError::CutOff) }
}

/// Pages that a file says it has and that were not found, and pages that name a content that is not there.
#[derive(Debug)]
pub(super) struct Lost {
    /// The file says that it has so many, or so many were found.
    pages: usize,
    lost: usize,
}

impl Lost {
    /// Counts pages that were not found.
    pub(super) fn of(pdf: &Pdf) -> Self {
        let found = pdf.pages().len();
        let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
        let said = root.and_then(|root| root.get::<Dict<'_>>("Pages")).and_then(|pages| pages.get::<i32>("Count"));
        let pages = said.and_then(|n| usize::try_from(n).ok()).unwrap_or(0).max(found);
        Self { pages, lost: pages - found }
    }

    /// Counts a page whose content is not there. A page without any is blank, and whole.
    pub(super) fn look_at(&mut self, page: &Page<'_>) {
        let (of_page, name) = (page.raw(), "Contents");
        let is_lost = match of_page.get::<Array<'_>>(name) {
            Some(parts) => parts.iter::<Stream<'_>>().count() < parts.raw_iter().count(),
            None => of_page.contains_key(name) && page.page_stream().is_none(),
        };
        self.lost += usize::from(is_lost);
    }

    /// What is to be said of a file of which pages are lost; `Err` when that are half of them or more.
    pub(super) fn doubt(self) -> Result<Option<ReadWarning>, ReadError> {
        let Self { pages, lost } = self;
        match lost {
            0 => Ok(None),
            lost if lost.saturating_mul(2) >= pages => Err(ReadError::PagesLost { lost, pages }),
            lost => Ok(Some(ReadWarning::PagesLost { lost, pages })),
        }
    }
}
