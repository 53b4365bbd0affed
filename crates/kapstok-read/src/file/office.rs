// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Documents of Word and OpenDocument: zip archives of XML.
//!
//! In: bytes. Out: one page of paragraphs with what the file says they are. Invariant: bytes are counted as they are
//! unpacked; a document type or an entity of the file's own is refused; of tracked changes what was added is read and
//! what was taken out is not. Not here: headers, comments, pictures.

mod docx;
mod odt;
mod paragraphs;

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::error::ReadError;
use crate::file::{FileKind, Page};
use crate::limits::{Limits, check};

pub(super) use docx::read as docx;
pub(super) use odt::read as odt;

/// How deep elements may lie in each other.
const MAX_DEPTH: usize = 256;
/// The most that one part is held in memory.
const MAX_PART: usize = 64 << 20;

/// Which of the two an archive is.
pub(super) fn kind(bytes: &[u8]) -> Option<FileKind> {
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let has = |path| archive.index_for_name(path).is_some();
    match (has("word/document.xml"), has("content.xml")) {
        (true, _) => Some(FileKind::Docx),
        (_, true) => Some(FileKind::Odt),
        _ => None,
    }
}

/// An archive that was opened, and the bytes that may still come out of it.
struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: usize,
    limit: usize,
}

impl<'a> Package<'a> {
    fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let limit = limits.unpacked_bytes.min(MAX_PART);
        Ok(Self { archive, left: limit, limit })
    }

    /// The text of a part; `None` where there is no such part.
    fn part(&mut self, path: &str) -> Result<Option<String>, ReadError> {
        let Some(index) = self.archive.index_for_name(path) else { return Ok(None) };
        let entry = self.archive.by_index(index).map_err(damaged)?;
        let mut text = Vec::new();
        let most = u64::try_from(self.left).unwrap_or(u64::MAX).saturating_add(1);
        entry.take(most).read_to_end(&mut text).map_err(damaged)?;
        check("unpacked-bytes", text.len(), self.left)
            .map_err(|_| ReadError::TooLarge { what: "unpacked-bytes", limit: self.limit })?;
        self.left -= text.len();
        String::from_utf8(text).map(Some).map_err(damaged)
    }
}

fn damaged(error: impl ToString) -> ReadError {
    ReadError::Damaged { found: error.to_string() }
}

/// What is made of the events of a part.
trait Sink {
    fn start(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), ReadError>;
    fn end(&mut self, name: &str) -> Result<(), ReadError>;
    fn text(&mut self, text: &str);
}

/// Walks over the XML of a part.
fn walk(xml: &str, sink: &mut impl Sink) -> Result<(), ReadError> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0;
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(element) => {
                depth += 1;
                check("depth", depth, MAX_DEPTH)?;
                sink.start(element.local_name().as_ref(), &element)?;
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                sink.end(element.local_name().as_ref())?;
            }
            Event::Text(text) => sink.text(&text.xml10_content()),
            Event::CData(text) => sink.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let name = reference.as_ref().to_owned();
                let sign = match name.as_str() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                let sign = sign.ok_or_else(|| ReadError::Declared { found: format!("&{name};") })?;
                sink.text(sign.encode_utf8(&mut [0; 4]));
            }
            Event::DocType(_) => return Err(ReadError::Declared { found: "<!DOCTYPE>".to_owned() }),
            Event::Eof if depth > 0 => return Err(damaged("it ends too early")),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// An attribute by its name without a prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == name);
    found.map(|found| found.value.to_string())
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

/// One page, or the error that there is no main part.
fn main_part(package: &mut Package<'_>, path: &str) -> Result<String, ReadError> {
    package.part(path)?.ok_or_else(|| damaged(format!("no part `{path}`")))
}

type Pages = Result<Vec<Page>, ReadError>;
