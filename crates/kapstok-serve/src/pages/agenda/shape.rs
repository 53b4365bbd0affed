// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A small sign beside a word, so that what came of something is seen before it is read. The word always stands beside it.

use kapstok_agenda::holes::Why;

const DONE: &str =
    r#"<circle class="shape-full" cx="8" cy="8" r="6.6"/><path class="shape-cut" d="M4.9 8.3l2.2 2.2 4-4.6"/>"#;
const PARTLY: &str =
    r#"<circle class="shape-line" cx="8" cy="8" r="6"/><path class="shape-full" d="M8 2a6 6 0 0 1 0 12z"/>"#;
const LATE: &str = r#"<circle class="shape-line" cx="8" cy="8" r="6"/><path class="shape-line" d="M8 4.2V8l2.8 1.9"/>"#;
const CROSS: &str = r#"<path class="shape-line shape-heavy" d="M3.4 3.4l9.2 9.2M12.6 3.4l-9.2 9.2"/>"#;
const AGAIN: &str = r#"<path class="shape-line" d="M2.6 6.2h9.8M9.6 3.2l3 3-3 3M13.4 10.6H3.6"/>"#;
const OPEN: &str = r#"<circle class="shape-line shape-dashed" cx="8" cy="8" r="6"/>"#;

/// The sign of what came of a promise or an action; an open circle where nothing was said.
pub(super) fn of_outcome(outcome: Option<&str>) -> String {
    svg(match outcome {
        Some("done") => DONE,
        Some("partly") => PARTLY,
        Some("late") => LATE,
        Some("dropped") => CROSS,
        Some("rewritten") => AGAIN,
        _ => OPEN,
    })
}

/// The sign of what a partner said of an action.
pub(super) fn of_confirmation(missing: Option<Why>) -> String {
    svg(match missing {
        None => DONE,
        Some(Why::Refused) => CROSS,
        Some(Why::ChangeAsked) => LATE,
        Some(Why::ChangedSince) => AGAIN,
        Some(_) => OPEN,
    })
}

/// The sign of something that nobody does.
pub(super) fn open() -> String {
    svg(OPEN)
}

fn svg(inside: &str) -> String {
    format!(r#"<svg class="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{inside}</svg>"#)
}
