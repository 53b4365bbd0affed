// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A Word document: its text, its tables, its footnotes.
//!
//! Which paragraphs are headings is told by the names and levels of styles in the file, which are the same in every
//! language.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::{Package, Pages, Sink, attribute, main_part, number, walk};
use crate::error::ReadError;
use crate::file::Role;
use crate::file::flow::Flow;
use crate::limits::Limits;

pub(in crate::file) fn read(bytes: &[u8], limits: &Limits) -> Pages {
    let mut package = Package::open(bytes, limits)?;
    let mut styles = Styles::default();
    if let Some(xml) = package.part("word/styles.xml")? {
        walk(&xml, &mut styles)?;
    }
    let xml = main_part(&mut package, "word/document.xml")?;
    let mut body = Body::new(limits, styles.roles);
    walk(&xml, &mut body)?;
    if let Some(xml) = package.part("word/footnotes.xml")? {
        body.in_notes = true;
        walk(&xml, &mut body)?;
    }
    Ok(body.flow.finish())
}

/// What styles say of their paragraphs.
#[derive(Default)]
struct Styles {
    roles: BTreeMap<String, Role>,
    style: String,
}

impl Sink for Styles {
    fn start(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), ReadError> {
        match name {
            "style" => self.style = attribute(element, "styleId").unwrap_or_default(),
            "name" => {
                let name = attribute(element, "val").unwrap_or_default().to_lowercase();
                let level = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
                let level = level.filter(|level| (1..=9).contains(level)).or((name == "title").then_some(0));
                if let Some(level) = level {
                    self.roles.insert(self.style.clone(), Role::Heading(level));
                }
            }
            "outlineLvl" => {
                if let Some(level) = number(element, "val").filter(|level| *level < 9) {
                    self.roles.insert(self.style.clone(), Role::Heading(level as u8 + 1));
                }
            }
            "numPr" => drop(self.roles.entry(self.style.clone()).or_insert(Role::Item)),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, _: &str) -> Result<(), ReadError> {
        Ok(())
    }

    fn text(&mut self, _: &str) {}
}

struct Body<'l> {
    flow: Flow<'l>,
    styles: BTreeMap<String, Role>,
    /// Paragraphs within each other: a text box stands in one.
    open: Vec<(String, Role)>,
    in_text: bool,
    /// Elements within one whose text does not count.
    silent: usize,
    in_notes: bool,
    /// A note that only holds the line above notes.
    skip_note: bool,
}

impl<'l> Body<'l> {
    fn new(limits: &'l Limits, styles: BTreeMap<String, Role>) -> Self {
        let flow = Flow::new(limits);
        Self { flow, styles, open: Vec::new(), in_text: false, silent: 0, in_notes: false, skip_note: false }
    }

    fn push(&mut self, text: &str) {
        if let Some((open, _)) = self.open.last_mut().filter(|_| self.silent == 0) {
            open.push_str(text);
        }
    }

    /// What a paragraph says of itself goes before what its style says, but a list in a heading is no item.
    fn set(&mut self, role: Role) {
        let keeps = |known: &Role| role == Role::Item && matches!(known, Role::Heading(_));
        if let Some((_, known)) = self.open.last_mut().filter(|(_, known)| !keeps(known)) {
            *known = role;
        }
    }
}

impl Sink for Body<'_> {
    fn start(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), ReadError> {
        if self.silent > 0 {
            self.silent += 1;
            return Ok(());
        }
        match name {
            // What was taken out or moved away, and the second of two ways to draw the same.
            "del" | "moveFrom" | "Fallback" | "pPrChange" | "rPrChange" => self.silent = 1,
            "footnote" => self.skip_note = attribute(element, "type").is_some(),
            "p" => self.open.push((String::new(), if self.in_notes { Role::Note } else { Role::Paragraph })),
            "pStyle" if !self.in_notes => {
                let role = attribute(element, "val").and_then(|style| self.styles.get(&style).copied());
                role.into_iter().for_each(|role| self.set(role));
            }
            "outlineLvl" if !self.in_notes => {
                let level = number(element, "val").filter(|level| *level < 9);
                level.into_iter().for_each(|level| self.set(Role::Heading(level as u8 + 1)));
            }
            "numPr" if !self.in_notes => self.set(Role::Item),
            "t" => self.in_text = true,
            "tab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "softHyphen" => self.push("\u{ad}"),
            "drawing" | "pict" => self.flow.see_picture(),
            "tbl" => self.flow.open_table(),
            "tr" => self.flow.open_row()?,
            "tc" => self.flow.open_cell(1)?,
            // The cell is open already: the rest of its columns stays empty.
            "gridSpan" => {
                for _ in 1..number(element, "val").unwrap_or(1).min(1_000) {
                    self.flow.widen();
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ReadError> {
        if self.silent > 0 {
            self.silent -= 1;
            return Ok(());
        }
        match name {
            "t" => self.in_text = false,
            "p" => {
                if let Some((text, role)) = self.open.pop().filter(|_| !self.skip_note) {
                    self.flow.paragraph(&text, role)?;
                }
            }
            "tc" => self.flow.close_cell(),
            "tbl" => self.flow.close_table(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.push(text);
        }
    }
}
