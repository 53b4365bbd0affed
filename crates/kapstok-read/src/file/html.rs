// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A web page: what a reader sees of it, by its elements.
//!
//! In: bytes, of any quality. Out: one page. Invariant: nothing of a script, a style or a comment is text; nothing is
//! fetched. Elements that are not closed end with what holds them.
//! What the page says was taken out is left out. Not here: what a script would write into the page.

use crate::error::{ReadError, ReadWarning};
use crate::file::entity::entity;
use crate::file::flow::Flow;
use crate::file::{Page, Role, plain};
use crate::limits::Limits;

/// Elements whose content no reader sees.
const UNSEEN: [&str; 8] = ["script", "style", "noscript", "template", "svg", "title", "object", "iframe"];

pub(super) fn looks_like(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head).to_lowercase();
    let text = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|start| text.starts_with(start))
        || (text.starts_with("<!--") || text.starts_with("<?xml")) && text.contains("<html")
}

pub(super) fn read(bytes: &[u8], limits: &Limits, warnings: &mut Vec<ReadWarning>) -> Result<Vec<Page>, ReadError> {
    let text = plain::decode(bytes, warnings);
    let mut writer = Writer { flow: Flow::new(limits), text: String::new(), role: Role::Paragraph, items: 0 };
    let mut rest: &str = &text;
    // Once no end of what was taken out is left, none is looked for again.
    let (mut left_out, mut ends_left) = (0, true);
    while let Some(at) = rest.find('<') {
        writer.text(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let Some((tag, after)) = tag(rest) else {
            // A sign of its own: `a < b`.
            writer.text("<");
            rest = &rest[1..];
            continue;
        };
        rest = after;
        if !tag.closes && UNSEEN.contains(&tag.name.as_str()) {
            left_out += usize::from(matches!(tag.name.as_str(), "script" | "iframe" | "object"));
            rest = behind(rest, &tag.name);
            continue;
        }
        if tag.name == "del" && !tag.closes && ends_left {
            match behind_deleted(rest) {
                Some(behind) => rest = behind,
                None => ends_left = false,
            }
            continue;
        }
        writer.tag(&tag)?;
    }
    writer.text(rest);
    writer.end_paragraph()?;
    if left_out > 0 {
        warnings.push(ReadWarning::ScriptsLeftOut { parts: left_out });
    }
    Ok(writer.flow.finish())
}

struct Tag {
    name: String,
    closes: bool,
    /// Columns and rows of a cell.
    span: (u32, u32),
}

/// Reads a tag and gives what stands behind it; `None` when it is none.
fn tag(text: &str) -> Option<(Tag, &str)> {
    let inner = text.strip_prefix('<')?;
    let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let first = inner.chars().next()?;
    if !(first.is_ascii_alphabetic() || matches!(first, '!' | '?')) {
        return None;
    }
    let name: String = inner.chars().take_while(|sign| sign.is_ascii_alphanumeric()).collect();
    // A `>` in quotes does not end the tag.
    let mut quote = None;
    let end = inner.char_indices().find(|(_, sign)| match (quote, sign) {
        (None, '>') => true,
        (None, '"' | '\'') => {
            quote = Some(*sign);
            false
        }
        (Some(open), sign) if open == *sign => {
            quote = None;
            false
        }
        _ => false,
    });
    let end = end.map_or(inner.len(), |(end, _)| end);
    let attributes = inner[..end].to_ascii_lowercase();
    let number = |name: &str| -> Option<u32> {
        let value = attributes.split(name).nth(1)?.trim_start_matches(['"', '\'']);
        value.split(|sign: char| !sign.is_ascii_digit()).next()?.parse().ok()
    };
    // No rows are all rows that follow.
    let rows = number("rowspan=").map_or(1, |rows| if rows == 0 { u32::MAX } else { rows });
    let span = (number("colspan=").unwrap_or(1).clamp(1, 100), rows);
    let tag = Tag { name: name.to_ascii_lowercase(), closes, span };
    Some((tag, inner.get(end + 1..).unwrap_or("")))
}

/// What stands behind the end of an element.
fn behind<'t>(text: &'t str, name: &str) -> &'t str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = &rest[at + 2..];
        if begins_with(rest, name) {
            return rest.find('>').map_or("", |end| &rest[end + 1..]);
        }
    }
    ""
}

/// What stands behind the end of what was taken out, with such within it; `None` where it has no end.
fn behind_deleted(text: &str) -> Option<&str> {
    let (mut rest, mut open) = (text, 1);
    while open > 0 {
        rest = &rest[rest.find('<')? + 1..];
        match rest.strip_prefix('/') {
            Some(end) if begins_with(end, "del") => {
                open -= 1;
                rest = &end[end.find('>')? + 1..];
            }
            None if begins_with(rest, "del") => open += 1,
            _ => {}
        }
    }
    Some(rest)
}

/// Whether a text begins with the name of an element, and with no longer one.
fn begins_with(text: &str, name: &str) -> bool {
    let same = text.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
    same && !text[name.len()..].starts_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '-')
}

struct Writer<'l> {
    flow: Flow<'l>,
    text: String,
    role: Role,
    items: usize,
}

impl Writer<'_> {
    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find('&') {
            self.text.push_str(&rest[..at]);
            rest = &rest[at..];
            match entity(rest) {
                Some((sign, len)) => {
                    self.text.push(sign);
                    rest = &rest[len..];
                }
                None => {
                    self.text.push('&');
                    rest = &rest[1..];
                }
            }
        }
        self.text.push_str(rest);
    }

    fn end_paragraph(&mut self) -> Result<(), ReadError> {
        let text = std::mem::take(&mut self.text);
        let role = match (self.role, self.items.checked_sub(1)) {
            (Role::Paragraph, Some(depth)) => Role::Item(u8::try_from(depth).unwrap_or(u8::MAX)),
            (role, _) => role,
        };
        // Ends of lines in the source of a page are spaces.
        let text: Vec<&str> = text.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()).collect();
        self.flow.paragraph(&text.join(" ").replace('\u{b}', "\n"), role)
    }

    fn tag(&mut self, tag: &Tag) -> Result<(), ReadError> {
        let name = tag.name.as_str();
        match name {
            "br" => self.text.push('\u{b}'),
            "wbr" => {}
            "img" => self.flow.see_picture(),
            "a" | "abbr" | "b" | "bdi" | "cite" | "code" | "data" | "del" | "em" | "font" | "i" | "ins" | "kbd"
            | "label" | "mark" | "q" | "s" | "small" | "span" | "strong" | "sub" | "sup" | "time" | "u" | "var" => {}
            _ => {
                self.end_paragraph()?;
                self.block(name, tag)?;
            }
        }
        Ok(())
    }

    fn block(&mut self, name: &str, tag: &Tag) -> Result<(), ReadError> {
        match (name, tag.closes) {
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", closes) => {
                let level = name.as_bytes().get(1).map_or(1, |digit| digit - b'0');
                self.role = if closes { Role::Paragraph } else { Role::Heading(level) };
            }
            ("ul" | "ol", false) => self.items += 1,
            ("ul" | "ol", true) => self.items = self.items.saturating_sub(1),
            ("table", false) => self.flow.open_table(),
            ("table", true) => self.flow.close_table(),
            ("tr", false) => self.flow.open_row()?,
            ("td" | "th", false) => self.flow.open_cell(tag.span)?,
            ("td" | "th", true) => self.flow.close_cell(),
            _ => {}
        }
        Ok(())
    }
}
