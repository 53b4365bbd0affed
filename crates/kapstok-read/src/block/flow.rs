// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One line after another into blocks.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::block::look::{At, Usual, line};
use crate::block::{BlockKind, contents, heading, list, note, running, table};
use crate::error::ReadWarning;
use crate::file::{Page, Role};
use crate::recipe::Recipe;
use crate::text::{Join, Piece};

/// A block before it has a section and a place.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) kind: BlockKind,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) table: Option<table::Draft>,
    pub(crate) lines: Vec<At>,
    pub(crate) depth: u8,
    /// Left edge of the first line, and of its text behind the sign of an item.
    left: f32,
}

impl Draft {
    fn new(kind: BlockKind) -> Self {
        Self { kind, pieces: Vec::new(), table: None, lines: Vec::new(), depth: 0, left: 0.0 }
    }

    /// Adds bytes of a page. What follows at once, but for the end of a line, goes on in the same piece.
    fn add(&mut self, page: usize, range: Range<usize>, join: Join) {
        if range.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if join == Join::Line && last.page == page && last.range.end + 1 == range.start => {
                last.range.end = range.end;
            }
            _ => self.pieces.push(Piece { page, range, join }),
        }
    }

    /// Adds a line without the marks that point at footnotes.
    fn add_line(&mut self, pages: &[Page], at: At, from: usize, marks: &[Range<usize>]) {
        let range = line(pages, at).range.clone();
        let (mut start, mut join) = (from.max(range.start), Join::Line);
        let first = start;
        for mark in marks.iter().filter(|mark| mark.start >= first && mark.end <= range.end) {
            if mark.start > start {
                self.add(at.0, start..mark.start, join);
                join = Join::Glued;
            }
            start = mark.end;
        }
        self.add(at.0, start..range.end, join);
        self.lines.push(at);
    }

    /// What consists of nothing but the sign of an item, or the mark of a note, keeps it: no line is lost.
    fn keep_signs(&mut self, pages: &[Page]) {
        if self.pieces.is_empty() {
            for at in std::mem::take(&mut self.lines) {
                self.add_line(pages, at, 0, &[]);
            }
        }
    }
}

/// What a line was found to be before the flow is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    Free,
    Running,
    Note(usize),
    Contents,
    Table(usize),
    Heading(usize),
}

/// What is known of the lines of a document before its flow is read.
struct Found<'p> {
    /// Marks of the footnotes of each page.
    marks: BTreeSet<(usize, &'p str)>,
    taken: Vec<Vec<Taken>>,
    notes: Vec<note::Note<'p>>,
    tables: Vec<table::Draft>,
    headings: Vec<heading::Heading>,
    /// Rows of the contents that no heading answers to.
    missing: Vec<String>,
}

/// Takes a document apart. Blocks come in reading order; a footnote comes after the text of its page.
pub(crate) fn drafts(pages: &[Page], recipe: &Recipe, warnings: &mut Vec<ReadWarning>) -> Vec<Draft> {
    let usual = Usual::of(pages);
    let found = found(pages, recipe, &usual);
    warnings.extend(found.missing.iter().map(|title| ReadWarning::HeadingNotFound { title: title.clone() }));
    let mut writer = Writer { pages, recipe, usual: &usual, drafts: Vec::new(), open: None, after: Vec::new() };
    for (page_index, taken) in found.taken.iter().enumerate() {
        for (index, taken) in taken.iter().enumerate() {
            writer.write((page_index, index), *taken, &found);
        }
        writer.end_page();
    }
    writer.drafts.iter_mut().for_each(|draft| draft.keep_signs(pages));
    list::set_depths(pages, &mut writer.drafts);
    writer.drafts
}

