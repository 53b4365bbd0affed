// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! For whom the pages work, how that was looked at, and what does not work yet.

use askama::Template;

use super::Made;
use super::errors::Wrong;
use super::frame::{Frame, View};
use super::links::Page;

/// Paragraphs and lists of the statement: key, number of items behind it.
const PARTS: [(&str, usize); 4] =
    [("page-access-works", 7), ("page-access-tested", 4), ("page-access-limits", 5), ("page-access-not", 2)];

#[derive(Template)]
#[template(path = "accessibility.html")]
struct AccessibilityTemplate {
    frame: Frame,
    title: String,
    parts: Vec<(String, Vec<String>)>,
}

/// Makes the page.
///
/// # Errors
/// None but of the form itself.
pub(super) fn page(view: View<'_>) -> Made {
    let v = view.voice();
    let title = v.s("page-access-title");
    let part = |(key, n): &(&str, usize)| (v.s(key), (1..=*n).map(|item| v.s(&format!("{key}-{item}"))).collect());
    let template = AccessibilityTemplate {
        frame: view.frame(&Page::Accessibility, &title, &[]),
        parts: PARTS.iter().map(part).collect(),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}
