// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Every table of a document as a grid.
//!
//! In: the main part of a Word document. Out: a grid per table that lies in no other; text of an inner table belongs to
//! the cell around it. Invariant: of tracked changes what was added is read and what was taken out is not; the words that
//! Word puts in a field to be filled in are no text. Not here: headers, footnotes, comments, pictures; no other part is opened.

use quick_xml::events::{BytesStart, Event};

use super::{Grid, GridCell, GridRow, Spent};
use crate::limits::{Limits, check};
use crate::package::{OfficeError, Package, local_attribute, push_reference};
use crate::raw::{CellKind, trim};

/// The most tables of a document.
const MAX_TABLES: usize = 1_000;
/// Letters that are kept of a heading or a paragraph above a table.
const LONGEST_ABOVE: usize = 500;

/// Reads them.
pub(super) fn grids(mut package: Package<'_>, path: &str, limits: &Limits) -> Result<Vec<Grid>, OfficeError> {
    let mut part = package.part(path, limits)?;
    let mut reader = Reader::new(limits);
    let mut buffer = Vec::new();
    loop {
        match part.event(&mut buffer)? {
            Event::Start(element) => reader.start(&element)?,
            Event::End(element) => reader.end(element.local_name().as_ref())?,
            Event::Text(text) => reader.text(&text.xml10_content())?,
            Event::CData(text) => reader.text(&text.xml10_content())?,
            Event::GeneralRef(reference) => {
                let mut sign = String::new();
                push_reference(&reference, &mut sign)?;
                reader.text(&sign)?;
            }
            Event::Eof if reader.ended => return Ok(reader.grids),
            Event::Eof => return Err(OfficeError::Damaged("the document ends too early".to_owned())),
            _ => {}
        }
    }
}

/// A paragraph that is being read.
#[derive(Default)]
struct Paragraph {
    text: String,
    /// How deep it lies as a heading, from 1; `None` for no heading.
    heading: Option<u8>,
}

