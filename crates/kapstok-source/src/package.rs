// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An office file: a zip of parts, each a bounded stream of XML.
//!
//! In: the bytes of a workbook or a document. Out: events of one part after another. Invariant: bytes are counted as they
//! are unpacked, per part and over all parts together (entries of a zip may share their bytes); a document type, an
//! entity of the file's own, and elements nested without end are refused; what a relation points to is looked for in the
//! zip and nowhere else. Not here: what the elements mean (`xlsx`, `grid`).

use std::borrow::Cow;
use std::cell::Cell;
use std::io::{BufReader, Cursor, Read};
use std::rc::Rc;

use kapstok_table::{Place, Problem};
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;

use crate::limits::{LimitHit, Limits, check};
use crate::unpack::{Bounded, PerEvent};

/// The most that one element of XML may take.
const MAX_EVENT_BYTES: usize = 4 << 20;
/// How deep elements may lie in each other; a table in a table in a table in Word comes to some forty.
const MAX_DEPTH: usize = 256;
/// The most relations that one part may have.
const MAX_RELATIONS: usize = 10_000;

/// Why an office file is not read.
#[derive(Debug)]
pub(crate) enum OfficeError {
    /// Too large.
    Limit(LimitHit),
    /// Cut, damaged, or no such file: what the reader found.
    Damaged(String),
    /// A cell at a place where no cell can be, or twice.
    Cell(String),
}

impl From<LimitHit> for OfficeError {
    fn from(hit: LimitHit) -> Self {
        Self::Limit(hit)
    }
}

impl OfficeError {
    pub(crate) fn problem(self, place: Place) -> Problem {
        match self {
            Self::Limit(hit) => hit.problem(place),
            Self::Damaged(found) => Problem::error("K0303", place).with("found", found),
            Self::Cell(found) => Problem::error("K0313", place).with("found", found),
        }
    }
}

fn damaged(error: impl ToString) -> OfficeError {
    OfficeError::Damaged(error.to_string())
}

/// An office file that was opened.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that came out of all parts so far.
    unpacked: Rc<Cell<usize>>,
}

/// One part as XML events.
pub(crate) struct Part<'a> {
    reader: quick_xml::Reader<Source<'a>>,
    depth: usize,
}

/// Unpacked bytes, counted as a whole and per event.
type Source<'a> = PerEvent<BufReader<Bounded<Box<dyn Read + 'a>>>>;

/// What one part says of another.
pub(crate) struct Relation {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) target: String,
}

impl<'a> Package<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, OfficeError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        Ok(Self { archive, unpacked: Rc::default() })
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    /// One part as XML. Names are matched as written, else without regard to capitals.
    pub(crate) fn part(&mut self, path: &str, limits: &Limits) -> Result<Part<'_>, OfficeError> {
        let missing = || OfficeError::Damaged(format!("no part `{path}`"));
        let index = self.find(path).ok_or_else(missing)?;
        let entry = self.archive.by_index(index).map_err(damaged)?;
        let packed = usize::try_from(entry.compressed_size()).unwrap_or(usize::MAX);
        let stream: Box<dyn Read + '_> = Box::new(entry);
        let bounded = Bounded::new(stream, packed, limits).within(Rc::clone(&self.unpacked));
        let bounded = BufReader::with_capacity(64 << 10, bounded);
        let mut reader = quick_xml::Reader::from_reader(PerEvent::new(bounded, MAX_EVENT_BYTES));
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = true;
        Ok(Part { reader, depth: 0 })
    }

    fn find(&self, path: &str) -> Option<usize> {
        self.archive.index_for_name(path).or_else(|| {
            let plain = |name: &str| name.replace('\\', "/").to_lowercase();
            let wanted = plain(path);
            let mut names = self.archive.file_names().flatten();
            let name = names.find(|name| plain(name) == wanted)?;
            self.archive.index_for_name(&name)
        })
    }

    /// The part that the package starts at: `usual` in nearly every file. `None` where there is no such part.
    pub(crate) fn main_part(&mut self, usual: &str, limits: &Limits) -> Result<Option<String>, OfficeError> {
        if self.has(usual) {
            return Ok(Some(usual.to_owned()));
        }
        let relations = if self.has("_rels/.rels") { self.relations("_rels/.rels", limits)? } else { Vec::new() };
        let main = relations.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"));
        let main = main.map(|relation| relation.target.trim_start_matches('/').to_owned());
        Ok(main.filter(|path| self.has(path)))
    }

    pub(crate) fn relations(&mut self, path: &str, limits: &Limits) -> Result<Vec<Relation>, OfficeError> {
        let mut part = self.part(path, limits)?;
        let (mut relations, mut buffer) = (Vec::new(), Vec::new());
        loop {
            match part.event(&mut buffer)? {
                Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                    let text = |name| attribute(&element, name).unwrap_or_default().into_owned();
                    relations.push(Relation { id: text("Id"), kind: text("Type"), target: text("Target") });
                    check("sheets", relations.len(), MAX_RELATIONS)?;
                }
                Event::Eof => return Ok(relations),
                _ => {}
            }
        }
    }
}

