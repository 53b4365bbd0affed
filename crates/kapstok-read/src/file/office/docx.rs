// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A Word document: its text, its tables, its footnotes and endnotes.
//!
//! Which paragraphs are headings is told by the names and levels of styles in the file, which are the same in every
//! language.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::paragraphs::Paragraphs;
use super::{Package, Pages, Sink, attribute, main_part, number, walk};
use crate::error::ReadError;
use crate::file::Role;
use crate::limits::Limits;

pub(in crate::file) fn read(bytes: &[u8], limits: &Limits) -> Pages {
    let mut package = Package::open(bytes, limits)?;
    let mut styles = Styles::default();
    if let Some(xml) = package.part("word/styles.xml")? {
        walk(&xml, &mut styles)?;
    }
    let xml = main_part(&mut package, "word/document.xml")?;
    let paragraphs = Paragraphs::new(limits);
    let mut body = Body { paragraphs, styles: styles.resolved(), in_text: false, in_notes: false, skip_note: false };
    walk(&xml, &mut body)?;
    body.in_notes = true;
    for path in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(xml) = package.part(path)? {
            walk(&xml, &mut body)?;
        }
    }
    Ok(body.paragraphs.flow.finish())
}

/// So many styles may be based on each other.
const MOST_BASES: usize = 16;

/// What styles say of their paragraphs.
#[derive(Default)]
struct Styles {
    roles: BTreeMap<String, Role>,
    /// The style that each is based on.
    bases: BTreeMap<String, String>,
    style: String,
}

impl Styles {
    /// What each style says, or the first of those it is based on that says anything. A list in a heading is no item.
    fn resolved(&self) -> BTreeMap<String, Role> {
        let all = self.roles.keys().chain(self.bases.keys());
        all.filter_map(|style| Some((style.clone(), self.role(style)?))).collect()
    }

    fn role(&self, style: &str) -> Option<Role> {
        let bases = std::iter::successors(Some(style), |style| self.bases.get(*style).map(String::as_str));
        let mut said = bases.take(MOST_BASES).filter_map(|style| self.roles.get(style).copied());
        let first = said.next()?;
        let above = said.find(|role| !matches!(role, Role::Item(_)));
        match (first, above) {
            (Role::Item(_), Some(heading @ Role::Heading(_))) => Some(heading),
            _ => Some(first),
        }
    }
}

impl Sink for Styles {
    fn start(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), ReadError> {
        match name {
            "style" => self.style = attribute(element, "styleId").unwrap_or_default(),
            "basedOn" => {
                let base = attribute(element, "val");
                base.into_iter().for_each(|base| drop(self.bases.insert(self.style.clone(), base)));
            }
            "name" => {
                let name = attribute(element, "val").unwrap_or_default().to_lowercase();
                let level = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
                let level = level.filter(|level| (1..=9).contains(level)).or((name == "title").then_some(0));
                if let Some(level) = level {
                    self.roles.insert(self.style.clone(), Role::Heading(level));
                }
            }
            "outlineLvl" => {
                if let Some(role) = number(element, "val").and_then(outline) {
                    self.roles.insert(self.style.clone(), role);
                }
            }
            "numPr" => drop(self.roles.entry(self.style.clone()).or_insert(Role::Item(0))),
            "ilvl" => {
                if let (Some(Role::Item(depth)), Some(level)) =
                    (self.roles.get_mut(&self.style), number(element, "val").filter(|level| *level < 9))
                {
                    *depth = level as u8;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, _: &str) -> Result<(), ReadError> {
        Ok(())
    }

    fn text(&mut self, _: &str) {}
}

/// What an outline level says: 0 to 8 are headings, and 9 is running text.
fn outline(level: u32) -> Option<Role> {
    match level {
        0..=8 => Some(Role::Heading(level as u8 + 1)),
        9 => Some(Role::Paragraph),
        _ => None,
    }
}

struct Body<'l> {
    paragraphs: Paragraphs<'l>,
    styles: BTreeMap<String, Role>,
    in_text: bool,
    in_notes: bool,
    /// A note that only holds the line above notes.
    skip_note: bool,
}

/// What was taken out or moved away, and the second of two ways to draw the same.
const LEFT_OUT: [&str; 5] = ["del", "moveFrom", "Fallback", "pPrChange", "rPrChange"];

impl Sink for Body<'_> {
    fn start(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), ReadError> {
        if self.paragraphs.is_left_out(LEFT_OUT.contains(&name)) {
            return Ok(());
        }
        match name {
            "footnote" | "endnote" => self.skip_note = attribute(element, "type").is_some(),
            "p" => self.paragraphs.open(if self.in_notes { Role::Note } else { Role::Paragraph }),
            "pStyle" if !self.in_notes => {
                let role = attribute(element, "val").and_then(|style| self.styles.get(&style).copied());
                role.into_iter().for_each(|role| self.paragraphs.set(role));
            }
            "outlineLvl" if !self.in_notes => {
                let role = number(element, "val").and_then(outline);
                role.into_iter().for_each(|role| self.paragraphs.set(role));
            }
            "numPr" if !self.in_notes => self.paragraphs.set(Role::Item(0)),
            "ilvl" if !self.in_notes => {
                let level = number(element, "val").filter(|level| *level < 9);
                level.into_iter().for_each(|level| self.paragraphs.set(Role::Item(level as u8)));
            }
            "t" => self.in_text = true,
            "tab" => self.paragraphs.push("\t"),
            "br" | "cr" => self.paragraphs.push("\n"),
            "noBreakHyphen" => self.paragraphs.push("-"),
            "softHyphen" => self.paragraphs.push("\u{ad}"),
            "drawing" | "pict" => self.paragraphs.flow.see_picture(),
            "tbl" => self.paragraphs.flow.open_table(),
            "tr" => self.paragraphs.flow.open_row()?,
            "tc" => self.paragraphs.flow.open_cell((1, 1))?,
            // The cell is open already: the rest of its columns stays empty.
            "gridSpan" => self.paragraphs.flow.widen(number(element, "val").unwrap_or(1).saturating_sub(1)),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ReadError> {
        if self.paragraphs.ends_left_out() {
            return Ok(());
        }
        match name {
            "t" => self.in_text = false,
            "p" => self.paragraphs.close(self.skip_note)?,
            "tc" => self.paragraphs.flow.close_cell(),
            "tbl" => self.paragraphs.flow.close_table(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.paragraphs.push(text);
        }
    }
}
