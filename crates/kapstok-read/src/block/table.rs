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
use crate::work::turn;

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Columns beside the label.
    pub columns: usize,
    /// What it is called: the paragraph directly above it, or below it in its own small print.
    pub caption: Option<Place>,
    /// The title of each column, of all its lines; `None` where it has none.
    pub titles: Vec<Option<Place>>,
    /// So many of the rows are titles.
    pub title_rows: usize,
    /// Rows from the top, titles included. Where a table goes on over a page, titles that come back are left out.
    pub rows: Vec<TableRow>,
}

impl Table {
    /// How many rows from the top are titles: those above the first with a figure that is no year. They have no labels,
    /// but one of them may name what the labels are.
    pub(crate) fn count_titles(rows: &[TableRow]) -> usize {
        let is_figure = |cell: &TableCell| cell.figure.is_some_and(|figure| !is_year(cell.place.quote(), &figure));
        let is_data = |row: &TableRow| row.cells.iter().flatten().any(is_figure);
        let Some(first) = rows.iter().position(is_data) else { return 0 };
        let mut labels = 0;
        let titles = rows[..first].iter().take_while(|row| {
            labels += usize::from(row.label.is_some());
            labels < 2 && row.cells.iter().any(Option::is_some)
        });
        titles.count()
    }
}

/// Whether a figure could be a year: four digits and nothing else.
fn is_year(text: &str, figure: &Figure) -> bool {
    text.trim().len() == 4 && figure.decimals == 0 && (1900..=2100).contains(&figure.digits)
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
    /// Left and right of each column on paper.
    edges: Vec<(f32, f32)>,
}

impl Draft {
    /// Goes on with a table at the top of the next page if its columns stand at the same places. Rows at its top that
    /// read as the first of this table are its titles once more.
    pub(super) fn go_on(&mut self, pages: &[Page], marks: &Marks, mut other: Self) -> Result<(), Self> {
        let same = |(one, other): (&(f32, f32), &(f32, f32))| one.0 < other.1 && other.0 < one.1;
        let fits = self.columns > 0 && self.columns == other.columns && self.edges.len() == other.edges.len();
        if !fits || !self.edges.iter().zip(&other.edges).all(same) {
            return Err(other);
        }
        let again = |(row, other): &(&DraftRow, &DraftRow)| row.reads_as(other, pages) && row.is_title(pages, marks);
        let again = self.rows.iter().zip(&other.rows).take_while(again).count();
        self.lines.append(&mut other.lines);
        self.rows.extend(other.rows.into_iter().skip(again));
        for (edge, other) in self.edges.iter_mut().zip(other.edges) {
            *edge = (edge.0.min(other.0), edge.1.max(other.1));
        }
        Ok(())
    }
}

/// A row: parts of its label, and one cell per column. Each with its page.
#[derive(Clone, Debug, Default)]
pub(crate) struct DraftRow {
    pub(crate) label: Vec<(usize, Range<usize>)>,
    pub(crate) cells: Vec<Vec<(usize, Range<usize>)>>,
}

impl DraftRow {
    fn reads_as(&self, other: &Self, pages: &[Page]) -> bool {
        let texts = |row: &Self| -> Vec<Vec<String>> {
            let text = |(page, range): &(usize, Range<usize>)| pages[*page].text[range.clone()].to_owned();
            [&row.label].into_iter().chain(&row.cells).map(|parts| parts.iter().map(text).collect()).collect()
        };
        texts(self) == texts(other)
    }

    /// Whether no cell is a figure, but for years.
    fn is_title(&self, pages: &[Page], marks: &Marks) -> bool {
        let texts = self.cells.iter().flatten().map(|(page, range)| &pages[*page].text[range.clone()]);
        texts.into_iter().all(|text| figure(text, marks).is_none_or(|figure| is_year(text, &figure)))
    }
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
    let lines = lines.iter().map(|index| (page_index, *index)).collect();
    Draft { lines, columns: columns.len(), rows, edges: columns }
}

/// A raised mark at the end of a cell is no part of its figure or label.
fn without_marks(cell: &LineCell, marks: &[Range<usize>]) -> Range<usize> {
    let mut range = cell.range.clone();
    let behind = marks.partition_point(|mark| mark.end <= range.end);
    for mark in marks[..behind].iter().rev() {
        turn();
        if mark.end != range.end || mark.start <= range.start {
            break;
        }
        range.end = mark.start;
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
    let cells = lines.iter().flat_map(|index| page.lines[*index].cells.iter().skip(1));
    let mut begins: Vec<f32> = cells.map(|cell| cell.x.0).collect();
    begins.sort_by(f32::total_cmp);
    let mut lefts: Vec<(f32, usize)> = Vec::new();
    for left in begins {
        match lefts.last_mut().filter(|(known, _)| left - known < 6.0) {
            Some((_, n)) => *n += 1,
            None => lefts.push((left, 1)),
        }
    }
    lefts.retain(|(_, n)| n * 3 >= lines.len());
    let ends = lefts.iter().skip(1).map(|(left, _)| left - 1.0).chain([f32::MAX]);
    lefts.iter().zip(ends).map(|((left, _), right)| (*left, right)).collect()
}

/// The column that a cell overlaps most. Columns stand from left to right and hardly overlap each other.
fn column_of(cell: &LineCell, columns: &[(f32, f32)]) -> Option<usize> {
    let overlap = |column: &(f32, f32)| cell.x.1.min(column.1) - cell.x.0.max(column.0);
    let first = columns.partition_point(|column| column.1 <= cell.x.0);
    let touched = columns.iter().enumerate().skip(first).take_while(|(_, column)| column.0 < cell.x.1);
    let best = touched.inspect(|_| turn()).max_by(|a, b| overlap(a.1).total_cmp(&overlap(b.1)))?;
    (overlap(best.1) > 0.0).then_some(best.0)
}