/// A cell that is being read.
struct OpenCell {
    text: String,
    /// How many columns it takes.
    span: usize,
    merge: Merge,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Merge {
    /// With no cell below it.
    None,
    /// The first of cells below each other.
    First,
    /// One of those below the first.
    Below,
}

/// A row that is being read.
#[derive(Default)]
struct OpenRow {
    cells: Vec<GridCell>,
    /// Taken out by a tracked change.
    taken_out: bool,
}

struct Reader {
    spent: Spent,
    grids: Vec<Grid>,
    /// Whether the document came to its end.
    ended: bool,
    /// Headings that hold here, the outermost first.
    headings: Vec<(u8, String)>,
    /// The last paragraph since a heading or a table.
    before: Option<String>,
    /// Paragraphs within each other: a text box stands in one.
    paragraphs: Vec<Paragraph>,
    n_tables: usize,
    /// Tables within each other.
    table_depth: usize,
    rows: Vec<GridRow>,
    row_number: u32,
    row: OpenRow,
    cell: Option<OpenCell>,
    /// By column the text of a cell that goes on below.
    going_on: Vec<Option<String>>,
    in_text: bool,
    /// Elements within one whose text does not count.
    silent: usize,
    /// Fields to be filled in, within each other: whether nobody did.
    fields: Vec<bool>,
    /// Elements within one that says how something looks, and within one that says how it looked before.
    looks: usize,
    looked: usize,
    in_row_looks: bool,
}

impl Reader {
    fn new(limits: &Limits) -> Self {
        Self {
            spent: Spent::new(limits),
            grids: Vec::new(),
            ended: false,
            headings: Vec::new(),
            before: None,
            paragraphs: Vec::new(),
            n_tables: 0,
            table_depth: 0,
            rows: Vec::new(),
            row_number: 0,
            row: OpenRow::default(),
            cell: None,
            going_on: Vec::new(),
            in_text: false,
            silent: 0,
            fields: Vec::new(),
            looks: 0,
            looked: 0,
            in_row_looks: false,
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), OfficeError> {
        let name = element.local_name();
        let name = name.as_ref();
        if self.looks > 0 {
            return self.look(name, element);
        }
        if self.silent > 0 {
            self.silent += 1;
            return Ok(());
        }
        match name {
            "pPr" | "rPr" | "tblPr" | "tblPrEx" | "trPr" | "tcPr" | "sdtPr" | "sectPr" => {
                self.looks = 1;
                self.in_row_looks = name == "trPr";
            }
            // What was taken out or moved away, and the second of two ways to draw the same.
            "del" | "moveFrom" | "Fallback" => self.silent = 1,
            "sdt" => self.fields.push(false),
            "p" => self.paragraphs.push(Paragraph::default()),
            "t" => self.in_text = true,
            "tab" | "ptab" => self.push(" ")?,
            "br" | "cr" => self.push("\n")?,
            "noBreakHyphen" => self.push("-")?,
            "tbl" => {
                self.table_depth += 1;
                if self.table_depth == 1 {
                    self.n_tables += 1;
                    check("tables", self.n_tables, MAX_TABLES)?;
                    (self.row_number, self.row, self.cell) = (0, OpenRow::default(), None);
                    self.going_on.clear();
                }
            }
            "tr" if self.table_depth == 1 => {
                self.row_number = self.row_number.saturating_add(1);
                self.row = OpenRow::default();
            }
            "tc" if self.table_depth == 1 => {
                self.cell = Some(OpenCell { text: String::new(), span: 1, merge: Merge::None });
            }
            _ => {}
        }
        Ok(())
    }

    /// What an element says about how something looks.
    fn look(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), OfficeError> {
        if self.looked > 0 || name.ends_with("Change") {
            self.looked += 1;
            return Ok(());
        }
        self.looks += 1;
        let value = local_attribute(element, "val");
        let number = || value.as_deref().and_then(|value| value.trim().parse::<usize>().ok());
        match name {
            "pStyle" => {
                let level = value.as_deref().and_then(heading_of_style);
                if let (Some(paragraph), Some(_)) = (self.paragraphs.last_mut(), level) {
                    paragraph.heading = level;
                }
            }
            "outlineLvl" => {
                let level = number().filter(|level| *level < 9).map(|level| level as u8 + 1);
                if let (Some(paragraph), Some(_)) = (self.paragraphs.last_mut(), level) {
                    paragraph.heading = level;
                }
            }
            "showingPlcHdr" if value.as_deref().is_none_or(|value| !matches!(value, "0" | "false" | "off")) => {
                if let Some(untouched) = self.fields.last_mut() {
                    *untouched = true;
                }
            }
            "del" if self.in_row_looks && self.table_depth == 1 => self.row.taken_out = true,
            "gridBefore" if self.in_row_looks && self.table_depth == 1 => {
                self.put(GridCell::empty(), number().unwrap_or(0))?;
            }
            "gridSpan" if self.table_depth == 1 => {
                let span = number().unwrap_or(1).max(1);
                check("columns", span, self.spent.most.columns)?;
                self.cell.iter_mut().for_each(|cell| cell.span = span);
            }
            "vMerge" if self.table_depth == 1 => {
                let merge = if value.as_deref() == Some("restart") { Merge::First } else { Merge::Below };
                self.cell.iter_mut().for_each(|cell| cell.merge = merge);
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), OfficeError> {
        if self.looked > 0 {
            self.looked -= 1;
            return Ok(());
        }
        if self.looks > 0 {
            self.looks -= 1;
            return Ok(());
        }
        if self.silent > 0 {
            self.silent -= 1;
            return Ok(());
        }
        match name {
            "document" => self.ended = true,
            "t" => self.in_text = false,
            "sdt" => drop(self.fields.pop()),
            "p" => self.end_paragraph()?,
            "tc" if self.table_depth == 1 => self.end_cell()?,
            "tr" if self.table_depth == 1 => self.end_row()?,
            "tbl" => {
                if self.table_depth == 1 {
                    self.end_table()?;
                }
                self.table_depth = self.table_depth.saturating_sub(1);
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), OfficeError> {
        if self.in_text { self.push(text) } else { Ok(()) }
    }

    fn push(&mut self, text: &str) -> Result<(), OfficeError> {
        let counts = self.silent == 0 && self.looks == 0 && !self.fields.contains(&true);
        if let (true, Some(paragraph)) = (counts, self.paragraphs.last_mut()) {
            paragraph.text.push_str(text);
            check("cell-bytes", paragraph.text.len(), self.spent.most.cell_bytes)?;
        }
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), OfficeError> {
        let Some(paragraph) = self.paragraphs.pop() else { return Ok(()) };
        let text = trim(&paragraph.text);
        if text.is_empty() {
            return Ok(());
        }
        if let Some(cell) = &mut self.cell {
            if !cell.text.is_empty() {
                cell.text.push('\n');
            }
            cell.text.push_str(text);
            check("cell-bytes", cell.text.len(), self.spent.most.cell_bytes)?;
        } else if self.table_depth == 0 {
            let short: String = text.chars().take(LONGEST_ABOVE).collect();
            match paragraph.heading {
                Some(level) => {
                    self.headings.retain(|(above, _)| *above < level);
                    self.headings.push((level, short));
                    self.before = None;
                }
                None => self.before = Some(short),
            }
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), OfficeError> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let column = self.row.cells.len();
        if self.going_on.len() <= column {
            self.going_on.resize(column + 1, None);
        }
        let above = &mut self.going_on[column];
        let (text, carried) = match (cell.merge, above.as_ref()) {
            (Merge::Below, Some(above)) if cell.text.is_empty() => (above.clone(), true),
            _ => (cell.text, false),
        };
        match cell.merge {
            Merge::First if !self.row.taken_out => *above = Some(text.clone()),
            Merge::None if !self.row.taken_out => *above = None,
            Merge::First | Merge::None | Merge::Below => {}
        }
        let kind = if text.is_empty() { CellKind::Empty } else { CellKind::Text };
        self.put(GridCell { text, kind, carried }, cell.span)
    }

    /// Puts a cell into `n` columns of the row; behind the first its text is carried.
    fn put(&mut self, cell: GridCell, n: usize) -> Result<(), OfficeError> {
        check("columns", self.row.cells.len().saturating_add(n), self.spent.most.columns)?;
        self.spent.cells(n)?;
        for position in 0..n {
            self.spent.text(&cell.text)?;
            let carried = cell.carried || (position > 0 && cell.kind != CellKind::Empty);
            self.row.cells.push(GridCell { carried, ..cell.clone() });
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), OfficeError> {
        let row = std::mem::take(&mut self.row);
        let has_text = row.cells.iter().any(|cell| !cell.carried && !cell.is_blank());
        if has_text && !row.taken_out {
            self.rows.push(GridRow { number: self.row_number, cells: row.cells });
            check("rows", self.rows.len(), self.spent.most.rows)?;
        }
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), OfficeError> {
        let mut rows = std::mem::take(&mut self.rows);
        self.spent.square(&mut rows)?;
        let before = self.before.take();
        self.cell = None;
        if !rows.is_empty() {
            let name = self.headings.last().map(|(_, text)| text.clone()).unwrap_or_default();
            let above = self.headings.iter().map(|(_, text)| text.clone()).chain(before).collect();
            self.grids.push(Grid { name, number: self.n_tables, above, hidden: false, rows });
        }
        Ok(())
    }
}

/// How deep a heading lies by the name of its style: `Heading1`, in Dutch `Kop1`; a title lies above all.
fn heading_of_style(style: &str) -> Option<u8> {
    let style = style.to_lowercase().replace(' ', "");
    if matches!(style.as_str(), "title" | "titel") {
        return Some(0);
    }
    let number = style.strip_prefix("heading").or_else(|| style.strip_prefix("kop"))?;
    number.parse().ok().filter(|level| (1..=9).contains(level))
}
