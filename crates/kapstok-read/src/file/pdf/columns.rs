// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Rows in reading order: where a page has two columns, the left one is read first.
//!
//! A gutter is looked for in the middle of the page: a place that most rows leave free, with running text on both sides
//! of it and side by side. Figures on one side are a table, and stay in their rows.

use crate::file::pdf::lines::{Cell, Row};

/// At least so many rows on each side.
const ROWS: usize = 5;
/// Half the least width of a gutter, points.
const HALF_GUTTER: f32 = 4.0;

pub(super) fn in_reading_order(rows: Vec<Row>, width: f32) -> Vec<Row> {
    let Some(gutter) = gutter(&rows, width) else { return rows };
    let (mut ordered, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        if crosses(&row, gutter) {
            ordered.append(&mut left);
            ordered.append(&mut right);
            ordered.push(row);
            continue;
        }
        let (before, after): (Vec<Cell>, Vec<Cell>) = row.cells.into_iter().partition(|cell| cell.x.1 < gutter);
        for (cells, side) in [(before, &mut left), (after, &mut right)] {
            if !cells.is_empty() {
                side.push(Row { baseline: row.baseline, size: row.size, cells });
            }
        }
    }
    ordered.append(&mut left);
    ordered.append(&mut right);
    ordered
}

fn crosses(row: &Row, gutter: f32) -> bool {
    row.cells.iter().any(|cell| cell.x.0 < gutter + HALF_GUTTER && cell.x.1 > gutter - HALF_GUTTER)
}

/// The place that the fewest rows cross, if what lies beside it is text in two columns.
fn gutter(rows: &[Row], width: f32) -> Option<f32> {
    let places = (0..41).map(|step| width * (0.3 + 0.01 * step as f32));
    let counted = places.map(|x| (rows.iter().filter(|row| crosses(row, x)).count(), x));
    let counted: Vec<(usize, f32)> = counted.collect();
    let fewest = counted.iter().map(|(n, _)| *n).min()?;
    if fewest * 3 > rows.len() {
        return None;
    }
    // The middle of the free places.
    let free: Vec<f32> = counted.iter().filter(|(n, _)| *n == fewest).map(|(_, x)| *x).collect();
    let gutter = free[free.len() / 2];
    let free_rows = || rows.iter().filter(|row| !crosses(row, gutter));
    let side =
        |is_left: bool| free_rows().flat_map(|row| &row.cells).filter(move |cell| (cell.x.1 < gutter) == is_left);
    let is_text = |is_left: bool| {
        let (signs, digits) = side(is_left).map(Cell::count).fold((0, 0), |sum, n| (sum.0 + n.0, sum.1 + n.1));
        let mut widths: Vec<f32> = side(is_left).map(|cell| cell.x.1 - cell.x.0).collect();
        widths.sort_by(f32::total_cmp);
        let usual = widths.get(widths.len() / 2).copied().unwrap_or(0.0);
        widths.len() >= ROWS && usual > 0.2 * width && digits * 4 < signs
    };
    let span = |is_left: bool| {
        let on_side = |row: &&Row| row.cells.iter().any(|cell| (cell.x.1 < gutter) == is_left);
        let mut baselines = free_rows().filter(on_side).map(|row| row.baseline);
        let first = baselines.next()?;
        Some(baselines.fold((first, first), |span, y| (span.0.min(y), span.1.max(y))))
    };
    let (left, right) = (span(true)?, span(false)?);
    let together = left.1.min(right.1) - left.0.max(right.0);
    let side_by_side = together > 0.4 * (left.1 - left.0).min(right.1 - right.0);
    (is_text(true) && is_text(false) && side_by_side).then_some(gutter)
}
