// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Footnotes: small lines at the foot of a page that begin with a mark, and the marks in the text that point at them.

use crate::block::look::{At, Usual};
use crate::file::{Line, Page, Role};

/// A footnote.
pub(super) struct Note {
    pub(super) mark: String,
    pub(super) lines: Vec<At>,
}

/// Footnotes of one page; `free` are its lines that are nothing else yet.
pub(super) fn find(page_index: usize, page: &Page, free: &[usize], usual: &Usual) -> Vec<Note> {
    let small = |index: &usize| page.lines[*index].size < 0.93 * usual.size && page.lines[*index].role == Role::Unsaid;
    let n_small = free.iter().rev().take_while(|index| small(index)).count();
    let tail = &free[free.len() - n_small..];
    let Some(first) = tail.iter().position(|index| mark(page, &page.lines[*index]).is_some()) else {
        return Vec::new();
    };
    let mut notes: Vec<Note> = Vec::new();
    for index in &tail[first..] {
        let line = &page.lines[*index];
        match (mark(page, line), notes.last_mut()) {
            (None, Some(note)) => note.lines.push((page_index, *index)),
            (mark, _) => notes.push(Note { mark: mark.unwrap_or_default(), lines: vec![(page_index, *index)] }),
        }
    }
    notes
}

/// The mark that a line begins with: raised, or a number that is raised elsewhere on the page.
pub(super) fn mark(page: &Page, line: &Line) -> Option<String> {
    // A figure in several cells is a row of a table.
    if line.cells.len() > 2 {
        return None;
    }
    if let Some(raised) = line.marks.first().filter(|raised| raised.start == line.range.start) {
        return Some(page.text[raised.clone()].to_owned());
    }
    let text = page.line_text(line);
    let number: String = text.chars().take_while(char::is_ascii_digit).collect();
    let followed = text[number.len()..].starts_with([' ', '\t', ')']);
    let mut raised = page.lines.iter().flat_map(|other| other.marks.iter().map(|mark| &page.text[mark.clone()]));
    (!number.is_empty() && number.len() < 4 && followed && raised.any(|mark| mark == number)).then_some(number)
}
