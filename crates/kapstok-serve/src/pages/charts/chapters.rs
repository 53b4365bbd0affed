// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Chapters of a document as bars: how much is told by area, how much by domain.
//!
//! In: counts per chapter. Out: a picture; stripes are sentences by area, dots those by domain, empty is the rest.
//! Bars are as long as the chapter has sentences. The table beside it has all that is drawn.

use super::svg::{px, text};

const WIDTH: f64 = 520.0;
const ROW: f64 = 40.0;
const BAR: f64 = 14.0;

/// A chapter.
pub(crate) struct Bar<'a> {
    pub(crate) title: &'a str,
    pub(crate) by_area: usize,
    pub(crate) by_domain: usize,
    pub(crate) neither: usize,
    /// The counts in words.
    pub(crate) said: String,
}

/// Draws it; `None` without a sentence. Of two pictures on one page each has a number of its own.
pub(crate) fn svg(bars: &[Bar<'_>], number: usize) -> Option<String> {
    let n = |bar: &Bar<'_>| bar.by_area + bar.by_domain + bar.neither;
    let most = bars.iter().map(n).max().filter(|most| *most > 0)?;
    let width = |n: usize| n as f64 / most as f64 * (WIDTH - 2.0);
    let mut drawn = String::new();
    for (at, bar) in bars.iter().enumerate() {
        let top = at as f64 * ROW;
        drawn += &format!(
            "<text class=\"chapter-word\" x=\"1\" y=\"{}\">{}</text>",
            px(top + 14.0),
            text(&format!("{}: {}", short(bar.title), bar.said))
        );
        let mut left = 1.0;
        let parts = [
            (bar.by_area, "chapter-area", format!(" fill=\"url(#chapter-stripes-{number})\"")),
            (bar.by_domain, "chapter-domain", format!(" fill=\"url(#chapter-dots-{number})\"")),
            (bar.neither, "chapter-neither", String::new()),
        ];
        for (n, class, fill) in parts.into_iter().filter(|(n, ..)| *n > 0) {
            drawn += &format!(
                "<rect class=\"{class}\"{fill} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{BAR}\"/>",
                px(left),
                px(top + 20.0),
                px(width(n))
            );
            left += width(n);
        }
    }
    Some(format!(
        "<svg class=\"chapter-chart\" viewBox=\"0 0 {WIDTH} {}\" aria-hidden=\"true\" \
        focusable=\"false\"><defs><pattern \
         id=\"chapter-stripes-{number}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><rect \
         class=\"chapter-ink\" width=\"3\" height=\"5\"/></pattern><pattern id=\"chapter-dots-{number}\" width=\"6\" \
         height=\"6\" \
         patternUnits=\"userSpaceOnUse\"><circle class=\"chapter-ink\" cx=\"3\" cy=\"3\" r=\"1.2\"/></pattern></defs>{drawn}</svg>",
        px(bars.len() as f64 * ROW)
    ))
}

/// As much of a heading as stands beside its counts.
fn short(title: &str) -> String {
    const MOST: usize = 38;
    match title.chars().count() > MOST {
        true => title.chars().take(MOST - 1).chain(['…']).collect(),
        false => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_chapter_fills_the_width_and_nothing_has_no_picture() {
        let bar = |by_area, by_domain, neither| Bar {
            title: "<A>",
            by_area,
            by_domain,
            neither,
            said: format!("{by_area} / {by_domain}"),
        };
        let drawn = svg(&[bar(1, 2, 1), bar(0, 1, 0)], 1).unwrap_or_default();
        // Of 518 steps a quarter is 129.5; an empty part is not drawn.
        assert!(
            drawn.contains("class=\"chapter-area\" fill=\"url(#chapter-stripes-1)\" x=\"1\" y=\"20\" width=\"129.5\"")
        );
        assert!(
            drawn.contains("class=\"chapter-domain\" fill=\"url(#chapter-dots-1)\" x=\"1\" y=\"60\" width=\"129.5\"")
        );
        assert_eq!(drawn.matches("class=\"chapter-area\"").count(), 1);
        assert!(drawn.contains("&lt;A&gt;: 1 / 2") && !drawn.contains("<A>"));
        assert!(svg(&[bar(0, 0, 0)], 1).is_none() && svg(&[], 1).is_none());
    }
}
