// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Every sheet of a workbook as a grid, hidden ones included.
//!
//! In: an office file. Out: a grid per sheet with text. Invariant: a merged cell fills only cells that are empty, inside
//! the rectangle that has text. Not here: the cells themselves (`xlsx`).

use kapstok_table::Place;
use quick_xml::events::Event;

use super::{Grid, GridCell, GridRow, Spent};
use crate::limits::{Limits, check};
use crate::package::{OfficeError, Package, Part, attribute};
use crate::xlsx::{SheetRow, Strings, Styles, Workbook, parse_cell, read_rows};

/// The most cells that were merged to one: sixteen whole columns.
const MOST_MERGED: usize = 1 << 24;

/// Reads them; `place` says in which sheet it went wrong.
pub(super) fn grids(package: Package<'_>, place: &mut Place, limits: &Limits) -> Result<Vec<Grid>, OfficeError> {
    let mut workbook = Workbook::of(package, limits)?;
    let strings = Strings::read(&mut workbook, limits)?;
    let styles = Styles::read(&mut workbook, limits)?;
    let mut spent = Spent::new(limits);
    let mut grids = Vec::new();
    for (number, sheet) in (1..).zip(workbook.sheets.clone()) {
        place.sheet = Some(sheet.name.clone());
        let mut part = workbook.part(&sheet.path, limits)?;
        let mut rows = Vec::new();
        let most = spent.most;
        read_rows(&mut part, &strings, &styles, &most, |number, row| take(number, row, &mut rows, &mut spent))?;
        let width = spent.square(&mut rows)?;
        fill_merged(&mut part, &mut rows, width, &mut spent)?;
        if !rows.is_empty() {
            grids.push(Grid { name: sheet.name, number, above: Vec::new(), hidden: sheet.hidden, rows });
        }
    }
    Ok(grids)
}

fn take(number: u32, row: &SheetRow, rows: &mut Vec<GridRow>, spent: &mut Spent) -> Result<(), OfficeError> {
    if row.is_blank() {
        return Ok(());
    }
    let mut cells: Vec<GridCell> = Vec::new();
    // An empty cell at the end, with a border and no more, makes a sheet no wider.
    for (column, text, kind) in row.iter().filter(|(_, text, _)| !text.is_empty()) {
        spent.cells(column + 1 - cells.len())?;
        spent.text(text)?;
        cells.resize(column, GridCell::empty());
        cells.push(GridCell { text: text.to_owned(), kind, carried: false });
    }
    rows.push(GridRow { number, cells });
    check("rows", rows.len(), spent.most.rows)?;
    Ok(())
}

/// Reads which cells were merged, and gives the text of the first to the others.
fn fill_merged(part: &mut Part<'_>, rows: &mut [GridRow], width: usize, spent: &mut Spent) -> Result<(), OfficeError> {
    let mut buffer = Vec::new();
    // Merged cells cannot lie over each other, so that together they cover each cell once at most.
    let mut left = width.saturating_mul(rows.len());
    loop {
        match part.event(&mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "mergeCell" => {
                let reference = attribute(&element, "ref").unwrap_or_default();
                let merged = Merged::parse(&reference).ok_or_else(|| OfficeError::Cell(reference.to_string()))?;
                merged.fill(rows, width, &mut left, spent)?;
            }
            Event::End(element) if element.local_name().as_ref() == "mergeCells" => return Ok(()),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Merged cells: columns from 0, rows from 1, the last ones included.
struct Merged {
    columns: (usize, usize),
    rows: (u32, u32),
}

impl Merged {
    fn parse(reference: &str) -> Option<Self> {
        let (first, last) = reference.split_once(':').unwrap_or((reference, reference));
        let ((left, top), (right, bottom)) = (parse_cell(first)?, parse_cell(last)?);
        (left <= right && top <= bottom).then_some(Self { columns: (left, right), rows: (top, bottom) })
    }

    fn fill(&self, rows: &mut [GridRow], width: usize, left: &mut usize, spent: &mut Spent) -> Result<(), OfficeError> {
        let n_rows = (self.rows.1 - self.rows.0) as usize + 1;
        let n_columns = self.columns.1 - self.columns.0 + 1;
        check("cells", n_rows.saturating_mul(n_columns), MOST_MERGED)?;
        let from = rows.partition_point(|row| row.number < self.rows.0);
        let until = rows.partition_point(|row| row.number <= self.rows.1);
        let (first_column, end_column) = (self.columns.0, (self.columns.1 + 1).min(width));
        let anchor = match rows.get(from) {
            Some(row) if row.number == self.rows.0 && first_column < end_column => row.cells[first_column].clone(),
            // Above a row without text there is nothing to carry.
            _ => return Ok(()),
        };
        let covered = (until - from) * (end_column - first_column);
        *left = left.checked_sub(covered).ok_or_else(|| {
            let (column, row) = (self.columns.0 + 1, self.rows.0);
            OfficeError::Cell(format!("merged twice: column {column}, row {row}"))
        })?;
        if anchor.is_blank() {
            return Ok(());
        }
        for row in &mut rows[from..until] {
            for cell in row.cells[first_column..end_column].iter_mut().filter(|cell| cell.is_blank()) {
                spent.text(&anchor.text)?;
                *cell = GridCell { carried: true, ..anchor.clone() };
            }
        }
        Ok(())
    }
}
