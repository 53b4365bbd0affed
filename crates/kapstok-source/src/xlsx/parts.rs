// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The parts of a workbook: which sheets there are and where, each as a bounded stream of XML.

use std::borrow::Cow;
use std::io::{BufReader, Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::XlsxError;
use crate::limits::{Limits, check};
use crate::unpack::{Bounded, PerEvent};

/// The most that one element of XML may take.
const MAX_EVENT_BYTES: usize = 4 << 20;
/// The most sheets of a workbook.
const MAX_SHEETS: usize = 1_000;

/// A workbook that was opened: its sheets by name, with the part that each stands in.
pub(super) struct Workbook<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Name and part, in the order of the workbook.
    pub(super) sheets: Vec<(String, String)>,
    folder: String,
}

/// One part as XML events.
pub(super) struct Part<'a> {
    reader: quick_xml::Reader<Source<'a>>,
}

/// Unpacked bytes, counted as a whole and per event.
type Source<'a> = PerEvent<BufReader<Bounded<Box<dyn Read + 'a>>>>;

fn damaged(error: impl ToString) -> XlsxError {
    XlsxError::Damaged(error.to_string())
}

impl<'a> Workbook<'a> {
    /// Opens the archive and reads which sheets there are.
    pub(super) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, XlsxError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let mut workbook = Self { archive, sheets: Vec::new(), folder: "xl/".to_owned() };
        let main = workbook.main_part(limits)?;
        workbook.folder = main.rfind('/').map_or(String::new(), |at| main[..=at].to_owned());
        let file = main[workbook.folder.len()..].to_owned();
        let relations = workbook.relations(&format!("{}_rels/{file}.rels", workbook.folder), limits)?;
        let mut part = workbook.part(&main, limits)?;
        let mut buffer = Vec::new();
        let mut named: Vec<(String, String)> = Vec::new();
        loop {
            match part.event(&mut buffer)? {
                Event::Start(element) if element.local_name().as_ref() == "sheet" => {
                    let name = attribute(&element, "name").unwrap_or_default().into_owned();
                    let id = local_attribute(&element, "id").unwrap_or_default().into_owned();
                    named.push((name, id));
                    check("sheets", named.len(), MAX_SHEETS)?;
                }
                Event::Eof => break,
                _ => {}
            }
        }
        drop(part);
        for (name, id) in named {
            // A chart sheet has no cells; a relation that leads nowhere has none either.
            let found = relations.iter().find(|relation| relation.id == id && relation.kind.ends_with("/worksheet"));
            if let Some(relation) = found {
                let path = workbook.resolve(&relation.target);
                workbook.sheets.push((name, path));
            }
        }
        if workbook.sheets.is_empty() {
            return Err(XlsxError::Damaged("no sheet with cells".to_owned()));
        }
        Ok(workbook)
    }

    /// One part as XML. Names are matched as written, else without regard to capitals.
    pub(super) fn part(&mut self, path: &str, limits: &Limits) -> Result<Part<'_>, XlsxError> {
        let missing = || XlsxError::Damaged(format!("no part `{path}`"));
        let index = self.find(path).ok_or_else(missing)?;
        let entry = self.archive.by_index(index).map_err(damaged)?;
        let packed = usize::try_from(entry.compressed_size()).unwrap_or(usize::MAX);
        let stream: Box<dyn Read + '_> = Box::new(entry);
        let bounded = BufReader::with_capacity(64 << 10, Bounded::new(stream, packed, limits));
        let mut reader = quick_xml::Reader::from_reader(PerEvent::new(bounded, MAX_EVENT_BYTES));
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = true;
        Ok(Part { reader })
    }

    /// The part of the shared texts, if there is one.
    pub(super) fn shared_strings(&mut self, limits: &Limits) -> Result<Option<Part<'_>>, XlsxError> {
        let path = format!("{}sharedStrings.xml", self.folder);
        if self.find(&path).is_none() { Ok(None) } else { self.part(&path, limits).map(Some) }
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

    /// The part that the package starts at: `xl/workbook.xml` in nearly every file.
    fn main_part(&mut self, limits: &Limits) -> Result<String, XlsxError> {
        if self.find("xl/workbook.xml").is_some() {
            return Ok("xl/workbook.xml".to_owned());
        }
        let relations =
            if self.find("_rels/.rels").is_some() { self.relations("_rels/.rels", limits)? } else { Vec::new() };
        let main = relations.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"));
        let main = main.map(|relation| relation.target.trim_start_matches('/').to_owned());
        main.filter(|path| self.find(path).is_some())
            .ok_or_else(|| XlsxError::Damaged("a zip without a workbook".to_owned()))
    }

    fn relations(&mut self, path: &str, limits: &Limits) -> Result<Vec<Relation>, XlsxError> {
        let mut part = self.part(path, limits)?;
        let (mut relations, mut buffer) = (Vec::new(), Vec::new());
        loop {
            match part.event(&mut buffer)? {
                Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                    let text = |name| attribute(&element, name).unwrap_or_default().into_owned();
                    relations.push(Relation { id: text("Id"), kind: text("Type"), target: text("Target") });
                    check("sheets", relations.len(), MAX_SHEETS * 10)?;
                }
                Event::Eof => return Ok(relations),
                _ => {}
            }
        }
    }

    /// A target is relative to the folder of the workbook, or absolute with a slash before it.
    fn resolve(&self, target: &str) -> String {
        match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => {
                let mut path: Vec<&str> = self.folder.split('/').filter(|step| !step.is_empty()).collect();
                for step in target.split('/') {
                    match step {
                        "." | "" => {}
                        ".." => drop(path.pop()),
                        step => path.push(step),
                    }
                }
                path.join("/")
            }
        }
    }
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

impl Part<'_> {
    /// The next event. What was refused for its size is told apart from what is damaged.
    pub(super) fn event<'b>(&mut self, buffer: &'b mut Vec<u8>) -> Result<Event<'b>, XlsxError> {
        buffer.clear();
        self.reader.get_mut().event_done();
        match self.reader.read_event_into(buffer) {
            Ok(event) => Ok(event),
            Err(error) => {
                let source = self.reader.get_ref();
                if let Some(hit) = source.inner().get_ref().hit() {
                    return Err(XlsxError::Limit(hit));
                }
                check("cell-bytes", if source.is_over() { usize::MAX } else { 0 }, MAX_EVENT_BYTES)?;
                Err(damaged(error))
            }
        }
    }
}

/// An attribute by its whole name, character references resolved.
pub(super) fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    let [found] = attributes(element, [name]);
    found
}

/// Attributes by their whole names, in one pass; of two with one name the first stands.
pub(super) fn attributes<'e, const N: usize>(
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
fn local_attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    let mut attributes = element.attributes();
    let wanted = |found: &quick_xml::events::attributes::Attribute<'_>| {
        found.key.local_name().as_ref() == name && found.key.as_ref() != name
    };
    attributes.with_checks(false).flatten().find(wanted).map(|found| Cow::Owned(found.value.to_string()))
}
