// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Headings: those of the list of contents first, then by look: larger, bold or italic, apart from what is above,
//! short.
//!
//! Not here: whether the depth makes sense; a heading that no other is like is as deep as its size says.

use std::collections::BTreeMap;

use crate::block::contents::{Contents, key, numbering};
use crate::block::look::{At, Usual, line, tenths};
use crate::file::{Line, Page, Role};

/// No heading is longer.
const LONGEST: usize = 160;

/// Size in tenths, bold, italic: larger is higher, then bold.
type Style = (u32, bool, bool);

/// A heading: its lines and its depth; 0 for the title of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) lines: Vec<At>,
    pub(super) level: u8,
}

fn style(line: &Line) -> Style {
    (tenths(line.size), line.bold, line.italic)
}

/// Headings among lines in reading order, and the rows of the contents that none answers to.
pub(super) fn find(pages: &[Page], flow: &[At], contents: &Contents, usual: &Usual) -> (Vec<Heading>, Vec<String>) {
    let mut found: Vec<(Vec<At>, Option<u8>)> = Vec::new();
    let mut used = vec![false; contents.entries.len()];
    let mut index = 0;
    while index < flow.len() {
        let said = match line(pages, flow[index]).role {
            Role::Heading(level) => Some((1, Some(level))),
            _ => listed(pages, &flow[index..], contents, &mut used),
        };
        let look = || by_look(pages, flow, index, usual).map(|n| (n, None));
        match said.or_else(look) {
            Some((n, level)) => {
                found.push((flow[index..index + n].to_vec(), level));
                index += n;
            }
            None => index += 1,
        }
    }
    let first_listed = found.iter().position(|(_, level)| level.is_some());
    let missing = contents.entries.iter().zip(&used).filter(|(_, used)| !**used).map(|(entry, _)| entry.title.clone());
    let missing = missing.collect();
    (levelled(pages, found, first_listed, !contents.entries.is_empty()), missing)
}

/// How many lines are a row of the contents, and how deep it lies.
fn listed(pages: &[Page], lines: &[At], contents: &Contents, used: &mut [bool]) -> Option<(usize, Option<u8>)> {
    let mut text = String::new();
    for (n, at) in (1..=3).zip(lines) {
        text.push_str(pages[at.0].line_text(line(pages, *at)));
        let wanted = key(&text);
        if wanted.is_empty() || text.len() > 2 * LONGEST {
            return None;
        }
        let printed = pages[lines[0].0].printed.as_deref();
        let fits = |index: &usize| {
            let entry = &contents.entries[*index];
            // The page may be a wrong one in a list that was not made again, but not by much.
            let near = match (printed.map(str::parse::<i64>), entry.printed.parse::<i64>()) {
                (Some(Ok(here)), Ok(there)) => (here - there).abs() <= 1,
                _ => true,
            };
            !used[*index] && near && entry.key == wanted
        };
        let candidates = 0..contents.entries.len();
        if let Some(index) = candidates.clone().find(fits) {
            used[index] = true;
            return Some((n, Some(contents.entries[index].level)));
        }
    }
    None
}