fn found<'p>(pages: &'p [Page], recipe: &Recipe, usual: &Usual) -> Found<'p> {
    let mut taken: Vec<Vec<Taken>> = pages.iter().map(|page| vec![Taken::Free; page.lines.len()]).collect();
    for (page, index) in running::find(pages, recipe, usual) {
        taken[page][index] = Taken::Running;
    }
    let (mut notes, mut marks) = (Vec::new(), BTreeSet::new());
    for (page_index, page) in pages.iter().enumerate() {
        for note in note::find(page_index, page, &free(&taken[page_index]), usual) {
            note.lines.iter().for_each(|at| taken[at.0][at.1] = Taken::Note(notes.len()));
            marks.insert((page_index, note.mark));
            notes.push(note);
        }
    }
    let contents = contents::find(pages, &all_free(&taken), recipe);
    contents.lines.iter().for_each(|at| taken[at.0][at.1] = Taken::Contents);
    let (mut tables, mut ends_page): (Vec<table::Draft>, bool) = (Vec::new(), false);
    for (page_index, page) in pages.iter().enumerate() {
        let free = free(&taken[page_index]);
        for table in table::find(page_index, page, &free, usual, &recipe.marks()) {
            let lines = table.lines.clone();
            let first = free.first().map(|index| (page_index, *index));
            // It may be the rest of the one that ended the page before.
            let open = tables.last_mut().filter(|_| ends_page && lines.first().copied() == first);
            let table = match open {
                Some(open) => open.go_on(pages, &recipe.marks(), table).err(),
                None => Some(table),
            };
            tables.extend(table);
            lines.iter().for_each(|at| taken[at.0][at.1] = Taken::Table(tables.len() - 1));
        }
        let last = free.last().map(|index| (page_index, *index));
        ends_page = last.is_some() && tables.last().and_then(|table| table.lines.last().copied()) == last;
    }
    let (headings, missing) = heading::find(pages, &all_free(&taken), &contents, usual);
    for (index, heading) in headings.iter().enumerate() {
        heading.lines.iter().for_each(|at| taken[at.0][at.1] = Taken::Heading(index));
    }
    Found { marks, taken, notes, tables, headings, missing }
}

fn free(taken: &[Taken]) -> Vec<usize> {
    taken.iter().enumerate().filter(|(_, taken)| **taken == Taken::Free).map(|(index, _)| index).collect()
}

fn all_free(taken: &[Vec<Taken>]) -> Vec<At> {
    taken.iter().enumerate().flat_map(|(page, lines)| free(lines).into_iter().map(move |index| (page, index))).collect()
}

struct Writer<'a> {
    pages: &'a [Page],
    recipe: &'a Recipe,
    usual: &'a Usual,
    drafts: Vec<Draft>,
    /// The block that text may go on in.
    open: Option<usize>,
    /// Blocks at the edge of the page: they stand behind its text, so that text goes on over them.
    after: Vec<Draft>,
}

