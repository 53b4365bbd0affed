// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Lists: how deep an item lies, and which block introduces it.
//!
//! A list is a run of items; running heads and footnotes between them do not end it. On paper an item lies deeper than
//! one that begins further to the left, and in another column, or on another page, as deep as one with the same sign.
//! Invariant: 0 is outermost, and no item lies deeper than [`DEEPEST`].

use crate::block::look::{At, line};
use crate::block::{Block, BlockKind, Draft};
use crate::file::{Page, Role};

/// No item lies deeper.
const DEEPEST: u8 = 9;

/// A list that is open: its left edge, and what stands before its items.
struct Open {
    left: f32,
    sign: Sign,
}

/// What stands before an item. Numbers are alike, and so are letters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Number,
    Letter,
    Other(char),
}

/// Fills how deep each item lies.
pub(super) fn set_depths(pages: &[Page], drafts: &mut [Draft]) {
    let mut open: Vec<Open> = Vec::new();
    let mut last: Option<At> = None;
    for draft in drafts {
        match draft.kind {
            BlockKind::RunningHead | BlockKind::Footnote(_) => continue,
            BlockKind::Item => {}
            _ => {
                open.clear();
                continue;
            }
        }
        let Some(&at) = draft.lines.first() else { continue };
        draft.depth = match line(pages, at).role {
            Role::Item(depth) => depth.min(DEEPEST),
            _ => by_place(pages, at, last, &mut open),
        };
        last = draft.lines.last().copied();
    }
}

fn by_place(pages: &[Page], at: At, last: Option<At>, open: &mut Vec<Open>) -> u8 {
    let this = line(pages, at);
    let (left, sign) = (this.bounds[0], sign(pages[at.0].line_text(this)));
    let moved = last.is_some_and(|last| last.0 != at.0 || line(pages, last).bounds[3] > this.bounds[3]);
    let is_there = |list: &Open| (list.left - left).abs() < 3.0;
    if moved && !open.is_empty() {
        let same = |list: &Open| list.sign == sign;
        let found = open.iter().position(|list| same(list) && is_there(list)).or_else(|| open.iter().position(same));
        let depth = found.unwrap_or(open.len() - 1);
        open.truncate(depth + 1);
        // The lists around it stand in this column too.
        let by = left - open[depth].left;
        open.iter_mut().for_each(|list| list.left += by);
    } else {
        while open.last().is_some_and(|list| list.left > left + 3.0) {
            open.pop();
        }
        if open.len() <= usize::from(DEEPEST) && !open.last().is_some_and(is_there) {
            open.push(Open { left, sign });
        }
    }
    open.len().saturating_sub(1) as u8
}

fn sign(text: &str) -> Sign {
    match text.trim_start_matches('(').chars().next() {
        Some(first) if first.is_numeric() => Sign::Number,
        Some(first) if first.is_alphabetic() => Sign::Letter,
        other => Sign::Other(other.unwrap_or(' ')),
    }
}

/// Fills which block introduces the list of each item: the paragraph right before the list, or the item right before a
/// list in a list. A list in a list that nothing introduces is part of the one around it.
pub(crate) fn set_lead_ins(blocks: &mut [Block]) {
    // By depth.
    let mut open: Vec<Option<usize>> = Vec::new();
    let mut before: Option<usize> = None;
    for index in 0..blocks.len() {
        match blocks[index].kind {
            BlockKind::RunningHead | BlockKind::Footnote(_) => continue,
            BlockKind::Item => {
                let depth = usize::from(blocks[index].depth);
                let introduced = before.filter(|before| introduces(&blocks[*before], &blocks[index]));
                if depth >= open.len() {
                    let around = open.last().copied().flatten();
                    open.resize(depth + 1, introduced.or(around));
                }
                open.truncate(depth + 1);
                blocks[index].lead_in = open[depth];
            }
            _ => open.clear(),
        }
        before = Some(index);
    }
}

/// Whether a block leaves open what the item says: it ends in a sign that opens. A paragraph may also end in a comma, or
/// without any sign before a small letter; an item that does so is one of a row of items.
fn introduces(block: &Block, item: &Block) -> bool {
    let text = block.text().trim_end().trim_end_matches(['’', '”', '"', ')']).trim_end();
    let opens = text.ends_with([':', '…', '–', '—']) || text.ends_with("...");
    let goes_on = || item.text().chars().find(|sign| sign.is_alphabetic()).is_some_and(char::is_lowercase);
    match block.kind {
        BlockKind::Item => opens,
        BlockKind::Paragraph => {
            opens || text.ends_with(['-', ',']) || (text.ends_with(char::is_alphanumeric) && goes_on())
        }
        _ => false,
    }
}
