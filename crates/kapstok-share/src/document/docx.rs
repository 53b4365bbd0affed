// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A document for Word.
//!
//! In: a [`Document`]. Out: DOCX (ECMA-376), the same bytes each time. Invariant: it can be read aloud and navigated: headings,
//! lists and title rows are real ones, each paragraph knows its language, and nothing is said by colour alone. Text is
//! text: no field but the numbers of pages, no link, no macro. Not here: how it looks (`parts`), signs (`markup`).
//!
//! Written by ourselves, on the zip that is here already. The usual library has no title row that is repeated on each page,
//! no name for a table and no language, and would bring a second zip and a second reader of XML.

mod markup;
mod parts;

use std::fmt::Write;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Block, Content, Depth, Document, Item, Look, Paper, Run, Table};
use crate::files::FileError;
use markup::{attribute, put_text};

/// Twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
const MARGIN: u32 = 1_134;

/// Writes it.
///
/// # Errors
/// What the writer of the zip says.
pub fn docx(document: &Document) -> Result<Vec<u8>, FileError> {
    let failed = FileError::writer("docx");
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .large_file(false);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let body = ("word/document.xml", body(document));
    for (name, xml) in parts::all(document).into_iter().chain([body]) {
        zip.start_file(name, options).map_err(|error| failed(&error))?;
        zip.write_all(xml.as_bytes()).map_err(|error| failed(&error))?;
    }
    zip.finish().map(Cursor::into_inner).map_err(|error| failed(&error))
}

/// Width and height of the paper as it lies.
fn paper(document: &Document) -> (u32, u32) {
    match document.paper {
        Paper::Portrait => PAGE,
        Paper::Landscape => (PAGE.1, PAGE.0),
    }
}

fn body(document: &Document) -> String {
    let (width, height) = paper(document);
    let mut body = Body { xml: String::new(), new_page: false, width: width - 2 * MARGIN };
    body.xml.push_str(parts::DECLARATION);
    let _ = write!(body.xml, r#"<w:document {}><w:body>"#, parts::NAMES);
    body.paragraph("Title", "", &[Run::plain(document.title.as_str())]);
    if !document.subtitle.is_empty() {
        body.paragraph("Subtitle", "", &[Run::plain(document.subtitle.as_str())]);
    }
    for block in &document.blocks {
        body.block(block);
    }
    let on_its_side = if document.paper == Paper::Landscape { r#" w:orient="landscape""# } else { "" };
    let _ = write!(
        body.xml,
        r#"<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="{width}" w:h="{height}"{on_its_side}/><w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>"#
    );
    body.xml
}

struct Body {
    xml: String,
    /// Whether what comes next starts on a new page.
    new_page: bool,
    /// Room between the margins.
    width: u32,
}

impl Body {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(Depth::Section, text) => self.paragraph("Heading1", "", &[Run::plain(text.as_str())]),
            Block::Heading(Depth::Part, text) => self.paragraph("Heading2", "", &[Run::plain(text.as_str())]),
            Block::Paragraph(runs) => self.paragraph("BodyText", "", runs),
            Block::Callout(runs) => self.paragraph("Callout", "", runs),
            Block::List(lines) => lines.iter().for_each(|runs| self.paragraph("ListBullet", "", runs)),
            Block::Table(table) => self.table(table),
            Block::Note(text) => self.paragraph("Note", "", &[Run::plain(text.as_str())]),
            Block::NewPage => self.new_page = true,
        }
    }

    /// A paragraph of a style; `looks` are what it has beyond that.
    fn paragraph(&mut self, style: &str, looks: &str, runs: &[Run]) {
        let new_page = if std::mem::take(&mut self.new_page) { "<w:pageBreakBefore/>" } else { "" };
        let _ = write!(self.xml, r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{new_page}{looks}</w:pPr>"#);
        for run in runs.iter().filter(|run| !run.text.is_empty()) {
            let look = match run.look {
                Look::Plain => "",
                Look::Strong => "<w:rPr><w:b/><w:bCs/></w:rPr>",
            };
            let _ = write!(self.xml, "<w:r>{look}");
            put_text(&mut self.xml, &run.text);
            self.xml.push_str("</w:r>");
        }
        self.xml.push_str("</w:p>");
    }

    fn table(&mut self, table: &Table) {
        // A new page starts with a paragraph, also above a table without a name.
        if !table.caption.is_empty() || self.new_page {
            self.paragraph("Caption", "", &[Run::plain(table.caption.as_str())]);
        }
        if table.columns.is_empty() {
            return;
        }
        let widths = widths(table, self.width);
        let (total, name) = (self.width, attribute(&table.caption));
        let _ = write!(
            self.xml,
            r#"<w:tbl><w:tblPr><w:tblStyle w:val="KapstokTable"/><w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{name}"/></w:tblPr><w:tblGrid>"#
        );
        for width in &widths {
            let _ = write!(self.xml, r#"<w:gridCol w:w="{width}"/>"#);
        }
        self.xml.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in table.columns.iter().zip(&widths) {
            self.cell(*width, "", "TableTitle", column.content, &column.title);
        }
        self.xml.push_str("</w:tr>");
        for row in &table.rows {
            self.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            let items = row.iter().chain(std::iter::repeat(&Item::Empty));
            for ((column, width), item) in table.columns.iter().zip(&widths).zip(items) {
                let (shade, style) = match item {
                    Item::Hole(_) => (parts::HATCHED, "TableHole"),
                    Item::Empty | Item::Text(_) | Item::Number { .. } => ("", "TableText"),
                };
                self.cell(*width, shade, style, column.content, item.said());
            }
            self.xml.push_str("</w:tr>");
        }
        // Word would join two tables that touch; this keeps them, and what follows, apart.
        self.xml.push_str(r#"</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>"#);
    }

    fn cell(&mut self, width: u32, shade: &str, style: &str, content: Content, text: &str) {
        let side = match content {
            Content::Words => "",
            Content::Numbers => r#"<w:jc w:val="right"/>"#,
        };
        let _ = write!(self.xml, r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>"#);
        self.paragraph(style, side, &[Run::plain(text)]);
        self.xml.push_str("</w:tc>");
    }
}

/// The widths of the columns: together exactly the room that there is.
fn widths(table: &Table, room: u32) -> Vec<u32> {
    // No column is so narrow that nothing can be read in it.
    let least = table.columns.iter().map(|column| column.width).max().unwrap_or(0) / 20;
    let part = |column: &super::Column| u64::from(column.width.max(least).max(1));
    let sum: u64 = table.columns.iter().map(part).sum();
    let mut until = 0_u64;
    let mut edge = 0;
    table
        .columns
        .iter()
        .map(|column| {
            until += part(column);
            // Never more than the room.
            let next = (u64::from(room) * until / sum) as u32;
            next - std::mem::replace(&mut edge, next)
        })
        .collect()
}
