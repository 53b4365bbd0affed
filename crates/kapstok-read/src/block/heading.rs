// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Headings: those of the list of contents first, then by look: larger, bold or italic, apart from what is above,
//! short.
//!
//! Not here: whether the depth makes sense; a heading that no other is like is as deep as its size says.

use std::collections::{BTreeMap, BTreeSet};

use crate::block::contents::{Contents, Entry, key, numbering};
use crate::block::look::{At, Usual, line, tenths};
use crate::file::{Line, Page, Role};

/// No heading is longer.
const LONGEST: usize = 160;
/// What the file says is a heading and is longer is running text, bytes.
const LONGEST_SAID: usize = 2_000;

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
    let mut wanted = Wanted::of(&contents.entries);
    let mut index = 0;
    while index < flow.len() {
        let said = match line(pages, flow[index]).role {
            Role::Heading(level) if line(pages, flow[index]).range.len() <= LONGEST_SAID => {
                wanted.take_said(pages, flow[index]);
                Some((1, Some(level)))
            }
            _ => listed(pages, &flow[index..], contents, &mut wanted),
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
    let missing = wanted.left().into_iter().map(|index| contents.entries[index].title.clone()).collect();
    (levelled(pages, found, first_listed, !contents.entries.is_empty()), missing)
}

/// Rows of the contents that no heading answers to yet, by heading and printed page.
struct Wanted<'c> {
    by_page: BTreeMap<(&'c str, Option<i64>), BTreeSet<usize>>,
    by_key: BTreeMap<&'c str, BTreeSet<usize>>,
    /// By heading without the number before it, which a file may count for itself.
    by_name: BTreeMap<&'c str, BTreeSet<usize>>,
    entries: &'c [Entry],
}

impl<'c> Wanted<'c> {
    fn of(entries: &'c [Entry]) -> Self {
        let mut wanted = Self { by_page: BTreeMap::new(), by_key: BTreeMap::new(), by_name: BTreeMap::new(), entries };
        for (index, entry) in entries.iter().enumerate() {
            wanted.by_page.entry((&entry.key, number(&entry.printed))).or_default().insert(index);
            wanted.by_key.entry(&entry.key).or_default().insert(index);
            wanted.by_name.entry(without_number(&entry.key)).or_default().insert(index);
        }
        wanted
    }

    /// The first row with this heading near a printed page, which it then is no more. The page may be a wrong one in a
    /// list that was not made again, but not by much.
    fn take(&mut self, key: &str, printed: Option<i64>) -> Option<usize> {
        let known = self.by_key.get(key)?;
        let first = |page: Option<i64>| self.by_page.get(&(key, page)).and_then(BTreeSet::first);
        let index = match printed {
            None => known.first(),
            Some(here) => [None, Some(here - 1), Some(here), Some(here + 1)].into_iter().filter_map(first).min(),
        };
        let index = *index?;
        self.remove(index);
        Some(index)
    }

    /// Whether a row with this heading begins with a small letter.
    fn has_small(&self, key: &str) -> bool {
        self.by_key.get(key).into_iter().flatten().any(|index| begins_small(&self.entries[*index].title))
    }

    /// The row that a heading answers to of which the file itself says that it is one.
    fn take_said(&mut self, pages: &[Page], at: At) {
        let text = pages[at.0].line_text(line(pages, at));
        let printed = pages[at.0].printed.as_deref().and_then(number);
        let key = key(text);
        if self.take(&key, printed).is_none() {
            let first = self.by_name.get(key.as_str()).and_then(BTreeSet::first).copied();
            first.into_iter().for_each(|index| self.remove(index));
        }
    }

    fn remove(&mut self, index: usize) {
        let entry = &self.entries[index];
        let of_page = self.by_page.get_mut(&(entry.key.as_str(), number(&entry.printed)));
        let of_key = self.by_key.get_mut(entry.key.as_str());
        let of_name = self.by_name.get_mut(without_number(&entry.key));
        for rows in [of_page, of_key, of_name].into_iter().flatten() {
            rows.remove(&index);
        }
    }

    fn left(&self) -> BTreeSet<usize> {
        self.by_key.values().flatten().copied().collect()
    }
}

fn without_number(key: &str) -> &str {
    key.trim_start_matches(char::is_numeric)
}

fn number(printed: &str) -> Option<i64> {
    printed.parse().ok()
}

/// How many lines are a row of the contents, and how deep it lies.
fn listed(pages: &[Page], lines: &[At], contents: &Contents, wanted: &mut Wanted<'_>) -> Option<(usize, Option<u8>)> {
    let printed = pages[lines.first()?.0].printed.as_deref().and_then(number);
    let mut text = String::new();
    for (n, at) in (1..=3).zip(lines) {
        text.push_str(pages[at.0].line_text(line(pages, *at)));
        if text.len() > 2 * LONGEST {
            return None;
        }
        let key = key(&text);
        if key.is_empty() {
            return None;
        }
        // The last word of a sentence may be the same as a heading: it has no capital.
        if begins_small(&text) && !wanted.has_small(&key) {
            continue;
        }
        if let Some(index) = wanted.take(&key, printed) {
            return Some((n, Some(contents.entries[index].level)));
        }
    }
    None
}

fn begins_small(text: &str) -> bool {
    text.chars().find(|sign| sign.is_alphanumeric()).is_some_and(char::is_lowercase)
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
                known.range(..=(unknown_style.0, true, true)).next_back().map_or(1, |(_, level)| *level)
            }
            _ => {
                // The largest of all, once and at the start, is the title.
                let is_title = !has_contents && rank == 0 && unknown.len() > 1 && once(unknown_style);
                below = if is_title { 0 } else { (below + 1).min(9) };
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
