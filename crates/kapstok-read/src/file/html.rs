// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A web page: what a reader sees of it, by its elements.
//!
//! In: bytes, of any quality. Out: one page. Invariant: nothing of a script, a style or a comment is text; nothing is
//! fetched. Elements that are not closed end with what holds them. Not here: what a script would write into the page.

use crate::error::{ReadError, ReadWarning};
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
    let mut left_out = 0;
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
    span: u32,
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
    let span = attributes.split("colspan=").nth(1).and_then(|value| {
        let digits: String = value.trim_start_matches(['"', '\'']).chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    });
    let tag = Tag { name: name.to_ascii_lowercase(), closes, span: span.unwrap_or(1).clamp(1, 100) };
    Some((tag, inner.get(end + 1..).unwrap_or("")))
}

/// What stands behind the end of an element.
fn behind<'t>(text: &'t str, name: &str) -> &'t str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = &rest[at + 2..];
        if rest.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return rest.find('>').map_or("", |end| &rest[end + 1..]);
        }
    }
    ""
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
        let role = if self.role == Role::Paragraph && self.items > 0 { Role::Item } else { self.role };
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
            "a" | "abbr" | "b" | "bdi" | "cite" | "code" | "data" | "em" | "font" | "i" | "ins" | "kbd" | "label"
            | "mark" | "q" | "s" | "small" | "span" | "strong" | "sub" | "sup" | "time" | "u" | "var" => {}
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

/// A character reference at the beginning of a text, and its bytes.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.find(';').filter(|end| *end < 12)?;
    let name = &text[1..end];
    let sign = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "shy" => '\u{ad}',
        "euro" => '€',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "bull" => '•',
        "eacute" => 'é',
        "egrave" => 'è',
        "euml" => 'ë',
        "iuml" => 'ï',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "ccedil" => 'ç',
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code).filter(|sign| !sign.is_control() || sign.is_whitespace())?
        }
    };
    Some((sign, end + 1))
}
