// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An OpenDocument text: its text, its tables, its notes.

use quick_xml::events::BytesStart;

use super::{Package, Pages, Sink, attribute, main_part, number, walk};
use crate::error::ReadError;
use crate::file::Role;
use crate::file::flow::Flow;
use crate::limits::Limits;

pub(in crate::file) fn read(bytes: &[u8], limits: &Limits) -> Pages {
    let mut package = Package::open(bytes, limits)?;
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(ReadError::Encrypted);
    }
    let xml = main_part(&mut package, "content.xml")?;
    let mut body = Body { flow: Flow::new(limits), open: Vec::new(), items: 0, notes: 0, silent: 0 };
    walk(&xml, &mut body)?;
    Ok(body.flow.finish())
}

struct Body<'l> {
    flow: Flow<'l>,
    /// Paragraphs within each other: a note stands in one.
    open: Vec<(String, Role)>,
    /// Items, and notes, that the place lies in.
    items: usize,
    notes: usize,
    /// Elements within one whose text does not count.
    silent: usize,
}

impl Body<'_> {
    fn push(&mut self, text: &str) {
        if let Some((open, _)) = self.open.last_mut().filter(|_| self.silent == 0) {
            open.push_str(text);
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
            "tracked-changes" | "annotation" | "note-citation" | "scripts" | "forms" => self.silent = 1,
            "h" => {
                let level = number(element, "outline-level").unwrap_or(1).clamp(1, 9);
                self.open.push((String::new(), Role::Heading(level as u8)));
            }
            "p" => {
                let role = match (self.notes, self.items) {
                    (0, 0) => Role::Paragraph,
                    (0, _) => Role::Item,
                    _ => Role::Note,
                };
                self.open.push((String::new(), role));
            }
            "list-item" => self.items += 1,
            "note-body" => self.notes += 1,
            "tab" => self.push("\t"),
            "line-break" => self.push("\n"),
            "s" => self.push(" "),
            "image" => self.flow.see_picture(),
            "table" => self.flow.open_table(),
            "table-row" => self.flow.open_row()?,
            "table-cell" | "covered-table-cell" => {
                // What is repeated without end is the empty rest of a sheet.
                let repeated = attribute(element, "number-columns-repeated").and_then(|n| n.parse().ok()).unwrap_or(1);
                self.flow.open_cell(if repeated < 100 { repeated } else { 1 })?;
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
            "h" | "p" => {
                if let Some((text, role)) = self.open.pop() {
                    self.flow.paragraph(&text, role)?;
                }
            }
            "list-item" => self.items = self.items.saturating_sub(1),
            "note-body" => self.notes = self.notes.saturating_sub(1),
            "table-cell" | "covered-table-cell" => self.flow.close_cell(),
            "table" => self.flow.close_table(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        self.push(text);
    }
}