impl Writer<'_> {
    fn write(&mut self, at: At, taken: Taken, found: &Found<'_>) {
        let page = &self.pages[at.0];
        let points = |mark: &Range<usize>| found.marks.contains(&(at.0, &page.text[mark.clone()]));
        let marks: Vec<Range<usize>> = page.lines[at.1].marks.iter().filter(|mark| points(mark)).cloned().collect();
        match taken {
            Taken::Free => self.text(at, &marks),
            Taken::Running => self.whole(BlockKind::RunningHead, at, &marks, false),
            Taken::Contents => self.whole(BlockKind::Contents, at, &marks, true),
            Taken::Note(note) => {
                let note = &found.notes[note];
                self.note(at, note.mark, note.lines.first() == Some(&at));
            }
            Taken::Heading(heading) => {
                let heading = &found.headings[heading];
                let kind = if heading.level == 0 { BlockKind::Title } else { BlockKind::Heading(heading.level) };
                self.whole(kind, at, &marks, heading.lines.first() != Some(&at));
            }
            Taken::Table(table) => {
                let table = &found.tables[table];
                if table.lines.first() == Some(&at) {
                    self.table(table.clone());
                }
            }
        }
    }

    /// A line that is a block of its own, or goes on in one of its kind.
    fn whole(&mut self, kind: BlockKind, at: At, marks: &[Range<usize>], goes_on: bool) {
        if kind == BlockKind::RunningHead {
            let mut draft = Draft::new(kind);
            draft.add_line(self.pages, at, 0, marks);
            self.after.push(draft);
            return;
        }
        self.open = None;
        match self.drafts.last_mut().filter(|last| goes_on && last.kind == kind) {
            Some(last) => last.add_line(self.pages, at, 0, marks),
            None => {
                let mut draft = Draft::new(kind);
                draft.add_line(self.pages, at, 0, marks);
                self.drafts.push(draft);
            }
        }
    }

    fn note(&mut self, at: At, mark: &str, is_first: bool) {
        let range = line(self.pages, at).range.clone();
        if let Some(last) =
            self.after.last_mut().filter(|last| !is_first && matches!(last.kind, BlockKind::Footnote(_)))
        {
            last.add_line(self.pages, at, 0, &[]);
            return;
        }
        let mut draft = Draft::new(BlockKind::Footnote(mark.to_owned()));
        draft.add_line(self.pages, at, range.start + mark.len(), &[]);
        self.after.push(draft);
    }

    fn table(&mut self, table: table::Draft) {
        self.open = None;
        let mut draft = Draft::new(BlockKind::Table);
        for at in &table.lines {
            draft.add_line(self.pages, *at, 0, &[]);
        }
        draft.table = Some(table);
        self.drafts.push(draft);
    }

    fn end_page(&mut self) {
        // `open` is a position, and stays the same when blocks come behind it.
        self.drafts.append(&mut self.after);
    }

    fn text(&mut self, at: At, marks: &[Range<usize>]) {
        let this = line(self.pages, at);
        let text = self.pages[at.0].line_text(this);
        let sign = item_sign(self.pages, at, self.recipe);
        let is_item = sign.is_some() || matches!(this.role, Role::Item(_)) || is_numbered(self.pages, at);
        let goes_on = !is_item && this.role == Role::Unsaid && self.open.is_some_and(|open| self.goes_on(open, at));
        if let (true, Some(open)) = (goes_on, self.open) {
            self.drafts[open].add_line(self.pages, at, 0, marks);
            return;
        }
        let kind = match this.role {
            Role::Note => BlockKind::Footnote(String::new()),
            _ if is_item => BlockKind::Item,
            _ => BlockKind::Paragraph,
        };
        let mut draft = Draft::new(kind);
        draft.left = this.bounds[0];
        let behind = sign.map_or(0, |len| len + text[len..].len() - text[len..].trim_start().len());
        draft.add_line(self.pages, at, this.range.start + behind, marks);
        self.drafts.push(draft);
        self.open = Some(self.drafts.len() - 1);
    }

    /// Whether a line goes on in the open block.
    fn goes_on(&self, open: usize, at: At) -> bool {
        let draft = &self.drafts[open];
        let Some(&last) = draft.lines.last() else { return false };
        let (this, before) = (line(self.pages, at), line(self.pages, last));
        if before.role != Role::Unsaid {
            return false;
        }
        let indented = this.bounds[0] > draft.left + 2.0;
        let same_column = this.bounds[0] < before.bounds[2] && this.bounds[2] > draft.left;
        let text_before = self.pages[last.0].line_text(before).trim_end();
        let ended = text_before.ends_with(['.', '?', '!', ':', ';', '’', '”', ')']) && !text_before.ends_with("..");
        let first = self.pages[at.0].line_text(this).chars().next();
        let goes_on_small = first.is_some_and(char::is_lowercase);
        // A sentence goes on though its last line was set in another size.
        let most = if goes_on_small && !ended { 0.35 } else { 0.15 };
        if (this.size - before.size).abs() > most * before.size {
            return false;
        }
        let new_page = last.0 != at.0;
        let new_column = !new_page && this.bounds[3] < before.bounds[1];
        if new_page || new_column {
            let same_indent = new_column || indented == (draft.kind == BlockKind::Item);
            return match draft.kind {
                BlockKind::Item => same_indent && (indented || !ended || goes_on_small),
                _ => !ended || (goes_on_small && !text_before.ends_with('.')),
            };
        }
        if self.usual.is_apart(self.pages, at, last) || !same_column {
            return false;
        }
        match draft.kind {
            BlockKind::Item => indented || (goes_on_small && !ended),
            // A first line that is indented begins a paragraph, where the one before has ended.
            _ => !(ended && this.bounds[0] > before.bounds[0] + 5.0 && before.bounds[0] <= draft.left + 2.0),
        }
    }
}

/// Bytes of the sign that makes a line an item: one of the recipe's signs, or a sign of a private font, before a space.
fn item_sign(pages: &[Page], at: At, recipe: &Recipe) -> Option<usize> {
    let text = pages[at.0].line_text(line(pages, at));
    let sign = text.chars().next()?;
    let followed = text[sign.len_utf8()..].starts_with(char::is_whitespace);
    let private = ('\u{f000}'..='\u{f0ff}').contains(&sign);
    ((private || recipe.is_bullet(sign)) && followed).then_some(sign.len_utf8())
}

/// Whether a line begins with the number or letter of an item, with a wide gap behind it. It stays in the text.
fn is_numbered(pages: &[Page], at: At) -> bool {
    let this = line(pages, at);
    let [first, _, ..] = &this.cells[..] else { return false };
    let text = pages[at.0].text[first.range.clone()].trim_start_matches('(');
    let Some(name) = text.strip_suffix(['.', ')']) else { return false };
    let is_number = name.len() <= 2 && name.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = name.len() == 1 && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    this.role == Role::Unsaid && !name.is_empty() && (is_number || is_letter)
}
