// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Tables: rows and columns of cells, with what is empty kept apart from nought.
//!
//! On paper a table is a run of lines with gaps; its columns are where figures stand under each other. What stands left
//! of them is the label of the row. Not here: what a figure means.

use std::ops::Range;

use crate::block::look::{At, Usual};
use crate::file::{LineCell, Page, Role};
use crate::number::{Figure, Marks, figure};
use crate::place::Place;

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Columns beside the label.
    pub columns: usize,
    /// Rows from the top, titles included.
    pub rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// What stands before the columns.
    pub label: Option<Place>,
    /// One per column; `None` where nothing is printed, which is not nought.
    pub cells: Vec<Option<TableCell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableCell {
    /// Where it stands, with its text.
    pub place: Place,
    /// Its figure, where it is one.
    pub figure: Option<Figure>,
}

/// A table before it has places: bytes of pages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub(super) lines: Vec<At>,
    pub(crate) columns: usize,
    pub(crate) rows: Vec<DraftRow>,
}

/// A row: parts of its label, and one cell per column. Each with its page.
#[derive(Clone, Debug, Default)]
pub(crate) struct DraftRow {
    pub(crate) label: Vec<(usize, Range<usize>)>,
    pub(crate) cells: Vec<Vec<(usize, Range<usize>)>>,
}

/// So many lines that are no rows may stand between two that are.
const BETWEEN: usize = 4;

/// Finds the tables of one page among its free lines.
pub(super) fn find(page_index: usize, page: &Page, free: &[usize], usual: &Usual, marks: &Marks) -> Vec<Draft> {
    let mut tables = said(page_index, page, free);
    let is_row = |index: &usize| is_row(page, *index, marks);
    let mut from = 0;
    while let Some(start) = free[from..].iter().position(is_row).map(|at| from + at) {
        let (mut end, mut rows, mut at) = (start, 1, start + 1);
        while at < free.len() && at - end <= BETWEEN {
            if is_row(&free[at]) {
                (end, rows) = (at, rows + 1);
            } else if !is_small_part(page, free[at], usual) {
                break;
            }
            at += 1;
        }
        let low = from;
        from = end + 1;
        if rows < 2 {
            continue;
        }
        let mut first = start;
        // Titles of columns may take several lines above the first row.
        while first > low && belongs_above(page, free[first - 1], free[first], usual) {
            first -= 1;
        }
        // The label of the last row may take several lines too.
        while free.get(end + 1).is_some_and(|next| belongs_above(page, free[end], *next, usual)) {
            end += 1;
        }
        from = end + 1;
        let lines: Vec<usize> = free[first..=end].to_vec();
        tables.push(draft(page_index, page, &lines, marks));
    }
    tables
}

fn figures<'p>(page: &'p Page, cells: &'p [LineCell], marks: &'p Marks) -> impl Iterator<Item = &'p LineCell> {
    cells.iter().filter(|cell| figure(&page.text[cell.range.clone()], marks).is_some())
}

/// At least a label and two more cells, or a label and a figure.
fn is_row(page: &Page, index: usize, marks: &Marks) -> bool {
    let line = &page.lines[index];
    let first = line.cells.first().map_or("", |cell| &page.text[cell.range.clone()]);
    // A sign before an item is no cell.
    let cells =
        if first.chars().any(char::is_alphanumeric) { &line.cells[..] } else { line.cells.get(1..).unwrap_or(&[]) };
    let last = cells.last().map_or("", |cell| &page.text[cell.range.clone()]);
    line.role == Role::Unsaid && (cells.len() > 2 || (cells.len() == 2 && figure(last, marks).is_some()))
}

/// A short line in small print, as in a cell of several lines.
fn is_small_part(page: &Page, index: usize, usual: &Usual) -> bool {
    let line = &page.lines[index];
    line.size < 0.93 * usual.size && line.bounds[2] - line.bounds[0] < 0.6 * page.size.0
}

fn belongs_above(page: &Page, index: usize, below: usize, usual: &Usual) -> bool {
    let (line, below) = (&page.lines[index], &page.lines[below]);
    let near = below.bounds[3] - line.bounds[3] < 2.2 * below.size;
    near && line.role == Role::Unsaid && (line.size - below.size).abs() < 0.2 && line.size < 0.93 * usual.size
}

