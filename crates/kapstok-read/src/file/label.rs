// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The number printed on a page.
//!
//! In: pages with lines. Out: `printed` filled where a number in the first or last lines goes up with the pages. A
//! number that does not is no page number. Roman numerals of front matter are read too.

use crate::file::Page;

/// Lines at the top and at the bottom of a page that may hold its number.
const EDGE: usize = 2;

/// No page has a larger number: from here on it is a year.
const LARGEST: i64 = 1_899;

/// Fills the printed number of each page that has one.
pub(super) fn print_numbers(pages: &mut [Page]) {
    let found: Vec<Vec<(String, i64)>> = pages.iter().map(candidates).collect();
    let mut offsets: Vec<(i64, usize)> = Vec::new();
    for (page, numbers) in pages.iter().zip(&found) {
        let mut seen = Vec::new();
        for (_, number) in numbers {
            let offset = i64::from(page.number) - number;
            if seen.contains(&offset) {
                continue;
            }
            seen.push(offset);
            match offsets.iter_mut().find(|(known, _)| *known == offset) {
                Some((_, n)) => *n += 1,
                None => offsets.push((offset, 1)),
            }
        }
    }
    // Each run of pages with one offset is numbered by it, the longest runs first.
    offsets.sort_by_key(|(offset, n)| (std::cmp::Reverse(*n), *offset));
    for (offset, n) in offsets {
        if n < 2 || n * 10 < pages.len() {
            break;
        }
        for (page, numbers) in pages.iter_mut().zip(&found) {
            let number = numbers.iter().find(|(_, number)| i64::from(page.number) - number == offset);
            if let (None, Some((text, _))) = (&page.printed, number) {
                page.printed = Some(text.clone());
            }
        }
    }
}

fn candidates(page: &Page) -> Vec<(String, i64)> {
    let n = page.lines.len();
    let edge = page.lines.iter().enumerate().filter(|(index, _)| *index < EDGE || index + EDGE >= n);
    edge.flat_map(|(_, line)| numbers(page.line_text(line))).collect()
}

/// Whole words of a line that are numbers, if it is short enough for a head or foot.
fn numbers(line: &str) -> Vec<(String, i64)> {
    if line.chars().count() > 100 {
        return Vec::new();
    }
    let words = line.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .filter_map(|word| {
            Some((word.to_owned(), word.parse().ok().filter(|n| *n <= LARGEST).or_else(|| roman(word))?))
        })
        .collect()
}

/// A roman numeral below 100, in one case.
fn roman(word: &str) -> Option<i64> {
    let one_case = word.chars().all(char::is_lowercase) || word.chars().all(char::is_uppercase);
    if !one_case || word.len() > 8 {
        return None;
    }
    let value = |sign: char| match sign.to_ascii_lowercase() {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        _ => None,
    };
    let values: Vec<i64> = word.chars().map(value).collect::<Option<_>>()?;
    let pairs = values.iter().zip(values.iter().skip(1).chain(&[0]));
    Some(pairs.map(|(this, next)| if this < next { -this } else { *this }).sum())
}
