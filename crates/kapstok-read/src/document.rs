// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A document that was read: sections, blocks, sentences, and what was not read of it.
//!
//! **Invariant:** each row has a place; each line of each page is in exactly one block.

use std::ops::Range;
use std::sync::Arc;

use crate::block::{Block, BlockKind, Draft, Table, TableCell, TableDraft, TableRow, drafts, place_of};
use crate::error::ReadWarning;
use crate::file::{Extracted, Page};
use crate::number::{Marks, figure};
use crate::place::{Origin, Place};
use crate::recipe::Recipe;
use crate::sentence::sentences;
use crate::text::{Join, Part, Piece, Words, normalise};

/// A document.
#[derive(Clone, Debug)]
pub struct Document {
    /// Which file, read by what.
    pub origin: Arc<Origin>,
    /// Its pages as they were found.
    pub pages: Vec<Page>,
    /// Its words, which decide about hyphens.
    pub words: Words,
    /// Sections in reading order; the first is what stands before any heading.
    pub sections: Vec<Section>,
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
    /// Sentences of paragraphs and items, in reading order.
    pub sentences: Vec<Sentence>,
    /// What was read, and what was not.
    pub coverage: Coverage,
    /// What is doubtful.
    pub warnings: Vec<ReadWarning>,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Headings, the highest first.
    pub path: Arc<[String]>,
    /// Depth of the last of them; 0 before any heading.
    pub level: u8,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From 1, in reading order.
    pub id: u32,
    /// Where it stands, with its words.
    pub place: Place,
    /// Position of its block.
    pub block: usize,
    /// It is longer than sentences are: a full stop may be missing.
    pub is_long: bool,
}

/// What was read, and what was not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Pages.
    pub pages: usize,
    /// Pages without text.
    pub pages_without_text: Vec<u32>,
    /// Sentences.
    pub sentences: usize,
    /// Tables, and how many of them have columns that were told apart.
    pub tables: usize,
    /// Tables with rows and columns.
    pub tables_read: usize,
    /// Footnotes: blocks, but not among the sentences.
    pub footnotes: usize,
    /// Running heads and numbers of pages that were left out.
    pub running_heads: usize,
    /// Rows of the list of contents.
    pub contents_lines: usize,
}

/// More words than this, and a full stop may be missing.
const LONG: usize = 60;

impl Document {
    /// Takes a file apart by a recipe.
    pub fn of(extracted: Extracted, recipe: &Recipe) -> Self {
        let Extracted { sha256, kind, version, pages, mut warnings } = extracted;
        let lists =
            |words: &[toml::Spanned<String>]| words.iter().map(|word| word.get_ref().clone()).collect::<Vec<_>>();
        let hyphens = &recipe.head.hyphens;
        let words = Words::of(&pages, &lists(&hyphens.joined), &lists(&hyphens.conjunctions));
        let origin = Arc::new(Origin {
            sha256,
            extractor: kind.extractor(),
            version,
            recipe: recipe.head.id.get_ref().clone(),
            recipe_sha256: recipe.sha256.clone(),
        });
        let drafts = drafts(&pages, recipe, &mut warnings);
        let mut maker = Maker {
            pages: &pages,
            words: &words,
            origin: &origin,
            marks: recipe.marks(),
            sections: Vec::new(),
            headings: Vec::new(),
        };
        maker.sections.push(Section { path: recipe.head.sections.before_first.iter().cloned().collect(), level: 0 });
        let blocks: Vec<Block> = drafts.into_iter().fold(Vec::new(), |mut blocks, draft| {
            blocks.extend(maker.block(draft, blocks.len()));
            blocks
        });
        let sections = maker.sections;
        let sentences = rows(&blocks, &pages, recipe);
        let coverage = coverage(&blocks, &pages, &sentences);
        language(&sentences, recipe, &mut warnings);
        Self { origin, pages, words, sections, blocks, sentences, coverage, warnings }
    }
}

struct Maker<'a> {
    pages: &'a [Page],
    words: &'a Words,
    origin: &'a Arc<Origin>,
    marks: Marks,
    sections: Vec<Section>,
    /// Headings that hold here.
    headings: Vec<(u8, String)>,
}

