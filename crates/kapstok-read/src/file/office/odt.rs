// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An OpenDocument text: its text, its tables, its notes.

use quick_xml::events::BytesStart;

use super::paragraphs::Paragraphs;
use super::{Package, Pages, Sink, attribute, main_part, number, walk};
use crate::error::ReadError;
use crate::file::Role;
use crate::limits::Limits;

pub(in crate::file) fn read(bytes: &[u8], limits: &Limits) -> Pages {
    let mut package = Package::open(bytes, limits)?;
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(ReadError::Encrypted);
    }
    let xml = main_part(&mut package, "content.xml")?;
    let mut body = Body { paragraphs: Paragraphs::new(limits), items: 0, notes: 0 };
    walk(&xml, &mut body)?;
    Ok(body.paragraphs.flow.finish())
}

struct Body<'l> {
    paragraphs: Paragraphs<'l>,
    /// Items, and notes, that the place lies in.
    items: usize,
    notes: usize,
}

/// What is no text, or was taken out.
const LEFT_OUT: [&str; 5] = ["tracked-changes", "annotation", "note-citation", "scripts", "forms"];

impl Sink for Body<'_> {
    fn start(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), ReadError> {
        if self.paragraphs.is_left_out(LEFT_OUT.contains(&name)) {
            return Ok(());
        }
        match name {
            "h" => {
                let level = number(element, "outline-level").unwrap_or(1).clamp(1, 9);
                self.paragraphs.open(Role::Heading(level as u8));
            }
            "p" => {
                let role = match (self.notes, self.items) {
                    (0, 0) => Role::Paragraph,
                    (0, items) => Role::Item(u8::try_from(items - 1).unwrap_or(u8::MAX)),
                    _ => Role::Note,
                };
                self.paragraphs.open(role);
            }
            "list-item" => self.items += 1,
            "note-body" => self.notes += 1,
            "tab" => self.paragraphs.push("\t"),
            "line-break" => self.paragraphs.push("\n"),
            "s" => self.paragraphs.push(" "),
            "image" => self.paragraphs.flow.see_picture(),
            "table" => self.paragraphs.flow.open_table(),
            "table-row" => self.paragraphs.flow.open_row()?,
            "table-cell" | "covered-table-cell" => {
                // What is repeated without end is the empty rest of a sheet.
                let repeated = attribute(element, "number-columns-repeated").and_then(|n| n.parse().ok()).unwrap_or(1);
                self.paragraphs.flow.open_cell((if repeated < 100 { repeated } else { 1 }, 1))?;
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ReadError> {
        if self.paragraphs.ends_left_out() {
            return Ok(());
        }
        match name {
            "h" | "p" => self.paragraphs.close(false)?,
            "list-item" => self.items = self.items.saturating_sub(1),
            "note-body" => self.notes = self.notes.saturating_sub(1),
            "table-cell" | "covered-table-cell" => self.paragraphs.flow.close_cell(),
            "table" => self.paragraphs.flow.close_table(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        self.paragraphs.push(text);
    }
}
