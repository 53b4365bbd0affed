// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Running heads, running feet and page numbers: lines at the edge of a page that come back on others, at the same
//! height and in the same size.
//!
//! They stand on at least half of the pages, or on three that follow each other (left and right pages may take turns).
//! No running head: what comes back here and there, like a heading that each chapter has; a row of the list of contents;
//! and a line larger than the text, unless it stands on most pages.

use std::collections::{BTreeMap, BTreeSet};

use crate::block::contents;
use crate::block::look::{At, Usual, line, tenths};
use crate::file::{Page, Role};
use crate::recipe::Recipe;

/// Lines at the top and at the bottom that may be such.
const EDGE: usize = 3;
/// On so many pages at least.
const PAGES: usize = 3;
/// More cells than this are a row of a table.
const CELLS: usize = 3;

/// Lines at one edge of pages that read the same but for their numbers, with the same size.
type Alike = (String, bool, u32);

/// Positions of all such lines, in order.
pub(super) fn find(pages: &[Page], recipe: &Recipe, usual: &Usual) -> Vec<At> {
    let mut seen: BTreeMap<Alike, Vec<At>> = BTreeMap::new();
    let mut found = Vec::new();
    for (page_index, page) in pages.iter().enumerate() {
        let n = page.lines.len();
        let lists = lists_contents(page);
        for (index, line) in page.lines.iter().enumerate().filter(|(index, _)| *index < EDGE || index + EDGE >= n) {
            if line.role != Role::Unsaid {
                continue;
            }
            let text = page.line_text(line);
            let shape = shape(text);
            let at_top = line.bounds[3] < page.size.1 / 2.0;
            let is_number = page.printed.as_deref().is_some_and(|printed| shape == "#" && text.contains(printed));
            if is_number || recipe.running_heads().any(|head| head == shape) {
                found.push((page_index, index));
            } else if !shape.is_empty() && shape != "#" && line.cells.len() <= CELLS {
                let is_row = lists && contents::row(text).is_some();
                let key = (shape, at_top, tenths(line.size));
                if !is_row || seen.contains_key(&key) {
                    seen.entry(key).or_default().push((page_index, index));
                }
            }
        }
    }
    let n_pages = pages.iter().filter(|page| !page.lines.is_empty()).count();
    for ((_, _, size), lines) in &seen {
        let lines = at_one_height(pages, lines);
        let on: BTreeSet<usize> = lines.iter().map(|at| at.0).collect();
        let is_large = *size as f32 > 11.5 * usual.size;
        if on.len() >= PAGES && on.len() * 2 >= n_pages {
            found.extend(lines);
        } else if !is_large {
            let in_runs = in_runs(&on);
            found.extend(lines.into_iter().filter(|at| in_runs.contains(&at.0)));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether most lines of a page are rows of a list of contents.
fn lists_contents(page: &Page) -> bool {
    let rows = page.lines.iter().filter(|line| contents::row(page.line_text(line)).is_some()).count();
    rows > PAGES && rows * 2 > page.lines.len()
}

/// Those of the lines that stand where most of them stand.
fn at_one_height(pages: &[Page], lines: &[At]) -> Vec<At> {
    let bottom = |at: &At| line(pages, *at).bounds[3];
    let mut bottoms: Vec<f32> = lines.iter().map(bottom).collect();
    bottoms.sort_by(f32::total_cmp);
    let middle = bottoms.get(bottoms.len() / 2).copied().unwrap_or(0.0);
    lines.iter().filter(|at| (bottom(at) - middle).abs() < 3.0).copied().collect()
}

/// Pages that follow each other, at least three; one between them may be without.
fn in_runs(on: &BTreeSet<usize>) -> BTreeSet<usize> {
    let (mut kept, mut run): (BTreeSet<usize>, Vec<usize>) = (BTreeSet::new(), Vec::new());
    for page in on.iter().copied().map(Some).chain([None]) {
        if page.is_none_or(|page| run.last().is_some_and(|last| page > last + 2)) {
            if run.len() >= PAGES {
                kept.extend(run.iter().copied());
            }
            run.clear();
        }
        run.extend(page);
    }
    kept
}

/// A line with each number as `#`: what heads have in common.
pub(crate) fn shape(text: &str) -> String {
    let mut shape = String::new();
    for sign in text.trim().chars() {
        match sign {
            sign if sign.is_numeric() && shape.ends_with('#') => {}
            sign if sign.is_numeric() => shape.push('#'),
            sign if sign.is_whitespace() && shape.ends_with(' ') => {}
            sign if sign.is_whitespace() => shape.push(' '),
            // A number between dashes is a number.
            '-' | '–' | '—' | '|' if shape.is_empty() => {}
            sign => shape.push(sign),
        }
    }
    let end = shape.trim_end_matches(['-', '–', '—', '|', ' ']).len();
    shape[..end].trim().to_owned()
}
