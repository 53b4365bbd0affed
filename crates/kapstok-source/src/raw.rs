// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A rectangle of text as it stands in a file, before anything is made of it.
//!
//! In: cells from a reader, row by row. Out: [`RawTable`], by column. Numbers of spreadsheets and maps
//! are kept as their shortest exact text with kind [`CellKind::Number`], so that a code which a
//! spreadsheet made a number is seen. Invariant: every column has a cell for every row, and no
//! [`Limits`] is passed. Not here: what the text means (`table.rs`).

use crate::limits::{LimitHit, Limits, check};

/// What the file says that a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// Text; all that a CSV file can say.
    Text,
    /// A number of a spreadsheet, a map or JSON: decimal point, no padding.
    Number,
    /// True or false.
    Bool,
    /// Nothing.
    Empty,
}

/// One cell as it stands in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawCell<'a> {
    /// The text, padding included.
    pub text: &'a str,
    /// What the file says it is.
    pub kind: CellKind,
}

/// One column of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RawColumn {
    title: String,
    number: u32,
    text: String,
    ends: Vec<u32>,
    kinds: Vec<CellKind>,
}

/// All cells of one sheet, layer or table of a file, with the boundaries of its rows if it is a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawTable {
    file: String,
    sheet: Option<String>,
    columns: Vec<RawColumn>,
    rows: Vec<u32>,
    geometry: Option<Vec<Option<Box<[u8]>>>>,
    srs: Option<u32>,
}

impl RawTable {
    /// Name of the file.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Sheet, layer or table inside the file.
    pub fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// Number of rows below the titles.
    pub fn n_rows(&self) -> usize {
        self.rows.len()
    }

    /// Number of columns.
    pub fn n_columns(&self) -> usize {
        self.columns.len()
    }

    /// Titles without padding, in the order of the file.
    pub fn titles(&self) -> impl ExactSizeIterator<Item = &str> {
        self.columns.iter().map(|column| column.title.as_str())
    }

    /// Title of one column, without padding. Panics outside `0..n_columns()`, as a slice does.
    pub fn title(&self, column: usize) -> &str {
        &self.columns[column].title
    }

    /// Number of a column in the file, from 1.
    pub fn column_number(&self, column: usize) -> u32 {
        self.columns[column].number
    }

    /// Where a row stands in the file, from 1, titles included.
    pub fn row_number(&self, row: usize) -> u32 {
        self.rows[row]
    }

    /// One cell. Panics outside the table, as a slice does.
    pub fn cell(&self, row: usize, column: usize) -> RawCell<'_> {
        let column = &self.columns[column];
        let start = if row == 0 { 0 } else { column.ends[row - 1] as usize };
        RawCell { text: &column.text[start..column.ends[row] as usize], kind: column.kinds[row] }
    }

    /// Boundary of a row as WKB, if the file is a map and the row has one.
    pub fn geometry(&self, row: usize) -> Option<&[u8]> {
        self.geometry.as_ref()?.get(row)?.as_deref()
    }

    /// Whether the file is a map.
    pub fn has_geometry(&self) -> bool {
        self.geometry.is_some()
    }

    /// EPSG code of the boundaries, where the file says it.
    pub fn srs(&self) -> Option<u32> {
        self.srs
    }
}

/// Fills a table row by row and counts what it costs.
#[derive(Debug)]
pub(crate) struct RawBuilder<'l> {
    table: RawTable,
    limits: &'l Limits,
    text_bytes: usize,
    geometry_bytes: usize,
    /// 1 between the start and the end of a row, else 0.
    n_open: usize,
}

impl<'l> RawBuilder<'l> {
    /// An empty table.
    pub(crate) fn new(file: &str, sheet: Option<&str>, limits: &'l Limits) -> Self {
        let table = RawTable { file: file.to_owned(), sheet: sheet.map(str::to_owned), ..RawTable::default() };
        Self { table, limits, text_bytes: 0, geometry_bytes: 0, n_open: 0 }
    }

