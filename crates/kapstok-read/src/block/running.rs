// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Running heads, running feet and page numbers: lines at the edge of a page that come back on others.

use std::collections::BTreeMap;

use crate::block::look::At;
use crate::file::{Page, Role};
use crate::recipe::Recipe;

/// Lines at the top and at the bottom that may be such.
const EDGE: usize = 3;

/// Positions of all such lines, in order.
pub(super) fn find(pages: &[Page], recipe: &Recipe) -> Vec<At> {
    let mut seen: BTreeMap<(String, bool), Vec<(At, f32)>> = BTreeMap::new();
    let mut found = Vec::new();
    for (page_index, page) in pages.iter().enumerate() {
        let n = page.lines.len();
        for (index, line) in page.lines.iter().enumerate().filter(|(index, _)| *index < EDGE || index + EDGE >= n) {
            if line.role != Role::Unsaid {
                continue;
            }
            let text = page.line_text(line);
            let shape = shape(text);
            let at_top = line.bounds[3] < page.size.1 / 2.0;
            let is_number = page.printed.as_deref().is_some_and(|printed| shape == "#" && text.contains(printed));
            if is_number || recipe.running_heads().any(|head| head == shape) {
                found.push((page_index, index));
            } else if !shape.is_empty() && shape != "#" {
                seen.entry((shape, at_top)).or_default().push(((page_index, index), line.bounds[3]));
            }
        }
    }
    for lines in seen.values() {
        let (_, first) = lines[0];
        let same_height = lines.iter().filter(|(_, bottom)| (bottom - first).abs() < 3.0).count();
        let on_most = lines.len() >= 3 && lines.len() * 4 >= pages.len().min(12);
        if on_most && same_height * 10 >= lines.len() * 8 {
            found.extend(lines.iter().map(|(at, _)| *at));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// A line with each number as `#`: what heads have in common.
pub(crate) fn shape(text: &str) -> String {
    let mut shape = String::new();
    for sign in text.trim().chars() {
        match sign {
            sign if sign.is_numeric() && shape.ends_with('#') => {}
            sign if sign.is_numeric() => shape.push('#'),
            sign if sign.is_whitespace() && shape.ends_with(' ') => {}
            sign if sign.is_whitespace() => shape.push(' '),
            // A number between dashes is a number.
            '-' | '–' | '—' | '|' if shape.is_empty() => {}
            sign => shape.push(sign),
        }
    }
    let end = shape.trim_end_matches(['-', '–', '—', '|', ' ']).len();
    shape[..end].trim().to_owned()
}
