// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The list of contents: which headings there are, how deep, and on which printed page.
//!
//! It is found by its heading, which the recipe names, and ends at the first lines that are no row of it.

use std::collections::BTreeSet;

use crate::block::look::{At, line};
use crate::file::{Page, Role};
use crate::recipe::Recipe;
use crate::work::turn;

/// No heading of the list is longer, bytes.
const LONGEST_HEAD: usize = 200;
/// More left edges than this are no depths.
const MOST_EDGES: usize = 32;

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The heading, for comparison.
    pub(super) key: String,
    /// The heading as it is printed.
    pub(super) title: String,
    pub(super) printed: String,
    /// 1 the highest.
    pub(super) level: u8,
}

/// The list and the lines it takes.
#[derive(Clone, Debug, Default)]
pub(super) struct Contents {
    pub(super) entries: Vec<Entry>,
    pub(super) lines: Vec<At>,
}

/// A heading for comparison: letters and digits in small letters.
pub(super) fn key(title: &str) -> String {
    title.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Finds the list among lines in reading order.
pub(super) fn find(pages: &[Page], flow: &[At], recipe: &Recipe) -> Contents {
    let text = |at: At| pages[at.0].line_text(line(pages, at));
    let heads: BTreeSet<String> = recipe.contents_headings().map(key).collect();
    let is_head = |at: &At| text(*at).len() <= LONGEST_HEAD && heads.contains(&key(text(*at)));
    let mut contents = Contents::default();
    let Some(start) = flow.iter().position(is_head) else { return contents };
    let mut rows: Vec<(f32, String, String)> = Vec::new();
    let (mut lines, mut misses, mut open) = (vec![flow[start]], 0, String::new());
    let mut end = lines.len();
    for at in &flow[start + 1..] {
        let left = line(pages, *at).bounds[0];
        if line(pages, *at).role != Role::Unsaid && line(pages, *at).role != Role::Paragraph {
            break;
        }
        lines.push(*at);
        match row(text(*at)) {
            Some((title, printed)) => {
                let title = if open.is_empty() { title } else { format!("{open} {title}") };
                open.clear();
                rows.push((left, title, printed));
                (misses, end) = (0, lines.len());
            }
            // The first line of a long title has no number.
            None if misses == 0 => {
                misses = 1;
                open = text(*at).trim().to_owned();
            }
            None => break,
        }
    }
    if rows.len() < 2 {
        return contents;
    }
    lines.truncate(end);
    contents.lines = lines;
    let levels = levels(&rows);
    contents.entries = rows
        .into_iter()
        .zip(levels)
        .map(|((_, title, printed), level)| Entry { key: key(&title), title, printed, level })
        .collect();
    contents
}

/// A title with the number of its page at the end of the line.
pub(super) fn row(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let title = text.trim_end_matches(|sign: char| sign.is_alphanumeric());
    let printed = &text[title.len()..];
    let is_number = printed.len() <= 4 && printed.bytes().all(|byte| byte.is_ascii_digit() || b"ivxl".contains(&byte));
    let cut = title.trim_end_matches(['.', '…', '·', '_', '\t', ' ']);
    // At least a gap or a row of dots stands between title and number.
    let filled = title.len() - cut.len();
    let parted = title[cut.len()..].contains('\t') || filled >= 3 || title.ends_with(' ');
    (!printed.is_empty() && is_number && parted && cut.chars().any(char::is_alphabetic))
        .then(|| (cut.replace('\t', " "), printed.to_owned()))
}

/// Depth by indentation, else by the numbers before the titles.
fn levels(rows: &[(f32, String, String)]) -> Vec<u8> {
    let mut edges: Vec<f32> = Vec::new();
    for (left, _, _) in rows {
        if edges.len() < MOST_EDGES && !edges.iter().inspect(|_| turn()).any(|known| (known - left).abs() < 4.0) {
            edges.push(*left);
        }
    }
    edges.sort_by(f32::total_cmp);
    let by_edge = |left: f32| edges.iter().position(|edge| (edge - left).abs() < 4.0).unwrap_or(0).min(8) as u8 + 1;
    let by_number = |title: &str| numbering(title).unwrap_or(1);
    rows.iter().map(|(left, title, _)| if edges.len() > 1 { by_edge(*left) } else { by_number(title) }).collect()
}

/// How many numbers a title begins with: 2 for `3.1 Money`; `None` where it begins with a word.
pub(super) fn numbering(title: &str) -> Option<u8> {
    let first = title.split_whitespace().next()?;
    let parts: Vec<&str> = first.trim_end_matches('.').split('.').collect();
    let numbers =
        parts.iter().all(|part| !part.is_empty() && part.len() < 4 && part.bytes().all(|byte| byte.is_ascii_digit()));
    (numbers && parts.len() < 7).then_some(parts.len() as u8)
}