    /// Adds a column; rows that are done have nothing in it.
    pub(crate) fn add_column(&mut self, title: &str, number: u32) -> Result<usize, LimitHit> {
        let (n_rows, n_columns) = (self.table.rows.len() - self.n_open, self.table.columns.len());
        check("columns", n_columns + 1, self.limits.columns)?;
        check("cell-bytes", title.len(), self.limits.cell_bytes)?;
        check("cells", (n_columns + 1).saturating_mul(n_rows), self.limits.cells)?;
        self.count_text(title.len())?;
        self.table.columns.push(RawColumn {
            title: trim(title).to_owned(),
            number,
            text: String::new(),
            ends: vec![0; n_rows],
            kinds: vec![CellKind::Empty; n_rows],
        });
        Ok(n_columns)
    }

    /// Number of columns so far.
    pub(crate) fn n_columns(&self) -> usize {
        self.table.columns.len()
    }

    /// Starts a row; every cell that is put until [`Self::end_row`] stands in it.
    pub(crate) fn start_row(&mut self, row_number: u32) -> Result<(), LimitHit> {
        let n_rows = self.table.rows.len() + 1;
        check("rows", n_rows, self.limits.rows)?;
        check("cells", n_rows.saturating_mul(self.table.columns.len()), self.limits.cells)?;
        self.table.rows.push(row_number);
        self.n_open = 1;
        if let Some(geometry) = &mut self.table.geometry {
            geometry.push(None);
        }
        Ok(())
    }

    /// Puts a cell into the row that was started. `false` when that cell was put before: the first stands.
    pub(crate) fn put(&mut self, column: usize, text: &str, kind: CellKind) -> Result<bool, LimitHit> {
        check("cell-bytes", text.len(), self.limits.cell_bytes)?;
        self.count_text(text.len())?;
        let n_rows = self.table.rows.len();
        let Some(column) = self.table.columns.get_mut(column) else { return Ok(true) };
        if column.ends.len() >= n_rows {
            return Ok(false);
        }
        column.text.push_str(text);
        // The text of all cells together stays far below 4 GiB: `count_text` saw to it.
        column.ends.push(column.text.len() as u32);
        column.kinds.push(if text.is_empty() { CellKind::Empty } else { kind });
        Ok(true)
    }

    /// Puts the boundary of the row that was started.
    pub(crate) fn put_geometry(&mut self, wkb: Vec<u8>) -> Result<(), LimitHit> {
        self.geometry_bytes = self.geometry_bytes.saturating_add(wkb.len());
        check("geometry-bytes", self.geometry_bytes, self.limits.geometry_bytes)?;
        let n_rows = self.table.rows.len();
        let geometry = self.table.geometry.get_or_insert_with(|| vec![None; n_rows]);
        if let Some(last) = geometry.last_mut() {
            *last = Some(wkb.into_boxed_slice());
        }
        Ok(())
    }

    /// Bytes of boundaries that may still come.
    pub(crate) fn geometry_left(&self) -> usize {
        self.limits.geometry_bytes.saturating_sub(self.geometry_bytes)
    }

    /// Ends the row: cells that were not put are empty.
    pub(crate) fn end_row(&mut self) {
        self.n_open = 0;
        let n_rows = self.table.rows.len();
        for column in &mut self.table.columns {
            if column.ends.len() < n_rows {
                column.ends.push(column.text.len() as u32);
                column.kinds.push(CellKind::Empty);
            }
        }
    }

    /// Says in which system the boundaries are.
    pub(crate) fn set_srs(&mut self, srs: Option<u32>) {
        self.table.srs = srs;
    }

    /// The finished table, without the columns that have neither title nor content.
    pub(crate) fn finish(self) -> RawTable {
        let mut table = self.table;
        table.columns.retain(|column| !column.title.is_empty() || !column.text.is_empty());
        table
    }

    fn count_text(&mut self, n_bytes: usize) -> Result<(), LimitHit> {
        self.text_bytes = self.text_bytes.saturating_add(n_bytes);
        check("text-bytes", self.text_bytes, self.limits.text_bytes)
    }
}