impl Part<'_> {
    /// The next event. What was refused for its size is told apart from what is damaged.
    pub(crate) fn event<'b>(&mut self, buffer: &'b mut Vec<u8>) -> Result<Event<'b>, OfficeError> {
        buffer.clear();
        self.reader.get_mut().event_done();
        match self.reader.read_event_into(buffer) {
            Ok(Event::DocType(_)) => Err(damaged("a document type (DTD)")),
            Ok(event) => {
                match event {
                    Event::Start(_) => self.depth += 1,
                    Event::End(_) => self.depth = self.depth.saturating_sub(1),
                    _ => {}
                }
                if self.depth > MAX_DEPTH { Err(damaged("elements too deep in each other")) } else { Ok(event) }
            }
            Err(error) => {
                let source = self.reader.get_ref();
                if let Some(hit) = source.inner().get_ref().hit() {
                    return Err(OfficeError::Limit(hit));
                }
                check("cell-bytes", if source.is_over() { usize::MAX } else { 0 }, MAX_EVENT_BYTES)?;
                Err(damaged(error))
            }
        }
    }
}

/// Resolves `&amp;`, `&#233;` and the like. Entities that a file defines itself are refused: they are
/// how a few bytes become gigabytes.
pub(crate) fn push_reference(reference: &BytesRef<'_>, text: &mut String) -> Result<(), OfficeError> {
    let sign = match reference.as_ref() {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        other => match reference.resolve_char_ref() {
            Ok(Some(sign)) => sign,
            Ok(None) | Err(_) => return Err(OfficeError::Damaged(format!("unknown entity `&{other};`"))),
        },
    };
    text.push(sign);
    Ok(())
}

/// An attribute by its whole name, character references resolved.
pub(crate) fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    let [found] = attributes(element, [name]);
    found
}

/// Attributes by their whole names, in one pass; of two with one name the first stands.
pub(crate) fn attributes<'e, const N: usize>(
    element: &'e BytesStart<'_>,
    names: [&str; N],
) -> [Option<Cow<'e, str>>; N] {
    let mut values = [const { None }; N];
    for found in element.attributes().with_checks(false).flatten() {
        let Some(position) = names.iter().position(|name| found.key.as_ref() == *name) else { continue };
        if values[position].is_none() {
            values[position] = Some(match found.value {
                Cow::Borrowed(value) if !value.contains('&') => Cow::Borrowed(value),
                _ => {
                    let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0).map(Cow::into_owned);
                    Cow::Owned(value.unwrap_or_else(|_| found.value.to_string()))
                }
            });
        }
    }
    values
}

/// An attribute by its name without a prefix.
pub(crate) fn local_attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    let mut attributes = element.attributes();
    let wanted = |found: &quick_xml::events::attributes::Attribute<'_>| {
        found.key.local_name().as_ref() == name && found.key.as_ref() != name
    };
    attributes.with_checks(false).flatten().find(wanted).map(|found| Cow::Owned(found.value.to_string()))
}
