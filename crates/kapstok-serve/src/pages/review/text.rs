// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The text around a statement, with the statement and its marks in it.
//!
//! In: a document and a proposal. Out: the block of the statement and those beside it. Invariant: the quote stands there
//! word for word, also where its block is not found, as that of an ask from another document.

use kapstok_read::review::Proposal;
use kapstok_share::documents::marked::{Form, Mark, Marked, marked};
use kapstok_share::documents::tally::anchor_of;

use super::super::documents::text::{Piece, class, key, piece};
use super::super::voice::Voice;
use crate::desk::review::ReviewDesk;

/// A block of text.
pub(super) struct Block {
    pub(super) class: &'static str,
    /// Text before the statement, the statement, text behind it; a block beside it has only the first.
    pub(super) before: Vec<Piece>,
    pub(super) here: Vec<Piece>,
    pub(super) after: Vec<Piece>,
}

/// The text around a statement.
pub(super) fn blocks(v: &Voice, desk: &ReviewDesk, proposal: &Proposal) -> Vec<Block> {
    let statement = desk.rows.statements.iter().find(|one| one.key == proposal.key);
    let all = marked(&desk.rows);
    let found = statement.and_then(|one| {
        let anchor = anchor_of(one.id);
        let of = |block: &Marked<'_>| block.parts.iter().position(|part| part.anchor.as_ref() == Some(&anchor));
        all.iter().enumerate().find_map(|(at, block)| Some((at, of(block)?)))
    });
    let Some((at, part)) = found else { return alone(proposal) };
    let from = at.saturating_sub(1);
    let near = all.iter().enumerate().skip(from).take(at + 2 - from);
    // A table beside it has no sentences, and its block no text that reads as one.
    let near = near.filter(|(position, block)| *position == at || block.form != Form::Table);
    near.map(|(position, block)| one_block(v, block, (position == at).then_some(part))).collect()
}

fn one_block(v: &Voice, block: &Marked<'_>, here: Option<usize>) -> Block {
    let pieces = |from: usize, to: usize, with_marks: bool| {
        let runs = block.parts.iter().take(to).skip(from).flat_map(|part| &part.runs);
        let made = runs.map(|run| piece(v, run));
        // Marks of other sentences would draw the eye away from this one.
        let plain = |made: Piece| if with_marks { made } else { Piece { text: made.text, ..Piece::default() } };
        made.map(plain).collect()
    };
    let n = block.parts.len();
    let class = match block.form {
        Form::Heading(_) | Form::Title => "review-heading",
        Form::Item => "review-item",
        _ => "",
    };
    match here {
        Some(at) => Block {
            class,
            before: pieces(0, at, false),
            here: pieces(at, at + 1, true),
            after: pieces(at + 1, n, false),
        },
        None => Block { class, before: pieces(0, n, false), here: Vec::new(), after: Vec::new() },
    }
}

/// The quote with what the file of decisions has before and behind it.
fn alone(proposal: &Proposal) -> Vec<Block> {
    let plain = |text: &str| match text {
        "" => Vec::new(),
        text => vec![Piece { text: text.to_owned(), ..Piece::default() }],
    };
    let block =
        |before: &str, here: &str| Block { class: "", before: plain(before), here: plain(here), after: Vec::new() };
    let all = [block(&proposal.before, ""), block("", &proposal.quote), block(&proposal.after, "")];
    all.into_iter().filter(|block| !block.before.is_empty() || !block.here.is_empty()).collect()
}

/// The marks that stand in the statement, with their words.
pub(super) fn legend(v: &Voice, blocks: &[Block]) -> Vec<(String, String)> {
    let has = |mark: &Mark| {
        let pieces = blocks.iter().flat_map(|block| &block.here);
        let class = class(&[*mark]);
        pieces.flat_map(|piece| piece.class.split(' ')).any(|known| known == class)
    };
    Mark::ALL.into_iter().filter(has).map(|mark| (class(&[mark]), v.s(key(mark)))).collect()
}
