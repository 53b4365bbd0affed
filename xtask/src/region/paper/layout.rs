// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Where each line stands: pages, columns, footnotes, running heads, the list of contents, a table.
//!
//! In: blocks one after another. Out: [`Sheet`]s, and on which of them each sentence begins. Invariant: a heading never
//! stands last on its page, and a footnote stands on the page of its mark.

use super::metrics::width;
use super::{Bar, Colour, Font, Hyphens, PAGE, Run, Sheet};

const LEFT: f64 = 80.0;
const RIGHT: f64 = 515.0;
const TOP: f64 = 92.0;
const BOTTOM: f64 = 762.0;
const GUTTER: f64 = 24.0;
/// From one line to the next, beside the size.
const LEADING: f64 = 1.43;
/// Size of footnotes and heads, and from one line of them to the next.
const SMALL: f64 = 8.5;
const SMALL_LEADING: f64 = 11.0;

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    Paragraph,
    Bullet,
    /// With its number.
    Numbered(u32),
}

/// A sentence that is to be set, by its number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed<'t> {
    pub(crate) sentence: usize,
    pub(crate) text: &'t str,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub(crate) struct TableRow<'t> {
    pub(crate) label: &'t str,
    pub(crate) cells: &'t [String],
    pub(crate) font: Font,
}

/// A line that was broken off, and the sentences that begin in it.
struct Line {
    text: String,
    begins: Vec<usize>,
}

/// Pages that are being filled.
pub(crate) struct Paper {
    sheets: Vec<Sheet>,
    /// Of running text, and from one line of it to the next.
    size: f64,
    leading: f64,
    hyphens: Hyphens,
    /// Footnotes by their mark.
    notes: Vec<(u32, String)>,
    /// Footnotes of the open page.
    open_notes: Vec<(u32, Vec<String>)>,
    y: f64,
    /// Where text ends on the open page.
    bottom: f64,
    /// Columns, which of them is open, and where they begin.
    columns: usize,
    column: usize,
    column_top: f64,
    /// Nothing stands yet below the top of the page or column.
    is_fresh: bool,
    /// The page on which a sentence begins, from 0, by sentence.
    pub(crate) begins: Vec<(usize, usize)>,
    /// Headings of the list of contents, their depth and page from 0.
    headings: Vec<(String, u8, usize)>,
    /// Where the list of contents stands, and its heading.
    contents: Option<(usize, String)>,
}

impl Paper {
    pub(crate) fn new(size: f64, hyphens: Hyphens, notes: Vec<(u32, String)>) -> Self {
        Self {
            sheets: vec![Sheet::default()],
            size,
            leading: LEADING * size,
            hyphens,
            notes,
            open_notes: Vec::new(),
            y: TOP,
            bottom: BOTTOM,
            columns: 1,
            column: 0,
            column_top: TOP,
            is_fresh: true,
            begins: Vec::new(),
            headings: Vec::new(),
            contents: None,
        }
    }

    fn page(&self) -> usize {
        self.sheets.len() - 1
    }

    fn left(&self) -> f64 {
        LEFT + self.column as f64 * (self.line_width() + GUTTER)
    }

    fn line_width(&self) -> f64 {
        let gutters = (self.columns - 1) as f64 * GUTTER;
        (RIGHT - LEFT - gutters) / self.columns as f64
    }

