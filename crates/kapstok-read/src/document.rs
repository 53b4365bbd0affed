// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A document that was read: sections, blocks, sentences, and what was not read of it.
//!
//! **Invariant:** each row has a place; each line of each page that shows a sign is in exactly one block.

use std::ops::Range;
use std::sync::Arc;

use crate::block::{
    Block, BlockKind, Draft, Table, TableCell, TableDraft, TableRow, drafts, set_captions, set_lead_ins,
};
use crate::error::ReadWarning;
use crate::file::{Extracted, Page};
use crate::number::{Marks, figure};
use crate::place::{At, Ground, Origin, Place, parts};
use crate::recipe::Recipe;
use crate::sentence::sentences;
use crate::text::{Join, Normal, Piece, Words, normalise};

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
    pub path: Arc<[Arc<str>]>,
    /// Depth of the last of them; 0 before any heading.
    pub level: u8,
    /// Position of the section around it.
    pub parent: Option<usize>,
    /// Position of the block that is its heading.
    pub heading: Option<usize>,
    /// Positions of its blocks, its heading first, without those of the sections in it.
    pub blocks: Range<usize>,
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
    /// Pages that the file should have, and that are not in it or show nothing of what they name.
    pub pages_lost: usize,
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
        let path = recipe.head.sections.before_first.iter().map(|name| name.as_str().into()).collect();
        maker.sections.push(Section { path, level: 0, parent: None, heading: None, blocks: 0..0 });
        let mut blocks: Vec<Block> = Vec::new();
        for draft in drafts {
            blocks.extend(maker.block(draft, blocks.len()));
        }
        set_lead_ins(&mut blocks);
        set_captions(&mut blocks, &pages);
        let sections = maker.sections;
        let sentences = rows(&blocks, &pages, &words, recipe);
        let coverage = coverage(&blocks, &pages, &sentences, &warnings);
        language(&sentences, recipe, &mut warnings);
        Self { origin, pages, words, sections, blocks, sentences, coverage, warnings }
    }

    /// Positions of the blocks of a section and of all sections in it.
    pub fn blocks_within(&self, section: usize) -> Range<usize> {
        let Some(first) = self.sections.get(section) else { return 0..0 };
        let below = |other: &&Section| first.heading.is_some() && other.level > first.level;
        let inside = self.sections[section + 1..].iter().take_while(below);
        first.blocks.start..inside.last().map_or(first.blocks.end, |last| last.blocks.end)
    }

    /// The place of a span of the text of a block, or of a cell of it. `None` where there are no such words.
    pub fn place(&self, block: usize, at: At, span: Range<usize>) -> Option<Place> {
        self.blocks.get(block)?.place_at(at, span, &self.pages, &self.words)
    }
}

struct Maker<'a> {
    pages: &'a [Page],
    words: &'a Words,
    origin: &'a Arc<Origin>,
    marks: Marks,
    sections: Vec<Section>,
    /// Positions of the sections that are open, the highest first.
    headings: Vec<usize>,
}