/// How many lines from here look like one heading.
fn by_look(pages: &[Page], flow: &[At], index: usize, usual: &Usual) -> Option<usize> {
    let at = flow[index];
    let this = line(pages, at);
    if this.role != Role::Unsaid || this.cells.len() > 2 || !usual.stands_out(this) {
        return None;
    }
    let above = index.checked_sub(1).map(|above| flow[above]);
    let alone = match above {
        Some(above) if above.0 == at.0 => {
            let other = line(pages, above);
            usual.is_apart(pages, at, above) || (other.size - this.size).abs() > 1.0
        }
        _ => true,
    };
    let mut n = 1;
    // A long heading goes on in the same look, without a gap, when its line was full.
    let is_large = this.size > 1.3 * usual.size;
    while n < 4 {
        let Some(next) = flow.get(index + n).filter(|next| next.0 == at.0) else { break };
        let same = style(line(pages, *next)) == style(this) && !usual.is_apart(pages, *next, flow[index + n - 1]);
        if !same || (!is_large && usual.ends_early(pages, flow[index + n - 1], Some(*next))) {
            break;
        }
        n += 1;
    }
    let text: Vec<&str> = flow[index..index + n].iter().map(|at| pages[at.0].line_text(line(pages, *at))).collect();
    let text = text.join(" ");
    let first = text.chars().find(|sign| sign.is_alphanumeric())?;
    let ends_open = !text.trim_end().ends_with(['.', ',', ';', ':', '-']);
    // Two lines in the look of running text are running text.
    let is_running = n > 1 && this.size < 1.08 * usual.size;
    let next = flow.get(index + n).copied();
    let closed = next.is_none_or(|next| {
        let other = (line(pages, next).size - this.size).abs() > 0.08 * this.size;
        next.0 != at.0 || other || usual.ends_early(pages, flow[index + n - 1], Some(next))
    });
    let follows_on = above.is_some_and(|above| above.0 + 1 == at.0 && first.is_lowercase());
    (alone
        && ends_open
        && !is_running
        && closed
        && !follows_on
        && !first.is_lowercase()
        && text.chars().count() <= LONGEST)
        .then_some(n)
}

/// Gives each heading its depth.
fn levelled(
    pages: &[Page],
    found: Vec<(Vec<At>, Option<u8>)>,
    first_listed: Option<usize>,
    has_contents: bool,
) -> Vec<Heading> {
    // What the list of contents, or the file, says of a look holds for all of that look.
    let mut known: BTreeMap<Style, u8> = BTreeMap::new();
    for (lines, level) in &found {
        if let (Some(level), Some(first)) = (level, lines.first()) {
            known.entry(style(line(pages, *first))).and_modify(|known| *known = (*known).min(*level)).or_insert(*level);
        }
    }
    let mut unknown: Vec<Style> =
        found.iter().filter(|(_, level)| level.is_none()).map(|(lines, _)| style(line(pages, lines[0]))).collect();
    unknown.sort_unstable_by(|a, b| b.cmp(a));
    unknown.dedup();
    let deepest = known.values().copied().max().unwrap_or(0);
    let smallest = known.keys().map(|style| style.0).min();
    let once =
        |style: &Style| found.iter().filter(|(lines, _)| self::style(line(pages, lines[0])) == *style).count() == 1;
    let mut below = deepest;
    let mut levels: BTreeMap<Style, u8> = known.clone();
    for (rank, unknown_style) in unknown.iter().enumerate() {
        let level = match smallest {
            _ if known.contains_key(unknown_style) => continue,
            Some(smallest) if unknown_style.0 >= smallest => {
                let lower =
                    known.iter().filter(|(style, _)| style.0 <= unknown_style.0).max_by_key(|(style, _)| style.0);
                lower.map_or(1, |(_, level)| *level)
            }
            _ => {
                // The largest of all, once and at the start, is the title.
                let is_title = !has_contents && rank == 0 && unknown.len() > 1 && once(unknown_style);
                below = if is_title { 0 } else { below.saturating_add(1) };
                below
            }
        };
        levels.insert(*unknown_style, level);
    }
    found
        .into_iter()
        .enumerate()
        .map(|(index, (lines, level))| {
            let text = pages[lines[0].0].line_text(line(pages, lines[0]));
            let by_style = levels.get(&style(line(pages, lines[0]))).copied().unwrap_or(1);
            let before = has_contents && level.is_none() && first_listed.is_some_and(|first| index < first);
            let numbered = numbering(text).filter(|_| !has_contents && by_style > 0);
            let level = if before { 0 } else { level.or(numbered).unwrap_or(by_style) };
            Heading { lines, level }
        })
        .collect()
}
