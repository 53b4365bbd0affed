// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Five lines for who has one minute, on the page of an area.
//!
//! In: the lines (`kapstok_share::five_lines`). Out: the same with a link from each figure to where it came from. Not here:
//! what the lines say.

use kapstok_share::five_lines::{self, Spoken, five_lines};
use kapstok_share::snapshot::AreaAt;

use super::super::agenda;
use super::super::frame::{Link, View};
use super::super::links::Page;

/// The five lines.
pub(super) struct Five {
    pub(super) lines: Vec<Line>,
}

/// One of them.
pub(super) struct Line {
    pub(super) title: String,
    pub(super) sentence: String,
    pub(super) figures: Vec<Shown>,
}

/// A figure behind a line.
pub(super) struct Shown {
    pub(super) label: String,
    /// Where it came from, where that has a page.
    pub(super) why: Option<String>,
    pub(super) words: String,
}

/// The five lines of an area; `None` where no figure speaks.
pub(super) fn five(view: View<'_>, area: AreaAt) -> Option<Five> {
    let snapshot = &view.site.snapshot;
    let worries = view.site.prepared.worries(snapshot, area);
    let (agreed, _) = agenda::agreed(view, area);
    let lines = five_lines(snapshot, area, worries, agreed, &view.voice().words)?;
    let line = |line: five_lines::Line| Line {
        title: line.title,
        sentence: line.sentence,
        figures: line.figures.into_iter().map(|it| shown(view, area, it)).collect(),
    };
    Some(Five { lines: lines.into_iter().map(line).collect() })
}

fn shown(view: View<'_>, area: AreaAt, figure: Spoken) -> Shown {
    let code = &view.site.snapshot.level_of(area).codes()[area.index];
    let why = view.link_to(&Page::why(code, &figure.indicator, view.links.period(&figure.period)));
    Shown { label: figure.label, why, words: figure.words }
}

/// How the lines are made, in a few sentences, and where more of it stands.
pub(super) fn rule(view: View<'_>, area: AreaAt) -> (String, Option<Link>) {
    let snapshot = &view.site.snapshot;
    let (_, link) = agenda::agreed(view, area);
    (five_lines::rule(snapshot, area, view.site.prepared.worries(snapshot, area), &view.voice().words), link)
}