/// Tables that the file itself says are tables.
fn said(page_index: usize, page: &Page, free: &[usize]) -> Vec<Draft> {
    let mut tables: Vec<(u32, Draft)> = Vec::new();
    for index in free {
        let line = &page.lines[*index];
        let Role::Cell { table, row, column } = line.role else { continue };
        if tables.last().is_none_or(|(known, _)| *known != table) {
            tables.push((table, Draft::default()));
        }
        let Some((_, draft)) = tables.last_mut() else { continue };
        let (row, column) = (row as usize, column as usize);
        draft.lines.push((page_index, *index));
        if draft.rows.len() <= row {
            draft.rows.resize_with(row + 1, DraftRow::default);
        }
        let place = (page_index, line.range.clone());
        match column.checked_sub(1) {
            None => draft.rows[row].label.push(place),
            Some(column) => {
                draft.columns = draft.columns.max(column + 1);
                if draft.rows[row].cells.len() <= column {
                    draft.rows[row].cells.resize(column + 1, Vec::new());
                }
                draft.rows[row].cells[column].push(place);
            }
        }
    }
    for (_, draft) in &mut tables {
        draft.rows.iter_mut().for_each(|row| row.cells.resize(draft.columns, Vec::new()));
    }
    tables.into_iter().map(|(_, draft)| draft).collect()
}

fn draft(page_index: usize, page: &Page, lines: &[usize], marks: &Marks) -> Draft {
    let columns = columns(page, lines, marks);
    let first = columns.first().map_or(f32::MAX, |column| column.0);
    let mut rows = Vec::with_capacity(lines.len());
    for index in lines {
        let line = &page.lines[*index];
        let mut row = DraftRow { label: Vec::new(), cells: vec![Vec::new(); columns.len()] };
        for cell in &line.cells {
            let place = (page_index, without_marks(cell, &line.marks));
            let is_figure = figure(&page.text[place.1.clone()], marks).is_some();
            match column_of(cell, &columns) {
                Some(column) if is_figure || cell.x.0 >= first - 1.0 => row.cells[column].push(place),
                _ => row.label.push(place),
            }
        }
        rows.push(row);
    }
    Draft { lines: lines.iter().map(|index| (page_index, *index)).collect(), columns: columns.len(), rows }
}

/// A raised mark at the end of a cell is no part of its figure or label.
fn without_marks(cell: &LineCell, marks: &[Range<usize>]) -> Range<usize> {
    let mut range = cell.range.clone();
    for mark in marks.iter().rev() {
        if mark.end == range.end && mark.start > range.start {
            range.end = mark.start;
        }
    }
    range
}

/// Left and right of each column: figures that overlap from above, in at least a part of the rows.
fn columns(page: &Page, lines: &[usize], marks: &Marks) -> Vec<(f32, f32)> {
    let mut places: Vec<(f32, f32, usize)> = Vec::new();
    let mut n_rows = 0;
    for index in lines {
        let line = &page.lines[*index];
        let mut any = false;
        for cell in figures(page, &line.cells, marks) {
            places.push((cell.x.0, cell.x.1, 1));
            any = true;
        }
        n_rows += usize::from(any);
    }
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut columns: Vec<(f32, f32, usize)> = Vec::new();
    for place in places {
        match columns.last_mut() {
            Some(last) if place.0 < last.1 - 0.5 => (last.1, last.2) = (last.1.max(place.1), last.2 + 1),
            _ => columns.push(place),
        }
    }
    columns.retain(|(_, _, n)| n * 5 >= n_rows);
    if !columns.is_empty() {
        return columns.into_iter().map(|(left, right, _)| (left, right)).collect();
    }
    // No figures: each place where cells begin, but the first, is a column.
    let mut lefts: Vec<(f32, usize)> = Vec::new();
    for cell in lines.iter().flat_map(|index| page.lines[*index].cells.iter().skip(1)) {
        match lefts.iter_mut().find(|(known, _)| (*known - cell.x.0).abs() < 6.0) {
            Some((_, n)) => *n += 1,
            None => lefts.push((cell.x.0, 1)),
        }
    }
    lefts.retain(|(_, n)| n * 3 >= lines.len());
    lefts.sort_by(|a, b| a.0.total_cmp(&b.0));
    let ends = lefts.iter().skip(1).map(|(left, _)| left - 1.0).chain([f32::MAX]);
    lefts.iter().zip(ends).map(|((left, _), right)| (*left, right)).collect()
}

/// The column that a cell overlaps most, or the one that its middle is near to.
fn column_of(cell: &LineCell, columns: &[(f32, f32)]) -> Option<usize> {
    let overlap = |column: &(f32, f32)| cell.x.1.min(column.1) - cell.x.0.max(column.0);
    let best = columns.iter().enumerate().max_by(|a, b| overlap(a.1).total_cmp(&overlap(b.1)))?;
    (overlap(best.1) > 0.0).then_some(best.0)
}
