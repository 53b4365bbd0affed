// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The press: everything that knows typst.
//!
//! In: a [`Page`]. Out: [`Printed`]. Invariant: typst sees two files, our sheet and our values, and three fonts; it has
//! no folder, no network, no package and no clock. Not here: how it looks (`pages.typ`), what is said (`document`).

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::document::Page;
use crate::{PrintError, Printed};

/// How everything looks.
const SHEET: &str = include_str!("pages.typ");
/// The fonts, unchanged as Adobe publishes them. The first has every sign that the second has.
const FONTS: [&[u8]; 3] = [
    include_bytes!("../fonts/SourceSans3-Regular.otf"),
    include_bytes!("../fonts/SourceSans3-Semibold.otf"),
    include_bytes!("../fonts/SourceSerif4-Semibold.otf"),
];

/// What is the same for every document.
static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().filter_map(|bytes| Font::new(Bytes::new(*bytes), 0)).collect();
    // Cells that name their row are an extra of typst 0.15.
    let library = Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build();
    Press { library: LazyHash::new(library), book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

/// Whether the fonts have a sign: titles fall back from the serif to the sans.
pub(crate) fn in_fonts(sign: char) -> bool {
    PRESS.fonts.first().is_some_and(|font| font.info().coverage.contains(u32::from(sign)))
}

/// Whether the calendar has a day.
pub(crate) fn is_day(year: i32, month: u8, day: u8) -> bool {
    Datetime::from_ymd(year, month, day).is_some()
}

/// What typst can see.
struct Desk {
    sheet: Source,
    values: FileId,
    bytes: Bytes,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &PRESS.book
    }

    fn main(&self) -> FileId {
        self.sheet.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.sheet.id() { Ok(self.sheet.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.values { Ok(self.bytes.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        PRESS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets and writes the pages.
pub(crate) fn press(page: &Page) -> Result<Printed, PrintError> {
    let printed = set(&desk(page)?).and_then(|pages| write(&pages));
    // What typst remembers between pages of one document is of no use for the next.
    typst::comemo::evict(0);
    printed
}

/// Our sheet, with the values of a document beside it.
fn desk(page: &Page) -> Result<Desk, PrintError> {
    let wrong = |found: &dyn ToString| PrintError::Setting { found: found.to_string() };
    let values = serde_json::to_vec(page).map_err(|error| wrong(&error))?;
    let file = |name: &str| Ok(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name)?).intern());
    let named = |name| file(name).map_err(|error: typst::syntax::PathError| wrong(&format!("{error:?}")));
    let sheet = Source::new(named("pages.typ")?, SHEET.to_owned());
    Ok(Desk { sheet, values: named("document.json")?, bytes: Bytes::new(values) })
}

fn set(desk: &Desk) -> Result<PagedDocument, PrintError> {
    typst::compile(desk).output.map_err(|found| said(&found))
}

fn write(pages: &PagedDocument) -> Result<Printed, PrintError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|error| PrintError::Setting { found: error.message().to_string() })?;
    let options = PdfOptions { creator: Smart::Custom(Some("Kapstok".to_owned())), standards, ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(pages, &options).map_err(|found| said(&found))?;
    Ok(Printed { bytes, n_pages: pages.pages().len() })
}

/// What typst says went wrong.
fn said(found: &[SourceDiagnostic]) -> PrintError {
    let lines: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
    PrintError::Setting { found: lines.join("\n") }
}

#[cfg(test)]
mod tests;
