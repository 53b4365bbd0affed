// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A page for files that have none: paragraphs, items, cells and notes one after another.
//!
//! Invariant: text of a table in a table belongs to the cell around it; notes come at the end.

use crate::error::ReadError;
use crate::file::{Page, Role};
use crate::limits::{Limits, check};

/// The most columns and rows of one table.
const MOST_COLUMNS: u32 = 1_000;
const MOST_ROWS: u32 = 100_000;

/// A page that is being made.
pub(super) struct Flow<'l> {
    page: Page,
    limits: &'l Limits,
    n_tables: u32,
    /// Tables within each other.
    depth: usize,
    row: Option<u32>,
    column: Option<u32>,
    next_column: u32,
    /// By column: the first row that no cell from above reaches into.
    free_from: Vec<u32>,
    /// Cells of tables before, and rows and columns of this one.
    cells_before: usize,
    seen: (usize, usize),
    notes: Vec<String>,
}

impl<'l> Flow<'l> {
    pub(super) fn new(limits: &'l Limits) -> Self {
        let page = Page { number: 1, ..Page::default() };
        Self {
            page,
            limits,
            n_tables: 0,
            depth: 0,
            row: None,
            column: None,
            next_column: 0,
            free_from: Vec::new(),
            cells_before: 0,
            seen: (0, 0),
            notes: Vec::new(),
        }
    }

    /// Adds a paragraph; in a cell it is text of the cell.
    pub(super) fn paragraph(&mut self, text: &str, role: Role) -> Result<(), ReadError> {
        let text = text.trim_matches([' ', '\n', '\t', '\r']);
        if text.is_empty() {
            return Ok(());
        }
        let role = match (self.row, self.column) {
            (Some(row), Some(column)) => {
                self.count_cell(row as usize + 1, column as usize + 1)?;
                Role::Cell { table: self.n_tables, row, column }
            }
            _ => role,
        };
        if role == Role::Note {
            self.notes.push(text.to_owned());
        } else {
            self.page.push_flow(text, role);
        }
        check("lines", self.page.lines.len() + self.notes.len(), self.limits.lines)?;
        check("text-bytes", self.page.text.len(), self.limits.text_bytes)
    }

    /// A table has as many cells as its rows times its columns, though a file of a few bytes names two of them only.
    fn count_cell(&mut self, rows: usize, columns: usize) -> Result<(), ReadError> {
        self.seen = (self.seen.0.max(rows), self.seen.1.max(columns));
        check("cells", self.cells_before.saturating_add(self.seen.0 * self.seen.1), self.limits.cells)
    }

    pub(super) fn open_table(&mut self) {
        self.depth += 1;
        if self.depth == 1 {
            (self.n_tables, self.row, self.column) = (self.n_tables + 1, None, None);
            self.cells_before += self.seen.0 * self.seen.1;
            self.seen = (0, 0);
            self.free_from.clear();
        }
    }

    pub(super) fn open_row(&mut self) -> Result<(), ReadError> {
        if self.depth == 1 {
            self.row = Some(self.row.map_or(0, |row| row + 1));
            (self.column, self.next_column) = (None, 0);
            check("rows", self.row.unwrap_or(0) as usize, MOST_ROWS as usize)?;
        }
        Ok(())
    }

    /// A cell over so many columns and rows, in the first column that no cell from above takes.
    pub(super) fn open_cell(&mut self, (columns, rows): (u32, u32)) -> Result<(), ReadError> {
        if self.depth == 1 {
            let row = self.row.unwrap_or(0);
            while self.free_from.get(self.next_column as usize).is_some_and(|free| *free > row) {
                self.next_column += 1;
            }
            let column = self.next_column;
            self.column = Some(column);
            self.next_column = column.saturating_add(columns.max(1));
            check("columns", self.next_column as usize, MOST_COLUMNS as usize)?;
            if rows > 1 {
                let (from, to) = (column as usize, self.next_column as usize);
                self.free_from.resize(self.free_from.len().max(to), 0);
                self.free_from[from..to].fill(row.saturating_add(rows));
            }
        }
        Ok(())
    }

    /// The open cell takes so many columns more.
    pub(super) fn widen(&mut self, columns: u32) {
        if self.depth == 1 {
            self.next_column = self.next_column.saturating_add(columns).min(MOST_COLUMNS);
        }
    }

    pub(super) fn close_cell(&mut self) {
        if self.depth == 1 {
            self.column = None;
        }
    }

    pub(super) fn close_table(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            (self.row, self.column) = (None, None);
        }
    }

    pub(super) fn see_picture(&mut self) {
        self.page.pictures = true;
    }

    pub(super) fn finish(mut self) -> Vec<Page> {
        for note in std::mem::take(&mut self.notes) {
            self.page.push_flow(&note, Role::Note);
        }
        vec![self.page]
    }
}
