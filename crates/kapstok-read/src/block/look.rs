// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is usual in a document: its size, distances and edges. All that is told by look is told against these.

use std::collections::BTreeMap;

use crate::file::{Line, Page, Role};
use crate::work::turn;

/// The position of a line: page and line, from 0.
pub(crate) type At = (usize, usize);

/// Measures of a whole document.
#[derive(Clone, Debug)]
pub(crate) struct Usual {
    /// Size of most signs, points.
    pub(crate) size: f32,
    /// Most signs are italic; most are bold.
    pub(crate) italic: bool,
    pub(crate) bold: bool,
    /// By page: from one baseline to the next, most often.
    leading: Vec<f32>,
    /// By page: right edge of the text.
    right: Vec<f32>,
}

impl Usual {
    pub(crate) fn of(pages: &[Page]) -> Self {
        let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
        let (mut italic, mut bold, mut all) = (0, 0, 0);
        for line in pages.iter().flat_map(|page| &page.lines) {
            let n = line.range.len();
            *sizes.entry(tenths(line.size)).or_default() += n;
            all += n;
            italic += if line.italic { n } else { 0 };
            bold += if line.bold { n } else { 0 };
        }
        let size = sizes.iter().max_by_key(|(size, n)| (**n, **size)).map_or(0.0, |(size, _)| *size as f32 / 10.0);
        let leading = pages.iter().map(|page| leading(page, size)).collect();
        let right = pages.iter().map(right).collect();
        Self { size, italic: italic * 2 > all, bold: bold * 2 > all, leading, right }
    }

    /// Whether a line stands apart from the one above it on its page.
    pub(crate) fn is_apart(&self, pages: &[Page], at: At, above: At) -> bool {
        let (line, other) = (line(pages, at), line(pages, above));
        let distance = line.bounds[3] - other.bounds[3];
        let usual = self.leading[at.0] * (line.size.max(other.size) / self.size).max(1.0);
        distance > 1.35 * usual || distance < -0.5 * usual
    }

    /// Whether a line ends before the edge of the text, so far that the first word of the next would have had room.
    pub(crate) fn ends_early(&self, pages: &[Page], at: At, next: Option<At>) -> bool {
        let this = line(pages, at);
        let room = self.right[at.0] - this.bounds[2];
        let word = next.map_or(0, |next| {
            let text = pages[next.0].line_text(line(pages, next));
            text.split_whitespace().next().map_or(0, |word| word.chars().count())
        });
        room > (word as f32 + 1.0) * 0.55 * this.size
    }

    /// How a line differs from the usual: larger, bold or italic where most is not.
    pub(crate) fn stands_out(&self, line: &Line) -> bool {
        line.size > 1.08 * self.size
            || (line.bold && !self.bold)
            || (line.italic && !self.italic && line.size > 0.95 * self.size)
    }
}

pub(crate) fn line(pages: &[Page], at: At) -> &Line {
    turn();
    &pages[at.0].lines[at.1]
}

pub(crate) fn tenths(size: f32) -> u32 {
    (size * 10.0).round().clamp(0.0, 1e6) as u32
}

fn leading(page: &Page, size: f32) -> f32 {
    let mut found: BTreeMap<u32, usize> = BTreeMap::new();
    for pair in page.lines.windows(2) {
        let distance = pair[1].bounds[3] - pair[0].bounds[3];
        if distance > 0.8 * size && distance < 2.5 * size && pair[1].role == Role::Unsaid {
            *found.entry((distance * 2.0).round() as u32).or_default() += 1;
        }
    }
    found
        .iter()
        .max_by_key(|(distance, n)| (**n, std::cmp::Reverse(**distance)))
        .map_or(1.3 * size, |(half, _)| *half as f32 / 2.0)
}

fn right(page: &Page) -> f32 {
    let mut edges: Vec<f32> = page.lines.iter().map(|line| line.bounds[2]).collect();
    edges.sort_by(f32::total_cmp);
    // One long line, as of a table, is not the edge of the text.
    edges.get(edges.len() * 9 / 10).copied().unwrap_or(0.0)
}
