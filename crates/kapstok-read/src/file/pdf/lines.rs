// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Signs to lines: rows by baseline, words by gaps, cells by wide gaps, raised marks kept apart.
//!
//! In: signs with places. Out: a page whose lines stand in reading order. Invariant: no sign is lost or made up, except
//! spaces and one of two signs that were printed over each other to look bold.

use std::collections::BTreeMap;

use crate::file::pdf::columns;
use crate::file::pdf::glyphs::{Found, Glyph};
use crate::file::{Line, LineCell, Page, Role};

/// Signs whose baselines differ by less than this part of their size stand in one row.
const SAME_BASELINE: f32 = 0.15;
/// A gap is a space from this part of the size on; where the file writes its own spaces it must be wider.
const SPACE: f32 = 0.17;
const SPACE_BESIDE_SPACES: f32 = 0.25;
/// Where a space is written, any gap that can be seen is one.
const WRITTEN_SPACE: f32 = 0.06;
/// A gap parts two cells from this many times the size on.
const CELL_GAP: f32 = 1.3;
/// A gap parts two figures of a table from this many times the size on.
const FIGURE_GAP: f32 = 0.4;
/// A sign is a mark or an index when it is smaller than this part of its neighbours.
const SMALL: f32 = 0.8;

/// Signs on one baseline.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) baseline: f32,
    pub(super) size: f32,
    pub(super) cells: Vec<Cell>,
}

/// Signs of a row without a wide gap between them.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) x: (f32, f32),
    signs: Vec<Sign>,
}

#[derive(Clone, Debug)]
struct Sign {
    glyph: Glyph,
    raised: bool,
    space_before: bool,
}

impl Row {
    pub(super) fn x(&self) -> (f32, f32) {
        let left = self.cells.first().map_or(0.0, |cell| cell.x.0);
        (left, self.cells.last().map_or(left, |cell| cell.x.1))
    }
}

impl Cell {
    /// How many signs, and how many of them are digits.
    pub(super) fn count(&self) -> (usize, usize) {
        let digits = self.signs.iter().filter(|sign| sign.glyph.text.bytes().all(|byte| byte.is_ascii_digit()));
        (self.signs.len(), digits.count())
    }
}

/// Makes the page of what was found on it.
pub(super) fn page(found: Found) -> Page {
    let width = found.size.0;
    let groups = attach_small(group(found.glyphs));
    let rows: Vec<Row> = groups.into_iter().filter_map(row).collect();
    let Found { size, pictures, turned, shapes, .. } = found;
    let mut page = Page { size, pictures, turned, shapes, ..Page::default() };
    for row in columns::in_reading_order(rows, width) {
        push(&mut page, &row);
    }
    page
}

/// Signs that share a baseline, from top to bottom.
struct Group {
    baseline: f32,
    size: f32,
    signs: Vec<Sign>,
}

fn group(mut glyphs: Vec<Glyph>) -> Vec<Group> {
    glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.x.0.total_cmp(&b.x.0)));
    let mut groups: Vec<Group> = Vec::new();
    for glyph in glyphs {
        let sign = |glyph| Sign { glyph, raised: false, space_before: false };
        match groups.last_mut() {
            Some(group) if glyph.baseline - group.baseline <= SAME_BASELINE * glyph.size.max(group.size) => {
                // Spaces may have any size; what is seen decides.
                if !glyph.text.trim().is_empty() {
                    group.size = group.size.max(glyph.size);
                }
                group.signs.push(sign(glyph));
            }
            _ => {
                let size = if glyph.text.trim().is_empty() { 0.0 } else { glyph.size };
                groups.push(Group { baseline: glyph.baseline, size, signs: vec![sign(glyph)] });
            }
        }
    }
    groups
}

/// Puts small raised or lowered signs into the row that they belong to.
fn attach_small(mut groups: Vec<Group>) -> Vec<Group> {
    for index in 0..groups.len() {
        let small = &groups[index];
        let (baseline, size) = (small.baseline, small.size);
        let Some(host) = [index.wrapping_sub(1), index + 1].into_iter().find(|host| {
            let Some(host) = groups.get(*host) else { return false };
            let offset = host.baseline - baseline;
            let fits = (-0.3 * host.size..=0.65 * host.size).contains(&offset);
            fits && size < SMALL * host.size && beside(&groups[index], host)
        }) else {
            continue;
        };
        let raised = groups[host].baseline > baseline;
        let moved = std::mem::take(&mut groups[index].signs);
        groups[host].signs.extend(moved.into_iter().map(|sign| Sign { raised, ..sign }));
    }
    groups.retain(|group| !group.signs.is_empty());
    groups
}

/// Whether each seen sign of a small group touches a sign of the host, from its left or right.
fn beside(small: &Group, host: &Group) -> bool {
    let near = 0.5 * host.size;
    let mut seen = small.signs.iter().filter(|sign| !sign.glyph.text.trim().is_empty()).peekable();
    let touches = |sign: &Sign| {
        host.signs.iter().any(|other| {
            let (left, right) = other.glyph.x;
            !other.glyph.text.trim().is_empty() && sign.glyph.x.0 <= right + near && sign.glyph.x.1 >= left - near
        })
    };
    // Small print between two lines of a table is longer than an index.
    seen.peek().is_some() && seen.clone().count() <= 40 && seen.any(touches)
}

