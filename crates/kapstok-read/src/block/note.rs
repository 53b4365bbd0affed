// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Footnotes: small lines at the foot of a page that begin with a mark, and the marks in the text that point at them.

use std::collections::BTreeSet;

use crate::block::look::{At, Usual};
use crate::file::{Line, Page, Role};

/// A footnote.
pub(super) struct Note<'p> {
    pub(super) mark: &'p str,
    pub(super) lines: Vec<At>,
}

/// Footnotes of one page; `free` are its lines that are nothing else yet.
pub(super) fn find<'p>(page_index: usize, page: &'p Page, free: &[usize], usual: &Usual) -> Vec<Note<'p>> {
    let small = |index: &usize| page.lines[*index].size < 0.93 * usual.size && page.lines[*index].role == Role::Unsaid;
    let n_small = free.iter().rev().take_while(|index| small(index)).count();
    let tail = &free[free.len() - n_small..];
    let raised: BTreeSet<&str> =
        page.lines.iter().flat_map(|line| line.marks.iter().map(|mark| &page.text[mark.clone()])).collect();
    let mark = |index: usize| mark(page, &page.lines[index], &raised);
    let Some(first) = tail.iter().position(|index| mark(*index).is_some()) else {
        return Vec::new();
    };
    let mut notes: Vec<Note<'p>> = Vec::new();
    for index in &tail[first..] {
        match (mark(*index), notes.last_mut()) {
            (None, Some(note)) => note.lines.push((page_index, *index)),
            (mark, _) => notes.push(Note { mark: mark.unwrap_or_default(), lines: vec![(page_index, *index)] }),
        }
    }
    notes
}

/// The mark that a line begins with: raised, or a number that is raised elsewhere on the page.
fn mark<'p>(page: &'p Page, line: &Line, raised: &BTreeSet<&str>) -> Option<&'p str> {
    // A figure in several cells is a row of a table.
    if line.cells.len() > 2 {
        return None;
    }
    if let Some(first) = line.marks.first().filter(|first| first.start == line.range.start) {
        return Some(&page.text[first.clone()]);
    }
    let text = page.line_text(line);
    let number = &text[..text.bytes().take_while(u8::is_ascii_digit).count()];
    let followed = text[number.len()..].starts_with([' ', '\t', ')']);
    (!number.is_empty() && number.len() < 4 && followed && raised.contains(number)).then_some(number)
}
