// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a table is called: the paragraph directly above it, or on paper below it in print as small as its own.
//!
//! A caption is short and no sentence: it does not end in a full stop. Not here: words that captions begin with.

use crate::block::look::line;
use crate::block::{Block, BlockKind};
use crate::file::{Page, Role};

/// No caption is longer, signs.
const LONGEST: usize = 200;

/// Fills the caption of each table.
pub(crate) fn set_captions(blocks: &mut [Block], pages: &[Page]) {
    let is_text = |block: &Block| !matches!(block.kind, BlockKind::RunningHead | BlockKind::Footnote(_));
    let order: Vec<usize> = (0..blocks.len()).filter(|index| is_text(&blocks[*index])).collect();
    // What stands between two tables is the caption of one of them.
    let mut taken = None;
    for (at, index) in order.iter().enumerate() {
        let table = &blocks[*index];
        if table.table.is_none() {
            continue;
        }
        let above = at.checked_sub(1).map(|above| order[above]).filter(|above| taken != Some(*above));
        let above = above.filter(|above| is_above(&blocks[*above], table));
        let below = || order.get(at + 1).copied().filter(|below| is_below(table, &blocks[*below], pages));
        let found = above.or_else(below);
        taken = found;
        let caption = found.map(|found| blocks[found].place.clone());
        if let Some(table) = &mut blocks[*index].table {
            table.caption = caption;
        }
    }
}

fn is_caption(block: &Block) -> bool {
    let text = block.text();
    let is_short = text.chars().take(LONGEST + 1).count() <= LONGEST;
    block.kind == BlockKind::Paragraph && is_short && !text.ends_with('.')
}

fn is_above(block: &Block, table: &Block) -> bool {
    is_caption(block) && block.place.page() == table.place.page()
}

/// At the foot of the table, in print no larger than its own.
fn is_below(table: &Block, block: &Block, pages: &[Page]) -> bool {
    let (Some(last), Some(first)) = (table.lines.last(), block.lines.first()) else { return false };
    let (foot, head) = (line(pages, *last), line(pages, *first));
    let small = head.role == Role::Unsaid && head.size <= foot.size + 0.2;
    let near = head.bounds[3] - foot.bounds[3] < 3.0 * foot.size;
    is_caption(block) && last.0 == first.0 && small && near
}