impl Maker<'_> {
    fn block(&mut self, draft: Draft, id: usize) -> Option<Block> {
        let normal = self.normal(&draft.pieces)?;
        let opens = match draft.kind {
            BlockKind::Heading(level) => Some(self.opened(level, normal.text().trim(), id)),
            _ => None,
        };
        let path = Arc::clone(opens.as_ref().map_or(self.path(), |section| &section.path));
        let place = self.place((id, At::Block), &path, &normal, &draft.pieces)?;
        if let Some(section) = opens {
            self.headings.truncate(section.path.len() - 1);
            self.headings.push(self.sections.len());
            self.sections.push(section);
        }
        let section = self.sections.len() - 1;
        self.sections[section].blocks.end = id + 1;
        let table = draft.table.map(|table| self.table(&table, id));
        let Draft { kind, pieces, lines, depth, .. } = draft;
        Some(Block { kind, place, section, depth, lead_in: None, table, lines, normal, pieces })
    }

    /// The section that a heading opens: in all that lie higher.
    fn opened(&self, level: u8, name: &str, block: usize) -> Section {
        let around: Vec<&Section> = self.headings.iter().map(|section| &self.sections[*section]).collect();
        let n_around = around.iter().take_while(|section| section.level < level).count();
        let names = around[..n_around].iter().filter_map(|section| section.path.last().cloned());
        Section {
            path: names.chain([name.into()]).collect(),
            level,
            parent: n_around.checked_sub(1).map(|last| self.headings[last]),
            heading: Some(block),
            blocks: block..block + 1,
        }
    }

    fn path(&self) -> &Arc<[Arc<str>]> {
        &self.sections[self.sections.len() - 1].path
    }

    fn normal(&self, pieces: &[Piece]) -> Option<Normal> {
        Some(normalise(&parts(pieces, self.pages)?, self.words)).filter(|normal| !normal.text().trim().is_empty())
    }

    /// The place of a whole text of a block.
    fn place(
        &self,
        (block, at): (usize, At),
        section: &Arc<[Arc<str>]>,
        normal: &Normal,
        pieces: &[Piece],
    ) -> Option<Place> {
        let ground = Ground { origin: self.origin, section, block, at, normal, pieces };
        ground.place(0..normal.text().len(), self.pages, self.words)
    }

    fn table(&self, draft: &TableDraft, block: usize) -> Table {
        let cell = |row: usize, column: usize, parts: &[(usize, Range<usize>)]| {
            let place = self.cell((block, At::Cell { row, column }), parts)?;
            Some(TableCell { figure: figure(place.quote(), &self.marks), place })
        };
        let rows = draft.rows.iter().enumerate().map(|(row, found)| TableRow {
            label: self.cell((block, At::Label { row }), &found.label),
            cells: found.cells.iter().enumerate().map(|(column, parts)| cell(row, column, parts)).collect(),
        });
        let rows: Vec<TableRow> = rows.collect();
        let title_rows = Table::count_titles(&rows);
        let title = |column: usize| {
            let lines = draft.rows[..title_rows].iter().filter_map(|row| row.cells.get(column));
            let parts: Vec<(usize, Range<usize>)> = lines.flatten().cloned().collect();
            self.cell((block, At::Title { column }), &parts)
        };
        let titles = (0..draft.columns).map(title).collect();
        Table { columns: draft.columns, caption: None, titles, title_rows, rows }
    }

    fn cell(&self, of: (usize, At), parts: &[(usize, Range<usize>)]) -> Option<Place> {
        let piece =
            |(page, range): &(usize, Range<usize>)| Piece { page: *page, range: range.clone(), join: Join::Line };
        let pieces: Vec<Piece> = parts.iter().map(piece).collect();
        self.place(of, self.path(), &self.normal(&pieces)?, &pieces)
    }
}

fn rows(blocks: &[Block], pages: &[Page], words: &Words, recipe: &Recipe) -> Vec<Sentence> {
    let mut rows = Vec::new();
    let running =
        blocks.iter().enumerate().filter(|(_, block)| matches!(block.kind, BlockKind::Paragraph | BlockKind::Item));
    for (index, block) in running {
        let spans = sentences(block.text(), recipe);
        // A block whose sentences have no places of their own is one sentence, so that nothing of it is lost.
        let places: Option<Vec<Place>> = spans.into_iter().map(|span| block.place(span, pages, words)).collect();
        for place in places.unwrap_or_else(|| vec![block.place.clone()]) {
            let is_long = place.quote().split(' ').count() > LONG;
            let id = u32::try_from(rows.len() + 1).unwrap_or(u32::MAX);
            rows.push(Sentence { id, place, block: index, is_long });
        }
    }
    rows
}

fn coverage(blocks: &[Block], pages: &[Page], sentences: &[Sentence], warnings: &[ReadWarning]) -> Coverage {
    let count = |is: &dyn Fn(&Block) -> bool| blocks.iter().filter(|block| is(block)).count();
    let blank = pages.iter().filter(|page| page.text.trim().is_empty());
    let lost = |warning: &ReadWarning| if let ReadWarning::PagesLost { lost, .. } = warning { *lost } else { 0 };
    Coverage {
        pages: pages.len(),
        pages_without_text: blank.map(|page| page.number).collect(),
        pages_lost: warnings.iter().map(lost).sum(),
        sentences: sentences.len(),
        tables: count(&|block| block.kind == BlockKind::Table),
        tables_read: count(&|block| block.table.as_ref().is_some_and(|table| table.columns > 0)),
        footnotes: count(&|block| matches!(block.kind, BlockKind::Footnote(_))),
        running_heads: count(&|block| block.kind == BlockKind::RunningHead),
        contents_lines: blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Contents)
            .map(|block| block.lines.len())
            .sum(),
    }
}

/// A text of some length in which the common words are rare is not in the language of the recipe.
fn language(sentences: &[Sentence], recipe: &Recipe, warnings: &mut Vec<ReadWarning>) {
    let common: std::collections::BTreeSet<String> =
        recipe.head.words.common.get_ref().iter().map(|word| word.get_ref().to_lowercase()).collect();
    let (mut n, mut known) = (0, 0);
    for sentence in sentences {
        for word in sentence.place.quote().split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()) {
            n += 1;
            known += usize::from(common.contains(&word.to_lowercase()));
        }
    }
    if n >= 50 && known * 20 < n {
        warnings.push(ReadWarning::NotTheLanguage { common: known, words: n });
    }
}
