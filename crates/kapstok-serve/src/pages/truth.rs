// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The truth test of an invented region: how often what was published holds against what was drawn.

use askama::Template;

use super::Made;
use super::errors::Wrong;
use super::frame::{Frame, View};
use super::links::Page;
use crate::Held;

/// What was held against what: in words, how often it held, of how many, as a share.
type Row = (String, String, String, String);

#[derive(Template)]
#[template(path = "truth.html")]
struct TruthTemplate {
    frame: Frame,
    title: String,
    bounds: Vec<Row>,
    intervals: String,
    /// What is said of intervals of results: the sentence, and its rows.
    sure: Option<(String, Vec<Row>)>,
    /// Chances: mean chance, cases, how often it was so.
    chances: Vec<(String, String, String)>,
}

/// Makes the page.
///
/// # Errors
/// No workspace but an invented one knows its truth.
pub(super) fn page(view: View<'_>) -> Made {
    let v = view.voice();
    let test = view.site.told.truth.as_ref().ok_or_else(|| Wrong::Unknown { path: view.href(&Page::Truth) })?;
    let title = v.s("page-nav-truth");
    let share = |held: Held| {
        if held.n == 0 { "–".to_owned() } else { v.number(held.inside as f64 / held.n as f64 * 100.0, 1) + "\u{a0}%" }
    };
    let row = |what: String, held: Held| (what, v.count(held.inside), v.count(held.n), share(held));
    let k = test.k.to_string();
    let at_least =
        |(m, held): &(usize, Held)| row(v.f("page-truth-at-least", &[("m", &m.to_string()), ("k", &k)]), *held);
    let mut bounds: Vec<_> = test.at_least.iter().map(at_least).collect();
    bounds.push(row(v.s("page-truth-pairs"), test.pairs));
    let (inside, n, part) = (v.count(test.intervals.inside), v.count(test.intervals.n), share(test.intervals));
    let sure = test.sure.as_ref().map(|sure| {
        let (level, n) = (v.number(100.0 * sure.level, 0), v.count(sure.replications as usize));
        let not = v.count(sure.n_not_compared);
        let said = v.f("page-truth-sure", &[("level", &level), ("n", &n), ("not", &not)]);
        let rows = [("score", sure.score), ("rank", sure.rank), ("burdens", sure.burdens)];
        (said, rows.map(|(what, held)| row(v.s(&format!("page-truth-sure-{what}")), held)).to_vec())
    });
    let chances = test.sure.iter().flat_map(|sure| &sure.chances);
    let chance =
        |(mean, held): &(f64, Held)| (kapstok_share::sure::chance(*mean, view.language), v.count(held.n), share(*held));
    let template = TruthTemplate {
        sure,
        chances: chances.map(chance).collect(),
        frame: view.frame(&Page::Truth, &title, &[]),
        bounds,
        intervals: v.f("page-truth-intervals", &[("inside", &inside), ("all", &n), ("share", &part)]),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}