impl Maker<'_> {
    fn block(&mut self, draft: Draft, id: usize) -> Option<Block> {
        let parts: Vec<Part<'_>> = draft
            .pieces
            .iter()
            .map(|piece| Part { text: &self.pages[piece.page].text[piece.range.clone()], join: piece.join })
            .collect();
        let normal = normalise(&parts, self.words);
        if let BlockKind::Heading(level) = draft.kind {
            self.headings.retain(|(above, _)| *above < level);
            self.headings.push((level, normal.text().trim().to_owned()));
            let path = self.headings.iter().map(|(_, text)| text.clone()).collect();
            self.sections.push(Section { path, level });
        }
        let section = self.sections.len() - 1;
        let empty = Place {
            origin: Arc::clone(self.origin),
            page: 0,
            printed: None,
            section: Arc::clone(&self.sections[section].path),
            block: u32::try_from(id).unwrap_or(u32::MAX),
            span: 0..0,
            pieces: Vec::new(),
            quote: String::new(),
        };
        let whole = 0..normal.text().trim_end().len();
        let place = place_of(&normal, &draft.pieces, whole, &empty, self.pages)?;
        let table = draft.table.map(|table| self.table(&table, &place));
        Some(Block { kind: draft.kind, place, section, table, normal, pieces: draft.pieces })
    }

    fn table(&self, draft: &TableDraft, of: &Place) -> Table {
        let cell = |parts: &Vec<(usize, Range<usize>)>| {
            let place = self.cell(parts, of)?;
            Some(TableCell { figure: figure(&place.quote, &self.marks), place })
        };
        let rows = draft
            .rows
            .iter()
            .map(|row| TableRow { label: self.cell(&row.label, of), cells: row.cells.iter().map(cell).collect() });
        Table { columns: draft.columns, rows: rows.collect() }
    }

    /// The place of a cell. Its span is that of its own text: a cell is found by its pieces.
    fn cell(&self, parts: &[(usize, Range<usize>)], of: &Place) -> Option<Place> {
        let piece =
            |(page, range): &(usize, Range<usize>)| Piece { page: *page, range: range.clone(), join: Join::Line };
        let pieces: Vec<Piece> = parts.iter().map(piece).collect();
        let texts: Vec<Part<'_>> = pieces
            .iter()
            .map(|piece| Part { text: &self.pages[piece.page].text[piece.range.clone()], join: piece.join })
            .collect();
        let normal = normalise(&texts, self.words);
        let whole = 0..normal.text().trim_end().len();
        place_of(&normal, &pieces, whole, of, self.pages)
    }
}

fn rows(blocks: &[Block], pages: &[Page], recipe: &Recipe) -> Vec<Sentence> {
    let mut rows = Vec::new();
    let running =
        blocks.iter().enumerate().filter(|(_, block)| matches!(block.kind, BlockKind::Paragraph | BlockKind::Item));
    for (index, block) in running {
        let places = sentences(block.normal.text(), recipe).into_iter().filter_map(|span| block.place(span, pages));
        for place in places {
            let is_long = place.quote.split(' ').count() > LONG;
            let id = u32::try_from(rows.len() + 1).unwrap_or(u32::MAX);
            rows.push(Sentence { id, place, block: index, is_long });
        }
    }
    rows
}

fn coverage(blocks: &[Block], pages: &[Page], sentences: &[Sentence]) -> Coverage {
    let count = |is: &dyn Fn(&Block) -> bool| blocks.iter().filter(|block| is(block)).count();
    let blank = pages.iter().filter(|page| page.text.trim().is_empty());
    let lines = |block: &Block| {
        block.pieces.iter().map(|piece| pages[piece.page].text[piece.range.clone()].lines().count()).sum::<usize>()
    };
    Coverage {
        pages: pages.len(),
        pages_without_text: blank.map(|page| page.number).collect(),
        sentences: sentences.len(),
        tables: count(&|block| block.kind == BlockKind::Table),
        tables_read: count(&|block| block.table.as_ref().is_some_and(|table| table.columns > 0)),
        footnotes: count(&|block| matches!(block.kind, BlockKind::Footnote(_))),
        running_heads: count(&|block| block.kind == BlockKind::RunningHead),
        contents_lines: blocks.iter().filter(|block| block.kind == BlockKind::Contents).map(lines).sum(),
    }
}

/// A text of some length in which the common words are rare is not in the language of the recipe.
fn language(sentences: &[Sentence], recipe: &Recipe, warnings: &mut Vec<ReadWarning>) {
    let common: std::collections::BTreeSet<String> =
        recipe.head.words.common.get_ref().iter().map(|word| word.get_ref().to_lowercase()).collect();
    let (mut n, mut known) = (0, 0);
    for sentence in sentences {
        for word in sentence.place.quote.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()) {
            n += 1;
            known += usize::from(common.contains(&word.to_lowercase()));
        }
    }
    if n >= 50 && known * 20 < n {
        warnings.push(ReadWarning::NotTheLanguage { common: known, words: n });
    }
}
