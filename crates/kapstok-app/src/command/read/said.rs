// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Places and quotes as the terminal shows them.

use std::ops::Range;

use kapstok_read::Place;
use kapstok_read::row::PlaceRow;
use kapstok_share::words::Words;

/// Signs before and behind a mark that are shown.
const AROUND: usize = 90;

/// Page and headings.
pub(super) fn cited(place: &Place, words: &Words) -> String {
    let section: Vec<&str> = place.section().iter().map(|name| &**name).collect();
    at(place.printed(), place.page(), &section.join(" > "), words)
}

/// The same of a row.
pub(super) fn cited_row(place: &PlaceRow, words: &Words) -> String {
    at(place.page.as_deref(), place.pdf_page, &place.section.join(" > "), words)
}

fn at(printed: Option<&str>, page: u32, section: &str, words: &Words) -> String {
    match printed {
        Some(printed) => words.say("read-at", &[("page", printed), ("section", section)]),
        None => words.say("read-at-file", &[("page", &page.to_string()), ("section", section)]),
    }
}

/// A quote with a mark in it, cut to what stands near.
pub(super) fn context(quote: &str, mark: &Range<usize>) -> String {
    let (Some(before), Some(marked), Some(behind)) =
        (quote.get(..mark.start), quote.get(mark.clone()), quote.get(mark.end..))
    else {
        return quote.to_owned();
    };
    let n_before = before.chars().count();
    let skipped: String = before.chars().skip(n_before.saturating_sub(AROUND)).collect();
    let kept: String = behind.chars().take(AROUND).collect();
    let (open, close) =
        (if skipped.len() < before.len() { "…" } else { "" }, if kept.len() < behind.len() { "…" } else { "" });
    format!("{open}{skipped}[{marked}]{kept}{close}")
}

/// A quote cut to a line or two.
pub(super) fn short(quote: &str) -> String {
    let n = 2 * AROUND;
    if quote.chars().count() <= n { quote.to_owned() } else { quote.chars().take(n).chain(['…']).collect() }
}