    fn draw(&mut self, run: Run) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.runs.push(run);
        }
    }

    fn bar(&mut self, at: [f64; 4], colour: Colour) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.bars.push(Bar { at, colour });
        }
    }

    /// Ends the page, with its footnotes.
    pub(crate) fn new_page(&mut self) {
        self.end_page();
        self.sheets.push(Sheet::default());
        (self.y, self.bottom, self.column, self.column_top, self.is_fresh) = (TOP, BOTTOM, 0, TOP, true);
    }

    fn end_page(&mut self) {
        let notes = std::mem::take(&mut self.open_notes);
        let mut y = self.bottom + SMALL_LEADING + 6.0;
        if !notes.is_empty() {
            self.bar([LEFT, self.bottom + 4.0, 120.0, 0.6], Colour::Grey);
        }
        for (mark, lines) in notes {
            for (index, text) in lines.into_iter().enumerate() {
                let text = if index == 0 { format!("^{mark} {text}") } else { text };
                self.draw(Run { x: LEFT, y, size: SMALL, font: Font::Plain, colour: Colour::Black, text });
                y += SMALL_LEADING;
            }
        }
    }

    /// From here on so many columns; a heading before it goes over all of them.
    pub(crate) fn set_columns(&mut self, columns: usize) {
        (self.columns, self.column, self.column_top) = (columns, 0, self.y);
        self.is_fresh = true;
    }

    /// Makes room for a height, in the next column or on the next page.
    fn make_room(&mut self, height: f64) {
        if self.y + height <= self.bottom {
            return;
        }
        self.new_column();
    }

    /// Goes on in the next column, or on the next page.
    pub(crate) fn new_column(&mut self) {
        if self.column + 1 < self.columns {
            self.column += 1;
            (self.y, self.is_fresh) = (self.column_top, true);
        } else {
            self.new_page();
        }
    }

    /// The title: on a page of its own, or above the text.
    pub(crate) fn title(&mut self, text: &str, subtitle: Option<&str>, has_cover: bool) {
        let size = if has_cover { 30.0 } else { 26.0 };
        if has_cover {
            self.bar([0.0, 0.0, PAGE.0, 150.0], Colour::Blue);
            self.bar([0.0, 154.0, PAGE.0, 4.0], Colour::Pale);
            self.y = 270.0;
        }
        for (text, size, font) in [(Some(text), size, Font::Bold), (subtitle, 14.0, Font::Plain)] {
            for line in text.map(|text| self.plain_lines(text, font, size)).unwrap_or_default() {
                self.draw(Run { x: LEFT, y: self.y, size, font, colour: Colour::Blue, text: line });
                self.y += 1.3 * size;
            }
        }
        self.y += if has_cover { 60.0 } else { -18.0 };
        self.is_fresh = true;
    }

    /// A heading, kept with what follows it.
    pub(crate) fn heading(&mut self, text: &str, level: u8, is_listed: bool) {
        let (size, before, after) = if level == 1 { (17.0, 36.0, 4.0) } else { (self.size + 2.0, 26.0, 1.0) };
        let lines = self.plain_lines(text, Font::Bold, size);
        let height = before + lines.len() as f64 * 1.25 * size + after;
        self.make_room(height + if level == 1 { 6.0 } else { 3.0 } * self.leading);
        // At the top of a column a heading stands level with running text beside it.
        self.y += match (self.is_fresh, self.columns) {
            (false, _) => before,
            (true, 1) => 0.0,
            (true, _) => self.leading - 4.0,
        };
        if is_listed {
            self.headings.push((text.to_owned(), level, self.page()));
        }
        for text in lines {
            self.draw(Run { x: self.left(), y: self.y, size, font: Font::Bold, colour: Colour::Blue, text });
            self.y += 1.25 * size;
        }
        self.y += after - 0.25 * size - 6.0;
        self.is_fresh = true;
    }

    /// The list of contents, on a page of its own; it is filled in the end.
    pub(crate) fn contents(&mut self, heading: &str) {
        self.new_page();
        self.contents = Some((self.page(), heading.to_owned()));
        self.is_fresh = false;
    }

    /// Running text, an item, or a numbered item.
    pub(crate) fn block(&mut self, look: Look, sentences: &[Placed<'_>]) {
        let indent = match look {
            Look::Paragraph => 0.0,
            Look::Bullet => 13.0,
            Look::Numbered(_) => 3.0 * self.size,
        };
        let lines = self.lines(sentences, self.line_width() - indent);
        if !self.is_fresh {
            self.y += 8.0;
        }
        for (index, line) in lines.into_iter().enumerate() {
            let notes: Vec<(u32, Vec<String>)> = self.notes_of(&line.text);
            let n_lines: usize = notes.iter().map(|(_, lines)| lines.len()).sum();
            let first = if self.open_notes.is_empty() && n_lines > 0 { 12.0 } else { 0.0 };
            let height = n_lines as f64 * SMALL_LEADING + first;
            self.make_room(self.leading + height);
            self.bottom -= height;
            self.open_notes.extend(notes);
            self.y += self.leading;
            let (x, y) = (self.left(), self.y - 4.0);
            let page = self.page();
            self.begins.extend(line.begins.iter().map(|sentence| (*sentence, page)));
            let sign = match look {
                Look::Bullet if index == 0 => "•".to_owned(),
                Look::Numbered(number) if index == 0 => format!("{number}."),
                _ => String::new(),
            };
            let size = self.size;
            let run = |x, text| Run { x, y, size, font: Font::Plain, colour: Colour::Black, text };
            if !sign.is_empty() {
                self.draw(run(x, sign));
            }
            self.draw(run(x + indent, line.text));
            self.is_fresh = false;
        }
    }

    fn notes_of(&self, line: &str) -> Vec<(u32, Vec<String>)> {
        let points = |mark: &u32| line.contains(&format!("^{mark}"));
        let notes = self.notes.iter().filter(|(mark, _)| points(mark));
        notes.map(|(mark, text)| (*mark, broken(text, Font::Plain, SMALL, RIGHT - LEFT - 10.0))).collect()
    }

    fn plain_lines(&self, text: &str, font: Font, size: f64) -> Vec<String> {
        broken(text, font, size, self.line_width())
    }

    /// Breaks sentences into lines, with hyphens where the words have places for them.
    fn lines(&self, sentences: &[Placed<'_>], line_width: f64) -> Vec<Line> {
        let fits = |text: &str| width(text, Font::Plain, self.size) <= line_width;
        let mut lines: Vec<Line> = vec![Line { text: String::new(), begins: Vec::new() }];
        let words = sentences.iter().flat_map(|placed| {
            placed.text.split(' ').enumerate().map(|(index, word)| ((index == 0).then_some(placed.sentence), word))
        });
        for (begins, word) in words {
            let Some(open) = lines.last_mut() else { continue };
            let gap = if open.text.is_empty() { "" } else { " " };
            if fits(&format!("{}{gap}{word}", open.text)) {
                open.text.push_str(gap);
                open.text.push_str(word);
                open.begins.extend(begins);
                continue;
            }
            let splits = self.hyphens.splits(word);
            let split = splits.into_iter().rev().find(|(before, _)| fits(&format!("{}{gap}{before}", open.text)));
            match split {
                Some((before, after)) => {
                    open.text.push_str(gap);
                    open.text.push_str(&before);
                    open.begins.extend(begins);
                    lines.push(Line { text: after, begins: Vec::new() });
                }
                None => lines.push(Line { text: word.to_owned(), begins: begins.into_iter().collect() }),
            }
        }
        lines
    }

    /// A table in small print; the last row is the sum.
    pub(crate) fn table(&mut self, columns: &[String], rows: &[TableRow<'_>]) {
        let (size, leading, step) = (9.0, 16.0, 45.0);
        self.y += 26.0;
        let right = |column: usize| RIGHT - step * (columns.len() - 1 - column) as f64;
        let titles = TableRow { label: "", cells: columns, font: Font::Bold };
        for row in std::iter::once(&titles).chain(rows) {
            if row.font == Font::Bold {
                self.bar([LEFT - 4.0, self.y - 11.0, RIGHT - LEFT + 8.0, leading], Colour::Pale);
            }
            let run =
                |x, y, text: &str| Run { x, y, size, font: row.font, colour: Colour::Black, text: text.to_owned() };
            let y = self.y;
            if !row.label.is_empty() {
                self.draw(run(LEFT, y, row.label));
            }
            for (column, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                self.draw(run(right(column) - width(cell, row.font, size), y, cell));
            }
            self.y += leading;
        }
        self.is_fresh = false;
    }

    /// Fills in what stands on every page, and the list of contents.
    pub(crate) fn finish(
        mut self,
        head: Option<&str>,
        mark: &str,
        pages_before_1: usize,
    ) -> (Vec<Sheet>, Vec<(usize, usize)>) {
        self.end_page();
        let grey = |x, y, size, text: String| Run { x, y, size, font: Font::Plain, colour: Colour::Grey, text };
        let middle = |text: &str, size| (PAGE.0 - width(text, Font::Plain, size)) / 2.0;
        if let Some((page, heading)) = &self.contents {
            let runs = &mut self.sheets[*page].runs;
            let font = Font::Bold;
            runs.push(Run { x: LEFT, y: TOP, size: 17.0, font, colour: Colour::Blue, text: heading.clone() });
            let mut y = TOP + 34.0;
            for (text, level, page) in &self.headings {
                let number = (page + 1).saturating_sub(pages_before_1).to_string();
                y += if *level == 1 { 8.0 } else { 0.0 };
                let x = LEFT + 18.0 * f64::from(level - 1);
                for (x, text) in [(x, text.clone()), (RIGHT - width(&number, Font::Plain, self.size), number)] {
                    runs.push(Run { x, y, size: self.size, font: Font::Plain, colour: Colour::Black, text });
                }
                y += 17.0;
            }
        }
        for (index, sheet) in self.sheets.iter_mut().enumerate() {
            if let Some(head) = head.filter(|_| index > 0 || pages_before_1 == 0) {
                sheet.runs.insert(0, grey(LEFT, 50.0, SMALL, head.to_owned()));
                sheet.bars.push(Bar { at: [LEFT, 57.0, RIGHT - LEFT, 0.6], colour: Colour::Grey });
            }
            sheet.runs.push(grey(middle(mark, SMALL), 797.0, SMALL, mark.to_owned()));
            if index >= pages_before_1 {
                let number = (index + 1 - pages_before_1).to_string();
                sheet.runs.push(grey(middle(&number, 10.0), 814.0, 10.0, number));
            }
        }
        (self.sheets, self.begins)
    }
}

/// Lines of whole words.
fn broken(text: &str, font: Font, size: f64, line_width: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let Some(open) = lines.last_mut() else { continue };
        let longer = if open.is_empty() { word.to_owned() } else { format!("{open} {word}") };
        if width(&longer, font, size) <= line_width || open.is_empty() {
            *open = longer;
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}
