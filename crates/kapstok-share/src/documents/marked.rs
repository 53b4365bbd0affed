// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The whole text of a document, with what its sentences say marked in it.
//!
//! In: rows. Out: blocks in reading order, cut where a sentence or a mark begins or ends. Invariant: the parts of a
//! block, one behind the other, are its text, whatever the places say: one that does not fit marks nothing.

use std::collections::BTreeMap;

use kapstok_read::row::{BlockRow, DocumentRows, StatementRow};

use super::tally::anchor_of;

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Words that tell an area.
    Area,
    /// Words that bind.
    Commitment,
    /// A target, a parameter or a fact.
    Target,
    /// Money.
    Money,
}

impl Mark {
    /// All, in the order of a legend.
    pub const ALL: [Self; 4] = [Self::Area, Self::Commitment, Self::Target, Self::Money];

    /// In one word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Commitment => "commitment",
            Self::Target => "target",
            Self::Money => "money",
        }
    }
}

/// What a block is, for a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The title of the document.
    Title,
    /// A heading, with the level that it has on a page: never more than one below the heading before it.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// A footnote.
    Footnote,
    /// A row of the list of contents.
    Contents,
}

/// A block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked<'a> {
    /// Position of the block in the document.
    pub position: usize,
    /// What it is.
    pub form: Form,
    /// Where it begins: printed number, page of the file.
    pub page: (Option<&'a str>, u32),
    /// Whether it is the first of its page.
    pub begins_page: bool,
    /// Its text.
    pub parts: Vec<Part<'a>>,
    /// Rows of a table: label, then cells.
    pub rows: &'a [Vec<Option<String>>],
}

/// A sentence, or what stands between sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// The anchor of a sentence.
    pub anchor: Option<String>,
    /// Its text in pieces.
    pub runs: Vec<Run<'a>>,
}

/// Text with one set of marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// The text.
    pub text: &'a str,
    /// What it says, each once.
    pub marks: Vec<Mark>,
    /// Those that begin here.
    pub begin: Vec<Mark>,
}

/// All blocks but running heads.
pub fn marked(rows: &DocumentRows) -> Vec<Marked<'_>> {
    let mut blocks = Vec::new();
    let sentences = by_block(rows);
    let (mut page, mut heading) = (None, 1);
    for (position, block) in rows.blocks.iter().enumerate() {
        let Some(form) = form(block, &mut heading) else { continue };
        let is_new = page != Some(block.pdf_page);
        page = Some(block.pdf_page);
        blocks.push(Marked {
            position,
            form,
            page: (block.page.as_deref(), block.pdf_page),
            begins_page: is_new,
            parts: parts(&block.text, sentences.get(&position).map_or(&[], Vec::as_slice)),
            rows: &block.rows,
        });
    }
    blocks
}

/// The form of a block; none for what is left out.
fn form(block: &BlockRow, heading: &mut u8) -> Option<Form> {
    Some(match block.kind.as_str() {
        "running-head" => return None,
        "title" => Form::Title,
        "heading" => {
            let meant = block.level.unwrap_or(1).saturating_add(1);
            *heading = meant.clamp(2, 6).min(*heading + 1);
            Form::Heading(*heading)
        }
        "item" => Form::Item,
        "table" => Form::Table,
        "footnote" => Form::Footnote,
        "contents" => Form::Contents,
        _ => Form::Paragraph,
    })
}

/// Sentences by block, in the order of its text.
fn by_block(rows: &DocumentRows) -> BTreeMap<usize, Vec<&StatementRow>> {
    let mut blocks: BTreeMap<usize, Vec<&StatementRow>> = BTreeMap::new();
    for one in rows.statements.iter().filter(|one| one.place.cell.is_none()) {
        if let Ok(position) = usize::try_from(one.place.block) {
            blocks.entry(position).or_default().push(one);
        }
    }
    blocks.values_mut().for_each(|of_block| of_block.sort_by_key(|one| (one.place.span, one.id)));
    blocks
}

fn parts<'a>(text: &'a str, sentences: &[&StatementRow]) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    let mut at = 0;
    for sentence in sentences {
        let [start, end] = sentence.place.span;
        let (Some(before), Some(own)) = (text.get(at..start), text.get(start..end)) else { continue };
        parts.extend(plain(before));
        parts.push(Part { anchor: Some(anchor_of(sentence.id)), runs: runs(own, &spans(sentence)) });
        at = end;
    }
    parts.extend(text.get(at..).and_then(plain));
    parts
}

fn plain(text: &str) -> Option<Part<'_>> {
    let run = Run { text, marks: Vec::new(), begin: Vec::new() };
    (!text.is_empty()).then(|| Part { anchor: None, runs: vec![run] })
}

/// What is marked in a sentence.
fn spans(sentence: &StatementRow) -> Vec<(Mark, [usize; 2])> {
    let areas = sentence.areas.iter().map(|area| (Mark::Area, area.span));
    let commitment = sentence.commitment.iter().map(|it| (Mark::Commitment, it.span));
    let targets = sentence.targets.iter().map(|target| (Mark::Target, target.span));
    let money = sentence.money.iter().map(|amount| (Mark::Money, amount.span));
    areas.chain(commitment).chain(targets).chain(money).collect()
}

/// Cuts a sentence where a mark begins or ends.
fn runs<'a>(text: &'a str, spans: &[(Mark, [usize; 2])]) -> Vec<Run<'a>> {
    let fits = |span: &[usize; 2]| span[0] < span[1] && text.get(span[0]..span[1]).is_some();
    let spans: Vec<_> = spans.iter().filter(|(_, span)| fits(span)).collect();
    let mut cuts: Vec<usize> = spans.iter().flat_map(|(_, span)| *span).chain([0, text.len()]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let set = |is_meant: &dyn Fn(&[usize; 2]) -> bool| {
        let mut marks: Vec<Mark> = spans.iter().filter(|(_, span)| is_meant(span)).map(|(mark, _)| *mark).collect();
        marks.sort_unstable();
        marks.dedup();
        marks
    };
    let run = |ends: &[usize]| {
        let (start, end) = (ends[0], ends[1]);
        Some(Run {
            text: text.get(start..end)?,
            marks: set(&|span| span[0] <= start && end <= span[1]),
            begin: set(&|span| span[0] == start),
        })
    };
    cuts.windows(2).filter_map(run).collect()
}
