// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Plans that people typed: every sheet of a workbook and every table of a document, as a plain rectangle of text.
//!
//! In: the bytes of an XLSX or a DOCX. Out: [`Grid`]s, in the order of the file. Which row holds the titles is not decided
//! here: in a plan there may be a heading, a blank row and a line of explanation above them. Invariant: every row of a grid
//! has the same number of cells, from column 1 on; text of a merged cell stands in each cell that it covers, marked as
//! [carried](GridCell::carried). A table or sheet without text is left out, and so is a row; the numbers of the others do not
//! change. Not here: what a cell means; documents of before 2007, ODS, ODT, PDF.

mod docx;
mod xlsx;

use kapstok_table::{Place, Problem};

use crate::limits::{LimitHit, Limits, check};
use crate::package::{OfficeError, Package};
use crate::raw::{CellKind, trim};
use crate::read::Form;

/// One sheet of a workbook, or one table of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Name of the sheet; in a document the heading that the table stands under, or nothing.
    pub name: String,
    /// Which sheet or table of the file it is, from 1.
    pub number: usize,
    /// In a document what is read before the table: the headings that it stands under, the outermost first, and the
    /// last paragraph above it. Long ones are cut. Nothing for a sheet.
    pub above: Vec<String>,
    /// Whether the spreadsheet does not show this sheet.
    pub hidden: bool,
    /// The rows that have text of their own.
    pub rows: Vec<GridRow>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// Which row of the sheet or table it is, from 1.
    pub number: u32,
    /// Its cells, from column 1 on.
    pub cells: Vec<GridCell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridCell {
    /// Its text, blanks around it included. Paragraphs of a document are lines. A number of a sheet is its shortest exact
    /// text; where the sheet shows a number as a day, a time or a percentage it is `2025-03-31`,
    /// `2025-03-31T14:30:00`, `14:30:00`, `75%`, and text.
    pub text: String,
    /// What the file says it is.
    pub kind: CellKind,
    /// Whether the text is that of the cell above or to the left, with which this one was merged.
    pub carried: bool,
}

impl GridCell {
    fn empty() -> Self {
        Self { text: String::new(), kind: CellKind::Empty, carried: false }
    }

    fn is_blank(&self) -> bool {
        trim(&self.text).is_empty()
    }
}

/// Reads every sheet of a workbook or every table of a document. A file that is refused gives no grid and an error; a sound
/// file without any table gives neither.
///
/// # Examples
/// ```
/// use kapstok_source::{Limits, grids};
///
/// let (grids, problems) = grids("plan.doc", b"Geachte raad", &Limits::default());
/// assert!(grids.is_empty() && problems[0].code == "K0302");
/// ```
pub fn grids(file: &str, bytes: &[u8], limits: &Limits) -> (Vec<Grid>, Vec<Problem>) {
    let limits = &of_a_plan(limits);
    let mut place = Place::file(file);
    let refused = |problem: Problem| (Vec::new(), vec![problem]);
    let other = match Form::of(bytes) {
        Form::Zip => {
            return match of_package(bytes, &mut place, limits) {
                Ok(grids) => (grids, Vec::new()),
                Err(error) => refused(error.problem(place)),
            };
        }
        Form::CompoundFile => return refused(Problem::error("K0309", place)),
        Form::Text if bytes.iter().all(u8::is_ascii_whitespace) => return refused(Problem::error("K0300", place)),
        Form::Other(found) => found,
        Form::Gzip => "gzip",
        Form::FlatGeobuf => "FlatGeobuf",
        Form::Sqlite => "GeoPackage",
        Form::Json => "JSON",
        Form::Text => "text",
    };
    refused(Problem::error("K0302", place).with("found", other))
}

fn of_package(bytes: &[u8], place: &mut Place, limits: &Limits) -> Result<Vec<Grid>, OfficeError> {
    let mut package = Package::open(bytes)?;
    let document = package.main_part("word/document.xml", limits)?.filter(|path| path.starts_with("word/"));
    match document {
        Some(path) => docx::grids(package, &path, limits),
        None => xlsx::grids(package, place, limits),
    }
}

/// A plan is typed by hand: a tenth of the cells of a national table, a quarter of its text and a sixth of its XML are more than
/// anyone types; and a cell costs more here.
fn of_a_plan(limits: &Limits) -> Limits {
    Limits {
        unpacked_bytes: limits.unpacked_bytes / 6,
        cells: limits.cells / 10,
        text_bytes: limits.text_bytes / 4,
        ..*limits
    }
}

/// What all grids of a file have cost so far.
struct Spent {
    cells: usize,
    text_bytes: usize,
    most: Limits,
}

impl Spent {
    fn new(limits: &Limits) -> Self {
        Self { cells: 0, text_bytes: 0, most: *limits }
    }

    fn cells(&mut self, n: usize) -> Result<(), LimitHit> {
        self.cells = self.cells.saturating_add(n);
        check("cells", self.cells, self.most.cells)
    }

    fn text(&mut self, text: &str) -> Result<(), LimitHit> {
        self.text_bytes = self.text_bytes.saturating_add(text.len());
        check("text-bytes", self.text_bytes, self.most.text_bytes)
    }

    /// Gives all rows as many cells as the widest has.
    fn square(&mut self, rows: &mut [GridRow]) -> Result<usize, LimitHit> {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let already: usize = rows.iter().map(|row| row.cells.len()).sum();
        self.cells(width.saturating_mul(rows.len()) - already)?;
        for row in rows {
            row.cells.resize(width, GridCell::empty());
        }
        Ok(width)
    }
}