/// Signs of a group as cells; `None` when nothing is seen of it.
fn row(mut group: Group) -> Option<Row> {
    group.signs.sort_by(|a, b| a.glyph.x.0.total_cmp(&b.glyph.x.0));
    let has_spaces = group.signs.iter().any(|sign| sign.glyph.text == " ");
    let mut cells: Vec<Cell> = Vec::new();
    let mut space = false;
    for mut sign in group.signs {
        if sign.glyph.text.chars().all(char::is_whitespace) {
            space = space || cells.last().is_some_and(|cell| sign.glyph.x.1 > cell.x.1);
            continue;
        }
        let Some(cell) = cells.last_mut() else {
            cells.push(Cell { x: sign.glyph.x, signs: vec![sign] });
            continue;
        };
        if printed_over(cell, &sign) {
            continue;
        }
        let size = sign.glyph.size.max(SMALL * group.size);
        let gap = sign.glyph.x.0 - cell.x.1;
        if gap > CELL_GAP * size {
            cells.push(Cell { x: sign.glyph.x, signs: vec![sign] });
        } else {
            let least = if has_spaces { SPACE_BESIDE_SPACES } else { SPACE };
            // A space that another sign was printed over is none.
            sign.space_before = (space && gap > WRITTEN_SPACE * size) || gap > least * size;
            cell.x.1 = cell.x.1.max(sign.glyph.x.1);
            cell.signs.push(sign);
        }
        space = false;
    }
    let cells = part_figures(cells);
    let size = usual_size(&cells);
    (!cells.is_empty()).then_some(Row { baseline: group.baseline, size, cells })
}

/// Figures in narrow columns stand closer to each other than words of two cells: in a row of a table, each is a cell.
fn part_figures(cells: Vec<Cell>) -> Vec<Cell> {
    if cells.len() < 3 {
        return cells;
    }
    let mut parted: Vec<Cell> = Vec::new();
    for cell in cells {
        let figure =
            |sign: &Sign| sign.glyph.text.chars().all(|sign| sign.is_ascii_digit() || ".,-+%\u{2212}".contains(sign));
        if !cell.signs.iter().all(figure) {
            parted.push(cell);
            continue;
        }
        let mut right = f32::MAX;
        for mut sign in cell.signs {
            let apart = sign.space_before && sign.glyph.x.0 - right > FIGURE_GAP * sign.glyph.size;
            right = sign.glyph.x.1;
            match parted.last_mut().filter(|_| !apart && sign.glyph.x.0 != cell.x.0) {
                Some(last) => {
                    last.x.1 = right;
                    last.signs.push(sign);
                }
                None => {
                    sign.space_before = false;
                    parted.push(Cell { x: sign.glyph.x, signs: vec![sign] });
                }
            }
        }
    }
    parted
}

/// One sign printed twice, a little apart, is one bold sign.
fn printed_over(cell: &mut Cell, sign: &Sign) -> bool {
    let width = sign.glyph.x.1 - sign.glyph.x.0;
    if width < 0.15 * sign.glyph.size || sign.glyph.text == "\u{fffd}" {
        return false;
    }
    let from = cell.signs.len().saturating_sub(3);
    let same = |other: &&mut Sign| {
        let near = (other.glyph.x.0 - sign.glyph.x.0).abs() < 0.12 * sign.glyph.size;
        near && other.glyph.text == sign.glyph.text && (other.glyph.size - sign.glyph.size).abs() < 0.1
    };
    match cell.signs[from..].iter_mut().find(same) {
        Some(other) => {
            other.glyph.bold = true;
            true
        }
        None => false,
    }
}

/// The size of most signs.
fn usual_size(cells: &[Cell]) -> f32 {
    let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
    for sign in cells.iter().flat_map(|cell| &cell.signs) {
        *sizes.entry((sign.glyph.size * 10.0).round() as u32).or_default() += 1;
    }
    sizes.into_iter().max_by_key(|(tenths, n)| (*n, *tenths)).map_or(0.0, |(tenths, _)| tenths as f32 / 10.0)
}

fn push(page: &mut Page, row: &Row) {
    let start = page.text.len();
    let (mut cells, mut marks) = (Vec::new(), Vec::new());
    let (mut bold, mut italic) = (true, true);
    for (position, cell) in row.cells.iter().enumerate() {
        if position > 0 {
            page.text.push('\t');
        }
        let cell_start = page.text.len();
        for sign in &cell.signs {
            if sign.space_before {
                page.text.push(' ');
            }
            let at = page.text.len();
            // No sign may end the line or the cell.
            page.text.extend(sign.glyph.text.chars().map(|sign| if sign.is_control() { '\u{fffd}' } else { sign }));
            if is_mark(sign) {
                mark(&mut marks, at..page.text.len());
            } else if sign.glyph.text.chars().any(char::is_alphanumeric) {
                bold &= sign.glyph.bold;
                italic &= sign.glyph.italic;
            }
        }
        cells.push(LineCell { range: cell_start..page.text.len(), x: cell.x });
    }
    let range = start..page.text.len();
    page.text.push('\n');
    let (left, right) = row.x();
    let bounds = [left, row.baseline - 0.8 * row.size, right, row.baseline + 0.2 * row.size];
    page.lines.push(Line { range, bounds, size: row.size, bold, italic, cells, marks, role: Role::Unsaid });
}

fn is_mark(sign: &Sign) -> bool {
    sign.raised && sign.glyph.text.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '*' | '†' | '‡'))
}

fn mark(marks: &mut Vec<std::ops::Range<usize>>, found: std::ops::Range<usize>) {
    match marks.last_mut() {
        Some(last) if last.end == found.start => last.end = found.end,
        _ => marks.push(found),
    }
}
