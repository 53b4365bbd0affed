// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A page as it was found: its text, and where each line of it stands and how it looks.
//!
//! **Invariant:** `text[line.range]` is the line, lines come in reading order, and every later row points into `text`.

use std::ops::Range;

use crate::work::turn;

/// One page; a file without pages is one page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Page of the file, from 1.
    pub number: u32,
    /// The number printed on it, where one was found that goes up with the pages.
    pub printed: Option<String>,
    /// Width and height in points; 0 where the kind of file has none.
    pub size: (f32, f32),
    /// Its text as extracted: lines end in `\n`, cells of a line are parted by `\t`.
    pub text: String,
    /// Lines in reading order.
    pub lines: Vec<Line>,
    /// Whether pictures were seen.
    pub pictures: bool,
    /// Signs that do not run from left to right; they are not in the text.
    pub turned: usize,
    /// Shapes that were drawn: letters may be among them.
    pub shapes: usize,
}

/// One line, or one paragraph of a file that has no lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Bytes of [`Page::text`], without the end of the line.
    pub range: Range<usize>,
    /// Left, top, right, bottom in points from the upper left corner.
    pub bounds: [f32; 4],
    /// Size of most of its signs, points.
    pub size: f32,
    /// All its signs are bold.
    pub bold: bool,
    /// All its signs are italic.
    pub italic: bool,
    /// Parts of the line with wide gaps between them; one when there is no such gap.
    pub cells: Vec<LineCell>,
    /// Raised marks in it, bytes of [`Page::text`]: they point at footnotes.
    pub marks: Vec<Range<usize>>,
    /// What the file itself says it is.
    pub role: Role,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineCell {
    /// Bytes of [`Page::text`].
    pub range: Range<usize>,
    /// Left and right in points.
    pub x: (f32, f32),
}

/// What a file says of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Nothing: its look must tell.
    #[default]
    Unsaid,
    /// A heading, 1 the highest; 0 the title of the whole.
    Heading(u8),
    /// An item of a list, and how deep it lies; 0 the outermost.
    Item(u8),
    /// Running text.
    Paragraph,
    /// A cell of a table: which table, row and column, each from 0.
    Cell {
        /// Table.
        table: u32,
        /// Row.
        row: u32,
        /// Column.
        column: u32,
    },
    /// A footnote.
    Note,
}

impl Page {
    /// The text of a line.
    pub fn line_text(&self, line: &Line) -> &str {
        turn();
        &self.text[line.range.clone()]
    }

    /// Adds a line that has no place on paper. Invisible ends of lines in it stay.
    pub(crate) fn push_flow(&mut self, text: &str, role: Role) {
        let start = self.text.len();
        self.text.push_str(text);
        let range = start..self.text.len();
        self.text.push('\n');
        let cells = vec![LineCell { range: range.clone(), x: (0.0, 0.0) }];
        let look = (0.0, false, false);
        let (size, bold, italic) = look;
        self.lines.push(Line { range, bounds: [0.0; 4], size, bold, italic, cells, marks: Vec::new(), role });
    }
}
