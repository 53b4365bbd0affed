// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Plain text: paragraphs are parted by empty lines.
//!
//! In: bytes in UTF-8, UTF-16 with its mark, or else Windows-1252. Out: one page per form feed.

use encoding_rs::{UTF_8, WINDOWS_1252};

use crate::error::{ReadError, ReadWarning};
use crate::file::{Page, Role};
use crate::limits::{Limits, check};

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
    let mut pages = Vec::new();
    for (number, sheet) in (1..).zip(text.split('\u{c}')) {
        check("pages", pages.len(), limits.pages)?;
        let mut page = Page { number, ..Page::default() };
        for paragraph in sheet.split("\n\n").map(|paragraph| paragraph.trim_matches('\n')) {
            if !paragraph.trim().is_empty() {
                let role = role(paragraph);
                let heading = matches!(role, Role::Heading(_));
                page.push_flow(if heading { paragraph.trim_start_matches(['#', ' ']) } else { paragraph }, role);
            }
        }
        pages.push(page);
    }
    Ok(pages)
}

/// Headings in the manner of Markdown, and items of a list; all else is running text.
fn role(paragraph: &str) -> Role {
    let depth = paragraph.bytes().take_while(|byte| *byte == b'#').count();
    if (1..=6).contains(&depth) && paragraph.as_bytes().get(depth) == Some(&b' ') && !paragraph.contains('\n') {
        return Role::Heading(depth as u8);
    }
    Role::Paragraph
}
