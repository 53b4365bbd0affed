// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Plain text: paragraphs are parted by empty lines, items of a list by the signs before them.
//!
//! In: bytes in UTF-8, UTF-16 with its mark, or else Windows-1252. Out: one page per form feed.

use encoding_rs::{UTF_8, WINDOWS_1252};

use crate::error::{ReadError, ReadWarning};
use crate::file::{Page, Role};
use crate::limits::{Limits, check};

/// Lists lie no deeper in each other.
const MOST_DEPTHS: usize = 9;

/// Whether the bytes begin with the mark of a Unicode text.
pub(super) fn has_mark(head: &[u8]) -> bool {
    encoding_rs::Encoding::for_bom(head).is_some()
}

/// Whether more than one byte in a thousand, or the first of them, is a control sign that no text has.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    let is_control = |byte: &u8| *byte < 9 || (14..27).contains(byte);
    let n = bytes.iter().filter(|byte| is_control(byte)).count();
    n * 1_000 > bytes.len() || bytes.first().is_some_and(is_control)
}

/// Bytes as text; what is no UTF-8 is read as Windows-1252, and said.
pub(super) fn decode<'a>(bytes: &'a [u8], warnings: &mut Vec<ReadWarning>) -> std::borrow::Cow<'a, str> {
    let (text, used, failed) = UTF_8.decode(bytes);
    if !failed {
        return text;
    }
    if used != UTF_8 {
        warnings.push(ReadWarning::Encoding { used: used.name() });
        return text;
    }
    warnings.push(ReadWarning::Encoding { used: WINDOWS_1252.name() });
    WINDOWS_1252.decode(bytes).0
}

pub(super) fn read(bytes: &[u8], limits: &Limits, warnings: &mut Vec<ReadWarning>) -> Result<Vec<Page>, ReadError> {
    let text = decode(bytes, warnings).replace("\r\n", "\n").replace('\r', "\n");
    check("text-bytes", text.len(), limits.text_bytes)?;
    let (mut pages, mut n_lines) = (Vec::new(), 0);
    for (number, sheet) in (1..).zip(text.split('\u{c}')) {
        check("pages", pages.len(), limits.pages)?;
        let mut writer = Writer { page: Page { number, ..Page::default() }, indents: Vec::new() };
        let mut open: Vec<&str> = Vec::new();
        for line in sheet.lines() {
            let heading = heading(line);
            if line.trim().is_empty() || heading.is_some() {
                writer.paragraph(&open);
                open.clear();
            } else {
                open.push(line);
            }
            if let Some((level, title)) = heading {
                writer.push(title, Role::Heading(level));
            }
            check("lines", n_lines + writer.page.lines.len(), limits.lines)?;
        }
        writer.paragraph(&open);
        n_lines += writer.page.lines.len();
        check("lines", n_lines, limits.lines)?;
        pages.push(writer.page);
    }
    Ok(pages)
}

/// A heading in the manner of Markdown.
fn heading(line: &str) -> Option<(u8, &str)> {
    let depth = line.bytes().take_while(|byte| *byte == b'#').count();
    let title = line[depth..].trim();
    ((1..=6).contains(&depth) && line[depth..].starts_with(' ') && !title.is_empty()).then_some((depth as u8, title))
}

struct Writer {
    page: Page,
    /// Left edges of the lists that are open, outermost first.
    indents: Vec<usize>,
}

impl Writer {
    /// Lines without an empty one between them: a paragraph, or items with what stands before the first.
    fn paragraph(&mut self, lines: &[&str]) {
        let items: Vec<usize> = (0..lines.len()).filter(|at| begins_item(lines[*at])).collect();
        let introduced = |at: &usize| at.checked_sub(1).is_none_or(|above| lines[above].trim_end().ends_with(':'));
        let is_list = items.len() > 1 || items.first().is_some_and(introduced);
        let mut from = 0;
        let ends = items.into_iter().filter(|at| is_list && *at > 0).chain([lines.len()]);
        for end in ends.collect::<Vec<_>>() {
            let Some(first) = lines.get(from) else { return };
            let is_item = is_list && begins_item(first);
            let role = if is_item { Role::Item(self.depth(first)) } else { Role::Paragraph };
            if !is_item {
                self.indents.clear();
            }
            self.push(&lines[from..end].join("\n"), role);
            from = end;
        }
    }

    fn push(&mut self, text: &str, role: Role) {
        if matches!(role, Role::Heading(_)) {
            self.indents.clear();
        }
        self.page.push_flow(text.trim(), role);
    }

    /// How deep an item lies by its left edge; a tab is four spaces.
    fn depth(&mut self, line: &str) -> u8 {
        let blank = line.chars().take_while(|sign| sign.is_whitespace());
        let left = blank.map(|sign| if sign == '\t' { 4 } else { 1 }).sum();
        while self.indents.last().is_some_and(|last| *last > left) {
            self.indents.pop();
        }
        if self.indents.len() < MOST_DEPTHS && self.indents.last().is_none_or(|last| *last < left) {
            self.indents.push(left);
        }
        (self.indents.len().max(1) - 1) as u8
    }
}

/// Whether a line begins with a sign, a number or a letter as items have, and a space behind it.
fn begins_item(line: &str) -> bool {
    let Some((name, _)) = line.trim_start().split_once(char::is_whitespace) else { return false };
    let is_sign = matches!(name, "-" | "–" | "*" | "•" | "◦" | "▪" | "●" | "‣");
    let counted = |name: &str| !name.is_empty() && name.len() < 3 && name.bytes().all(|byte| byte.is_ascii_digit());
    let lettered = |name: &str| name.len() == 1 && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_sign
        || name.strip_suffix('.').is_some_and(counted)
        || name.strip_suffix(')').is_some_and(|name| counted(name) || lettered(name.trim_start_matches('(')))
}
