// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The number printed on a page.
//!
//! In: pages with lines. Out: `printed` filled where a number in the first or last lines goes up with the pages. A
//! number that does not is no page number. Roman numerals of front matter are read too.

use std::collections::BTreeMap;

use crate::file::Page;
use crate::number::roman;

/// Lines at the top and at the bottom of a page that may hold its number.
const EDGE: usize = 2;

/// No page has a larger number: from here on it is a year.
const LARGEST: i64 = 1_899;

/// Fills the printed number of each page that has one.
pub(super) fn print_numbers(pages: &mut [Page]) {
    let found: Vec<BTreeMap<i64, String>> = pages.iter().map(candidates).collect();
    let mut n_pages: BTreeMap<i64, usize> = BTreeMap::new();
    found.iter().flat_map(BTreeMap::keys).for_each(|offset| *n_pages.entry(*offset).or_default() += 1);
    let mut offsets: Vec<(i64, usize)> = n_pages.into_iter().collect();
    // Each run of pages with one offset is numbered by it, the longest runs first.
    offsets.sort_by_key(|(offset, n)| (std::cmp::Reverse(*n), *offset));
    for (offset, n) in offsets {
        if n < 2 || n * 10 < pages.len() {
            break;
        }
        for (page, numbers) in pages.iter_mut().zip(&found) {
            if let (None, Some(text)) = (&page.printed, numbers.get(&offset)) {
                page.printed = Some(text.clone());
            }
        }
    }
}

/// Numbers at the edge of a page, the first of each value, by how far the page of the file lies from them.
fn candidates(page: &Page) -> BTreeMap<i64, String> {
    let n = page.lines.len();
    let edge = page.lines.iter().enumerate().filter(|(index, _)| *index < EDGE || index + EDGE >= n);
    let mut found = BTreeMap::new();
    for (text, number) in edge.flat_map(|(_, line)| numbers(page.line_text(line))) {
        found.entry(i64::from(page.number) - number).or_insert(text);
    }
    found
}

/// Whole words of a line that are numbers, if it is short enough for a head or foot.
fn numbers(line: &str) -> Vec<(String, i64)> {
    if line.len() > 400 || line.chars().count() > 100 {
        return Vec::new();
    }
    let words = line.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .filter_map(|word| {
            Some((word.to_owned(), word.parse().ok().filter(|n| *n <= LARGEST).or_else(|| roman(word).map(i64::from))?))
        })
        .collect()
}