/// Sets padding aside: blanks, tabs, no-break spaces and byte order marks.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(|sign: char| sign.is_whitespace() || sign == '\u{feff}')
}

/// Titles of two or more header rows joined by `/`. A blank in all rows but the last takes the title on
/// its left (a merged cell is written once), so long as the last row has a title there.
pub(crate) fn join_titles(header: &[Vec<String>]) -> Vec<String> {
    let n_columns = header.iter().map(Vec::len).max().unwrap_or(0);
    let mut joined = vec![String::new(); n_columns];
    let Some((last, above)) = header.split_last() else { return joined };
    let at = |row: &Vec<String>, column: usize| row.get(column).map(|text| trim(text).to_owned()).unwrap_or_default();
    for row in above {
        let mut left = String::new();
        for (column, title) in joined.iter_mut().enumerate() {
            let own = at(row, column);
            if !own.is_empty() {
                left = own;
            }
            if !at(last, column).is_empty() || !at(row, column).is_empty() {
                join(title, &left);
            }
        }
    }
    for (column, title) in joined.iter_mut().enumerate() {
        join(title, &at(last, column));
    }
    joined
}

fn join(title: &mut String, more: &str) {
    if !title.is_empty() && !more.is_empty() {
        title.push('/');
    }
    title.push_str(more);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_were_not_put_are_empty_and_late_columns_start_empty() {
        let limits = Limits::default();
        let mut builder = RawBuilder::new("a.csv", None, &limits);
        let code = builder.add_column(" code ", 1).unwrap();
        builder.start_row(2).unwrap();
        builder.put(code, "GM0001  ", CellKind::Text).unwrap();
        builder.end_row();
        let late = builder.add_column("late", 2).unwrap();
        builder.start_row(5).unwrap();
        assert!(builder.put(late, "7", CellKind::Number).unwrap());
        assert!(!builder.put(late, "8", CellKind::Number).unwrap(), "the first of two stands");
        builder.end_row();
        let table = builder.finish();
        assert_eq!(table.titles().collect::<Vec<_>>(), ["code", "late"]);
        assert_eq!((table.row_number(0), table.row_number(1)), (2, 5));
        assert_eq!(table.cell(0, 0), RawCell { text: "GM0001  ", kind: CellKind::Text });
        assert_eq!(table.cell(0, 1), RawCell { text: "", kind: CellKind::Empty });
        assert_eq!(table.cell(1, 0), RawCell { text: "", kind: CellKind::Empty });
        assert_eq!(table.cell(1, 1), RawCell { text: "7", kind: CellKind::Number });
    }

    #[test]
    fn each_limit_stops_the_table() {
        let small = Limits { columns: 2, rows: 2, cells: 3, cell_bytes: 4, text_bytes: 6, ..Limits::default() };
        let mut builder = RawBuilder::new("a.csv", None, &small);
        assert_eq!(builder.add_column("title", 1).unwrap_err().what, "cell-bytes");
        builder.add_column("a", 1).unwrap();
        builder.add_column("b", 2).unwrap();
        assert_eq!(builder.add_column("c", 3).unwrap_err().what, "columns");
        builder.start_row(2).unwrap();
        assert_eq!(builder.put(0, "12345", CellKind::Text).unwrap_err().what, "cell-bytes");
        builder.put(0, "1234", CellKind::Text).unwrap();
        assert_eq!(builder.put(1, "1", CellKind::Text).unwrap_err().what, "text-bytes");
        builder.end_row();
        assert_eq!(builder.start_row(3).unwrap_err().what, "cells");
    }

    #[test]
    fn titles_of_two_rows_are_joined_and_a_merged_title_covers_its_columns() {
        let row = |cells: &[&str]| cells.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>();
        let header = [row(&["code", "Inkomen", "", "Werk", ""]), row(&["", "laag (%)", "hoog (%)", "aantal"])];
        assert_eq!(join_titles(&header), ["code", "Inkomen/laag (%)", "Inkomen/hoog (%)", "Werk/aantal", ""]);
        assert_eq!(join_titles(&[row(&[" code ", "b"])]), ["code", "b"]);
    }
}
